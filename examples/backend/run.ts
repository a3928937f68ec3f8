/** One run as the server knows it: its state, and its events for clients that listen. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { training } from 'libtorch-node';
import { type Kept, keep } from './store';
import type { Source, TrainOptions } from './train';

export type RunState = 'queued' | 'running' | 'paused' | training.EndReason | 'interrupted' | 'failed';

/** The events that clients get: those of the training, and the server's own. */
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

/** Events with a number can be asked for again. Momentary ones have no number. */
export interface NumberedEvent {
  readonly id: number | null;
  readonly event: RunEvent;
}

/** How many events are kept for clients that come later. If there are more, every other step is dropped. */
const KEPT = 5000;

/**
 * Numbers of this process are larger than those of earlier processes. So a client of an earlier process gets everything
 * when it connects again.
 */
const FIRST = Math.floor(Date.now() / 1000) * 1e5;

const ENDED: readonly RunState[] = ['finished', 'stopped', 'aborted', 'interrupted', 'failed'];

export class ServerRun {
  abort = new AbortController();
  readonly #listeners = new Set<(event: NumberedEvent) => void>();
  /** Null while they have not been read from the run's directory. */
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

  /** A run of an earlier server. If it had not ended, it was interrupted. */
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

  /** Puts a run that had ended into the queue again. */
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

  /** If the disk is full, this state is not saved, but the run continues. */
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

  /** Calls a listener with the events after a number, and with all later ones. Returns a function that stops this. */
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

/** The complete lines of a log. The last one may be cut, if the process was killed. */
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
