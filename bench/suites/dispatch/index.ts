import type { Suite } from '../../harness/types';

/** What a call costs around the kernel. */
export const suite: Suite = {
  title: 'Dispatch',
  cases: [
    { name: 'add, 4 elements, in a scope', unit: 'ns', target: 0.65, rounds: 41 },
    { name: 'add, 4 elements, without a scope', unit: 'ns', target: 0.9, rounds: 41 },
    { name: 'add, 4 elements, with gradients', unit: 'ns', target: 0.8, rounds: 41 },
    { name: 'training step, RNN 100-128-2, 10 steps', unit: 'ms', target: 1.0, rounds: 31 },
  ],
};
