import { closeSync, fstatSync, ftruncateSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { fileFailure } from '../arguments/files';
import type { RunContext } from './run-context';

/** How logs are written, so that a full disk costs their newest lines and nothing else. */

/** Appends all of it or, where that fails, nothing: what was there before stays whole. */
export function appendWhole(file: string, data: string | Uint8Array): void {
  const descriptor = openSync(file, 'a');
  try {
    const { size } = fstatSync(descriptor);
    try {
      writeFileSync(descriptor, data);
    } catch (cause) {
      cutBack(descriptor, size);
      throw cause;
    }
  } finally {
    closeSync(descriptor);
  }
}

function cutBack(descriptor: number, size: number): void {
  try {
    ftruncateSync(descriptor, size);
  } catch {
    // The failure to write is what counts; a device has nothing to cut.
  }
}

/** Writes a file anew, or leaves the former one. */
export function replaceWhole(file: string, text: string): void {
  const next = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(next, text);
    renameSync(next, file);
  } catch (cause) {
    rmSync(next, { force: true });
    throw cause;
  }
}

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
      // A writer's own error has the system's as its cause.
      const { message } = fileFailure(this.what, file, cause instanceof Error && cause.cause ? cause.cause : cause);
      await run.warn(`${message}. The run continues without these lines of the log`);
    }
  }
}
