import { arange, bernoulli, exp, log1p, logit } from '../ops/generated/functions';
import { rsub } from '../ops/generated/functions';
import type { Tensor } from '../ops/tensor-methods';
import {
  type DistributionOptions,
  type ParameterValue,
  type Size,
  VALIDATE,
  type ValidateArgs,
  maybeParameter,
  readArguments,
} from './arguments';
import { defineBinary, giveBinary, paramOf } from './binary';
import { type Constraint, boolean, real, unitInterval } from './constraints';
import type { ArgConstraints } from './distribution';
import { ExponentialFamily } from './exponential-family';
import { broadcastAll, crossEntropy } from './numeric';
import { type BinaryOptions, alongBatch, expandAll } from './parameters';

export const BINARY = { probs: maybeParameter(), logits: maybeParameter(), ...VALIDATE };
export const BINARY_CONSTRAINTS = { probs: unitInterval, logits: real };

/**
 * 1 with a probability, else 0.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.bernoulli.Bernoulli
 * @example
 * const coin = new torch.distributions.Bernoulli(torch.tensor([0.3]));
 * coin.mean.tolist(); // [0.3]
 * new torch.distributions.Bernoulli({ logits: 0 }).probs.item(); // 0.5
 */
export class Bernoulli extends ExponentialFamily {
  /** The probability of 1. */
  declare readonly probs: Tensor;
  /** The log-odds of 1. */
  declare readonly logits: Tensor;

  static {
    defineBinary(this);
  }

  constructor(
    probs: ParameterValue | null,
    logits?: ParameterValue | null | DistributionOptions,
    validateArgs?: ValidateArgs,
  );
  constructor(options: BinaryOptions);
  constructor(...args: readonly unknown[]) {
    super();
    const { probs, logits, validateArgs } = readArguments('Bernoulli', BINARY, args);
    this.complete(giveBinary(this, probs, logits), [], validateArgs);
  }

  override get argConstraints(): ArgConstraints {
    return BINARY_CONSTRAINTS;
  }

  override get support(): Constraint {
    return boolean;
  }

  override get hasEnumerateSupport(): boolean {
    return true;
  }

  override get mean(): Tensor {
    return this.probs;
  }

  override get mode(): Tensor {
    return this.probs.ge(0.5).typeAs(this.probs).maskedFill_(this.probs.eq(0.5), NaN);
  }

  override get variance(): Tensor {
    return this.probs.mul(rsub(this.probs, 1));
  }

  /** The shape of the parameter. */
  get paramShape(): Size {
    return paramOf(this).shape;
  }

  /** @internal */
  override _expand(copy: this, shape: Size): void {
    expandAll(this, copy, ['probs', 'logits'], shape);
  }

  /** @internal */
  override _sample(sampleShape: Size): Tensor {
    return bernoulli(this.probs.expand(this.extendedShape(sampleShape)));
  }

  /** @internal */
  override _logProb(given: Tensor): Tensor {
    const [logits, value] = broadcastAll(this.logits, given);
    return crossEntropy(logits, value).neg();
  }

  /** @internal */
  override _entropy(): Tensor {
    return crossEntropy(this.logits, this.probs);
  }

  /** @internal */
  override _enumerateSupport(expand: boolean): Tensor {
    const { dtype, device } = paramOf(this);
    return alongBatch(arange(2, { dtype, device }), this._batchShape, expand);
  }

  /** @internal */
  override get _naturalParams(): readonly Tensor[] {
    return [logit(this.probs)];
  }

  /** @internal */
  override _logNormalizer(x: Tensor): Tensor {
    return log1p(exp(x));
  }

  /** @internal */
  override get _meanCarrierMeasure(): number {
    return 0;
  }
}
