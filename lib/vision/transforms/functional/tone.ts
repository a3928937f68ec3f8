import { float, int } from '../../../arguments/fields';
import { readArguments } from '../../../arguments/read';
import { typeError, valueError } from '../../../errors';
import { Tensor, nn } from '../../../index';
import * as torch from '../../../index';
import { value } from '../../../arguments/fields';
import { isNumbers, tensor } from '../arguments';
import { convertImage, maxValue, valueBits } from './dtype';
import { kernel } from './kernels';

function invertImage(image: Tensor): Tensor {
  if (image.isFloatingPoint()) return torch.rsub(image, 1);
  if (image.dtype === torch.uint8) return image.bitwiseNot();
  const bits = BigInt(valueBits(image.dtype));
  return image.bitwiseXor((1n << bits) - 1n);
}

/** @internal */
export const inverting = kernel('invert', { image: invertImage });

function posterizeImage(image: Tensor, bits: number): Tensor {
  if (!Number.isInteger(bits) || bits < 0 || bits > 8) {
    throw typeError(`bits must be a positive integer in the range [0, 8], got ${bits} instead.`);
  }
  if (image.isFloatingPoint()) {
    const levels = 2 ** bits;
    return image
      .mul(levels)
      .floor_()
      .clamp_(0, levels - 1)
      .mul_(1 / levels);
  }
  const has = valueBits(image.dtype);
  if (bits >= has) return image;
  return image.bitwiseAnd(((1n << BigInt(bits)) - 1n) << BigInt(has - bits));
}

/** @internal */
export const posterizing = kernel<[bits: number]>('posterize', { image: posterizeImage });

/** @internal */
export const solarizing = kernel<[threshold: number]>('solarize', {
  image: (image, threshold) => {
    if (threshold > maxValue(image.dtype)) {
      throw typeError(`Threshold should be less or equal the maximum value of the dtype, but got ${threshold}`);
    }
    return torch.where(image.ge(threshold), invertImage(image), image);
  },
});

function stretch(image: Tensor): Tensor {
  const channels = image.shape.at(-3) ?? 0;
  if (channels !== 1 && channels !== 3) {
    throw typeError(`Input image tensor permitted channel values are 1 or 3, but found ${channels}`);
  }
  if (image.numel() === 0) return image;
  const bound = maxValue(image.dtype);
  const floats = image.isFloatingPoint() ? image : image.to(torch.float32);
  const least = floats.amin([-2, -1], true);
  const most = floats.amax([-2, -1], true);
  const equal = most.eq(least);
  const scale = most.sub_(least).mul_(1 / bound);
  least.maskedFill_(equal, 0);
  scale.maskedFill_(equal, 1);
  return floats.sub(least).div_(scale).clamp_(0, bound).to(image.dtype);
}

/** @internal */
export const stretching = kernel('autocontrast', { image: stretch });

/** Spreads the shades so that each is as frequent as the others, by a table for each channel. */
function equalizeImage(given: Tensor): Tensor {
  if (given.numel() === 0) return given;
  const image = convertImage(given, torch.uint8, true);
  const batch = image.shape.slice(0, -2);
  const flat = image.flatten(-2).to(torch.int64);
  const counts = torch.zeros([...batch, 256], { dtype: torch.int32, device: image.device });
  counts.scatterAdd_(-1, flat, torch.ones([1], { dtype: torch.int32, device: image.device }).expandAs(flat));
  const sums = counts.cumsum(-1);
  const last = sums.argmax(-1).unsqueeze_(-1);
  const others = torch.rsub(counts.gather(-1, last), flat.shape.at(-1) as number);
  const step = others.div_(255, { roundingMode: 'floor' });
  const valid = step.ne(0).unsqueeze_(-1);
  const table = sums
    .index('...', ':-1')
    .add(step.floorDivide(2))
    .div(step.clamp(1), { roundingMode: 'floor' })
    .clamp(0, 255)
    .to(torch.uint8);
  const zero = torch.zeros([1], { dtype: torch.uint8, device: image.device }).expand([...batch, 1]);
  const equalized = torch.cat([zero, table], -1).gather(-1, flat).viewAs(image);
  return convertImage(torch.where(valid, equalized, image), given.dtype, true);
}

/** @internal */
export const equalizing = kernel('equalize', { image: equalizeImage });

function sharpen(image: Tensor, factor: number): Tensor {
  const [channels, height, width] = image.shape.slice(-3) as [number, number, number];
  if (channels !== 1 && channels !== 3) {
    throw typeError(`Input image tensor can have 1 or 3 channels, but found ${channels}`);
  }
  if (factor < 0) throw valueError(`sharpnessFactor (${factor}) is not non-negative.`);
  if (image.numel() === 0 || height <= 2 || width <= 2) return image;
  const { shape, dtype, device } = image;
  const floats = image.isFloatingPoint();
  const type = floats ? dtype : torch.float32;
  const [a, b] = [1 / 13, 5 / 13];
  const soft = torch.tensor([a, a, a, a, b, a, a, a, a], { dtype: type, device }).reshape([3, 3]);
  const flat = image.ndim > 4 ? image.reshape([-1, channels, height, width]) : image;
  const out = flat.to(type, { copy: true });
  const blurred = nn.functional.conv2d(out, soft.expand([channels, 1, 3, 3]), { groups: channels });
  if (!floats) blurred.round_();
  const inside = out.narrow(-2, 1, height - 2).narrow(-1, 1, width - 2);
  inside.add_(blurred.sub_(inside), { alpha: 1 - factor });
  return out.clamp_(0, maxValue(dtype)).to(dtype).reshape(shape);
}

