import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';

import { any, bool, nullable, str, value } from '../arguments/fields';
import { fileFailure, pathOf } from '../arguments/files';
import { readArguments } from '../arguments/read';
import { valueError } from '../errors';
import { type LoadOptions, loadAsync } from '../serialization/load';
import type { Tensor } from '../ops/tensor-methods';
import { type DownloadProgress, PROGRESS, URL_FIELD, fetchFile, webAddress } from './download';
import { expandUser, getDir } from './folder';

export interface LoadFromUrlOptions {
  /** The folder to keep the file in. @defaultValue null, which means `checkpoints` in `torch.hub.getDir()` */
  readonly modelDir?: string | URL | null;
  /** Where the tensors go. @defaultValue null, which means where they were saved */
  readonly mapLocation?: LoadOptions['mapLocation'];
  /** Draw a bar if stderr is a terminal; or a function to report to. @defaultValue true */
  readonly progress?: boolean | DownloadProgress;
  /** Check the digits of the SHA-256 in the file's name, as in `resnet18-f37072fd.pth`. @defaultValue false */
  readonly checkHash?: boolean;
  /** The name to keep the file under. @defaultValue null, which means the last part of the address */
  readonly fileName?: string | null;
  /** Refuse what is not on the list of safe classes, as in `torch.load`. No code of the file runs either way. @defaultValue false */
  readonly weightsOnly?: boolean;
}

const TABLE = {
  url: URL_FIELD,
  modelDir: nullable(value<string | URL>('the path of a folder', (v) => typeof v === 'string' || v instanceof URL)),
  mapLocation: { ...any<LoadOptions['mapLocation']>(), fallback: null },
  progress: PROGRESS,
  checkHash: bool(false),
  fileName: nullable(str()),
  weightsOnly: bool(false),
};

/** `resnet18-f37072fd.pth` */
const HASH = /-([a-f0-9]*)\./;

/**
 * Loads a state dict from the network. The file is downloaded once and kept in a folder.
 *
 * @param url - Its address.
 * @throws TorchError `ERR_TORCH_FILE` if it cannot be downloaded or kept, TorchError for a wrong hash; what `torch.load`
 *   throws.
 * @see https://docs.pytorch.org/docs/2.13/hub.html#torch.hub.load_state_dict_from_url
 * @example
 * const url = 'https://download.pytorch.org/models/resnet18-f37072fd.pth';
 * const weights = await torch.hub.loadStateDictFromUrl(url, { checkHash: true }); // needs the network
 */
export function loadStateDictFromUrl<T = Record<string, Tensor>>(
  url: string | URL,
  modelDir?: string | URL | null | LoadFromUrlOptions,
  mapLocation?: Exclude<LoadOptions['mapLocation'], Readonly<Record<string, unknown>>>,
  progress?: boolean | DownloadProgress,
  checkHash?: boolean,
  fileName?: string | null,
  weightsOnly?: boolean,
): Promise<T>;
export async function loadStateDictFromUrl(...args: readonly unknown[]): Promise<unknown> {
  const label = 'torch.hub.loadStateDictFromUrl';
  const read = readArguments(label, TABLE, args);
  const url = webAddress(label, read.url);
  const name = read.fileName ?? path.posix.basename(url.pathname);
  if (['', '.', '..'].includes(name)) {
    throw valueError(`${label}(): the address ${url.href} has no file name: give one with 'fileName'`);
  }
  const folder = read.modelDir === null ? path.join(getDir(), 'checkpoints') : expandUser(pathOf(label, read.modelDir));
  const file = path.join(folder, name);
  await makeFolder(folder);
  if (!existsSync(file)) {
    process.stderr.write(`Downloading: "${url.href}" to ${file}\n`);
    const prefix = read.checkHash ? (HASH.exec(name)?.[1] ?? null) : null;
    await fetchFile(url, file, prefix, read.progress);
  }
  return loadAsync(file, { mapLocation: read.mapLocation ?? null, weightsOnly: read.weightsOnly });
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw fileFailure('torch.hub', folder, error);
  }
}
