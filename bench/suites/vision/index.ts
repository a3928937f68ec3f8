import type { Suite } from '../../harness/types';

/**
 * torchvision's ResNet-18, and pictures from JPEG files to batches: decoded, cropped, resized to 224 × 224, turned by chance,
 * scaled to floats and normalized, by two workers. Python decodes with Pillow. Both sides read the same files.
 */
export const suite: Suite = {
  title: 'Vision',
  cases: [
    { name: 'ResNet-18, training step, batch 16 of 64 × 64', unit: 'ms', target: 0.9, rounds: 11 },
    { name: 'ResNet-18, batch 1 of 224 × 224', unit: 'ms', target: 0.9, rounds: 15 },
    { name: '96 pictures to crops of 224, two workers', unit: 'ms', target: 0.8, rounds: 7, warmup: 1 },
  ],
};
