import { log, rand } from '../ops/generated/functions';
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
import { type Constraint, greaterThan, interval, lessThan } from './constraints';
import { type ArgConstraints, Distribution } from './distribution';
import { expandAll, giveAll } from './parameters';

const UNIFORM = { low: parameter(), high: parameter(), ...VALIDATE };

export interface UniformOptions extends DistributionOptions {
  /** The lower end, which can be a sample. */
  readonly low: ParameterValue;
  /** The upper end, which cannot. */
  readonly high: ParameterValue;
}

/**
 * All numbers of an interval, each as likely as the others.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.uniform.Uniform
 * @example
 * new torch.distributions.Uniform(2, 6).mean.item(); // 4
 */
export class Uniform extends Distribution {
  /** The lower end. */
  declare readonly low: Tensor;
  /** The upper end. */
  declare readonly high: Tensor;

  constructor(low: ParameterValue, high: ParameterValue, validateArgs?: ValidateArgs);
  constructor(options: UniformOptions);
  constructor(...args: readonly unknown[]) {
    super();
    const { low, high, validateArgs } = readArguments('Uniform', UNIFORM, args);
    this.complete(giveAll(this, { low, high }), [], validateArgs);
  }

  override get argConstraints(): ArgConstraints {
    return { low: lessThan(this.high), high: greaterThan(this.low) };
  }

  override get support(): Constraint {
    return interval(this.low, this.high);
  }

  override get hasRsample(): boolean {
    return true;
  }

  override get mean(): Tensor {
    return this.high.add(this.low).div(2);
  }

  /** NaN: no value is more likely than the others. */
  override get mode(): Tensor {
    return this.high.mul(NaN);
  }

  override get stddev(): Tensor {
    return this.high.sub(this.low).div(12 ** 0.5);
  }

  override get variance(): Tensor {
    return this.high.sub(this.low).pow(2).div(12);
  }

  /** @internal */
  override _expand(copy: this, shape: Size): void {
    expandAll(this, copy, ['low', 'high'], shape);
  }

  /** @internal */
  override _rsample(sampleShape: Size): Tensor {
    const { dtype, device } = this.low;
    const u = rand(this.extendedShape(sampleShape), { dtype, device });
    return this.low.add(u.mul(this.high.sub(this.low)));
  }

  /** @internal */
  override _logProb(value: Tensor): Tensor {
    const above = this.low.le(value).typeAs(this.low);
    const below = this.high.gt(value).typeAs(this.low);
    return log(above.mul(below)).sub(log(this.high.sub(this.low)));
  }

  /** @internal */
  override _cdf(value: Tensor): Tensor {
    return value.sub(this.low).div(this.high.sub(this.low)).clamp(0, 1);
  }

  /** @internal */
  override _icdf(value: Tensor): Tensor {
    return value.mul(this.high.sub(this.low)).add(this.low);
  }

  /** @internal */
  override _entropy(): Tensor {
    return log(this.high.sub(this.low));
  }
}
