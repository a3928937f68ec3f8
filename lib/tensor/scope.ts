/** How long tensors live: what users call of `lib/tensor/lifetimes.ts`. */
import { bool } from '../arguments/fields';
import { readOptions, refuseSurplus, takesNothing } from '../arguments/read';
import { native } from '../native/binding';
import { type Tensor, lifetimes } from './tensor';

/**
 * Runs a synchronous function and disposes every tensor made in it, except those in its result and those named by
 * {@link keep}. Scopes nest; a tensor that is returned belongs to the surrounding scope.
 *
 * @example
 * const loss = torch.scope(() => model.forward(x).mean().item());
 */
export function scope<R>(body: () => R, ...surplus: []): R {
  refuseSurplus('torch.scope', 1, surplus);
  return lifetimes.run(body);
}

/** Lets a tensor survive all scopes that are open now, and returns it. */
export function keep<T extends Tensor>(tensor: T, ...surplus: []): T {
  refuseSurplus('torch.keep', 1, surplus);
  lifetimes.keep(tensor);
  return tensor;
}

/** Live tensors of this environment and the bytes of their distinct storages. */
export function memory(...args: []): { readonly tensors: number; readonly bytes: number } {
  takesNothing('memory', args);
  return native.memory();
}

export interface SweepOptions {
  /**
   * Let V8 collect garbage first, including cycles through hooks and custom functions. This takes some milliseconds, or
   * more if the heap is large. The default, false, releases what V8 has collected already.
   */
  readonly full?: boolean;
}

const SWEEP = { full: bool(false) };

/**
 * Releases tensors whose wrappers have been garbage collected; returns how many. Runs by itself as memory grows.
 *
 * @example
 * torch.sweep({ full: true }); // as gc.collect() in Python
 */
export function sweep(options: SweepOptions = {}, ...surplus: []): number {
  refuseSurplus('torch.sweep', 1, surplus);
  return lifetimes.sweep(readOptions('torch.sweep', SWEEP, options).full);
}
