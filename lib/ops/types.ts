import type { Complex } from '../enums';

/** An int64. A number has to be whole and within 2^53. */
export type Int = number | bigint;

/** A number as an operator takes it. A whole number counts as an integer: `torch.full([2], 1)` is int64. */
export type Scalar = number | bigint | boolean | Complex;
