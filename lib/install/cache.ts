import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import type { Flavour } from './types';
import { compareVersions, parseFlavour } from './version';

/** A folder `<version>-<flavour>` of the cache. */
export interface CacheEntry {
  readonly path: string;
  readonly version: string;
  readonly flavour: Flavour;
}

export function cacheEntryName(version: string, flavour: Flavour): string {
  return `${version}-${flavour}`;
}

/** What the cache holds, newest version first, a CUDA build before a CPU build; empty where there is no cache. */
export function listCache(root: string): readonly CacheEntry[] {
  return readNames(root)
    .map((name) => parseEntry(root, name))
    .filter((entry) => entry !== undefined)
    .sort((a, b) => compareVersions(b.version, a.version) || b.flavour.localeCompare(a.flavour));
}

function parseEntry(root: string, name: string): CacheEntry | undefined {
  const [, version, tag] = /^(\d+\.\d+\.\d+)-(cpu|cu\d+)$/.exec(name) ?? [];
  const flavour = tag === undefined ? undefined : parseFlavour(tag);
  return version === undefined || flavour === undefined ? undefined : { path: join(root, name), version, flavour };
}

function readNames(root: string): readonly string[] {
  try {
    return readdirSync(root);
  } catch {
    return [];
  }
}
