import { arange, binomial, exp, lgamma, log1p, poisson, rsub, sigmoid } from '../ops/generated/functions';
import { logSigmoid } from '../ops/generated/nn';
import type { Tensor } from '../ops/tensor-methods';
import {
  type DistributionOptions,
  type ParameterValue,
  type Size,
  VALIDATE,
  type ValidateArgs,
  maybeParameter,
  notImplemented,
  parameter,
  readArguments,
} from './arguments';
import { defineBinary, notOne, paramOf } from './binary';
import {
  type Constraint,
  greaterThanEq,
  halfOpenInterval,
  integerInterval,
  nonnegativeInteger,
  real,
  unitInterval,
} from './constraints';
import { Float } from '../ops/print/python-text';
import { type ArgConstraints, Distribution, lazyTensor } from './distribution';
import { Gamma } from './gamma';
import { broadcastAll } from './numeric';
import { type BinaryOptions, alongBatch, expandAll } from './parameters';

/** How many successes in a number of trials, and how many before a number of failures. */

const BINOMIAL = { totalCount: parameter(1), probs: maybeParameter(), logits: maybeParameter(), ...VALIDATE };
const BINOMIAL_CONSTRAINTS = { totalCount: nonnegativeInteger, probs: unitInterval, logits: real };

export interface BinomialOptions extends BinaryOptions {
  /** The number of trials. @defaultValue 1 */
  readonly totalCount?: ParameterValue;
}

/** Sets `totalCount` and the one of `probs` and `logits` that was given. Returns the batch shape. */
function giveCounts(
  to: Distribution,
  count: ParameterValue,
  probs: ParameterValue | null,
  logits: ParameterValue | null,
): Size {
  if ((probs === null) === (logits === null)) throw notOne();
  const [totalCount, given] = broadcastAll(count, (probs ?? logits) as ParameterValue);
  to.give({ totalCount: totalCount.typeAs(given), [probs === null ? 'logits' : 'probs']: given });
  return given.shape;
}

/** x above 0, else 0, with half of the gradient at 0. */
function clampByZero(x: Tensor): Tensor {
  return x.clamp(0).add(x).sub(x.clamp(null, 0)).div(2);
}

/** The number of trials where all have the same. */
function homogeneousCount({ totalCount }: Binomial, name: string): number {
  const most = Math.trunc(Number(totalCount.max().item()));
  if (Number(totalCount.min().item()) === most) return most;
  throw notImplemented(`Inhomogeneous total count not supported by \`${name}\`.`);
}

/**
 * The number of successes in `totalCount` trials.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.binomial.Binomial
 * @example
 * new torch.distributions.Binomial(100, torch.tensor([0, 0.2, 1])).mean.tolist(); // [0, 20, 100]
 */
export class Binomial extends Distribution {
  /** The number of trials. */
  declare readonly totalCount: Tensor;
  /** The probability of a success. */
  declare readonly probs: Tensor;
  /** The log-odds of a success. */
  declare readonly logits: Tensor;

  static {
    defineBinary(this);
  }

  constructor(
    totalCount: ParameterValue,
    probs?: ParameterValue | null | BinaryOptions,
    logits?: ParameterValue | null | DistributionOptions,
    validateArgs?: ValidateArgs,
  );
  constructor(options: BinomialOptions);
  constructor(...args: readonly unknown[]) {
    super();
    const { totalCount, probs, logits, validateArgs } = readArguments('Binomial', BINOMIAL, args);
    this.complete(giveCounts(this, totalCount, probs, logits), [], validateArgs);
  }

  override get argConstraints(): ArgConstraints {
    return BINOMIAL_CONSTRAINTS;
  }

  override get support(): Constraint {
    return integerInterval(0, this.totalCount);
  }

  override get hasEnumerateSupport(): boolean {
    return true;
  }

  override get mean(): Tensor {
    return this.totalCount.mul(this.probs);
  }

  override get mode(): Tensor {
    return this.totalCount.add(1).mul(this.probs).floor().clamp(null, this.totalCount);
  }

  override get variance(): Tensor {
    return this.totalCount.mul(this.probs).mul(rsub(this.probs, 1));
  }

  /** The shape of the parameter. */
  get paramShape(): Size {
    return paramOf(this).shape;
  }

  /** @internal */
  override _expand(copy: this, shape: Size): void {
    expandAll(this, copy, ['totalCount', 'probs', 'logits'], shape);
  }

