import { LinearLR } from '../optim/lr-scheduler/index';
import type { Optimizer } from '../optim/index';

/** Lets the learning rates grow to their own in so many steps, the first of which has `1 / steps` of them. */
export function warmupOf(optimizer: Optimizer, steps: number): LinearLR {
  return new LinearLR(optimizer, { startFactor: 1 / steps, totalIters: steps - 1 });
}
