import { sizeText } from '../arguments/extents';
import { show } from '../arguments/describe';
import { type Field, value } from '../arguments/fields';
import { valueError } from '../errors';
import { rsub } from '../ops/generated/functions';
import { type Tensor, isTensor } from '../ops/tensor-methods';
import {
  type DistributionOptions,
  type Size,
  VALIDATE,
  type ValidateArgs,
  readArguments,
  readLogProbValue,
} from './arguments';
import { type Constraint, independent } from './constraints';
import { type ArgConstraints, Distribution } from './distribution';
import { Independent } from './independent';
import { sameSize, sumRightmost } from './numeric';
import { ComposeTransform, productOfSigns } from './transforms/compose';
import { Transform } from './transforms/transform';

export const distributionField = (): Field<Distribution> =>
  value<Distribution>('a Distribution', (given) => given instanceof Distribution);

const TRANSFORMED = {
  baseDistribution: distributionField(),
  transforms: value<Transform | readonly Transform[]>('a Transform or a list of them', () => true),
  ...VALIDATE,
};

export interface TransformedDistributionOptions extends DistributionOptions {
  /** The distribution whose samples are transformed. */
  readonly baseDistribution: Distribution;
  /** The transforms, in the order in which samples pass them. */
  readonly transforms: Transform | readonly Transform[];
}

function listOf(given: unknown): readonly Transform[] {
  if (given instanceof Transform) return [given];
  if (!Array.isArray(given)) throw valueError(`transforms must be a Transform or list, but was ${show(given)}`);
  if (given.every((one) => one instanceof Transform)) return given;
  throw valueError('transforms must be a Transform or a list of Transforms');
}

/** The base, expanded to what the transform needs, the shape of a sample, and how many dimensions are an event. */
function baseFor(
  owner: TransformedDistribution,
  given: Distribution,
  transform: ComposeTransform,
): [Distribution, Size, number] {
  const shape = [...given.batchShape, ...given.eventShape];
  const baseEventDim = given.eventShape.length;
  const { domain, codomain } = transform;
  if (shape.length < domain.eventDim) {
    throw valueError(
      `base_distribution needs to have shape with size at least ${domain.eventDim}, but got ${sizeText(shape)}.`,
    );
  }
  const forward = transform.forwardShape(shape);
  const expanded = transform.inverseShape(forward);
  let base = given;
  if (!sameSize(shape, expanded)) {
    base = owner.own(base.expand(expanded.slice(0, expanded.length - baseEventDim)));
  }
  const reinterpreted = domain.eventDim - baseEventDim;
  if (reinterpreted > 0) base = new Independent(base, reinterpreted);
  const eventDim = Math.max(codomain.eventDim, baseEventDim + codomain.eventDim - domain.eventDim);
  if (forward.length < eventDim) {
    throw valueError(`forward_shape length ${forward.length} must be >= event_dim ${eventDim}`);
  }
  return [base, forward, eventDim];
}

function pass(transforms: readonly Transform[], sample: Tensor): Tensor {
  return transforms.reduce((x, transform) => transform.forward(x), sample);
}

/** Turns probabilities around where the transforms fall. */
function monotonize(transforms: readonly Transform[], value: Tensor): Tensor {
  const sign = productOfSigns(transforms);
  if (sign === 1) return value;
  const centered = value.sub(0.5);
  return (isTensor(sign) ? sign.mul(centered) : centered.mul(sign)).add(0.5);
}

/**
 * The distribution of samples that pass through transforms: if x is of the base and y = f(x), then log p(y) is
 * log p(x) − log |det dy/dx|.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.transformed_distribution.TransformedDistribution
 * @example
 * const { AffineTransform, SigmoidTransform, TransformedDistribution, Uniform } = torch.distributions;
 * const logistic = new TransformedDistribution(new Uniform(0, 1), [
 *   new SigmoidTransform().inv,
 *   new AffineTransform(2, 0.5),
 * ]);
 * logistic.logProb(torch.tensor(2.5)).item(); // -0.9334
 */
export class TransformedDistribution extends Distribution {
  /** The distribution whose samples are transformed, expanded to the shape that the transforms need. */
  declare readonly baseDist: Distribution;
  /** The transforms. */
  declare readonly transforms: readonly Transform[];

  constructor(
    baseDistribution: Distribution,
    transforms: Transform | readonly Transform[],
    validateArgs?: ValidateArgs,
  );
  constructor(options: TransformedDistributionOptions);
  constructor(...args: readonly unknown[]) {
    super();
    const { baseDistribution, transforms, validateArgs } = readArguments('TransformedDistribution', TRANSFORMED, args);
    const list = listOf(transforms);
    const [base, shape, eventDim] = baseFor(this, baseDistribution, new ComposeTransform(list));
    Object.assign(this, { baseDist: base, transforms: list });
    const cut = shape.length - eventDim;
    this.complete(shape.slice(0, cut), shape.slice(cut), validateArgs);
  }

  override get argConstraints(): ArgConstraints {
    return {};
  }

  override get hasRsample(): boolean {
    return this.baseDist.hasRsample;
  }

  override get support(): Constraint {
    const last = this.transforms.at(-1);
    if (!last) return this.baseDist.support;
    const support = last.codomain;
    const missing = this.eventShape.length - support.eventDim;
    return missing > 0 ? independent(support, missing) : support;
  }

  /** @internal */
  override _expand(copy: this, batchShape: Size): void {
    const shape = this.transforms.reduceRight<Size>(
      (at, transform) => transform.inverseShape(at),
      [...batchShape, ...this.eventShape],
    );
    const base = this.baseDist.expand(shape.slice(0, shape.length - this.baseDist.eventShape.length));
    Object.assign(copy, { baseDist: copy.own(base), transforms: this.transforms });
  }

  /** @internal */
  override _sample(sampleShape: Size): Tensor {
    return pass(this.transforms, this.baseDist.sample(sampleShape));
  }

  /** @internal */
  override _rsample(sampleShape: Size): Tensor {
    return pass(this.transforms, this.baseDist.rsample(sampleShape));
  }

  /** @internal */
  override _logProb(value: Tensor): Tensor {
    let eventDim = this.eventShape.length;
    let sum: Tensor | null = null;
    let y = value;
    for (const transform of this.transforms.toReversed()) {
      const x = transform.inv.forward(y);
      eventDim += transform.domain.eventDim - transform.codomain.eventDim;
      const term = sumRightmost(transform.logAbsDetJacobian(x, y), eventDim - transform.domain.eventDim);
      sum = sum === null ? rsub(term, 0) : sum.sub(term);
      y = x;
    }
    const base = sumRightmost(this.baseDist.logProb(y), eventDim - this.baseDist.eventShape.length);
    return sum === null ? base : sum.add(base);
  }

  override cdf(value: Tensor | { readonly value: Tensor }): Tensor;
  override cdf(...args: readonly unknown[]): Tensor {
    const given = readLogProbValue(args);
    const x = this.transforms.reduceRight((y, transform) => transform.inv.forward(y), given);
    if (this.validates) this.baseDist.validateSample(x);
    return monotonize(this.transforms, this.baseDist.cdf(x));
  }

  /** @internal */
  override _icdf(value: Tensor): Tensor {
    return pass(this.transforms, this.baseDist.icdf(monotonize(this.transforms, value)));
  }
}
