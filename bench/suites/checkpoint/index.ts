import type { Suite } from '../../harness/types';

/**
 * A state dict of 1 GB, 64 tensors, safetensors of 500 MB, 32 tensors, and a distributed checkpoint of 200 MB, 50 tensors, of one
 * process; both sides load the same file, which is in the page cache. What is saved here is
 * always on the disk when the call returns; Python leaves that to the kernel, so it is measured both as it is and with
 * the sync and the rename that do the same there. Peak memory is that of a process of its own that does nothing else.
 */
export const suite: Suite = {
  title: 'Checkpoint',
  cases: [
    { name: 'load, 1 GB', unit: 'ms', target: 1, rounds: 9, warmup: 1 },
    { name: 'mapped load, 1 GB', unit: 'ms', target: 1, rounds: 9, warmup: 1 },
    { name: 'safetensors as they are loaded by default, 500 MB', unit: 'ms', target: 1, rounds: 25, warmup: 10 },
    { name: 'safetensors, and each element read once, 500 MB', unit: 'ms', target: 1, rounds: 9, warmup: 1 },
    { name: 'save, 1 GB, synced only here', unit: 'ms', target: 1, rounds: 7, warmup: 1 },
    { name: 'save, 1 GB, synced on both sides', unit: 'ms', target: 1, rounds: 7, warmup: 1 },
    { name: 'distributed save, 200 MB, synced on both sides', unit: 'ms', target: 1, rounds: 9, warmup: 1 },
    { name: 'distributed load, 200 MB', unit: 'ms', target: 1, rounds: 9, warmup: 1 },
    { name: 'peak memory of load', unit: 'MB', target: 1, rounds: 3, warmup: 0 },
    { name: 'peak memory of mapped load', unit: 'MB', target: 1, rounds: 3, warmup: 0 },
    { name: 'peak memory of load and save', unit: 'MB', target: 1, rounds: 3, warmup: 0 },
  ],
};
