import { bool, either, float, floats, int, ints, nullable, value } from '../../../arguments/fields';
import { readArguments } from '../../../arguments/read';
import type { Mixed } from '../../../arguments/signature';
import { typeError, valueError } from '../../../errors';
import { type DType, type Device, Tensor, nn } from '../../../index';
import * as torch from '../../../index';
import { listText, tupleText } from '../../text';
import { isNumbers, tensor } from '../arguments';
import type { NumberOrList } from '../types';
import { kernel } from './kernels';
import { sidesOf } from './pad';

function normalizeImage(image: Tensor, mean: readonly number[], std: readonly number[], inplace: boolean): Tensor {
  if (!image.isFloatingPoint()) {
    throw typeError(`Input tensor should be a float tensor. Got ${String(image.dtype)}.`);
  }
  if (image.ndim < 3) {
    throw valueError(`Expected tensor to be a tensor image of size (..., C, H, W). Got ${tupleText(image.shape)}.`);
  }
  if (std.includes(0)) throw valueError('std evaluated to zero, leading to division by zero.');
  const { dtype, device } = image;
  const channel = (values: readonly number[]): Tensor => torch.tensor([...values], { dtype, device }).view([-1, 1, 1]);
  return (inplace ? image.sub_(channel(mean)) : image.sub(channel(mean))).div_(channel(std));
}

/** @internal */
export const normalizing = kernel<[mean: readonly number[], std: readonly number[], inplace: boolean]>('normalize', {
  image: normalizeImage,
});

function gaussian(size: number, sigma: number, dtype: DType, device: Device): Tensor {
  const limit = (size - 1) / (2 * Math.sqrt(2));
  return torch.linspace(-limit, limit, size, { dtype, device }).div(sigma).pow(2).neg().softmax(0);
}

function checkBlur(sizes: readonly number[], sigmas: readonly number[]): void {
  if (sizes.length !== 2) {
    throw valueError(`If kernelSize is a sequence its length should be 2. Got ${sizes.length}`);
  }
  for (const size of sizes) {
    if (size % 2 === 0 || size < 0) {
      throw valueError(`kernelSize should have odd and positive integers. Got ${listText(sizes)}`);
    }
  }
  if (sigmas.length !== 2) throw valueError(`If sigma is a sequence, its length should be 2. Got ${sigmas.length}`);
  for (const sigma of sigmas) {
    if (!(sigma > 0)) throw valueError(`sigma should have positive values. Got ${listText(sigmas, true)}`);
  }
}

/** @internal */
export function blurImage(image: Tensor, size: NumberOrList, sigma: NumberOrList | null): Tensor {
  const sizes = typeof size === 'number' ? [size, size] : size;
  const sigmas = sigma === null ? sizes.map((n) => n * 0.15 + 0.35) : typeof sigma === 'number' ? [sigma] : sigma;
  const both = sigmas.length === 1 ? [sigmas[0] as number, sigmas[0] as number] : sigmas;
  checkBlur(sizes, both);
  if (image.numel() === 0) return image;
  const { dtype, device, shape, ndim } = image;
  const channels = shape.at(-3) as number;
  const floats = image.isFloatingPoint();
  const type = floats ? dtype : torch.float32;
  const [x, y] = sizes.map((n, i) => gaussian(n, both[i] as number, type, device)) as [Tensor, Tensor];
  const weight = y.unsqueeze(-1).mul(x);
  const flat = ndim === 3 ? image.unsqueeze(0) : ndim > 4 ? image.reshape([-1, ...shape.slice(-3)]) : image;
  const [halfX, halfY] = sizes.map((n) => Math.floor(n / 2)) as [number, number];
  const padded = nn.functional.pad(flat.to(type), sidesOf([halfX, halfY]), { mode: 'reflect' });
  const kernels = weight.expand([channels, 1, ...weight.shape]);
  const out = nn.functional.conv2d(padded, kernels, { groups: channels });
  const shaped = ndim === 3 ? out.squeeze(0) : ndim > 4 ? out.reshape(shape) : out;
  return floats ? shaped : shaped.round_().to(dtype);
}

/** @internal */
export const blurring = kernel<[size: NumberOrList, sigma: NumberOrList | null]>('gaussian_blur', {
  image: blurImage,
});

function noiseImage(image: Tensor, mean: number, sigma: number, clip: boolean): Tensor {
  if (sigma < 0) throw valueError(`sigma shouldn't be negative. Got ${sigma}`);
  if (image.isFloatingPoint()) {
    const noisy = image.add(torch.randnLike(image).mul(sigma).add(mean));
    return clip ? noisy.clamp(0, 1) : noisy;
  }
  if (image.dtype !== torch.uint8) {
    throw valueError(`Input tensor is expected to be in uint8 or float dtype, got dtype=${String(image.dtype)}`);
  }
  const noise = torch
    .randnLike(image, { dtype: torch.float32 })
    .mul(sigma * 255)
    .add(mean * 255)
    .to(torch.int16);
  const noisy = image.add(noise);
  return (clip ? noisy.clamp(0, 255) : noisy).to(torch.uint8);
}

