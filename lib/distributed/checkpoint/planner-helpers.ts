import { valueError } from '../../errors';
import { type Tensor, isTensor } from '../../tensor/tensor';
import { shardOf } from '../shards';
import {
  BytesStorageMetadata,
  ChunkStorageMetadata,
  MetadataIndex,
  TensorProperties,
  type TensorStorageMetadata,
} from './metadata';
import type { ReadItem, WriteItem } from './planner';
import { volumeOf } from '../../arguments/extents';

/** Items of plans: Python's planner_helpers.py and resharding.py. */

/** The part that a tensor is: of a larger one, or the whole of itself. @internal */
export function chunkOf(tensor: Tensor): ChunkStorageMetadata {
  const { shape } = tensor;
  return new ChunkStorageMetadata(shardOf(tensor)?.offsets ?? shape.map(() => 0), shape);
}

/** What a rank writes for one entry of its flat state dict. @internal */
export function writeItemOf(fqn: string, value: unknown): WriteItem {
  if (!isTensor(value)) return { index: new MetadataIndex(fqn), type: 'byteIo', tensorData: null };
  if (String(value.layout) !== 'torch.strided') {
    throw valueError(
      `distributed.checkpoint: ${fqn} is a tensor of the layout ${String(value.layout)}; write toDense()`,
    );
  }
  const shard = shardOf(value);
  const chunk = chunkOf(value);
  const properties = TensorProperties.createFromTensor(value);
  return {
    index: new MetadataIndex(fqn, chunk.offsets),
    type: shard ? 'shard' : 'tensor',
    tensorData: { chunk, properties, size: shard?.shape ?? value.shape },
  };
}

/** The piece that two parts of a tensor have in common, or null: where it begins in each, and its extents. */
function overlapOf(saved: ChunkStorageMetadata, current: ChunkStorageMetadata): Overlap | null {
  const dims = saved.sizes.map((_, dim) => {
    const [savedFrom, currentFrom] = [saved.offsets[dim] ?? 0, current.offsets[dim] ?? 0];
    const from = Math.max(savedFrom, currentFrom);
    const to = Math.min(savedFrom + (saved.sizes[dim] ?? 0), currentFrom + (current.sizes[dim] ?? 0));
    return { saved: from - savedFrom, current: from - currentFrom, length: to - from };
  });
  if (dims.some(({ length }) => length <= 0)) return null;
  return {
    storageOffsets: dims.map(({ saved: offset }) => offset),
    destOffsets: dims.map(({ current: offset }) => offset),
    lengths: dims.map(({ length }) => length),
  };
}

type Overlap = Pick<ReadItem, 'storageOffsets' | 'destOffsets' | 'lengths'>;

/**
 * What is to be read for one part of a tensor: pieces of the parts that were saved. This is all that resharding is.
 *
 * @throws TorchValueError where the saved parts do not fill it. @internal
 */
export function readItemsOfChunk(fqn: string, saved: TensorStorageMetadata, local: ChunkStorageMetadata): ReadItem[] {
  const items = saved.chunks.flatMap((chunk, i): ReadItem[] => {
    const overlap = overlapOf(chunk, local);
    if (!overlap) return [];
    const storageIndex = new MetadataIndex(fqn, chunk.offsets, i);
    return [{ type: 'tensor', destIndex: new MetadataIndex(fqn, local.offsets, 0), storageIndex, ...overlap }];
  });
  const found = items.reduce((sum, { lengths }) => sum + volumeOf(lengths), 0);
  const wanted = volumeOf(local.sizes);
  if (found >= wanted) return items;
  throw valueError(`the checkpoint has ${found} of the ${wanted} elements that are wanted of ${fqn}`);
}

/** What a rank reads for one entry of its flat state dict. @internal */
export function readItemsOf(
  fqn: string,
  saved: TensorStorageMetadata | BytesStorageMetadata,
  value: unknown,
): ReadItem[] {
  if (saved instanceof BytesStorageMetadata) {
    const index = new MetadataIndex(fqn);
    return [
      { type: 'byteIo', destIndex: index, destOffsets: [0], storageIndex: index, storageOffsets: [0], lengths: [0] },
    ];
  }
  if (isTensor(value)) return readItemsOfChunk(fqn, saved, chunkOf(value));
  throw valueError(
    `Invalid checkpoint metadata for ${fqn}, expected BytesStorageMetadata but found TensorStorageMetadata: the checkpoint ` +
      'has a tensor there, the state dict has none',
  );
}

/** A part of a tensor, by where it begins and its extents. @internal */
export function narrowByIndex(tensor: Tensor, offsets: readonly number[], sizes: readonly number[]): Tensor {
  return tensor.shape.reduce((part, extent, dim) => {
    const [from = 0, length = extent] = [offsets[dim], sizes[dim]];
    return from === 0 && length === extent ? part : part.narrow(dim, from, length);
  }, tensor);
}
