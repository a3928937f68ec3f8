import { getHeapStatistics } from 'node:v8';
import { valueError } from '../../errors';
import { native } from '../../native/binding';
import { Complex } from '../../tensor/complex';
import { type TypedArray, VALUE_ARRAYS, memoryArray } from '../creation/typed-array';
import { float32 } from '../../tensor/dtype';
import { type Tensor, handleOf } from '../../tensor/tensor';
import { convert } from './to';

/** A nested array of elements; int64 beyond 2^53 is a bigint, complex numbers are `Complex`. */
export type NestedList = number | bigint | boolean | Complex | NestedList[];

/** The elements in row-major order, in memory of their own. */
export function valuesOf(tensor: Tensor): TypedArray {
  const dense = tensor.isQuantized ? tensor.dequantize() : tensor;
  const [Class, dtype] = VALUE_ARRAYS[dense.dtype.name] ?? [Float32Array, float32];
  const converted = convert(dense, { dtype });
  return new Class(native.toBytes(handleOf(converted)));
}

/** The tensor's memory itself. */
export function memoryOf(tensor: Tensor): TypedArray {
  return new (memoryArray(tensor.dtype))(native.shareBytes(handleOf(tensor)));
}

/** Reads one element of {@link valuesOf}, as JavaScript has it. */
export function elementReader(tensor: Tensor, values: TypedArray): (index: number) => NestedList {
  const { kind } = tensor.dtype;
  if (kind === 'bool') return (i) => values[i] === 1;
  if (kind === 'complex') return (i) => new Complex(Number(values[2 * i]), Number(values[2 * i + 1]));
  if (typeof values[0] === 'bigint') return (i) => narrow(values[i] as bigint);
  return (i) => values[i] as number;
}

function narrow(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

/** The fewest bytes of V8's heap that an array in an array takes. */
const BYTES_OF_ARRAY = 32;

/**
 * Fails where the arrays alone are more than the heap has: a tensor without elements may have any number of rows, and a heap
 * that is full ends the process.
 */
function checkArrays({ shape }: Tensor): void {
  let arrays = 1;
  let rows = 1;
  for (const extent of shape.slice(0, -1)) arrays += rows *= extent;
  if (arrays < 2 ** 16) return;
  const most = getHeapStatistics().heap_size_limit / BYTES_OF_ARRAY;
  if (arrays <= most) return;
  throw valueError(
    `tolist(): a tensor of shape [${shape.join(', ')}] makes ${arrays} arrays, more than the heap of this process has room ` +
      'for; take parts of it, or toTypedArray()',
  );
}

export function toNested(tensor: Tensor): NestedList {
  checkArrays(tensor);
  const { shape } = tensor;
  const read = elementReader(tensor, valuesOf(tensor));
  let next = 0;
  const level = (dim: number): NestedList => {
    if (dim === shape.length) return read(next++);
    return Array.from({ length: shape[dim] as number }, () => level(dim + 1));
  };
  return level(0);
}
