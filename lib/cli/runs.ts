import type { Command } from 'commander';

import { readRuns } from '../training/run-summary';
import { printingErrors } from './printing-errors';
import { compareRuns } from './runs-table';

export function addRuns(program: Command): void {
  program
    .command('runs [folder]')
    .description('list and compare the training runs of a folder (runs, unless told otherwise)')
    .option('--json', 'print them for programs')
    .action((folder: string | undefined, flags: { json?: boolean }) =>
      printingErrors(() => list(folder ?? 'runs', flags.json ?? false)),
    );
}

function list(folder: string, json: boolean): void {
  const runs = readRuns(folder);
  if (json) return void console.log(JSON.stringify(runs, null, 2));
  console.log(
    runs.length > 0 ? compareRuns(runs, process.stdout.columns ?? Infinity) : `There are no runs in ${folder}.`,
  );
}
