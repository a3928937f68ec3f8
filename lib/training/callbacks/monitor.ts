import type { EpochEndEvent, Evaluation } from '../events';
import { type Values, choice, optional, str } from '../../arguments/fields';
import { typeError } from '../../errors';

export interface MonitorOptions {
  /** `loss` or the name of a metric, of the validation if there is one, else of the training. The default is `loss`. */
  readonly monitor?: string;
  /** Which is better. The default is `min` for a loss and `max` for a metric. */
  readonly mode?: 'min' | 'max';
}

/** The options of {@link Monitor}, for the tables of its users. */
export const MONITOR = { monitor: str('loss'), mode: optional(choice(['min', 'max'])) };

type MonitorSettings = Values<typeof MONITOR>;

/** The figure by which epochs are compared. */
export class Monitor {
  readonly name: string;
  readonly #sign: number;

  constructor({ monitor, mode }: MonitorSettings) {
    this.name = monitor;
    this.#sign = (mode ?? (monitor === 'loss' ? 'min' : 'max')) === 'min' ? 1 : -1;
  }

  read({ validation, train }: EpochEndEvent): number {
    const from: Evaluation = validation ?? train;
    const value = this.name === 'loss' ? from.loss : from.metrics[this.name];
    if (value !== undefined) return value;
    const names = ['loss', ...Object.keys(from.metrics)];
    throw typeError(`there is no metric called '${this.name}' to monitor; there are ${names.join(', ')}`);
  }

  /** Whether `value` is better than `than` by more than `by`. NaN never is. */
  better(value: number, than: number | null, by = 0): boolean {
    return than === null ? !Number.isNaN(value) : (than - value) * this.#sign > by;
  }

  /** The better one first. */
  compare(a: number, b: number): number {
    return (a - b) * this.#sign;
  }
}
