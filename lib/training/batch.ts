import { DataLoader, TensorDataset } from '../data/index';
import { type Tensor, isTensor } from '../ops/tensor-methods';
import type { DeviceLike } from '../tensor/device';
import { show } from '../arguments/describe';
import { isPlainObject } from '../arguments/plain-object';
import { typeError } from '../errors';

/**
 * What a run iterates: a `DataLoader`, an array of batches, or any iterable that starts anew each time. What can be
 * iterated asynchronously is, so that the event loop turns while a batch is waited for.
 */
export type Batches<B> = Iterable<B> | AsyncIterable<B>;

/**
 * A loader's iterator. The asynchronous one comes first: a dataset may be asynchronous, and whoever waits for a worker
 * lets the event loop turn.
 */
export type BatchIterator<B> = Iterator<B> | AsyncIterator<B>;

export function iteratorOf<B>(loader: Batches<B>): BatchIterator<B> {
  if (typeof loader === 'object' && loader !== null && !isTensor(loader)) {
    if (Symbol.asyncIterator in loader) return loader[Symbol.asyncIterator]();
    if (Symbol.iterator in loader) return loader[Symbol.iterator]();
  }
  throw typeError(`Trainer: expected a DataLoader, an array of batches or another iterable, got ${show(loader)}`);
}

/** Batches of an epoch, where the loader knows. */
export function lengthOf(loader: Batches<unknown>): number | null {
  try {
    const { length } = loader as { length?: unknown };
    return typeof length === 'number' && Number.isFinite(length) ? length : null;
  } catch {
    // A DataLoader over a stream has none.
    return null;
  }
}

/** Tells a sampler that wants to know it which epoch begins; so do we, and a loop by hand. */
export function setEpochOf(loader: Batches<unknown>, epoch: number): void {
  const { sampler, setEpoch } = loader as { sampler?: unknown; setEpoch?: unknown };
  const target = (typeof setEpoch === 'function' ? loader : sampler) as { setEpoch?: (epoch: number) => void } | null;
  if (typeof target?.setEpoch === 'function') target.setEpoch(epoch);
}

/** Whether nobody else has the tensors of its batches. */
export function ownsBatches(loader: Batches<unknown>): boolean {
  return loader instanceof DataLoader && loader.dataset instanceof TensorDataset;
}

/** The tensors in a batch of arrays and plain objects. */
export function tensorsIn(batch: unknown): Tensor[] {
  if (isTensor(batch)) return [batch];
  if (typeof batch !== 'object' || batch === null || ArrayBuffer.isView(batch)) return [];
  return Object.values(batch).flatMap(tensorsIn);
}

/** The batch with its tensors on a device. */
export function moveTo<B>(batch: B, device: DeviceLike): B {
  if (isTensor(batch)) return (batch as unknown as Tensor).to(device) as unknown as B;
  if (Array.isArray(batch)) return batch.map((item: unknown) => moveTo(item, device)) as B;
  if (!isPlainObject(batch)) return batch;
  return Object.fromEntries(Object.entries(batch).map(([key, value]) => [key, moveTo(value, device)])) as B;
}

/** How many samples a batch has: the first extent of its first tensor. */
export function samplesIn(batch: unknown): number {
  return tensorsIn(batch)[0]?.shape[0] ?? 1;
}
