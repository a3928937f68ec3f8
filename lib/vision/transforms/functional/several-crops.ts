import { bool, ints } from '../../../arguments/fields';
import { readArguments } from '../../../arguments/read';
import { typeError } from '../../../errors';
import type { Tensor } from '../../../index';
import { Image, Video, wrap } from '../../tv-tensors/index';
import { isPureTensor, plain } from '../../tv-tensors/tv-tensor';
import { TWO_SIZES, pairOf, tensor } from '../arguments';
import type { NumberOrList } from '../types';
import { fiveCrops, tenCrops } from './crop';

const FIVE = { inpt: tensor(), size: ints() };
const TEN = { ...FIVE, verticalFlip: bool(false) };

/** Several pictures of one, each of its class. @internal */
export function severalOf<T extends Tensor>(name: string, inpt: T, cut: (image: Tensor) => Tensor[]): T[] {
  if (isPureTensor(inpt)) return cut(inpt) as T[];
  if (inpt instanceof Image || inpt instanceof Video) {
    return cut(plain(inpt)).map((one) => wrap(one, { like: inpt }));
  }
  throw typeError(
    `Functional F.${name} supports inputs of type Tensor, Image, Video, but got ${inpt.constructor.name} instead.`,
  );
}

/**
 * Four windows in the corners and one in the middle.
 *
 * @param inpt - A picture or video.
 * @param size - Height and width of a window, or one number for both.
 * @throws TorchValueError for a window larger than the picture.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.functional.five_crop.html
 * @example
 * vision.transforms.functional.fiveCrop(torch.rand([3, 8, 8]), 4).length; // 5
 */
export function fiveCrop<T extends Tensor>(inpt: T, size: NumberOrList): T[] {
  const pair = pairOf(readArguments('fiveCrop', FIVE, [inpt, size]).size, TWO_SIZES);
  return severalOf('five_crop', inpt, (image) => fiveCrops(image, pair));
}

/**
 * {@link fiveCrop} of the picture and of the picture in a mirror.
 *
 * @param inpt - A picture or video.
 * @param size - Height and width of a window, or one number for both.
 * @param verticalFlip - Exchange top and bottom instead of left and right. @defaultValue false
 * @throws TorchValueError for a window larger than the picture.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.functional.ten_crop.html
 * @example
 * vision.transforms.functional.tenCrop(torch.rand([3, 8, 8]), 4).length; // 10
 */
export function tenCrop<T extends Tensor>(inpt: T, size: NumberOrList, verticalFlip = false): T[] {
  const read = readArguments('tenCrop', TEN, [inpt, size, verticalFlip]);
  const pair = pairOf(read.size, TWO_SIZES);
  return severalOf('ten_crop', inpt, (image) => tenCrops(image, pair, read.verticalFlip));
}
