import type { Tensor } from '../../tensor-methods';
import { typeError } from '../../errors';

/**
 * A figure over many batches. Its state is plain numbers, so that a run that is resumed goes on with it.
 *
 * @typeParam R - What it comes to; a Trainer logs numbers.
 */
export interface Metric<R = number> {
  /** Forgets all batches. */
  reset(): void;
  /** Takes one batch: the model's output and the targets. */
  update(output: Tensor, target: Tensor): void;
  /** The figure over all batches since `reset`; NaN where there were none. */
  compute(): R;
  stateDict(): Record<string, number | number[]>;
  loadStateDict(state: Readonly<Record<string, unknown>>): void;
}

/** The elements of a tensor of any device, as numbers. @internal */
export function numbersOf(tensor: Tensor): number[] {
  return tensor.detach().reshape([-1]).tolist() as number[];
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
    const { sums } = state;
    if (!Array.isArray(sums) || sums.length !== this.size || !sums.every((value) => typeof value === 'number')) {
      throw typeError(`${this.constructor.name}: this is not its state`);
    }
    this.#sums = [...sums];
  }
}
