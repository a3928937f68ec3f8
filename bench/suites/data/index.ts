import type { Suite } from '../../harness/types';

/** What feeds a trainer: one thread a side, so that workers and kernels do not fight for the cores. */
export const suite: Suite = {
  title: 'Data',
  threads: 1,
  cases: [
    { name: 'TensorDataset, 1 M rows of 100, batch 64, shuffled', unit: 's', target: 0.2, rounds: 3, warmup: 1 },
    { name: 'tokenising 10,000 texts, in the loop’s thread', unit: 's', rounds: 5, warmup: 1 },
    { name: 'tokenising 10,000 texts, two workers', unit: 's', target: 1.0, rounds: 5, warmup: 1 },
    { name: 'tokenising, two workers that are started anew', unit: 's', rounds: 5, warmup: 1 },
  ],
};
