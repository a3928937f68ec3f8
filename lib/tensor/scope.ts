/** How long tensors live: what users call of `lib/tensor/lifetimes.ts`. */
import { bool } from '../arguments/fields';
import { readOptions, refuseSurplus, takesNothing } from '../arguments/read';
import type { Synchronous } from '../arguments/synchronous';
import { native } from '../native/binding';
import { type Tensor, lifetimes } from './tensor';

/**
 * Runs a synchronous function and disposes every tensor made in it, except those in its result and those named by
 * {@link keep}. Scopes nest; a tensor that is returned belongs to the surrounding scope.
 *
 * @example
 * const loss = torch.scope(() => model.forward(x).mean().item());
 */
export function scope<R>(body: () => Synchronous<R>, ...surplus: []): R {
  if (surplus.length > 0) refuseSurplus('torch.scope', 1, surplus);
  return lifetimes.run(body as () => R);
}

/** Lets a tensor survive all scopes that are open now, and returns it. */
export function keep<T extends Tensor>(tensor: T, ...surplus: []): T {
  refuseSurplus('torch.keep', 1, surplus);
  lifetimes.keep(tensor);
  return tensor;
}

/** What {@link memory} tells. */
export interface MemoryReport {
  /** Live tensors of this thread of JavaScript. */
  readonly tensors: number;
  /** Bytes of their distinct storages. */
  readonly bytes: number;
  /** Bytes of free memory that the process keeps for later tensors on the CPU, whichever thread used it. */
  readonly cached: number;
  /**
   * The most bytes that storages on the CPU allocated by this thread have had at once, since the start or since
   * `resetPeak`. Each has the size that it takes up, so this is a little more than the tensors' own bytes.
   */
  readonly peak: number;
}

export interface MemoryOptions {
  /** Let `peak` begin anew from what is allocated now, after it has been read. @defaultValue false */
  readonly resetPeak?: boolean;
}

const MEMORY = { resetPeak: bool(false) };

/**
 * How much memory tensors use.
 *
 * @throws TypeError for an unknown option
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cuda.memory.memory_stats.html which tells it of a GPU
 * @example
 * torch.memory({ resetPeak: true });
 * torch.scope(() => torch.ones([256, 256]).add(1).sum().item());
 * torch.memory().peak; // at least two matrices of 256 KB more than before
 */
export function memory(options: MemoryOptions = {}, ...surplus: []): MemoryReport {
  refuseSurplus('memory', 1, surplus);
  return native.memory(readOptions('memory', MEMORY, options).resetPeak);
}

/**
 * Gives free memory that is kept for later tensors on the CPU back to the system, for the whole process. Memory that
 * lies unused for some seconds is given back without it, as soon as the event loop turns. Free blocks that other threads
 * keep for themselves stay: at most 1 MB of each size.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cuda.memory.empty_cache.html which does it for a GPU
 * @example
 * torch.emptyCache();
 */
export function emptyCache(...args: []): void {
  takesNothing('torch.emptyCache', args);
  native.emptyCache();
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
