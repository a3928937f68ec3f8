import { show } from '../arguments/describe';
import { isPlainObject } from '../arguments/plain-object';
import { typeError } from '../errors';
import type { Evaluation, Scores } from './events';
import type { Figures, Metric } from './metrics/metric';
import type { Computed } from './step';

type AnyMetric = Metric<Figures>;

type Matrix = readonly (readonly number[])[];

function isMatrix(value: unknown): value is Matrix {
  const isRow = (row: unknown): boolean => Array.isArray(row) && row.every((item) => typeof item === 'number');
  return Array.isArray(value) && value.length > 0 && value.every(isRow);
}

/** A metric's figures by name; the Trainer logs numbers. */
function figuresOf(name: string, figures: unknown): [string, number][] {
  if (typeof figures === 'number') return [[name, figures]];
  const wrong = (): TypeError =>
    typeError(`Trainer: the metric '${name}' computes ${show(figures)}, and not a number, numbers by name or a table`);
  if (!isPlainObject(figures)) throw wrong();
  return Object.entries(figures).map(([part, figure]) => {
    if (typeof figure !== 'number') throw wrong();
    return [`${name}.${part}`, figure];
  });
}

/** Ranks count together what their metrics have counted. @internal */
export function checkMergeable(metrics: Readonly<Record<string, AnyMetric>>): void {
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

  constructor(readonly metrics: Readonly<Record<string, AnyMetric>>) {}

  reset(): void {
    this.#lossSum = 0;
    this.#samples = 0;
    for (const metric of Object.values(this.metrics)) metric.reset();
  }

  add(loss: number, { output, target, samples, outputs }: Computed): void {
    this.#lossSum += loss * samples;
    this.#samples += samples;
    for (const [name, metric] of Object.entries(this.metrics)) {
      const [given, wanted] = outputs?.[name] ?? [output, target];
      if (given === null || wanted === null) {
        throw typeError('Trainer: metrics need the output and the target that trainingStep returns beside its loss');
      }
      metric.update(given, wanted);
    }
  }

  get result(): Evaluation {
    const computed = Object.entries(this.metrics).map(([name, metric]) => [name, metric.compute() as unknown] as const);
    const tables = computed.filter((entry): entry is [string, Matrix] => isMatrix(entry[1]));
    const figures = computed.filter(([, value]) => !isMatrix(value));
    const metrics: Scores = Object.fromEntries(figures.flatMap(([name, value]) => figuresOf(name, value)));
    const result = { loss: this.#lossSum / this.#samples, metrics, samples: this.#samples };
    return tables.length === 0 ? result : { ...result, matrices: Object.fromEntries(tables) };
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
