import { float, int } from '../../../arguments/fields';
import { readArguments } from '../../../arguments/read';
import { typeError, valueError } from '../../../errors';
import type { Tensor } from '../../../index';
import * as torch from '../../../index';
import { tensor } from '../arguments';
import { convertImage, maxValue } from './dtype';
import { hsvToRgb, rgbToHsv } from './hsv';
import { kernel } from './kernels';

/** How bright each pixel is, as one channel or as three. */
function gray(image: Tensor, channels = 1, keepDtype = true): Tensor {
  const has = image.shape.at(-3);
  if (has === 1 && channels === 1) return image.clone();
  if (has === 1 && channels === 3) {
    return image.repeat(image.shape.map((_, i, { length }) => (i === length - 3 ? 3 : 1)));
  }
  const [r, g, b] = image.unbind(-3) as [Tensor, Tensor, Tensor];
  const one = r.mul(0.2989).add_(g, { alpha: 0.587 }).add_(b, { alpha: 0.114 }).unsqueeze(-3);
  const typed = keepDtype ? one.to(image.dtype) : one;
  return channels === 3 ? typed.expand([...image.shape]) : typed;
}

function requireColors(image: Tensor): number {
  const channels = image.shape.at(-3) ?? 0;
  if (channels === 1 || channels === 3) return channels;
  throw typeError(`Input image tensor permitted channel values are 1 or 3, but found ${channels}`);
}

function requireFactor(name: string, factor: number): void {
  if (factor < 0) throw valueError(`${name} (${factor}) is not non-negative.`);
}

/** Bytes as floats: a factor of 2 is a float in Python, which makes floats of bytes; a number here is an integer. */
const floatsOf = (image: Tensor): Tensor => (image.isFloatingPoint() ? image : image.to(torch.float32));

function blend(first: Tensor, second: Tensor, ratio: number): Tensor {
  const mixed = floatsOf(first)
    .mul(ratio)
    .add_(second, { alpha: 1 - ratio })
    .clamp_(0, maxValue(first.dtype));
  return mixed.to(first.dtype);
}

/** Bytes are mixed with floats: what a float picture's `mul` gives is a float. */
const floored = (image: Tensor, grays: Tensor): Tensor => (image.isFloatingPoint() ? grays : grays.floor_());

/** @internal */
export const graying = kernel<[channels: number]>('rgb_to_grayscale', {
  image: (image, channels) => {
    if (channels === 1 || channels === 3) return gray(image, channels);
    throw valueError(`numOutputChannels must be 1 or 3, got ${channels}.`);
  },
  video: null,
});

/** @internal */
export const coloring = kernel('grayscale_to_rgb', {
  image: (image) => ((image.shape.at(-3) ?? 0) >= 3 ? image : gray(image, 3)),
});

/** @internal */
export const brightening = kernel<[factor: number]>('adjust_brightness', {
  image: (image, factor) => {
    requireFactor('brightnessFactor', factor);
    requireColors(image);
    return floatsOf(image).mul(factor).clamp_(0, maxValue(image.dtype)).to(image.dtype);
  },
});

/** @internal */
export const saturating = kernel<[factor: number]>('adjust_saturation', {
  image: (image, factor) => {
    requireFactor('saturationFactor', factor);
    if (requireColors(image) === 1) return image;
    return blend(image, floored(image, gray(image, 1, false)), factor);
  },
});

/** @internal */
export const contrasting = kernel<[factor: number]>('adjust_contrast', {
  image: (image, factor) => {
    requireFactor('contrastFactor', factor);
    const grays =
      requireColors(image) === 3
        ? floored(image, gray(image, 1, false))
        : image.isFloatingPoint()
          ? image
          : image.to(torch.float32);
    return blend(image, grays.mean([-3, -2, -1], true), factor);
  },
});

/** @internal */
export const turningHue = kernel<[factor: number]>('adjust_hue', {
  image: (image, factor) => {
    if (!(factor >= -0.5 && factor <= 0.5)) throw valueError(`hueFactor (${factor}) is not in [-0.5, 0.5].`);
    if (requireColors(image) === 1 || image.numel() === 0) return image;
    const [h, s, v] = rgbToHsv(convertImage(image, torch.float32, true)).unbind(-3) as [Tensor, Tensor, Tensor];
    h.add_(factor).remainder_(1);
    return convertImage(hsvToRgb(torch.stack([h, s, v], -3)), image.dtype, true);
  },
});

