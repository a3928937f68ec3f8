import { value } from '../../../arguments/fields';
import { readArguments } from '../../../arguments/read';
import type { Mixed } from '../../../arguments/signature';
import { valueError } from '../../../errors';
import { Tensor } from '../../../index';
import * as torch from '../../../index';
import { boxesLike, type BoundingBoxes, isRotatedBoundingFormat } from '../../tv-tensors/bounding-boxes';
import { plain } from '../../tv-tensors/tv-tensor';
import { tupleText } from '../../text';
import { tensor } from '../arguments';
import type { Fill } from '../types';
import { aroundCorners, cornersOf } from './affine-boxes';
import { clampedTo, converted } from './box-formats';
import { gridType, identityGrid, throughGrid } from './grid';
import { type Interpolation, interpolationField, modeOf } from './interpolation';
import { kernel, onMask } from './kernels';
import { fillField } from './pad';

type Elastic = [displacement: Tensor, interpolation?: Interpolation, fill?: Fill];

function checkShape(displacement: Tensor, [height, width]: readonly number[]): void {
  const expected = [1, height, width, 2] as number[];
  if (String(displacement.shape) === String(expected)) return;
  throw valueError(
    `Argument displacement shape should be ${tupleText(expected)}, but given ${tupleText(displacement.shape)}`,
  );
}

function elasticImage(image: Tensor, ...[displacement, interpolation = 'bilinear', fill = null]: Elastic): Tensor {
  const mode = modeOf(interpolation);
  const size = image.shape.slice(-2) as [number, number];
  const { device, dtype } = image;
  const half = device.type === 'cpu' && dtype === torch.float16;
  const picture = half ? image.to(torch.float32) : image;
  const type = gridType(picture);
  checkShape(displacement, size);
  const grid = identityGrid(size, type, device).add_(displacement.to({ dtype: type, device }));
  const seen = throughGrid(picture, grid, mode, fill);
  return half ? seen.to(torch.float16) : seen;
}

/** Moves boxes by the grid turned around, which is close to its inverse. */
function elasticBoxes(boxes: BoundingBoxes, displacement: Tensor): BoundingBoxes {
  const { format, canvasSize, shape, device, clampingMode } = boxes;
  checkShape(displacement, canvasSize);
  if (boxes.numel() === 0) return boxes;
  const dtype = gridType(boxes);
  const rotated = isRotatedBoundingFormat(format);
  const middle = rotated ? 'CXCYWHR' : 'XYXY';
  const given = converted(plain(boxes).clone(), format, middle).reshape([-1, rotated ? 5 : 4]);
  const grid = identityGrid(canvasSize, dtype, device).sub_(displacement.to({ dtype, device }));
  const points = rotated ? given.index(':', ':2').reshape([-1, 2]) : cornersOf(given, false);
  const places = (points.isFloatingPoint() ? points.ceil() : points).to(torch.int64);
  const x = places.index(':', 0).clamp(0, canvasSize[1] - 1);
  const y = places.index(':', 1).clamp(0, canvasSize[0] - 1);
  const size = torch.tensor([canvasSize[1], canvasSize[0]], { dtype, device }).mul(0.5);
  const moved = grid.index(0, y, x, ':').add_(1).mul_(size).sub_(0.5);
  const out = rotated ? torch.cat([moved, given.index(':', '2:')], 1) : aroundCorners(moved, false);
  const clamped = clampedTo(out.to(given.dtype), middle, canvasSize, clampingMode);
  return boxesLike(converted(clamped, middle, format).reshape(shape), boxes);
}

/** @internal */
export const bending = kernel<Elastic>('elastic', {
  image: elasticImage,
  mask: onMask<Elastic>((mask, displacement, _mode, fill) => elasticImage(mask, displacement, 'nearest', fill)),
  boxes: (boxes, displacement) => elasticBoxes(boxes, displacement),
});

const ELASTIC = {
  inpt: tensor(),
  displacement: value<Tensor>('a Tensor', (given) => given instanceof Tensor),
  interpolation: interpolationField('bilinear'),
  fill: fillField(null),
};

export interface ElasticOptions {
  /** How far each pixel moves, `[1, H, W, 2]`, as parts of half the picture. */
  readonly displacement?: Tensor;
  /** How pixels between pixels are found: `'nearest'` or `'bilinear'`. @defaultValue 'bilinear' */
  readonly interpolation?: Interpolation;
  /** What pixels from outside hold: a number, or one for each channel. @defaultValue null, which means 0 */
  readonly fill?: Fill;
}

/**
 * The input bent: each pixel moves for itself.
 *
 * @param inpt - A picture or video `[…, C, H, W]`, a mask, or boxes.
 * @throws TorchValueError for a displacement of another size.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.functional.elastic.html
 * @example
 * const still = torch.zeros([1, 4, 4, 2]);
 * vision.transforms.functional.elastic(torch.rand([3, 4, 4]), still).shape; // [3, 4, 4]
 */
export function elastic<T extends Tensor>(
  inpt: T,
  ...args: Mixed<[displacement: Tensor, interpolation?: Interpolation, fill?: Fill], ElasticOptions>
): T {
  const { displacement, interpolation, fill } = readArguments('elastic', ELASTIC, [inpt, ...args]);
  return bending(inpt, displacement, interpolation, fill);
}
