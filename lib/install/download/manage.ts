import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { type CacheEntry, listCache } from '../cache';
import { asFolderError, InstallError } from './errors';
import { withLock } from './lock';

/** A build in the cache, and what it takes on the disk. */
export interface StoredBuild extends CacheEntry {
  readonly bytes: number;
}

export function listBuilds(cache: string): readonly StoredBuild[] {
  return listCache(cache).map((entry) => ({ ...entry, bytes: sizeOf(entry.path) }));
}

/** Removes one build; `name` is a version or a `<version>-<flavour>`, and must mean exactly one. */
export async function uninstall(cache: string, name: string): Promise<StoredBuild> {
  return locked(cache, () => {
    const fitting = listBuilds(cache).filter(({ version, flavour }) =>
      [version, `${version}-${flavour}`].includes(name),
    );
    const [build] = fitting;
    if (build === undefined || fitting.length > 1) throw notOne(cache, name, fitting.length);
    remove(build.path);
    return build;
  });
}

/** Removes every build that `keeps` does not name, and what broken installations and downloads left behind. */
export async function prune(cache: string, keeps: (build: CacheEntry) => boolean): Promise<readonly string[]> {
  if (!existsSync(cache)) return [];
  return locked(cache, () => {
    const old = listCache(cache).filter((build) => !keeps(build));
    const leftovers = readdirSync(cache).filter((name) => name.startsWith('.stage-') || name === 'downloads');
    const paths = [...old.map(({ path }) => path), ...leftovers.map((name) => join(cache, name))];
    paths.forEach(remove);
    return paths;
  });
}

async function locked<T>(cache: string, work: () => T): Promise<T> {
  try {
    return await withLock(join(cache, 'install.lock'), () => Promise.resolve().then(work));
  } catch (error) {
    throw asFolderError(error, cache);
  }
}

/** Renames first: nobody may find half a libtorch while it is deleted. */
function remove(path: string): void {
  const doomed = join(path, '..', `.stage-removed-${process.pid}-${Date.now()}`);
  renameSync(path, doomed);
  rmSync(doomed, { recursive: true, force: true });
}

function sizeOf(folder: string): number {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

function notOne(cache: string, name: string, count: number): InstallError {
  const message = count === 0 ? `${cache} holds no libtorch ${name}.` : `${name} means ${count} builds in ${cache}.`;
  const fix = 'Give a version and flavour as `npx libtorch-node list` shows them, such as 2.13.0-cpu.';
  return new InstallError('ERR_INSTALL_USAGE', message, fix);
}
