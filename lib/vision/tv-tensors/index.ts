/** Tensors that say what they hold: torchvision's `tv_tensors`. */
import { choice, nullable, optional, required, value } from '../../arguments/fields';
import { nameOf } from '../../arguments/describe';
import { readArguments, readOptions } from '../../arguments/read';
import { typeError, valueError } from '../../errors';
import { Tensor } from '../../index';
import {
  type BoundingBoxFormatLike,
  BoundingBoxes,
  type BoxChanges,
  type CanvasSize,
  boxesLike,
  formatOf,
} from './bounding-boxes';
import { TV_TENSOR, TVTensor, type TVTensorOptions, type TensorData, tensorOf } from './tv-tensor';

export {
  BoundingBoxFormat,
  type BoundingBoxFormatLike,
  BoundingBoxes,
  type BoundingBoxesOptions,
  type BoxChanges,
  type CanvasSize,
  type ClampingMode,
  isRotatedBoundingFormat,
} from './bounding-boxes';
export { TVTensor, type TVTensorOptions, type TensorData } from './tv-tensor';

const DATA = { data: required(value<TensorData>('a tensor or numbers', (given) => given !== null)), ...TV_TENSOR };

/**
 * A picture, `[…, C, H, W]`; `[H, W]` becomes `[1, H, W]`.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.tv_tensors.Image.html
 * @example
 * new vision.tvTensors.Image(torch.zeros([4, 4])).shape; // [1, 4, 4]
 */
export class Image extends TVTensor {
  constructor(...args: [data: TensorData, options?: TVTensorOptions]) {
    const { data, ...options } = readArguments('Image', DATA, args);
    const made = tensorOf(new.target, data, options);
    if (made.ndim < 2) throw valueError(`Tensor must be 2D or higher, got ${made.ndim}D tensor.`);
    super(made.ndim === 2 ? made.unsqueeze(0).asSubclass(new.target) : made);
  }
}

/**
 * A video, `[…, T, C, H, W]`.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.tv_tensors.Video.html
 * @example
 * new vision.tvTensors.Video(torch.zeros([8, 3, 4, 4])).shape; // [8, 3, 4, 4]
 */
export class Video extends TVTensor {
  constructor(...args: [data: TensorData, options?: TVTensorOptions]) {
    const { data, ...options } = readArguments('Video', DATA, args);
    const made = tensorOf(new.target, data, options);
    if (made.ndim < 4) throw valueError(`a video has 4 dimensions or more, [T, C, H, W]; got ${made.ndim}`);
    super(made);
  }
}

/**
 * A mask of a picture, `[…, H, W]`: the number of a class for each pixel, or one mask for each thing.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.tv_tensors.Mask.html
 * @example
 * new vision.tvTensors.Mask(torch.zeros([2, 4, 4])).shape; // [2, 4, 4]
 */
export class Mask extends TVTensor {
  constructor(...args: [data: TensorData, options?: TVTensorOptions]) {
    const { data, ...options } = readArguments('Mask', DATA, args);
    super(tensorOf(new.target, data, options));
  }
}

const WRAP = {
  like: required(value<Tensor>('a Tensor', (given) => given instanceof Tensor)),
  format: optional(value<BoundingBoxFormatLike>('a format', (given) => typeof given === 'string')),
  canvasSize: optional(value<CanvasSize>('[height, width]', (given) => Array.isArray(given) && given.length === 2)),
  clampingMode: optional(nullable(choice(['soft', 'hard']))),
};

export interface WrapOptions<T extends Tensor> extends BoxChanges {
  /** Whose class the tensor gets, and whose description where that has one. */
  readonly like: T;
}

/**
 * A tensor as an object of the class that another one has, which shares its elements.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.tv_tensors.wrap.html
 * @example
 * const image = new vision.tvTensors.Image(torch.rand([3, 4, 4]));
 * vision.tvTensors.wrap(image.mul(2), { like: image }); // an Image
 */
export function wrap<T extends Tensor>(wrappee: Tensor, options: WrapOptions<T>): T {
  if (!(wrappee instanceof Tensor)) throw typeError(`wrap(): expected a Tensor, got ${nameOf(wrappee)}`);
  const { like, format, ...rest } = readOptions('wrap', WRAP, options);
  if (!(like instanceof BoundingBoxes)) return wrappee.asSubclass(like.constructor);
  const changes = { ...rest, ...(format === undefined ? {} : { format: formatOf(format) }) };
  const given = Object.entries(changes).filter(([, one]) => one !== undefined);
  return boxesLike(wrappee, like, Object.fromEntries(given)) as Tensor as T;
}

/** What torchvision's tensors stay through: the rest of the methods gives ordinary tensors. */
const STAYS = ['clone', 'to', 'detach', 'requiresGrad_', 'pinMemory'] as const;
for (const name of STAYS) {
  const method = Tensor.prototype[name] as (this: Tensor, ...args: unknown[]) => Tensor;
  const value = function (this: TVTensor, ...args: unknown[]): Tensor {
    const made = method.apply(this, args);
    return made === this ? made : wrap(made, { like: this });
  };
  Object.defineProperty(TVTensor.prototype, name, { value, writable: true, configurable: true });
}
