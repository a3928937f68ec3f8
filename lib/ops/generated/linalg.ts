// DO NOT EDIT. Written by scripts/generate-ops.ts from the schemas of libtorch: npm run generate.
import { asFunction } from '../dispatch/operator';
import type { DType } from '../../tensor/dtype';
import type { Int } from '../../tensor/scalar';
import type { Scalar } from '../../tensor/scalar';
import type { Tensor } from '../../tensor/tensor';

/**
 * `aten::linalg__powsum(Tensor self, Scalar ord=2, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg._powsum.html
 */
export const _powsum: {
  (input: Tensor, ord?: Scalar, dim?: Int | readonly Int[] | null, keepdim?: boolean, options?: {
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
  }): Tensor;
  (input: Tensor, options: {
    /** Which norm. */
    ord?: Scalar;
    /** The dimensions to reduce. Default: all. */
    dim?: Int | readonly Int[] | null;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
  }): Tensor;
  (input: Tensor, ord: Scalar, options: {
    /** The dimensions to reduce. Default: all. */
    dim?: Int | readonly Int[] | null;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
  }): Tensor;
  (input: Tensor, ord: Scalar, dim: Int | readonly Int[] | null, options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
  }): Tensor;
} = asFunction('aten::linalg__powsum');

/**
 * `aten::linalg_cholesky(Tensor self, *, bool upper=False) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.cholesky.html
 */
