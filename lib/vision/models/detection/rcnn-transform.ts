import { float, floats, int, listOfInts, nullable, required } from '../../../arguments/fields';
import { readOptions } from '../../../arguments/read';
import { typeError, valueError } from '../../../errors';
import { nn, type Tensor } from '../../../index';
import * as torch from '../../../index';
import { listText, tupleText } from '../../text';
import { pasteMasks } from './masks';
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
  /** The width and height of all pictures, in place of the lengths of their sides. @defaultValue null */
  readonly fixedSize?: readonly [width: number, height: number] | null;
}

const OPTIONS = {
  minSize: required(floats()),
  maxSize: required(float()),
  imageMean: required(floats()),
  imageStd: required(floats()),
  sizeDivisible: int(32),
  fixedSize: nullable(listOfInts()),
};

/** How a picture is resized. */
type Scale =
  | { readonly size: readonly [height: number, width: number] }
  | { readonly scaleFactor: number; readonly recomputeScaleFactor: true };
type Scaled = readonly [image: Tensor, scale: Scale];

/** Masks `[N, H, W]` of a picture that is resized. */
function resizeMasks(masks: Tensor, scale: Scale): Tensor {
  const scaled = nn.functional.interpolate(masks.unsqueeze(1).to(torch.float32), { ...scale, mode: 'nearest' });
  return scaled.select(1, 0).to(torch.uint8);
}

/** Key points `[N, K, 3]` of a picture that has another size. */
function resizeKeypoints(keypoints: Tensor, from: Size, to: Size): Tensor {
  const [down, across] = ratios(keypoints, from, to);
  const [x, y, seen] = keypoints.unbind(-1) as [Tensor, Tensor, Tensor];
  return torch.stack([x.mul(across), y.mul(down), seen], -1);
}

function ratios(like: Tensor, from: Size, to: Size): [down: Tensor, across: Tensor] {
  const options = { dtype: torch.float32, device: like.device };
  const ratio = (i: 0 | 1): Tensor => torch.tensor(to[i], options).div(torch.tensor(from[i], options));
  return [ratio(0), ratio(1)];
}

/** Boxes of a picture that has another size. */
function resizeBoxes(boxes: Tensor, from: Size, to: Size): Tensor {
  const [down, across] = ratios(boxes, from, to);
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
  readonly fixedSize: readonly [width: number, height: number] | null;

  constructor(options: RCNNTransformOptions) {
    super();
    const { minSize, maxSize, imageMean, imageStd, ...rest } = readOptions(
      'GeneralizedRCNNTransform',
      OPTIONS,
      options,
    );
    this.several = typeof minSize !== 'number';
    this.minSize = typeof minSize === 'number' ? [minSize] : minSize;
    this.maxSize = maxSize;
    this.imageMean = [imageMean].flat();
    this.imageStd = [imageStd].flat();
    this.sizeDivisible = rest.sizeDivisible;
    this.fixedSize = rest.fixedSize as readonly [number, number] | null;
  }

  override forward(
    images: readonly Tensor[],
    targets: readonly DetectionTarget[] | null,
  ): [images: ImageList, targets: readonly DetectionTarget[] | null] {
    const scales = images.map((image) => this.scaleOf(this.normalize(image)));
    const resized = scales.map(([image, options]) => {
      const smooth = { mode: 'bilinear', alignCorners: false } as const;
      return nn.functional.interpolate(image.unsqueeze(0), { ...options, ...smooth }).index(0);
    });
    const moved = targets?.map((target, i): DetectionTarget => {
      const [from, to] = [sizeOf(images[i] as Tensor), sizeOf(resized[i] as Tensor)];
      const { boxes, masks, keypoints } = target;
      return {
        ...target,
        boxes: resizeBoxes(boxes, from, to),
        ...(masks && { masks: resizeMasks(masks, (scales[i] as Scaled)[1]) }),
        ...(keypoints && { keypoints: resizeKeypoints(keypoints, from, to) }),
      };
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

  /** The picture, and how it is resized. */
  private scaleOf(image: Tensor): Scaled {
    const { minSize, maxSize, training, fixedSize } = this;
    const drawn = training ? Math.trunc(torch.empty([1]).uniform_(0, minSize.length).item()) : minSize.length - 1;
    if (fixedSize) return [image, { size: [fixedSize[1], fixedSize[0]] }];
    const [height, width] = sizeOf(image);
    const scale = Math.min((minSize[drawn] as number) / Math.min(height, width), maxSize / Math.max(height, width));
    return [image, { scaleFactor: scale, recomputeScaleFactor: true }];
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
    return found.map((one, i) => {
      const [from, to] = [sizes[i] as Size, originals[i] as Size];
      const boxes = resizeBoxes(one.boxes, from, to);
      const { masks, keypoints } = one;
      return {
        ...one,
        boxes,
        ...(masks && { masks: pasteMasks(masks, boxes, to) }),
        ...(keypoints && { keypoints: resizeKeypoints(keypoints, from, to) }),
      };
    });
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
