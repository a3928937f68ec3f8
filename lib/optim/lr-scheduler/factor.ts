import { float, int } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import { divide, pow } from '../libm';
import { LAST_EPOCH, OPTIMIZER } from './arguments';
import type { Optimizer } from '../optimizer';
import { SCHEDULER_ARGUMENTS, LRScheduler, type SavedAttributes, type SchedulerOptions } from './scheduler';
import { valueError } from '../../errors';
import { limitArguments } from '../../arguments/surplus';

export interface ConstantLROptions extends SchedulerOptions {
  /** The factor of the learning rate, between 0 and 1. @defaultValue 1/3 */
  readonly factor?: number;
  /** For how many epochs the factor is used. @defaultValue 5 */
  readonly totalIters?: number;
}

const FIRST = { optimizer: OPTIMIZER };
const LAST = { lastEpoch: LAST_EPOCH };
const CONSTANT = { ...FIRST, factor: float(1 / 3), totalIters: int(5), ...LAST };
const LINEAR = { ...FIRST, startFactor: float(1 / 3), endFactor: float(1), totalIters: int(5), ...LAST };
const EXPONENTIAL = { ...FIRST, gamma: float(), ...LAST };
const POLYNOMIAL = { ...FIRST, totalIters: int(5), power: float(1), ...LAST };

/**
 * The learning rate times a factor until an epoch.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.optim.lr_scheduler.ConstantLR.html
 * @example
 * const scheduler = new torch.optim.lrScheduler.ConstantLR(optimizer, { factor: 0.5, totalIters: 4 });
 */
export class ConstantLR extends LRScheduler {
  factor: number;
  totalIters: number;

  constructor(optimizer: Optimizer, options?: ConstantLROptions);
  constructor(
    optimizer: Optimizer,
    factor?: number,
    totalIters?: number | ConstantLROptions,
    lastEpoch?: number | ConstantLROptions,
  );
  constructor(...args: readonly unknown[]) {
    const { optimizer, factor, totalIters, lastEpoch } = readArguments('ConstantLR', CONSTANT, args);
    super(optimizer, lastEpoch);
    if (factor > 1 || factor < 0) {
      throw valueError('Constant multiplicative factor expected to be between 0 and 1.');
    }
    this.factor = factor;
    this.totalIters = totalIters;
    this.start();
  }

  getLr(): number[] {
    if (this.lastEpoch === 0) return this.scaled(this.current, this.factor);
    return this.lastEpoch === this.totalIters
      ? this.scaled(this.current, divide(1, this.factor, 'factor'))
      : this.current;
  }

  protected override closedFormLr(): number[] {
    const over = this.lastEpoch >= this.totalIters ? 1 : 0;
    return this.scaled(this.baseLrs, this.factor + over * (1 - this.factor));
  }

  protected override savedAttributes(): SavedAttributes {
    return { factor: 'factor', total_iters: 'totalIters' };
  }
}

export interface LinearLROptions extends SchedulerOptions {
  /** The first factor of the learning rate, above 0 and at most 1. @defaultValue 1/3 */
  readonly startFactor?: number;
  /** The last factor, between 0 and 1. @defaultValue 1 */
  readonly endFactor?: number;
  /** After how many epochs the last factor is reached. @defaultValue 5 */
  readonly totalIters?: number;
}

/**
 * The learning rate times a factor that goes from one value to another.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.optim.lr_scheduler.LinearLR.html
 * @example
 * const warmup = new torch.optim.lrScheduler.LinearLR(optimizer, { startFactor: 0.1, totalIters: 10 });
 */
export class LinearLR extends LRScheduler {
  startFactor: number;
  endFactor: number;
  totalIters: number;

  constructor(optimizer: Optimizer, options?: LinearLROptions);
  constructor(
    optimizer: Optimizer,
    startFactor?: number,
    endFactor?: number | LinearLROptions,
    totalIters?: number | LinearLROptions,
    lastEpoch?: number | LinearLROptions,
  );
  constructor(...args: readonly unknown[]) {
    const { optimizer, startFactor, endFactor, totalIters, lastEpoch } = readArguments('LinearLR', LINEAR, args);
    super(optimizer, lastEpoch);
    if (startFactor > 1 || startFactor <= 0) {
      throw valueError('Starting multiplicative factor expected to be greater than 0 and less or equal to 1.');
    }
    if (endFactor > 1 || endFactor < 0) {
      throw valueError('Ending multiplicative factor expected to be between 0 and 1.');
    }
    [this.startFactor, this.endFactor, this.totalIters] = [startFactor, endFactor, totalIters];
    this.start();
  }

