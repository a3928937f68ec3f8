import type { Tensor } from '../../ops/tensor-methods';
import { type Field, value } from '../../arguments/fields';
import { expectTensor } from '../../tensor/arguments';
import { valueError } from '../../errors';
import { limitArguments } from '../../arguments/surplus';

/** What a metric comes to: a number, several by name, which are logged as `metric.name`, or a table, as of `ConfusionMatrix`. */
export type Figures = number | Readonly<Record<string, number>> | readonly (readonly number[])[];

/**
 * A figure over many batches. Its state is plain numbers, so that a run that is resumed goes on with it.
 *
 * @typeParam R - What it comes to; a Trainer logs numbers, numbers by name, and tables of numbers.
 */
export interface Metric<R = number> {
  /** Forgets all batches. */
  reset(): void;
  /** Takes one batch: the model's output and the targets. */
  update(output: Tensor, target: Tensor): void;
  /** The figure over all batches since `reset`; NaN where there were none. */
  compute(): R;
  /** What a checkpoint keeps of the metric. */
  stateDict(): Record<string, number | number[]>;
  /** Takes back what `stateDict` gave. */
  loadStateDict(state: Readonly<Record<string, unknown>>): void;
  /** Adds what another process has counted: its `stateDict`. Needed where a Trainer runs on several ranks. */
  merge?(state: Readonly<Record<string, unknown>>): void;
}

/** How many arguments the methods of a metric take. @internal */
export const METRIC_ARGUMENTS = { update: 2, compute: 0, reset: 0, stateDict: 0, loadStateDict: 1, merge: 1 };

/** A number that is not NaN. @internal */
export const real = (fallback?: number): Field<number> =>
  value<number>('a number', (v) => typeof v === 'number' && !Number.isNaN(v), fallback);

/** Fails where a metric is given anything but two tensors. @internal */
export function checkPair(label: string, output: unknown, target: unknown): void {
  expectTensor(`${label}.update`, output, 'output');
  expectTensor(`${label}.update`, target, 'target');
}

/** Fails unless the target has the shape that belongs to an output. @internal */
export function requireShape(label: string, output: Tensor, target: Tensor, shape: readonly number[]): void {
  if (shape.join() === target.shape.join()) return;
  const [a, b] = [output.shape.join(', '), target.shape.join(', ')];
  throw valueError(`${label}: output [${a}] does not belong to target [${b}]`);
}

/** A part of a whole; NaN where there were no samples. @internal */
export function share(part: number, whole: number): number {
  return whole === 0 ? NaN : part / whole;
}

/** The elements of a tensor of any device, as numbers. @internal */
export function numbersOf(tensor: Tensor): number[] {
  return tensor.detach().reshape([-1]).tolist<number[]>();
}

/** A metric that adds numbers up. */
export abstract class SumMetric implements Metric {
  #sums: number[];

  constructor(readonly size: number) {
    this.#sums = new Array<number>(size).fill(0);
  }

  abstract update(output: Tensor, target: Tensor): void;
  abstract compute(): number;

  protected sum(index: number): number {
    return this.#sums[index] ?? 0;
  }

  protected add(...values: number[]): void {
    values.forEach((value, i) => (this.#sums[i] = this.sum(i) + value));
  }

  reset(): void {
    this.#sums.fill(0);
  }

  stateDict(): Record<string, number[]> {
    return { sums: [...this.#sums] };
  }

  loadStateDict(state: Readonly<Record<string, unknown>>): void {
    this.#sums = this.#read(state);
  }

  merge(state: Readonly<Record<string, unknown>>): void {
    this.add(...this.#read(state));
  }

  #read({ sums }: Readonly<Record<string, unknown>>): number[] {
    if (!Array.isArray(sums) || sums.length !== this.size || !sums.every((value) => typeof value === 'number')) {
      throw valueError(`${this.constructor.name}: this is not its state`);
    }
    return [...sums];
  }
}

limitArguments([SumMetric], METRIC_ARGUMENTS);
