import type { Suite } from '../../harness/types';

/**
 * Programs that Python's torch.export has made, by the side of Python's own `ep.module()`: one call without gradients, one
 * training step (forward, backward, SGD), and loading a file of 500 MB. Both sides use the same files, one thread each.
 */
export const suite: Suite = {
  title: 'Exported models',
  cases: [
    { name: 'call of an MLP', unit: 'us', target: 0.5, rounds: 31 },
    { name: 'call of a transformer', unit: 'us', target: 0.7, rounds: 31 },
    { name: 'call of a CNN', unit: 'us', target: 0.7, rounds: 31 },
    { name: 'training step of an MLP', unit: 'us', target: 0.7, rounds: 31 },
    { name: 'training step of a transformer', unit: 'us', target: 0.7, rounds: 31 },
    { name: 'load of 500 MB', unit: 'ms', target: 1, rounds: 7, warmup: 1 },
  ],
};
