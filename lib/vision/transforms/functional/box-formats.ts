/** Boxes from one format to another, and cut at the edge. Tensors in here are ordinary ones. */
import { choice, nullable, optional, value } from '../../../arguments/fields';
import { readArguments } from '../../../arguments/read';
import type { Mixed } from '../../../arguments/signature';
import { typeError, valueError } from '../../../errors';
import type { Tensor } from '../../../index';
import {
  BoundingBoxes,
  type BoundingBoxFormat,
  type BoundingBoxFormatLike,
  type CanvasSize,
  type ClampingMode,
  boxesLike,
  formatOf,
  isRotatedBoundingFormat,
} from '../../tv-tensors/bounding-boxes';
import { plain } from '../../tv-tensors/tv-tensor';
import { tensor } from '../arguments';
import { clampRotated, cornersToXywhr, cxcywhrToXywhr, xywhrToCorners, xywhrToCxcywhr } from './rotated';

const first = (boxes: Tensor): Tensor => boxes.index('...', ':2');
const second = (boxes: Tensor): Tensor => boxes.index('...', '2:');

/** How halves are rounded: not at all of floats, down of integers. */
const halving = (boxes: Tensor) => ({ roundingMode: boxes.isFloatingPoint() ? null : 'floor' });

function xywhToXyxy(boxes: Tensor): Tensor {
  const out = boxes.clone();
  second(out).add_(first(out));
  return out;
}

function xyxyToXywh(boxes: Tensor): Tensor {
  const out = boxes.clone();
  second(out).sub_(first(out));
  return out;
}

function xywhToCxcywh(boxes: Tensor): Tensor {
  const out = boxes.clone();
  first(out).add_(second(out).div(2, halving(out)));
  return out;
}

/** Integers are computed as floats, so that each corner is rounded once. */
function cxcywhToXywh(boxes: Tensor): Tensor {
  const { dtype } = boxes;
  const cast = !boxes.isFloatingPoint();
  const out = cast ? boxes.float() : boxes.clone();
  first(out).sub_(second(out).div(2));
  if (!cast) return out;
  const lower = first(out).add(second(out)).to(dtype);
  const whole = out.to(dtype);
  second(whole).copy_(lower.sub(first(whole)));
  return whole;
}

function cxcywhToXyxy(boxes: Tensor): Tensor {
  const { dtype } = boxes;
  const out = boxes.isFloatingPoint() ? boxes.clone() : boxes.float();
  first(out).sub_(second(out).div(2));
  second(out).add_(first(out));
  return out.to(dtype);
}

function xyxyToCxcywh(boxes: Tensor): Tensor {
  const out = boxes.clone();
  second(out).sub_(first(out));
  first(out).mul_(2).add_(second(out)).div_(2, halving(out));
  return out;
}

type Step = (boxes: Tensor) => Tensor;
const same: Step = (boxes) => boxes;

/** To the format in the middle: two corners, or a corner, a size and an angle. */
const TO_MIDDLE: Readonly<Record<BoundingBoxFormat, Step>> = {
  XYXY: same,
  XYWH: xywhToXyxy,
  CXCYWH: cxcywhToXyxy,
  XYWHR: same,
  CXCYWHR: cxcywhrToXywhr,
  XYXYXYXY: cornersToXywhr,
};
const FROM_MIDDLE: Readonly<Record<BoundingBoxFormat, Step>> = {
  XYXY: same,
  XYWH: xyxyToXywh,
  CXCYWH: xyxyToCxcywh,
  XYWHR: same,
  CXCYWHR: xywhrToCxcywhr,
  XYXYXYXY: xywhrToCorners,
};

/** Boxes in another format; the very boxes where it is the same. @internal */
export function converted(boxes: Tensor, from: BoundingBoxFormat, to: BoundingBoxFormat): Tensor {
  if (from === to) return boxes;
  if (isRotatedBoundingFormat(from) !== isRotatedBoundingFormat(to)) {
    throw valueError('Cannot convert between rotated and unrotated bounding boxes.');
  }
  if (from === 'XYWH' && to === 'CXCYWH') return xywhToCxcywh(boxes);
  if (from === 'CXCYWH' && to === 'XYWH') return cxcywhToXywh(boxes);
  return FROM_MIDDLE[to](TO_MIDDLE[from](boxes));
}

/** Boxes cut at the edge of a picture. @internal */
export function clampedTo(boxes: Tensor, format: BoundingBoxFormat, size: CanvasSize, mode: ClampingMode): Tensor {
  if (mode === null) return boxes.clone();
  if (isRotatedBoundingFormat(format)) {
    const corners = converted(boxes.clone(), format, 'XYXYXYXY').reshape([-1, 8]);
    return converted(clampRotated(corners, size, mode), 'XYXYXYXY', format).reshape(boxes.shape);
  }
  const { dtype } = boxes;
  const floats = boxes.isFloatingPoint() ? boxes.clone() : boxes.float();
  const corners = converted(floats, format, 'XYXY');
  corners.index('...', '0::2').clamp_(0, size[1]);
  corners.index('...', '1::2').clamp_(0, size[0]);
  return converted(corners, 'XYXY', format).to(dtype);
}

