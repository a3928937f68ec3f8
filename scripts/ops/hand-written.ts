/** Which of Python's names lib/ writes by hand: the generator leaves those to it. */
import { TENSOR_MEMBERS } from '../../lib/tensor-members';
import { Tensor } from '../../lib/tensor';
import * as functional from '../../lib/functional';
import type { HandWritten } from './plan';

export function handWritten(): HandWritten {
  const methods = [...Object.getOwnPropertyNames(Tensor.prototype), ...TENSOR_MEMBERS];
  return {
    torch: new Set(Object.keys(functional)),
    method: new Set(methods),
    linalg: new Set(),
    fft: new Set(),
    special: new Set(),
    nn: new Set(),
  };
}