export const cholesky: {
  (input: Tensor, options?: {
    /** The triangular matrix is an upper one; otherwise a lower one. */
    upper?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::linalg_cholesky');

/**
 * `aten::linalg_cholesky_ex(Tensor self, *, bool upper=False, bool check_errors=False) -> (Tensor L, Tensor info)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.cholesky_ex.html
 */
export const choleskyEx: {
  (input: Tensor, options?: {
    /** The triangular matrix is an upper one; otherwise a lower one. */
    upper?: boolean;
    /** Check `info`, and throw if the computation failed. */
    checkErrors?: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [L: Tensor, info: Tensor];
} = asFunction('aten::linalg_cholesky_ex');

/**
 * `aten::linalg_cond(Tensor self, Scalar? p=None) -> Tensor`
 * `aten::linalg_cond.p_str(Tensor self, str p) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.cond.html
 */
export const cond: {
  (input: Tensor, p?: Scalar | null, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** Which norm. */
    p?: Scalar | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, p: string, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** Which norm. */
    p: string;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::linalg_cond');

/**
 * `aten::linalg_cross(Tensor self, Tensor other, *, int dim=-1) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.cross.html
 */
export const cross: {
  (input: Tensor, other: Tensor, options?: {
    /** The dimension to work along. */
    dim?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The second operand. */
    other: Tensor;
    /** The dimension to work along. */
    dim?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::linalg_cross');

/**
 * `aten::linalg_det(Tensor A) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.det.html
 */
export const det: {
  (A: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::linalg_det');

/**
 * `aten::linalg_diagonal(Tensor(a) A, *, int offset=0, int dim1=-2, int dim2=-1) -> Tensor(a)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.diagonal.html
 */
export const diagonal: {
  (A: Tensor, options?: {
    /** The diagonal: 0 is the main one, above 0 lies above it, below 0 below it. */
    offset?: Int;
    /** The first dimension of the planes with the diagonals. */
    dim1?: Int;
    /** The second dimension of the planes with the diagonals. */
    dim2?: Int;
  }): Tensor;
} = asFunction('aten::linalg_diagonal');

/**
 * `aten::linalg_eig(Tensor self) -> (Tensor eigenvalues, Tensor eigenvectors)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.eig.html
 */
export const eig: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [eigenvalues: Tensor, eigenvectors: Tensor];
} = asFunction('aten::linalg_eig');

/**
 * `aten::linalg_eigh(Tensor self, str UPLO="L") -> (Tensor eigenvalues, Tensor eigenvectors)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.eigh.html
 */
export const eigh: {
  (input: Tensor, UPLO?: string, options?: {
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [eigenvalues: Tensor, eigenvectors: Tensor];
  (input: Tensor, options: {
    /** The triangle that is read: `'L'` or `'U'`. */
    UPLO?: string;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [eigenvalues: Tensor, eigenvectors: Tensor];
} = asFunction('aten::linalg_eigh');

/**
 * `aten::linalg_eigvals(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.eigvals.html
 */
export const eigvals: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::linalg_eigvals');

/**
 * `aten::linalg_eigvalsh(Tensor self, str UPLO="L") -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.eigvalsh.html
 */
export const eigvalsh: {
  (input: Tensor, UPLO?: string, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The triangle that is read: `'L'` or `'U'`. */
    UPLO?: string;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::linalg_eigvalsh');

/**
 * `aten::linalg_householder_product(Tensor input, Tensor tau) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.householder_product.html
 */
export const householderProduct: {
  (input: Tensor, tau: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The scales of the Householder reflectors. */
    tau: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::linalg_householder_product');

/**
 * `aten::linalg_inv(Tensor A) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.inv.html
 */
export const inv: {
  (A: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::linalg_inv');

/**
 * `aten::linalg_inv_ex(Tensor A, *, bool check_errors=False) -> (Tensor inverse, Tensor info)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.inv_ex.html
 */
export const invEx: {
  (A: Tensor, options?: {
    /** Check `info`, and throw if the computation failed. */
    checkErrors?: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [inverse: Tensor, info: Tensor];
} = asFunction('aten::linalg_inv_ex');

/**
 * `aten::linalg_ldl_factor(Tensor self, *, bool hermitian=False) -> (Tensor LD, Tensor pivots)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.ldl_factor.html
 */
export const ldlFactor: {
  (input: Tensor, options?: {
    /** The matrix equals its conjugate transpose. */
    hermitian?: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [LD: Tensor, pivots: Tensor];
} = asFunction('aten::linalg_ldl_factor');

/**
 * `aten::linalg_ldl_factor_ex(Tensor self, *, bool hermitian=False, bool check_errors=False) -> (Tensor LD, Tensor pivots, Tensor info)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.ldl_factor_ex.html
 */
export const ldlFactorEx: {
  (input: Tensor, options?: {
    /** The matrix equals its conjugate transpose. */
    hermitian?: boolean;
    /** Check `info`, and throw if the computation failed. */
    checkErrors?: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor];
  }): [LD: Tensor, pivots: Tensor, info: Tensor];
} = asFunction('aten::linalg_ldl_factor_ex');

/**
 * `aten::linalg_ldl_solve(Tensor LD, Tensor pivots, Tensor B, *, bool hermitian=False) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.ldl_solve.html
 */
export const ldlSolve: {
  (LD: Tensor, pivots: Tensor, B: Tensor, options?: {
    /** The matrix equals its conjugate transpose. */
    hermitian?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (LD: Tensor, options: {
    /** The exchanged rows, as the factorization returned them. */
    pivots: Tensor;
    /** The right-hand side. */
    B: Tensor;
    /** The matrix equals its conjugate transpose. */
    hermitian?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (LD: Tensor, pivots: Tensor, options: {
    /** The right-hand side. */
    B: Tensor;
    /** The matrix equals its conjugate transpose. */
    hermitian?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::linalg_ldl_solve');

/**
 * `aten::linalg_lstsq(Tensor self, Tensor b, float? rcond=None, *, str? driver=None) -> (Tensor solution, Tensor residuals, Tensor rank, Tensor singular_values)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.lstsq.html
 */
export const lstsq: {
  (input: Tensor, b: Tensor, rcond?: number | null, options?: {
    /** The LAPACK or cuSOLVER routine to use. */
    driver?: string | null;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor, Tensor];
  }): [solution: Tensor, residuals: Tensor, rank: Tensor, singularValues: Tensor];
  (input: Tensor, options: {
    /** The right-hand side. */
    b: Tensor;
    /** Singular values below it, as a fraction of the greatest, count as 0. */
    rcond?: number | null;
    /** The LAPACK or cuSOLVER routine to use. */
    driver?: string | null;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor, Tensor];
  }): [solution: Tensor, residuals: Tensor, rank: Tensor, singularValues: Tensor];
  (input: Tensor, b: Tensor, options: {
    /** Singular values below it, as a fraction of the greatest, count as 0. */
    rcond?: number | null;
    /** The LAPACK or cuSOLVER routine to use. */
    driver?: string | null;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor, Tensor];
  }): [solution: Tensor, residuals: Tensor, rank: Tensor, singularValues: Tensor];
} = asFunction('aten::linalg_lstsq');

/**
 * `aten::linalg_lu(Tensor A, *, bool pivot=True) -> (Tensor P, Tensor L, Tensor U)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.lu.html
 */
export const lu: {
  (A: Tensor, options?: {
    /** Exchange rows, for accuracy. False works on CUDA only. */
    pivot?: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor];
  }): [P: Tensor, L: Tensor, U: Tensor];
} = asFunction('aten::linalg_lu');

/**
 * `aten::linalg_lu_factor(Tensor A, *, bool pivot=True) -> (Tensor LU, Tensor pivots)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.lu_factor.html
 */
export const luFactor: {
  (A: Tensor, options?: {
    /** Exchange rows, for accuracy. False works on CUDA only. */
    pivot?: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [LU: Tensor, pivots: Tensor];
} = asFunction('aten::linalg_lu_factor');

/**
 * `aten::linalg_lu_factor_ex(Tensor A, *, bool pivot=True, bool check_errors=False) -> (Tensor LU, Tensor pivots, Tensor info)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.lu_factor_ex.html
 */
export const luFactorEx: {
  (A: Tensor, options?: {
    /** Exchange rows, for accuracy. False works on CUDA only. */
    pivot?: boolean;
    /** Check `info`, and throw if the computation failed. */
    checkErrors?: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor];
  }): [LU: Tensor, pivots: Tensor, info: Tensor];
} = asFunction('aten::linalg_lu_factor_ex');

/**
 * `aten::linalg_lu_solve(Tensor LU, Tensor pivots, Tensor B, *, bool left=True, bool adjoint=False) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.lu_solve.html
 */
export const luSolve: {
  (LU: Tensor, pivots: Tensor, B: Tensor, options?: {
    /** The matrix stands on the left of what is found or multiplied; otherwise on the right. */
    left?: boolean;
    /** Use the conjugate transpose of the matrix. */
    adjoint?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (LU: Tensor, options: {
    /** The exchanged rows, as the factorization returned them. */
    pivots: Tensor;
    /** The right-hand side. */
    B: Tensor;
    /** The matrix stands on the left of what is found or multiplied; otherwise on the right. */
    left?: boolean;
    /** Use the conjugate transpose of the matrix. */
    adjoint?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (LU: Tensor, pivots: Tensor, options: {
    /** The right-hand side. */
    B: Tensor;
    /** The matrix stands on the left of what is found or multiplied; otherwise on the right. */
    left?: boolean;
    /** Use the conjugate transpose of the matrix. */
    adjoint?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::linalg_lu_solve');

/**
 * `aten::linalg_matmul(Tensor self, Tensor other) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.matmul.html
 */
export const matmul: {
  (input: Tensor, other: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The second operand. */
    other: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::linalg_matmul');

/**
 * `aten::linalg_matrix_exp(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.matrix_exp.html
 */
export const matrixExp: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::linalg_matrix_exp');

/**
 * `aten::linalg_matrix_norm(Tensor self, Scalar ord, int[] dim=[-2, -1], bool keepdim=False, *, ScalarType? dtype=None) -> Tensor`
 * `aten::linalg_matrix_norm.str_ord(Tensor self, str ord="fro", int[] dim=[-2, -1], bool keepdim=False, *, ScalarType? dtype=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.matrix_norm.html
 */
export const matrixNorm: {
  (input: Tensor, ord: Scalar, dim?: readonly Int[], keepdim?: boolean, options?: {
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** Which norm. */
    ord: Scalar;
    /** The dimension to reduce. */
    dim?: readonly Int[];
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, ord: Scalar, options: {
    /** The dimension to reduce. */
    dim?: readonly Int[];
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, ord: Scalar, dim: readonly Int[], options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, ord?: string, dim?: readonly Int[], keepdim?: boolean, options?: {
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** Which norm. */
    ord?: string;
    /** The dimension to reduce. */
    dim?: readonly Int[];
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, ord: string, options: {
    /** The dimension to reduce. */
    dim?: readonly Int[];
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, ord: string, dim: readonly Int[], options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::linalg_matrix_norm');

/**
 * `aten::linalg_matrix_power(Tensor self, int n) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.matrix_power.html
 */
export const matrixPower: {
  (input: Tensor, n: Int, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The exponent. */
    n: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::linalg_matrix_power');

/**
 * `aten::linalg_matrix_rank.atol_rtol_tensor(Tensor input, *, Tensor? atol=None, Tensor? rtol=None, bool hermitian=False) -> Tensor`
 * `aten::linalg_matrix_rank.atol_rtol_float(Tensor self, *, float? atol=None, float? rtol=None, bool hermitian=False) -> Tensor`
 * `aten::linalg_matrix_rank.tol_tensor(Tensor input, Tensor tol, bool hermitian=False) -> Tensor`
 * `aten::linalg_matrix_rank(Tensor self, float tol, bool hermitian=False) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.matrix_rank.html
 */
export const matrixRank: {
  (input: Tensor, options?: {
    /** Singular values below it count as 0. */
    atol?: Tensor | null;
    /** Singular values below it, as a fraction of the greatest, count as 0. */
    rtol?: Tensor | null;
    /** The matrix equals its conjugate transpose. */
    hermitian?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options?: {
    /** Singular values below it count as 0. */
    atol?: number | null;
    /** Singular values below it, as a fraction of the greatest, count as 0. */
    rtol?: number | null;
    /** The matrix equals its conjugate transpose. */
    hermitian?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, tol: Tensor, hermitian?: boolean, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** Singular values below it count as 0. */
    tol: Tensor;
    /** The matrix equals its conjugate transpose. */
    hermitian?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, tol: Tensor, options: {
    /** The matrix equals its conjugate transpose. */
    hermitian?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, tol: number, hermitian?: boolean, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** Singular values below it count as 0. */
    tol: number;
    /** The matrix equals its conjugate transpose. */
    hermitian?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, tol: number, options: {
    /** The matrix equals its conjugate transpose. */
    hermitian?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::linalg_matrix_rank');

/**
 * `aten::linalg_multi_dot(Tensor[] tensors) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.multi_dot.html
 */
export const multiDot: {
  (tensors: readonly Tensor[], options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::linalg_multi_dot');

/**
 * `aten::linalg_norm(Tensor self, Scalar? ord=None, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor`
 * `aten::linalg_norm.ord_str(Tensor self, str ord, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.norm.html
 */
export const norm: {
  (input: Tensor, ord?: Scalar | null, dim?: Int | readonly Int[] | null, keepdim?: boolean, options?: {
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** Which norm. */
    ord?: Scalar | null;
    /** The dimensions to reduce. Default: all. */
    dim?: Int | readonly Int[] | null;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, ord: Scalar | null, options: {
    /** The dimensions to reduce. Default: all. */
    dim?: Int | readonly Int[] | null;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, ord: Scalar | null, dim: Int | readonly Int[] | null, options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, ord: string, dim?: Int | readonly Int[] | null, keepdim?: boolean, options?: {
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** Which norm. */
    ord: string;
    /** The dimensions to reduce. Default: all. */
    dim?: Int | readonly Int[] | null;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, ord: string, options: {
    /** The dimensions to reduce. Default: all. */
    dim?: Int | readonly Int[] | null;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, ord: string, dim: Int | readonly Int[] | null, options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::linalg_norm');

/**
 * `aten::linalg_pinv.atol_rtol_tensor(Tensor self, *, Tensor? atol=None, Tensor? rtol=None, bool hermitian=False) -> Tensor`
 * `aten::linalg_pinv.atol_rtol_float(Tensor self, *, float? atol=None, float? rtol=None, bool hermitian=False) -> Tensor`
 * `aten::linalg_pinv.rcond_tensor(Tensor self, Tensor rcond, bool hermitian=False) -> Tensor`
 * `aten::linalg_pinv(Tensor self, float rcond, bool hermitian=False) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.pinv.html
 */
export const pinv: {
  (input: Tensor, options?: {
    /** Singular values below it count as 0. */
    atol?: Tensor | null;
    /** Singular values below it, as a fraction of the greatest, count as 0. */
    rtol?: Tensor | null;
    /** The matrix equals its conjugate transpose. */
    hermitian?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options?: {
    /** Singular values below it count as 0. */
    atol?: number | null;
    /** Singular values below it, as a fraction of the greatest, count as 0. */
    rtol?: number | null;
    /** The matrix equals its conjugate transpose. */
    hermitian?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, rcond: Tensor, hermitian?: boolean, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** Singular values below it, as a fraction of the greatest, count as 0. */
    rcond: Tensor;
    /** The matrix equals its conjugate transpose. */
    hermitian?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, rcond: Tensor, options: {
    /** The matrix equals its conjugate transpose. */
    hermitian?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, rcond: number, hermitian?: boolean, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** Singular values below it, as a fraction of the greatest, count as 0. */
    rcond: number;
    /** The matrix equals its conjugate transpose. */
    hermitian?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, rcond: number, options: {
    /** The matrix equals its conjugate transpose. */
    hermitian?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::linalg_pinv');

/**
 * `aten::linalg_qr(Tensor A, str mode="reduced") -> (Tensor Q, Tensor R)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.qr.html
 */
export const qr: {
  (A: Tensor, mode?: string, options?: {
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Q: Tensor, R: Tensor];
  (A: Tensor, options: {
    /** `'reduced'`, `'complete'`, or `'r'` for R alone. */
    mode?: string;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Q: Tensor, R: Tensor];
} = asFunction('aten::linalg_qr');

/**
 * `aten::linalg_slogdet(Tensor A) -> (Tensor sign, Tensor logabsdet)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.slogdet.html
 */
export const slogdet: {
  (A: Tensor, options?: {
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [sign: Tensor, logabsdet: Tensor];
} = asFunction('aten::linalg_slogdet');

/**
 * `aten::linalg_solve(Tensor A, Tensor B, *, bool left=True) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.solve.html
 */
export const solve: {
  (A: Tensor, B: Tensor, options?: {
    /** The matrix stands on the left of what is found or multiplied; otherwise on the right. */
    left?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (A: Tensor, options: {
    /** The right-hand side. */
    B: Tensor;
    /** The matrix stands on the left of what is found or multiplied; otherwise on the right. */
    left?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::linalg_solve');

/**
 * `aten::linalg_solve_ex(Tensor A, Tensor B, *, bool left=True, bool check_errors=False) -> (Tensor result, Tensor info)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.solve_ex.html
 */
export const solveEx: {
  (A: Tensor, B: Tensor, options?: {
    /** The matrix stands on the left of what is found or multiplied; otherwise on the right. */
    left?: boolean;
    /** Check `info`, and throw if the computation failed. */
    checkErrors?: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [result: Tensor, info: Tensor];
  (A: Tensor, options: {
    /** The right-hand side. */
    B: Tensor;
    /** The matrix stands on the left of what is found or multiplied; otherwise on the right. */
    left?: boolean;
    /** Check `info`, and throw if the computation failed. */
    checkErrors?: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [result: Tensor, info: Tensor];
} = asFunction('aten::linalg_solve_ex');

/**
 * `aten::linalg_solve_triangular(Tensor self, Tensor B, *, bool upper, bool left=True, bool unitriangular=False) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.solve_triangular.html
 */
export const solveTriangular: {
  (input: Tensor, B: Tensor, options: {
    /** The triangular matrix is an upper one; otherwise a lower one. */
    upper: boolean;
    /** The matrix stands on the left of what is found or multiplied; otherwise on the right. */
    left?: boolean;
    /** The diagonal consists of ones and is not read. */
    unitriangular?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The right-hand side. */
    B: Tensor;
    /** The triangular matrix is an upper one; otherwise a lower one. */
    upper: boolean;
    /** The matrix stands on the left of what is found or multiplied; otherwise on the right. */
    left?: boolean;
    /** The diagonal consists of ones and is not read. */
    unitriangular?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::linalg_solve_triangular');

/**
 * `aten::linalg_svd(Tensor A, bool full_matrices=True, *, str? driver=None) -> (Tensor U, Tensor S, Tensor Vh)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.svd.html
 */
export const svd: {
  (A: Tensor, fullMatrices?: boolean, options?: {
    /** The LAPACK or cuSOLVER routine to use. */
    driver?: string | null;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor];
  }): [U: Tensor, S: Tensor, Vh: Tensor];
  (A: Tensor, options: {
    /** Return complete square factors; otherwise reduced ones. */
    fullMatrices?: boolean;
    /** The LAPACK or cuSOLVER routine to use. */
    driver?: string | null;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor];
  }): [U: Tensor, S: Tensor, Vh: Tensor];
} = asFunction('aten::linalg_svd');

/**
 * `aten::linalg_svdvals(Tensor A, *, str? driver=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.svdvals.html
 */
export const svdvals: {
  (A: Tensor, options?: {
    /** The LAPACK or cuSOLVER routine to use. */
    driver?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::linalg_svdvals');

/**
 * `aten::linalg_tensorinv(Tensor self, int ind=2) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.tensorinv.html
 */
export const tensorinv: {
  (input: Tensor, ind?: Int, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** How many dimensions belong to the rows. */
    ind?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::linalg_tensorinv');

/**
 * `aten::linalg_tensorsolve(Tensor self, Tensor other, int[]? dims=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.tensorsolve.html
 */
export const tensorsolve: {
  (input: Tensor, other: Tensor, dims?: readonly Int[] | null, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The second operand. */
    other: Tensor;
    /** The dimensions that are moved to the end first. */
    dims?: readonly Int[] | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, other: Tensor, options: {
    /** The dimensions that are moved to the end first. */
    dims?: readonly Int[] | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::linalg_tensorsolve');

/**
 * `aten::linalg_vander(Tensor x, *, SymInt? N=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.vander.html
 */
export const vander: {
  (x: Tensor, options?: {
    /** The number of columns. Default: the length of the vectors. */
    N?: Int | null;
  }): Tensor;
} = asFunction('aten::linalg_vander');

/**
 * `aten::linalg_vecdot(Tensor x, Tensor y, *, int dim=-1) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.vecdot.html
 */
export const vecdot: {
  (x: Tensor, y: Tensor, options?: {
    /** The dimension to reduce. */
    dim?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (x: Tensor, options: {
    /** The other vectors. */
    y: Tensor;
    /** The dimension to reduce. */
    dim?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::linalg_vecdot');

/**
 * `aten::linalg_vector_norm(Tensor self, Scalar ord=2, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.vector_norm.html
 */
export const vectorNorm: {
  (input: Tensor, ord?: Scalar, dim?: Int | readonly Int[] | null, keepdim?: boolean, options?: {
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** Which norm. */
    ord?: Scalar;
    /** The dimensions to reduce. Default: all. */
    dim?: Int | readonly Int[] | null;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, ord: Scalar, options: {
    /** The dimensions to reduce. Default: all. */
    dim?: Int | readonly Int[] | null;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, ord: Scalar, dim: Int | readonly Int[] | null, options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::linalg_vector_norm');

