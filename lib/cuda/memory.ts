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

/** Bytes in tensors now. */
export function memoryAllocated(...device: OneDevice): number {
  return read('allocated_bytes.all.current', device);
}

/** The most bytes in tensors since the start or {@link resetPeakMemoryStats}. */
export function maxMemoryAllocated(...device: OneDevice): number {
  return read('allocated_bytes.all.peak', device);
}

/** Bytes that the allocator holds, in tensors or for later ones. */
export function memoryReserved(...device: OneDevice): number {
  return read('reserved_bytes.all.current', device);
}

/** The most bytes that the allocator held. */
export function maxMemoryReserved(...device: OneDevice): number {
  return read('reserved_bytes.all.peak', device);
}

/** Starts the peaks anew from what is there now. */
export function resetPeakMemoryStats(...device: OneDevice): void {
  native.cudaResetPeakStats(deviceIndex('resetPeakMemoryStats', device));
}

/** Starts the sums of what was allocated and freed anew. */
export function resetAccumulatedMemoryStats(...device: OneDevice): void {
  native.cudaResetAccumulatedStats(deviceIndex('resetAccumulatedMemoryStats', device));
}

/** Bytes that are free on the device, and its total: other processes count too. */
export function memGetInfo(...device: OneDevice): [free: number, total: number] {
  return native.cudaMemoryInfo(deviceIndex('memGetInfo', device));
}

/**
 * Gives memory that no tensor uses back to the driver, for other programs. It does not make more room for this one.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cuda.memory.empty_cache.html
 */
export function emptyCache(...args: []): void {
  takesNothing('torch.cuda.emptyCache', args);
  native.cudaEmptyCache();
}
