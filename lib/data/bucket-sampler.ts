import { bool, iterable, keyword, nullable, value } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { Generator } from '../tensor/generator';
import { whole } from './dataset-check';
import { drawSeed, randperm, seeded, takeIndices } from './draw';
import type { Sampler } from './sampler';
import { show } from '../arguments/describe';
import { typeError } from '../errors';

export interface LengthBucketSamplerOptions {
  /** A new order for each epoch; otherwise from short to long. */
  readonly shuffle?: boolean;
  /** Batches that are sorted together: more make less padding, fewer a better shuffle. */
  readonly batchesPerBucket?: number;
  /** Leave out the last batch of a bucket where it is incomplete. @defaultValue false */
  readonly dropLast?: boolean;
  /** Without one, a fresh generator is seeded from the default one for each epoch. */
  readonly generator?: Generator | null;
}

const TABLE = {
  lengths: iterable<Iterable<number>>('an iterable of lengths'),
  batchSize: whole('batchSize', 1),
  shuffle: keyword(bool(true)),
  batchesPerBucket: whole('batchesPerBucket', 1, 50),
  dropLast: bool(false),
  generator: nullable(value<Generator>('a torch.Generator', (v) => v instanceof Generator)),
};

/**
 * Batches of sequences of similar lengths, so that little is padded: samples are shuffled, each run of
 * `batchesPerBucket` batches is sorted by length, and the batches are shuffled again. A `batchSampler`; Python's library
 * has none such.
 *
 * @example
 * const sentences = [[4, 1, 3], [7], [2, 2], [5, 6, 8]];
 * const batchSampler = new data.LengthBucketSampler(sentences.map((words) => words.length), 2, { shuffle: false });
 * const samples = sentences.map((words) => [words] as const);
 * const loader = new data.DataLoader(samples, { batchSampler, collate: data.padCollate() });
 * loader.length; // 2
 */
export class LengthBucketSampler implements Sampler<number[]> {
  readonly lengths: readonly number[];
  readonly batchSize: number;
  readonly #shuffle: boolean;
  readonly #bucket: number;
  readonly #dropLast: boolean;
  readonly #generator: Generator | null;

  constructor(lengths: Iterable<number>, batchSize: number, options?: LengthBucketSamplerOptions);
  constructor(...args: readonly unknown[]) {
    const given = readArguments('LengthBucketSampler', TABLE, args);
    this.lengths = Array.from(given.lengths);
    const bad = this.lengths.findIndex((length) => typeof length !== 'number' || !(length >= 0));
    if (bad >= 0) throw typeError(`lengths[${bad}] should be a number of at least 0, got ${show(this.lengths[bad])}`);
    this.batchSize = given.batchSize;
    this.#shuffle = given.shuffle;
    this.#bucket = given.batchesPerBucket * given.batchSize;
    this.#dropLast = given.dropLast;
    this.#generator = given.generator;
  }

  get length(): number {
    const batches = this.lengths.length / this.batchSize;
    return this.#dropLast ? Math.floor(batches) : Math.ceil(batches);
  }

  *[Symbol.iterator](): globalThis.Generator<number[], void> {
    const n = this.lengths.length;
    const generator = this.#shuffle ? (this.#generator ?? seeded(drawSeed(null))) : null;
    const order = generator ? takeIndices(randperm(n, generator)) : Array.from({ length: n }, (_, i) => i);
    const batches = this.#batches(order, generator ? this.#bucket : Math.max(1, n));
    const turns = generator ? takeIndices(randperm(batches.length, generator)) : batches.keys();
    for (const turn of turns) yield batches[turn] as number[];
  }

  #batches(order: readonly number[], bucket: number): number[][] {
    const batches: number[][] = [];
    for (let begin = 0; begin < order.length; begin += bucket) {
      const sorted = order.slice(begin, begin + bucket).sort((a, b) => this.#lengthOf(a) - this.#lengthOf(b));
      for (let i = 0; i < sorted.length; i += this.batchSize) batches.push(sorted.slice(i, i + this.batchSize));
    }
    return this.#dropLast ? batches.filter((batch) => batch.length === this.batchSize) : batches;
  }

  #lengthOf(index: number): number {
    return this.lengths[index] as number;
  }
}
