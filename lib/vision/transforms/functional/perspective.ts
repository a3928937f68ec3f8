import { nullable, value } from '../../../arguments/fields';
import { readArguments } from '../../../arguments/read';
import type { Mixed } from '../../../arguments/signature';
import { valueError } from '../../../errors';
import type { Tensor } from '../../../index';
import * as torch from '../../../index';
import { boxesLike, type BoundingBoxes, isRotatedBoundingFormat } from '../../tv-tensors/bounding-boxes';
import { plain } from '../../tv-tensors/tv-tensor';
import { isNumbers, tensor } from '../arguments';
import type { Fill } from '../types';
import { aroundCorners, cornersOf, withOnes } from './affine-boxes';
import { clampedTo, converted } from './box-formats';
import { checkGrid, gridType, notInvertible, perspectiveGrid, throughGrid } from './grid';
import { type Interpolation, interpolationField, modeOf } from './interpolation';
import { kernel, onMask } from './kernels';
import { fillField } from './pad';

/** Four places: upper left, upper right, lower right, lower left. */
export type Corners = readonly (readonly number[])[];

/** What takes the corners of the result to those of the picture. @internal */
export function perspectiveCoefficients(start: Corners, end: Corners): number[] {
  if (start.length !== 4 || end.length !== 4) {
    throw valueError(
      `Please provide exactly four corners, got ${start.length} startpoints and ${end.length} endpoints.`,
    );
  }
  const rows = end.flatMap((to, i) => {
    const [x, y] = to as [number, number];
    const [u, v] = start[i] as [number, number];
    return [
      [x, y, 1, 0, 0, 0, -u * x, -u * y],
      [0, 0, 0, x, y, 1, -v * x, -v * y],
    ];
  });
  const a = torch.stack(rows.map((row) => torch.tensor(row).to(torch.float64)));
  const b = torch.tensor(start.flat(), { dtype: torch.float64 });
  const [solution] = torch.linalg.lstsq(a, b, { driver: 'gels' });
  return solution.to(torch.float32).tolist<number[]>();
}

function perspectiveImage(
  image: Tensor,
  ...[coefficients, interpolation = 'bilinear', fill = null]: Arguments
): Tensor {
  const mode = modeOf(interpolation);
  checkGrid(image, mode, fill);
  return throughGrid(image, perspectiveGrid(coefficients, image), mode, fill);
}
type Arguments = [coefficients: readonly number[], interpolation?: Interpolation, fill?: Fill];

/** The coefficients of the way back, as two matrices `[2, 3]`. */
function inverse(coefficients: readonly number[], options: object): [above: Tensor, below: Tensor] {
  const [a, b, c, d, e, f, g, h] = coefficients as [number, number, number, number, number, number, number, number];
  const denominator = a * e - b * d;
  if (denominator === 0) throw notInvertible(coefficients, denominator);
  const above = [e - f * h, -b + c * h, b * f - c * e, -d + f * g, a - c * g, -a * f + c * d];
  const below = [-e * g + d * h, -a * h + b * g].map((n) => n / denominator);
  return [
    torch
      .tensor(
        above.map((n) => n / denominator),
        options,
      )
      .reshape([2, 3]),
    torch.tensor([...below, 1, ...below, 1], options).reshape([2, 3]),
  ];
}

function perspectiveBoxes(boxes: BoundingBoxes, coefficients: readonly number[]): BoundingBoxes {
  if (boxes.numel() === 0) return boxes;
  const { format, shape, dtype, canvasSize, clampingMode } = boxes;
  const rotated = isRotatedBoundingFormat(format);
  const middle = rotated ? 'XYXYXYXY' : 'XYXY';
  const upright = converted(plain(boxes), format, middle).reshape([-1, rotated ? 8 : 4]);
  const options = { dtype: gridType(upright), device: upright.device };
  const [above, below] = inverse(coefficients, options);
  const points = withOnes(cornersOf(upright, rotated).to(options.dtype));
  const moved = aroundCorners(points.matmul(above.T).div_(points.matmul(below.T)), rotated);
  const clamped = clampedTo(moved, middle, canvasSize, clampingMode);
  return boxesLike(converted(clamped, middle, format).reshape(shape).to(dtype), boxes);
}

/** @internal */
export const skewing = kernel<Arguments>('perspective', {
  image: perspectiveImage,
  mask: onMask<Arguments>((mask, coefficients, _mode, fill) => perspectiveImage(mask, coefficients, 'nearest', fill)),
  boxes: (boxes, coefficients) => perspectiveBoxes(boxes, coefficients),
});

const isCorners = (given: unknown): boolean => Array.isArray(given) && given.every(isNumbers);
const PERSPECTIVE = {
  inpt: tensor(),
  startpoints: nullable(value<Corners>('four places [x, y]', isCorners)),
  endpoints: nullable(value<Corners>('four places [x, y]', isCorners)),
  interpolation: interpolationField('bilinear'),
  fill: fillField(null),
  coefficients: nullable(value<readonly number[]>('eight numbers', isNumbers)),
};

export interface PerspectiveOptions {
  /** Where the corners are: upper left, upper right, lower right, lower left. */
  readonly startpoints?: Corners | null;
  /** Where they go. */
  readonly endpoints?: Corners | null;
  /** How pixels between pixels are found: `'nearest'` or `'bilinear'`. @defaultValue 'bilinear' */
  readonly interpolation?: Interpolation;
  /** What pixels from outside hold: a number, or one for each channel. @defaultValue null, which means 0 */
  readonly fill?: Fill;
  /** The eight numbers themselves, in place of the corners. @defaultValue null */
  readonly coefficients?: readonly number[] | null;
}

/**
 * The input as seen from elsewhere: four corners go to four other places.
 *
 * @param inpt - A picture or video `[…, C, H, W]`, a mask, or boxes.
 * @throws TorchValueError unless either the corners or the coefficients are given.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.functional.perspective.html
 * @example
 * const corners = [[0, 0], [7, 0], [7, 7], [0, 7]];
 * vision.transforms.functional.perspective(torch.rand([3, 8, 8]), corners, corners).shape; // [3, 8, 8]
 */
export function perspective<T extends Tensor>(
  inpt: T,
  ...args: Mixed<
    [
      startpoints: Corners | null,
      endpoints: Corners | null,
      interpolation?: Interpolation,
      fill?: Fill,
      coefficients?: readonly number[] | null,
    ],
    PerspectiveOptions
  >
): T {
  const read = readArguments('perspective', PERSPECTIVE, [inpt, ...args]);
  return skewing(inpt, chosen(read.startpoints, read.endpoints, read.coefficients), read.interpolation, read.fill);
}

function chosen(start: Corners | null, end: Corners | null, given: readonly number[] | null): readonly number[] {
  if (given === null) {
    if (start && end) return perspectiveCoefficients(start, end);
    throw valueError('Either the startpoints/endpoints or the coefficients must have non `null` values.');
  }
  if (start && end) {
    throw valueError("The startpoints/endpoints and the coefficients shouldn't be defined concurrently.");
  }
  if (given.length !== 8) throw valueError('Argument coefficients should have 8 float values');
  return given;
}
