import fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { native } from '../native/binding';
import { fileFailure, fileToWrite } from '../arguments/files';
import { str } from '../arguments/fields';
import { readArguments, takesNothing } from '../arguments/read';

/** What `profile` starts and stops with itself; {@link ExecutionTraceObserver} is one. */
export interface TraceObserver {
  /** Begins to record; the profile calls it when a cycle begins to record. */
  start(): void;
  /** Stops recording; what was recorded stays. */
  stop(): void;
  /** Ends the recording and completes the file; the profile calls it when it stops. */
  cleanup(): void;
}

/**
 * Writes the graph of all operators that run, with their inputs and outputs, as JSON (an execution trace). A process has one
 * such observer.
 *
 * @see https://docs.pytorch.org/docs/2.13/profiler.html#torch.profiler.ExecutionTraceObserver
 * @example
 * const observer = new torch.profiler.ExecutionTraceObserver().registerCallback('graph.json');
 * observer.start();
 * torch.ones([2]).exp();
 * observer.cleanup(); // the file is complete
 */
export class ExecutionTraceObserver implements TraceObserver, Disposable {
  #registered = false;
  #running = false;
  #path: string | null = null;
  #written = '';

  constructor(...args: []) {
    takesNothing('ExecutionTraceObserver', args);
  }

  /** Chooses the file, which is compressed if its name ends in `.gz`, and gets ready. A second call does nothing. */
  registerCallback(...args: [outputFilePath: string]): this {
    const { outputFilePath } = readArguments('registerCallback', { outputFilePath: str() }, args);
    if (this.#registered) return this;
    const file = fileToWrite('ExecutionTraceObserver', outputFilePath);
    this.#path = file;
    this.#written = file.endsWith('.gz')
      ? path.join(fs.mkdtempSync(path.join(tmpdir(), 'libtorch-node-graph-')), 'graph.json')
      : file;
    // libtorch only logs what it cannot open.
    attempt(this.#written, () => fs.writeFileSync(this.#written, ''));
    this.#registered = native.addExecutionTrace(this.#written);
    return this;
  }

  /** Stops, and completes the file. */
  unregisterCallback(...args: []): void {
    takesNothing('unregisterCallback', args);
    if (!this.#registered) return;
    this.stop();
    native.removeExecutionTrace();
    this.#registered = false;
    const target = this.#path ?? '';
    if (target === this.#written) return;
    attempt(target, () => fs.writeFileSync(target, gzipSync(fs.readFileSync(this.#written))));
    fs.rmSync(path.dirname(this.#written), { recursive: true, force: true });
  }

  /** Whether a file was chosen. */
  get isRegistered(): boolean {
    return this.#registered;
  }

  /** Whether it records now. */
  isRunning(...args: []): boolean {
    takesNothing('isRunning', args);
    return this.#running;
  }

  /** Starts to record. Does nothing without a file. */
  start(...args: []): void {
    takesNothing('start', args);
    if (!this.#registered || this.#running) return;
    native.enableExecutionTrace(true);
    this.#running = true;
  }

  /** Stops to record. */
  stop(...args: []): void {
    takesNothing('stop', args);
    if (!this.#running) return;
    native.enableExecutionTrace(false);
    this.#running = false;
  }

  /** The same as {@link unregisterCallback}. */
  cleanup(...args: []): void {
    takesNothing('cleanup', args);
    this.unregisterCallback();
  }

  /** The file, or null. */
  getOutputFilePath(...args: []): string | null {
    takesNothing('getOutputFilePath', args);
    return this.#path;
  }

  [Symbol.dispose](): void {
    this.unregisterCallback();
  }
}

function attempt(file: string, body: () => void): void {
  try {
    body();
  } catch (cause) {
    throw fileFailure('ExecutionTraceObserver', file, cause);
  }
}
