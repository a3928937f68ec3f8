import { float, nullable, optional, value } from '../../../arguments/fields';
import { readArguments } from '../../../arguments/read';
import { valueError } from '../../../errors';
import type { Tensor } from '../../../index';
import {
  BoundingBoxes,
  type BoundingBoxFormat,
  type BoundingBoxFormatLike,
  type CanvasSize,
  boxesLike,
  formatOf,
  isRotatedBoundingFormat,
} from '../../tv-tensors/bounding-boxes';
import { isPureTensor, plain } from '../../tv-tensors/tv-tensor';
import { tensor } from '../arguments';
import { converted } from './box-formats';

/** Which boxes are large enough and inside of their picture, `[N]` of booleans. @internal */
export function validBoxes(
  boxes: Tensor,
  format: BoundingBoxFormat,
  [height, width]: CanvasSize,
  { minSize, minArea }: { readonly minSize: number; readonly minArea: number },
): Tensor {
  const rotated = isRotatedBoundingFormat(format);
  const corners = converted(plain(boxes), format, rotated ? 'XYXYXYXY' : 'XYXY');
  const at = (i: number): Tensor => corners.index('...', i);
  const apart = (a: number, b: number): Tensor => at(a).sub(at(b));
  const long = (x: Tensor, y: Tensor): Tensor => x.pow(2).add(y.pow(2)).sqrt();
  const ws = rotated ? long(apart(0, 2), apart(1, 3)) : apart(2, 0);
  // The second side of rotated boxes as torchvision measures it.
  const hs = rotated ? long(apart(3, 5), apart(4, 6)) : apart(3, 1);
  const positive = corners.ge(0).all(-1);
  const conditions = [ws.ge(minSize), hs.ge(minSize), positive, ws.mul(hs).ge(minArea)];
  const last = rotated ? 8 : 4;
  for (let i = 0; i < last; i++) conditions.push(at(i).le(i % 2 === 0 ? width : height));
  return conditions.reduce((all, one) => all.bitwiseAnd(one));
}

const SANITIZE = {
  boundingBoxes: tensor(),
  format: nullable(value<BoundingBoxFormatLike>('a format', (given) => typeof given === 'string')),
  canvasSize: optional(
    nullable(value<CanvasSize>('[height, width]', (given) => Array.isArray(given) && given.length === 2)),
  ),
  minSize: float(1),
  minArea: float(1),
};

export interface SanitizeOptions {
  /** What the numbers of an ordinary tensor are; `BoundingBoxes` know it. @defaultValue null */
  readonly format?: BoundingBoxFormatLike | null;
  /** Height and width of the picture; `BoundingBoxes` know it. @defaultValue null */
  readonly canvasSize?: CanvasSize | null;
  /** The least width and height. @defaultValue 1 */
  readonly minSize?: number;
  /** The least area. @defaultValue 1 */
  readonly minArea?: number;
}

/**
 * The boxes that are large enough and inside of their picture, and which they are.
 *
 * @param boundingBoxes - `BoundingBoxes`, or an ordinary tensor `[N, 4]`.
 * @param options - What an ordinary tensor does not say, and what is large enough.
 * @throws TorchValueError for ordinary tensors without format and size.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.functional.sanitize_bounding_boxes.html
 * @example
 * const boxes = torch.tensor([[0, 0, 4, 4], [2, 2, 2, 3]]);
 * const options = { format: 'XYXY', canvasSize: [8, 8] } as const;
 * const [kept, valid] = vision.transforms.functional.sanitizeBoundingBoxes(boxes, options);
 * kept.tolist(); // [[0, 0, 4, 4]]
 * valid.tolist(); // [true, false]
 */
export function sanitizeBoundingBoxes<T extends Tensor>(
  boundingBoxes: T,
  options: SanitizeOptions = {},
): [boxes: T, valid: Tensor] {
  const read = readArguments('sanitizeBoundingBoxes', SANITIZE, [boundingBoxes, options]);
  const { format, canvasSize = null, minSize, minArea } = read;
  if (isPureTensor(boundingBoxes)) {
    if (format === null || canvasSize === null) {
      throw valueError(
        'format and canvasSize cannot be null if boundingBoxes is a pure tensor. ' +
          `Got format=${String(format)} and canvasSize=${String(canvasSize)}. ` +
          'Set those to appropriate values or pass boundingBoxes as a tvTensors.BoundingBoxes object.',
      );
    }
    const valid = validBoxes(boundingBoxes, formatOf(format), canvasSize, { minSize, minArea });
    return [boundingBoxes.index(valid) as T, valid];
  }
  if (!(boundingBoxes instanceof BoundingBoxes)) {
    throw valueError('boundingBoxes must be a tvTensors.BoundingBoxes instance or a pure tensor.');
  }
  if (format !== null || canvasSize !== null) {
    throw valueError(
      'format and canvasSize must be null when boundingBoxes is a tvTensors.BoundingBoxes instance. ' +
        `Got format=${String(format)} and canvasSize=${String(canvasSize)}. ` +
        'Leave those to null or pass boundingBoxes as a pure tensor.',
    );
  }
  const valid = validBoxes(boundingBoxes, boundingBoxes.format, boundingBoxes.canvasSize, { minSize, minArea });
  return [boxesLike(plain(boundingBoxes).index(valid), boundingBoxes) as Tensor as T, valid];
}
