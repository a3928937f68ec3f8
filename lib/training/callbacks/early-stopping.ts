import type { Tensor } from '../../ops/tensor-methods';
import { clone } from '../../ops/generated/functions';
import { noGrad } from '../../autograd/modes';
import { keep } from '../../tensor/scope';
import { CALLBACK_ARGUMENTS, type Callback } from '../callback';
import type { EpochEndEvent, TrainingEvent } from '../events';
import type { RunContext } from '../run-context';
import { MONITOR, Monitor, type MonitorOptions } from './monitor';
import { type Values, bool, count, value } from '../../arguments/fields';
import { readOptions, refuseSurplus } from '../../arguments/read';
import { limitArguments } from '../../arguments/surplus';

export interface EarlyStoppingOptions extends MonitorOptions {
  /** Epochs without improvement after which the run ends. The default is 3. */
  readonly patience?: number;
  /** The least improvement that counts. */
  readonly minDelta?: number;
  /** At the end, give the model the weights of its best epoch. The default is true. */
  readonly restoreBest?: boolean;
}

const OPTIONS = {
  ...MONITOR,
  patience: count(1, 3),
  minDelta: value<number>('a number of at least 0', (v) => typeof v === 'number' && v >= 0, 0),
  restoreBest: bool(true),
};

/**
 * Ends a run that no longer improves, and brings its best weights back when it has ended: at the `end` event, and in what
 * {@link Checkpoints} saves, the model still has its last ones.
 *
 * @example
 * new training.EarlyStopping({ monitor: 'accuracy', patience: 2 });
 */
export class EarlyStopping implements Callback {
  readonly name = 'earlyStopping';
  readonly #monitor: Monitor;
  readonly #options: Values<typeof OPTIONS>;
  #best: number | null = null;
  #bestEpoch = -1;
  #waited = 0;
  #weights: Record<string, Tensor> | null = null;

  constructor(options: EarlyStoppingOptions = {}, ...surplus: []) {
    refuseSurplus('EarlyStopping', 1, surplus);
    this.#options = readOptions('EarlyStopping', OPTIONS, options);
    this.#monitor = new Monitor(this.#options);
  }

  /** The best epoch so far, from 0; -1 before the first. */
  get bestEpoch(): number {
    return this.#bestEpoch;
  }

  get best(): number | null {
    return this.#best;
  }

  on(event: TrainingEvent, run: RunContext): void {
    if (event.type === 'start' && !event.resumed) this.#begin();
    if (event.type === 'epochEnd') this.#compare(event, run);
  }

  /** The weights are brought back when what is needed to go on has been saved. */
  finish(run: RunContext): void {
    if (this.#options.restoreBest && this.#weights !== null) run.model.loadStateDict(this.#weights);
  }

  #begin(): void {
    this.#forget();
    this.#best = null;
    this.#bestEpoch = -1;
    this.#waited = 0;
  }

  #compare(event: EpochEndEvent, run: RunContext): void {
    const value = this.#monitor.read(event);
    if (this.#monitor.better(value, this.#best, this.#options.minDelta)) {
      this.#best = value;
      this.#bestEpoch = event.epoch;
      this.#waited = 0;
      if (this.#options.restoreBest) this.#remember(run);
    } else if (++this.#waited >= this.#options.patience) {
      run.stop();
    }
  }

  #remember(run: RunContext): void {
    this.#forget();
    const copy = ([name, tensor]: [string, Tensor]): [string, Tensor] => [name, keep(clone(tensor))];
    this.#weights = noGrad(() => Object.fromEntries(Object.entries(run.model.stateDict()).map(copy)));
  }

  #forget(): void {
    for (const tensor of Object.values(this.#weights ?? {})) tensor.dispose();
    this.#weights = null;
  }

  stateDict(): unknown {
    return { best: this.#best, bestEpoch: this.#bestEpoch, waited: this.#waited, weights: this.#weights };
  }

  loadStateDict(state: unknown): void {
    const { best, bestEpoch, waited, weights } = state as Record<string, never>;
    this.#best = best ?? null;
    this.#bestEpoch = bestEpoch ?? -1;
    this.#waited = waited ?? 0;
    this.#weights = weights ?? null;
  }

  close(): void {
    this.#forget();
  }
}

limitArguments([EarlyStopping], CALLBACK_ARGUMENTS);
