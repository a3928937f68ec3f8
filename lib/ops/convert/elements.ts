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
  const fill = rowFiller(tensor, valuesOf(tensor));
  let next = 0;
  const level = (dim: number): NestedList[] => {
    const extent = shape[dim] as number;
    // Filled from its beginning, so that V8 keeps it without holes.
    const list: NestedList[] = [];
    if (dim + 1 < shape.length) for (let i = 0; i < extent; i++) list.push(level(dim + 1));
    else fill(list, next, (next += extent));
    return list;
  };
  if (shape.length > 0) return level(0);
  const single: NestedList[] = [];
  fill(single, 0, 1);
  return single[0] as NestedList;
}

/** Appends the elements from `begin` to `end` to a row: a loop for each kind, since most of the time of a list is spent here. */
function rowFiller(tensor: Tensor, values: TypedArray): (row: NestedList[], begin: number, end: number) => void {
  if (values instanceof BigInt64Array) return safeFiller(values);
  const isPlain = tensor.dtype.kind !== 'bool' && tensor.dtype.kind !== 'complex' && typeof values[0] === 'number';
  if (isPlain) {
    const numbers = values as Float64Array;
    return (row, begin, end) => {
      for (let i = begin; i < end; i++) row.push(numbers[i] as number);
    };
  }
  const read = elementReader(tensor, values);
  return (row, begin, end) => {
    for (let i = begin; i < end; i++) row.push(read(i));
  };
}

/** A BigInt for each number would take ten times as long: most of them are put together from their halves. */
function safeFiller(values: BigInt64Array): (row: NestedList[], begin: number, end: number) => void {
  const { buffer, byteOffset, length } = values;
  const [low, high] = [new Uint32Array(buffer, byteOffset, 2 * length), new Int32Array(buffer, byteOffset, 2 * length)];
  return (row, begin, end) => {
    for (let i = begin; i < end; i++) {
      const number = (high[2 * i + 1] as number) * 2 ** 32 + (low[2 * i] as number);
      row.push(Number.isSafeInteger(number) ? number : narrow(values[i] as bigint));
    }
  };
}
