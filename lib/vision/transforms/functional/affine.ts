import { bool, either, float, floats, nullable, value } from '../../../arguments/fields';
import { show } from '../../../arguments/describe';
import { readArguments } from '../../../arguments/read';
import type { Mixed } from '../../../arguments/signature';
import { typeError, valueError } from '../../../errors';
import type { Tensor } from '../../../index';
import * as torch from '../../../index';
import { isNumbers, tensor } from '../arguments';
import type { Fill, NumberOrList } from '../types';
import { affineBoxes } from './affine-boxes';
import { inverseAffineMatrix, outputSize } from './affine-matrix';
import { affineGrid, checkGrid, throughGrid } from './grid';
import { type Interpolation, interpolationField, modeOf } from './interpolation';
import { kernel, onMask } from './kernels';
import { fillField } from './pad';

type Two = readonly [number, number];
type Affine = [
  angle: number,
  translate: Two,
  scale: number,
  shear: Two,
  interpolation?: Interpolation,
  fill?: Fill,
  center?: Two | null,
];

/** The middle of a rotation in pixels from the middle of the picture. */
function fromMiddle(center: Two | null, [height, width]: Two): Two {
  return center === null ? [0, 0] : [center[0] - width * 0.5, center[1] - height * 0.5];
}

const sizeOf = (image: Tensor): Two => image.shape.slice(-2) as unknown as Two;

function affineImage(image: Tensor, ...args: Affine): Tensor {
  const [angle, translate, scale, shear, interpolation = 'nearest', fill = null, center = null] = args;
  const mode = modeOf(interpolation);
  const size = sizeOf(image);
  const matrix = inverseAffineMatrix({ center: fromMiddle(center, size), angle, translate, scale, shear });
  checkGrid(image, mode, fill);
  return throughGrid(image, affineGrid(matrix, image, size, size), mode, fill);
}

/** @internal */
export const transforming = kernel<Affine>('affine', {
  image: affineImage,
  mask: onMask<Affine>((mask, angle, translate, scale, shear, _mode, fill, center) =>
    affineImage(mask, angle, translate, scale, shear, 'nearest', fill, center),
  ),
  boxes: (boxes, angle, translate, scale, shear, _mode, _fill, center = null) =>
    affineBoxes(boxes, { angle, translate, scale, shear, center, expand: false }),
});

type Rotate = [angle: number, interpolation?: Interpolation, expand?: boolean, center?: Two | null, fill?: Fill];

/** Quarter turns need no grid. */
function quarterTurns(image: Tensor, angle: number, expand: boolean): Tensor | null {
  if (angle === 0) return image.clone();
  if (angle === 180) return torch.rot90(image, 2, [-2, -1]);
  if (!expand && image.shape.at(-1) !== image.shape.at(-2)) return null;
  if (angle === 90) return torch.rot90(image, 1, [-2, -1]);
  return angle === 270 ? torch.rot90(image, 3, [-2, -1]) : null;
}

function rotateImage(image: Tensor, ...args: Rotate): Tensor {
  const [given, interpolation = 'nearest', expand = false, center = null, fill = null] = args;
  const angle = ((given % 360) + 360) % 360;
  const turned = center === null ? quarterTurns(image, angle, expand) : null;
  if (turned) return turned;
  const mode = modeOf(interpolation);
  const size = sizeOf(image);
  const turn = { center: fromMiddle(center, size), angle: -angle, translate: [0, 0], scale: 1, shear: [0, 0] } as const;
  const matrix = inverseAffineMatrix(turn);
  checkGrid(image, mode, fill);
  const output = expand ? outputSize(matrix, size) : size;
  return throughGrid(image, affineGrid(matrix, image, size, output), mode, fill);
}

/** @internal */
export const rotating = kernel<Rotate>('rotate', {
  image: rotateImage,
  mask: onMask<Rotate>((mask, angle, _mode, expand, center, fill) =>
    rotateImage(mask, angle, 'nearest', expand, center, fill),
  ),
  boxes: (boxes, angle, _mode, expand = false, center = null) =>
    affineBoxes(boxes, { angle: -angle, translate: [0, 0], scale: 1, shear: [0, 0], center, expand }),
});

const isPair = (given: unknown): boolean => isNumbers(given) && given.length === 2;
const centerField = nullable(value<Two>('[x, y]', isPair));
const AFFINE = {
  inpt: tensor(),
  angle: float(),
  translate: value<readonly number[]>('a list of two numbers', isNumbers),
  scale: float(),
  shear: either(float(), floats()),
  interpolation: interpolationField('nearest'),
  fill: fillField(null),
  center: centerField,
};

