import { tensor as makeTensor } from '../ops/creation';
import { exp, expm1, isclose, log, log1p, onesLike, rand, rsub, where, zerosLike } from '../ops/generated/functions';
import type { Tensor } from '../ops/tensor-methods';
import { getDefaultDtype } from '../tensor/dtype';
import {
  type ParameterValue,
  type Size,
  VALIDATE,
  type ValidateArgs,
  type ValueOptions,
  parameter,
  readArguments,
  readValue,
} from './arguments';
import { type Constraint, interval, positive, real } from './constraints';
import { type ArgConstraints, Distribution } from './distribution';
import { type LocScaleOptions, expandAll, giveAll } from './parameters';

const PARETO = { loc: parameter(), scale: parameter(), concentration: parameter(), ...VALIDATE };
const CONSTRAINTS = { loc: real, scale: positive, concentration: real };

export interface GeneralizedParetoOptions extends LocScaleOptions {
  /** How heavy the tail is: negative ends it, 0 makes it exponential. */
  readonly concentration: ParameterValue;
}

/** Where the concentration is 0, and the concentration with 1 instead of these. */
function safe({ concentration }: GeneralizedPareto, zero: Tensor): [isZero: Tensor, safe: Tensor] {
  const isZero = isclose(concentration, zero);
  return [isZero, where(isZero, onesLike(concentration), concentration)];
}

const zeroTensor = (): Tensor => makeTensor(0, { dtype: getDefaultDtype() });

/** How far a value lies above `loc`, in units of `scale`. */
const standardized = ({ loc, scale }: GeneralizedPareto, value: Tensor): Tensor => value.sub(loc).div(scale);

/**
 * The generalized Pareto distribution, of how far values exceed a threshold.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.generalized_pareto.GeneralizedPareto
 * @example
 * new torch.distributions.GeneralizedPareto(0, 1, 0.5).mean.item(); // 2
 */
export class GeneralizedPareto extends Distribution {
  /** The lower end. */
  declare readonly loc: Tensor;
  /** How wide it is. */
  declare readonly scale: Tensor;
  /** How heavy the tail is. */
  declare readonly concentration: Tensor;

  constructor(loc: ParameterValue, scale: ParameterValue, concentration: ParameterValue, validateArgs?: ValidateArgs);
  constructor(options: GeneralizedParetoOptions);
  constructor(...args: readonly unknown[]) {
    super();
    const { loc, scale, concentration, validateArgs } = readArguments('GeneralizedPareto', PARETO, args);
    this.complete(giveAll(this, { loc, scale, concentration }), [], validateArgs);
  }

  override get argConstraints(): ArgConstraints {
    return CONSTRAINTS;
  }

  override get support(): Constraint {
    const { loc, scale, concentration } = this;
    return interval(loc, where(concentration.lt(0), loc.sub(scale.div(concentration)), Infinity));
  }

  override get hasRsample(): boolean {
    return true;
  }

  /** NaN where the concentration is 1 or more. */
  override get mean(): Tensor {
    const valid = this.concentration.lt(1);
    const concentration = where(valid, this.concentration, 0.5);
    return where(valid, this.loc.add(this.scale.div(rsub(concentration, 1))), NaN);
  }

  override get mode(): Tensor {
    return this.loc;
  }

  /** NaN where the concentration is ½ or more. */
  override get variance(): Tensor {
    const valid = this.concentration.lt(0.5);
    const concentration = where(valid, this.concentration, 0.25);
    const divisor = rsub(concentration, 1)
      .pow(2)
      .mul(rsub(concentration.mul(2), 1));
    return where(valid, this.scale.pow(2).div(divisor), NaN);
  }

  /** @internal */
  override _expand(copy: this, shape: Size): void {
    expandAll(this, copy, ['loc', 'scale', 'concentration'], shape);
  }

  /** @internal */
  override _rsample(sampleShape: Size): Tensor {
    const { dtype, device } = this.loc;
    return this._icdf(rand(this.extendedShape(sampleShape), { dtype, device }));
  }

  /** @internal */
  override _logProb(value: Tensor): Tensor {
    const z = standardized(this, value);
    const [isZero, concentration] = safe(this, zeroTensor());
    const y = concentration.reciprocal().add(onesLike(z));
    const otherwise = where(y.eq(0), y, y.mul(log1p(concentration.mul(z))));
    return this.scale
      .log()
      .neg()
      .sub(where(isZero, z, otherwise));
  }

  /** The logarithm of the probability of a larger value. */
  logSurvivalFunction(value: Tensor | ValueOptions): Tensor;
  logSurvivalFunction(...args: readonly unknown[]): Tensor {
    const value = readValue('logSurvivalFunction', args);
    if (this.validates) this.validateSample(value);
    const z = standardized(this, value);
    const [isZero, concentration] = safe(this, zeroTensor());
    return where(isZero, z.neg(), log1p(concentration.mul(z)).neg().div(concentration));
  }

  /** The logarithm of `cdf`. */
  logCdf(value: Tensor | ValueOptions): Tensor;
  logCdf(...args: readonly unknown[]): Tensor {
    return log1p(exp(this.logSurvivalFunction(readValue('logCdf', args))).neg());
  }

  /** @internal */
  override _cdf(value: Tensor): Tensor {
    return exp(this.logCdf(value));
  }

  /** @internal */
  override _icdf(value: Tensor): Tensor {
    const { loc, scale } = this;
    const [isZero, concentration] = safe(this, zerosLike(this.concentration));
    const logu = log1p(value.neg());
    const otherwise = loc.add(scale.div(concentration).mul(expm1(concentration.neg().mul(logu))));
    return where(isZero, loc.sub(scale.mul(logu)), otherwise);
  }

  /** @internal */
  override _entropy(): Tensor {
    return log(this.scale)
      .add(this.concentration)
      .add(1)
      .expand([...this._batchShape]);
  }
}
