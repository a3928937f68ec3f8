import { value } from '../arguments/fields';
import { valueError } from '../errors';
import {
  abs,
  ge,
  gt,
  le,
  log,
  log1p,
  maximum,
  onesLike,
  pow,
  rand,
  rsub,
  sqrt,
  where,
  zerosLike,
} from '../ops/generated/functions';
import type { Tensor } from '../ops/tensor-methods';
import {
  type ParameterValue,
  type Size,
  VALIDATE,
  type ValidateArgs,
  maybeParameter,
  readArguments,
} from './arguments';
import { BINARY_CONSTRAINTS } from './bernoulli';
import { defineBinary, giveBinary, paramOf } from './binary';
import { type Constraint, unitInterval } from './constraints';
import type { ArgConstraints } from './distribution';
import { ExponentialFamily } from './exponential-family';
import { allTrue, broadcastAll, clampProbs, crossEntropy } from './numeric';
import { type BinaryOptions, expandAll } from './parameters';

const isPair = (given: unknown): boolean =>
  Array.isArray(given) && given.length === 2 && given.every((one) => typeof one === 'number');

type Limits = readonly [number, number];

const CONTINUOUS = {
  probs: maybeParameter(),
  logits: maybeParameter(),
  lims: value<Limits>('a pair of numbers', isPair, [0.499, 0.501]),
  ...VALIDATE,
};

export interface ContinuousBernoulliOptions extends BinaryOptions {
  /** Between these probabilities, around 0.5, formulas are replaced by a Taylor series. @defaultValue [0.499, 0.501] */
  readonly lims?: Limits;
}

/** Where the formulas lose no digits. */
function isStable(of: ContinuousBernoulli): Tensor {
  return maximum(le(of.probs, of.lims[0]), gt(of.probs, of.lims[1]));
}

/** The probabilities, and a harmless one where the formulas would lose digits. */
function cutProbs(of: ContinuousBernoulli): Tensor {
  return where(isStable(of), of.probs, onesLike(of.probs).mul(of.lims[0]));
}

/** The logarithm of the normalizing constant. */
export function logNorm(of: ContinuousBernoulli): Tensor {
  const cut = cutProbs(of);
  const below = where(le(cut, 0.5), cut, zerosLike(cut));
  const above = where(ge(cut, 0.5), cut, onesLike(cut));
  const exact = log(abs(log1p(cut.neg()).sub(log(cut)))).sub(
    where(le(cut, 0.5), log1p(below.mul(-2)), log(above.mul(2).sub(1))),
  );
  const x = pow(of.probs.sub(0.5), 2);
  const taylor = x
    .mul(104 / 45)
    .add(4 / 3)
    .mul(x)
    .add(Math.LN2);
  return where(isStable(of), exact, taylor);
}

/**
 * The continuous Bernoulli distribution on [0, 1], for gray values of pictures.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.continuous_bernoulli.ContinuousBernoulli
 * @example
 * new torch.distributions.ContinuousBernoulli(torch.tensor([0.5])).mean.tolist(); // [0.5]
 */
export class ContinuousBernoulli extends ExponentialFamily {
  /** The parameter, in (0, 1). It is not the mean. */
  declare readonly probs: Tensor;
  /** Its log-odds. */
  declare readonly logits: Tensor;
  /** @internal */
  declare readonly lims: Limits;

  static {
    defineBinary(this, clampProbs);
  }

