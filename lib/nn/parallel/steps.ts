import { collectiveFailure } from '../../c10d/failure';
import type { ProcessGroup } from '../../c10d/process-group';
import type { Work } from '../../c10d/work';
import { inGradMode } from '../../native/grad-mode';

/**
 * What ranks do together, one thing after the other, written once for both of its forms: a generator gives steps, and
 * whoever drives it either blocks for each or awaits it.
 */
export interface Step {
  now(): void;
  later(): Promise<unknown>;
}

export type Steps<R = void> = Generator<Step, R, void>;

/** A collective, by a function that starts it. */
export function collective(start: () => Work): Step {
  return { now: () => void start().wait(), later: () => start().promise };
}

/** The same step, whose failure says who did what. */
export function explained(group: ProcessGroup, { now, later }: Step): Step {
  const explain = (cause: unknown): unknown => collectiveFailure('DistributedDataParallel', group, cause);
  return {
    now: () => {
      try {
        now();
      } catch (cause) {
        throw explain(cause);
      }
    },
    later: () =>
      later().catch((cause: unknown) => {
        throw explain(cause);
      }),
  };
}

/** Goes through the steps and blocks this thread for each. */
export function finish<R>(steps: Steps<R>): R {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    value.now();
  }
}

/** Goes through the steps and leaves this thread to others meanwhile. */
export async function finishAsync<R>(steps: Steps<R>): Promise<R> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await value.later();
  }
}

/** The steps under a grad mode, whichever the thread has when they go on. */
export function* inMode<R>(recording: boolean, steps: Steps<R>): Steps<R> {
  for (;;) {
    const { done, value } = inGradMode(recording, () => steps.next());
    if (done) return value;
    yield value;
  }
}
