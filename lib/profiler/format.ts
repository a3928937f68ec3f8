import { fixed } from '../ops/print/numbers';

/** Times, sizes and lists as Python's profiler writes them. */

export function formatTime(us: number): string {
  if (us >= 1e6) return `${fixed(us / 1e6, 3)}s`;
  return us >= 1000 ? `${fixed(us / 1000, 3)}ms` : `${fixed(us, 3)}us`;
}

export function formatShare(us: number, total: number): string {
  return total === 0 ? 'NaN' : `${fixed((us * 100) / total, 2)}%`;
}

const UNITS = [
  ['GB', 1024 ** 3],
  ['MB', 1024 ** 2],
  ['KB', 1024],
] as const;

export function formatMemory(bytes: number): string {
  const found = UNITS.find(([, size]) => Math.abs(bytes) >= size);
  return found ? `${fixed(bytes / found[1], 2)} ${found[0]}` : `${bytes} B`;
}

/** Nested lists of numbers as Python prints them. */
export function listText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(listText).join(', ')}]`;
  return value === null || value === undefined ? 'None' : String(value);
}
