/** Batches in pinned memory, for a GPU to copy from. */
import { asFunction } from '../ops/dispatch/operator';
import { type Tensor, isTensor } from '../tensor/tensor';
import type { Epoch } from './epoch';

const pinMemory = asFunction<(tensor: Tensor) => Tensor>('aten::pin_memory');

/** Pins what another epoch gives. */
export class PinnedEpoch implements Epoch {
  constructor(readonly epoch: Epoch) {}

  next(): unknown {
    return pinned(this.epoch.next());
  }

  async nextAsync(): Promise<unknown> {
    return pinned(await this.epoch.nextAsync());
  }

  skip(batches: number): void {
    this.epoch.skip(batches);
  }

  close(): void {
    this.epoch.close();
  }
}

/** Something of a batch that knows how to pin itself. */
interface Pinnable {
  pinMemory(): unknown;
}

/** Python's rule: tensors, and those in maps, arrays and objects; an object that has `pinMemory` is asked to do it. @internal */
export function pinned(batch: unknown, pin: (tensor: Tensor) => Tensor = pinMemory): unknown {
  if (isTensor(batch)) return replaced(batch, pin(batch));
  if (typeof batch !== 'object' || batch === null) return batch;
  if (typeof (batch as Partial<Pinnable>).pinMemory === 'function') return (batch as Pinnable).pinMemory();
  if (Array.isArray(batch)) return batch.map((item) => pinned(item, pin));
  if (batch instanceof Map) return new Map([...batch].map(([key, item]) => [key, pinned(item, pin)]));
  const prototype: unknown = Object.getPrototypeOf(batch);
  if (prototype !== Object.prototype && prototype !== null) return batch;
  return Object.fromEntries(Object.entries(batch).map(([key, item]) => [key, pinned(item, pin)]));
}

function replaced(old: Tensor, now: Tensor): Tensor {
  if (now !== old) old.dispose();
  return now;
}
