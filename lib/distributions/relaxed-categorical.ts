import { fullLike, rand } from '../ops/generated/functions';
import type { Tensor } from '../ops/tensor-methods';
import {
  type DistributionOptions,
  type ParameterValue,
  type Size,
  type ValidateArgs,
  parameter,
  readArguments,
} from './arguments';
import { paramOf } from './binary';
import { CLASSES, CLASS_CONSTRAINTS, Categorical } from './categorical';
import { type Constraint, realVector, simplex } from './constraints';
import { type ArgConstraints, Distribution } from './distribution';
import { broadcastAll, clampProbs } from './numeric';
import type { ClassOptions } from './parameters';
import { giveTemperature } from './relaxed-bernoulli';
import { TransformedDistribution } from './transformed-distribution';
import { ExpTransform } from './transforms/elementwise';

const RELAXED = { temperature: parameter(), ...CLASSES };

export interface RelaxedCategoricalOptions extends ClassOptions {
  /** The lower, the closer samples are to a single class; positive. */
  readonly temperature: ParameterValue;
}

/**
 * The logarithms of a sample of a {@link RelaxedOneHotCategorical}.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.relaxed_categorical.ExpRelaxedCategorical
 */
export class ExpRelaxedCategorical extends Distribution {
  /** How soft samples are. */
  declare readonly temperature: Tensor;
  /** @internal */
  declare readonly categorical: Categorical;

  constructor(
    temperature: ParameterValue,
    probs?: Tensor | null | ClassOptions,
    logits?: Tensor | null | DistributionOptions,
    validateArgs?: ValidateArgs,
  );
  constructor(options: RelaxedCategoricalOptions);
  constructor(...args: readonly unknown[]) {
    super();
    const { temperature, probs, logits, validateArgs } = readArguments('ExpRelaxedCategorical', RELAXED, args);
    const categorical = this.own(new Categorical(probs, logits));
    giveTemperature(this, temperature, paramOf(categorical));
    Object.assign(this, { categorical });
    this.complete(categorical.batchShape, categorical.paramShape.slice(-1), validateArgs);
  }

  override get argConstraints(): ArgConstraints {
    return CLASS_CONSTRAINTS;
  }

  override get support(): Constraint {
    return realVector;
  }

  override get hasRsample(): boolean {
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

  /** @internal */
  override _expand(copy: this, shape: Size): void {
    copy.take('temperature', this.temperature);
    Object.assign(copy, { categorical: copy.own(this.categorical.expand(shape)) });
  }

  /** @internal */
  override _rsample(sampleShape: Size): Tensor {
    const { dtype, device } = this.logits;
    const u = clampProbs(rand(this.extendedShape(sampleShape), { dtype, device }));
    const gumbels = u.log().neg().log().neg();
    const scores = this.logits.add(gumbels).div(this.temperature);
    return scores.sub(scores.logsumexp(-1, true));
  }

  /** @internal */
  override _logProb(given: Tensor): Tensor {
    const { temperature } = this;
    const k = this.categorical.classes;
    const [logits, value] = broadcastAll(this.logits, given);
    const scale = fullLike(temperature, k)
      .lgamma()
      .sub(temperature.log().mul(-(k - 1)));
    const score = logits.sub(value.mul(temperature));
    return score.sub(score.logsumexp(-1, true)).sum(-1).add(scale);
  }
}

/**
 * A {@link OneHotCategorical} with samples of probabilities through which gradients flow.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.relaxed_categorical.RelaxedOneHotCategorical
 * @example
 * const { RelaxedOneHotCategorical } = torch.distributions;
 * new RelaxedOneHotCategorical(2.2, torch.ones([4])).rsample().sum().item(); // 1
 */
export class RelaxedOneHotCategorical extends TransformedDistribution {
  declare readonly baseDist: ExpRelaxedCategorical;

  constructor(
    temperature: ParameterValue,
    probs?: Tensor | null | ClassOptions,
    logits?: Tensor | null | DistributionOptions,
    validateArgs?: ValidateArgs,
  );
  constructor(options: RelaxedCategoricalOptions);
  constructor(...args: readonly unknown[]) {
    const { temperature, probs, logits, validateArgs } = readArguments('RelaxedOneHotCategorical', RELAXED, args);
    super(new ExpRelaxedCategorical(temperature, probs, logits, validateArgs), new ExpTransform(), validateArgs);
    this.own(this.baseDist);
  }

  override get argConstraints(): ArgConstraints {
    return CLASS_CONSTRAINTS;
  }

  override get support(): Constraint {
    return simplex;
  }

  override get hasRsample(): boolean {
    return true;
  }

  /** How soft samples are. */
  get temperature(): Tensor {
    return this.baseDist.temperature;
  }

  /** The probabilities `[..., classes]`. */
  get probs(): Tensor {
    return this.baseDist.probs;
  }

  /** Their logarithms. */
  get logits(): Tensor {
    return this.baseDist.logits;
  }

  /** @internal */
  override _expand(copy: this, shape: Size): void {
    super._expand(copy, shape);
  }
}
