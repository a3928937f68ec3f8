import { types } from 'node:util';
import { isMainThread } from 'node:worker_threads';
import { native } from '../native/binding';
import { Tensor, handleOf, isTensor, wrap } from './tensor';
import { typeError } from '../errors';
import { SHARED_TENSOR } from '../arguments/describe';
import { value } from '../arguments/fields';
import { readOptions, refuseSurplus } from '../arguments/read';

/**
 * A tensor on its way to another `worker_threads` worker of this process: a small plain object for `postMessage` or
 * `workerData`. The elements are not copied: both sides see the same memory.
 */
export interface SharedTensor {
  /** Marks the object as a shared tensor. */
  readonly torch: typeof SHARED_TENSOR;
  /** The number under which the storage is held. */
  readonly ticket: number;
  /** The process that holds the storage. */
  readonly pid: number;
  /** Whether the tensor records operations. */
  readonly requiresGrad: boolean;
}

export interface ShareOptions {
  /** How many times {@link fromShared} may take the tensor; the memory is held until the last. The default is 1. */
  readonly uses?: number;
}

const isUses = (v: unknown): boolean => Number.isInteger(v) && (v as number) >= 1 && (v as number) < 2 ** 31;
const SHARE = { uses: value<number>('a positive integer below 2^31', isUses, 1) };

/**
 * A number under which another thread takes the tensor. The memory of this thread's buffers may end before that, unless it is the
 * main thread, so tensors over them get memory of their own. @internal
 */
export function ticketFor(tensor: Tensor, uses = 1): number {
  return native.give(handleOf(tensor), uses, !isMainThread);
}

function share(this: Tensor, options: ShareOptions = {}, ...surplus: []): SharedTensor {
  refuseSurplus('Tensor.share', 1, surplus);
  const { uses } = readOptions('Tensor.share', SHARE, options);
  const ticket = ticketFor(this, uses);
  const requiresGrad = this.requiresGrad && this.isLeaf;
  return { torch: SHARED_TENSOR, ticket, pid: process.pid, requiresGrad };
}

function isShared(value: unknown): value is SharedTensor {
  return typeof value === 'object' && value !== null && (value as Partial<SharedTensor>).torch === SHARED_TENSOR;
}

function ticketOf(name: string, shared: SharedTensor): number {
  if (!isShared(shared) || !Number.isInteger(shared.ticket)) {
    throw typeError(`${name}: expected what Tensor.share() returned`);
  }
  if (shared.pid !== process.pid) {
    throw typeError(`${name}: this tensor belongs to process ${shared.pid}; only workers of one process share memory`);
  }
  return shared.ticket;
}

/**
 * The tensor that {@link Tensor.share} gave: a new one on the same memory, without history.
 *
 * @throws TypeError if it has been taken as often as it may.
 * @example
 * // main.ts
 * import { Worker } from 'node:worker_threads';
 * const weights = torch.ones([1000]);
 * new Worker(new URL('./worker.js', import.meta.url), { workerData: weights.share() });
 *
 * // worker.ts
 * import { workerData } from 'node:worker_threads';
 * torch.fromShared(workerData).add_(1); // seen on both sides
 */
export function fromShared(shared: SharedTensor, ...surplus: []): Tensor {
  refuseSurplus('torch.fromShared', 1, surplus);
  const tensor = wrap(native.take(ticketOf('torch.fromShared', shared)));
  return shared.requiresGrad ? tensor.requiresGrad_() : tensor;
}

/**
 * Releases a shared tensor that nobody will take, for example because its worker has ended. A second call does nothing.
 */
export function discardShared(shared: SharedTensor, ...surplus: []): void {
  refuseSurplus('torch.discardShared', 1, surplus);
  native.discard(ticketOf('torch.discardShared', shared));
}

/** A value with {@link SharedTensor} in place of each tensor. */
export type SharedState<T> = T extends Tensor
  ? SharedTensor
  : T extends Map<infer K, infer V>
    ? Map<K, SharedState<V>>
    : T extends object
      ? { [K in keyof T]: SharedState<T[K]> }
      : T;

/** The value that a {@link SharedState} came from. */
export type UnsharedState<S> = S extends SharedTensor
  ? Tensor
  : S extends Map<infer K, infer V>
    ? Map<K, UnsharedState<V>>
    : S extends object
      ? { [K in keyof S]: UnsharedState<S[K]> }
      : S;

/**
 * Shares every tensor of a state dict, or of any tree of plain objects, arrays and maps; other values stay. The tensors
 * are shared as they are: what changes them in place changes them on both sides.
 *
 * @example
 * import { Worker } from 'node:worker_threads';
 * const worker = new Worker(new URL('./worker.js', import.meta.url));
 * worker.postMessage(torch.shareState(model.stateDict()));
 */
export function shareState<T>(state: T, options: ShareOptions = {}, ...surplus: []): SharedState<T> {
  refuseSurplus('torch.shareState', 2, surplus);
  return mapTree(state, (value) => (isTensor(value) ? share.call(value, options) : undefined)) as SharedState<T>;
}

/** What {@link shareState} was given, with tensors of this worker. */
export function fromSharedState<S>(state: S, ...surplus: []): UnsharedState<S> {
  refuseSurplus('torch.fromSharedState', 1, surplus);
  return mapTree(state, (value) => (isShared(value) ? fromShared(value) : undefined)) as UnsharedState<S>;
}

/** A copy of a tree in which `leaf` replaces values. A value for which it returns undefined stays. */
function mapTree(value: unknown, leaf: (value: object) => unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const replaced = leaf(value);
  if (replaced !== undefined) return replaced;
  if (Array.isArray(value)) return value.map((item) => mapTree(item, leaf));
  if (types.isMap(value)) return new Map([...value].map(([key, item]) => [key, mapTree(item, leaf)]));
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTree(item, leaf)]));
}

declare module './tensor' {
  interface Tensor {
    /**
     * A token with which another worker of this process takes the same memory, once or `uses` times. The autograd
     * history stays here. A leaf's `requiresGrad` is passed on.
     *
     * @see fromShared
     */
    share(options?: ShareOptions): SharedTensor;
  }
}

Object.defineProperty(Tensor.prototype, 'share', { value: share, configurable: true, writable: true });
