import type { Suite } from '../../harness/types';

/** Gradients of each sample by vmap of grad, batch 64, and the Hessian of a small loss. */
export const suite: Suite = {
  title: 'torch.func',
  cases: [
    { name: 'per-sample gradients, MLP 64-128-10', unit: 'ms', target: 0.9, rounds: 31 },
    { name: 'per-sample gradients, recurrence of the guide', unit: 'ms', target: 0.9, rounds: 21 },
    { name: 'Hessian, 32 inputs', unit: 'ms', target: 0.9, rounds: 31 },
  ],
};
