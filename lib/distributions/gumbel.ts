import { fullLike, onesLike } from '../ops/generated/functions';
import { finfo } from '../ops/python';
import type { Tensor } from '../ops/tensor-methods';
import {
  type ParameterValue,
  type Size,
  VALIDATE,
  type ValidateArgs,
  isNumber,
  parameter,
  readArguments,
} from './arguments';
import { type Constraint, positive, real } from './constraints';
import type { ArgConstraints } from './distribution';
import { EULER, broadcastAll } from './numeric';
import { type LocScaleOptions, expandAll } from './parameters';
import { TransformedDistribution } from './transformed-distribution';
import { AffineTransform } from './transforms/affine';
import { ExpTransform } from './transforms/elementwise';
import { Uniform } from './uniform';

const GUMBEL = { loc: parameter(), scale: parameter(), ...VALIDATE };
const CONSTRAINTS = { loc: real, scale: positive };

/** Uniform numbers that have a logarithm of a logarithm. */
function baseOf(loc: Tensor, areNumbers: boolean, validateArgs: boolean | null): Uniform {
  const { tiny, eps } = finfo(loc.dtype);
  if (areNumbers) return new Uniform(tiny, 1 - eps, validateArgs);
  return new Uniform(fullLike(loc, tiny), fullLike(loc, 1 - eps), validateArgs);
}

/**
 * The Gumbel distribution, of the largest of many numbers.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.gumbel.Gumbel
 * @example
 * new torch.distributions.Gumbel(0, 1).mean.item(); // 0.5772
 */
export class Gumbel extends TransformedDistribution {
  declare readonly baseDist: Uniform;
  /** The mode. */
  declare readonly loc: Tensor;
  /** How wide it is. */
  declare readonly scale: Tensor;

  constructor(loc: ParameterValue, scale: ParameterValue, validateArgs?: ValidateArgs);
  constructor(options: LocScaleOptions);
  constructor(...args: readonly unknown[]) {
    const given = readArguments('Gumbel', GUMBEL, args);
    const [loc, scale] = broadcastAll(given.loc, given.scale);
    const base = baseOf(loc, isNumber(given.loc) && isNumber(given.scale), given.validateArgs);
    const transforms = [
      new ExpTransform().inv,
      new AffineTransform(0, onesLike(scale).neg()),
      new ExpTransform().inv,
      new AffineTransform(given.loc, scale.neg()),
    ];
    super(base, transforms, false);
    this.own(base);
    this.give({ loc, scale });
    this.complete(this._batchShape, this._eventShape, given.validateArgs);
  }

  override get argConstraints(): ArgConstraints {
    return CONSTRAINTS;
  }

  override get support(): Constraint {
    return real;
  }

  override get mean(): Tensor {
    return this.loc.add(this.scale.mul(EULER));
  }

  override get mode(): Tensor {
    return this.loc;
  }

  override get stddev(): Tensor {
    return this.scale.mul(Math.PI / Math.sqrt(6));
  }

  override get variance(): Tensor {
    return this.stddev.pow(2);
  }

  /** @internal */
  override _expand(copy: this, shape: Size): void {
    expandAll(this, copy, ['loc', 'scale'], shape);
    super._expand(copy, shape);
  }

  /** @internal */
  override _logProb(value: Tensor): Tensor {
    const y = this.loc.sub(value).div(this.scale);
    return y.sub(y.exp()).sub(this.scale.log());
  }

  /** @internal */
  override _entropy(): Tensor {
    return this.scale.log().add(1 + EULER);
  }
}
