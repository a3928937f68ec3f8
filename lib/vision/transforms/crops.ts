import { bool, choice, ints, nullable } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import type { Mixed } from '../../arguments/signature';
import { typeError, valueError, warn } from '../../errors';
import type { Tensor } from '../../index';
import { BoundingBoxes, Mask } from '../tv-tensors/index';
import { roundEven, tupleText } from '../text';
import { TWO_SIZES, isNumbers, pairOf, unchecked } from './arguments';
import { integer, logUniform, uniform } from './draw';
import { checkFill, fillByKind, fillOf } from './fill';
import { centerCropping, cropping, fiveCrops, resizedCropping, tenCrops } from './functional/crop';
import { type Interpolation, interpolationField } from './functional/interpolation';
import { PADDING_MODES, type Sides, padding, sidesOf } from './functional/pad';
import { severalOf } from './functional/several-crops';
import type { InterpolationOptions, PadModeOptions, SizeOptions } from './options';
import { type Params, type Shown, Transform, querySize } from './transform';
import type { FillByKind, NumberOrList, PaddingMode } from './types';

type Pair = readonly [height: number, width: number];
const SIZE = { size: ints() };

/**
 * Cuts out the middle; zeros stand around pictures that are smaller.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.CenterCrop.html
 * @example
 * new vision.transforms.CenterCrop(4).forward(torch.rand([3, 8, 8])).shape; // [3, 4, 4]
 */
export class CenterCrop extends Transform {
  readonly size: Pair;

  constructor(...args: Mixed<[size: NumberOrList], SizeOptions>) {
    super();
    this.size = pairOf(readArguments('CenterCrop', SIZE, args).size, TWO_SIZES);
  }

  override transform(inpt: Tensor): Tensor {
    return centerCropping.passing(inpt, this.size);
  }
}

export interface RandomCropOptions extends SizeOptions, PadModeOptions {
  /** What is added before: at all sides, at left and right and at top and bottom, or at each side. @defaultValue null */
  readonly padding?: NumberOrList | null;
  /** Add what is missing where a picture is smaller than the window. @defaultValue false */
  readonly padIfNeeded?: boolean;
}

const RANDOM = {
  size: ints(),
  padding: unchecked<NumberOrList | null>('a number or a list of numbers', null),
  padIfNeeded: bool(false),
  fill: fillByKind(0),
  paddingMode: choice(PADDING_MODES, 'constant'),
};

/** Fails on what is no padding. @internal */
export function checkPadding(given: unknown): asserts given is NumberOrList {
  const list = isNumbers(given) ? given : [given];
  if ([1, 2, 4].includes(list.length) && list.every(Number.isInteger)) return;
  throw valueError(`Padding must be an int or a 1, 2, or 4 element of tuple or list, got ${String(given)}.`);
}

/**
 * Cuts out a window somewhere.
 *
 * @throws TorchValueError for a picture smaller than the window, unless `padIfNeeded`.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.RandomCrop.html
 * @example
 * new vision.transforms.RandomCrop(32, { padding: 4 }).forward(torch.rand([3, 32, 32])).shape; // [3, 32, 32]
 */
export class RandomCrop extends Transform {
  readonly size: Pair;
  readonly padding: Sides | null;
  readonly padIfNeeded: boolean;
  readonly fill: FillByKind;
  readonly paddingMode: PaddingMode;

  constructor(
    ...args: Mixed<
      [
        size: NumberOrList,
        padding?: NumberOrList | null,
        padIfNeeded?: boolean,
        fill?: FillByKind,
        paddingMode?: PaddingMode,
      ],
      RandomCropOptions
    >
  ) {
    super();
    const read = readArguments('RandomCrop', RANDOM, args);
    this.size = pairOf(read.size, TWO_SIZES);
    if (read.padding !== null) checkPadding(read.padding);
    this.padding = read.padding === null || read.padding === 0 ? null : sidesOf(read.padding);
    this.padIfNeeded = read.padIfNeeded;
    this.fill = checkFill(read.fill);
    this.paddingMode = read.paddingMode;
  }

