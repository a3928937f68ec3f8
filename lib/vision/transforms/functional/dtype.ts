import { bool, value } from '../../../arguments/fields';
import { readArguments } from '../../../arguments/read';
import type { Mixed } from '../../../arguments/signature';
import { runtimeError, typeError } from '../../../errors';
import { DType, type Tensor } from '../../../index';
import * as torch from '../../../index';
import { tensor } from '../arguments';
import { kernel } from './kernels';

const BITS = new Map<DType, number>([
  [torch.uint8, 8],
  [torch.int8, 7],
  [torch.int16, 15],
  [torch.uint16, 16],
  [torch.int32, 31],
  [torch.int64, 63],
]);

/** The largest value of a type; 1 of floats. @internal */
export function maxValue(dtype: DType): number {
  const bits = BITS.get(dtype);
  return bits === undefined ? 1 : 2 ** bits - 1;
}

/** How many bits of a type say how bright a pixel is. @internal */
export function valueBits(dtype: DType): number {
  const bits = BITS.get(dtype);
  if (bits === undefined) {
    throw typeError(`Number of value bits is only defined for integer dtypes, but got ${String(dtype)}.`);
  }
  return bits;
}

const isFloat = (dtype: DType): boolean => ['float16', 'bfloat16', 'float32', 'float64'].includes(dtype.name);

function floatsToIntegers(image: Tensor, dtype: DType): Tensor {
  const wide = dtype === torch.int64 || (dtype === torch.int32 && image.dtype === torch.float32);
  if (wide && (image.dtype === torch.float32 || image.dtype === torch.float64)) {
    throw runtimeError(`The conversion from ${String(image.dtype)} to ${String(dtype)} cannot be performed safely.`);
  }
  return image.mul(maxValue(dtype) + 1 - 1e-3).to(dtype);
}

function integersToIntegers(image: Tensor, dtype: DType): Tensor {
  const [from, to] = [valueBits(image.dtype), valueBits(dtype)];
  const shift = Math.abs(from - to);
  if (from > to) {
    if (image.dtype === torch.uint16) return image.div(2 ** shift).to(dtype);
    return image.bitwiseRightShift(shift).to(dtype);
  }
  return dtype === torch.uint16 ? image.to(dtype).mul(2 ** shift) : image.to(dtype).bitwiseLeftShift_(shift);
}

/** @internal */
export function convertImage(image: Tensor, dtype: DType, scale: boolean): Tensor {
  if (image.dtype === dtype) return image;
  if (!scale) return image.to(dtype);
  if (image.isFloatingPoint()) return isFloat(dtype) ? image.to(dtype) : floatsToIntegers(image, dtype);
  return isFloat(dtype) ? image.to(dtype).mul_(1 / maxValue(image.dtype)) : integersToIntegers(image, dtype);
}

/** @internal */
export const converting = kernel<[dtype: DType, scale: boolean]>('to_dtype', {
  image: convertImage,
  mask: (mask, dtype) => mask.to(dtype),
  boxes: (boxes, dtype) => boxes.to(dtype) as typeof boxes,
});

const TO_DTYPE = {
  inpt: tensor(),
  dtype: value<DType>('a dtype', (given) => given instanceof DType, torch.float32),
  scale: bool(false),
};

export interface ToDtypeOptions {
  /** The type of the result. @defaultValue torch.float32 */
  readonly dtype?: DType;
  /** Take the largest value of one type to that of the other, as 255 to 1.0; of pictures only. @defaultValue false */
  readonly scale?: boolean;
}

/**
 * The input in another type.
 *
 * @param inpt - A picture or video, a mask, or boxes.
 * @throws TorchError where floats cannot become integers so large.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.functional.to_dtype.html
 * @example
 * const bytes = torch.tensor([[[0, 255]]], { dtype: torch.uint8 });
 * vision.transforms.functional.toDtype(bytes, torch.float32, true).tolist(); // [[[0, 1]]]
 */
export function toDtype<T extends Tensor>(
  inpt: T,
  ...args: Mixed<[dtype?: DType, scale?: boolean], ToDtypeOptions>
): T {
  const { dtype, scale } = readArguments('toDtype', TO_DTYPE, [inpt, ...args]);
  return converting(inpt, dtype, scale);
}

/**
 * A picture in another type, its values scaled: the older name of `toDtype(image, dtype, true)`.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.functional.convert_image_dtype.html
 * @example
 * vision.transforms.functional.convertImageDtype(torch.ones([1, 1, 1]), torch.uint8).tolist(); // [[[255]]]
 */
export function convertImageDtype(image: Tensor, dtype: DType = torch.float32): Tensor {
  const read = readArguments('convertImageDtype', TO_DTYPE, [image, dtype]);
  return convertImage(read.inpt, read.dtype, true);
}
