import { reduction as REDUCTIONS } from '../../native/codes';
import type { Tensor } from '../../ops/tensor-methods';
import { aten } from './define';
import { type Field, choice, nullable } from '../../arguments/fields';
import { tensor } from '../../tensor/arguments';

/** Reductions of losses. */

export { REDUCTIONS };
type Reduction = keyof typeof REDUCTIONS;
export const reduction: Field<Reduction> = choice(['none', 'mean', 'sum'], 'mean');
export const PAIR = { input: tensor(), target: tensor() };
export const weight = nullable(tensor());

export function reduced(loss: Tensor, how: Reduction): Tensor {
  return how === 'none' ? loss : aten(how)(loss);
}

export function sameSize(a: Tensor, b: Tensor): boolean {
  const [left, right] = [a.shape, b.shape];
  return left.length === right.length && left.every((extent, i) => extent === right[i]);
}
