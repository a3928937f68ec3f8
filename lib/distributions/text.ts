import { floatText, tupleText } from '../ops/print/numbers';
import { pythonText } from '../ops/print/python-text';
import { type Tensor, isTensor } from '../tensor/tensor';

/** Values as Python's f-strings show them. */

/** A tensor in an f-string: without dimensions its number, else as it prints. */
export function tensorText(tensor: Tensor): string {
  if (tensor.isDisposed || tensor.dim() > 0) return String(tensor);
  const value = tensor.item();
  return typeof value === 'number' && tensor.dtype.isFloatingPoint ? floatText(value) : pythonText(value);
}

/** A bound, which is a tensor or a number. */
export function boundText(bound: unknown): string {
  return isTensor(bound) ? tensorText(bound) : pythonText(bound);
}

/** `Tensor of shape (2,)`. */
export function describeTensor(tensor: Tensor): string {
  return `${tensor.constructor.name} of shape ${tupleText(tensor.shape)}`;
}

/** The name of an object's class. */
export function className(object: object): string {
  return object.constructor.name;
}
