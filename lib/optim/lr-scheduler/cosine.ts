import { float } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import { cos, divide, log, modulo, pow } from '../libm';
import { LAST_EPOCH, OPTIMIZER } from './arguments';
import type { Optimizer } from '../optimizer';
import { SCHEDULER_ARGUMENTS, LRScheduler, type SavedAttributes, type SchedulerOptions, checkEpoch } from './scheduler';
import { valueError } from '../../errors';
import { limitArguments } from '../../arguments/surplus';

export interface CosineOptions extends SchedulerOptions {
  /** The lowest learning rate. @defaultValue 0 */
  readonly etaMin?: number;
}

const ANNEALING = { optimizer: OPTIMIZER, TMax: float(), etaMin: float(0), lastEpoch: LAST_EPOCH };

const RESTARTS = {
  optimizer: OPTIMIZER,
  T0: float(),
  TMult: float(1),
  etaMin: float(0),
  lastEpoch: LAST_EPOCH,
};

/** The base class of schedulers that follow a cosine. */
abstract class Cosine extends LRScheduler {
  abstract etaMin: number;

  /** `start`, plus half of `height` times the difference between the first and the lowest rate. */
  protected above(start: (group: number) => number, height: number): number[] {
    return this.mapRates(this.baseLrs, (base, { minus, times, over, plus }, i) =>
      plus(over(times(minus(base, this.etaMin), height), 2), start(i)),
    );
  }
}

/**
 * The learning rate follows a cosine to its least value, which it reaches in `TMax` epochs.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.optim.lr_scheduler.CosineAnnealingLR.html
 * @example
 * const scheduler = new torch.optim.lrScheduler.CosineAnnealingLR(optimizer, 100);
 */
export class CosineAnnealingLR extends Cosine {
  TMax: number;
  etaMin: number;

  constructor(optimizer: Optimizer, TMax: number, options?: CosineOptions);
  constructor(optimizer: Optimizer, TMax: number, etaMin?: number, lastEpoch?: number | CosineOptions);
  constructor(
    optimizer: Optimizer,
    options: CosineOptions & {
      /** How many steps half a period has. */
      readonly TMax: number;
    },
  );
  constructor(...args: readonly unknown[]) {
    const { optimizer, TMax, etaMin, lastEpoch } = readArguments('CosineAnnealingLR', ANNEALING, args);
    super(optimizer, lastEpoch);
    [this.TMax, this.etaMin] = [TMax, etaMin];
    this.start();
  }

  getLr(): number[] {
    if (this.isInitial) return this.current;
    const { TMax, etaMin, lastEpoch } = this;
    if (this.stepCount === 1 && lastEpoch > 0) {
      return this.above(() => etaMin, 1 + cos(divide(lastEpoch * Math.PI, TMax, 'TMax')));
    }
    if (modulo(lastEpoch - 1 - TMax, 2 * TMax, 'TMax') === 0) {
      const rise = 1 - cos(divide(Math.PI, TMax, 'TMax'));
      const { current } = this;
      return this.above((i) => current[i] as number, rise);
    }
    const now = 1 + cos(divide(Math.PI * lastEpoch, TMax, 'TMax'));
    const former = 1 + cos(divide(Math.PI * (lastEpoch - 1), TMax, 'TMax'));
    return this.mapRates(this.current, (lr, { minus, times, plus }) =>
      plus(times(minus(lr, etaMin), divide(now, former, 'the height of the epoch before')), etaMin),
    );
  }

  protected override closedFormLr(): number[] {
    const height = 1 + cos(divide(Math.PI * this.lastEpoch, this.TMax, 'TMax'));
    return this.above(() => this.etaMin, height);
  }

  protected override savedAttributes(): SavedAttributes {
    return { T_max: 'TMax', eta_min: 'etaMin' };
  }
}

export interface CosineRestartsOptions extends CosineOptions {
  /** The factor by which each period is longer than the one before. @defaultValue 1 */
  readonly TMult?: number;
}

/**
 * A cosine that restarts after `T0` epochs, and then after longer and longer periods.
 *
 * `step(epoch)` takes fractions: `step(epoch + batch / batches)` within an epoch.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.optim.lr_scheduler.CosineAnnealingWarmRestarts.html
 * @example
 * const scheduler = new torch.optim.lrScheduler.CosineAnnealingWarmRestarts(optimizer, 10, { TMult: 2 });
 */
export class CosineAnnealingWarmRestarts extends Cosine {
  T0: number;
  TMult: number;
  etaMin: number;
  /** The length of this period, and the epochs of it that are over. */
  Ti: number;
  Tcur: number;

  constructor(optimizer: Optimizer, T0: number, options?: CosineRestartsOptions);
  constructor(
    optimizer: Optimizer,
    T0: number,
    TMult?: number,
    etaMin?: number | CosineRestartsOptions,
    lastEpoch?: number | CosineRestartsOptions,
  );
  constructor(
    optimizer: Optimizer,
    options: CosineRestartsOptions & {
      /** How many steps the first period has. */
      readonly T0: number;
    },
  );
  constructor(...args: readonly unknown[]) {
    const { optimizer, T0, TMult, etaMin, lastEpoch } = readArguments('CosineAnnealingWarmRestarts', RESTARTS, args);
    super(optimizer, lastEpoch);
    if (!Number.isInteger(T0) || T0 <= 0) throw valueError(`Expected positive integer T_0, but got ${T0}`);
    if (!Number.isInteger(TMult) || TMult < 1) {
      throw valueError(`Expected integer T_mult >= 1, but got ${TMult}`);
    }
    [this.T0, this.TMult, this.etaMin, this.Ti, this.Tcur] = [T0, TMult, etaMin, T0, lastEpoch];
    this.start();
  }

  getLr(): number[] {
    const height = 1 + cos(divide(Math.PI * this.Tcur, this.Ti, 'the period'));
    return this.above(() => this.etaMin, height);
  }

  override step(epoch?: number): void {
    checkEpoch(this.constructor.name, epoch);
    const target = epoch ?? (this.lastEpoch < 0 ? 0 : undefined);
    if (target === undefined) this.#advance();
    else this.#jump(target);
    this.lastEpoch = Math.floor(target ?? this.lastEpoch + 1);
    this.apply(this.getLr());
  }

  #advance(): void {
    this.Tcur++;
    if (this.Tcur < this.Ti) return;
    this.Tcur %= this.Ti;
    this.Ti *= this.TMult;
  }

  #jump(epoch: number): void {
    if (!(epoch >= 0)) throw valueError(`Expected non-negative epoch, but got ${epoch}`);
    const { T0, TMult } = this;
    if (epoch < T0) [this.Ti, this.Tcur] = [T0, epoch];
    else if (TMult === 1) this.Tcur = epoch % T0;
    else {
      const period = Math.trunc(log((epoch / T0) * (TMult - 1) + 1) / log(TMult));
      this.Tcur = epoch - (T0 * (pow(TMult, period) - 1)) / (TMult - 1);
      this.Ti = T0 * pow(TMult, period);
    }
  }

  protected override savedAttributes(): SavedAttributes {
    return { T_0: 'T0', T_i: 'Ti', T_mult: 'TMult', eta_min: 'etaMin', T_cur: 'Tcur' };
  }
}

limitArguments([CosineAnnealingLR, CosineAnnealingWarmRestarts], SCHEDULER_ARGUMENTS);
