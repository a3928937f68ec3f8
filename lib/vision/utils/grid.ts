import { bool, float, int, nullable, value } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import { nameOf } from '../../arguments/describe';
import type { Mixed } from '../../arguments/signature';
import { typeError, valueError } from '../../errors';
import { Tensor } from '../../index';
import * as torch from '../../index';

export interface GridOptions {
  /** How many pictures stand in a row. @defaultValue 8 */
  readonly nrow?: number;
  /** The pixels between pictures and around them. @defaultValue 2 */
  readonly padding?: number;
  /** Bring values to 0 to 1. @defaultValue false */
  readonly normalize?: boolean;
  /** The values that become 0 and 1. @defaultValue null, which means the least and the most of the pictures */
  readonly valueRange?: readonly [least: number, most: number] | null;
  /** Normalize each picture for itself. @defaultValue false */
  readonly scaleEach?: boolean;
  /** What the pixels between pictures hold. @defaultValue 0 */
  readonly padValue?: number;
}

/** The values that become 0 and 1. @internal */
export type Range = readonly [least: number, most: number];
const isRange = (given: unknown): boolean =>
  Array.isArray(given) && given.length === 2 && given.every((one) => typeof one === 'number');

/** @internal */
export const GRID = {
  tensor: value<Tensor | readonly Tensor[]>('a Tensor or an array of tensors', () => true),
  nrow: int(8),
  padding: int(2),
  normalize: bool(false),
  valueRange: nullable(value<Range>('[least, most]', isRange)),
  scaleEach: bool(false),
  padValue: float(0),
};

/** A batch of pictures with three channels, or more. @internal */
export function batchOf(given: unknown): Tensor {
  let pictures = stacked(given);
  if (pictures.ndim === 2) pictures = pictures.unsqueeze(0);
  if (pictures.ndim === 3) {
    pictures = (pictures.shape[0] === 1 ? torch.cat([pictures, pictures, pictures], 0) : pictures).unsqueeze(0);
  }
  if (pictures.ndim !== 4)
    throw valueError(`makeGrid(): expected pictures [N, C, H, W], got ${pictures.ndim} dimensions`);
  return pictures.shape[1] === 1 ? torch.cat([pictures, pictures, pictures], 1) : pictures;
}

function stacked(given: unknown): Tensor {
  if (given instanceof Tensor) return given;
  if (!Array.isArray(given)) throw typeError(`tensor or list of tensors expected, got ${nameOf(given)}`);
  const wrong = (given as unknown[]).find((one) => !(one instanceof Tensor));
  if (wrong !== undefined) {
    throw typeError(`tensor or list of tensors expected, got a list containing ${nameOf(wrong)}`);
  }
  if (given.length === 0) throw valueError('makeGrid(): there is no picture');
  return torch.stack(given as Tensor[], 0);
}

function normalizeInPlace(pictures: Tensor, range: Range | null): void {
  toRange(pictures, range ?? [pictures.min().item(), pictures.max().item()]);
}

/** Makes the values of a range those from 0 to 1, in place. @internal */
export function toRange(pictures: Tensor, [least, most]: Range): Tensor {
  return pictures
    .clamp_(least, most)
    .sub_(least)
    .div_(Math.max(most - least, 1e-5));
}

/**
 * Pictures side by side in one.
 *
 * @param tensor - Pictures `[N, C, H, W]`, one picture, or an array of pictures of one size.
 * @param args - How they stand.
 * @returns `[C, H, W]`
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.utils.make_grid.html
 * @example
 * vision.utils.makeGrid(torch.rand([5, 3, 8, 8]), { nrow: 3 }).shape; // [3, 22, 32]
 */
export function makeGrid(
  tensor: Tensor | readonly Tensor[],
  ...args: Mixed<
    [
      nrow?: number,
      padding?: number,
      normalize?: boolean,
      valueRange?: readonly [least: number, most: number] | null,
      scaleEach?: boolean,
      padValue?: number,
    ],
    GridOptions
  >
): Tensor {
  const read = readArguments('makeGrid', GRID, [tensor, ...args]);
  return torch.noGrad(() => torch.scope(() => grid(batchOf(read.tensor), read)));
}

/** How pictures of one size stand in a grid. */
interface GridPlan {
  /** The height of the grid. */
  readonly height: number;
  /** Its width. */
  readonly width: number;
  /** The row and the column of the upper left corner of each picture. */
  readonly corners: readonly (readonly [y: number, x: number])[];
}

/** Where each of `count` pictures stands; one alone has nothing around it. @internal */
export function gridPlan(
  count: number,
  size: readonly [number, number],
  form: { nrow: number; padding: number },
): GridPlan {
  const { nrow, padding } = form;
  if (nrow < 1) throw valueError(`makeGrid(): nrow should be at least 1, got ${nrow}`);
  if (count === 0) throw valueError('makeGrid(): there is no picture');
  if (count === 1) return { height: size[0], width: size[1], corners: [[0, 0]] };
  const columns = Math.min(nrow, count);
  const rows = Math.ceil(count / columns);
  const [height, width] = size.map((extent) => extent + padding) as [number, number];
  const corners = Array.from({ length: count }, (_, i): [number, number] => [
    Math.floor(i / columns) * height + padding,
    (i % columns) * width + padding,
  ]);
  return { height: height * rows + padding, width: width * columns + padding, corners };
}

function grid(given: Tensor, options: Required<GridOptions>): Tensor {
  const { normalize, valueRange, scaleEach, padValue } = options;
  const [count, channels, h, w] = given.shape as [number, number, number, number];
  const { height, width, corners } = gridPlan(count, [h, w], options);
  const pictures = normalize ? given.clone() : given;
  if (normalize && scaleEach) pictures.unbind(0).forEach((one) => normalizeInPlace(one, valueRange));
  else if (normalize) normalizeInPlace(pictures, valueRange);
  if (count === 1) return pictures.squeeze(0);
  const { dtype, device } = pictures;
  const out = torch.full([channels, height, width], padValue, { dtype, device });
  corners.forEach(([y, x], i) => out.narrow(1, y, h).narrow(2, x, w).copy_(pictures.index(i)));
  return out;
}
