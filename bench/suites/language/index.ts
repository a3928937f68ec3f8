import type { Suite } from '../../harness/types';

/**
 * A small Llama beside transformers' with sdpa, one thread each: a step of training (forward with labels, backward, AdamW),
 * the forward alone, one token with a cache of 64 others by `generate`, and the same for GPT-2.
 */
export const suite: Suite = {
  title: 'Language models',
  threads: 1,
  cases: [
    { name: 'training step of a tiny Llama', unit: 'us', target: 0.9, rounds: 31 },
    { name: 'forward of a tiny Llama', unit: 'us', rounds: 31 },
    { name: 'one token of a tiny Llama', unit: 'us', target: 0.5, rounds: 21, warmup: 6 },
    { name: 'one token of a tiny GPT-2', unit: 'us', target: 0.5, rounds: 21, warmup: 6 },
    { name: 'forward of a tiny BERT', unit: 'us', rounds: 31 },
  ],
};
