import { erf, erfinv, log, normal } from '../ops/generated/functions';
import type { Tensor } from '../ops/tensor-methods';
import { type ParameterValue, type Size, VALIDATE, type ValidateArgs, parameter, readArguments } from './arguments';
import { type Constraint, positive, real } from './constraints';
import type { ArgConstraints } from './distribution';
import { ExponentialFamily } from './exponential-family';
import { standardNormal } from './numeric';
import { type LocScaleOptions, expandAll, giveAll } from './parameters';

const NORMAL = { loc: parameter(), scale: parameter(), ...VALIDATE };
const CONSTRAINTS = { loc: real, scale: positive };

/**
 * The normal or Gaussian distribution.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.normal.Normal
 * @example
 * const normal = new torch.distributions.Normal(0, 1);
 * normal.logProb(torch.tensor(0)).item(); // -0.9189
 * normal.sample([2, 3]).shape; // [2, 3]
 */
export class Normal extends ExponentialFamily {
  /** The mean. */
  declare readonly loc: Tensor;
  /** The standard deviation. */
  declare readonly scale: Tensor;

  constructor(loc: ParameterValue, scale: ParameterValue, validateArgs?: ValidateArgs);
  constructor(options: LocScaleOptions);
  constructor(...args: readonly unknown[]) {
    super();
    const { loc, scale, validateArgs } = readArguments('Normal', NORMAL, args);
    this.complete(giveAll(this, { loc, scale }), [], validateArgs);
  }

  override get argConstraints(): ArgConstraints {
    return CONSTRAINTS;
  }

  override get support(): Constraint {
    return real;
  }

  override get hasRsample(): boolean {
    return true;
  }

  override get mean(): Tensor {
    return this.loc;
  }

  override get mode(): Tensor {
    return this.loc;
  }

  override get stddev(): Tensor {
    return this.scale;
  }

  override get variance(): Tensor {
    return this.stddev.pow(2);
  }

  /** @internal */
  override _expand(copy: this, shape: Size): void {
    expandAll(this, copy, ['loc', 'scale'], shape);
  }

  /** @internal */
  override _sample(sampleShape: Size): Tensor {
    const shape = this.extendedShape(sampleShape);
    return normal(this.loc.expand(shape), this.scale.expand(shape));
  }

  /** @internal */
  override _rsample(sampleShape: Size): Tensor {
    const noise = standardNormal(this.extendedShape(sampleShape), this.loc);
    return this.loc.add(noise.mul(this.scale));
  }

  /** @internal */
  override _logProb(value: Tensor): Tensor {
    const variance = this.scale.pow(2);
    const logScale = this.scale.log();
    return value
      .sub(this.loc)
      .pow(2)
      .neg()
      .div(variance.mul(2))
      .sub(logScale)
      .sub(Math.log(Math.sqrt(2 * Math.PI)));
  }

  /** @internal */
  override _cdf(value: Tensor): Tensor {
    return erf(value.sub(this.loc).mul(this.scale.reciprocal()).div(Math.sqrt(2)))
      .add(1)
      .mul(0.5);
  }

  /** @internal */
  override _icdf(value: Tensor): Tensor {
    return this.loc.add(this.scale.mul(erfinv(value.mul(2).sub(1))).mul(Math.sqrt(2)));
  }

  /** @internal */
  override _entropy(): Tensor {
    return log(this.scale).add(0.5 + 0.5 * Math.log(2 * Math.PI));
  }

  /** @internal */
  override get _naturalParams(): readonly Tensor[] {
    return [this.loc.div(this.scale.pow(2)), this.scale.pow(2).reciprocal().mul(-0.5)];
  }

  /** @internal */
  override _logNormalizer(x: Tensor, y: Tensor): Tensor {
    return x
      .pow(2)
      .mul(-0.25)
      .div(y)
      .add(log(y.reciprocal().mul(-Math.PI)).mul(0.5));
  }

  /** @internal */
  override get _meanCarrierMeasure(): number {
    return 0;
  }
}
