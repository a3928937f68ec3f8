import { noGrad } from '../../autograd/modes';
import type { Tensor } from '../../ops/tensor-methods';

/** Whether two tensors have one dtype, one shape and the same bits; all NaN are alike. */
export function equal(a: Tensor, b: Tensor): boolean {
  if (a.dtype !== b.dtype || a.shape.join() !== b.shape.join()) return false;
  return noGrad(() => {
    const [x, y] = [a.detach(), b.detach()];
    if (x.equal(y)) return true;
    if (!x.dtype.isFloatingPoint) return false;
    return x.isnan().equal(y.isnan()) && x.nanToNum(0, 1, -1).equal(y.nanToNum(0, 1, -1)) && x.isinf().equal(y.isinf());
  });
}
