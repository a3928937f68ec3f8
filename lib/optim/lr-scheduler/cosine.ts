import { cos, log, pow } from '../libm';
import type { Optimizer } from '../optimizer';
import { LRScheduler, type SavedAttributes, type SchedulerOptions } from './scheduler';

export interface CosineOptions extends SchedulerOptions {
  /** The least learning rate. */
  readonly etaMin?: number;
}

/**
 * The learning rate follows a cosine to its least value, which it reaches in `TMax` epochs.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.optim.lr_scheduler.CosineAnnealingLR.html
 * @example
 * const scheduler = new torch.optim.lrScheduler.CosineAnnealingLR(optimizer, 100);
 */
export class CosineAnnealingLR extends LRScheduler {
  TMax: number;
  etaMin: number;

  constructor(optimizer: Optimizer, TMax: number, { etaMin = 0, ...options }: CosineOptions = {}) {
    super(optimizer, options);
    this.TMax = TMax;
    this.etaMin = etaMin;
    this.start();
  }

  getLr(): number[] {
    if (this.isInitial) return this.current;
    const { TMax, etaMin, lastEpoch } = this;
    if (this.stepCount === 1 && lastEpoch > 0) {
      return this.baseLrs.map((base) => etaMin + ((base - etaMin) * (1 + cos((lastEpoch * Math.PI) / TMax))) / 2);
    }
    if ((lastEpoch - 1 - TMax) % (2 * TMax) === 0) {
      const rise = 1 - cos(Math.PI / TMax);
      return this.current.map((lr, i) => lr + (((this.baseLrs[i] as number) - etaMin) * rise) / 2);
    }
    const now = 1 + cos((Math.PI * lastEpoch) / TMax);
    const former = 1 + cos((Math.PI * (lastEpoch - 1)) / TMax);
    return this.current.map((lr) => (now / former) * (lr - etaMin) + etaMin);
  }

  protected override closedFormLr(): number[] {
    const height = 1 + cos((Math.PI * this.lastEpoch) / this.TMax);
    return this.baseLrs.map((base) => this.etaMin + ((base - this.etaMin) * height) / 2);
  }

  protected override savedAttributes(): SavedAttributes {
    return { T_max: 'TMax', eta_min: 'etaMin' };
  }
}

export interface CosineRestartsOptions extends CosineOptions {
  /** The factor by which each period is longer than the one before. */
  readonly TMult?: number;
}

/**
 * A cosine that begins again after `T0` epochs, then after longer and longer ones.
 *
 * `step(epoch)` takes fractions: `step(epoch + batch / batches)` within an epoch.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.optim.lr_scheduler.CosineAnnealingWarmRestarts.html
 * @example
 * const scheduler = new torch.optim.lrScheduler.CosineAnnealingWarmRestarts(optimizer, 10, { TMult: 2 });
 */
export class CosineAnnealingWarmRestarts extends LRScheduler {
  T0: number;
  TMult: number;
  etaMin: number;
  /** The length of this period, and the epochs of it that are over. */
  Ti: number;
  Tcur: number;

  constructor(optimizer: Optimizer, T0: number, options: CosineRestartsOptions = {}) {
    super(optimizer, options);
    const { TMult = 1, etaMin = 0, lastEpoch = -1 } = options;
    if (!Number.isInteger(T0) || T0 <= 0) throw new RangeError(`Expected positive integer T_0, but got ${T0}`);
    if (!Number.isInteger(TMult) || TMult < 1) {
      throw new RangeError(`Expected integer T_mult >= 1, but got ${TMult}`);
    }
    [this.T0, this.TMult, this.etaMin, this.Ti, this.Tcur] = [T0, TMult, etaMin, T0, lastEpoch];
    this.start();
  }

  getLr(): number[] {
    const height = 1 + cos((Math.PI * this.Tcur) / this.Ti);
    return this.baseLrs.map((base) => this.etaMin + ((base - this.etaMin) * height) / 2);
  }

  override step(epoch?: number): void {
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
    if (!(epoch >= 0)) throw new RangeError(`Expected non-negative epoch, but got ${epoch}`);
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
