import { count } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import { valueError } from '../../errors';
import { fullLike } from '../../ops/generated/functions';
import { broadcastShapes } from '../../ops/python';
import { type Tensor, isTensor, keep } from '../../ops/tensor-methods';
import { type ParameterValue, type Size, parameter, size } from '../arguments';
import { type Constraint, independent, positive, real } from '../constraints';
import { broadcastAll, sameSize } from '../numeric';
import { CACHE, type CacheSize, Transform, type TransformOptions, requireDims } from './transform';
import { sizeText, volumeOf } from '../../arguments/extents';

/** Transforms with parameters: affine, powers, shapes. */

const shapeOf = (given: ParameterValue): Size => (isTensor(given) ? given.shape : []);

function sameValue(a: ParameterValue, b: ParameterValue): boolean {
  if (isTensor(a))
    return (
      a
        .eq(b as Tensor)
        .all()
        .item<boolean>() === true
    );
  return isTensor(b) ? b.eq(a).all().item<boolean>() === true : Number(a) === Number(b);
}

const AFFINE = { loc: parameter(), scale: parameter(), eventDim: count(0, 0), ...CACHE };

export interface AffineOptions extends TransformOptions {
  /** How many dimensions are one event: 0 for numbers, 1 for vectors, 2 for matrices. @defaultValue 0 */
  readonly eventDim?: number;
}

/**
 * y = loc + scale · x.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.transforms.AffineTransform
 * @example
 * const t = new torch.distributions.AffineTransform(1, 2);
 * t.forward(torch.tensor([0, 3])); // [1, 7]
 * t.inv.forward(torch.tensor([1, 7])); // [0, 3]
 */
export class AffineTransform extends Transform {
  /** What is added. */
  readonly loc: ParameterValue;
  /** The factor. */
  readonly scale: ParameterValue;
  readonly #eventDim: number;

  constructor(loc: ParameterValue, scale: ParameterValue, eventDim?: number | AffineOptions, cacheSize?: CacheSize);
  constructor(...args: readonly unknown[]) {
    const { loc, scale, eventDim, cacheSize } = readArguments('AffineTransform', AFFINE, args);
    super(cacheSize);
    this.loc = isTensor(loc) ? keep(loc) : loc;
    this.scale = isTensor(scale) ? keep(scale) : scale;
    this.#eventDim = eventDim;
  }

  override get eventDim(): number {
    return this.#eventDim;
  }

  override get domain(): Constraint {
    return this.#eventDim === 0 ? real : independent(real, this.#eventDim);
  }

  override get codomain(): Constraint {
    return this.domain;
  }

  override get bijective(): boolean {
    return true;
  }

  override get sign(): number | Tensor {
    return isTensor(this.scale) ? this.scale.sign() : Math.sign(Number(this.scale));
  }

