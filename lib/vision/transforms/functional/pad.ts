import { choice, ints, optional, value } from '../../../arguments/fields';
import { readArguments } from '../../../arguments/read';
import type { Mixed } from '../../../arguments/signature';
import { runtimeError, typeError, valueError } from '../../../errors';
import { type Tensor, nn } from '../../../index';
import * as torch from '../../../index';
import { boxesLike, type BoundingBoxes } from '../../tv-tensors/bounding-boxes';
import { plain } from '../../tv-tensors/tv-tensor';
import { isNumbers, tensor } from '../arguments';
import type { Fill, NumberOrList, PaddingMode } from '../types';
import { clampedTo } from './box-formats';
import { kernel } from './kernels';

/** What is added at the left, the right, the top and the bottom: the order of `nn.functional.pad`. */
export type Sides = readonly [left: number, right: number, top: number, bottom: number];

/** One number for all sides, one for left and right and one for top and bottom, or left, top, right, bottom. @internal */
export function sidesOf(padding: unknown): Sides {
  if (typeof padding === 'number') return [padding, padding, padding, padding];
  if (!isNumbers(padding)) {
    throw typeError(`\`padding\` should be an integer or tuple or list of integers, but got ${String(padding)}`);
  }
  const [a, b, c, d] = padding as [number, number, number, number];
  if (padding.length === 1) return [a, a, a, a];
  if (padding.length === 2) return [a, a, b, b];
  if (padding.length === 4) return [a, c, b, d];
  throw valueError(`Padding must be an int or a 1, 2, or 4 element tuple or list. Found ${padding.length}`);
}

export const PADDING_MODES = ['constant', 'edge', 'reflect', 'symmetric'] as const;

/** The rows and columns that a picture has in a mirror at its edge. */
function symmetric(image: Tensor, sides: Sides): Tensor {
  const [height, width] = image.shape.slice(-2) as [number, number];
  const [cropLeft, cropRight, cropTop, cropBottom] = sides.map((n) => Math.max(-n, 0)) as [...Sides];
  const cropped = image
    .narrow(-2, cropTop, height - cropTop - cropBottom)
    .narrow(-1, cropLeft, width - cropLeft - cropRight);
  const indices = (extent: number, before: number, after: number): Tensor => {
    const head = Array.from({ length: Math.max(before, 0) }, (_, i) => Math.max(before, 0) - 1 - i);
    const tail = Array.from({ length: Math.max(after, 0) }, (_, i) => -(i + 1));
    return torch.tensor([...head, ...Array.from({ length: extent }, (_, i) => i), ...tail], { device: image.device });
  };
  const [rows, columns] = cropped.shape.slice(-2) as [number, number];
  const y = indices(rows, sides[2], sides[3]);
  const x = indices(columns, sides[0], sides[1]);
  if (image.ndim !== 4) throw runtimeError('Symmetric padding of N-D tensors are not supported yet');
  return cropped.index(':', ':', y.unsqueeze(-1), x.unsqueeze(0));
}

/** @internal */
export function padWithNumber(image: Tensor, sides: Sides, fill: number, mode: PaddingMode): Tensor {
  const { shape, dtype } = image;
  const [channels, height, width] = shape.slice(-3) as [number, number, number];
  const batch = shape.slice(0, -3).reduce((product, extent) => product * extent, 1);
  const flat = image.reshape([batch, channels, height, width]);
  let padded: Tensor;
  if (mode === 'constant') padded = nn.functional.pad(flat, sides, { mode, value: fill });
  else if (mode === 'symmetric') padded = symmetric(flat, sides);
  else {
    const name = mode === 'edge' ? 'replicate' : 'reflect';
    const floats = flat.isFloatingPoint() ? flat : flat.to(torch.float32);
    padded = nn.functional.pad(floats, sides, { mode: name }).to(dtype);
  }
  return padded.reshape([...shape.slice(0, -3), channels, ...padded.shape.slice(-2)]);
}

function padWithColor(image: Tensor, sides: Sides, fill: readonly number[], mode: PaddingMode): Tensor {
  if (mode !== 'constant') throw valueError(`Padding mode '${mode}' is not supported if fill is not scalar`);
  const out = padWithNumber(image, sides, 0, 'constant');
  const [left, right, top, bottom] = sides;
  const color = torch.tensor(fill, { device: image.device }).to(image.dtype).reshape([-1, 1, 1]);
  if (top > 0) out.setItem('...', `:${top}`, ':', color);
  if (left > 0) out.setItem('...', ':', `:${left}`, color);
  if (bottom > 0) out.setItem('...', `-${bottom}:`, ':', color);
  if (right > 0) out.setItem('...', ':', `-${right}:`, color);
  return out;
}

