import type { Metadata, MetadataIndex, StorageInfo, StorageMeta } from './metadata';
import type { LoadPlan, LoadPlanner, SavePlan, SavePlanner } from './planner';

/** Where checkpoints lie: Python's torch/distributed/checkpoint/storage.py. */

/** An entry that was written, and where. */
export interface WriteResult {
  readonly index: MetadataIndex;
  readonly sizeInBytes: number;
  readonly storageData: StorageInfo;
}

/** What a storage learns before it plans. */
export interface StorageSetUp {
  readonly isCoordinator: boolean;
  readonly rank: number;
}

/** Writes a checkpoint: `FileSystemWriter` into a folder, one of your own wherever you like. */
export interface StorageWriter {
  readonly checkpointId: string | null;
  /** A new checkpoint begins. */
  reset(checkpointId?: string | URL | null): void;
  setUpStorageWriter(setUp: StorageSetUp): void;
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
  readonly checkpointId: string | null;
  reset(checkpointId?: string | URL | null): void;
  readMetadata(): Metadata;
  setUpStorageReader(metadata: Metadata, setUp: StorageSetUp): void;
  prepareLocalPlan(plan: LoadPlan): LoadPlan;
  prepareGlobalPlan(plans: readonly LoadPlan[]): readonly LoadPlan[];
  readData(plan: LoadPlan, planner: LoadPlanner): void;
  /** The same for `loadAsync`; without it the data are read on this thread. */
  readDataAsync?(plan: LoadPlan, planner: LoadPlanner): Promise<void>;
}
