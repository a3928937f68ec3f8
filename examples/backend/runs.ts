/** The queue of runs: starts them in order, a few at a time, and gives the predictor their weights. */
import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fromSharedState, load, type training } from 'libtorch-node';
import { type Limits, RequestError } from './limits';
import type { Predictor } from './predictor';
import { ServerRun } from './run';
import { keepRows, recall } from './store';
import {
  type TrainData,
  type TrainOptions,
  type TrainResult,
  VOCABULARY_FILE as VOCABULARY,
  type Vocabulary,
} from './train';
import type { Row } from './upload';

/** A run that is under way: what `trainInWorker` returns. */
export interface RunHandle extends PromiseLike<TrainResult>, AsyncIterable<training.TrainingEvent> {
  pause(): void;
  resume(): void;
  weights(): Promise<training.Weights>;
}

export type Launch = (data: TrainData, signal: AbortSignal) => RunHandle;

export interface RunsOptions {
  readonly folder: string;
  readonly launch: Launch;
  readonly predictor: Predictor;
  readonly limits: Limits;
  /** How many steps lie between new weights. New weights also come after each epoch. */
  readonly swapEvery: number;
}

interface Entry {
  readonly run: ServerRun;
  handle: RunHandle | null;
  swapping: boolean;
}

export class Runs {
  readonly #entries = new Map<string, Entry>();
  readonly #active = new Set<Promise<void>>();
  #closed = false;
  /** Emits `change` when a run is added or its state changes. */
  readonly changes = new EventEmitter().setMaxListeners(0);
  readonly #changed = (): void => void this.changes.emit('change');

  /** Reads the runs of earlier servers, and answers with the newest weights. */
  constructor(readonly options: RunsOptions) {
    for (const kept of recall(options.folder, options.limits.kept)) {
      this.#add(ServerRun.recall(path.join(options.folder, kept.id), kept, this.#changed));
    }
    this.list()
      .reverse()
      .some((run) => this.#recallWeights(run));
  }

  async submit(options: TrainOptions, rows: readonly Row[] | null): Promise<ServerRun> {
    this.#requireRoom();
    const id = randomUUID();
    const directory = path.join(this.options.folder, id);
    if (rows) await keepRows(directory, rows);
    // Others may have been added meanwhile.
    this.#requireRoom();
    this.#forget();
    const run = ServerRun.create(directory, { id, source: rows ? 'upload' : 'spam', options }, this.#changed);
    this.#add(run);
    this.#changed();
    this.#startNext();
    return run;
  }

  /** Resumes a run that ended too early, from its last checkpoint. */
  restart(id: string): ServerRun {
    const { run } = this.#entry(id);
    if (!run.ended) throw new RequestError(409, 'the run has not ended');
    if (run.state === 'finished') throw new RequestError(409, 'the run has finished');
    this.#requireRoom();
    run.reopen();
    this.#startNext();
    return run;
  }

  #add(run: ServerRun): void {
    this.#entries.set(run.id, { run, handle: null, swapping: false });
  }

  #requireRoom(): void {
    const waiting = this.list().filter(({ state }) => state === 'queued').length;
    if (!this.#closed && waiting < this.options.limits.queued) return;
    throw new RequestError(429, `${waiting} runs wait already`);
  }

  /** Answers with a run's last checkpoint, if there is one that can be read. */
  #recallWeights({ id, directory }: ServerRun): boolean {
    const file = path.join(directory, 'checkpoints', 'last.pt');
    if (!existsSync(file)) return false;
    try {
      const vocabulary = JSON.parse(readFileSync(path.join(directory, VOCABULARY), 'utf8')) as Vocabulary;
      this.options.predictor.begin(id, vocabulary, load<{ model: training.Weights }>(file).model);
      return true;
    } catch (error) {
      console.error(`the weights of run ${id} could not be read: ${String(error)}`);
      return false;
    }
  }

  /** The oldest of those that have ended make room. */
  #forget(): void {
    const ended = [...this.#entries.values()].filter(({ run }) => run.ended);
    const tooMany = this.#entries.size + 1 - this.options.limits.kept;
    for (const { run } of ended.slice(0, Math.max(0, tooMany))) this.#entries.delete(run.id);
  }

  list(): ServerRun[] {
    return [...this.#entries.values()].map(({ run }) => run);
  }

  find(id: string): ServerRun | undefined {
    return this.#entries.get(id)?.run;
  }

  get(id: string): ServerRun {
    return this.#entry(id).run;
  }

  #entry(id: string): Entry {
    const entry = this.#entries.get(id);
    if (!entry) throw new RequestError(404, 'there is no such run');
    return entry;
  }

  pause(id: string): void {
    const { run, handle } = this.#entry(id);
    if (run.state !== 'running' || !handle) throw new RequestError(409, `the run is ${run.state}`);
    handle.pause();
  }

  resume(id: string): void {
    const { run, handle } = this.#entry(id);
    if (run.state !== 'paused' || !handle) throw new RequestError(409, `the run is ${run.state}`);
    handle.resume();
  }

  /** Aborts a run, or takes it out of the queue. */
  abort(id: string): void {
    const { run, handle } = this.#entry(id);
    if (run.ended) throw new RequestError(409, `the run is ${run.state}`);
    run.abort.abort(new Error('aborted by request'));
    if (!handle) run.become('aborted');
  }

  #startNext(): void {
    while (!this.#closed && this.#active.size < this.options.limits.running) {
      const next = [...this.#entries.values()].find(({ run }) => run.state === 'queued');
      if (!next) return;
      next.run.become('running');
      const done = this.#execute(next).finally(() => {
        this.#active.delete(done);
        this.#startNext();
      });
      this.#active.add(done);
    }
  }

  async #execute(entry: Entry): Promise<void> {
    const { run } = entry;
    try {
      const { directory, options, source, abort } = run;
      entry.handle = this.options.launch({ ...options, directory, source }, abort.signal);
      for await (const event of entry.handle) this.#hear(entry, event);
      const { reason, state } = await entry.handle;
      await this.#install(run, fromSharedState(state));
      run.become(reason);
    } catch (error) {
      if (run.abort.signal.aborted) run.become('aborted');
      else run.become('failed', error instanceof Error ? error.message : String(error));
    } finally {
      entry.handle = null;
    }
  }

  #hear(entry: Entry, event: training.TrainingEvent): void {
    const { run } = entry;
    run.publish(event);
    if (event.type === 'paused') run.become('paused');
    if (event.type === 'resumed') run.become('running');
    const due = event.type === 'step' && event.step % this.options.swapEvery === 0;
    if (due || event.type === 'epochEnd') void this.#swap(entry);
  }

  async #swap(entry: Entry): Promise<void> {
    if (entry.swapping || !entry.handle) return;
    entry.swapping = true;
    try {
      await this.#install(entry.run, await entry.handle.weights());
    } catch {
      // The run has just ended: its result brings the weights.
    } finally {
      entry.swapping = false;
    }
  }

  async #install({ id, directory }: ServerRun, weights: training.Weights): Promise<void> {
    const { predictor } = this.options;
    // Whoever is served has its vocabulary already.
    const vocabulary = predictor.run === id ? null : await readVocabulary(directory);
    await predictor.install(id, vocabulary, weights);
  }

  /** Aborts what runs, and waits for it. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const { run } of this.#entries.values()) if (!run.ended) this.abort(run.id);
    await Promise.all(this.#active);
  }
}

async function readVocabulary(directory: string): Promise<Vocabulary> {
  return JSON.parse(await readFile(path.join(directory, VOCABULARY), 'utf8')) as Vocabulary;
}
