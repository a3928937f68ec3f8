import { asFunction } from './dispatch/operator';
import type { Tensor } from '../tensor/tensor';

/** Operators that PyTorch has as methods only, as functions for this package's own use. */

export const viewAs = asFunction<(tensor: Tensor, other: Tensor) => Tensor>('aten::view_as');
export const sumToSize = asFunction<(tensor: Tensor, size: readonly number[]) => Tensor>('aten::sum_to_size');
