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
  (input: Tensor, ord?: Scalar, dim?: Int | readonly Int[] | null, keepdim?: boolean, options?: { dtype?: DType | null }): Tensor;
  (input: Tensor, options: { ord?: Scalar; dim?: Int | readonly Int[] | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
  (input: Tensor, ord: Scalar, options: { dim?: Int | readonly Int[] | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
  (input: Tensor, ord: Scalar, dim: Int | readonly Int[] | null, options: { keepdim?: boolean; dtype?: DType | null }): Tensor;
} = asFunction('aten::linalg__powsum');

/**
 * `aten::linalg_cholesky(Tensor self, *, bool upper=False) -> Tensor`
 * `aten::linalg_cholesky.out(Tensor self, *, bool upper=False, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.cholesky.html
 */
export const cholesky: {
  (input: Tensor, options?: { upper?: boolean }): Tensor;
  (input: Tensor, options: { upper?: boolean; out: Tensor }): Tensor;
} = asFunction('aten::linalg_cholesky');

/**
 * `aten::linalg_cholesky_ex(Tensor self, *, bool upper=False, bool check_errors=False) -> (Tensor L, Tensor info)`
 * `aten::linalg_cholesky_ex.L(Tensor self, *, bool upper=False, bool check_errors=False, Tensor(a!) L, Tensor(b!) info) -> (Tensor(a!) L, Tensor(b!) info)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.cholesky_ex.html
 */
export const choleskyEx: {
  (input: Tensor, options?: { upper?: boolean; checkErrors?: boolean }): [L: Tensor, info: Tensor];
  (input: Tensor, options: { upper?: boolean; checkErrors?: boolean; out: readonly [Tensor, Tensor] }): [L: Tensor, info: Tensor];
} = asFunction('aten::linalg_cholesky_ex');

/**
 * `aten::linalg_cond(Tensor self, Scalar? p=None) -> Tensor`
 * `aten::linalg_cond.p_str(Tensor self, str p) -> Tensor`
 * `aten::linalg_cond.out(Tensor self, Scalar? p=None, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::linalg_cond.p_str_out(Tensor self, str p, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.cond.html
 */
export const cond: {
  (input: Tensor, p?: Scalar | null): Tensor;
  (input: Tensor, options: { p?: Scalar | null }): Tensor;
  (input: Tensor, p: string): Tensor;
  (input: Tensor, options: { p: string }): Tensor;
  (input: Tensor, p: Scalar | null | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { p?: Scalar | null; out: Tensor }): Tensor;
  (input: Tensor, p: string, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { p: string; out: Tensor }): Tensor;
} = asFunction('aten::linalg_cond');

/**
 * `aten::linalg_cross(Tensor self, Tensor other, *, int dim=-1) -> Tensor`
 * `aten::linalg_cross.out(Tensor self, Tensor other, *, int dim=-1, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.cross.html
 */
export const cross: {
  (input: Tensor, other: Tensor, options?: { dim?: Int }): Tensor;
  (input: Tensor, options: { other: Tensor; dim?: Int }): Tensor;
  (input: Tensor, other: Tensor, options: { dim?: Int; out: Tensor }): Tensor;
  (input: Tensor, options: { other: Tensor; dim?: Int; out: Tensor }): Tensor;
} = asFunction('aten::linalg_cross');

/**
 * `aten::linalg_det(Tensor A) -> Tensor`
 * `aten::linalg_det.out(Tensor A, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.det.html
 */
export const det: {
  (A: Tensor): Tensor;
  (A: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::linalg_det');

/**
 * `aten::linalg_diagonal(Tensor(a) A, *, int offset=0, int dim1=-2, int dim2=-1) -> Tensor(a)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.diagonal.html
 */
export const diagonal: {
  (A: Tensor, options?: { offset?: Int; dim1?: Int; dim2?: Int }): Tensor;
} = asFunction('aten::linalg_diagonal');

/**
 * `aten::linalg_eig(Tensor self) -> (Tensor eigenvalues, Tensor eigenvectors)`
 * `aten::linalg_eig.out(Tensor self, *, Tensor(a!) eigenvalues, Tensor(b!) eigenvectors) -> (Tensor(a!) eigenvalues, Tensor(b!) eigenvectors)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.eig.html
 */
export const eig: {
  (input: Tensor): [eigenvalues: Tensor, eigenvectors: Tensor];
  (input: Tensor, options: { out: readonly [Tensor, Tensor] }): [eigenvalues: Tensor, eigenvectors: Tensor];
} = asFunction('aten::linalg_eig');

/**
 * `aten::linalg_eigh(Tensor self, str UPLO="L") -> (Tensor eigenvalues, Tensor eigenvectors)`
 * `aten::linalg_eigh.eigvals(Tensor self, str UPLO="L", *, Tensor(a!) eigvals, Tensor(b!) eigvecs) -> (Tensor(a!) eigenvalues, Tensor(b!) eigenvectors)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.eigh.html
 */
export const eigh: {
  (input: Tensor, UPLO?: string): [eigenvalues: Tensor, eigenvectors: Tensor];
  (input: Tensor, options: { UPLO?: string }): [eigenvalues: Tensor, eigenvectors: Tensor];
  (input: Tensor, UPLO: string | undefined, options: { out: readonly [Tensor, Tensor] }): [eigenvalues: Tensor, eigenvectors: Tensor];
  (input: Tensor, options: { UPLO?: string; out: readonly [Tensor, Tensor] }): [eigenvalues: Tensor, eigenvectors: Tensor];
} = asFunction('aten::linalg_eigh');

/**
 * `aten::linalg_eigvals(Tensor self) -> Tensor`
 * `aten::linalg_eigvals.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.eigvals.html
 */
export const eigvals: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::linalg_eigvals');

/**
 * `aten::linalg_eigvalsh(Tensor self, str UPLO="L") -> Tensor`
 * `aten::linalg_eigvalsh.out(Tensor self, str UPLO="L", *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.eigvalsh.html
 */
export const eigvalsh: {
  (input: Tensor, UPLO?: string): Tensor;
  (input: Tensor, options: { UPLO?: string }): Tensor;
  (input: Tensor, UPLO: string | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { UPLO?: string; out: Tensor }): Tensor;
} = asFunction('aten::linalg_eigvalsh');

/**
 * `aten::linalg_householder_product(Tensor input, Tensor tau) -> Tensor`
 * `aten::linalg_householder_product.out(Tensor input, Tensor tau, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.householder_product.html
 */
export const householderProduct: {
  (input: Tensor, tau: Tensor): Tensor;
  (input: Tensor, options: { tau: Tensor }): Tensor;
  (input: Tensor, tau: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { tau: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::linalg_householder_product');

/**
 * `aten::linalg_inv(Tensor A) -> Tensor`
 * `aten::linalg_inv.out(Tensor A, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.inv.html
 */
export const inv: {
  (A: Tensor): Tensor;
  (A: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::linalg_inv');

/**
 * `aten::linalg_inv_ex(Tensor A, *, bool check_errors=False) -> (Tensor inverse, Tensor info)`
 * `aten::linalg_inv_ex.inverse(Tensor A, *, bool check_errors=False, Tensor(a!) inverse, Tensor(b!) info) -> (Tensor(a!) inverse, Tensor(b!) info)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.inv_ex.html
 */
export const invEx: {
  (A: Tensor, options?: { checkErrors?: boolean }): [inverse: Tensor, info: Tensor];
  (A: Tensor, options: { checkErrors?: boolean; out: readonly [Tensor, Tensor] }): [inverse: Tensor, info: Tensor];
} = asFunction('aten::linalg_inv_ex');

/**
 * `aten::linalg_ldl_factor(Tensor self, *, bool hermitian=False) -> (Tensor LD, Tensor pivots)`
 * `aten::linalg_ldl_factor.out(Tensor self, *, bool hermitian=False, Tensor(a!) LD, Tensor(b!) pivots) -> (Tensor(a!) LD, Tensor(b!) pivots)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.ldl_factor.html
 */
export const ldlFactor: {
  (input: Tensor, options?: { hermitian?: boolean }): [LD: Tensor, pivots: Tensor];
  (input: Tensor, options: { hermitian?: boolean; out: readonly [Tensor, Tensor] }): [LD: Tensor, pivots: Tensor];
} = asFunction('aten::linalg_ldl_factor');

/**
 * `aten::linalg_ldl_factor_ex(Tensor self, *, bool hermitian=False, bool check_errors=False) -> (Tensor LD, Tensor pivots, Tensor info)`
 * `aten::linalg_ldl_factor_ex.out(Tensor self, *, bool hermitian=False, bool check_errors=False, Tensor(a!) LD, Tensor(b!) pivots, Tensor(c!) info) -> (Tensor(a!) LD, Tensor(b!) pivots, Tensor(c!) info)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.ldl_factor_ex.html
 */
export const ldlFactorEx: {
  (input: Tensor, options?: { hermitian?: boolean; checkErrors?: boolean }): [LD: Tensor, pivots: Tensor, info: Tensor];
  (input: Tensor, options: { hermitian?: boolean; checkErrors?: boolean; out: readonly [Tensor, Tensor, Tensor] }): [LD: Tensor, pivots: Tensor, info: Tensor];
} = asFunction('aten::linalg_ldl_factor_ex');

/**
 * `aten::linalg_ldl_solve(Tensor LD, Tensor pivots, Tensor B, *, bool hermitian=False) -> Tensor`
 * `aten::linalg_ldl_solve.out(Tensor LD, Tensor pivots, Tensor B, *, bool hermitian=False, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.ldl_solve.html
 */
export const ldlSolve: {
  (LD: Tensor, pivots: Tensor, B: Tensor, options?: { hermitian?: boolean }): Tensor;
  (LD: Tensor, options: { pivots: Tensor; B: Tensor; hermitian?: boolean }): Tensor;
  (LD: Tensor, pivots: Tensor, options: { B: Tensor; hermitian?: boolean }): Tensor;
  (LD: Tensor, pivots: Tensor, B: Tensor, options: { hermitian?: boolean; out: Tensor }): Tensor;
  (LD: Tensor, options: { pivots: Tensor; B: Tensor; hermitian?: boolean; out: Tensor }): Tensor;
  (LD: Tensor, pivots: Tensor, options: { B: Tensor; hermitian?: boolean; out: Tensor }): Tensor;
} = asFunction('aten::linalg_ldl_solve');

/**
 * `aten::linalg_lstsq(Tensor self, Tensor b, float? rcond=None, *, str? driver=None) -> (Tensor solution, Tensor residuals, Tensor rank, Tensor singular_values)`
 * `aten::linalg_lstsq.out(Tensor self, Tensor b, float? rcond=None, *, str? driver=None, Tensor(a!) solution, Tensor(b!) residuals, Tensor(c!) rank, Tensor(d!) singular_values) -> (Tensor(a!) solution, Tensor(b!) residuals, Tensor(c!) rank, Tensor(d!) singular_values)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.lstsq.html
 */
export const lstsq: {
  (input: Tensor, b: Tensor, rcond?: number | null, options?: { driver?: string | null }): [solution: Tensor, residuals: Tensor, rank: Tensor, singularValues: Tensor];
  (input: Tensor, options: { b: Tensor; rcond?: number | null; driver?: string | null }): [solution: Tensor, residuals: Tensor, rank: Tensor, singularValues: Tensor];
  (input: Tensor, b: Tensor, options: { rcond?: number | null; driver?: string | null }): [solution: Tensor, residuals: Tensor, rank: Tensor, singularValues: Tensor];
  (input: Tensor, b: Tensor, rcond: number | null | undefined, options: { driver?: string | null; out: readonly [Tensor, Tensor, Tensor, Tensor] }): [solution: Tensor, residuals: Tensor, rank: Tensor, singularValues: Tensor];
  (input: Tensor, options: { b: Tensor; rcond?: number | null; driver?: string | null; out: readonly [Tensor, Tensor, Tensor, Tensor] }): [solution: Tensor, residuals: Tensor, rank: Tensor, singularValues: Tensor];
  (input: Tensor, b: Tensor, options: { rcond?: number | null; driver?: string | null; out: readonly [Tensor, Tensor, Tensor, Tensor] }): [solution: Tensor, residuals: Tensor, rank: Tensor, singularValues: Tensor];
} = asFunction('aten::linalg_lstsq');

/**
 * `aten::linalg_lu(Tensor A, *, bool pivot=True) -> (Tensor P, Tensor L, Tensor U)`
 * `aten::linalg_lu.out(Tensor A, *, bool pivot=True, Tensor(a!) P, Tensor(b!) L, Tensor(c!) U) -> (Tensor(a!) P, Tensor(b!) L, Tensor(c!) U)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.lu.html
 */
export const lu: {
  (A: Tensor, options?: { pivot?: boolean }): [P: Tensor, L: Tensor, U: Tensor];
  (A: Tensor, options: { pivot?: boolean; out: readonly [Tensor, Tensor, Tensor] }): [P: Tensor, L: Tensor, U: Tensor];
} = asFunction('aten::linalg_lu');

/**
 * `aten::linalg_lu_factor(Tensor A, *, bool pivot=True) -> (Tensor LU, Tensor pivots)`
 * `aten::linalg_lu_factor.out(Tensor A, *, bool pivot=True, Tensor(a!) LU, Tensor(b!) pivots) -> (Tensor(a!) LU, Tensor(b!) pivots)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.lu_factor.html
 */
export const luFactor: {
  (A: Tensor, options?: { pivot?: boolean }): [LU: Tensor, pivots: Tensor];
  (A: Tensor, options: { pivot?: boolean; out: readonly [Tensor, Tensor] }): [LU: Tensor, pivots: Tensor];
} = asFunction('aten::linalg_lu_factor');

/**
 * `aten::linalg_lu_factor_ex(Tensor A, *, bool pivot=True, bool check_errors=False) -> (Tensor LU, Tensor pivots, Tensor info)`
 * `aten::linalg_lu_factor_ex.out(Tensor A, *, bool pivot=True, bool check_errors=False, Tensor(a!) LU, Tensor(b!) pivots, Tensor(c!) info) -> (Tensor(a!) LU, Tensor(b!) pivots, Tensor(c!) info)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.lu_factor_ex.html
 */
export const luFactorEx: {
  (A: Tensor, options?: { pivot?: boolean; checkErrors?: boolean }): [LU: Tensor, pivots: Tensor, info: Tensor];
  (A: Tensor, options: { pivot?: boolean; checkErrors?: boolean; out: readonly [Tensor, Tensor, Tensor] }): [LU: Tensor, pivots: Tensor, info: Tensor];
} = asFunction('aten::linalg_lu_factor_ex');

/**
 * `aten::linalg_lu_solve(Tensor LU, Tensor pivots, Tensor B, *, bool left=True, bool adjoint=False) -> Tensor`
 * `aten::linalg_lu_solve.out(Tensor LU, Tensor pivots, Tensor B, *, bool left=True, bool adjoint=False, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.lu_solve.html
 */
export const luSolve: {
  (LU: Tensor, pivots: Tensor, B: Tensor, options?: { left?: boolean; adjoint?: boolean }): Tensor;
  (LU: Tensor, options: { pivots: Tensor; B: Tensor; left?: boolean; adjoint?: boolean }): Tensor;
  (LU: Tensor, pivots: Tensor, options: { B: Tensor; left?: boolean; adjoint?: boolean }): Tensor;
  (LU: Tensor, pivots: Tensor, B: Tensor, options: { left?: boolean; adjoint?: boolean; out: Tensor }): Tensor;
  (LU: Tensor, options: { pivots: Tensor; B: Tensor; left?: boolean; adjoint?: boolean; out: Tensor }): Tensor;
  (LU: Tensor, pivots: Tensor, options: { B: Tensor; left?: boolean; adjoint?: boolean; out: Tensor }): Tensor;
} = asFunction('aten::linalg_lu_solve');

/**
 * `aten::linalg_matmul(Tensor self, Tensor other) -> Tensor`
 * `aten::linalg_matmul.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.matmul.html
 */
export const matmul: {
  (input: Tensor, other: Tensor): Tensor;
  (input: Tensor, options: { other: Tensor }): Tensor;
  (input: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::linalg_matmul');

/**
 * `aten::linalg_matrix_exp(Tensor self) -> Tensor`
 * `aten::linalg_matrix_exp.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.matrix_exp.html
 */
export const matrixExp: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::linalg_matrix_exp');

/**
 * `aten::linalg_matrix_norm(Tensor self, Scalar ord, int[] dim=[-2, -1], bool keepdim=False, *, ScalarType? dtype=None) -> Tensor`
 * `aten::linalg_matrix_norm.str_ord(Tensor self, str ord="fro", int[] dim=[-2, -1], bool keepdim=False, *, ScalarType? dtype=None) -> Tensor`
 * `aten::linalg_matrix_norm.out(Tensor self, Scalar ord, int[] dim=[-2, -1], bool keepdim=False, *, ScalarType? dtype=None, Tensor(a!) out) -> Tensor(a!)`
 * `aten::linalg_matrix_norm.str_ord_out(Tensor self, str ord="fro", int[] dim=[-2, -1], bool keepdim=False, *, ScalarType? dtype=None, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.matrix_norm.html
 */
export const matrixNorm: {
  (input: Tensor, ord: Scalar, dim?: readonly Int[], keepdim?: boolean, options?: { dtype?: DType | null }): Tensor;
  (input: Tensor, options: { ord: Scalar; dim?: readonly Int[]; keepdim?: boolean; dtype?: DType | null }): Tensor;
  (input: Tensor, ord: Scalar, options: { dim?: readonly Int[]; keepdim?: boolean; dtype?: DType | null }): Tensor;
  (input: Tensor, ord: Scalar, dim: readonly Int[], options: { keepdim?: boolean; dtype?: DType | null }): Tensor;
  (input: Tensor, ord?: string, dim?: readonly Int[], keepdim?: boolean, options?: { dtype?: DType | null }): Tensor;
  (input: Tensor, options: { ord?: string; dim?: readonly Int[]; keepdim?: boolean; dtype?: DType | null }): Tensor;
  (input: Tensor, ord: string, options: { dim?: readonly Int[]; keepdim?: boolean; dtype?: DType | null }): Tensor;
  (input: Tensor, ord: string, dim: readonly Int[], options: { keepdim?: boolean; dtype?: DType | null }): Tensor;
  (input: Tensor, ord: Scalar, dim: readonly Int[] | undefined, keepdim: boolean | undefined, options: { dtype?: DType | null; out: Tensor }): Tensor;
  (input: Tensor, options: { ord: Scalar; dim?: readonly Int[]; keepdim?: boolean; dtype?: DType | null; out: Tensor }): Tensor;
  (input: Tensor, ord: Scalar, options: { dim?: readonly Int[]; keepdim?: boolean; dtype?: DType | null; out: Tensor }): Tensor;
  (input: Tensor, ord: Scalar, dim: readonly Int[], options: { keepdim?: boolean; dtype?: DType | null; out: Tensor }): Tensor;
  (input: Tensor, ord: string | undefined, dim: readonly Int[] | undefined, keepdim: boolean | undefined, options: { dtype?: DType | null; out: Tensor }): Tensor;
  (input: Tensor, options: { ord?: string; dim?: readonly Int[]; keepdim?: boolean; dtype?: DType | null; out: Tensor }): Tensor;
  (input: Tensor, ord: string, options: { dim?: readonly Int[]; keepdim?: boolean; dtype?: DType | null; out: Tensor }): Tensor;
  (input: Tensor, ord: string, dim: readonly Int[], options: { keepdim?: boolean; dtype?: DType | null; out: Tensor }): Tensor;
} = asFunction('aten::linalg_matrix_norm');

/**
 * `aten::linalg_matrix_power(Tensor self, int n) -> Tensor`
 * `aten::linalg_matrix_power.out(Tensor self, int n, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.matrix_power.html
 */
export const matrixPower: {
  (input: Tensor, n: Int): Tensor;
  (input: Tensor, options: { n: Int }): Tensor;
  (input: Tensor, n: Int, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { n: Int; out: Tensor }): Tensor;
} = asFunction('aten::linalg_matrix_power');

/**
 * `aten::linalg_matrix_rank.atol_rtol_tensor(Tensor input, *, Tensor? atol=None, Tensor? rtol=None, bool hermitian=False) -> Tensor`
 * `aten::linalg_matrix_rank.atol_rtol_float(Tensor self, *, float? atol=None, float? rtol=None, bool hermitian=False) -> Tensor`
 * `aten::linalg_matrix_rank.tol_tensor(Tensor input, Tensor tol, bool hermitian=False) -> Tensor`
 * `aten::linalg_matrix_rank(Tensor self, float tol, bool hermitian=False) -> Tensor`
 * `aten::linalg_matrix_rank.atol_rtol_float_out(Tensor self, *, float? atol=None, float? rtol=None, bool hermitian=False, Tensor(a!) out) -> Tensor(a!)`
 * `aten::linalg_matrix_rank.atol_rtol_tensor_out(Tensor input, *, Tensor? atol=None, Tensor? rtol=None, bool hermitian=False, Tensor(a!) out) -> Tensor(a!)`
 * `aten::linalg_matrix_rank.out(Tensor self, float tol, bool hermitian=False, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::linalg_matrix_rank.out_tol_tensor(Tensor input, Tensor tol, bool hermitian=False, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.matrix_rank.html
 */
export const matrixRank: {
  (input: Tensor, options?: { atol?: Tensor | null; rtol?: Tensor | null; hermitian?: boolean }): Tensor;
  (input: Tensor, options?: { atol?: number | null; rtol?: number | null; hermitian?: boolean }): Tensor;
  (input: Tensor, tol: Tensor, hermitian?: boolean): Tensor;
  (input: Tensor, options: { tol: Tensor; hermitian?: boolean }): Tensor;
  (input: Tensor, tol: Tensor, options: { hermitian?: boolean }): Tensor;
  (input: Tensor, tol: number, hermitian?: boolean): Tensor;
  (input: Tensor, options: { tol: number; hermitian?: boolean }): Tensor;
  (input: Tensor, tol: number, options: { hermitian?: boolean }): Tensor;
  (input: Tensor, options: { atol?: number | null; rtol?: number | null; hermitian?: boolean; out: Tensor }): Tensor;
  (input: Tensor, options: { atol?: Tensor | null; rtol?: Tensor | null; hermitian?: boolean; out: Tensor }): Tensor;
  (input: Tensor, tol: number, hermitian: boolean | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { tol: number; hermitian?: boolean; out: Tensor }): Tensor;
  (input: Tensor, tol: number, options: { hermitian?: boolean; out: Tensor }): Tensor;
  (input: Tensor, tol: Tensor, hermitian: boolean | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { tol: Tensor; hermitian?: boolean; out: Tensor }): Tensor;
  (input: Tensor, tol: Tensor, options: { hermitian?: boolean; out: Tensor }): Tensor;
} = asFunction('aten::linalg_matrix_rank');

/**
 * `aten::linalg_multi_dot(Tensor[] tensors) -> Tensor`
 * `aten::linalg_multi_dot.out(Tensor[] tensors, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.multi_dot.html
 */
export const multiDot: {
  (tensors: readonly Tensor[]): Tensor;
  (tensors: readonly Tensor[], options: { out: Tensor }): Tensor;
} = asFunction('aten::linalg_multi_dot');

/**
 * `aten::linalg_norm(Tensor self, Scalar? ord=None, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor`
 * `aten::linalg_norm.ord_str(Tensor self, str ord, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor`
 * `aten::linalg_norm.ord_str_out(Tensor self, str ord, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None, Tensor(a!) out) -> Tensor(a!)`
 * `aten::linalg_norm.out(Tensor self, Scalar? ord=None, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.norm.html
 */
export const norm: {
  (input: Tensor, ord?: Scalar | null, dim?: Int | readonly Int[] | null, keepdim?: boolean, options?: { dtype?: DType | null }): Tensor;
  (input: Tensor, options: { ord?: Scalar | null; dim?: Int | readonly Int[] | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
  (input: Tensor, ord: Scalar | null, options: { dim?: Int | readonly Int[] | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
  (input: Tensor, ord: Scalar | null, dim: Int | readonly Int[] | null, options: { keepdim?: boolean; dtype?: DType | null }): Tensor;
  (input: Tensor, ord: string, dim?: Int | readonly Int[] | null, keepdim?: boolean, options?: { dtype?: DType | null }): Tensor;
  (input: Tensor, options: { ord: string; dim?: Int | readonly Int[] | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
  (input: Tensor, ord: string, options: { dim?: Int | readonly Int[] | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
  (input: Tensor, ord: string, dim: Int | readonly Int[] | null, options: { keepdim?: boolean; dtype?: DType | null }): Tensor;
  (input: Tensor, ord: string, dim: Int | readonly Int[] | null | undefined, keepdim: boolean | undefined, options: { dtype?: DType | null; out: Tensor }): Tensor;
  (input: Tensor, options: { ord: string; dim?: Int | readonly Int[] | null; keepdim?: boolean; dtype?: DType | null; out: Tensor }): Tensor;
  (input: Tensor, ord: string, options: { dim?: Int | readonly Int[] | null; keepdim?: boolean; dtype?: DType | null; out: Tensor }): Tensor;
  (input: Tensor, ord: string, dim: Int | readonly Int[] | null, options: { keepdim?: boolean; dtype?: DType | null; out: Tensor }): Tensor;
  (input: Tensor, ord: Scalar | null | undefined, dim: Int | readonly Int[] | null | undefined, keepdim: boolean | undefined, options: { dtype?: DType | null; out: Tensor }): Tensor;
  (input: Tensor, options: { ord?: Scalar | null; dim?: Int | readonly Int[] | null; keepdim?: boolean; dtype?: DType | null; out: Tensor }): Tensor;
  (input: Tensor, ord: Scalar | null, options: { dim?: Int | readonly Int[] | null; keepdim?: boolean; dtype?: DType | null; out: Tensor }): Tensor;
  (input: Tensor, ord: Scalar | null, dim: Int | readonly Int[] | null, options: { keepdim?: boolean; dtype?: DType | null; out: Tensor }): Tensor;
} = asFunction('aten::linalg_norm');

/**
 * `aten::linalg_pinv.atol_rtol_tensor(Tensor self, *, Tensor? atol=None, Tensor? rtol=None, bool hermitian=False) -> Tensor`
 * `aten::linalg_pinv.atol_rtol_float(Tensor self, *, float? atol=None, float? rtol=None, bool hermitian=False) -> Tensor`
 * `aten::linalg_pinv.rcond_tensor(Tensor self, Tensor rcond, bool hermitian=False) -> Tensor`
 * `aten::linalg_pinv(Tensor self, float rcond, bool hermitian=False) -> Tensor`
 * `aten::linalg_pinv.atol_rtol_float_out(Tensor self, *, float? atol=None, float? rtol=None, bool hermitian=False, Tensor(a!) out) -> Tensor(a!)`
 * `aten::linalg_pinv.atol_rtol_tensor_out(Tensor self, *, Tensor? atol=None, Tensor? rtol=None, bool hermitian=False, Tensor(a!) out) -> Tensor(a!)`
 * `aten::linalg_pinv.out(Tensor self, float rcond, bool hermitian=False, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::linalg_pinv.out_rcond_tensor(Tensor self, Tensor rcond, bool hermitian=False, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.pinv.html
 */
export const pinv: {
  (input: Tensor, options?: { atol?: Tensor | null; rtol?: Tensor | null; hermitian?: boolean }): Tensor;
  (input: Tensor, options?: { atol?: number | null; rtol?: number | null; hermitian?: boolean }): Tensor;
  (input: Tensor, rcond: Tensor, hermitian?: boolean): Tensor;
  (input: Tensor, options: { rcond: Tensor; hermitian?: boolean }): Tensor;
  (input: Tensor, rcond: Tensor, options: { hermitian?: boolean }): Tensor;
  (input: Tensor, rcond: number, hermitian?: boolean): Tensor;
  (input: Tensor, options: { rcond: number; hermitian?: boolean }): Tensor;
  (input: Tensor, rcond: number, options: { hermitian?: boolean }): Tensor;
  (input: Tensor, options: { atol?: number | null; rtol?: number | null; hermitian?: boolean; out: Tensor }): Tensor;
  (input: Tensor, options: { atol?: Tensor | null; rtol?: Tensor | null; hermitian?: boolean; out: Tensor }): Tensor;
  (input: Tensor, rcond: number, hermitian: boolean | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { rcond: number; hermitian?: boolean; out: Tensor }): Tensor;
  (input: Tensor, rcond: number, options: { hermitian?: boolean; out: Tensor }): Tensor;
  (input: Tensor, rcond: Tensor, hermitian: boolean | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { rcond: Tensor; hermitian?: boolean; out: Tensor }): Tensor;
  (input: Tensor, rcond: Tensor, options: { hermitian?: boolean; out: Tensor }): Tensor;
} = asFunction('aten::linalg_pinv');

/**
 * `aten::linalg_qr(Tensor A, str mode="reduced") -> (Tensor Q, Tensor R)`
 * `aten::linalg_qr.out(Tensor A, str mode="reduced", *, Tensor(a!) Q, Tensor(b!) R) -> (Tensor(a!) Q, Tensor(b!) R)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.qr.html
 */
export const qr: {
  (A: Tensor, mode?: string): [Q: Tensor, R: Tensor];
  (A: Tensor, options: { mode?: string }): [Q: Tensor, R: Tensor];
  (A: Tensor, mode: string | undefined, options: { out: readonly [Tensor, Tensor] }): [Q: Tensor, R: Tensor];
  (A: Tensor, options: { mode?: string; out: readonly [Tensor, Tensor] }): [Q: Tensor, R: Tensor];
} = asFunction('aten::linalg_qr');

/**
 * `aten::linalg_slogdet(Tensor A) -> (Tensor sign, Tensor logabsdet)`
 * `aten::linalg_slogdet.out(Tensor A, *, Tensor(a!) sign, Tensor(b!) logabsdet) -> (Tensor(a!) sign, Tensor(b!) logabsdet)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.slogdet.html
 */
export const slogdet: {
  (A: Tensor): [sign: Tensor, logabsdet: Tensor];
  (A: Tensor, options: { out: readonly [Tensor, Tensor] }): [sign: Tensor, logabsdet: Tensor];
} = asFunction('aten::linalg_slogdet');

/**
 * `aten::linalg_solve(Tensor A, Tensor B, *, bool left=True) -> Tensor`
 * `aten::linalg_solve.out(Tensor A, Tensor B, *, bool left=True, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.solve.html
 */
export const solve: {
  (A: Tensor, B: Tensor, options?: { left?: boolean }): Tensor;
  (A: Tensor, options: { B: Tensor; left?: boolean }): Tensor;
  (A: Tensor, B: Tensor, options: { left?: boolean; out: Tensor }): Tensor;
  (A: Tensor, options: { B: Tensor; left?: boolean; out: Tensor }): Tensor;
} = asFunction('aten::linalg_solve');

/**
 * `aten::linalg_solve_ex(Tensor A, Tensor B, *, bool left=True, bool check_errors=False) -> (Tensor result, Tensor info)`
 * `aten::linalg_solve_ex.out(Tensor A, Tensor B, *, bool left=True, bool check_errors=False, Tensor(a!) result, Tensor(b!) info) -> (Tensor(a!) result, Tensor(b!) info)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.solve_ex.html
 */
export const solveEx: {
  (A: Tensor, B: Tensor, options?: { left?: boolean; checkErrors?: boolean }): [result: Tensor, info: Tensor];
  (A: Tensor, options: { B: Tensor; left?: boolean; checkErrors?: boolean }): [result: Tensor, info: Tensor];
  (A: Tensor, B: Tensor, options: { left?: boolean; checkErrors?: boolean; out: readonly [Tensor, Tensor] }): [result: Tensor, info: Tensor];
  (A: Tensor, options: { B: Tensor; left?: boolean; checkErrors?: boolean; out: readonly [Tensor, Tensor] }): [result: Tensor, info: Tensor];
} = asFunction('aten::linalg_solve_ex');

/**
 * `aten::linalg_solve_triangular(Tensor self, Tensor B, *, bool upper, bool left=True, bool unitriangular=False) -> Tensor`
 * `aten::linalg_solve_triangular.out(Tensor self, Tensor B, *, bool upper, bool left=True, bool unitriangular=False, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.solve_triangular.html
 */
export const solveTriangular: {
  (input: Tensor, B: Tensor, options: { upper: boolean; left?: boolean; unitriangular?: boolean }): Tensor;
  (input: Tensor, options: { B: Tensor; upper: boolean; left?: boolean; unitriangular?: boolean }): Tensor;
  (input: Tensor, B: Tensor, options: { upper: boolean; left?: boolean; unitriangular?: boolean; out: Tensor }): Tensor;
  (input: Tensor, options: { B: Tensor; upper: boolean; left?: boolean; unitriangular?: boolean; out: Tensor }): Tensor;
} = asFunction('aten::linalg_solve_triangular');

/**
 * `aten::linalg_svd(Tensor A, bool full_matrices=True, *, str? driver=None) -> (Tensor U, Tensor S, Tensor Vh)`
 * `aten::linalg_svd.U(Tensor A, bool full_matrices=True, *, str? driver=None, Tensor(a!) U, Tensor(b!) S, Tensor(c!) Vh) -> (Tensor(a!) U, Tensor(b!) S, Tensor(c!) Vh)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.svd.html
 */
export const svd: {
  (A: Tensor, fullMatrices?: boolean, options?: { driver?: string | null }): [U: Tensor, S: Tensor, Vh: Tensor];
  (A: Tensor, options: { fullMatrices?: boolean; driver?: string | null }): [U: Tensor, S: Tensor, Vh: Tensor];
  (A: Tensor, fullMatrices: boolean | undefined, options: { driver?: string | null; out: readonly [Tensor, Tensor, Tensor] }): [U: Tensor, S: Tensor, Vh: Tensor];
  (A: Tensor, options: { fullMatrices?: boolean; driver?: string | null; out: readonly [Tensor, Tensor, Tensor] }): [U: Tensor, S: Tensor, Vh: Tensor];
} = asFunction('aten::linalg_svd');

/**
 * `aten::linalg_svdvals(Tensor A, *, str? driver=None) -> Tensor`
 * `aten::linalg_svdvals.out(Tensor A, *, str? driver=None, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.svdvals.html
 */
export const svdvals: {
  (A: Tensor, options?: { driver?: string | null }): Tensor;
  (A: Tensor, options: { driver?: string | null; out: Tensor }): Tensor;
} = asFunction('aten::linalg_svdvals');

/**
 * `aten::linalg_tensorinv(Tensor self, int ind=2) -> Tensor`
 * `aten::linalg_tensorinv.out(Tensor self, int ind=2, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.tensorinv.html
 */
export const tensorinv: {
  (input: Tensor, ind?: Int): Tensor;
  (input: Tensor, options: { ind?: Int }): Tensor;
  (input: Tensor, ind: Int | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { ind?: Int; out: Tensor }): Tensor;
} = asFunction('aten::linalg_tensorinv');

/**
 * `aten::linalg_tensorsolve(Tensor self, Tensor other, int[]? dims=None) -> Tensor`
 * `aten::linalg_tensorsolve.out(Tensor self, Tensor other, int[]? dims=None, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.tensorsolve.html
 */
export const tensorsolve: {
  (input: Tensor, other: Tensor, dims?: readonly Int[] | null): Tensor;
  (input: Tensor, options: { other: Tensor; dims?: readonly Int[] | null }): Tensor;
  (input: Tensor, other: Tensor, options: { dims?: readonly Int[] | null }): Tensor;
  (input: Tensor, other: Tensor, dims: readonly Int[] | null | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Tensor; dims?: readonly Int[] | null; out: Tensor }): Tensor;
  (input: Tensor, other: Tensor, options: { dims?: readonly Int[] | null; out: Tensor }): Tensor;
} = asFunction('aten::linalg_tensorsolve');

/**
 * `aten::linalg_vander(Tensor x, *, SymInt? N=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.vander.html
 */
export const vander: {
  (x: Tensor, options?: { N?: Int | null }): Tensor;
} = asFunction('aten::linalg_vander');

/**
 * `aten::linalg_vecdot(Tensor x, Tensor y, *, int dim=-1) -> Tensor`
 * `aten::linalg_vecdot.out(Tensor x, Tensor y, *, int dim=-1, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.vecdot.html
 */
export const vecdot: {
  (x: Tensor, y: Tensor, options?: { dim?: Int }): Tensor;
  (x: Tensor, options: { y: Tensor; dim?: Int }): Tensor;
  (x: Tensor, y: Tensor, options: { dim?: Int; out: Tensor }): Tensor;
  (x: Tensor, options: { y: Tensor; dim?: Int; out: Tensor }): Tensor;
} = asFunction('aten::linalg_vecdot');

/**
 * `aten::linalg_vector_norm(Tensor self, Scalar ord=2, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor`
 * `aten::linalg_vector_norm.out(Tensor self, Scalar ord=2, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linalg.vector_norm.html
 */
export const vectorNorm: {
  (input: Tensor, ord?: Scalar, dim?: Int | readonly Int[] | null, keepdim?: boolean, options?: { dtype?: DType | null }): Tensor;
  (input: Tensor, options: { ord?: Scalar; dim?: Int | readonly Int[] | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
  (input: Tensor, ord: Scalar, options: { dim?: Int | readonly Int[] | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
  (input: Tensor, ord: Scalar, dim: Int | readonly Int[] | null, options: { keepdim?: boolean; dtype?: DType | null }): Tensor;
  (input: Tensor, ord: Scalar | undefined, dim: Int | readonly Int[] | null | undefined, keepdim: boolean | undefined, options: { dtype?: DType | null; out: Tensor }): Tensor;
  (input: Tensor, options: { ord?: Scalar; dim?: Int | readonly Int[] | null; keepdim?: boolean; dtype?: DType | null; out: Tensor }): Tensor;
  (input: Tensor, ord: Scalar, options: { dim?: Int | readonly Int[] | null; keepdim?: boolean; dtype?: DType | null; out: Tensor }): Tensor;
  (input: Tensor, ord: Scalar, dim: Int | readonly Int[] | null, options: { keepdim?: boolean; dtype?: DType | null; out: Tensor }): Tensor;
} = asFunction('aten::linalg_vector_norm');

