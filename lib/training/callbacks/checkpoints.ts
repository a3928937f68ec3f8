import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Callback } from '../callback';
import type { EpochEndEvent, TrainingEvent } from '../events';
import { isAlive } from '../owner';
import type { RunContext } from '../run-context';
import { Monitor, type MonitorOptions } from './monitor';
import { typeError } from '../../errors';

export interface CheckpointsOptions extends MonitorOptions {
  /** Write `last.pt` after every n-th step, too. */
  readonly everySteps?: number;
  /** Write `last.pt` after every n-th epoch. The default is 1. */
  readonly everyEpochs?: number;
  /** Keep so many of the best epochs, as `best-<epoch>.pt`. The default is 1; 0 keeps none. */
  readonly keepBest?: number;
}

interface Kept {
  readonly file: string;
  readonly value: number;
}

/**
 * Writes checkpoints: `last.pt` to go on from, and the best epochs. Each file appears whole or not at all; where one
 * cannot be written (a full disk), the run warns and goes on, and the former one is untouched.
 *
 * @example
 * const checkpoints = new training.Checkpoints('runs/first/checkpoints', { everySteps: 500, keepBest: 2 });
 * // later: trainer.fit(loader, { resumeFrom: 'runs/first' })
 */
export class Checkpoints implements Callback {
  readonly name = 'checkpoints';
  readonly #monitor: Monitor;
  readonly #every: { readonly steps: number; readonly epochs: number };
  readonly #keep: number;
  #best: Kept[] = [];
  #savedStep = -1;

  constructor(
    readonly folder: string,
    options: CheckpointsOptions = {},
  ) {
    const { everySteps = Infinity, everyEpochs = 1, keepBest = 1 } = options;
    for (const [name, value] of Object.entries({ everySteps, everyEpochs })) {
      if (!(value >= 1)) throw typeError(`Checkpoints: ${name} should be at least 1`);
    }
    this.#monitor = new Monitor(options);
    this.#every = { steps: everySteps, epochs: everyEpochs };
    this.#keep = keepBest;
    mkdirSync(folder, { recursive: true });
    removeUnfinished(folder);
  }

  get last(): string {
    return path.join(this.folder, 'last.pt');
  }

  /** The best checkpoints, the best one first. */
  get best(): readonly string[] {
    return this.#best.map(({ file }) => file);
  }

  async on(event: TrainingEvent, run: RunContext): Promise<void> {
    if (event.type === 'step' && event.step % this.#every.steps === 0) await this.#save(run, this.last);
    if (event.type === 'epochEnd') await this.#epochEnd(event, run);
    if (event.type === 'end' && event.reason !== 'aborted' && run.step !== this.#savedStep) {
      await this.#save(run, this.last);
    }
  }

  async #epochEnd(event: EpochEndEvent, run: RunContext): Promise<void> {
    const value = this.#monitor.read(event);
    const worst = this.#best.at(-1);
    const fits = this.#best.length < this.#keep || (worst && this.#monitor.compare(value, worst.value) < 0);
    if (this.#keep > 0 && fits && !Number.isNaN(value)) await this.#keepBest(event, value, run);
    if ((event.epoch + 1) % this.#every.epochs === 0) await this.#save(run, this.last);
  }

  async #keepBest(event: EpochEndEvent, value: number, run: RunContext): Promise<void> {
    const file = path.join(this.folder, `best-${event.epoch}.pt`);
    if (!(await this.#save(run, file))) return;
    this.#best = [...this.#best, { file, value }].sort((a, b) => this.#monitor.compare(a.value, b.value));
    for (const { file: old } of this.#best.splice(this.#keep)) rmSync(old, { force: true });
  }

  async #save(run: RunContext, file: string): Promise<boolean> {
    try {
      await run.save(file);
      this.#savedStep = run.step;
      return true;
    } catch (error) {
      await run.warn(`the checkpoint ${file} could not be written: ${error instanceof Error ? error.message : error}`);
      return false;
    }
  }

  stateDict(): unknown {
    return { best: this.#best.map(({ file, value }) => ({ file: path.basename(file), value })) };
  }

  loadStateDict(state: unknown): void {
    const { best } = state as { best: Kept[] };
    this.#best = best.map(({ file, value }) => ({ file: path.join(this.folder, file), value }));
  }
}

/** A process that was killed while it wrote a checkpoint has left the part that it had. */
function removeUnfinished(folder: string): void {
  for (const name of readdirSync(folder)) {
    const owner = /^(?:last|best-\d+)\.pt\.tmp-(\d+)-\d+$/.exec(name)?.[1];
    if (owner !== undefined && !isAlive(owner)) rmSync(path.join(folder, name), { force: true });
  }
}
