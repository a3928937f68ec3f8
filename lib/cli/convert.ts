import type { Command } from 'commander';

import { run } from './output';
import { print } from './print';

export interface ConvertFlags {
  readonly key?: string;
  readonly clone?: boolean;
  readonly dcp?: boolean;
}

export function addConvert(program: Command): void {
  program
    .command('convert <from> <to>')
    .description(
      'convert a checkpoint to safetensors (when <to> ends in .safetensors), safetensors to a checkpoint, and a ' +
        'distributed checkpoint (a folder with .metadata) to one file and back (with --dcp, or when <to> ends in /)',
    )
    .option('--key <path>', 'take this part of the checkpoint, such as "model"')
    .option('--dcp', 'write a distributed checkpoint: <to> is a folder')
    .option('--clone', 'write tensors that share their memory once each')
    .action((from: string, to: string, flags: ConvertFlags) =>
      run(async () => {
        // Imported late: install and doctor must run where libtorch is missing.
        const { convert } = await import('./convert-run.js');
        print([`${to}: ${convert(from, to, flags)} tensors`]);
      }),
    );
}
