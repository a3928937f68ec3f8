import { dataError, type TorchError } from '../../errors';
import type { Seed } from '../../tensor/generator';
import type { Epoch } from '../epoch';
import type { Request } from '../fetch';
import { disposeAll } from '../fresh';
import type { Batching } from './protocol';
import type { Pool, Reported } from './pool';
import { unpack } from './protocol';
import { messageOf } from '../../arguments/describe';

export interface WorkerEpochOptions {
  /** Batches that each worker is ahead. */
  readonly prefetchFactor: number;
  readonly batching: Batching;
  /** Whether the pool serves further epochs. */
  readonly persistent: boolean;
  readonly baseSeed: Seed;
  /** Whether batches are taken in the order in which they were asked for. */
  readonly inOrder: boolean;
}

let epochs = 0;

/**
 * An epoch whose batches are made by worker threads. Batches are asked of the workers in turn and taken in the same
 * order, unless that is not wanted, and no more than `prefetchFactor` of each are on their way: that is the back-pressure.
 */
export class WorkerEpoch implements Epoch {
  readonly #number = ++epochs;
  readonly #requests: Iterator<Request> | null;
  /** The workers that owe a batch, in order. */
  readonly #owed: number[] = [];
  /** Workers whose stream has not ended. */
  readonly #active: boolean[];
  #turn = 0;
  #unwanted = 0;
  #closed = false;
  #started = false;

  /** `requests` is null for an iterable dataset, of which each worker has a copy. */
  constructor(
    readonly pool: Pool,
    requests: Iterable<Request> | null,
    readonly options: WorkerEpochOptions,
  ) {
    this.#requests = requests?.[Symbol.iterator]() ?? null;
    this.#active = new Array<boolean>(pool.size).fill(true);
  }

  next(): unknown {
    return this.#closing(() => {
      for (;;) {
        const workers = this.#await();
        if (workers.length === 0) return undefined;
        const batch = this.#accept(this.pool.receive(workers, this.#number));
        if (batch !== undefined) return batch;
      }
    });
  }

  async nextAsync(): Promise<unknown> {
    for (;;) {
      const workers = this.#await();
      if (workers.length === 0) return undefined;
      try {
        const batch = this.#accept(await this.pool.receiveAsync(workers, this.#number));
        if (batch !== undefined) return batch;
      } catch (error) {
        this.#abandon();
        throw error;
      }
    }
  }

  get open(): boolean {
    return !this.#closed;
  }

  /** A map-style dataset is not asked for them; a stream is read and dropped. */
  skip(batches: number): void {
    if (this.#requests) for (let i = 0; i < batches; i++) this.#requests.next();
    else this.#unwanted = batches;
    // The workers go on in turn where they would have been.
    if (this.#requests) this.#turn = batches % this.pool.size;
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#requests?.return?.();
    if (!this.options.persistent) this.pool.close();
  }

  #closing<R>(body: () => R): R {
    try {
      return body();
    } catch (error) {
      this.#abandon();
      throw error;
    }
  }

  /** After an error the workers' state is unknown: they end, even where they should persist. */
  #abandon(): void {
    this.close();
    this.pool.close();
  }

  #start(): void {
    this.#started = true;
    for (let worker = 0; worker < this.pool.size; worker++) {
      const seed = BigInt(this.options.baseSeed) + BigInt(worker);
      this.pool.send(worker, { type: 'epoch', epoch: this.#number, seed, batching: this.options.batching });
    }
  }

  /** Keeps the workers busy and says whose batch comes next: one worker's, or that of any which owes one. */
  #await(): readonly number[] {
    if (this.#closed) return [];
    if (!this.#started) this.#start();
    while (this.#owed.length < this.pool.size * this.options.prefetchFactor && this.#ask());
    return this.options.inOrder ? this.#owed.slice(0, 1) : [...new Set(this.#owed)];
  }

  #ask(): boolean {
    const worker = this.#pick();
    if (worker === undefined) return false;
    const step = this.#requests?.next();
    if (step?.done) return false;
    this.pool.send(worker, { type: 'batch', epoch: this.#number, request: step ? step.value : null });
    this.#owed.push(worker);
    return true;
  }

  /** The workers take turns; those whose stream has ended are left out. */
  #pick(): number | undefined {
    for (let i = 0; i < this.pool.size; i++) {
      const worker = (this.#turn + i) % this.pool.size;
      if (!this.#active[worker] || !this.#hasRoom(worker)) continue;
      this.#turn = worker + 1;
      return worker;
    }
    return undefined;
  }

  /** Where batches come in any order, a slow worker is not asked for more than it has room for. */
  #hasRoom(worker: number): boolean {
    if (this.options.inOrder) return true;
    return this.#owed.filter((one) => one === worker).length < this.options.prefetchFactor;
  }

  #accept([worker, report]: Reported): unknown {
    this.#owed.splice(this.#owed.indexOf(worker), 1);
    if (report.type === 'error') throw rethrown(report.error, worker);
    if (report.type === 'end') {
      this.#active[worker] = false;
      return undefined;
    }
    const batch = unpack((report as { value: unknown }).value);
    if (this.#unwanted === 0) return batch;
    this.#unwanted--;
    disposeAll(batch);
    return undefined;
  }
}

function rethrown(cause: unknown, worker: number): TorchError {
  const message = messageOf(cause);
  return dataError(`in DataLoader worker ${worker}: ${message}`, { cause });
}
