import { bool, int, ints } from '../../../arguments/fields';
import { readArguments } from '../../../arguments/read';
import type { Mixed } from '../../../arguments/signature';
import { valueError } from '../../../errors';
import { type Tensor, nn } from '../../../index';
import * as torch from '../../../index';
import { boxesLike, type BoundingBoxes } from '../../tv-tensors/bounding-boxes';
import { plain } from '../../tv-tensors/tv-tensor';
import { roundEven, tupleText } from '../../text';
import { TWO_SIZES, pairOf, tensor } from '../arguments';
import type { NumberOrList } from '../types';
import { clampedTo } from './box-formats';
import { type Interpolation, interpolationField } from './interpolation';
import { kernel, onMask } from './kernels';
import { padWithNumber, shiftOf, sidesOf } from './pad';
import { parallelogramToBoxes } from './rotated';
import { type ResizeSize, resizeBoxes, resizeImage } from './resize';

type Window = [top: number, left: number, height: number, width: number];
type Pair = readonly [height: number, width: number];

/** @internal */
export function cropImage(image: Tensor, ...[top, left, height, width]: Window): Tensor {
  const [h, w] = image.shape.slice(-2) as [number, number];
  const [bottom, right] = [top + height, left + width];
  const y0 = Math.min(Math.max(top, 0), h);
  const x0 = Math.min(Math.max(left, 0), w);
  const rows = Math.max(Math.min(bottom, h) - y0, 0);
  const columns = Math.max(Math.min(right, w) - x0, 0);
  const inside = image.narrow(-2, y0, rows).narrow(-1, x0, columns);
  if (left >= 0 && top >= 0 && right <= w && bottom <= h) return inside;
  const sides = [
    ...[Math.max(Math.min(right, 0) - left, 0), Math.max(right - Math.max(w, left), 0)],
    ...[Math.max(Math.min(bottom, 0) - top, 0), Math.max(bottom - Math.max(h, top), 0)],
  ] as [number, number, number, number];
  return padWithNumber(inside, sides, 0, 'constant');
}

/** @internal */
export function cropBoxes(boxes: BoundingBoxes, ...[top, left, height, width]: Window): BoundingBoxes {
  const { dtype, device, format, clampingMode } = boxes;
  const moved = plain(boxes).sub(torch.tensor(shiftOf(boxes, left, top), { dtype, device }));
  const canvasSize = [height, width] as const;
  const kept = format === 'XYXYXYXY' ? parallelogramToBoxes(moved) : moved;
  return boxesLike(clampedTo(kept, format, canvasSize, clampingMode), boxes, { canvasSize });
}

/** @internal */
export const cropping = kernel<Window>('crop', { image: cropImage, mask: onMask(cropImage), boxes: cropBoxes });

/** Where a window in the middle begins. */
function anchor([cropHeight, cropWidth]: Pair, height: number, width: number): [top: number, left: number] {
  return [roundEven((height - cropHeight) / 2), roundEven((width - cropWidth) / 2)];
}

/** @internal */
export function centerCropImage(image: Tensor, size: Pair): Tensor {
  const [height, width] = size;
  if (image.numel() === 0) return image.reshape([...image.shape.slice(0, -2), height, width]);
  let [h, w] = image.shape.slice(-2) as [number, number];
  let picture = image;
  if (height > h || width > w) {
    const before = (wanted: number, extent: number): number => Math.max(Math.floor((wanted - extent) / 2), 0);
    const after = (wanted: number, extent: number): number => Math.max(Math.floor((wanted - extent + 1) / 2), 0);
    const padding = [before(width, w), before(height, h), after(width, w), after(height, h)];
    picture = nn.functional.pad(picture, sidesOf(padding), { value: 0 });
    [h, w] = picture.shape.slice(-2) as [number, number];
    if (width === w && height === h) return picture;
  }
  const [top, left] = anchor(size, h, w);
  return picture.narrow(-2, top, height).narrow(-1, left, width);
}

/** @internal */
export const centerCropping = kernel<[size: Pair]>('center_crop', {
  image: centerCropImage,
  mask: onMask(centerCropImage),
  boxes: (boxes, size) => cropBoxes(boxes, ...anchor(size, ...boxes.canvasSize), ...size),
});

type Resized = [...Window, size: ResizeSize, interpolation?: Interpolation, antialias?: boolean | null];

