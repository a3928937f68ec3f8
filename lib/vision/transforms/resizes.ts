import { bool, int, ints, nullable, required, value } from '../../arguments/fields';
import { show } from '../../arguments/describe';
import { readArguments } from '../../arguments/read';
import type { Mixed } from '../../arguments/signature';
import { valueError } from '../../errors';
import type { Tensor } from '../../index';
import * as torch from '../../index';
import { isNumbers, requireList } from './arguments';
import { integer } from './draw';
import { type Interpolation, interpolationField } from './functional/interpolation';
import { type ResizeSize, resizing } from './functional/resize';
import type { InterpolationOptions } from './options';
import { type Params, type Shown, Transform, querySize } from './transform';
import type { NumberOrList } from './types';

const HOW = { interpolation: interpolationField('bilinear'), antialias: nullable(bool(), true) };

/** Resizes to a size that each sample draws. */
abstract class Resizing extends Transform {
  abstract readonly interpolation: Interpolation;
  abstract readonly antialias: boolean | null;

  override transform(inpt: Tensor, params: Params): Tensor {
    return resizing.passing(inpt, params['size'] as ResizeSize, this.interpolation, null, this.antialias);
  }
}

export interface ResizeTransformOptions extends InterpolationOptions {
  /**
   * Height and width, or the length of the shorter side, to which the other one is in proportion; null where `maxSize`
   * says the length of the longer side.
   */
  readonly size?: NumberOrList | null;
  /** The most that the longer side may have, where `size` is that of the shorter one. @defaultValue null */
  readonly maxSize?: number | null;
}

const RESIZE = {
  size: required(nullable(ints())),
  interpolation: HOW.interpolation,
  maxSize: nullable(int()),
  antialias: HOW.antialias,
};

/**
 * Resizes pictures, masks and boxes.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.Resize.html
 * @example
 * new vision.transforms.Resize(20).forward(torch.rand([3, 40, 60])).shape; // [3, 20, 30]
 */
export class Resize extends Transform {
  readonly size: readonly number[] | null;
  readonly interpolation: Interpolation;
  readonly maxSize: number | null;
  readonly antialias: boolean | null;

  constructor(
    ...args: Mixed<
      [size: NumberOrList | null, interpolation?: Interpolation, maxSize?: number | null, antialias?: boolean | null],
      ResizeTransformOptions
    >
  ) {
    super();
    const { size, interpolation, maxSize, antialias } = readArguments('Resize', RESIZE, args);
    if (size === null && maxSize === null) {
      throw valueError('maxSize must be an integer when size is null, but got null instead.');
    }
    if (isNumbers(size) && size.length !== 1 && size.length !== 2) {
      throw valueError(
        `size can be an integer, a sequence of one or two integers, or null, but got ${show(size)} instead.`,
      );
    }
    this.size = typeof size === 'number' ? [size] : size;
    this.interpolation = interpolation;
    this.maxSize = maxSize;
    this.antialias = antialias;
  }

  override transform(inpt: Tensor): Tensor {
    return resizing.passing(inpt, this.size, this.interpolation, this.maxSize, this.antialias);
  }

  protected override shown(): Shown {
    return { lists: ['size'] };
  }
}

const pair = value<readonly [number, number]>('two numbers', (given) => isNumbers(given) && given.length === 2);

export interface ScaleJitterOptions extends InterpolationOptions {
  /** Height and width that a scale of 1 fits into. */
  readonly targetSize?: readonly [height: number, width: number];
  /** The smallest and the largest scale. @defaultValue [0.1, 2.0] */
  readonly scaleRange?: readonly [least: number, most: number];
}

const JITTER = {
  targetSize: pair,
  scaleRange: { ...pair, fallback: [0.1, 2] as const, required: false },
  ...HOW,
};

/**
 * Resizes by a scale from a range, without a change of proportions.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.ScaleJitter.html
 * @example
 * new vision.transforms.ScaleJitter([32, 32], [1, 1]).forward(torch.rand([3, 16, 8])).shape; // [3, 32, 16]
 */
export class ScaleJitter extends Resizing {
  readonly targetSize: readonly [number, number];
  readonly scaleRange: readonly [number, number];
  readonly interpolation: Interpolation;
  readonly antialias: boolean | null;

