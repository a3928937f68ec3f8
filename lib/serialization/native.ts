/** What the addon exports for checkpoints. The names are listed in the addon's interface, `lib/native.ts`. */

/** An opened checkpoint: its tree is read and checked, its tensors are not loaded. */
export interface NativeCheckpoint {
  readonly __checkpoint: never;
}

/** The storages of a checkpoint that is being written. */
export interface NativeSaver {
  readonly __saver: never;
}

/** A tree as flat arrays; see native/serialization/table.h. */
export interface NativeTable {
  readonly nodes: number;
  readonly stream: ArrayBuffer;
  readonly texts: readonly string[];
  readonly blobs: readonly ArrayBuffer[];
  readonly doubles: ArrayBuffer;
  readonly longs: ArrayBuffer;
}

/** One tensor of a checkpoint, without its elements. */
export interface NativeTensorInfo {
  readonly dtype: string;
  readonly form: number;
  readonly shape: readonly number[];
  readonly stride: readonly number[];
  readonly parameter: boolean;
  readonly requiresGrad: boolean;
  /** Empty when the tensor has no storage of its own (meta, sparse, nested). */
  readonly storage: string;
  readonly storageBytes: number;
  readonly location: string;
}

export interface NativeCheckpointInfo {
  readonly format: 'zip' | 'legacy';
  readonly bigEndian: boolean;
  /** The devices on which storages were saved. */
  readonly locations: readonly string[];
  /** Names outside of the allow-list. */
  readonly foreign: readonly string[];
  readonly records: readonly string[];
}

/** Forms of a saved tensor; the order is that of TensorForm in native/serialization/value.h. */
export const TensorForm = { strided: 0, meta: 1, quantized: 2, sparse: 3, nested: 4 } as const;

export interface NativeSavedTensor {
  readonly form: number;
  readonly dtype: string;
  readonly storageClass: string;
  readonly storageKey: number;
  readonly storageCount: number;
  readonly location: string;
  readonly offset: number;
  readonly size: readonly number[];
  readonly stride: readonly number[];
  readonly requiresGrad: boolean;
  readonly conjugate: boolean;
  readonly negative: boolean;
  readonly layout: string;
  readonly coalesced: boolean;
  readonly scheme: string;
  readonly scale: number;
  readonly zeroPoint: number;
  readonly axis: number;
  readonly parts: readonly NativeSavedTensor[];
}
