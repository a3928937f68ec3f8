import { refuseSurplus, takesNothing } from '../../arguments/read';
import { limitArguments } from '../../arguments/surplus';
import type { DType } from '../../tensor/dtype';
import { type Layout, type MemoryFormat, contiguousFormat, strided } from '../../tensor/layout';
import type { Tensor } from '../../tensor/tensor';

/** What a distributed checkpoint says about its contents: Python's torch/distributed/checkpoint/metadata.py. */

/** One step of the path to a value in nested dicts and lists: a key, or a number of a list. */
export type PathItem = string | number;

/** The path to a value in nested dicts and lists. */
export type ObjectPath = readonly PathItem[];

/**
 * A part of a tensor: where it begins in the whole, and its extents.
 *
 * @example
 * const { stateDictMetadata } = distributed.checkpoint.save({ weight: torch.ones([2, 3]), epoch: 3 }, { checkpointId: 'run', noDist: true });
 * (stateDictMetadata.get('weight') as torch.distributed.checkpoint.TensorStorageMetadata).chunks[0]!.offsets; // [0, 0]
 */
export class ChunkStorageMetadata {
  constructor(
    readonly offsets: readonly number[],
    readonly sizes: readonly number[],
    ...surplus: []
  ) {
    refuseSurplus('ChunkStorageMetadata', 2, surplus);
  }
}

/**
 * What is needed to make a tensor like the one that was saved, beside its size.
 *
 * @example
 * const { stateDictMetadata } = distributed.checkpoint.save({ weight: torch.ones([2, 3]), epoch: 3 }, { checkpointId: 'run', noDist: true });
 * (stateDictMetadata.get('weight') as torch.distributed.checkpoint.TensorStorageMetadata).properties.dtype === torch.float32; // true
 */
export class TensorProperties {
  constructor(
    readonly dtype: DType,
    readonly layout: Layout = strided,
    readonly requiresGrad = false,
    readonly memoryFormat: MemoryFormat = contiguousFormat,
    readonly pinMemory = false,
    ...surplus: []
  ) {
    refuseSurplus('TensorProperties', 5, surplus);
  }

  static createFromTensor(tensor: Tensor, ...surplus: []): TensorProperties {
    refuseSurplus('TensorProperties.createFromTensor', 1, surplus);
    return new TensorProperties(tensor.dtype, strided, tensor.requiresGrad, contiguousFormat, tensor.isPinned());
  }
}

/**
 * A tensor of a checkpoint: its size as a whole, and the parts in which it was written.
 *
 * @example
 * const { stateDictMetadata } = distributed.checkpoint.save({ weight: torch.ones([2, 3]), epoch: 3 }, { checkpointId: 'run', noDist: true });
 * (stateDictMetadata.get('weight') as torch.distributed.checkpoint.TensorStorageMetadata).size; // [2, 3]
 */
export class TensorStorageMetadata {
  constructor(
    readonly properties: TensorProperties,
    readonly size: readonly number[],
    readonly chunks: ChunkStorageMetadata[],
    ...surplus: []
  ) {
    refuseSurplus('TensorStorageMetadata', 3, surplus);
  }
}

/**
 * Anything that is not a tensor: a `torch.save` of its own.
 *
 * @example
 * const { stateDictMetadata } = distributed.checkpoint.save({ weight: torch.ones([2, 3]), epoch: 3 }, { checkpointId: 'run', noDist: true });
 * stateDictMetadata.get('epoch') instanceof distributed.checkpoint.BytesStorageMetadata; // true
 */
export class BytesStorageMetadata {
  constructor(...args: readonly never[]) {
    takesNothing('BytesStorageMetadata', args);
  }
}

/**
 * The name of an entry, and for a part of a tensor where it begins.
 *
 * @example
 * const first = new distributed.checkpoint.MetadataIndex('weight', [0, 0], 0);
 * first.fqn; // 'weight'
 */
export class MetadataIndex {
  constructor(
    /** The path to the value, joined by dots. */
    readonly fqn: string,
    /** Where the part begins; null for what is not a tensor. */
    readonly offset: readonly number[] | null = null,
    /** The part's place in the tensor's list of parts, as a hint. */
    readonly index: number | null = null,
    ...surplus: []
  ) {
    refuseSurplus('MetadataIndex', 3, surplus);
  }

  /** Equal for equal name and offset: the hint does not count. */
  get key(): string {
    return `${this.fqn}\0${this.offset?.join(',') ?? ''}`;
  }
}

/** Where an entry lies. */
export interface StorageInfo {
  /** The file, from the folder of the checkpoint. */
  readonly relativePath: string;
  /** Where the entry begins in the file, in bytes. */
  readonly offset: number;
  /** How many bytes it has there. */
  readonly length: number;
  /** Names of the transformations, such as compressions, that the bytes went through. */
  readonly transformDescriptors?: readonly string[] | null;
}

/** Which save and which load it was. */
export interface StorageMeta {
  /** Where the checkpoint is, such as its folder. */
  readonly checkpointId: string | null;
  /** The unique name of the save that wrote the checkpoint. */
  readonly saveId: string | null;
  /** The unique name of the load that reads it; null in a save. */
  readonly loadId: string | null;
  /** Names that a storage may note, as in Python; storage in folders notes none. */
  readonly modules: readonly string[];
}

/** Where each entry lies, by {@link MetadataIndex.key}. */
export type StorageData = ReadonlyMap<string, { readonly index: MetadataIndex; readonly info: StorageInfo }>;

export interface MetadataFields {
  /** Each entry by its name. */
  readonly stateDictMetadata: ReadonlyMap<string, TensorStorageMetadata | BytesStorageMetadata>;
  /** The path of each name in the nested state dict; null where it was saved flat. */
  readonly plannerData?: ReadonlyMap<string, ObjectPath> | null;
  /** Where each entry lies; null while a checkpoint is still planned. @defaultValue null */
  readonly storageData?: StorageData | null;
  /** Which save wrote the checkpoint, and which load reads it. @defaultValue null */
  readonly storageMeta?: StorageMeta | null;
  /** The version of the format, `1.0.0`. */
  readonly version?: string | null;
}

/**
 * Everything that the file `.metadata` of a checkpoint says.
 *
 * @example
 * const { stateDictMetadata } = distributed.checkpoint.save({ weight: torch.ones([2, 3]), epoch: 3 }, { checkpointId: 'run', noDist: true });
 * [...stateDictMetadata.keys()]; // ['weight', 'epoch']
 */
export class Metadata {
  readonly stateDictMetadata: ReadonlyMap<string, TensorStorageMetadata | BytesStorageMetadata>;
  readonly plannerData: ReadonlyMap<string, ObjectPath> | null;
  readonly storageData: StorageData | null;
  readonly storageMeta: StorageMeta | null;
  readonly version: string | null;

  constructor(fields: MetadataFields, ...surplus: []) {
    refuseSurplus('Metadata', 1, surplus);
    this.stateDictMetadata = fields.stateDictMetadata;
    this.plannerData = fields.plannerData ?? null;
    this.storageData = fields.storageData ?? null;
    this.storageMeta = fields.storageMeta ?? null;
    this.version = fields.version ?? null;
  }

  /** The same with some fields changed. */
  with(changes: Partial<MetadataFields>): Metadata {
    return new Metadata({ ...this, ...changes });
  }
}

limitArguments([Metadata], { with: 1 });
