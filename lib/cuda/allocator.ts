/** What only CUDA's allocator has: a limit, a snapshot, and a switch that turns it off. */
import type { Synchronous } from '../arguments/synchronous';
import { any, bool, float, nullable, value } from '../arguments/fields';
import { readArguments, refuseSurplus, takesNothing } from '../arguments/read';
import type { Mixed } from '../arguments/signature';
import { type ModeGuard, during, guard } from '../autograd/modes';
import { valueError } from '../errors';
import { native } from '../native/binding';
import { floatText } from '../ops/print/numbers';
import type { MemoryBlock, MemorySegment } from '../native/contract/cuda';
import { type CudaDeviceLike, type OneDevice, deviceIndex } from './device';
import type { GraphPool } from './graphs';

export type { MemoryBlock, MemorySegment };

/** The options of {@link setPerProcessMemoryFraction}. */
export interface MemoryFractionOptions {
  /** The GPU. @defaultValue null, which means the current one */
  readonly device?: CudaDeviceLike;
}

const FRACTION = { fraction: float(), device: any<CudaDeviceLike>() };

/**
 * Limits the memory of a GPU that this process uses. A tensor that would need more is an error, as where the memory is full.
 *
 * `fraction` is the part of the GPU's memory, from 0 to 1.
 * @throws TorchValueError for a fraction out of that range
 * @throws TorchError without a GPU
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cuda.memory.set_per_process_memory_fraction.html
 * @example
 * torch.cuda.setPerProcessMemoryFraction(0.5); // needs 'cuda'
 */
export function setPerProcessMemoryFraction(
  ...args: Mixed<
    [fraction: number, device?: CudaDeviceLike],
    MemoryFractionOptions & {
      /** The part of the memory, from 0 to 1. */
      readonly fraction: number;
    }
  >
): void {
  const name = 'setPerProcessMemoryFraction';
  const { fraction, device } = readArguments(`torch.cuda.${name}`, FRACTION, args);
  const index = deviceIndex(name, [device]);
  if (!(fraction >= 0 && fraction <= 1)) {
    throw valueError(`Invalid fraction value: ${floatText(fraction)}. Allowed range: 0~1`);
  }
  native.cudaSetMemoryFraction(index, fraction);
}

/**
 * The part of the GPU's memory that this process may use; 1 unless {@link setPerProcessMemoryFraction} has set it.
 *
 * @throws TorchError without a GPU
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cuda.memory.get_per_process_memory_fraction.html
 */
export function getPerProcessMemoryFraction(...device: OneDevice): number {
  return native.cudaMemoryFraction(deviceIndex('getPerProcessMemoryFraction', device));
}

const ENABLE = { value: bool(true) };

/**
 * Turns the cache of the GPU's allocator on or off. Without it, each tensor's memory comes from the driver, and goes back to it: slow,
 * and for tools that look for wrong accesses. Nothing happens before the first use of a GPU.
 *
 * @param value - On or off. The default is on.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cuda.memory.caching_allocator_enable.html
 */
export function cachingAllocatorEnable(...args: [value?: boolean]): void {
  const { value: on } = readArguments('torch.cuda.cachingAllocatorEnable', ENABLE, args);
  if (native.cudaIsInitialized()) native.cudaEnableCaching(on);
}

/**
 * Turns the cache of the GPU's allocator off while a synchronous function runs, or until the guard ends.
 *
 * @throws TorchError without a GPU
 * @see https://docs.pytorch.org/docs/2.13/cuda.html
 * @example
 * torch.cuda.cachingAllocatorDisabled(() => torch.ones([2], { device: 'cuda' })); // needs 'cuda'
 */
export function cachingAllocatorDisabled(): ModeGuard;
export function cachingAllocatorDisabled<R>(body: () => Synchronous<R>): R;
export function cachingAllocatorDisabled<R>(body?: () => R, ...surplus: []): R | ModeGuard {
  refuseSurplus('torch.cuda.cachingAllocatorDisabled', 1, surplus);
  const former = native.cudaEnableCaching(false);
  const restore = guard(() => void native.cudaEnableCaching(former));
  return during('torch.cuda.cachingAllocatorDisabled', restore, body);
}

/** The options of {@link memorySnapshot}. */
export interface MemorySnapshotOptions {
  /** Only the memory of this pool. @defaultValue null, for all memory */
  readonly mempoolId?: GraphPool | null;
}

const isPool = (v: unknown): boolean =>
  Array.isArray(v) && v.length === 2 && v.every((id) => Number.isSafeInteger(id) && id >= 0);
const SNAPSHOT = { mempoolId: nullable(value<GraphPool>('a pool: two numbers', isPool)) };

/**
 * What the allocators of all GPUs hold: a list of segments, which they have from the driver, with the blocks in each.
 * Python's list has also where in the program each block was allocated, if that was recorded; here it is not.
 *
 * @throws TorchError without a GPU
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cuda.memory.memory_snapshot.html
 */
export function memorySnapshot(
  ...args: Mixed<[mempoolId?: GraphPool | null], MemorySnapshotOptions>
): readonly MemorySegment[] {
  const { mempoolId } = readArguments('torch.cuda.memorySnapshot', SNAPSHOT, args);
  return native.cudaMemorySnapshot(mempoolId);
}

const SYNC_MODES = ['default', 'warn', 'error'] as const;
/** What an operator does that waits for the GPU: nothing special, warn, or throw. */
export type SyncDebugMode = (typeof SYNC_MODES)[number];

const isSyncMode = (v: unknown): boolean => v === 0 || v === 1 || v === 2 || SYNC_MODES.includes(v as SyncDebugMode);
const SYNC = { debugMode: value<SyncDebugMode | 0 | 1 | 2>("'default', 'warn', 'error', or 0, 1, 2", isSyncMode) };

/**
 * Sets what an operator does that waits for the GPU, to find such places in a training loop: nothing special (`default` or 0),
 * warn (`warn` or 1), or throw (`error` or 2). Collectives and sparse operators are not covered.
 *
 * @throws TorchError without a GPU
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cuda.set_sync_debug_mode.html
 * @example
 * torch.cuda.setSyncDebugMode('warn'); // needs 'cuda'
 */
export function setSyncDebugMode(...args: [debugMode: SyncDebugMode | 0 | 1 | 2]): void {
  const { debugMode } = readArguments('torch.cuda.setSyncDebugMode', SYNC, args);
  native.cudaSetSyncDebugMode(typeof debugMode === 'number' ? debugMode : SYNC_MODES.indexOf(debugMode));
}

/**
 * What {@link setSyncDebugMode} has set: 0 is `default`, 1 `warn`, 2 `error`.
 *
 * @throws TorchError without a GPU
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cuda.get_sync_debug_mode.html
 */
export function getSyncDebugMode(...args: []): number {
  takesNothing('torch.cuda.getSyncDebugMode', args);
  return native.cudaSyncDebugMode();
}
