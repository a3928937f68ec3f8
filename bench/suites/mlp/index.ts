import type { Suite } from '../../harness/types';

/** A small perceptron, where overhead is most of the time. */
export const suite: Suite = {
  title: 'Small network',
  cases: [
    { name: 'training step, 64-128-10, batch 32', unit: 'us', target: 0.7, rounds: 41 },
    { name: 'inference, 64-128-10, batch 32', unit: 'us', rounds: 41 },
  ],
};
