import type { Tensor } from '../ops/tensor-methods';
import { type ParameterValue, type Size, VALIDATE, type ValidateArgs, parameter, readArguments } from './arguments';
import { type Constraint, positive, real, simplex } from './constraints';
import type { ArgConstraints } from './distribution';
import type { Independent } from './independent';
import { Normal } from './normal';
import type { LocScaleOptions } from './parameters';
import { TransformedDistribution } from './transformed-distribution';
import { ExpTransform } from './transforms/elementwise';
import { StickBreakingTransform } from './transforms/vectors';

/** Normal distributions that pass through another function. */

const NORMAL = { loc: parameter(), scale: parameter(), ...VALIDATE };
const CONSTRAINTS = { loc: real, scale: positive };

/**
 * The distribution of exp(x) for a normal x.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.log_normal.LogNormal
 * @example
 * new torch.distributions.LogNormal(0, 1).mean.item(); // 1.6487
 */
export class LogNormal extends TransformedDistribution {
  declare readonly baseDist: Normal;

  constructor(loc: ParameterValue, scale: ParameterValue, validateArgs?: ValidateArgs);
  constructor(options: LocScaleOptions);
  constructor(...args: readonly unknown[]) {
    const { loc, scale, validateArgs } = readArguments('LogNormal', NORMAL, args);
    super(new Normal(loc, scale, validateArgs), new ExpTransform(), validateArgs);
    this.own(this.baseDist);
  }

  override get argConstraints(): ArgConstraints {
    return CONSTRAINTS;
  }

  override get support(): Constraint {
    return positive;
  }

  /** The mean of the logarithm. */
  get loc(): Tensor {
    return this.baseDist.loc;
  }

  /** The standard deviation of the logarithm. */
  get scale(): Tensor {
    return this.baseDist.scale;
  }

  override get mean(): Tensor {
    return this.loc.add(this.scale.pow(2).div(2)).exp();
  }

  override get mode(): Tensor {
    return this.loc.sub(this.scale.square()).exp();
  }

  override get variance(): Tensor {
    const squared = this.scale.pow(2);
    return squared.expm1().mul(this.loc.mul(2).add(squared).exp());
  }

  /** @internal */
  override _expand(copy: this, shape: Size): void {
    super._expand(copy, shape);
  }

  /** @internal */
  override _entropy(): Tensor {
    return this.baseDist.entropy().add(this.loc);
  }
}

/**
 * The distribution of probabilities that are made of normal numbers by breaking sticks: n numbers give n + 1
 * probabilities.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.logistic_normal.LogisticNormal
 * @example
 * new torch.distributions.LogisticNormal(torch.zeros([3]), torch.ones([3])).sample().shape; // [4]
 */
export class LogisticNormal extends TransformedDistribution {
  declare readonly baseDist: Independent<Normal>;

  constructor(loc: ParameterValue, scale: ParameterValue, validateArgs?: ValidateArgs);
  constructor(options: LocScaleOptions);
  constructor(...args: readonly unknown[]) {
    const { loc, scale, validateArgs } = readArguments('LogisticNormal', NORMAL, args);
    const base = new Normal(loc, scale, validateArgs);
    const vector = base.batchShape.length ? base : base.expand([1]);
    super(vector, new StickBreakingTransform(), validateArgs);
    this.own(base);
    this.own(vector);
  }

  override get argConstraints(): ArgConstraints {
    return CONSTRAINTS;
  }

  override get support(): Constraint {
    return simplex;
  }

  /** The means before the sticks are broken. */
  get loc(): Tensor {
    return this.baseDist.baseDist.loc;
  }

  /** The standard deviations before the sticks are broken. */
  get scale(): Tensor {
    return this.baseDist.baseDist.scale;
  }

  /** @internal */
  override _expand(copy: this, shape: Size): void {
    super._expand(copy, shape);
  }
}
