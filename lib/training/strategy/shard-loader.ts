import { DataLoader } from '../../data/loader';
import type { Replica } from '../../data/replicas';
import { isIterableDataset } from '../../data/dataset';
import { ShardedDataset } from '../../data/sharded-dataset';
import { StridedSampler, shardedLoader, stridedLoader } from '../../data/sharded-loader';
import type { Batches } from '../batch';
import type { Purpose } from './strategy';

/** A loader's share for one rank, and what is to be warned of. */
interface Share<B> {
  readonly loader: Batches<B>;
  readonly warning: string | null;
}

const NOT_SHARED =
  'the dataset is a stream in the workers of its loader, which this thread cannot share out: every rank sees all of it, ' +
  'unless its module uses data.ShardedDataset';

/**
 * Gives a rank its share: of a DataLoader's samples, or of the batches of anything else and of what is predicted. A loader
 * that cannot be shared out comes back as it is.
 */
export function shardLoader<B>(given: Batches<B>, replica: Replica, purpose: Purpose, seed: number): Share<B> {
  if (!(given instanceof DataLoader)) return { loader: stridedBatches(given, replica, purpose), warning: null };
  if (purpose === 'predict') return { loader: batchesOf(given as DataLoader<unknown, B>, replica), warning: null };
  const loader = shardedLoader(given as DataLoader<unknown, B>, replica, purpose, seed);
  return loader ? { loader, warning: null } : { loader: given, warning: NOT_SHARED };
}

/** Every n-th batch of a loader. */
function batchesOf<B>(loader: DataLoader<unknown, B>, replica: Replica): Batches<B> {
  const plan = DataLoader.planOf(loader);
  if (!isIterableDataset(plan.dataset)) return stridedLoader(loader, replica) ?? loader;
  return plan.workers || plan.dataset instanceof ShardedDataset
    ? loader
    : new StridedStream(loader, replica, 'predict');
}

/** Every n-th batch. */
function stridedBatches<B>(given: Batches<B>, replica: Replica, purpose: Purpose): Batches<B> {
  if (Symbol.iterator in given && !(Symbol.asyncIterator in given)) return new StridedSampler(given, replica, purpose);
  return new StridedStream(given as AsyncIterable<B>, replica, purpose);
}

/** The same of a stream of batches. */
class StridedStream<B> implements AsyncIterable<B> {
  constructor(
    readonly batches: AsyncIterable<B>,
    readonly replica: Replica,
    readonly purpose: Purpose,
  ) {}

  async *[Symbol.asyncIterator](): AsyncGenerator<B, void, undefined> {
    const { numReplicas, rank } = this.replica;
    let round: B[] = [];
    for await (const batch of this.batches) {
      if (round.push(batch) < numReplicas) continue;
      yield round[rank] as B;
      round = [];
    }
    const last = round[rank];
    if (this.purpose !== 'train' && last !== undefined) yield last;
  }
}
