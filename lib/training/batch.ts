import { DataLoader, TensorDataset } from '../data/index';
import { type Tensor, isTensor } from '../tensor-methods';
import type { Batches } from './options';
import { typeError } from '../errors';

/** A loader's iterator, whichever kind it is. */
export type BatchIterator<B> = Iterator<B> | AsyncIterator<B>;

export function iteratorOf<B>(loader: Batches<B>): BatchIterator<B> {
  if (typeof loader === 'object' && loader !== null) {
    if (Symbol.iterator in loader) return loader[Symbol.iterator]();
    if (Symbol.asyncIterator in loader) return loader[Symbol.asyncIterator]();
  }
  throw typeError('Trainer: expected a DataLoader, an array of batches or another iterable');
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
export function moveTo<B>(batch: B, device: string): B {
  if (isTensor(batch)) return (batch as unknown as Tensor).to(device) as unknown as B;
  if (Array.isArray(batch)) return batch.map((item: unknown) => moveTo(item, device)) as B;
  if (typeof batch !== 'object' || batch === null || Object.getPrototypeOf(batch) !== Object.prototype) return batch;
  return Object.fromEntries(Object.entries(batch).map(([key, value]) => [key, moveTo(value, device)])) as B;
}

/** How many samples a batch has: the first extent of its first tensor. */
export function samplesIn(batch: unknown): number {
  return tensorsIn(batch)[0]?.shape[0] ?? 1;
}
