import { indexError, typeError, valueError } from '../errors';
import { iterable, nullable, value } from '../arguments/fields';
import { isObject, isPlainObject } from '../arguments/plain-object';
import { readArguments } from '../arguments/read';
import { Generator } from '../tensor/generator';
import { indexList, lengthOf } from './dataset-check';
import { Dataset, IterableDataset, type MapDataset, isIterableDataset, takesPrefetched } from './dataset';
import { randperm, takeIndices } from './draw';
import { nameOf, show } from '../arguments/describe';
import { limitArguments } from '../arguments/surplus';

const dataset = { ...value<MapDataset<unknown> | readonly unknown[]>('a dataset or an array', isObject), object: true };
const SUBSET = { dataset, indices: indexList() };
const DATASETS = { datasets: iterable<Iterable<unknown>>('an iterable of datasets') };

/**
 * Some samples of a dataset, by their indices.
 *
 * @see https://docs.pytorch.org/docs/2.13/data.html#torch.utils.data.Subset
 * @example
 * new data.Subset([10, 20, 30], [2, 0]).get(0); // 30
 */
export class Subset<T> extends Dataset<T> {
  readonly dataset: MapDataset<T>;
  readonly indices: readonly number[];
  /** There where the dataset prefetches: see {@link MapDataset.prefetch}. */
  readonly prefetch?: (index: number) => unknown;

  constructor(...args: [dataset: MapDataset<T> | readonly T[], indices: readonly number[]]) {
    super();
    const { dataset, indices } = readArguments('Subset', SUBSET, args);
    this.dataset = asDataset(dataset as MapDataset<T> | readonly T[]);
    const length = lengthOf(this.dataset);
    const bad = indices.findIndex((index) => !Number.isInteger(index) || index < 0 || index >= length);
    if (bad >= 0) {
      throw indexError(
        `Subset: indices[${bad}] is ${show(indices[bad])}, but ${nameOf(this.dataset)} has the indices 0 to ${length - 1}`,
      );
    }
    this.indices = [...indices];
    const inner = this.dataset;
    if (takesPrefetched(inner)) this.prefetch = (index) => inner.prefetch(this.#at(index));
  }

  get length(): number {
    return this.indices.length;
  }

  #at(index: number): number {
    return this.indices[positionOf('Subset', index, this.length)] as number;
  }

