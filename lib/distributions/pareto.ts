import { exp, lgamma, log, onesLike, rsub } from '../ops/generated/functions';
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
import { type Constraint, greaterThanEq, positive } from './constraints';
import type { ArgConstraints } from './distribution';
import { Exponential } from './exponential';
import { EULER, broadcastAll } from './numeric';
import { expandAll } from './parameters';
import { TransformedDistribution } from './transformed-distribution';
import { AffineTransform, PowerTransform } from './transforms/affine';
import { ExpTransform } from './transforms/elementwise';

/** Distributions that are made of exponential ones. */

const PARETO = { scale: parameter(), alpha: parameter(), ...VALIDATE };
const PARETO_CONSTRAINTS = { alpha: positive, scale: positive };

export interface ParetoOptions extends DistributionOptions {
  /** The lower end; positive. */
  readonly scale: ParameterValue;
  /** How light the tail is; positive. */
  readonly alpha: ParameterValue;
}

/**
 * The Pareto distribution of the first type, of incomes and the like.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.pareto.Pareto
 * @example
 * new torch.distributions.Pareto(1, 3).mean.item(); // 1.5
 */
export class Pareto extends TransformedDistribution {
  declare readonly baseDist: Exponential;
  /** The lower end. */
  declare readonly scale: Tensor;
  /** How light the tail is. */
  declare readonly alpha: Tensor;

  constructor(scale: ParameterValue, alpha: ParameterValue, validateArgs?: ValidateArgs);
  constructor(options: ParetoOptions);
  constructor(...args: readonly unknown[]) {
    const given = readArguments('Pareto', PARETO, args);
    const [scale, alpha] = broadcastAll(given.scale, given.alpha);
    const base = new Exponential(alpha, given.validateArgs);
    super(base, [new ExpTransform(), new AffineTransform(0, scale)], false);
    this.own(base);
    this.give({ scale, alpha });
    this.complete(this._batchShape, this._eventShape, given.validateArgs);
  }

  override get argConstraints(): ArgConstraints {
    return PARETO_CONSTRAINTS;
  }

  override get support(): Constraint {
    return greaterThanEq(this.scale);
  }

  /** Infinite where `alpha` is 1 or less. */
  override get mean(): Tensor {
    const a = this.alpha.clamp(1);
    return a.mul(this.scale).div(a.sub(1));
  }

  override get mode(): Tensor {
    return this.scale;
  }

  /** Infinite where `alpha` is 2 or less. */
  override get variance(): Tensor {
    const a = this.alpha.clamp(2);
    return this.scale
      .pow(2)
      .mul(a)
      .div(a.sub(1).pow(2).mul(a.sub(2)));
  }

  /** @internal */
  override _expand(copy: this, shape: Size): void {
    expandAll(this, copy, ['scale', 'alpha'], shape);
    super._expand(copy, shape);
  }

  /** @internal */
  override _entropy(): Tensor {
    return this.scale.div(this.alpha).log().add(this.alpha.reciprocal().add(1));
  }
}

const WEIBULL = { scale: parameter(), concentration: parameter(), ...VALIDATE };
const WEIBULL_CONSTRAINTS = { scale: positive, concentration: positive };

export interface WeibullOptions extends DistributionOptions {
  /** The scale, often called λ; positive. */
  readonly scale: ParameterValue;
  /** The shape, often called k; positive. */
  readonly concentration: ParameterValue;
}

/**
 * The Weibull distribution, of the time to a failure whose rate changes with age.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.weibull.Weibull
 * @example
 * new torch.distributions.Weibull(1, 1).mean.item(); // 1
 */
export class Weibull extends TransformedDistribution {
  declare readonly baseDist: Exponential;
  /** The scale, often called λ. */
  declare readonly scale: Tensor;
  /** The shape, often called k. */
  declare readonly concentration: Tensor;
  /** 1 / k. */
  declare readonly concentrationReciprocal: Tensor;

  constructor(scale: ParameterValue, concentration: ParameterValue, validateArgs?: ValidateArgs);
  constructor(options: WeibullOptions);
  constructor(...args: readonly unknown[]) {
    const given = readArguments('Weibull', WEIBULL, args);
    const [scale, concentration] = broadcastAll(given.scale, given.concentration);
    const concentrationReciprocal = concentration.reciprocal();
    const base = new Exponential(onesLike(scale), given.validateArgs);
    super(base, [new PowerTransform(concentrationReciprocal), new AffineTransform(0, scale)], false);
    this.own(base);
    this.give({ scale, concentration, concentrationReciprocal });
    this.complete(this._batchShape, this._eventShape, given.validateArgs);
  }

  override get argConstraints(): ArgConstraints {
    return WEIBULL_CONSTRAINTS;
  }

  override get support(): Constraint {
    return positive;
  }

  override get mean(): Tensor {
    return this.scale.mul(exp(lgamma(this.concentrationReciprocal.add(1))));
  }

  override get mode(): Tensor {
    const { concentration } = this;
    return this.scale.mul(concentration.sub(1).div(concentration).pow(concentration.reciprocal()));
  }

  override get variance(): Tensor {
    const second = exp(lgamma(this.concentrationReciprocal.mul(2).add(1)));
    const first = exp(lgamma(this.concentrationReciprocal.add(1)).mul(2));
    return this.scale.pow(2).mul(second.sub(first));
  }

  /** @internal */
  override _expand(copy: this, shape: Size): void {
    expandAll(this, copy, ['scale', 'concentration'], shape);
    copy.give({ concentrationReciprocal: copy.concentration.reciprocal() });
    const transforms = [new PowerTransform(copy.concentrationReciprocal), new AffineTransform(0, copy.scale)];
    Object.assign(copy, { baseDist: copy.own(this.baseDist.expand(shape)), transforms });
  }

  /** @internal */
  override _entropy(): Tensor {
    const reciprocal = this.concentrationReciprocal;
    return rsub(reciprocal, 1)
      .mul(EULER)
      .add(log(this.scale.mul(reciprocal)))
      .add(1);
  }
}
