import { asTensor } from '../ops/creation';
import { full, where, zerosLike } from '../ops/generated/functions';
import type { Tensor } from '../ops/tensor-methods';
import {
  type DistributionOptions,
  type ParameterValue,
  type Size,
  VALIDATE,
  type ValidateArgs,
  type ValueOptions,
  parameter,
  readArguments,
  readLogProbValue,
} from './arguments';
import { Cauchy } from './cauchy';
import { type Constraint, nonnegative, positive } from './constraints';
import type { ArgConstraints } from './distribution';
import { Normal } from './normal';
import { TransformedDistribution } from './transformed-distribution';
import { AbsTransform } from './transforms/elementwise';

/** Absolute values of numbers whose distribution is symmetric about 0. */

const HALF = { scale: parameter(), ...VALIDATE };
const CONSTRAINTS = { scale: positive };

export interface HalfOptions extends DistributionOptions {
  /** The scale of the distribution whose absolute values are taken; positive. */
  readonly scale: ParameterValue;
}

abstract class Half extends TransformedDistribution {
  declare readonly baseDist: Normal | Cauchy;

  override get argConstraints(): ArgConstraints {
    return CONSTRAINTS;
  }

  override get support(): Constraint {
    return nonnegative;
  }

  override get hasRsample(): boolean {
    return true;
  }

  /** The scale of the distribution whose absolute values are taken. */
  get scale(): Tensor {
    return this.baseDist.scale;
  }

  override get mode(): Tensor {
    return zerosLike(this.scale);
  }

  /** @internal */
  override _logProb(value: Tensor): Tensor {
    return where(value.ge(0), this.baseDist.logProb(value).add(Math.LN2), -Infinity);
  }

  override cdf(value: Tensor | ValueOptions): Tensor;
  override cdf(...args: readonly unknown[]): Tensor {
    const value = readLogProbValue(args);
    if (this.validates) this.validateSample(value);
    return this.baseDist.cdf(value).mul(2).sub(1);
  }

  /** @internal */
  override _icdf(probability: Tensor): Tensor {
    return this.baseDist.icdf(probability.add(1).div(2));
  }

  /** @internal */
  override _entropy(): Tensor {
    return this.baseDist.entropy().sub(Math.LN2);
  }
}

/**
 * The distribution of |x| for a normal x with mean 0.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.half_normal.HalfNormal
 * @example
 * new torch.distributions.HalfNormal(1).mean.item(); // 0.7979
 */
export class HalfNormal extends Half {
  declare readonly baseDist: Normal;

  constructor(scale: ParameterValue, validateArgs?: ValidateArgs);
  constructor(options: HalfOptions);
  constructor(...args: readonly unknown[]) {
    const { scale, validateArgs } = readArguments('HalfNormal', HALF, args);
    super(new Normal(0, scale, false), new AbsTransform(), validateArgs);
    this.own(this.baseDist);
  }

  override get mean(): Tensor {
    return this.scale.mul(Math.sqrt(2 / Math.PI));
  }

  override get variance(): Tensor {
    return this.scale.pow(2).mul(1 - 2 / Math.PI);
  }

  /** @internal */
  override _expand(copy: this, shape: Size): void {
    super._expand(copy, shape);
  }
}

/**
 * The distribution of |x| for an x of a {@link Cauchy} about 0.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.half_cauchy.HalfCauchy
 * @example
 * new torch.distributions.HalfCauchy(1).cdf(torch.tensor(1.5)).item(); // 0.6257
 */
export class HalfCauchy extends Half {
  declare readonly baseDist: Cauchy;

  constructor(scale: ParameterValue, validateArgs?: ValidateArgs);
  constructor(options: HalfOptions);
  constructor(...args: readonly unknown[]) {
    const { scale, validateArgs } = readArguments('HalfCauchy', HALF, args);
    super(new Cauchy(0, scale, false), new AbsTransform(), validateArgs);
    this.own(this.baseDist);
  }

  /** Infinite. */
  override get mean(): Tensor {
    const { dtype, device } = this.scale;
    return full(this.extendedShape(), Infinity, { dtype, device });
  }

  override get variance(): Tensor {
    return this.baseDist.variance;
  }

  /** @internal */
  override _logProb(value: Tensor): Tensor {
    const { dtype, device } = this.scale;
    return super._logProb(asTensor(value, { dtype, device }));
  }

  /** @internal */
  override _expand(copy: this, shape: Size): void {
    super._expand(copy, shape);
  }
}
