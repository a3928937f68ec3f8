import type { Tensor } from '../../ops/tensor-methods';
import { METRIC_ARGUMENTS, type Metric, SumMetric, checkPair, numbersOf, real, requireShape, share } from './metric';
import { type Values, choice, count, int, keyword, optional } from '../../arguments/fields';
import { readArguments, readOptions, refuseSurplus, takesNothing } from '../../arguments/read';
import { valueError } from '../../errors';
import { limitArguments } from '../../arguments/surplus';

export interface ClassOptions {
  /** Targets that do not count. */
  readonly ignoreIndex?: number;
  /** Where outputs are one probability each: the least one that means class 1. The default is 0.5. */
  readonly threshold?: number;
}

const CLASS = { ignoreIndex: optional(int()), threshold: real(0.5) };

type ClassSettings = Values<typeof CLASS>;

interface Labels {
  readonly predicted: readonly number[];
  readonly wanted: readonly number[];
}

/** Classes of outputs: scores `[N, C, …]`, class numbers, or one probability each; targets are class numbers. */
function labelsOf(output: Tensor, target: Tensor, { ignoreIndex, threshold }: ClassSettings): Labels {
  const scores = output.detach();
  const hasClasses = scores.ndim === target.ndim + 1;
  const classes = hasClasses ? scores.argmax(1) : scores.dtype.isFloatingPoint ? scores.ge(threshold) : scores;
  requireShape('metric', output, target, classes.shape);
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
  readonly options: ClassSettings;

  constructor(options: ClassOptions = {}, ...surplus: []) {
    super(2);
    refuseSurplus('Accuracy', 1, surplus);
    this.options = readOptions('Accuracy', CLASS, options);
  }

  override update(output: Tensor, target: Tensor): void {
    checkPair('Accuracy', output, target);
    const { predicted, wanted } = labelsOf(output, target, this.options);
    this.add(predicted.filter((label, i) => label === wanted[i]).length, wanted.length);
  }

  override compute(): number {
    return share(this.sum(0), this.sum(1));
  }
}

/**
 * The share of targets that are among the k highest scores. Outputs are `[N, C]`.
 *
 * @example
 * const top2 = new torch.training.TopK(2);
 * top2.update(torch.tensor([[0.1, 0.5, 0.4], [0.7, 0.2, 0.1]]), torch.tensor([2, 2]));
 * top2.compute(); // 0.5
 */
export class TopK extends SumMetric {
  readonly k: number;

  constructor(...args: [k: number | { readonly k: number }]) {
    super(2);
    this.k = readArguments('TopK', { k: count(1) }, args).k;
  }

  override update(output: Tensor, target: Tensor): void {
    checkPair('TopK', output, target);
    requireShape('TopK', output, target, [...output.shape.slice(0, 1), ...output.shape.slice(2)]);
    const [, best] = output.detach().topk(this.k, 1);
    const hits = best.eq(target.unsqueeze(1)).any(1).sum().item();
    this.add(Number(hits), target.numel());
  }

  override compute(): number {
    return share(this.sum(0), this.sum(1));
  }
}

const MATRIX = { classes: count(1), ignoreIndex: keyword(CLASS.ignoreIndex), threshold: keyword(CLASS.threshold) };

/**
 * How often each class was taken for each: rows are targets, columns predictions.
 *
 * @example
 * const matrix = new torch.training.ConfusionMatrix(2);
 * matrix.update(torch.tensor([[0.1, 0.9], [0.8, 0.2]]), torch.tensor([1, 1]));
 * matrix.compute(); // [[0, 0], [1, 1]]
 */
export class ConfusionMatrix implements Metric<number[][]> {
  readonly #counts: number[];
  readonly classes: number;
  readonly options: ClassSettings;

  constructor(...args: [classes: number, options?: ClassOptions]) {
    const read = readArguments('ConfusionMatrix', MATRIX, args);
    const { classes } = read;
    this.classes = classes;
    this.options = { ignoreIndex: read.ignoreIndex, threshold: read.threshold };
    this.#counts = new Array<number>(classes * classes).fill(0);
  }

