/** Tensors from what JavaScript has: nested arrays, typed arrays, bytes. */
import { native } from '../binding';
import * as dtypes from '../dtype';
import type { DType } from '../dtype';
import { Device, type DeviceLike } from '../device';
import { convert } from '../convert/to';
import { type Tensor, handleOf, isTensor, wrap } from '../tensor';
import { inferDtype } from './infer';
import { type NestedArray, flatten } from './nested';
import { type TypedArray, copyArray, dtypeOfArray, isTypedArray, shareArray } from './typed-array';
import { write } from './write';
import { typeError, valueError } from '../errors';

export type { Element, NestedArray } from './nested';
export type { TypedArray } from './typed-array';

export interface TensorOptions {
  /** Inferred from the data by default. */
  readonly dtype?: DType | null;
  readonly device?: DeviceLike | null;
  readonly requiresGrad?: boolean;
  readonly pinMemory?: boolean;
}

/** What `torch.tensor` takes. */
export type TensorData = NestedArray | TypedArray;

const OPTIONS = new Set(['dtype', 'device', 'requiresGrad', 'pinMemory']);

function checkOptions(name: string, options: unknown, known: ReadonlySet<string>): void {
  if (typeof options !== 'object' || options === null) throw typeError(`${name}(): options must be an object`);
  for (const key of Object.keys(options)) {
    if (!known.has(key)) throw typeError(`${name}(): unknown option '${key}'; it takes ${[...known].join(', ')}`);
  }
  const { dtype, device } = options as TensorOptions;
  if (dtype != null && !(dtype instanceof dtypes.DType)) throw typeError(`${name}(): dtype must be a torch dtype`);
  if (device != null && typeof device !== 'string' && !(device instanceof Device)) {
    throw typeError(`${name}(): device must be a string or a torch.Device`);
  }
}

function finish(tensor: Tensor, { device, requiresGrad, pinMemory }: TensorOptions): Tensor {
  let result = device == null ? tensor : convert(tensor, { device });
  if (pinMemory) result = result.pinMemory();
  if (requiresGrad) native.setRequiresGrad(handleOf(result), true);
  return result;
}

/**
 * A tensor with a copy of `data`. Booleans become bool, whole numbers and bigints int64, as soon as one number has a
 * fraction the default dtype, and with a `Complex` its complex form; a typed array keeps its type.
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
export function tensor(data: TensorData, options: TensorOptions = {}): Tensor {
  checkOptions('tensor', options, OPTIONS);
  return finish(elements(data, options.dtype ?? null), options);
}

function elements(data: unknown, dtype: DType | null): Tensor {
  if (isTensor(data)) return convert(data.detach(), { dtype, copy: true });
  if (isTypedArray(data)) {
    const copy = copyArray(data, dtypeOfArray(data), [data.length]);
    return dtype === null ? copy : convert(copy, { dtype });
  }
  const flat = flatten(data as NestedArray);
  const target = dtype ?? inferDtype(flat.elements);
  const { bytes, wide } = write(flat.elements, target);
  const stored = dtypes[wide];
  const made = wrap(native.fromBytes(bytes, 0, bytes.byteLength, stored.code, flat.shape));
  return stored === target ? made : convert(made, { dtype: target });
}

/**
 * A tensor of `data` without a copy where that is possible: a tensor comes back as it is, a typed array shares its
 * memory. Everything else is as in {@link tensor}.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.as_tensor.html
 */
export function asTensor(data: TensorData, options: Pick<TensorOptions, 'dtype' | 'device'> = {}): Tensor {
  checkOptions('asTensor', options, new Set(['dtype', 'device']));
  const { dtype, device } = options;
  if (isTensor(data)) return convert(data, { dtype, device });
  if (!isTypedArray(data)) return tensor(data, options);
  return convert(shareArray(data, dtypeOfArray(data), [data.length]), { dtype, device });
}

export interface FromTypedArrayOptions {
  /** `[array.length]` by default. */
  readonly shape?: readonly number[];
  /** The dtype of the memory: `float16` or `bfloat16` over a Uint16Array, `bool` over a Uint8Array, `complex64` … */
  readonly dtype?: DType;
}

/**
 * A tensor over the memory of a typed array, without a copy: a change of one is seen in the other. The array's buffer
 * can no longer be transferred to another thread.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.from_numpy.html
 * @example
 * torch.fromTypedArray(new Float32Array(6), { shape: [2, 3] });
 * torch.fromTypedArray(new Uint16Array([0x3c00]), { dtype: torch.float16 }).item(); // 1
 */
export function fromTypedArray(array: TypedArray, options: FromTypedArrayOptions = {}): Tensor {
  if (!isTypedArray(array)) throw typeError('fromTypedArray(): expected a typed array');
  const dtype = options.dtype ?? dtypeOfArray(array);
  return shareArray(array, dtype, options.shape ?? [array.byteLength / dtype.itemsize]);
}

export interface FromBufferOptions {
  readonly dtype: DType;
  /** How many elements; all that follow `offset` by default. */
  readonly count?: number;
  /** In bytes. */
  readonly offset?: number;
  readonly requiresGrad?: boolean;
}

/**
 * A tensor of one dimension over bytes, without a copy.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.frombuffer.html
 * @example
 * torch.frombuffer(Buffer.alloc(8), { dtype: torch.int32 }).shape; // [2]
 */
export function frombuffer(buffer: ArrayBuffer | ArrayBufferView, options: FromBufferOptions): Tensor {
  const { dtype, count = -1, offset = 0, requiresGrad = false } = options;
  if (!(dtype instanceof dtypes.DType)) throw typeError('frombuffer(): dtype must be a torch dtype');
  const view = ArrayBuffer.isView(buffer) ? buffer : new Uint8Array(buffer);
  const rest = view.byteLength - offset;
  if (!Number.isInteger(offset) || offset < 0 || rest <= 0) {
    throw valueError(`frombuffer(): offset ${offset} lies outside a buffer of ${view.byteLength} bytes`);
  }
  if (count < 0 && rest % dtype.itemsize !== 0) {
    throw valueError(`frombuffer(): ${rest} bytes are not a multiple of ${dtype}'s ${dtype.itemsize}`);
  }
  const length = count < 0 ? rest / dtype.itemsize : count;
  if (!Number.isInteger(length) || length === 0 || length * dtype.itemsize > rest) {
    throw valueError(`frombuffer(): ${rest} bytes do not hold ${count} elements of ${dtype}`);
  }
  const bytes = new Uint8Array(view.buffer as ArrayBuffer, view.byteOffset + offset, length * dtype.itemsize);
  return finish(shareArray(bytes, dtype, [length]), { requiresGrad });
}
