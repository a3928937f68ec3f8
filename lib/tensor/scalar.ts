import type { Complex } from './complex';

/** An int64. A number has to be whole and within 2^53. */
export type Int = number | bigint;

/**
 * A number as an operator takes it. A whole number within int64 is an integer: `torch.full([2], 1)` is int64. Numbers
 * from 2^63 on are floats, like Python's `1e20`. -0 is the integer 0, but Python's `-0.0` if the call has a float
 * already.
 */
export type Scalar = number | bigint | boolean | Complex;
