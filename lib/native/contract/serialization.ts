import type { CodeOf, openMode } from '../codes';
import type { Box, Handle, JobId, Settle } from '../values';

/** What the addon exports for checkpoints. The names are listed in the addon's interface, `lib/native/contract.ts`. */

/** An opened checkpoint: its tree is read and checked, its tensors are not loaded. */
export type NativeCheckpoint = Box<'checkpoint'>;

/** The storages of a checkpoint that is being written. */
export type NativeSaver = Box<'saver'>;

/** Memory that the bytes of a file are copied into, piece by piece. */
export type NativeMemory = Box<'memory'>;

/** Of a file that holds several archives: where one begins and how many bytes it has. */
export type FileWindow = readonly [offset: number, length: number];

export interface SerializationNative {
  memoryCreate(bytes: number): NativeMemory;
  memoryWrite(memory: NativeMemory, position: number, bytes: Uint8Array): void;
  checkpointOpen(
    source: string | Uint8Array,
    mmap: boolean,
    mode: CodeOf<typeof openMode>,
    window?: FileWindow,
  ): NativeCheckpoint;
  checkpointOpenAsync(
    source: string | NativeMemory,
    mmap: boolean,
    mode: CodeOf<typeof openMode>,
    settle: Settle,
    window?: FileWindow,
  ): JobId;
  checkpointInfo(checkpoint: NativeCheckpoint): NativeCheckpointInfo;
  checkpointTable(checkpoint: NativeCheckpoint): NativeTable;
  checkpointTensors(checkpoint: NativeCheckpoint): NativeTensorInfo[];
  /** Makes the tensors of the table, in its order; `devices` has one for each location of the info. */
  checkpointRead(checkpoint: NativeCheckpoint, devices: readonly string[]): Handle[];
  checkpointReadAsync(checkpoint: NativeCheckpoint, devices: readonly string[], settle: Settle): JobId;
  /**
   * Reads parts of the only tensor straight into others, which begin at so many elements of it. False where the bytes in the file are
   * not those of the others in memory; nothing has been read then.
   */
  checkpointReadInto(checkpoint: NativeCheckpoint, targets: readonly Handle[], offsets: readonly number[]): boolean;
  checkpointReadIntoAsync(
    checkpoint: NativeCheckpoint,
    targets: readonly Handle[],
    offsets: readonly number[],
    settle: Settle,
  ): JobId;
  saverCreate(): NativeSaver;
  saverAdd(saver: NativeSaver, tensor: Handle): NativeSavedTensor;
  saverWrite(saver: NativeSaver, path: string, pickle: Uint8Array): void;
  saverWriteAsync(saver: NativeSaver, path: string, pickle: Uint8Array, settle: Settle): JobId;
  saverWriteBuffer(saver: NativeSaver, pickle: Uint8Array): ArrayBuffer;
  /** Archives one behind the other in one file; returns how many bytes each one has. */
  archivesWrite(path: string, savers: readonly NativeSaver[], pickles: readonly Uint8Array[]): number[];
  archivesWriteAsync(
    path: string,
    savers: readonly NativeSaver[],
    pickles: readonly Uint8Array[],
    settle: Settle,
  ): JobId;
  rawRead(...request: RawRequest): Handle[];
  rawReadAsync(...request: [...RawRequest, settle: Settle]): JobId;
  rawWrite(path: string, header: Uint8Array, tensors: readonly Handle[]): void;
  rawWriteAsync(path: string, header: Uint8Array, tensors: readonly Handle[], settle: Settle): JobId;
  /** The records of a zip file, each in its own place in the file. */
  zipRecords(path: string): NativeZipRecord[];
  zipRecordsAsync(path: string, settle: Settle): JobId;
  /** Writes a zip file whose records are bytes, or all bytes of a tensor's storage. */
  zipWrite(path: string, names: readonly string[], contents: readonly (Uint8Array | Handle)[]): void;
  zipWriteAsync(
    path: string,
    names: readonly string[],
    contents: readonly (Uint8Array | Handle)[],
    settle: Settle,
  ): JobId;
  archiveSave(
    path: string,
    names: readonly (readonly string[])[],
    forms: readonly ArchiveForm[],
    values: readonly unknown[],
  ): void;
}

/** A record of a zip file: its name without the archive's folder, and where its bytes lie. */
export interface NativeZipRecord {
  readonly name: string;
  /** The name with the folder that all records of a checkpoint are in. */
  readonly whole: string;
  readonly crc: number;
  readonly offset: number;
  readonly size: number;
  /** Its bytes in the file are deflated to this many. */
  readonly stored: number;
  readonly compressed: boolean;
}

/** The type in which C++ reads a value of an archive; a `level` is an archive in it without entries, yet. */
export type ArchiveForm =
  | 'tensor'
  | 'tensors'
  | 'int'
  | 'size'
  | 'double'
  | 'doubles'
  | 'bool'
  | 'string'
  | 'none'
  | 'level';

/** Tensors as plain bytes in a file: for each one its dtype, shape and position. */
export type RawRequest = [
  path: string,
  mmap: boolean,
  dtypes: readonly string[],
  shapes: readonly (readonly number[])[],
  positions: readonly number[],
  device: string,
];

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
  /** An `nn.Buffer`, and whether its module would save it. */
  readonly buffer: boolean;
  readonly persistent: boolean;
  readonly requiresGrad: boolean;
  /** Empty when the tensor has no storage of its own (meta, sparse, nested). */
  readonly storage: string;
  readonly storageBytes: number;
  readonly location: string;
  /** Of a subclass of Tensor, which is not rebuilt: its class. */
  readonly className?: string;
  /** Of a DTensor, whose part of one rank this is: the size of all parts together. */
  readonly whole?: readonly number[];
}

export interface NativeCheckpointInfo {
  readonly format: 'zip' | 'legacy' | 'pickle';
  readonly bigEndian: boolean;
  /** How many objects the tree has, and how many numbers describe it. */
  readonly objects: number;
  readonly values: number;
  /** The devices on which storages were saved. */
  readonly locations: readonly string[];
  /** Names outside of the allow-list. */
  readonly foreign: readonly string[];
  /** Names on it, each followed by the reason why a value of theirs is not read. */
  readonly unreadable: readonly string[];
  /** Bytes behind a bare pickle. */
  readonly trailing: number;
  readonly records: readonly string[];
}

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
