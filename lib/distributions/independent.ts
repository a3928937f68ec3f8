import { count, value } from '../arguments/fields';
import { valueError } from '../errors';
import type { Tensor } from '../ops/tensor-methods';
import {
  type DistributionOptions,
  type Size,
  VALIDATE,
  type ValidateArgs,
  notImplemented,
  readArguments,
  readLogProbValue,
} from './arguments';
import { type Constraint, independent } from './constraints';
import { type ArgConstraints, Distribution } from './distribution';
import { sumRightmost } from './numeric';
import { className } from './text';

const INDEPENDENT = {
  baseDistribution: value<Distribution>('a Distribution', (given) => given instanceof Distribution),
  reinterpretedBatchNdims: count(0),
  ...VALIDATE,
};

export interface IndependentOptions<D extends Distribution = Distribution> extends DistributionOptions {
  /** The distribution of the elements. */
  readonly baseDistribution: D;
  /** How many of the last batch dimensions become dimensions of the event. */
  readonly reinterpretedBatchNdims: number;
}

/**
 * A distribution whose last batch dimensions belong to the event: `logProb` is summed over them.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.independent.Independent
 * @example
 * const { Independent, Normal } = torch.distributions;
 * const diagonal = new Independent(new Normal(torch.zeros([3]), torch.ones([3])), 1);
 * diagonal.eventShape; // [3]
 * diagonal.logProb(torch.zeros([3])).shape; // []
 */
export class Independent<D extends Distribution = Distribution> extends Distribution {
  /** The distribution of the elements. */
  declare readonly baseDist: D;
  /** How many batch dimensions of the base belong to the event. */
  declare readonly reinterpretedBatchNdims: number;

  constructor(baseDistribution: D, reinterpretedBatchNdims: number, validateArgs?: ValidateArgs);
  constructor(options: IndependentOptions<D>);
  constructor(...args: readonly unknown[]) {
    super();
    const { baseDistribution, reinterpretedBatchNdims, validateArgs } = readArguments('Independent', INDEPENDENT, args);
    const { batchShape, eventShape } = baseDistribution;
    if (reinterpretedBatchNdims > batchShape.length) {
      throw valueError(
        'Expected reinterpreted_batch_ndims <= len(base_distribution.batch_shape), ' +
          `actual ${reinterpretedBatchNdims} vs ${batchShape.length}`,
      );
    }
    Object.assign(this, { baseDist: baseDistribution, reinterpretedBatchNdims });
    const cut = batchShape.length - reinterpretedBatchNdims;
    const shape = [...batchShape, ...eventShape];
    this.complete(shape.slice(0, cut), shape.slice(cut), validateArgs);
  }

  override get argConstraints(): ArgConstraints {
    return {};
  }

  override get hasRsample(): boolean {
    return this.baseDist.hasRsample;
  }

  override get hasEnumerateSupport(): boolean {
    return this.reinterpretedBatchNdims > 0 ? false : this.baseDist.hasEnumerateSupport;
  }

  override get support(): Constraint {
    const { support } = this.baseDist;
    return this.reinterpretedBatchNdims ? independent(support, this.reinterpretedBatchNdims) : support;
  }

  override get mean(): Tensor {
    return this.baseDist.mean;
  }

  override get mode(): Tensor {
    return this.baseDist.mode;
  }

  override get variance(): Tensor {
    return this.baseDist.variance;
  }

  /** @internal */
  override _expand(copy: this, batchShape: Size): void {
    const { baseDist, reinterpretedBatchNdims } = this;
    const base = baseDist.expand([...batchShape, ...this.eventShape.slice(0, reinterpretedBatchNdims)]);
    Object.assign(copy, { baseDist: copy.own(base), reinterpretedBatchNdims });
  }

  /** @internal */
  override _sample(sampleShape: Size): Tensor {
    return this.baseDist.sample(sampleShape);
  }

  /** @internal */
  override _rsample(sampleShape: Size): Tensor {
    return this.baseDist.rsample(sampleShape);
  }

  override logProb(value: Tensor | { readonly value: Tensor }): Tensor;
  override logProb(...args: readonly unknown[]): Tensor {
    return sumRightmost(this.baseDist.logProb(readLogProbValue(args)), this.reinterpretedBatchNdims);
  }

  /** @internal */
  override _entropy(): Tensor {
    return sumRightmost(this.baseDist.entropy(), this.reinterpretedBatchNdims);
  }

  /** @internal */
  override _enumerateSupport(expand: boolean): Tensor {
    if (this.reinterpretedBatchNdims > 0) {
      throw notImplemented('Enumeration over cartesian product is not implemented');
    }
    return this.baseDist.enumerateSupport(expand);
  }

  override toString(): string {
    return `${className(this)}(${this.baseDist}, ${this.reinterpretedBatchNdims})`;
  }
}