/** @internal */
export function padImage(
  image: Tensor,
  padding: NumberOrList,
  fill: Fill = null,
  mode: PaddingMode = 'constant',
): Tensor {
  const sides = sidesOf(padding);
  if (!PADDING_MODES.includes(mode)) {
    throw valueError(
      "`paddingMode` should be either `'constant'`, `'edge'`, `'reflect'` or `'symmetric'`, " +
        `but got \`'${String(mode)}'\`.`,
    );
  }
  if (fill === null || typeof fill === 'number') return padWithNumber(image, sides, fill ?? 0, mode);
  if (fill.length === 1) return padWithNumber(image, sides, fill[0] as number, mode);
  return padWithColor(image, sides, fill, mode);
}

function padMask(mask: Tensor, padding: NumberOrList, fill: Fill = null, mode: PaddingMode = 'constant'): Tensor {
  if (Array.isArray(fill)) throw valueError('Non-scalar fill value is not supported');
  if (mask.ndim >= 3) return padImage(mask, padding, fill, mode);
  return padImage(mask.unsqueeze(0), padding, fill, mode).squeeze(0);
}

/** What moves a box by so many pixels, in each format. @internal */
export function shiftOf({ format }: BoundingBoxes, left: number, top: number): number[] {
  switch (format) {
    case 'XYXYXYXY':
      return [left, top, left, top, left, top, left, top];
    case 'XYWHR':
    case 'CXCYWHR':
      return [left, top, 0, 0, 0];
    case 'XYXY':
      return [left, top, left, top];
    default:
      return [left, top, 0, 0];
  }
}

function padBoxes(boxes: BoundingBoxes, padding: NumberOrList, mode: PaddingMode): BoundingBoxes {
  if (mode !== 'constant') throw valueError(`Padding mode '${mode}' is not supported with bounding boxes`);
  const [left, right, top, bottom] = sidesOf(padding);
  const { dtype, device, format, clampingMode } = boxes;
  const moved = plain(boxes).add(torch.tensor(shiftOf(boxes, left, top), { dtype, device }));
  const canvasSize = [boxes.canvasSize[0] + top + bottom, boxes.canvasSize[1] + left + right] as const;
  return boxesLike(clampedTo(moved, format, canvasSize, clampingMode), boxes, { canvasSize });
}

/** @internal */
export const padding = kernel<[padding: NumberOrList, fill?: Fill, paddingMode?: PaddingMode]>('pad', {
  image: padImage,
  mask: padMask,
  boxes: (boxes, sides, _fill, mode = 'constant') => padBoxes(boxes, sides, mode),
});

const isFill = (given: unknown): boolean => given === null || typeof given === 'number' || isNumbers(given);
/** What new pixels hold. @internal */
export const fillField = (fallback: Fill) => value<Fill>('a number, a list of numbers or null', isFill, fallback);

const PAD = {
  inpt: tensor(),
  padding: ints(),
  fill: optional(fillField(null)),
  paddingMode: choice(PADDING_MODES, 'constant'),
};

export interface PadOptions {
  /** What is added: at all sides, at left and right and at top and bottom, or at left, top, right and bottom. */
  readonly padding?: NumberOrList;
  /** What new pixels hold: a number, or one for each channel. @defaultValue null, which means 0 */
  readonly fill?: Fill;
  /** What is outside the edge. @defaultValue 'constant' */
  readonly paddingMode?: PaddingMode;
}

/**
 * The input with pixels added at its sides.
 *
 * @param inpt - A picture or video `[…, C, H, W]`, a mask, or boxes.
 * @throws TorchValueError for a fill of several numbers with a mode other than `'constant'`.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.functional.pad.html
 * @example
 * vision.transforms.functional.pad(torch.ones([1, 1, 1]), [1, 0]).tolist(); // [[[0, 1, 0]]]
 */
export function pad<T extends Tensor>(
  inpt: T,
  ...args: Mixed<[padding: NumberOrList, fill?: Fill, paddingMode?: PaddingMode], PadOptions>
): T {
  const { padding: sides, fill = null, paddingMode } = readArguments('pad', PAD, [inpt, ...args]);
  return padding(inpt, sides, fill, paddingMode);
}
