import type { TrainingEvent } from './events';

/** Events that wait for whoever iterates. */
export class Stream implements AsyncIterable<TrainingEvent> {
  #events: TrainingEvent[] = [];
  #wake: (() => void) | null = null;
  #ended = false;

  push(event: TrainingEvent): void {
    this.#events.push(event);
    this.#wake?.();
  }

  end(): void {
    this.#ended = true;
    this.#wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<TrainingEvent> {
    while (true) {
      const events = this.#events;
      this.#events = [];
      yield* events;
      if (this.#events.length > 0) continue;
      if (this.#ended) return;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }
}