export interface AffineOptions {
  /** Degrees, clockwise. */
  readonly angle?: number;
  /** Pixels to the right and down. */
  readonly translate?: readonly number[];
  /** The factor of the size. */
  readonly scale?: number;
  /** Degrees along x, or along x and y. */
  readonly shear?: NumberOrList;
  /** How pixels between pixels are found: `'nearest'` or `'bilinear'`. @defaultValue 'nearest' */
  readonly interpolation?: Interpolation;
  /** What pixels from outside hold: a number, or one for each channel. @defaultValue null, which means 0 */
  readonly fill?: Fill;
  /** What stays where it is, in pixels from the upper left corner. @defaultValue null, which means the middle */
  readonly center?: readonly [x: number, y: number] | null;
}

function pairOfShear(shear: NumberOrList): Two {
  const list = typeof shear === 'number' ? [shear, 0] : shear;
  if (list.length === 1) return [list[0] as number, list[0] as number];
  if (list.length === 2) return list as unknown as Two;
  throw valueError(`Shear should be a sequence containing two values. Got ${show(shear)}`);
}

/**
 * The input moved, turned, scaled and sheared.
 *
 * @param inpt - A picture or video `[…, C, H, W]`, a mask, or boxes.
 * @throws TorchValueError for a scale of 0 or less, and other modes than `'nearest'` and `'bilinear'`.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.functional.affine.html
 * @example
 * const x = torch.tensor([[[1, 2, 3]]]);
 * vision.transforms.functional.affine(x, 0, [1, 0], 1, 0).tolist(); // [[[0, 1, 2]]]
 */
export function affine<T extends Tensor>(
  inpt: T,
  ...args: Mixed<
    [
      angle: number,
      translate: readonly number[],
      scale: number,
      shear: NumberOrList,
      interpolation?: Interpolation,
      fill?: Fill,
      center?: readonly [x: number, y: number] | null,
    ],
    AffineOptions
  >
): T {
  const read = readArguments('affine', AFFINE, [inpt, ...args]);
  const { angle, translate, scale, shear, interpolation, fill, center } = read;
  if (translate.length !== 2) throw valueError('Argument translate should be a sequence of length 2');
  if (!(scale > 0)) throw valueError('Argument scale should be positive');
  return transforming(inpt, angle, translate as unknown as Two, scale, pairOfShear(shear), interpolation, fill, center);
}

const ROTATE = {
  inpt: tensor(),
  angle: float(),
  interpolation: interpolationField('nearest'),
  expand: bool(false),
  center: centerField,
  fill: fillField(null),
};

export interface RotateOptions {
  /** Degrees, counter-clockwise. */
  readonly angle?: number;
  /** How pixels between pixels are found: `'nearest'` or `'bilinear'`. @defaultValue 'nearest' */
  readonly interpolation?: Interpolation;
  /** Make the result large enough for the whole turned picture. @defaultValue false */
  readonly expand?: boolean;
  /** What stays where it is, in pixels from the upper left corner. @defaultValue null, which means the middle */
  readonly center?: readonly [x: number, y: number] | null;
  /** What pixels from outside hold: a number, or one for each channel. @defaultValue null, which means 0 */
  readonly fill?: Fill;
}

/**
 * The input turned.
 *
 * @param inpt - A picture or video `[…, C, H, W]`, a mask, or boxes.
 * @throws TorchValueError for other modes than `'nearest'` and `'bilinear'`.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.functional.rotate.html
 * @example
 * vision.transforms.functional.rotate(torch.tensor([[[1, 2], [3, 4]]]), 90).tolist(); // [[[2, 4], [1, 3]]]
 */
export function rotate<T extends Tensor>(
  inpt: T,
  ...args: Mixed<
    [
      angle: number,
      interpolation?: Interpolation,
      expand?: boolean,
      center?: readonly [x: number, y: number] | null,
      fill?: Fill,
    ],
    RotateOptions
  >
): T {
  const { angle, interpolation, expand, center, fill } = readArguments('rotate', ROTATE, [inpt, ...args]);
  if (!Number.isFinite(angle)) throw typeError(`rotate(): the angle should be finite, got ${angle}`);
  return rotating(inpt, angle, interpolation, expand, center, fill);
}