  /** @internal */
  override remake(cacheSize: number): Transform {
    return new AffineTransform(this.loc, this.scale, this.#eventDim, cacheSize);
  }

  /** @internal */
  override _equals(other: Transform): boolean {
    return other instanceof AffineTransform && sameValue(this.loc, other.loc) && sameValue(this.scale, other.scale);
  }

  protected override _call(x: Tensor): Tensor {
    return x.mul(this.scale).add(this.loc as Tensor);
  }

  protected override _inverse(y: Tensor): Tensor {
    return y.sub(this.loc as Tensor).div(this.scale as Tensor);
  }

  /** @internal */
  override _logAbsDetJacobian(x: Tensor): Tensor {
    const { scale } = this;
    const each = isTensor(scale) ? scale.abs().log() : fullLike(x, Math.log(Math.abs(Number(scale))));
    if (this.#eventDim === 0) return each.expand(x.shape);
    const summed = each.view([...each.shape.slice(0, -this.#eventDim), -1]).sum(-1);
    return summed.expand(x.shape.slice(0, -this.#eventDim));
  }

  /** @internal */
  override _forwardShape(shape: Size): Size {
    return broadcastShapes(shape, shapeOf(this.loc), shapeOf(this.scale));
  }

  /** @internal */
  override _inverseShape(shape: Size): Size {
    return this._forwardShape(shape);
  }
}

const POWER = { exponent: parameter(), ...CACHE };

/**
 * y = x^exponent, for positive numbers.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.transforms.PowerTransform
 * @example
 * new torch.distributions.PowerTransform(2).forward(torch.tensor([1, 3])); // [1, 9]
 */
export class PowerTransform extends Transform {
  /** The power. */
  readonly exponent: Tensor;

  constructor(exponent: ParameterValue, cacheSize?: CacheSize);
  constructor(...args: readonly unknown[]) {
    const { exponent, cacheSize } = readArguments('PowerTransform', POWER, args);
    super(cacheSize);
    this.exponent = keep(broadcastAll(exponent)[0]);
  }

  override get domain(): Constraint {
    return positive;
  }

  override get codomain(): Constraint {
    return positive;
  }

  override get bijective(): boolean {
    return true;
  }

  override get sign(): number | Tensor {
    return this.exponent.sign();
  }

  /** @internal */
  override remake(cacheSize: number): Transform {
    return new PowerTransform(this.exponent, cacheSize);
  }

  /** @internal */
  override _equals(other: Transform): boolean {
    return other instanceof PowerTransform && sameValue(this.exponent, other.exponent);
  }

  protected override _call(x: Tensor): Tensor {
    return x.pow(this.exponent);
  }

  protected override _inverse(y: Tensor): Tensor {
    return y.pow(this.exponent.reciprocal());
  }

  /** @internal */
  override _logAbsDetJacobian(x: Tensor, y: Tensor): Tensor {
    return this.exponent.mul(y).div(x).abs().log();
  }

  /** @internal */
  override _forwardShape(shape: Size): Size {
    return broadcastShapes(shape, this.exponent.shape);
  }

  /** @internal */
  override _inverseShape(shape: Size): Size {
    return this._forwardShape(shape);
  }
}

const RESHAPE = { inShape: size(), outShape: size(), ...CACHE };

/**
 * Gives the last dimensions another shape.
 *
 * @see https://docs.pytorch.org/docs/2.13/distributions.html#torch.distributions.transforms.ReshapeTransform
 * @example
 * const t = new torch.distributions.ReshapeTransform([6], [2, 3]);
 * t.forward(torch.ones([5, 6])).shape; // [5, 2, 3]
 */
export class ReshapeTransform extends Transform {
  /** The shape of an event of the domain. */
  readonly inShape: Size;
  /** The shape of an event of the codomain. */
  readonly outShape: Size;

  constructor(inShape: Size, outShape: Size, cacheSize?: CacheSize);
  constructor(...args: readonly unknown[]) {
    const { inShape, outShape, cacheSize } = readArguments('ReshapeTransform', RESHAPE, args);
    super(cacheSize);
    this.inShape = [...inShape];
    this.outShape = [...outShape];
    if (volumeOf(inShape) !== volumeOf(outShape)) {
      throw valueError('in_shape, out_shape have different numbers of elements');
    }
  }

  override get domain(): Constraint {
    return independent(real, this.inShape.length);
  }

  override get codomain(): Constraint {
    return independent(real, this.outShape.length);
  }

  override get bijective(): boolean {
    return true;
  }

  /** @internal */
  override remake(cacheSize: number): Transform {
    return new ReshapeTransform(this.inShape, this.outShape, cacheSize);
  }

  #batchOf(x: Tensor, event: Size): Size {
    // As in Python, where too few dimensions make the end of this slice negative.
    return x.shape.slice(0, x.dim() - event.length);
  }

  protected override _call(x: Tensor): Tensor {
    return x.reshape([...this.#batchOf(x, this.inShape), ...this.outShape]);
  }

  protected override _inverse(y: Tensor): Tensor {
    return y.reshape([...this.#batchOf(y, this.outShape), ...this.inShape]);
  }

  /** @internal */
  override _logAbsDetJacobian(x: Tensor): Tensor {
    return x.newZeros([...this.#batchOf(x, this.inShape)]);
  }

  /** @internal */
  override _forwardShape(shape: Size): Size {
    return reshaped(shape, this.inShape, this.outShape);
  }

  /** @internal */
  override _inverseShape(shape: Size): Size {
    return reshaped(shape, this.outShape, this.inShape);
  }
}

function reshaped(shape: Size, from: Size, to: Size): Size {
  requireDims(shape.length, from.length);
  const cut = shape.length - from.length;
  const event = shape.slice(cut);
  if (!sameSize(event, from)) {
    throw valueError(`Shape mismatch: expected ${sizeText(event)} but got ${sizeText(from)}`);
  }
  return [...shape.slice(0, cut), ...to];
}