  get(index: number, prefetched?: unknown): T | Promise<T> {
    return getFrom(this.dataset, this.#at(index), prefetched);
  }

  getItems(indices: readonly number[]): readonly T[] | Promise<readonly T[]> {
    return itemsOf(
      this.dataset,
      indices.map((index) => this.#at(index)),
    );
  }
}

/** A sample, of what was prefetched where the dataset takes that. */
function getFrom<T>(dataset: MapDataset<T>, index: number, prefetched: unknown): T | Promise<T> {
  return prefetched === undefined ? dataset.get(index) : dataset.get(index, prefetched);
}

/** What a dataset prefetches for a sample; undefined where it does not. */
function prefetchFrom(dataset: MapDataset<unknown>, index: number): unknown {
  return takesPrefetched(dataset) ? dataset.prefetch(index) : undefined;
}

function itemsOf<T>(dataset: MapDataset<T>, indices: readonly number[]): readonly T[] | Promise<readonly T[]> {
  if (dataset.getItems) return dataset.getItems(indices);
  const items = indices.map((index) => dataset.get(index));
  return items.some((item) => item instanceof Promise) ? Promise.all(items) : (items as T[]);
}

/** A position, which may be counted from the end, as in Python: below 0. */
function positionOf(what: string, index: number, length: number): number {
  const position = index < 0 ? length + index : index;
  if (Number.isInteger(position) && position >= 0 && position < length) return position;
  throw indexError(`${what} has the indices 0 to ${length - 1}, not ${show(index)}`);
}

/** An array is a dataset, as a list is in Python. @internal */
export function asDataset<T>(dataset: MapDataset<T> | readonly T[]): MapDataset<T> {
  if (!Array.isArray(dataset)) return dataset as MapDataset<T>;
  const samples = dataset as readonly T[];
  return {
    get: (index) => samples[positionOf('an array', index, samples.length)] as T,
    get length() {
      return samples.length;
    },
  };
}

const SPLIT = {
  dataset,
  lengths: value<readonly number[]>('an array of lengths or fractions', (v) => Array.isArray(v)),
  generator: nullable(value<Generator>('a torch.Generator', (v) => v instanceof Generator)),
};

/**
 * Splits a dataset at random into parts of the given lengths, or fractions that sum up to 1; what is left over goes to
 * the parts in turn. The parts are Python's for the same seed.
 *
 * @see https://docs.pytorch.org/docs/2.13/data.html#torch.utils.data.random_split
 * @example
 * const [train, heldOut] = data.randomSplit(dataset, [0.8, 0.2], new torch.Generator().manualSeed(42));
 */
export function randomSplit<T, L extends readonly number[]>(
  dataset: MapDataset<T> | readonly T[],
  lengths: readonly [...L],
  generator?:
    | Generator
    | {
        /** Where random numbers come from. @defaultValue null, which means the global generator */
        readonly generator?: Generator | null;
      }
    | null,
): { [K in keyof L]: Subset<T> };
export function randomSplit(...args: readonly unknown[]): Subset<unknown>[] {
  const { dataset, lengths, generator } = readArguments('randomSplit', SPLIT, args);
  const whole = asDataset(dataset);
  const total = lengthOf(whole);
  const counts = countsOf(lengths, total);
  const sum = counts.reduce((a, b) => a + b, 0);
  if (sum !== total) {
    throw valueError(`randomSplit: the lengths sum up to ${sum}, but the dataset has ${total} samples`);
  }
  const order = takeIndices(randperm(total, generator));
  let end = 0;
  return counts.map((count) => new Subset(whole, order.slice(end, (end += count))));
}

/** Python's rule: fractions, if they sum up to one and no more. */
function countsOf(lengths: readonly number[], total: number): number[] {
  const bad = lengths.findIndex((length) => typeof length !== 'number' || !(length >= 0));
  if (bad >= 0) throw valueError(`randomSplit: lengths[${bad}] should be at least 0, got ${show(lengths[bad])}`);
  const sum = lengths.reduce((a, b) => a + b, 0);
  if (!(Math.abs(sum - 1) <= 1e-9 && sum <= 1)) {
    const fraction = lengths.findIndex((length) => !Number.isInteger(length));
    if (fraction < 0) return [...lengths];
    throw valueError(`randomSplit: lengths[${fraction}] is ${lengths[fraction]}, but the fractions sum up to ${sum}`);
  }
  const counts = lengths.map((fraction) => Math.floor(total * fraction));
  const rest = total - counts.reduce((a, b) => a + b, 0);
  for (let i = 0; i < rest; i++) counts[i % counts.length] = (counts[i % counts.length] as number) + 1;
  return counts;
}

/**
 * Datasets one after the other.
 *
 * @see https://docs.pytorch.org/docs/2.13/data.html#torch.utils.data.ConcatDataset
 * @example
 * const both = new data.ConcatDataset([[1, 2], [3]]);
 * both.length; // 3
 * both.get(2); // 3
 */
export class ConcatDataset<T> extends Dataset<T> {
  readonly datasets: readonly MapDataset<T>[];
  /** Where each dataset ends. */
  readonly cumulativeSizes: readonly number[];
  /** There where a dataset prefetches: see {@link MapDataset.prefetch}. */
  readonly prefetch?: (index: number) => unknown;

  constructor(...args: [datasets: Iterable<MapDataset<T> | readonly T[]>]) {
    super();
    const { datasets } = readArguments('ConcatDataset', DATASETS, args);
    this.datasets = Array.from(datasets as Iterable<MapDataset<T> | readonly T[]>, asDataset);
    if (this.datasets.length === 0) throw valueError('ConcatDataset: datasets should not be an empty iterable');
    if (this.datasets.some(isIterableDataset)) throw valueError('ConcatDataset does not support IterableDataset');
    let end = 0;
    this.cumulativeSizes = this.datasets.map((dataset) => (end += lengthOf(dataset)));
    if (this.datasets.some(takesPrefetched)) this.prefetch = (index) => prefetchFrom(...this.#at(index));
  }

  get length(): number {
    return this.cumulativeSizes.at(-1) ?? 0;
  }

  get(index: number, prefetched?: unknown): T | Promise<T> {
    return getFrom(...this.#at(index), prefetched);
  }

  #at(index: number): [dataset: MapDataset<T>, position: number] {
    const position = index < 0 ? this.length + index : index;
    const which = this.cumulativeSizes.findIndex((end) => position < end);
    const dataset = this.datasets[which];
    if (!dataset || !Number.isInteger(position) || position < 0) {
      throw indexError(`ConcatDataset has the indices 0 to ${this.length - 1}, not ${show(index)}`);
    }
    return [dataset, position - (which === 0 ? 0 : (this.cumulativeSizes[which - 1] as number))];
  }
}

/**
 * Iterable datasets one after the other.
 *
 * @see https://docs.pytorch.org/docs/2.13/data.html#torch.utils.data.ChainDataset
 * @example
 * const parts = [[1, 2], [3]].map((samples) => data.IterableDataset.from(() => samples));
 * [...new data.ChainDataset(parts)]; // [1, 2, 3]
 */
export class ChainDataset<T> extends IterableDataset<T> {
  readonly datasets: Iterable<IterableDataset<T>>;

  constructor(...args: [datasets: Iterable<IterableDataset<T>>]) {
    super();
    this.datasets = readArguments('ChainDataset', DATASETS, args).datasets as Iterable<IterableDataset<T>>;
  }

  override *[Symbol.iterator](): globalThis.Generator<T> {
    for (const dataset of this.#checked()) {
      const open = dataset[Symbol.iterator];
      if (!open) throw typeError(`${nameOf(dataset)} is asynchronous: iterate with \`for await\``);
      yield* { [Symbol.iterator]: () => open.call(dataset) };
    }
  }

  override async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    for (const dataset of this.#checked()) yield* dataset as AsyncIterable<T> | Iterable<T>;
  }

  *#checked(): globalThis.Generator<IterableDataset<T>> {
    for (const dataset of this.datasets) {
      if (!isIterableDataset(dataset)) throw valueError('ChainDataset only supports IterableDataset');
      yield dataset;
    }
  }
}

type Part = MapDataset<unknown> | readonly unknown[];
type Parts = readonly Part[] | Readonly<Record<string, Part>>;

type SampleIn<P> = P extends MapDataset<infer T> ? T : P extends readonly (infer T)[] ? T : never;
type Stacked<P extends Parts> = { -readonly [K in keyof P]: SampleIn<P[K]> };

const PARTS = 'datasets in an array or by name';
const STACK = { datasets: { ...value<Parts>(PARTS, (v) => Array.isArray(v) || isPlainObject(v)), object: true } };

/**
 * Datasets of equal lengths side by side: a sample has one of each, in an array or under the same keys.
 *
 * @see https://docs.pytorch.org/docs/2.13/data.html#torch.utils.data.StackDataset
 * @example
 * const pairs = new data.StackDataset({ picture: ['cat.png', 'dog.png'], text: ['a cat', 'a dog'] });
 * pairs.get(1); // { picture: 'dog.png', text: 'a dog' }
 */
export class StackDataset<P extends Parts> extends Dataset<Stacked<P>> {
  readonly length: number;
  readonly datasets: P;
  /** There where a dataset prefetches: see {@link MapDataset.prefetch}. */
  readonly prefetch?: (index: number) => unknown;
  readonly #parts: readonly (readonly [key: string, part: MapDataset<unknown>])[];

  constructor(...args: [datasets: P]) {
    super();
    this.datasets = readArguments('StackDataset', STACK, args).datasets as P;
    this.#parts = Object.entries(this.datasets as Readonly<Record<string, Part>>).map(([key, part]) => {
      if (isObject(part)) return [key, asDataset(part)] as const;
      throw typeError(`StackDataset(): ${show(key)} should be a dataset or an array, got ${show(part)}`);
    });
    const lengths = this.#parts.map(([, part]) => lengthOf(part));
    if (lengths.length === 0) throw valueError('StackDataset: at least one dataset should be passed');
    if (lengths.some((length) => length !== lengths[0])) {
      throw valueError(`StackDataset: size mismatch between datasets: ${lengths.join(', ')}`);
    }
    this.length = lengths[0] as number;
    if (!this.#parts.some(([, part]) => takesPrefetched(part))) return;
    this.prefetch = (index) => settled(this.#parts.map(([, part]) => prefetchFrom(part, index)));
  }

  get(index: number, prefetched?: unknown): Stacked<P> | Promise<Stacked<P>> {
    const parts = (prefetched ?? []) as readonly unknown[];
    const samples = this.#parts.map(([, part], i) => getFrom(part, index, parts[i]));
    const build = (values: readonly unknown[]): Stacked<P> =>
      (Array.isArray(this.datasets)
        ? values
        : Object.fromEntries(values.map((value, i) => [this.#parts[i]?.[0], value]))) as Stacked<P>;
    return samples.some((sample) => sample instanceof Promise) ? Promise.all(samples).then(build) : build(samples);
  }
}

/** All of them, now or when the last one is there. */
const settled = (all: readonly unknown[]): unknown =>
  all.some((one) => one instanceof Promise) ? Promise.all(all) : all;

limitArguments([Subset, ConcatDataset, StackDataset], { get: 2, getItems: 1 });
