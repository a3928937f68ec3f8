import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';

import { fileError } from '../errors';
import { pathOf, statOf } from '../arguments/files';
import { readRun, readRuns, type RunSummary } from '../training/run-summary';
import { run } from './output';
import { print } from './print';
import { compareRuns } from './runs-table';
import { visibleJson } from './visible';

/** Where runs are when no folder is named; there need not be one. */
const DEFAULT = 'runs';

export function addRuns(program: Command): void {
  program
    .command('runs [folder]')
    .description(`list and compare the training runs of a folder (${DEFAULT}, unless told otherwise), or show one run`)
    .option('--json', 'print machine-readable JSON')
    .action((folder: string | undefined, flags: { json?: boolean }) => run(() => list(folder, flags.json ?? false)));
}

function list(given: string | undefined, json: boolean): void {
  const folder = given ?? DEFAULT;
  const runs = find(folder, given !== undefined);
  if (json) return void console.log(visibleJson(runs));
  if (runs.length === 0) return print([`There are no runs in ${folder}.`]);
  print(compareRuns(runs, process.stdout.columns ?? Infinity).split('\n'));
}

function find(folder: string, named: boolean): readonly RunSummary[] {
  if (!named && !existsSync(folder)) return [];
  const file = pathOf('runs', folder);
  if (!statOf('runs', file).isDirectory()) throw fileError(`runs: ${JSON.stringify(folder)} is not a folder`);
  return existsSync(join(file, 'events.jsonl')) ? [readRun(resolve(file))] : readRuns(file);
}
