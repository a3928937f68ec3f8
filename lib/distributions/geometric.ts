import { valueError } from '../errors';
import { zerosLike } from '../ops/generated/functions';
import { finfo } from '../ops/python';
import type { Tensor } from '../ops/tensor-methods';
import {
  type DistributionOptions,
  type ParameterValue,
  type Size,
  type ValidateArgs,
  readArguments,
} from './arguments';
import { BINARY, BINARY_CONSTRAINTS } from './bernoulli';
import { defineBinary, giveBinary } from './binary';
import { type Constraint, nonnegativeInteger } from './constraints';
import { type ArgConstraints, Distribution } from './distribution';
import { allTrue, broadcastAll, crossEntropy } from './numeric';
import { type BinaryOptions, expandAll } from './parameters';
import { describeTensor, tensorText } from './text';

/**
 * The number of failures before the first success.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.geometric.Geometric
 * @example
 * new torch.distributions.Geometric(torch.tensor([0.25])).mean.tolist(); // [3]
 */
export class Geometric extends Distribution {
  /** The probability of a success. */
  declare readonly probs: Tensor;
  /** The log-odds of a success. */
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
    const { probs, logits, validateArgs } = readArguments('Geometric', BINARY, args);
    this.complete(giveBinary(this, probs, logits), [], validateArgs);
    if (this.validates && probs !== null) requirePositive(this);
  }

  override get argConstraints(): ArgConstraints {
    return BINARY_CONSTRAINTS;
  }

  override get support(): Constraint {
    return nonnegativeInteger;
  }

  override get mean(): Tensor {
    return this.probs.reciprocal().sub(1);
  }

  override get mode(): Tensor {
    return zerosLike(this.probs);
  }

  override get variance(): Tensor {
    return this.probs.reciprocal().sub(1).div(this.probs);
  }

  /** @internal */
  override _expand(copy: this, shape: Size): void {
    expandAll(this, copy, ['probs', 'logits'], shape);
  }

  /** @internal */
  override _sample(sampleShape: Size): Tensor {
    const { probs } = this;
    const u = probs.newEmpty(this.extendedShape(sampleShape)).uniform_(finfo(probs.dtype).tiny, 1);
    return u.log().div(probs.neg().log1p()).floor();
  }

  /** @internal */
  override _logProb(given: Tensor): Tensor {
    const [value, probs] = broadcastAll(given, this.probs);
    // 0 · log(0) is 0 here.
    const safe = probs.clone().maskedFill_(probs.eq(1).bitwiseAnd(value.eq(0)), 0);
    return value.mul(safe.neg().log1p()).add(this.probs.log());
  }

  /** @internal */
  override _entropy(): Tensor {
    return crossEntropy(this.logits, this.probs).div(this.probs);
  }
}

function requirePositive(distribution: Geometric): void {
  const { probs } = distribution;
  const valid = probs.gt(0);
  if (allTrue(valid)) return;
  throw valueError(
    `Expected parameter probs (${describeTensor(probs)}) of distribution ${distribution} ` +
      `to be positive but found invalid values:\n${tensorText(probs.detach().index(valid.logicalNot()))}`,
  );
}
