/** Averages of the weights over training: what `torch.optim.swa_utils` computes, at the moments of a run. */
import { noGrad } from '../../autograd/modes';
import { count, nullable, value } from '../../arguments/fields';
import { readOptions, refuseSurplus } from '../../arguments/read';
import { limitArguments } from '../../arguments/surplus';
import type { Module, StateDict } from '../../nn/index';
import { SWALR, type SWALROptions } from '../../optim/swa/swa-lr';
import { AveragedModel } from '../../optim/swa/averaged-model';
import { type MultiAvgFn, getEmaMultiAvgFn } from '../../optim/swa/averages';
import { type BnBatch, updateBn } from '../../optim/swa/update-bn';
import { scope, type Tensor } from '../../ops/tensor-methods';
import { clone } from '../../ops/generated/functions';
import { CALLBACK_ARGUMENTS, type Callback, type SaveMoment } from '../callback';
import type { TrainingEvent } from '../events';
import type { RunContext } from '../run-context';

/** What EMA and SWA share: validation is with the averages, and at the end the model has them. */
abstract class WeightAverages implements Callback {
  abstract readonly name: string;
  /** The averaged model; null before the run begins. */
  averaged: AveragedModel | null = null;
  #restored: StateDict | null = null;

  /** Null for what an `AveragedModel` computes by itself. */
  protected abstract readonly average: MultiAvgFn | null;

  on(event: TrainingEvent, run: RunContext): void {
    if (event.type !== 'start') return;
    this.averaged = new AveragedModel(run.model, { multiAvgFn: this.average });
    if (this.#restored) this.averaged.loadStateDict(this.#restored);
    this.#restored = null;
  }

  protected update(run: RunContext): void {
    scope(() => this.averaged?.updateParameters(run.model));
  }

  /** Whether anything was averaged yet. */
  protected get started(): boolean {
    return this.averaged !== null && this.averaged.nAveraged.item() > 0;
  }

  validating(run: RunContext): (() => void) | undefined {
    if (!this.started) return undefined;
    const own = copiesOf(run.model);
    this.#give(run.model);
    return () => {
      put(own, run.model);
      for (const tensor of own) tensor.dispose();
    };
  }

  #give(model: Module): void {
    put(tensorsOf((this.averaged as AveragedModel).module), model);
  }

  /** The model has the averages from here on. */
  finish(run: RunContext): void | Promise<void> {
    if (this.started) this.#give(run.model);
  }

  stateDict(): unknown {
    return this.averaged?.stateDict() ?? null;
  }

  loadStateDict(state: unknown): void {
    this.#restored = state as StateDict | null;
  }
}

const tensorsOf = (model: Module): Tensor[] => [...model.parameters(), ...model.buffers()];

function copiesOf(model: Module): Tensor[] {
  return noGrad(() => tensorsOf(model).map((tensor) => clone(tensor)));
}

function put(from: readonly Tensor[], model: Module): void {
  noGrad(() => tensorsOf(model).forEach((tensor, i) => void tensor.copy_(from[i] as Tensor)));
}

const EMA = {
  decay: value<number>('a number from 0 to 1', (v) => typeof v === 'number' && v >= 0 && v <= 1, 0.999),
  everySteps: count(1, 1),
  startStep: count(0, 0),
};

export interface EmaOptions {
  /** The weight of the old average, from 0 to 1. @defaultValue 0.999 */
  readonly decay?: number;
  /** Update after every n-th step. @defaultValue 1 */
  readonly everySteps?: number;
  /** The first step after which it is updated. @defaultValue 0 */
  readonly startStep?: number;
}

/**
 * An exponential moving average of the weights, as `swa_utils.AveragedModel` with `get_ema_multi_avg_fn` after each step. Validation is
 * with the average, and at the end of the run the model has it; a checkpoint has both.
 *
 * @see https://docs.pytorch.org/docs/2.13/optim.html#weight-averaging-swa-and-ema
 * @example
 * const ema = new training.Ema({ decay: 0.99 });
 */
