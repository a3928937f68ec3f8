/** Decompositions of low rank, of dense and of sparse matrices, by random projections. */
import { bool, int, nullable } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { valueError } from '../errors';
import { matmul, ones, randn, zeros } from '../ops/generated/functions';
import { qr, svd } from '../ops/generated/linalg';
import { sparseCooTensor } from '../ops/python/sparse';
import type { Tensor } from '../ops/tensor-methods';
import { tensor } from '../tensor/arguments';
import { type DType, float32 } from '../tensor/dtype';
import { strided } from '../tensor/layout';
import { mm, sum } from './functions';

export interface SvdLowrankOptions {
  /** The rank that is asked for, a little above that of the matrix. @defaultValue 6 */
  readonly q?: number | null;
  /** How often the approximation is refined. @defaultValue 2 */
  readonly niter?: number | null;
  /** What is subtracted from the matrix first. @defaultValue null */
  readonly M?: Tensor | null;
}

export interface PcaLowrankOptions {
  /** The rank that is asked for. @defaultValue null, which means 6, or the smaller side of the matrix */
  readonly q?: number | null;
  /** Subtract the mean of each column first. @defaultValue true */
  readonly center?: boolean;
  /** How often the approximation is refined. @defaultValue 2 */
  readonly niter?: number;
}

/** A is approximately `U diag(S) V^H`. */
export type LowRank = [U: Tensor, S: Tensor, V: Tensor];

const SVD = { A: tensor(), q: nullable(int(), 6), niter: nullable(int(), 2), M: nullable(tensor()) };
const PCA = { A: tensor(), q: nullable(int()), center: bool(true), niter: int(2) };

const isSparse = ({ layout }: Tensor): boolean => layout !== strided;
const product = (a: Tensor, b: Tensor): Tensor => (isSparse(a) ? mm(a, b) : matmul(a, b));
const floating = ({ dtype }: Tensor): DType => (dtype.isFloatingPoint || dtype.isComplex ? dtype : float32);

/**
 * The singular value decomposition of a large matrix of low rank, or of one that is well approximated by such a matrix.
 *
 * @param A - A matrix, or a batch of them; it may be sparse.
 * @returns U, S and V, where A is about `U diag(S) V^H`
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.svd_lowrank.html
 * @example
 * const [u, s, v] = torch.svdLowrank(torch.ones([5, 4]), 2);
 * u.mul(s).matmul(v.mH); // about the matrix itself
 */
export function svdLowrank(
  A: Tensor,
  q?: number | null | SvdLowrankOptions,
  niter?: number | null,
  M?: Tensor | null,
): LowRank;
export function svdLowrank(...args: readonly unknown[]): LowRank {
  const { A, q, niter, M } = readArguments('svdLowrank', SVD, args);
  return decomposed(A, q ?? 6, niter ?? 2, M);
}

function decomposed(given: Tensor, q: number, niter: number, minus: Tensor | null): LowRank {
  const [m, n] = given.shape.slice(-2) as [number, number];
  const wide = minus?.broadcastTo(given.shape) ?? null;
  const flip = m < n;
  const A = flip ? given.mH : given;
  const M = flip ? (wide?.mH ?? null) : wide;
  const Q = basis(A, q, niter, M);
  let B = product(Q.mH, A);
  if (M) B = B.sub(product(Q.mH, M));
  const [u, S, Vh] = svd(B, false);
  const [U, V] = [Q.matmul(u), Vh.mH];
  return flip ? [V, S, U] : [U, S, V];
}

/** Orthonormal columns that span about the same space as those of A - M. */
function basis(A: Tensor, q: number, niter: number, M: Tensor | null): Tensor {
  const R = randn([A.shape[A.shape.length - 1] as number, q], { dtype: floating(A), device: A.device });
  const times = (X: Tensor): Tensor => (M ? product(A, X).sub(product(M, X)) : product(A, X));
  const back = (X: Tensor): Tensor => (M ? product(A.mH, X).sub(product(M.mH, X)) : product(A.mH, X));
  let Q = qr(times(R))[0];
  for (let i = 0; i < niter; i++) {
    Q = qr(back(Q))[0];
    Q = qr(times(Q))[0];
  }
  return Q;
}

/**
 * The principal components of a matrix of samples, one a row: those of the matrix without the mean of each column.
 *
 * @param A - A matrix, or a batch of them; it may be sparse.
 * @throws TorchValueError for a rank or a number of refinements that is out of range.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.pca_lowrank.html
 * @example
 * const [, , v] = torch.pcaLowrank(torch.randn([20, 4]), 2);
 * torch.randn([3, 4]).matmul(v).shape; // [3, 2]
 */
export function pcaLowrank(A: Tensor, q?: number | null | PcaLowrankOptions, center?: boolean, niter?: number): LowRank;
export function pcaLowrank(...args: readonly unknown[]): LowRank {
  const { A, q: given, center, niter } = readArguments('pcaLowrank', PCA, args);
  const [m, n] = A.shape.slice(-2) as [number, number];
  const q = given ?? Math.min(6, m, n);
  if (q < 0 || q > Math.min(m, n)) {
    throw valueError(`q(=${q}) must be non-negative integer and not greater than min(m, n)=${Math.min(m, n)}`);
  }
  if (niter < 0) throw valueError(`niter(=${niter}) must be non-negative integer`);
  if (!center) return decomposed(A, q, niter, null);
  if (isSparse(A)) return decomposed(A, q, niter, columnMeans(A, m, n));
  return decomposed(A.sub(A.mean(-2, true)), q, niter, null);
}

/** The mean of each column in each row, without making the matrix dense. */
function columnMeans(A: Tensor, m: number, n: number): Tensor {
  if (A.ndim !== 2) throw valueError('pca_lowrank input is expected to be 2-dimensional tensor');
  const options = { dtype: floating(A), device: A.device };
  const means = sum(A, -2).div(m).coalesce();
  const columns = means.indices().select(0, 0);
  const indices = zeros([2, columns.shape[0] as number], { dtype: columns.dtype, device: columns.device });
  indices.select(0, 0).copy_(columns);
  return mm(sparseCooTensor(indices, means.values(), [n, 1], options), ones([1, m], options)).mT;
}
