import { takesNothing } from '../arguments/read';
import { native } from '../native/binding';
import { type OneDevice, deviceIndex, givenIndex } from './device';

/** Statistics of the allocator under Python's names, such as `allocated_bytes.all.peak`. Bytes or counts. */
export type MemoryStats = Readonly<Record<string, number>>;

/**
 * Statistics of the caching allocator; empty before the first use of a GPU.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cuda.memory.memory_stats.html
 */
export function memoryStats(...device: OneDevice): MemoryStats {
  const given = givenIndex('memoryStats', device);
  if (!native.cudaIsInitialized()) return {};
  const stats = native.cudaMemoryStats(given ?? native.cudaCurrentDevice());
  return Object.fromEntries(Object.entries(stats).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function read(name: string, device: OneDevice): number {
  return memoryStats(...device)[name] ?? 0;
}

/** The number of bytes that tensors use now. */
export function memoryAllocated(...device: OneDevice): number {
  return read('allocated_bytes.all.current', device);
}

/** The largest number of bytes that tensors used since the start or {@link resetPeakMemoryStats}. */
export function maxMemoryAllocated(...device: OneDevice): number {
  return read('allocated_bytes.all.peak', device);
}

/** The number of bytes that the allocator holds, for tensors or for reuse. */
export function memoryReserved(...device: OneDevice): number {
  return read('reserved_bytes.all.current', device);
}

/** The largest number of bytes that the allocator held. */
export function maxMemoryReserved(...device: OneDevice): number {
  return read('reserved_bytes.all.peak', device);
}

/** Resets the peaks to what is in use now. */
export function resetPeakMemoryStats(...device: OneDevice): void {
  native.cudaResetPeakStats(deviceIndex('resetPeakMemoryStats', device));
}

/** Resets the totals of allocated and freed memory. */
export function resetAccumulatedMemoryStats(...device: OneDevice): void {
  native.cudaResetAccumulatedStats(deviceIndex('resetAccumulatedMemoryStats', device));
}

/** The free and the total number of bytes of the device. Memory that other processes use is not free. */
export function memGetInfo(...device: OneDevice): [free: number, total: number] {
  return native.cudaMemoryInfo(deviceIndex('memGetInfo', device));
}

/**
 * Returns memory that no tensor uses to the driver, for other programs. This program can use no more memory after it
 * than before.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cuda.memory.empty_cache.html
 */
export function emptyCache(...args: []): void {
  takesNothing('torch.cuda.emptyCache', args);
  native.cudaEmptyCache();
}
