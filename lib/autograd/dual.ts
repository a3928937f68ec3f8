import { ops } from '../ops/raw';
import type { Tensor } from '../ops/tensor-methods';

/** A dual tensor of a level that is known to be there. */
export function dualOf(tensor: Tensor, tangent: Tensor, level: number): Tensor {
  return ops.aten._make_dual?.(tensor, tangent, level) as Tensor;
}
