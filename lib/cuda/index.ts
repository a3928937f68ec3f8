/**
 * `torch.cuda`. Everything may be imported and asked without a GPU; what needs one throws `ERR_TORCH_NO_CUDA` on a CPU
 * build of libtorch, and the driver's reason on a CUDA build without a GPU.
 */
import './stream-members';

export {
  type CudaDeviceLike,
  type DeviceProperties,
  currentDevice,
  device,
  deviceOf,
  deviceCount,
  getDeviceCapability,
  getDeviceName,
  getDeviceProperties,
  init,
  isAvailable,
  isBf16Supported,
  isInitialized,
  setDevice,
  synchronize,
} from './device';
export {
  getAllocatorBackend,
  getArchList,
  getGencodeFlags,
  ipcCollect,
  isCurrentStreamCapturing,
  isTf32Supported,
} from './build';
export {
  canDeviceAccessPeer,
  clockRate,
  deviceMemoryUsed,
  listGpuProcesses,
  memoryUsage,
  powerDraw,
  temperature,
  utilization,
} from './figures';
export {
  type MemoryStats,
  emptyCache,
  maxMemoryAllocated,
  maxMemoryReserved,
  memGetInfo,
  memoryAllocated,
  memoryReserved,
  memoryStats,
  resetAccumulatedMemoryStats,
  resetPeakMemoryStats,
} from './memory';
export {
  type MemoryBlock,
  type MemoryFractionOptions,
  type MemorySegment,
  type MemorySnapshotOptions,
  type SyncDebugMode,
  cachingAllocatorDisabled,
  cachingAllocatorEnable,
  getPerProcessMemoryFraction,
  getSyncDebugMode,
  memorySnapshot,
  setPerProcessMemoryFraction,
  setSyncDebugMode,
} from './allocator';
export * as nvtx from './nvtx';
export { MemPool, type MemPoolOptions, type UseMemPoolOptions, useMemPool } from './pools';
export {
  Event,
  type EventOptions,
  Stream,
  StreamContext,
  type StreamOptions,
  currentStream,
  defaultStream,
  setStream,
  stream,
} from './stream';
export {
  defaultGenerators,
  getRngState,
  getRngStateAll,
  initialSeed,
  manualSeed,
  manualSeedAll,
  seed,
  seedAll,
  setRngState,
  setRngStateAll,
} from './random';
export {
  CUDAGraph,
  type CaptureErrorMode,
  type CaptureOptions,
  type GraphCaptureOptions,
  type GraphPool,
  graph,
  graphPoolHandle,
} from './graphs';
export {
  type MemorySummaryOptions,
  type NestedStats,
  hostMemoryStats,
  hostMemoryStatsAsNestedDict,
  memoryStatsAsNestedDict,
  memorySummary,
  resetAccumulatedHostMemoryStats,
  resetPeakHostMemoryStats,
} from './host-memory';
