import { isArrayBuffer } from 'node:util/types';
import { markAsUntransferable } from 'node:worker_threads';
import { native } from '../../native/binding';
import type { Handle } from '../../native/contract';
import * as dtypes from '../../tensor/dtype';
import type { DType } from '../../tensor/dtype';
import { type Tensor, wrap } from '../../tensor/tensor';
import { typeError } from '../../errors';
import { asFunction } from '../dispatch/operator';

/** The typed arrays, Buffer among them. */
export type TypedArray =
  | Uint8Array
  | Uint8ClampedArray
  | Int8Array
  | Uint16Array
  | Int16Array
  | Uint32Array
  | Int32Array
  | BigUint64Array
  | BigInt64Array
  | Float32Array
  | Float64Array;

/** By the class's name, which typed arrays of other realms have, too. */
const DTYPES: Readonly<Record<string, DType>> = {
  Uint8Array: dtypes.uint8,
  Uint8ClampedArray: dtypes.uint8,
  Int8Array: dtypes.int8,
  Uint16Array: dtypes.uint16,
  Int16Array: dtypes.int16,
  Uint32Array: dtypes.uint32,
  Int32Array: dtypes.int32,
  BigUint64Array: dtypes.uint64,
  BigInt64Array: dtypes.int64,
  Float16Array: dtypes.float16,
  Float32Array: dtypes.float32,
  Float64Array: dtypes.float64,
};

export function isTypedArray(value: unknown): value is TypedArray {
  return ArrayBuffer.isView(value) && arrayName(value) in DTYPES;
}

function arrayName(view: ArrayBufferView): string {
  return (view as unknown as { [Symbol.toStringTag]: string })[Symbol.toStringTag];
}

/** The dtype of a typed array's elements. */
export function dtypeOfArray(array: TypedArray): DType {
  return DTYPES[arrayName(array)] as DType;
}

function bufferOf(view: ArrayBufferView): ArrayBuffer {
  if (!isArrayBuffer(view.buffer)) throw typeError('a SharedArrayBuffer cannot be shared with a tensor: copy it');
  return view.buffer;
}

const lift = asFunction<(input: Tensor) => Tensor>('aten::lift_fresh');

/**
 * A tensor of memory. In a function that `torch.func` transforms it is made outside, where it has memory, and then it is one of the
 * transform, which may write to it.
 *
 * @internal
 */
export function madeOfMemory(make: () => Handle): Tensor {
  return native.countLayers() === 0 ? wrap(make()) : lift(wrap(native.outsideTransforms(make)));
}

/** A tensor with a copy of the array's elements. */
export function copyArray(array: TypedArray, dtype: DType, shape: readonly number[]): Tensor {
  const own = isArrayBuffer(array.buffer) ? array : array.slice();
  return madeOfMemory(() =>
    native.fromBytes(own.buffer as ArrayBuffer, own.byteOffset, own.byteLength, dtype.code, shape),
  );
}

/** A tensor over the array's own memory. */
export function shareArray(view: ArrayBufferView, dtype: DType, shape: readonly number[]): Tensor {
  const buffer = bufferOf(view);
  // Its memory must not move or shrink while a tensor uses it.
  if ((buffer as { resizable?: boolean }).resizable) throw typeError('a resizable ArrayBuffer cannot be shared');
  markAsUntransferable(buffer);
  return madeOfMemory(() => native.viewBytes(buffer, view.byteOffset, view.byteLength, dtype.code, shape));
}

type ArrayClass = new (buffer: ArrayBuffer) => TypedArray;

/** The typed array that holds values of a dtype: what JavaScript lacks is widened. */
export const VALUE_ARRAYS: Readonly<Record<string, readonly [ArrayClass, DType]>> = {
  bool: [Uint8Array, dtypes.bool],
  uint8: [Uint8Array, dtypes.uint8],
  int8: [Int8Array, dtypes.int8],
  int16: [Int16Array, dtypes.int16],
  uint16: [Uint16Array, dtypes.uint16],
  int32: [Int32Array, dtypes.int32],
  uint32: [Uint32Array, dtypes.uint32],
  int64: [BigInt64Array, dtypes.int64],
  uint64: [BigUint64Array, dtypes.uint64],
  float64: [Float64Array, dtypes.float64],
  complex32: [Float32Array, dtypes.complex64],
  complex64: [Float32Array, dtypes.complex64],
  complex128: [Float64Array, dtypes.complex128],
  float: [Float32Array, dtypes.float32],
};

/** For the memory itself: 16-bit floats as Uint16Array, 8-bit floats as Uint8Array. */
export function memoryArray(dtype: DType): ArrayClass {
  const exact = dtype.name === 'complex32' ? undefined : VALUE_ARRAYS[dtype.name]?.[0];
  if (exact) return exact;
  if (dtype === dtypes.float32) return Float32Array;
  return dtype.itemsize === 2 || dtype === dtypes.complex32
    ? Uint16Array
    : dtype === dtypes.qint32
      ? Int32Array
      : Uint8Array;
}
