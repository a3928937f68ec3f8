import { existsSync } from 'node:fs';
import path from 'node:path';

/** The program of a worker in a folder of lib/. Compiled, it lies in that folder; under a transpiler it is taken from dist. */
export function entryFile(folder: string): string {
  const beside = path.join(folder, 'entry.js');
  if (existsSync(beside)) return beside;
  const lib = path.resolve(__dirname, '..');
  return path.join(lib, '../dist', path.relative(lib, folder), 'entry.js');
}
