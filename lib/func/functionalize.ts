import { callback, keyword, str } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { runtimeError } from '../errors';
import { native } from '../native/binding';
import { type Tensor, isTensor } from '../ops/tensor-methods';
import { handleOf, wrap } from '../tensor/tensor';
import { callSynchronously, inFunctionalize } from './layers';
import { flatten, mapTensors, unflatten } from './tree';

export interface FunctionalizeOptions {
  /** `'mutations'`, or `'mutations_and_views'` to run views as copies as well. The default is `'mutations'`. */
  readonly remove?: 'mutations' | 'mutationsAndViews' | 'mutations_and_views';
}

const TABLE = { func: callback<(...args: unknown[]) => unknown>(), remove: keyword(str('mutations')) };

function addsBackViews(remove: string): boolean {
  if (remove === 'mutations') return true;
  if (remove === 'mutations_and_views' || remove === 'mutationsAndViews') return false;
  throw runtimeError(
    `functionalize(f, remove='mutations'): received invalid argument for remove=${remove}. Valid options are:\n` +
      "     remove='mutations': all inplace and out= operators will be removed from the program, and replaced with their " +
      "out-of-place equivalents.\n     remove='mutations_and_views': In addition to the above, all aliasing operators " +
      '{view} will be replaced with their non-aliasing counterparts, {view}_copy.\n',
  );
}

/**
 * A function that computes the same, and in which no operator works in place: each such operator is replaced by one that
 * makes a new tensor. What the function does to its inputs is written into them at its end.
 *
 * @param options - `remove`: `'mutations'`, or `'mutations_and_views'` to run views as copies as well.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.func.functionalize.html
 * @example
 * const f = (x: torch.Tensor) => x.mul(2).add_(1);
 * torch.func.functionalize(f)(torch.ones([2])).tolist(); // [3, 3]
 */
export function functionalize<A extends unknown[], R>(
  func: (...args: A) => R,
  options?: FunctionalizeOptions,
): (...args: A) => R;
export function functionalize(...given: readonly unknown[]): (...args: never[]) => unknown {
  const { func, remove } = readArguments('functionalize', TABLE, given);
  const addBackViews = addsBackViews(remove);
  return (...args: unknown[]) =>
    inFunctionalize(addBackViews, (level) => {
      const { leaves, form } = flatten(args);
      const wrapped = leaves.map((leaf) =>
        isTensor(leaf) ? wrap(native.wrapFunctional(handleOf(leaf), level)) : leaf,
      );
      const result = callSynchronously('functionalize', func, unflatten(wrapped, form) as unknown[]);
      const outputs = mapTensors(result, (tensor) => wrap(native.unwrapFunctional(handleOf(tensor))));
      for (const [i, leaf] of leaves.entries()) {
        if (isTensor(leaf)) native.propagateMutation(handleOf(leaf), handleOf(wrapped[i] as Tensor));
      }
      return outputs;
    });
}
