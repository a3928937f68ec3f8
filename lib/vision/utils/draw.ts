import { bool, count, float, value } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import type { Mixed } from '../../arguments/signature';
import { valueError, warn } from '../../errors';
import { Tensor } from '../../index';
import * as torch from '../../index';
import { convertImage } from '../transforms/functional/dtype';
import { plain } from '../tv-tensors/tv-tensor';
import { type Color, colorsFor } from './colors';

type Colors = Color | readonly Color[] | null;
const colorsField = value<Colors>('a color or a list of colors', () => true, null);
const tensorField = (): ReturnType<typeof value<Tensor>> => value<Tensor>('a Tensor', (v) => v instanceof Tensor);

export interface DrawBoxesOptions {
  /** One colour for all boxes, or one for each. @defaultValue null, which means colours far apart */
  readonly colors?: Color | readonly Color[] | null;
  /** Fill boxes, so that the picture shines through. @defaultValue false */
  readonly fill?: boolean;
  /** The width of the frames in pixels. @defaultValue 1 */
  readonly width?: number;
}

const BOXES = {
  image: tensorField(),
  boxes: tensorField(),
  colors: colorsField,
  fill: bool(false),
  width: count(0, 1),
};

function checkPicture(image: Tensor): void {
  if (image.dtype !== torch.uint8 && !image.isFloatingPoint()) {
    throw valueError(`The image dtype must be uint8 or float, got ${String(image.dtype)}`);
  }
  if (image.ndim !== 3) throw valueError('Pass individual images, not batches');
}

