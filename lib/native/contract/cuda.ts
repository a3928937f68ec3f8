/** What the addon exports for `torch.cuda`. The names are listed in the addon's interface, `lib/native/contract.ts`. */
import type { Box, Handle } from '../values';

export type StreamBox = Box<'Stream'>;
export type GraphBox = Box<'Graph'>;
export type EventBox = Box<'Event'>;
export type PoolBox = Box<'MemPool'>;

/** A part of a segment. Sizes are in bytes. */
export interface MemoryBlock {
  /** Where it begins. */
  readonly address: number | bigint;
  /** Its size. */
  readonly size: number;
  /** The size that was asked for. */
  readonly requestedSize: number;
  /** In use, free as soon as another stream is done with it, or free. */
  readonly state: 'activeAllocated' | 'activePendingFree' | 'inactive';
}

/** A piece of memory that the allocator has from the driver. Sizes are in bytes. */
export interface MemorySegment {
  /** The number of the GPU. */
  readonly device: number;
  /** Where it begins. */
  readonly address: number | bigint;
  /** Its size. */
  readonly totalSize: number;
  /** What tensors use. */
  readonly allocatedSize: number;
  /** What tensors use, or another stream is not done with. */
  readonly activeSize: number;
  /** What was asked for. */
  readonly requestedSize: number;
  /** CUDA's number of the stream for which it was allocated. */
  readonly stream: number | bigint;
  /** Whether it is for blocks of at most 1 MB. */
  readonly segmentType: 'small' | 'large';
  /** The pool that it belongs to; `[0, 0]` for none. */
  readonly segmentPoolId: readonly [number, number];
  /** Whether it can grow. */
  readonly isExpandable: boolean;
  /** Its parts, in order. */
  readonly blocks: readonly MemoryBlock[];
}

/** The properties of a GPU. Memory is in bytes, rates in kHz, the width of the bus in bits. */
export interface DeviceProperties {
  /** The name of the GPU, such as `NVIDIA H100 80GB HBM3`. */
  readonly name: string;
  /** Compute capability, first part. */
  readonly major: number;
  /** Compute capability, second part. */
  readonly minor: number;
  /** The memory in bytes. */
  readonly totalMemory: number;
  /** The number of multiprocessors. */
  readonly multiProcessorCount: number;
  /** The most threads that a multiprocessor holds. */
  readonly maxThreadsPerMultiProcessor: number;
  /** The most threads of a block. */
  readonly maxThreadsPerBlock: number;
  /** The number of threads that run in step. */
  readonly warpSize: number;
  /** The number of 32-bit registers of a multiprocessor. */
  readonly regsPerMultiprocessor: number;
  /** The shared memory of a block, in bytes. */
  readonly sharedMemoryPerBlock: number;
  /** The shared memory that a block may ask for, in bytes. */
  readonly sharedMemoryPerBlockOptin: number;
  /** The shared memory of a multiprocessor, in bytes. */
  readonly sharedMemoryPerMultiprocessor: number;
  /** The size of the second-level cache, in bytes. */
  readonly l2CacheSize: number;
  /** The clock rate of the processor, in kHz. */
  readonly clockRate: number;
  /** The clock rate of the memory, in kHz. */
  readonly memoryClockRate: number;
  /** The width of the memory bus, in bits. */
  readonly memoryBusWidth: number;
  /** The identifier of the GPU. */
  readonly uuid: string;
  /** The number of the PCI bus. */
  readonly pciBusId: number;
  /** The number on the PCI bus. */
  readonly pciDeviceId: number;
  /** The number of the PCI domain. */
  readonly pciDomainId: number;
  /** Whether it shares the memory of the CPU. */
  readonly isIntegrated: boolean;
  /** Whether its board carries several GPUs. */
  readonly isMultiGpuBoard: boolean;
}

/** The same as the driver gives it: 0 and 1 for what is true or false. */
export type DeviceInfo = {
  readonly [K in keyof DeviceProperties]: DeviceProperties[K] extends boolean ? number : DeviceProperties[K];
};

