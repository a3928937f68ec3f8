/** Gives Tensor the methods of all operators; whoever needs those imports Tensor from here. */
import { asMethod } from './dispatch/operator';
import { tensorText } from './print/tensor';
import { Tensor, printers } from './tensor';
import { TENSOR_METHODS } from './tensor.generated';
import { memberDescriptors } from './tensor-members';

Object.defineProperties(Tensor.prototype, memberDescriptors());
printers.format = tensorText;

for (const [name, operator] of TENSOR_METHODS) {
  // What is written by hand in lib/tensor.ts comes first.
  if (name in Tensor.prototype) continue;
  Object.defineProperty(Tensor.prototype, name, { value: asMethod(operator), configurable: true, writable: true });
}

export * from './tensor';
export * from './tensor-scope';
