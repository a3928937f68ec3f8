import { bool, float, nullable } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import type { Mixed } from '../../arguments/signature';
import { valueError } from '../../errors';
import type { Tensor } from '../../index';
import * as torch from '../../index';
import { roundEven } from '../text';
import { anglesOf, requireList, twoNumbers, unchecked } from './arguments';
import { integer, uniform } from './draw';
import { checkFill, fillByKind, fillOf } from './fill';
import { rotating, transforming } from './functional/affine';
import { bending } from './functional/elastic';
import { blurImage } from './functional/filter';
import { type Interpolation, interpolationField } from './functional/interpolation';
import { perspectiveCoefficients, skewing } from './functional/perspective';
import type { FillOptions, ProbabilityOptions } from './options';
import { type Params, RandomApplyTransform, type Shown, Transform, querySize } from './transform';
import type { FillByKind, NumberOrList } from './types';

type Two = readonly [number, number];

export interface RandomRotationOptions extends FillOptions {
  /** The range of angles, or a number d for the range from −d to d. */
  readonly degrees?: NumberOrList;
  /** How pixels between pixels are found: `'nearest'` or `'bilinear'`. @defaultValue 'nearest' */
  readonly interpolation?: Interpolation;
  /** Make the result large enough for the whole turned picture. @defaultValue false */
  readonly expand?: boolean;
  /** What stays where it is, in pixels from the upper left corner. @defaultValue null, which means the middle */
  readonly center?: readonly [x: number, y: number] | null;
}

const degrees = unchecked<NumberOrList>('a number or two numbers');
const center = nullable(unchecked<Two>('[x, y]'));
const ROTATION = {
  degrees,
  interpolation: interpolationField('nearest'),
  expand: bool(false),
  center,
  fill: fillByKind(0),
};

/**
 * Turns by an angle from a range.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.RandomRotation.html
 * @example
 * new vision.transforms.RandomRotation(30).forward(torch.rand([3, 8, 8])).shape; // [3, 8, 8]
 */
export class RandomRotation extends Transform {
  readonly degrees: readonly number[];
  readonly interpolation: Interpolation;
  readonly expand: boolean;
  readonly fill: FillByKind;
  readonly center: Two | null;

  constructor(
    ...args: Mixed<
      [
        degrees: NumberOrList,
        interpolation?: Interpolation,
        expand?: boolean,
        center?: readonly [x: number, y: number] | null,
        fill?: FillByKind,
      ],
      RandomRotationOptions
    >
  ) {
    super();
    const read = readArguments('RandomRotation', ROTATION, args);
    this.degrees = anglesOf(read.degrees, 'degrees');
    this.interpolation = read.interpolation;
    this.expand = read.expand;
    this.fill = checkFill(read.fill);
    if (read.center !== null) requireList(read.center, 'center', [2]);
    this.center = read.center;
  }

  override makeParams(): Params {
    return { angle: uniform(...(this.degrees as Two)) };
  }

  override transform(inpt: Tensor, { angle }: Params): Tensor {
    const fill = fillOf(this.fill, inpt);
    return rotating.passing(inpt, angle as number, this.interpolation, this.expand, this.center, fill);
  }

  protected override shown(): Shown {
    return { floats: ['degrees'], lists: ['degrees'] };
  }
}

export interface RandomAffineOptions extends FillOptions {
  /** The range of angles, or a number d for the range from −d to d. */
  readonly degrees?: NumberOrList;
  /** The most that a picture moves across and down, as a part of its size. @defaultValue null, which means not at all */
  readonly translate?: readonly [across: number, down: number] | null;
  /** The smallest and the largest scale. @defaultValue null, which means 1 */
  readonly scale?: readonly [least: number, most: number] | null;
  /** The range of shears in degrees: of x, or of x and y; a number d for −d to d of x. @defaultValue null, which means none */
  readonly shear?: NumberOrList | null;
  /** How pixels between pixels are found: `'nearest'` or `'bilinear'`. @defaultValue 'nearest' */
  readonly interpolation?: Interpolation;
  /** What stays where it is, in pixels from the upper left corner. @defaultValue null, which means the middle */
  readonly center?: readonly [x: number, y: number] | null;
}

const AFFINE = {
  degrees,
  translate: nullable(unchecked<Two>('two numbers')),
  scale: nullable(unchecked<Two>('two numbers')),
  shear: nullable(unchecked<NumberOrList>('a number or a list of numbers')),
  interpolation: interpolationField('nearest'),
  fill: fillByKind(0),
  center,
};

