import { str } from '../arguments/fields';
import { readArguments, takesNothing } from '../arguments/read';
import { warn } from '../errors';

const REQUESTER = { requester: str() };
const steps = new Map<string, number>();
let current = 0;

const requesterOf = (name: string, args: readonly unknown[]): string =>
  readArguments(`KinetoStepTracker.${name}`, REQUESTER, args).requester;

/**
 * Counts steps of training for the whole program: several that count the same steps, such as a profiler and an optimizer,
 * count them once.
 *
 * @example
 * const { KinetoStepTracker } = torch.autograd.profiler;
 * KinetoStepTracker.incrementStep('Adam');
 * KinetoStepTracker.eraseStepCount('Adam'); // true
 */
export class KinetoStepTracker {
  constructor(...args: []) {
    takesNothing('KinetoStepTracker', args);
  }

  /** Begins to count for somebody, at the present step. */
  static initStepCount(...args: [requester: string]): void {
    steps.set(requesterOf('initStepCount', args), current);
  }

  /** Ends to count for somebody; false for one that never counted. */
  static eraseStepCount(...args: [requester: string]): boolean {
    return steps.delete(requesterOf('eraseStepCount', args));
  }

  /** Counts a step of somebody, and returns the step of the program. */
  static incrementStep(...args: [requester: string]): number {
    const requester = requesterOf('incrementStep', args);
    steps.set(requester, (steps.get(requester) ?? current) + 1);
    const step = Math.max(...steps.values());
    if (step > current + 1) {
      warn(`Profiler step count has increased more than 1 - current_step = ${current}, the new one is ${step}`);
    }
    current = Math.max(current, step);
    return current;
  }

  /** The step of the program. */
  static currentStep(...args: []): number {
    takesNothing('KinetoStepTracker.currentStep', args);
    return current;
  }
}
