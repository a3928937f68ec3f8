import { float, ints } from '../../arguments/fields';
import { readOptions } from '../../arguments/read';
import { typeError } from '../../errors';
import { nn, type Tensor } from '../../index';
import * as torch from '../../index';
import { floatText, tupleText } from '../text';
import { byPlace, checkPlaces, inGroups, listOf, pair, regionsOf } from './regions';

export interface RoIPoolOptions {
  /** The height and width of the result, or one number for both. */
  readonly outputSize: number | readonly [number, number];
  /** What a coordinate of a box is multiplied by: 0.5 for features of half the picture's size. @defaultValue 1 */
  readonly spatialScale?: number;
}

const OPTIONS = { outputSize: { ...ints(), required: true }, spatialScale: float(1) };

/** From where to where a place of the result reaches along one axis of the picture. */
type Bin = readonly [start: number, end: number];

/** How boxes are cut into bins: whether the end of a box belongs to it, and where the picture ends. */
interface Cut {
  readonly inclusive: boolean;
  readonly most: number;
}

/** Half away from zero, as C rounds. */
const round = (value: number): number => Math.sign(value) * Math.round(Math.abs(value));

/** The bins of a box along one axis, computed in the precision of `near`. */
function binsOf(from: number, to: number, places: number, cut: Cut, near: (value: number) => number): Bin[] {
  const [first, last] = [round(near(from)), round(near(to))];
  const step = near(Math.max(last - first + (cut.inclusive ? 1 : 0), 1) / places);
  const inside = (at: number): number => Math.min(Math.max(at + first, 0), cut.most);
  return Array.from({ length: places }, (_, i) => [
    inside(Math.floor(near(i * step))),
    inside(Math.ceil(near((i + 1) * step))),
  ]);
}

const longestOf = (bins: readonly Bin[]): number => Math.max(1, ...bins.map(([start, end]) => end - start));

/** The rows or columns of bins of several boxes, `[K, bins, longest]`; short bins repeat their last one. */
interface Grid {
  readonly index: Tensor;
  /** Which of them are repeated. */
  readonly surplus: Tensor;
}

function gridOf(boxes: readonly (readonly Bin[])[], longest: number, device: torch.Device): Grid {
  const steps = Array.from({ length: longest }, (_, i) => i);
  const all = <T>(one: (bin: Bin, i: number) => T): T[][][] =>
    boxes.map((bins) => bins.map((bin) => steps.map((i) => one(bin, i))));
  const index = all(([start, end], i) => Math.max(0, Math.min(start + i, end - 1)));
  const surplus = all(([start, end], i) => i >= end - start);
  return {
    index: torch.tensor(index, { dtype: torch.int64, device }),
    surplus: torch.tensor(surplus, { dtype: torch.bool, device }),
  };
}

/** Pools what the bins of boxes hold, `[K, height, width, C]`, of a picture for each. */
type Pool = (pictures: Tensor, rows: Grid, columns: Grid) => Tensor;

interface Plan {
  readonly label: string;
  readonly size: readonly [height: number, width: number];
  readonly spatialScale: number;
  readonly inclusive: boolean;
  /** How many of the last rows and columns of the picture are not looked at. */
  readonly margin: number;
}

function poolAll(input: Tensor, boxes: Tensor | readonly Tensor[], plan: Plan, channels: number, pool: Pool): Tensor {
  const { label, inclusive, margin, size } = plan;
  if (input.dtype !== torch.float32 && input.dtype !== torch.float64) {
    throw typeError(`${label}() takes float32 or float64, not ${input.dtype.name}`);
  }
  const regions = regionsOf(input, boxes);
  if (regions.shape[0] === 0) return input.newZeros([0, channels, ...size]);
  const near = input.dtype === torch.float32 ? Math.fround : (value: number): number => value;
  const scale = near(plan.spatialScale);
  const bins = (from: number, to: number, axis: 0 | 1): Bin[] => {
    const cut = { inclusive, most: (input.shape[2 + axis] as number) - margin };
    return binsOf(from * scale, to * scale, size[axis], cut, near);
  };
  const found = listOf(regions);
  const down = found.map(([, , y1, , y2]) => bins(y1, y2, 0));
  const across = found.map(([, x1, , x2]) => bins(x1, x2, 1));
  const keys = found.map((_, i) => `${longestOf(down[i] as Bin[])},${longestOf(across[i] as Bin[])}`);
  // Boxes with bins of one size are computed together.
  const pooled = inGroups(keys, input.device, (key, members, which) => {
    const [height, width] = key.split(',').map(Number) as [number, number];
    const own = (all: readonly Bin[][]): Bin[][] => members.map((i) => all[i] as Bin[]);
    const pictures = regions.select(1, 0).indexSelect(0, which).to(torch.int64);
    return pool(pictures, gridOf(own(down), height, input.device), gridOf(own(across), width, input.device));
  });
  return pooled.permute([0, 3, 1, 2]);
}

/** Of `[K, height, long]` and `[K, width, wide]` both as `[K, height, long, width, wide]`. */
function crossed(rows: Tensor, columns: Tensor): [rows: Tensor, columns: Tensor] {
  return [rows.unsqueeze(3).unsqueeze(4), columns.unsqueeze(1).unsqueeze(2)];
}

const each = (pictures: Tensor): Tensor => pictures.view([-1, 1, 1, 1, 1]);

