import { digamma, exp, fullLike, lgamma, log, pow, rsub } from '../ops/generated/functions';
import type { Tensor } from '../ops/tensor-methods';
import { type ParameterValue, type Size, VALIDATE, type ValidateArgs, parameter, readArguments } from './arguments';
import type { BetaOptions } from './beta';
import { type Constraint, positive, unitInterval } from './constraints';
import type { ArgConstraints } from './distribution';
import { EULER, broadcastAll } from './numeric';
import { expandAll } from './parameters';
import { TransformedDistribution } from './transformed-distribution';
import { AffineTransform, PowerTransform } from './transforms/affine';
import { Uniform } from './uniform';

const KUMARASWAMY = { concentration1: parameter(), concentration0: parameter(), ...VALIDATE };
const CONSTRAINTS = { concentration1: positive, concentration0: positive };

/** The n-th moment. */
function moment(a: Tensor, b: Tensor, n: number): Tensor {
  const argument = a.reciprocal().mul(n).add(1);
  return b.mul(
    exp(
      lgamma(argument)
        .add(lgamma(b))
        .sub(lgamma(argument.add(b))),
    ),
  );
}

/**
 * The Kumaraswamy distribution, of a probability: like a {@link Beta}, with simpler formulas.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.kumaraswamy.Kumaraswamy
 * @example
 * new torch.distributions.Kumaraswamy(torch.tensor([1.5]).mul(2), torch.tensor([1.5])).sample().shape; // [1]
 */
export class Kumaraswamy extends TransformedDistribution {
  /** The first concentration. */
  declare readonly concentration1: Tensor;
  /** The second concentration. */
  declare readonly concentration0: Tensor;

  constructor(concentration1: ParameterValue, concentration0: ParameterValue, validateArgs?: ValidateArgs);
  constructor(options: BetaOptions);
  constructor(...args: readonly unknown[]) {
    const given = readArguments('Kumaraswamy', KUMARASWAMY, args);
    const [concentration1, concentration0] = broadcastAll(given.concentration1, given.concentration0);
    const base = new Uniform(fullLike(concentration0, 0), fullLike(concentration0, 1), given.validateArgs);
    const transforms = [
      new PowerTransform(concentration0.reciprocal()),
      new AffineTransform(1, -1),
      new PowerTransform(concentration1.reciprocal()),
    ];
    super(base, transforms, false);
    this.own(base);
    this.give({ concentration1, concentration0 });
    this.complete(this._batchShape, this._eventShape, given.validateArgs);
  }

  override get argConstraints(): ArgConstraints {
    return CONSTRAINTS;
  }

  override get support(): Constraint {
    return unitInterval;
  }

  override get hasRsample(): boolean {
    return true;
  }

  override get mean(): Tensor {
    return moment(this.concentration1, this.concentration0, 1);
  }

  /** NaN where a concentration is less than 1. */
  override get mode(): Tensor {
    const { concentration1: one, concentration0: zero } = this;
    return zero
      .reciprocal()
      .mul(zero.neg().log1p())
      .sub(zero.neg().mul(one).log1p())
      .maskedFill_(zero.lt(1).bitwiseOr(one.lt(1)), NaN)
      .exp();
  }

  override get variance(): Tensor {
    return moment(this.concentration1, this.concentration0, 2).sub(pow(this.mean, 2));
  }

  /** @internal */
  override _expand(copy: this, shape: Size): void {
    expandAll(this, copy, ['concentration1', 'concentration0'], shape);
    super._expand(copy, shape);
  }

  /** @internal */
  override _entropy(): Tensor {
    const { concentration1: one, concentration0: zero } = this;
    const t1 = rsub(one.reciprocal(), 1);
    const t0 = rsub(zero.reciprocal(), 1);
    const h0 = digamma(zero.add(1)).add(EULER);
    return t0.add(t1.mul(h0)).sub(log(one)).sub(log(zero));
  }
}