  getLr(): number[] {
    if (this.lastEpoch === 0) return this.scaled(this.current, this.startFactor);
    if (this.isInitial || this.lastEpoch > this.totalIters) return this.current;
    const range = this.endFactor - this.startFactor;
    const former = this.totalIters * this.startFactor + (this.lastEpoch - 1) * range;
    return this.scaled(this.current, 1 + divide(range, former, 'the factor of the epoch before'));
  }

  protected override closedFormLr(): number[] {
    const range = this.endFactor - this.startFactor;
    const done = Math.min(this.totalIters, this.lastEpoch);
    return this.scaled(this.baseLrs, this.startFactor + divide(range * done, this.totalIters, 'totalIters'));
  }

  protected override savedAttributes(): SavedAttributes {
    return { start_factor: 'startFactor', end_factor: 'endFactor', total_iters: 'totalIters' };
  }
}

/**
 * The learning rate times `gamma` in each epoch.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.optim.lr_scheduler.ExponentialLR.html
 * @example
 * const scheduler = new torch.optim.lrScheduler.ExponentialLR(optimizer, 0.9);
 */
export class ExponentialLR extends LRScheduler {
  gamma: number;

  constructor(optimizer: Optimizer, gamma: number, lastEpoch?: number | SchedulerOptions);
  constructor(
    optimizer: Optimizer,
    options: SchedulerOptions & {
      /** The factor of each change. */
      readonly gamma: number;
    },
  );
  constructor(...args: readonly unknown[]) {
    const { optimizer, gamma, lastEpoch } = readArguments('ExponentialLR', EXPONENTIAL, args);
    super(optimizer, lastEpoch);
    this.gamma = gamma;
    this.start();
  }

  getLr(): number[] {
    return this.isInitial ? this.current : this.scaled(this.current, this.gamma);
  }

  protected override closedFormLr(): number[] {
    return this.scaled(this.baseLrs, pow(this.gamma, this.lastEpoch));
  }

  protected override savedAttributes(): SavedAttributes {
    return { gamma: 'gamma' };
  }
}

export interface PolynomialLROptions extends SchedulerOptions {
  /** After how many epochs the learning rate is 0. @defaultValue 5 */
  readonly totalIters?: number;
  /** The power of the polynomial. @defaultValue 1 */
  readonly power?: number;
}

/**
 * The learning rate falls to zero as a polynomial.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.optim.lr_scheduler.PolynomialLR.html
 * @example
 * const scheduler = new torch.optim.lrScheduler.PolynomialLR(optimizer, { totalIters: 100, power: 2 });
 */
export class PolynomialLR extends LRScheduler {
  totalIters: number;
  power: number;

  constructor(optimizer: Optimizer, options?: PolynomialLROptions);
  constructor(
    optimizer: Optimizer,
    totalIters?: number,
    power?: number | PolynomialLROptions,
    lastEpoch?: number | PolynomialLROptions,
  );
  constructor(...args: readonly unknown[]) {
    const { optimizer, totalIters, power, lastEpoch } = readArguments('PolynomialLR', POLYNOMIAL, args);
    super(optimizer, lastEpoch);
    [this.totalIters, this.power] = [totalIters, power];
    this.start();
  }

  getLr(): number[] {
    if (this.isInitial || this.lastEpoch > this.totalIters) return this.current;
    const now = 1 - divide(this.lastEpoch, this.totalIters, 'totalIters');
    const former = 1 - divide(this.lastEpoch - 1, this.totalIters, 'totalIters');
    const factor = pow(divide(now, former, 'the factor of the epoch before'), this.power);
    return this.scaled(this.current, factor);
  }

  protected override closedFormLr(): number[] {
    const rest = 1 - divide(Math.min(this.totalIters, this.lastEpoch), this.totalIters, 'totalIters');
    return this.scaled(this.baseLrs, pow(rest, this.power));
  }

  protected override savedAttributes(): SavedAttributes {
    return { total_iters: 'totalIters', power: 'power' };
  }
}

limitArguments([ConstantLR, LinearLR, ExponentialLR, PolynomialLR], SCHEDULER_ARGUMENTS);
