import type { Suite } from '../../harness/types';

/** One step of Adam over parameters that have their gradients; unfused is the default of both sides on the CPU. */
export const suite: Suite = {
  title: 'Optimizers',
  cases: [
    { name: 'Adam, 100 tensors of 1 M elements, fused', unit: 'ms', target: 1.0, rounds: 15 },
    { name: 'Adam, 100 tensors of 1 M elements', unit: 'ms', target: 1.0, rounds: 11 },
    { name: 'Adam, 1,000 tensors of 100 elements, fused', unit: 'ms', target: 0.7, rounds: 31 },
    { name: 'Adam, 1,000 tensors of 100 elements', unit: 'ms', target: 0.7, rounds: 31 },
  ],
};
