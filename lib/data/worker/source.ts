import { IterableDataset, type MapDataset } from '../dataset';
import type { WorkerDataset } from '../worker-dataset';
import { Pool, type PoolOptions } from './pool';
import { typeError } from '../../errors';

/** A dataset that lives in workers: what the loader's own thread must know of it, and the workers. */
export class WorkerSource {
  #pool: Pool | null = null;

  constructor(
    readonly dataset: WorkerDataset,
    readonly options: PoolOptions,
  ) {}

  /** Stands for the dataset in the loader's thread, where only its kind and length are asked for. */
  standIn(): MapDataset<unknown> | IterableDataset<unknown> {
    const { knownLength } = this.dataset;
    if (knownLength !== null) return mapOf(knownLength);
    const { length, iterable } = this.pool().describe();
    if (!iterable) return mapOf(length ?? 0);
    return Object.assign(IterableDataset.from(elsewhere), length === null ? {} : { length });
  }

  /** The workers: those that still run, or new ones. */
  pool(): Pool {
    if (!this.#pool || this.#pool.closed) this.#pool = new Pool(this.dataset, this.options);
    return this.#pool;
  }

  /** Workers for an epoch of its own; a second loop at the same time gets workers of its own. */
  take(persistent: boolean, busy: boolean): Pool {
    if (busy) return new Pool(this.dataset, this.options);
    const pool = this.pool();
    if (!persistent) this.#pool = null;
    return pool;
  }

  /** Whether there are workers that still run. */
  get alive(): boolean {
    return this.#pool?.closed === false;
  }

  close(): void {
    this.#pool?.close();
  }
}

function mapOf(length: number): MapDataset<unknown> {
  return { length, get: elsewhere };
}

function elsewhere(): never {
  throw typeError('this dataset lives in the workers of its DataLoader');
}
