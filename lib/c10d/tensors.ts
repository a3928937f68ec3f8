import { valueError } from '../errors';
import { viewAsReal } from '../ops/generated/functions';
import { complex64, float32, float64 } from '../tensor/dtypes';
import type { DType } from '../tensor/dtype';
import { type Tensor, isTensor } from '../tensor/tensor';
import { typeName } from '../arguments/describe';
import { type Field, value } from '../arguments/fields';
import type { Handle } from '../native/contract';
import { typeError } from '../errors';
import { handles } from './arguments';

/** A list of tensors, as an argument. A single tensor is none, though it can be iterated. @internal */
export const tensorArray = (): Field<readonly Tensor[]> => ({
  ...value<readonly Tensor[]>('a list of tensors', (v) => Array.isArray(v) && v.every(isTensor)),
  refuse: (given, prefix) => typeError(`${prefix}expected a list of tensors, got ${typeName(given)}`),
});

/** A list of lists of tensors. @internal */
export const tensorArrays = (): Field<readonly (readonly Tensor[])[]> =>
  value<readonly (readonly Tensor[])[]>(
    'a list of lists of tensors',
    (v) => Array.isArray(v) && v.every((list) => Array.isArray(list) && list.every(isTensor)),
  );

/** A complex tensor as its pairs of numbers, which backends know. @internal */
export function real(tensor: Tensor): Tensor {
  return tensor.dtype.isComplex ? viewAsReal(tensor) : tensor;
}

/** The handles of tensors, with complex ones as their pairs of numbers. @internal */
export const realHandles = (tensors: readonly Tensor[]): Handle[] => handles(tensors.map(real));

/** A complex dtype and that of its parts may be mixed. */
function partDtype({ dtype }: Tensor): DType {
  if (!dtype.isComplex) return dtype;
  return dtype === complex64 ? float32 : float64;
}

/** Fails for tensors of different dtypes. @internal */
export function requireOneDtype(tensors: readonly Tensor[]): void {
  const [first, ...rest] = tensors;
  if (!first) return;
  const wanted = partDtype(first);
  for (const one of rest) {
    if (partDtype(one) === wanted) continue;
    throw valueError(`Invalid usage of tensors with different dtypes: found ${wanted} and ${one.dtype}`);
  }
}
