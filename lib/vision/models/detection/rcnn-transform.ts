import { typeError, valueError } from '../../../errors';
import { nn, type Tensor } from '../../../index';
import * as torch from '../../../index';
import { listText, tupleText } from '../../text';
import type { Detection, DetectionTarget, ImageList, Size } from './types';

export interface RCNNTransformOptions {
  /** The least length of the shorter side, or several of which one is drawn in training. */
  readonly minSize: number | readonly number[];
  /** The most length of the longer side. */
  readonly maxSize: number;
  /** What is subtracted from each channel. */
  readonly imageMean: readonly number[];
  /** By what each channel is divided. */
  readonly imageStd: readonly number[];
  /** Sides of the batch are a multiple of this. @defaultValue 32 */
  readonly sizeDivisible?: number;
}

/** Boxes of a picture that has another size. */
function resizeBoxes(boxes: Tensor, from: Size, to: Size): Tensor {
  const ratio = (i: 0 | 1): Tensor => {
    const options = { dtype: torch.float32, device: boxes.device };
    return torch.tensor(to[i], options).div(torch.tensor(from[i], options));
  };
  const [down, across] = [ratio(0), ratio(1)];
  const [x1, y1, x2, y2] = boxes.unbind(1) as [Tensor, Tensor, Tensor, Tensor];
  return torch.stack([x1.mul(across), y1.mul(down), x2.mul(across), y2.mul(down)], 1);
}

const sizeOf = (image: Tensor): Size => image.shape.slice(-2) as unknown as Size;

/**
 * Brings pictures and their boxes to the size that a detector works on, and its boxes back.
 *
 * @see https://github.com/pytorch/vision/blob/main/torchvision/models/detection/transform.py
 * @example
 * const options = { minSize: 64, maxSize: 128, imageMean: [0, 0, 0], imageStd: [1, 1, 1] };
 * const transform = new vision.models.detection.GeneralizedRCNNTransform(options);
 * const [{ tensors, imageSizes }] = transform.forward([torch.rand([3, 32, 40])], null);
 * imageSizes[0]; // [64, 80]
 * tensors.shape; // [1, 3, 64, 96]
 */
export class GeneralizedRCNNTransform extends nn.Module {
  readonly minSize: readonly number[];
  /** Whether several lengths were given, which prints as a list. */
  private readonly several: boolean;
  readonly maxSize: number;
  readonly imageMean: readonly number[];
  readonly imageStd: readonly number[];
  readonly sizeDivisible: number;

  constructor({ minSize, maxSize, imageMean, imageStd, sizeDivisible = 32 }: RCNNTransformOptions) {
    super();
    this.several = typeof minSize !== 'number';
    this.minSize = typeof minSize === 'number' ? [minSize] : minSize;
    this.maxSize = maxSize;
    this.imageMean = imageMean;
    this.imageStd = imageStd;
    this.sizeDivisible = sizeDivisible;
  }

  override forward(
    images: readonly Tensor[],
    targets: readonly DetectionTarget[] | null,
  ): [images: ImageList, targets: readonly DetectionTarget[] | null] {
    const resized = images.map((image) => this.resize(this.normalize(image)));
    const moved = targets?.map((target, i): DetectionTarget => {
      const [image, now] = [images[i] as Tensor, resized[i] as Tensor];
      return { ...target, boxes: resizeBoxes(target.boxes, sizeOf(image), sizeOf(now)) };
    });
    return [{ tensors: this.batch(resized), imageSizes: resized.map(sizeOf) }, moved ?? null];
  }

  private normalize(image: Tensor): Tensor {
    if (image.ndim !== 3) {
      throw valueError(
        `images is expected to be a list of 3d tensors of shape [C, H, W], got ${tupleText(image.shape)}`,
      );
    }
    if (!image.isFloatingPoint()) {
      throw typeError(
        'Expected input images to be of floating type (in range [0, 1]), ' +
          `but found type ${String(image.dtype)} instead`,
      );
    }
    const { dtype, device } = image;
    const channel = (values: readonly number[]): Tensor =>
      torch.tensor([...values], { dtype, device }).view([-1, 1, 1]);
    return image.sub(channel(this.imageMean)).div(channel(this.imageStd));
  }

  private resize(image: Tensor): Tensor {
    const { minSize, maxSize, training } = this;
    const drawn = training ? Math.trunc(torch.empty([1]).uniform_(0, minSize.length).item()) : minSize.length - 1;
    const [height, width] = sizeOf(image);
    const scale = Math.min((minSize[drawn] as number) / Math.min(height, width), maxSize / Math.max(height, width));
    const options = { mode: 'bilinear', alignCorners: false, recomputeScaleFactor: true } as const;
    return nn.functional.interpolate(image.unsqueeze(0), { scaleFactor: scale, ...options }).index(0);
  }

  private batch(images: readonly Tensor[]): Tensor {
    const most = (i: number): number => Math.max(...images.map((image) => image.shape[i] as number));
    const whole = (extent: number): number => Math.ceil(extent / this.sizeDivisible) * this.sizeDivisible;
    const out = (images[0] as Tensor).newZeros([images.length, most(0), whole(most(1)), whole(most(2))]);
    images.forEach((image, i) => {
      const [channels, height, width] = image.shape as [number, number, number];
      out.index(i).narrow(0, 0, channels).narrow(1, 0, height).narrow(2, 0, width).copy_(image);
    });
    return out;
  }

  /** What was found, in pixels of the pictures as they were given. */
  postprocess(found: readonly Detection[], sizes: readonly Size[], originals: readonly Size[]): Detection[] {
    return found.map((one, i) => ({
      ...one,
      boxes: resizeBoxes(one.boxes, sizes[i] as Size, originals[i] as Size),
    }));
  }

  override toString(): string {
    const { imageMean, imageStd, maxSize } = this;
    const minSize = this.several ? listText(this.minSize) : tupleText(this.minSize);
    return (
      `GeneralizedRCNNTransform(\n    Normalize(mean=${listText(imageMean)}, std=${listText(imageStd)})` +
      `\n    Resize(min_size=${minSize}, max_size=${maxSize}, mode='bilinear')\n)`
    );
  }
}
