import { stack } from '../ops/generated/functions';
import type { Optimizer } from '../optim/index';
import type { Tensor } from '../ops/tensor-methods';
import { asFunction } from '../ops/dispatch/operator';
import { noGrad } from '../autograd/modes';

const foreachNorm = asFunction<(tensors: readonly Tensor[]) => Tensor[]>('aten::_foreach_norm');
const foreachMul_ = asFunction<(tensors: readonly Tensor[], factor: Tensor) => void>('aten::_foreach_mul_');
const scale_ = asFunction<(tensors: readonly Tensor[], factor: number) => void>('aten::_foreach_mul_');

function gradientsOf(optimizer: Optimizer): Tensor[] {
  return optimizer.paramGroups.flatMap(({ params }) => params.flatMap(({ grad }) => (grad ? [grad] : [])));
}

/** Multiplies every gradient. @internal */
export function scaleGradients(optimizer: Optimizer, factor: number): void {
  const gradients = gradientsOf(optimizer);
  if (gradients.length > 0) noGrad(() => scale_(gradients, factor));
}

/** Python's `clip_grad_norm_` over an optimizer's parameters: returns the norm before. @internal */
export function clipGradients(optimizer: Optimizer, maxNorm: number): number {
  return noGrad(() => {
    const gradients = gradientsOf(optimizer);
    if (gradients.length === 0) return 0;
    const total = stack(foreachNorm(gradients)).norm();
    foreachMul_(gradients, total.add(1e-6).reciprocal().mul(maxNorm).clamp({ max: 1 }));
    return Number(total.item());
  });
}
