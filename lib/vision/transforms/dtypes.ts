import { bool, value } from '../../arguments/fields';
import { nameOf } from '../../arguments/describe';
import { isMap, isPlainObject } from '../../arguments/plain-object';
import { readArguments } from '../../arguments/read';
import type { Mixed } from '../../arguments/signature';
import { valueError, warn } from '../../errors';
import { DType, type Tensor } from '../../index';
import * as torch from '../../index';
import { Image, Video } from '../tv-tensors/index';
import { isPureTensor } from '../tv-tensors/tv-tensor';
import { unchecked } from './arguments';
import { converting } from './functional/dtype';
import { Transform } from './transform';

/** Types by the names of classes, or a Map with classes as keys; `others` is for the rest. Null leaves an input alone. */
export type DTypeByKind = DType | Readonly<Record<string, DType | null>> | ReadonlyMap<unknown, DType | null>;

export interface ToDtypeTransformOptions {
  /** The type, which pictures and videos get; or one for each kind: `{ Image: torch.float32, Mask: torch.int64, others: null }`. */
  readonly dtype?: DTypeByKind;
  /** Take the largest value of one type to that of the other, as 255 to 1.0; of pictures only. @defaultValue false */
  readonly scale?: boolean;
}

const isType = (given: unknown): boolean => given === null || given instanceof DType;
const isTypes = (given: unknown): boolean =>
  (isMap(given) && [...given.values()].every(isType)) || (isPlainObject(given) && Object.values(given).every(isType));

const TO_DTYPE = {
  dtype: { ...unchecked<DTypeByKind>('a dtype, or an object of them'), object: true },
  scale: bool(false),
};

const isPicture = (inpt: unknown): boolean => isPureTensor(inpt) || inpt instanceof Image || inpt instanceof Video;

/**
 * Converts pictures, or all kinds of input, to other types.
 *
 * @throws TorchValueError where no type is given for a kind of input.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.ToDtype.html
 * @example
 * const bytes = torch.tensor([[[0, 255]]], { dtype: torch.uint8 });
 * new vision.transforms.ToDtype(torch.float32, true).forward(bytes).tolist(); // [[[0, 1]]]
 */
export class ToDtype extends Transform {
  readonly dtype: DTypeByKind;
  readonly scale: boolean;

  constructor(
    ...args: [options: ToDtypeTransformOptions] | [dtype: DTypeByKind, scale?: boolean | ToDtypeTransformOptions]
  ) {
    super();
    const [first] = args;
    // An object with `dtype` or `scale` names the arguments; any other object is itself the types.
    const byName = isPlainObject(first) && ('dtype' in first || 'scale' in first);
    const read = readArguments('ToDtype', TO_DTYPE, byName ? [undefined, first] : args);
    if (!(read.dtype instanceof DType) && !isTypes(read.dtype)) {
      throw valueError(`dtype must be a dict or a torch.dtype, got ${nameOf(read.dtype)} instead`);
    }
    this.dtype = read.dtype;
    this.scale = read.scale;
    const kinds = this.types();
    if (kinds.has('Tensor') && (kinds.has('Image') || kinds.has('Video'))) {
      warn(
        'Got `dtype` values for `torch.Tensor` and either `tvTensors.Image` or `tvTensors.Video`. ' +
          'Note that a plain `torch.Tensor` will *not* be transformed by this (or any other transformation) ' +
          'in case a `tvTensors.Image` or `tvTensors.Video` is present in the input.',
      );
    }
  }

  /** The types by the names of classes. */
  private types(): ReadonlyMap<string, DType | null> {
    const { dtype } = this;
    if (dtype instanceof DType) return new Map();
    const entries = isMap(dtype) ? [...dtype] : Object.entries(dtype);
    return new Map(entries.map(([key, type]) => [typeof key === 'function' ? key.name : String(key), type]));
  }

  private typeFor(inpt: Tensor): DType | null {
    if (this.dtype instanceof DType) return isPicture(inpt) ? this.dtype : null;
    const types = this.types();
    const { name } = inpt.constructor;
    const type = types.get(name) ?? (types.has(name) ? null : types.get('others'));
    if (type !== undefined) return type;
    throw valueError(
      `No dtype was specified for type ${name}. ` +
        'If you only need to convert the dtype of images or videos, you can just pass e.g. dtype=torch.float32. ' +
        'If you\'re passing a dict as dtype, you can use "others" as a catch-all key ' +
        'e.g. { Mask: torch.int64, others: null } to pass-through the rest of the inputs.',
    );
  }

  override transform(inpt: Tensor): Tensor {
    const type = this.typeFor(inpt);
    if (type !== null) return converting.passing(inpt, type, this.scale);
    if (this.scale && isPicture(inpt)) {
      warn('scale was set to True but no dtype was specified for images or videos: no scaling will be done.');
    }
    return inpt;
  }
}

/**
 * Converts pictures to another type, their values scaled.
 *
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.transforms.v2.ConvertImageDtype.html
 * @example
 * new vision.transforms.ConvertImageDtype(torch.uint8).forward(torch.ones([1, 1, 1])).item(); // 255
 */
export class ConvertImageDtype extends Transform {
  readonly dtype: DType;

  constructor(
    ...args: Mixed<
      [dtype?: DType],
      {
        /** The type. @defaultValue torch.float32 */
        readonly dtype?: DType;
      }
    >
  ) {
    super();
    const dtype = value<DType>('a dtype', (given) => given instanceof DType, torch.float32);
    this.dtype = readArguments('ConvertImageDtype', { dtype }, args).dtype;
  }

  override transform(inpt: Tensor): Tensor {
    return converting.passing(inpt, this.dtype, true);
  }
}
