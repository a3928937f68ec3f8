import type { Tensor } from '../../tensor-methods';
import { type Metric, SumMetric, numbersOf } from './metric';
import { typeError, valueError } from '../../errors';

export interface ClassOptions {
  /** Targets that do not count. */
  readonly ignoreIndex?: number;
  /** Where outputs are one probability each: the least one that means class 1. The default is 0.5. */
  readonly threshold?: number;
}

interface Labels {
  readonly predicted: readonly number[];
  readonly wanted: readonly number[];
}

/** Classes of outputs: scores `[N, C, …]`, class numbers, or one probability each; targets are class numbers. */
function labelsOf(output: Tensor, target: Tensor, { ignoreIndex, threshold = 0.5 }: ClassOptions): Labels {
  const scores = output.detach();
  const hasClasses = scores.ndim === target.ndim + 1;
  if (!hasClasses && scores.ndim !== target.ndim) {
    throw typeError(
      `metric: output [${scores.shape.join(', ')}] does not belong to target [${target.shape.join(', ')}]`,
    );
  }
  const classes = hasClasses ? scores.argmax(1) : scores.dtype.isFloatingPoint ? scores.ge(threshold) : scores;
  const predicted = numbersOf(classes).map(Number);
  const wanted = numbersOf(target).map(Number);
  if (ignoreIndex === undefined) return { predicted, wanted };
  const kept = wanted.map((label) => label !== ignoreIndex);
  return { predicted: predicted.filter((_, i) => kept[i]), wanted: wanted.filter((_, i) => kept[i]) };
}

/**
 * The share of right answers.
 *
 * @example
 * const accuracy = new torch.training.Accuracy();
 * accuracy.update(torch.tensor([[0.1, 0.9], [0.8, 0.2]]), torch.tensor([1, 1]));
 * accuracy.compute(); // 0.5
 */
export class Accuracy extends SumMetric {
  constructor(readonly options: ClassOptions = {}) {
    super(2);
  }

  override update(output: Tensor, target: Tensor): void {
    const { predicted, wanted } = labelsOf(output, target, this.options);
    this.add(predicted.filter((label, i) => label === wanted[i]).length, wanted.length);
  }

  override compute(): number {
    return this.sum(0) / this.sum(1);
  }
}

/** The share of targets that are among the k highest scores. Outputs are `[N, C]`. */
export class TopK extends SumMetric {
  constructor(readonly k: number) {
    if (!Number.isInteger(k) || k < 1) throw typeError(`TopK: k should be a positive integer, got ${k}`);
    super(2);
  }

  override update(output: Tensor, target: Tensor): void {
    const [, best] = output.detach().topk(this.k, 1);
    const hits = best.eq(target.unsqueeze(1)).any(1).sum().item();
    this.add(Number(hits), target.numel());
  }

  override compute(): number {
    return this.sum(0) / this.sum(1);
  }
}

/** How often each class was taken for each: rows are targets, columns predictions. */
export class ConfusionMatrix implements Metric<number[][]> {
  readonly #counts: number[];

  constructor(
    readonly classes: number,
    readonly options: ClassOptions = {},
  ) {
    if (!Number.isInteger(classes) || classes < 1) throw typeError(`expected a number of classes, got ${classes}`);
    this.#counts = new Array<number>(classes * classes).fill(0);
  }

  update(output: Tensor, target: Tensor): void {
    const { predicted, wanted } = labelsOf(output, target, this.options);
    wanted.forEach((row, i) => {
      const column = predicted[i] ?? -1;
      if (!(row >= 0 && row < this.classes && column >= 0 && column < this.classes)) {
        throw valueError(`label ${row} or prediction ${column} is outside of [0, ${this.classes})`);
      }
      const at = row * this.classes + column;
      this.#counts[at] = (this.#counts[at] ?? 0) + 1;
    });
  }

