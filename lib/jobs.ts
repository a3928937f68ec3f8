import { native } from './binding';
import type { JobId, Settle } from './native';

/** Options of everything that runs off the JavaScript thread. */
export interface JobOptions {
  /**
   * Takes the work back. If it has not begun, the promise is rejected with the signal's reason and nothing happens;
   * work that has begun is finished, and the promise settles as it would have.
   */
  readonly signal?: AbortSignal | undefined;
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
    signal?.throwIfAborted();
    const cancel = (): void => {
      if (native.cancelJob(job)) reject(signal?.reason);
    };
    const job = start((error, value) => {
      signal?.removeEventListener('abort', cancel);
      if (error !== null) return reject(error);
      try {
        resolve(decode(value));
      } catch (failure) {
        reject(failure);
      }
    });
    signal?.addEventListener('abort', cancel, { once: true });
  });
}
