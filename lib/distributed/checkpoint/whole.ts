import { isMap, isPlainObject, entriesOf } from '../../arguments/plain-object';
import { isTensor, type Tensor } from '../../tensor/tensor';
import { fullTensor, markLike, shardOf } from '../shards';
import type { Settings } from './state-dict-options';

/** Whole tensors of parts, and tensors in memory, in a state dict of any nesting. */

/** A copy of a tree with other tensors. @internal */
export function mapTensors(tree: unknown, change: (tensor: Tensor) => unknown): unknown {
  if (isTensor(tree)) return change(tree);
  if (Array.isArray(tree)) {
    const items = tree.map((item) => mapTensors(item, change));
    return Object.isFrozen(tree) ? Object.freeze(items) : items;
  }
  if (isMap(tree)) return new Map([...tree].map(([key, value]) => [key, mapTensors(value, change)]));
  if (!isPlainObject(tree)) return tree;
  return Object.fromEntries(entriesOf(tree).map(([key, value]) => [key, mapTensors(value, change)]));
}

/** The state dict as the options want it; of a full one in memory only rank 0 gets something. @internal */
export function asWanted<T extends object>(stateDict: T, { fullStateDict, cpuOffload }: Settings, rank: number): T {
  if (!fullStateDict && !cpuOffload) return stateDict;
  const whole = (tensor: Tensor): Tensor => (shardOf(tensor) ? fullTensor(tensor) : tensor);
  const wanted = mapTensors(stateDict, (tensor) => {
    if (!fullStateDict) return markLike(tensor.cpu(), tensor);
    return cpuOffload ? whole(tensor).cpu() : whole(tensor);
  });
  return (fullStateDict && cpuOffload && rank !== 0 ? {} : wanted) as T;
}