  update(output: Tensor, target: Tensor): void {
    checkPair('ConfusionMatrix', output, target);
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

  loadStateDict(state: Readonly<Record<string, unknown>>): void {
    this.#read(state).forEach((number, i) => (this.#counts[i] = Number(number)));
  }

  merge(state: Readonly<Record<string, unknown>>): void {
    this.#read(state).forEach((number, i) => (this.#counts[i] = (this.#counts[i] ?? 0) + Number(number)));
  }

  #read({ counts }: Readonly<Record<string, unknown>>): readonly unknown[] {
    if (Array.isArray(counts) && counts.length === this.#counts.length) return counts;
    throw valueError('ConfusionMatrix: this state has another number of classes');
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

const RATE = { classes: count(1, 2), average: optional(choice(['binary', 'macro', 'micro'])), ...CLASS };

abstract class Rate implements Metric {
  readonly #matrix: ConfusionMatrix;
  readonly #average: Average;

  constructor(options: RateOptions = {}, ...surplus: []) {
    refuseSurplus(new.target.name, 1, surplus);
    const { classes, average, ignoreIndex, threshold } = readOptions(this.constructor.name, RATE, options);
    this.#matrix = new ConfusionMatrix(classes, ignoreIndex === undefined ? { threshold } : { ignoreIndex, threshold });
    this.#average = average ?? (classes === 2 ? 'binary' : 'macro');
    if (this.#average === 'binary' && classes !== 2) {
      throw valueError(`${this.constructor.name}(): average 'binary' is for two classes, not ${classes}`);
    }
  }

  protected abstract rate(counts: Counts): number;

  update(output: Tensor, target: Tensor): void {
    checkPair(this.constructor.name, output, target);
    this.#matrix.update(output, target);
  }

  compute(): number {
    const matrix = this.#matrix.compute();
    if (matrix.every((row) => row.every((number) => number === 0))) return NaN;
    const counts = countsOf(matrix);
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

  merge(state: Readonly<Record<string, unknown>>): void {
    this.#matrix.merge(state);
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

/**
 * Of what was predicted, the share that was right.
 *
 * @example
 * const precision = new torch.training.Precision();
 * precision.update(torch.tensor([0.9, 0.8, 0.1, 0.2]), torch.tensor([1, 0, 1, 0]));
 * precision.compute(); // 0.5
 */
export class Precision extends Rate {
  protected override rate({ truePositive, falsePositive }: Counts): number {
    return ratio(truePositive, truePositive + falsePositive);
  }
}

/**
 * Of what was there, the share that was found.
 *
 * @example
 * const recall = new torch.training.Recall();
 * recall.update(torch.tensor([0.9, 0.8, 0.1, 0.2]), torch.tensor([1, 1, 1, 1]));
 * recall.compute(); // 0.5
 */
export class Recall extends Rate {
  protected override rate({ truePositive, falseNegative }: Counts): number {
    return ratio(truePositive, truePositive + falseNegative);
  }
}

/**
 * The harmonic mean of precision and recall.
 *
 * @example
 * const f1 = new torch.training.F1();
 * f1.update(torch.tensor([0.9, 0.8, 0.1, 0.2]), torch.tensor([1, 0, 1, 0]));
 * f1.compute(); // 0.5
 */
export class F1 extends Rate {
  protected override rate({ truePositive, falsePositive, falseNegative }: Counts): number {
    return ratio(2 * truePositive, 2 * truePositive + falsePositive + falseNegative);
  }
}

/**
 * The area under the ROC curve of two classes: how often a positive sample has a higher score than a negative one, ties
 * counted half. Outputs are one score each, or `[N, 2]`. Keeps every score: 16 bytes a sample.
 *
 * @example
 * const auroc = new torch.training.AUROC();
 * auroc.update(torch.tensor([0.1, 0.4, 0.35, 0.8]), torch.tensor([0, 0, 1, 1]));
 * auroc.compute(); // 0.75
 */
export class AUROC implements Metric {
  #scores: number[] = [];
  #labels: number[] = [];

  constructor(...args: []) {
    takesNothing('AUROC', args);
  }

  update(output: Tensor, target: Tensor): void {
    checkPair('AUROC', output, target);
    const scores = output.detach();
    const pairs = scores.ndim === target.ndim + 1 && scores.shape[1] === 2;
    const positive = pairs ? scores.select(1, 1).sub(scores.select(1, 0)) : scores;
    requireShape('AUROC', output, target, positive.shape);
    const [values, labels] = [numbersOf(positive), numbersOf(target).map(Number)];
    if (values.some(Number.isNaN)) throw valueError('AUROC: a score is NaN');
    const wrong = labels.find((label) => label !== 0 && label !== 1);
    if (wrong !== undefined) throw valueError(`AUROC: labels should be 0 or 1, got ${wrong}`);
    for (const score of values) this.#scores.push(score);
    for (const label of labels) this.#labels.push(label);
  }

  /** NaN unless there were samples of both classes. */
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
    return share(rankSum - (positives * (positives + 1)) / 2, positives * (order.length - positives));
  }

  reset(): void {
    this.#scores = [];
    this.#labels = [];
  }

  stateDict(): Record<string, number[]> {
    return { scores: this.#scores, labels: this.#labels };
  }

  loadStateDict(state: Readonly<Record<string, unknown>>): void {
    [this.#scores, this.#labels] = [[], []];
    this.merge(state);
  }

  merge({ scores, labels }: Readonly<Record<string, unknown>>): void {
    if (!Array.isArray(scores) || !Array.isArray(labels) || scores.length !== labels.length) {
      throw valueError('AUROC: this is not its state');
    }
    if (![...scores, ...labels].every((one) => typeof one === 'number' && !Number.isNaN(one))) {
      throw valueError('AUROC: this is not its state');
    }
    for (const score of scores as number[]) this.#scores.push(score);
    for (const label of labels as number[]) this.#labels.push(label);
  }
}

limitArguments([Accuracy, TopK, ConfusionMatrix, Rate, AUROC], METRIC_ARGUMENTS);
