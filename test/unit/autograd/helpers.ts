import { native } from '../../../lib/native/binding';
import { type DType, float32, float64 } from '../../../lib/tensor/dtype';
import { asFunction } from '../../../lib/ops/dispatch/operator';
import { type Tensor, handleOf, wrap } from '../../../lib/tensor/tensor';

/** A one-dimensional tensor. */
export function vector(values: readonly number[], dtype: DType = float32): Tensor {
  const array = dtype === float64 ? Float64Array.from(values) : Float32Array.from(values);
  return wrap(native.fromBytes(array.buffer, 0, array.byteLength, dtype.code, [values.length]));
}

export const leaf = (values: readonly number[], dtype?: DType): Tensor => vector(values, dtype).requiresGrad_();

/** The elements, whatever the shape. */
export function values(tensor: Tensor | null): number[] {
  if (tensor === null) throw new Error('expected a tensor, got null');
  const bytes = native.toBytes(handleOf(tensor));
  return Array.from(tensor.dtype === float64 ? new Float64Array(bytes) : new Float32Array(bytes));
}

type Unary = (tensor: Tensor) => Tensor;
type Binary = (tensor: Tensor, other: Tensor | number) => Tensor;
export const mul = asFunction<Binary>('aten::mul');
export const add = asFunction<Binary>('aten::add');
export const mul_ = asFunction<Binary>('aten::mul_');
export const sum = asFunction<Unary>('aten::sum');
export const exp = asFunction<Unary>('aten::exp');
export const sin = asFunction<Unary>('aten::sin');
export const sqrt = asFunction<Unary>('aten::sqrt');
export const neg = asFunction<Unary>('aten::neg');
export const clone = asFunction<Unary>('aten::clone');
