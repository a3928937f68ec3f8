import { native } from '../native/binding';
import { valueError } from '../errors';

/**
 * Python's arithmetic of floats, where JavaScript's differs.
 *
 * Python's `math` is the C library's, whose last bits differ from those of V8's `Math`; learning rates should be equal
 * to the last bit. And Python raises an error where JavaScript returns NaN or Infinity: a schedule that divides by zero
 * is a mistake in its options, which should be heard of before the weights are NaN.
 */
export const cos = (x: number): number => {
  if (!Number.isFinite(x) && !Number.isNaN(x)) throw valueError(`cos(): expected a finite number, got ${x}`);
  return native.libmCos(x);
};

export const log = (x: number): number => {
  if (x <= 0) throw valueError(`log(): expected a positive number, got ${x}`);
  return native.libmLog(x);
};

/** `x ** y`. */
export const pow = (x: number, y: number): number => {
  if (x === 0 && y < 0) throw valueError(`0.0 cannot be raised to a negative power (${y})`);
  const result = native.libmPow(x, y);
  if (Number.isNaN(result) && !Number.isNaN(x) && !Number.isNaN(y)) {
    throw valueError(`${x} ** ${y} is a complex number`);
  }
  if (!Number.isFinite(result) && Number.isFinite(x) && Number.isFinite(y)) {
    throw valueError(`${x} ** ${y}: the result is too large`);
  }
  return result;
};

/** `a / b`; `what` names the divisor in the message. */
export function divide(a: number, b: number, what: string): number {
  if (b === 0) throw valueError(`division by zero: ${what} is 0`);
  return a / b;
}

/** `a % b`, with the sign of the divisor. */
export function modulo(a: number, b: number, what: string): number {
  if (b === 0) throw valueError(`modulo by zero: ${what} is 0`);
  const rest = a % b;
  return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest;
}

/** `a // b`. */
export function floorDivide(a: number, b: number, what: string): number {
  if (b === 0) throw valueError(`division by zero: ${what} is 0`);
  return Math.floor(a / b);
}
