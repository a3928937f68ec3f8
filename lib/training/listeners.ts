import { type Callback, type SaveMoment, closeAll } from './callback';
import type { TrainingEvent } from './events';
import type { RunContext } from './run-context';
import type { Strategy } from './strategy/strategy';

/** The callbacks of a run, as far as they are called on this rank; each is waited for. */
export class Listeners {
  constructor(
    readonly all: readonly Callback[],
    readonly strategy: Strategy,
  ) {}

  get #here(): readonly Callback[] {
    const { size, rank } = this.strategy;
    return size > 1 && rank > 0 ? this.all.filter(({ ranks }) => ranks !== 'first') : this.all;
  }

  async hear(event: TrainingEvent, run: RunContext): Promise<void> {
    for (const callback of this.#here) {
      const done = callback.on(event, run);
      if (done) await done;
    }
  }

  /** Lets them save, when all have heard of what happened. */
  async save(moment: SaveMoment, run: RunContext): Promise<void> {
    for (const callback of this.#here) {
      const done = callback.save?.(moment, run);
      if (done) await done;
    }
  }

  afterStep(run: RunContext): void {
    for (const callback of this.#here) callback.afterStep?.(run);
  }

  /** Returns what ends the validation. */
  validating(run: RunContext): () => void {
    const ends = this.#here.map((callback) => callback.validating?.(run));
    return () => {
      for (const end of ends.reverse()) end?.();
    };
  }

  ownLearningRate(run: RunContext): boolean {
    return this.#here.some((callback) => callback.ownsLearningRate?.(run));
  }

  /** Tells why the run ends; a callback that fails at that does not hide it. */
  fail(error: unknown, run: RunContext): void {
    for (const callback of this.#here) {
      try {
        callback.fail?.(error, run);
      } catch {
        // The run's own error is the one to hear of.
      }
    }
  }

  async finish(run: RunContext): Promise<void> {
    for (const callback of this.#here) await callback.finish?.(run);
  }

  close(): Promise<void> {
    return closeAll(this.all);
  }
}
