import { value } from '../arguments/fields';
import { tensor as makeTensor } from '../ops/creation';
import { exp, lgamma, onesLike, rsub } from '../ops/generated/functions';
import type { Tensor } from '../ops/tensor-methods';
import { int64 } from '../tensor/dtype';
import {
  type DistributionOptions,
  type Size,
  VALIDATE,
  type ValidateArgs,
  maybeTensor,
  notImplemented,
  readArguments,
} from './arguments';
import { Binomial } from './binomial';
import { CLASS_CONSTRAINTS, Categorical } from './categorical';
import { type Constraint, multinomial } from './constraints';
import { type ArgConstraints, Distribution } from './distribution';
import { broadcastAll } from './numeric';
import type { ClassOptions } from './parameters';

const MULTINOMIAL = {
  totalCount: {
    ...value<number>('an integer', (given) => Number.isSafeInteger(given), 1),
    refuse: () => notImplemented('inhomogeneous total_count is not supported'),
  },
  probs: maybeTensor(),
  logits: maybeTensor(),
  ...VALIDATE,
};

export interface MultinomialOptions extends ClassOptions {
  /** How often a class is drawn, for the whole batch. @defaultValue 1 */
  readonly totalCount?: number;
}

/**
 * How often each class comes when one is drawn `totalCount` times.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.multinomial.Multinomial
 * @example
 * const dice = new torch.distributions.Multinomial(100, torch.ones([4]));
 * dice.mean.tolist(); // [25, 25, 25, 25]
 */
export class Multinomial extends Distribution {
  /** How often a class is drawn. */
  declare readonly totalCount: number;
  /** @internal */
  declare readonly categorical: Categorical;

  constructor(
    totalCount: number,
    probs?: Tensor | null | ClassOptions,
    logits?: Tensor | null | DistributionOptions,
    validateArgs?: ValidateArgs,
  );
  constructor(options: MultinomialOptions);
  constructor(...args: readonly unknown[]) {
    super();
    const { totalCount, probs, logits, validateArgs } = readArguments('Multinomial', MULTINOMIAL, args);
    const categorical = this.own(new Categorical(probs, logits));
    Object.assign(this, { totalCount, categorical });
    // Python makes it here, and so checks the count.
    new Binomial(totalCount, this.probs).dispose();
    this.complete(categorical.batchShape, categorical.paramShape.slice(-1), validateArgs);
  }

  override get argConstraints(): ArgConstraints {
    return CLASS_CONSTRAINTS;
  }

  override get support(): Constraint {
    return multinomial(this.totalCount);
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
    return this.probs.mul(this.totalCount);
  }

  override get variance(): Tensor {
    return this.probs.mul(this.totalCount).mul(rsub(this.probs, 1));
  }

  /** @internal */
  override _expand(copy: this, shape: Size): void {
    Object.assign(copy, { totalCount: this.totalCount, categorical: copy.own(this.categorical.expand(shape)) });
  }

  /** @internal */
  override _sample(sampleShape: Size): Tensor {
    const drawn = this.categorical.sample([this.totalCount, ...sampleShape]);
    const dims = drawn.dim();
    const last = drawn.permute([...Array.from({ length: dims - 1 }, (_, i) => i + 1), 0]);
    const counts = last.newZeros(this.extendedShape(sampleShape));
    return counts.scatterAdd_(-1, last, onesLike(last)).typeAs(this.probs);
  }

  /** @internal */
  override _entropy(): Tensor {
    const n = makeTensor(this.totalCount, { dtype: int64, device: this.probs.device });
    const first = n.mul(this.categorical.entropy()).sub(lgamma(n.add(1)));
    const binomial = new Binomial(this.totalCount, this.probs);
    const support = binomial.enumerateSupport(false).index('1:');
    const probs = exp(binomial.logProb(support));
    const second = probs.mul(lgamma(support.add(1))).sum([0, -1]);
    return first.add(second);
  }

  /** @internal */
  override _logProb(given: Tensor): Tensor {
    const [logits, x] = broadcastAll(this.logits, given);
    // 0 · −∞ is 0 here.
    const safe = logits.clone().maskedFill_(x.eq(0).bitwiseAnd(logits.eq(-Infinity)), 0);
    const factorial = lgamma(x.sum(-1).add(1));
    return factorial.sub(lgamma(x.add(1)).sum(-1)).add(safe.mul(x).sum(-1));
  }
}
