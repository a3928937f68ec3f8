/** Sparse tensors from their parts. */
import { type NestedArray, type TensorOptions, asTensor } from '../creation';
import { asFunction } from '../dispatch/operator';
import { int64 } from '../dtype';
import { convert } from '../convert/to';
import { type Tensor, isTensor } from '../tensor';

export interface SparseOptions extends Omit<TensorOptions, 'pinMemory'> {
  /** Whether the indices are sorted and without repetition already. */
  readonly isCoalesced?: boolean | null;
}

const make = asFunction<(indices: Tensor, values: Tensor, ...rest: unknown[]) => Tensor>('aten::sparse_coo_tensor');
const makeCompressed = {
  csr: asFunction<(a: Tensor, b: Tensor, values: Tensor, ...rest: unknown[]) => Tensor>('aten::sparse_csr_tensor'),
  csc: asFunction<(a: Tensor, b: Tensor, values: Tensor, ...rest: unknown[]) => Tensor>('aten::sparse_csc_tensor'),
};

function indicesOf(data: NestedArray): Tensor {
  return convert(isTensor(data) ? data : asTensor(data), { dtype: int64 });
}

/**
 * A sparse tensor in coordinate format: `indices` has a column for each value.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.sparse_coo_tensor.html
 * @example
 * torch.sparseCooTensor([[0, 1], [2, 0]], [3, 4], [2, 3]).toDense();
 */
export function sparseCooTensor(
  indices: NestedArray,
  values: NestedArray,
  size: readonly number[] | null = null,
  options: SparseOptions = {},
): Tensor {
  const { dtype, device, requiresGrad, isCoalesced } = options;
  const elements = asTensor(values, { dtype, device });
  const keywords = { dtype: elements.dtype, device: elements.device, requiresGrad, isCoalesced };
  const sized = size === null ? [] : [size];
  return make(indicesOf(indices), elements, ...sized, keywords);
}

function compressed(format: 'csr' | 'csc') {
  return (
    compressedIndices: NestedArray,
    plainIndices: NestedArray,
    values: NestedArray,
    size: readonly number[] | null = null,
    { dtype, device, requiresGrad }: Omit<SparseOptions, 'isCoalesced'> = {},
  ): Tensor => {
    const elements = asTensor(values, { dtype, device });
    const keywords = { dtype: elements.dtype, device: elements.device, requiresGrad };
    const sized = size === null ? [] : [size];
    return makeCompressed[format](indicesOf(compressedIndices), indicesOf(plainIndices), elements, ...sized, keywords);
  };
}

/** A sparse matrix in compressed rows. @see https://docs.pytorch.org/docs/2.13/generated/torch.sparse_csr_tensor.html */
export const sparseCsrTensor = compressed('csr');
/** A sparse matrix in compressed columns. @see https://docs.pytorch.org/docs/2.13/generated/torch.sparse_csc_tensor.html */
export const sparseCscTensor = compressed('csc');
