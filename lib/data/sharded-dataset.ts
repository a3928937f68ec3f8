import { choice, int, keyword, nullable, value } from '../arguments/fields';
import { nameOf } from '../arguments/describe';
import { readArguments } from '../arguments/read';
import { typeError } from '../errors';
import { IterableDataset } from './dataset';
import { replicaOf } from './replicas';
import { getWorkerInfo } from './worker/info';

export interface ShardedDatasetOptions {
  /** How many processes share the dataset; by default those of the process group. */
  readonly numReplicas?: number | null;
  /** Which of them this one is; by default its rank in the process group. */
  readonly rank?: number | null;
  /**
   * What becomes of the last samples where there are too few for all: with `pad` the first ones come again, so that all
   * shares have the same length, and with `drop` the last ones are left out. With `keep` each sample comes once, and shares
   * may differ by one sample. @defaultValue 'keep'
   */
  readonly uneven?: 'keep' | 'pad' | 'drop';
}

const TABLE = {
  dataset: {
    ...value<IterableDataset<unknown>>('an IterableDataset', (v) => v instanceof IterableDataset),
    object: true,
  },
  numReplicas: keyword(nullable(int())),
  rank: keyword(nullable(int())),
  uneven: keyword(choice(['keep', 'pad', 'drop'], 'keep')),
};

/** Which of all shares this one is: a rank has one for each of its loader's workers. */
interface Shard {
  readonly index: number;
  readonly count: number;
}

/**
 * The share of one process, and within it of one worker of its loader, in a dataset that is read as a stream: every n-th
 * sample. All shares together have each sample once. Each of them reads the whole stream and keeps its part, so that they agree
 * on what a sample is even where bad rows are left out; for large files on many ranks, give each rank files of its own.
 *
 * A {@link DataLoader} over it resumes in the middle of an epoch on every rank with the state that it had on that rank.
 *
 * @throws TorchValueError Without `numReplicas` and `rank` before `initProcessGroup`. In a loader's worker, `RANK` and
 * `WORLD_SIZE` of the environment say it, and without them there is one process.
 * @see https://docs.pytorch.org/docs/2.13/data.html#torch.utils.data.IterableDataset
 * @example
 * const numbers = data.IterableDataset.from(function* () {
 *   for (let i = 0; i < 10; i++) yield i;
 * });
 * const shard = new data.ShardedDataset(numbers, { numReplicas: 2, rank: 1 });
 * [...new data.DataLoader(shard, { batchSize: null })]; // [1, 3, 5, 7, 9]
 */
export class ShardedDataset<T> extends IterableDataset<T> {
  readonly dataset: IterableDataset<T>;
  readonly numReplicas: number;
  readonly rank: number;
  readonly #uneven: 'keep' | 'pad' | 'drop';

  constructor(dataset: IterableDataset<T>, options?: ShardedDatasetOptions);
  constructor(...args: readonly unknown[]) {
    super();
    const given = readArguments('ShardedDataset', TABLE, args);
    const { numReplicas, rank } = replicaOf(given);
    [this.dataset, this.numReplicas, this.rank] = [given.dataset as IterableDataset<T>, numReplicas, rank];
    this.#uneven = given.uneven;
    const { length } = this.dataset as { readonly length?: unknown };
    // Only what is known can be divided; the loader asks whether there is a length at all.
    if (typeof length === 'number') Object.defineProperty(this, 'length', { get: () => this.#share(length) });
  }

  override *[Symbol.iterator](): Generator<T, void, undefined> {
    const { dataset } = this;
    if (typeof dataset[Symbol.iterator] !== 'function') {
      throw typeError(`${nameOf(dataset)} is asynchronous: iterate with \`for await\``);
    }
    const sieve = new Sieve<T>(this.#shard(), this.#uneven);
    for (const sample of dataset as Iterable<T>) yield* sieve.take(sample);
    yield* sieve.rest();
  }

  override async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    const { dataset } = this;
    if (!dataset[Symbol.asyncIterator] && !dataset[Symbol.iterator]) {
      throw typeError(`${nameOf(dataset)} has neither [Symbol.iterator] nor [Symbol.asyncIterator]`);
    }
    const sieve = new Sieve<T>(this.#shard(), this.#uneven);
    for await (const sample of dataset as AsyncIterable<T>) yield* sieve.take(sample);
    yield* sieve.rest();
  }

  #shard(): Shard {
    const { id, numWorkers } = getWorkerInfo() ?? { id: 0, numWorkers: 1 };
    return { index: this.rank * numWorkers + id, count: this.numReplicas * numWorkers };
  }

  #share(length: number): number {
    const { index, count } = this.#shard();
    if (this.#uneven === 'keep') return Math.floor(length / count) + (index < length % count ? 1 : 0);
    return this.#uneven === 'drop' ? Math.floor(length / count) : Math.ceil(length / count);
  }
}

/** Lets the samples of one shard through, in rounds of one sample for each shard. */
class Sieve<T> {
  #seen = 0;
  /** The first samples, of which a shard that is short takes one; a round of them suffices. */
  readonly #first: T[] = [];
  /** This shard's sample of a round that is not complete yet. */
  #waiting: T | undefined;

  constructor(
    readonly shard: Shard,
    readonly uneven: 'keep' | 'pad' | 'drop',
  ) {}

  take(sample: T): T[] {
    const { index, count } = this.shard;
    const place = this.#seen++ % count;
    if (this.uneven === 'pad' && this.#first.length < count) this.#first.push(sample);
    if (this.uneven !== 'drop') return place === index ? [sample] : [];
    if (place === index) this.#waiting = sample;
    if (place !== count - 1) return [];
    const ready = this.#waiting as T;
    this.#waiting = undefined;
    return [ready];
  }

  /** At the end of the stream: the first samples again, where the last round has none for this shard. */
  rest(): T[] {
    const { index, count } = this.shard;
    const last = this.#seen % count;
    if (this.uneven !== 'pad' || last === 0 || index < last) return [];
    return [this.#first[(index - last) % this.#first.length] as T];
  }
}
