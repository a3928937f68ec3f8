import { DistributedSampler } from './distributed-sampler';
import { isIterableDataset } from './dataset';
import { lengthOf } from './dataset-check';
import { DataLoader } from './loader';
import type { Plan } from './options';
import type { Replica } from './replicas';
import { BatchSampler, RandomSampler, type Sampler, SequentialSampler, type Sized } from './sampler';
import { ShardedDataset } from './sharded-dataset';

/**
 * What a share of a loader is for: in training all shares have the same length, elsewhere each sample comes once. Whoever
 * predicts needs whole batches.
 */
export type SharePurpose = 'train' | 'evaluate' | 'predict';

/** Every n-th of what another sampler yields. */
export class StridedSampler<T> implements Sampler<T> {
  constructor(
    readonly sampler: Iterable<T>,
    readonly replica: Replica,
    readonly purpose: SharePurpose,
  ) {}

  get length(): number {
    const { numReplicas, rank } = this.replica;
    const all = lengthOf(this.sampler as unknown as Sized);
    return Math.floor(all / numReplicas) + (this.purpose !== 'train' && rank < all % numReplicas ? 1 : 0);
  }

  setEpoch(epoch: number): void {
    (this.sampler as { setEpoch?: (epoch: number) => void }).setEpoch?.(epoch);
  }

  *[Symbol.iterator](): Generator<T, void> {
    const { numReplicas, rank } = this.replica;
    let place = 0;
    let own: T | undefined;
    for (const item of this.sampler) {
      if (place === rank) {
        if (this.purpose !== 'train') yield item;
        own = item;
      }
      if (++place < numReplicas) continue;
      place = 0;
      // In training a round counts when all have their share of it.
      if (this.purpose === 'train') yield own as T;
    }
  }
}

/**
 * The same loader over one rank's share of its samples. Null where that cannot be had from here: a stream in the loader's
 * workers has to share itself out.
 *
 * @internal
 */
export function shardedLoader<T, B>(
  loader: DataLoader<T, B>,
  replica: Replica,
  purpose: SharePurpose,
  seed: number,
): DataLoader<T, B> | null {
  const plan = DataLoader.planOf(loader);
  if (!isIterableDataset(plan.dataset)) return DataLoader.from({ ...plan, ...sampled(plan, replica, purpose, seed) });
  if (plan.dataset instanceof ShardedDataset) return loader;
  if (plan.workers) return null;
  const uneven = purpose === 'train' ? 'drop' : 'keep';
  return DataLoader.from({ ...plan, dataset: new ShardedDataset(plan.dataset, { ...replica, uneven }) });
}

/**
 * The same loader over every n-th of its batches, in the order of the dataset if they were shuffled, since each rank draws
 * another order. Null for a stream, and where the loader's sampler shares out already.
 *
 * @internal
 */
export function stridedLoader<T, B>(loader: DataLoader<T, B>, replica: Replica): DataLoader<T, B> | null {
  const plan = DataLoader.planOf(loader);
  if (isIterableDataset(plan.dataset) || plan.sampler instanceof DistributedSampler) return null;
  const { batchSize, dropLast } = plan;
  const sampler = plan.sampler && unshuffled(plan.sampler);
  const rebuilt = sampler && sampler !== plan.sampler && batchSize !== null;
  const batchSampler = rebuilt ? new BatchSampler(sampler, batchSize, dropLast) : plan.batchSampler;
  const strided = <I>(items: Iterable<I>): StridedSampler<I> => new StridedSampler(items, replica, 'predict');
  return DataLoader.from({
    ...plan,
    ...(batchSampler ? { sampler, batchSampler: strided(batchSampler) } : { sampler: sampler && strided(sampler) }),
  });
}

function unshuffled(sampler: Iterable<number>): Iterable<number> {
  return isShuffled(sampler) ? new SequentialSampler(sampler.dataSource) : sampler;
}

function sampled(plan: Plan, replica: Replica, purpose: SharePurpose, seed: number): Partial<Plan> {
  const { sampler, batchSampler, batchSize, dropLast } = plan;
  // Batches of another sampler are shared out as they are.
  if (batchSampler && !(batchSampler instanceof BatchSampler && batchSampler.sampler === sampler)) {
    return { batchSampler: new StridedSampler(batchSampler, replica, purpose) };
  }
  const share = sampler && shareOf(sampler, plan, replica, purpose, seed);
  const own = share && batchSize !== null ? new BatchSampler(share, batchSize, dropLast) : null;
  return { sampler: share, batchSampler: own };
}

function shareOf(
  sampler: Iterable<number>,
  { dataset }: Plan,
  replica: Replica,
  purpose: SharePurpose,
  seed: number,
): Iterable<number> {
  if (sampler instanceof DistributedSampler) return sampler;
  const shuffle = isShuffled(sampler);
  const plain = shuffle || sampler instanceof SequentialSampler;
  // Each rank would draw another order, and some samples would come twice.
  if (purpose !== 'train') return new StridedSampler(unshuffled(sampler), replica, purpose);
  if (!plain) return new StridedSampler(sampler, replica, purpose);
  return new DistributedSampler(dataset as Sized, { ...replica, shuffle, seed });
}

/** Whether a sampler draws each sample once. */
function isShuffled(sampler: Iterable<number>): sampler is RandomSampler {
  return sampler instanceof RandomSampler && !sampler.replacement && sampler.length === sampler.dataSource.length;
}
