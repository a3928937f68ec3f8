import { native } from '../binding';

/**
 * Python's `math` is the C library's, whose last bits differ from those of V8's `Math`. Learning rates should be equal
 * to the last bit.
 */
export const cos = (x: number): number => native.libmCos(x);
export const pow = (x: number, y: number): number => native.libmPow(x, y);
export const log = (x: number): number => native.libmLog(x);
