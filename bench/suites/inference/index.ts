import type { Suite } from '../../harness/types';

/**
 * Inference with one sample: models prepared by `torch.optimizeForInference` beside the faster of PyTorch's eager mode and its
 * `torch.compile`, which Python measures one after the other in each round.
 */
export const suite: Suite = {
  title: 'Prepared inference, batch 1',
  cases: [
    { name: 'MLP 784-256-128-10', unit: 'us', target: 0.9, rounds: 31 },
    { name: 'CNN, 28 × 28', unit: 'us', target: 0.9, rounds: 31 },
    { name: 'ResNet-18, 224 × 224', unit: 'us', target: 0.9, rounds: 11 },
    { name: 'transformer, 4 layers of 256, 64 positions', unit: 'us', target: 0.9, rounds: 21 },
    { name: 'transformer, 2 layers of 64, 32 positions', unit: 'us', target: 0.9, rounds: 31 },
    { name: 'GRU 64-128, 20 steps', unit: 'us', target: 0.9, rounds: 31 },
  ],
};
