import type { Suite } from '../../harness/types';

/** Training with distributions: many small operators, where overhead is most of the time. */
export const suite: Suite = {
  title: 'Distributions',
  cases: [
    { name: 'VAE step, 196-128-5, batch 100', unit: 'us', target: 0.9, rounds: 21 },
    { name: 'PPO update, 4-64-64-2, batch 256', unit: 'us', target: 0.9, rounds: 21 },
    { name: 'Normal: make, sample, logProb', unit: 'us', target: 0.9, rounds: 21 },
  ],
};
