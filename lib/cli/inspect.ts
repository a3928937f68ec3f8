import type { Command } from 'commander';

import type { InspectFlags } from './inspect-run';
import { run } from './output';

export function addInspect(program: Command): void {
  program
    .command('inspect <path>')
    .description(
      'say what a file with weights holds, without loading its tensors: a checkpoint, safetensors, .pt2, TorchScript, .npz, ' +
        'a pickle, an *.index.json or a folder; of other files what they are and what to do',
    )
    .option('--all', 'print every line, however many there are')
    .option(
      '--stats',
      'read the tensors: mean, standard deviation, range, and how many elements are NaN, infinite or zero',
    )
    .option(
      '--diff <other>',
      'compare the tensors with those of another file: which are missing, of another shape, how far apart',
    )
    .option('--json', 'print machine-readable JSON')
    .action((path: string, flags: InspectFlags) =>
      run(async () => {
        // Imported late: install and doctor must run where libtorch is missing.
        const { inspect } = await import('./inspect-run.js');
        await inspect(path, flags);
      }),
    );
}
