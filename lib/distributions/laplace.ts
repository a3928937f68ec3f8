import { expm1, log, log1p } from '../ops/generated/functions';
import { rsub } from '../ops/generated/functions';
import { finfo } from '../ops/python';
import type { Tensor } from '../ops/tensor-methods';
import { type ParameterValue, type Size, VALIDATE, type ValidateArgs, parameter, readArguments } from './arguments';
import { type Constraint, positive, real } from './constraints';
import { type ArgConstraints, Distribution } from './distribution';
import { type LocScaleOptions, expandAll, giveAll } from './parameters';

const LAPLACE = { loc: parameter(), scale: parameter(), ...VALIDATE };
const CONSTRAINTS = { loc: real, scale: positive };

/**
 * The Laplace distribution: exponential on both sides.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.laplace.Laplace
 * @example
 * new torch.distributions.Laplace(0, 1).variance.item(); // 2
 */
export class Laplace extends Distribution {
  /** The mean, median and mode. */
  declare readonly loc: Tensor;
  /** The mean distance from `loc`. */
  declare readonly scale: Tensor;

  constructor(loc: ParameterValue, scale: ParameterValue, validateArgs?: ValidateArgs);
  constructor(options: LocScaleOptions);
  constructor(...args: readonly unknown[]) {
    super();
    const { loc, scale, validateArgs } = readArguments('Laplace', LAPLACE, args);
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

  override get variance(): Tensor {
    return this.scale.pow(2).mul(2);
  }

  override get stddev(): Tensor {
    return this.scale.mul(2 ** 0.5);
  }

  /** @internal */
  override _expand(copy: this, shape: Size): void {
    expandAll(this, copy, ['loc', 'scale'], shape);
  }

  /** @internal */
  override _rsample(sampleShape: Size): Tensor {
    const { loc, scale } = this;
    const u = loc.newEmpty(this.extendedShape(sampleShape)).uniform_(finfo(loc.dtype).eps - 1, 1);
    return loc.sub(scale.mul(u.sign()).mul(log1p(u.abs().neg())));
  }

  /** @internal */
  override _logProb(value: Tensor): Tensor {
    return log(this.scale.mul(2)).neg().sub(value.sub(this.loc).abs().div(this.scale));
  }

  /** @internal */
  override _cdf(value: Tensor): Tensor {
    const distance = value.sub(this.loc);
    return rsub(
      distance
        .sign()
        .mul(0.5)
        .mul(expm1(value.sub(this.loc).abs().neg().div(this.scale))),
      0.5,
    );
  }

  /** @internal */
  override _icdf(value: Tensor): Tensor {
    const term = value.sub(0.5);
    return this.loc.sub(this.scale.mul(term.sign()).mul(log1p(term.abs().mul(-2))));
  }

  /** @internal */
  override _entropy(): Tensor {
    return log(this.scale.mul(2)).add(1);
  }
}
