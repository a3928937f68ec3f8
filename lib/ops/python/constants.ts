/** Constants of `torch`, and what says what something is. */
import { refuseSurplus } from '../../arguments/read';
import { pythonTypeName } from '../print/python-text';
import { type Tensor, isTensor } from '../../tensor/tensor';

/** The ratio of a circle's circumference to its diameter. */
export const pi = Math.PI;
/** The base of the natural logarithm. */
export const e = Math.E;
/** Infinity. */
export const inf = Infinity;
/** Not a number. */
export const nan = NaN;
/** In an index, a new dimension of size 1. */
export const newaxis = null;

/**
 * The name of what something is: `torch.FloatTensor` of a tensor, the name of a class or a function, otherwise that of the class
 * of an object or of the kind of a value in Python's words.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.typename.html
 * @example
 * torch.typename(torch.ones([2])); // 'torch.FloatTensor'
 */
export function typename(obj: unknown, ...surplus: []): string {
  refuseSurplus('typename', 1, surplus);
  if (isTensor(obj)) return (obj as Tensor & { type(): string }).type();
  return typeof obj === 'function' && obj.name !== '' ? obj.name : pythonTypeName(obj);
}
