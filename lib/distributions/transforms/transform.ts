import { type Field, count, int, value } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import { show } from '../../arguments/describe';
import { valueError } from '../../errors';
import { tensor } from '../../tensor/arguments';
import { type Tensor, isTensor } from '../../ops/tensor-methods';
import { type Size, notImplemented, size } from '../arguments';
import type { Constraint } from '../constraints/constraint';

/** What every transform takes last. */
export interface TransformOptions {
  /**
   * 1 keeps the last pair of a value and its result, so that `inv` of that result is the value itself; 0 keeps none.
   *
   * @defaultValue 0
   */
  readonly cacheSize?: number;
}

/** The size of the cache, by position or by name. */
export type CacheSize = number | TransformOptions;

/** The last argument of every transform. */
export const CACHE: { readonly cacheSize: Field<number> } = {
  cacheSize: {
    ...value<number>('0 or 1', (given) => given === 0 || given === 1, 0),
    refuse: (given) => valueError(`cache_size must be 0 or 1, got ${show(given)}`),
  },
};

const WITH_CACHE = { cacheSize: { ...CACHE.cacheSize, fallback: 1 } };
const X = { x: tensor() };
const PAIR = { x: tensor(), y: tensor() };
const SHAPE = { shape: size() };

type Pair = readonly [x: Tensor, y: Tensor];

/**
 * An invertible map with a computable log det of its Jacobian. Called by `forward`; `inv.forward` is the way back. To
 * write one, extend this class and override `_call`, `_inverse` and `logAbsDetJacobian`, and `domain`, `codomain` and
 * `bijective`.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.transforms.Transform
 * @example
 * const t = new torch.distributions.ExpTransform();
 * const y = t.forward(torch.tensor([0, 1]));
 * t.inv.forward(y).tolist(); // [0, 1]
 */
export class Transform {
  /** @internal */
  readonly cacheSize: number;
  /** @internal */
  inverse: Transform | null = null;
  #cached: Pair | null = null;

  constructor(cacheSize?: CacheSize);
  constructor(...args: readonly unknown[]) {
    this.cacheSize = readArguments(new.target.name, CACHE, args).cacheSize;
  }

  /** Whether each result comes from one value only. */
  // eslint-disable-next-line @typescript-eslint/class-literal-property-style -- subclasses compute it from their parts
  get bijective(): boolean {
    return false;
  }

  /** What it takes. */
  get domain(): Constraint {
    throw notImplemented(`${this.constructor.name} does not say its domain`);
  }

  /** What it gives. */
  get codomain(): Constraint {
    throw notImplemented(`${this.constructor.name} does not say its codomain`);
  }

  /** How many dimensions are one event, where domain and codomain have as many. */
  get eventDim(): number {
    if (this.domain.eventDim === this.codomain.eventDim) return this.domain.eventDim;
    throw valueError('Please use either .domain.event_dim or .codomain.event_dim');
  }

  /** The way back: `t.inv.inv` is `t`. */
  get inv(): Transform {
    return (this.inverse ??= new InverseTransform(this));
  }

  /** The sign of the derivative, of a bijective transform of numbers. */
  get sign(): number | Tensor {
    throw notImplemented(`${this.constructor.name} has no sign`);
  }

  /** The same transform with a cache. @param cacheSize 0 or 1, which is the default. */
  withCache(cacheSize?: CacheSize): Transform;
  withCache(...args: readonly unknown[]): Transform {
    const { cacheSize } = readArguments('withCache', WITH_CACHE, args);
    return this.cacheSize === cacheSize ? this : this.remake(cacheSize);
  }

  /** Another one with another size of the cache. @internal */
  remake(cacheSize: number): Transform {
    const Class = this.constructor as new (cacheSize: number) => Transform;
    if (Class.length > 0) throw notImplemented(`${Class.name}.withCache is not implemented`);
    return new Class(cacheSize);
  }

  /** Whether another transform is the same function. */
  equals(other: Transform): boolean;
  equals(...args: readonly unknown[]): boolean {
    const { other } = readArguments('equals', OTHER, args);
    return this === other || this._equals(other);
  }

  /** @internal */
  _equals(_other: Transform): boolean {
    return false;
  }

  /** y of x. Python calls the transform itself. */
  forward(x: Tensor): Tensor;
  forward(...args: readonly unknown[]): Tensor {
    const [given] = args;
    return this.apply(args.length === 1 && isTensor(given) ? given : readArguments('forward', X, args).x);
  }

