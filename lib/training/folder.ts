import { mkdirSync } from 'node:fs';
import { fileFailure, pathOf } from '../arguments/files';

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
