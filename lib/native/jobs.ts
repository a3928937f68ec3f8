import { isMainThread } from 'node:worker_threads';
import { signal as signalField } from '../arguments/fields';
import { show } from '../arguments/describe';
import { readOptions } from '../arguments/read';
import { native } from './binding';
import { typeError } from '../errors';
import type { JobId, Settle } from './contract';

/** Options of everything that runs off the JavaScript thread. */
export interface JobOptions {
  /**
   * Cancels the work. If it has not begun, it never will, and the promise is rejected with the signal's reason. Work
   * that has begun is finished, and the promise settles as usual.
   */
  readonly signal?: AbortSignal | null | undefined;
}

/** How long the end of the process waits for running jobs, for example until a file is written. */
const PATIENCE_MS = 10_000;

// A worker's jobs are ended by its environment's clean-up hook, which the main thread's has not at `process.exit`.
if (isMainThread) process.on('exit', () => native.endJobs(PATIENCE_MS));

/** What a call's table holds to take {@link JobOptions}. @internal */
export const JOB_FIELDS = { signal: signalField() };

/** Reads options that are a signal and nothing else, and throws its reason if it has aborted. @internal */
export function readJobOptions(label: string, options: unknown): JobOptions {
  const values = readOptions(label, JOB_FIELDS, options);
  values.signal?.throwIfAborted();
  return values;
}

/** For callers that have not read their options by {@link JOB_FIELDS}. */
function requireSignal(signal: unknown): void {
  if (signal === undefined || JOB_FIELDS.signal.fits(signal)) return;
  throw typeError(`'signal' should be ${JOB_FIELDS.signal.expects}, got ${show(signal)}`);
}

/** Of each signal, what takes its jobs back: one listener, however many jobs there are. */
const watched = new WeakMap<AbortSignal, Set<() => void>>();

/** Calls `cancel` when `signal` aborts, until the function that it returns is called. @internal */
export function onAbort(signal: AbortSignal | null | undefined, cancel: () => void): () => void {
  if (!signal) return () => undefined;
  let cancels = watched.get(signal);
  if (!cancels) {
    const all = (cancels = new Set());
    watched.set(signal, all);
    const abort = (): void => all.forEach((each) => each());
    signal.addEventListener('abort', abort, { once: true });
  }
  cancels.add(cancel);
  return () => void cancels.delete(cancel);
}

/**
 * A promise of native work off the thread.
 *
 * @param start Starts the job and returns its number; it passes `settle` to native code.
 * @param decode Makes the result of what native code returns.
 * @internal
 */
export function runJob<T>(
  start: (settle: Settle) => JobId,
  decode: (value: unknown) => T,
  { signal }: JobOptions = {},
): Promise<T> {
  return new Promise<T>((resolve, reject: (reason: unknown) => void) => {
    requireSignal(signal);
    signal?.throwIfAborted();
    let forget = (): void => undefined;
    const job = start((error, value) => {
      forget();
      if (error !== null) return reject(error);
      try {
        resolve(decode(value));
      } catch (failure) {
        reject(failure);
      }
    });
    forget = onAbort(signal, () => {
      if (!native.cancelJob(job)) return;
      forget();
      reject(signal?.reason);
    });
  });
}