  /** @internal */
  apply(x: Tensor): Tensor {
    if (this.cacheSize === 0) return this._call(x);
    const cached = this.#cached;
    if (cached?.[0] === x && !cached[1].isDisposed) return cached[1];
    const y = this._call(x);
    this.#cached = [x, y];
    return y;
  }

  /** x of y. @internal */
  invert(y: Tensor): Tensor {
    if (this.cacheSize === 0) return this._inverse(y);
    const cached = this.#cached;
    if (cached?.[1] === y && !cached[0].isDisposed) return cached[0];
    const x = this._inverse(y);
    this.#cached = [x, y];
    return x;
  }

  /** The computation of `forward`, to be overridden. */
  protected _call(_x: Tensor): Tensor {
    throw notImplemented(`${this.constructor.name}._call is not implemented`);
  }

  /** The computation of `inv.forward`, to be overridden. */
  protected _inverse(_y: Tensor): Tensor {
    throw notImplemented(`${this.constructor.name}._inverse is not implemented`);
  }

  /** The logarithm of |dy/dx|, for each event. */
  logAbsDetJacobian(x: Tensor, y: Tensor): Tensor;
  logAbsDetJacobian(...args: readonly unknown[]): Tensor {
    const { x, y } = readArguments('logAbsDetJacobian', PAIR, args);
    return this._logAbsDetJacobian(x, y);
  }

  /** @internal */
  _logAbsDetJacobian(_x: Tensor, _y: Tensor): Tensor {
    throw notImplemented(`${this.constructor.name}.logAbsDetJacobian is not implemented`);
  }

  /** The shape of `forward`'s result for a value of a shape. */
  forwardShape(shape: Size): Size;
  forwardShape(...args: readonly unknown[]): Size {
    return this._forwardShape(readArguments('forwardShape', SHAPE, args).shape);
  }

  /** The shape of a value for a result of a shape. */
  inverseShape(shape: Size): Size;
  inverseShape(...args: readonly unknown[]): Size {
    return this._inverseShape(readArguments('inverseShape', SHAPE, args).shape);
  }

  /** @internal */
  _forwardShape(shape: Size): Size {
    return shape;
  }

  /** @internal */
  _inverseShape(shape: Size): Size {
    return shape;
  }

  /** As Python prints it. */
  toString(): string {
    return `${this.constructor.name}()`;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }
}

const OTHER = { other: value<Transform>('a Transform', (given) => given instanceof Transform) };

/** The way back of a transform. */
class InverseTransform extends Transform {
  readonly #original: Transform;

  constructor(original: Transform) {
    super(original.cacheSize);
    this.#original = original;
    this.inverse = original;
  }

  override get domain(): Constraint {
    return this.#original.codomain;
  }

  override get codomain(): Constraint {
    return this.#original.domain;
  }

  override get bijective(): boolean {
    return this.#original.bijective;
  }

  override get sign(): number | Tensor {
    return this.#original.sign;
  }

  override get inv(): Transform {
    return this.#original;
  }

  /** @internal */
  override remake(cacheSize: number): Transform {
    return this.#original.withCache(cacheSize).inv;
  }

  /** @internal */
  override _equals(other: Transform): boolean {
    return other instanceof InverseTransform && this.#original.equals(other.#original);
  }

  /** @internal */
  override apply(x: Tensor): Tensor {
    return this.#original.invert(x);
  }

  /** @internal */
  override invert(y: Tensor): Tensor {
    return this.#original.apply(y);
  }

  /** @internal */
  override _logAbsDetJacobian(x: Tensor, y: Tensor): Tensor {
    return this.#original.logAbsDetJacobian(y, x).neg();
  }

  /** @internal */
  override _forwardShape(shape: Size): Size {
    return this.#original.inverseShape(shape);
  }

  /** @internal */
  override _inverseShape(shape: Size): Size {
    return this.#original.forwardShape(shape);
  }

  override toString(): string {
    return `_InverseTransform(${this.#original})`;
  }
}

/** A transform as an argument. */
export const transformField = (): Field<Transform> =>
  value<Transform>('a Transform', (given) => given instanceof Transform);

export { count, int };

/** Python's error for a value with fewer dimensions than an event has. */
export function requireDims(dims: number, least: number): void {
  if (dims < least) throw valueError('Too few dimensions on input');
}
