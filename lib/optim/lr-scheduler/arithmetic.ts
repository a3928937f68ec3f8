import { full } from '../../ops/generated/functions';
import { native } from '../../native/binding';
import { type DType, float32, float64 } from '../../tensor/dtype';
import { type Tensor, handleOf, isTensor } from '../../tensor/tensor';

/**
 * How learning rates are computed. If a group's rate is a tensor, Python computes in the tensor's dtype, and each
 * operation rounds. The first argument is the rate, the second a number.
 */
export interface Arithmetic {
  times(rate: number, by: number): number;
  over(rate: number, by: number): number;
  plus(rate: number, by: number): number;
  minus(rate: number, by: number): number;
}

function rounding(round: (x: number) => number, operand: (x: number) => number): Arithmetic {
  return {
    times: (rate, by) => round(rate * operand(by)),
    over: (rate, by) => round(rate / operand(by)),
    plus: (rate, by) => round(rate + operand(by)),
    minus: (rate, by) => round(rate - operand(by)),
  };
}

const same = (x: number): number => x;
const DOUBLE = rounding(same, same);
const SINGLE = rounding(Math.fround, Math.fround);

/** Kernels of 16-bit numbers compute in float32 and round the result. */
function narrow(dtype: DType): Arithmetic {
  return rounding((x) => Number(native.item(handleOf(full([], Math.fround(x), { dtype })))), Math.fround);
}

/** The arithmetic of a group's rate. */
export function arithmeticOf(rate: number | Tensor): Arithmetic {
  if (!isTensor(rate) || rate.dtype === float64) return DOUBLE;
  return rate.dtype === float32 ? SINGLE : narrow(rate.dtype);
}
