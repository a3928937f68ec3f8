/** Typed arrays are to JavaScript what numpy's arrays are to Python: a dtype and elements. */
import { native } from '../native/binding';
import {
  type DType,
  float32,
  float64,
  int16,
  int32,
  int64,
  int8,
  uint16,
  uint32,
  uint64,
  uint8,
} from '../tensor/dtype';
import { type Tensor, wrap } from '../tensor/tensor';

export type NumericArray =
  | Int8Array
  | Uint8Array
  | Uint8ClampedArray
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | BigInt64Array
  | BigUint64Array
  | Float32Array
  | Float64Array;

const DTYPES: Readonly<Record<string, DType>> = {
  Int8Array: int8,
  Uint8Array: uint8,
  Uint8ClampedArray: uint8,
  Buffer: uint8,
  Int16Array: int16,
  Uint16Array: uint16,
  Int32Array: int32,
  Uint32Array: uint32,
  BigInt64Array: int64,
  BigUint64Array: uint64,
  Float32Array: float32,
  Float64Array: float64,
};

/** The name that the platform gives it, which a subclass or another realm does not change. */
function tag(value: ArrayBufferView): string {
  return (value as unknown as { [Symbol.toStringTag]: string })[Symbol.toStringTag];
}

export function isNumericArray(value: unknown): value is NumericArray {
  return ArrayBuffer.isView(value) && tag(value) in DTYPES;
}

export function dtypeOfArray(array: NumericArray): DType {
  return DTYPES[tag(array)] as DType;
}

/** A one-dimensional tensor of an array, or a two-dimensional one of equal arrays of one type. The elements are copied. */
export function tensorOf(arrays: NumericArray | readonly NumericArray[], shape?: readonly number[]): Tensor {
  if (isNumericArray(arrays)) return copy(arrays, shape ?? [arrays.length]);
  const first = arrays[0] as NumericArray;
  const all = new Uint8Array(first.byteLength * arrays.length);
  for (const [i, array] of arrays.entries()) {
    all.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), i * first.byteLength);
  }
  const buffer = all.buffer;
  return wrap(
    native.fromBytes(buffer, 0, all.byteLength, dtypeOfArray(first).code, shape ?? [arrays.length, first.length]),
  );
}

function copy(array: NumericArray, shape: readonly number[]): Tensor {
  // The addon reads ArrayBuffers; elements of a SharedArrayBuffer are copied out first.
  const own = array.buffer instanceof ArrayBuffer ? array : array.slice();
  return wrap(
    native.fromBytes(own.buffer as ArrayBuffer, own.byteOffset, own.byteLength, dtypeOfArray(array).code, shape),
  );
}
