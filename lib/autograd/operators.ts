/** The few operators that this folder calls itself, so that it does not depend on the generated surface. */
import { asFunction } from '../ops/dispatch/operator';
import type { Tensor } from '../tensor/tensor';

export const zerosLike = asFunction<(tensor: Tensor) => Tensor>('aten::zeros_like');
export const randnLike = asFunction<(tensor: Tensor) => Tensor>('aten::randn_like');
export const clone = asFunction<(tensor: Tensor) => Tensor>('aten::clone');
export const detach = asFunction<(tensor: Tensor) => Tensor>('aten::detach');
export const reshape = asFunction<(tensor: Tensor, shape: readonly number[]) => Tensor>('aten::reshape');
export const narrow =
  asFunction<(tensor: Tensor, dim: number, start: number, length: number) => Tensor>('aten::narrow');
export const fill_ = asFunction<(tensor: Tensor, value: number) => Tensor>('aten::fill_');
