import { typeError } from '../../../errors';
import type { Tensor } from '../../../index';
import { BoundingBoxes, Image, Video } from '../../tv-tensors/index';
import { isPureTensor } from '../../tv-tensors/tv-tensor';

function unsupported(name: string, known: string, inpt: Tensor): Error {
  const kind = (inpt as unknown) instanceof Object ? inpt.constructor.name : typeof inpt;
  return typeError(`Functional F.${name} supports inputs of type ${known}, but got ${kind} instead.`);
}

const tooFlat = (count: number): Error =>
  typeError(`Input tensor should have at least two dimensions, but got ${count}`);

/**
 * Channels, height and width of a picture or video; one channel where it has two dimensions.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.functional.get_dimensions.html
 * @example
 * vision.transforms.functional.getDimensions(torch.rand([8, 3, 4, 6])); // [3, 4, 6]
 */
export function getDimensions(inpt: Tensor): [channels: number, height: number, width: number] {
  if (!isPureTensor(inpt) && !(inpt instanceof Image) && !(inpt instanceof Video)) {
    throw unsupported('get_dimensions', 'Tensor, Image, Video', inpt);
  }
  const { shape } = inpt;
  if (shape.length < 2) throw tooFlat(shape.length);
  return shape.length === 2
    ? [1, shape[0] as number, shape[1] as number]
    : (shape.slice(-3) as [number, number, number]);
}

/**
 * The number of channels of a picture or video.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.functional.get_num_channels.html
 * @example
 * vision.transforms.functional.getNumChannels(torch.rand([3, 4, 6])); // 3
 */
export function getNumChannels(inpt: Tensor): number {
  return getDimensions(inpt)[0];
}

/**
 * Height and width of a picture, video or mask, or of the picture that boxes are in.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.functional.get_size.html
 * @example
 * vision.transforms.functional.getSize(torch.rand([3, 4, 6])); // [4, 6]
 */
export function getSize(inpt: Tensor): [height: number, width: number] {
  if (inpt instanceof BoundingBoxes) return [inpt.canvasSize[0], inpt.canvasSize[1]];
  if (!(inpt instanceof Object && 'shape' in inpt)) throw unsupported('get_size', 'Tensor', inpt);
  const { shape } = inpt;
  if (shape.length < 2) throw tooFlat(shape.length);
  return shape.slice(-2) as [number, number];
}
