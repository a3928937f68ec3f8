import { refuseSurplus } from '../arguments/read';
import { notATensor, show } from '../arguments/describe';
import { valueError } from '../errors';
import { packedStateObservers } from '../optim/state-dict';
import { type Tensor, isTensor } from '../tensor/tensor';

/**
 * Tensors that are parts of larger ones. Python has `DTensor` for them; here a shard is an ordinary tensor, and this
 * record says of which whole it is a part.
 */

/** Of which tensor a shard is a part, and where it begins in it. Its own shape says where it ends. */
export interface ShardRecord {
  /** The shape of the whole. */
  readonly shape: readonly number[];
  /** Where the shard begins, in each dimension. */
  readonly offsets: readonly number[];
}

/** Brings the parts of all ranks together; every rank of the group calls it. @internal */
export type Gather = (part: Tensor) => Tensor;

interface Entry extends ShardRecord {
  readonly gather: Gather | null;
}

const records = new WeakMap<Tensor, Entry>();

/**
 * Says that a tensor is a part of a larger one. `distributed.checkpoint` writes it as that part, so the whole can be read
 * by any number of ranks, in Python too. Every rank marks its own part; together they fill the whole.
 *
 * @param tensor - The part that this rank has.
 * @param record - The shape of the whole, and where the part begins in it.
 * @returns The tensor.
 * @throws TorchValueError if the part is not inside of the whole.
 * @example
 * const rows = distributed.checkpoint.markShard(torch.zeros([2, 4]), { shape: [4, 4], offsets: [2, 0] });
 * distributed.checkpoint.shardOf(rows)?.offsets; // [2, 0]
 */
export function markShard<T extends Tensor>(tensor: T, record: ShardRecord, ...surplus: []): T {
  refuseSurplus('markShard', 2, surplus);
  if (!isTensor(tensor)) throw notATensor(tensor, 'markShard: ');
  const shape = [...record.shape];
  const offsets = [...record.offsets];
  const sizes = tensor.shape;
  const inside = sizes.every((size, dim) => {
    const [from = NaN, extent = NaN] = [offsets[dim], shape[dim]];
    return Number.isSafeInteger(from) && Number.isSafeInteger(extent) && from >= 0 && from + size <= extent;
  });
  if (!inside || shape.length !== sizes.length || offsets.length !== sizes.length) {
    throw valueError(`markShard: ${show(sizes)} at ${show(offsets)} is not inside of ${show(shape)}`);
  }
  records.set(tensor, { shape, offsets, gather: null });
  return tensor;
}

/** The same for a part whose other parts can be had from a group. @internal */
export function markGathered<T extends Tensor>(tensor: T, record: ShardRecord, gather: Gather): T {
  records.set(tensor, { shape: record.shape, offsets: record.offsets, gather });
  return tensor;
}

/** Says of a tensor of the same shape that it is the same part: a copy, a moment of an optimizer. @internal */
export function markLike<T extends Tensor>(tensor: T, part: Tensor): T {
  const entry = records.get(part);
  if (entry) records.set(tensor, entry);
  return tensor;
}

// The state of a part of a parameter is a part, where it has the same shape.
packedStateObservers.add((param, state) => {
  const entry = records.get(param);
  if (!entry) return;
  const shape = param.shape.join();
  for (const value of Object.values(state)) {
    if (isTensor(value) && value.shape.join() === shape) records.set(value, entry);
  }
});

/**
 * The whole of which a tensor is a part, gathered from all ranks, each of which has to call this.
 *
 * @throws TorchValueError for a part that only {@link markShard} knows: it does not say which ranks have the others. @internal
 */
export function fullTensor(part: Tensor): Tensor {
  const entry = records.get(part);
  if (!entry) return part;
  if (entry.gather) return entry.gather(part);
  throw valueError('a tensor that markShard made a part cannot be gathered: it does not know its group');
}

/**
 * The record of a tensor that is a part of a larger one, or null.
 *
 * @example
 * const rows = distributed.checkpoint.markShard(torch.zeros([2, 4]), { shape: [4, 4], offsets: [2, 0] });
 * distributed.checkpoint.shardOf(rows)?.shape; // [4, 4]
 * distributed.checkpoint.shardOf(torch.zeros([2])); // null
 */
export function shardOf(tensor: Tensor, ...surplus: []): ShardRecord | null {
  refuseSurplus('shardOf', 1, surplus);
  const entry = records.get(tensor);
  return entry ? { shape: entry.shape, offsets: entry.offsets } : null;
}
