import type { Evaluation } from './events';
import type { SchedulerPlan } from './options';

/** A step of a scheduler that goes by epochs; one that watches the loss hears of it. */
export function stepAfterEpoch(plan: Required<SchedulerPlan> | null, { loss }: Evaluation): void {
  if (!plan || plan.interval === 'step') return;
  if (plan.monitor) plan.scheduler.step(loss);
  else plan.scheduler.step();
}