const isFormat = (given: unknown): boolean => typeof given === 'string';
const formatField = () => value<BoundingBoxFormatLike>('a format', isFormat);
const CONVERT = { inpt: tensor(), oldFormat: nullable(formatField()), newFormat: nullable(formatField()) };

export interface ConvertFormatOptions {
  /** What the numbers of an ordinary tensor are; `BoundingBoxes` know it. @defaultValue null */
  readonly oldFormat?: BoundingBoxFormatLike | null;
  /** What they become. */
  readonly newFormat?: BoundingBoxFormatLike | null;
}

/**
 * Boxes in another format.
 *
 * @param inpt - `BoundingBoxes`, or an ordinary tensor of boxes.
 * @throws TorchValueError for ordinary tensors without their format, and between rotated and other boxes.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.functional.convert_bounding_box_format.html
 * @example
 * const { convertBoundingBoxFormat } = vision.transforms.functional;
 * convertBoundingBoxFormat(torch.tensor([[1, 2, 3, 4]]), 'XYWH', 'XYXY').tolist(); // [[1, 2, 4, 6]]
 */
export function convertBoundingBoxFormat<T extends Tensor>(
  inpt: T,
  ...args: Mixed<
    [oldFormat?: BoundingBoxFormatLike | null, newFormat?: BoundingBoxFormatLike | null],
    ConvertFormatOptions
  >
): T {
  const { oldFormat, newFormat } = readArguments('convertBoundingBoxFormat', CONVERT, [inpt, ...args]);
  if (newFormat === null) throw typeError("convertBoundingBoxFormat() missing 1 required argument: 'newFormat'");
  const format = formatOf(newFormat);
  if (inpt instanceof BoundingBoxes) {
    if (oldFormat !== null) throw valueError('For bounding box tv_tensor inputs, `oldFormat` must not be passed.');
    return boxesLike(converted(plain(inpt), inpt.format, format), inpt, { format }) as Tensor as T;
  }
  if (plain(inpt) !== inpt) throw notBoxes(inpt);
  if (oldFormat === null) throw valueError('For pure tensor inputs, `oldFormat` has to be passed.');
  return converted(inpt, formatOf(oldFormat), format) as T;
}

const notBoxes = (inpt: Tensor): Error =>
  typeError(
    `Input can either be a plain tensor or a bounding box tv_tensor, but got ${inpt.constructor.name} instead.`,
  );

const CLAMP = {
  inpt: tensor(),
  format: nullable(formatField()),
  canvasSize: optional(
    nullable(value<CanvasSize>('[height, width]', (given) => Array.isArray(given) && given.length === 2)),
  ),
  clampingMode: nullable(choice(['soft', 'hard', 'auto']), 'auto'),
};

export interface ClampOptions {
  /** What the numbers of an ordinary tensor are; `BoundingBoxes` know it. @defaultValue null */
  readonly format?: BoundingBoxFormatLike | null;
  /** Height and width of the picture; `BoundingBoxes` know it. @defaultValue null */
  readonly canvasSize?: CanvasSize | null;
  /** How rotated boxes are cut; `'auto'` means as the boxes say, null not at all. @defaultValue 'auto' */
  readonly clampingMode?: ClampingMode | 'auto';
}

/**
 * Boxes cut at the edge of their picture.
 *
 * @param inpt - `BoundingBoxes`, or an ordinary tensor of boxes.
 * @throws TorchValueError for ordinary tensors without format, size and mode.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.functional.clamp_bounding_boxes.html
 * @example
 * const boxes = new vision.tvTensors.BoundingBoxes([[-1, 2, 9, 4]], { format: 'XYXY', canvasSize: [8, 8] });
 * vision.transforms.functional.clampBoundingBoxes(boxes).tolist(); // [[0, 2, 8, 4]]
 */
export function clampBoundingBoxes<T extends Tensor>(
  inpt: T,
  ...args: Mixed<
    [format?: BoundingBoxFormatLike | null, canvasSize?: CanvasSize | null, clampingMode?: ClampingMode | 'auto'],
    ClampOptions
  >
): T {
  const { format, canvasSize = null, clampingMode } = readArguments('clampBoundingBoxes', CLAMP, [inpt, ...args]);
  if (inpt instanceof BoundingBoxes) {
    if (format !== null || canvasSize !== null) {
      throw valueError('For bounding box tv_tensor inputs, `format` and `canvasSize` must not be passed.');
    }
    const mode = clampingMode === 'auto' ? inpt.clampingMode : clampingMode;
    return boxesLike(clampedTo(plain(inpt), inpt.format, inpt.canvasSize, mode), inpt) as Tensor as T;
  }
  if (plain(inpt) !== inpt) throw notBoxes(inpt);
  if (format === null || canvasSize === null || clampingMode === 'auto') {
    throw valueError('For pure tensor inputs, `format`, `canvasSize` and `clampingMode` have to be passed.');
  }
  return clampedTo(inpt, formatOf(format), canvasSize, clampingMode) as T;
}
