import type { Optimizer } from '../optim/index';
import type { Tensor } from '../tensor-methods';
import { asFunction } from '../dispatch/operator';
import { noGrad } from '../autograd/modes';

const foreachNorm = asFunction<(tensors: readonly Tensor[]) => Tensor[]>('aten::_foreach_norm');
const stack = asFunction<(tensors: readonly Tensor[]) => Tensor>('aten::stack');
const foreachMul_ = asFunction<(tensors: readonly Tensor[], factor: Tensor) => void>('aten::_foreach_mul_');

/** Python's `clip_grad_norm_` over an optimizer's parameters: returns the norm before. @internal */
export function clipGradients(optimizer: Optimizer, maxNorm: number): number {
  return noGrad(() => {
    const gradients = optimizer.paramGroups.flatMap(({ params }) => params.flatMap(({ grad }) => (grad ? [grad] : [])));
    if (gradients.length === 0) return 0;
    const total = stack(foreachNorm(gradients)).norm();
    foreachMul_(gradients, total.add(1e-6).reciprocal().mul(maxNorm).clamp({ max: 1 }));
    return Number(total.item());
  });
}
