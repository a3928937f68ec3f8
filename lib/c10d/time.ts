import { valueError } from '../errors';
import { native } from '../native/binding';
import type { JobBox, Settle } from '../native/contract';

/** The longest duration that the clocks of libtorch add to without an overflow: a hundred years. */
const LONGEST = 100 * 365 * 24 * 3600;

/** A duration in seconds, which is Python's timedelta here, as whole milliseconds. */
export function milliseconds(label: string, seconds: number): number {
  if (seconds > 0 && seconds <= LONGEST) return Math.max(1, Math.round(seconds * 1000));
  throw valueError(`${label}: a timeout is a positive number of seconds, at most ${LONGEST}, got ${seconds}`);
}

/** A promise of what native code does on a thread of its own. */
export function settled<T>(start: (settle: Settle) => void, decode: (value: unknown) => T): Promise<T> {
  return new Promise((resolve, reject: (reason: unknown) => void) => {
    start((error, value) => {
      if (error !== null) reject(error);
      else resolve(decode(value));
    });
  });
}

/**
 * {@link settled} for a job that libtorch cannot stop. Once `signal` is aborted nobody needs its end: it does not keep the
 * process alive, and the promise is settled only if something else does.
 */
export function settledUnlessLeft<T>(
  start: (settle: Settle) => JobBox,
  decode: (value: unknown) => T,
  signal: AbortSignal | undefined,
): Promise<T> {
  return settled((settle) => {
    const job = start(settle);
    const letGo = (): void => native.letGoOfJob(job);
    if (signal?.aborted) letGo();
    else signal?.addEventListener('abort', letGo, { once: true });
  }, decode);
}
