import { count, iterable } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import { typeName } from '../../arguments/describe';
import { typeError, valueError } from '../../errors';
import { zerosLike } from '../../ops/generated/functions';
import { type Tensor, isTensor } from '../../ops/tensor-methods';
import type { Size } from '../arguments';
import { type Constraint, independent, real } from '../constraints';
import { sumRightmost } from '../numeric';
import { CACHE, type CacheSize, Transform, requireDims, transformField } from './transform';

/** Transforms that are made of others. */

const COMPOSE = { parts: iterable<Iterable<Transform>>('an iterable of transforms'), ...CACHE };

function listOf(label: string, parts: Iterable<unknown>): readonly Transform[] {
  const list = [...parts];
  const wrong = list.find((part) => !(part instanceof Transform));
  if (wrong === undefined) return list as Transform[];
  throw typeError(`${label}: expected transforms, got ${typeName(wrong)}`);
}

function widen(constraint: Constraint, eventDim: number, name: string): Constraint {
  const own = constraint.eventDim;
  if (eventDim < own) throw valueError(`event_dim ${eventDim} must be >= ${name}.event_dim ${own}`);
  return eventDim > own ? independent(constraint, eventDim - own) : constraint;
}

/** The product of signs, which are numbers or tensors. */
export function productOfSigns(transforms: readonly Transform[]): number | Tensor {
  return transforms.reduce<number | Tensor>((product, { sign }) => {
    if (isTensor(sign)) return sign.mul(product);
    return isTensor(product) ? product.mul(sign) : product * sign;
  }, 1);
}

/**
 * Several transforms, one after the other.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.transforms.ComposeTransform
 * @example
 * const { ComposeTransform, ExpTransform, AffineTransform } = torch.distributions;
 * const t = new ComposeTransform([new AffineTransform(1, 2), new ExpTransform()]);
 * t.forward(torch.tensor([0, 1])).tolist(); // [e, e³]
 */
export class ComposeTransform extends Transform {
  /** The transforms, in the order in which they are applied. */
  readonly parts: readonly Transform[];

  constructor(parts: Iterable<Transform>, cacheSize?: CacheSize);
  constructor(...args: readonly unknown[]) {
    const { parts, cacheSize } = readArguments('ComposeTransform', COMPOSE, args);
    super(cacheSize);
    const list = listOf('ComposeTransform', parts);
    this.parts = cacheSize ? list.map((part) => part.withCache(cacheSize)) : list;
  }

  override get domain(): Constraint {
    const [first] = this.parts;
    const last = this.parts.at(-1);
    if (!first || !last) return real;
    const eventDim = this.parts.reduceRight(
      (dim, { domain, codomain }) => Math.max(dim + domain.eventDim - codomain.eventDim, domain.eventDim),
      last.codomain.eventDim,
    );
    return widen(first.domain, eventDim, 'domain');
  }

  override get codomain(): Constraint {
    const [first] = this.parts;
    const last = this.parts.at(-1);
    if (!first || !last) return real;
    const eventDim = this.parts.reduce(
      (dim, { domain, codomain }) => Math.max(dim + codomain.eventDim - domain.eventDim, codomain.eventDim),
      first.domain.eventDim,
    );
    return widen(last.codomain, eventDim, 'codomain');
  }

  override get bijective(): boolean {
    return this.parts.every((part) => part.bijective);
  }

  override get sign(): number | Tensor {
    return productOfSigns(this.parts);
  }

  override get inv(): Transform {
    if (this.inverse) return this.inverse;
    const inverse = new ComposeTransform(this.parts.map((part) => part.inv).reverse());
    inverse.inverse = this;
    return (this.inverse = inverse);
  }

  /** @internal */
  override remake(cacheSize: number): Transform {
    return new ComposeTransform(this.parts, cacheSize);
  }

  /** @internal */
  override _equals(other: Transform): boolean {
    return other instanceof ComposeTransform && sameTransforms(this.parts, other.parts);
  }

  /** @internal */
  override apply(x: Tensor): Tensor {
    return this.parts.reduce((value, part) => part.forward(value), x);
  }

  /** @internal */
  override invert(y: Tensor): Tensor {
    return this.parts.reduceRight((value, part) => part.inv.forward(value), y);
  }

