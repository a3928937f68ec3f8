import { tensor as makeTensor } from '../ops/creation';
import { rand } from '../ops/generated/functions';
import { type Tensor, isTensor } from '../ops/tensor-methods';
import {
  type DistributionOptions,
  type ParameterValue,
  type Size,
  type ValidateArgs,
  parameter,
  readArguments,
} from './arguments';
import { BINARY, BINARY_CONSTRAINTS } from './bernoulli';
import { defineBinary, giveBinary, paramOf } from './binary';
import { type Constraint, real, unitInterval } from './constraints';
import { type ArgConstraints, Distribution } from './distribution';
import { broadcastAll, clampProbs } from './numeric';
import { type BinaryOptions, expandAll } from './parameters';
import { TransformedDistribution } from './transformed-distribution';
import { SigmoidTransform } from './transforms/elementwise';

const RELAXED = { temperature: parameter(), ...BINARY };

export interface RelaxedBernoulliOptions extends BinaryOptions {
  /** The lower, the closer samples are to 0 and 1; positive. */
  readonly temperature: ParameterValue;
}

/** Sets the temperature; a number becomes a tensor. */
export function giveTemperature(to: Distribution, temperature: ParameterValue, { dtype, device }: Tensor): void {
  if (isTensor(temperature)) to.take('temperature', temperature);
  else to.give({ temperature: makeTensor(Number(temperature), { dtype, device }) });
}

/**
 * The log-odds of a sample of a {@link RelaxedBernoulli}.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.relaxed_bernoulli.LogitRelaxedBernoulli
 */
export class LogitRelaxedBernoulli extends Distribution {
  /** How soft samples are. */
  declare readonly temperature: Tensor;
  /** The probability of 1. */
  declare readonly probs: Tensor;
  /** The log-odds of 1. */
  declare readonly logits: Tensor;

  static {
    defineBinary(this);
  }

  constructor(
    temperature: ParameterValue,
    probs?: ParameterValue | null | BinaryOptions,
    logits?: ParameterValue | null | DistributionOptions,
    validateArgs?: ValidateArgs,
  );
  constructor(options: RelaxedBernoulliOptions);
  constructor(...args: readonly unknown[]) {
    super();
    const { temperature, probs, logits, validateArgs } = readArguments('LogitRelaxedBernoulli', RELAXED, args);
    const batch = giveBinary(this, probs, logits);
    giveTemperature(this, temperature, paramOf(this));
    this.complete(batch, [], validateArgs);
  }

  override get argConstraints(): ArgConstraints {
    return BINARY_CONSTRAINTS;
  }

  override get support(): Constraint {
    return real;
  }

  /** The shape of the parameter. */
  get paramShape(): Size {
    return paramOf(this).shape;
  }

  /** @internal */
  override _expand(copy: this, shape: Size): void {
    copy.take('temperature', this.temperature);
    expandAll(this, copy, ['probs', 'logits'], shape);
  }

  /** @internal */
  override _rsample(sampleShape: Size): Tensor {
    const shape = this.extendedShape(sampleShape);
    const probs = clampProbs(this.probs.expand(shape));
    const u = clampProbs(rand(shape, { dtype: probs.dtype, device: probs.device }));
    return u.log().sub(u.neg().log1p()).add(probs.log()).sub(probs.neg().log1p()).div(this.temperature);
  }

  /** @internal */
  override _logProb(given: Tensor): Tensor {
    const [logits, value] = broadcastAll(this.logits, given);
    const difference = logits.sub(value.mul(this.temperature));
    return this.temperature.log().add(difference).sub(difference.exp().log1p().mul(2));
  }
}

/**
 * A {@link Bernoulli} with samples between 0 and 1 through which gradients flow.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.relaxed_bernoulli.RelaxedBernoulli
 * @example
 * const { RelaxedBernoulli } = torch.distributions;
 * new RelaxedBernoulli(2.2, torch.tensor([0.1, 0.9])).rsample().shape; // [2]
 */
export class RelaxedBernoulli extends TransformedDistribution {
  declare readonly baseDist: LogitRelaxedBernoulli;

  constructor(
    temperature: ParameterValue,
    probs?: ParameterValue | null | BinaryOptions,
    logits?: ParameterValue | null | DistributionOptions,
    validateArgs?: ValidateArgs,
  );
  constructor(options: RelaxedBernoulliOptions);
  constructor(...args: readonly unknown[]) {
    const { temperature, probs, logits, validateArgs } = readArguments('RelaxedBernoulli', RELAXED, args);
    super(new LogitRelaxedBernoulli(temperature, probs, logits), new SigmoidTransform(), validateArgs);
    this.own(this.baseDist);
  }

  override get argConstraints(): ArgConstraints {
    return BINARY_CONSTRAINTS;
  }

  override get support(): Constraint {
    return unitInterval;
  }

  override get hasRsample(): boolean {
    return true;
  }

  /** How soft samples are. */
  get temperature(): Tensor {
    return this.baseDist.temperature;
  }

  /** The probability of 1. */
  get probs(): Tensor {
    return this.baseDist.probs;
  }

  /** The log-odds of 1. */
  get logits(): Tensor {
    return this.baseDist.logits;
  }

  /** @internal */
  override _expand(copy: this, shape: Size): void {
    super._expand(copy, shape);
  }
}
