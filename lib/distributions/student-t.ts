import { digamma, lgamma, log1p, rsqrt } from '../ops/generated/functions';
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
import { type Constraint, positive, real } from './constraints';
import { type ArgConstraints, Distribution } from './distribution';
import { Chi2 } from './gamma';
import { LGAMMA_HALF, standardNormal } from './numeric';
import { expandAll, giveAll } from './parameters';

const STUDENT = { df: parameter(), loc: parameter(0), scale: parameter(1), ...VALIDATE };
const CONSTRAINTS = { df: positive, loc: real, scale: positive };

/** Where it is, and how wide. */
interface Place extends DistributionOptions {
  /** The place. @defaultValue 0 */
  readonly loc?: ParameterValue;
  /** How wide it is; positive. @defaultValue 1 */
  readonly scale?: ParameterValue;
}

export interface StudentTOptions extends Place {
  /** The degrees of freedom; positive. */
  readonly df: ParameterValue;
}

/**
 * Student's t distribution: like a normal one, with heavier tails.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.studentT.StudentT
 * @example
 * new torch.distributions.StudentT(4).variance.item(); // 2
 */
export class StudentT extends Distribution {
  /** The degrees of freedom. */
  declare readonly df: Tensor;
  /** The place. */
  declare readonly loc: Tensor;
  /** How wide it is. */
  declare readonly scale: Tensor;
  /** @internal */
  declare readonly chi2: Chi2;

  constructor(
    df: ParameterValue,
    loc?: ParameterValue | Place,
    scale?: ParameterValue | Omit<Place, 'loc'>,
    validateArgs?: ValidateArgs,
  );
  constructor(options: StudentTOptions);
  constructor(...args: readonly unknown[]) {
    super();
    const { df, loc, scale, validateArgs } = readArguments('StudentT', STUDENT, args);
    giveAll(this, { df, loc, scale });
    Object.assign(this, { chi2: this.own(new Chi2(this.df)) });
    this.complete(this.df.shape, [], validateArgs);
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

  /** NaN where `df` is 1 or less. */
  override get mean(): Tensor {
    return this.loc.clone().maskedFill_(this.df.le(1), NaN);
  }

  override get mode(): Tensor {
    return this.loc;
  }

  /** Infinite where `df` is 2 or less, NaN where it is 1 or less. */
  override get variance(): Tensor {
    const { df, scale } = this;
    const finite = df.gt(2);
    const result = df.clone();
    result.setItem(finite, scale.index(finite).pow(2).mul(df.index(finite)).div(df.index(finite).sub(2)));
    return result.maskedFill_(df.le(2).bitwiseAnd(df.gt(1)), Infinity).maskedFill_(df.le(1), NaN);
  }

  /** @internal */
  override _expand(copy: this, shape: Size): void {
    expandAll(this, copy, ['df', 'loc', 'scale'], shape);
    Object.assign(copy, { chi2: copy.own(this.chi2.expand(shape)) });
  }

  /** @internal */
  override _rsample(sampleShape: Size): Tensor {
    const x = standardNormal(this.extendedShape(sampleShape), this.df);
    const z = this.chi2.rsample(sampleShape);
    return this.loc.add(this.scale.mul(x.mul(rsqrt(z.div(this.df)))));
  }

  /** @internal */
  override _logProb(value: Tensor): Tensor {
    const { df, loc, scale } = this;
    const y = value.sub(loc).div(scale);
    const normalizer = scale
      .log()
      .add(df.log().mul(0.5))
      .add(0.5 * Math.log(Math.PI))
      .add(lgamma(df.mul(0.5)))
      .sub(lgamma(df.add(1).mul(0.5)));
    return df
      .add(1)
      .mul(-0.5)
      .mul(log1p(y.pow(2).div(df)))
      .sub(normalizer);
  }

  /** @internal */
  override _entropy(): Tensor {
    const { df } = this;
    const lbeta = lgamma(df.mul(0.5))
      .add(LGAMMA_HALF)
      .sub(lgamma(df.add(1).mul(0.5)));
    return this.scale
      .log()
      .add(
        df
          .add(1)
          .mul(0.5)
          .mul(digamma(df.add(1).mul(0.5)).sub(digamma(df.mul(0.5)))),
      )
      .add(df.log().mul(0.5))
      .add(lbeta);
  }
}
