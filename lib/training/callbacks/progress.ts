import { optional } from '../../arguments/fields';
import { readOptions, refuseSurplus } from '../../arguments/read';
import { limit, withMethods } from '../settings';
import { CALLBACK_ARGUMENTS, type Callback } from '../callback';
import type { EpochEndEvent, Evaluation, StepEvent, TrainingEvent } from '../events';
import { limitArguments } from '../../arguments/surplus';

/** A stream that may be a terminal. */
export interface Output {
  /** Whether a terminal reads it. */
  readonly isTTY?: boolean;
  /** The width of the terminal in characters. */
  readonly columns?: number;
  /** Writes text. */
  write(text: string): unknown;
}

export interface ProgressOptions {
  /** The default is the standard error stream. */
  readonly output?: Output;
  /** Where the output is no terminal: a line after every n-th step. The default is 100. */
  readonly everySteps?: number;
}

const WIDTH = 24;

const OPTIONS = { output: optional(withMethods<Output>('a stream', 'write')), everySteps: limit(1, 100) };

/**
 * Shows how far a run is: a bar in a terminal, plain lines elsewhere.
 *
 * @example
 * const callbacks = [new training.ProgressBar({ everySteps: 50 })];
 * const trainer = new training.Trainer({ model, loss: criterion, optimizer, maxEpochs: 2, callbacks });
 */
export class ProgressBar implements Callback {
  readonly name = 'progress';
  readonly ranks = 'first';
  readonly #output: Output;
  readonly #everySteps: number;
  #drawn = 0;
  #epochs = Infinity;

  constructor(options: ProgressOptions = {}, ...surplus: []) {
    refuseSurplus('ProgressBar', 1, surplus);
    const { output, everySteps } = readOptions('ProgressBar', OPTIONS, options);
    this.#output = output ?? process.stderr;
    this.#everySteps = everySteps;
  }

  on(event: TrainingEvent): void {
    if (event.type === 'start') this.#epochs = event.maxEpochs;
    if (event.type === 'step') this.#step(event);
    if (event.type === 'epochEnd') this.#line(this.#summary(event));
    if (event.type === 'warning') this.#line(`warning: ${event.message}`);
    if (event.type === 'end' && event.reason !== 'finished') this.#line(`${event.reason} at step ${event.step}`);
  }

  #step(event: StepEvent): void {
    const batches = event.batches === null ? '?' : event.batches;
    const figures = `loss ${event.loss.toFixed(4)} | ${Math.round(event.rate)} samples/s`;
    const at = `epoch ${this.#number(event.epoch)} | batch ${event.batch + 1}/${batches} | ${figures}`;
    if (!this.#output.isTTY) {
      if (event.step % this.#everySteps === 0) this.#line(at);
      return;
    }
    const now = Date.now();
    if (now - this.#drawn < 50) return;
    this.#drawn = now;
    // A loader may give more batches than it says.
    const share = event.batches === null ? 0 : Math.min(1, (event.batch + 1) / event.batches);
    const done = Math.round(share * WIDTH);
    const text = `${'█'.repeat(done)}${'░'.repeat(WIDTH - done)} ${at}`;
    this.#output.write(`\r\x1b[K${text.slice(0, (this.#output.columns || 120) - 1)}`);
  }

  #summary({ epoch, train, validation, seconds }: EpochEndEvent): string {
    const figures = ({ loss, metrics }: Evaluation): string =>
      [['loss', loss] as const, ...Object.entries(metrics)]
        .map(([name, value]) => `${name} ${value.toFixed(4)}`)
        .join(' ');
    const held = validation ? ` | validation ${figures(validation)}` : '';
    return `epoch ${this.#number(epoch)} | ${figures(train)}${held} | ${seconds.toFixed(1)} s`;
  }

  #number(epoch: number): string {
    return Number.isFinite(this.#epochs) ? `${epoch + 1}/${this.#epochs}` : String(epoch + 1);
  }

  #line(text: string): void {
    this.#output.write(this.#output.isTTY ? `\r\x1b[K${text}\n` : `${text}\n`);
  }
}

limitArguments([ProgressBar], CALLBACK_ARGUMENTS);
