import { exp, log, log1p, poisson, rsub, zerosLike } from '../ops/generated/functions';
import type { Tensor } from '../ops/tensor-methods';
import {
  type DistributionOptions,
  type ParameterValue,
  type Size,
  VALIDATE,
  type ValidateArgs,
  parameter,
  readArguments,
} from './arguments';
import { type Constraint, nonnegative, nonnegativeInteger, positive } from './constraints';
import type { ArgConstraints } from './distribution';
import { ExponentialFamily } from './exponential-family';
import { broadcastAll } from './numeric';
import { expandAll, giveAll } from './parameters';

/** The time to an event that has a rate, and the number of such events. */

const RATE = { rate: parameter(), ...VALIDATE };
const EXPONENTIAL_CONSTRAINTS = { rate: positive };
const POISSON_CONSTRAINTS = { rate: nonnegative };

export interface RateOptions extends DistributionOptions {
  /** How many events there are in a unit of time, on average. */
  readonly rate: ParameterValue;
}

/**
 * The exponential distribution, of the time to an event.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.exponential.Exponential
 * @example
 * new torch.distributions.Exponential(2).mean.item(); // 0.5
 */
export class Exponential extends ExponentialFamily {
  /** How many events there are in a unit of time; positive. */
  declare readonly rate: Tensor;

  constructor(rate: ParameterValue, validateArgs?: ValidateArgs);
  constructor(options: RateOptions);
  constructor(...args: readonly unknown[]) {
    super();
    const { rate, validateArgs } = readArguments('Exponential', RATE, args);
    this.complete(giveAll(this, { rate }), [], validateArgs);
  }

  override get argConstraints(): ArgConstraints {
    return EXPONENTIAL_CONSTRAINTS;
  }

  override get support(): Constraint {
    return nonnegative;
  }

  override get hasRsample(): boolean {
    return true;
  }

  override get mean(): Tensor {
    return this.rate.reciprocal();
  }

  override get mode(): Tensor {
    return zerosLike(this.rate);
  }

  override get stddev(): Tensor {
    return this.rate.reciprocal();
  }

  override get variance(): Tensor {
    return this.rate.pow(-2);
  }

  /** @internal */
  override _expand(copy: this, shape: Size): void {
    expandAll(this, copy, ['rate'], shape);
  }

  /** @internal */
  override _rsample(sampleShape: Size): Tensor {
    return this.rate.newEmpty(this.extendedShape(sampleShape)).exponential_().div(this.rate);
  }

  /** @internal */
  override _logProb(value: Tensor): Tensor {
    return this.rate.log().sub(this.rate.mul(value));
  }

  /** @internal */
  override _cdf(value: Tensor): Tensor {
    return rsub(exp(this.rate.neg().mul(value)), 1);
  }

  /** @internal */
  override _icdf(value: Tensor): Tensor {
    return log1p(value.neg()).neg().div(this.rate);
  }

  /** @internal */
  override _entropy(): Tensor {
    return rsub(log(this.rate), 1);
  }

  /** @internal */
  override get _naturalParams(): readonly Tensor[] {
    return [this.rate.neg()];
  }

  /** @internal */
  override _logNormalizer(x: Tensor): Tensor {
    return log(x.neg()).neg();
  }

  /** @internal */
  override get _meanCarrierMeasure(): number {
    return 0;
  }
}

/**
 * The Poisson distribution, of the number of events in a unit of time.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.poisson.Poisson
 * @example
 * new torch.distributions.Poisson(torch.tensor([4.5])).mode.tolist(); // [4]
 */
export class Poisson extends ExponentialFamily {
  /** The mean number of events. */
  declare readonly rate: Tensor;

  constructor(rate: ParameterValue, validateArgs?: ValidateArgs);
  constructor(options: RateOptions);
  constructor(...args: readonly unknown[]) {
    super();
    const { rate, validateArgs } = readArguments('Poisson', RATE, args);
    this.complete(giveAll(this, { rate }), [], validateArgs);
  }

  override get argConstraints(): ArgConstraints {
    return POISSON_CONSTRAINTS;
  }

  override get support(): Constraint {
    return nonnegativeInteger;
  }

  override get mean(): Tensor {
    return this.rate;
  }

  override get mode(): Tensor {
    return this.rate.floor();
  }

  override get variance(): Tensor {
    return this.rate;
  }

  /** @internal */
  override _expand(copy: this, shape: Size): void {
    expandAll(this, copy, ['rate'], shape);
  }

  /** @internal */
  override _sample(sampleShape: Size): Tensor {
    return poisson(this.rate.expand(this.extendedShape(sampleShape)));
  }

  /** @internal */
  override _logProb(given: Tensor): Tensor {
    const [rate, value] = broadcastAll(this.rate, given);
    return value.xlogy(rate).sub(rate).sub(value.add(1).lgamma());
  }

  /** @internal */
  override get _naturalParams(): readonly Tensor[] {
    return [log(this.rate)];
  }

  /** @internal */
  override _logNormalizer(x: Tensor): Tensor {
    return exp(x);
  }
}
