import { bool, float, nullable, value } from '../../../arguments/fields';
import { readOptions } from '../../../arguments/read';
import { valueError } from '../../../errors';
import { nn, type Tensor } from '../../../index';
import * as torch from '../../../index';
import { listText, floatText } from '../../text';
import type { ImageList } from './types';

export interface DefaultBoxOptions {
  /** The least size of boxes, as a part of the picture. @defaultValue 0.15 */
  readonly minRatio?: number;
  /** The largest size of boxes, as a part of the picture. @defaultValue 0.9 */
  readonly maxRatio?: number;
  /** The sizes at each map, and one more. @defaultValue null, which means even steps from the least to the largest, and 1 */
  readonly scales?: readonly number[] | null;
  /** The pixels between two places of each map. @defaultValue null, which means as many as fill the picture */
  readonly steps?: readonly number[] | null;
  /** Cut off what is larger than the picture. @defaultValue true */
  readonly clip?: boolean;
}

const numbers = value<readonly number[]>(
  'a list of numbers',
  (one) => Array.isArray(one) && one.every(Number.isFinite),
);

const OPTIONS = {
  minRatio: float(0.15),
  maxRatio: float(0.9),
  scales: nullable(numbers),
  steps: nullable(numbers),
  clip: bool(true),
};

/**
 * SSD's boxes around each place of each feature map: their sizes are parts of the picture.
 *
 * @throws TorchValueError where there are not as many steps as maps.
 * @see https://github.com/pytorch/vision/blob/main/torchvision/models/detection/anchor_utils.py
 * @example
 * new vision.models.detection.DefaultBoxGenerator([[2], [2, 3]]).numAnchorsPerLocation(); // [4, 6]
 */
export class DefaultBoxGenerator extends nn.Module {
  /** The proportions at each feature map. */
  readonly aspectRatios: readonly (readonly number[])[];
  readonly scales: readonly number[];
  readonly steps: readonly number[] | null;
  readonly clip: boolean;

  constructor(aspectRatios: readonly (readonly number[])[], options: DefaultBoxOptions = {}) {
    super();
    const { minRatio, maxRatio, scales, steps, clip } = readOptions('DefaultBoxGenerator', OPTIONS, options);
    if (steps !== null && steps.length !== aspectRatios.length) {
      throw valueError('aspect_ratios and steps should have the same length');
    }
    const last = aspectRatios.length - 1;
    const even = (): number[] =>
      last > 0
        ? [...aspectRatios.map((_, k) => minRatio + ((maxRatio - minRatio) * k) / last), 1]
        : [minRatio, maxRatio];
    this.aspectRatios = aspectRatios;
    this.scales = scales ?? even();
    this.steps = steps;
    this.clip = clip;
  }

  /** How many boxes there are around each place of each feature map. */
  numAnchorsPerLocation(): number[] {
    return this.aspectRatios.map((ratios) => 2 + 2 * ratios.length);
  }

  /** The widths and heights at a map, `[boxes, 2]`. */
  private pairs(level: number): Tensor {
    const [now, next] = this.scales.slice(level) as [number, number];
    const between = Math.sqrt(now * next);
    const turned = (this.aspectRatios[level] ?? []).flatMap((ratio) => {
      const root = Math.sqrt(ratio);
      const [w, h] = [now * root, now / root];
      return [
        [w, h],
        [h, w],
      ];
    });
    const pairs = torch.tensor([[now, now], [between, between], ...turned], { dtype: torch.float32 });
    return this.clip ? pairs.clamp(0, 1) : pairs;
  }

  /** The boxes of a map as middle, width and height, in parts of the picture. */
  private level(
    k: number,
    [rows, columns]: readonly [number, number],
    [height, width]: readonly [number, number],
  ): Tensor {
    const step = this.steps?.[k];
    const [down, across] = step === undefined ? [rows, columns] : [height / step, width / step];
    const along = (count: number, parts: number): Tensor =>
      torch.arange(0, count).add(0.5).div(parts).to(torch.float32);
    const [y, x] = torch
      .meshgrid(along(rows, down), along(columns, across), { indexing: 'ij' })
      .map((one) => one.reshape([-1])) as [Tensor, Tensor];
    const pairs = this.pairs(k);
    const each = pairs.shape[0] as number;
    const middles = torch.stack(Array.from({ length: each }, () => [x, y]).flat(), -1).reshape([-1, 2]);
    return torch.cat([middles, pairs.repeat([rows * columns, 1])], 1);
  }

  /** All boxes of each picture, `[N, 4]`. */
  override forward(images: ImageList, featureMaps: readonly Tensor[]): Tensor[] {
    const [height, width] = images.tensors.shape.slice(-2) as [number, number];
    const maps = featureMaps.map((map, k) =>
      this.level(k, map.shape.slice(-2) as unknown as [number, number], [height, width]),
    );
    const { dtype, device } = featureMaps[0] as Tensor;
    const all = torch.cat(maps, 0).to({ dtype, device });
    const [middle, size] = [all.narrow(1, 0, 2), all.narrow(1, 2, 2).mul(0.5)];
    const pixels = torch.tensor([width, height], { device });
    const boxes = torch.cat([middle.sub(size).mul(pixels), middle.add(size).mul(pixels)], -1);
    return images.imageSizes.map(() => boxes);
  }

  override toString(): string {
    const { aspectRatios, clip, scales, steps } = this;
    const ratios = `[${aspectRatios.map((one) => listText(one)).join(', ')}]`;
    const sizes = `[${scales.map(floatText).join(', ')}]`;
    const given = steps === null ? 'None' : listText(steps);
    return `DefaultBoxGenerator(aspect_ratios=${ratios}, clip=${clip ? 'True' : 'False'}, scales=${sizes}, steps=${given})`;
  }
}
