import type { History, TrainingEvent } from './events';
import type { Batches } from './batch';
import type { FitSettings, Settings } from './settings';
import { Run } from './run';
import type { Strategy } from './strategy/strategy';
import { Stream } from './event-stream';

/**
 * A run that goes on: a promise of its history, a stream of its events, and its controls.
 *
 * @example
 * const trainer = new training.Trainer({ model, loss: criterion, optimizer, maxEpochs: 100 });
 * const fit = trainer.fit(loader);
 * for await (const event of fit) {
 *   if (event.type === 'epochEnd' && event.train.loss < 1) fit.stop();
 * }
 * const history = await fit;
 */
export class Fit implements PromiseLike<History>, AsyncIterable<TrainingEvent> {
  readonly #run: Run<never>;
  readonly #result: Promise<History>;
  readonly #streams = new Set<Stream>();

  private constructor(run: (publish: (event: TrainingEvent) => void) => Run<never>, ended: () => void) {
    this.#run = run((event) => this.#streams.forEach((stream) => stream.push(event)));
    // The run begins in a later turn, so that whoever iterates sees the first event.
    this.#result = Promise.resolve().then(() => this.#run.go());
    const end = (): void => {
      ended();
      this.#streams.forEach((stream) => stream.end());
    };
    this.#result.then(end, end);
  }

  /** @internal */
  static start<B>(
    settings: Settings<B>,
    strategy: Strategy,
    loader: Batches<B>,
    options: FitSettings<B>,
    ended: () => void,
  ): Fit {
    const signals = new Signals(options.handleSignals);
    const fit = new Fit(
      (publish) => new Run(settings, strategy, loader, options, publish) as unknown as Run<never>,
      () => {
        signals.close();
        ended();
      },
    );
    signals.open(() => fit.stop());
    return fit;
  }

  /** Waits after the current step until {@link resume}. */
  pause(): void {
    this.#run.gate.close();
  }

  resume(): void {
    this.#run.gate.open();
  }

  get paused(): boolean {
    return this.#run.gate.closed;
  }

  /**
   * Ends after the current step; the promise resolves with the history so far. Other ranks of a distributed run end after the same
   * step.
   */
  stop(): void {
    this.#run.stop();
  }

  async then<T = History, F = never>(
    resolve?: ((history: History) => T | PromiseLike<T>) | null,
    reject?: ((reason: unknown) => F | PromiseLike<F>) | null,
  ): Promise<T | F> {
    return this.#result.then(resolve, reject);
  }

  async catch<F = never>(reject: (reason: unknown) => F | PromiseLike<F>): Promise<History | F> {
    return this.#result.catch(reject);
  }

  async finally(after: () => void): Promise<History> {
    return this.#result.finally(after);
  }

  /** The events from now on. Leaving the loop early ends the run after its current step. */
  async *[Symbol.asyncIterator](): AsyncGenerator<TrainingEvent, History, undefined> {
    const stream = new Stream();
    this.#streams.add(stream);
    let finished = false;
    try {
      yield* stream;
      finished = true;
    } finally {
      this.#streams.delete(stream);
      if (!finished) {
        this.stop();
        await this.#result.catch(() => undefined);
      }
    }
    return this.#result;
  }
}

/** SIGTERM and SIGINT, while a run that asked for it goes on. */
class Signals {
  #handler: (() => void) | null = null;

  constructor(readonly wanted: boolean) {}

  open(handler: () => void): void {
    if (!this.wanted) return;
    this.#handler = handler;
    process.on('SIGTERM', handler).on('SIGINT', handler);
  }

  close(): void {
    if (this.#handler) process.off('SIGTERM', this.#handler).off('SIGINT', this.#handler);
    this.#handler = null;
  }
}
