/** The operators that masked functions are made of. */
import { asFunction } from '../ops/dispatch/operator';
import type { Tensor } from '../ops/tensor-methods';
import type { DType } from '../tensor/dtype';

type Named = Readonly<Record<string, unknown>>;
type Reduction = (input: Tensor, dim: readonly number[], keepdim: boolean, options?: Named) => Tensor;
type Along = (input: Tensor, dim: number, options?: Named) => Tensor;
type Two = (a: Tensor, b: Tensor) => Tensor;

export const where = asFunction<(mask: Tensor, a: Tensor, b: Tensor) => Tensor>('aten::where');
export const clone = asFunction<(input: Tensor) => Tensor>('aten::clone');
export const broadcastTo = asFunction<(input: Tensor, size: readonly number[]) => Tensor>('aten::broadcast_to');
export const full =
  asFunction<(size: readonly number[], value: number | bigint, options: Named) => Tensor>('aten::full');
export const anyFunction = asFunction<(input: Tensor, dim: number, keepdim: boolean) => Tensor>('aten::any');
export const sumOf = asFunction<Reduction>('aten::sum');
export const prodOf = asFunction<(input: Tensor, dim: number, keepdim: boolean) => Tensor>('aten::prod');
export const amaxOf = asFunction<Reduction>('aten::amax');
export const aminOf = asFunction<Reduction>('aten::amin');
export const argmaxOf = asFunction<(input: Tensor, dim: number | null, keepdim: boolean) => Tensor>('aten::argmax');
export const argminOf = asFunction<(input: Tensor, dim: number | null, keepdim: boolean) => Tensor>('aten::argmin');
export const logsumexpOf = asFunction<Reduction>('aten::logsumexp');
export const logaddexpOf = asFunction<Two>('aten::logaddexp');
export const nanmedianOf =
  asFunction<(input: Tensor, dim: number, keepdim: boolean) => [Tensor, Tensor]>('aten::nanmedian');
export const cumsumOf = asFunction<Along>('aten::cumsum');
export const cumprodOf = asFunction<Along>('aten::cumprod');
export const softmaxOf = asFunction<(input: Tensor, dim: number, dtype: DType) => Tensor>('aten::softmax');
export const logSoftmaxOf = asFunction<(input: Tensor, dim: number, dtype: DType) => Tensor>('aten::log_softmax');
export const vectorNorm =
  asFunction<(input: Tensor, ord: number, dim: readonly number[], keepdim: boolean, options: Named) => Tensor>(
    'aten::linalg_vector_norm',
  );
export const isnan = asFunction<(input: Tensor) => Tensor>('aten::isnan');
export const div = asFunction<Two>('aten::div');
export const sub = asFunction<(a: Tensor, b: Tensor | number) => Tensor>('aten::sub');
export const mul = asFunction<Two>('aten::mul');
export const conj = asFunction<(input: Tensor) => Tensor>('aten::conj');
export const neg = asFunction<(input: Tensor) => Tensor>('aten::neg');
export const maximum = asFunction<Two>('aten::maximum');
export const reshape = asFunction<(input: Tensor, shape: readonly number[]) => Tensor>('aten::reshape');
export const sqrt = asFunction<(input: Tensor) => Tensor>('aten::sqrt');
