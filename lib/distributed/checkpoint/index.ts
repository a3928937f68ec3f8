/** `torch.distributed.checkpoint`: checkpoints that several ranks write and read together, in Python's format. */
export { markShard, type ShardRecord, shardOf } from '../shards';
export { CheckpointException, type Failure } from './exception';
export { FileSystemReader } from './filesystem-reader';
export { FileSystemWriter, type FileSystemWriterOptions } from './filesystem-writer';
export { dcpToTorchSave, torchSaveToDcp } from './format-utils';
export { load, loadAsync, type LoadedState, type LoadOptions } from './load';
export { DefaultLoadPlanner, type LoadPlannerOptions } from './load-planner';
export {
  BytesStorageMetadata,
  ChunkStorageMetadata,
  Metadata,
  type MetadataFields,
  MetadataIndex,
  type ObjectPath,
  type PathItem,
  type StorageData,
  type StorageInfo,
  type StorageMeta,
  TensorProperties,
  TensorStorageMetadata,
} from './metadata';
export type { LoadPlan, LoadPlanner, ReadItem, SavePlan, SavePlanner, TensorWriteData, WriteItem } from './planner';
export { asyncSave, save, type SavedState, type SaveOptions } from './save';
export { DefaultSavePlanner, type SavePlannerOptions } from './save-planner';
export type { Stateful } from './stateful';
export type { StorageReader, StorageSetUp, StorageWriter, WriteResult } from './storage';
export { getModelStateDict, type ModelState, setModelStateDict } from './model-state';
export type { OptimizersState } from './optimizer-flat';
export { getOptimizerStateDict, setOptimizerStateDict } from './optimizer-state';
export { getStateDict, setStateDict } from './state-dict';
export type { StateDictOptions } from './state-dict-options';