/** @internal */
export const adding = kernel<[mean: number, sigma: number, clip: boolean]>('gaussian_noise', { image: noiseImage });

type Erase = [i: number, j: number, h: number, w: number, v: Tensor, inplace: boolean];

/** @internal */
export const erasing = kernel<Erase>('erase', {
  image: (image, i, j, h, w, v, inplace) => {
    const out = inplace ? image : image.clone();
    return out.setItem('...', `${i}:${i + h}`, `${j}:${j + w}`, v);
  },
});

const NORMALIZE = {
  inpt: tensor(),
  mean: value<readonly number[]>('a list of numbers', isNumbers),
  std: value<readonly number[]>('a list of numbers', isNumbers),
  inplace: bool(false),
};

export interface NormalizeOptions {
  /** What is subtracted from each channel. */
  readonly mean?: readonly number[];
  /** By what each channel is divided. */
  readonly std?: readonly number[];
  /** Change the input itself. @defaultValue false */
  readonly inplace?: boolean;
}

/**
 * A picture less a mean, divided by a deviation, in each channel.
 *
 * @param inpt - A picture or video of floats.
 * @throws TypeError for integers, TorchValueError for a deviation of 0.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.functional.normalize.html
 * @example
 * vision.transforms.functional.normalize(torch.ones([1, 1, 1]), [0.5], [0.25]).item(); // 2
 */
export function normalize<T extends Tensor>(
  inpt: T,
  ...args: Mixed<[mean: readonly number[], std: readonly number[], inplace?: boolean], NormalizeOptions>
): T {
  const { mean, std, inplace } = readArguments('normalize', NORMALIZE, [inpt, ...args]);
  return normalizing(inpt, mean, std, inplace);
}

const BLUR = { inpt: tensor(), kernelSize: ints(), sigma: nullable(either(float(), floats())) };

export interface GaussianBlurOptions {
  /** The width and height of the kernel, or one number for both; odd. */
  readonly kernelSize?: NumberOrList;
  /** How wide the bell is, along x and y or for both. @defaultValue null, which means `kernelSize * 0.15 + 0.35` */
  readonly sigma?: NumberOrList | null;
}

/**
 * A picture blurred by a bell.
 *
 * @param inpt - A picture or video.
 * @throws TorchValueError for an even size and for a sigma of 0 or less.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.functional.gaussian_blur.html
 * @example
 * vision.transforms.functional.gaussianBlur(torch.ones([1, 4, 4]), 3).shape; // [1, 4, 4]
 */
export function gaussianBlur<T extends Tensor>(
  inpt: T,
  ...args: Mixed<[kernelSize: NumberOrList, sigma?: NumberOrList | null], GaussianBlurOptions>
): T {
  const { kernelSize, sigma } = readArguments('gaussianBlur', BLUR, [inpt, ...args]);
  return blurring(inpt, kernelSize, sigma);
}

const NOISE = { inpt: tensor(), mean: float(0), sigma: float(0.1), clip: bool(true) };

export interface GaussianNoiseOptions {
  /** The mean of the noise, for values from 0 to 1. @defaultValue 0 */
  readonly mean?: number;
  /** The deviation of the noise, for values from 0 to 1. @defaultValue 0.1 */
  readonly sigma?: number;
  /** Keep values from 0 to 1, or from 0 to 255. @defaultValue true */
  readonly clip?: boolean;
}

/**
 * A picture with noise from torch's generator.
 *
 * @param inpt - A picture or video of floats or of bytes.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.functional.gaussian_noise.html
 * @example
 * vision.transforms.functional.gaussianNoise(torch.ones([1, 4, 4]), { sigma: 0.2 }).shape; // [1, 4, 4]
 */
export function gaussianNoise<T extends Tensor>(
  inpt: T,
  ...args: Mixed<[mean?: number, sigma?: number, clip?: boolean], GaussianNoiseOptions>
): T {
  const { mean, sigma, clip } = readArguments('gaussianNoise', NOISE, [inpt, ...args]);
  return adding(inpt, mean, sigma, clip);
}

const ERASE = {
  inpt: tensor(),
  i: int(),
  j: int(),
  h: int(),
  w: int(),
  v: value<Tensor>('a Tensor', (given) => given instanceof Tensor),
  inplace: bool(false),
};

/**
 * A picture with other values in a window.
 *
 * @param inpt - A picture or video.
 * @param i - The row where the window begins.
 * @param j - The column where the window begins.
 * @param h - Its rows.
 * @param w - Its columns.
 * @param v - The values, `[C, h, w]` or what broadcasts to that.
 * @param inplace - Change the input itself. @defaultValue false
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.functional.erase.html
 * @example
 * vision.transforms.functional.erase(torch.ones([1, 1, 2]), 0, 0, 1, 1, torch.zeros([1])).tolist(); // [[[0, 1]]]
 */
export function erase<T extends Tensor>(
  inpt: T,
  i: number,
  j: number,
  h: number,
  w: number,
  v: Tensor,
  inplace = false,
): T {
  const read = readArguments('erase', ERASE, [inpt, i, j, h, w, v, inplace]);
  return erasing(inpt, read.i, read.j, read.h, read.w, read.v, read.inplace);
}
