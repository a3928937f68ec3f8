import { DistributedSampler } from './distributed-sampler';
import { type Order, RandomSampler, SequentialSampler, SubsetRandomSampler, WeightedRandomSampler } from './sampler';

/** Samplers whose order is drawn as a whole. */
const BUILT_IN = [SequentialSampler, RandomSampler, SubsetRandomSampler, WeightedRandomSampler, DistributedSampler];

/** Draws the order of a built-in sampler, which native code can follow; null for any other. @internal */
export function wholeOrder(sampler: unknown): (() => Order) | null {
  for (const Class of BUILT_IN) {
    if (!(sampler instanceof Class) || sampler[Symbol.iterator] !== Class.prototype[Symbol.iterator]) continue;
    // Drawn with replacement it comes in pieces: what a generator has given away depends on how far the epoch gets.
    if (sampler instanceof RandomSampler && (sampler.replacement || sampler.length !== sampler.dataSource.length))
      break;
    return () => sampler.order();
  }
  return null;
}
