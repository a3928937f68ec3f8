import type { IterableDataset } from './dataset';
import type { Epoch } from './epoch';
import { isThenable } from '../arguments/synchronous';
import { dataError, type TorchError, typeError } from '../errors';
import { messageOf, nameOf } from '../arguments/describe';

/** How samples become batches. */
export interface StreamOptions {
  readonly batchSize: number | null;
  readonly dropLast: boolean;
  readonly collate: (samples: never) => unknown;
}

/** The epoch of an iterable dataset in this thread: samples are collected to batches as they come. */
export class StreamEpoch implements Epoch {
  #samples: Iterator<unknown> | AsyncIterator<unknown> | null = null;
  #ended = false;
  #count = 0;
  /** Samples to be dropped before the next batch. */
  #unwanted = 0;

  constructor(
    readonly dataset: IterableDataset<unknown>,
    readonly plan: StreamOptions,
  ) {}

  next(): unknown {
    const { batchSize } = this.plan;
    const samples: unknown[] = [];
    while (!this.#ended && samples.length < (batchSize ?? 1)) {
      const step = this.#step(this.#open(false) as Iterator<unknown>);
      if (isThenable(step)) throw needsAwait(this.dataset);
      this.#take(step as IteratorResult<unknown>, samples);
    }
    const batch = this.#join(samples);
    if (isThenable(batch)) throw needsAwait(this.dataset);
    return batch;
  }

  async nextAsync(): Promise<unknown> {
    const { batchSize } = this.plan;
    const samples: unknown[] = [];
    while (!this.#ended && samples.length < (batchSize ?? 1)) {
      const step = await this.#step(this.#open(true));
      this.#take(step as IteratorResult<unknown>, samples);
    }
    return this.#join(samples);
  }

  #open(asynchronous: boolean): Iterator<unknown> | AsyncIterator<unknown> {
    if (this.#samples) return this.#samples;
    const { dataset } = this;
    const names = asynchronous ? [Symbol.asyncIterator, Symbol.iterator] : [Symbol.iterator];
    for (const name of names) {
      const open = dataset[name as typeof Symbol.iterator];
      if (typeof open === 'function') return (this.#samples = open.call(dataset));
    }
    if (!asynchronous && typeof dataset[Symbol.asyncIterator] === 'function') throw needsAwait(dataset);
    throw typeError(`${nameOf(dataset)} has neither [Symbol.iterator] nor [Symbol.asyncIterator]`);
  }

  #step(samples: Iterator<unknown> | AsyncIterator<unknown>): unknown {
    try {
      const step: unknown = samples.next();
      if (!isThenable(step)) return step;
      return Promise.resolve(step).catch((cause: unknown) => {
        throw this.#failure(cause);
      });
    } catch (cause) {
      throw this.#failure(cause);
    }
  }

  #failure(cause: unknown): TorchError {
    this.#ended = true;
    const message = messageOf(cause);
    return dataError(`${nameOf(this.dataset)} failed after ${this.#count} samples: ${message}`, { cause });
  }

  #take(step: IteratorResult<unknown>, samples: unknown[]): void {
    if (step.done) {
      this.#ended = true;
      return;
    }
    this.#count++;
    if (this.#unwanted > 0) this.#unwanted--;
    else samples.push(step.value);
  }

  #join(samples: unknown[]): unknown {
    const { batchSize, dropLast, collate } = this.plan;
    if (samples.length === 0 || (dropLast && samples.length < (batchSize ?? 1))) return undefined;
    return (collate as (samples: unknown) => unknown)(batchSize === null ? samples[0] : samples);
  }

  /** A stream is read and dropped, before the first batch: there is no other way. */
  skip(batches: number): void {
    this.#unwanted = batches * (this.plan.batchSize ?? 1);
  }

  close(): void {
    if (this.#ended) return;
    this.#ended = true;
    const closing: unknown = this.#samples?.return?.();
    if (isThenable(closing)) Promise.resolve(closing).catch(() => undefined);
  }
}

function needsAwait(dataset: object): TypeError {
  return typeError(`${nameOf(dataset)} is asynchronous: iterate its DataLoader with \`for await\``);
}
