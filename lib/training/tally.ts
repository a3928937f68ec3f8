import type { Evaluation, Scores } from './events';
import type { Metric } from './metrics/metric';
import type { Computed } from './step';

/** What a pass over a loader adds up: the loss and the metrics. */
export class Tally {
  #lossSum = 0;
  #samples = 0;

  constructor(readonly metrics: Readonly<Record<string, Metric>>) {}

  reset(): void {
    this.#lossSum = 0;
    this.#samples = 0;
    for (const metric of Object.values(this.metrics)) metric.reset();
  }

  add(loss: number, { output, target, samples }: Computed): void {
    this.#lossSum += loss * samples;
    this.#samples += samples;
    if (output === null || target === null) return;
    for (const metric of Object.values(this.metrics)) metric.update(output, target);
  }

  get result(): Evaluation {
    const metrics: Scores = Object.fromEntries(
      Object.entries(this.metrics).map(([name, metric]) => [name, Number(metric.compute())]),
    );
    return { loss: this.#lossSum / this.#samples, metrics, samples: this.#samples };
  }

  stateDict(): Record<string, unknown> {
    const metrics = Object.fromEntries(
      Object.entries(this.metrics).map(([name, metric]) => [name, metric.stateDict()]),
    );
    return { lossSum: this.#lossSum, samples: this.#samples, metrics };
  }

  loadStateDict(state: Readonly<Record<string, unknown>>): void {
    this.#lossSum = Number(state['lossSum']);
    this.#samples = Number(state['samples']);
    const saved = state['metrics'] as Readonly<Record<string, Record<string, unknown>>>;
    for (const [name, metric] of Object.entries(this.metrics)) {
      if (saved[name]) metric.loadStateDict(saved[name]);
    }
  }
}
