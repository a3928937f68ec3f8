/** Which of Python's names lib/ writes by hand: the generator leaves those to it. */
import '../../lib/index'; // all groups of members are given to Tensor
import * as functional from '../../lib/ops/python/index';
import { Tensor } from '../../lib/tensor/tensor';
import { memberNames } from '../../lib/tensor/define-members';
import { TENSOR_METHODS } from '../../lib/ops/generated/methods';
import type { HandWritten } from './plan';

export function handWritten(): HandWritten {
  const generated = new Set(TENSOR_METHODS.map(([name]) => name));
  const own = Object.getOwnPropertyNames(Tensor.prototype).filter((name) => !generated.has(name));
  const methods = [...own, ...memberNames];
  return {
    torch: new Set(Object.keys(functional)),
    method: new Set(methods),
    linalg: new Set(),
    fft: new Set(),
    special: new Set(),
    nn: new Set(),
  };
}
