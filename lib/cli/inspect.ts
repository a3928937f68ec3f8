import type { Command } from 'commander';

import type { InspectFlags } from './inspect-run';
import { run } from './output';

export function addInspect(program: Command): void {
  program
    .command('inspect <path>')
    .description(
      'say what a checkpoint, a safetensors file, an *.index.json or a folder of them holds, without loading its tensors',
    )
    .option('--all', 'print every line, however many there are')
    .option('--json', 'print machine-readable JSON')
    .action((path: string, flags: InspectFlags) =>
      run(async () => {
        // Imported late: install and doctor must run where libtorch is missing.
        const { inspect } = await import('./inspect-run.js');
        inspect(path, flags);
      }),
    );
}