function checkTranslate(given: Two | null): Two | null {
  if (given === null) return null;
  requireList(given, 'translate', [2]);
  if (given.some((part) => !(part >= 0 && part <= 1))) throw valueError('translation values should be between 0 and 1');
  return given;
}

function checkScale(given: Two | null): Two | null {
  if (given === null) return null;
  requireList(given, 'scale', [2]);
  if (given.some((factor) => !(factor > 0))) throw valueError('scale values should be positive');
  return given;
}

/**
 * Turns, moves, scales and shears, each by an amount from a range.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.RandomAffine.html
 * @example
 * new vision.transforms.RandomAffine(10, { translate: [0.1, 0.1] }).forward(torch.rand([3, 8, 8])).shape; // [3, 8, 8]
 */
export class RandomAffine extends Transform {
  readonly degrees: readonly number[];
  readonly translate: Two | null;
  readonly scale: Two | null;
  readonly shear: readonly number[] | null;
  readonly interpolation: Interpolation;
  readonly fill: FillByKind;
  readonly center: Two | null;

  constructor(
    ...args: Mixed<
      [
        degrees: NumberOrList,
        translate?: readonly [across: number, down: number] | null,
        scale?: readonly [least: number, most: number] | null,
        shear?: NumberOrList | null,
        interpolation?: Interpolation,
        fill?: FillByKind,
        center?: readonly [x: number, y: number] | null,
      ],
      RandomAffineOptions
    >
  ) {
    super();
    const read = readArguments('RandomAffine', AFFINE, args);
    this.degrees = anglesOf(read.degrees, 'degrees');
    this.translate = checkTranslate(read.translate);
    this.scale = checkScale(read.scale);
    this.shear = read.shear === null ? null : anglesOf(read.shear, 'shear', [2, 4]);
    this.interpolation = read.interpolation;
    this.fill = checkFill(read.fill);
    if (read.center !== null) requireList(read.center, 'center', [2]);
    this.center = read.center;
  }

  override makeParams(leaves: readonly unknown[]): Params {
    const [height, width] = querySize(leaves);
    const angle = uniform(...(this.degrees as Two));
    const moves = (this.translate ?? []).map((part, i) => part * (i === 0 ? width : height));
    const translate = moves.map((most) => roundEven(uniform(-most, most)));
    const scale = this.scale ? uniform(...this.scale) : 1;
    const shear = [0, 0];
    (this.shear ?? []).forEach((from, i, all) => {
      if (i % 2 === 0) shear[i / 2] = uniform(from, all[i + 1] as number);
    });
    return { angle, translate: translate.length ? translate : [0, 0], scale, shear };
  }

  override transform(inpt: Tensor, params: Params): Tensor {
    const { angle, translate, scale, shear } = params as unknown as AffineParams;
    const fill = fillOf(this.fill, inpt);
    return transforming.passing(inpt, angle, translate, scale, shear, this.interpolation, fill, this.center);
  }

  protected override shown(): Shown {
    return { floats: ['degrees', 'translate', 'scale', 'shear'], lists: ['degrees', 'shear'] };
  }
}

interface AffineParams {
  readonly angle: number;
  readonly translate: Two;
  readonly scale: number;
  readonly shear: Two;
}

export interface RandomPerspectiveOptions extends FillOptions, ProbabilityOptions {
  /** How far corners may move, as a part of half the picture, from 0 to 1. @defaultValue 0.5 */
  readonly distortionScale?: number;
  /** How pixels between pixels are found: `'nearest'` or `'bilinear'`. @defaultValue 'bilinear' */
  readonly interpolation?: Interpolation;
}

const PERSPECTIVE = {
  distortionScale: float(0.5),
  p: float(0.5),
  interpolation: interpolationField('bilinear'),
  fill: fillByKind(0),
};

/**
 * Shows a picture from elsewhere, with a probability: its corners move by chance.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.RandomPerspective.html
 * @example
 * new vision.transforms.RandomPerspective(0.5, { p: 1 }).forward(torch.rand([3, 8, 8])).shape; // [3, 8, 8]
 */
export class RandomPerspective extends RandomApplyTransform {
  readonly distortionScale: number;
  readonly interpolation: Interpolation;
  readonly fill: FillByKind;

