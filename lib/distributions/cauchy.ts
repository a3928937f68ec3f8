import { atan, full, tan } from '../ops/generated/functions';
import type { Tensor } from '../ops/tensor-methods';
import { type ParameterValue, type Size, VALIDATE, type ValidateArgs, parameter, readArguments } from './arguments';
import { type Constraint, positive, real } from './constraints';
import { type ArgConstraints, Distribution } from './distribution';
import { type LocScaleOptions, expandAll, giveAll } from './parameters';

const CAUCHY = { loc: parameter(), scale: parameter(), ...VALIDATE };
const CONSTRAINTS = { loc: real, scale: positive };

function filled(distribution: Cauchy, value: number): Tensor {
  const { dtype, device } = distribution.loc;
  return full(distribution.extendedShape(), value, { dtype, device });
}

/**
 * The Cauchy or Lorentz distribution, whose tails are so heavy that it has no mean.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.cauchy.Cauchy
 * @example
 * new torch.distributions.Cauchy(0, 1).cdf(torch.tensor(0.5).mul(0)).item(); // 0.5
 */
export class Cauchy extends Distribution {
  /** The median and mode. */
  declare readonly loc: Tensor;
  /** Half of the width at half of the height. */
  declare readonly scale: Tensor;

  constructor(loc: ParameterValue, scale: ParameterValue, validateArgs?: ValidateArgs);
  constructor(options: LocScaleOptions);
  constructor(...args: readonly unknown[]) {
    super();
    const { loc, scale, validateArgs } = readArguments('Cauchy', CAUCHY, args);
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

  /** NaN: there is none. */
  override get mean(): Tensor {
    return filled(this, NaN);
  }

  override get mode(): Tensor {
    return this.loc;
  }

  /** Infinite. */
  override get variance(): Tensor {
    return filled(this, Infinity);
  }

  /** @internal */
  override _expand(copy: this, shape: Size): void {
    expandAll(this, copy, ['loc', 'scale'], shape);
  }

  /** @internal */
  override _rsample(sampleShape: Size): Tensor {
    const noise = this.loc.newEmpty(this.extendedShape(sampleShape)).cauchy_();
    return this.loc.add(noise.mul(this.scale));
  }

  /** @internal */
  override _logProb(value: Tensor): Tensor {
    return this.scale.log().neg().sub(Math.log(Math.PI)).sub(value.sub(this.loc).div(this.scale).pow(2).log1p());
  }

  /** @internal */
  override _cdf(value: Tensor): Tensor {
    return atan(value.sub(this.loc).div(this.scale)).div(Math.PI).add(0.5);
  }

  /** @internal */
  override _icdf(value: Tensor): Tensor {
    return tan(value.sub(0.5).mul(Math.PI)).mul(this.scale).add(this.loc);
  }

  /** @internal */
  override _entropy(): Tensor {
    return this.scale.log().add(Math.log(4 * Math.PI));
  }
}
