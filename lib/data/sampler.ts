import { type Field, bool, iterable, nullable, value } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { type Generator, Generator as TorchGenerator } from '../tensor/generator';
import { type Tensor, isTensor } from '../tensor/tensor';
import { indexList, lengthOf, whole } from './dataset-check';
import { drawSeed, indexTensor, multinomial, randint, randperm, seeded, takeIndices } from './draw';
import { nameOf, show } from '../arguments/describe';
import { typeError, valueError } from '../errors';
import { limitArguments } from '../arguments/surplus';

/** Anything with a length: a dataset, an array. */
export interface Sized {
  /** How many items there are. */
  readonly length: number;
}

/** Yields the indices of an epoch, anew for each iteration. Any iterable does where a sampler is expected. */
export interface Sampler<T = number> extends Iterable<T> {
  /** How many indices an epoch has. */
  readonly length: number;
}

/** An epoch's whole order. `finish` makes the draws that Python makes at the end of an epoch. */
export interface Order {
  readonly order: Tensor;
  readonly finish?: () => void;
}

/**
 * 0 … length - 1.
 *
 * @see https://docs.pytorch.org/docs/2.13/data.html#torch.utils.data.SequentialSampler
 * @example
 * [...new data.SequentialSampler(['a', 'b', 'c'])]; // [0, 1, 2]
 */
export class SequentialSampler implements Sampler {
  readonly dataSource: Sized;

  constructor(...args: [dataSource: Sized]) {
    this.dataSource = readArguments('SequentialSampler', { dataSource: sized() }, args).dataSource;
  }

  get length(): number {
    return lengthOf(this.dataSource);
  }

  *[Symbol.iterator](): Generator_<number> {
    const { length } = this;
    for (let i = 0; i < length; i++) yield i;
  }

  /** */
  order(): Order {
    return { order: indexTensor(Array.from({ length: this.length }, (_, i) => i)) };
  }
}

/** JavaScript's generator; `Generator` is torch's here. */
export type Generator_<T> = globalThis.Generator<T, void>;

export interface RandomSamplerOptions {
  /** Draw with replacement. */
  readonly replacement?: boolean;
  /** How many to draw; the length of the source by default. */
  readonly numSamples?: number | null;
  /** Without one, a fresh generator is seeded from the default one for each epoch. */
  readonly generator?: Generator | null;
}

/** Something with a length; an object literal does, too. @internal */
export const sized = (): Field<Sized> => ({
  ...value<Sized>('something with a length', (v) => typeof (v as Partial<Sized> | null)?.length === 'number'),
  object: true,
});

const generator = (): Field<Generator | null> =>
  nullable(value<Generator>('a torch.Generator', (v) => v instanceof TorchGenerator));

const RANDOM = {
  dataSource: sized(),
  replacement: bool(false),
  numSamples: nullable(whole('numSamples', 1)),
  generator: generator(),
};

const SUBSET = {
  indices: indexList(),
  generator: generator(),
};

const WEIGHTED = {
  weights: iterable<Iterable<number>>('an iterable of numbers'),
  numSamples: whole('numSamples', 1),
  replacement: bool(true),
  generator: generator(),
};

const BATCH = {
  sampler: iterable<Iterable<number> & Partial<Sized>>('an iterable of indices'),
  batchSize: whole('batchSize', 1),
  dropLast: bool(),
};

/** Python draws with replacement in pieces of this size. */
const PIECE = 32;

/**
 * Shuffled indices, or indices drawn with replacement; the order is Python's for the same seed.
 *
 * @see https://docs.pytorch.org/docs/2.13/data.html#torch.utils.data.RandomSampler
 * @example
 * torch.manualSeed(1);
 * [...new data.RandomSampler([10, 20, 30, 40])]; // [2, 1, 0, 3]
 */
export class RandomSampler implements Sampler {
  readonly replacement: boolean;
  readonly generator: Generator | null;
  readonly #numSamples: number | null;

  readonly dataSource: Sized;

  constructor(dataSource: Sized, options?: RandomSamplerOptions);
  constructor(
    dataSource: Sized,
    replacement?: boolean,
    numSamples?: number | RandomSamplerOptions | null,
    generator?: Generator | RandomSamplerOptions | null,
  );
  constructor(...args: readonly unknown[]) {
    const { dataSource, replacement, numSamples, generator } = readArguments('RandomSampler', RANDOM, args);
    [this.dataSource, this.replacement, this.generator] = [dataSource, replacement, generator];
    this.#numSamples = numSamples;
    if (numSamples === null && lengthOf(dataSource) === 0) {
      throw valueError('numSamples should be a positive integer value, but got numSamples=0: the dataset is empty');
    }
  }

  get numSamples(): number {
    return this.#numSamples ?? lengthOf(this.dataSource);
  }

  get length(): number {
    return this.numSamples;
  }

  *[Symbol.iterator](): Generator_<number> {
    const n = lengthOf(this.dataSource);
    // A source may have become empty, and Python divides by zero here.
    if (n === 0) throw valueError(`${this.numSamples} samples cannot be drawn: the dataset is empty`);
    const generator = this.generator ?? seeded(drawSeed(null));
    const draw = this.replacement
      ? (count: number) => takeIndices(randint(n, count, generator))
      : (count: number) => takeIndices(randperm(n, generator)).slice(0, count);
    const piece = this.replacement ? PIECE : n;
    const { numSamples } = this;
    for (let i = 0; i < Math.floor(numSamples / piece); i++) yield* draw(piece);
    // Python draws a last time even where nothing is left.
    yield* draw(numSamples % piece);
  }

  /** @internal */
  order(): Order {
    const n = lengthOf(this.dataSource);
    const { generator } = this;
    if (!generator) return { order: randperm(n, seeded(drawSeed(null))) };
    return { order: randperm(n, generator), finish: () => randperm(n, generator).dispose() };
  }
}

