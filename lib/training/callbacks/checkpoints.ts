import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { CALLBACK_ARGUMENTS, type Callback, type SaveMoment } from '../callback';
import type { EpochEndEvent, TrainingEvent } from '../events';
import { isAlive } from '../owner';
import type { RunContext } from '../run-context';
import { MONITOR, Monitor, type MonitorOptions } from './monitor';
import { makeFolder } from '../../arguments/whole-files';
import { limit } from '../settings';
import { rankHere } from '../strategy/ddp';
import { messageOf } from '../../arguments/describe';
import { count } from '../../arguments/fields';
import { readOptions, refuseSurplus } from '../../arguments/read';
import { limitArguments } from '../../arguments/surplus';

export interface CheckpointsOptions extends MonitorOptions {
  /** Write `last.pt` after every n-th step, too, whether it is logged or not. */
  readonly everySteps?: number;
  /** Write `last.pt` after every n-th epoch. The default is 1. */
  readonly everyEpochs?: number;
  /** Keep so many of the best epochs, as `best-<epoch>.pt`. The default is 1; 0 keeps none. */
  readonly keepBest?: number;
}

const OPTIONS = { ...MONITOR, everySteps: limit(1, Infinity), everyEpochs: limit(1, 1), keepBest: count(0, 1) };

interface Kept {
  readonly file: string;
  readonly value: number;
}

/**
 * Writes checkpoints: `last.pt` to go on from, also where a run is stopped or aborted, and the best epochs. Each file appears whole or not at all; where one
 * cannot be written (a full disk), the run warns and goes on, and the former one is untouched. In a distributed run rank 0 writes
 * them, with what the other ranks need to go on.
 *
 * @example
 * const checkpoints = new training.Checkpoints('runs/first/checkpoints', { everySteps: 500, keepBest: 2 });
 * // later: trainer.fit(loader, { resumeFrom: 'runs/first' })
 */
export class Checkpoints implements Callback {
  readonly name = 'checkpoints';
  readonly folder: string;
  /** Whether a run goes on from here without being told to. @internal */
  resumes = false;
  readonly #monitor: Monitor;
  readonly #every: { readonly steps: number; readonly epochs: number };
  readonly #keep: number;
  #best: Kept[] = [];
  /** Where the run was when `last.pt` was written; null where it has not begun. */
  #saved: string | null = null;

  constructor(folder: string, options: CheckpointsOptions = {}, ...surplus: []) {
    refuseSurplus('Checkpoints', 2, surplus);
    const { everySteps, everyEpochs, keepBest, ...monitor } = readOptions('Checkpoints', OPTIONS, options);
    this.folder = makeFolder('Checkpoints', folder);
    this.#monitor = new Monitor(monitor);
    this.#every = { steps: everySteps, epochs: everyEpochs };
    this.#keep = keepBest;
    // Other ranks may be on other machines, where this one's process number says nothing.
    if (rankHere() === 0) removeUnfinished(this.folder);
  }

  get last(): string {
    return path.join(this.folder, 'last.pt');
  }

  /** The best checkpoints, the best one first. */
  get best(): readonly string[] {
    return this.#best.map(({ file }) => file);
  }

  on(event: TrainingEvent, run: RunContext): void {
    // What is there already when a run begins is not written again: an end before the first step leaves it as it is.
    if (event.type === 'start') this.#saved = event.resumed ? placeOf(run) : '';
  }

  async save(moment: SaveMoment, run: RunContext): Promise<void> {
    if (this.#saved === null) return;
    if (moment.type === 'step' && run.step % this.#every.steps === 0) await this.#saveLast(run);
    if (moment.type === 'epochEnd') await this.#epochEnd(moment, run);
    if (moment.type === 'end' && placeOf(run) !== this.#saved) await this.#saveLast(run);
  }

  async #saveLast(run: RunContext): Promise<void> {
    if (await this.#write(run, this.last)) this.#saved = placeOf(run);
  }

  async #epochEnd(event: EpochEndEvent, run: RunContext): Promise<void> {
    const value = this.#monitor.read(event);
    const worst = this.#best.at(-1);
    const fits = this.#best.length < this.#keep || (worst && this.#monitor.compare(value, worst.value) < 0);
    if (this.#keep > 0 && fits && !Number.isNaN(value)) await this.#keepBest(event, value, run);
    if ((event.epoch + 1) % this.#every.epochs === 0) await this.#saveLast(run);
  }

  async #keepBest(event: EpochEndEvent, value: number, run: RunContext): Promise<void> {
    const file = path.join(this.folder, `best-${event.epoch}.pt`);
    if (!(await this.#write(run, file))) return;
    this.#best = [...this.#best, { file, value }].sort((a, b) => this.#monitor.compare(a.value, b.value));
    const former = this.#best.splice(this.#keep);
    if (run.rank === 0) for (const { file: old } of former) rmSync(old, { force: true });
  }

  async #write(run: RunContext, file: string): Promise<boolean> {
    try {
      await run.save(file);
      return true;
    } catch (error) {
      await run.warn(`the checkpoint ${file} could not be written: ${messageOf(error)}`);
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

/** How far a run is. */
const placeOf = ({ epoch, step }: RunContext): string => `${epoch} ${step}`;

/** A process that was killed while it wrote a checkpoint has left the part that it had. */
function removeUnfinished(folder: string): void {
  for (const name of readdirSync(folder)) {
    const owner = /^(?:last|best-\d+)\.pt\.tmp-(\d+)-\d+$/.exec(name)?.[1];
    if (owner !== undefined && !isAlive(owner)) rmSync(path.join(folder, name), { force: true });
  }
}

limitArguments([Checkpoints], CALLBACK_ARGUMENTS);
