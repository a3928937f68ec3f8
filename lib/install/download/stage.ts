import { chmodSync, cpSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { readBuildVersion } from '../version';
import { type Placement, unpack } from './archive';
import { asDiskError, InstallError } from './errors';
import { download } from './download';
import type { Http } from './http';
import { placeCudaWheel, placeLibtorch, placeNvidia } from './placement';
import type { Reporter } from './reporter';

/** What every source works with. */
export interface Workshop {
  /** The cache; downloads are kept in its folder `downloads` until they were used. */
  readonly cache: string;
  readonly env: NodeJS.ProcessEnv;
  readonly http: Http;
  readonly reporter: Reporter;
}

/** A new empty folder beside the final one, so that a rename moves it. */
export function newStage(cache: string): string {
  const stage = mkdtempSync(join(cache, '.stage-'));
  chmodSync(stage, 0o755); // an image is built by root and run by another user
  return stage;
}

export function downloadsFolder({ cache }: Workshop): string {
  return join(cache, 'downloads');
}

/** Fetches a file over HTTP into the cache's folder of downloads. */
export async function fetchFile(shop: Workshop, url: string, name: string, sha256?: string): Promise<string> {
  const { http, reporter } = shop;
  return download(url, join(downloadsFolder(shop), name), { http, reporter, ...(sha256 ? { sha256 } : {}) });
}

/** Unpacks torch wheels or a zip of libtorch; with NVIDIA's wheels beside it, a CUDA build keeps a wheel's folders. */
export async function stageArchives(shop: Workshop, archives: readonly string[]): Promise<string> {
  const stage = newStage(shop.cache);
  try {
    for (const archive of archives) {
      await unpack(archive, stage, placement, shop.reporter);
    }
    return stage;
  } catch (error) {
    rmSync(stage, { recursive: true, force: true });
    throw error;
  }
}

function placement(names: readonly string[]): Placement {
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has(/^nvidia\//) && !has(/^torch\//)) return placeNvidia;
  // PyTorch's CUDA zips hold NVIDIA's libraries in lib; only wheels need their neighbors.
  return has(/^torch\/lib\/(lib)?torch_cuda\./) ? placeCudaWheel(names) : placeLibtorch(names);
}

/** Copies a libtorch folder, or the torch of a Python installation with NVIDIA's libraries. */
export function stageFolder(shop: Workshop, folder: string): string {
  const root = existsSync(join(folder, 'lib')) ? folder : join(folder, 'torch');
  const build = statSync(root, { throwIfNoEntry: false })?.isDirectory() ? readBuildVersion(root) : undefined;
  if (!build) throw notLibtorch(folder);
  const nvidia = join(root, '..', 'nvidia');
  const neighbors = build.flavour !== 'cpu' && existsSync(nvidia);
  const stage = newStage(shop.cache);
  try {
    copyTorch(root, neighbors ? join(stage, 'torch') : stage);
    if (neighbors) cpSync(nvidia, join(stage, 'nvidia'), { recursive: true });
    return stage;
  } catch (error) {
    rmSync(stage, { recursive: true, force: true });
    throw asDiskError(error, stage);
  }
}

function copyTorch(from: string, to: string): void {
  for (const name of ['lib', 'include', 'bin', 'build-version', 'version.py']) {
    const source = join(from, name);
    if (existsSync(source)) cpSync(source, join(to, name), { recursive: true, dereference: true });
  }
}

function notLibtorch(folder: string): InstallError {
  return new InstallError(
    'ERR_INSTALL_ARCHIVE',
    `${folder} is not a folder with a libtorch of a known version.`,
    'Give the folder that holds lib, include, and version.py or build-version.',
  );
}
