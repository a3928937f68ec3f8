import type { Metadata, MetadataIndex, StorageInfo, StorageMeta } from './metadata';
import type { LoadPlan, LoadPlanner, SavePlan, SavePlanner } from './planner';

/** Where checkpoints lie: Python's torch/distributed/checkpoint/storage.py. */

/** An entry that was written, and where. */
export interface WriteResult {
  /** The name of the entry, and where the part begins in its tensor. */
  readonly index: MetadataIndex;
  /** How many bytes were written. */
  readonly sizeInBytes: number;
  /** Where they lie. */
  readonly storageData: StorageInfo;
}

/** What a storage learns before it plans. */
export interface StorageSetUp {
  /** Whether this rank plans for all. */
  readonly isCoordinator: boolean;
  /** The rank of this process among those that take part, from 0. */
  readonly rank: number;
}

/** Writes a checkpoint: `FileSystemWriter` into a folder, one of your own wherever you like. */
export interface StorageWriter {
  /** Where the checkpoint is, such as its folder; null where that is not known. */
  readonly checkpointId: string | null;
  /** A new checkpoint begins. */
  reset(checkpointId?: string | URL | null): void;
  /** On every rank, before anything is planned. */
  setUpStorageWriter(setUp: StorageSetUp): void;
  /** What the checkpoint says of its save; null for nothing. */
  storageMeta(): StorageMeta | null;
  /** On every rank. */
  prepareLocalPlan(plan: SavePlan): SavePlan;
  /** On the coordinator, when everything was checked and before anything is written. */
  prepareGlobalPlan(plans: readonly SavePlan[]): readonly SavePlan[];
  /** On every rank. */
  writeData(plan: SavePlan, planner: SavePlanner): readonly WriteResult[];
  /** The same for `asyncSave`; without it the data are written on this thread. */
  writeDataAsync?(plan: SavePlan, planner: SavePlanner): Promise<readonly WriteResult[]>;
  /** On the coordinator, when all ranks have written: makes the checkpoint valid. */
  finish(metadata: Metadata, results: readonly (readonly WriteResult[])[]): Metadata;
}

/** Reads a checkpoint. */
export interface StorageReader {
  /** Where the checkpoint is, such as its folder; null where that is not known. */
  readonly checkpointId: string | null;
  /** A new load begins, from another place where one is given. */
  reset(checkpointId?: string | URL | null): void;
  /** Reads what the checkpoint has. */
  readMetadata(): Metadata;
  /** On every rank, before anything is planned. */
  setUpStorageReader(metadata: Metadata, setUp: StorageSetUp): void;
  /** On every rank: may change what it asks for. */
  prepareLocalPlan(plan: LoadPlan): LoadPlan;
  /** On the coordinator: may change what each rank reads. */
  prepareGlobalPlan(plans: readonly LoadPlan[]): readonly LoadPlan[];
  /** On every rank: reads each item of the plan and gives it to the planner. */
  readData(plan: LoadPlan, planner: LoadPlanner): void;
  /** The same for `loadAsync`; without it the data are read on this thread. */
  readDataAsync?(plan: LoadPlan, planner: LoadPlanner): Promise<void>;
}
