import { log, log1p } from '../ops/generated/functions';
import { finfo } from '../ops/python';
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
import { type Constraint, positive } from './constraints';
import { type ArgConstraints, Distribution } from './distribution';
import { Gamma } from './gamma';
import { expandAll, giveAll } from './parameters';

const FISHER = { df1: parameter(), df2: parameter(), ...VALIDATE };
const CONSTRAINTS = { df1: positive, df2: positive };

export interface FisherSnedecorOptions extends DistributionOptions {
  /** The degrees of freedom of the numerator; positive. */
  readonly df1: ParameterValue;
  /** The degrees of freedom of the denominator; positive. */
  readonly df2: ParameterValue;
}

/**
 * The F distribution: the ratio of two χ² numbers, each divided by its degrees of freedom.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.fishersnedecor.FisherSnedecor
 * @example
 * new torch.distributions.FisherSnedecor(1, 4).mean.item(); // 2
 */
export class FisherSnedecor extends Distribution {
  /** The degrees of freedom of the numerator. */
  declare readonly df1: Tensor;
  /** The degrees of freedom of the denominator. */
  declare readonly df2: Tensor;
  /** @internal */
  declare readonly gamma1: Gamma;
  /** @internal */
  declare readonly gamma2: Gamma;

  constructor(df1: ParameterValue, df2: ParameterValue, validateArgs?: ValidateArgs);
  constructor(options: FisherSnedecorOptions);
  constructor(...args: readonly unknown[]) {
    super();
    const { df1, df2, validateArgs } = readArguments('FisherSnedecor', FISHER, args);
    const batch = giveAll(this, { df1, df2 });
    const gamma1 = this.own(new Gamma(this.df1.mul(0.5), this.df1));
    const gamma2 = this.own(new Gamma(this.df2.mul(0.5), this.df2));
    Object.assign(this, { gamma1, gamma2 });
    this.complete(batch, [], validateArgs);
  }

  override get argConstraints(): ArgConstraints {
    return CONSTRAINTS;
  }

  override get support(): Constraint {
    return positive;
  }

  override get hasRsample(): boolean {
    return true;
  }

  /** NaN where `df2` is 2 or less. */
  override get mean(): Tensor {
    const df2 = this.df2.clone().maskedFill_(this.df2.le(2), NaN);
    return df2.div(df2.sub(2));
  }

  /** NaN where `df1` is 2 or less. */
  override get mode(): Tensor {
    return this.df1.sub(2).div(this.df1).mul(this.df2).div(this.df2.add(2)).maskedFill_(this.df1.le(2), NaN);
  }

  /** NaN where `df2` is 4 or less. */
  override get variance(): Tensor {
    const df2 = this.df2.clone().maskedFill_(this.df2.le(4), NaN);
    const numerator = df2.pow(2).mul(2).mul(this.df1.add(df2).sub(2));
    return numerator.div(this.df1.mul(df2.sub(2).pow(2)).mul(df2.sub(4)));
  }

  /** @internal */
  override _expand(copy: this, shape: Size): void {
    expandAll(this, copy, ['df1', 'df2'], shape);
    const gamma1 = copy.own(this.gamma1.expand(shape));
    const gamma2 = copy.own(this.gamma2.expand(shape));
    Object.assign(copy, { gamma1, gamma2 });
  }

  /** @internal */
  override _rsample(sampleShape: Size): Tensor {
    const shape = this.extendedShape(sampleShape);
    const x1 = this.gamma1.rsample(sampleShape).view(shape);
    const x2 = this.gamma2.rsample(sampleShape).view(shape);
    const { tiny } = finfo(x2.dtype);
    x2.clamp_(tiny);
    return x1.div(x2).clamp_(tiny);
  }

  /** @internal */
  override _logProb(value: Tensor): Tensor {
    const half1 = this.df1.mul(0.5);
    const half2 = this.df2.mul(0.5);
    const ratio = this.df1.div(this.df2);
    const t1 = half1.add(half2).lgamma().sub(half1.lgamma()).sub(half2.lgamma());
    const t2 = half1.mul(ratio.log()).add(half1.sub(1).mul(log(value)));
    const t3 = half1.add(half2).mul(log1p(ratio.mul(value)));
    return t1.add(t2).sub(t3);
  }
}
