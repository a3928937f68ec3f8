import { type DType, type DeviceLike, Tensor } from '../../index';
import * as torch from '../../index';
import { bool, keyword, nullable, value } from '../../arguments/fields';

/** What a tensor can be made of: a tensor, a typed array, numbers in nested arrays. */
export type TensorData = Parameters<typeof torch.asTensor>[0];

export interface TVTensorOptions {
  /** The type of the elements. @defaultValue null, which means that of the data */
  readonly dtype?: DType | null;
  /** Where the elements are. @defaultValue null, which means where the data is */
  readonly device?: DeviceLike | null;
  /** Record operators for autograd. @defaultValue null, which means as the data does */
  readonly requiresGrad?: boolean | null;
}

/** The fields of {@link TVTensorOptions}, for a reader of arguments. @internal */
export const TV_TENSOR = {
  dtype: keyword(nullable(value<DType>('a dtype', (given) => given instanceof torch.DType))),
  device: keyword(
    nullable(value<DeviceLike>('a device', (given) => typeof given === 'string' || given instanceof torch.Device)),
  ),
  requiresGrad: keyword(nullable(bool())),
};

/** A class of tensors, however its objects are made. */
export interface TensorClass<T extends Tensor> {
  readonly prototype: T;
}

/** Makes `this` of a tensor that is there already, so that a constructor can begin with one. */
function existing(tensor: Tensor): Tensor {
  return tensor;
}
existing.prototype = Tensor.prototype;
const Existing = existing as unknown as new (tensor: Tensor) => Tensor;

/**
 * A tensor that says what it holds, so that transforms know what to do with it: torchvision's `TVTensor`. What operators
 * make of one is an ordinary tensor, but for `clone`, `to`, `detach`, `requiresGrad_` and `pinMemory`; {@link wrap} makes
 * it one again.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.tv_tensors.TVTensor.html
 * @example
 * const image = new vision.tvTensors.Image(torch.rand([3, 8, 8]));
 * image instanceof vision.tvTensors.TVTensor; // true
 * image.mul(2) instanceof vision.tvTensors.TVTensor; // false
 * vision.tvTensors.wrap(image.mul(2), { like: image }) instanceof vision.tvTensors.Image; // true
 */
export abstract class TVTensor extends Existing {
  /** What goes over to a tensor that is made like this one. @internal */
  describe(): Readonly<Record<string, unknown>> {
    return {};
  }

  override toString(): string {
    const { name } = this.constructor;
    const shift = name.length - 'tensor'.length;
    const text = super.toString().replace(/^tensor\(/, `${name}(`);
    const aligned = text.replace(
      /\n( *)/g,
      (_, indent: string) => `\n${' '.repeat(Math.max(indent.length + shift, 0))}`,
    );
    const extra = Object.entries(this.describe()).map(([key, value]) => `${key}=${String(value)}`);
    return `${aligned.slice(0, -1)}, ${extra.join(', ')})`;
  }
}

/** The data as a tensor of that class, without the rest of what the class holds. @internal */
export function tensorOf<T extends Tensor>(Class: TensorClass<T>, data: TensorData, options: TVTensorOptions): T {
  const { dtype = null, device = null, requiresGrad = null } = options;
  const tensor = torch.asTensor(data, { dtype, device });
  const records = requiresGrad ?? (data instanceof Tensor && data.requiresGrad);
  const made = tensor.asSubclass(Class);
  return made.requiresGrad === records ? made : made.requiresGrad_(records);
}

/** The tensor as it is, without a class of torchvision. @internal */
export function plain(tensor: Tensor): Tensor {
  return tensor instanceof TVTensor ? tensor.asSubclass(Tensor) : tensor;
}

/** Whether a value is a tensor, and none of torchvision's. */
export const isPureTensor = (given: unknown): boolean => given instanceof Tensor && !(given instanceof TVTensor);