  /** @internal */
  override _logAbsDetJacobian(x: Tensor, y: Tensor): Tensor {
    if (this.parts.length === 0) return zerosLike(x);
    let from = x;
    let { eventDim } = this.domain;
    let sum: Tensor | null = null;
    for (const [i, part] of this.parts.entries()) {
      const to = i === this.parts.length - 1 ? y : part.forward(from);
      const term = sumRightmost(part.logAbsDetJacobian(from, to), eventDim - part.domain.eventDim);
      sum = sum === null ? term : sum.add(term);
      eventDim += part.codomain.eventDim - part.domain.eventDim;
      from = to;
    }
    return sum as Tensor;
  }

  /** @internal */
  override _forwardShape(shape: Size): Size {
    return this.parts.reduce((at, part) => part.forwardShape(at), shape);
  }

  /** @internal */
  override _inverseShape(shape: Size): Size {
    return this.parts.reduceRight((at, part) => part.inverseShape(at), shape);
  }

  override toString(): string {
    return `ComposeTransform(\n    ${this.parts.join(',\n    ')}\n)`;
  }
}

/** Whether two lists have the same transforms. */
export function sameTransforms(a: readonly Transform[], b: readonly Transform[]): boolean {
  return a.length === b.length && a.every((part, i) => part.equals(b[i] as Transform));
}

/** The transform that changes nothing. */
export const identityTransform = new ComposeTransform([]);

const INDEPENDENT = { baseTransform: transformField(), reinterpretedBatchNdims: count(0), ...CACHE };

/**
 * A transform whose last batch dimensions belong to the event: the log det of the Jacobian is summed over them.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.transforms.IndependentTransform
 * @example
 * const { distributions } = torch;
 * const t = new distributions.IndependentTransform(new distributions.ExpTransform(), 1);
 * t.logAbsDetJacobian(torch.ones([2, 3]), torch.ones([2, 3]).exp()).shape; // [2]
 */
export class IndependentTransform extends Transform {
  /** The transform of each element. */
  readonly baseTransform: Transform;
  /** How many dimensions belong to the event besides those of the base. */
  readonly reinterpretedBatchNdims: number;

  constructor(baseTransform: Transform, reinterpretedBatchNdims: number, cacheSize?: CacheSize);
  constructor(...args: readonly unknown[]) {
    const given = readArguments('IndependentTransform', INDEPENDENT, args);
    super(given.cacheSize);
    this.baseTransform = given.baseTransform.withCache(given.cacheSize);
    this.reinterpretedBatchNdims = given.reinterpretedBatchNdims;
  }

  override get domain(): Constraint {
    return independent(this.baseTransform.domain, this.reinterpretedBatchNdims);
  }

  override get codomain(): Constraint {
    return independent(this.baseTransform.codomain, this.reinterpretedBatchNdims);
  }

  override get bijective(): boolean {
    return this.baseTransform.bijective;
  }

  override get sign(): number | Tensor {
    return this.baseTransform.sign;
  }

  /** @internal */
  override remake(cacheSize: number): Transform {
    return new IndependentTransform(this.baseTransform, this.reinterpretedBatchNdims, cacheSize);
  }

  protected override _call(x: Tensor): Tensor {
    requireDims(x.dim(), this.domain.eventDim);
    return this.baseTransform.forward(x);
  }

  protected override _inverse(y: Tensor): Tensor {
    requireDims(y.dim(), this.codomain.eventDim);
    return this.baseTransform.inv.forward(y);
  }

  /** @internal */
  override _logAbsDetJacobian(x: Tensor, y: Tensor): Tensor {
    return sumRightmost(this.baseTransform.logAbsDetJacobian(x, y), this.reinterpretedBatchNdims);
  }

  /** @internal */
  override _forwardShape(shape: Size): Size {
    return this.baseTransform.forwardShape(shape);
  }

  /** @internal */
  override _inverseShape(shape: Size): Size {
    return this.baseTransform.inverseShape(shape);
  }

  override toString(): string {
    return `IndependentTransform(${this.baseTransform}, ${this.reinterpretedBatchNdims})`;
  }
}
