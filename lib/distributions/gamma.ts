import { asTensor } from '../ops/creation';
import { digamma, lgamma, log, rsub, where, xlogy } from '../ops/generated/functions';
import { gammainc } from '../ops/generated/special';
import { finfo } from '../ops/python';
import { type Tensor, isTensor } from '../ops/tensor-methods';
import {
  type DistributionOptions,
  type ParameterValue,
  type Size,
  VALIDATE,
  type ValidateArgs,
  type ValueOptions,
  parameter,
  readArguments,
} from './arguments';
import { type Constraint, nonnegative, positive } from './constraints';
import type { ArgConstraints } from './distribution';
import { ExponentialFamily } from './exponential-family';
import { standardGamma } from './numeric';
import { expandAll, giveAll } from './parameters';
import { TransformedDistribution } from './transformed-distribution';
import { PowerTransform } from './transforms/affine';

/** The gamma distribution, and those that are made of it. */

const GAMMA = { concentration: parameter(), rate: parameter(), ...VALIDATE };
const GAMMA_CONSTRAINTS = { concentration: positive, rate: positive };
const VALUE = { value: parameter() };

export interface GammaOptions extends DistributionOptions {
  /** The shape, often called α; positive. */
  readonly concentration: ParameterValue;
  /** The rate, often called β; positive. */
  readonly rate: ParameterValue;
}

/**
 * The gamma distribution.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.gamma.Gamma
 * @example
 * new torch.distributions.Gamma(2, 4).mean.item(); // 0.5
 */
export class Gamma extends ExponentialFamily {
  /** The shape, often called α. */
  declare readonly concentration: Tensor;
  /** The rate, often called β. */
  declare readonly rate: Tensor;

  constructor(concentration: ParameterValue, rate: ParameterValue, validateArgs?: ValidateArgs);
  constructor(options: GammaOptions);
  constructor(...args: readonly unknown[]) {
    super();
    const { concentration, rate, validateArgs } = readArguments('Gamma', GAMMA, args);
    this.complete(giveAll(this, { concentration, rate }), [], validateArgs);
  }

  override get argConstraints(): ArgConstraints {
    return GAMMA_CONSTRAINTS;
  }

  override get support(): Constraint {
    return nonnegative;
  }

  override get hasRsample(): boolean {
    return true;
  }

  override get mean(): Tensor {
    return this.concentration.div(this.rate);
  }

  override get mode(): Tensor {
    return this.concentration.sub(1).div(this.rate).clamp(0);
  }

  override get variance(): Tensor {
    return this.concentration.div(this.rate.pow(2));
  }

  /** @internal */
  override _expand(copy: this, shape: Size): void {
    expandAll(this, copy, ['concentration', 'rate'], shape);
  }

  /** @internal */
  override _rsample(sampleShape: Size): Tensor {
    const shape = this.extendedShape(sampleShape);
    const value = standardGamma(this.concentration.expand(shape)).div(this.rate.expand(shape));
    // Not recorded: the gradient of a sample that was 0 is that of the sample itself.
    value.detach().clamp_(finfo(value.dtype).tiny);
    return value;
  }

  override logProb(value: ParameterValue | ValueOptions): Tensor;
  override logProb(...args: readonly unknown[]): Tensor {
    const { dtype, device } = this.rate;
    const { value } = readArguments('logProb', VALUE, args);
    return super.logProb(asTensor(value, { dtype, device }));
  }

  /** @internal */
  override _logProb(value: Tensor): Tensor {
    return xlogy(this.concentration, this.rate)
      .add(xlogy(this.concentration.sub(1), value))
      .sub(this.rate.mul(value))
      .sub(lgamma(this.concentration));
  }

  /** @internal */
  override _entropy(): Tensor {
    const { concentration, rate } = this;
    return concentration
      .sub(log(rate))
      .add(lgamma(concentration))
      .add(rsub(concentration, 1).mul(digamma(concentration)));
  }

  /** @internal */
  override _cdf(value: Tensor): Tensor {
    return gammainc(this.concentration, this.rate.mul(value));
  }

  /** @internal */
  override get _naturalParams(): readonly Tensor[] {
    return [this.concentration.sub(1), this.rate.neg()];
  }

  /** @internal */
  override _logNormalizer(x: Tensor, y: Tensor): Tensor {
    return lgamma(x.add(1)).add(x.add(1).mul(log(y.reciprocal().neg())));
  }

  /** @internal */
  override get _meanCarrierMeasure(): number {
    return 0;
  }
}

const CHI2 = { df: parameter(), ...VALIDATE };
const CHI2_CONSTRAINTS = { df: positive };

export interface Chi2Options extends DistributionOptions {
  /** The degrees of freedom; positive. */
  readonly df: ParameterValue;
}

/**
 * The χ² distribution: the sum of the squares of `df` standard normal numbers.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.chi2.Chi2
 * @example
 * new torch.distributions.Chi2(3).mean.item(); // 3
 */
export class Chi2 extends Gamma {
  constructor(df: ParameterValue, validateArgs?: ValidateArgs);
  constructor(options: Chi2Options);
  constructor(...args: readonly unknown[]) {
    const { df, validateArgs } = readArguments('Chi2', CHI2, args);
    super(isTensor(df) ? df.mul(0.5) : 0.5 * Number(df), 0.5, validateArgs);
  }

  override get argConstraints(): ArgConstraints {
    return CHI2_CONSTRAINTS;
  }

  /** The degrees of freedom. */
  get df(): Tensor {
    return this.concentration.mul(2);
  }

  /** @internal */
  override _expand(copy: this, shape: Size): void {
    super._expand(copy, shape);
  }
}

/**
 * The distribution of 1 / x, where x is of a {@link Gamma}.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.inverse_gamma.InverseGamma
 * @example
 * new torch.distributions.InverseGamma(2, 3).mean.item(); // 3
 */
export class InverseGamma extends TransformedDistribution {
  declare readonly baseDist: Gamma;

  constructor(concentration: ParameterValue, rate: ParameterValue, validateArgs?: ValidateArgs);
  constructor(options: GammaOptions);
  constructor(...args: readonly unknown[]) {
    const { concentration, rate, validateArgs } = readArguments('InverseGamma', GAMMA, args);
    const base = new Gamma(concentration, rate, validateArgs);
    super(base, new PowerTransform(base.rate.newOnes([]).neg()), validateArgs);
    this.own(base);
  }

  override get argConstraints(): ArgConstraints {
    return GAMMA_CONSTRAINTS;
  }

  override get support(): Constraint {
    return positive;
  }

  /** The shape of the gamma distribution. */
  get concentration(): Tensor {
    return this.baseDist.concentration;
  }

  /** Its rate, which is the scale of this one. */
  get rate(): Tensor {
    return this.baseDist.rate;
  }

  override get mean(): Tensor {
    return where(this.concentration.gt(1), this.rate.div(this.concentration.sub(1)), Infinity);
  }

  override get mode(): Tensor {
    return this.rate.div(this.concentration.add(1));
  }

  override get variance(): Tensor {
    const { concentration } = this;
    const result = this.rate.square().div(concentration.sub(1).square().mul(concentration.sub(2)));
    return where(concentration.gt(2), result, Infinity);
  }

  /** @internal */
  override _expand(copy: this, shape: Size): void {
    super._expand(copy, shape);
  }

  /** @internal */
  override _entropy(): Tensor {
    const { concentration } = this;
    return concentration
      .add(this.rate.log())
      .add(concentration.lgamma())
      .sub(concentration.add(1).mul(concentration.digamma()));
  }
}
