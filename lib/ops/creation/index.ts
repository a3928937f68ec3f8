/** Tensors from what JavaScript has: nested arrays, typed arrays, bytes. */
import { isArrayBuffer } from 'node:util/types';
import { any, bool, int, keyword, nullable, value } from '../../arguments/fields';
import { readArguments, readOptions } from '../../arguments/read';
import { FACTORY } from '../../tensor/arguments';
import { native } from '../../native/binding';
import * as dtypes from '../../tensor/dtype';
import type { DType } from '../../tensor/dtype';
import { deviceFor } from '../../tensor/default-device';
import type { DeviceLike } from '../../tensor/device';
import { convert } from '../convert/to';
import { type Tensor, handleOf, isTensor } from '../../tensor/tensor';
import { inferDtype } from './infer';
import { type NestedArray, flatten } from './nested';
import { type TypedArray, copyArray, dtypeOfArray, isTypedArray, madeOfMemory, shareArray } from './typed-array';
import { write } from './write';
import { typeError, valueError } from '../../errors';

export type { Element, NestedArray } from './nested';
export type { TypedArray } from './typed-array';

export interface TensorOptions {
  /** The dtype of the tensor. @defaultValue null, which means that of the data */
  readonly dtype?: DType | null;
  /** The device of the tensor. @defaultValue null, which means that of the data, or the default device */
  readonly device?: DeviceLike | null;
  /** Record operations on the tensor for autograd. @defaultValue false */
  readonly requiresGrad?: boolean;
  /** Use pinned memory, for fast copies to a GPU. @defaultValue false */
  readonly pinMemory?: boolean;
}

/** What `torch.tensor` takes. */
export type TensorData = NestedArray;

const OPTIONS = {
  dtype: keyword(FACTORY.dtype),
  device: keyword(FACTORY.device),
  requiresGrad: keyword(bool(false)),
  pinMemory: keyword(bool(false)),
};

/** The data are checked later, when they are read. */
const AS_TENSOR = { data: any<TensorData>(), dtype: FACTORY.dtype, device: FACTORY.device };

function finish(tensor: Tensor, { device, requiresGrad, pinMemory }: TensorOptions): Tensor {
  let result = device == null ? tensor : convert(tensor, { device });
  if (pinMemory) result = result.pinMemory();
  if (requiresGrad) native.setRequiresGrad(handleOf(result), true);
  return result;
}

/**
 * A tensor with a copy of `data`. Booleans become bool, whole numbers and bigints int64, as soon as one number has a
 * fraction the default dtype, and with a `Complex` its complex form. A typed array keeps its type, and typed arrays as rows
 * promote as tensors do.
 *
 * JavaScript has one type of number: Python's `[1.0, 2.0]` is `[1, 2]` here, hence int64, and so is `-0`. Give `dtype` where
 * it matters. Whole numbers from 2^53 on are int64 as they are; write a bigint for one that a number cannot say.
 *
 * @throws TypeError for a ragged array, naming the place; TorchValueError for an integer that the dtype cannot hold, and for a whole
 * number beyond int64 without a dtype.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.tensor.html
 * @example
 * torch.tensor([[1.5, 2], [3, 4]]).shape; // [2, 2]
 * torch.tensor([1, 2], { dtype: torch.float32 });
 */
export function tensor(data: TensorData, options?: TensorOptions): Tensor;
export function tensor(...args: readonly unknown[]): Tensor {
  const [data] = args;
  const options = args.length > 1 ? readOptions('tensor', OPTIONS, optionsOf('tensor', args)) : NONE;
  return finish(elements(data, options.dtype ?? null), { ...options, device: deviceFor(options.device) });
}

const NONE: TensorOptions = {};

/** Data may be anything but a plain object, so what follows it is the options. */
function optionsOf(name: string, args: readonly unknown[]): unknown {
  if (args.length > 2) throw typeError(`${name}() takes 1 argument and options, got ${args.length} arguments`);
  return args[1];
}

function elements(data: unknown, dtype: DType | null): Tensor {
  if (isTensor(data)) return convert(data.detach(), { dtype, copy: true });
  if (isTypedArray(data)) {
    const copy = copyArray(data, dtypeOfArray(data), [data.length]);
    return dtype === null ? copy : convert(copy, { dtype });
  }
  const flat = flatten(data as NestedArray);
  const target = dtype ?? inferDtype(flat);
  const { bytes, wide } = write(flat.elements, target);
  const stored = dtypes[wide];
  const made = madeOfMemory(() => native.fromBytes(bytes, 0, bytes.byteLength, stored.code, flat.shape));
  return stored === target ? made : convert(made, { dtype: target });
}

