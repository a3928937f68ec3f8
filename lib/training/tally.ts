import { show } from '../arguments/describe';
import { typeError } from '../errors';
import type { Evaluation, Scores } from './events';
import type { Metric } from './metrics/metric';
import type { Computed } from './step';

/** A metric's figure; the Trainer logs numbers. */
function figureOf(name: string, metric: Metric): number {
  const figure: unknown = metric.compute();
  if (typeof figure === 'number') return figure;
  throw typeError(`Trainer: the metric '${name}' computes ${show(figure)}, and not a number`);
}

/** Ranks count together what their metrics have counted. @internal */
export function checkMergeable(metrics: Readonly<Record<string, Metric>>): void {
  for (const [name, metric] of Object.entries(metrics)) {
    if (typeof metric.merge === 'function') continue;
    throw typeError(
      `Trainer: on several ranks the metric '${name}' needs a method merge(state), to add what others count`,
    );
  }
}

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
    const metrics = Object.values(this.metrics);
    if (metrics.length === 0) return;
    if (output === null || target === null) {
      throw typeError('Trainer: metrics need the output and the target that trainingStep returns beside its loss');
    }
    for (const metric of metrics) metric.update(output, target);
  }

  get result(): Evaluation {
    const metrics: Scores = Object.fromEntries(
      Object.entries(this.metrics).map(([name, metric]) => [name, figureOf(name, metric)]),
    );
    return { loss: this.#lossSum / this.#samples, metrics, samples: this.#samples };
  }

  /** What all ranks have come to together, from the states of each; this one's own counts stay as they are. */
  together(states: readonly Readonly<Record<string, unknown>>[]): Evaluation {
    const own = this.stateDict();
    this.reset();
    try {
      for (const state of states) this.#merge(state);
      return this.result;
    } finally {
      this.loadStateDict(own);
    }
  }

  #merge(state: Readonly<Record<string, unknown>>): void {
    this.#lossSum += Number(state['lossSum']);
    this.#samples += Number(state['samples']);
    const counted = state['metrics'] as Readonly<Record<string, Record<string, unknown>>>;
    for (const [name, metric] of Object.entries(this.metrics)) metric.merge?.(counted[name] ?? {});
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
