import { count, nullable, value } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import type { Mixed } from '../../arguments/signature';
import { indexError, valueError } from '../../errors';
import { Tensor } from '../../index';
import * as torch from '../../index';
import { tupleText } from '../text';
import type { Canvas, Ink } from './canvas';
import { type Color, colorsField, colorsFor } from './colors';
import { aTensor, checkRgb, drawnOn, wholeNumbers } from './picture';

/** Two key points that a line connects. */
export type Connection = readonly [from: number, to: number];

export interface DrawKeypointsOptions {
  /** Pairs of key points, between which white lines are drawn where both are visible. @defaultValue null */
  readonly connectivity?: readonly Connection[] | null;
  /** The color of the points. @defaultValue null, which draws no points, as in torchvision */
  readonly colors?: Color | null;
  /** The radius of a point in pixels. @defaultValue 2 */
  readonly radius?: number;
  /** The width of a line in pixels. @defaultValue 3 */
  readonly width?: number;
  /** Which points are drawn, `[instances, K]`. @defaultValue null, which means all */
  readonly visibility?: Tensor | null;
}

const isPair = (one: unknown): boolean =>
  Array.isArray(one) && one.length === 2 && one.every((end) => Number.isInteger(end));
const isPairs = (given: unknown): boolean => Array.isArray(given) && given.every(isPair);
const KEYPOINTS = {
  image: aTensor(),
  keypoints: aTensor(),
  connectivity: nullable(value<readonly Connection[]>('a list of pairs of numbers', isPairs)),
  colors: colorsField,
  radius: count(0, 2),
  width: count(0, 3),
  visibility: nullable(value<Tensor>('a Tensor', (v) => v instanceof Tensor)),
};

/** Which points are drawn, of each instance. */
function visible(given: Tensor | null, keypoints: Tensor): boolean[][] {
  const [instances, points] = keypoints.shape as [number, number, number];
  if (given === null) return Array.from({ length: instances }, () => new Array<boolean>(points).fill(true));
  const flat = given.ndim === 3 ? given.squeeze(-1) : given;
  if (flat.ndim !== 2) {
    throw valueError(`visibility must be of shape (num_instances, K). Got ndim=${flat.ndim}`);
  }
  if (flat.shape[0] !== instances || flat.shape[1] !== points) {
    throw valueError(
      'keypoints and visibility must have the same dimensionality for num_instances and K. ' +
        `Got visibility.shape=${tupleText(flat.shape)} and keypoints.shape=${tupleText(keypoints.shape)}`,
    );
  }
  return flat.to(torch.bool).tolist<boolean[][]>();
}

function checkKeypoints(keypoints: Tensor, connectivity: readonly Connection[]): void {
  if (keypoints.ndim !== 3 || (keypoints.shape[2] as number) < 2) {
    throw valueError('keypoints must be of shape (num_instances, K, 2)');
  }
  if (!torch.isfinite(keypoints).all().item<boolean>()) throw valueError('drawKeypoints(): a key point is not finite');
  const points = keypoints.shape[1] as number;
  const wrong = connectivity.flat().find((point) => point < 0 || point >= points);
  if (wrong !== undefined) throw indexError(`connectivity names the key point ${wrong}, but there are ${points}`);
}

/** How points and lines look. */
interface Look {
  readonly dot: Ink | null;
  readonly radius: number;
  readonly width: number;
  readonly connectivity: readonly Connection[];
}

const LINE: Ink = [255, 255, 255, 255];

function drawInstance(canvas: Canvas, points: readonly number[][], seen: readonly boolean[], look: Look): void {
  const { dot, radius, width, connectivity } = look;
  const at = (i: number): readonly [number, number] => points[i]?.slice(0, 2) as unknown as readonly [number, number];
  points.forEach((_, i) => {
    const [x, y] = at(i);
    if (seen[i] && dot) canvas.ellipse(x - radius, y - radius, x + radius, y + radius, dot);
  });
  for (const [from, to] of connectivity) {
    if (seen[from] && seen[to] && width > 0) canvas.line(at(from), at(to), width, LINE);
  }
}

/**
 * A picture with key points, such as joints of people, and lines between them.
 *
 * @param image - `[3, H, W]` of bytes, or of floats from 0 to 1.
 * @param keypoints - `[instances, K, 2]`: column and row of each point.
 * @param args - How they look.
 * @returns `[3, H, W]` of the type of the picture.
 * @throws TorchValueError for other pictures, for points and visibilities of another shape; TorchError for a connection
 * of points that there are not.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.utils.draw_keypoints.html
 * @example
 * const points = torch.tensor([[[2, 2], [6, 5]]]);
 * vision.utils.drawKeypoints(torch.zeros([3, 8, 8]), points, { colors: 'red', radius: 1 }).index(0, 2, 2).item(); // 1
 */
export function drawKeypoints(
  image: Tensor,
  keypoints: Tensor,
  ...args: Mixed<
    [
      connectivity?: readonly Connection[] | null,
      colors?: Color | null,
      radius?: number,
      width?: number,
      visibility?: Tensor | null,
    ],
    DrawKeypointsOptions
  >
): Tensor {
  const read = readArguments('drawKeypoints', KEYPOINTS, [image, keypoints, ...args]);
  const { radius, width, visibility } = read;
  const connectivity = read.connectivity ?? [];
  checkRgb(image);
  checkKeypoints(keypoints, connectivity);
  const seen = visible(visibility, keypoints);
  const color = read.colors === null ? null : (colorsFor(read.colors, 1)[0] as readonly [number, number, number]);
  const look: Look = { dot: color && [...color, 255], radius, width, connectivity };
  const instances = wholeNumbers(keypoints) as number[][][];
  return drawnOn(image, false, (canvas) =>
    instances.forEach((points, i) => drawInstance(canvas, points, seen[i] as boolean[], look)),
  );
}
