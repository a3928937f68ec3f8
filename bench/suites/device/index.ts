import type { Suite } from '../../harness/types';

/** Training steps and copies on the device that BENCH_DEVICE names; scripts/gpu-check.sh runs it on a GPU. */
export const suite: Suite = {
  onRequest: true,
  title: `Device: ${process.env['BENCH_DEVICE'] ?? 'cpu'}`,
  cases: [
    { name: 'add, 4 elements, queued', unit: 'us' },
    { name: 'matrix product, float32', unit: 'ms' },
    { name: 'matrix product, bfloat16', unit: 'ms' },
    { name: 'copy to the device, 16 MB', unit: 'ms' },
    { name: 'copy from the device, 16 MB', unit: 'ms' },
    { name: 'training step, MLP', unit: 'ms' },
    { name: 'training step, LSTM of the guide', unit: 'ms' },
    { name: 'training step, transformer layer', unit: 'ms' },
  ],
};
