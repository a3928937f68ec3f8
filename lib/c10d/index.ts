/** What `torch.distributed` is without modules and optimizers, on libtorch's c10d. */
export { type AllReduceOptions, allReduce } from './all-reduce';
export type { CollectiveOptions } from './arguments';
export { Backend, type BackendLike } from './backend';
export { barrier } from './barrier';
export { type BroadcastOptions, broadcast } from './broadcast';
export {
  type DebugLevel,
  getDebugLevel,
  getNodeLocalRank,
  isAvailable,
  isGlooAvailable,
  isMpiAvailable,
  isNcclAvailable,
  isTorchelasticLaunched,
  isUccAvailable,
  isXcclAvailable,
  setDebugLevel,
  setDebugLevelFromEnv,
} from './environment';
export {
  type InitProcessGroupOptions,
  destroyProcessGroup,
  getRank,
  getWorldSize,
  initProcessGroup,
  isInitialized,
} from './init';
export { ProcessGroup } from './process-group';
export { getGlobalRank, getGroupRank, getProcessGroupRanks } from './ranks';
export { ReduceOp } from './reduce-op';
export { FileStore, HashStore, PrefixStore, Store, type StoreValue, TCPStore, type TCPStoreOptions } from './store';
export { Work } from './work';
export { type GroupOrNone, NON_GROUP_MEMBER } from './world';
