import { bool, float, int, ints } from '../../arguments/fields';
import { readOptions } from '../../arguments/read';
import { nn, type Tensor } from '../../index';
import * as torch from '../../index';
import { floatText, tupleText } from '../text';
import { byPlace, checkPlaces, inGroups, listOf, pair, regionsOf } from './regions';

export interface RoIAlignOptions {
  /** The height and width of the result, or one number for both. */
  readonly outputSize: number | readonly [number, number];
  /** What a coordinate of a box is multiplied by: 0.5 for features of half the picture's size. @defaultValue 1 */
  readonly spatialScale?: number;
  /** The number of samples across and down each place; below 1, as many as the box needs. @defaultValue -1 */
  readonly samplingRatio?: number;
  /** Whether coordinates are of the centres of pixels, half a pixel less. @defaultValue false */
  readonly aligned?: boolean;
}

const PLACED = { outputSize: { ...ints(), required: true }, spatialScale: float(1), samplingRatio: int(-1) };
const OPTIONS = { ...PLACED, aligned: bool(false) };

interface Plan {
  readonly height: number;
  readonly width: number;
  readonly spatialScale: number;
  readonly samplingRatio: number;
  readonly aligned: boolean;
  /** Whether each place of the result has channels of its own. */
  readonly placed: boolean;
}

/** For each box, the indices below and above each sample along one axis, and its weights; outside, the weights are 0. */
function along(start: Tensor, length: Tensor, places: number, samples: number, size: number) {
  const step = length.div(places);
  const inner = torch.arange(samples).add(0.5).to(start.dtype).div(samples);
  const grid = torch.arange(places).to(start.dtype).unsqueeze(1).add(inner).flatten();
  const at = start.unsqueeze(1).add(step.unsqueeze(1).mul(grid));
  const inside = at.ge(-1).logicalAnd(at.le(size)).to(at.dtype);
  // What is far outside does not fit into an integer.
  const position = at.clamp({ min: 0, max: size });
  const low = position.to(torch.int64).clamp({ max: size - 1 });
  const high = low.add(1).clamp({ max: size - 1 });
  const above = torch.where(low.ge(size - 1), torch.zerosLike(position), position.sub(low));
  return { low, high, above: above.mul(inside), below: torch.rsub(above, 1).mul(inside) };
}

/** Boxes that all take `down` × `across` samples in each place. */
function sampled(input: Tensor, boxes: Tensor, plan: Plan, down: number, across: number): Tensor {
  const { height, width, spatialScale, aligned, placed } = plan;
  const [, , h, w] = input.shape as [number, number, number, number];
  const scaled = boxes
    .narrow(1, 1, 4)
    .mul(spatialScale)
    .sub(aligned ? 0.5 : 0);
  const [x1, y1, x2, y2] = scaled.unbind(1) as [Tensor, Tensor, Tensor, Tensor];
  const extent = (from: Tensor, to: Tensor): Tensor => (aligned ? to.sub(from) : to.sub(from).clamp({ min: 1 }));
  const y = along(y1, extent(y1, y2), height, down, h);
  const x = along(x1, extent(x1, x2), width, across, w);
  const picture = boxes.select(1, 0).to(torch.int64).view([-1, 1, 1]);
  // Channels last: one place of the picture is one row.
  const features = placed ? byPlace(input, [height, width]) : input.permute([0, 2, 3, 1]);
  const place = (count: number, samples: number): Tensor =>
    torch.arange(count, { device: input.device }).repeatInterleave(samples);
  const places = placed ? [place(height, down).unsqueeze(1), place(width, across)] : [];
  const corner = (row: Tensor, column: Tensor, vertical: Tensor, horizontal: Tensor): Tensor =>
    features
      .index(picture, row.unsqueeze(2), column.unsqueeze(1), ...places)
      .mul(vertical.unsqueeze(2).mul(horizontal.unsqueeze(1)).unsqueeze(3));
  const values = corner(y.low, x.low, y.below, x.below)
    .add(corner(y.low, x.high, y.below, x.above))
    .add(corner(y.high, x.low, y.above, x.below))
    .add(corner(y.high, x.high, y.above, x.above));
  const count = boxes.shape[0] as number;
  const mean = values
    .view([count, height, down, width, across, values.shape[3] as number])
    .sum([2, 4])
    .div(Math.max(1, down * across));
  return mean.permute([0, 3, 1, 2]);
}

/** The number of samples that each box takes down and across. */
function samplesOf(boxes: Tensor, { height, width, spatialScale, samplingRatio, aligned }: Plan): string[] {
  const need = (from: number, to: number, places: number): number => {
    const length = Math.fround(Math.fround(to * spatialScale) - Math.fround(from * spatialScale));
    return samplingRatio > 0
      ? samplingRatio
      : Math.max(0, Math.ceil((aligned ? length : Math.max(1, length)) / places));
  };
  return listOf(boxes).map(([, x1, y1, x2, y2]) => `${need(y1, y2, height)},${need(x1, x2, width)}`);
}

function alignAll(input: Tensor, boxes: Tensor | readonly Tensor[], plan: Plan, channels: number): Tensor {
  const { height, width } = plan;
  const regions = regionsOf(input, boxes);
  if (regions.shape[0] === 0) return input.newZeros([0, channels, height, width]);
  // Boxes that take equally many samples are computed together.
  return inGroups(samplesOf(regions, plan), input.device, (samples, members, which) => {
    const [down, across] = samples.split(',').map(Number) as [number, number];
    return down * across === 0
      ? input.newZeros([members.length, channels, height, width])
      : sampled(input, regions.indexSelect(0, which), plan, down, across);
  });
}

