import { native } from '../native/binding';
import type { SpanBox } from '../native/contract/profiler';
import { isThenable } from '../arguments/synchronous';

/**
 * Named stretches of the library's own work: a loader's batch, an optimizer's step. They cost one look at a flag while no
 * profiler runs.
 */

/** Whether somebody records what this thread does. @internal */
export const recording = { active: false };

/** Whether a span had a name with a quotation mark in it, which Kineto does not escape. @internal */
export const names = { quoted: false };

/** Runs `body` as a span under this name, until its promise settles where it returns one. @internal */
export function spanned<R>(name: string, body: () => R): R {
  return inSpan(native.beginSpan(name, null), body);
}

/** Runs `body` and ends the span after it. @internal */
export function inSpan<R>(span: SpanBox, body: () => R): R {
  let later = false;
  try {
    const result = body();
    if (!isThenable(result)) return result;
    later = true;
    const end = (): void => native.endSpan(span);
    return result.then(
      (value) => (end(), value),
      (error: unknown) => {
        end();
        throw error;
      },
    ) as R;
  } finally {
    if (!later) native.endSpan(span);
  }
}
