/** One run as the server knows it: its state and its events, for whoever listens. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { training } from 'libtorch-node';
import { type Kept, keep } from './store';
import type { Source, TrainOptions } from './train';

export type RunState = 'queued' | 'running' | 'paused' | training.EndReason | 'interrupted' | 'failed';

/** What listeners are told: the events of the training, and the server's own. */
export type RunEvent =
  | training.TrainingEvent
  | { readonly type: 'state'; readonly state: RunState; readonly error: string | null }
  | {
      readonly type: 'status';
      /** Bytes of the process, and of its tensors in the server's thread. */
      readonly resident: number;
      readonly tensors: number;
      /** The 99th percentile of the last second, in ms. */
      readonly eventLoopDelay: number;
    };

/** Events with a number can be asked for again; those of the moment have none. */
export interface NumberedEvent {
  readonly id: number | null;
  readonly event: RunEvent;
}

/** Events that are kept for who comes later. Where there are more, every other step is left out. */
const KEPT = 5000;

/** Numbers of this process are above those of the processes before it: who comes back from one of them gets everything. */
const FIRST = Math.floor(Date.now() / 1000) * 1e5;

const ENDED: readonly RunState[] = ['finished', 'stopped', 'aborted', 'interrupted', 'failed'];

export class ServerRun {
  abort = new AbortController();
  readonly #listeners = new Set<(event: NumberedEvent) => void>();
  /** Null where they are still in the run's directory. */
  #events: NumberedEvent[] | null = null;
  #last = 0;

  private constructor(
    readonly directory: string,
    readonly kept: Kept,
    readonly changed: () => void,
  ) {}

  /** A run that nobody has started yet. */
  static create(directory: string, kept: Pick<Kept, 'id' | 'source' | 'options'>, changed: () => void): ServerRun {
    const more = { created: new Date().toISOString(), state: 'queued', error: null, step: 0, epoch: 0, accuracy: null };
    const run = new ServerRun(directory, { ...kept, ...more } as Kept, changed);
    run.#events = [];
    run.become('queued');
    return run;
  }

  /** A run of a server before this one. One that had not ended then was interrupted. */
  static recall(directory: string, kept: Kept, changed: () => void): ServerRun {
    const run = new ServerRun(directory, kept, changed);
    run.#last = FIRST;
    if (run.ended) return run;
    run.#recallEvents();
    run.become('interrupted');
    return run;
  }

  get id(): string {
    return this.kept.id;
  }

  get source(): Source {
    return this.kept.source;
  }

  get options(): TrainOptions {
    return this.kept.options;
  }

  get state(): RunState {
    return this.kept.state;
  }

  get ended(): boolean {
    return ENDED.includes(this.state);
  }

  get listeners(): number {
    return this.#listeners.size;
  }

  /** Waits for its turn again, after it had ended. */
  reopen(): void {
    this.#recallEvents();
    this.abort = new AbortController();
    this.become('queued');
  }

  become(state: RunState, error: string | null = null): void {
    Object.assign(this.kept, { state, error });
    this.publish({ type: 'state', state, error });
    this.#keep();
    this.changed();
  }

  /** A disk that is full costs the memory of this state, and not the run. */
  #keep(): void {
    try {
      keep(this.directory, this.kept);
    } catch (error) {
      const { step, epoch } = this.kept;
      this.publish({
        type: 'warning',
        step,
        epoch,
        message: `the state of the run could not be written: ${String(error)}`,
      });
    }
  }

  publish(event: RunEvent): void {
    const numbered = { id: event.type === 'status' ? null : ++this.#last, event };
    if (numbered.id !== null) this.#remember(numbered);
    for (const listener of this.#listeners) listener(numbered);
  }

  #remember(numbered: NumberedEvent): void {
    const { event } = numbered;
    if ('step' in event) this.kept.step = event.step;
    if ('epoch' in event) this.kept.epoch = event.epoch;
    if (event.type === 'epochEnd') this.kept.accuracy = event.validation?.metrics['accuracy'] ?? null;
    if (this.#events === null) return;
    this.#events.push(numbered);
    if (this.#events.length <= KEPT) return;
    let steps = 0;
    this.#events = this.#events.filter((one) => one.event.type !== 'step' || steps++ % 2 === 0);
  }

  /** Reads the events of the training from the run's directory. */
  #recallEvents(): void {
    if (this.#events !== null) return;
    this.#events = [];
    for (const event of loggedEvents(path.join(this.directory, 'events.jsonl'))) {
      this.#remember({ id: ++this.#last, event });
    }
    const { state, error } = this.kept;
    if (this.ended) this.#remember({ id: ++this.#last, event: { type: 'state', state, error } });
  }

  /** The events after one's number, and from now on. Returns how to stop listening. */
  listen(after: number, listener: (event: NumberedEvent) => void): () => void {
    const known = { ...this.kept };
    this.#recallEvents();
    Object.assign(this.kept, known);
    for (const event of this.#events ?? []) if ((event.id ?? 0) > after) listener(event);
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  toJSON(): object {
    return this.kept;
  }
}

/** The whole lines of a log: a kill may have cut the last one. */
function loggedEvents(file: string): training.TrainingEvent[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        return line === '' ? [] : [JSON.parse(line) as training.TrainingEvent];
      } catch {
        return [];
      }
    });
}