/**
 * The features of each box, brought to one size by the mean of interpolated samples.
 *
 * @param input - `[N, C, H, W]`, of floats.
 * @param boxes - `[K, 5]`, with the number of the picture first, or a list of `[L, 4]` with one tensor for each picture.
 * @returns `[K, C, height, width]`
 * @throws TorchValueError for boxes of another shape, not finite, or of a picture that is not there.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.ops.roi_align.html
 * @example
 * const features = torch.ones([1, 8, 16, 16]);
 * const boxes = [torch.tensor([[0, 0, 8, 8], [4, 4, 12, 12]], { dtype: torch.float32 })];
 * vision.ops.roiAlign(features, boxes, { outputSize: 4 }).shape; // [2, 8, 4, 4]
 */
export function roiAlign(input: Tensor, boxes: Tensor | readonly Tensor[], options: RoIAlignOptions): Tensor {
  const { outputSize, ...read } = readOptions('roiAlign', OPTIONS, options);
  const [height, width] = pair(outputSize);
  return alignAll(input, boxes, { ...read, height, width, placed: false }, input.shape[1] as number);
}

export interface PSRoIAlignOptions {
  /** The height and width of the result, or one number for both. */
  readonly outputSize: number | readonly [number, number];
  /** What a coordinate of a box is multiplied by: 0.5 for features of half the picture's size. @defaultValue 1 */
  readonly spatialScale?: number;
  /** The number of samples across and down each place; below 1, as many as the box needs. @defaultValue -1 */
  readonly samplingRatio?: number;
}

/**
 * {@link roiAlign} with `aligned`, where each place of the result has channels of its own.
 *
 * @param input - `[N, C * height * width, H, W]`, of floats.
 * @param boxes - `[K, 5]`, with the number of the picture first, or a list of `[L, 4]` with one tensor for each picture.
 * @returns `[K, C, height, width]`; a box without a size gives zeros, unlike torchvision's NaN.
 * @throws TorchValueError for boxes of another shape, not finite, of a picture that is not there, and for channels that are no multiple
 *   of height times width.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.ops.ps_roi_align.html
 * @example
 * const features = torch.arange(4).to(torch.float32).view([1, 4, 1, 1]).expand([1, 4, 5, 5]);
 * const boxes = torch.tensor([[0, 1, 1, 4, 4]]);
 * vision.ops.psRoiAlign(features, boxes, { outputSize: 2 }).tolist(); // [[[[0, 1], [2, 3]]]]
 */
export function psRoiAlign(input: Tensor, boxes: Tensor | readonly Tensor[], options: PSRoIAlignOptions): Tensor {
  const { outputSize, ...read } = readOptions('psRoiAlign', PLACED, options);
  const [height, width] = pair(outputSize);
  const plan = { ...read, height, width, aligned: true, placed: true };
  return alignAll(input, boxes, plan, checkPlaces(input, [height, width]));
}

/**
 * {@link roiAlign} as a layer.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.ops.RoIAlign.html
 * @example
 * const align = new vision.ops.RoIAlign({ outputSize: 7, spatialScale: 0.25, samplingRatio: 2 });
 * align.forward(torch.ones([1, 8, 16, 16]), torch.tensor([[0, 0, 0, 32, 32]])).shape; // [1, 8, 7, 7]
 */
export class RoIAlign extends nn.Module {
  readonly options: RoIAlignOptions;

  constructor(options: RoIAlignOptions) {
    super();
    this.options = readOptions('RoIAlign', OPTIONS, options) as RoIAlignOptions;
  }

  override forward(input: Tensor, rois: Tensor | readonly Tensor[]): Tensor {
    return roiAlign(input, rois, this.options);
  }

  override extraRepr(): string {
    const { outputSize, spatialScale, samplingRatio, aligned } = this.options as Required<RoIAlignOptions>;
    const size = typeof outputSize === 'number' ? outputSize : tupleText(outputSize);
    const flag = aligned ? 'True' : 'False';
    return `output_size=${size}, spatial_scale=${floatText(spatialScale)}, sampling_ratio=${samplingRatio}, aligned=${flag}`;
  }
}

/**
 * {@link psRoiAlign} as a layer.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.ops.PSRoIAlign.html
 * @example
 * const align = new vision.ops.PSRoIAlign({ outputSize: 2, spatialScale: 0.25, samplingRatio: 2 });
 * align.forward(torch.ones([1, 8, 16, 16]), torch.tensor([[0, 0, 0, 32, 32]])).shape; // [1, 2, 2, 2]
 */
export class PSRoIAlign extends nn.Module {
  readonly options: PSRoIAlignOptions;

  constructor(options: PSRoIAlignOptions) {
    super();
    this.options = readOptions('PSRoIAlign', PLACED, options) as PSRoIAlignOptions;
  }

  override forward(input: Tensor, rois: Tensor | readonly Tensor[]): Tensor {
    return psRoiAlign(input, rois, this.options);
  }

  override extraRepr(): string {
    const { outputSize, spatialScale, samplingRatio } = this.options as Required<PSRoIAlignOptions>;
    const size = typeof outputSize === 'number' ? outputSize : tupleText(outputSize);
    return `output_size=${size}, spatial_scale=${floatText(spatialScale)}, sampling_ratio=${samplingRatio}`;
  }
}
