import { native } from '../../native/binding';
import { encodeScalar, isScalar } from '../dispatch/encode';
import type { Scalar } from '../../tensor/scalar';
import { type NestedArray, tensor } from '../creation';
import { type Tensor, handleOf, isTensor, wrap } from '../../tensor/tensor';
import { defineMembers } from '../../tensor/define-members';
import { scope } from '../../tensor/scope';
import { show } from '../../arguments/describe';
import { type Index, encodeIndices } from './parse';
import { typeError } from '../../errors';

/** What can be assigned. */
export type ItemValue = Tensor | Scalar | readonly NestedArray[];

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
   * What Python's `x[...] = value` does; returns this tensor. The last argument is the value; those before it are the
   * indices, as `index` takes them. With one argument before the value, an array is a list of indices: `setItem([0, 1], 5)`
   * is `x[0, 1] = 5`, and `x[[0, 1]] = 5` is `setItem([[0, 1]], 5)`.
   *
   * @example
   * x.setItem(':', 0, 1); // x[:, 0] = 1
   * x.setItem([':', 0], 1); // the same
   * x.setItem(x.lt(0), 0); // x[x < 0] = 0
   */
  setItem(indices: Index | readonly Index[], value: ItemValue): Tensor;
  setItem(first: Index, second: Index, ...more: readonly [...Index[], ItemValue]): Tensor;
}

function assign(target: Tensor, indices: readonly Index[], value: ItemValue): void {
  const codes = encodeIndices(indices);
  const handle = handleOf(target);
  if (isTensor(value)) native.indexPut(handle, codes, handleOf(value), null);
  else if (isScalar(value)) native.indexPut(handle, codes, null, encodeScalar(value));
  else if (Array.isArray(value)) native.indexPut(handle, codes, handleOf(tensor(value, { dtype: target.dtype })), null);
  else throw typeError(`setItem(): expected a tensor, a number or an array as the value, got ${show(value)}`);
}

const indexingMembers: IndexingMembers & ThisType<Tensor> = {
  index(...indices) {
    return wrap(native.index(handleOf(this), encodeIndices(indices)));
  },
  setItem(...args: readonly unknown[]) {
    if (args.length < 2) throw typeError('setItem() needs a value: setItem(index, …, value)');
    const [first] = args;
    const indices = args.length === 2 && Array.isArray(first) ? first : args.slice(0, -1);
    scope(() => assign(this, indices as readonly Index[], args.at(-1) as ItemValue));
    return this;
  },
};

declare module '../../tensor/tensor' {
  interface Tensor extends IndexingMembers {}
}

defineMembers(indexingMembers);
