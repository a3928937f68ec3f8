import { show } from '../arguments/describe';
import { isPlainObject } from '../arguments/plain-object';
import { expectTensor } from '../tensor/arguments';
import { runtimeError, typeError } from '../errors';
import { Module } from '../nn/index';
import type { Tensor } from '../ops/tensor-methods';
import { refuseSurplus } from '../arguments/read';

/**
 * Puts other weights in place without copying them: the parameters and buffers of a model take the memory of the given
 * tensors. It is synchronous, so that no request sees half of it, and everything is checked before anything changes.
 *
 * @param weights Tensors by the names of `model.stateDict()`, as `run.weights()` gives them. They are disposed: their
 * memory is the model's now.
 * @throws TorchError `ERR_TORCH_STATE_DICT` if names, shapes, dtypes or devices differ.
 * @example
 * const run = training.trainInWorker(new URL('./train.js', import.meta.url));
 * model.swapState(await run.weights());
 */
export function swapState(model: Module, weights: Readonly<Record<string, Tensor>>, ...surplus: []): void {
  refuseSurplus('swapState', 2, surplus);
  const given: unknown = weights;
  if (!isPlainObject(given)) throw typeError(`swapState(): expected tensors by name, got ${show(given)}`);
  for (const [name, tensor] of Object.entries(given)) expectTensor('swapState', tensor, name);
  const own = model.stateDict({ keepVars: true });
  const problems = [...differences(own, weights)];
  if (problems.length > 0) {
    throw runtimeError(`swapState for ${model.constructor.name}:\n\t${problems.join('\n\t')}`, {
      code: 'ERR_TORCH_STATE_DICT',
    });
  }
  for (const [name, tensor] of Object.entries(own)) tensor.data = weights[name] as Tensor;
  for (const tensor of Object.values(weights)) tensor.dispose();
}

function* differences(
  own: Readonly<Record<string, Tensor>>,
  weights: Readonly<Record<string, Tensor>>,
): Iterable<string> {
  const describe = (tensor: Tensor): string => `[${tensor.shape.join(', ')}] ${tensor.dtype} on ${tensor.device}`;
  for (const [name, tensor] of Object.entries(own)) {
    const other = weights[name];
    if (!other) yield `missing "${name}"`;
    else if (describe(other) !== describe(tensor)) yield `"${name}" is ${describe(tensor)}, given ${describe(other)}`;
  }
  for (const name of Object.keys(weights)) if (!(name in own)) yield `unexpected "${name}"`;
}

declare module '../nn/module' {
  interface Module {
    /** Puts other weights in place without copying them, between two requests; see {@link training.swapState}. */
    swapState(weights: Readonly<Record<string, Tensor>>): void;
  }
}

function method(this: Module, weights: Readonly<Record<string, Tensor>>, ...surplus: []): void {
  refuseSurplus('swapState', 1, surplus);
  swapState(this, weights);
}

Object.defineProperty(Module.prototype, 'swapState', { value: method, configurable: true, writable: true });
