import { native } from '../native/binding';
import type { Handle, HookBox } from '../native/contract';
import { Tensor, handleOf, isTensor, wrap } from '../tensor/tensor';
import { typeError } from '../errors';
import { RemovableHandle } from './removable-hooks';
import { refuseSurplus } from '../arguments/read';

/**
 * A hook on a tensor. It gets the gradient of that tensor, and may return another gradient to use instead. It must not
 * change the gradient in place.
 */
export type TensorHook = (gradient: Tensor) => Tensor | undefined | null | void; // eslint-disable-line @typescript-eslint/no-invalid-void-type -- a hook that returns nothing is one too

function handleFor(box: HookBox): RemovableHandle {
  return new RemovableHandle(() => native.removeHook(box));
}

function requireFunction(name: string, hook: unknown): void {
  if (typeof hook !== 'function') throw typeError(`${name}: expected a function`);
}

function registerHook(this: Tensor, hook: TensorHook, ...surplus: []): RemovableHandle {
  refuseSurplus('Tensor.registerHook', 1, surplus);
  requireFunction('Tensor.registerHook', hook);
  const call = ([gradient]: (Handle | null)[]): (Handle | null)[] => {
    const result = hook(wrap(gradient ?? 0));
    if (result === undefined || result === null) return [null];
    if (!isTensor(result)) throw typeError('a tensor hook must return a Tensor, or nothing');
    return [handleOf(result)];
  };
  return handleFor(native.registerHook(handleOf(this), call, null));
}

function registerPostAccumulateGradHook(this: Tensor, hook: (tensor: Tensor) => void, ...surplus: []): RemovableHandle {
  refuseSurplus('Tensor.registerPostAccumulateGradHook', 1, surplus);
  requireFunction('Tensor.registerPostAccumulateGradHook', hook);
  const call = ([tensor]: (Handle | null)[]): [] => {
    hook(wrap(tensor ?? 0));
    return [];
  };
  return handleFor(native.registerPostAccumulateGradHook(handleOf(this), call));
}

declare module '../tensor/tensor' {
  interface Tensor {
    /**
     * Calls a function with the gradient of this tensor each time it is computed. The function may return another
     * gradient to go on with.
     *
     * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.register_hook.html
     * @example
     * const x = torch.ones([2], { requiresGrad: true });
     * x.registerHook((gradient) => gradient.mul(2));
     * x.sum().backward();
     * x.grad?.tolist(); // [2, 2]
     */
    registerHook(hook: TensorHook): RemovableHandle;
    /**
     * Calls a function with this leaf each time after its `grad` has been accumulated.
     *
     * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.register_post_accumulate_grad_hook.html
     */
    registerPostAccumulateGradHook(hook: (tensor: Tensor) => void): RemovableHandle;
  }
}

for (const value of [registerHook, registerPostAccumulateGradHook]) {
  Object.defineProperty(Tensor.prototype, value.name, { value, configurable: true, writable: true });
}
