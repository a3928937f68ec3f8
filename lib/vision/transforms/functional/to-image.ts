import { typeError } from '../../../errors';
import { nameOf } from '../../../arguments/describe';
import { Tensor } from '../../../index';
import * as torch from '../../../index';
import { Image } from '../../tv-tensors/index';

/** Pixels in rows, as decoders give them: what `sharp(file).raw().toBuffer({ resolveWithObject: true })` has. */
export interface RawPixels {
  /** The bytes, row by row, channel beside channel. */
  readonly data: Uint8Array;
  /** Their sizes. */
  readonly info: { readonly width: number; readonly height: number; readonly channels: number };
}

function isPixels(given: unknown): given is RawPixels {
  const { data, info } = (given ?? {}) as Partial<RawPixels>;
  return data instanceof Uint8Array && typeof info === 'object';
}

/**
 * A tensor or decoded pixels as an `Image`.
 *
 * @param inpt - A tensor `[…, C, H, W]`, or pixels in rows.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.functional.to_image.html
 * @example
 * vision.transforms.functional.toImage(torch.zeros([3, 4, 4])) instanceof vision.tvTensors.Image; // true
 */
export function toImage(inpt: Tensor | RawPixels): Image {
  if (inpt instanceof Tensor) return new Image(inpt);
  if (isPixels(inpt)) return new Image(pixelsToTensor(inpt));
  throw typeError(`Input can either be a pure Tensor or pixels { data, info }, but got ${nameOf(inpt)} instead.`);
}

/** `[C, H, W]` of bytes. @internal */
export function pixelsToTensor({ data, info }: RawPixels): Tensor {
  const { width, height, channels } = info;
  if (data.length !== width * height * channels) {
    throw typeError(`expected ${width} × ${height} × ${channels} bytes of pixels, got ${data.length}`);
  }
  return torch.tensor(data).reshape([height, width, channels]).permute([2, 0, 1]).contiguous();
}
