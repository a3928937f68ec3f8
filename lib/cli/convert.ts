import type { Command } from 'commander';

import { run } from './output';
import { print } from './print';
import { terminalReporter } from './terminal';

export interface ConvertFlags {
  readonly key?: string;
  readonly clone?: boolean;
  readonly dcp?: boolean;
  readonly maxShardSize?: string;
  readonly dtype?: string;
  readonly drop?: boolean;
  readonly program?: string;
  readonly force?: boolean;
}

export function addConvert(program: Command): void {
  program
    .command('convert <from> <to>')
    .description(
      'convert weights: from a checkpoint (.pt, .bin, a pickle), safetensors, their shards by an index or in a folder, a ' +
        'distributed checkpoint, .pt2, TorchScript, .npz or .npy; to .safetensors, .npz, shards of safetensors (with ' +
        '--max-shard-size), a distributed checkpoint (with --dcp, or when <to> ends in /), .pt2 (with --program) or else a ' +
        'checkpoint',
    )
    .option('--key <path>', 'take this part of the checkpoint, such as "model"')
    .option('--dcp', 'write a distributed checkpoint: <to> is a folder')
    .option(
      '--max-shard-size <size>',
      'write safetensors of at most this size, such as 5GB, and an index: <to> is a folder',
    )
    .option('--program <file>', 'write a .pt2: the graph of this one, with the weights of <from>')
    .option('--dtype <name>', 'convert floating point tensors to this dtype, such as bfloat16')
    .option('--clone', 'write tensors that share their memory once each')
    .option('--drop', 'leave out what a checkpoint cannot hold, such as the objects of a pickled configuration')
    .option('--force', 'replace what is there')
    .action((from: string, to: string, flags: ConvertFlags) =>
      run(async () => {
        // Imported late: install and doctor must run where libtorch is missing.
        const { convert } = await import('./convert-run.js');
        print([`${to}: ${await convert(from, to, flags, terminalReporter(true))} tensors`]);
      }),
    );
}
