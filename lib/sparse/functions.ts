/** Functions of sparse tensors. */
import { choice, either, float, int, keyword, listOfInts, nullable, value } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { asFunction } from '../ops/dispatch/operator';
import type { Tensor } from '../ops/tensor-methods';
import { FACTORY, tensor } from '../tensor/arguments';
import type { DType } from '../tensor/dtype';
import { Layout } from '../tensor/layout';

type Options = Readonly<Record<string, unknown>>;

const ops = {
  mm: asFunction<(a: Tensor, b: Tensor, reduce?: string) => Tensor>('aten::_sparse_mm'),
  addmm: asFunction<(input: Tensor, a: Tensor, b: Tensor, options: Options) => Tensor>('aten::_sparse_addmm'),
  sum: asFunction<(input: Tensor, ...rest: unknown[]) => Tensor>('aten::_sparse_sum'),
  softmax: asFunction<(input: Tensor, dim: number, options: Options) => Tensor>('aten::_sparse_softmax'),
  logSoftmax: asFunction<(input: Tensor, dim: number, options: Options) => Tensor>('aten::_sparse_log_softmax'),
  spdiags:
    asFunction<(diagonals: Tensor, offsets: Tensor, shape: readonly number[], layout: Layout | null) => Tensor>(
      'aten::_spdiags',
    ),
};

const MM = { mat1: tensor(), mat2: tensor(), reduce: nullable(choice(['sum', 'mean', 'amax', 'amin'])) };

/**
 * The product of a sparse matrix and another one. With two matrices in compressed rows, `reduce` says how the products of an
 * element are put together.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.sparse.mm.html
 * @example
 * torch.sparse.mm(torch.eye(2).toSparse(), torch.ones([2, 3])).shape; // [2, 3]
 */
export function mm(
  mat1: Tensor,
  mat2: Tensor,
  reduce?:
    | 'sum'
    | 'mean'
    | 'amax'
    | 'amin'
    | null
    | {
        /** How products are put together. @defaultValue null, which means their sum */
        readonly reduce?: 'sum' | 'mean' | 'amax' | 'amin' | null;
      },
): Tensor;
export function mm(...args: readonly unknown[]): Tensor {
  const { mat1, mat2, reduce } = readArguments('torch.sparse.mm', MM, args);
  return reduce === null ? ops.mm(mat1, mat2) : ops.mm(mat1, mat2, reduce);
}

export interface SparseAddmmOptions {
  /** The factor of the matrix that is added. @defaultValue 1 */
  readonly beta?: number;
  /** The factor of the product. @defaultValue 1 */
  readonly alpha?: number;
}

const ADDMM = {
  mat: tensor(),
  mat1: tensor(),
  mat2: tensor(),
  beta: keyword(float(1)),
  alpha: keyword(float(1)),
};

/**
 * `beta · mat + alpha · (mat1 @ mat2)`, where `mat1` is sparse; its gradient is sparse too.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.sparse.addmm.html
 * @example
 * torch.sparse.addmm(torch.ones([2, 2]), torch.eye(2).toSparse(), torch.ones([2, 2]), { alpha: 2 });
 */
export function addmm(mat: Tensor, mat1: Tensor, mat2: Tensor, options?: SparseAddmmOptions): Tensor;
export function addmm(...args: readonly unknown[]): Tensor {
  const { mat, mat1, mat2, ...factors } = readArguments('torch.sparse.addmm', ADDMM, args);
  return ops.addmm(mat, mat1, mat2, factors);
}

export interface SparseSumOptions {
  /** The dimension, or the dimensions, that are summed up. @defaultValue null, which means all */
  readonly dim?: number | readonly number[] | null;
  /** The dtype of the sum. @defaultValue null, which means that of the tensor */
  readonly dtype?: DType | null;
}

const SUM = { input: tensor(), dim: nullable(either(int(), listOfInts())), dtype: FACTORY.dtype };

/**
 * The sum of a sparse tensor over some dimensions, which stays sparse where sparse dimensions are left.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.sparse.sum.html
 * @example
 * torch.sparse.sum(torch.eye(3).toSparse()).item(); // 3
 */
export function sum(
  input: Tensor,
  dim?: number | readonly number[] | null | SparseSumOptions,
  dtype?: DType | null,
): Tensor;
export function sum(...args: readonly unknown[]): Tensor {
  const { input, dim, dtype } = readArguments('torch.sparse.sum', SUM, args);
  const dims = dim === null ? [] : [typeof dim === 'number' ? [dim] : dim];
  return dtype === null ? ops.sum(input, ...dims) : ops.sum(input, ...dims, { dtype });
}

export interface SparseSoftmaxOptions {
  /** The dimension. */
  readonly dim: number;
  /** The dtype that the tensor is converted to first. @defaultValue null, which means its own */
  readonly dtype?: DType | null;
}

const SOFTMAX = { input: tensor(), dim: int(), dtype: keyword(FACTORY.dtype) };

type SoftmaxArguments = [
  input: Tensor,
  dim: number | SparseSoftmaxOptions,
  options?: Pick<SparseSoftmaxOptions, 'dtype'>,
];

/**
 * Softmax over the elements that a sparse tensor has; those that it has not count as -∞.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.sparse.softmax.html
 * @example
 * torch.sparse.softmax(torch.eye(2).toSparse(), 1).toDense().tolist(); // [[1, 0], [0, 1]]
 */
export function softmax(...args: SoftmaxArguments): Tensor {
  const { input, dim, dtype } = readArguments('torch.sparse.softmax', SOFTMAX, args);
  return ops.softmax(input, dim, { dtype });
}

/**
 * The logarithm of {@link softmax}.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.sparse.log_softmax.html
 * @example
 * torch.sparse.logSoftmax(torch.eye(2).toSparse(), 1);
 */
export function logSoftmax(...args: SoftmaxArguments): Tensor {
  const { input, dim, dtype } = readArguments('torch.sparse.logSoftmax', SOFTMAX, args);
  return ops.logSoftmax(input, dim, { dtype });
}

const SPDIAGS = {
  diagonals: tensor(),
  offsets: tensor(),
  shape: listOfInts(),
  layout: nullable(value<Layout>('a layout', (given) => given instanceof Layout)),
};

/**
 * A sparse matrix whose diagonals are rows of `diagonals`; `offsets` says which ones, 0 is the main one.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.sparse.spdiags.html
 * @example
 * torch.sparse.spdiags(torch.ones([1, 3]), torch.tensor([0]), [3, 3]).toDense(); // the identity
 */
export function spdiags(
  diagonals: Tensor,
  offsets: Tensor,
  shape: readonly number[],
  layout?:
    | Layout
    | null
    | {
        /** `torch.sparseCoo`, `torch.sparseCsr` or `torch.sparseCsc`. @defaultValue null, which means `torch.sparseCoo` */
        readonly layout?: Layout | null;
      },
): Tensor;
export function spdiags(...args: readonly unknown[]): Tensor {
  const { diagonals, offsets, shape, layout } = readArguments('torch.sparse.spdiags', SPDIAGS, args);
  return ops.spdiags(diagonals, offsets, shape, layout);
}
