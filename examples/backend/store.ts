/** The state of a run that is kept in its directory, for the next start of the server. */
import { mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { RunState } from './run';
import { ROWS, type Source, type TrainOptions } from './train';
import type { Row } from './upload';

export interface Kept {
  readonly id: string;
  readonly source: Source;
  readonly options: TrainOptions;
  readonly created: string;
  state: RunState;
  error: string | null;
  step: number;
  epoch: number;
  accuracy: number | null;
}

const FILE = 'run.json';

/**
 * The file is written under another name first, so that a server that is killed leaves either the old file or the new
 * one.
 */
export function keep(directory: string, kept: Kept): void {
  mkdirSync(directory, { recursive: true });
  const file = path.join(directory, FILE);
  writeFileSync(`${file}.new`, JSON.stringify(kept));
  renameSync(`${file}.new`, file);
}

export async function keepRows(directory: string, rows: readonly Row[]): Promise<void> {
  await mkdir(directory, { recursive: true });
  await writeFile(path.join(directory, ROWS), JSON.stringify(rows));
}

/** The newest runs of a folder, in order of age. */
export function recall(folder: string, most: number): Kept[] {
  const runs = readdirSync(folder).flatMap((id) => readKept(path.join(folder, id), id));
  return runs.sort((a, b) => (a.created < b.created ? -1 : 1)).slice(-most);
}

/** Other folders, and runs whose file is not valid, are left out. */
function readKept(directory: string, id: string): Kept[] {
  try {
    const kept = JSON.parse(readFileSync(path.join(directory, FILE), 'utf8')) as Kept;
    const { epochs, lr, seed, limit } = kept.options;
    const fits = [epochs, lr, seed, limit, kept.step].every(Number.isFinite) && typeof kept.created === 'string';
    return fits && kept.id === id && ['spam', 'upload'].includes(kept.source) ? [kept] : [];
  } catch {
    return [];
  }
}