/**
 * A shuffle of the given indices.
 *
 * @see https://docs.pytorch.org/docs/2.13/data.html#torch.utils.data.SubsetRandomSampler
 * @example
 * const sampler = new data.SubsetRandomSampler([2, 5, 7]);
 * const order = [...sampler]; // 2, 5 and 7 in any order
 * order.length; // 3
 */
export class SubsetRandomSampler implements Sampler {
  readonly indices: readonly number[];
  readonly generator: Generator | null;

  constructor(
    indices: readonly number[],
    generator?:
      | Generator
      | {
          /** Where random numbers come from. @defaultValue null, which means the global generator */
          readonly generator?: Generator | null;
        }
      | null,
  );
  constructor(...args: readonly unknown[]) {
    const given = readArguments('SubsetRandomSampler', SUBSET, args);
    [this.indices, this.generator] = [given.indices, given.generator];
  }

  get length(): number {
    return this.indices.length;
  }

  *[Symbol.iterator](): Generator_<number> {
    for (const i of takeIndices(randperm(this.indices.length, this.generator))) yield this.indices[i] as number;
  }

  /** @internal */
  order(): Order {
    return { order: indexTensor([...this]) };
  }
}

export interface WeightedRandomSamplerOptions {
  /** Draw with replacement. @defaultValue true */
  readonly replacement?: boolean;
  /** Where random numbers come from. @defaultValue null, which means the global generator */
  readonly generator?: Generator | null;
}

/** Numbers of any size: which of them make a distribution is decided where they are drawn from, as in Python. */
function weightsOf(weights: Iterable<number>): number[] {
  const whole = isTensor(weights) ? weights.shape : null;
  const rows = whole && whole.length !== 1 ? [] : Array.from(weights);
  const inner = rows.find((row): boolean => Array.isArray(row) || (isTensor(row) && row.ndim > 0)) as unknown;
  if ((whole && whole.length !== 1) || inner !== undefined) {
    const shape = whole ?? [rows.length, ...(isTensor(inner) ? inner.shape : [(inner as unknown[]).length])];
    throw valueError(`weights should be a 1d sequence but given weights have shape [${shape.join(', ')}]`);
  }
  return rows.map((weight, i) => {
    const number: unknown = isTensor(weight) ? weight.item() : weight;
    if (typeof number === 'number' || typeof number === 'bigint') return Number(number);
    throw typeError(`WeightedRandomSampler(): weights[${i}] should be a number, got ${show(weight)}`);
  });
}

/**
 * Indices drawn with the given probabilities, which need not sum to one. Weights that are negative, infinite or NaN, or
 * all zero, are a TorchError when indices are drawn.
 *
 * @see https://docs.pytorch.org/docs/2.13/data.html#torch.utils.data.WeightedRandomSampler
 * @example
 * const sampler = new data.WeightedRandomSampler([0.1, 0.9, 0.4], 5);
 */
export class WeightedRandomSampler implements Sampler {
  readonly weights: readonly number[];
  readonly numSamples: number;
  readonly replacement: boolean;
  readonly generator: Generator | null;

  constructor(weights: Iterable<number>, numSamples: number, options?: WeightedRandomSamplerOptions);
  constructor(
    weights: Iterable<number>,
    numSamples: number,
    replacement?: boolean,
    generator?: Generator | WeightedRandomSamplerOptions | null,
  );
  constructor(...args: readonly unknown[]) {
    const { weights, numSamples, replacement, generator } = readArguments('WeightedRandomSampler', WEIGHTED, args);
    this.weights = weightsOf(weights);
    [this.numSamples, this.replacement, this.generator] = [numSamples, replacement, generator];
  }

  get length(): number {
    return this.numSamples;
  }

  *[Symbol.iterator](): Generator_<number> {
    yield* takeIndices(this.order().order);
  }

  /** @internal */
  order(): Order {
    return { order: multinomial(this.weights, this.numSamples, this.replacement, this.generator) };
  }
}

/**
 * Lists of `batchSize` indices of another sampler.
 *
 * @see https://docs.pytorch.org/docs/2.13/data.html#torch.utils.data.BatchSampler
 * @example
 * [...new data.BatchSampler(new data.SequentialSampler({ length: 10 }), 3, false)]; // [[0, 1, 2], …, [9]]
 */
export class BatchSampler implements Sampler<number[]> {
  readonly batchSize: number;
  readonly dropLast: boolean;

  readonly sampler: Iterable<number> & Partial<Sized>;

  constructor(sampler: Iterable<number> & Partial<Sized>, batchSize: number, dropLast: boolean);
  constructor(
    sampler: Iterable<number> & Partial<Sized>,
    options: { readonly batchSize: number; readonly dropLast: boolean },
  );
  constructor(...args: readonly unknown[]) {
    const { sampler, batchSize, dropLast } = readArguments('BatchSampler', BATCH, args);
    [this.sampler, this.batchSize, this.dropLast] = [sampler, batchSize, dropLast];
  }

  get length(): number {
    if (this.sampler.length === undefined) throw typeError(`${nameOf(this.sampler)} has no length`);
    const batches = lengthOf(this.sampler as Sized) / this.batchSize;
    return this.dropLast ? Math.floor(batches) : Math.ceil(batches);
  }

  *[Symbol.iterator](): Generator_<number[]> {
    let batch: number[] = [];
    for (const index of this.sampler) {
      batch.push(index);
      if (batch.length < this.batchSize) continue;
      yield batch;
      batch = [];
    }
    if (batch.length > 0 && !this.dropLast) yield batch;
  }
}

limitArguments([SequentialSampler], { order: 0 });