  compute(): number[][] {
    const n = this.classes;
    return Array.from({ length: n }, (_, row) => this.#counts.slice(row * n, (row + 1) * n));
  }

  reset(): void {
    this.#counts.fill(0);
  }

  stateDict(): Record<string, number[]> {
    return { counts: [...this.#counts] };
  }

  loadStateDict({ counts }: Readonly<Record<string, unknown>>): void {
    if (!Array.isArray(counts) || counts.length !== this.#counts.length) {
      throw typeError('ConfusionMatrix: this state has another number of classes');
    }
    counts.forEach((count, i) => (this.#counts[i] = Number(count)));
  }
}

/** How the figures of several classes become one. `binary` is the figure of class 1. */
export type Average = 'binary' | 'macro' | 'micro';

export interface RateOptions extends ClassOptions {
  /** The default is 2. */
  readonly classes?: number;
  /** The default is `binary` for two classes, else `macro`. */
  readonly average?: Average;
}

interface Counts {
  readonly truePositive: number;
  readonly falsePositive: number;
  readonly falseNegative: number;
}

abstract class Rate implements Metric {
  readonly #matrix: ConfusionMatrix;
  readonly #average: Average;

  constructor({ classes = 2, average, ...options }: RateOptions = {}) {
    this.#matrix = new ConfusionMatrix(classes, options);
    this.#average = average ?? (classes === 2 ? 'binary' : 'macro');
    if (this.#average === 'binary' && classes !== 2) throw typeError('average: binary is for two classes');
  }

  protected abstract rate(counts: Counts): number;

  update(output: Tensor, target: Tensor): void {
    this.#matrix.update(output, target);
  }

  compute(): number {
    const counts = countsOf(this.#matrix.compute());
    if (this.#average === 'binary') return this.rate(counts[1] as Counts);
    if (this.#average === 'micro') return this.rate(counts.reduce(addCounts));
    const seen = counts.filter((one) => one.truePositive + one.falsePositive + one.falseNegative > 0);
    return seen.reduce((sum, one) => sum + this.rate(one), 0) / seen.length;
  }

  reset(): void {
    this.#matrix.reset();
  }

  stateDict(): Record<string, number[]> {
    return this.#matrix.stateDict();
  }

  loadStateDict(state: Readonly<Record<string, unknown>>): void {
    this.#matrix.loadStateDict(state);
  }
}

function countsOf(matrix: readonly (readonly number[])[]): Counts[] {
  const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
  return matrix.map((row, i) => {
    const truePositive = row[i] ?? 0;
    const column = matrix.map((other) => other[i] ?? 0);
    return { truePositive, falsePositive: total(column) - truePositive, falseNegative: total(row) - truePositive };
  });
}

function addCounts(a: Counts, b: Counts): Counts {
  return {
    truePositive: a.truePositive + b.truePositive,
    falsePositive: a.falsePositive + b.falsePositive,
    falseNegative: a.falseNegative + b.falseNegative,
  };
}

/** 0 where nothing was to be divided, as usual for these figures. */
const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** Of what was predicted, the share that was right. */
export class Precision extends Rate {
  protected override rate({ truePositive, falsePositive }: Counts): number {
    return ratio(truePositive, truePositive + falsePositive);
  }
}

/** Of what was there, the share that was found. */
export class Recall extends Rate {
  protected override rate({ truePositive, falseNegative }: Counts): number {
    return ratio(truePositive, truePositive + falseNegative);
  }
}

/** The harmonic mean of precision and recall. */
export class F1 extends Rate {
  protected override rate({ truePositive, falsePositive, falseNegative }: Counts): number {
    return ratio(2 * truePositive, 2 * truePositive + falsePositive + falseNegative);
  }
}

/**
 * The area under the ROC curve of two classes: how often a positive sample has a higher score than a negative one, ties
 * counted half. Outputs are one score each, or `[N, 2]`. Keeps every score: 16 bytes a sample.
 */
export class AUROC implements Metric {
  #scores: number[] = [];
  #labels: number[] = [];

  update(output: Tensor, target: Tensor): void {
    const scores = output.detach();
    const positive = scores.ndim === target.ndim + 1 ? scores.select(1, 1).sub(scores.select(1, 0)) : scores;
    for (const score of numbersOf(positive)) this.#scores.push(score);
    for (const label of numbersOf(target)) this.#labels.push(Number(label));
  }

  compute(): number {
    const order = this.#scores.map((score, i) => [score, this.#labels[i] ?? 0] as const).sort((a, b) => a[0] - b[0]);
    const positives = order.reduce((sum, [, label]) => sum + label, 0);
    let rankSum = 0;
    for (let i = 0; i < order.length; ) {
      let end = i;
      while (end < order.length && order[end]?.[0] === order[i]?.[0]) end++;
      // Equal scores share the mean of their ranks.
      const rank = (i + 1 + end) / 2;
      for (; i < end; i++) rankSum += rank * (order[i]?.[1] ?? 0);
    }
    return (rankSum - (positives * (positives + 1)) / 2) / (positives * (order.length - positives));
  }

  reset(): void {
    this.#scores = [];
    this.#labels = [];
  }

  stateDict(): Record<string, number[]> {
    return { scores: this.#scores, labels: this.#labels };
  }

  loadStateDict({ scores, labels }: Readonly<Record<string, unknown>>): void {
    if (!Array.isArray(scores) || !Array.isArray(labels)) throw typeError('AUROC: this is not its state');
    this.#scores = scores.map(Number);
    this.#labels = labels.map(Number);
  }
}