/** @internal */
export const sharpening = kernel<[factor: number]>('adjust_sharpness', { image: sharpen });

function permuteImage(image: Tensor, permutation: readonly number[]): Tensor {
  const { shape } = image;
  const [channels, height, width] = shape.slice(-3) as [number, number, number];
  if (permutation.length !== channels) {
    throw valueError(`Length of permutation does not match number of channels: ${permutation.length} != ${channels}`);
  }
  if (image.numel() === 0) return image;
  return image
    .reshape([-1, channels, height, width])
    .index(':', [...permutation])
    .reshape(shape);
}

/** @internal */
export const permuting = kernel<[permutation: readonly number[]]>('permute_channels', { image: permuteImage });

const NUMBER = { inpt: tensor(), number: float() };
const INTEGER = { inpt: tensor(), bits: int() };

/**
 * The negative of a picture.
 *
 * @param inpt - A picture or video.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.functional.invert.html
 * @example
 * vision.transforms.functional.invert(torch.full([1, 1, 1], 0.25)).item(); // 0.75
 */
export function invert<T extends Tensor>(inpt: T): T {
  return inverting(inpt);
}

/**
 * A picture with fewer shades.
 *
 * @param inpt - A picture or video.
 * @param bits - How many bits of each value stay, from 0 to 8.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.functional.posterize.html
 * @example
 * vision.transforms.functional.posterize(torch.full([1, 1, 1], 200, { dtype: torch.uint8 }), 1).item(); // 128
 */
export function posterize<T extends Tensor>(inpt: T, bits: number): T {
  return posterizing(inpt, readArguments('posterize', INTEGER, [inpt, bits]).bits);
}

/**
 * A picture whose bright pixels are inverted.
 *
 * @param inpt - A picture or video.
 * @param threshold - The value from which a pixel is inverted.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.functional.solarize.html
 * @example
 * vision.transforms.functional.solarize(torch.tensor([[[0.25, 1]]]), 0.5).tolist(); // [[[0.25, 0]]]
 */
export function solarize<T extends Tensor>(inpt: T, threshold: number): T {
  return solarizing(inpt, readArguments('solarize', NUMBER, [inpt, threshold]).number);
}

/**
 * A picture whose darkest pixel becomes black and whose brightest one white, in each channel.
 *
 * @param inpt - A picture or video with one channel or three.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.functional.autocontrast.html
 * @example
 * vision.transforms.functional.autocontrast(torch.tensor([[[0.25, 0.5]]])).tolist(); // [[[0, 1]]]
 */
export function autocontrast<T extends Tensor>(inpt: T): T {
  return stretching(inpt);
}

/**
 * A picture whose shades are spread so that each is as frequent as the others.
 *
 * @param inpt - A picture or video.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.functional.equalize.html
 * @example
 * vision.transforms.functional.equalize(torch.zeros([3, 4, 4], { dtype: torch.uint8 })).shape; // [3, 4, 4]
 */
export function equalize<T extends Tensor>(inpt: T): T {
  return equalizing(inpt);
}

/**
 * A picture sharper or softer.
 *
 * @param inpt - A picture or video with one channel or three.
 * @param sharpnessFactor - 0 gives a blurred picture, 1 the picture, 2 one twice as sharp.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.functional.adjust_sharpness.html
 * @example
 * vision.transforms.functional.adjustSharpness(torch.rand([3, 4, 4]), 2).shape; // [3, 4, 4]
 */
export function adjustSharpness<T extends Tensor>(inpt: T, sharpnessFactor: number): T {
  return sharpening(inpt, readArguments('adjustSharpness', NUMBER, [inpt, sharpnessFactor]).number);
}

const PERMUTE = {
  inpt: tensor(),
  permutation: value<readonly number[] | Tensor>('a list of integers', (v) => isNumbers(v) || v instanceof Tensor),
};

/**
 * A picture with its channels in another order.
 *
 * @param inpt - A picture or video.
 * @param permutation - For each channel of the result, the number of the one that goes there.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.functional.permute_channels.html
 * @example
 * vision.transforms.functional.permuteChannels(torch.tensor([[[1]], [[2]]]), [1, 0]).flatten().tolist(); // [2, 1]
 */
export function permuteChannels<T extends Tensor>(inpt: T, permutation: readonly number[] | Tensor): T {
  const read = readArguments('permuteChannels', PERMUTE, [inpt, permutation]).permutation;
  return permuting(inpt, read instanceof Tensor ? read.tolist<number[]>() : read);
}
