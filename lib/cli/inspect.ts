import type { Command } from 'commander';

import { printingErrors } from './printing-errors';

export function addInspect(program: Command): void {
  program
    .command('inspect <file>')
    .description('say what a checkpoint or a safetensors file holds, without loading its tensors')
    .option('--json', 'print it for programs')
    .action((file: string, flags: { json?: boolean }) =>
      printingErrors(async () => {
        // Imported late: install and doctor must run where libtorch is missing.
        const { inspect } = await import('./inspect-run.js');
        inspect(file, flags.json ?? false);
      }),
    );
}
