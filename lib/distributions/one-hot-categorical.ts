import { eye, rsub } from '../ops/generated/functions';
import { oneHot } from '../ops/generated/nn';
import type { Tensor } from '../ops/tensor-methods';
import { type DistributionOptions, type Size, type ValidateArgs, readArguments } from './arguments';
import { paramOf } from './binary';
import { CLASSES, CLASS_CONSTRAINTS, Categorical } from './categorical';
import { type Constraint, oneHot as oneHotVectors } from './constraints';
import { type ArgConstraints, Distribution } from './distribution';
import type { ClassOptions } from './parameters';

/**
 * A class as a vector: 1 at its place, else 0.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.one_hot_categorical.OneHotCategorical
 * @example
 * new torch.distributions.OneHotCategorical(torch.ones([4])).sample().shape; // [4]
 */
export class OneHotCategorical extends Distribution {
  /** @internal */
  declare readonly categorical: Categorical;

  constructor(probs: Tensor | null, logits?: Tensor | null | DistributionOptions, validateArgs?: ValidateArgs);
  constructor(options: ClassOptions);
  constructor(...args: readonly unknown[]) {
    super();
    const { probs, logits, validateArgs } = readArguments('OneHotCategorical', CLASSES, args);
    const categorical = this.own(new Categorical(probs, logits));
    Object.assign(this, { categorical });
    this.complete(categorical.batchShape, categorical.paramShape.slice(-1), validateArgs);
  }

  override get argConstraints(): ArgConstraints {
    return CLASS_CONSTRAINTS;
  }

  override get support(): Constraint {
    return oneHotVectors;
  }

  override get hasEnumerateSupport(): boolean {
    return true;
  }

  /** The probabilities `[..., classes]`. */
  get probs(): Tensor {
    return this.categorical.probs;
  }

  /** Their logarithms. */
  get logits(): Tensor {
    return this.categorical.logits;
  }

  /** The shape of the parameter: the batch shape and the number of classes. */
  get paramShape(): Size {
    return this.categorical.paramShape;
  }

  override get mean(): Tensor {
    return this.probs;
  }

  override get mode(): Tensor {
    return oneHot(this.probs.argmax(-1), this.categorical.classes).typeAs(this.probs);
  }

  override get variance(): Tensor {
    return this.probs.mul(rsub(this.probs, 1));
  }

  /** @internal */
  override _expand(copy: this, shape: Size): void {
    Object.assign(copy, { categorical: copy.own(this.categorical.expand(shape)) });
  }

  /** @internal */
  override _sample(sampleShape: Size): Tensor {
    return oneHot(this.categorical.sample(sampleShape), this.categorical.classes).typeAs(this.probs);
  }

  /** @internal */
  override _logProb(value: Tensor): Tensor {
    return this.categorical.logProb(value.max(-1)[1]);
  }

  /** @internal */
  override _entropy(): Tensor {
    return this.categorical.entropy();
  }

  /** @internal */
  override _enumerateSupport(expand: boolean): Tensor {
    const n = this.categorical.classes;
    const { dtype, device } = paramOf(this.categorical);
    const values = eye(n, { dtype, device }).view([n, ...this._batchShape.map(() => 1), n]);
    return expand ? values.expand([n, ...this._batchShape, n]) : values;
  }
}

/**
 * The same, with samples through which gradients pass as if they were the probabilities.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.one_hot_categorical.OneHotCategoricalStraightThrough
 */
export class OneHotCategoricalStraightThrough extends OneHotCategorical {
  override get hasRsample(): boolean {
    return true;
  }

  /** @internal */
  override _rsample(sampleShape: Size): Tensor {
    const { probs } = this;
    return this.sample(sampleShape).add(probs.sub(probs.detach()));
  }
}
