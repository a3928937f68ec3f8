import { choice, keyword, nullable, required, value } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import { show } from '../../arguments/describe';
import { valueError } from '../../errors';
import type { Tensor } from '../../index';
import { tupleText } from '../text';
import { TV_TENSOR, TVTensor, type TVTensorOptions, type TensorData, tensorOf } from './tv-tensor';

/**
 * What the numbers of a box are: two corners, a corner and a size, or a centre and a size; with an `R` the last number is
 * an angle in degrees, and `XYXYXYXY` are the four corners of a rotated box.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.tv_tensors.BoundingBoxFormat.html
 * @example
 * const { BoundingBoxes, BoundingBoxFormat } = vision.tvTensors;
 * const boxes = new BoundingBoxes([[2, 3, 10, 20]], { format: BoundingBoxFormat.XYWH, canvasSize: [32, 32] });
 * boxes.format; // 'XYWH'
 */
export const BoundingBoxFormat = Object.freeze({
  XYXY: 'XYXY',
  XYWH: 'XYWH',
  CXCYWH: 'CXCYWH',
  XYWHR: 'XYWHR',
  CXCYWHR: 'CXCYWHR',
  XYXYXYXY: 'XYXYXYXY',
});
export type BoundingBoxFormat = keyof typeof BoundingBoxFormat;
/** A format in large letters or in small ones. */
export type BoundingBoxFormatLike = BoundingBoxFormat | Lowercase<BoundingBoxFormat>;

/** How boxes that reach over the edge are cut: to the edge, so that their shape stays (of rotated ones), or not at all. */
export type ClampingMode = 'soft' | 'hard' | null;

/** Height and width of a picture. */
export type CanvasSize = readonly [height: number, width: number];

/**
 * Whether boxes of a format are rotated.
 *
 * @example
 * vision.tvTensors.isRotatedBoundingFormat('XYWHR'); // true
 */
export function isRotatedBoundingFormat(format: BoundingBoxFormatLike): boolean {
  return ['XYWHR', 'CXCYWHR', 'XYXYXYXY'].includes(formatOf(format));
}

/** How many numbers a box of a format has. @internal */
export function numbersOf(format: BoundingBoxFormat): number {
  return format === 'XYXYXYXY' ? 8 : isRotatedBoundingFormat(format) ? 5 : 4;
}

/** A format by its name, in large letters or in small ones. @internal */
export function formatOf(format: unknown): BoundingBoxFormat {
  const name = typeof format === 'string' ? format.toUpperCase() : '';
  if (name in BoundingBoxFormat) return name as BoundingBoxFormat;
  throw valueError(`format should be one of ${Object.keys(BoundingBoxFormat).join(', ')}, got ${show(format)}`);
}

export interface BoundingBoxesOptions extends TVTensorOptions {
  /** What the numbers of a box are, such as `'XYXY'`. */
  readonly format: BoundingBoxFormatLike;
  /** Height and width of the picture that the boxes are in. */
  readonly canvasSize: CanvasSize;
  /** What transforms do with boxes that reach over the edge; null leaves them. @defaultValue 'soft' */
  readonly clampingMode?: ClampingMode;
}

const isSize = (given: unknown): boolean =>
  Array.isArray(given) && given.length === 2 && given.every((n) => Number.isSafeInteger(n) && n >= 0);

const BOXES = {
  data: required(value<TensorData>('a tensor or numbers', (given) => given !== null)),
  format: keyword(value<BoundingBoxFormatLike>('a format', (given) => typeof given === 'string')),
  canvasSize: keyword(value<CanvasSize>('[height, width]', isSize)),
  clampingMode: keyword(nullable(choice(['soft', 'hard']), 'soft')),
  ...TV_TENSOR,
};

/** One box as a row of boxes; and only the shapes that boxes have. */
function rows(data: TensorData, format: BoundingBoxFormat, options: TVTensorOptions): BoundingBoxes {
  const made = tensorOf(BoundingBoxes, data, options);
  if (!made.isFloatingPoint() && isRotatedBoundingFormat(format)) {
    throw valueError(`Rotated bounding boxes should be floating point tensors, got ${String(made.dtype)}.`);
  }
  return asRows(made);
}

function asRows(made: BoundingBoxes): BoundingBoxes {
  if (made.ndim === 1) return made.unsqueeze(0).asSubclass(BoundingBoxes);
  if (made.ndim === 2) return made;
  throw valueError(`Expected a 1D or 2D tensor, got ${made.ndim}D`);
}

/**
 * Boxes in a picture, `[N, 4]`; `[N, 5]` or `[N, 8]` where they are rotated.
 *
 * @throws TorchValueError for an unknown format, for a tensor of another number of dimensions.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.tv_tensors.BoundingBoxes.html
 * @example
 * const boxes = new vision.tvTensors.BoundingBoxes([[10, 20, 30, 40]], { format: 'XYXY', canvasSize: [64, 96] });
 * boxes.format; // 'XYXY'
 */
export class BoundingBoxes extends TVTensor {
  readonly format: BoundingBoxFormat;
  readonly canvasSize: CanvasSize;
  readonly clampingMode: ClampingMode;

  constructor(...args: [data: TensorData, options: BoundingBoxesOptions]) {
    const { data, format, canvasSize, clampingMode, ...options } = readArguments('BoundingBoxes', BOXES, args);
    const name = formatOf(format);
    super(rows(data, name, options));
    this.format = name;
    this.canvasSize = [canvasSize[0], canvasSize[1]];
    this.clampingMode = clampingMode;
  }

  override describe(): Readonly<Record<string, unknown>> {
    const { format, canvasSize, clampingMode } = this;
    return {
      format: `BoundingBoxFormat.${format}`,
      canvas_size: tupleText(canvasSize),
      clamping_mode: clampingMode ?? 'None',
    };
  }
}

export interface BoxChanges {
  /** Another format. */
  readonly format?: BoundingBoxFormat;
  /** Another height and width. */
  readonly canvasSize?: CanvasSize;
  /** Another way to cut boxes at the edge. */
  readonly clampingMode?: ClampingMode;
}

/** Boxes of a tensor, with what is known of others. @internal */
export function boxesLike(tensor: Tensor, like: BoundingBoxes, changes: BoxChanges = {}): BoundingBoxes {
  const { format, canvasSize, clampingMode } = { ...pickOf(like), ...changes };
  return Object.assign(asRows(tensor.asSubclass(BoundingBoxes)), { format, canvasSize, clampingMode });
}

const pickOf = ({ format, canvasSize, clampingMode }: BoundingBoxes): Required<BoxChanges> => ({
  format,
  canvasSize,
  clampingMode,
});
