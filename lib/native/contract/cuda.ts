/** What the addon exports for `torch.cuda`. The names are listed in the addon's interface, `lib/native/contract.ts`. */
import type { Box, Handle } from '../values';

export type StreamBox = Box<'Stream'>;
export type EventBox = Box<'Event'>;

/** What a GPU is. Memory in bytes, rates in kHz, the bus in bits. */
export interface DeviceProperties {
  readonly name: string;
  /** Compute capability, first part. */
  readonly major: number;
  /** Compute capability, second part. */
  readonly minor: number;
  readonly totalMemory: number;
  readonly multiProcessorCount: number;
  readonly maxThreadsPerMultiProcessor: number;
  readonly maxThreadsPerBlock: number;
  readonly warpSize: number;
  readonly regsPerMultiprocessor: number;
  readonly sharedMemoryPerBlock: number;
  readonly sharedMemoryPerBlockOptin: number;
  readonly sharedMemoryPerMultiprocessor: number;
  readonly l2CacheSize: number;
  readonly clockRate: number;
  readonly memoryClockRate: number;
  readonly memoryBusWidth: number;
  readonly uuid: string;
  readonly pciBusId: number;
  readonly pciDeviceId: number;
  readonly pciDomainId: number;
  readonly isIntegrated: boolean;
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
  cudaSynchronize(index: number): void;
  cudaDeviceInfo(index: number): DeviceInfo;
  /** Empty before the first use of a GPU. */
  cudaMemoryStats(index: number): Record<string, number>;
  cudaResetPeakStats(index: number): void;
  cudaResetAccumulatedStats(index: number): void;
  cudaMemoryInfo(index: number): [free: number, total: number];
  cudaEmptyCache(): void;
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