  constructor(
    probs: ParameterValue | null,
    logits?: ParameterValue | null | Omit<ContinuousBernoulliOptions, 'probs'>,
    lims?: Limits | Pick<ContinuousBernoulliOptions, 'lims' | 'validateArgs'>,
    validateArgs?: ValidateArgs,
  );
  constructor(options: ContinuousBernoulliOptions);
  constructor(...args: readonly unknown[]) {
    super();
    const { probs, logits, lims, validateArgs } = readArguments('ContinuousBernoulli', CONTINUOUS, args);
    const batch = giveBinary(this, probs, logits);
    if (probs !== null) {
      // As in Python, whatever `validateArgs` is, if it is given.
      if (validateArgs !== null && !allTrue(unitInterval.check(this.probs))) {
        throw valueError('The parameter probs has invalid values');
      }
      this.give({ probs: clampProbs(this.probs) });
    }
    Object.assign(this, { lims });
    this.complete(batch, [], validateArgs);
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

  /** The shape of the parameter. */
  get paramShape(): Size {
    return paramOf(this).shape;
  }

  override get mean(): Tensor {
    const cut = cutProbs(this);
    const exact = cut.div(cut.mul(2).sub(1)).add(log1p(cut.neg()).sub(log(cut)).reciprocal());
    const x = this.probs.sub(0.5);
    const taylor = pow(x, 2)
      .mul(16 / 45)
      .add(1 / 3)
      .mul(x)
      .add(0.5);
    return where(isStable(this), exact, taylor);
  }

  override get stddev(): Tensor {
    return sqrt(this.variance);
  }

  override get variance(): Tensor {
    const cut = cutProbs(this);
    const first = cut.mul(cut.sub(1)).div(pow(rsub(cut.mul(2), 1), 2));
    const exact = first.add(pow(log1p(cut.neg()).sub(log(cut)), 2).reciprocal());
    const x = pow(this.probs.sub(0.5), 2);
    const taylor = rsub(rsub(x.mul(128 / 945), 1 / 15).mul(x), 1 / 12);
    return where(isStable(this), exact, taylor);
  }

  /** @internal */
  override _expand(copy: this, shape: Size): void {
    expandAll(this, copy, ['probs', 'logits'], shape);
    Object.assign(copy, { lims: this.lims });
  }

  /** @internal */
  override _rsample(sampleShape: Size): Tensor {
    const { dtype, device } = this.probs;
    return this._icdf(rand(this.extendedShape(sampleShape), { dtype, device }));
  }

  /** @internal */
  override _logProb(given: Tensor): Tensor {
    const [logits, x] = broadcastAll(this.logits, given);
    return crossEntropy(logits, x).neg().add(logNorm(this));
  }

  /** @internal */
  override _cdf(x: Tensor): Tensor {
    const cut = cutProbs(this);
    const inside = pow(cut, x)
      .mul(pow(rsub(cut, 1), rsub(x, 1)))
      .add(cut)
      .sub(1)
      .div(cut.mul(2).sub(1));
    const unbounded = where(isStable(this), inside, x);
    return where(le(x, 0), zerosLike(x), where(ge(x, 1), onesLike(x), unbounded));
  }

  /** @internal */
  override _icdf(x: Tensor): Tensor {
    const cut = cutProbs(this);
    const stable = isStable(this);
    const inside = log1p(cut.neg().add(x.mul(cut.mul(2).sub(1))))
      .sub(log1p(cut.neg()))
      .div(log(cut).sub(log1p(cut.neg())));
    return where(stable, inside, x);
  }

  /** @internal */
  override _entropy(): Tensor {
    const zero = log1p(this.probs.neg());
    const one = log(this.probs);
    return this.mean.mul(zero.sub(one)).sub(logNorm(this)).sub(zero);
  }

  /** @internal */
  override get _naturalParams(): readonly Tensor[] {
    return [this.logits];
  }

  /** @internal */
  override _logNormalizer(x: Tensor): Tensor {
    const [low, high] = this.lims;
    const stable = maximum(le(x, low - 0.5), gt(x, high - 0.5));
    const cut = where(stable, x, onesLike(x).mul(low - 0.5));
    const exact = log(abs(cut.expm1())).sub(log(abs(cut)));
    const taylor = x.mul(0.5).add(pow(x, 2).div(24)).sub(pow(x, 4).div(2880));
    return where(stable, exact, taylor);
  }

  /** @internal */
  override get _meanCarrierMeasure(): number {
    return 0;
  }
}
