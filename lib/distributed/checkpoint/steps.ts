/**
 * A save and a load are written once, as generators of steps; what waits for a disk or for other ranks is a step that can
 * be done at once or off the thread.
 */

/** Something that takes time, in its two forms. */
export interface Step<T> {
  readonly now: () => T;
  readonly later: () => Promise<T>;
}

/** A procedure made of steps. */
export type Steps<T> = Generator<Step<unknown>, T, unknown>;

/** One step of a procedure, and its result. */
export function* take<T>(step: Step<T>): Steps<T> {
  return (yield step) as T;
}

/** Carries a procedure out, blocking. */
export function runNow<T>(steps: Steps<T>): T {
  let next = steps.next();
  while (!next.done) {
    let result: unknown;
    try {
      result = next.value.now();
    } catch (error) {
      next = steps.throw(error);
      continue;
    }
    next = steps.next(result);
  }
  return next.value;
}

/** Carries a procedure out without blocking the thread. */
export async function runLater<T>(steps: Steps<T>): Promise<T> {
  let next = steps.next();
  while (!next.done) {
    let result: unknown;
    try {
      result = await next.value.later();
    } catch (error) {
      next = steps.throw(error);
      continue;
    }
    next = steps.next(result);
  }
  return next.value;
}
