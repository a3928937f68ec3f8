import { closeSync, fstatSync, ftruncateSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { fileFailure, pathOf } from './files';

/** How logs and small files are written, so that a full disk costs their newest lines and nothing else. */

/** Makes a folder and those above it, and returns its path. @internal */
export function makeFolder(label: string, folder: unknown): string {
  const path = pathOf(label, folder);
  try {
    mkdirSync(path, { recursive: true });
  } catch (cause) {
    throw fileFailure(label, path, cause);
  }
  return path;
}

/** Appends all of it or, where that fails, nothing: what was there before stays whole. */
export function appendWhole(file: string, data: string | Uint8Array): void {
  const descriptor = openSync(file, 'a');
  try {
    const { size } = fstatSync(descriptor);
    try {
      writeFileSync(descriptor, data);
    } catch (cause) {
      cutBack(descriptor, size);
      throw cause;
    }
  } finally {
    closeSync(descriptor);
  }
}

function cutBack(descriptor: number, size: number): void {
  try {
    ftruncateSync(descriptor, size);
  } catch {
    // The failure to write is what counts; a device has nothing to cut.
  }
}

/** Writes a file anew, or leaves the former one. */
export function replaceWhole(file: string, text: string): void {
  const next = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(next, text);
    renameSync(next, file);
  } catch (cause) {
    rmSync(next, { force: true });
    throw cause;
  }
}
