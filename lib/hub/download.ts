import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type * as Progress from 'cli-progress';

import { messageOf } from '../arguments/describe';
import { bool, callback, either, nullable, str, value } from '../arguments/fields';
import { fileFailure, pathOf } from '../arguments/files';
import { readArguments } from '../arguments/read';
import { fileError, runtimeError, valueError } from '../errors';
import { download } from '../install/download/download';
import { Http } from '../install/download/http';
import { type Reporter, silentReporter } from '../install/download/reporter';
import { expandUser } from './folder';

/** Gets the number of bytes so far and the total, which is null if the server does not say. */
export type DownloadProgress = (done: number, total: number | null) => void;

export interface DownloadOptions {
  /** The first hexadecimal digits of the file's SHA-256. @defaultValue null, which means no check */
  readonly hashPrefix?: string | null;
  /** Draw a bar if stderr is a terminal; or a function to report to. @defaultValue true */
  readonly progress?: boolean | DownloadProgress;
}

const isUrl = (given: unknown): boolean => typeof given === 'string' || given instanceof URL;
/** Where something is in the network. @internal */
export const URL_FIELD = value<string | URL>('a URL', isUrl);
/** @internal */
export const PROGRESS = either(bool(), callback<DownloadProgress>(), true);
const TABLE = {
  url: URL_FIELD,
  dst: value<string | URL>('the path of a file', isUrl),
  hashPrefix: nullable(str()),
  progress: PROGRESS,
};

/** The address that was given, which is of the web. @internal */
export function webAddress(label: string, given: string | URL): URL {
  const url = URL.canParse(String(given)) ? new URL(String(given)) : null;
  if (url && /^https?:$/.test(url.protocol)) return url;
  throw valueError(`${label}(): 'url' should begin with http: or https:, got '${String(given)}'`);
}

/**
 * Downloads a file. It is written under a temporary name, so it appears whole or not at all. A broken connection is
 * resumed. Proxies come from the environment (`HTTPS_PROXY`, `NO_PROXY`).
 *
 * @param url - Its address.
 * @param dst - The path to write. A file that is there is replaced.
 * @throws TorchError `ERR_TORCH_FILE` if it cannot be read or written; TorchError for a wrong hash.
 * @see https://docs.pytorch.org/docs/2.13/hub.html#torch.hub.download_url_to_file
 * @example
 * await torch.hub.downloadUrlToFile('https://example.org/weights.pt', '/tmp/weights.pt'); // needs the network
 */
export function downloadUrlToFile(
  url: string | URL,
  dst: string | URL,
  hashPrefix?: string | null | DownloadOptions,
  progress?: boolean | DownloadProgress,
): Promise<void>;
export async function downloadUrlToFile(...args: readonly unknown[]): Promise<void> {
  const label = 'torch.hub.downloadUrlToFile';
  const { url, dst, hashPrefix, progress } = readArguments(label, TABLE, args);
  const target = path.resolve(expandUser(pathOf(label, dst)));
  await fetchFile(webAddress(label, url), target, hashPrefix, progress);
}

/** Downloads a file beside its place, checks it, and moves it there. @internal */
export async function fetchFile(
  url: URL,
  target: string,
  hashPrefix: string | null,
  progress: boolean | DownloadProgress,
): Promise<void> {
  const partial = `${target}.${randomUUID()}.partial`;
  const http = new Http({ env: process.env });
  try {
    await download(url.href, partial, { http, reporter: reporterFor(progress) });
    if (hashPrefix !== null) await requireHash(partial, hashPrefix);
    await rename(partial, target);
  } catch (error) {
    throw asOurs(target, error);
  } finally {
    await http.close();
    await Promise.all([partial, `${partial}.part`, `${partial}.part.etag`].map((file) => rm(file, { force: true })));
  }
}

/** What the downloader says has a way out for those who install libtorch, and not for these. */
function asOurs(target: string, error: unknown): unknown {
  const { name, syscall, cause } = (error ?? {}) as { name?: string; syscall?: string; cause?: unknown };
  if (name === 'InstallError') return fileError(messageOf(error), { cause: cause ?? error });
  return syscall === undefined ? error : fileFailure('torch.hub', target, error);
}

async function requireHash(file: string, prefix: string): Promise<void> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  const digest = hash.digest('hex');
  if (digest.startsWith(prefix)) return;
  throw runtimeError(`invalid hash value (expected "${prefix}", got "${digest}")`);
}

function reporterFor(progress: boolean | DownloadProgress): Reporter {
  if (typeof progress === 'function') return { ...silentReporter, begin: (_, total) => told(progress, total) };
  return progress && process.stderr.isTTY ? { ...silentReporter, begin: (_, total) => bar(total) } : silentReporter;
}

function told(hear: DownloadProgress, total: number | undefined): ReturnType<Reporter['begin']> {
  return {
    update: (done) => {
      hear(done, total ?? null);
    },
    end: () => undefined,
  };
}

function bar(total: number | undefined): ReturnType<Reporter['begin']> {
  const { Presets, SingleBar } = createRequire(__filename)('cli-progress') as typeof Progress;
  const drawn = new SingleBar({ format: '{bar} {percentage}% | {eta_formatted} left' }, Presets.shades_classic);
  drawn.start(total ?? 0, 0);
  return {
    update: (done) => {
      drawn.update(done);
    },
    end: () => {
      drawn.stop();
    },
  };
}
