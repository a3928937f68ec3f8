import { show } from '../arguments/describe';
import { typeError } from '../errors';
import { refuseSurplus, takesNothing } from '../arguments/read';

/**
 * What a {@link DataLoader} needs of a map-style dataset. `get` may return a promise; then the loader is iterated with
 * `for await`.
 */
export interface MapDataset<T> {
  /**
   * The sample at `index`, from 0 to `length - 1`.
   *
   * What it draws before it waits for anything is drawn in the order of the indices. What it draws after an `await` is drawn
   * when that is over, so that one seed gives other numbers from run to run; {@link MapDataset.prefetch} is the way out.
   *
   * @param prefetched - What `prefetch` gave for this index. A `get` without this parameter is never given any.
   */
  get(index: number, prefetched?: unknown): T | Promise<T>;
  /** How many items there are. */
  readonly length: number;
  /** Several samples at once, where that is cheaper than one by one: Python's `__getitems__`. */
  getItems?(indices: readonly number[]): readonly T[] | Promise<readonly T[]>;
  /**
   * Reads what a sample is made of, and draws no random numbers: a promise of the bytes of a file. A loader that is iterated
   * with `for await` calls it for the samples of some batches ahead. When a batch is asked for, it calls `get` for one of its
   * samples after another, each with what was read, so that random numbers are drawn as in Python without workers.
   *
   * @example
   * import { readFile } from 'node:fs/promises';
   * class Crops extends data.Dataset<torch.Tensor> {
   *   readonly length = 3;
   *   prefetch(index: number): Promise<Buffer> {
   *     return readFile(`${index}.bin`);
   *   }
   *   async get(index: number, prefetched?: unknown): Promise<torch.Tensor> {
   *     const bytes = (await (prefetched ?? this.prefetch(index))) as Buffer;
   *     return torch.tensor(bytes).narrow(0, torch.randint(0, 4, [1]).item<number>(), 4);
   *   }
   * }
   */
  prefetch?(index: number): unknown;
}

/** A dataset that prefetches. */
export type Prefetching<T = unknown> = MapDataset<T> & Required<Pick<MapDataset<T>, 'prefetch'>>;

/** Whether `get` takes what `prefetch` gives. A subclass whose `get` has one parameter would not look at it. @internal */
export function takesPrefetched<T>(dataset: MapDataset<T>): dataset is Prefetching<T> {
  return typeof dataset.prefetch === 'function' && dataset.get.length > 1;
}

/**
 * A map-style dataset: samples by index.
 *
 * @see https://docs.pytorch.org/docs/2.13/data.html#torch.utils.data.Dataset
 * @example
 * class Squares extends data.Dataset<[torch.Tensor, number]> {
 *   readonly length = 1000;
 *   get(index: number): [torch.Tensor, number] {
 *     return [torch.full([4], index), (index * index) % 2];
 *   }
 * }
 * const loader = new data.DataLoader(new Squares(), { batchSize: 64, shuffle: true });
 */
export abstract class Dataset<T> implements MapDataset<T> {
  constructor(...args: []) {
    takesNothing(this.constructor.name, args);
  }

  abstract readonly length: number;
  /** The sample at `index`: see {@link MapDataset.get}. */
  abstract get(index: number, prefetched?: unknown): T | Promise<T>;
}

/** The samples of a dataset, type by type. */
export type SampleOf<D> = D extends MapDataset<infer T> ? T : D extends IterableDataset<infer T> ? T : never;

/**
 * A dataset that is read from its start to its end: a file, a stream, a generator. A subclass has one of
 * `[Symbol.iterator]` and `[Symbol.asyncIterator]`; {@link IterableDataset.from} wraps what can be iterated already.
 * A `length` is optional. With several workers each of them iterates its own copy: use {@link getWorkerInfo} to share the work out.
 *
 * @see https://docs.pytorch.org/docs/2.13/data.html#torch.utils.data.IterableDataset
 * @example
 * import { createReadStream } from 'node:fs';
 * import readline from 'node:readline';
 * class Lines extends data.IterableDataset<string> {
 *   override async *[Symbol.asyncIterator]() {
 *     yield* readline.createInterface({ input: createReadStream('mails.txt') });
 *   }
 * }
 */
export abstract class IterableDataset<T> {
  constructor(...args: []) {
    takesNothing(this.constructor.name, args);
  }

  [Symbol.iterator]?(): Iterator<T>;
  [Symbol.asyncIterator]?(): AsyncIterator<T>;

  /**
   * A dataset over anything that can be iterated: a function that returns a generator, a Node stream, an array. A
   * function is called for each epoch; a stream or generator object lasts for one.
   *
   * @example
   * const numbers = data.IterableDataset.from(function* () {
   *   for (let i = 0; i < 10; i++) yield i;
   * });
   */
  static from<T>(source: Source<T> | (() => Source<T>), ...surplus: []): IterableDataset<T> {
    refuseSurplus('IterableDataset.from', 1, surplus);
    if (typeof source !== 'function') checkSource(source);
    return new Wrapped(typeof source === 'function' ? source : () => source);
  }
}

/** Fails on what cannot be iterated; what a function gives is looked at when it is called. */
function checkSource(source: unknown): void {
  const given = Object(source) as Partial<Iterable<unknown> & AsyncIterable<unknown>>;
  if (typeof given[Symbol.iterator] === 'function' || typeof given[Symbol.asyncIterator] === 'function') return;
  throw typeError(`IterableDataset.from(): expected an iterable or a function that gives one, got ${show(source)}`);
}

type Source<T> = Iterable<T> | AsyncIterable<T>;

class Wrapped<T> extends IterableDataset<T> {
  constructor(readonly open: () => Source<T>) {
    super();
  }

  override [Symbol.iterator](): Iterator<T> {
    const source = this.open();
    if (Symbol.iterator in source) return source[Symbol.iterator]();
    throw typeError('this dataset is read from an asynchronous source: iterate its DataLoader with `for await`');
  }

  override async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    yield* this.open();
  }
}

/** Whether a dataset is iterated rather than indexed. */
export function isIterableDataset(dataset: object): dataset is IterableDataset<unknown> {
  return dataset instanceof IterableDataset;
}
