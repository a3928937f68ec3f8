import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { show } from './describe';
import { TorchError, fileError, typeError } from '../errors';

/** Checks that every reader and writer makes before it opens a file. */

/** A path as a string; `file:` URLs are paths too. Anything else is a TypeError: a number would be a file descriptor. */
export function pathOf(label: string, path: unknown): string {
  if (path instanceof URL) return fileURLToPath(path);
  if (typeof path !== 'string') throw typeError(`${label}: expected the path of a file, got ${show(path)}`);
  if (path === '') throw typeError(`${label}: expected the path of a file, got an empty string`);
  if (path.includes('\0')) throw typeError(`${label}: the path ${JSON.stringify(path)} contains a null character`);
  return path;
}

/**
 * The path of a regular file. A folder, a FIFO, a socket and a device are refused before they are opened: opening a
 * FIFO blocks until somebody writes, and `/dev/zero` has no end.
 */
export function regularFile(label: string, path: unknown): string {
  const file = pathOf(label, path);
  requireRegular(label, file, statOf(label, file));
  return file;
}

/** Opens a regular file for reading. Something else that replaced it since it was checked is refused, too. */
export function openRegular(label: string, path: unknown): number {
  const file = regularFile(label, path);
  let descriptor: number | undefined;
  try {
    descriptor = fs.openSync(file, fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0));
    requireRegular(label, file, fs.fstatSync(descriptor));
    return descriptor;
  } catch (error) {
    if (descriptor !== undefined) fs.closeSync(descriptor);
    throw error instanceof TorchError ? error : fileFailure(label, file, error);
  }
}

/** Fills a buffer with the bytes from `position` on. */
export function readFully(label: string, file: string, descriptor: number, position: number, into: Uint8Array): void {
  for (let done = 0; done < into.length; ) {
    let got: number;
    try {
      got = fs.readSync(descriptor, into, done, into.length - done, position + done);
    } catch (cause) {
      throw fileFailure(label, file, cause);
    }
    if (got === 0) throw fileError(`${label}: ${JSON.stringify(file)} became shorter while it was read`);
    done += got;
  }
}

/**
 * The path of a file that is to be written: one that is not there yet, or a regular file. Anything else would be
 * replaced (a device, a FIFO, a socket) or cannot be (a folder).
 */
export function fileToWrite(label: string, path: unknown): string {
  const file = pathOf(label, path);
  const stats = statIfThere(label, file);
  if (stats) requireRegular(label, file, stats);
  return file;
}

/** The file's state, or undefined if there is no such file. */
export function statIfThere(label: string, file: string): fs.Stats | undefined {
  try {
    return fs.statSync(file, { throwIfNoEntry: false });
  } catch (cause) {
    throw fileFailure(label, file, cause);
  }
}

/** The file's state. An error of the file system becomes ours, with the original as its cause. */
export function statOf(label: string, file: string): fs.Stats {
  try {
    return fs.statSync(file);
  } catch (cause) {
    throw fileFailure(label, file, cause);
  }
}

/** Fails unless `stats` are those of a regular file. */
export function requireRegular(label: string, file: string, stats: fs.Stats): void {
  if (!stats.isFile()) throw fileError(`${label}: ${JSON.stringify(file)} is ${kindOf(stats)}, not a regular file`);
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'a part of the path is not a folder',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EISDIR: 'it is a folder',
  ENOSPC: 'no space is left on the disk',
  ELOOP: 'symbolic links lead in a circle',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'the name is too long',
};

/** The error for a failure of `node:fs`: a sentence, with the original as the cause. */
export function fileFailure(label: string, file: string, cause: unknown): Error {
  const { code, message } = (cause ?? {}) as { code?: string; message?: string };
  return fileError(`${label}: ${JSON.stringify(file)}: ${REASONS[code ?? ''] ?? message ?? String(cause)}`, { cause });
}

function kindOf(stats: fs.Stats): string {
  if (stats.isDirectory()) return 'a folder';
  if (stats.isFIFO()) return 'a FIFO';
  if (stats.isSocket()) return 'a socket';
  return 'a device';
}