export interface CudaNative {
  /** Whether libtorch was built with CUDA. */
  cudaBuilt(): boolean;
  /** 0 without CUDA, a driver or a GPU. */
  cudaDeviceCount(): number;
  /** Throws ERR_TORCH_NO_CUDA in a CPU build, and what libtorch says where there is no driver or GPU. */
  cudaInit(): void;
  cudaIsInitialized(): boolean;
  cudaCurrentDevice(): number;
  cudaSetDevice(index: number): void;
  cudaPeerAccess(device: number, peer: number): boolean;
  /** What NVIDIA's management library says; the numbers of the figures are those of native/cuda/nvml.h. */
  cudaFigure(device: number, figure: number): number;
  cudaProcesses(device: number): (readonly [process: number, bytes: number])[];
  /** Whether the current stream records a graph. */
  cudaCapturing(): boolean;
  cudaSynchronize(index: number): void;
  cudaDeviceInfo(index: number): DeviceInfo;
  /** Empty before the first use of a GPU. */
  cudaMemoryStats(index: number): Record<string, number>;
  cudaResetPeakStats(index: number): void;
  cudaResetAccumulatedStats(index: number): void;
  cudaMemoryInfo(index: number): [free: number, total: number];
  cudaEmptyCache(): void;
  cudaMemoryFraction(index: number): number;
  cudaSetMemoryFraction(index: number, fraction: number): void;
  /** Whether memory is cached; the former value. */
  cudaEnableCaching(value: boolean): boolean;
  /** 0 is silent, 1 warns, 2 throws. */
  cudaSyncDebugMode(): number;
  cudaSetSyncDebugMode(mode: number): void;
  /** Null for all memory. */
  cudaMemorySnapshot(pool: readonly [number, number] | null): MemorySegment[];
  /** How many ranges are around it. */
  nvtxPush(text: string): number;
  nvtxPop(): number;
  nvtxMark(text: string): void;
  newPool(useOnOom: boolean, noSplit: boolean): PoolBox;
  poolId(pool: PoolBox): [number, number];
  poolUses(pool: PoolBox): number;
  /** What this thread allocates on a GPU comes from the pool. */
  beginPool(pool: PoolBox, index: number): void;
  endPool(pool: PoolBox, index: number): void;
  /** Throws where there is no accelerator. */
  newGraph(keep: boolean): GraphBox;
  /** `mode`: 0 is the backend's, 1 global, 2 that of the thread, 3 relaxed. */
  graphBegin(graph: GraphBox, pool: readonly [number, number] | null, mode: number): void;
  graphEnd(graph: GraphBox): void;
  graphInstantiate(graph: GraphBox): void;
  graphReplay(graph: GraphBox): void;
  graphReset(graph: GraphBox): void;
  graphDebug(graph: GraphBox): void;
  graphPool(graph: GraphBox): [number, number];
  graphDump(graph: GraphBox, path: string): void;
  emptyHostCache(): void;
  resetHostStats(peaks: boolean): void;
  /** Empty in a CPU build. */
  hostStats(): Record<string, number>;
  /** Codes of the dtypes that a GPU can hold. */
  deviceDtypes(index: number): number[];
  newStream(device: number, priority: number): StreamBox;
  currentStream(device: number): StreamBox;
  defaultStream(device: number): StreamBox;
  /** Returns the one that was current on the same device. */
  setStream(stream: StreamBox): StreamBox;
  streamInfo(stream: StreamBox): [device: number, id: number | bigint];
  streamQuery(stream: StreamBox): boolean;
  streamSynchronize(stream: StreamBox): void;
  recordStream(handle: Handle, stream: StreamBox): void;
  newEvent(enableTiming: boolean): EventBox;
  eventRecord(event: EventBox, stream: StreamBox): void;
  eventBlock(event: EventBox, stream: StreamBox): void;
  eventQuery(event: EventBox): boolean;
  eventSynchronize(event: EventBox): void;
  eventElapsed(start: EventBox, end: EventBox): number;
}