/** The largest value of each bin; 0 for those that hold nothing. */
function largest(input: Tensor): Pool {
  return (pictures, rows, columns) => {
    const features = input.permute([0, 2, 3, 1]);
    const values = features.index(each(pictures), ...crossed(rows.index, columns.index));
    const most = values.transpose(2, 3).flatten(3, 4).max(3)[0];
    const [noRow, noColumn] = [rows.surplus.select(2, 0), columns.surplus.select(2, 0)];
    return most.maskedFill(noRow.unsqueeze(2).logicalOr(noColumn.unsqueeze(1)).unsqueeze(3), 0);
  };
}

/** The mean of each bin, which has channels of its own. */
function mean(input: Tensor, [height, width]: readonly [number, number]): Pool {
  const places = (count: number): Tensor => torch.arange(count, { device: input.device });
  const [down, across] = [places(height).view([-1, 1, 1, 1]), places(width).view([-1, 1])];
  return (pictures, rows, columns) => {
    const features = byPlace(input, [height, width]);
    const values = features.index(each(pictures), ...crossed(rows.index, columns.index), down, across);
    const [noRow, noColumn] = crossed(rows.surplus, columns.surplus);
    const surplus = noRow.logicalOr(noColumn).unsqueeze(5);
    const counts = surplus.logicalNot().sum([2, 4]).clamp({ min: 1 });
    return values.maskedFill(surplus, 0).sum([2, 4]).div(counts);
  };
}

/**
 * The features of each box, brought to one size by the largest value of each part. Coordinates are rounded.
 *
 * @param input - `[N, C, H, W]`, of float32 or float64.
 * @param boxes - `[K, 5]`, with the number of the picture first, or a list of `[L, 4]` with one tensor for each picture.
 * @returns `[K, C, height, width]`; parts outside of the picture are 0.
 * @throws TorchValueError for boxes of another shape, not finite, or of a picture that is not there; TorchTypeError for other dtypes.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.ops.roi_pool.html
 * @example
 * const features = torch.arange(16).to(torch.float32).view([1, 1, 4, 4]);
 * vision.ops.roiPool(features, torch.tensor([[0, 0, 0, 3, 3]]), { outputSize: 2 }).tolist(); // [[[[5, 7], [13, 15]]]]
 */
export function roiPool(input: Tensor, boxes: Tensor | readonly Tensor[], options: RoIPoolOptions): Tensor {
  const { outputSize, spatialScale } = readOptions('roiPool', OPTIONS, options);
  const plan = { label: 'roiPool', size: pair(outputSize), spatialScale, inclusive: true, margin: 0 };
  return poolAll(input, boxes, plan, input.shape[1] as number, largest(input));
}

/**
 * The features of each box, brought to one size by the mean of each part; each part has channels of its own. Coordinates
 * are rounded. As in torchvision, the last row and column of the picture count in no part.
 *
 * @param input - `[N, C * height * width, H, W]`, of float32 or float64.
 * @param boxes - `[K, 5]`, with the number of the picture first, or a list of `[L, 4]` with one tensor for each picture.
 * @returns `[K, C, height, width]`; parts outside of the picture are 0.
 * @throws TorchValueError for boxes of another shape, not finite, of a picture that is not there, and for channels that are no multiple
 *   of height times width; TorchTypeError for other dtypes.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.ops.ps_roi_pool.html
 * @example
 * const features = torch.arange(4).to(torch.float32).view([1, 4, 1, 1]).expand([1, 4, 5, 5]);
 * vision.ops.psRoiPool(features, torch.tensor([[0, 0, 0, 4, 4]]), { outputSize: 2 }).tolist(); // [[[[0, 1], [2, 3]]]]
 */
export function psRoiPool(input: Tensor, boxes: Tensor | readonly Tensor[], options: RoIPoolOptions): Tensor {
  const { outputSize, spatialScale } = readOptions('psRoiPool', OPTIONS, options);
  const size = pair(outputSize);
  const channels = checkPlaces(input, size);
  const plan = { label: 'psRoiPool', size, spatialScale, inclusive: false, margin: 1 };
  return poolAll(input, boxes, plan, channels, mean(input, size));
}

/** What the layers have in common: their options and their text. */
abstract class RoIPooling extends nn.Module {
  readonly options: RoIPoolOptions;

  constructor(options: RoIPoolOptions) {
    super();
    this.options = readOptions('RoIPool', OPTIONS, options) as RoIPoolOptions;
  }

  override extraRepr(): string {
    const { outputSize, spatialScale } = this.options as Required<RoIPoolOptions>;
    const size = typeof outputSize === 'number' ? outputSize : tupleText(outputSize);
    return `output_size=${size}, spatial_scale=${floatText(spatialScale)}`;
  }
}

/**
 * {@link roiPool} as a layer.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.ops.RoIPool.html
 * @example
 * const pool = new vision.ops.RoIPool({ outputSize: 7, spatialScale: 0.25 });
 * pool.forward(torch.ones([1, 8, 16, 16]), torch.tensor([[0, 0, 0, 32, 32]])).shape; // [1, 8, 7, 7]
 */
export class RoIPool extends RoIPooling {
  override forward(input: Tensor, rois: Tensor | readonly Tensor[]): Tensor {
    return roiPool(input, rois, this.options);
  }
}

/**
 * {@link psRoiPool} as a layer.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.ops.PSRoIPool.html
 * @example
 * const pool = new vision.ops.PSRoIPool({ outputSize: 2, spatialScale: 0.25 });
 * pool.forward(torch.ones([1, 8, 16, 16]), torch.tensor([[0, 0, 0, 32, 32]])).shape; // [1, 2, 2, 2]
 */
export class PSRoIPool extends RoIPooling {
  override forward(input: Tensor, rois: Tensor | readonly Tensor[]): Tensor {
    return psRoiPool(input, rois, this.options);
  }
}
