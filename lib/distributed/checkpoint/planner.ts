import type { Tensor } from '../../tensor/tensor';
import type {
  ChunkStorageMetadata,
  Metadata,
  MetadataIndex,
  ObjectPath,
  StorageMeta,
  TensorProperties,
} from './metadata';
import type { StateDictLike } from './nested-dict';

/** What is written and read, and by whom: Python's torch/distributed/checkpoint/planner.py. */

/** Of a tensor that is written: the part, and the whole that it is a part of. */
export interface TensorWriteData {
  /** Which part it is: where it begins in the whole, and its extents. */
  readonly chunk: ChunkStorageMetadata;
  /** The dtype and what else the tensor has besides its size. */
  readonly properties: TensorProperties;
  /** The shape of the whole tensor. */
  readonly size: readonly number[];
}

/** One entry that a rank writes: a tensor, a part of one, or any other value. */
export interface WriteItem {
  /** The name of the entry, and where the part begins in its tensor. */
  readonly index: MetadataIndex;
  /** A whole tensor, a part of one, or a value of another kind, which is written as `torch.save` does. */
  readonly type: 'tensor' | 'shard' | 'byteIo';
  /** Null for a value that is not a tensor. */
  readonly tensorData: TensorWriteData | null;
}

/** One piece that a rank reads: a part of a saved part, and where it goes. */
export interface ReadItem {
  /** A piece of a tensor, or a value of another kind. */
  readonly type: 'tensor' | 'byteIo';
  /** The entry of the state dict that it goes to. */
  readonly destIndex: MetadataIndex;
  /** Where the piece begins in the destination, in elements of each dimension. */
  readonly destOffsets: readonly number[];
  /** The entry of the checkpoint that it comes from. */
  readonly storageIndex: MetadataIndex;
  /** Where the piece begins in the saved part, in elements of each dimension. */
  readonly storageOffsets: readonly number[];
  /** The extents of the piece, in elements of each dimension. */
  readonly lengths: readonly number[];
}

/** What one rank writes. */
export interface SavePlan {
  /** The entries that the rank writes. */
  readonly items: readonly WriteItem[];
  /** The beginning of the names of the rank's files; the storage writer sets it. */
  readonly storageData?: string | null;
  /** The path of each name in the nested state dict. */
  readonly plannerData?: ReadonlyMap<string, ObjectPath> | null;
}

/** What one rank reads. */
export interface LoadPlan {
  /** The pieces that the rank reads. */
  readonly items: readonly ReadItem[];
}

/**
 * Decides what is written by whom. `DefaultSavePlanner` is the one to extend: rewrite the state dict in `setUpPlanner`, or
 * what is written for an item in `resolveData`.
 */
export interface SavePlanner {
  /** On every rank, first. */
  setUpPlanner(stateDict: StateDictLike, storageMeta: StorageMeta | null, isCoordinator: boolean): void;
  /** On every rank: what it would write. */
  createLocalPlan(): SavePlan;
  /** On the coordinator: what each rank does write, and what the checkpoint says. */
  createGlobalPlan(allPlans: readonly SavePlan[]): readonly [plans: readonly SavePlan[], metadata: Metadata];
  /** On every rank: the plan that the coordinator made for it. */
  finishPlan(plan: SavePlan): SavePlan;
  /** The value of an item. */
  resolveData(item: WriteItem): unknown;
}

/** Decides what is read. `DefaultLoadPlanner` is the one to extend. */
export interface LoadPlanner {
  /** On every rank, first. */
  setUpPlanner(stateDict: object, metadata: Metadata, isCoordinator: boolean): void;
  /** On every rank: what it reads. */
  createLocalPlan(): LoadPlan;
  /** On the coordinator. */
  createGlobalPlan(allPlans: readonly LoadPlan[]): readonly LoadPlan[];
  /** On every rank: the plan that the coordinator made for it. */
  finishPlan(plan: LoadPlan): LoadPlan;
  /** Takes a value that is not a tensor. */
  loadBytes(item: ReadItem, value: unknown): void;
  /** The tensor into which an item is copied. */
  resolveTensor(item: ReadItem): Tensor;
  /** After the copy. */
  commitTensor(item: ReadItem, tensor: Tensor): void;
}

/** How many bytes a tensor has as a whole, or null for another value. @internal */
export function tensorStorageSize({ tensorData }: WriteItem): number | null {
  if (tensorData === null) return null;
  return tensorData.size.reduce((product, extent) => product * extent, tensorData.properties.dtype.itemsize);
}