/**
 * A tensor of `data` without a copy where that is possible: a tensor comes back as it is, a typed array shares its
 * memory. Everything else is as in {@link tensor}.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.as_tensor.html
 */
export function asTensor(
  data: TensorData,
  dtype?: DType | null | Pick<TensorOptions, 'dtype' | 'device'>,
  device?: DeviceLike | null | Pick<TensorOptions, 'device'>,
): Tensor;
export function asTensor(...args: readonly unknown[]): Tensor {
  const { data, dtype, device: given } = readArguments('asTensor', AS_TENSOR, args);
  const device = deviceFor(given);
  if (isTensor(data)) return convert(data, { dtype, device });
  if (!isTypedArray(data)) return tensor(data as TensorData, { dtype, device });
  return convert(shareArray(data, dtypeOfArray(data), [data.length]), { dtype, device });
}

export interface FromTypedArrayOptions {
  /** `[array.length]` by default. */
  readonly shape?: readonly number[] | null;
  /** The dtype of the memory: `float16` or `bfloat16` over a Uint16Array, `bool` over a Uint8Array, `complex64` … */
  readonly dtype?: DType | null;
}

/**
 * A tensor over the memory of a typed array, without a copy: a change of either changes the other. The array's buffer
 * can no longer be transferred to another thread.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.from_numpy.html
 * @example
 * torch.fromTypedArray(new Float32Array(6), { shape: [2, 3] });
 * torch.fromTypedArray(new Uint16Array([0x3c00]), { dtype: torch.float16 }).item(); // 1
 */
export function fromTypedArray(array: TypedArray, options?: FromTypedArrayOptions): Tensor;
export function fromTypedArray(...args: readonly unknown[]): Tensor {
  const { array, shape, dtype: given } = readArguments('fromTypedArray', FROM_TYPED_ARRAY, args);
  const dtype = given ?? dtypeOfArray(array);
  return shareArray(array, dtype, shape ?? [array.byteLength / dtype.itemsize]);
}

const FROM_TYPED_ARRAY = {
  array: value<TypedArray>('a typed array', isTypedArray),
  shape: keyword(nullable(value<readonly number[]>('a list of integers', isShape))),
  dtype: keyword(FACTORY.dtype),
};

function isShape(given: unknown): boolean {
  return Array.isArray(given) && given.every((extent) => Number.isSafeInteger(extent) && extent >= 0);
}

export interface FromBufferOptions {
  /** The dtype of the elements. */
  readonly dtype: DType;
  /** How many elements there are. @defaultValue -1, which means all that follow `offset` */
  readonly count?: number;
  /** Where the first element begins, in bytes. @defaultValue 0 */
  readonly offset?: number;
  /** Record operations on the tensor for autograd. @defaultValue false */
  readonly requiresGrad?: boolean;
}

/**
 * A tensor of one dimension over bytes, without a copy.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.frombuffer.html
 * @example
 * torch.frombuffer(Buffer.alloc(8), { dtype: torch.int32 }).shape; // [2]
 */
export function frombuffer(buffer: ArrayBuffer | ArrayBufferView, options: FromBufferOptions): Tensor;
export function frombuffer(...args: readonly unknown[]): Tensor {
  const { buffer, dtype, count, offset, requiresGrad } = readArguments('frombuffer', FROM_BUFFER, args);
  const view = ArrayBuffer.isView(buffer) ? buffer : new Uint8Array(buffer);
  const rest = view.byteLength - offset;
  if (offset < 0 || rest <= 0) {
    throw valueError(`frombuffer(): offset ${offset} lies outside a buffer of ${view.byteLength} bytes`);
  }
  if (count < 0 && rest % dtype.itemsize !== 0) {
    throw valueError(`frombuffer(): ${rest} bytes are not a multiple of ${dtype}'s ${dtype.itemsize}`);
  }
  const length = count < 0 ? rest / dtype.itemsize : count;
  if (length === 0 || length * dtype.itemsize > rest) {
    throw valueError(`frombuffer(): ${rest} bytes do not hold ${count} elements of ${dtype}`);
  }
  const bytes = new Uint8Array(view.buffer as ArrayBuffer, view.byteOffset + offset, length * dtype.itemsize);
  return finish(shareArray(bytes, dtype, [length]), { requiresGrad });
}

const FROM_BUFFER = {
  buffer: value<ArrayBuffer | ArrayBufferView>(
    'a buffer',
    (given) => ArrayBuffer.isView(given) || isArrayBuffer(given),
  ),
  dtype: keyword(value<DType>('a dtype', (given) => given instanceof dtypes.DType)),
  count: keyword(int(-1)),
  offset: keyword(int(0)),
  requiresGrad: keyword(bool(false)),
};
