/** What the allocator of pinned memory counts, and statistics as trees and as a table. */
import { any, bool } from '../arguments/fields';
import { readArguments, takesNothing } from '../arguments/read';
import { native } from '../native/binding';
import { type CudaDeviceArgument, type CudaDeviceLike, type OneDevice, deviceIndex } from './device';
import { type MemoryStats, memoryStats } from './memory';
import type { Mixed } from '../arguments/signature';

/** Statistics as a tree: `stats.allocatedBytes.all.peak` under Python's names. */
export interface NestedStats {
  /** A figure, or the figures beneath a name. */
  readonly [name: string]: number | NestedStats;
}

function nested(stats: MemoryStats): NestedStats {
  const root: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(stats)) {
    const path = name.split('.');
    let place = root;
    for (const part of path.slice(0, -1)) place = (place[part] ??= {}) as Record<string, unknown>;
    place[path.at(-1) as string] = value;
  }
  return root as NestedStats;
}

/** The statistics of a device as a tree; empty before the first use of a GPU. */
export function memoryStatsAsNestedDict(...device: OneDevice): NestedStats {
  return nested(memoryStats(...device));
}

/** Statistics of pinned memory under Python's names; empty without CUDA. */
export function hostMemoryStats(...args: []): MemoryStats {
  takesNothing('hostMemoryStats', args);
  return Object.fromEntries(Object.entries(native.hostStats()).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The same as a tree. */
export function hostMemoryStatsAsNestedDict(...args: []): NestedStats {
  takesNothing('hostMemoryStatsAsNestedDict', args);
  return nested(hostMemoryStats());
}

/** Begins the sums of the statistics of pinned memory anew. */
export function resetAccumulatedHostMemoryStats(...args: []): void {
  takesNothing('resetAccumulatedHostMemoryStats', args);
  native.resetHostStats(false);
}

/** Begins the peaks of the statistics of pinned memory anew. */
export function resetPeakHostMemoryStats(...args: []): void {
  takesNothing('resetPeakHostMemoryStats', args);
  native.resetHostStats(true);
}

const SUMMARY = { device: any<CudaDeviceLike | null>(), abbreviated: bool(false) };

/** What {@link memorySummary} takes. */
export interface MemorySummaryOptions {
  /** The GPU: its number, its name, or a Device. @defaultValue null, which means the current one */
  readonly device?: CudaDeviceLike | null;
  /** Leave the pools of small and large blocks out. @defaultValue false */
  readonly abbreviated?: boolean;
}

/** A number in the largest unit in which it has digits to spare, of `least` or more. */
function scaled(value: number, preferred: number, units: readonly string[], step: number, least: number): string {
  let [shown, size, unit] = [value, preferred, units[0] as string];
  for (const next of units.slice(1)) {
    if (size < least) break;
    [shown, size, unit] = [Math.floor(shown / step), size / step, next];
  }
  return step === 1024 ? `${String(shown).padStart(6)} ${unit}` : `${String(shown).padStart(7)} ${unit} `;
}

const bytes = (value: number, preferred: number): string =>
  scaled(value, preferred, ['B  ', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'], 1024, 768 * 1024);
const times = (value: number, preferred: number): string => scaled(value, preferred, [' ', 'K', 'M'], 1000, 750_000);

type Show = typeof bytes;
const METRICS: readonly (readonly [key: string, name: string, show: Show])[] = [
  ['allocated_bytes', 'Allocated memory', bytes],
  ['active_bytes', 'Active memory', bytes],
  ['requested_bytes', 'Requested memory', bytes],
  ['reserved_bytes', 'GPU reserved memory', bytes],
  ['inactive_split_bytes', 'Non-releasable memory', bytes],
  ['allocation', 'Allocations', times],
  ['active', 'Active allocs', times],
  ['segment', 'GPU reserved segments', times],
  ['inactive_split', 'Non-releasable allocs', times],
];
const OVERSIZE = [
  ['oversize_allocations', 'Oversize allocations'],
  ['oversize_segments', 'Oversize GPU segments'],
] as const;
const KINDS = ['current', 'peak', 'allocated', 'freed'] as const;
const LINE = 75;

/**
 * The statistics of a device as a table.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cuda.memory.memory_summary.html
 * @example
 * ```ts
 * console.log(torch.cuda.memorySummary('cuda', { abbreviated: true }));
 * ```
 */
export function memorySummary(
  ...args: Mixed<[device?: CudaDeviceArgument, abbreviated?: boolean], MemorySummaryOptions>
): string {
  const { device, abbreviated } = readArguments('torch.cuda.memorySummary', SUMMARY, args);
  const index = deviceIndex('memorySummary', [device]);
  return summaryText(memoryStats(index), index, abbreviated);
}

/** The table of statistics. @internal */
export function summaryText(stats: MemoryStats, device: number, abbreviated: boolean): string {
  const read = (key: string): number => stats[key] ?? 0;
  const row = (name: string, prefix: string, show: Show, preferred: readonly number[]): string => {
    const cells = KINDS.map((kind, i) => show(read(`${prefix}.${kind}`), preferred[i] as number));
    return ` ${name.padEnd(21)} | ${cells.join(' | ')} `;
  };
  const lines = [
    '='.repeat(LINE),
    ` ${' '.repeat(16)} PyTorch CUDA memory summary, device ID ${String(device).padEnd(17)} `,
    '-'.repeat(LINE),
    `  ${' '.repeat(9)} CUDA OOMs: ${String(read('num_ooms')).padEnd(12)} | ${' '.repeat(6)} cudaMalloc retries: ` +
      `${String(read('num_alloc_retries')).padEnd(8)}  `,
    '='.repeat(LINE),
    '        Metric         | Cur Usage  | Peak Usage | Tot Alloc  | Tot Freed  ',
  ];
  const pools = [
    ['all', ''] as const,
    ['large_pool', '      from large pool'],
    ['small_pool', '      from small pool'],
  ];
  for (const [key, name, show] of METRICS) {
    lines.push('-'.repeat(LINE));
    const preferred = KINDS.map((kind) => read(`${key}.all.${kind}`));
    for (const [pool, title] of abbreviated ? pools.slice(0, 1) : pools) {
      lines.push(row(title || name, `${key}.${pool}`, show, preferred));
    }
  }
  for (const [key, name] of OVERSIZE) {
    lines.push(
      '-'.repeat(LINE),
      row(
        name,
        key,
        times,
        KINDS.map((kind) => read(`${key}.${kind}`)),
      ),
    );
  }
  lines.push('='.repeat(LINE));
  return `|${lines.join('|\n|')}|\n`;
}