/** @internal */
export const bendingGamma = kernel<[gamma: number, gain: number]>('adjust_gamma', {
  image: (image, gamma, gain) => {
    if (gamma < 0) throw valueError('Gamma should be a non-negative real number');
    const floats = image.isFloatingPoint();
    const bent = floats ? image.pow(gamma) : convertImage(image, torch.float32, true).pow_(gamma);
    return convertImage(gain === 1 ? bent : bent.mul_(gain).clamp_(0, 1), image.dtype, true);
  },
});

const GRAY = { inpt: tensor(), numOutputChannels: int(1) };
const FACTOR = { inpt: tensor(), factor: float() };
const GAMMA = { inpt: tensor(), gamma: float(), gain: float(1) };

/**
 * A picture in shades of gray.
 *
 * @param inpt - A picture `[…, 3, H, W]`.
 * @param numOutputChannels - 1, or 3 that are equal. @defaultValue 1
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.functional.rgb_to_grayscale.html
 * @example
 * vision.transforms.functional.rgbToGrayscale(torch.rand([3, 4, 4])).shape; // [1, 4, 4]
 */
export function rgbToGrayscale<T extends Tensor>(inpt: T, numOutputChannels = 1): T {
  const read = readArguments('rgbToGrayscale', GRAY, [inpt, numOutputChannels]);
  return graying(inpt, read.numOutputChannels);
}

/**
 * A picture of one channel with three.
 *
 * @param inpt - A picture or video `[…, 1 or 3, H, W]`.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.functional.grayscale_to_rgb.html
 * @example
 * vision.transforms.functional.grayscaleToRgb(torch.rand([1, 4, 4])).shape; // [3, 4, 4]
 */
export function grayscaleToRgb<T extends Tensor>(inpt: T): T {
  return coloring(inpt);
}

/**
 * A picture brighter or darker.
 *
 * @param inpt - A picture or video with one channel or three.
 * @param brightnessFactor - 0 gives black, 1 the picture, 2 twice the values.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.functional.adjust_brightness.html
 * @example
 * vision.transforms.functional.adjustBrightness(torch.full([1, 1, 1], 0.25), 2).item(); // 0.5
 */
export function adjustBrightness<T extends Tensor>(inpt: T, brightnessFactor: number): T {
  return brightening(inpt, readArguments('adjustBrightness', FACTOR, [inpt, brightnessFactor]).factor);
}

/**
 * A picture with more colour or less.
 *
 * @param inpt - A picture or video with one channel or three.
 * @param saturationFactor - 0 gives shades of gray, 1 the picture.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.functional.adjust_saturation.html
 * @example
 * vision.transforms.functional.adjustSaturation(torch.rand([3, 4, 4]), 0).shape; // [3, 4, 4]
 */
export function adjustSaturation<T extends Tensor>(inpt: T, saturationFactor: number): T {
  return saturating(inpt, readArguments('adjustSaturation', FACTOR, [inpt, saturationFactor]).factor);
}

/**
 * A picture with more contrast or less.
 *
 * @param inpt - A picture or video with one channel or three.
 * @param contrastFactor - 0 gives an even gray, 1 the picture.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.functional.adjust_contrast.html
 * @example
 * vision.transforms.functional.adjustContrast(torch.tensor([[[0.25, 0.75]]]), 2).tolist(); // [[[0, 1]]]
 */
export function adjustContrast<T extends Tensor>(inpt: T, contrastFactor: number): T {
  return contrasting(inpt, readArguments('adjustContrast', FACTOR, [inpt, contrastFactor]).factor);
}

/**
 * A picture whose colours are turned.
 *
 * @param inpt - A picture or video with one channel or three.
 * @param hueFactor - From −0.5 to 0.5; both ends are the opposite colours.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.functional.adjust_hue.html
 * @example
 * const red = torch.tensor([[[1]], [[0]], [[0]]], { dtype: torch.float32 });
 * vision.transforms.functional.adjustHue(red, 0.5).flatten().tolist(); // [0, 1, 1]
 */
export function adjustHue<T extends Tensor>(inpt: T, hueFactor: number): T {
  return turningHue(inpt, readArguments('adjustHue', FACTOR, [inpt, hueFactor]).factor);
}

/**
 * A picture whose values are raised to a power.
 *
 * @param inpt - A picture or video.
 * @param gamma - The power of values from 0 to 1; above 1 makes shadows darker.
 * @param gain - The factor of the result. @defaultValue 1
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.functional.adjust_gamma.html
 * @example
 * vision.transforms.functional.adjustGamma(torch.full([1, 1, 1], 0.5), 2).item(); // 0.25
 */
export function adjustGamma<T extends Tensor>(inpt: T, gamma: number, gain = 1): T {
  const read = readArguments('adjustGamma', GAMMA, [inpt, gamma, gain]);
  return bendingGamma(inpt, read.gamma, read.gain);
}
