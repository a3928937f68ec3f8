/** One run as the server knows it: its state and its events, for whoever listens. */
import type { training } from 'libtorch-node';
import type { TrainOptions } from './train';

export type RunState = 'queued' | 'running' | 'paused' | training.EndReason | 'failed';

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

export interface NumberedEvent {
  readonly id: number;
  readonly event: RunEvent;
}

/** Events that are kept for who comes later. */
const KEPT = 5000;

export class ServerRun {
  readonly created = new Date().toISOString();
  readonly abort = new AbortController();
  readonly #listeners = new Set<(event: NumberedEvent) => void>();
  #events: NumberedEvent[] = [];
  #last = 0;
  #state: RunState = 'queued';
  error: string | null = null;
  step = 0;
  epoch = 0;
  accuracy: number | null = null;

  constructor(
    readonly id: string,
    readonly directory: string,
    readonly source: 'spam' | 'upload',
    readonly options: TrainOptions,
  ) {}

  get state(): RunState {
    return this.#state;
  }

  get ended(): boolean {
    return !['queued', 'running', 'paused'].includes(this.#state);
  }

  get listeners(): number {
    return this.#listeners.size;
  }

  become(state: RunState, error: string | null = null): void {
    this.#state = state;
    this.error = error;
    this.publish({ type: 'state', state, error });
  }

  publish(event: RunEvent): void {
    if ('step' in event) this.step = event.step;
    if ('epoch' in event) this.epoch = event.epoch;
    if (event.type === 'epochEnd') this.accuracy = event.validation?.metrics['accuracy'] ?? null;
    const numbered = { id: ++this.#last, event };
    this.#events.push(numbered);
    if (this.#events.length > KEPT + 500) this.#events = this.#events.slice(-KEPT);
    for (const listener of this.#listeners) listener(numbered);
  }

  /** The events after one's number, and from now on. Returns how to stop listening. */
  listen(after: number, listener: (event: NumberedEvent) => void): () => void {
    for (const event of this.#events) if (event.id > after) listener(event);
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  toJSON(): object {
    const { id, source, options, created, state, error, step, epoch, accuracy } = this;
    return { id, source, options, created, state, error, step, epoch, accuracy };
  }
}
