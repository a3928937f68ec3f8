/** A hook on the gradients of several tensors. */
import { callback, choice, keyword, value } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import { native } from '../../native/binding';
import type { Handle } from '../../native/contract';
import { type Tensor, handleOf, isTensor, wrapOrNull } from '../../tensor/tensor';
import { RemovableHandle } from '../removable-hooks';

/** The options of {@link registerMultiGradHook}. */
export interface MultiGradHookOptions {
  /** When to call the function: once all gradients are there, or at the first. @defaultValue 'all' */
  readonly mode?: 'all' | 'any';
}

const isTensors = (given: unknown): boolean => Array.isArray(given) && given.every(isTensor);
const FIELDS = {
  tensors: value<readonly Tensor[]>('an array of Tensors', isTensors),
  fn: callback<(gradients: unknown) => void>(),
  mode: keyword(choice(['all', 'any'], 'all')),
};

/** Collects the gradients of one backward after the other. */
class Collector {
  readonly #found = new Map<number, { count: number; readonly gradients: (Tensor | null)[] }>();

  constructor(
    readonly size: number,
    readonly fn: (gradients: unknown) => void,
  ) {}

  take(index: number, gradient: Tensor | null, task: number, expected: number): void {
    let found = this.#found.get(task);
    if (!found) {
      // A backward that has failed never completes its list.
      if (this.#found.size > 100) this.#found.clear();
      found = { count: 0, gradients: new Array<Tensor | null>(this.size).fill(null) };
      this.#found.set(task, found);
    }
    found.gradients[index] = gradient;
    if (++found.count < expected) return;
    this.#found.delete(task);
    this.fn(found.gradients);
  }
}

/**
 * Calls a function once in each backward: with `mode: 'all'` when the gradients of all these tensors have been computed that
 * this backward computes at all, with a list that has null for the others; with `mode: 'any'` with the first gradient.
 *
 * @returns what removes the hook from all of them
 * @throws TorchError for a tensor that needs no gradient, unless the mode is 'any'
 * @see https://docs.pytorch.org/docs/2.13/autograd.html#torch.autograd.graph.register_multi_grad_hook
 * @example
 * const [a, b] = [torch.rand([2], { requiresGrad: true }), torch.rand([2], { requiresGrad: true })];
 * torch.autograd.graph.registerMultiGradHook([a, b], (gradients) => console.log(gradients.length));
 * a.mul(b).sum().backward();
 */
export function registerMultiGradHook(
  tensors: readonly Tensor[],
  fn: (gradients: readonly (Tensor | null)[]) => void,
  options?: {
    /** When to call the function: once all gradients are there. @defaultValue 'all' */
    readonly mode?: 'all';
  },
): RemovableHandle;
export function registerMultiGradHook(
  tensors: readonly Tensor[],
  fn: (gradient: Tensor) => void,
  options: {
    /** When to call the function: at the first gradient. */
    readonly mode: 'any';
  },
): RemovableHandle;
export function registerMultiGradHook(...args: readonly unknown[]): RemovableHandle {
  const { tensors, fn, mode } = readArguments('registerMultiGradHook', FIELDS, args);
  const hooked = mode === 'any' ? tensors.filter((tensor) => tensor.requiresGrad) : tensors;
  const others = hooked.map(handleOf);
  const collector = new Collector(hooked.length, fn);
  let last = -1;
  const boxes = hooked.map((tensor, index) => {
    const hook = ([handle]: (Handle | null)[], task: number, count: number): [null] => {
      const gradient = wrapOrNull(handle ?? null);
      if (mode === 'all') collector.take(index, gradient, task, count);
      else if (last !== task) {
        last = task;
        fn(gradient);
      }
      return [null];
    };
    return native.registerHook(handleOf(tensor), hook, others);
  });
  return new RemovableHandle(() => boxes.forEach((box) => native.removeHook(box)));
}
