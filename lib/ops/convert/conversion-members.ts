/** Tensor's members for its elements, its dtype and its device. */
import { bool, either, keyword, nullable, str, value } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import { FACTORY } from '../../tensor/arguments';
import type { TypedArray } from '../creation/typed-array';
import * as dtypes from '../../tensor/dtype';
import type { DType } from '../../tensor/dtype';
import { type DeviceLike, isDeviceLike } from '../../tensor/device';
import { MemoryFormat } from '../../tensor/layout';
import type { Tensor } from '../../tensor/tensor';
import { defineMembers } from '../../tensor/define-members';
import { type NestedList, memoryOf, toNested, valuesOf } from './elements';
import { type ToOptions, convert, readTo } from './to';
import { typeError } from '../../errors';
import { type ArrayKind, ARRAY_KIND, ofKind } from './array-kind';
import { parseType, typeText } from './type-names';

export interface FormatOptions {
  readonly memoryFormat?: MemoryFormat | null;
}

/** Options of a copy to another device. */
export type TransferOptions = Pick<ToOptions, 'nonBlocking' | 'memoryFormat'>;

/** Members by the name of the dtype that they convert to. */
interface DTypeConversions {
  float(options?: FormatOptions): Tensor;
  double(options?: FormatOptions): Tensor;
  half(options?: FormatOptions): Tensor;
  bfloat16(options?: FormatOptions): Tensor;
  long(options?: FormatOptions): Tensor;
  int(options?: FormatOptions): Tensor;
  short(options?: FormatOptions): Tensor;
  char(options?: FormatOptions): Tensor;
  byte(options?: FormatOptions): Tensor;
  bool(options?: FormatOptions): Tensor;
  cfloat(options?: FormatOptions): Tensor;
  cdouble(options?: FormatOptions): Tensor;
}

export interface ConversionMembers extends DTypeConversions {
  /**
   * The elements in row-major order, in memory of its own. int64 is a BigInt64Array, bool a Uint8Array of 0 and 1; 16-bit
   * and 8-bit floats are widened to a Float32Array, complex numbers are pairs of re and im.
   *
   * @param kind The array that the dtype gives, for a program that knows it: `Float32Array` of a float32 tensor.
   * @throws TypeError if the dtype gives another kind of array.
   * @example
   * torch.ones([2, 2]).toTypedArray(); // Float32Array(4) [1, 1, 1, 1]
   * const labels: BigInt64Array = torch.tensor([1, 2]).toTypedArray(BigInt64Array);
   */
  toTypedArray<A extends TypedArray = TypedArray>(kind?: ArrayKind<A>): A;
  /**
   * The memory of a contiguous CPU tensor itself. A change of either changes the other. 16-bit floats are a Uint16Array
   * of their bits. The tensor's storage can no longer be resized.
   *
   * @param kind The array that the dtype gives, as of {@link toTypedArray}.
   * @throws TypeError if the dtype gives another kind of array.
   */
  asTypedArray<A extends TypedArray = TypedArray>(kind?: ArrayKind<A>): A;
  /**
   * The elements as nested arrays; a number for a tensor without dimensions. int64 beyond 2^53 is a bigint, a complex
   * number a `torch.Complex`.
   *
   * @typeParam T - What it is, where the program knows the shape: `number[][]` of a matrix.
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.tolist.html
   * @example
   * const rows = torch.eye(2).tolist<number[][]>(); // [[1, 0], [0, 1]]
   */
  tolist<T extends NestedList = NestedList>(): T;
  /** {@link tolist} under the name that JavaScript's collections use. */
  toArray<T extends NestedList = NestedList>(): T;
  /**
   * `JSON.stringify` writes the nested arrays; Complex numbers become objects. An int64 beyond 2^53 throws, as any
   * bigint does.
   */
  toJSON(): NestedList;
  /** Slices along the first dimension. */
  [Symbol.iterator](): IterableIterator<Tensor>;
  /**
   * The tensor with another dtype or on another device; the same object if nothing changes.
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.to.html
   * @example
   * x.to(torch.float64);
   * x.to('cuda', torch.float16);
   * x.to({ dtype: torch.float16, copy: true });
   */
  to(dtype: DType, options?: ToOptions): Tensor;
  to(device: DeviceLike, options?: ToOptions): Tensor;
  to(device: DeviceLike, dtype: DType, options?: ToOptions): Tensor;
  to(other: Tensor, options?: ToOptions): Tensor;
  to(options: ToOptions): Tensor;
  cpu(options?: FormatOptions): Tensor;
  cuda(device?: DeviceLike | number | TransferOptions, nonBlocking?: boolean | TransferOptions): Tensor;
  /**
   * The name that Python has for tensors like this one, or this tensor as one of another name or dtype.
   *
   * @throws TorchValueError for a name that there is not; TorchError if this kind of tensor has none, as a CSR matrix.
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.type.html
   * @example
   * torch.ones([2]).type(); // 'torch.FloatTensor'
   * torch.ones([2]).type('torch.LongTensor').dtype; // torch.int64
   * torch.ones([2]).type(torch.int64).type(); // 'torch.LongTensor'
   */
  type(): string;
  type(dtype: DType | string, nonBlocking?: boolean | Pick<ToOptions, 'nonBlocking'>): Tensor;
}

