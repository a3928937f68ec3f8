import { type Field, value } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import type { Tensor } from '../../ops/tensor-methods';
import { type Constraint, unitInterval } from '../constraints';
import { Distribution } from '../distribution';
import { CACHE, type CacheSize, Transform } from './transform';

const distribution = (): Field<Distribution> =>
  value<Distribution>('a Distribution', (given) => given instanceof Distribution);
const CUMULATIVE = { distribution: distribution(), ...CACHE };

/**
 * A distribution's cumulative distribution function, for copulas and the like.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.transforms.CumulativeDistributionTransform
 * @example
 * const { CumulativeDistributionTransform, Normal } = torch.distributions;
 * const t = new CumulativeDistributionTransform(new Normal(0, 1));
 * t.forward(torch.zeros([1])).tolist(); // [0.5]
 */
export class CumulativeDistributionTransform extends Transform {
  /** The distribution whose `cdf` is the transform. */
  readonly distribution: Distribution;

  constructor(distribution: Distribution, cacheSize?: CacheSize);
  constructor(...args: readonly unknown[]) {
    const given = readArguments('CumulativeDistributionTransform', CUMULATIVE, args);
    super(given.cacheSize);
    this.distribution = given.distribution;
  }

  override get domain(): Constraint {
    return this.distribution.support;
  }

  override get codomain(): Constraint {
    return unitInterval;
  }

  override get bijective(): boolean {
    return true;
  }

  override get sign(): number | Tensor {
    return 1;
  }

  /** @internal */
  override remake(cacheSize: number): Transform {
    return new CumulativeDistributionTransform(this.distribution, cacheSize);
  }

  protected override _call(x: Tensor): Tensor {
    return this.distribution.cdf(x);
  }

  protected override _inverse(y: Tensor): Tensor {
    return this.distribution.icdf(y);
  }

  /** @internal */
  override _logAbsDetJacobian(x: Tensor): Tensor {
    return this.distribution.logProb(x);
  }
}
