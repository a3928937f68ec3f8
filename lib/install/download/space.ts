import { statfsSync } from 'node:fs';

import { diskFull } from './errors';

/** Throws if the disk of `folder` has fewer than `bytes` free: better before an hour of download than after. */
export function ensureSpace(folder: string, bytes: number, freeBytes: (folder: string) => number = freeSpace): void {
  const free = freeBytes(folder);
  if (bytes > free) throw diskFull(`${folder} has ${formatBytes(free)} free, but ${formatBytes(bytes)} are needed.`);
}

function freeSpace(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return Infinity; // some network drives do not say
  }
}

/** `191 MB`; libraries are sized in the units that disks are sold in. */
export function formatBytes(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const value = bytes / 1000 ** power;
  return `${value.toFixed(power > 2 ? 1 : 0)} ${units[power] ?? ''}`;
}
