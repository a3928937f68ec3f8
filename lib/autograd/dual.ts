import { valueError } from '../errors';
import { ops } from '../ops/raw';
import type { Tensor } from '../ops/tensor-methods';

function requireContinuous(what: string, tensor: Tensor): void {
  if (tensor.isFloatingPoint() || tensor.isComplex()) return;
  throw valueError(`Expected ${what} to be floating point or complex, but got: ${String(tensor.dtype)}`);
}

/** A dual tensor of a level that is known to be there. */
export function dualOf(tensor: Tensor, tangent: Tensor, level: number): Tensor {
  requireContinuous('primal', tensor);
  requireContinuous('tangent', tangent);
  return ops.aten._make_dual?.(tensor, tangent, level) as Tensor;
}