  constructor(
    ...args: Mixed<
      [
        targetSize: readonly [height: number, width: number],
        scaleRange?: readonly [least: number, most: number],
        interpolation?: Interpolation,
        antialias?: boolean | null,
      ],
      ScaleJitterOptions
    >
  ) {
    super();
    const { targetSize, scaleRange, interpolation, antialias } = readArguments('ScaleJitter', JITTER, args);
    this.targetSize = targetSize;
    this.scaleRange = scaleRange;
    this.interpolation = interpolation;
    this.antialias = antialias;
  }

  override makeParams(leaves: readonly unknown[]): Params {
    const [height, width] = querySize(leaves);
    const [least, most] = this.scaleRange;
    const fitting = Math.min(this.targetSize[1] / height, this.targetSize[0] / width);
    const scale = torch
      .rand([1])
      .mul(most - least)
      .add(least)
      .mul(fitting);
    return { size: [Math.trunc(scale.mul(height).item()), Math.trunc(scale.mul(width).item())] };
  }

  protected override shown(): Shown {
    return { floats: ['scaleRange'] };
  }
}

export interface RandomShortestSizeOptions extends InterpolationOptions {
  /** What the shorter side may become: one of these. */
  readonly minSize?: NumberOrList;
  /** The most that the longer side may become. @defaultValue null */
  readonly maxSize?: number | null;
}

const SHORTEST = { minSize: ints(), maxSize: nullable(int()), ...HOW };

/**
 * Resizes so that the shorter side has one of several lengths.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.RandomShortestSize.html
 * @example
 * new vision.transforms.RandomShortestSize([20]).forward(torch.rand([3, 40, 60])).shape; // [3, 20, 30]
 */
export class RandomShortestSize extends Resizing {
  readonly minSize: readonly number[];
  readonly maxSize: number | null;
  readonly interpolation: Interpolation;
  readonly antialias: boolean | null;

  constructor(
    ...args: Mixed<
      [minSize: NumberOrList, maxSize?: number | null, interpolation?: Interpolation, antialias?: boolean | null],
      RandomShortestSizeOptions
    >
  ) {
    super();
    const { minSize, maxSize, interpolation, antialias } = readArguments('RandomShortestSize', SHORTEST, args);
    this.minSize = typeof minSize === 'number' ? [minSize] : minSize;
    if (this.minSize.length === 0) requireList(minSize, 'minSize', [1]);
    this.maxSize = maxSize;
    this.interpolation = interpolation;
    this.antialias = antialias;
  }

  override makeParams(leaves: readonly unknown[]): Params {
    const [height, width] = querySize(leaves);
    const wanted = this.minSize[integer(0, this.minSize.length)] as number;
    const ratio = wanted / Math.min(height, width);
    const r = this.maxSize === null ? ratio : Math.min(ratio, this.maxSize / Math.max(height, width));
    return { size: [Math.trunc(height * r), Math.trunc(width * r)] };
  }

  protected override shown(): Shown {
    return { lists: ['minSize'] };
  }
}

export interface RandomResizeOptions extends InterpolationOptions {
  /** The least length of the shorter side. */
  readonly minSize?: number;
  /** Its most; the largest that is drawn is one less. */
  readonly maxSize?: number;
}

const RANDOM = { minSize: int(), maxSize: int(), ...HOW };

/**
 * Resizes so that the shorter side has a length from a range.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.RandomResize.html
 * @example
 * new vision.transforms.RandomResize(20, 21).forward(torch.rand([3, 40, 60])).shape; // [3, 20, 30]
 */
export class RandomResize extends Resizing {
  readonly minSize: number;
  readonly maxSize: number;
  readonly interpolation: Interpolation;
  readonly antialias: boolean | null;

  constructor(
    ...args: Mixed<
      [minSize: number, maxSize: number, interpolation?: Interpolation, antialias?: boolean | null],
      RandomResizeOptions
    >
  ) {
    super();
    const { minSize, maxSize, interpolation, antialias } = readArguments('RandomResize', RANDOM, args);
    this.minSize = minSize;
    this.maxSize = maxSize;
    this.interpolation = interpolation;
    this.antialias = antialias;
  }

  override makeParams(): Params {
    return { size: [integer(this.minSize, this.maxSize)] };
  }
}
