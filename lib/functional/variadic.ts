import { type Tensor, isTensor } from '../tensor';
import { typeError } from '../errors';

/** Tensors one by one, or in one array. */
export type Tensors = readonly Tensor[] | readonly [readonly Tensor[]];

/** The tensors of a call `f(a, b)` or `f([a, b])`. */
export function tensorsOf(name: string, args: Tensors): readonly Tensor[] {
  const list: readonly unknown[] = args.length === 1 && Array.isArray(args[0]) ? args[0] : args;
  if (!list.every(isTensor)) throw typeError(`${name}(): expected tensors`);
  return list;
}