export class Ema extends WeightAverages {
  readonly name = 'ema';
  protected readonly average: MultiAvgFn;
  readonly #every: number;
  readonly #start: number;

  constructor(options: EmaOptions = {}, ...surplus: []) {
    super();
    refuseSurplus('Ema', 1, surplus);
    const { decay, everySteps, startStep } = readOptions('Ema', EMA, options);
    this.average = getEmaMultiAvgFn(decay);
    [this.#every, this.#start] = [everySteps, startStep];
  }

  afterStep(run: RunContext): void {
    if (run.step >= this.#start && run.step % this.#every === 0) this.update(run);
  }
}

const SWA = {
  startEpoch: count(0),
  lr: nullable(value<number>('a number that is not negative', (v) => typeof v === 'number' && v >= 0 && v < Infinity)),
  annealEpochs: count(0, 10),
  annealStrategy: value<'cos' | 'linear'>("'cos' or 'linear'", (v) => v === 'cos' || v === 'linear', 'cos'),
};

export interface SwaOptions extends Pick<SWALROptions, 'annealEpochs' | 'annealStrategy'> {
  /** The first epoch, from 0, after which the weights are averaged. */
  readonly startEpoch: number;
  /** The learning rate from there on, which is annealed to; the run's scheduler rests then. @defaultValue null, which keeps the run's */
  readonly lr?: number | null;
}

/**
 * Stochastic weight averaging: the mean of the weights after each epoch from `startEpoch` on, with `SWALR` for the learning rate. At the
 * end the statistics of batch norms are computed anew in one more pass over the data, and the model has the mean.
 *
 * @see https://docs.pytorch.org/docs/2.13/optim.html#weight-averaging-swa-and-ema
 * @example
 * const swa = new training.Swa({ startEpoch: 5, lr: 0.05 });
 */
export class Swa extends WeightAverages {
  readonly name = 'swa';
  protected readonly average = null;
  readonly #options: Required<SwaOptions>;
  #rates: SWALR | null = null;
  #rateState: never | null = null;

  constructor(options: SwaOptions, ...surplus: []) {
    super();
    refuseSurplus('Swa', 1, surplus);
    this.#options = readOptions('Swa', SWA, options);
  }

  override on(event: TrainingEvent, run: RunContext): void {
    super.on(event, run);
    if (event.type === 'start') {
      this.#rates = null;
      this.#scheduler(run);
    }
    if (event.type === 'start' && this.#rateState !== null) {
      const rates = run.optimizer.stateDict();
      this.#scheduler(run)?.loadStateDict(this.#rateState);
      run.optimizer.loadStateDict(rates);
      this.#rateState = null;
    }
    if (event.type !== 'epochEnd' || event.epoch < this.#options.startEpoch) return;
    this.update(run);
    this.#scheduler(run)?.step();
  }

  #scheduler(run: RunContext): SWALR | null {
    const { lr, annealEpochs, annealStrategy } = this.#options;
    if (lr === null) return null;
    return (this.#rates ??= new SWALR(run.optimizer, lr, { annealEpochs, annealStrategy }));
  }

  ownsLearningRate(run: RunContext): boolean {
    return this.#options.lr !== null && run.epoch >= this.#options.startEpoch;
  }

  override async finish(run: RunContext): Promise<void> {
    if (!this.started) return;
    await super.finish(run);
    await updateBn(run.loader as AsyncIterable<BnBatch>, run.model);
  }

  override stateDict(): unknown {
    return { averaged: super.stateDict(), rates: this.#rates?.stateDict() ?? null };
  }

  override loadStateDict(state: unknown): void {
    const { averaged, rates } = state as { averaged: unknown; rates: never | null };
    super.loadStateDict(averaged);
    this.#rateState = rates;
  }

  save(_moment: SaveMoment): void {
    // What it has is in the checkpoints of others.
  }
}

limitArguments([WeightAverages, Ema, Swa], CALLBACK_ARGUMENTS);