  override makeParams(leaves: readonly unknown[]): Params {
    const [cropHeight, cropWidth] = this.size;
    let [height, width] = querySize(leaves);
    let [left, right, top, bottom] = this.padding ?? [0, 0, 0, 0];
    height += top + bottom;
    width += left + right;
    const [below, beside] = this.padIfNeeded ? [cropHeight - height, cropWidth - width] : [0, 0];
    if (below > 0) [top, bottom, height] = [top + below, bottom + below, height + 2 * below];
    if (beside > 0) [left, right, width] = [left + beside, right + beside, width + 2 * beside];
    if (height < cropHeight || width < cropWidth) {
      const kind = this.padding === null ? '' : 'padded ';
      throw valueError(
        `Required crop size ${tupleText(this.size)} is larger than ${kind}input image size ${tupleText([height, width])}.`,
      );
    }
    const y = height > cropHeight ? integer(0, height - cropHeight + 1) : 0;
    const x = width > cropWidth ? integer(0, width - cropWidth + 1) : 0;
    const sides = [left, top, right, bottom];
    return { sides: sides.some((n) => n !== 0) ? sides : null, crops: height > cropHeight || width > cropWidth, y, x };
  }

  override transform(inpt: Tensor, { sides, crops, y, x }: Params): Tensor {
    const padded = sides ? padding.passing(inpt, sides as number[], fillOf(this.fill, inpt), this.paddingMode) : inpt;
    return crops ? cropping.passing(padded, y as number, x as number, ...this.size) : padded;
  }

  protected override shown(): Shown {
    return { lists: ['padding'] };
  }
}

export interface RandomResizedCropOptions extends SizeOptions, InterpolationOptions {
  /** The smallest and the largest part of the area that a window shows. @defaultValue [0.08, 1.0] */
  readonly scale?: readonly [least: number, most: number];
  /** The least and the most that its width is of its height. @defaultValue [0.75, 1.3333333333333333] */
  readonly ratio?: readonly [least: number, most: number];
}

const two = (fallback: readonly [number, number]) => unchecked<readonly [number, number]>('two numbers', fallback);
const RESIZED = {
  size: ints(),
  scale: two([0.08, 1]),
  ratio: two([3 / 4, 4 / 3]),
  interpolation: interpolationField('bilinear'),
  antialias: nullable(bool(), true),
};

/** Two numbers, the smaller one first. @internal */
export function rangeOf(given: unknown, name: string): readonly [number, number] {
  if (isNumbers(given) && given.length === 2) return given as unknown as readonly [number, number];
  throw typeError(`${name} should be a sequence of two floats.`);
}

/**
 * Cuts out a window of a part of the area, and resizes it: what pictures of ImageNet are trained with.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.RandomResizedCrop.html
 * @example
 * new vision.transforms.RandomResizedCrop(24).forward(torch.rand([3, 40, 60])).shape; // [3, 24, 24]
 */
export class RandomResizedCrop extends Transform {
  readonly size: Pair;
  readonly scale: readonly [number, number];
  readonly ratio: readonly [number, number];
  readonly interpolation: Interpolation;
  readonly antialias: boolean | null;

  constructor(
    ...args: Mixed<
      [
        size: NumberOrList,
        scale?: readonly [least: number, most: number],
        ratio?: readonly [least: number, most: number],
        interpolation?: Interpolation,
        antialias?: boolean | null,
      ],
      RandomResizedCropOptions
    >
  ) {
    super();
    const read = readArguments('RandomResizedCrop', RESIZED, args);
    this.size = pairOf(read.size, TWO_SIZES);
    this.scale = rangeOf(read.scale, 'Scale');
    this.ratio = rangeOf(read.ratio, 'Ratio');
    if (this.scale[0] > this.scale[1] || this.ratio[0] > this.ratio[1]) {
      warn('Scale and ratio should be of kind (min, max)');
    }
    this.interpolation = read.interpolation;
    this.antialias = read.antialias;
  }

