import { bool, keyword } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { native } from '../native/binding';
import type { Tensor } from '../ops/tensor-methods';
import { tensor as tensorField } from '../tensor/arguments';
import { handleOf, wrap } from '../tensor/tensor';

const TABLE = { tensor: tensorField(), recurse: keyword(bool(true)) };

export interface DebugUnwrapOptions {
  /** Take off all wrappers, or the outermost only. The default is true. */
  readonly recurse?: boolean;
}

/**
 * The tensor within the wrappers of transforms, to look at values while debugging; computing with it is not defined.
 *
 * @param options - `recurse`: whether all wrappers are taken off, or the outermost only. The default is true.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.func.debug_unwrap.html
 * @example
 * torch.func.vmap((x: torch.Tensor) => {
 *   console.log(torch.func.debugUnwrap(x).shape); // [3, 2]
 *   return x;
 * })(torch.ones([3, 2]));
 */
export function debugUnwrap(tensor: Tensor, options?: DebugUnwrapOptions): Tensor;
export function debugUnwrap(...args: readonly unknown[]): Tensor {
  const { tensor, recurse } = readArguments('debugUnwrap', TABLE, args);
  let inner = tensor;
  for (;;) {
    const wrapping = native.describeTransformed(handleOf(inner));
    if (wrapping === null) return inner;
    inner = wrap(wrapping.value);
    if (!recurse) return inner;
  }
}
