/** What `torch.distributed` is without modules and optimizers, on libtorch's c10d. */
export { allGather, allGatherCoalesced, allGatherIntoTensor, allGatherSingle } from './all-gather';
export { type AllReduceOptions, allReduce, allReduceCoalesced } from './all-reduce';
export { type AllToAllSingleOptions, allToAll, allToAllSingle } from './all-to-all';
export type { Async, CollectiveOptions, Sync } from './arguments';
export { Backend, type BackendLike } from './backend';
export { type BarrierOptions, type MonitoredBarrierOptions, barrier, monitoredBarrier } from './barrier';
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
export { type GatherOptions, type ScatterOptions, gather, scatter } from './gather';
export {
  type InitProcessGroupOptions,
  abortProcessGroup,
  destroyProcessGroup,
  getRank,
  getWorldSize,
  initProcessGroup,
  isInitialized,
} from './init';
export { Future } from './future';
export {
  type NewGroupOptions,
  type Subgroups,
  type SubgroupsOptions,
  newGroup,
  newSubgroups,
  newSubgroupsByEnumeration,
  splitGroup,
} from './new-group';
export {
  type ObjectOptions,
  type ObjectSourceOptions,
  type ObjectTargetOptions,
  allGatherObject,
  broadcastObjectList,
  gatherObject,
  recvObjectList,
  scatterObjectList,
  sendObjectList,
} from './objects';
export {
  P2POp,
  type P2POpOptions,
  type P2PFunction,
  type RecvOptions,
  type SendOptions,
  batchIsendIrecv,
  irecv,
  isend,
  recv,
  send,
} from './point-to-point';
export { ProcessGroup } from './process-group';
export { getBackend, getBackendConfig, getDefaultBackendForDevice, getPgCount, isBackendAvailable } from './queries';
export { getGlobalRank, getGroupRank, getProcessGroupRanks } from './ranks';
export { type ReduceOptions, reduce } from './reduce';
export { ReduceOp, supportsComplex } from './reduce-op';
export { reduceScatter, reduceScatterSingle, reduceScatterTensor } from './reduce-scatter';
export { FileStore, HashStore, PrefixStore, Store, type StoreValue } from './store';
export { TCPStore, type TCPStoreOptions } from './tcp-store';
export { Work } from './work';
export { type GroupOrNone, NON_GROUP_MEMBER } from './world';