  /** @internal */
  override _sample(sampleShape: Size): Tensor {
    const shape = this.extendedShape(sampleShape);
    return binomial(this.totalCount.expand(shape), this.probs.expand(shape));
  }

  /** @internal */
  override _logProb(value: Tensor): Tensor {
    const { totalCount: n, logits } = this;
    const factorialN = lgamma(n.add(1));
    const factorialK = lgamma(value.add(1));
    const factorialRest = lgamma(n.sub(value).add(1));
    const normalizer = n
      .mul(clampByZero(logits))
      .add(n.mul(log1p(exp(logits.abs().neg()))))
      .sub(factorialN);
    return value.mul(logits).sub(factorialK).sub(factorialRest).sub(normalizer);
  }

  /** @internal */
  override _entropy(): Tensor {
    homogeneousCount(this, 'entropy');
    const logProb = this.logProb(this.enumerateSupport(false));
    return exp(logProb).mul(logProb).sum(0).neg();
  }

  /** @internal */
  override _enumerateSupport(expand: boolean): Tensor {
    const { dtype, device } = paramOf(this);
    const values = arange(1 + homogeneousCount(this, 'enumerate_support'), { dtype, device });
    return alongBatch(values, this._batchShape, expand);
  }
}

const NEGATIVE = { totalCount: parameter(), probs: maybeParameter(), logits: maybeParameter(), ...VALIDATE };
const NEGATIVE_CONSTRAINTS = {
  totalCount: greaterThanEq(0),
  probs: halfOpenInterval(new Float(0) as unknown as number, new Float(1) as unknown as number),
  logits: real,
};

export interface NegativeBinomialOptions extends BinaryOptions {
  /** The number of failures at which the trials stop; it need not be whole. */
  readonly totalCount: ParameterValue;
}

/**
 * The number of successes before `totalCount` failures.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.negative_binomial.NegativeBinomial
 * @example
 * new torch.distributions.NegativeBinomial(3, torch.tensor([0.5])).mean.tolist(); // [3]
 */
export class NegativeBinomial extends Distribution {
  /** The number of failures at which the trials stop. */
  declare readonly totalCount: Tensor;
  /** The probability of a success, in [0, 1). */
  declare readonly probs: Tensor;
  /** The log-odds of a success. */
  declare readonly logits: Tensor;
  /** @internal */
  declare readonly gamma: Gamma;

  static {
    defineBinary(this);
    lazyTensor(this, 'gamma', ({ totalCount, logits }) => new Gamma(totalCount, exp(logits.neg()), false));
  }

  constructor(
    totalCount: ParameterValue,
    probs?: ParameterValue | null | BinaryOptions,
    logits?: ParameterValue | null | DistributionOptions,
    validateArgs?: ValidateArgs,
  );
  constructor(options: NegativeBinomialOptions);
  constructor(...args: readonly unknown[]) {
    super();
    const { totalCount, probs, logits, validateArgs } = readArguments('NegativeBinomial', NEGATIVE, args);
    this.complete(giveCounts(this, totalCount, probs, logits), [], validateArgs);
  }

  override get argConstraints(): ArgConstraints {
    return NEGATIVE_CONSTRAINTS;
  }

  override get support(): Constraint {
    return nonnegativeInteger;
  }

  override get mean(): Tensor {
    return this.totalCount.mul(exp(this.logits));
  }

  override get mode(): Tensor {
    return this.totalCount.sub(1).mul(this.logits.exp()).floor().clamp(0);
  }

  override get variance(): Tensor {
    return this.mean.div(sigmoid(this.logits.neg()));
  }

  /** The shape of the parameter. */
  get paramShape(): Size {
    return paramOf(this).shape;
  }

  /** @internal */
  override _expand(copy: this, shape: Size): void {
    expandAll(this, copy, ['totalCount', 'probs', 'logits'], shape);
  }

  /** @internal */
  override _sample(sampleShape: Size): Tensor {
    return poisson(this.gamma.sample(sampleShape));
  }

  /** @internal */
  override _logProb(value: Tensor): Tensor {
    const { totalCount: n, logits } = this;
    const unnormalized = n.mul(logSigmoid(logits.neg())).add(value.mul(logSigmoid(logits)));
    const normalizer = lgamma(n.add(value))
      .neg()
      .add(lgamma(value.add(1)))
      .add(lgamma(n))
      .maskedFill(n.add(value).eq(0), 0);
    return unnormalized.sub(normalizer);
  }
}
