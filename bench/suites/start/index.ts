import type { Suite } from '../../harness/types';

/** From the start of a process to the end of its first training step, the process's own end included. */
export const suite: Suite = {
  title: 'Start',
  processes: true,
  cases: [{ name: 'process start to first training step', unit: 's', target: 0.5, rounds: 11, warmup: 1 }],
};
