import { fileFailure } from '../arguments/files';
import type { RunContext } from './run-context';

/**
 * A log that cannot be written is no reason to end a run: it is told once, as a warning of the run, and again when the
 * log has worked in between.
 */
export class LogGuard {
  #failing = false;

  constructor(readonly what: string) {}

  /** `body` returns whether it had something to write. */
  async write(file: string, run: RunContext, body: () => boolean): Promise<void> {
    try {
      if (body()) this.#failing = false;
    } catch (cause) {
      if (this.#failing) return;
      this.#failing = true;
      const { message } = fileFailure(this.what, file, cause);
      await run.warn(`${message}. The run continues without these lines of the log`);
    }
  }
}
