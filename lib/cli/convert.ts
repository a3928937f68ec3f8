import type { Command } from 'commander';

import { run } from './output';
import { print } from './print';

export interface ConvertFlags {
  readonly key?: string;
  readonly clone?: boolean;
}

export function addConvert(program: Command): void {
  program
    .command('convert <from> <to>')
    .description('convert a checkpoint to safetensors (when <to> ends in .safetensors), or safetensors to a checkpoint')
    .option('--key <path>', 'take this part of the checkpoint, such as "model"')
    .option('--clone', 'write tensors that share their memory once each')
    .action((from: string, to: string, flags: ConvertFlags) =>
      run(async () => {
        // Imported late: install and doctor must run where libtorch is missing.
        const { convert } = await import('./convert-run.js');
        print([`${to}: ${convert(from, to, flags)} tensors`]);
      }),
    );
}
