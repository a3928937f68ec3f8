/** Gives Tensor the methods of all operators. Code that needs these imports Tensor from here. */
import { asMethod } from './dispatch/operator';
import { typeError } from '../errors';
import { native } from '../native/binding';
import { tensorText } from './print/tensor';
import './convert/conversion-members';
import './python/element-members';
import './python/function-members';
import './indexing/indexing-members';
import './property-members';
import { Tensor, printers } from '../tensor/tensor';
import { TENSOR_METHODS, type TensorMethods } from './generated/methods';

declare module '../tensor/tensor' {
  interface Tensor extends TensorMethods {}
}

// What is printed while torch.export records is no part of the graph.
printers.format = (...args) => native.unrecorded(() => tensorText(...args));

for (const [name, operator] of TENSOR_METHODS) {
  // What is written by hand in lib/tensor/tensor.ts comes first.
  if (name in Tensor.prototype) continue;
  Object.defineProperty(Tensor.prototype, name, { value: asMethod(operator), configurable: true, writable: true });
}

/** Methods without arguments. An argument is an error, since it was meant to have an effect. */
const BARE = [
  ...['isPinned', 'isInference', 'isConj', 'isNeg', 'numel', 'dim', 'storageOffset', 'elementSize', 'dataPtr', 'item'],
  ...['retainGrad', 'tolist', 'toArray', 'nelement', 'ndimension'],
];

for (const name of BARE) {
  const method = (Tensor.prototype as unknown as Record<string, () => unknown>)[name] as () => unknown;
  const checked = function (this: Tensor): unknown {
    if (arguments.length > 0) throw typeError(`${name}() takes no arguments, got ${arguments.length}`);
    return method.call(this);
  };
  Object.defineProperty(Tensor.prototype, name, { value: checked, configurable: true, writable: true });
}

export * from '../tensor/tensor';
export * from '../tensor/scope';
