import { bool, count } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import type { Mixed } from '../../arguments/signature';
import { valueError, warn } from '../../errors';
import type { Tensor } from '../../index';
import { plain } from '../tv-tensors/tv-tensor';
import type { Canvas, Ink } from './canvas';
import { type Color, colorsField, colorsFor } from './colors';
import { aTensor, checkPicture, drawnOn, wholeNumbers } from './picture';

export interface DrawBoxesOptions {
  /** One colour for all boxes, or one for each. @defaultValue null, which means colours far apart */
  readonly colors?: Color | readonly Color[] | null;
  /** Fill boxes, so that the picture shines through. @defaultValue false */
  readonly fill?: boolean;
  /** The width of the frames in pixels. @defaultValue 1 */
  readonly width?: number;
}

const BOXES = {
  image: aTensor(),
  boxes: aTensor(),
  colors: colorsField,
  fill: bool(false),
  width: count(0, 1),
};

/** How much of a filled box covers the picture, of 255. */
const COVER = 100;
/** The length of the dashes of a turned box's first side, and of what is between them. */
const DASH = 5;

type Corner = readonly [x: number, y: number];

/** The four corners of a turned box. */
function cornersOf(box: readonly number[]): Corner[] {
  return [0, 2, 4, 6].map((i): Corner => [box[i] as number, box[i + 1] as number]);
}

function dashed(canvas: Canvas, from: Corner, [x1, y1]: Corner, width: number, ink: Ink): void {
  let [x, y] = from;
  const angle = (): number => Math.atan2(y1 - y, x1 - x);
  let left = Math.sqrt((x1 - x) ** 2 + (y1 - y) ** 2);
  for (let drawn = true; left > 0; drawn = !drawn) {
    const step = Math.min(left, DASH);
    const turn = angle();
    const [toX, toY] = [x + Math.cos(turn) * step, y + Math.sin(turn) * step];
    const whole = (a: number, b: number): Corner => [Math.trunc(a), Math.trunc(b)];
    if (drawn && width > 0) canvas.line(whole(x, y), whole(toX, toY), width, ink);
    left -= step;
    [x, y] = [toX, toY];
  }
}

/** A box whose corners are given one by one. Its first side is dashed, so that it shows how the box is turned. */
function drawTurned(canvas: Canvas, box: readonly number[], width: number, ink: Ink, filling: Ink | null): void {
  const corners = cornersOf(box);
  dashed(canvas, corners[0] as Corner, corners[1] as Corner, width, ink);
  for (const i of [1, 2, 3]) {
    if (width > 0) canvas.line(corners[i] as Corner, corners[(i + 1) % 4] as Corner, width, ink);
  }
  if (filling) canvas.polygon(corners, filling);
}

function drawUpright(canvas: Canvas, box: readonly number[], width: number, ink: Ink, filling: Ink | null): void {
  const sides = box as unknown as readonly [number, number, number, number];
  if (filling) canvas.rectangle(...sides, filling);
  canvas.frame(...sides, width, ink);
}

/** Boxes as whole numbers. */
function readBoxes(boxes: Tensor): number[][] {
  const sides = boxes.shape.at(-1);
  if (boxes.ndim !== 2 || (sides !== 4 && sides !== 8)) {
    throw valueError('drawBoundingBoxes(): boxes should be [N, 4], or [N, 8] with four corners each');
  }
  const given = plain(boxes).detach().tolist<number[][]>();
  const fits = ([left = 0, top = 0, right = 0, bottom = 0]: readonly number[]): boolean =>
    left <= right && top <= bottom;
  if (sides === 4 && !given.every(fits)) {
    throw valueError('Boxes need to be in (xmin, ymin, xmax, ymax) format. Use vision.ops.boxConvert to convert them');
  }
  if (given.flat().some((x) => !Number.isFinite(x))) throw valueError('drawBoundingBoxes(): a box is not finite');
  return wholeNumbers(boxes) as number[][];
}

/**
 * A picture with frames around boxes. Unlike torchvision's, it writes no labels.
 *
 * @param image - `[3 or 1, H, W]` of bytes, or of floats from 0 to 1.
 * @param boxes - `[N, 4]`: left, top, right, bottom; or `[N, 8]`: x and y of four corners, of turned boxes.
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
  const { colors: given, fill, width } = readArguments('drawBoundingBoxes', BOXES, [image, boxes, ...args]);
  checkPicture(image);
  if (image.shape[0] !== 1 && image.shape[0] !== 3) throw valueError('Only grayscale and RGB images are supported');
  const list = readBoxes(boxes);
  if (list.length === 0) {
    warn("boxes doesn't contain any box. No box was drawn");
    return image;
  }
  const colors = colorsFor(given, list.length);
  return drawnOn(image, fill, (canvas) => {
    list.forEach((box, i) => {
      const color = colors[i] as readonly [number, number, number];
      const draw = box.length === 8 ? drawTurned : drawUpright;
      draw(canvas, box, width, [...color, 255], fill ? [...color, COVER] : null);
    });
  });
}
