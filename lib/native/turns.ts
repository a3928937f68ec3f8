import { setImmediate } from 'node:timers/promises';

/** For how many milliseconds the event loop may wait. */
export const TURN_MS = 5;

/** Long work on this thread that lets the event loop run each time that some milliseconds have passed. */
export class Turns {
  #began = performance.now();

  /** To be called after each piece of the work. */
  async pause(): Promise<void> {
    if (performance.now() - this.#began < TURN_MS) return;
    await setImmediate();
    this.#began = performance.now();
  }
}
