import { native } from '../../native/binding';
import { type Tensor, handleOf, isTensor } from '../../tensor/tensor';

/**
 * A number, or a tensor without dimensions. Python's LBFGS computes with either, and the arithmetic of a tensor is that
 * of its dtype. To get the same bits, this does so, too.
 */
export type Scalar = number | Tensor;

export function numberOf(x: Scalar): number {
  return isTensor(x) ? Number(native.item(handleOf(x))) : x;
}

export function add(a: Scalar, b: Scalar): Scalar {
  if (isTensor(a)) return a.add(b);
  return isTensor(b) ? b.add(a) : a + b;
}

export function subtract(a: Scalar, b: Scalar): Scalar {
  if (isTensor(a)) return a.sub(b);
  return isTensor(b) ? b.neg().add(a) : a - b;
}

export function multiply(a: Scalar, b: Scalar): Scalar {
  if (isTensor(a)) return a.mul(b);
  return isTensor(b) ? b.mul(a) : a * b;
}

/** A number over a tensor is the tensor's reciprocal times the number, as in Python. */
export function divide(a: Scalar, b: Scalar): Scalar {
  if (isTensor(a)) return a.div(b);
  return isTensor(b) ? b.reciprocal().mul(a) : a / b;
}

export function absolute(x: Scalar): Scalar {
  return isTensor(x) ? x.abs() : Math.abs(x);
}

export function squareRoot(x: Scalar): Scalar {
  return isTensor(x) ? x.sqrt() : Math.sqrt(x);
}

export const less = (a: Scalar, b: Scalar): boolean => numberOf(a) < numberOf(b);
export const atMost = (a: Scalar, b: Scalar): boolean => numberOf(a) <= numberOf(b);

/** Python's `min` and `max`: the first of equals. */
export const smaller = (a: Scalar, b: Scalar): Scalar => (less(b, a) ? b : a);
export const larger = (a: Scalar, b: Scalar): Scalar => (less(a, b) ? b : a);
