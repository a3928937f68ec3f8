/** Masked tensors from data and masks. */
import { bool } from '../arguments/fields';
import { readArguments, refuseSurplus } from '../arguments/read';
import type { Tensor } from '../ops/tensor-methods';
import { tensor } from '../tensor/arguments';
import { MaskedTensor, type MaskedTensorOptions } from './masked-tensor';
import './masked-members';

const MAKE = { data: tensor(), mask: tensor(), requiresGrad: bool(false) };
const AS = { data: tensor(), mask: tensor() };

/**
 * A masked tensor of copies of data and mask: a leaf for autograd.
 *
 * @param data - The elements.
 * @param mask - True where an element counts.
 * @throws TypeError for other dtypes and layouts than {@link MaskedTensor} takes; TorchValueError for other shapes.
 * @see https://docs.pytorch.org/docs/2.13/masked.html
 * @example
 * const x = torch.masked.maskedTensor(torch.ones([2]), torch.tensor([true, false]), { requiresGrad: true });
 * x.sum().backward();
 * x.grad?.getData().tolist(); // [1, 0]
 */
export function maskedTensor(data: Tensor, mask: Tensor, requiresGrad?: boolean | MaskedTensorOptions): MaskedTensor;
export function maskedTensor(...args: readonly unknown[]): MaskedTensor {
  const { data, mask, requiresGrad } = readArguments('torch.masked.maskedTensor', MAKE, args);
  return new MaskedTensor(data, mask, requiresGrad);
}

/**
 * A masked tensor of data through which gradients go to those data.
 *
 * @param data - The elements.
 * @param mask - True where an element counts.
 * @see https://docs.pytorch.org/docs/2.13/masked.html
 */
export function asMaskedTensor(...args: [data: Tensor, mask: Tensor]): MaskedTensor {
  const { data, mask } = readArguments('torch.masked.asMaskedTensor', AS, args);
  return MaskedTensor.of(data.clone(), mask.clone());
}

/** Whether something is a {@link MaskedTensor}. */
export function isMaskedTensor(obj: unknown, ...surplus: []): obj is MaskedTensor {
  refuseSurplus('isMaskedTensor', 1, surplus);
  return obj instanceof MaskedTensor;
}