function* slices(tensor: Tensor): IterableIterator<Tensor> {
  if (tensor.ndim === 0) throw typeError('iteration over a tensor without dimensions');
  yield* tensor.unbind(0);
}

const memoryFormat = nullable(value<MemoryFormat>('a memory format', (given) => given instanceof MemoryFormat));
const FORMAT = { memoryFormat: keyword(memoryFormat) };
const isCuda = (given: unknown): boolean => typeof given === 'number' || isDeviceLike(given);
const CUDA = {
  device: nullable(value<DeviceLike | number>('a device', isCuda)),
  nonBlocking: bool(false),
  memoryFormat: keyword(memoryFormat),
};
const TYPE = { dtype: nullable(either(FACTORY.dtype, str())), nonBlocking: bool(false) };

const conversions = Object.fromEntries(
  (
    [
      'float',
      'double',
      'half',
      'bfloat16',
      'long',
      'int',
      'short',
      'char',
      'byte',
      'bool',
      'cfloat',
      'cdouble',
    ] as const
  ).map((name) => [
    name,
    function (this: Tensor, ...args: readonly unknown[]): Tensor {
      if (args.length === 0) return convert(this, { dtype: dtypes[name] });
      return convert(this, { dtype: dtypes[name], ...readArguments(name, FORMAT, args) });
    },
  ]),
) as unknown as DTypeConversions;

const conversionMembers: ConversionMembers & ThisType<Tensor> = {
  ...conversions,
  toTypedArray<A extends TypedArray>(...args: [kind?: ArrayKind<A>]) {
    return ofKind(this, 'toTypedArray', valuesOf(this), readArguments('toTypedArray', ARRAY_KIND, args).kind) as A;
  },
  asTypedArray<A extends TypedArray>(...args: [kind?: ArrayKind<A>]) {
    const { kind } = readArguments('asTypedArray', ARRAY_KIND, args);
    return ofKind(this, 'asTypedArray', memoryOf(this), kind) as A;
  },
  tolist<T extends NestedList>() {
    return toNested(this) as T;
  },
  toArray<T extends NestedList>() {
    return toNested(this) as T;
  },
  toJSON() {
    return toNested(this);
  },
  [Symbol.iterator]() {
    return slices(this);
  },
  to(...args: unknown[]) {
    return convert(this, readTo(args));
  },
  cpu(...args: readonly unknown[]) {
    return convert(this, { device: 'cpu', ...readArguments('cpu', FORMAT, args) });
  },
  cuda(...args: readonly unknown[]) {
    const { device, ...options } = readArguments('cuda', CUDA, args);
    return convert(this, { device: typeof device === 'number' ? `cuda:${device}` : (device ?? 'cuda'), ...options });
  },
  type(...args: readonly unknown[]) {
    const { dtype, nonBlocking } = readArguments('type', TYPE, args);
    if (dtype === null) return typeText(this) as never;
    return convert(this, { ...(typeof dtype === 'string' ? parseType(dtype) : { dtype }), nonBlocking }) as never;
  },
};

declare module '../../tensor/tensor' {
  interface Tensor extends ConversionMembers {}
}

defineMembers(conversionMembers);