  override makeParams(leaves: readonly unknown[]): Params {
    const [height, width] = querySize(leaves);
    for (let trial = 0; trial < 10; trial++) {
      const area = height * width * uniform(...this.scale);
      const ratio = logUniform(this.ratio);
      const w = roundEven(Math.sqrt(area * ratio));
      const h = roundEven(Math.sqrt(area / ratio));
      if (w <= 0 || w > width || h <= 0 || h > height) continue;
      return { top: integer(0, height - h + 1), left: integer(0, width - w + 1), height: h, width: w };
    }
    return this.middle(height, width);
  }

  /** The largest window in the middle whose proportions are in the range. */
  private middle(height: number, width: number): Params {
    const [least, most] = [Math.min(...this.ratio), Math.max(...this.ratio)];
    let [h, w] = [height, width];
    if (width / height < least) h = roundEven(w / least);
    else if (width / height > most) w = roundEven(h * most);
    return { top: Math.floor((height - h) / 2), left: Math.floor((width - w) / 2), height: h, width: w };
  }

  override transform(inpt: Tensor, params: Params): Tensor {
    const { top, left, height, width } = params as Readonly<Record<'top' | 'left' | 'height' | 'width', number>>;
    return resizedCropping.passing(inpt, top, left, height, width, this.size, this.interpolation, this.antialias);
  }

  protected override shown(): Shown {
    return { floats: ['scale', 'ratio'] };
  }
}

/** Windows of pictures alone: masks and boxes are refused. */
abstract class SeveralCrops extends Transform {
  /** Not there: it tells the type of {@link Transform.forward}. */
  declare readonly several: true;

  override checkInputs(leaves: readonly unknown[]): void {
    if (!leaves.some((leaf) => leaf instanceof BoundingBoxes || leaf instanceof Mask)) return;
    throw typeError(`BoundingBoxes'es and Mask's are not supported by ${this.constructor.name}()`);
  }
}

/**
 * Four windows in the corners and one in the middle, as an array.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.FiveCrop.html
 * @example
 * new vision.transforms.FiveCrop(4).forward(torch.rand([3, 8, 8])).length; // 5
 */
export class FiveCrop extends SeveralCrops {
  readonly size: Pair;

  constructor(...args: Mixed<[size: NumberOrList], SizeOptions>) {
    super();
    this.size = pairOf(readArguments('FiveCrop', SIZE, args).size, TWO_SIZES);
  }

  override transform(inpt: Tensor): Tensor[] {
    return severalOf('five_crop', inpt, (image) => fiveCrops(image, this.size));
  }
}

export interface TenCropOptions extends SizeOptions {
  /** Exchange top and bottom instead of left and right. @defaultValue false */
  readonly verticalFlip?: boolean;
}

const TEN = { size: ints(), verticalFlip: bool(false) };

/**
 * The windows of {@link FiveCrop}, and the same of the picture in a mirror.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.TenCrop.html
 * @example
 * new vision.transforms.TenCrop(4).forward(torch.rand([3, 8, 8])).length; // 10
 */
export class TenCrop extends SeveralCrops {
  readonly size: Pair;
  readonly verticalFlip: boolean;

  constructor(...args: Mixed<[size: NumberOrList, verticalFlip?: boolean], TenCropOptions>) {
    super();
    const { size, verticalFlip } = readArguments('TenCrop', TEN, args);
    this.size = pairOf(size, TWO_SIZES);
    this.verticalFlip = verticalFlip;
  }

  override transform(inpt: Tensor): Tensor[] {
    return severalOf('ten_crop', inpt, (image) => tenCrops(image, this.size, this.verticalFlip));
  }
}
