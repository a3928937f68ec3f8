import type { Tensor } from '../../../index';
import * as torch from '../../../index';
import {
  boxesLike,
  type BoundingBoxes,
  type CanvasSize,
  isRotatedBoundingFormat,
} from '../../tv-tensors/bounding-boxes';
import { plain } from '../../tv-tensors/tv-tensor';
import { affineMatrix, inverseAffineMatrix, outputSize } from './affine-matrix';
import { clampedTo, converted } from './box-formats';
import { parallelogramToBoxes } from './rotated';

export interface AffineBoxes {
  readonly angle: number;
  readonly translate: readonly [number, number];
  readonly scale: number;
  readonly shear: readonly [number, number];
  readonly center: readonly [number, number] | null;
  /** Whether the picture becomes large enough for all of it. */
  readonly expand: boolean;
}

/** The corners of boxes as points, `[4 N, 2]`. @internal */
export function cornersOf(boxes: Tensor, rotated: boolean): Tensor {
  if (rotated) return boxes.reshape([-1, 2]);
  return boxes.index(':', [0, 1, 2, 1, 2, 3, 0, 3]).reshape([-1, 2]);
}

/** The upright boxes around four points each, or the rotated ones close to them. @internal */
export function aroundCorners(points: Tensor, rotated: boolean): Tensor {
  if (rotated) return parallelogramToBoxes(points.reshape([-1, 8]));
  const [least, most] = points.reshape([-1, 4, 2]).aminmax({ dim: 1 });
  return torch.cat([least, most], 1);
}

/** Points with a one behind them. @internal */
export function withOnes(points: Tensor): Tensor {
  const ones = torch.ones([points.shape[0] as number, 1], { dtype: points.dtype, device: points.device });
  return torch.cat([points, ones], -1);
}

/** Boxes that are moved with their picture. @internal */
export function affineBoxes(boxes: BoundingBoxes, given: AffineBoxes): BoundingBoxes {
  if (boxes.numel() === 0) return boxes;
  const { format, shape, dtype, clampingMode } = boxes;
  const rotated = isRotatedBoundingFormat(format);
  const middle = rotated ? 'XYXYXYXY' : 'XYXY';
  const floats = boxes.isFloatingPoint() ? plain(boxes).clone() : plain(boxes).float();
  const upright = converted(floats, format, middle).reshape([-1, rotated ? 8 : 4]);
  const center = given.center ?? [boxes.canvasSize[1] * 0.5, boxes.canvasSize[0] * 0.5];
  const parts = { ...given, center };
  const options = { dtype: upright.dtype, device: upright.device };
  const matrix = torch.tensor(affineMatrix(parts), options).reshape([2, 3]).T;
  const moved = aroundCorners(withOnes(cornersOf(upright, rotated)).matmul(matrix), rotated);
  const canvasSize = given.expand ? expanded(boxes.canvasSize, inverseAffineMatrix(parts)) : boxes.canvasSize;
  if (given.expand) moved.sub_(firstCorner(boxes.canvasSize, matrix).repeat([1, rotated ? 4 : 2]));
  const clamped = clampedTo(moved, middle, canvasSize, clampingMode);
  return boxesLike(converted(clamped, middle, format).reshape(shape).to(dtype), boxes, { canvasSize });
}

function expanded(canvas: CanvasSize, matrix: readonly number[]): CanvasSize {
  return outputSize(matrix, canvas);
}

/** Where the frame of the moved picture begins. */
function firstCorner([height, width]: CanvasSize, matrix: Tensor): Tensor {
  const frame = [
    [0, 0, 1],
    [0, height, 1],
    [width, height, 1],
    [width, 0, 1],
  ];
  const points = torch.tensor(frame, { dtype: matrix.dtype, device: matrix.device });
  return points.matmul(matrix).amin(0, true);
}
