import { expectTensor } from '../../tensor/arguments';
import type { Tensor } from '../../tensor/tensor';

/** Tensors one by one, or in one array. */
export type Tensors = readonly Tensor[] | readonly [readonly Tensor[]];

/** The tensors of a call `f(a, b)` or `f([a, b])`. */
export function tensorsOf(name: string, args: Tensors): readonly Tensor[] {
  const list: readonly unknown[] = args.length === 1 && Array.isArray(args[0]) ? args[0] : args;
  return list.map((item, i) => expectTensor(`${name}()`, item, list.length > 1 ? `argument ${i}` : undefined));
}
