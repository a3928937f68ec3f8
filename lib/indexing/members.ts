import { native } from '../binding';
import { encodeScalar, isScalar } from '../dispatch/encode';
import type { Scalar } from '../ops/types';
import { type NestedArray, tensor } from '../creation';
import { type Tensor, handleOf, isTensor, wrap } from '../tensor';
import { scope } from '../tensor-scope';
import { type Index, encodeIndices } from './parse';
import { typeError } from '../errors';

export interface IndexingMembers {
  /**
   * What Python's `x[...]` is: a view for integers, slices and new axes, a copy for index tensors and masks.
   *
   * @throws TorchIndexError for an index outside its dimension or too many indices.
   * @see https://docs.pytorch.org/docs/2.13/tensor_view.html
   * @example
   * const x = torch.randn([4, 5, 6]);
   * x.index(':', -1, ':'); // x[:, -1, :]
   * x.index('...', null, '1:4:2'); // x[..., None, 1:4:2]
   * x.index(x.gt(0)); // x[x > 0]
   * x.index([0, 2]); // x[[0, 2]]
   */
  index(...indices: readonly Index[]): Tensor;
  /**
   * What Python's `x[...] = value` does; returns this tensor. A single index may stand without its array, except where
   * it is an array itself.
   *
   * @example
   * x.setItem([':', 0], 1); // x[:, 0] = 1
   * x.setItem(mask, y); // x[mask] = y
   */
  setItem(indices: Index | readonly Index[], value: Tensor | Scalar | readonly NestedArray[]): Tensor;
}

function assign(target: Tensor, indices: readonly Index[], value: Tensor | Scalar | readonly NestedArray[]): void {
  const codes = encodeIndices(indices);
  const handle = handleOf(target);
  if (isTensor(value)) native.indexPut(handle, codes, handleOf(value), null);
  else if (isScalar(value)) native.indexPut(handle, codes, null, encodeScalar(value));
  else if (Array.isArray(value)) native.indexPut(handle, codes, handleOf(tensor(value, { dtype: target.dtype })), null);
  else throw typeError(`setItem(): expected a tensor, a number or an array, got ${typeof value}`);
}

export const indexingMembers: IndexingMembers & ThisType<Tensor> = {
  index(...indices) {
    return wrap(native.index(handleOf(this), encodeIndices(indices)));
  },
  setItem(indices, value) {
    scope(() => assign(this, (Array.isArray(indices) ? indices : [indices]) as readonly Index[], value));
    return this;
  },
};
