import { runtimeError } from '../../../errors';
import { nn, type Tensor } from '../../../index';
import * as torch from '../../../index';
import type { ImageList } from './types';

type Numbers = readonly number[];

/**
 * Boxes of several sizes and proportions around each place of each feature map.
 *
 * @see https://github.com/pytorch/vision/blob/main/torchvision/models/detection/anchor_utils.py
 * @example
 * const anchors = new vision.models.detection.AnchorGenerator([[32], [64]], [[0.5, 1, 2], [0.5, 1, 2]]);
 * anchors.numAnchorsPerLocation(); // [3, 3]
 */
export class AnchorGenerator extends nn.Module {
  /** The sizes at each feature map. */
  readonly sizes: readonly Numbers[];
  /** The proportions, height to width, at each feature map. */
  readonly aspectRatios: readonly Numbers[];

  constructor(
    sizes: readonly Numbers[] = [[128, 256, 512]],
    aspectRatios: readonly Numbers[] = sizes.map(() => [0.5, 1, 2]),
  ) {
    super();
    this.sizes = sizes;
    this.aspectRatios = aspectRatios;
  }

  /** How many boxes there are around each place of each feature map. */
  numAnchorsPerLocation(): number[] {
    return this.sizes.map((sizes, i) => sizes.length * (this.aspectRatios[i]?.length ?? 0));
  }

  /** The boxes around the first place. */
  private cell(level: number, like: Tensor): Tensor {
    const options = { dtype: torch.float32 };
    const ratios = torch.tensor([...(this.aspectRatios[level] ?? [])], options).sqrt();
    const scales = torch.tensor([...(this.sizes[level] ?? [])], options);
    const along = (factor: Tensor): Tensor => factor.unsqueeze(1).mul(scales.unsqueeze(0)).flatten();
    const [width, height] = [along(ratios.reciprocal()), along(ratios)];
    const boxes = torch.stack([width.neg(), height.neg(), width, height], 1).div(2).round();
    return boxes.to({ dtype: like.dtype, device: like.device });
  }

  /** All boxes of each picture, `[N, 4]`. */
  override forward(images: ImageList, featureMaps: readonly Tensor[]): Tensor[] {
    if (featureMaps.length !== this.sizes.length || this.sizes.length !== this.aspectRatios.length) {
      throw runtimeError(
        'Anchors should be Tuple[Tuple[int]] because each feature map could potentially have different sizes and ' +
          'aspect ratios. There needs to be a match between the number of feature maps passed and the number of ' +
          'sizes / aspect ratios specified.',
      );
    }
    const [height, width] = images.tensors.shape.slice(-2) as [number, number];
    const all = featureMaps.map((map, level) => {
      const [rows, columns] = map.shape.slice(-2) as [number, number];
      const { device } = map;
      const steps = (count: number, extent: number): Tensor =>
        torch.arange(0, count, { dtype: torch.int32, device }).mul(Math.floor(extent / count));
      const [y, x] = torch
        .meshgrid(steps(rows, height), steps(columns, width), { indexing: 'ij' })
        .map((one) => one.reshape([-1])) as [Tensor, Tensor];
      const shifts = torch.stack([x, y, x, y], 1).view([-1, 1, 4]);
      return shifts.add(this.cell(level, map).view([1, -1, 4])).reshape([-1, 4]);
    });
    const anchors = torch.cat(all);
    return images.imageSizes.map(() => anchors);
  }
}