/** @internal */
export const resizedCropping = kernel<Resized>('resized_crop', {
  image: (image, top, left, height, width, size, interpolation, antialias) =>
    resizeImage(cropImage(image, top, left, height, width), size, interpolation, null, antialias),
  mask: onMask<Resized>((mask, top, left, height, width, size) =>
    resizeImage(cropImage(mask, top, left, height, width), size, 'nearest'),
  ),
  boxes: (boxes, top, left, height, width, size) => resizeBoxes(cropBoxes(boxes, top, left, height, width), size, null),
});

/** The corners and the middle. @internal */
export function fiveCrops(image: Tensor, size: Pair): Tensor[] {
  const [height, width] = size;
  const [h, w] = image.shape.slice(-2) as [number, number];
  if (width > w || height > h) {
    throw valueError(`Requested crop size ${tupleText(size)} is bigger than input size ${tupleText([h, w])}`);
  }
  const at = (top: number, left: number): Tensor => cropImage(image, top, left, height, width);
  return [at(0, 0), at(0, w - width), at(h - height, 0), at(h - height, w - width), centerCropImage(image, size)];
}

/** The same of the picture and of the picture in a mirror. @internal */
export function tenCrops(image: Tensor, size: Pair, vertical: boolean): Tensor[] {
  return [...fiveCrops(image, size), ...fiveCrops(image.flip([vertical ? -2 : -1]), size)];
}

const WINDOW = { top: int(), left: int(), height: int(), width: int() };
const CROP = { inpt: tensor(), ...WINDOW };

export interface CropOptions {
  /** The row where the window begins; it may lie outside. */
  readonly top?: number;
  /** The column where the window begins; it may lie outside. */
  readonly left?: number;
  /** The rows of the window. */
  readonly height?: number;
  /** The columns of the window. */
  readonly width?: number;
}

/**
 * What a window shows; zeros where it reaches over the edge.
 *
 * @param inpt - A picture or video `[…, C, H, W]`, a mask, or boxes.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.functional.crop.html
 * @example
 * vision.transforms.functional.crop(torch.arange(9).reshape([1, 3, 3]), 1, 1, 2, 2).tolist(); // [[[4, 5], [7, 8]]]
 */
export function crop<T extends Tensor>(
  inpt: T,
  ...args: Mixed<[top: number, left: number, height: number, width: number], CropOptions>
): T {
  const { top, left, height, width } = readArguments('crop', CROP, [inpt, ...args]);
  return cropping(inpt, top, left, height, width);
}

const CENTER = { inpt: tensor(), outputSize: ints() };

/**
 * The middle of the input, with zeros around it where it is smaller.
 *
 * @param inpt - A picture or video `[…, C, H, W]`, a mask, or boxes.
 * @param outputSize - Height and width, or one number for both.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.functional.center_crop.html
 * @example
 * vision.transforms.functional.centerCrop(torch.arange(9).reshape([1, 3, 3]), 1).tolist(); // [[[4]]]
 */
export function centerCrop<T extends Tensor>(inpt: T, outputSize: NumberOrList): T {
  const read = readArguments('centerCrop', CENTER, [inpt, outputSize]);
  return centerCropping(inpt, pairOf(read.outputSize, TWO_SIZES));
}

const RESIZED = {
  ...CROP,
  size: ints(),
  interpolation: interpolationField('bilinear'),
  antialias: bool(true),
};

export interface ResizedCropOptions extends CropOptions {
  /** The height and width that the window is resized to. */
  readonly size?: NumberOrList;
  /** How pixels between pixels are found. @defaultValue 'bilinear' */
  readonly interpolation?: Interpolation;
  /** Smooth what shrinks. @defaultValue true */
  readonly antialias?: boolean;
}

/**
 * What a window shows, in another size.
 *
 * @param inpt - A picture or video `[…, C, H, W]`, a mask, or boxes.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.functional.resized_crop.html
 * @example
 * vision.transforms.functional.resizedCrop(torch.rand([3, 9, 9]), 0, 0, 4, 4, [2, 2]).shape; // [3, 2, 2]
 */
export function resizedCrop<T extends Tensor>(
  inpt: T,
  ...args: Mixed<
    [
      top: number,
      left: number,
      height: number,
      width: number,
      size: NumberOrList,
      interpolation?: Interpolation,
      antialias?: boolean,
    ],
    ResizedCropOptions
  >
): T {
  const read = readArguments('resizedCrop', RESIZED, [inpt, ...args]);
  const { top, left, height, width, size, interpolation, antialias } = read;
  const target = typeof size === 'number' ? [size] : size;
  return resizedCropping(inpt, top, left, height, width, target, interpolation, antialias);
}
