/** Changes in place of tensors that a backward needs: they are copied when they are changed. */
import { refuseSurplus } from '../../arguments/read';
import { runtimeError } from '../../errors';
import { native } from '../../native/binding';
import type { Handle } from '../../native/contract';
import { clone } from '../../ops/generated/functions';
import type { Tensor } from '../../ops/tensor-methods';
import { handleOf, isTensor, lifetimes, wrap } from '../../tensor/tensor';
import { type ModeGuard, during, guard } from '../modes';
import { type Mode, openMode } from './dispatch-mode';
import { openSavedHooks } from './saved-tensors';

const OUTSIDE =
  "Trying to backward outside of the 'allow_mutation_on_saved_tensors' context in which the graph was originally recorded.";

/** What stands for a saved tensor in the graph: the tensor as it was saved, or a copy from before it was changed. */
class Saved {
  copied = false;
  constructor(public tensor: Tensor | null) {}
}

/** The storage of a tensor at one of its versions. */
const placeOf = (tensor: Tensor): string => `${native.memoryOf(handleOf(tensor))} ${tensor.version}`;

/** What has been saved while {@link allowMutationOnSavedTensors} lasts. */
export class AllowMutationOnSavedContext {
  /** By place. The graph keeps what it has saved; this does not. */
  readonly #saved = new Map<string, Set<WeakRef<Saved>>>();
  #open = true;

  constructor(...surplus: []) {
    refuseSurplus('AllowMutationOnSavedContext', 0, surplus);
  }

  /** @internal */
  save(tensor: Tensor): () => [Handle] {
    const saved = new Saved(lifetimesKept(tensor));
    const place = placeOf(tensor);
    const others = this.#saved.get(place) ?? new Set();
    this.#saved.set(place, others.add(new WeakRef(saved)));
    return () => {
      if (!this.#open || !saved.tensor) throw runtimeError(OUTSIDE);
      return [handleOf(saved.tensor)];
    };
  }

  /** Before an operator writes to a tensor. @internal */
  protect(tensor: Tensor): void {
    const place = placeOf(tensor);
    for (const reference of this.#saved.get(place) ?? []) {
      const saved = reference.deref();
      if (!saved?.tensor || saved.copied) continue;
      saved.copied = true;
      saved.tensor = lifetimesKept(clone(saved.tensor));
    }
    this.#saved.delete(place);
  }

  /** Forgets everything: no backward of what was recorded works from now on. */
  clear(...surplus: []): void {
    refuseSurplus('AllowMutationOnSavedContext.clear', 0, surplus);
    this.#open = false;
    this.#saved.clear();
  }
}

function lifetimesKept(tensor: Tensor): Tensor {
  lifetimes.keep(tensor);
  return tensor;
}

/** Changes in place are seen below autograd, in each operator that writes to an argument. */
const protecting =
  (context: AllowMutationOnSavedContext): Mode =>
  (operator, args) => {
    operator.writes.forEach((writes, i) => {
      if (!writes) return;
      const given = args[i];
      for (const tensor of Array.isArray(given) ? given : [given]) if (isTensor(tensor)) context.protect(tensor);
    });
  };

/**
 * While it lasts, tensors that operators have saved for backward may be changed in place: a copy of them is made first. Both the
 * computation and its backward must run while it lasts.
 *
 * @returns what the function returns; without one, a guard for `using`
 * @see https://docs.pytorch.org/docs/2.13/autograd.html#torch.autograd.graph.allow_mutation_on_saved_tensors
 * @example
 * torch.autograd.graph.allowMutationOnSavedTensors(() => {
 *   const a = torch.ones([2, 3], { requiresGrad: true });
 *   const b = a.clone();
 *   const out = b.pow(2).sum();
 *   b.sin_();
 *   out.backward();
 *   return a.grad?.tolist(); // [[2, 2, 2], [2, 2, 2]]
 * });
 */
export function allowMutationOnSavedTensors(): ModeGuard;
export function allowMutationOnSavedTensors<R>(body: (context: AllowMutationOnSavedContext) => R): R;
export function allowMutationOnSavedTensors<R>(
  body?: (context: AllowMutationOnSavedContext) => R,
  ...surplus: []
): R | ModeGuard {
  refuseSurplus('allowMutationOnSavedTensors', 1, surplus);
  if (active) throw runtimeError('allow_mutation_on_saved_tensors contexts cannot be nested');
  const context = new AllowMutationOnSavedContext();
  const hooks = openSavedHooks(([handle]) => context.save(wrap(handle)));
  const mode = openMode(protecting(context));
  active = true;
  const both = guard(() => {
    active = false;
    mode.restore();
    hooks.restore();
    context.clear();
  });
  return during('torch.autograd.graph.allowMutationOnSavedTensors', both, body && ((): R => body(context)));
}

let active = false;
