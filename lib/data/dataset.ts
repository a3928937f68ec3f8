import { show } from '../arguments/describe';
import { typeError } from '../errors';
import { refuseSurplus, takesNothing } from '../arguments/read';

/**
 * What a {@link DataLoader} needs of a map-style dataset. `get` may return a promise; then the loader is iterated with
 * `for await`.
 */
export interface MapDataset<T> {
  /** The sample at `index`, from 0 to `length - 1`. */
  get(index: number): T | Promise<T>;
  /** How many items there are. */
  readonly length: number;
  /** Several samples at once, where that is cheaper than one by one: Python's `__getitems__`. */
  getItems?(indices: readonly number[]): readonly T[] | Promise<readonly T[]>;
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
  abstract get(index: number): T | Promise<T>;
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
export function isIterable(dataset: object): dataset is IterableDataset<unknown> {
  return dataset instanceof IterableDataset;
}
