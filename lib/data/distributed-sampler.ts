import { type Field, type Rest, bool, value } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { lengthOf, wholeNumber } from './check';
import { indexTensor, randperm, seeded, takeIndices } from './draw';
import { type Generator_, type Order, type Sampler, type Sized, sized } from './sampler';
import { typeError } from '../errors';

export interface DistributedSamplerOptions {
  /** How many processes share the dataset. */
  readonly numReplicas: number;
  /** Which of them this one is. */
  readonly rank: number;
  readonly shuffle?: boolean;
  /** The same in all processes. */
  readonly seed?: number;
  /** Drop the tail instead of repeating samples, so that all processes have equally many. */
  readonly dropLast?: boolean;
}

const anyNumber = (fallback?: number): Field<number> =>
  value<number>('an integer', (v) => typeof v === 'number', fallback);

const TABLE = {
  dataset: sized(),
  numReplicas: anyNumber(),
  rank: anyNumber(),
  shuffle: bool(true),
  seed: anyNumber(0),
  dropLast: bool(false),
};

/**
 * The share of one process in a dataset. Call {@link setEpoch} before each epoch, or every epoch has the same order.
 *
 * @see https://docs.pytorch.org/docs/2.13/data.html#torch.utils.data.distributed.DistributedSampler
 * @example
 * const sampler = new data.DistributedSampler(dataset, { numReplicas: 2, rank: 0 });
 * sampler.setEpoch(1);
 */
export class DistributedSampler implements Sampler {
  readonly numReplicas: number;
  readonly rank: number;
  readonly numSamples: number;
  readonly #shuffle: boolean;
  readonly #seed: number;
  #epoch = 0;

  readonly dataset: Sized;

  constructor(dataset: Sized, options: DistributedSamplerOptions);
  constructor(
    dataset: Sized,
    numReplicas: number,
    rank: number | Omit<DistributedSamplerOptions, 'numReplicas'>,
    ...rest: Rest<typeof TABLE>
  );
  constructor(...args: readonly unknown[]) {
    const { dataset, numReplicas, rank, shuffle, seed, dropLast } = readArguments('DistributedSampler', TABLE, args);
    this.dataset = dataset;
    this.numReplicas = wholeNumber('numReplicas', numReplicas, 1);
    this.rank = wholeNumber('rank', rank, 0);
    if (rank >= numReplicas) {
      throw typeError(`Invalid rank ${rank}, rank should be in the interval [0, ${numReplicas - 1}]`);
    }
    this.#shuffle = shuffle;
    this.#seed = wholeNumber('seed', seed, 0);
    const share = lengthOf(dataset) / numReplicas;
    this.numSamples = dropLast ? Math.floor(share) : Math.ceil(share);
  }

  get length(): number {
    return this.numSamples;
  }

  /** Makes the next iterations shuffle anew. */
  setEpoch(epoch: number): void {
    this.#epoch = wholeNumber('epoch', epoch, 0);
  }

  *[Symbol.iterator](): Generator_<number> {
    const n = lengthOf(this.dataset);
    const all = this.#shuffle
      ? takeIndices(randperm(n, seeded(this.#seed + this.#epoch)))
      : Array.from({ length: n }, (_, i) => i);
    const total = this.numSamples * this.numReplicas;
    for (let i = this.rank; i < total; i += this.numReplicas) yield all[i % n] as number;
  }

  /** @internal */
  order(): Order {
    return { order: indexTensor([...this]) };
  }
}