  constructor(
    ...args: Mixed<
      [distortionScale?: number, p?: number, interpolation?: Interpolation, fill?: FillByKind],
      RandomPerspectiveOptions
    >
  ) {
    const { distortionScale, p, interpolation, fill } = readArguments('RandomPerspective', PERSPECTIVE, args);
    super(p);
    if (!(distortionScale >= 0 && distortionScale <= 1)) {
      throw valueError('Argument distortionScale value should be between 0 and 1');
    }
    this.distortionScale = distortionScale;
    this.interpolation = interpolation;
    this.fill = checkFill(fill);
  }

  override makeParams(leaves: readonly unknown[]): Params {
    const [height, width] = querySize(leaves);
    const bound = (extent: number): number => Math.trunc(this.distortionScale * Math.floor(extent / 2)) + 1;
    const [down, across] = [bound(height), bound(width)];
    const left = (): number => integer(0, across);
    const right = (): number => integer(width - across, width);
    const upper = (): number => integer(0, down);
    const lower = (): number => integer(height - down, height);
    const ends = [
      [left(), upper()],
      [right(), upper()],
      [right(), lower()],
      [left(), lower()],
    ];
    const starts = [
      [0, 0],
      [width - 1, 0],
      [width - 1, height - 1],
      [0, height - 1],
    ];
    return { coefficients: perspectiveCoefficients(starts, ends) };
  }

  override transform(inpt: Tensor, { coefficients }: Params): Tensor {
    return skewing.passing(inpt, coefficients as number[], this.interpolation, fillOf(this.fill, inpt));
  }

  protected override shown(): Shown {
    return { floats: ['p', 'distortionScale'] };
  }
}

export interface ElasticTransformOptions extends FillOptions {
  /** How far pixels move: for x and y, or one number for both. @defaultValue 50.0 */
  readonly alpha?: NumberOrList;
  /** How smoothly: for x and y, or one number for both. @defaultValue 5.0 */
  readonly sigma?: NumberOrList;
  /** How pixels between pixels are found: `'nearest'` or `'bilinear'`. @defaultValue 'bilinear' */
  readonly interpolation?: Interpolation;
}

const ELASTIC = {
  alpha: unchecked<NumberOrList>('a number or two numbers', 50),
  sigma: unchecked<NumberOrList>('a number or two numbers', 5),
  interpolation: interpolationField('bilinear'),
  fill: fillByKind(0),
};

/**
 * Bends a picture as if it were seen through water.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.ElasticTransform.html
 * @example
 * new vision.transforms.ElasticTransform({ sigma: 2 }).forward(torch.rand([3, 32, 32])).shape; // [3, 32, 32]
 */
export class ElasticTransform extends Transform {
  readonly alpha: Two;
  readonly sigma: Two;
  readonly interpolation: Interpolation;
  readonly fill: FillByKind;

  constructor(
    ...args: Mixed<
      [alpha?: NumberOrList, sigma?: NumberOrList, interpolation?: Interpolation, fill?: FillByKind],
      ElasticTransformOptions
    >
  ) {
    super();
    const { alpha, sigma, interpolation, fill } = readArguments('ElasticTransform', ELASTIC, args);
    this.alpha = twoNumbers(alpha, 'alpha');
    this.sigma = twoNumbers(sigma, 'sigma');
    this.interpolation = interpolation;
    this.fill = checkFill(fill);
  }

  override makeParams(leaves: readonly unknown[]): Params {
    const [height, width] = querySize(leaves);
    const moves = [width, height].map((extent, i) => {
      const noise = torch.rand([1, 1, height, width]).mul(2).sub(1);
      const sigma = this.sigma[i] as number;
      const size = Math.trunc(8 * sigma + 1);
      const odd = size % 2 === 0 ? size + 1 : size;
      const smooth = sigma > 0 ? blurImage(noise, [odd, odd], this.sigma) : noise;
      return smooth.mul(this.alpha[i] as number).div(extent);
    });
    return { displacement: torch.cat(moves, 1).permute([0, 2, 3, 1]) };
  }

  override transform(inpt: Tensor, { displacement }: Params): Tensor {
    return bending.passing(inpt, displacement as Tensor, this.interpolation, fillOf(this.fill, inpt));
  }

  protected override shown(): Shown {
    return { floats: ['alpha', 'sigma'], lists: ['alpha', 'sigma'] };
  }
}
