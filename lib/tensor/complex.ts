import { typeError } from '../errors';
import { refuseSurplus } from '../arguments/read';

/**
 * A complex number, where an operator takes a Scalar.
 *
 * @example
 * torch.full([2], torch.complexNumber(1, -1)).dtype; // torch.complex64
 */
export class Complex {
  constructor(
    readonly re: number,
    readonly im: number,
    ...surplus: []
  ) {
    refuseSurplus('Complex', 2, surplus);
    if (typeof re !== 'number' || typeof im !== 'number') throw typeError('a complex number needs two numbers');
    Object.freeze(this);
  }
}

/** `re + im·i`. */
export function complexNumber(re: number, im = 0, ...surplus: []): Complex {
  refuseSurplus('complexNumber', 2, surplus);
  return new Complex(re, im);
}
