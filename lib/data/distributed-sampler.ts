import type { Mixed } from '../arguments/signature';
import { bool, int, nullable } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { lengthOf } from './dataset-check';
import { indexTensor, randperm, seeded, takeIndices } from './draw';
import { type Generator_, type Order, type Sampler, type Sized, sized } from './sampler';
import { limitArguments } from '../arguments/surplus';
import { replicaOf } from './replicas';

export interface DistributedSamplerOptions {
  /** How many processes share the dataset; by default those of the process group. */
  readonly numReplicas?: number | null;
  /** Which of them this one is; by default its rank in the process group. */
  readonly rank?: number | null;
  /** Draw a new order each epoch. @defaultValue true */
  readonly shuffle?: boolean;
  /** The same in all processes. */
  readonly seed?: number;
  /** Drop the tail instead of repeating samples, so that all processes have equally many. */
  readonly dropLast?: boolean;
}

const TABLE = {
  dataset: sized(),
  numReplicas: nullable(int()),
  rank: nullable(int()),
  shuffle: bool(true),
  seed: int(0),
  dropLast: bool(false),
};

const EPOCH = { epoch: int() };

/**
 * The share of one process in a dataset. Call {@link setEpoch} before each epoch, or every epoch has the same order. All shares have
 * the same length: where the samples do not suffice, the first ones come again, or with `dropLast` the last ones are left out.
 *
 * A {@link DataLoader} that resumes in the middle of an epoch brings the sampler's epoch back, too.
 *
 * @throws TorchValueError Without `numReplicas` and `rank` before `initProcessGroup`.
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

  constructor(dataset: Sized, options?: DistributedSamplerOptions);
  constructor(
    dataset: Sized,
    numReplicas: number | null,
    rank?: number | Omit<DistributedSamplerOptions, 'numReplicas'> | null,
    ...optional: Mixed<[shuffle?: boolean, seed?: number, dropLast?: boolean], Partial<DistributedSamplerOptions>>
  );
  constructor(...args: readonly unknown[]) {
    const given = readArguments('DistributedSampler', TABLE, args);
    const { dataset, shuffle, seed, dropLast } = given;
    const { numReplicas, rank } = replicaOf(given);
    [this.dataset, this.numReplicas, this.rank] = [dataset, numReplicas, rank];
    this.#shuffle = shuffle;
    this.#seed = seed;
    const share = lengthOf(dataset) / numReplicas;
    this.numSamples = dropLast ? Math.floor(share) : Math.ceil(share);
  }

  get length(): number {
    return this.numSamples;
  }

  /** Makes the next iterations shuffle anew. */
  setEpoch(epoch: number): void {
    this.#epoch = readArguments('setEpoch', EPOCH, [epoch]).epoch;
  }

  /** The epoch, for a loader that goes on in the middle of it. */
  stateDict(): { readonly epoch: number } {
    return { epoch: this.#epoch };
  }

  /** Takes back what {@link stateDict} gave. */
  loadStateDict(state: { readonly epoch: number }): void {
    this.setEpoch(state.epoch);
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

limitArguments([DistributedSampler], { setEpoch: 1, stateDict: 0, loadStateDict: 1 });
