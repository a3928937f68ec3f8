import { bool, keyword } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { asFunction } from '../ops/dispatch/operator';
import type { Tensor } from '../ops/tensor-methods';
import { tensor } from '../tensor/arguments';

const spsolve = asFunction<(input: Tensor, other: Tensor, options: { left: boolean }) => Tensor>('aten::_spsolve');

const SOLVE = { input: tensor(), other: tensor(), left: keyword(bool(true)) };

/** The options of {@link solve}. */
export interface SparseSolveOptions {
  /** Solves input · x = other; false, x · input = other. Only true is there. @defaultValue true */
  readonly left?: boolean;
}

/**
 * The solution x of input · x = other: `input` is a sparse matrix in compressed rows, `other` a vector. libtorch has a kernel for
 * it on GPUs, by cuDSS, and none on the CPU.
 *
 * @throws TorchError `ERR_TORCH_NOT_IMPLEMENTED` on the CPU.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.sparse.spsolve.html
 * @example
 * ```ts
 * const a = torch.eye(2, { device: 'cuda' }).toSparseCsr();
 * torch.sparse.solve(a, torch.ones([2], { device: 'cuda' })); // [1, 1]
 * ```
 */
export function solve(...args: [input: Tensor, other: Tensor, options?: SparseSolveOptions]): Tensor {
  const { input, other, left } = readArguments('torch.sparse.solve', SOLVE, args);
  return spsolve(input, other, { left });
}
