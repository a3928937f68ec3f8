/** A run in the server's own thread, for comparison: what `trainInWorker` would be without a worker. */
import * as torch from 'libtorch-node';
import type { training } from 'libtorch-node';
import type { Launch, RunHandle } from '../../../examples/backend/runs';
import train, { type TrainData, type TrainResult } from '../../../examples/backend/train';

class HereRun implements RunHandle {
  readonly #events: training.TrainingEvent[] = [];
  readonly #result: Promise<TrainResult>;
  #wake: () => void = () => undefined;
  #ended = false;
  #fit: training.Fit | null = null;
  #model: torch.nn.Module | null = null;

  constructor(data: TrainData, signal: AbortSignal) {
    const watch: training.WorkerContext['watch'] = async (fit, model) => {
      this.#fit = fit;
      this.#model = model;
      for await (const event of fit) this.#push(event);
      return fit;
    };
    this.#result = train({ data, signal, watch }).finally(() => {
      this.#ended = true;
      this.#wake();
    });
    this.#result.catch(() => undefined);
  }

  #push(event: training.TrainingEvent): void {
    this.#events.push(event);
    this.#wake();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<training.TrainingEvent> {
    while (!this.#ended || this.#events.length > 0) {
      const event = this.#events.shift();
      if (event) yield event;
      else await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  pause(): void {
    this.#fit?.pause();
  }

  resume(): void {
    this.#fit?.resume();
  }

  async weights(): Promise<training.Weights> {
    const state = Object.entries((this.#model as torch.nn.Module).stateDict());
    return torch.noGrad(() => Object.fromEntries(state.map(([name, tensor]) => [name, tensor.clone()])));
  }

  then<T = TrainResult, F = never>(
    resolve?: ((result: TrainResult) => T | PromiseLike<T>) | null,
    reject?: ((reason: unknown) => F | PromiseLike<F>) | null,
  ): Promise<T | F> {
    return this.#result.then(resolve, reject);
  }
}

export const launchHere: Launch = (data, signal) => new HereRun(data, signal);
