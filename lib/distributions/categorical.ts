import { valueError } from '../errors';
import { arange, full, multinomial } from '../ops/generated/functions';
import { broadcastTensors, finfo } from '../ops/python';
import type { Tensor } from '../ops/tensor-methods';
import { int64 } from '../tensor/dtype';
import {
  type DistributionOptions,
  type Size,
  VALIDATE,
  type ValidateArgs,
  maybeTensor,
  readArguments,
} from './arguments';
import { notOne, paramOf } from './binary';
import { type Constraint, integerInterval, realVector, simplex } from './constraints';
import { type ArgConstraints, Distribution, lazyTensor } from './distribution';
import { classLogits } from './numeric';
import { type ClassOptions, alongBatch } from './parameters';
import { volumeOf } from '../arguments/extents';

export const CLASSES = { probs: maybeTensor(), logits: maybeTensor(), ...VALIDATE };
export const CLASS_CONSTRAINTS = { probs: simplex, logits: realVector };

/** Probabilities of sum 1, or logits of such. */
function normalized(probs: Tensor | null, logits: Tensor | null): Readonly<Record<string, Tensor>> {
  if (probs !== null) {
    if (logits !== null) throw notOne();
    if (probs.dim() < 1) throw valueError('`probs` parameter must be at least one-dimensional.');
    return { probs: probs.div(probs.sum(-1, true)) };
  }
  if (logits === null) throw notOne();
  if (logits.dim() < 1) throw valueError('`logits` parameter must be at least one-dimensional.');
  return { logits: logits.sub(logits.logsumexp(-1, true)) };
}

/**
 * The number of a class, from 0 on.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.categorical.Categorical
 * @example
 * const die = new torch.distributions.Categorical(torch.ones([6]));
 * die.sample([2]).dtype; // torch.int64
 * new torch.distributions.Categorical({ logits: torch.zeros([2, 4]) }).batchShape; // [2]
 */
export class Categorical extends Distribution {
  /** The probabilities `[..., classes]`. */
  declare readonly probs: Tensor;
  /** Their logarithms. */
  declare readonly logits: Tensor;

  static {
    lazyTensor(this, 'probs', ({ logits }) => logits.softmax(-1));
    lazyTensor(this, 'logits', ({ probs }) => classLogits(probs));
  }

  constructor(probs: Tensor | null, logits?: Tensor | null | DistributionOptions, validateArgs?: ValidateArgs);
  constructor(options: ClassOptions);
  constructor(...args: readonly unknown[]) {
    super();
    const { probs, logits, validateArgs } = readArguments('Categorical', CLASSES, args);
    this.give(normalized(probs, logits));
    this.complete(this.paramShape.slice(0, -1), [], validateArgs);
  }

  override get argConstraints(): ArgConstraints {
    return CLASS_CONSTRAINTS;
  }

  override get support(): Constraint {
    return integerInterval(0, this.classes - 1);
  }

  override get hasEnumerateSupport(): boolean {
    return true;
  }

  /** The shape of the parameter: the batch shape and the number of classes. */
  get paramShape(): Size {
    return paramOf(this).shape;
  }

  /** The number of classes. @internal */
  get classes(): number {
    return this.paramShape.at(-1) as number;
  }

  /** NaN: classes have no mean. */
  override get mean(): Tensor {
    const { dtype, device } = this.probs;
    return full(this.extendedShape(), NaN, { dtype, device });
  }

  override get mode(): Tensor {
    return this.probs.argmax(-1);
  }

  /** NaN: classes have no variance. */
  override get variance(): Tensor {
    return this.mean;
  }

  /** @internal */
  override _expand(copy: this, shape: Size): void {
    for (const name of ['probs', 'logits'] as const) {
      if (Object.hasOwn(this, name)) copy.give({ [name]: this[name].expand([...shape, this.classes]) });
    }
  }

  /** @internal */
  override _sample(sampleShape: Size): Tensor {
    const rows = this.probs.reshape([-1, this.classes]);
    const count = volumeOf(sampleShape);
    return multinomial(rows, count, true).t().reshape(this.extendedShape(sampleShape));
  }

  /** @internal */
  override _logProb(given: Tensor): Tensor {
    const [value, logits] = broadcastTensors(given.to(int64).unsqueeze(-1), this.logits) as [Tensor, Tensor];
    return logits.gather(-1, value.index('...', ':1')).squeeze(-1);
  }

  /** @internal */
  override _entropy(): Tensor {
    const logits = this.logits.clamp(finfo(this.logits.dtype).min);
    return logits.mul(this.probs).sum(-1).neg();
  }

  /** @internal */
  override _enumerateSupport(expand: boolean): Tensor {
    const values = arange(this.classes, { dtype: int64, device: paramOf(this).device });
    return alongBatch(values, this._batchShape, expand);
  }
}
