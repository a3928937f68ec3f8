import { float32 } from '../../tensor/dtype';
import type { Tensor } from '../../ops/tensor-methods';

/** Whether the kernels of prepared layers take these tensors; null stands for one that a layer does not have. */
export function arePlain(tensors: readonly (Tensor | null)[]): boolean {
  return tensors.every(
    (tensor) =>
      tensor === null ||
      (tensor.dtype === float32 && String(tensor.device) === 'cpu' && String(tensor.layout) === 'torch.strided'),
  );
}
