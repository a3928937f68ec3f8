import type { Complex } from './complex';

/** An int64. A number has to be whole and within 2^53. */
export type Int = number | bigint;

/**
 * A number as an operator takes it. A whole number counts as an integer up to int64's end: `torch.full([2], 1)` is int64.
 * Numbers from 2^63 on are floats, as Python's `1e20`; -0 is 0, and Python's `-0.0` where the call has a float already.
 */
export type Scalar = number | bigint | boolean | Complex;
