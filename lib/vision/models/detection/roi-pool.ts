import { float, int, ints, required, value } from '../../../arguments/fields';
import { readOptions } from '../../../arguments/read';
import { valueError } from '../../../errors';
import { nn, type Tensor } from '../../../index';
import * as torch from '../../../index';
import { boxArea } from '../../ops/boxes';
import { roiAlign } from '../../ops/roi-align';
import { tupleText } from '../../text';
import type { Features, Size } from './types';

export interface MultiScaleRoIAlignOptions {
  /** The names of the feature maps that are used. */
  readonly featmapNames: readonly string[];
  /** Height and width of the result, or one number for both. */
  readonly outputSize: number | Size;
  /** The number of samples across and down each place. */
  readonly samplingRatio: number;
  /** The size of a box that belongs to the canonical level. @defaultValue 224 */
  readonly canonicalScale?: number;
  /** That level. @defaultValue 4 */
  readonly canonicalLevel?: number;
}

const names = (given: unknown): boolean => Array.isArray(given) && given.every((one) => typeof one === 'string');
const OPTIONS = {
  featmapNames: required(value<readonly string[]>('a list of names', names)),
  outputSize: required(ints()),
  samplingRatio: required(int()),
  canonicalScale: float(224),
  canonicalLevel: int(4),
};

interface Levels {
  readonly scales: readonly number[];
  readonly least: number;
  readonly most: number;
}

/**
 * The features of boxes, each from the map that fits its size.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.ops.MultiScaleRoIAlign.html
 * @example
 * const options = { featmapNames: ['0'], outputSize: 7, samplingRatio: 2 };
 * const pool = new vision.models.detection.MultiScaleRoIAlign(options);
 * const boxes = [torch.tensor([[0, 0, 32, 32]], { dtype: torch.float32 })];
 * pool.forward({ '0': torch.ones([1, 8, 16, 16]) }, boxes, [[64, 64]]).shape; // [1, 8, 7, 7]
 */
export class MultiScaleRoIAlign extends nn.Module {
  readonly featmapNames: readonly string[];
  readonly outputSize: Size;
  readonly samplingRatio: number;
  readonly canonicalScale: number;
  readonly canonicalLevel: number;
  /** Found at the first call, as in torchvision. */
  private levels: Levels | null = null;

  constructor(options: MultiScaleRoIAlignOptions) {
    super();
    const read = readOptions('MultiScaleRoIAlign', OPTIONS, options);
    const { featmapNames, outputSize, samplingRatio, canonicalScale, canonicalLevel } = read;
    this.featmapNames = featmapNames;
    this.outputSize = typeof outputSize === 'number' ? [outputSize, outputSize] : (outputSize as Size);
    this.samplingRatio = samplingRatio;
    this.canonicalScale = canonicalScale;
    this.canonicalLevel = canonicalLevel;
  }

  private findLevels(maps: readonly Tensor[], imageShapes: readonly Size[]): Levels {
    if (imageShapes.length === 0) throw valueError('images list should not be empty');
    const height = Math.max(...imageShapes.map(([h]) => h));
    const scales = maps.map((map) => {
      const rows = map.shape.at(-2) as number;
      return (
        2 **
        torch
          .tensor(rows / height, { dtype: torch.float32 })
          .log2()
          .round()
          .item()
      );
    });
    const level = (scale: number): number => Math.trunc(-Math.log2(scale));
    return { scales, least: level(scales[0] as number), most: level(scales.at(-1) as number) };
  }

  override forward(x: Features, boxes: readonly Tensor[], imageShapes: readonly Size[]): Tensor {
    const maps = Object.entries(x).flatMap(([name, map]) => (this.featmapNames.includes(name) ? [map] : []));
    const { scales, least, most } = (this.levels ??= this.findLevels(maps, imageShapes));
    const rois = torch.cat(boxes.map((one, i) => torch.cat([torch.fullLike(one.narrow(1, 0, 1), i), one], 1)));
    const options = { outputSize: this.outputSize, samplingRatio: this.samplingRatio };
    const [first] = maps;
    if (!first) throw valueError('MultiScaleRoIAlign: none of the feature maps has one of its names');
    const align = (level: number, some: Tensor): Tensor =>
      roiAlign(maps[level] as Tensor, some, { ...options, spatialScale: scales[level] });
    if (maps.length === 1) return align(0, rois);
    const sizes = torch.cat(boxes.map((one) => boxArea(one))).sqrt();
    const wanted = sizes.div(this.canonicalScale).log2().add(this.canonicalLevel).add(1e-6).floor();
    const levels = wanted.clamp(least, most).to(torch.int64).sub(least);
    const out = first.newZeros([rois.shape[0] as number, first.shape[1] as number, ...this.outputSize]);
    return maps.reduce((result, _, level) => {
      const own = levels.eq(level).nonzero().flatten();
      return own.numel() === 0 ? result : result.indexCopy(0, own, align(level, rois.indexSelect(0, own)));
    }, out);
  }

  override toString(): string {
    const names = this.featmapNames.map((name) => `'${name}'`).join(', ');
    const size = tupleText(this.outputSize);
    return `MultiScaleRoIAlign(featmap_names=[${names}], output_size=${size}, sampling_ratio=${this.samplingRatio})`;
  }
}