interface Canvas {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** How much of a filled box covers the picture, of 255. */
const COVER = 100;

/** Paints the pixels of a rectangle, both ends included, as far as they are on the canvas. */
function paint(canvas: Canvas, left: number, top: number, right: number, bottom: number, mix: Mix): void {
  const { data, width, height } = canvas;
  for (let y = Math.max(top, 0); y <= Math.min(bottom, height - 1); y++) {
    for (let x = Math.max(left, 0); x <= Math.min(right, width - 1); x++) {
      for (let c = 0; c < 3; c++) {
        const at = (c * height + y) * width + x;
        data[at] = mix(data[at] as number, c);
      }
    }
  }
}
type Mix = (before: number, channel: number) => number;

function over(color: readonly number[]): Mix {
  return (before, channel) => {
    const sum = before * (255 - COVER) + (color[channel] as number) * COVER + 128;
    return ((sum >> 8) + sum) >> 8;
  };
}

function frame(canvas: Canvas, box: readonly number[], width: number, mix: Mix): void {
  const [left, top, right, bottom] = box as [number, number, number, number];
  for (let i = 0; i < width; i++) {
    paint(canvas, left, top + i, right, top + i, mix);
    paint(canvas, left, bottom - i, right, bottom - i, mix);
    paint(canvas, right - i, top, right - i, bottom, mix);
    paint(canvas, left + i, top, left + i, bottom, mix);
  }
}

/**
 * A picture with frames around boxes. Unlike torchvision's, it writes no labels.
 *
 * @param image - `[3 or 1, H, W]` of bytes, or of floats from 0 to 1.
 * @param boxes - `[N, 4]`: left, top, right, bottom.
 * @param args - How they look.
 * @returns `[3, H, W]` of the type of the picture.
 * @throws TorchValueError for other pictures, and for boxes whose corners are exchanged.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.utils.draw_bounding_boxes.html
 * @example
 * const boxes = torch.tensor([[1, 1, 6, 5]]);
 * vision.utils.drawBoundingBoxes(torch.zeros([3, 8, 8]), boxes, { colors: 'red' }).index(0, 1, 1).item(); // 1
 */
export function drawBoundingBoxes(
  image: Tensor,
  boxes: Tensor,
  ...args: Mixed<[colors?: Color | readonly Color[] | null, fill?: boolean, width?: number], DrawBoxesOptions>
): Tensor {
  const read = readArguments('drawBoundingBoxes', BOXES, [image, boxes, ...args]);
  checkPicture(image);
  if (image.shape[0] !== 1 && image.shape[0] !== 3) throw valueError('Only grayscale and RGB images are supported');
  if (boxes.shape.at(-1) !== 4 || boxes.ndim !== 2) throw valueError('drawBoundingBoxes(): boxes should be [N, 4]');
  const list = plain(boxes).detach().to(torch.float64).trunc().tolist<number[][]>();
  if (list.some(([left = 0, top = 0, right = 0, bottom = 0]) => !(left <= right && top <= bottom))) {
    throw valueError('Boxes need to be in (xmin, ymin, xmax, ymax) format. Use vision.ops.boxConvert to convert them');
  }
  if (list.length === 0) {
    warn("boxes doesn't contain any box. No box was drawn");
    return image;
  }
  const colors = colorsFor(read.colors, list.length);
  const picture = convertImage(plain(image).detach(), torch.uint8, true).expand([3, -1, -1]).contiguous().cpu();
  const [, height, width] = picture.shape as [number, number, number];
  const canvas = { data: Uint8Array.from(picture.flatten().tolist<number[]>()), width, height };
  list.forEach((box, i) => {
    const color = colors[i] as readonly number[];
    const [left, top, right, bottom] = box as [number, number, number, number];
    if (read.fill) paint(canvas, left, top, right, bottom, over(color));
    frame(canvas, box, read.width, (_, channel) => color[channel] as number);
  });
  const out = torch.tensor(canvas.data).reshape([3, height, width]).to(image.device);
  return convertImage(out, image.dtype, true);
}

export interface DrawMasksOptions {
  /** How much of the picture a mask covers: 0 nothing, 1 all. @defaultValue 0.8 */
  readonly alpha?: number;
  /** One colour for all masks, or one for each. @defaultValue null, which means colours far apart */
  readonly colors?: Color | readonly Color[] | null;
}

const MASKS = { image: tensorField(), masks: tensorField(), alpha: float(0.8), colors: colorsField };

/**
 * A picture with coloured masks; where masks overlap it is black.
 *
 * @param image - `[3, H, W]` of bytes, or of floats from 0 to 1.
 * @param masks - `[N, H, W]` or `[H, W]` of booleans.
 * @param args - How they look.
 * @throws TorchValueError for other pictures, and for masks of another type or size.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.utils.draw_segmentation_masks.html
 * @example
 * const mask = torch.eye(4).gt(0);
 * vision.utils.drawSegmentationMasks(torch.zeros([3, 4, 4]), mask, { alpha: 1, colors: 'red' }).sum().item(); // 4
 */
export function drawSegmentationMasks(
  image: Tensor,
  masks: Tensor,
  ...args: Mixed<[alpha?: number, colors?: Color | readonly Color[] | null], DrawMasksOptions>
): Tensor {
  const { alpha, colors } = readArguments('drawSegmentationMasks', MASKS, [image, masks, ...args]);
  checkPicture(image);
  if (image.shape[0] !== 3) throw valueError('Pass an RGB image. Other Image formats are not supported');
  const all = masks.ndim === 2 ? plain(masks).unsqueeze(0) : plain(masks);
  if (all.ndim !== 3) throw valueError('masks must be of shape (H, W) or (batch_size, H, W)');
  if (all.dtype !== torch.bool) throw valueError(`The masks must be of dtype bool. Got ${String(all.dtype)}`);
  if (String(all.shape.slice(-2)) !== String(image.shape.slice(-2))) {
    throw valueError('The image and the masks must have the same height and width');
  }
  if (all.shape[0] === 0) {
    warn("masks doesn't contain any mask. No mask was drawn");
    return image;
  }
  return torch.noGrad(() => torch.scope(() => covered(plain(image).detach(), all, alpha, colors)));
}

function covered(image: Tensor, masks: Tensor, alpha: number, given: Colors): Tensor {
  const { dtype, device } = image;
  const scale = image.isFloatingPoint() ? 255 : 1;
  const drawn = image.clone();
  const colors = colorsFor(given, masks.shape[0] as number);
  masks.unbind(0).forEach((mask, i) => {
    const color = torch.tensor(
      (colors[i] as readonly number[]).map((part) => part / scale),
      { dtype, device },
    );
    drawn.copy_(torch.where(mask, color.reshape([3, 1, 1]), drawn));
  });
  drawn.maskedFill_(masks.sum(0).gt(1), 0);
  return image
    .mul(1 - alpha)
    .add(drawn.mul(alpha))
    .to(dtype);
}
