// DO NOT EDIT. Written by scripts/generate-ops.ts from the schemas of libtorch: npm run generate.
import { asFunction } from '../dispatch/operator';
import type { DType } from '../../tensor/dtype';
import type { DeviceLike } from '../../tensor/device';
import type { Generator } from '../../tensor/generator';
import type { Layout } from '../../tensor/layout';
import type { MemoryFormat } from '../../tensor/layout';
import type { Int } from '../../tensor/scalar';
import type { Scalar } from '../../tensor/scalar';
import type { Tensor } from '../../tensor/tensor';

/**
 * `aten::abs(Tensor self) -> Tensor`
 * `aten::abs.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.abs.html
 */
export const abs: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::abs');

/**
 * `aten::abs_(Tensor(a!) self) -> Tensor(a!)`
 */
export const abs_: {
  (input: Tensor): Tensor;
} = asFunction('aten::abs_');

/**
 * `aten::absolute(Tensor self) -> Tensor`
 * `aten::absolute.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.absolute.html
 */
export const absolute: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::absolute');

/**
 * `aten::acos(Tensor self) -> Tensor`
 * `aten::acos.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.acos.html
 */
export const acos: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::acos');

/**
 * `aten::acos_(Tensor(a!) self) -> Tensor(a!)`
 */
export const acos_: {
  (input: Tensor): Tensor;
} = asFunction('aten::acos_');

/**
 * `aten::acosh(Tensor self) -> Tensor`
 * `aten::acosh.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.acosh.html
 */
export const acosh: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::acosh');

/**
 * `aten::acosh_(Tensor(a!) self) -> Tensor(a!)`
 */
export const acosh_: {
  (input: Tensor): Tensor;
} = asFunction('aten::acosh_');

/**
 * `aten::adaptive_avg_pool1d(Tensor self, int[1] output_size) -> Tensor`
 * `aten::adaptive_avg_pool1d.out(Tensor self, int[1] output_size, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.adaptive_avg_pool1d.html
 */
export const adaptiveAvgPool1d: {
  (input: Tensor, outputSize: Int | readonly Int[]): Tensor;
  (input: Tensor, options: { outputSize: Int | readonly Int[] }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], options: { out: Tensor }): Tensor;
  (input: Tensor, options: { outputSize: Int | readonly Int[]; out: Tensor }): Tensor;
} = asFunction('aten::adaptive_avg_pool1d');

/**
 * `aten::adaptive_max_pool1d(Tensor self, int[1] output_size) -> (Tensor, Tensor)`
 */
export const adaptiveMaxPool1d: {
  (input: Tensor, outputSize: Int | readonly Int[]): [Tensor, Tensor];
  (input: Tensor, options: { outputSize: Int | readonly Int[] }): [Tensor, Tensor];
} = asFunction('aten::adaptive_max_pool1d');

/**
 * `aten::add.Tensor(Tensor self, Tensor other, *, Scalar alpha=1) -> Tensor`
 * `aten::add.out(Tensor self, Tensor other, *, Scalar alpha=1, Tensor(a!) out) -> Tensor(a!)`
 * `aten::add.Scalar_out(Tensor self, Scalar other, Scalar alpha=1, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.add.html
 */
export const add: {
  (input: Tensor | Scalar, other: Tensor | Scalar, options?: { alpha?: Scalar }): Tensor;
  (input: Tensor | Scalar, options: { other: Tensor | Scalar; alpha?: Scalar }): Tensor;
  (input: Tensor | Scalar, other: Tensor | Scalar, options: { alpha?: Scalar; out: Tensor }): Tensor;
  (input: Tensor | Scalar, options: { other: Tensor | Scalar; alpha?: Scalar; out: Tensor }): Tensor;
  (input: Tensor | Scalar, other: Scalar, alpha: Scalar | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor | Scalar, options: { other: Scalar; alpha?: Scalar; out: Tensor }): Tensor;
  (input: Tensor | Scalar, other: Scalar, options: { alpha?: Scalar; out: Tensor }): Tensor;
} = asFunction('aten::add');

/**
 * `aten::addbmm(Tensor self, Tensor batch1, Tensor batch2, *, Scalar beta=1, Scalar alpha=1) -> Tensor`
 * `aten::addbmm.out(Tensor self, Tensor batch1, Tensor batch2, *, Scalar beta=1, Scalar alpha=1, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.addbmm.html
 */
export const addbmm: {
  (input: Tensor, batch1: Tensor, batch2: Tensor, options?: { beta?: Scalar; alpha?: Scalar }): Tensor;
  (input: Tensor, options: { batch1: Tensor; batch2: Tensor; beta?: Scalar; alpha?: Scalar }): Tensor;
  (input: Tensor, batch1: Tensor, options: { batch2: Tensor; beta?: Scalar; alpha?: Scalar }): Tensor;
  (input: Tensor, batch1: Tensor, batch2: Tensor, options: { beta?: Scalar; alpha?: Scalar; out: Tensor }): Tensor;
  (input: Tensor, options: { batch1: Tensor; batch2: Tensor; beta?: Scalar; alpha?: Scalar; out: Tensor }): Tensor;
  (input: Tensor, batch1: Tensor, options: { batch2: Tensor; beta?: Scalar; alpha?: Scalar; out: Tensor }): Tensor;
} = asFunction('aten::addbmm');

/**
 * `aten::addcdiv(Tensor self, Tensor tensor1, Tensor tensor2, *, Scalar value=1) -> Tensor`
 * `aten::addcdiv.out(Tensor self, Tensor tensor1, Tensor tensor2, *, Scalar value=1, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.addcdiv.html
 */
export const addcdiv: {
  (input: Tensor, tensor1: Tensor, tensor2: Tensor, options?: { value?: Scalar }): Tensor;
  (input: Tensor, options: { tensor1: Tensor; tensor2: Tensor; value?: Scalar }): Tensor;
  (input: Tensor, tensor1: Tensor, options: { tensor2: Tensor; value?: Scalar }): Tensor;
  (input: Tensor, tensor1: Tensor, tensor2: Tensor, options: { value?: Scalar; out: Tensor }): Tensor;
  (input: Tensor, options: { tensor1: Tensor; tensor2: Tensor; value?: Scalar; out: Tensor }): Tensor;
  (input: Tensor, tensor1: Tensor, options: { tensor2: Tensor; value?: Scalar; out: Tensor }): Tensor;
} = asFunction('aten::addcdiv');

/**
 * `aten::addcmul(Tensor self, Tensor tensor1, Tensor tensor2, *, Scalar value=1) -> Tensor`
 * `aten::addcmul.out(Tensor self, Tensor tensor1, Tensor tensor2, *, Scalar value=1, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.addcmul.html
 */
export const addcmul: {
  (input: Tensor, tensor1: Tensor, tensor2: Tensor, options?: { value?: Scalar }): Tensor;
  (input: Tensor, options: { tensor1: Tensor; tensor2: Tensor; value?: Scalar }): Tensor;
  (input: Tensor, tensor1: Tensor, options: { tensor2: Tensor; value?: Scalar }): Tensor;
  (input: Tensor, tensor1: Tensor, tensor2: Tensor, options: { value?: Scalar; out: Tensor }): Tensor;
  (input: Tensor, options: { tensor1: Tensor; tensor2: Tensor; value?: Scalar; out: Tensor }): Tensor;
  (input: Tensor, tensor1: Tensor, options: { tensor2: Tensor; value?: Scalar; out: Tensor }): Tensor;
} = asFunction('aten::addcmul');

/**
 * `aten::addmm(Tensor self, Tensor mat1, Tensor mat2, *, Scalar beta=1, Scalar alpha=1) -> Tensor`
 * `aten::addmm.dtype(Tensor self, Tensor mat1, Tensor mat2, ScalarType out_dtype, *, Scalar beta=1, Scalar alpha=1) -> Tensor`
 * `aten::addmm.out(Tensor self, Tensor mat1, Tensor mat2, *, Scalar beta=1, Scalar alpha=1, Tensor(a!) out) -> Tensor(a!)`
 * `aten::addmm.dtype_out(Tensor self, Tensor mat1, Tensor mat2, ScalarType out_dtype, *, Scalar beta=1, Scalar alpha=1, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.addmm.html
 */
export const addmm: {
  (input: Tensor, mat1: Tensor, mat2: Tensor, options?: { beta?: Scalar; alpha?: Scalar }): Tensor;
  (input: Tensor, options: { mat1: Tensor; mat2: Tensor; beta?: Scalar; alpha?: Scalar }): Tensor;
  (input: Tensor, mat1: Tensor, options: { mat2: Tensor; beta?: Scalar; alpha?: Scalar }): Tensor;
  (input: Tensor, mat1: Tensor, mat2: Tensor, outDtype: DType, options?: { beta?: Scalar; alpha?: Scalar }): Tensor;
  (input: Tensor, options: { mat1: Tensor; mat2: Tensor; outDtype: DType; beta?: Scalar; alpha?: Scalar }): Tensor;
  (input: Tensor, mat1: Tensor, options: { mat2: Tensor; outDtype: DType; beta?: Scalar; alpha?: Scalar }): Tensor;
  (input: Tensor, mat1: Tensor, mat2: Tensor, options: { outDtype: DType; beta?: Scalar; alpha?: Scalar }): Tensor;
  (input: Tensor, mat1: Tensor, mat2: Tensor, options: { beta?: Scalar; alpha?: Scalar; out: Tensor }): Tensor;
  (input: Tensor, options: { mat1: Tensor; mat2: Tensor; beta?: Scalar; alpha?: Scalar; out: Tensor }): Tensor;
  (input: Tensor, mat1: Tensor, options: { mat2: Tensor; beta?: Scalar; alpha?: Scalar; out: Tensor }): Tensor;
  (input: Tensor, mat1: Tensor, mat2: Tensor, outDtype: DType, options: { beta?: Scalar; alpha?: Scalar; out: Tensor }): Tensor;
  (input: Tensor, options: { mat1: Tensor; mat2: Tensor; outDtype: DType; beta?: Scalar; alpha?: Scalar; out: Tensor }): Tensor;
  (input: Tensor, mat1: Tensor, options: { mat2: Tensor; outDtype: DType; beta?: Scalar; alpha?: Scalar; out: Tensor }): Tensor;
  (input: Tensor, mat1: Tensor, mat2: Tensor, options: { outDtype: DType; beta?: Scalar; alpha?: Scalar; out: Tensor }): Tensor;
} = asFunction('aten::addmm');

/**
 * `aten::addmv(Tensor self, Tensor mat, Tensor vec, *, Scalar beta=1, Scalar alpha=1) -> Tensor`
 * `aten::addmv.out(Tensor self, Tensor mat, Tensor vec, *, Scalar beta=1, Scalar alpha=1, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.addmv.html
 */
export const addmv: {
  (input: Tensor, mat: Tensor, vec: Tensor, options?: { beta?: Scalar; alpha?: Scalar }): Tensor;
  (input: Tensor, options: { mat: Tensor; vec: Tensor; beta?: Scalar; alpha?: Scalar }): Tensor;
  (input: Tensor, mat: Tensor, options: { vec: Tensor; beta?: Scalar; alpha?: Scalar }): Tensor;
  (input: Tensor, mat: Tensor, vec: Tensor, options: { beta?: Scalar; alpha?: Scalar; out: Tensor }): Tensor;
  (input: Tensor, options: { mat: Tensor; vec: Tensor; beta?: Scalar; alpha?: Scalar; out: Tensor }): Tensor;
  (input: Tensor, mat: Tensor, options: { vec: Tensor; beta?: Scalar; alpha?: Scalar; out: Tensor }): Tensor;
} = asFunction('aten::addmv');

/**
 * `aten::addmv_(Tensor(a!) self, Tensor mat, Tensor vec, *, Scalar beta=1, Scalar alpha=1) -> Tensor(a!)`
 */
export const addmv_: {
  (input: Tensor, mat: Tensor, vec: Tensor, options?: { beta?: Scalar; alpha?: Scalar }): Tensor;
  (input: Tensor, options: { mat: Tensor; vec: Tensor; beta?: Scalar; alpha?: Scalar }): Tensor;
  (input: Tensor, mat: Tensor, options: { vec: Tensor; beta?: Scalar; alpha?: Scalar }): Tensor;
} = asFunction('aten::addmv_');

/**
 * `aten::addr(Tensor self, Tensor vec1, Tensor vec2, *, Scalar beta=1, Scalar alpha=1) -> Tensor`
 * `aten::addr.out(Tensor self, Tensor vec1, Tensor vec2, *, Scalar beta=1, Scalar alpha=1, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.addr.html
 */
export const addr: {
  (input: Tensor, vec1: Tensor, vec2: Tensor, options?: { beta?: Scalar; alpha?: Scalar }): Tensor;
  (input: Tensor, options: { vec1: Tensor; vec2: Tensor; beta?: Scalar; alpha?: Scalar }): Tensor;
  (input: Tensor, vec1: Tensor, options: { vec2: Tensor; beta?: Scalar; alpha?: Scalar }): Tensor;
  (input: Tensor, vec1: Tensor, vec2: Tensor, options: { beta?: Scalar; alpha?: Scalar; out: Tensor }): Tensor;
  (input: Tensor, options: { vec1: Tensor; vec2: Tensor; beta?: Scalar; alpha?: Scalar; out: Tensor }): Tensor;
  (input: Tensor, vec1: Tensor, options: { vec2: Tensor; beta?: Scalar; alpha?: Scalar; out: Tensor }): Tensor;
} = asFunction('aten::addr');

/**
 * `aten::adjoint(Tensor(a) self) -> Tensor(a)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.adjoint.html
 */
export const adjoint: {
  (input: Tensor): Tensor;
} = asFunction('aten::adjoint');

/**
 * `aten::affine_grid_generator(Tensor theta, SymInt[] size, bool align_corners) -> Tensor`
 * `aten::affine_grid_generator.out(Tensor theta, SymInt[] size, bool align_corners, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const affineGridGenerator: {
  (theta: Tensor, size: readonly Int[], alignCorners: boolean): Tensor;
  (theta: Tensor, options: { size: readonly Int[]; alignCorners: boolean }): Tensor;
  (theta: Tensor, size: readonly Int[], options: { alignCorners: boolean }): Tensor;
  (theta: Tensor, size: readonly Int[], alignCorners: boolean, options: { out: Tensor }): Tensor;
  (theta: Tensor, options: { size: readonly Int[]; alignCorners: boolean; out: Tensor }): Tensor;
  (theta: Tensor, size: readonly Int[], options: { alignCorners: boolean; out: Tensor }): Tensor;
} = asFunction('aten::affine_grid_generator');

/**
 * `aten::alias_copy(Tensor self) -> Tensor`
 * `aten::alias_copy.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const aliasCopy: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::alias_copy');

/**
 * `aten::all(Tensor self) -> Tensor`
 * `aten::all.dims(Tensor self, int[]? dim=None, bool keepdim=False) -> Tensor`
 * `aten::all.dim(Tensor self, int dim, bool keepdim=False) -> Tensor`
 * `aten::all.all_out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::all.dims_out(Tensor self, int[]? dim=None, bool keepdim=False, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::all.out(Tensor self, int dim, bool keepdim=False, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.all.html
 */
export const all: {
  (input: Tensor): Tensor;
  (input: Tensor, dim?: readonly Int[] | null, keepdim?: boolean): Tensor;
  (input: Tensor, options: { dim?: readonly Int[] | null; keepdim?: boolean }): Tensor;
  (input: Tensor, dim: readonly Int[] | null, options: { keepdim?: boolean }): Tensor;
  (input: Tensor, dim: Int, keepdim?: boolean): Tensor;
  (input: Tensor, options: { dim: Int; keepdim?: boolean }): Tensor;
  (input: Tensor, dim: Int, options: { keepdim?: boolean }): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, dim: readonly Int[] | null | undefined, keepdim: boolean | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { dim?: readonly Int[] | null; keepdim?: boolean; out: Tensor }): Tensor;
  (input: Tensor, dim: readonly Int[] | null, options: { keepdim?: boolean; out: Tensor }): Tensor;
  (input: Tensor, dim: Int, keepdim: boolean | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { dim: Int; keepdim?: boolean; out: Tensor }): Tensor;
  (input: Tensor, dim: Int, options: { keepdim?: boolean; out: Tensor }): Tensor;
} = asFunction('aten::all');

/**
 * `aten::allclose(Tensor self, Tensor other, float rtol=1.0000000000000001e-05, float atol=1e-08, bool equal_nan=False) -> bool`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.allclose.html
 */
export const allclose: {
  (input: Tensor, other: Tensor, rtol?: number, atol?: number, equalNan?: boolean): boolean;
  (input: Tensor, options: { other: Tensor; rtol?: number; atol?: number; equalNan?: boolean }): boolean;
  (input: Tensor, other: Tensor, options: { rtol?: number; atol?: number; equalNan?: boolean }): boolean;
  (input: Tensor, other: Tensor, rtol: number, options: { atol?: number; equalNan?: boolean }): boolean;
  (input: Tensor, other: Tensor, rtol: number, atol: number, options: { equalNan?: boolean }): boolean;
} = asFunction('aten::allclose');

/**
 * `aten::alpha_dropout(Tensor input, float p, bool train) -> Tensor`
 */
export const alphaDropout: {
  (input: Tensor, p: number, train: boolean): Tensor;
  (input: Tensor, options: { p: number; train: boolean }): Tensor;
  (input: Tensor, p: number, options: { train: boolean }): Tensor;
} = asFunction('aten::alpha_dropout');

/**
 * `aten::alpha_dropout_(Tensor(a!) self, float p, bool train) -> Tensor(a!)`
 */
export const alphaDropout_: {
  (input: Tensor, p: number, train: boolean): Tensor;
  (input: Tensor, options: { p: number; train: boolean }): Tensor;
  (input: Tensor, p: number, options: { train: boolean }): Tensor;
} = asFunction('aten::alpha_dropout_');

/**
 * `aten::amax(Tensor self, int[1] dim=[], bool keepdim=False) -> Tensor`
 * `aten::amax.out(Tensor self, int[1] dim=[], bool keepdim=False, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.amax.html
 */
export const amax: {
  (input: Tensor, dim?: Int | readonly Int[], keepdim?: boolean): Tensor;
  (input: Tensor, options: { dim?: Int | readonly Int[]; keepdim?: boolean }): Tensor;
  (input: Tensor, dim: Int | readonly Int[], options: { keepdim?: boolean }): Tensor;
  (input: Tensor, dim: Int | readonly Int[] | undefined, keepdim: boolean | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { dim?: Int | readonly Int[]; keepdim?: boolean; out: Tensor }): Tensor;
  (input: Tensor, dim: Int | readonly Int[], options: { keepdim?: boolean; out: Tensor }): Tensor;
} = asFunction('aten::amax');

/**
 * `aten::amin(Tensor self, int[1] dim=[], bool keepdim=False) -> Tensor`
 * `aten::amin.out(Tensor self, int[1] dim=[], bool keepdim=False, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.amin.html
 */
export const amin: {
  (input: Tensor, dim?: Int | readonly Int[], keepdim?: boolean): Tensor;
  (input: Tensor, options: { dim?: Int | readonly Int[]; keepdim?: boolean }): Tensor;
  (input: Tensor, dim: Int | readonly Int[], options: { keepdim?: boolean }): Tensor;
  (input: Tensor, dim: Int | readonly Int[] | undefined, keepdim: boolean | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { dim?: Int | readonly Int[]; keepdim?: boolean; out: Tensor }): Tensor;
  (input: Tensor, dim: Int | readonly Int[], options: { keepdim?: boolean; out: Tensor }): Tensor;
} = asFunction('aten::amin');

/**
 * `aten::aminmax(Tensor self, *, int? dim=None, bool keepdim=False) -> (Tensor min, Tensor max)`
 * `aten::aminmax.out(Tensor self, *, int? dim=None, bool keepdim=False, Tensor(a!) min, Tensor(b!) max) -> (Tensor(a!) min, Tensor(b!) max)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.aminmax.html
 */
export const aminmax: {
  (input: Tensor, options?: { dim?: Int | null; keepdim?: boolean }): [min: Tensor, max: Tensor];
  (input: Tensor, options: { dim?: Int | null; keepdim?: boolean; out: readonly [Tensor, Tensor] }): [min: Tensor, max: Tensor];
} = asFunction('aten::aminmax');

/**
 * `aten::angle(Tensor self) -> Tensor`
 * `aten::angle.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.angle.html
 */
export const angle: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::angle');

/**
 * `aten::any(Tensor self) -> Tensor`
 * `aten::any.dims(Tensor self, int[]? dim=None, bool keepdim=False) -> Tensor`
 * `aten::any.dim(Tensor self, int dim, bool keepdim=False) -> Tensor`
 * `aten::any.all_out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::any.dims_out(Tensor self, int[]? dim=None, bool keepdim=False, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::any.out(Tensor self, int dim, bool keepdim=False, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.any.html
 */
export const any: {
  (input: Tensor): Tensor;
  (input: Tensor, dim?: readonly Int[] | null, keepdim?: boolean): Tensor;
  (input: Tensor, options: { dim?: readonly Int[] | null; keepdim?: boolean }): Tensor;
  (input: Tensor, dim: readonly Int[] | null, options: { keepdim?: boolean }): Tensor;
  (input: Tensor, dim: Int, keepdim?: boolean): Tensor;
  (input: Tensor, options: { dim: Int; keepdim?: boolean }): Tensor;
  (input: Tensor, dim: Int, options: { keepdim?: boolean }): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, dim: readonly Int[] | null | undefined, keepdim: boolean | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { dim?: readonly Int[] | null; keepdim?: boolean; out: Tensor }): Tensor;
  (input: Tensor, dim: readonly Int[] | null, options: { keepdim?: boolean; out: Tensor }): Tensor;
  (input: Tensor, dim: Int, keepdim: boolean | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { dim: Int; keepdim?: boolean; out: Tensor }): Tensor;
  (input: Tensor, dim: Int, options: { keepdim?: boolean; out: Tensor }): Tensor;
} = asFunction('aten::any');

/**
 * `aten::arange(Scalar end, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::arange.start(Scalar start, Scalar end, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::arange.start_step(Scalar start, Scalar end, Scalar step=1, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::arange.out(Scalar end, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::arange.start_out(Scalar start, Scalar end, Scalar step=1, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.arange.html
 */
export const arange: {
  (end: Scalar, options?: { dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (options: { end: Scalar; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (start: Scalar, end: Scalar, options?: { dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (options: { start: Scalar; end: Scalar; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (start: Scalar, options: { end: Scalar; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (start: Scalar, end: Scalar, step?: Scalar, options?: { dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (options: { start: Scalar; end: Scalar; step?: Scalar; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (start: Scalar, options: { end: Scalar; step?: Scalar; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (start: Scalar, end: Scalar, options: { step?: Scalar; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (end: Scalar, options: { out: Tensor }): Tensor;
  (options: { end: Scalar; out: Tensor }): Tensor;
  (start: Scalar, end: Scalar, step: Scalar | undefined, options: { out: Tensor }): Tensor;
  (options: { start: Scalar; end: Scalar; step?: Scalar; out: Tensor }): Tensor;
  (start: Scalar, options: { end: Scalar; step?: Scalar; out: Tensor }): Tensor;
  (start: Scalar, end: Scalar, options: { step?: Scalar; out: Tensor }): Tensor;
} = asFunction('aten::arange');

/**
 * `aten::arccos(Tensor self) -> Tensor`
 * `aten::arccos.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.arccos.html
 */
export const arccos: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::arccos');

/**
 * `aten::arccos_(Tensor(a!) self) -> Tensor(a!)`
 */
export const arccos_: {
  (input: Tensor): Tensor;
} = asFunction('aten::arccos_');

/**
 * `aten::arccosh(Tensor self) -> Tensor`
 * `aten::arccosh.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.arccosh.html
 */
export const arccosh: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::arccosh');

/**
 * `aten::arccosh_(Tensor(a!) self) -> Tensor(a!)`
 */
export const arccosh_: {
  (input: Tensor): Tensor;
} = asFunction('aten::arccosh_');

/**
 * `aten::arcsin(Tensor self) -> Tensor`
 * `aten::arcsin.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.arcsin.html
 */
export const arcsin: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::arcsin');

/**
 * `aten::arcsin_(Tensor(a!) self) -> Tensor(a!)`
 */
export const arcsin_: {
  (input: Tensor): Tensor;
} = asFunction('aten::arcsin_');

/**
 * `aten::arcsinh(Tensor self) -> Tensor`
 * `aten::arcsinh.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.arcsinh.html
 */
export const arcsinh: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::arcsinh');

/**
 * `aten::arcsinh_(Tensor(a!) self) -> Tensor(a!)`
 */
export const arcsinh_: {
  (input: Tensor): Tensor;
} = asFunction('aten::arcsinh_');

/**
 * `aten::arctan(Tensor self) -> Tensor`
 * `aten::arctan.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.arctan.html
 */
export const arctan: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::arctan');

/**
 * `aten::arctan2(Tensor self, Tensor other) -> Tensor`
 * `aten::arctan2.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.arctan2.html
 */
export const arctan2: {
  (input: Tensor, other: Tensor): Tensor;
  (input: Tensor, options: { other: Tensor }): Tensor;
  (input: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::arctan2');

/**
 * `aten::arctan_(Tensor(a!) self) -> Tensor(a!)`
 */
export const arctan_: {
  (input: Tensor): Tensor;
} = asFunction('aten::arctan_');

/**
 * `aten::arctanh(Tensor self) -> Tensor`
 * `aten::arctanh.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.arctanh.html
 */
export const arctanh: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::arctanh');

/**
 * `aten::arctanh_(Tensor(a!) self) -> Tensor(a!)`
 */
export const arctanh_: {
  (input: Tensor): Tensor;
} = asFunction('aten::arctanh_');

/**
 * `aten::argmax(Tensor self, int? dim=None, bool keepdim=False) -> Tensor`
 * `aten::argmax.out(Tensor self, int? dim=None, bool keepdim=False, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.argmax.html
 */
export const argmax: {
  (input: Tensor, dim?: Int | null, keepdim?: boolean): Tensor;
  (input: Tensor, options: { dim?: Int | null; keepdim?: boolean }): Tensor;
  (input: Tensor, dim: Int | null, options: { keepdim?: boolean }): Tensor;
  (input: Tensor, dim: Int | null | undefined, keepdim: boolean | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { dim?: Int | null; keepdim?: boolean; out: Tensor }): Tensor;
  (input: Tensor, dim: Int | null, options: { keepdim?: boolean; out: Tensor }): Tensor;
} = asFunction('aten::argmax');

/**
 * `aten::argmin(Tensor self, int? dim=None, bool keepdim=False) -> Tensor`
 * `aten::argmin.out(Tensor self, int? dim=None, bool keepdim=False, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.argmin.html
 */
export const argmin: {
  (input: Tensor, dim?: Int | null, keepdim?: boolean): Tensor;
  (input: Tensor, options: { dim?: Int | null; keepdim?: boolean }): Tensor;
  (input: Tensor, dim: Int | null, options: { keepdim?: boolean }): Tensor;
  (input: Tensor, dim: Int | null | undefined, keepdim: boolean | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { dim?: Int | null; keepdim?: boolean; out: Tensor }): Tensor;
  (input: Tensor, dim: Int | null, options: { keepdim?: boolean; out: Tensor }): Tensor;
} = asFunction('aten::argmin');

/**
 * `aten::argsort.stable(Tensor self, *, bool stable, int dim=-1, bool descending=False) -> Tensor`
 * `aten::argsort(Tensor self, int dim=-1, bool descending=False) -> Tensor`
 * `aten::argsort.stable_out(Tensor self, *, bool stable, int dim=-1, bool descending=False, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.argsort.html
 */
export const argsort: {
  (input: Tensor, options: { stable: boolean; dim?: Int; descending?: boolean }): Tensor;
  (input: Tensor, dim?: Int, descending?: boolean): Tensor;
  (input: Tensor, options: { dim?: Int; descending?: boolean }): Tensor;
  (input: Tensor, dim: Int, options: { descending?: boolean }): Tensor;
  (input: Tensor, options: { stable: boolean; dim?: Int; descending?: boolean; out: Tensor }): Tensor;
} = asFunction('aten::argsort');

/**
 * `aten::argwhere(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.argwhere.html
 */
export const argwhere: {
  (input: Tensor): Tensor;
} = asFunction('aten::argwhere');

/**
 * `aten::as_strided(Tensor(a) self, SymInt[] size, SymInt[] stride, SymInt? storage_offset=None) -> Tensor(a)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.as_strided.html
 */
export const asStrided: {
  (input: Tensor, size: readonly Int[], stride: readonly Int[], storageOffset?: Int | null): Tensor;
  (input: Tensor, options: { size: readonly Int[]; stride: readonly Int[]; storageOffset?: Int | null }): Tensor;
  (input: Tensor, size: readonly Int[], options: { stride: readonly Int[]; storageOffset?: Int | null }): Tensor;
  (input: Tensor, size: readonly Int[], stride: readonly Int[], options: { storageOffset?: Int | null }): Tensor;
} = asFunction('aten::as_strided');

/**
 * `aten::as_strided_copy(Tensor self, SymInt[] size, SymInt[] stride, SymInt? storage_offset=None) -> Tensor`
 * `aten::as_strided_copy.out(Tensor self, SymInt[] size, SymInt[] stride, SymInt? storage_offset=None, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const asStridedCopy: {
  (input: Tensor, size: readonly Int[], stride: readonly Int[], storageOffset?: Int | null): Tensor;
  (input: Tensor, options: { size: readonly Int[]; stride: readonly Int[]; storageOffset?: Int | null }): Tensor;
  (input: Tensor, size: readonly Int[], options: { stride: readonly Int[]; storageOffset?: Int | null }): Tensor;
  (input: Tensor, size: readonly Int[], stride: readonly Int[], options: { storageOffset?: Int | null }): Tensor;
  (input: Tensor, size: readonly Int[], stride: readonly Int[], storageOffset: Int | null | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { size: readonly Int[]; stride: readonly Int[]; storageOffset?: Int | null; out: Tensor }): Tensor;
  (input: Tensor, size: readonly Int[], options: { stride: readonly Int[]; storageOffset?: Int | null; out: Tensor }): Tensor;
  (input: Tensor, size: readonly Int[], stride: readonly Int[], options: { storageOffset?: Int | null; out: Tensor }): Tensor;
} = asFunction('aten::as_strided_copy');

/**
 * `aten::as_strided_scatter(Tensor self, Tensor src, SymInt[] size, SymInt[] stride, SymInt? storage_offset=None) -> Tensor`
 * `aten::as_strided_scatter.out(Tensor self, Tensor src, SymInt[] size, SymInt[] stride, SymInt? storage_offset=None, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.as_strided_scatter.html
 */
export const asStridedScatter: {
  (input: Tensor, src: Tensor, size: readonly Int[], stride: readonly Int[], storageOffset?: Int | null): Tensor;
  (input: Tensor, options: { src: Tensor; size: readonly Int[]; stride: readonly Int[]; storageOffset?: Int | null }): Tensor;
  (input: Tensor, src: Tensor, options: { size: readonly Int[]; stride: readonly Int[]; storageOffset?: Int | null }): Tensor;
  (input: Tensor, src: Tensor, size: readonly Int[], options: { stride: readonly Int[]; storageOffset?: Int | null }): Tensor;
  (input: Tensor, src: Tensor, size: readonly Int[], stride: readonly Int[], options: { storageOffset?: Int | null }): Tensor;
  (input: Tensor, src: Tensor, size: readonly Int[], stride: readonly Int[], storageOffset: Int | null | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { src: Tensor; size: readonly Int[]; stride: readonly Int[]; storageOffset?: Int | null; out: Tensor }): Tensor;
  (input: Tensor, src: Tensor, options: { size: readonly Int[]; stride: readonly Int[]; storageOffset?: Int | null; out: Tensor }): Tensor;
  (input: Tensor, src: Tensor, size: readonly Int[], options: { stride: readonly Int[]; storageOffset?: Int | null; out: Tensor }): Tensor;
  (input: Tensor, src: Tensor, size: readonly Int[], stride: readonly Int[], options: { storageOffset?: Int | null; out: Tensor }): Tensor;
} = asFunction('aten::as_strided_scatter');

/**
 * `aten::as_strided_(Tensor(a!) self, SymInt[] size, SymInt[] stride, SymInt? storage_offset=None) -> Tensor(a!)`
 */
export const asStrided_: {
  (input: Tensor, size: readonly Int[], stride: readonly Int[], storageOffset?: Int | null): Tensor;
  (input: Tensor, options: { size: readonly Int[]; stride: readonly Int[]; storageOffset?: Int | null }): Tensor;
  (input: Tensor, size: readonly Int[], options: { stride: readonly Int[]; storageOffset?: Int | null }): Tensor;
  (input: Tensor, size: readonly Int[], stride: readonly Int[], options: { storageOffset?: Int | null }): Tensor;
} = asFunction('aten::as_strided_');

/**
 * `aten::asin(Tensor self) -> Tensor`
 * `aten::asin.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.asin.html
 */
export const asin: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::asin');

/**
 * `aten::asin_(Tensor(a!) self) -> Tensor(a!)`
 */
export const asin_: {
  (input: Tensor): Tensor;
} = asFunction('aten::asin_');

/**
 * `aten::asinh(Tensor self) -> Tensor`
 * `aten::asinh.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.asinh.html
 */
export const asinh: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::asinh');

/**
 * `aten::asinh_(Tensor(a!) self) -> Tensor(a!)`
 */
export const asinh_: {
  (input: Tensor): Tensor;
} = asFunction('aten::asinh_');

/**
 * `aten::atan(Tensor self) -> Tensor`
 * `aten::atan.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.atan.html
 */
export const atan: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::atan');

/**
 * `aten::atan2(Tensor self, Tensor other) -> Tensor`
 * `aten::atan2.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.atan2.html
 */
export const atan2: {
  (input: Tensor, other: Tensor): Tensor;
  (input: Tensor, options: { other: Tensor }): Tensor;
  (input: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::atan2');

/**
 * `aten::atan_(Tensor(a!) self) -> Tensor(a!)`
 */
export const atan_: {
  (input: Tensor): Tensor;
} = asFunction('aten::atan_');

/**
 * `aten::atanh(Tensor self) -> Tensor`
 * `aten::atanh.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.atanh.html
 */
export const atanh: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::atanh');

/**
 * `aten::atanh_(Tensor(a!) self) -> Tensor(a!)`
 */
export const atanh_: {
  (input: Tensor): Tensor;
} = asFunction('aten::atanh_');

/**
 * `aten::avg_pool1d(Tensor self, int[1] kernel_size, int[1] stride=[], int[1] padding=[0], bool ceil_mode=False, bool count_include_pad=True) -> Tensor`
 * `aten::avg_pool1d.out(Tensor self, int[1] kernel_size, int[1] stride=[], int[1] padding=[0], bool ceil_mode=False, bool count_include_pad=True, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.avg_pool1d.html
 */
export const avgPool1d: {
  (input: Tensor, kernelSize: Int | readonly Int[], stride?: Int | readonly Int[], padding?: Int | readonly Int[], ceilMode?: boolean, countIncludePad?: boolean): Tensor;
  (input: Tensor, options: { kernelSize: Int | readonly Int[]; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; ceilMode?: boolean; countIncludePad?: boolean }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], options: { stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; ceilMode?: boolean; countIncludePad?: boolean }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], options: { padding?: Int | readonly Int[]; ceilMode?: boolean; countIncludePad?: boolean }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], options: { ceilMode?: boolean; countIncludePad?: boolean }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], ceilMode: boolean, options: { countIncludePad?: boolean }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[] | undefined, padding: Int | readonly Int[] | undefined, ceilMode: boolean | undefined, countIncludePad: boolean | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { kernelSize: Int | readonly Int[]; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; ceilMode?: boolean; countIncludePad?: boolean; out: Tensor }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], options: { stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; ceilMode?: boolean; countIncludePad?: boolean; out: Tensor }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], options: { padding?: Int | readonly Int[]; ceilMode?: boolean; countIncludePad?: boolean; out: Tensor }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], options: { ceilMode?: boolean; countIncludePad?: boolean; out: Tensor }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], ceilMode: boolean, options: { countIncludePad?: boolean; out: Tensor }): Tensor;
} = asFunction('aten::avg_pool1d');

/**
 * `aten::baddbmm(Tensor self, Tensor batch1, Tensor batch2, *, Scalar beta=1, Scalar alpha=1) -> Tensor`
 * `aten::baddbmm.dtype(Tensor self, Tensor batch1, Tensor batch2, ScalarType out_dtype, *, Scalar beta=1, Scalar alpha=1) -> Tensor`
 * `aten::baddbmm.out(Tensor self, Tensor batch1, Tensor batch2, *, Scalar beta=1, Scalar alpha=1, Tensor(a!) out) -> Tensor(a!)`
 * `aten::baddbmm.dtype_out(Tensor self, Tensor batch1, Tensor batch2, ScalarType out_dtype, *, Scalar beta=1, Scalar alpha=1, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.baddbmm.html
 */
export const baddbmm: {
  (input: Tensor, batch1: Tensor, batch2: Tensor, options?: { beta?: Scalar; alpha?: Scalar }): Tensor;
  (input: Tensor, options: { batch1: Tensor; batch2: Tensor; beta?: Scalar; alpha?: Scalar }): Tensor;
  (input: Tensor, batch1: Tensor, options: { batch2: Tensor; beta?: Scalar; alpha?: Scalar }): Tensor;
  (input: Tensor, batch1: Tensor, batch2: Tensor, outDtype: DType, options?: { beta?: Scalar; alpha?: Scalar }): Tensor;
  (input: Tensor, options: { batch1: Tensor; batch2: Tensor; outDtype: DType; beta?: Scalar; alpha?: Scalar }): Tensor;
  (input: Tensor, batch1: Tensor, options: { batch2: Tensor; outDtype: DType; beta?: Scalar; alpha?: Scalar }): Tensor;
  (input: Tensor, batch1: Tensor, batch2: Tensor, options: { outDtype: DType; beta?: Scalar; alpha?: Scalar }): Tensor;
  (input: Tensor, batch1: Tensor, batch2: Tensor, options: { beta?: Scalar; alpha?: Scalar; out: Tensor }): Tensor;
  (input: Tensor, options: { batch1: Tensor; batch2: Tensor; beta?: Scalar; alpha?: Scalar; out: Tensor }): Tensor;
  (input: Tensor, batch1: Tensor, options: { batch2: Tensor; beta?: Scalar; alpha?: Scalar; out: Tensor }): Tensor;
  (input: Tensor, batch1: Tensor, batch2: Tensor, outDtype: DType, options: { beta?: Scalar; alpha?: Scalar; out: Tensor }): Tensor;
  (input: Tensor, options: { batch1: Tensor; batch2: Tensor; outDtype: DType; beta?: Scalar; alpha?: Scalar; out: Tensor }): Tensor;
  (input: Tensor, batch1: Tensor, options: { batch2: Tensor; outDtype: DType; beta?: Scalar; alpha?: Scalar; out: Tensor }): Tensor;
  (input: Tensor, batch1: Tensor, batch2: Tensor, options: { outDtype: DType; beta?: Scalar; alpha?: Scalar; out: Tensor }): Tensor;
} = asFunction('aten::baddbmm');

/**
 * `aten::bartlett_window(int window_length, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::bartlett_window.periodic(int window_length, bool periodic, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::bartlett_window.out(int window_length, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::bartlett_window.periodic_out(int window_length, bool periodic, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.bartlett_window.html
 */
export const bartlettWindow: {
  (windowLength: Int, options?: { dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (options: { windowLength: Int; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (windowLength: Int, periodic: boolean, options?: { dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (options: { windowLength: Int; periodic: boolean; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (windowLength: Int, options: { periodic: boolean; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (windowLength: Int, options: { out: Tensor }): Tensor;
  (options: { windowLength: Int; out: Tensor }): Tensor;
  (windowLength: Int, periodic: boolean, options: { out: Tensor }): Tensor;
  (options: { windowLength: Int; periodic: boolean; out: Tensor }): Tensor;
  (windowLength: Int, options: { periodic: boolean; out: Tensor }): Tensor;
} = asFunction('aten::bartlett_window');

/**
 * `aten::batch_norm(Tensor input, Tensor? weight, Tensor? bias, Tensor? running_mean, Tensor? running_var, bool training, float momentum, float eps, bool cudnn_enabled) -> Tensor`
 */
export const batchNorm: {
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, training: boolean, momentum: number, eps: number, cudnnEnabled: boolean): Tensor;
  (input: Tensor, options: { weight: Tensor | null; bias: Tensor | null; runningMean: Tensor | null; runningVar: Tensor | null; training: boolean; momentum: number; eps: number; cudnnEnabled: boolean }): Tensor;
  (input: Tensor, weight: Tensor | null, options: { bias: Tensor | null; runningMean: Tensor | null; runningVar: Tensor | null; training: boolean; momentum: number; eps: number; cudnnEnabled: boolean }): Tensor;
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, options: { runningMean: Tensor | null; runningVar: Tensor | null; training: boolean; momentum: number; eps: number; cudnnEnabled: boolean }): Tensor;
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, runningMean: Tensor | null, options: { runningVar: Tensor | null; training: boolean; momentum: number; eps: number; cudnnEnabled: boolean }): Tensor;
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, options: { training: boolean; momentum: number; eps: number; cudnnEnabled: boolean }): Tensor;
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, training: boolean, options: { momentum: number; eps: number; cudnnEnabled: boolean }): Tensor;
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, training: boolean, momentum: number, options: { eps: number; cudnnEnabled: boolean }): Tensor;
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, training: boolean, momentum: number, eps: number, options: { cudnnEnabled: boolean }): Tensor;
} = asFunction('aten::batch_norm');

/**
 * `aten::batch_norm_backward_elemt(Tensor grad_out, Tensor input, Tensor mean, Tensor invstd, Tensor? weight, Tensor sum_dy, Tensor sum_dy_xmu, Tensor count) -> Tensor`
 * `aten::batch_norm_backward_elemt.out(Tensor grad_out, Tensor input, Tensor mean, Tensor invstd, Tensor? weight, Tensor sum_dy, Tensor sum_dy_xmu, Tensor count, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const batchNormBackwardElemt: {
  (gradOut: Tensor, input: Tensor, mean: Tensor, invstd: Tensor, weight: Tensor | null, sumDy: Tensor, sumDyXmu: Tensor, count: Tensor): Tensor;
  (gradOut: Tensor, options: { input: Tensor; mean: Tensor; invstd: Tensor; weight: Tensor | null; sumDy: Tensor; sumDyXmu: Tensor; count: Tensor }): Tensor;
  (gradOut: Tensor, input: Tensor, options: { mean: Tensor; invstd: Tensor; weight: Tensor | null; sumDy: Tensor; sumDyXmu: Tensor; count: Tensor }): Tensor;
  (gradOut: Tensor, input: Tensor, mean: Tensor, options: { invstd: Tensor; weight: Tensor | null; sumDy: Tensor; sumDyXmu: Tensor; count: Tensor }): Tensor;
  (gradOut: Tensor, input: Tensor, mean: Tensor, invstd: Tensor, options: { weight: Tensor | null; sumDy: Tensor; sumDyXmu: Tensor; count: Tensor }): Tensor;
  (gradOut: Tensor, input: Tensor, mean: Tensor, invstd: Tensor, weight: Tensor | null, options: { sumDy: Tensor; sumDyXmu: Tensor; count: Tensor }): Tensor;
  (gradOut: Tensor, input: Tensor, mean: Tensor, invstd: Tensor, weight: Tensor | null, sumDy: Tensor, options: { sumDyXmu: Tensor; count: Tensor }): Tensor;
  (gradOut: Tensor, input: Tensor, mean: Tensor, invstd: Tensor, weight: Tensor | null, sumDy: Tensor, sumDyXmu: Tensor, options: { count: Tensor }): Tensor;
  (gradOut: Tensor, input: Tensor, mean: Tensor, invstd: Tensor, weight: Tensor | null, sumDy: Tensor, sumDyXmu: Tensor, count: Tensor, options: { out: Tensor }): Tensor;
  (gradOut: Tensor, options: { input: Tensor; mean: Tensor; invstd: Tensor; weight: Tensor | null; sumDy: Tensor; sumDyXmu: Tensor; count: Tensor; out: Tensor }): Tensor;
  (gradOut: Tensor, input: Tensor, options: { mean: Tensor; invstd: Tensor; weight: Tensor | null; sumDy: Tensor; sumDyXmu: Tensor; count: Tensor; out: Tensor }): Tensor;
  (gradOut: Tensor, input: Tensor, mean: Tensor, options: { invstd: Tensor; weight: Tensor | null; sumDy: Tensor; sumDyXmu: Tensor; count: Tensor; out: Tensor }): Tensor;
  (gradOut: Tensor, input: Tensor, mean: Tensor, invstd: Tensor, options: { weight: Tensor | null; sumDy: Tensor; sumDyXmu: Tensor; count: Tensor; out: Tensor }): Tensor;
  (gradOut: Tensor, input: Tensor, mean: Tensor, invstd: Tensor, weight: Tensor | null, options: { sumDy: Tensor; sumDyXmu: Tensor; count: Tensor; out: Tensor }): Tensor;
  (gradOut: Tensor, input: Tensor, mean: Tensor, invstd: Tensor, weight: Tensor | null, sumDy: Tensor, options: { sumDyXmu: Tensor; count: Tensor; out: Tensor }): Tensor;
  (gradOut: Tensor, input: Tensor, mean: Tensor, invstd: Tensor, weight: Tensor | null, sumDy: Tensor, sumDyXmu: Tensor, options: { count: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::batch_norm_backward_elemt');

/**
 * `aten::batch_norm_backward_reduce(Tensor grad_out, Tensor input, Tensor mean, Tensor invstd, Tensor? weight, bool input_g, bool weight_g, bool bias_g) -> (Tensor, Tensor, Tensor, Tensor)`
 * `aten::batch_norm_backward_reduce.out(Tensor grad_out, Tensor input, Tensor mean, Tensor invstd, Tensor? weight, bool input_g, bool weight_g, bool bias_g, *, Tensor(a!) out0, Tensor(b!) out1, Tensor(c!) out2, Tensor(d!) out3) -> (Tensor(a!), Tensor(b!), Tensor(c!), Tensor(d!))`
 */
export const batchNormBackwardReduce: {
  (gradOut: Tensor, input: Tensor, mean: Tensor, invstd: Tensor, weight: Tensor | null, inputG: boolean, weightG: boolean, biasG: boolean): [Tensor, Tensor, Tensor, Tensor];
  (gradOut: Tensor, options: { input: Tensor; mean: Tensor; invstd: Tensor; weight: Tensor | null; inputG: boolean; weightG: boolean; biasG: boolean }): [Tensor, Tensor, Tensor, Tensor];
  (gradOut: Tensor, input: Tensor, options: { mean: Tensor; invstd: Tensor; weight: Tensor | null; inputG: boolean; weightG: boolean; biasG: boolean }): [Tensor, Tensor, Tensor, Tensor];
  (gradOut: Tensor, input: Tensor, mean: Tensor, options: { invstd: Tensor; weight: Tensor | null; inputG: boolean; weightG: boolean; biasG: boolean }): [Tensor, Tensor, Tensor, Tensor];
  (gradOut: Tensor, input: Tensor, mean: Tensor, invstd: Tensor, options: { weight: Tensor | null; inputG: boolean; weightG: boolean; biasG: boolean }): [Tensor, Tensor, Tensor, Tensor];
  (gradOut: Tensor, input: Tensor, mean: Tensor, invstd: Tensor, weight: Tensor | null, options: { inputG: boolean; weightG: boolean; biasG: boolean }): [Tensor, Tensor, Tensor, Tensor];
  (gradOut: Tensor, input: Tensor, mean: Tensor, invstd: Tensor, weight: Tensor | null, inputG: boolean, options: { weightG: boolean; biasG: boolean }): [Tensor, Tensor, Tensor, Tensor];
  (gradOut: Tensor, input: Tensor, mean: Tensor, invstd: Tensor, weight: Tensor | null, inputG: boolean, weightG: boolean, options: { biasG: boolean }): [Tensor, Tensor, Tensor, Tensor];
  (gradOut: Tensor, input: Tensor, mean: Tensor, invstd: Tensor, weight: Tensor | null, inputG: boolean, weightG: boolean, biasG: boolean, options: { out: readonly [Tensor, Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor, Tensor];
  (gradOut: Tensor, options: { input: Tensor; mean: Tensor; invstd: Tensor; weight: Tensor | null; inputG: boolean; weightG: boolean; biasG: boolean; out: readonly [Tensor, Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor, Tensor];
  (gradOut: Tensor, input: Tensor, options: { mean: Tensor; invstd: Tensor; weight: Tensor | null; inputG: boolean; weightG: boolean; biasG: boolean; out: readonly [Tensor, Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor, Tensor];
  (gradOut: Tensor, input: Tensor, mean: Tensor, options: { invstd: Tensor; weight: Tensor | null; inputG: boolean; weightG: boolean; biasG: boolean; out: readonly [Tensor, Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor, Tensor];
  (gradOut: Tensor, input: Tensor, mean: Tensor, invstd: Tensor, options: { weight: Tensor | null; inputG: boolean; weightG: boolean; biasG: boolean; out: readonly [Tensor, Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor, Tensor];
  (gradOut: Tensor, input: Tensor, mean: Tensor, invstd: Tensor, weight: Tensor | null, options: { inputG: boolean; weightG: boolean; biasG: boolean; out: readonly [Tensor, Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor, Tensor];
  (gradOut: Tensor, input: Tensor, mean: Tensor, invstd: Tensor, weight: Tensor | null, inputG: boolean, options: { weightG: boolean; biasG: boolean; out: readonly [Tensor, Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor, Tensor];
  (gradOut: Tensor, input: Tensor, mean: Tensor, invstd: Tensor, weight: Tensor | null, inputG: boolean, weightG: boolean, options: { biasG: boolean; out: readonly [Tensor, Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor, Tensor];
} = asFunction('aten::batch_norm_backward_reduce');

/**
 * `aten::batch_norm_elemt(Tensor input, Tensor? weight, Tensor? bias, Tensor mean, Tensor invstd, float eps) -> Tensor`
 * `aten::batch_norm_elemt.out(Tensor input, Tensor? weight, Tensor? bias, Tensor mean, Tensor invstd, float eps, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const batchNormElemt: {
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, mean: Tensor, invstd: Tensor, eps: number): Tensor;
  (input: Tensor, options: { weight: Tensor | null; bias: Tensor | null; mean: Tensor; invstd: Tensor; eps: number }): Tensor;
  (input: Tensor, weight: Tensor | null, options: { bias: Tensor | null; mean: Tensor; invstd: Tensor; eps: number }): Tensor;
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, options: { mean: Tensor; invstd: Tensor; eps: number }): Tensor;
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, mean: Tensor, options: { invstd: Tensor; eps: number }): Tensor;
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, mean: Tensor, invstd: Tensor, options: { eps: number }): Tensor;
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, mean: Tensor, invstd: Tensor, eps: number, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { weight: Tensor | null; bias: Tensor | null; mean: Tensor; invstd: Tensor; eps: number; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor | null, options: { bias: Tensor | null; mean: Tensor; invstd: Tensor; eps: number; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, options: { mean: Tensor; invstd: Tensor; eps: number; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, mean: Tensor, options: { invstd: Tensor; eps: number; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, mean: Tensor, invstd: Tensor, options: { eps: number; out: Tensor }): Tensor;
} = asFunction('aten::batch_norm_elemt');

/**
 * `aten::batch_norm_gather_stats(Tensor input, Tensor mean, Tensor invstd, Tensor? running_mean, Tensor? running_var, float momentum, float eps, int count) -> (Tensor, Tensor)`
 * `aten::batch_norm_gather_stats.out(Tensor input, Tensor mean, Tensor invstd, Tensor? running_mean, Tensor? running_var, float momentum, float eps, int count, *, Tensor(a!) out0, Tensor(b!) out1) -> (Tensor(a!), Tensor(b!))`
 */
export const batchNormGatherStats: {
  (input: Tensor, mean: Tensor, invstd: Tensor, runningMean: Tensor | null, runningVar: Tensor | null, momentum: number, eps: number, count: Int): [Tensor, Tensor];
  (input: Tensor, options: { mean: Tensor; invstd: Tensor; runningMean: Tensor | null; runningVar: Tensor | null; momentum: number; eps: number; count: Int }): [Tensor, Tensor];
  (input: Tensor, mean: Tensor, options: { invstd: Tensor; runningMean: Tensor | null; runningVar: Tensor | null; momentum: number; eps: number; count: Int }): [Tensor, Tensor];
  (input: Tensor, mean: Tensor, invstd: Tensor, options: { runningMean: Tensor | null; runningVar: Tensor | null; momentum: number; eps: number; count: Int }): [Tensor, Tensor];
  (input: Tensor, mean: Tensor, invstd: Tensor, runningMean: Tensor | null, options: { runningVar: Tensor | null; momentum: number; eps: number; count: Int }): [Tensor, Tensor];
  (input: Tensor, mean: Tensor, invstd: Tensor, runningMean: Tensor | null, runningVar: Tensor | null, options: { momentum: number; eps: number; count: Int }): [Tensor, Tensor];
  (input: Tensor, mean: Tensor, invstd: Tensor, runningMean: Tensor | null, runningVar: Tensor | null, momentum: number, options: { eps: number; count: Int }): [Tensor, Tensor];
  (input: Tensor, mean: Tensor, invstd: Tensor, runningMean: Tensor | null, runningVar: Tensor | null, momentum: number, eps: number, options: { count: Int }): [Tensor, Tensor];
  (input: Tensor, mean: Tensor, invstd: Tensor, runningMean: Tensor | null, runningVar: Tensor | null, momentum: number, eps: number, count: Int, options: { out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
  (input: Tensor, options: { mean: Tensor; invstd: Tensor; runningMean: Tensor | null; runningVar: Tensor | null; momentum: number; eps: number; count: Int; out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
  (input: Tensor, mean: Tensor, options: { invstd: Tensor; runningMean: Tensor | null; runningVar: Tensor | null; momentum: number; eps: number; count: Int; out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
  (input: Tensor, mean: Tensor, invstd: Tensor, options: { runningMean: Tensor | null; runningVar: Tensor | null; momentum: number; eps: number; count: Int; out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
  (input: Tensor, mean: Tensor, invstd: Tensor, runningMean: Tensor | null, options: { runningVar: Tensor | null; momentum: number; eps: number; count: Int; out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
  (input: Tensor, mean: Tensor, invstd: Tensor, runningMean: Tensor | null, runningVar: Tensor | null, options: { momentum: number; eps: number; count: Int; out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
  (input: Tensor, mean: Tensor, invstd: Tensor, runningMean: Tensor | null, runningVar: Tensor | null, momentum: number, options: { eps: number; count: Int; out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
  (input: Tensor, mean: Tensor, invstd: Tensor, runningMean: Tensor | null, runningVar: Tensor | null, momentum: number, eps: number, options: { count: Int; out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
} = asFunction('aten::batch_norm_gather_stats');

/**
 * `aten::batch_norm_gather_stats_with_counts(Tensor input, Tensor mean, Tensor invstd, Tensor? running_mean, Tensor? running_var, float momentum, float eps, Tensor counts) -> (Tensor, Tensor)`
 * `aten::batch_norm_gather_stats_with_counts.out(Tensor input, Tensor mean, Tensor invstd, Tensor? running_mean, Tensor? running_var, float momentum, float eps, Tensor counts, *, Tensor(a!) out0, Tensor(b!) out1) -> (Tensor(a!), Tensor(b!))`
 */
export const batchNormGatherStatsWithCounts: {
  (input: Tensor, mean: Tensor, invstd: Tensor, runningMean: Tensor | null, runningVar: Tensor | null, momentum: number, eps: number, counts: Tensor): [Tensor, Tensor];
  (input: Tensor, options: { mean: Tensor; invstd: Tensor; runningMean: Tensor | null; runningVar: Tensor | null; momentum: number; eps: number; counts: Tensor }): [Tensor, Tensor];
  (input: Tensor, mean: Tensor, options: { invstd: Tensor; runningMean: Tensor | null; runningVar: Tensor | null; momentum: number; eps: number; counts: Tensor }): [Tensor, Tensor];
  (input: Tensor, mean: Tensor, invstd: Tensor, options: { runningMean: Tensor | null; runningVar: Tensor | null; momentum: number; eps: number; counts: Tensor }): [Tensor, Tensor];
  (input: Tensor, mean: Tensor, invstd: Tensor, runningMean: Tensor | null, options: { runningVar: Tensor | null; momentum: number; eps: number; counts: Tensor }): [Tensor, Tensor];
  (input: Tensor, mean: Tensor, invstd: Tensor, runningMean: Tensor | null, runningVar: Tensor | null, options: { momentum: number; eps: number; counts: Tensor }): [Tensor, Tensor];
  (input: Tensor, mean: Tensor, invstd: Tensor, runningMean: Tensor | null, runningVar: Tensor | null, momentum: number, options: { eps: number; counts: Tensor }): [Tensor, Tensor];
  (input: Tensor, mean: Tensor, invstd: Tensor, runningMean: Tensor | null, runningVar: Tensor | null, momentum: number, eps: number, options: { counts: Tensor }): [Tensor, Tensor];
  (input: Tensor, mean: Tensor, invstd: Tensor, runningMean: Tensor | null, runningVar: Tensor | null, momentum: number, eps: number, counts: Tensor, options: { out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
  (input: Tensor, options: { mean: Tensor; invstd: Tensor; runningMean: Tensor | null; runningVar: Tensor | null; momentum: number; eps: number; counts: Tensor; out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
  (input: Tensor, mean: Tensor, options: { invstd: Tensor; runningMean: Tensor | null; runningVar: Tensor | null; momentum: number; eps: number; counts: Tensor; out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
  (input: Tensor, mean: Tensor, invstd: Tensor, options: { runningMean: Tensor | null; runningVar: Tensor | null; momentum: number; eps: number; counts: Tensor; out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
  (input: Tensor, mean: Tensor, invstd: Tensor, runningMean: Tensor | null, options: { runningVar: Tensor | null; momentum: number; eps: number; counts: Tensor; out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
  (input: Tensor, mean: Tensor, invstd: Tensor, runningMean: Tensor | null, runningVar: Tensor | null, options: { momentum: number; eps: number; counts: Tensor; out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
  (input: Tensor, mean: Tensor, invstd: Tensor, runningMean: Tensor | null, runningVar: Tensor | null, momentum: number, options: { eps: number; counts: Tensor; out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
  (input: Tensor, mean: Tensor, invstd: Tensor, runningMean: Tensor | null, runningVar: Tensor | null, momentum: number, eps: number, options: { counts: Tensor; out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
} = asFunction('aten::batch_norm_gather_stats_with_counts');

/**
 * `aten::batch_norm_stats(Tensor input, float eps) -> (Tensor, Tensor)`
 * `aten::batch_norm_stats.out(Tensor input, float eps, *, Tensor(a!) out0, Tensor(b!) out1) -> (Tensor(a!), Tensor(b!))`
 */
export const batchNormStats: {
  (input: Tensor, eps: number): [Tensor, Tensor];
  (input: Tensor, options: { eps: number }): [Tensor, Tensor];
  (input: Tensor, eps: number, options: { out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
  (input: Tensor, options: { eps: number; out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
} = asFunction('aten::batch_norm_stats');

/**
 * `aten::batch_norm_update_stats(Tensor input, Tensor? running_mean, Tensor? running_var, float momentum) -> (Tensor, Tensor)`
 * `aten::batch_norm_update_stats.out(Tensor input, Tensor? running_mean, Tensor? running_var, float momentum, *, Tensor(a!) out0, Tensor(b!) out1) -> (Tensor(a!), Tensor(b!))`
 */
export const batchNormUpdateStats: {
  (input: Tensor, runningMean: Tensor | null, runningVar: Tensor | null, momentum: number): [Tensor, Tensor];
  (input: Tensor, options: { runningMean: Tensor | null; runningVar: Tensor | null; momentum: number }): [Tensor, Tensor];
  (input: Tensor, runningMean: Tensor | null, options: { runningVar: Tensor | null; momentum: number }): [Tensor, Tensor];
  (input: Tensor, runningMean: Tensor | null, runningVar: Tensor | null, options: { momentum: number }): [Tensor, Tensor];
  (input: Tensor, runningMean: Tensor | null, runningVar: Tensor | null, momentum: number, options: { out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
  (input: Tensor, options: { runningMean: Tensor | null; runningVar: Tensor | null; momentum: number; out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
  (input: Tensor, runningMean: Tensor | null, options: { runningVar: Tensor | null; momentum: number; out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
  (input: Tensor, runningMean: Tensor | null, runningVar: Tensor | null, options: { momentum: number; out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
} = asFunction('aten::batch_norm_update_stats');

/**
 * `aten::bernoulli(Tensor self, *, Generator? generator=None) -> Tensor`
 * `aten::bernoulli.p(Tensor self, float p, *, Generator? generator=None) -> Tensor`
 * `aten::bernoulli.out(Tensor self, *, Generator? generator=None, Tensor(a!) out) -> Tensor(a!)`
 * `aten::bernoulli.Tensor_out(Tensor self, Tensor p, *, Generator? generator=None, Tensor(a!) out) -> Tensor(a!)`
 * `aten::bernoulli.float_out(Tensor self, float p=0.5, *, Generator? generator=None, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.bernoulli.html
 */
export const bernoulli: {
  (input: Tensor, options?: { generator?: Generator | null }): Tensor;
  (input: Tensor, p: number, options?: { generator?: Generator | null }): Tensor;
  (input: Tensor, options: { p: number; generator?: Generator | null }): Tensor;
  (input: Tensor, options: { generator?: Generator | null; out: Tensor }): Tensor;
  (input: Tensor, p: Tensor, options: { generator?: Generator | null; out: Tensor }): Tensor;
  (input: Tensor, options: { p: Tensor; generator?: Generator | null; out: Tensor }): Tensor;
  (input: Tensor, p: number | undefined, options: { generator?: Generator | null; out: Tensor }): Tensor;
  (input: Tensor, options: { p?: number; generator?: Generator | null; out: Tensor }): Tensor;
} = asFunction('aten::bernoulli');

/**
 * `aten::bilinear(Tensor input1, Tensor input2, Tensor weight, Tensor? bias=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.bilinear.html
 */
export const bilinear: {
  (input1: Tensor, input2: Tensor, weight: Tensor, bias?: Tensor | null): Tensor;
  (input1: Tensor, options: { input2: Tensor; weight: Tensor; bias?: Tensor | null }): Tensor;
  (input1: Tensor, input2: Tensor, options: { weight: Tensor; bias?: Tensor | null }): Tensor;
  (input1: Tensor, input2: Tensor, weight: Tensor, options: { bias?: Tensor | null }): Tensor;
} = asFunction('aten::bilinear');

/**
 * `aten::binary_cross_entropy_with_logits(Tensor self, Tensor target, Tensor? weight=None, Tensor? pos_weight=None, int reduction=1) -> Tensor`
 * `aten::binary_cross_entropy_with_logits.out(Tensor self, Tensor target, Tensor? weight=None, Tensor? pos_weight=None, int reduction=1, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const binaryCrossEntropyWithLogits: {
  (input: Tensor, target: Tensor, weight?: Tensor | null, posWeight?: Tensor | null, reduction?: Int): Tensor;
  (input: Tensor, options: { target: Tensor; weight?: Tensor | null; posWeight?: Tensor | null; reduction?: Int }): Tensor;
  (input: Tensor, target: Tensor, options: { weight?: Tensor | null; posWeight?: Tensor | null; reduction?: Int }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, options: { posWeight?: Tensor | null; reduction?: Int }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, posWeight: Tensor | null, options: { reduction?: Int }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null | undefined, posWeight: Tensor | null | undefined, reduction: Int | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { target: Tensor; weight?: Tensor | null; posWeight?: Tensor | null; reduction?: Int; out: Tensor }): Tensor;
  (input: Tensor, target: Tensor, options: { weight?: Tensor | null; posWeight?: Tensor | null; reduction?: Int; out: Tensor }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, options: { posWeight?: Tensor | null; reduction?: Int; out: Tensor }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, posWeight: Tensor | null, options: { reduction?: Int; out: Tensor }): Tensor;
} = asFunction('aten::binary_cross_entropy_with_logits');

/**
 * `aten::bincount(Tensor self, Tensor? weights=None, SymInt minlength=0) -> Tensor`
 * `aten::bincount.out(Tensor self, Tensor? weights=None, SymInt minlength=0, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.bincount.html
 */
export const bincount: {
  (input: Tensor, weights?: Tensor | null, minlength?: Int): Tensor;
  (input: Tensor, options: { weights?: Tensor | null; minlength?: Int }): Tensor;
  (input: Tensor, weights: Tensor | null, options: { minlength?: Int }): Tensor;
  (input: Tensor, weights: Tensor | null | undefined, minlength: Int | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { weights?: Tensor | null; minlength?: Int; out: Tensor }): Tensor;
  (input: Tensor, weights: Tensor | null, options: { minlength?: Int; out: Tensor }): Tensor;
} = asFunction('aten::bincount');

/**
 * `aten::binomial(Tensor count, Tensor prob, Generator? generator=None) -> Tensor`
 * `aten::binomial.out(Tensor count, Tensor prob, Generator? generator=None, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const binomial: {
  (count: Tensor, prob: Tensor, generator?: Generator | null): Tensor;
  (count: Tensor, options: { prob: Tensor; generator?: Generator | null }): Tensor;
  (count: Tensor, prob: Tensor, options: { generator?: Generator | null }): Tensor;
  (count: Tensor, prob: Tensor, generator: Generator | null | undefined, options: { out: Tensor }): Tensor;
  (count: Tensor, options: { prob: Tensor; generator?: Generator | null; out: Tensor }): Tensor;
  (count: Tensor, prob: Tensor, options: { generator?: Generator | null; out: Tensor }): Tensor;
} = asFunction('aten::binomial');

/**
 * `aten::bitwise_and.Tensor(Tensor self, Tensor other) -> Tensor`
 * `aten::bitwise_and.Scalar_Tensor(Scalar self, Tensor other) -> Tensor`
 * `aten::bitwise_and.Scalar(Tensor self, Scalar other) -> Tensor`
 * `aten::bitwise_and.Scalar_Tensor_out(Scalar self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::bitwise_and.Scalar_out(Tensor self, Scalar other, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::bitwise_and.Tensor_out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.bitwise_and.html
 */
export const bitwiseAnd: {
  (input: Tensor, other: Tensor): Tensor;
  (input: Tensor, options: { other: Tensor }): Tensor;
  (input: Scalar, other: Tensor): Tensor;
  (input: Tensor, other: Scalar): Tensor;
  (input: Tensor, options: { other: Scalar }): Tensor;
  (input: Scalar, other: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, other: Scalar, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Scalar; out: Tensor }): Tensor;
  (input: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::bitwise_and');

/**
 * `aten::bitwise_left_shift.Tensor(Tensor self, Tensor other) -> Tensor`
 * `aten::bitwise_left_shift.Scalar_Tensor(Scalar self, Tensor other) -> Tensor`
 * `aten::bitwise_left_shift.Tensor_Scalar(Tensor self, Scalar other) -> Tensor`
 * `aten::bitwise_left_shift.Scalar_Tensor_out(Scalar self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::bitwise_left_shift.Tensor_Scalar_out(Tensor self, Scalar other, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::bitwise_left_shift.Tensor_out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.bitwise_left_shift.html
 */
export const bitwiseLeftShift: {
  (input: Tensor, other: Tensor): Tensor;
  (input: Tensor, options: { other: Tensor }): Tensor;
  (input: Scalar, other: Tensor): Tensor;
  (input: Tensor, other: Scalar): Tensor;
  (input: Tensor, options: { other: Scalar }): Tensor;
  (input: Scalar, other: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, other: Scalar, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Scalar; out: Tensor }): Tensor;
  (input: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::bitwise_left_shift');

/**
 * `aten::bitwise_not(Tensor self) -> Tensor`
 * `aten::bitwise_not.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.bitwise_not.html
 */
export const bitwiseNot: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::bitwise_not');

/**
 * `aten::bitwise_or.Tensor(Tensor self, Tensor other) -> Tensor`
 * `aten::bitwise_or.Scalar_Tensor(Scalar self, Tensor other) -> Tensor`
 * `aten::bitwise_or.Scalar(Tensor self, Scalar other) -> Tensor`
 * `aten::bitwise_or.Scalar_Tensor_out(Scalar self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::bitwise_or.Scalar_out(Tensor self, Scalar other, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::bitwise_or.Tensor_out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.bitwise_or.html
 */
export const bitwiseOr: {
  (input: Tensor, other: Tensor): Tensor;
  (input: Tensor, options: { other: Tensor }): Tensor;
  (input: Scalar, other: Tensor): Tensor;
  (input: Tensor, other: Scalar): Tensor;
  (input: Tensor, options: { other: Scalar }): Tensor;
  (input: Scalar, other: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, other: Scalar, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Scalar; out: Tensor }): Tensor;
  (input: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::bitwise_or');

/**
 * `aten::bitwise_right_shift.Tensor(Tensor self, Tensor other) -> Tensor`
 * `aten::bitwise_right_shift.Scalar_Tensor(Scalar self, Tensor other) -> Tensor`
 * `aten::bitwise_right_shift.Tensor_Scalar(Tensor self, Scalar other) -> Tensor`
 * `aten::bitwise_right_shift.Scalar_Tensor_out(Scalar self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::bitwise_right_shift.Tensor_Scalar_out(Tensor self, Scalar other, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::bitwise_right_shift.Tensor_out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.bitwise_right_shift.html
 */
export const bitwiseRightShift: {
  (input: Tensor, other: Tensor): Tensor;
  (input: Tensor, options: { other: Tensor }): Tensor;
  (input: Scalar, other: Tensor): Tensor;
  (input: Tensor, other: Scalar): Tensor;
  (input: Tensor, options: { other: Scalar }): Tensor;
  (input: Scalar, other: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, other: Scalar, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Scalar; out: Tensor }): Tensor;
  (input: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::bitwise_right_shift');

/**
 * `aten::bitwise_xor.Tensor(Tensor self, Tensor other) -> Tensor`
 * `aten::bitwise_xor.Scalar_Tensor(Scalar self, Tensor other) -> Tensor`
 * `aten::bitwise_xor.Scalar(Tensor self, Scalar other) -> Tensor`
 * `aten::bitwise_xor.Scalar_Tensor_out(Scalar self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::bitwise_xor.Scalar_out(Tensor self, Scalar other, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::bitwise_xor.Tensor_out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.bitwise_xor.html
 */
export const bitwiseXor: {
  (input: Tensor, other: Tensor): Tensor;
  (input: Tensor, options: { other: Tensor }): Tensor;
  (input: Scalar, other: Tensor): Tensor;
  (input: Tensor, other: Scalar): Tensor;
  (input: Tensor, options: { other: Scalar }): Tensor;
  (input: Scalar, other: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, other: Scalar, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Scalar; out: Tensor }): Tensor;
  (input: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::bitwise_xor');

/**
 * `aten::blackman_window(int window_length, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::blackman_window.periodic(int window_length, bool periodic, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::blackman_window.out(int window_length, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::blackman_window.periodic_out(int window_length, bool periodic, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.blackman_window.html
 */
export const blackmanWindow: {
  (windowLength: Int, options?: { dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (options: { windowLength: Int; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (windowLength: Int, periodic: boolean, options?: { dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (options: { windowLength: Int; periodic: boolean; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (windowLength: Int, options: { periodic: boolean; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (windowLength: Int, options: { out: Tensor }): Tensor;
  (options: { windowLength: Int; out: Tensor }): Tensor;
  (windowLength: Int, periodic: boolean, options: { out: Tensor }): Tensor;
  (options: { windowLength: Int; periodic: boolean; out: Tensor }): Tensor;
  (windowLength: Int, options: { periodic: boolean; out: Tensor }): Tensor;
} = asFunction('aten::blackman_window');

/**
 * `aten::bmm(Tensor self, Tensor mat2) -> Tensor`
 * `aten::bmm.dtype(Tensor self, Tensor mat2, ScalarType out_dtype) -> Tensor`
 * `aten::bmm.out(Tensor self, Tensor mat2, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::bmm.dtype_out(Tensor self, Tensor mat2, ScalarType out_dtype, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.bmm.html
 */
export const bmm: {
  (input: Tensor, mat2: Tensor): Tensor;
  (input: Tensor, options: { mat2: Tensor }): Tensor;
  (input: Tensor, mat2: Tensor, outDtype: DType): Tensor;
  (input: Tensor, options: { mat2: Tensor; outDtype: DType }): Tensor;
  (input: Tensor, mat2: Tensor, options: { outDtype: DType }): Tensor;
  (input: Tensor, mat2: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { mat2: Tensor; out: Tensor }): Tensor;
  (input: Tensor, mat2: Tensor, outDtype: DType, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { mat2: Tensor; outDtype: DType; out: Tensor }): Tensor;
  (input: Tensor, mat2: Tensor, options: { outDtype: DType; out: Tensor }): Tensor;
} = asFunction('aten::bmm');

/**
 * `aten::broadcast_to(Tensor(a) self, SymInt[] size) -> Tensor(a)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.broadcast_to.html
 */
export const broadcastTo: {
  (input: Tensor, size: readonly Int[]): Tensor;
  (input: Tensor, options: { size: readonly Int[] }): Tensor;
} = asFunction('aten::broadcast_to');

/**
 * `aten::bucketize.Tensor(Tensor self, Tensor boundaries, *, bool out_int32=False, bool right=False) -> Tensor`
 * `aten::bucketize.Scalar(Scalar self, Tensor boundaries, *, bool out_int32=False, bool right=False) -> Tensor`
 * `aten::bucketize.Scalar_out(Scalar self, Tensor boundaries, *, bool out_int32=False, bool right=False, Tensor(a!) out) -> Tensor(a!)`
 * `aten::bucketize.Tensor_out(Tensor self, Tensor boundaries, *, bool out_int32=False, bool right=False, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.bucketize.html
 */
export const bucketize: {
  (input: Tensor, boundaries: Tensor, options?: { outInt32?: boolean; right?: boolean }): Tensor;
  (input: Tensor, options: { boundaries: Tensor; outInt32?: boolean; right?: boolean }): Tensor;
  (input: Scalar, boundaries: Tensor, options?: { outInt32?: boolean; right?: boolean }): Tensor;
  (input: Scalar, boundaries: Tensor, options: { outInt32?: boolean; right?: boolean; out: Tensor }): Tensor;
  (input: Tensor, boundaries: Tensor, options: { outInt32?: boolean; right?: boolean; out: Tensor }): Tensor;
  (input: Tensor, options: { boundaries: Tensor; outInt32?: boolean; right?: boolean; out: Tensor }): Tensor;
} = asFunction('aten::bucketize');

/**
 * `aten::can_cast(ScalarType from_, ScalarType to) -> bool`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.can_cast.html
 */
export const canCast: {
  (from_: DType, to: DType): boolean;
  (options: { from_: DType; to: DType }): boolean;
  (from_: DType, options: { to: DType }): boolean;
} = asFunction('aten::can_cast');

/**
 * `aten::cat(Tensor[] tensors, int dim=0) -> Tensor`
 * `aten::cat.out(Tensor[] tensors, int dim=0, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cat.html
 */
export const cat: {
  (tensors: readonly Tensor[], dim?: Int): Tensor;
  (tensors: readonly Tensor[], options: { dim?: Int }): Tensor;
  (tensors: readonly Tensor[], dim: Int | undefined, options: { out: Tensor }): Tensor;
  (tensors: readonly Tensor[], options: { dim?: Int; out: Tensor }): Tensor;
} = asFunction('aten::cat');

/**
 * `aten::ccol_indices_copy(Tensor self) -> Tensor`
 * `aten::ccol_indices_copy.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const ccolIndicesCopy: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::ccol_indices_copy');

/**
 * `aten::ceil(Tensor self) -> Tensor`
 * `aten::ceil.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.ceil.html
 */
export const ceil: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::ceil');

/**
 * `aten::ceil_(Tensor(a!) self) -> Tensor(a!)`
 */
export const ceil_: {
  (input: Tensor): Tensor;
} = asFunction('aten::ceil_');

/**
 * `aten::celu(Tensor self, Scalar alpha=1.) -> Tensor`
 * `aten::celu.out(Tensor self, Scalar alpha=1., *, Tensor(a!) out) -> Tensor(a!)`
 */
export const celu: {
  (input: Tensor, alpha?: Scalar): Tensor;
  (input: Tensor, options: { alpha?: Scalar }): Tensor;
  (input: Tensor, alpha: Scalar | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { alpha?: Scalar; out: Tensor }): Tensor;
} = asFunction('aten::celu');

/**
 * `aten::celu_(Tensor(a!) self, Scalar alpha=1.) -> Tensor(a!)`
 */
export const celu_: {
  (input: Tensor, alpha?: Scalar): Tensor;
  (input: Tensor, options: { alpha?: Scalar }): Tensor;
} = asFunction('aten::celu_');

/**
 * `aten::channel_shuffle(Tensor self, SymInt groups) -> Tensor`
 * `aten::channel_shuffle.out(Tensor self, SymInt groups, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const channelShuffle: {
  (input: Tensor, groups: Int): Tensor;
  (input: Tensor, options: { groups: Int }): Tensor;
  (input: Tensor, groups: Int, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { groups: Int; out: Tensor }): Tensor;
} = asFunction('aten::channel_shuffle');

/**
 * `aten::cholesky(Tensor self, bool upper=False) -> Tensor`
 * `aten::cholesky.out(Tensor self, bool upper=False, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cholesky.html
 */
export const cholesky: {
  (input: Tensor, upper?: boolean): Tensor;
  (input: Tensor, options: { upper?: boolean }): Tensor;
  (input: Tensor, upper: boolean | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { upper?: boolean; out: Tensor }): Tensor;
} = asFunction('aten::cholesky');

/**
 * `aten::cholesky_inverse(Tensor self, bool upper=False) -> Tensor`
 * `aten::cholesky_inverse.out(Tensor self, bool upper=False, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cholesky_inverse.html
 */
export const choleskyInverse: {
  (input: Tensor, upper?: boolean): Tensor;
  (input: Tensor, options: { upper?: boolean }): Tensor;
  (input: Tensor, upper: boolean | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { upper?: boolean; out: Tensor }): Tensor;
} = asFunction('aten::cholesky_inverse');

/**
 * `aten::cholesky_solve(Tensor self, Tensor input2, bool upper=False) -> Tensor`
 * `aten::cholesky_solve.out(Tensor self, Tensor input2, bool upper=False, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cholesky_solve.html
 */
export const choleskySolve: {
  (input: Tensor, input2: Tensor, upper?: boolean): Tensor;
  (input: Tensor, options: { input2: Tensor; upper?: boolean }): Tensor;
  (input: Tensor, input2: Tensor, options: { upper?: boolean }): Tensor;
  (input: Tensor, input2: Tensor, upper: boolean | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { input2: Tensor; upper?: boolean; out: Tensor }): Tensor;
  (input: Tensor, input2: Tensor, options: { upper?: boolean; out: Tensor }): Tensor;
} = asFunction('aten::cholesky_solve');

/**
 * `aten::choose_qparams_optimized(Tensor input, int numel, int n_bins, float ratio, int bit_width) -> (Tensor, Tensor)`
 */
export const chooseQparamsOptimized: {
  (input: Tensor, numel: Int, nBins: Int, ratio: number, bitWidth: Int): [Tensor, Tensor];
  (input: Tensor, options: { numel: Int; nBins: Int; ratio: number; bitWidth: Int }): [Tensor, Tensor];
  (input: Tensor, numel: Int, options: { nBins: Int; ratio: number; bitWidth: Int }): [Tensor, Tensor];
  (input: Tensor, numel: Int, nBins: Int, options: { ratio: number; bitWidth: Int }): [Tensor, Tensor];
  (input: Tensor, numel: Int, nBins: Int, ratio: number, options: { bitWidth: Int }): [Tensor, Tensor];
} = asFunction('aten::choose_qparams_optimized');

/**
 * `aten::chunk(Tensor(a -> *) self, int chunks, int dim=0) -> Tensor(a)[]`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.chunk.html
 */
export const chunk: {
  (input: Tensor, chunks: Int, dim?: Int): Tensor[];
  (input: Tensor, options: { chunks: Int; dim?: Int }): Tensor[];
  (input: Tensor, chunks: Int, options: { dim?: Int }): Tensor[];
} = asFunction('aten::chunk');

/**
 * `aten::clamp.Tensor(Tensor self, Tensor? min=None, Tensor? max=None) -> Tensor`
 * `aten::clamp(Tensor self, Scalar? min=None, Scalar? max=None) -> Tensor`
 * `aten::clamp.Tensor_out(Tensor self, Tensor? min=None, Tensor? max=None, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::clamp.out(Tensor self, Scalar? min=None, Scalar? max=None, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.clamp.html
 */
export const clamp: {
  (input: Tensor, min?: Tensor | null, max?: Tensor | null): Tensor;
  (input: Tensor, options: { min?: Tensor | null; max?: Tensor | null }): Tensor;
  (input: Tensor, min: Tensor | null, options: { max?: Tensor | null }): Tensor;
  (input: Tensor, min?: Scalar | null, max?: Scalar | null): Tensor;
  (input: Tensor, options: { min?: Scalar | null; max?: Scalar | null }): Tensor;
  (input: Tensor, min: Scalar | null, options: { max?: Scalar | null }): Tensor;
  (input: Tensor, min: Tensor | null | undefined, max: Tensor | null | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { min?: Tensor | null; max?: Tensor | null; out: Tensor }): Tensor;
  (input: Tensor, min: Tensor | null, options: { max?: Tensor | null; out: Tensor }): Tensor;
  (input: Tensor, min: Scalar | null | undefined, max: Scalar | null | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { min?: Scalar | null; max?: Scalar | null; out: Tensor }): Tensor;
  (input: Tensor, min: Scalar | null, options: { max?: Scalar | null; out: Tensor }): Tensor;
} = asFunction('aten::clamp');

/**
 * `aten::clamp_max.Tensor(Tensor self, Tensor max) -> Tensor`
 * `aten::clamp_max(Tensor self, Scalar max) -> Tensor`
 * `aten::clamp_max.Tensor_out(Tensor self, Tensor max, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::clamp_max.out(Tensor self, Scalar max, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const clampMax: {
  (input: Tensor, max: Tensor): Tensor;
  (input: Tensor, options: { max: Tensor }): Tensor;
  (input: Tensor, max: Scalar): Tensor;
  (input: Tensor, options: { max: Scalar }): Tensor;
  (input: Tensor, max: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { max: Tensor; out: Tensor }): Tensor;
  (input: Tensor, max: Scalar, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { max: Scalar; out: Tensor }): Tensor;
} = asFunction('aten::clamp_max');

/**
 * `aten::clamp_max_.Tensor(Tensor(a!) self, Tensor max) -> Tensor(a!)`
 * `aten::clamp_max_(Tensor(a!) self, Scalar max) -> Tensor(a!)`
 */
export const clampMax_: {
  (input: Tensor, max: Tensor): Tensor;
  (input: Tensor, options: { max: Tensor }): Tensor;
  (input: Tensor, max: Scalar): Tensor;
  (input: Tensor, options: { max: Scalar }): Tensor;
} = asFunction('aten::clamp_max_');

/**
 * `aten::clamp_min.Tensor(Tensor self, Tensor min) -> Tensor`
 * `aten::clamp_min(Tensor self, Scalar min) -> Tensor`
 * `aten::clamp_min.Tensor_out(Tensor self, Tensor min, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::clamp_min.out(Tensor self, Scalar min, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const clampMin: {
  (input: Tensor, min: Tensor): Tensor;
  (input: Tensor, options: { min: Tensor }): Tensor;
  (input: Tensor, min: Scalar): Tensor;
  (input: Tensor, options: { min: Scalar }): Tensor;
  (input: Tensor, min: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { min: Tensor; out: Tensor }): Tensor;
  (input: Tensor, min: Scalar, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { min: Scalar; out: Tensor }): Tensor;
} = asFunction('aten::clamp_min');

/**
 * `aten::clamp_min_.Tensor(Tensor(a!) self, Tensor min) -> Tensor(a!)`
 * `aten::clamp_min_(Tensor(a!) self, Scalar min) -> Tensor(a!)`
 */
export const clampMin_: {
  (input: Tensor, min: Tensor): Tensor;
  (input: Tensor, options: { min: Tensor }): Tensor;
  (input: Tensor, min: Scalar): Tensor;
  (input: Tensor, options: { min: Scalar }): Tensor;
} = asFunction('aten::clamp_min_');

/**
 * `aten::clamp_.Tensor(Tensor(a!) self, Tensor? min=None, Tensor? max=None) -> Tensor(a!)`
 * `aten::clamp_(Tensor(a!) self, Scalar? min=None, Scalar? max=None) -> Tensor(a!)`
 */
export const clamp_: {
  (input: Tensor, min?: Tensor | null, max?: Tensor | null): Tensor;
  (input: Tensor, options: { min?: Tensor | null; max?: Tensor | null }): Tensor;
  (input: Tensor, min: Tensor | null, options: { max?: Tensor | null }): Tensor;
  (input: Tensor, min?: Scalar | null, max?: Scalar | null): Tensor;
  (input: Tensor, options: { min?: Scalar | null; max?: Scalar | null }): Tensor;
  (input: Tensor, min: Scalar | null, options: { max?: Scalar | null }): Tensor;
} = asFunction('aten::clamp_');

/**
 * `aten::clip.Tensor(Tensor self, Tensor? min=None, Tensor? max=None) -> Tensor`
 * `aten::clip(Tensor self, Scalar? min=None, Scalar? max=None) -> Tensor`
 * `aten::clip.Tensor_out(Tensor self, Tensor? min=None, Tensor? max=None, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::clip.out(Tensor self, Scalar? min=None, Scalar? max=None, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.clip.html
 */
export const clip: {
  (input: Tensor, min?: Tensor | null, max?: Tensor | null): Tensor;
  (input: Tensor, options: { min?: Tensor | null; max?: Tensor | null }): Tensor;
  (input: Tensor, min: Tensor | null, options: { max?: Tensor | null }): Tensor;
  (input: Tensor, min?: Scalar | null, max?: Scalar | null): Tensor;
  (input: Tensor, options: { min?: Scalar | null; max?: Scalar | null }): Tensor;
  (input: Tensor, min: Scalar | null, options: { max?: Scalar | null }): Tensor;
  (input: Tensor, min: Tensor | null | undefined, max: Tensor | null | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { min?: Tensor | null; max?: Tensor | null; out: Tensor }): Tensor;
  (input: Tensor, min: Tensor | null, options: { max?: Tensor | null; out: Tensor }): Tensor;
  (input: Tensor, min: Scalar | null | undefined, max: Scalar | null | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { min?: Scalar | null; max?: Scalar | null; out: Tensor }): Tensor;
  (input: Tensor, min: Scalar | null, options: { max?: Scalar | null; out: Tensor }): Tensor;
} = asFunction('aten::clip');

/**
 * `aten::clip_.Tensor(Tensor(a!) self, Tensor? min=None, Tensor? max=None) -> Tensor(a!)`
 * `aten::clip_(Tensor(a!) self, Scalar? min=None, Scalar? max=None) -> Tensor(a!)`
 */
export const clip_: {
  (input: Tensor, min?: Tensor | null, max?: Tensor | null): Tensor;
  (input: Tensor, options: { min?: Tensor | null; max?: Tensor | null }): Tensor;
  (input: Tensor, min: Tensor | null, options: { max?: Tensor | null }): Tensor;
  (input: Tensor, min?: Scalar | null, max?: Scalar | null): Tensor;
  (input: Tensor, options: { min?: Scalar | null; max?: Scalar | null }): Tensor;
  (input: Tensor, min: Scalar | null, options: { max?: Scalar | null }): Tensor;
} = asFunction('aten::clip_');

/**
 * `aten::clone(Tensor self, *, MemoryFormat? memory_format=None) -> Tensor`
 * `aten::clone.out(Tensor self, *, MemoryFormat? memory_format=None, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.clone.html
 */
export const clone: {
  (input: Tensor, options?: { memoryFormat?: MemoryFormat | null }): Tensor;
  (input: Tensor, options: { memoryFormat?: MemoryFormat | null; out: Tensor }): Tensor;
} = asFunction('aten::clone');

/**
 * `aten::col_indices_copy(Tensor self) -> Tensor`
 * `aten::col_indices_copy.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const colIndicesCopy: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::col_indices_copy');

/**
 * `aten::column_stack(Tensor[] tensors) -> Tensor`
 * `aten::column_stack.out(Tensor[] tensors, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.column_stack.html
 */
export const columnStack: {
  (tensors: readonly Tensor[]): Tensor;
  (tensors: readonly Tensor[], options: { out: Tensor }): Tensor;
} = asFunction('aten::column_stack');

/**
 * `aten::combinations(Tensor self, int r=2, bool with_replacement=False) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.combinations.html
 */
export const combinations: {
  (input: Tensor, r?: Int, withReplacement?: boolean): Tensor;
  (input: Tensor, options: { r?: Int; withReplacement?: boolean }): Tensor;
  (input: Tensor, r: Int, options: { withReplacement?: boolean }): Tensor;
} = asFunction('aten::combinations');

/**
 * `aten::complex(Tensor real, Tensor imag) -> Tensor`
 * `aten::complex.out(Tensor real, Tensor imag, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.complex.html
 */
export const complex: {
  (real: Tensor, imag: Tensor): Tensor;
  (real: Tensor, options: { imag: Tensor }): Tensor;
  (real: Tensor, imag: Tensor, options: { out: Tensor }): Tensor;
  (real: Tensor, options: { imag: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::complex');

/**
 * `aten::concat(Tensor[] tensors, int dim=0) -> Tensor`
 * `aten::concat.out(Tensor[] tensors, int dim=0, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.concat.html
 */
export const concat: {
  (tensors: readonly Tensor[], dim?: Int): Tensor;
  (tensors: readonly Tensor[], options: { dim?: Int }): Tensor;
  (tensors: readonly Tensor[], dim: Int | undefined, options: { out: Tensor }): Tensor;
  (tensors: readonly Tensor[], options: { dim?: Int; out: Tensor }): Tensor;
} = asFunction('aten::concat');

/**
 * `aten::concatenate(Tensor[] tensors, int dim=0) -> Tensor`
 * `aten::concatenate.out(Tensor[] tensors, int dim=0, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.concatenate.html
 */
export const concatenate: {
  (tensors: readonly Tensor[], dim?: Int): Tensor;
  (tensors: readonly Tensor[], options: { dim?: Int }): Tensor;
  (tensors: readonly Tensor[], dim: Int | undefined, options: { out: Tensor }): Tensor;
  (tensors: readonly Tensor[], options: { dim?: Int; out: Tensor }): Tensor;
} = asFunction('aten::concatenate');

/**
 * `aten::conj(Tensor(a) self) -> Tensor(a)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.conj.html
 */
export const conj: {
  (input: Tensor): Tensor;
} = asFunction('aten::conj');

/**
 * `aten::conj_physical(Tensor self) -> Tensor`
 * `aten::conj_physical.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.conj_physical.html
 */
export const conjPhysical: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::conj_physical');

/**
 * `aten::conj_physical_(Tensor(a!) self) -> Tensor(a!)`
 */
export const conjPhysical_: {
  (input: Tensor): Tensor;
} = asFunction('aten::conj_physical_');

/**
 * `aten::constant_pad_nd(Tensor self, SymInt[] pad, Scalar value=0) -> Tensor`
 * `aten::constant_pad_nd.out(Tensor self, SymInt[] pad, Scalar value=0, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const constantPadNd: {
  (input: Tensor, pad: readonly Int[], value?: Scalar): Tensor;
  (input: Tensor, options: { pad: readonly Int[]; value?: Scalar }): Tensor;
  (input: Tensor, pad: readonly Int[], options: { value?: Scalar }): Tensor;
  (input: Tensor, pad: readonly Int[], value: Scalar | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { pad: readonly Int[]; value?: Scalar; out: Tensor }): Tensor;
  (input: Tensor, pad: readonly Int[], options: { value?: Scalar; out: Tensor }): Tensor;
} = asFunction('aten::constant_pad_nd');

/**
 * `aten::conv1d(Tensor input, Tensor weight, Tensor? bias=None, SymInt[1] stride=[1], SymInt[1] padding=[0], SymInt[1] dilation=[1], SymInt groups=1) -> Tensor`
 * `aten::conv1d.padding(Tensor input, Tensor weight, Tensor? bias=None, SymInt[1] stride=[1], str padding="valid", SymInt[1] dilation=[1], SymInt groups=1) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.conv1d.html
 */
export const conv1d: {
  (input: Tensor, weight: Tensor, bias?: Tensor | null, stride?: Int | readonly Int[], padding?: Int | readonly Int[], dilation?: Int | readonly Int[], groups?: Int): Tensor;
  (input: Tensor, options: { weight: Tensor; bias?: Tensor | null; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; groups?: Int }): Tensor;
  (input: Tensor, weight: Tensor, options: { bias?: Tensor | null; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; groups?: Int }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, options: { stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; groups?: Int }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], options: { padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; groups?: Int }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], padding: Int | readonly Int[], options: { dilation?: Int | readonly Int[]; groups?: Int }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], padding: Int | readonly Int[], dilation: Int | readonly Int[], options: { groups?: Int }): Tensor;
  (input: Tensor, weight: Tensor, bias?: Tensor | null, stride?: Int | readonly Int[], padding?: string, dilation?: Int | readonly Int[], groups?: Int): Tensor;
  (input: Tensor, options: { weight: Tensor; bias?: Tensor | null; stride?: Int | readonly Int[]; padding?: string; dilation?: Int | readonly Int[]; groups?: Int }): Tensor;
  (input: Tensor, weight: Tensor, options: { bias?: Tensor | null; stride?: Int | readonly Int[]; padding?: string; dilation?: Int | readonly Int[]; groups?: Int }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, options: { stride?: Int | readonly Int[]; padding?: string; dilation?: Int | readonly Int[]; groups?: Int }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], options: { padding?: string; dilation?: Int | readonly Int[]; groups?: Int }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], padding: string, options: { dilation?: Int | readonly Int[]; groups?: Int }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], padding: string, dilation: Int | readonly Int[], options: { groups?: Int }): Tensor;
} = asFunction('aten::conv1d');

/**
 * `aten::conv2d(Tensor input, Tensor weight, Tensor? bias=None, SymInt[2] stride=[1, 1], SymInt[2] padding=[0, 0], SymInt[2] dilation=[1, 1], SymInt groups=1) -> Tensor`
 * `aten::conv2d.padding(Tensor input, Tensor weight, Tensor? bias=None, SymInt[2] stride=[1, 1], str padding="valid", SymInt[2] dilation=[1, 1], SymInt groups=1) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.conv2d.html
 */
export const conv2d: {
  (input: Tensor, weight: Tensor, bias?: Tensor | null, stride?: Int | readonly Int[], padding?: Int | readonly Int[], dilation?: Int | readonly Int[], groups?: Int): Tensor;
  (input: Tensor, options: { weight: Tensor; bias?: Tensor | null; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; groups?: Int }): Tensor;
  (input: Tensor, weight: Tensor, options: { bias?: Tensor | null; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; groups?: Int }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, options: { stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; groups?: Int }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], options: { padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; groups?: Int }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], padding: Int | readonly Int[], options: { dilation?: Int | readonly Int[]; groups?: Int }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], padding: Int | readonly Int[], dilation: Int | readonly Int[], options: { groups?: Int }): Tensor;
  (input: Tensor, weight: Tensor, bias?: Tensor | null, stride?: Int | readonly Int[], padding?: string, dilation?: Int | readonly Int[], groups?: Int): Tensor;
  (input: Tensor, options: { weight: Tensor; bias?: Tensor | null; stride?: Int | readonly Int[]; padding?: string; dilation?: Int | readonly Int[]; groups?: Int }): Tensor;
  (input: Tensor, weight: Tensor, options: { bias?: Tensor | null; stride?: Int | readonly Int[]; padding?: string; dilation?: Int | readonly Int[]; groups?: Int }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, options: { stride?: Int | readonly Int[]; padding?: string; dilation?: Int | readonly Int[]; groups?: Int }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], options: { padding?: string; dilation?: Int | readonly Int[]; groups?: Int }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], padding: string, options: { dilation?: Int | readonly Int[]; groups?: Int }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], padding: string, dilation: Int | readonly Int[], options: { groups?: Int }): Tensor;
} = asFunction('aten::conv2d');

/**
 * `aten::conv3d(Tensor input, Tensor weight, Tensor? bias=None, SymInt[3] stride=[1, 1, 1], SymInt[3] padding=[0, 0, 0], SymInt[3] dilation=[1, 1, 1], SymInt groups=1) -> Tensor`
 * `aten::conv3d.padding(Tensor input, Tensor weight, Tensor? bias=None, SymInt[3] stride=[1, 1, 1], str padding="valid", SymInt[3] dilation=[1, 1, 1], SymInt groups=1) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.conv3d.html
 */
export const conv3d: {
  (input: Tensor, weight: Tensor, bias?: Tensor | null, stride?: Int | readonly Int[], padding?: Int | readonly Int[], dilation?: Int | readonly Int[], groups?: Int): Tensor;
  (input: Tensor, options: { weight: Tensor; bias?: Tensor | null; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; groups?: Int }): Tensor;
  (input: Tensor, weight: Tensor, options: { bias?: Tensor | null; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; groups?: Int }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, options: { stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; groups?: Int }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], options: { padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; groups?: Int }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], padding: Int | readonly Int[], options: { dilation?: Int | readonly Int[]; groups?: Int }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], padding: Int | readonly Int[], dilation: Int | readonly Int[], options: { groups?: Int }): Tensor;
  (input: Tensor, weight: Tensor, bias?: Tensor | null, stride?: Int | readonly Int[], padding?: string, dilation?: Int | readonly Int[], groups?: Int): Tensor;
  (input: Tensor, options: { weight: Tensor; bias?: Tensor | null; stride?: Int | readonly Int[]; padding?: string; dilation?: Int | readonly Int[]; groups?: Int }): Tensor;
  (input: Tensor, weight: Tensor, options: { bias?: Tensor | null; stride?: Int | readonly Int[]; padding?: string; dilation?: Int | readonly Int[]; groups?: Int }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, options: { stride?: Int | readonly Int[]; padding?: string; dilation?: Int | readonly Int[]; groups?: Int }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], options: { padding?: string; dilation?: Int | readonly Int[]; groups?: Int }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], padding: string, options: { dilation?: Int | readonly Int[]; groups?: Int }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], padding: string, dilation: Int | readonly Int[], options: { groups?: Int }): Tensor;
} = asFunction('aten::conv3d');

/**
 * `aten::conv_tbc(Tensor self, Tensor weight, Tensor bias, int pad=0) -> Tensor`
 * `aten::conv_tbc.out(Tensor self, Tensor weight, Tensor bias, int pad=0, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const convTbc: {
  (input: Tensor, weight: Tensor, bias: Tensor, pad?: Int): Tensor;
  (input: Tensor, options: { weight: Tensor; bias: Tensor; pad?: Int }): Tensor;
  (input: Tensor, weight: Tensor, options: { bias: Tensor; pad?: Int }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor, options: { pad?: Int }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor, pad: Int | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { weight: Tensor; bias: Tensor; pad?: Int; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, options: { bias: Tensor; pad?: Int; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor, options: { pad?: Int; out: Tensor }): Tensor;
} = asFunction('aten::conv_tbc');

/**
 * `aten::conv_transpose1d(Tensor input, Tensor weight, Tensor? bias=None, SymInt[1] stride=[1], SymInt[1] padding=[0], SymInt[1] output_padding=[0], SymInt groups=1, SymInt[1] dilation=[1]) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.conv_transpose1d.html
 */
export const convTranspose1d: {
  (input: Tensor, weight: Tensor, bias?: Tensor | null, stride?: Int | readonly Int[], padding?: Int | readonly Int[], outputPadding?: Int | readonly Int[], groups?: Int, dilation?: Int | readonly Int[]): Tensor;
  (input: Tensor, options: { weight: Tensor; bias?: Tensor | null; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; outputPadding?: Int | readonly Int[]; groups?: Int; dilation?: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, options: { bias?: Tensor | null; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; outputPadding?: Int | readonly Int[]; groups?: Int; dilation?: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, options: { stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; outputPadding?: Int | readonly Int[]; groups?: Int; dilation?: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], options: { padding?: Int | readonly Int[]; outputPadding?: Int | readonly Int[]; groups?: Int; dilation?: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], padding: Int | readonly Int[], options: { outputPadding?: Int | readonly Int[]; groups?: Int; dilation?: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], padding: Int | readonly Int[], outputPadding: Int | readonly Int[], options: { groups?: Int; dilation?: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], padding: Int | readonly Int[], outputPadding: Int | readonly Int[], groups: Int, options: { dilation?: Int | readonly Int[] }): Tensor;
} = asFunction('aten::conv_transpose1d');

/**
 * `aten::conv_transpose2d.input(Tensor input, Tensor weight, Tensor? bias=None, SymInt[2] stride=[1, 1], SymInt[2] padding=[0, 0], SymInt[2] output_padding=[0, 0], SymInt groups=1, SymInt[2] dilation=[1, 1]) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.conv_transpose2d.html
 */
export const convTranspose2d: {
  (input: Tensor, weight: Tensor, bias?: Tensor | null, stride?: Int | readonly Int[], padding?: Int | readonly Int[], outputPadding?: Int | readonly Int[], groups?: Int, dilation?: Int | readonly Int[]): Tensor;
  (input: Tensor, options: { weight: Tensor; bias?: Tensor | null; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; outputPadding?: Int | readonly Int[]; groups?: Int; dilation?: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, options: { bias?: Tensor | null; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; outputPadding?: Int | readonly Int[]; groups?: Int; dilation?: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, options: { stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; outputPadding?: Int | readonly Int[]; groups?: Int; dilation?: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], options: { padding?: Int | readonly Int[]; outputPadding?: Int | readonly Int[]; groups?: Int; dilation?: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], padding: Int | readonly Int[], options: { outputPadding?: Int | readonly Int[]; groups?: Int; dilation?: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], padding: Int | readonly Int[], outputPadding: Int | readonly Int[], options: { groups?: Int; dilation?: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], padding: Int | readonly Int[], outputPadding: Int | readonly Int[], groups: Int, options: { dilation?: Int | readonly Int[] }): Tensor;
} = asFunction('aten::conv_transpose2d');

/**
 * `aten::conv_transpose3d.input(Tensor input, Tensor weight, Tensor? bias=None, SymInt[3] stride=[1, 1, 1], SymInt[3] padding=[0, 0, 0], SymInt[3] output_padding=[0, 0, 0], SymInt groups=1, SymInt[3] dilation=[1, 1, 1]) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.conv_transpose3d.html
 */
export const convTranspose3d: {
  (input: Tensor, weight: Tensor, bias?: Tensor | null, stride?: Int | readonly Int[], padding?: Int | readonly Int[], outputPadding?: Int | readonly Int[], groups?: Int, dilation?: Int | readonly Int[]): Tensor;
  (input: Tensor, options: { weight: Tensor; bias?: Tensor | null; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; outputPadding?: Int | readonly Int[]; groups?: Int; dilation?: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, options: { bias?: Tensor | null; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; outputPadding?: Int | readonly Int[]; groups?: Int; dilation?: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, options: { stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; outputPadding?: Int | readonly Int[]; groups?: Int; dilation?: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], options: { padding?: Int | readonly Int[]; outputPadding?: Int | readonly Int[]; groups?: Int; dilation?: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], padding: Int | readonly Int[], options: { outputPadding?: Int | readonly Int[]; groups?: Int; dilation?: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], padding: Int | readonly Int[], outputPadding: Int | readonly Int[], options: { groups?: Int; dilation?: Int | readonly Int[] }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], padding: Int | readonly Int[], outputPadding: Int | readonly Int[], groups: Int, options: { dilation?: Int | readonly Int[] }): Tensor;
} = asFunction('aten::conv_transpose3d');

/**
 * `aten::convolution(Tensor input, Tensor weight, Tensor? bias, SymInt[] stride, SymInt[] padding, SymInt[] dilation, bool transposed, SymInt[] output_padding, SymInt groups) -> Tensor`
 * `aten::convolution.out(Tensor input, Tensor weight, Tensor? bias, SymInt[] stride, SymInt[] padding, SymInt[] dilation, bool transposed, SymInt[] output_padding, SymInt groups, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const convolution: {
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: readonly Int[], padding: readonly Int[], dilation: readonly Int[], transposed: boolean, outputPadding: readonly Int[], groups: Int): Tensor;
  (input: Tensor, options: { weight: Tensor; bias: Tensor | null; stride: readonly Int[]; padding: readonly Int[]; dilation: readonly Int[]; transposed: boolean; outputPadding: readonly Int[]; groups: Int }): Tensor;
  (input: Tensor, weight: Tensor, options: { bias: Tensor | null; stride: readonly Int[]; padding: readonly Int[]; dilation: readonly Int[]; transposed: boolean; outputPadding: readonly Int[]; groups: Int }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, options: { stride: readonly Int[]; padding: readonly Int[]; dilation: readonly Int[]; transposed: boolean; outputPadding: readonly Int[]; groups: Int }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: readonly Int[], options: { padding: readonly Int[]; dilation: readonly Int[]; transposed: boolean; outputPadding: readonly Int[]; groups: Int }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: readonly Int[], padding: readonly Int[], options: { dilation: readonly Int[]; transposed: boolean; outputPadding: readonly Int[]; groups: Int }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: readonly Int[], padding: readonly Int[], dilation: readonly Int[], options: { transposed: boolean; outputPadding: readonly Int[]; groups: Int }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: readonly Int[], padding: readonly Int[], dilation: readonly Int[], transposed: boolean, options: { outputPadding: readonly Int[]; groups: Int }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: readonly Int[], padding: readonly Int[], dilation: readonly Int[], transposed: boolean, outputPadding: readonly Int[], options: { groups: Int }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: readonly Int[], padding: readonly Int[], dilation: readonly Int[], transposed: boolean, outputPadding: readonly Int[], groups: Int, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { weight: Tensor; bias: Tensor | null; stride: readonly Int[]; padding: readonly Int[]; dilation: readonly Int[]; transposed: boolean; outputPadding: readonly Int[]; groups: Int; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, options: { bias: Tensor | null; stride: readonly Int[]; padding: readonly Int[]; dilation: readonly Int[]; transposed: boolean; outputPadding: readonly Int[]; groups: Int; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, options: { stride: readonly Int[]; padding: readonly Int[]; dilation: readonly Int[]; transposed: boolean; outputPadding: readonly Int[]; groups: Int; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: readonly Int[], options: { padding: readonly Int[]; dilation: readonly Int[]; transposed: boolean; outputPadding: readonly Int[]; groups: Int; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: readonly Int[], padding: readonly Int[], options: { dilation: readonly Int[]; transposed: boolean; outputPadding: readonly Int[]; groups: Int; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: readonly Int[], padding: readonly Int[], dilation: readonly Int[], options: { transposed: boolean; outputPadding: readonly Int[]; groups: Int; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: readonly Int[], padding: readonly Int[], dilation: readonly Int[], transposed: boolean, options: { outputPadding: readonly Int[]; groups: Int; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: readonly Int[], padding: readonly Int[], dilation: readonly Int[], transposed: boolean, outputPadding: readonly Int[], options: { groups: Int; out: Tensor }): Tensor;
} = asFunction('aten::convolution');

/**
 * `aten::copysign.Tensor(Tensor self, Tensor other) -> Tensor`
 * `aten::copysign.Scalar(Tensor self, Scalar other) -> Tensor`
 * `aten::copysign.Scalar_out(Tensor self, Scalar other, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::copysign.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.copysign.html
 */
export const copysign: {
  (input: Tensor, other: Tensor): Tensor;
  (input: Tensor, options: { other: Tensor }): Tensor;
  (input: Tensor, other: Scalar): Tensor;
  (input: Tensor, options: { other: Scalar }): Tensor;
  (input: Tensor, other: Scalar, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Scalar; out: Tensor }): Tensor;
  (input: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::copysign');

/**
 * `aten::corrcoef(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.corrcoef.html
 */
export const corrcoef: {
  (input: Tensor): Tensor;
} = asFunction('aten::corrcoef');

/**
 * `aten::cos(Tensor self) -> Tensor`
 * `aten::cos.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cos.html
 */
export const cos: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::cos');

/**
 * `aten::cos_(Tensor(a!) self) -> Tensor(a!)`
 */
export const cos_: {
  (input: Tensor): Tensor;
} = asFunction('aten::cos_');

/**
 * `aten::cosh(Tensor self) -> Tensor`
 * `aten::cosh.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cosh.html
 */
export const cosh: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::cosh');

/**
 * `aten::cosh_(Tensor(a!) self) -> Tensor(a!)`
 */
export const cosh_: {
  (input: Tensor): Tensor;
} = asFunction('aten::cosh_');

/**
 * `aten::cosine_embedding_loss(Tensor input1, Tensor input2, Tensor target, float margin=0., int reduction=1) -> Tensor`
 */
export const cosineEmbeddingLoss: {
  (input1: Tensor, input2: Tensor, target: Tensor, margin?: number, reduction?: Int): Tensor;
  (input1: Tensor, options: { input2: Tensor; target: Tensor; margin?: number; reduction?: Int }): Tensor;
  (input1: Tensor, input2: Tensor, options: { target: Tensor; margin?: number; reduction?: Int }): Tensor;
  (input1: Tensor, input2: Tensor, target: Tensor, options: { margin?: number; reduction?: Int }): Tensor;
  (input1: Tensor, input2: Tensor, target: Tensor, margin: number, options: { reduction?: Int }): Tensor;
} = asFunction('aten::cosine_embedding_loss');

/**
 * `aten::cosine_similarity(Tensor x1, Tensor x2, int dim=1, float eps=1e-08) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.cosine_similarity.html
 */
export const cosineSimilarity: {
  (x1: Tensor, x2: Tensor, dim?: Int, eps?: number): Tensor;
  (x1: Tensor, options: { x2: Tensor; dim?: Int; eps?: number }): Tensor;
  (x1: Tensor, x2: Tensor, options: { dim?: Int; eps?: number }): Tensor;
  (x1: Tensor, x2: Tensor, dim: Int, options: { eps?: number }): Tensor;
} = asFunction('aten::cosine_similarity');

/**
 * `aten::count_nonzero(Tensor self, int? dim=None) -> Tensor`
 * `aten::count_nonzero.dim_IntList(Tensor self, int[] dim) -> Tensor`
 * `aten::count_nonzero.dim_IntList_out(Tensor self, int[] dim, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::count_nonzero.out(Tensor self, int? dim=None, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.count_nonzero.html
 */
export const countNonzero: {
  (input: Tensor, dim?: Int | null): Tensor;
  (input: Tensor, options: { dim?: Int | null }): Tensor;
  (input: Tensor, dim: readonly Int[]): Tensor;
  (input: Tensor, options: { dim: readonly Int[] }): Tensor;
  (input: Tensor, dim: readonly Int[], options: { out: Tensor }): Tensor;
  (input: Tensor, options: { dim: readonly Int[]; out: Tensor }): Tensor;
  (input: Tensor, dim: Int | null | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { dim?: Int | null; out: Tensor }): Tensor;
} = asFunction('aten::count_nonzero');

/**
 * `aten::cov(Tensor self, *, int correction=1, Tensor? fweights=None, Tensor? aweights=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cov.html
 */
export const cov: {
  (input: Tensor, options?: { correction?: Int; fweights?: Tensor | null; aweights?: Tensor | null }): Tensor;
} = asFunction('aten::cov');

/**
 * `aten::cross(Tensor self, Tensor other, int? dim=None) -> Tensor`
 * `aten::cross.out(Tensor self, Tensor other, int? dim=None, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cross.html
 */
export const cross: {
  (input: Tensor, other: Tensor, dim?: Int | null): Tensor;
  (input: Tensor, options: { other: Tensor; dim?: Int | null }): Tensor;
  (input: Tensor, other: Tensor, options: { dim?: Int | null }): Tensor;
  (input: Tensor, other: Tensor, dim: Int | null | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Tensor; dim?: Int | null; out: Tensor }): Tensor;
  (input: Tensor, other: Tensor, options: { dim?: Int | null; out: Tensor }): Tensor;
} = asFunction('aten::cross');

/**
 * `aten::crow_indices_copy(Tensor self) -> Tensor`
 * `aten::crow_indices_copy.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const crowIndicesCopy: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::crow_indices_copy');

/**
 * `aten::ctc_loss.IntList(Tensor log_probs, Tensor targets, int[] input_lengths, int[] target_lengths, int blank=0, int reduction=1, bool zero_infinity=False) -> Tensor`
 * `aten::ctc_loss.Tensor(Tensor log_probs, Tensor targets, Tensor input_lengths, Tensor target_lengths, int blank=0, int reduction=1, bool zero_infinity=False) -> Tensor`
 */
export const ctcLoss: {
  (logProbs: Tensor, targets: Tensor, inputLengths: readonly Int[], targetLengths: readonly Int[], blank?: Int, reduction?: Int, zeroInfinity?: boolean): Tensor;
  (logProbs: Tensor, options: { targets: Tensor; inputLengths: readonly Int[]; targetLengths: readonly Int[]; blank?: Int; reduction?: Int; zeroInfinity?: boolean }): Tensor;
  (logProbs: Tensor, targets: Tensor, options: { inputLengths: readonly Int[]; targetLengths: readonly Int[]; blank?: Int; reduction?: Int; zeroInfinity?: boolean }): Tensor;
  (logProbs: Tensor, targets: Tensor, inputLengths: readonly Int[], options: { targetLengths: readonly Int[]; blank?: Int; reduction?: Int; zeroInfinity?: boolean }): Tensor;
  (logProbs: Tensor, targets: Tensor, inputLengths: readonly Int[], targetLengths: readonly Int[], options: { blank?: Int; reduction?: Int; zeroInfinity?: boolean }): Tensor;
  (logProbs: Tensor, targets: Tensor, inputLengths: readonly Int[], targetLengths: readonly Int[], blank: Int, options: { reduction?: Int; zeroInfinity?: boolean }): Tensor;
  (logProbs: Tensor, targets: Tensor, inputLengths: readonly Int[], targetLengths: readonly Int[], blank: Int, reduction: Int, options: { zeroInfinity?: boolean }): Tensor;
  (logProbs: Tensor, targets: Tensor, inputLengths: Tensor, targetLengths: Tensor, blank?: Int, reduction?: Int, zeroInfinity?: boolean): Tensor;
  (logProbs: Tensor, options: { targets: Tensor; inputLengths: Tensor; targetLengths: Tensor; blank?: Int; reduction?: Int; zeroInfinity?: boolean }): Tensor;
  (logProbs: Tensor, targets: Tensor, options: { inputLengths: Tensor; targetLengths: Tensor; blank?: Int; reduction?: Int; zeroInfinity?: boolean }): Tensor;
  (logProbs: Tensor, targets: Tensor, inputLengths: Tensor, options: { targetLengths: Tensor; blank?: Int; reduction?: Int; zeroInfinity?: boolean }): Tensor;
  (logProbs: Tensor, targets: Tensor, inputLengths: Tensor, targetLengths: Tensor, options: { blank?: Int; reduction?: Int; zeroInfinity?: boolean }): Tensor;
  (logProbs: Tensor, targets: Tensor, inputLengths: Tensor, targetLengths: Tensor, blank: Int, options: { reduction?: Int; zeroInfinity?: boolean }): Tensor;
  (logProbs: Tensor, targets: Tensor, inputLengths: Tensor, targetLengths: Tensor, blank: Int, reduction: Int, options: { zeroInfinity?: boolean }): Tensor;
} = asFunction('aten::ctc_loss');

/**
 * `aten::cudnn_affine_grid_generator(Tensor theta, int N, int C, int H, int W) -> Tensor grid`
 * `aten::cudnn_affine_grid_generator.out(Tensor theta, int N, int C, int H, int W, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const cudnnAffineGridGenerator: {
  (theta: Tensor, N: Int, C: Int, H: Int, W: Int): Tensor;
  (theta: Tensor, options: { N: Int; C: Int; H: Int; W: Int }): Tensor;
  (theta: Tensor, N: Int, options: { C: Int; H: Int; W: Int }): Tensor;
  (theta: Tensor, N: Int, C: Int, options: { H: Int; W: Int }): Tensor;
  (theta: Tensor, N: Int, C: Int, H: Int, options: { W: Int }): Tensor;
  (theta: Tensor, N: Int, C: Int, H: Int, W: Int, options: { out: Tensor }): Tensor;
  (theta: Tensor, options: { N: Int; C: Int; H: Int; W: Int; out: Tensor }): Tensor;
  (theta: Tensor, N: Int, options: { C: Int; H: Int; W: Int; out: Tensor }): Tensor;
  (theta: Tensor, N: Int, C: Int, options: { H: Int; W: Int; out: Tensor }): Tensor;
  (theta: Tensor, N: Int, C: Int, H: Int, options: { W: Int; out: Tensor }): Tensor;
} = asFunction('aten::cudnn_affine_grid_generator');

/**
 * `aten::cudnn_batch_norm(Tensor input, Tensor weight, Tensor? bias, Tensor? running_mean, Tensor? running_var, bool training, float exponential_average_factor, float epsilon) -> (Tensor, Tensor, Tensor, Tensor)`
 * `aten::cudnn_batch_norm.out(Tensor input, Tensor weight, Tensor? bias, Tensor? running_mean, Tensor? running_var, bool training, float exponential_average_factor, float epsilon, *, Tensor(a!) out0, Tensor(b!) out1, Tensor(c!) out2, Tensor(d!) out3) -> (Tensor(a!), Tensor(b!), Tensor(c!), Tensor(d!))`
 */
export const cudnnBatchNorm: {
  (input: Tensor, weight: Tensor, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, training: boolean, exponentialAverageFactor: number, epsilon: number): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, options: { weight: Tensor; bias: Tensor | null; runningMean: Tensor | null; runningVar: Tensor | null; training: boolean; exponentialAverageFactor: number; epsilon: number }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor, options: { bias: Tensor | null; runningMean: Tensor | null; runningVar: Tensor | null; training: boolean; exponentialAverageFactor: number; epsilon: number }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor, bias: Tensor | null, options: { runningMean: Tensor | null; runningVar: Tensor | null; training: boolean; exponentialAverageFactor: number; epsilon: number }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor, bias: Tensor | null, runningMean: Tensor | null, options: { runningVar: Tensor | null; training: boolean; exponentialAverageFactor: number; epsilon: number }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, options: { training: boolean; exponentialAverageFactor: number; epsilon: number }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, training: boolean, options: { exponentialAverageFactor: number; epsilon: number }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, training: boolean, exponentialAverageFactor: number, options: { epsilon: number }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, training: boolean, exponentialAverageFactor: number, epsilon: number, options: { out: readonly [Tensor, Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, options: { weight: Tensor; bias: Tensor | null; runningMean: Tensor | null; runningVar: Tensor | null; training: boolean; exponentialAverageFactor: number; epsilon: number; out: readonly [Tensor, Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor, options: { bias: Tensor | null; runningMean: Tensor | null; runningVar: Tensor | null; training: boolean; exponentialAverageFactor: number; epsilon: number; out: readonly [Tensor, Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor, bias: Tensor | null, options: { runningMean: Tensor | null; runningVar: Tensor | null; training: boolean; exponentialAverageFactor: number; epsilon: number; out: readonly [Tensor, Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor, bias: Tensor | null, runningMean: Tensor | null, options: { runningVar: Tensor | null; training: boolean; exponentialAverageFactor: number; epsilon: number; out: readonly [Tensor, Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, options: { training: boolean; exponentialAverageFactor: number; epsilon: number; out: readonly [Tensor, Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, training: boolean, options: { exponentialAverageFactor: number; epsilon: number; out: readonly [Tensor, Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, training: boolean, exponentialAverageFactor: number, options: { epsilon: number; out: readonly [Tensor, Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor, Tensor];
} = asFunction('aten::cudnn_batch_norm');

/**
 * `aten::cudnn_convolution(Tensor self, Tensor weight, SymInt[] padding, SymInt[] stride, SymInt[] dilation, SymInt groups, bool benchmark, bool deterministic, bool allow_tf32) -> Tensor`
 * `aten::cudnn_convolution.out(Tensor self, Tensor weight, SymInt[] padding, SymInt[] stride, SymInt[] dilation, SymInt groups, bool benchmark, bool deterministic, bool allow_tf32, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const cudnnConvolution: {
  (input: Tensor, weight: Tensor, padding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], groups: Int, benchmark: boolean, deterministic: boolean, allowTf32: boolean): Tensor;
  (input: Tensor, options: { weight: Tensor; padding: readonly Int[]; stride: readonly Int[]; dilation: readonly Int[]; groups: Int; benchmark: boolean; deterministic: boolean; allowTf32: boolean }): Tensor;
  (input: Tensor, weight: Tensor, options: { padding: readonly Int[]; stride: readonly Int[]; dilation: readonly Int[]; groups: Int; benchmark: boolean; deterministic: boolean; allowTf32: boolean }): Tensor;
  (input: Tensor, weight: Tensor, padding: readonly Int[], options: { stride: readonly Int[]; dilation: readonly Int[]; groups: Int; benchmark: boolean; deterministic: boolean; allowTf32: boolean }): Tensor;
  (input: Tensor, weight: Tensor, padding: readonly Int[], stride: readonly Int[], options: { dilation: readonly Int[]; groups: Int; benchmark: boolean; deterministic: boolean; allowTf32: boolean }): Tensor;
  (input: Tensor, weight: Tensor, padding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], options: { groups: Int; benchmark: boolean; deterministic: boolean; allowTf32: boolean }): Tensor;
  (input: Tensor, weight: Tensor, padding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], groups: Int, options: { benchmark: boolean; deterministic: boolean; allowTf32: boolean }): Tensor;
  (input: Tensor, weight: Tensor, padding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], groups: Int, benchmark: boolean, options: { deterministic: boolean; allowTf32: boolean }): Tensor;
  (input: Tensor, weight: Tensor, padding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], groups: Int, benchmark: boolean, deterministic: boolean, options: { allowTf32: boolean }): Tensor;
  (input: Tensor, weight: Tensor, padding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], groups: Int, benchmark: boolean, deterministic: boolean, allowTf32: boolean, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { weight: Tensor; padding: readonly Int[]; stride: readonly Int[]; dilation: readonly Int[]; groups: Int; benchmark: boolean; deterministic: boolean; allowTf32: boolean; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, options: { padding: readonly Int[]; stride: readonly Int[]; dilation: readonly Int[]; groups: Int; benchmark: boolean; deterministic: boolean; allowTf32: boolean; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, padding: readonly Int[], options: { stride: readonly Int[]; dilation: readonly Int[]; groups: Int; benchmark: boolean; deterministic: boolean; allowTf32: boolean; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, padding: readonly Int[], stride: readonly Int[], options: { dilation: readonly Int[]; groups: Int; benchmark: boolean; deterministic: boolean; allowTf32: boolean; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, padding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], options: { groups: Int; benchmark: boolean; deterministic: boolean; allowTf32: boolean; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, padding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], groups: Int, options: { benchmark: boolean; deterministic: boolean; allowTf32: boolean; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, padding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], groups: Int, benchmark: boolean, options: { deterministic: boolean; allowTf32: boolean; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, padding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], groups: Int, benchmark: boolean, deterministic: boolean, options: { allowTf32: boolean; out: Tensor }): Tensor;
} = asFunction('aten::cudnn_convolution');

/**
 * `aten::cudnn_convolution_add_relu(Tensor self, Tensor weight, Tensor z, Scalar? alpha, Tensor? bias, SymInt[] stride, SymInt[] padding, SymInt[] dilation, SymInt groups) -> Tensor`
 * `aten::cudnn_convolution_add_relu.out(Tensor self, Tensor weight, Tensor z, Scalar? alpha, Tensor? bias, SymInt[] stride, SymInt[] padding, SymInt[] dilation, SymInt groups, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const cudnnConvolutionAddRelu: {
  (input: Tensor, weight: Tensor, z: Tensor, alpha: Scalar | null, bias: Tensor | null, stride: readonly Int[], padding: readonly Int[], dilation: readonly Int[], groups: Int): Tensor;
  (input: Tensor, options: { weight: Tensor; z: Tensor; alpha: Scalar | null; bias: Tensor | null; stride: readonly Int[]; padding: readonly Int[]; dilation: readonly Int[]; groups: Int }): Tensor;
  (input: Tensor, weight: Tensor, options: { z: Tensor; alpha: Scalar | null; bias: Tensor | null; stride: readonly Int[]; padding: readonly Int[]; dilation: readonly Int[]; groups: Int }): Tensor;
  (input: Tensor, weight: Tensor, z: Tensor, options: { alpha: Scalar | null; bias: Tensor | null; stride: readonly Int[]; padding: readonly Int[]; dilation: readonly Int[]; groups: Int }): Tensor;
  (input: Tensor, weight: Tensor, z: Tensor, alpha: Scalar | null, options: { bias: Tensor | null; stride: readonly Int[]; padding: readonly Int[]; dilation: readonly Int[]; groups: Int }): Tensor;
  (input: Tensor, weight: Tensor, z: Tensor, alpha: Scalar | null, bias: Tensor | null, options: { stride: readonly Int[]; padding: readonly Int[]; dilation: readonly Int[]; groups: Int }): Tensor;
  (input: Tensor, weight: Tensor, z: Tensor, alpha: Scalar | null, bias: Tensor | null, stride: readonly Int[], options: { padding: readonly Int[]; dilation: readonly Int[]; groups: Int }): Tensor;
  (input: Tensor, weight: Tensor, z: Tensor, alpha: Scalar | null, bias: Tensor | null, stride: readonly Int[], padding: readonly Int[], options: { dilation: readonly Int[]; groups: Int }): Tensor;
  (input: Tensor, weight: Tensor, z: Tensor, alpha: Scalar | null, bias: Tensor | null, stride: readonly Int[], padding: readonly Int[], dilation: readonly Int[], options: { groups: Int }): Tensor;
  (input: Tensor, weight: Tensor, z: Tensor, alpha: Scalar | null, bias: Tensor | null, stride: readonly Int[], padding: readonly Int[], dilation: readonly Int[], groups: Int, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { weight: Tensor; z: Tensor; alpha: Scalar | null; bias: Tensor | null; stride: readonly Int[]; padding: readonly Int[]; dilation: readonly Int[]; groups: Int; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, options: { z: Tensor; alpha: Scalar | null; bias: Tensor | null; stride: readonly Int[]; padding: readonly Int[]; dilation: readonly Int[]; groups: Int; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, z: Tensor, options: { alpha: Scalar | null; bias: Tensor | null; stride: readonly Int[]; padding: readonly Int[]; dilation: readonly Int[]; groups: Int; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, z: Tensor, alpha: Scalar | null, options: { bias: Tensor | null; stride: readonly Int[]; padding: readonly Int[]; dilation: readonly Int[]; groups: Int; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, z: Tensor, alpha: Scalar | null, bias: Tensor | null, options: { stride: readonly Int[]; padding: readonly Int[]; dilation: readonly Int[]; groups: Int; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, z: Tensor, alpha: Scalar | null, bias: Tensor | null, stride: readonly Int[], options: { padding: readonly Int[]; dilation: readonly Int[]; groups: Int; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, z: Tensor, alpha: Scalar | null, bias: Tensor | null, stride: readonly Int[], padding: readonly Int[], options: { dilation: readonly Int[]; groups: Int; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, z: Tensor, alpha: Scalar | null, bias: Tensor | null, stride: readonly Int[], padding: readonly Int[], dilation: readonly Int[], options: { groups: Int; out: Tensor }): Tensor;
} = asFunction('aten::cudnn_convolution_add_relu');

/**
 * `aten::cudnn_convolution_relu(Tensor self, Tensor weight, Tensor? bias, SymInt[] stride, SymInt[] padding, SymInt[] dilation, SymInt groups) -> Tensor`
 * `aten::cudnn_convolution_relu.out(Tensor self, Tensor weight, Tensor? bias, SymInt[] stride, SymInt[] padding, SymInt[] dilation, SymInt groups, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const cudnnConvolutionRelu: {
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: readonly Int[], padding: readonly Int[], dilation: readonly Int[], groups: Int): Tensor;
  (input: Tensor, options: { weight: Tensor; bias: Tensor | null; stride: readonly Int[]; padding: readonly Int[]; dilation: readonly Int[]; groups: Int }): Tensor;
  (input: Tensor, weight: Tensor, options: { bias: Tensor | null; stride: readonly Int[]; padding: readonly Int[]; dilation: readonly Int[]; groups: Int }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, options: { stride: readonly Int[]; padding: readonly Int[]; dilation: readonly Int[]; groups: Int }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: readonly Int[], options: { padding: readonly Int[]; dilation: readonly Int[]; groups: Int }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: readonly Int[], padding: readonly Int[], options: { dilation: readonly Int[]; groups: Int }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: readonly Int[], padding: readonly Int[], dilation: readonly Int[], options: { groups: Int }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: readonly Int[], padding: readonly Int[], dilation: readonly Int[], groups: Int, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { weight: Tensor; bias: Tensor | null; stride: readonly Int[]; padding: readonly Int[]; dilation: readonly Int[]; groups: Int; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, options: { bias: Tensor | null; stride: readonly Int[]; padding: readonly Int[]; dilation: readonly Int[]; groups: Int; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, options: { stride: readonly Int[]; padding: readonly Int[]; dilation: readonly Int[]; groups: Int; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: readonly Int[], options: { padding: readonly Int[]; dilation: readonly Int[]; groups: Int; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: readonly Int[], padding: readonly Int[], options: { dilation: readonly Int[]; groups: Int; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: readonly Int[], padding: readonly Int[], dilation: readonly Int[], options: { groups: Int; out: Tensor }): Tensor;
} = asFunction('aten::cudnn_convolution_relu');

/**
 * `aten::cudnn_convolution_transpose(Tensor self, Tensor weight, SymInt[] padding, SymInt[] output_padding, SymInt[] stride, SymInt[] dilation, SymInt groups, bool benchmark, bool deterministic, bool allow_tf32) -> Tensor`
 * `aten::cudnn_convolution_transpose.out(Tensor self, Tensor weight, SymInt[] padding, SymInt[] output_padding, SymInt[] stride, SymInt[] dilation, SymInt groups, bool benchmark, bool deterministic, bool allow_tf32, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const cudnnConvolutionTranspose: {
  (input: Tensor, weight: Tensor, padding: readonly Int[], outputPadding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], groups: Int, benchmark: boolean, deterministic: boolean, allowTf32: boolean): Tensor;
  (input: Tensor, options: { weight: Tensor; padding: readonly Int[]; outputPadding: readonly Int[]; stride: readonly Int[]; dilation: readonly Int[]; groups: Int; benchmark: boolean; deterministic: boolean; allowTf32: boolean }): Tensor;
  (input: Tensor, weight: Tensor, options: { padding: readonly Int[]; outputPadding: readonly Int[]; stride: readonly Int[]; dilation: readonly Int[]; groups: Int; benchmark: boolean; deterministic: boolean; allowTf32: boolean }): Tensor;
  (input: Tensor, weight: Tensor, padding: readonly Int[], options: { outputPadding: readonly Int[]; stride: readonly Int[]; dilation: readonly Int[]; groups: Int; benchmark: boolean; deterministic: boolean; allowTf32: boolean }): Tensor;
  (input: Tensor, weight: Tensor, padding: readonly Int[], outputPadding: readonly Int[], options: { stride: readonly Int[]; dilation: readonly Int[]; groups: Int; benchmark: boolean; deterministic: boolean; allowTf32: boolean }): Tensor;
  (input: Tensor, weight: Tensor, padding: readonly Int[], outputPadding: readonly Int[], stride: readonly Int[], options: { dilation: readonly Int[]; groups: Int; benchmark: boolean; deterministic: boolean; allowTf32: boolean }): Tensor;
  (input: Tensor, weight: Tensor, padding: readonly Int[], outputPadding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], options: { groups: Int; benchmark: boolean; deterministic: boolean; allowTf32: boolean }): Tensor;
  (input: Tensor, weight: Tensor, padding: readonly Int[], outputPadding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], groups: Int, options: { benchmark: boolean; deterministic: boolean; allowTf32: boolean }): Tensor;
  (input: Tensor, weight: Tensor, padding: readonly Int[], outputPadding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], groups: Int, benchmark: boolean, options: { deterministic: boolean; allowTf32: boolean }): Tensor;
  (input: Tensor, weight: Tensor, padding: readonly Int[], outputPadding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], groups: Int, benchmark: boolean, deterministic: boolean, options: { allowTf32: boolean }): Tensor;
  (input: Tensor, weight: Tensor, padding: readonly Int[], outputPadding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], groups: Int, benchmark: boolean, deterministic: boolean, allowTf32: boolean, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { weight: Tensor; padding: readonly Int[]; outputPadding: readonly Int[]; stride: readonly Int[]; dilation: readonly Int[]; groups: Int; benchmark: boolean; deterministic: boolean; allowTf32: boolean; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, options: { padding: readonly Int[]; outputPadding: readonly Int[]; stride: readonly Int[]; dilation: readonly Int[]; groups: Int; benchmark: boolean; deterministic: boolean; allowTf32: boolean; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, padding: readonly Int[], options: { outputPadding: readonly Int[]; stride: readonly Int[]; dilation: readonly Int[]; groups: Int; benchmark: boolean; deterministic: boolean; allowTf32: boolean; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, padding: readonly Int[], outputPadding: readonly Int[], options: { stride: readonly Int[]; dilation: readonly Int[]; groups: Int; benchmark: boolean; deterministic: boolean; allowTf32: boolean; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, padding: readonly Int[], outputPadding: readonly Int[], stride: readonly Int[], options: { dilation: readonly Int[]; groups: Int; benchmark: boolean; deterministic: boolean; allowTf32: boolean; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, padding: readonly Int[], outputPadding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], options: { groups: Int; benchmark: boolean; deterministic: boolean; allowTf32: boolean; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, padding: readonly Int[], outputPadding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], groups: Int, options: { benchmark: boolean; deterministic: boolean; allowTf32: boolean; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, padding: readonly Int[], outputPadding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], groups: Int, benchmark: boolean, options: { deterministic: boolean; allowTf32: boolean; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, padding: readonly Int[], outputPadding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], groups: Int, benchmark: boolean, deterministic: boolean, options: { allowTf32: boolean; out: Tensor }): Tensor;
} = asFunction('aten::cudnn_convolution_transpose');

/**
 * `aten::cudnn_grid_sampler(Tensor self, Tensor grid) -> Tensor output`
 * `aten::cudnn_grid_sampler.out(Tensor self, Tensor grid, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const cudnnGridSampler: {
  (input: Tensor, grid: Tensor): Tensor;
  (input: Tensor, options: { grid: Tensor }): Tensor;
  (input: Tensor, grid: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { grid: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::cudnn_grid_sampler');

/**
 * `aten::cudnn_is_acceptable(Tensor self) -> bool`
 */
export const cudnnIsAcceptable: {
  (input: Tensor): boolean;
} = asFunction('aten::cudnn_is_acceptable');

/**
 * `aten::cummax(Tensor self, int dim) -> (Tensor values, Tensor indices)`
 * `aten::cummax.out(Tensor self, int dim, *, Tensor(a!) values, Tensor(b!) indices) -> (Tensor(a!) values, Tensor(b!) indices)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cummax.html
 */
export const cummax: {
  (input: Tensor, dim: Int): [values: Tensor, indices: Tensor];
  (input: Tensor, options: { dim: Int }): [values: Tensor, indices: Tensor];
  (input: Tensor, dim: Int, options: { out: readonly [Tensor, Tensor] }): [values: Tensor, indices: Tensor];
  (input: Tensor, options: { dim: Int; out: readonly [Tensor, Tensor] }): [values: Tensor, indices: Tensor];
} = asFunction('aten::cummax');

/**
 * `aten::cummin(Tensor self, int dim) -> (Tensor values, Tensor indices)`
 * `aten::cummin.out(Tensor self, int dim, *, Tensor(a!) values, Tensor(b!) indices) -> (Tensor(a!) values, Tensor(b!) indices)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cummin.html
 */
export const cummin: {
  (input: Tensor, dim: Int): [values: Tensor, indices: Tensor];
  (input: Tensor, options: { dim: Int }): [values: Tensor, indices: Tensor];
  (input: Tensor, dim: Int, options: { out: readonly [Tensor, Tensor] }): [values: Tensor, indices: Tensor];
  (input: Tensor, options: { dim: Int; out: readonly [Tensor, Tensor] }): [values: Tensor, indices: Tensor];
} = asFunction('aten::cummin');

/**
 * `aten::cumprod(Tensor self, int dim, *, ScalarType? dtype=None) -> Tensor`
 * `aten::cumprod.out(Tensor self, int dim, *, ScalarType? dtype=None, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cumprod.html
 */
export const cumprod: {
  (input: Tensor, dim: Int, options?: { dtype?: DType | null }): Tensor;
  (input: Tensor, options: { dim: Int; dtype?: DType | null }): Tensor;
  (input: Tensor, dim: Int, options: { dtype?: DType | null; out: Tensor }): Tensor;
  (input: Tensor, options: { dim: Int; dtype?: DType | null; out: Tensor }): Tensor;
} = asFunction('aten::cumprod');

/**
 * `aten::cumsum(Tensor self, int dim, *, ScalarType? dtype=None) -> Tensor`
 * `aten::cumsum.out(Tensor self, int dim, *, ScalarType? dtype=None, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cumsum.html
 */
export const cumsum: {
  (input: Tensor, dim: Int, options?: { dtype?: DType | null }): Tensor;
  (input: Tensor, options: { dim: Int; dtype?: DType | null }): Tensor;
  (input: Tensor, dim: Int, options: { dtype?: DType | null; out: Tensor }): Tensor;
  (input: Tensor, options: { dim: Int; dtype?: DType | null; out: Tensor }): Tensor;
} = asFunction('aten::cumsum');

/**
 * `aten::cumulative_trapezoid.x(Tensor y, Tensor x, *, int dim=-1) -> Tensor`
 * `aten::cumulative_trapezoid.dx(Tensor y, *, Scalar dx=1, int dim=-1) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cumulative_trapezoid.html
 */
export const cumulativeTrapezoid: {
  (y: Tensor, x: Tensor, options?: { dim?: Int }): Tensor;
  (y: Tensor, options: { x: Tensor; dim?: Int }): Tensor;
  (y: Tensor, options?: { dx?: Scalar; dim?: Int }): Tensor;
} = asFunction('aten::cumulative_trapezoid');

/**
 * `aten::deg2rad(Tensor self) -> Tensor`
 * `aten::deg2rad.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.deg2rad.html
 */
export const deg2rad: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::deg2rad');

/**
 * `aten::deg2rad_(Tensor(a!) self) -> Tensor(a!)`
 */
export const deg2rad_: {
  (input: Tensor): Tensor;
} = asFunction('aten::deg2rad_');

/**
 * `aten::dequantize.self(Tensor self) -> Tensor`
 * `aten::dequantize.tensors(Tensor[] tensors) -> Tensor[]`
 * `aten::dequantize.self_out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::dequantize.tensors_out(Tensor[] tensors, *, Tensor(a!)[] out) -> ()`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.dequantize.html
 */
export const dequantize: {
  (input: Tensor): Tensor;
  (tensors: readonly Tensor[]): Tensor[];
  (input: Tensor, options: { out: Tensor }): Tensor;
  (tensors: readonly Tensor[], options: { out: Tensor[] }): void;
} = asFunction('aten::dequantize');

/**
 * `aten::det(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.det.html
 */
export const det: {
  (input: Tensor): Tensor;
} = asFunction('aten::det');

/**
 * `aten::detach(Tensor(a) self) -> Tensor(a)`
 */
export const detach: {
  (input: Tensor): Tensor;
} = asFunction('aten::detach');

/**
 * `aten::detach_copy(Tensor self) -> Tensor`
 * `aten::detach_copy.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const detachCopy: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::detach_copy');

/**
 * `aten::detach_(Tensor(a!) self) -> Tensor(a!)`
 */
export const detach_: {
  (input: Tensor): Tensor;
} = asFunction('aten::detach_');

/**
 * `aten::diag(Tensor self, int diagonal=0) -> Tensor`
 * `aten::diag.out(Tensor self, int diagonal=0, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.diag.html
 */
export const diag: {
  (input: Tensor, diagonal?: Int): Tensor;
  (input: Tensor, options: { diagonal?: Int }): Tensor;
  (input: Tensor, diagonal: Int | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { diagonal?: Int; out: Tensor }): Tensor;
} = asFunction('aten::diag');

/**
 * `aten::diag_embed(Tensor self, int offset=0, int dim1=-2, int dim2=-1) -> Tensor`
 * `aten::diag_embed.out(Tensor self, int offset=0, int dim1=-2, int dim2=-1, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.diag_embed.html
 */
export const diagEmbed: {
  (input: Tensor, offset?: Int, dim1?: Int, dim2?: Int): Tensor;
  (input: Tensor, options: { offset?: Int; dim1?: Int; dim2?: Int }): Tensor;
  (input: Tensor, offset: Int, options: { dim1?: Int; dim2?: Int }): Tensor;
  (input: Tensor, offset: Int, dim1: Int, options: { dim2?: Int }): Tensor;
  (input: Tensor, offset: Int | undefined, dim1: Int | undefined, dim2: Int | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { offset?: Int; dim1?: Int; dim2?: Int; out: Tensor }): Tensor;
  (input: Tensor, offset: Int, options: { dim1?: Int; dim2?: Int; out: Tensor }): Tensor;
  (input: Tensor, offset: Int, dim1: Int, options: { dim2?: Int; out: Tensor }): Tensor;
} = asFunction('aten::diag_embed');

/**
 * `aten::diagflat(Tensor self, int offset=0) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.diagflat.html
 */
export const diagflat: {
  (input: Tensor, offset?: Int): Tensor;
  (input: Tensor, options: { offset?: Int }): Tensor;
} = asFunction('aten::diagflat');

/**
 * `aten::diagonal(Tensor(a) self, int offset=0, int dim1=0, int dim2=1) -> Tensor(a)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.diagonal.html
 */
export const diagonal: {
  (input: Tensor, offset?: Int, dim1?: Int, dim2?: Int): Tensor;
  (input: Tensor, options: { offset?: Int; dim1?: Int; dim2?: Int }): Tensor;
  (input: Tensor, offset: Int, options: { dim1?: Int; dim2?: Int }): Tensor;
  (input: Tensor, offset: Int, dim1: Int, options: { dim2?: Int }): Tensor;
} = asFunction('aten::diagonal');

/**
 * `aten::diagonal_copy(Tensor self, int offset=0, int dim1=0, int dim2=1) -> Tensor`
 * `aten::diagonal_copy.out(Tensor self, int offset=0, int dim1=0, int dim2=1, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const diagonalCopy: {
  (input: Tensor, offset?: Int, dim1?: Int, dim2?: Int): Tensor;
  (input: Tensor, options: { offset?: Int; dim1?: Int; dim2?: Int }): Tensor;
  (input: Tensor, offset: Int, options: { dim1?: Int; dim2?: Int }): Tensor;
  (input: Tensor, offset: Int, dim1: Int, options: { dim2?: Int }): Tensor;
  (input: Tensor, offset: Int | undefined, dim1: Int | undefined, dim2: Int | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { offset?: Int; dim1?: Int; dim2?: Int; out: Tensor }): Tensor;
  (input: Tensor, offset: Int, options: { dim1?: Int; dim2?: Int; out: Tensor }): Tensor;
  (input: Tensor, offset: Int, dim1: Int, options: { dim2?: Int; out: Tensor }): Tensor;
} = asFunction('aten::diagonal_copy');

/**
 * `aten::diagonal_scatter(Tensor self, Tensor src, int offset=0, int dim1=0, int dim2=1) -> Tensor`
 * `aten::diagonal_scatter.out(Tensor self, Tensor src, int offset=0, int dim1=0, int dim2=1, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.diagonal_scatter.html
 */
export const diagonalScatter: {
  (input: Tensor, src: Tensor, offset?: Int, dim1?: Int, dim2?: Int): Tensor;
  (input: Tensor, options: { src: Tensor; offset?: Int; dim1?: Int; dim2?: Int }): Tensor;
  (input: Tensor, src: Tensor, options: { offset?: Int; dim1?: Int; dim2?: Int }): Tensor;
  (input: Tensor, src: Tensor, offset: Int, options: { dim1?: Int; dim2?: Int }): Tensor;
  (input: Tensor, src: Tensor, offset: Int, dim1: Int, options: { dim2?: Int }): Tensor;
  (input: Tensor, src: Tensor, offset: Int | undefined, dim1: Int | undefined, dim2: Int | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { src: Tensor; offset?: Int; dim1?: Int; dim2?: Int; out: Tensor }): Tensor;
  (input: Tensor, src: Tensor, options: { offset?: Int; dim1?: Int; dim2?: Int; out: Tensor }): Tensor;
  (input: Tensor, src: Tensor, offset: Int, options: { dim1?: Int; dim2?: Int; out: Tensor }): Tensor;
  (input: Tensor, src: Tensor, offset: Int, dim1: Int, options: { dim2?: Int; out: Tensor }): Tensor;
} = asFunction('aten::diagonal_scatter');

/**
 * `aten::diff(Tensor self, int n=1, int dim=-1, Tensor? prepend=None, Tensor? append=None) -> Tensor`
 * `aten::diff.out(Tensor self, int n=1, int dim=-1, Tensor? prepend=None, Tensor? append=None, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.diff.html
 */
export const diff: {
  (input: Tensor, n?: Int, dim?: Int, prepend?: Tensor | null, append?: Tensor | null): Tensor;
  (input: Tensor, options: { n?: Int; dim?: Int; prepend?: Tensor | null; append?: Tensor | null }): Tensor;
  (input: Tensor, n: Int, options: { dim?: Int; prepend?: Tensor | null; append?: Tensor | null }): Tensor;
  (input: Tensor, n: Int, dim: Int, options: { prepend?: Tensor | null; append?: Tensor | null }): Tensor;
  (input: Tensor, n: Int, dim: Int, prepend: Tensor | null, options: { append?: Tensor | null }): Tensor;
  (input: Tensor, n: Int | undefined, dim: Int | undefined, prepend: Tensor | null | undefined, append: Tensor | null | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { n?: Int; dim?: Int; prepend?: Tensor | null; append?: Tensor | null; out: Tensor }): Tensor;
  (input: Tensor, n: Int, options: { dim?: Int; prepend?: Tensor | null; append?: Tensor | null; out: Tensor }): Tensor;
  (input: Tensor, n: Int, dim: Int, options: { prepend?: Tensor | null; append?: Tensor | null; out: Tensor }): Tensor;
  (input: Tensor, n: Int, dim: Int, prepend: Tensor | null, options: { append?: Tensor | null; out: Tensor }): Tensor;
} = asFunction('aten::diff');

/**
 * `aten::digamma(Tensor self) -> Tensor`
 * `aten::digamma.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.digamma.html
 */
export const digamma: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::digamma');

/**
 * `aten::dist(Tensor self, Tensor other, Scalar p=2) -> Tensor`
 * `aten::dist.out(Tensor self, Tensor other, Scalar p=2, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.dist.html
 */
export const dist: {
  (input: Tensor, other: Tensor, p?: Scalar): Tensor;
  (input: Tensor, options: { other: Tensor; p?: Scalar }): Tensor;
  (input: Tensor, other: Tensor, options: { p?: Scalar }): Tensor;
  (input: Tensor, other: Tensor, p: Scalar | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Tensor; p?: Scalar; out: Tensor }): Tensor;
  (input: Tensor, other: Tensor, options: { p?: Scalar; out: Tensor }): Tensor;
} = asFunction('aten::dist');

/**
 * `aten::div.Tensor(Tensor self, Tensor other) -> Tensor`
 * `aten::div.Tensor_mode(Tensor self, Tensor other, *, str? rounding_mode) -> Tensor`
 * `aten::div.Scalar_mode(Tensor self, Scalar other, *, str? rounding_mode) -> Tensor`
 * `aten::div.Scalar_out(Tensor self, Scalar other, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::div.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::div.Scalar_mode_out(Tensor self, Scalar other, *, str? rounding_mode, Tensor(a!) out) -> Tensor(a!)`
 * `aten::div.out_mode(Tensor self, Tensor other, *, str? rounding_mode, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.div.html
 */
export const div: {
  (input: Tensor | Scalar, other: Tensor | Scalar): Tensor;
  (input: Tensor | Scalar, options: { other: Tensor | Scalar }): Tensor;
  (input: Tensor | Scalar, other: Tensor | Scalar, options?: { roundingMode?: string | null }): Tensor;
  (input: Tensor | Scalar, options: { other: Tensor | Scalar; roundingMode?: string | null }): Tensor;
  (input: Tensor | Scalar, other: Scalar, options?: { roundingMode?: string | null }): Tensor;
  (input: Tensor | Scalar, options: { other: Scalar; roundingMode?: string | null }): Tensor;
  (input: Tensor | Scalar, other: Scalar, options: { out: Tensor }): Tensor;
  (input: Tensor | Scalar, options: { other: Scalar; out: Tensor }): Tensor;
  (input: Tensor | Scalar, other: Tensor | Scalar, options: { out: Tensor }): Tensor;
  (input: Tensor | Scalar, options: { other: Tensor | Scalar; out: Tensor }): Tensor;
  (input: Tensor | Scalar, other: Scalar, options: { roundingMode?: string | null; out: Tensor }): Tensor;
  (input: Tensor | Scalar, options: { other: Scalar; roundingMode?: string | null; out: Tensor }): Tensor;
  (input: Tensor | Scalar, other: Tensor | Scalar, options: { roundingMode?: string | null; out: Tensor }): Tensor;
  (input: Tensor | Scalar, options: { other: Tensor | Scalar; roundingMode?: string | null; out: Tensor }): Tensor;
} = asFunction('aten::div');

/**
 * `aten::divide.Tensor(Tensor self, Tensor other) -> Tensor`
 * `aten::divide.Tensor_mode(Tensor self, Tensor other, *, str? rounding_mode) -> Tensor`
 * `aten::divide.Scalar(Tensor self, Scalar other) -> Tensor`
 * `aten::divide.Scalar_mode(Tensor self, Scalar other, *, str? rounding_mode) -> Tensor`
 * `aten::divide.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::divide.out_mode(Tensor self, Tensor other, *, str? rounding_mode, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.divide.html
 */
export const divide: {
  (input: Tensor | Scalar, other: Tensor | Scalar): Tensor;
  (input: Tensor | Scalar, options: { other: Tensor | Scalar }): Tensor;
  (input: Tensor | Scalar, other: Tensor | Scalar, options?: { roundingMode?: string | null }): Tensor;
  (input: Tensor | Scalar, options: { other: Tensor | Scalar; roundingMode?: string | null }): Tensor;
  (input: Tensor | Scalar, other: Scalar): Tensor;
  (input: Tensor | Scalar, options: { other: Scalar }): Tensor;
  (input: Tensor | Scalar, other: Scalar, options?: { roundingMode?: string | null }): Tensor;
  (input: Tensor | Scalar, options: { other: Scalar; roundingMode?: string | null }): Tensor;
  (input: Tensor | Scalar, other: Tensor | Scalar, options: { out: Tensor }): Tensor;
  (input: Tensor | Scalar, options: { other: Tensor | Scalar; out: Tensor }): Tensor;
  (input: Tensor | Scalar, other: Tensor | Scalar, options: { roundingMode?: string | null; out: Tensor }): Tensor;
  (input: Tensor | Scalar, options: { other: Tensor | Scalar; roundingMode?: string | null; out: Tensor }): Tensor;
} = asFunction('aten::divide');

/**
 * `aten::dot(Tensor self, Tensor tensor) -> Tensor`
 * `aten::dot.out(Tensor self, Tensor tensor, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.dot.html
 */
export const dot: {
  (input: Tensor, tensor: Tensor): Tensor;
  (input: Tensor, options: { tensor: Tensor }): Tensor;
  (input: Tensor, tensor: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { tensor: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::dot');

/**
 * `aten::dropout(Tensor input, float p, bool train) -> Tensor`
 */
export const dropout: {
  (input: Tensor, p: number, train: boolean): Tensor;
  (input: Tensor, options: { p: number; train: boolean }): Tensor;
  (input: Tensor, p: number, options: { train: boolean }): Tensor;
} = asFunction('aten::dropout');

/**
 * `aten::dropout_(Tensor(a!) self, float p, bool train) -> Tensor(a!)`
 */
export const dropout_: {
  (input: Tensor, p: number, train: boolean): Tensor;
  (input: Tensor, options: { p: number; train: boolean }): Tensor;
  (input: Tensor, p: number, options: { train: boolean }): Tensor;
} = asFunction('aten::dropout_');

/**
 * `aten::dsplit.int(Tensor(a -> *) self, int sections) -> Tensor(a)[]`
 * `aten::dsplit.array(Tensor(a -> *) self, int[] indices) -> Tensor(a)[]`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.dsplit.html
 */
export const dsplit: {
  (input: Tensor, sections: Int): Tensor[];
  (input: Tensor, options: { sections: Int }): Tensor[];
  (input: Tensor, indices: readonly Int[]): Tensor[];
  (input: Tensor, options: { indices: readonly Int[] }): Tensor[];
} = asFunction('aten::dsplit');

/**
 * `aten::dstack(Tensor[] tensors) -> Tensor`
 * `aten::dstack.out(Tensor[] tensors, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.dstack.html
 */
export const dstack: {
  (tensors: readonly Tensor[]): Tensor;
  (tensors: readonly Tensor[], options: { out: Tensor }): Tensor;
} = asFunction('aten::dstack');

/**
 * `aten::embedding(Tensor weight, Tensor indices, SymInt padding_idx=-1, bool scale_grad_by_freq=False, bool sparse=False) -> Tensor`
 * `aten::embedding.out(Tensor weight, Tensor indices, SymInt padding_idx=-1, bool scale_grad_by_freq=False, bool sparse=False, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const embedding: {
  (weight: Tensor, indices: Tensor, paddingIdx?: Int, scaleGradByFreq?: boolean, sparse?: boolean): Tensor;
  (weight: Tensor, options: { indices: Tensor; paddingIdx?: Int; scaleGradByFreq?: boolean; sparse?: boolean }): Tensor;
  (weight: Tensor, indices: Tensor, options: { paddingIdx?: Int; scaleGradByFreq?: boolean; sparse?: boolean }): Tensor;
  (weight: Tensor, indices: Tensor, paddingIdx: Int, options: { scaleGradByFreq?: boolean; sparse?: boolean }): Tensor;
  (weight: Tensor, indices: Tensor, paddingIdx: Int, scaleGradByFreq: boolean, options: { sparse?: boolean }): Tensor;
  (weight: Tensor, indices: Tensor, paddingIdx: Int | undefined, scaleGradByFreq: boolean | undefined, sparse: boolean | undefined, options: { out: Tensor }): Tensor;
  (weight: Tensor, options: { indices: Tensor; paddingIdx?: Int; scaleGradByFreq?: boolean; sparse?: boolean; out: Tensor }): Tensor;
  (weight: Tensor, indices: Tensor, options: { paddingIdx?: Int; scaleGradByFreq?: boolean; sparse?: boolean; out: Tensor }): Tensor;
  (weight: Tensor, indices: Tensor, paddingIdx: Int, options: { scaleGradByFreq?: boolean; sparse?: boolean; out: Tensor }): Tensor;
  (weight: Tensor, indices: Tensor, paddingIdx: Int, scaleGradByFreq: boolean, options: { sparse?: boolean; out: Tensor }): Tensor;
} = asFunction('aten::embedding');

/**
 * `aten::embedding_bag.padding_idx(Tensor weight, Tensor indices, Tensor offsets, bool scale_grad_by_freq, int mode, bool sparse, Tensor? per_sample_weights, bool include_last_offset, int? padding_idx) -> (Tensor, Tensor, Tensor, Tensor)`
 * `aten::embedding_bag(Tensor weight, Tensor indices, Tensor offsets, bool scale_grad_by_freq=False, int mode=0, bool sparse=False, Tensor? per_sample_weights=None, bool include_last_offset=False) -> (Tensor, Tensor, Tensor, Tensor)`
 */
export const embeddingBag: {
  (weight: Tensor, indices: Tensor, offsets: Tensor, scaleGradByFreq: boolean, mode: Int, sparse: boolean, perSampleWeights: Tensor | null, includeLastOffset: boolean, paddingIdx: Int | null): [Tensor, Tensor, Tensor, Tensor];
  (weight: Tensor, options: { indices: Tensor; offsets: Tensor; scaleGradByFreq: boolean; mode: Int; sparse: boolean; perSampleWeights: Tensor | null; includeLastOffset: boolean; paddingIdx: Int | null }): [Tensor, Tensor, Tensor, Tensor];
  (weight: Tensor, indices: Tensor, options: { offsets: Tensor; scaleGradByFreq: boolean; mode: Int; sparse: boolean; perSampleWeights: Tensor | null; includeLastOffset: boolean; paddingIdx: Int | null }): [Tensor, Tensor, Tensor, Tensor];
  (weight: Tensor, indices: Tensor, offsets: Tensor, options: { scaleGradByFreq: boolean; mode: Int; sparse: boolean; perSampleWeights: Tensor | null; includeLastOffset: boolean; paddingIdx: Int | null }): [Tensor, Tensor, Tensor, Tensor];
  (weight: Tensor, indices: Tensor, offsets: Tensor, scaleGradByFreq: boolean, options: { mode: Int; sparse: boolean; perSampleWeights: Tensor | null; includeLastOffset: boolean; paddingIdx: Int | null }): [Tensor, Tensor, Tensor, Tensor];
  (weight: Tensor, indices: Tensor, offsets: Tensor, scaleGradByFreq: boolean, mode: Int, options: { sparse: boolean; perSampleWeights: Tensor | null; includeLastOffset: boolean; paddingIdx: Int | null }): [Tensor, Tensor, Tensor, Tensor];
  (weight: Tensor, indices: Tensor, offsets: Tensor, scaleGradByFreq: boolean, mode: Int, sparse: boolean, options: { perSampleWeights: Tensor | null; includeLastOffset: boolean; paddingIdx: Int | null }): [Tensor, Tensor, Tensor, Tensor];
  (weight: Tensor, indices: Tensor, offsets: Tensor, scaleGradByFreq: boolean, mode: Int, sparse: boolean, perSampleWeights: Tensor | null, options: { includeLastOffset: boolean; paddingIdx: Int | null }): [Tensor, Tensor, Tensor, Tensor];
  (weight: Tensor, indices: Tensor, offsets: Tensor, scaleGradByFreq: boolean, mode: Int, sparse: boolean, perSampleWeights: Tensor | null, includeLastOffset: boolean, options: { paddingIdx: Int | null }): [Tensor, Tensor, Tensor, Tensor];
  (weight: Tensor, indices: Tensor, offsets: Tensor, scaleGradByFreq?: boolean, mode?: Int, sparse?: boolean, perSampleWeights?: Tensor | null, includeLastOffset?: boolean): [Tensor, Tensor, Tensor, Tensor];
  (weight: Tensor, options: { indices: Tensor; offsets: Tensor; scaleGradByFreq?: boolean; mode?: Int; sparse?: boolean; perSampleWeights?: Tensor | null; includeLastOffset?: boolean }): [Tensor, Tensor, Tensor, Tensor];
  (weight: Tensor, indices: Tensor, options: { offsets: Tensor; scaleGradByFreq?: boolean; mode?: Int; sparse?: boolean; perSampleWeights?: Tensor | null; includeLastOffset?: boolean }): [Tensor, Tensor, Tensor, Tensor];
  (weight: Tensor, indices: Tensor, offsets: Tensor, options: { scaleGradByFreq?: boolean; mode?: Int; sparse?: boolean; perSampleWeights?: Tensor | null; includeLastOffset?: boolean }): [Tensor, Tensor, Tensor, Tensor];
  (weight: Tensor, indices: Tensor, offsets: Tensor, scaleGradByFreq: boolean, options: { mode?: Int; sparse?: boolean; perSampleWeights?: Tensor | null; includeLastOffset?: boolean }): [Tensor, Tensor, Tensor, Tensor];
  (weight: Tensor, indices: Tensor, offsets: Tensor, scaleGradByFreq: boolean, mode: Int, options: { sparse?: boolean; perSampleWeights?: Tensor | null; includeLastOffset?: boolean }): [Tensor, Tensor, Tensor, Tensor];
  (weight: Tensor, indices: Tensor, offsets: Tensor, scaleGradByFreq: boolean, mode: Int, sparse: boolean, options: { perSampleWeights?: Tensor | null; includeLastOffset?: boolean }): [Tensor, Tensor, Tensor, Tensor];
  (weight: Tensor, indices: Tensor, offsets: Tensor, scaleGradByFreq: boolean, mode: Int, sparse: boolean, perSampleWeights: Tensor | null, options: { includeLastOffset?: boolean }): [Tensor, Tensor, Tensor, Tensor];
} = asFunction('aten::embedding_bag');

/**
 * `aten::embedding_renorm_(Tensor(a!) self, Tensor indices, float max_norm, float norm_type) -> Tensor(a!)`
 */
export const embeddingRenorm_: {
  (input: Tensor, indices: Tensor, maxNorm: number, normType: number): Tensor;
  (input: Tensor, options: { indices: Tensor; maxNorm: number; normType: number }): Tensor;
  (input: Tensor, indices: Tensor, options: { maxNorm: number; normType: number }): Tensor;
  (input: Tensor, indices: Tensor, maxNorm: number, options: { normType: number }): Tensor;
} = asFunction('aten::embedding_renorm_');

/**
 * `aten::empty.memory_format(SymInt[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor`
 * `aten::empty.out(SymInt[] size, *, MemoryFormat? memory_format=None, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.empty.html
 */
export const empty: {
  (size: readonly Int[], options?: { dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }): Tensor;
  (options: { size: readonly Int[]; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }): Tensor;
  (...size: readonly Int[]): Tensor;
  (...args: readonly [...size: Int[], options: { dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }]): Tensor;
  (size: readonly Int[], options: { memoryFormat?: MemoryFormat | null; out: Tensor }): Tensor;
  (options: { size: readonly Int[]; memoryFormat?: MemoryFormat | null; out: Tensor }): Tensor;
  (...args: readonly [...size: Int[], options: { memoryFormat?: MemoryFormat | null; out: Tensor }]): Tensor;
} = asFunction('aten::empty');

/**
 * `aten::empty_like(Tensor self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor`
 * `aten::empty_like.out(Tensor self, *, MemoryFormat? memory_format=None, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.empty_like.html
 */
export const emptyLike: {
  (input: Tensor, options?: { dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }): Tensor;
  (input: Tensor, options: { memoryFormat?: MemoryFormat | null; out: Tensor }): Tensor;
} = asFunction('aten::empty_like');

/**
 * `aten::empty_permuted(SymInt[] size, int[] physical_layout, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::empty_permuted.out(SymInt[] size, int[] physical_layout, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.empty_permuted.html
 */
export const emptyPermuted: {
  (size: readonly Int[], physicalLayout: readonly Int[], options?: { dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (options: { size: readonly Int[]; physicalLayout: readonly Int[]; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (size: readonly Int[], options: { physicalLayout: readonly Int[]; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (size: readonly Int[], physicalLayout: readonly Int[], options: { out: Tensor }): Tensor;
  (options: { size: readonly Int[]; physicalLayout: readonly Int[]; out: Tensor }): Tensor;
  (size: readonly Int[], options: { physicalLayout: readonly Int[]; out: Tensor }): Tensor;
} = asFunction('aten::empty_permuted');

/**
 * `aten::empty_quantized(int[] size, Tensor qtensor, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor`
 * `aten::empty_quantized.out(int[] size, Tensor qtensor, *, MemoryFormat? memory_format=None, Tensor(a!) out) -> Tensor(a!)`
 */
export const emptyQuantized: {
  (size: readonly Int[], qtensor: Tensor, options?: { dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }): Tensor;
  (size: readonly Int[], qtensor: Tensor, options: { memoryFormat?: MemoryFormat | null; out: Tensor }): Tensor;
} = asFunction('aten::empty_quantized');

/**
 * `aten::empty_strided(SymInt[] size, SymInt[] stride, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::empty_strided.out(SymInt[] size, SymInt[] stride, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.empty_strided.html
 */
export const emptyStrided: {
  (size: readonly Int[], stride: readonly Int[], options?: { dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (options: { size: readonly Int[]; stride: readonly Int[]; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (size: readonly Int[], options: { stride: readonly Int[]; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (size: readonly Int[], stride: readonly Int[], options: { out: Tensor }): Tensor;
  (options: { size: readonly Int[]; stride: readonly Int[]; out: Tensor }): Tensor;
  (size: readonly Int[], options: { stride: readonly Int[]; out: Tensor }): Tensor;
} = asFunction('aten::empty_strided');

/**
 * `aten::eq.Tensor(Tensor self, Tensor other) -> Tensor`
 * `aten::eq.Scalar(Tensor self, Scalar other) -> Tensor`
 * `aten::eq.Scalar_out(Tensor self, Scalar other, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::eq.Tensor_out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.eq.html
 */
export const eq: {
  (input: Tensor, other: Tensor): Tensor;
  (input: Tensor, options: { other: Tensor }): Tensor;
  (input: Tensor, other: Scalar): Tensor;
  (input: Tensor, options: { other: Scalar }): Tensor;
  (input: Tensor, other: Scalar, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Scalar; out: Tensor }): Tensor;
  (input: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::eq');

/**
 * `aten::equal(Tensor self, Tensor other) -> bool`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.equal.html
 */
export const equal: {
  (input: Tensor, other: Tensor): boolean;
  (input: Tensor, options: { other: Tensor }): boolean;
} = asFunction('aten::equal');

/**
 * `aten::erf(Tensor self) -> Tensor`
 * `aten::erf.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.erf.html
 */
export const erf: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::erf');

/**
 * `aten::erf_(Tensor(a!) self) -> Tensor(a!)`
 */
export const erf_: {
  (input: Tensor): Tensor;
} = asFunction('aten::erf_');

/**
 * `aten::erfc(Tensor self) -> Tensor`
 * `aten::erfc.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.erfc.html
 */
export const erfc: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::erfc');

/**
 * `aten::erfc_(Tensor(a!) self) -> Tensor(a!)`
 */
export const erfc_: {
  (input: Tensor): Tensor;
} = asFunction('aten::erfc_');

/**
 * `aten::erfinv(Tensor self) -> Tensor`
 * `aten::erfinv.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.erfinv.html
 */
export const erfinv: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::erfinv');

/**
 * `aten::exp(Tensor self) -> Tensor`
 * `aten::exp.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.exp.html
 */
export const exp: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::exp');

/**
 * `aten::exp2(Tensor self) -> Tensor`
 * `aten::exp2.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.exp2.html
 */
export const exp2: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::exp2');

/**
 * `aten::exp2_(Tensor(a!) self) -> Tensor(a!)`
 */
export const exp2_: {
  (input: Tensor): Tensor;
} = asFunction('aten::exp2_');

/**
 * `aten::exp_(Tensor(a!) self) -> Tensor(a!)`
 */
export const exp_: {
  (input: Tensor): Tensor;
} = asFunction('aten::exp_');

/**
 * `aten::expand_copy(Tensor self, SymInt[] size, *, bool implicit=False) -> Tensor`
 * `aten::expand_copy.out(Tensor self, SymInt[] size, *, bool implicit=False, Tensor(a!) out) -> Tensor(a!)`
 */
export const expandCopy: {
  (input: Tensor, size: readonly Int[], options?: { implicit?: boolean }): Tensor;
  (input: Tensor, options: { size: readonly Int[]; implicit?: boolean }): Tensor;
  (input: Tensor, size: readonly Int[], options: { implicit?: boolean; out: Tensor }): Tensor;
  (input: Tensor, options: { size: readonly Int[]; implicit?: boolean; out: Tensor }): Tensor;
} = asFunction('aten::expand_copy');

/**
 * `aten::expm1(Tensor self) -> Tensor`
 * `aten::expm1.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.expm1.html
 */
export const expm1: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::expm1');

/**
 * `aten::expm1_(Tensor(a!) self) -> Tensor(a!)`
 */
export const expm1_: {
  (input: Tensor): Tensor;
} = asFunction('aten::expm1_');

/**
 * `aten::eye(SymInt n, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::eye.m(SymInt n, SymInt m, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::eye.out(SymInt n, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::eye.m_out(SymInt n, SymInt m, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.eye.html
 */
export const eye: {
  (n: Int, options?: { dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (options: { n: Int; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (n: Int, m: Int, options?: { dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (options: { n: Int; m: Int; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (n: Int, options: { m: Int; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (n: Int, options: { out: Tensor }): Tensor;
  (options: { n: Int; out: Tensor }): Tensor;
  (n: Int, m: Int, options: { out: Tensor }): Tensor;
  (options: { n: Int; m: Int; out: Tensor }): Tensor;
  (n: Int, options: { m: Int; out: Tensor }): Tensor;
} = asFunction('aten::eye');

/**
 * `aten::fake_quantize_per_channel_affine(Tensor self, Tensor scale, Tensor zero_point, int axis, int quant_min, int quant_max) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.fake_quantize_per_channel_affine.html
 */
export const fakeQuantizePerChannelAffine: {
  (input: Tensor, scale: Tensor, zeroPoint: Tensor, axis: Int, quantMin: Int, quantMax: Int): Tensor;
  (input: Tensor, options: { scale: Tensor; zeroPoint: Tensor; axis: Int; quantMin: Int; quantMax: Int }): Tensor;
  (input: Tensor, scale: Tensor, options: { zeroPoint: Tensor; axis: Int; quantMin: Int; quantMax: Int }): Tensor;
  (input: Tensor, scale: Tensor, zeroPoint: Tensor, options: { axis: Int; quantMin: Int; quantMax: Int }): Tensor;
  (input: Tensor, scale: Tensor, zeroPoint: Tensor, axis: Int, options: { quantMin: Int; quantMax: Int }): Tensor;
  (input: Tensor, scale: Tensor, zeroPoint: Tensor, axis: Int, quantMin: Int, options: { quantMax: Int }): Tensor;
} = asFunction('aten::fake_quantize_per_channel_affine');

/**
 * `aten::fake_quantize_per_tensor_affine.tensor_qparams(Tensor self, Tensor scale, Tensor zero_point, int quant_min, int quant_max) -> Tensor`
 * `aten::fake_quantize_per_tensor_affine(Tensor self, float scale, int zero_point, int quant_min, int quant_max) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.fake_quantize_per_tensor_affine.html
 */
export const fakeQuantizePerTensorAffine: {
  (input: Tensor, scale: Tensor, zeroPoint: Tensor, quantMin: Int, quantMax: Int): Tensor;
  (input: Tensor, options: { scale: Tensor; zeroPoint: Tensor; quantMin: Int; quantMax: Int }): Tensor;
  (input: Tensor, scale: Tensor, options: { zeroPoint: Tensor; quantMin: Int; quantMax: Int }): Tensor;
  (input: Tensor, scale: Tensor, zeroPoint: Tensor, options: { quantMin: Int; quantMax: Int }): Tensor;
  (input: Tensor, scale: Tensor, zeroPoint: Tensor, quantMin: Int, options: { quantMax: Int }): Tensor;
  (input: Tensor, scale: number, zeroPoint: Int, quantMin: Int, quantMax: Int): Tensor;
  (input: Tensor, options: { scale: number; zeroPoint: Int; quantMin: Int; quantMax: Int }): Tensor;
  (input: Tensor, scale: number, options: { zeroPoint: Int; quantMin: Int; quantMax: Int }): Tensor;
  (input: Tensor, scale: number, zeroPoint: Int, options: { quantMin: Int; quantMax: Int }): Tensor;
  (input: Tensor, scale: number, zeroPoint: Int, quantMin: Int, options: { quantMax: Int }): Tensor;
} = asFunction('aten::fake_quantize_per_tensor_affine');

/**
 * `aten::fbgemm_linear_fp16_weight(Tensor input, Tensor packed_weight, Tensor bias) -> Tensor`
 * `aten::fbgemm_linear_fp16_weight.out(Tensor input, Tensor packed_weight, Tensor bias, Tensor(a!) output) -> Tensor`
 */
export const fbgemmLinearFp16Weight: {
  (input: Tensor, packedWeight: Tensor, bias: Tensor): Tensor;
  (input: Tensor, options: { packedWeight: Tensor; bias: Tensor }): Tensor;
  (input: Tensor, packedWeight: Tensor, options: { bias: Tensor }): Tensor;
  (input: Tensor, packedWeight: Tensor, bias: Tensor, output: Tensor): Tensor;
  (input: Tensor, options: { packedWeight: Tensor; bias: Tensor; output: Tensor }): Tensor;
  (input: Tensor, packedWeight: Tensor, options: { bias: Tensor; output: Tensor }): Tensor;
  (input: Tensor, packedWeight: Tensor, bias: Tensor, options: { output: Tensor }): Tensor;
} = asFunction('aten::fbgemm_linear_fp16_weight');

/**
 * `aten::fbgemm_linear_fp16_weight_fp32_activation(Tensor input, Tensor packed_weight, Tensor? bias) -> Tensor`
 * `aten::fbgemm_linear_fp16_weight_fp32_activation.out(Tensor input, Tensor packed_weight, Tensor? bias, Tensor(a!) output) -> Tensor`
 */
export const fbgemmLinearFp16WeightFp32Activation: {
  (input: Tensor, packedWeight: Tensor, bias: Tensor | null): Tensor;
  (input: Tensor, options: { packedWeight: Tensor; bias: Tensor | null }): Tensor;
  (input: Tensor, packedWeight: Tensor, options: { bias: Tensor | null }): Tensor;
  (input: Tensor, packedWeight: Tensor, bias: Tensor | null, output: Tensor): Tensor;
  (input: Tensor, options: { packedWeight: Tensor; bias: Tensor | null; output: Tensor }): Tensor;
  (input: Tensor, packedWeight: Tensor, options: { bias: Tensor | null; output: Tensor }): Tensor;
  (input: Tensor, packedWeight: Tensor, bias: Tensor | null, options: { output: Tensor }): Tensor;
} = asFunction('aten::fbgemm_linear_fp16_weight_fp32_activation');

/**
 * `aten::fbgemm_linear_int8_weight(Tensor input, Tensor weight, Tensor packed, Tensor col_offsets, Scalar weight_scale, Scalar weight_zero_point, Tensor bias) -> Tensor`
 */
export const fbgemmLinearInt8Weight: {
  (input: Tensor, weight: Tensor, packed: Tensor, colOffsets: Tensor, weightScale: Scalar, weightZeroPoint: Scalar, bias: Tensor): Tensor;
  (input: Tensor, options: { weight: Tensor; packed: Tensor; colOffsets: Tensor; weightScale: Scalar; weightZeroPoint: Scalar; bias: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, options: { packed: Tensor; colOffsets: Tensor; weightScale: Scalar; weightZeroPoint: Scalar; bias: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, packed: Tensor, options: { colOffsets: Tensor; weightScale: Scalar; weightZeroPoint: Scalar; bias: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, packed: Tensor, colOffsets: Tensor, options: { weightScale: Scalar; weightZeroPoint: Scalar; bias: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, packed: Tensor, colOffsets: Tensor, weightScale: Scalar, options: { weightZeroPoint: Scalar; bias: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, packed: Tensor, colOffsets: Tensor, weightScale: Scalar, weightZeroPoint: Scalar, options: { bias: Tensor }): Tensor;
} = asFunction('aten::fbgemm_linear_int8_weight');

/**
 * `aten::fbgemm_linear_int8_weight_fp32_activation(Tensor input, Tensor weight, Tensor packed, Tensor col_offsets, Scalar weight_scale, Scalar weight_zero_point, Tensor bias) -> Tensor`
 */
export const fbgemmLinearInt8WeightFp32Activation: {
  (input: Tensor, weight: Tensor, packed: Tensor, colOffsets: Tensor, weightScale: Scalar, weightZeroPoint: Scalar, bias: Tensor): Tensor;
  (input: Tensor, options: { weight: Tensor; packed: Tensor; colOffsets: Tensor; weightScale: Scalar; weightZeroPoint: Scalar; bias: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, options: { packed: Tensor; colOffsets: Tensor; weightScale: Scalar; weightZeroPoint: Scalar; bias: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, packed: Tensor, options: { colOffsets: Tensor; weightScale: Scalar; weightZeroPoint: Scalar; bias: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, packed: Tensor, colOffsets: Tensor, options: { weightScale: Scalar; weightZeroPoint: Scalar; bias: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, packed: Tensor, colOffsets: Tensor, weightScale: Scalar, options: { weightZeroPoint: Scalar; bias: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, packed: Tensor, colOffsets: Tensor, weightScale: Scalar, weightZeroPoint: Scalar, options: { bias: Tensor }): Tensor;
} = asFunction('aten::fbgemm_linear_int8_weight_fp32_activation');

/**
 * `aten::fbgemm_linear_quantize_weight(Tensor input) -> (Tensor, Tensor, float, int)`
 */
export const fbgemmLinearQuantizeWeight: {
  (input: Tensor): [Tensor, Tensor, number, number];
} = asFunction('aten::fbgemm_linear_quantize_weight');

/**
 * `aten::fbgemm_pack_gemm_matrix_fp16(Tensor input) -> Tensor`
 */
export const fbgemmPackGemmMatrixFp16: {
  (input: Tensor): Tensor;
} = asFunction('aten::fbgemm_pack_gemm_matrix_fp16');

/**
 * `aten::fbgemm_pack_quantized_matrix(Tensor input) -> Tensor`
 * `aten::fbgemm_pack_quantized_matrix.KN(Tensor input, int K, int N) -> Tensor`
 */
export const fbgemmPackQuantizedMatrix: {
  (input: Tensor): Tensor;
  (input: Tensor, K: Int, N: Int): Tensor;
  (input: Tensor, options: { K: Int; N: Int }): Tensor;
  (input: Tensor, K: Int, options: { N: Int }): Tensor;
} = asFunction('aten::fbgemm_pack_quantized_matrix');

/**
 * `aten::feature_alpha_dropout(Tensor input, float p, bool train) -> Tensor`
 */
export const featureAlphaDropout: {
  (input: Tensor, p: number, train: boolean): Tensor;
  (input: Tensor, options: { p: number; train: boolean }): Tensor;
  (input: Tensor, p: number, options: { train: boolean }): Tensor;
} = asFunction('aten::feature_alpha_dropout');

/**
 * `aten::feature_alpha_dropout_(Tensor(a!) self, float p, bool train) -> Tensor(a!)`
 */
export const featureAlphaDropout_: {
  (input: Tensor, p: number, train: boolean): Tensor;
  (input: Tensor, options: { p: number; train: boolean }): Tensor;
  (input: Tensor, p: number, options: { train: boolean }): Tensor;
} = asFunction('aten::feature_alpha_dropout_');

/**
 * `aten::feature_dropout(Tensor input, float p, bool train) -> Tensor`
 */
export const featureDropout: {
  (input: Tensor, p: number, train: boolean): Tensor;
  (input: Tensor, options: { p: number; train: boolean }): Tensor;
  (input: Tensor, p: number, options: { train: boolean }): Tensor;
} = asFunction('aten::feature_dropout');

/**
 * `aten::feature_dropout_(Tensor(a!) self, float p, bool train) -> Tensor(a!)`
 */
export const featureDropout_: {
  (input: Tensor, p: number, train: boolean): Tensor;
  (input: Tensor, options: { p: number; train: boolean }): Tensor;
  (input: Tensor, p: number, options: { train: boolean }): Tensor;
} = asFunction('aten::feature_dropout_');

/**
 * `aten::fill.Tensor(Tensor self, Tensor value) -> Tensor`
 * `aten::fill.Scalar(Tensor self, Scalar value) -> Tensor`
 * `aten::fill.Scalar_out(Tensor self, Scalar value, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::fill.Tensor_out(Tensor self, Tensor value, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const fill: {
  (input: Tensor, value: Tensor): Tensor;
  (input: Tensor, options: { value: Tensor }): Tensor;
  (input: Tensor, value: Scalar): Tensor;
  (input: Tensor, options: { value: Scalar }): Tensor;
  (input: Tensor, value: Scalar, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { value: Scalar; out: Tensor }): Tensor;
  (input: Tensor, value: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { value: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::fill');

/**
 * `aten::fill_.Tensor(Tensor(a!) self, Tensor value) -> Tensor(a!)`
 * `aten::fill_.Scalar(Tensor(a!) self, Scalar value) -> Tensor(a!)`
 */
export const fill_: {
  (input: Tensor, value: Tensor): Tensor;
  (input: Tensor, options: { value: Tensor }): Tensor;
  (input: Tensor, value: Scalar): Tensor;
  (input: Tensor, options: { value: Scalar }): Tensor;
} = asFunction('aten::fill_');

/**
 * `aten::fix(Tensor self) -> Tensor`
 * `aten::fix.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.fix.html
 */
export const fix: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::fix');

/**
 * `aten::fix_(Tensor(a!) self) -> Tensor(a!)`
 */
export const fix_: {
  (input: Tensor): Tensor;
} = asFunction('aten::fix_');

/**
 * `aten::flatten.using_ints(Tensor(a) self, int start_dim=0, int end_dim=-1) -> Tensor(a)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.flatten.html
 */
export const flatten: {
  (input: Tensor, startDim?: Int, endDim?: Int): Tensor;
  (input: Tensor, options: { startDim?: Int; endDim?: Int }): Tensor;
  (input: Tensor, startDim: Int, options: { endDim?: Int }): Tensor;
} = asFunction('aten::flatten');

/**
 * `aten::flip(Tensor self, int[] dims) -> Tensor`
 * `aten::flip.out(Tensor self, int[] dims, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.flip.html
 */
export const flip: {
  (input: Tensor, dims: readonly Int[]): Tensor;
  (input: Tensor, options: { dims: readonly Int[] }): Tensor;
  (input: Tensor, dims: readonly Int[], options: { out: Tensor }): Tensor;
  (input: Tensor, options: { dims: readonly Int[]; out: Tensor }): Tensor;
} = asFunction('aten::flip');

/**
 * `aten::fliplr(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.fliplr.html
 */
export const fliplr: {
  (input: Tensor): Tensor;
} = asFunction('aten::fliplr');

/**
 * `aten::flipud(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.flipud.html
 */
export const flipud: {
  (input: Tensor): Tensor;
} = asFunction('aten::flipud');

/**
 * `aten::float_power.Tensor_Tensor(Tensor self, Tensor exponent) -> Tensor`
 * `aten::float_power.Scalar(Scalar self, Tensor exponent) -> Tensor`
 * `aten::float_power.Tensor_Scalar(Tensor self, Scalar exponent) -> Tensor`
 * `aten::float_power.Scalar_out(Scalar self, Tensor exponent, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::float_power.Tensor_Scalar_out(Tensor self, Scalar exponent, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::float_power.Tensor_Tensor_out(Tensor self, Tensor exponent, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.float_power.html
 */
export const floatPower: {
  (input: Tensor, exponent: Tensor): Tensor;
  (input: Tensor, options: { exponent: Tensor }): Tensor;
  (input: Scalar, exponent: Tensor): Tensor;
  (input: Tensor, exponent: Scalar): Tensor;
  (input: Tensor, options: { exponent: Scalar }): Tensor;
  (input: Scalar, exponent: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, exponent: Scalar, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { exponent: Scalar; out: Tensor }): Tensor;
  (input: Tensor, exponent: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { exponent: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::float_power');

/**
 * `aten::floor(Tensor self) -> Tensor`
 * `aten::floor.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.floor.html
 */
export const floor: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::floor');

/**
 * `aten::floor_divide(Tensor self, Tensor other) -> Tensor`
 * `aten::floor_divide.Scalar(Tensor self, Scalar other) -> Tensor`
 * `aten::floor_divide.Scalar_out(Tensor self, Scalar other, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::floor_divide.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.floor_divide.html
 */
export const floorDivide: {
  (input: Tensor | Scalar, other: Tensor | Scalar): Tensor;
  (input: Tensor | Scalar, options: { other: Tensor | Scalar }): Tensor;
  (input: Tensor | Scalar, other: Scalar): Tensor;
  (input: Tensor | Scalar, options: { other: Scalar }): Tensor;
  (input: Tensor | Scalar, other: Scalar, options: { out: Tensor }): Tensor;
  (input: Tensor | Scalar, options: { other: Scalar; out: Tensor }): Tensor;
  (input: Tensor | Scalar, other: Tensor | Scalar, options: { out: Tensor }): Tensor;
  (input: Tensor | Scalar, options: { other: Tensor | Scalar; out: Tensor }): Tensor;
} = asFunction('aten::floor_divide');

/**
 * `aten::floor_(Tensor(a!) self) -> Tensor(a!)`
 */
export const floor_: {
  (input: Tensor): Tensor;
} = asFunction('aten::floor_');

/**
 * `aten::fmax(Tensor self, Tensor other) -> Tensor`
 * `aten::fmax.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.fmax.html
 */
export const fmax: {
  (input: Tensor, other: Tensor): Tensor;
  (input: Tensor, options: { other: Tensor }): Tensor;
  (input: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::fmax');

/**
 * `aten::fmin(Tensor self, Tensor other) -> Tensor`
 * `aten::fmin.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.fmin.html
 */
export const fmin: {
  (input: Tensor, other: Tensor): Tensor;
  (input: Tensor, options: { other: Tensor }): Tensor;
  (input: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::fmin');

/**
 * `aten::fmod.Tensor(Tensor self, Tensor other) -> Tensor`
 * `aten::fmod.Scalar(Tensor self, Scalar other) -> Tensor`
 * `aten::fmod.Scalar_out(Tensor self, Scalar other, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::fmod.Tensor_out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.fmod.html
 */
export const fmod: {
  (input: Tensor, other: Tensor): Tensor;
  (input: Tensor, options: { other: Tensor }): Tensor;
  (input: Tensor, other: Scalar): Tensor;
  (input: Tensor, options: { other: Scalar }): Tensor;
  (input: Tensor, other: Scalar, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Scalar; out: Tensor }): Tensor;
  (input: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::fmod');

/**
 * `aten::frac(Tensor self) -> Tensor`
 * `aten::frac.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.frac.html
 */
export const frac: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::frac');

/**
 * `aten::frac_(Tensor(a!) self) -> Tensor(a!)`
 */
export const frac_: {
  (input: Tensor): Tensor;
} = asFunction('aten::frac_');

/**
 * `aten::frexp.Tensor(Tensor self) -> (Tensor mantissa, Tensor exponent)`
 * `aten::frexp.Tensor_out(Tensor self, *, Tensor(a!) mantissa, Tensor(b!) exponent) -> (Tensor(a!) mantissa, Tensor(b!) exponent)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.frexp.html
 */
export const frexp: {
  (input: Tensor): [mantissa: Tensor, exponent: Tensor];
  (input: Tensor, options: { out: readonly [Tensor, Tensor] }): [mantissa: Tensor, exponent: Tensor];
} = asFunction('aten::frexp');

/**
 * `aten::frobenius_norm.dim(Tensor self, int[1] dim, bool keepdim=False) -> Tensor`
 * `aten::frobenius_norm.out(Tensor self, int[1] dim, bool keepdim=False, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const frobeniusNorm: {
  (input: Tensor, dim: Int | readonly Int[], keepdim?: boolean): Tensor;
  (input: Tensor, options: { dim: Int | readonly Int[]; keepdim?: boolean }): Tensor;
  (input: Tensor, dim: Int | readonly Int[], options: { keepdim?: boolean }): Tensor;
  (input: Tensor, dim: Int | readonly Int[], keepdim: boolean | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { dim: Int | readonly Int[]; keepdim?: boolean; out: Tensor }): Tensor;
  (input: Tensor, dim: Int | readonly Int[], options: { keepdim?: boolean; out: Tensor }): Tensor;
} = asFunction('aten::frobenius_norm');

/**
 * `aten::full(SymInt[] size, Scalar fill_value, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::full.out(SymInt[] size, Scalar fill_value, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.full.html
 */
export const full: {
  (size: readonly Int[], fillValue: Scalar, options?: { dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (options: { size: readonly Int[]; fillValue: Scalar; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (size: readonly Int[], options: { fillValue: Scalar; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (size: readonly Int[], fillValue: Scalar, options: { out: Tensor }): Tensor;
  (options: { size: readonly Int[]; fillValue: Scalar; out: Tensor }): Tensor;
  (size: readonly Int[], options: { fillValue: Scalar; out: Tensor }): Tensor;
} = asFunction('aten::full');

/**
 * `aten::full_like(Tensor self, Scalar fill_value, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor`
 * `aten::full_like.out(Tensor self, Scalar fill_value, *, MemoryFormat? memory_format=None, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.full_like.html
 */
export const fullLike: {
  (input: Tensor, fillValue: Scalar, options?: { dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }): Tensor;
  (input: Tensor, options: { fillValue: Scalar; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }): Tensor;
  (input: Tensor, fillValue: Scalar, options: { memoryFormat?: MemoryFormat | null; out: Tensor }): Tensor;
  (input: Tensor, options: { fillValue: Scalar; memoryFormat?: MemoryFormat | null; out: Tensor }): Tensor;
} = asFunction('aten::full_like');

/**
 * `aten::fused_moving_avg_obs_fake_quant(Tensor self, Tensor observer_on, Tensor fake_quant_on, Tensor(a!) running_min, Tensor(b!) running_max, Tensor(c!) scale, Tensor(d!) zero_point, float averaging_const, int quant_min, int quant_max, int ch_axis, bool per_row_fake_quant=False, bool symmetric_quant=False) -> Tensor`
 */
export const fusedMovingAvgObsFakeQuant: {
  (input: Tensor, observerOn: Tensor, fakeQuantOn: Tensor, runningMin: Tensor, runningMax: Tensor, scale: Tensor, zeroPoint: Tensor, averagingConst: number, quantMin: Int, quantMax: Int, chAxis: Int, perRowFakeQuant?: boolean, symmetricQuant?: boolean): Tensor;
  (input: Tensor, options: { observerOn: Tensor; fakeQuantOn: Tensor; runningMin: Tensor; runningMax: Tensor; scale: Tensor; zeroPoint: Tensor; averagingConst: number; quantMin: Int; quantMax: Int; chAxis: Int; perRowFakeQuant?: boolean; symmetricQuant?: boolean }): Tensor;
  (input: Tensor, observerOn: Tensor, options: { fakeQuantOn: Tensor; runningMin: Tensor; runningMax: Tensor; scale: Tensor; zeroPoint: Tensor; averagingConst: number; quantMin: Int; quantMax: Int; chAxis: Int; perRowFakeQuant?: boolean; symmetricQuant?: boolean }): Tensor;
  (input: Tensor, observerOn: Tensor, fakeQuantOn: Tensor, options: { runningMin: Tensor; runningMax: Tensor; scale: Tensor; zeroPoint: Tensor; averagingConst: number; quantMin: Int; quantMax: Int; chAxis: Int; perRowFakeQuant?: boolean; symmetricQuant?: boolean }): Tensor;
  (input: Tensor, observerOn: Tensor, fakeQuantOn: Tensor, runningMin: Tensor, options: { runningMax: Tensor; scale: Tensor; zeroPoint: Tensor; averagingConst: number; quantMin: Int; quantMax: Int; chAxis: Int; perRowFakeQuant?: boolean; symmetricQuant?: boolean }): Tensor;
  (input: Tensor, observerOn: Tensor, fakeQuantOn: Tensor, runningMin: Tensor, runningMax: Tensor, options: { scale: Tensor; zeroPoint: Tensor; averagingConst: number; quantMin: Int; quantMax: Int; chAxis: Int; perRowFakeQuant?: boolean; symmetricQuant?: boolean }): Tensor;
  (input: Tensor, observerOn: Tensor, fakeQuantOn: Tensor, runningMin: Tensor, runningMax: Tensor, scale: Tensor, options: { zeroPoint: Tensor; averagingConst: number; quantMin: Int; quantMax: Int; chAxis: Int; perRowFakeQuant?: boolean; symmetricQuant?: boolean }): Tensor;
  (input: Tensor, observerOn: Tensor, fakeQuantOn: Tensor, runningMin: Tensor, runningMax: Tensor, scale: Tensor, zeroPoint: Tensor, options: { averagingConst: number; quantMin: Int; quantMax: Int; chAxis: Int; perRowFakeQuant?: boolean; symmetricQuant?: boolean }): Tensor;
  (input: Tensor, observerOn: Tensor, fakeQuantOn: Tensor, runningMin: Tensor, runningMax: Tensor, scale: Tensor, zeroPoint: Tensor, averagingConst: number, options: { quantMin: Int; quantMax: Int; chAxis: Int; perRowFakeQuant?: boolean; symmetricQuant?: boolean }): Tensor;
  (input: Tensor, observerOn: Tensor, fakeQuantOn: Tensor, runningMin: Tensor, runningMax: Tensor, scale: Tensor, zeroPoint: Tensor, averagingConst: number, quantMin: Int, options: { quantMax: Int; chAxis: Int; perRowFakeQuant?: boolean; symmetricQuant?: boolean }): Tensor;
  (input: Tensor, observerOn: Tensor, fakeQuantOn: Tensor, runningMin: Tensor, runningMax: Tensor, scale: Tensor, zeroPoint: Tensor, averagingConst: number, quantMin: Int, quantMax: Int, options: { chAxis: Int; perRowFakeQuant?: boolean; symmetricQuant?: boolean }): Tensor;
  (input: Tensor, observerOn: Tensor, fakeQuantOn: Tensor, runningMin: Tensor, runningMax: Tensor, scale: Tensor, zeroPoint: Tensor, averagingConst: number, quantMin: Int, quantMax: Int, chAxis: Int, options: { perRowFakeQuant?: boolean; symmetricQuant?: boolean }): Tensor;
  (input: Tensor, observerOn: Tensor, fakeQuantOn: Tensor, runningMin: Tensor, runningMax: Tensor, scale: Tensor, zeroPoint: Tensor, averagingConst: number, quantMin: Int, quantMax: Int, chAxis: Int, perRowFakeQuant: boolean, options: { symmetricQuant?: boolean }): Tensor;
} = asFunction('aten::fused_moving_avg_obs_fake_quant');

/**
 * `aten::gather(Tensor self, int dim, Tensor index, *, bool sparse_grad=False) -> Tensor`
 * `aten::gather.out(Tensor self, int dim, Tensor index, *, bool sparse_grad=False, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.gather.html
 */
export const gather: {
  (input: Tensor, dim: Int, index: Tensor, options?: { sparseGrad?: boolean }): Tensor;
  (input: Tensor, options: { dim: Int; index: Tensor; sparseGrad?: boolean }): Tensor;
  (input: Tensor, dim: Int, options: { index: Tensor; sparseGrad?: boolean }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, options: { sparseGrad?: boolean; out: Tensor }): Tensor;
  (input: Tensor, options: { dim: Int; index: Tensor; sparseGrad?: boolean; out: Tensor }): Tensor;
  (input: Tensor, dim: Int, options: { index: Tensor; sparseGrad?: boolean; out: Tensor }): Tensor;
} = asFunction('aten::gather');

/**
 * `aten::gcd(Tensor self, Tensor other) -> Tensor`
 * `aten::gcd.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.gcd.html
 */
export const gcd: {
  (input: Tensor, other: Tensor): Tensor;
  (input: Tensor, options: { other: Tensor }): Tensor;
  (input: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::gcd');

/**
 * `aten::gcd_(Tensor(a!) self, Tensor other) -> Tensor(a!)`
 */
export const gcd_: {
  (input: Tensor, other: Tensor): Tensor;
  (input: Tensor, options: { other: Tensor }): Tensor;
} = asFunction('aten::gcd_');

/**
 * `aten::ge.Tensor(Tensor self, Tensor other) -> Tensor`
 * `aten::ge.Scalar(Tensor self, Scalar other) -> Tensor`
 * `aten::ge.Scalar_out(Tensor self, Scalar other, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::ge.Tensor_out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.ge.html
 */
export const ge: {
  (input: Tensor, other: Tensor): Tensor;
  (input: Tensor, options: { other: Tensor }): Tensor;
  (input: Tensor, other: Scalar): Tensor;
  (input: Tensor, options: { other: Scalar }): Tensor;
  (input: Tensor, other: Scalar, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Scalar; out: Tensor }): Tensor;
  (input: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::ge');

/**
 * `aten::geqrf(Tensor self) -> (Tensor a, Tensor tau)`
 * `aten::geqrf.a(Tensor self, *, Tensor(a!) a, Tensor(b!) tau) -> (Tensor(a!) a, Tensor(b!) tau)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.geqrf.html
 */
export const geqrf: {
  (input: Tensor): [a: Tensor, tau: Tensor];
  (input: Tensor, options: { out: readonly [Tensor, Tensor] }): [a: Tensor, tau: Tensor];
} = asFunction('aten::geqrf');

/**
 * `aten::ger(Tensor self, Tensor vec2) -> Tensor`
 * `aten::ger.out(Tensor self, Tensor vec2, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.ger.html
 */
export const ger: {
  (input: Tensor, vec2: Tensor): Tensor;
  (input: Tensor, options: { vec2: Tensor }): Tensor;
  (input: Tensor, vec2: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { vec2: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::ger');

/**
 * `aten::gradient.array(Tensor self, *, int[] dim, int edge_order=1) -> Tensor[]`
 * `aten::gradient.scalararray(Tensor self, *, Scalar spacing, int[] dim, int edge_order=1) -> Tensor[]`
 * `aten::gradient.scalarint(Tensor self, *, Scalar? spacing=None, int? dim=None, int edge_order=1) -> Tensor[]`
 * `aten::gradient.scalarrayint(Tensor self, *, Scalar[] spacing, int? dim=None, int edge_order=1) -> Tensor[]`
 * `aten::gradient.scalarrayarray(Tensor self, *, Scalar[] spacing, int[] dim, int edge_order=1) -> Tensor[]`
 * `aten::gradient.tensorarrayint(Tensor self, *, Tensor[] spacing, int? dim=None, int edge_order=1) -> Tensor[]`
 * `aten::gradient.tensorarray(Tensor self, *, Tensor[] spacing, int[] dim, int edge_order=1) -> Tensor[]`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.gradient.html
 */
export const gradient: {
  (input: Tensor, options: { dim: readonly Int[]; edgeOrder?: Int }): Tensor[];
  (input: Tensor, options: { spacing: Scalar; dim: readonly Int[]; edgeOrder?: Int }): Tensor[];
  (input: Tensor, options?: { spacing?: Scalar | null; dim?: Int | null; edgeOrder?: Int }): Tensor[];
  (input: Tensor, options: { spacing: readonly Scalar[]; dim?: Int | null; edgeOrder?: Int }): Tensor[];
  (input: Tensor, options: { spacing: readonly Scalar[]; dim: readonly Int[]; edgeOrder?: Int }): Tensor[];
  (input: Tensor, options: { spacing: readonly Tensor[]; dim?: Int | null; edgeOrder?: Int }): Tensor[];
  (input: Tensor, options: { spacing: readonly Tensor[]; dim: readonly Int[]; edgeOrder?: Int }): Tensor[];
} = asFunction('aten::gradient');

/**
 * `aten::greater.Tensor(Tensor self, Tensor other) -> Tensor`
 * `aten::greater.Scalar(Tensor self, Scalar other) -> Tensor`
 * `aten::greater.Scalar_out(Tensor self, Scalar other, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::greater.Tensor_out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.greater.html
 */
export const greater: {
  (input: Tensor, other: Tensor): Tensor;
  (input: Tensor, options: { other: Tensor }): Tensor;
  (input: Tensor, other: Scalar): Tensor;
  (input: Tensor, options: { other: Scalar }): Tensor;
  (input: Tensor, other: Scalar, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Scalar; out: Tensor }): Tensor;
  (input: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::greater');

/**
 * `aten::greater_equal.Tensor(Tensor self, Tensor other) -> Tensor`
 * `aten::greater_equal.Scalar(Tensor self, Scalar other) -> Tensor`
 * `aten::greater_equal.Scalar_out(Tensor self, Scalar other, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::greater_equal.Tensor_out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.greater_equal.html
 */
export const greaterEqual: {
  (input: Tensor, other: Tensor): Tensor;
  (input: Tensor, options: { other: Tensor }): Tensor;
  (input: Tensor, other: Scalar): Tensor;
  (input: Tensor, options: { other: Scalar }): Tensor;
  (input: Tensor, other: Scalar, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Scalar; out: Tensor }): Tensor;
  (input: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::greater_equal');

/**
 * `aten::grid_sampler(Tensor input, Tensor grid, int interpolation_mode, int padding_mode, bool align_corners) -> Tensor`
 */
export const gridSampler: {
  (input: Tensor, grid: Tensor, interpolationMode: Int, paddingMode: Int, alignCorners: boolean): Tensor;
  (input: Tensor, options: { grid: Tensor; interpolationMode: Int; paddingMode: Int; alignCorners: boolean }): Tensor;
  (input: Tensor, grid: Tensor, options: { interpolationMode: Int; paddingMode: Int; alignCorners: boolean }): Tensor;
  (input: Tensor, grid: Tensor, interpolationMode: Int, options: { paddingMode: Int; alignCorners: boolean }): Tensor;
  (input: Tensor, grid: Tensor, interpolationMode: Int, paddingMode: Int, options: { alignCorners: boolean }): Tensor;
} = asFunction('aten::grid_sampler');

/**
 * `aten::grid_sampler_2d(Tensor input, Tensor grid, int interpolation_mode, int padding_mode, bool align_corners) -> Tensor`
 * `aten::grid_sampler_2d.out(Tensor input, Tensor grid, int interpolation_mode, int padding_mode, bool align_corners, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const gridSampler2d: {
  (input: Tensor, grid: Tensor, interpolationMode: Int, paddingMode: Int, alignCorners: boolean): Tensor;
  (input: Tensor, options: { grid: Tensor; interpolationMode: Int; paddingMode: Int; alignCorners: boolean }): Tensor;
  (input: Tensor, grid: Tensor, options: { interpolationMode: Int; paddingMode: Int; alignCorners: boolean }): Tensor;
  (input: Tensor, grid: Tensor, interpolationMode: Int, options: { paddingMode: Int; alignCorners: boolean }): Tensor;
  (input: Tensor, grid: Tensor, interpolationMode: Int, paddingMode: Int, options: { alignCorners: boolean }): Tensor;
  (input: Tensor, grid: Tensor, interpolationMode: Int, paddingMode: Int, alignCorners: boolean, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { grid: Tensor; interpolationMode: Int; paddingMode: Int; alignCorners: boolean; out: Tensor }): Tensor;
  (input: Tensor, grid: Tensor, options: { interpolationMode: Int; paddingMode: Int; alignCorners: boolean; out: Tensor }): Tensor;
  (input: Tensor, grid: Tensor, interpolationMode: Int, options: { paddingMode: Int; alignCorners: boolean; out: Tensor }): Tensor;
  (input: Tensor, grid: Tensor, interpolationMode: Int, paddingMode: Int, options: { alignCorners: boolean; out: Tensor }): Tensor;
} = asFunction('aten::grid_sampler_2d');

/**
 * `aten::grid_sampler_3d(Tensor input, Tensor grid, int interpolation_mode, int padding_mode, bool align_corners) -> Tensor`
 * `aten::grid_sampler_3d.out(Tensor input, Tensor grid, int interpolation_mode, int padding_mode, bool align_corners, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const gridSampler3d: {
  (input: Tensor, grid: Tensor, interpolationMode: Int, paddingMode: Int, alignCorners: boolean): Tensor;
  (input: Tensor, options: { grid: Tensor; interpolationMode: Int; paddingMode: Int; alignCorners: boolean }): Tensor;
  (input: Tensor, grid: Tensor, options: { interpolationMode: Int; paddingMode: Int; alignCorners: boolean }): Tensor;
  (input: Tensor, grid: Tensor, interpolationMode: Int, options: { paddingMode: Int; alignCorners: boolean }): Tensor;
  (input: Tensor, grid: Tensor, interpolationMode: Int, paddingMode: Int, options: { alignCorners: boolean }): Tensor;
  (input: Tensor, grid: Tensor, interpolationMode: Int, paddingMode: Int, alignCorners: boolean, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { grid: Tensor; interpolationMode: Int; paddingMode: Int; alignCorners: boolean; out: Tensor }): Tensor;
  (input: Tensor, grid: Tensor, options: { interpolationMode: Int; paddingMode: Int; alignCorners: boolean; out: Tensor }): Tensor;
  (input: Tensor, grid: Tensor, interpolationMode: Int, options: { paddingMode: Int; alignCorners: boolean; out: Tensor }): Tensor;
  (input: Tensor, grid: Tensor, interpolationMode: Int, paddingMode: Int, options: { alignCorners: boolean; out: Tensor }): Tensor;
} = asFunction('aten::grid_sampler_3d');

/**
 * `aten::group_norm(Tensor input, int num_groups, Tensor? weight=None, Tensor? bias=None, float eps=1.0000000000000001e-05, bool cudnn_enabled=True) -> Tensor`
 */
export const groupNorm: {
  (input: Tensor, numGroups: Int, weight?: Tensor | null, bias?: Tensor | null, eps?: number, cudnnEnabled?: boolean): Tensor;
  (input: Tensor, options: { numGroups: Int; weight?: Tensor | null; bias?: Tensor | null; eps?: number; cudnnEnabled?: boolean }): Tensor;
  (input: Tensor, numGroups: Int, options: { weight?: Tensor | null; bias?: Tensor | null; eps?: number; cudnnEnabled?: boolean }): Tensor;
  (input: Tensor, numGroups: Int, weight: Tensor | null, options: { bias?: Tensor | null; eps?: number; cudnnEnabled?: boolean }): Tensor;
  (input: Tensor, numGroups: Int, weight: Tensor | null, bias: Tensor | null, options: { eps?: number; cudnnEnabled?: boolean }): Tensor;
  (input: Tensor, numGroups: Int, weight: Tensor | null, bias: Tensor | null, eps: number, options: { cudnnEnabled?: boolean }): Tensor;
} = asFunction('aten::group_norm');

/**
 * `aten::gru.data(Tensor data, Tensor batch_sizes, Tensor hx, Tensor[] params, bool has_biases, int num_layers, float dropout, bool train, bool bidirectional) -> (Tensor, Tensor)`
 * `aten::gru.input(Tensor input, Tensor hx, Tensor[] params, bool has_biases, int num_layers, float dropout, bool train, bool bidirectional, bool batch_first) -> (Tensor, Tensor)`
 */
export const gru: {
  (data: Tensor, batchSizes: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: Int, dropout: number, train: boolean, bidirectional: boolean): [Tensor, Tensor];
  (data: Tensor, options: { batchSizes: Tensor; hx: Tensor; params: readonly Tensor[]; hasBiases: boolean; numLayers: Int; dropout: number; train: boolean; bidirectional: boolean }): [Tensor, Tensor];
  (data: Tensor, batchSizes: Tensor, options: { hx: Tensor; params: readonly Tensor[]; hasBiases: boolean; numLayers: Int; dropout: number; train: boolean; bidirectional: boolean }): [Tensor, Tensor];
  (data: Tensor, batchSizes: Tensor, hx: Tensor, options: { params: readonly Tensor[]; hasBiases: boolean; numLayers: Int; dropout: number; train: boolean; bidirectional: boolean }): [Tensor, Tensor];
  (data: Tensor, batchSizes: Tensor, hx: Tensor, params: readonly Tensor[], options: { hasBiases: boolean; numLayers: Int; dropout: number; train: boolean; bidirectional: boolean }): [Tensor, Tensor];
  (data: Tensor, batchSizes: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, options: { numLayers: Int; dropout: number; train: boolean; bidirectional: boolean }): [Tensor, Tensor];
  (data: Tensor, batchSizes: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: Int, options: { dropout: number; train: boolean; bidirectional: boolean }): [Tensor, Tensor];
  (data: Tensor, batchSizes: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: Int, dropout: number, options: { train: boolean; bidirectional: boolean }): [Tensor, Tensor];
  (data: Tensor, batchSizes: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: Int, dropout: number, train: boolean, options: { bidirectional: boolean }): [Tensor, Tensor];
  (input: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: Int, dropout: number, train: boolean, bidirectional: boolean, batchFirst: boolean): [Tensor, Tensor];
  (input: Tensor, options: { hx: Tensor; params: readonly Tensor[]; hasBiases: boolean; numLayers: Int; dropout: number; train: boolean; bidirectional: boolean; batchFirst: boolean }): [Tensor, Tensor];
  (input: Tensor, hx: Tensor, options: { params: readonly Tensor[]; hasBiases: boolean; numLayers: Int; dropout: number; train: boolean; bidirectional: boolean; batchFirst: boolean }): [Tensor, Tensor];
  (input: Tensor, hx: Tensor, params: readonly Tensor[], options: { hasBiases: boolean; numLayers: Int; dropout: number; train: boolean; bidirectional: boolean; batchFirst: boolean }): [Tensor, Tensor];
  (input: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, options: { numLayers: Int; dropout: number; train: boolean; bidirectional: boolean; batchFirst: boolean }): [Tensor, Tensor];
  (input: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: Int, options: { dropout: number; train: boolean; bidirectional: boolean; batchFirst: boolean }): [Tensor, Tensor];
  (input: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: Int, dropout: number, options: { train: boolean; bidirectional: boolean; batchFirst: boolean }): [Tensor, Tensor];
  (input: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: Int, dropout: number, train: boolean, options: { bidirectional: boolean; batchFirst: boolean }): [Tensor, Tensor];
  (input: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: Int, dropout: number, train: boolean, bidirectional: boolean, options: { batchFirst: boolean }): [Tensor, Tensor];
} = asFunction('aten::gru');

/**
 * `aten::gru_cell(Tensor input, Tensor hx, Tensor w_ih, Tensor w_hh, Tensor? b_ih=None, Tensor? b_hh=None) -> Tensor`
 */
export const gruCell: {
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh?: Tensor | null, bHh?: Tensor | null): Tensor;
  (input: Tensor, options: { hx: Tensor; wIh: Tensor; wHh: Tensor; bIh?: Tensor | null; bHh?: Tensor | null }): Tensor;
  (input: Tensor, hx: Tensor, options: { wIh: Tensor; wHh: Tensor; bIh?: Tensor | null; bHh?: Tensor | null }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, options: { wHh: Tensor; bIh?: Tensor | null; bHh?: Tensor | null }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, options: { bIh?: Tensor | null; bHh?: Tensor | null }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor | null, options: { bHh?: Tensor | null }): Tensor;
} = asFunction('aten::gru_cell');

/**
 * `aten::gt.Tensor(Tensor self, Tensor other) -> Tensor`
 * `aten::gt.Scalar(Tensor self, Scalar other) -> Tensor`
 * `aten::gt.Scalar_out(Tensor self, Scalar other, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::gt.Tensor_out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.gt.html
 */
export const gt: {
  (input: Tensor, other: Tensor): Tensor;
  (input: Tensor, options: { other: Tensor }): Tensor;
  (input: Tensor, other: Scalar): Tensor;
  (input: Tensor, options: { other: Scalar }): Tensor;
  (input: Tensor, other: Scalar, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Scalar; out: Tensor }): Tensor;
  (input: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::gt');

/**
 * `aten::hamming_window(int window_length, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::hamming_window.periodic(int window_length, bool periodic, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::hamming_window.periodic_alpha(int window_length, bool periodic, float alpha, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::hamming_window.periodic_alpha_beta(int window_length, bool periodic, float alpha, float beta, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::hamming_window.out(int window_length, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::hamming_window.periodic_out(int window_length, bool periodic, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::hamming_window.periodic_alpha_out(int window_length, bool periodic, float alpha, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::hamming_window.periodic_alpha_beta_out(int window_length, bool periodic, float alpha, float beta, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.hamming_window.html
 */
export const hammingWindow: {
  (windowLength: Int, options?: { dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (options: { windowLength: Int; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (windowLength: Int, periodic: boolean, options?: { dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (options: { windowLength: Int; periodic: boolean; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (windowLength: Int, options: { periodic: boolean; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (windowLength: Int, periodic: boolean, alpha: number, options?: { dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (options: { windowLength: Int; periodic: boolean; alpha: number; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (windowLength: Int, options: { periodic: boolean; alpha: number; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (windowLength: Int, periodic: boolean, options: { alpha: number; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (windowLength: Int, periodic: boolean, alpha: number, beta: number, options?: { dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (options: { windowLength: Int; periodic: boolean; alpha: number; beta: number; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (windowLength: Int, options: { periodic: boolean; alpha: number; beta: number; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (windowLength: Int, periodic: boolean, options: { alpha: number; beta: number; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (windowLength: Int, periodic: boolean, alpha: number, options: { beta: number; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (windowLength: Int, options: { out: Tensor }): Tensor;
  (options: { windowLength: Int; out: Tensor }): Tensor;
  (windowLength: Int, periodic: boolean, options: { out: Tensor }): Tensor;
  (options: { windowLength: Int; periodic: boolean; out: Tensor }): Tensor;
  (windowLength: Int, options: { periodic: boolean; out: Tensor }): Tensor;
  (windowLength: Int, periodic: boolean, alpha: number, options: { out: Tensor }): Tensor;
  (options: { windowLength: Int; periodic: boolean; alpha: number; out: Tensor }): Tensor;
  (windowLength: Int, options: { periodic: boolean; alpha: number; out: Tensor }): Tensor;
  (windowLength: Int, periodic: boolean, options: { alpha: number; out: Tensor }): Tensor;
  (windowLength: Int, periodic: boolean, alpha: number, beta: number, options: { out: Tensor }): Tensor;
  (options: { windowLength: Int; periodic: boolean; alpha: number; beta: number; out: Tensor }): Tensor;
  (windowLength: Int, options: { periodic: boolean; alpha: number; beta: number; out: Tensor }): Tensor;
  (windowLength: Int, periodic: boolean, options: { alpha: number; beta: number; out: Tensor }): Tensor;
  (windowLength: Int, periodic: boolean, alpha: number, options: { beta: number; out: Tensor }): Tensor;
} = asFunction('aten::hamming_window');

/**
 * `aten::hann_window(int window_length, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::hann_window.periodic(int window_length, bool periodic, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::hann_window.out(int window_length, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::hann_window.periodic_out(int window_length, bool periodic, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.hann_window.html
 */
export const hannWindow: {
  (windowLength: Int, options?: { dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (options: { windowLength: Int; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (windowLength: Int, periodic: boolean, options?: { dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (options: { windowLength: Int; periodic: boolean; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (windowLength: Int, options: { periodic: boolean; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (windowLength: Int, options: { out: Tensor }): Tensor;
  (options: { windowLength: Int; out: Tensor }): Tensor;
  (windowLength: Int, periodic: boolean, options: { out: Tensor }): Tensor;
  (options: { windowLength: Int; periodic: boolean; out: Tensor }): Tensor;
  (windowLength: Int, options: { periodic: boolean; out: Tensor }): Tensor;
} = asFunction('aten::hann_window');

/**
 * `aten::hardshrink(Tensor self, Scalar lambd=0.5) -> Tensor`
 * `aten::hardshrink.out(Tensor self, Scalar lambd=0.5, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.hardshrink.html
 */
export const hardshrink: {
  (input: Tensor, lambd?: Scalar): Tensor;
  (input: Tensor, options: { lambd?: Scalar }): Tensor;
  (input: Tensor, lambd: Scalar | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { lambd?: Scalar; out: Tensor }): Tensor;
} = asFunction('aten::hardshrink');

/**
 * `aten::hash_tensor(Tensor self, int[1] dim=[], *, bool keepdim=False, int mode=0) -> Tensor`
 * `aten::hash_tensor.out(Tensor self, int[1] dim=[], *, bool keepdim=False, int mode=0, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.hash_tensor.html
 */
export const hashTensor: {
  (input: Tensor, dim?: Int | readonly Int[], options?: { keepdim?: boolean; mode?: Int }): Tensor;
  (input: Tensor, options: { dim?: Int | readonly Int[]; keepdim?: boolean; mode?: Int }): Tensor;
  (input: Tensor, dim: Int | readonly Int[] | undefined, options: { keepdim?: boolean; mode?: Int; out: Tensor }): Tensor;
  (input: Tensor, options: { dim?: Int | readonly Int[]; keepdim?: boolean; mode?: Int; out: Tensor }): Tensor;
} = asFunction('aten::hash_tensor');

/**
 * `aten::heaviside(Tensor self, Tensor values) -> Tensor`
 * `aten::heaviside.out(Tensor self, Tensor values, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.heaviside.html
 */
export const heaviside: {
  (input: Tensor, values: Tensor): Tensor;
  (input: Tensor, options: { values: Tensor }): Tensor;
  (input: Tensor, values: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { values: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::heaviside');

/**
 * `aten::hinge_embedding_loss(Tensor self, Tensor target, float margin=1., int reduction=1) -> Tensor`
 */
export const hingeEmbeddingLoss: {
  (input: Tensor, target: Tensor, margin?: number, reduction?: Int): Tensor;
  (input: Tensor, options: { target: Tensor; margin?: number; reduction?: Int }): Tensor;
  (input: Tensor, target: Tensor, options: { margin?: number; reduction?: Int }): Tensor;
  (input: Tensor, target: Tensor, margin: number, options: { reduction?: Int }): Tensor;
} = asFunction('aten::hinge_embedding_loss');

/**
 * `aten::histc(Tensor self, int bins=100, Scalar min=0, Scalar max=0) -> Tensor`
 * `aten::histc.out(Tensor self, int bins=100, Scalar min=0, Scalar max=0, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.histc.html
 */
export const histc: {
  (input: Tensor, bins?: Int, min?: Scalar, max?: Scalar): Tensor;
  (input: Tensor, options: { bins?: Int; min?: Scalar; max?: Scalar }): Tensor;
  (input: Tensor, bins: Int, options: { min?: Scalar; max?: Scalar }): Tensor;
  (input: Tensor, bins: Int, min: Scalar, options: { max?: Scalar }): Tensor;
  (input: Tensor, bins: Int | undefined, min: Scalar | undefined, max: Scalar | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { bins?: Int; min?: Scalar; max?: Scalar; out: Tensor }): Tensor;
  (input: Tensor, bins: Int, options: { min?: Scalar; max?: Scalar; out: Tensor }): Tensor;
  (input: Tensor, bins: Int, min: Scalar, options: { max?: Scalar; out: Tensor }): Tensor;
} = asFunction('aten::histc');

/**
 * `aten::histogram.bins_tensor(Tensor self, Tensor bins, *, Tensor? weight=None, bool density=False) -> (Tensor hist, Tensor bin_edges)`
 * `aten::histogram.bin_ct(Tensor self, int bins=100, *, float[]? range=None, Tensor? weight=None, bool density=False) -> (Tensor hist, Tensor bin_edges)`
 * `aten::histogram.bins_tensor_out(Tensor self, Tensor bins, *, Tensor? weight=None, bool density=False, Tensor(a!) hist, Tensor(b!) bin_edges) -> (Tensor(a!) hist, Tensor(b!) bin_edges)`
 * `aten::histogram.bin_ct_out(Tensor self, int bins=100, *, float[]? range=None, Tensor? weight=None, bool density=False, Tensor(a!) hist, Tensor(b!) bin_edges) -> (Tensor(a!) hist, Tensor(b!) bin_edges)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.histogram.html
 */
export const histogram: {
  (input: Tensor, bins: Tensor, options?: { weight?: Tensor | null; density?: boolean }): [hist: Tensor, binEdges: Tensor];
  (input: Tensor, options: { bins: Tensor; weight?: Tensor | null; density?: boolean }): [hist: Tensor, binEdges: Tensor];
  (input: Tensor, bins?: Int, options?: { range?: readonly number[] | null; weight?: Tensor | null; density?: boolean }): [hist: Tensor, binEdges: Tensor];
  (input: Tensor, options: { bins?: Int; range?: readonly number[] | null; weight?: Tensor | null; density?: boolean }): [hist: Tensor, binEdges: Tensor];
  (input: Tensor, bins: Tensor, options: { weight?: Tensor | null; density?: boolean; out: readonly [Tensor, Tensor] }): [hist: Tensor, binEdges: Tensor];
  (input: Tensor, options: { bins: Tensor; weight?: Tensor | null; density?: boolean; out: readonly [Tensor, Tensor] }): [hist: Tensor, binEdges: Tensor];
  (input: Tensor, bins: Int | undefined, options: { range?: readonly number[] | null; weight?: Tensor | null; density?: boolean; out: readonly [Tensor, Tensor] }): [hist: Tensor, binEdges: Tensor];
  (input: Tensor, options: { bins?: Int; range?: readonly number[] | null; weight?: Tensor | null; density?: boolean; out: readonly [Tensor, Tensor] }): [hist: Tensor, binEdges: Tensor];
} = asFunction('aten::histogram');

/**
 * `aten::histogramdd.int_bins(Tensor self, int bins, float[]? range=None, Tensor? weight=None, bool density=False) -> (Tensor hist, Tensor[] bin_edges)`
 * `aten::histogramdd(Tensor self, int[] bins, float[]? range=None, Tensor? weight=None, bool density=False) -> (Tensor hist, Tensor[] bin_edges)`
 * `aten::histogramdd.TensorList_bins(Tensor self, Tensor[] bins, float[]? range=None, Tensor? weight=None, bool density=False) -> (Tensor hist, Tensor[] bin_edges)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.histogramdd.html
 */
export const histogramdd: {
  (input: Tensor, bins: Int, range?: readonly number[] | null, weight?: Tensor | null, density?: boolean): [hist: Tensor, binEdges: Tensor[]];
  (input: Tensor, options: { bins: Int; range?: readonly number[] | null; weight?: Tensor | null; density?: boolean }): [hist: Tensor, binEdges: Tensor[]];
  (input: Tensor, bins: Int, options: { range?: readonly number[] | null; weight?: Tensor | null; density?: boolean }): [hist: Tensor, binEdges: Tensor[]];
  (input: Tensor, bins: Int, range: readonly number[] | null, options: { weight?: Tensor | null; density?: boolean }): [hist: Tensor, binEdges: Tensor[]];
  (input: Tensor, bins: Int, range: readonly number[] | null, weight: Tensor | null, options: { density?: boolean }): [hist: Tensor, binEdges: Tensor[]];
  (input: Tensor, bins: readonly Int[], range?: readonly number[] | null, weight?: Tensor | null, density?: boolean): [hist: Tensor, binEdges: Tensor[]];
  (input: Tensor, options: { bins: readonly Int[]; range?: readonly number[] | null; weight?: Tensor | null; density?: boolean }): [hist: Tensor, binEdges: Tensor[]];
  (input: Tensor, bins: readonly Int[], options: { range?: readonly number[] | null; weight?: Tensor | null; density?: boolean }): [hist: Tensor, binEdges: Tensor[]];
  (input: Tensor, bins: readonly Int[], range: readonly number[] | null, options: { weight?: Tensor | null; density?: boolean }): [hist: Tensor, binEdges: Tensor[]];
  (input: Tensor, bins: readonly Int[], range: readonly number[] | null, weight: Tensor | null, options: { density?: boolean }): [hist: Tensor, binEdges: Tensor[]];
  (input: Tensor, bins: readonly Tensor[], range?: readonly number[] | null, weight?: Tensor | null, density?: boolean): [hist: Tensor, binEdges: Tensor[]];
  (input: Tensor, options: { bins: readonly Tensor[]; range?: readonly number[] | null; weight?: Tensor | null; density?: boolean }): [hist: Tensor, binEdges: Tensor[]];
  (input: Tensor, bins: readonly Tensor[], options: { range?: readonly number[] | null; weight?: Tensor | null; density?: boolean }): [hist: Tensor, binEdges: Tensor[]];
  (input: Tensor, bins: readonly Tensor[], range: readonly number[] | null, options: { weight?: Tensor | null; density?: boolean }): [hist: Tensor, binEdges: Tensor[]];
  (input: Tensor, bins: readonly Tensor[], range: readonly number[] | null, weight: Tensor | null, options: { density?: boolean }): [hist: Tensor, binEdges: Tensor[]];
} = asFunction('aten::histogramdd');

/**
 * `aten::hsplit.int(Tensor(a -> *) self, int sections) -> Tensor(a)[]`
 * `aten::hsplit.array(Tensor(a -> *) self, int[] indices) -> Tensor(a)[]`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.hsplit.html
 */
export const hsplit: {
  (input: Tensor, sections: Int): Tensor[];
  (input: Tensor, options: { sections: Int }): Tensor[];
  (input: Tensor, indices: readonly Int[]): Tensor[];
  (input: Tensor, options: { indices: readonly Int[] }): Tensor[];
} = asFunction('aten::hsplit');

/**
 * `aten::hspmm(Tensor mat1, Tensor mat2) -> Tensor`
 * `aten::hspmm.out(Tensor mat1, Tensor mat2, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.hspmm.html
 */
export const hspmm: {
  (mat1: Tensor, mat2: Tensor): Tensor;
  (mat1: Tensor, options: { mat2: Tensor }): Tensor;
  (mat1: Tensor, mat2: Tensor, options: { out: Tensor }): Tensor;
  (mat1: Tensor, options: { mat2: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::hspmm');

/**
 * `aten::hstack(Tensor[] tensors) -> Tensor`
 * `aten::hstack.out(Tensor[] tensors, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.hstack.html
 */
export const hstack: {
  (tensors: readonly Tensor[]): Tensor;
  (tensors: readonly Tensor[], options: { out: Tensor }): Tensor;
} = asFunction('aten::hstack');

/**
 * `aten::hypot(Tensor self, Tensor other) -> Tensor`
 * `aten::hypot.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.hypot.html
 */
export const hypot: {
  (input: Tensor, other: Tensor): Tensor;
  (input: Tensor, options: { other: Tensor }): Tensor;
  (input: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::hypot');

/**
 * `aten::i0(Tensor self) -> Tensor`
 * `aten::i0.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.i0.html
 */
export const i0: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::i0');

/**
 * `aten::i0_(Tensor(a!) self) -> Tensor(a!)`
 */
export const i0_: {
  (input: Tensor): Tensor;
} = asFunction('aten::i0_');

/**
 * `aten::igamma(Tensor self, Tensor other) -> Tensor`
 * `aten::igamma.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.igamma.html
 */
export const igamma: {
  (input: Tensor, other: Tensor): Tensor;
  (input: Tensor, options: { other: Tensor }): Tensor;
  (input: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::igamma');

/**
 * `aten::igammac(Tensor self, Tensor other) -> Tensor`
 * `aten::igammac.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.igammac.html
 */
export const igammac: {
  (input: Tensor, other: Tensor): Tensor;
  (input: Tensor, options: { other: Tensor }): Tensor;
  (input: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::igammac');

/**
 * `aten::imag(Tensor(a) self) -> Tensor(a)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.imag.html
 */
export const imag: {
  (input: Tensor): Tensor;
} = asFunction('aten::imag');

/**
 * `aten::index_add(Tensor self, int dim, Tensor index, Tensor source, *, Scalar alpha=1) -> Tensor`
 * `aten::index_add.out(Tensor self, int dim, Tensor index, Tensor source, *, Scalar alpha=1, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.index_add.html
 */
export const indexAdd: {
  (input: Tensor, dim: Int, index: Tensor, source: Tensor, options?: { alpha?: Scalar }): Tensor;
  (input: Tensor, options: { dim: Int; index: Tensor; source: Tensor; alpha?: Scalar }): Tensor;
  (input: Tensor, dim: Int, options: { index: Tensor; source: Tensor; alpha?: Scalar }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, options: { source: Tensor; alpha?: Scalar }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, source: Tensor, options: { alpha?: Scalar; out: Tensor }): Tensor;
  (input: Tensor, options: { dim: Int; index: Tensor; source: Tensor; alpha?: Scalar; out: Tensor }): Tensor;
  (input: Tensor, dim: Int, options: { index: Tensor; source: Tensor; alpha?: Scalar; out: Tensor }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, options: { source: Tensor; alpha?: Scalar; out: Tensor }): Tensor;
} = asFunction('aten::index_add');

/**
 * `aten::index_copy(Tensor self, int dim, Tensor index, Tensor source) -> Tensor`
 * `aten::index_copy.out(Tensor self, int dim, Tensor index, Tensor source, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.index_copy.html
 */
export const indexCopy: {
  (input: Tensor, dim: Int, index: Tensor, source: Tensor): Tensor;
  (input: Tensor, options: { dim: Int; index: Tensor; source: Tensor }): Tensor;
  (input: Tensor, dim: Int, options: { index: Tensor; source: Tensor }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, options: { source: Tensor }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, source: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { dim: Int; index: Tensor; source: Tensor; out: Tensor }): Tensor;
  (input: Tensor, dim: Int, options: { index: Tensor; source: Tensor; out: Tensor }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, options: { source: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::index_copy');

/**
 * `aten::index_fill.int_Tensor(Tensor self, int dim, Tensor index, Tensor value) -> Tensor`
 * `aten::index_fill.int_Scalar(Tensor self, int dim, Tensor index, Scalar value) -> Tensor`
 * `aten::index_fill.int_Scalar_out(Tensor self, int dim, Tensor index, Scalar value, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::index_fill.int_Tensor_out(Tensor self, int dim, Tensor index, Tensor value, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const indexFill: {
  (input: Tensor, dim: Int, index: Tensor, value: Tensor): Tensor;
  (input: Tensor, options: { dim: Int; index: Tensor; value: Tensor }): Tensor;
  (input: Tensor, dim: Int, options: { index: Tensor; value: Tensor }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, options: { value: Tensor }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, value: Scalar): Tensor;
  (input: Tensor, options: { dim: Int; index: Tensor; value: Scalar }): Tensor;
  (input: Tensor, dim: Int, options: { index: Tensor; value: Scalar }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, options: { value: Scalar }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, value: Scalar, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { dim: Int; index: Tensor; value: Scalar; out: Tensor }): Tensor;
  (input: Tensor, dim: Int, options: { index: Tensor; value: Scalar; out: Tensor }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, options: { value: Scalar; out: Tensor }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, value: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { dim: Int; index: Tensor; value: Tensor; out: Tensor }): Tensor;
  (input: Tensor, dim: Int, options: { index: Tensor; value: Tensor; out: Tensor }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, options: { value: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::index_fill');

/**
 * `aten::index_put(Tensor self, Tensor?[] indices, Tensor values, bool accumulate=False) -> Tensor`
 * `aten::index_put.out(Tensor self, Tensor?[] indices, Tensor values, bool accumulate=False, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const indexPut: {
  (input: Tensor, indices: readonly (Tensor | null)[], values: Tensor, accumulate?: boolean): Tensor;
  (input: Tensor, options: { indices: readonly (Tensor | null)[]; values: Tensor; accumulate?: boolean }): Tensor;
  (input: Tensor, indices: readonly (Tensor | null)[], options: { values: Tensor; accumulate?: boolean }): Tensor;
  (input: Tensor, indices: readonly (Tensor | null)[], values: Tensor, options: { accumulate?: boolean }): Tensor;
  (input: Tensor, indices: readonly (Tensor | null)[], values: Tensor, accumulate: boolean | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { indices: readonly (Tensor | null)[]; values: Tensor; accumulate?: boolean; out: Tensor }): Tensor;
  (input: Tensor, indices: readonly (Tensor | null)[], options: { values: Tensor; accumulate?: boolean; out: Tensor }): Tensor;
  (input: Tensor, indices: readonly (Tensor | null)[], values: Tensor, options: { accumulate?: boolean; out: Tensor }): Tensor;
} = asFunction('aten::index_put');

/**
 * `aten::index_put_(Tensor(a!) self, Tensor?[] indices, Tensor values, bool accumulate=False) -> Tensor(a!)`
 */
export const indexPut_: {
  (input: Tensor, indices: readonly (Tensor | null)[], values: Tensor, accumulate?: boolean): Tensor;
  (input: Tensor, options: { indices: readonly (Tensor | null)[]; values: Tensor; accumulate?: boolean }): Tensor;
  (input: Tensor, indices: readonly (Tensor | null)[], options: { values: Tensor; accumulate?: boolean }): Tensor;
  (input: Tensor, indices: readonly (Tensor | null)[], values: Tensor, options: { accumulate?: boolean }): Tensor;
} = asFunction('aten::index_put_');

/**
 * `aten::index_reduce(Tensor self, int dim, Tensor index, Tensor source, str reduce, *, bool include_self=True) -> Tensor`
 * `aten::index_reduce.out(Tensor self, int dim, Tensor index, Tensor source, str reduce, *, bool include_self=True, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.index_reduce.html
 */
export const indexReduce: {
  (input: Tensor, dim: Int, index: Tensor, source: Tensor, reduce: string, options?: { includeSelf?: boolean }): Tensor;
  (input: Tensor, options: { dim: Int; index: Tensor; source: Tensor; reduce: string; includeSelf?: boolean }): Tensor;
  (input: Tensor, dim: Int, options: { index: Tensor; source: Tensor; reduce: string; includeSelf?: boolean }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, options: { source: Tensor; reduce: string; includeSelf?: boolean }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, source: Tensor, options: { reduce: string; includeSelf?: boolean }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, source: Tensor, reduce: string, options: { includeSelf?: boolean; out: Tensor }): Tensor;
  (input: Tensor, options: { dim: Int; index: Tensor; source: Tensor; reduce: string; includeSelf?: boolean; out: Tensor }): Tensor;
  (input: Tensor, dim: Int, options: { index: Tensor; source: Tensor; reduce: string; includeSelf?: boolean; out: Tensor }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, options: { source: Tensor; reduce: string; includeSelf?: boolean; out: Tensor }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, source: Tensor, options: { reduce: string; includeSelf?: boolean; out: Tensor }): Tensor;
} = asFunction('aten::index_reduce');

/**
 * `aten::index_select(Tensor self, int dim, Tensor index) -> Tensor`
 * `aten::index_select.out(Tensor self, int dim, Tensor index, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.index_select.html
 */
export const indexSelect: {
  (input: Tensor, dim: Int, index: Tensor): Tensor;
  (input: Tensor, options: { dim: Int; index: Tensor }): Tensor;
  (input: Tensor, dim: Int, options: { index: Tensor }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { dim: Int; index: Tensor; out: Tensor }): Tensor;
  (input: Tensor, dim: Int, options: { index: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::index_select');

/**
 * `aten::indices_copy(Tensor self) -> Tensor`
 * `aten::indices_copy.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const indicesCopy: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::indices_copy');

/**
 * `aten::inner(Tensor self, Tensor other) -> Tensor`
 * `aten::inner.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.inner.html
 */
export const inner: {
  (input: Tensor, other: Tensor): Tensor;
  (input: Tensor, options: { other: Tensor }): Tensor;
  (input: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::inner');

/**
 * `aten::instance_norm(Tensor input, Tensor? weight, Tensor? bias, Tensor? running_mean, Tensor? running_var, bool use_input_stats, float momentum, float eps, bool cudnn_enabled) -> Tensor`
 */
export const instanceNorm: {
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, useInputStats: boolean, momentum: number, eps: number, cudnnEnabled: boolean): Tensor;
  (input: Tensor, options: { weight: Tensor | null; bias: Tensor | null; runningMean: Tensor | null; runningVar: Tensor | null; useInputStats: boolean; momentum: number; eps: number; cudnnEnabled: boolean }): Tensor;
  (input: Tensor, weight: Tensor | null, options: { bias: Tensor | null; runningMean: Tensor | null; runningVar: Tensor | null; useInputStats: boolean; momentum: number; eps: number; cudnnEnabled: boolean }): Tensor;
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, options: { runningMean: Tensor | null; runningVar: Tensor | null; useInputStats: boolean; momentum: number; eps: number; cudnnEnabled: boolean }): Tensor;
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, runningMean: Tensor | null, options: { runningVar: Tensor | null; useInputStats: boolean; momentum: number; eps: number; cudnnEnabled: boolean }): Tensor;
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, options: { useInputStats: boolean; momentum: number; eps: number; cudnnEnabled: boolean }): Tensor;
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, useInputStats: boolean, options: { momentum: number; eps: number; cudnnEnabled: boolean }): Tensor;
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, useInputStats: boolean, momentum: number, options: { eps: number; cudnnEnabled: boolean }): Tensor;
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, useInputStats: boolean, momentum: number, eps: number, options: { cudnnEnabled: boolean }): Tensor;
} = asFunction('aten::instance_norm');

/**
 * `aten::int_repr(Tensor self) -> Tensor`
 * `aten::int_repr.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const intRepr: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::int_repr');

/**
 * `aten::inverse(Tensor self) -> Tensor`
 * `aten::inverse.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.inverse.html
 */
export const inverse: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::inverse');

/**
 * `aten::is_complex(Tensor self) -> bool`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.is_complex.html
 */
export const isComplex: {
  (input: Tensor): boolean;
} = asFunction('aten::is_complex');

/**
 * `aten::is_conj(Tensor self) -> bool`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.is_conj.html
 */
export const isConj: {
  (input: Tensor): boolean;
} = asFunction('aten::is_conj');

/**
 * `aten::is_distributed(Tensor self) -> bool`
 */
export const isDistributed: {
  (input: Tensor): boolean;
} = asFunction('aten::is_distributed');

/**
 * `aten::is_floating_point(Tensor self) -> bool`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.is_floating_point.html
 */
export const isFloatingPoint: {
  (input: Tensor): boolean;
} = asFunction('aten::is_floating_point');

/**
 * `aten::is_inference(Tensor self) -> bool`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.is_inference.html
 */
export const isInference: {
  (input: Tensor): boolean;
} = asFunction('aten::is_inference');

/**
 * `aten::is_neg(Tensor self) -> bool`
 */
export const isNeg: {
  (input: Tensor): boolean;
} = asFunction('aten::is_neg');

/**
 * `aten::is_nonzero(Tensor self) -> bool`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.is_nonzero.html
 */
export const isNonzero: {
  (input: Tensor): boolean;
} = asFunction('aten::is_nonzero');

/**
 * `aten::is_same_size(Tensor self, Tensor other) -> bool`
 */
export const isSameSize: {
  (input: Tensor, other: Tensor): boolean;
  (input: Tensor, options: { other: Tensor }): boolean;
} = asFunction('aten::is_same_size');

/**
 * `aten::is_signed(Tensor self) -> bool`
 */
export const isSigned: {
  (input: Tensor): boolean;
} = asFunction('aten::is_signed');

/**
 * `aten::is_vulkan_available() -> bool`
 */
export const isVulkanAvailable: {
  (): boolean;
} = asFunction('aten::is_vulkan_available');

/**
 * `aten::isclose(Tensor self, Tensor other, float rtol=1.0000000000000001e-05, float atol=1e-08, bool equal_nan=False) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.isclose.html
 */
export const isclose: {
  (input: Tensor, other: Tensor, rtol?: number, atol?: number, equalNan?: boolean): Tensor;
  (input: Tensor, options: { other: Tensor; rtol?: number; atol?: number; equalNan?: boolean }): Tensor;
  (input: Tensor, other: Tensor, options: { rtol?: number; atol?: number; equalNan?: boolean }): Tensor;
  (input: Tensor, other: Tensor, rtol: number, options: { atol?: number; equalNan?: boolean }): Tensor;
  (input: Tensor, other: Tensor, rtol: number, atol: number, options: { equalNan?: boolean }): Tensor;
} = asFunction('aten::isclose');

/**
 * `aten::isfinite(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.isfinite.html
 */
export const isfinite: {
  (input: Tensor): Tensor;
} = asFunction('aten::isfinite');

/**
 * `aten::isin.Tensor_Tensor(Tensor elements, Tensor test_elements, *, bool assume_unique=False, bool invert=False) -> Tensor`
 * `aten::isin.Scalar_Tensor(Scalar element, Tensor test_elements, *, bool assume_unique=False, bool invert=False) -> Tensor`
 * `aten::isin.Tensor_Scalar(Tensor elements, Scalar test_element, *, bool assume_unique=False, bool invert=False) -> Tensor`
 * `aten::isin.Scalar_Tensor_out(Scalar element, Tensor test_elements, *, bool assume_unique=False, bool invert=False, Tensor(a!) out) -> Tensor(a!)`
 * `aten::isin.Tensor_Scalar_out(Tensor elements, Scalar test_element, *, bool assume_unique=False, bool invert=False, Tensor(a!) out) -> Tensor(a!)`
 * `aten::isin.Tensor_Tensor_out(Tensor elements, Tensor test_elements, *, bool assume_unique=False, bool invert=False, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.isin.html
 */
export const isin: {
  (elements: Tensor, testElements: Tensor, options?: { assumeUnique?: boolean; invert?: boolean }): Tensor;
  (elements: Tensor, options: { testElements: Tensor; assumeUnique?: boolean; invert?: boolean }): Tensor;
  (element: Scalar, testElements: Tensor, options?: { assumeUnique?: boolean; invert?: boolean }): Tensor;
  (elements: Tensor, testElement: Scalar, options?: { assumeUnique?: boolean; invert?: boolean }): Tensor;
  (elements: Tensor, options: { testElement: Scalar; assumeUnique?: boolean; invert?: boolean }): Tensor;
  (element: Scalar, testElements: Tensor, options: { assumeUnique?: boolean; invert?: boolean; out: Tensor }): Tensor;
  (elements: Tensor, testElement: Scalar, options: { assumeUnique?: boolean; invert?: boolean; out: Tensor }): Tensor;
  (elements: Tensor, options: { testElement: Scalar; assumeUnique?: boolean; invert?: boolean; out: Tensor }): Tensor;
  (elements: Tensor, testElements: Tensor, options: { assumeUnique?: boolean; invert?: boolean; out: Tensor }): Tensor;
  (elements: Tensor, options: { testElements: Tensor; assumeUnique?: boolean; invert?: boolean; out: Tensor }): Tensor;
} = asFunction('aten::isin');

/**
 * `aten::isinf(Tensor self) -> Tensor`
 * `aten::isinf.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.isinf.html
 */
export const isinf: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::isinf');

/**
 * `aten::isnan(Tensor self) -> Tensor`
 * `aten::isnan.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.isnan.html
 */
export const isnan: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::isnan');

/**
 * `aten::isneginf(Tensor self) -> Tensor`
 * `aten::isneginf.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.isneginf.html
 */
export const isneginf: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::isneginf');

/**
 * `aten::isposinf(Tensor self) -> Tensor`
 * `aten::isposinf.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.isposinf.html
 */
export const isposinf: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::isposinf');

/**
 * `aten::isreal(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.isreal.html
 */
export const isreal: {
  (input: Tensor): Tensor;
} = asFunction('aten::isreal');

/**
 * `aten::istft(Tensor self, int n_fft, int? hop_length=None, int? win_length=None, Tensor? window=None, bool center=True, bool normalized=False, bool? onesided=None, int? length=None, bool return_complex=False) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.istft.html
 */
export const istft: {
  (input: Tensor, nFft: Int, hopLength?: Int | null, winLength?: Int | null, window?: Tensor | null, center?: boolean, normalized?: boolean, onesided?: boolean | null, length?: Int | null, returnComplex?: boolean): Tensor;
  (input: Tensor, options: { nFft: Int; hopLength?: Int | null; winLength?: Int | null; window?: Tensor | null; center?: boolean; normalized?: boolean; onesided?: boolean | null; length?: Int | null; returnComplex?: boolean }): Tensor;
  (input: Tensor, nFft: Int, options: { hopLength?: Int | null; winLength?: Int | null; window?: Tensor | null; center?: boolean; normalized?: boolean; onesided?: boolean | null; length?: Int | null; returnComplex?: boolean }): Tensor;
  (input: Tensor, nFft: Int, hopLength: Int | null, options: { winLength?: Int | null; window?: Tensor | null; center?: boolean; normalized?: boolean; onesided?: boolean | null; length?: Int | null; returnComplex?: boolean }): Tensor;
  (input: Tensor, nFft: Int, hopLength: Int | null, winLength: Int | null, options: { window?: Tensor | null; center?: boolean; normalized?: boolean; onesided?: boolean | null; length?: Int | null; returnComplex?: boolean }): Tensor;
  (input: Tensor, nFft: Int, hopLength: Int | null, winLength: Int | null, window: Tensor | null, options: { center?: boolean; normalized?: boolean; onesided?: boolean | null; length?: Int | null; returnComplex?: boolean }): Tensor;
  (input: Tensor, nFft: Int, hopLength: Int | null, winLength: Int | null, window: Tensor | null, center: boolean, options: { normalized?: boolean; onesided?: boolean | null; length?: Int | null; returnComplex?: boolean }): Tensor;
  (input: Tensor, nFft: Int, hopLength: Int | null, winLength: Int | null, window: Tensor | null, center: boolean, normalized: boolean, options: { onesided?: boolean | null; length?: Int | null; returnComplex?: boolean }): Tensor;
  (input: Tensor, nFft: Int, hopLength: Int | null, winLength: Int | null, window: Tensor | null, center: boolean, normalized: boolean, onesided: boolean | null, options: { length?: Int | null; returnComplex?: boolean }): Tensor;
  (input: Tensor, nFft: Int, hopLength: Int | null, winLength: Int | null, window: Tensor | null, center: boolean, normalized: boolean, onesided: boolean | null, length: Int | null, options: { returnComplex?: boolean }): Tensor;
} = asFunction('aten::istft');

/**
 * `aten::kaiser_window(int window_length, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::kaiser_window.periodic(int window_length, bool periodic, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::kaiser_window.beta(int window_length, bool periodic, float beta, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::kaiser_window.out(int window_length, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::kaiser_window.periodic_out(int window_length, bool periodic, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::kaiser_window.beta_out(int window_length, bool periodic, float beta, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.kaiser_window.html
 */
export const kaiserWindow: {
  (windowLength: Int, options?: { dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (options: { windowLength: Int; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (windowLength: Int, periodic: boolean, options?: { dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (options: { windowLength: Int; periodic: boolean; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (windowLength: Int, options: { periodic: boolean; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (windowLength: Int, periodic: boolean, beta: number, options?: { dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (options: { windowLength: Int; periodic: boolean; beta: number; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (windowLength: Int, options: { periodic: boolean; beta: number; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (windowLength: Int, periodic: boolean, options: { beta: number; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (windowLength: Int, options: { out: Tensor }): Tensor;
  (options: { windowLength: Int; out: Tensor }): Tensor;
  (windowLength: Int, periodic: boolean, options: { out: Tensor }): Tensor;
  (options: { windowLength: Int; periodic: boolean; out: Tensor }): Tensor;
  (windowLength: Int, options: { periodic: boolean; out: Tensor }): Tensor;
  (windowLength: Int, periodic: boolean, beta: number, options: { out: Tensor }): Tensor;
  (options: { windowLength: Int; periodic: boolean; beta: number; out: Tensor }): Tensor;
  (windowLength: Int, options: { periodic: boolean; beta: number; out: Tensor }): Tensor;
  (windowLength: Int, periodic: boolean, options: { beta: number; out: Tensor }): Tensor;
} = asFunction('aten::kaiser_window');

/**
 * `aten::kl_div(Tensor self, Tensor target, int reduction=1, *, bool log_target=False) -> Tensor`
 */
export const klDiv: {
  (input: Tensor, target: Tensor, reduction?: Int, options?: { logTarget?: boolean }): Tensor;
  (input: Tensor, options: { target: Tensor; reduction?: Int; logTarget?: boolean }): Tensor;
  (input: Tensor, target: Tensor, options: { reduction?: Int; logTarget?: boolean }): Tensor;
} = asFunction('aten::kl_div');

/**
 * `aten::kron(Tensor self, Tensor other) -> Tensor`
 * `aten::kron.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.kron.html
 */
export const kron: {
  (input: Tensor, other: Tensor): Tensor;
  (input: Tensor, options: { other: Tensor }): Tensor;
  (input: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::kron');

/**
 * `aten::kthvalue(Tensor self, SymInt k, int dim=-1, bool keepdim=False) -> (Tensor values, Tensor indices)`
 * `aten::kthvalue.values(Tensor self, SymInt k, int dim=-1, bool keepdim=False, *, Tensor(a!) values, Tensor(b!) indices) -> (Tensor(a!) values, Tensor(b!) indices)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.kthvalue.html
 */
export const kthvalue: {
  (input: Tensor, k: Int, dim?: Int, keepdim?: boolean): [values: Tensor, indices: Tensor];
  (input: Tensor, options: { k: Int; dim?: Int; keepdim?: boolean }): [values: Tensor, indices: Tensor];
  (input: Tensor, k: Int, options: { dim?: Int; keepdim?: boolean }): [values: Tensor, indices: Tensor];
  (input: Tensor, k: Int, dim: Int, options: { keepdim?: boolean }): [values: Tensor, indices: Tensor];
  (input: Tensor, k: Int, dim: Int | undefined, keepdim: boolean | undefined, options: { out: readonly [Tensor, Tensor] }): [values: Tensor, indices: Tensor];
  (input: Tensor, options: { k: Int; dim?: Int; keepdim?: boolean; out: readonly [Tensor, Tensor] }): [values: Tensor, indices: Tensor];
  (input: Tensor, k: Int, options: { dim?: Int; keepdim?: boolean; out: readonly [Tensor, Tensor] }): [values: Tensor, indices: Tensor];
  (input: Tensor, k: Int, dim: Int, options: { keepdim?: boolean; out: readonly [Tensor, Tensor] }): [values: Tensor, indices: Tensor];
} = asFunction('aten::kthvalue');

/**
 * `aten::layer_norm(Tensor input, SymInt[] normalized_shape, Tensor? weight=None, Tensor? bias=None, float eps=1.0000000000000001e-05, bool cudnn_enable=True) -> Tensor`
 */
export const layerNorm: {
  (input: Tensor, normalizedShape: readonly Int[], weight?: Tensor | null, bias?: Tensor | null, eps?: number, cudnnEnable?: boolean): Tensor;
  (input: Tensor, options: { normalizedShape: readonly Int[]; weight?: Tensor | null; bias?: Tensor | null; eps?: number; cudnnEnable?: boolean }): Tensor;
  (input: Tensor, normalizedShape: readonly Int[], options: { weight?: Tensor | null; bias?: Tensor | null; eps?: number; cudnnEnable?: boolean }): Tensor;
  (input: Tensor, normalizedShape: readonly Int[], weight: Tensor | null, options: { bias?: Tensor | null; eps?: number; cudnnEnable?: boolean }): Tensor;
  (input: Tensor, normalizedShape: readonly Int[], weight: Tensor | null, bias: Tensor | null, options: { eps?: number; cudnnEnable?: boolean }): Tensor;
  (input: Tensor, normalizedShape: readonly Int[], weight: Tensor | null, bias: Tensor | null, eps: number, options: { cudnnEnable?: boolean }): Tensor;
} = asFunction('aten::layer_norm');

/**
 * `aten::lcm(Tensor self, Tensor other) -> Tensor`
 * `aten::lcm.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.lcm.html
 */
export const lcm: {
  (input: Tensor, other: Tensor): Tensor;
  (input: Tensor, options: { other: Tensor }): Tensor;
  (input: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::lcm');

/**
 * `aten::lcm_(Tensor(a!) self, Tensor other) -> Tensor(a!)`
 */
export const lcm_: {
  (input: Tensor, other: Tensor): Tensor;
  (input: Tensor, options: { other: Tensor }): Tensor;
} = asFunction('aten::lcm_');

/**
 * `aten::ldexp.Tensor(Tensor self, Tensor other) -> Tensor`
 * `aten::ldexp.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.ldexp.html
 */
export const ldexp: {
  (input: Tensor, other: Tensor): Tensor;
  (input: Tensor, options: { other: Tensor }): Tensor;
  (input: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::ldexp');

/**
 * `aten::ldexp_(Tensor(a!) self, Tensor other) -> Tensor(a!)`
 */
export const ldexp_: {
  (input: Tensor, other: Tensor): Tensor;
  (input: Tensor, options: { other: Tensor }): Tensor;
} = asFunction('aten::ldexp_');

/**
 * `aten::le.Tensor(Tensor self, Tensor other) -> Tensor`
 * `aten::le.Scalar(Tensor self, Scalar other) -> Tensor`
 * `aten::le.Scalar_out(Tensor self, Scalar other, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::le.Tensor_out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.le.html
 */
export const le: {
  (input: Tensor, other: Tensor): Tensor;
  (input: Tensor, options: { other: Tensor }): Tensor;
  (input: Tensor, other: Scalar): Tensor;
  (input: Tensor, options: { other: Scalar }): Tensor;
  (input: Tensor, other: Scalar, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Scalar; out: Tensor }): Tensor;
  (input: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::le');

/**
 * `aten::lerp.Tensor(Tensor self, Tensor end, Tensor weight) -> Tensor`
 * `aten::lerp.Scalar(Tensor self, Tensor end, Scalar weight) -> Tensor`
 * `aten::lerp.Scalar_out(Tensor self, Tensor end, Scalar weight, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::lerp.Tensor_out(Tensor self, Tensor end, Tensor weight, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.lerp.html
 */
export const lerp: {
  (input: Tensor, end: Tensor, weight: Tensor): Tensor;
  (input: Tensor, options: { end: Tensor; weight: Tensor }): Tensor;
  (input: Tensor, end: Tensor, options: { weight: Tensor }): Tensor;
  (input: Tensor, end: Tensor, weight: Scalar): Tensor;
  (input: Tensor, options: { end: Tensor; weight: Scalar }): Tensor;
  (input: Tensor, end: Tensor, options: { weight: Scalar }): Tensor;
  (input: Tensor, end: Tensor, weight: Scalar, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { end: Tensor; weight: Scalar; out: Tensor }): Tensor;
  (input: Tensor, end: Tensor, options: { weight: Scalar; out: Tensor }): Tensor;
  (input: Tensor, end: Tensor, weight: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { end: Tensor; weight: Tensor; out: Tensor }): Tensor;
  (input: Tensor, end: Tensor, options: { weight: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::lerp');

/**
 * `aten::less.Tensor(Tensor self, Tensor other) -> Tensor`
 * `aten::less.Scalar(Tensor self, Scalar other) -> Tensor`
 * `aten::less.Scalar_out(Tensor self, Scalar other, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::less.Tensor_out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.less.html
 */
export const less: {
  (input: Tensor, other: Tensor): Tensor;
  (input: Tensor, options: { other: Tensor }): Tensor;
  (input: Tensor, other: Scalar): Tensor;
  (input: Tensor, options: { other: Scalar }): Tensor;
  (input: Tensor, other: Scalar, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Scalar; out: Tensor }): Tensor;
  (input: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::less');

/**
 * `aten::less_equal.Tensor(Tensor self, Tensor other) -> Tensor`
 * `aten::less_equal.Scalar(Tensor self, Scalar other) -> Tensor`
 * `aten::less_equal.Scalar_out(Tensor self, Scalar other, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::less_equal.Tensor_out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.less_equal.html
 */
export const lessEqual: {
  (input: Tensor, other: Tensor): Tensor;
  (input: Tensor, options: { other: Tensor }): Tensor;
  (input: Tensor, other: Scalar): Tensor;
  (input: Tensor, options: { other: Scalar }): Tensor;
  (input: Tensor, other: Scalar, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Scalar; out: Tensor }): Tensor;
  (input: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::less_equal');

/**
 * `aten::lgamma(Tensor self) -> Tensor`
 * `aten::lgamma.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.lgamma.html
 */
export const lgamma: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::lgamma');

/**
 * `aten::linspace.Tensor_Tensor(Tensor start, Tensor end, int steps, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::linspace.Scalar_Tensor(Scalar start, Tensor end, int steps, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::linspace.Tensor_Scalar(Tensor start, Scalar end, int steps, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::linspace(Scalar start, Scalar end, int steps, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::linspace.Scalar_Tensor_out(Scalar start, Tensor end, int steps, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::linspace.Tensor_Scalar_out(Tensor start, Scalar end, int steps, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::linspace.Tensor_Tensor_out(Tensor start, Tensor end, int steps, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::linspace.out(Scalar start, Scalar end, int steps, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.linspace.html
 */
export const linspace: {
  (start: Tensor, end: Tensor, steps: Int, options?: { dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (start: Tensor, options: { end: Tensor; steps: Int; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (start: Tensor, end: Tensor, options: { steps: Int; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (start: Scalar, end: Tensor, steps: Int, options?: { dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (start: Scalar, end: Tensor, options: { steps: Int; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (start: Tensor, end: Scalar, steps: Int, options?: { dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (start: Tensor, options: { end: Scalar; steps: Int; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (start: Tensor, end: Scalar, options: { steps: Int; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (start: Scalar, end: Scalar, steps: Int, options?: { dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (options: { start: Scalar; end: Scalar; steps: Int; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (start: Scalar, options: { end: Scalar; steps: Int; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (start: Scalar, end: Scalar, options: { steps: Int; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (start: Scalar, end: Tensor, steps: Int, options: { out: Tensor }): Tensor;
  (start: Scalar, end: Tensor, options: { steps: Int; out: Tensor }): Tensor;
  (start: Tensor, end: Scalar, steps: Int, options: { out: Tensor }): Tensor;
  (start: Tensor, options: { end: Scalar; steps: Int; out: Tensor }): Tensor;
  (start: Tensor, end: Scalar, options: { steps: Int; out: Tensor }): Tensor;
  (start: Tensor, end: Tensor, steps: Int, options: { out: Tensor }): Tensor;
  (start: Tensor, options: { end: Tensor; steps: Int; out: Tensor }): Tensor;
  (start: Tensor, end: Tensor, options: { steps: Int; out: Tensor }): Tensor;
  (start: Scalar, end: Scalar, steps: Int, options: { out: Tensor }): Tensor;
  (options: { start: Scalar; end: Scalar; steps: Int; out: Tensor }): Tensor;
  (start: Scalar, options: { end: Scalar; steps: Int; out: Tensor }): Tensor;
  (start: Scalar, end: Scalar, options: { steps: Int; out: Tensor }): Tensor;
} = asFunction('aten::linspace');

/**
 * `aten::log(Tensor self) -> Tensor`
 * `aten::log.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.log.html
 */
export const log: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::log');

/**
 * `aten::log10(Tensor self) -> Tensor`
 * `aten::log10.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.log10.html
 */
export const log10: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::log10');

/**
 * `aten::log10_(Tensor(a!) self) -> Tensor(a!)`
 */
export const log10_: {
  (input: Tensor): Tensor;
} = asFunction('aten::log10_');

/**
 * `aten::log1p(Tensor self) -> Tensor`
 * `aten::log1p.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.log1p.html
 */
export const log1p: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::log1p');

/**
 * `aten::log1p_(Tensor(a!) self) -> Tensor(a!)`
 */
export const log1p_: {
  (input: Tensor): Tensor;
} = asFunction('aten::log1p_');

/**
 * `aten::log2(Tensor self) -> Tensor`
 * `aten::log2.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.log2.html
 */
export const log2: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::log2');

/**
 * `aten::log2_(Tensor(a!) self) -> Tensor(a!)`
 */
export const log2_: {
  (input: Tensor): Tensor;
} = asFunction('aten::log2_');

/**
 * `aten::log_softmax.int(Tensor self, int dim, ScalarType? dtype=None) -> Tensor`
 * `aten::log_softmax.int_out(Tensor self, int dim, ScalarType? dtype=None, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const logSoftmax: {
  (input: Tensor, dim: Int, dtype?: DType | null): Tensor;
  (input: Tensor, options: { dim: Int; dtype?: DType | null }): Tensor;
  (input: Tensor, dim: Int, options: { dtype?: DType | null }): Tensor;
  (input: Tensor, dim: Int, dtype: DType | null | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { dim: Int; dtype?: DType | null; out: Tensor }): Tensor;
  (input: Tensor, dim: Int, options: { dtype?: DType | null; out: Tensor }): Tensor;
} = asFunction('aten::log_softmax');

/**
 * `aten::log_(Tensor(a!) self) -> Tensor(a!)`
 */
export const log_: {
  (input: Tensor): Tensor;
} = asFunction('aten::log_');

/**
 * `aten::logaddexp(Tensor self, Tensor other) -> Tensor`
 * `aten::logaddexp.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.logaddexp.html
 */
export const logaddexp: {
  (input: Tensor, other: Tensor): Tensor;
  (input: Tensor, options: { other: Tensor }): Tensor;
  (input: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::logaddexp');

/**
 * `aten::logaddexp2(Tensor self, Tensor other) -> Tensor`
 * `aten::logaddexp2.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.logaddexp2.html
 */
export const logaddexp2: {
  (input: Tensor, other: Tensor): Tensor;
  (input: Tensor, options: { other: Tensor }): Tensor;
  (input: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::logaddexp2');

/**
 * `aten::logcumsumexp(Tensor self, int dim) -> Tensor`
 * `aten::logcumsumexp.out(Tensor self, int dim, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.logcumsumexp.html
 */
export const logcumsumexp: {
  (input: Tensor, dim: Int): Tensor;
  (input: Tensor, options: { dim: Int }): Tensor;
  (input: Tensor, dim: Int, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { dim: Int; out: Tensor }): Tensor;
} = asFunction('aten::logcumsumexp');

/**
 * `aten::logdet(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.logdet.html
 */
export const logdet: {
  (input: Tensor): Tensor;
} = asFunction('aten::logdet');

/**
 * `aten::logical_and(Tensor self, Tensor other) -> Tensor`
 * `aten::logical_and.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.logical_and.html
 */
export const logicalAnd: {
  (input: Tensor, other: Tensor): Tensor;
  (input: Tensor, options: { other: Tensor }): Tensor;
  (input: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::logical_and');

/**
 * `aten::logical_not(Tensor self) -> Tensor`
 * `aten::logical_not.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.logical_not.html
 */
export const logicalNot: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::logical_not');

/**
 * `aten::logical_or(Tensor self, Tensor other) -> Tensor`
 * `aten::logical_or.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.logical_or.html
 */
export const logicalOr: {
  (input: Tensor, other: Tensor): Tensor;
  (input: Tensor, options: { other: Tensor }): Tensor;
  (input: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::logical_or');

/**
 * `aten::logical_xor(Tensor self, Tensor other) -> Tensor`
 * `aten::logical_xor.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.logical_xor.html
 */
export const logicalXor: {
  (input: Tensor, other: Tensor): Tensor;
  (input: Tensor, options: { other: Tensor }): Tensor;
  (input: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::logical_xor');

/**
 * `aten::logit(Tensor self, float? eps=None) -> Tensor`
 * `aten::logit.out(Tensor self, float? eps=None, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.logit.html
 */
export const logit: {
  (input: Tensor, eps?: number | null): Tensor;
  (input: Tensor, options: { eps?: number | null }): Tensor;
  (input: Tensor, eps: number | null | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { eps?: number | null; out: Tensor }): Tensor;
} = asFunction('aten::logit');

/**
 * `aten::logit_(Tensor(a!) self, float? eps=None) -> Tensor(a!)`
 */
export const logit_: {
  (input: Tensor, eps?: number | null): Tensor;
  (input: Tensor, options: { eps?: number | null }): Tensor;
} = asFunction('aten::logit_');

/**
 * `aten::logspace.Tensor_Tensor(Tensor start, Tensor end, int steps, float base=10., *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::logspace.Scalar_Tensor(Scalar start, Tensor end, int steps, float base=10., *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::logspace.Tensor_Scalar(Tensor start, Scalar end, int steps, float base=10., *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::logspace(Scalar start, Scalar end, int steps, float base=10., *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::logspace.Scalar_Tensor_out(Scalar start, Tensor end, int steps, float base=10., *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::logspace.Tensor_Scalar_out(Tensor start, Scalar end, int steps, float base=10., *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::logspace.Tensor_Tensor_out(Tensor start, Tensor end, int steps, float base=10., *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::logspace.out(Scalar start, Scalar end, int steps, float base=10., *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.logspace.html
 */
export const logspace: {
  (start: Tensor, end: Tensor, steps: Int, base?: number, options?: { dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (start: Tensor, options: { end: Tensor; steps: Int; base?: number; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (start: Tensor, end: Tensor, options: { steps: Int; base?: number; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (start: Tensor, end: Tensor, steps: Int, options: { base?: number; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (start: Scalar, end: Tensor, steps: Int, base?: number, options?: { dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (start: Scalar, end: Tensor, options: { steps: Int; base?: number; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (start: Scalar, end: Tensor, steps: Int, options: { base?: number; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (start: Tensor, end: Scalar, steps: Int, base?: number, options?: { dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (start: Tensor, options: { end: Scalar; steps: Int; base?: number; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (start: Tensor, end: Scalar, options: { steps: Int; base?: number; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (start: Tensor, end: Scalar, steps: Int, options: { base?: number; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (start: Scalar, end: Scalar, steps: Int, base?: number, options?: { dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (options: { start: Scalar; end: Scalar; steps: Int; base?: number; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (start: Scalar, options: { end: Scalar; steps: Int; base?: number; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (start: Scalar, end: Scalar, options: { steps: Int; base?: number; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (start: Scalar, end: Scalar, steps: Int, options: { base?: number; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (start: Scalar, end: Tensor, steps: Int, base: number | undefined, options: { out: Tensor }): Tensor;
  (start: Scalar, end: Tensor, options: { steps: Int; base?: number; out: Tensor }): Tensor;
  (start: Scalar, end: Tensor, steps: Int, options: { base?: number; out: Tensor }): Tensor;
  (start: Tensor, end: Scalar, steps: Int, base: number | undefined, options: { out: Tensor }): Tensor;
  (start: Tensor, options: { end: Scalar; steps: Int; base?: number; out: Tensor }): Tensor;
  (start: Tensor, end: Scalar, options: { steps: Int; base?: number; out: Tensor }): Tensor;
  (start: Tensor, end: Scalar, steps: Int, options: { base?: number; out: Tensor }): Tensor;
  (start: Tensor, end: Tensor, steps: Int, base: number | undefined, options: { out: Tensor }): Tensor;
  (start: Tensor, options: { end: Tensor; steps: Int; base?: number; out: Tensor }): Tensor;
  (start: Tensor, end: Tensor, options: { steps: Int; base?: number; out: Tensor }): Tensor;
  (start: Tensor, end: Tensor, steps: Int, options: { base?: number; out: Tensor }): Tensor;
  (start: Scalar, end: Scalar, steps: Int, base: number | undefined, options: { out: Tensor }): Tensor;
  (options: { start: Scalar; end: Scalar; steps: Int; base?: number; out: Tensor }): Tensor;
  (start: Scalar, options: { end: Scalar; steps: Int; base?: number; out: Tensor }): Tensor;
  (start: Scalar, end: Scalar, options: { steps: Int; base?: number; out: Tensor }): Tensor;
  (start: Scalar, end: Scalar, steps: Int, options: { base?: number; out: Tensor }): Tensor;
} = asFunction('aten::logspace');

/**
 * `aten::logsumexp(Tensor self, int[1] dim, bool keepdim=False) -> Tensor`
 * `aten::logsumexp.out(Tensor self, int[1] dim, bool keepdim=False, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.logsumexp.html
 */
export const logsumexp: {
  (input: Tensor, dim: Int | readonly Int[], keepdim?: boolean): Tensor;
  (input: Tensor, options: { dim: Int | readonly Int[]; keepdim?: boolean }): Tensor;
  (input: Tensor, dim: Int | readonly Int[], options: { keepdim?: boolean }): Tensor;
  (input: Tensor, dim: Int | readonly Int[], keepdim: boolean | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { dim: Int | readonly Int[]; keepdim?: boolean; out: Tensor }): Tensor;
  (input: Tensor, dim: Int | readonly Int[], options: { keepdim?: boolean; out: Tensor }): Tensor;
} = asFunction('aten::logsumexp');

/**
 * `aten::lstm.data(Tensor data, Tensor batch_sizes, Tensor[] hx, Tensor[] params, bool has_biases, int num_layers, float dropout, bool train, bool bidirectional) -> (Tensor, Tensor, Tensor)`
 * `aten::lstm.input(Tensor input, Tensor[] hx, Tensor[] params, bool has_biases, int num_layers, float dropout, bool train, bool bidirectional, bool batch_first) -> (Tensor, Tensor, Tensor)`
 */
export const lstm: {
  (data: Tensor, batchSizes: Tensor, hx: readonly Tensor[], params: readonly Tensor[], hasBiases: boolean, numLayers: Int, dropout: number, train: boolean, bidirectional: boolean): [Tensor, Tensor, Tensor];
  (data: Tensor, options: { batchSizes: Tensor; hx: readonly Tensor[]; params: readonly Tensor[]; hasBiases: boolean; numLayers: Int; dropout: number; train: boolean; bidirectional: boolean }): [Tensor, Tensor, Tensor];
  (data: Tensor, batchSizes: Tensor, options: { hx: readonly Tensor[]; params: readonly Tensor[]; hasBiases: boolean; numLayers: Int; dropout: number; train: boolean; bidirectional: boolean }): [Tensor, Tensor, Tensor];
  (data: Tensor, batchSizes: Tensor, hx: readonly Tensor[], options: { params: readonly Tensor[]; hasBiases: boolean; numLayers: Int; dropout: number; train: boolean; bidirectional: boolean }): [Tensor, Tensor, Tensor];
  (data: Tensor, batchSizes: Tensor, hx: readonly Tensor[], params: readonly Tensor[], options: { hasBiases: boolean; numLayers: Int; dropout: number; train: boolean; bidirectional: boolean }): [Tensor, Tensor, Tensor];
  (data: Tensor, batchSizes: Tensor, hx: readonly Tensor[], params: readonly Tensor[], hasBiases: boolean, options: { numLayers: Int; dropout: number; train: boolean; bidirectional: boolean }): [Tensor, Tensor, Tensor];
  (data: Tensor, batchSizes: Tensor, hx: readonly Tensor[], params: readonly Tensor[], hasBiases: boolean, numLayers: Int, options: { dropout: number; train: boolean; bidirectional: boolean }): [Tensor, Tensor, Tensor];
  (data: Tensor, batchSizes: Tensor, hx: readonly Tensor[], params: readonly Tensor[], hasBiases: boolean, numLayers: Int, dropout: number, options: { train: boolean; bidirectional: boolean }): [Tensor, Tensor, Tensor];
  (data: Tensor, batchSizes: Tensor, hx: readonly Tensor[], params: readonly Tensor[], hasBiases: boolean, numLayers: Int, dropout: number, train: boolean, options: { bidirectional: boolean }): [Tensor, Tensor, Tensor];
  (input: Tensor, hx: readonly Tensor[], params: readonly Tensor[], hasBiases: boolean, numLayers: Int, dropout: number, train: boolean, bidirectional: boolean, batchFirst: boolean): [Tensor, Tensor, Tensor];
  (input: Tensor, options: { hx: readonly Tensor[]; params: readonly Tensor[]; hasBiases: boolean; numLayers: Int; dropout: number; train: boolean; bidirectional: boolean; batchFirst: boolean }): [Tensor, Tensor, Tensor];
  (input: Tensor, hx: readonly Tensor[], options: { params: readonly Tensor[]; hasBiases: boolean; numLayers: Int; dropout: number; train: boolean; bidirectional: boolean; batchFirst: boolean }): [Tensor, Tensor, Tensor];
  (input: Tensor, hx: readonly Tensor[], params: readonly Tensor[], options: { hasBiases: boolean; numLayers: Int; dropout: number; train: boolean; bidirectional: boolean; batchFirst: boolean }): [Tensor, Tensor, Tensor];
  (input: Tensor, hx: readonly Tensor[], params: readonly Tensor[], hasBiases: boolean, options: { numLayers: Int; dropout: number; train: boolean; bidirectional: boolean; batchFirst: boolean }): [Tensor, Tensor, Tensor];
  (input: Tensor, hx: readonly Tensor[], params: readonly Tensor[], hasBiases: boolean, numLayers: Int, options: { dropout: number; train: boolean; bidirectional: boolean; batchFirst: boolean }): [Tensor, Tensor, Tensor];
  (input: Tensor, hx: readonly Tensor[], params: readonly Tensor[], hasBiases: boolean, numLayers: Int, dropout: number, options: { train: boolean; bidirectional: boolean; batchFirst: boolean }): [Tensor, Tensor, Tensor];
  (input: Tensor, hx: readonly Tensor[], params: readonly Tensor[], hasBiases: boolean, numLayers: Int, dropout: number, train: boolean, options: { bidirectional: boolean; batchFirst: boolean }): [Tensor, Tensor, Tensor];
  (input: Tensor, hx: readonly Tensor[], params: readonly Tensor[], hasBiases: boolean, numLayers: Int, dropout: number, train: boolean, bidirectional: boolean, options: { batchFirst: boolean }): [Tensor, Tensor, Tensor];
} = asFunction('aten::lstm');

/**
 * `aten::lstm_cell(Tensor input, Tensor[] hx, Tensor w_ih, Tensor w_hh, Tensor? b_ih=None, Tensor? b_hh=None) -> (Tensor, Tensor)`
 */
export const lstmCell: {
  (input: Tensor, hx: readonly Tensor[], wIh: Tensor, wHh: Tensor, bIh?: Tensor | null, bHh?: Tensor | null): [Tensor, Tensor];
  (input: Tensor, options: { hx: readonly Tensor[]; wIh: Tensor; wHh: Tensor; bIh?: Tensor | null; bHh?: Tensor | null }): [Tensor, Tensor];
  (input: Tensor, hx: readonly Tensor[], options: { wIh: Tensor; wHh: Tensor; bIh?: Tensor | null; bHh?: Tensor | null }): [Tensor, Tensor];
  (input: Tensor, hx: readonly Tensor[], wIh: Tensor, options: { wHh: Tensor; bIh?: Tensor | null; bHh?: Tensor | null }): [Tensor, Tensor];
  (input: Tensor, hx: readonly Tensor[], wIh: Tensor, wHh: Tensor, options: { bIh?: Tensor | null; bHh?: Tensor | null }): [Tensor, Tensor];
  (input: Tensor, hx: readonly Tensor[], wIh: Tensor, wHh: Tensor, bIh: Tensor | null, options: { bHh?: Tensor | null }): [Tensor, Tensor];
} = asFunction('aten::lstm_cell');

/**
 * `aten::lt.Tensor(Tensor self, Tensor other) -> Tensor`
 * `aten::lt.Scalar(Tensor self, Scalar other) -> Tensor`
 * `aten::lt.Scalar_out(Tensor self, Scalar other, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::lt.Tensor_out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.lt.html
 */
export const lt: {
  (input: Tensor, other: Tensor): Tensor;
  (input: Tensor, options: { other: Tensor }): Tensor;
  (input: Tensor, other: Scalar): Tensor;
  (input: Tensor, options: { other: Scalar }): Tensor;
  (input: Tensor, other: Scalar, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Scalar; out: Tensor }): Tensor;
  (input: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::lt');

/**
 * `aten::lu_solve(Tensor self, Tensor LU_data, Tensor LU_pivots) -> Tensor`
 * `aten::lu_solve.out(Tensor self, Tensor LU_data, Tensor LU_pivots, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.lu_solve.html
 */
export const luSolve: {
  (input: Tensor, LUData: Tensor, LUPivots: Tensor): Tensor;
  (input: Tensor, options: { LUData: Tensor; LUPivots: Tensor }): Tensor;
  (input: Tensor, LUData: Tensor, options: { LUPivots: Tensor }): Tensor;
  (input: Tensor, LUData: Tensor, LUPivots: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { LUData: Tensor; LUPivots: Tensor; out: Tensor }): Tensor;
  (input: Tensor, LUData: Tensor, options: { LUPivots: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::lu_solve');

/**
 * `aten::lu_unpack(Tensor LU_data, Tensor LU_pivots, bool unpack_data=True, bool unpack_pivots=True) -> (Tensor P, Tensor L, Tensor U)`
 * `aten::lu_unpack.out(Tensor LU_data, Tensor LU_pivots, bool unpack_data=True, bool unpack_pivots=True, *, Tensor(a!) P, Tensor(b!) L, Tensor(c!) U) -> (Tensor(a!) P, Tensor(b!) L, Tensor(c!) U)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.lu_unpack.html
 */
export const luUnpack: {
  (LUData: Tensor, LUPivots: Tensor, unpackData?: boolean, unpackPivots?: boolean): [P: Tensor, L: Tensor, U: Tensor];
  (LUData: Tensor, options: { LUPivots: Tensor; unpackData?: boolean; unpackPivots?: boolean }): [P: Tensor, L: Tensor, U: Tensor];
  (LUData: Tensor, LUPivots: Tensor, options: { unpackData?: boolean; unpackPivots?: boolean }): [P: Tensor, L: Tensor, U: Tensor];
  (LUData: Tensor, LUPivots: Tensor, unpackData: boolean, options: { unpackPivots?: boolean }): [P: Tensor, L: Tensor, U: Tensor];
  (LUData: Tensor, LUPivots: Tensor, unpackData: boolean | undefined, unpackPivots: boolean | undefined, options: { out: readonly [Tensor, Tensor, Tensor] }): [P: Tensor, L: Tensor, U: Tensor];
  (LUData: Tensor, options: { LUPivots: Tensor; unpackData?: boolean; unpackPivots?: boolean; out: readonly [Tensor, Tensor, Tensor] }): [P: Tensor, L: Tensor, U: Tensor];
  (LUData: Tensor, LUPivots: Tensor, options: { unpackData?: boolean; unpackPivots?: boolean; out: readonly [Tensor, Tensor, Tensor] }): [P: Tensor, L: Tensor, U: Tensor];
  (LUData: Tensor, LUPivots: Tensor, unpackData: boolean, options: { unpackPivots?: boolean; out: readonly [Tensor, Tensor, Tensor] }): [P: Tensor, L: Tensor, U: Tensor];
} = asFunction('aten::lu_unpack');

/**
 * `aten::margin_ranking_loss(Tensor input1, Tensor input2, Tensor target, float margin=0., int reduction=1) -> Tensor`
 */
export const marginRankingLoss: {
  (input1: Tensor, input2: Tensor, target: Tensor, margin?: number, reduction?: Int): Tensor;
  (input1: Tensor, options: { input2: Tensor; target: Tensor; margin?: number; reduction?: Int }): Tensor;
  (input1: Tensor, input2: Tensor, options: { target: Tensor; margin?: number; reduction?: Int }): Tensor;
  (input1: Tensor, input2: Tensor, target: Tensor, options: { margin?: number; reduction?: Int }): Tensor;
  (input1: Tensor, input2: Tensor, target: Tensor, margin: number, options: { reduction?: Int }): Tensor;
} = asFunction('aten::margin_ranking_loss');

/**
 * `aten::masked_fill.Tensor(Tensor self, Tensor mask, Tensor value) -> Tensor`
 * `aten::masked_fill.Scalar(Tensor self, Tensor mask, Scalar value) -> Tensor`
 * `aten::masked_fill.Scalar_out(Tensor self, Tensor mask, Scalar value, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::masked_fill.Tensor_out(Tensor self, Tensor mask, Tensor value, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const maskedFill: {
  (input: Tensor, mask: Tensor, value: Tensor): Tensor;
  (input: Tensor, options: { mask: Tensor; value: Tensor }): Tensor;
  (input: Tensor, mask: Tensor, options: { value: Tensor }): Tensor;
  (input: Tensor, mask: Tensor, value: Scalar): Tensor;
  (input: Tensor, options: { mask: Tensor; value: Scalar }): Tensor;
  (input: Tensor, mask: Tensor, options: { value: Scalar }): Tensor;
  (input: Tensor, mask: Tensor, value: Scalar, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { mask: Tensor; value: Scalar; out: Tensor }): Tensor;
  (input: Tensor, mask: Tensor, options: { value: Scalar; out: Tensor }): Tensor;
  (input: Tensor, mask: Tensor, value: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { mask: Tensor; value: Tensor; out: Tensor }): Tensor;
  (input: Tensor, mask: Tensor, options: { value: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::masked_fill');

/**
 * `aten::masked_scatter(Tensor self, Tensor mask, Tensor source) -> Tensor`
 * `aten::masked_scatter.out(Tensor self, Tensor mask, Tensor source, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const maskedScatter: {
  (input: Tensor, mask: Tensor, source: Tensor): Tensor;
  (input: Tensor, options: { mask: Tensor; source: Tensor }): Tensor;
  (input: Tensor, mask: Tensor, options: { source: Tensor }): Tensor;
  (input: Tensor, mask: Tensor, source: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { mask: Tensor; source: Tensor; out: Tensor }): Tensor;
  (input: Tensor, mask: Tensor, options: { source: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::masked_scatter');

/**
 * `aten::masked_select(Tensor self, Tensor mask) -> Tensor`
 * `aten::masked_select.out(Tensor self, Tensor mask, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.masked_select.html
 */
export const maskedSelect: {
  (input: Tensor, mask: Tensor): Tensor;
  (input: Tensor, options: { mask: Tensor }): Tensor;
  (input: Tensor, mask: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { mask: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::masked_select');

/**
 * `aten::matmul(Tensor self, Tensor other) -> Tensor`
 * `aten::matmul.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.matmul.html
 */
export const matmul: {
  (input: Tensor, other: Tensor): Tensor;
  (input: Tensor, options: { other: Tensor }): Tensor;
  (input: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::matmul');

/**
 * `aten::matrix_exp(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.matrix_exp.html
 */
export const matrixExp: {
  (input: Tensor): Tensor;
} = asFunction('aten::matrix_exp');

/**
 * `aten::matrix_power(Tensor self, int n) -> Tensor`
 * `aten::matrix_power.out(Tensor self, int n, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.matrix_power.html
 */
export const matrixPower: {
  (input: Tensor, n: Int): Tensor;
  (input: Tensor, options: { n: Int }): Tensor;
  (input: Tensor, n: Int, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { n: Int; out: Tensor }): Tensor;
} = asFunction('aten::matrix_power');

/**
 * `aten::max(Tensor self) -> Tensor`
 * `aten::max.other(Tensor self, Tensor other) -> Tensor`
 * `aten::max.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor values, Tensor indices)`
 * `aten::max.unary_out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::max.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::max.dim_max(Tensor self, int dim, bool keepdim=False, *, Tensor(a!) max, Tensor(b!) max_values) -> (Tensor(a!) values, Tensor(b!) indices)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.max.html
 */
export const max: {
  (input: Tensor): Tensor;
  (input: Tensor, other: Tensor): Tensor;
  (input: Tensor, options: { other: Tensor }): Tensor;
  (input: Tensor, dim: Int, keepdim?: boolean): [values: Tensor, indices: Tensor];
  (input: Tensor, options: { dim: Int; keepdim?: boolean }): [values: Tensor, indices: Tensor];
  (input: Tensor, dim: Int, options: { keepdim?: boolean }): [values: Tensor, indices: Tensor];
  (input: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Tensor; out: Tensor }): Tensor;
  (input: Tensor, dim: Int, keepdim: boolean | undefined, options: { out: readonly [Tensor, Tensor] }): [values: Tensor, indices: Tensor];
  (input: Tensor, options: { dim: Int; keepdim?: boolean; out: readonly [Tensor, Tensor] }): [values: Tensor, indices: Tensor];
  (input: Tensor, dim: Int, options: { keepdim?: boolean; out: readonly [Tensor, Tensor] }): [values: Tensor, indices: Tensor];
} = asFunction('aten::max');

/**
 * `aten::max_pool1d(Tensor self, int[1] kernel_size, int[1] stride=[], int[1] padding=[0], int[1] dilation=[1], bool ceil_mode=False) -> Tensor`
 */
export const maxPool1d: {
  (input: Tensor, kernelSize: Int | readonly Int[], stride?: Int | readonly Int[], padding?: Int | readonly Int[], dilation?: Int | readonly Int[], ceilMode?: boolean): Tensor;
  (input: Tensor, options: { kernelSize: Int | readonly Int[]; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; ceilMode?: boolean }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], options: { stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; ceilMode?: boolean }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], options: { padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; ceilMode?: boolean }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], options: { dilation?: Int | readonly Int[]; ceilMode?: boolean }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], dilation: Int | readonly Int[], options: { ceilMode?: boolean }): Tensor;
} = asFunction('aten::max_pool1d');

/**
 * `aten::max_pool1d_with_indices(Tensor self, int[1] kernel_size, int[1] stride=[], int[1] padding=[0], int[1] dilation=[1], bool ceil_mode=False) -> (Tensor, Tensor)`
 */
export const maxPool1dWithIndices: {
  (input: Tensor, kernelSize: Int | readonly Int[], stride?: Int | readonly Int[], padding?: Int | readonly Int[], dilation?: Int | readonly Int[], ceilMode?: boolean): [Tensor, Tensor];
  (input: Tensor, options: { kernelSize: Int | readonly Int[]; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; ceilMode?: boolean }): [Tensor, Tensor];
  (input: Tensor, kernelSize: Int | readonly Int[], options: { stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; ceilMode?: boolean }): [Tensor, Tensor];
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], options: { padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; ceilMode?: boolean }): [Tensor, Tensor];
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], options: { dilation?: Int | readonly Int[]; ceilMode?: boolean }): [Tensor, Tensor];
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], dilation: Int | readonly Int[], options: { ceilMode?: boolean }): [Tensor, Tensor];
} = asFunction('aten::max_pool1d_with_indices');

/**
 * `aten::max_pool2d(Tensor self, int[2] kernel_size, int[2] stride=[], int[2] padding=0, int[2] dilation=1, bool ceil_mode=False) -> Tensor`
 */
export const maxPool2d: {
  (input: Tensor, kernelSize: Int | readonly Int[], stride?: Int | readonly Int[], padding?: Int | readonly Int[], dilation?: Int | readonly Int[], ceilMode?: boolean): Tensor;
  (input: Tensor, options: { kernelSize: Int | readonly Int[]; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; ceilMode?: boolean }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], options: { stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; ceilMode?: boolean }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], options: { padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; ceilMode?: boolean }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], options: { dilation?: Int | readonly Int[]; ceilMode?: boolean }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], dilation: Int | readonly Int[], options: { ceilMode?: boolean }): Tensor;
} = asFunction('aten::max_pool2d');

/**
 * `aten::max_pool3d(Tensor self, int[3] kernel_size, int[3] stride=[], int[3] padding=0, int[3] dilation=1, bool ceil_mode=False) -> Tensor`
 */
export const maxPool3d: {
  (input: Tensor, kernelSize: Int | readonly Int[], stride?: Int | readonly Int[], padding?: Int | readonly Int[], dilation?: Int | readonly Int[], ceilMode?: boolean): Tensor;
  (input: Tensor, options: { kernelSize: Int | readonly Int[]; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; ceilMode?: boolean }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], options: { stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; ceilMode?: boolean }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], options: { padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; ceilMode?: boolean }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], options: { dilation?: Int | readonly Int[]; ceilMode?: boolean }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], dilation: Int | readonly Int[], options: { ceilMode?: boolean }): Tensor;
} = asFunction('aten::max_pool3d');

/**
 * `aten::maximum(Tensor self, Tensor other) -> Tensor`
 * `aten::maximum.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.maximum.html
 */
export const maximum: {
  (input: Tensor, other: Tensor): Tensor;
  (input: Tensor, options: { other: Tensor }): Tensor;
  (input: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::maximum');

/**
 * `aten::mean(Tensor self, *, ScalarType? dtype=None) -> Tensor`
 * `aten::mean.dim(Tensor self, int[1]? dim, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor`
 * `aten::mean.dtype_out(Tensor self, *, ScalarType? dtype=None, Tensor(a!) out) -> Tensor(a!)`
 * `aten::mean.out(Tensor self, int[1]? dim, bool keepdim=False, *, ScalarType? dtype=None, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.mean.html
 */
export const mean: {
  (input: Tensor, options?: { dtype?: DType | null }): Tensor;
  (input: Tensor, dim: Int | readonly Int[] | null, keepdim?: boolean, options?: { dtype?: DType | null }): Tensor;
  (input: Tensor, options: { dim: Int | readonly Int[] | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
  (input: Tensor, dim: Int | readonly Int[] | null, options: { keepdim?: boolean; dtype?: DType | null }): Tensor;
  (input: Tensor, options: { dtype?: DType | null; out: Tensor }): Tensor;
  (input: Tensor, dim: Int | readonly Int[] | null, keepdim: boolean | undefined, options: { dtype?: DType | null; out: Tensor }): Tensor;
  (input: Tensor, options: { dim: Int | readonly Int[] | null; keepdim?: boolean; dtype?: DType | null; out: Tensor }): Tensor;
  (input: Tensor, dim: Int | readonly Int[] | null, options: { keepdim?: boolean; dtype?: DType | null; out: Tensor }): Tensor;
} = asFunction('aten::mean');

/**
 * `aten::median(Tensor self) -> Tensor`
 * `aten::median.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor values, Tensor indices)`
 * `aten::median.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::median.dim_values(Tensor self, int dim, bool keepdim=False, *, Tensor(a!) values, Tensor(b!) indices) -> (Tensor(a!) values, Tensor(b!) indices)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.median.html
 */
export const median: {
  (input: Tensor): Tensor;
  (input: Tensor, dim: Int, keepdim?: boolean): [values: Tensor, indices: Tensor];
  (input: Tensor, options: { dim: Int; keepdim?: boolean }): [values: Tensor, indices: Tensor];
  (input: Tensor, dim: Int, options: { keepdim?: boolean }): [values: Tensor, indices: Tensor];
  (input: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, dim: Int, keepdim: boolean | undefined, options: { out: readonly [Tensor, Tensor] }): [values: Tensor, indices: Tensor];
  (input: Tensor, options: { dim: Int; keepdim?: boolean; out: readonly [Tensor, Tensor] }): [values: Tensor, indices: Tensor];
  (input: Tensor, dim: Int, options: { keepdim?: boolean; out: readonly [Tensor, Tensor] }): [values: Tensor, indices: Tensor];
} = asFunction('aten::median');

/**
 * `aten::min(Tensor self) -> Tensor`
 * `aten::min.other(Tensor self, Tensor other) -> Tensor`
 * `aten::min.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor values, Tensor indices)`
 * `aten::min.unary_out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::min.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::min.dim_min(Tensor self, int dim, bool keepdim=False, *, Tensor(a!) min, Tensor(b!) min_indices) -> (Tensor(a!) values, Tensor(b!) indices)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.min.html
 */
export const min: {
  (input: Tensor): Tensor;
  (input: Tensor, other: Tensor): Tensor;
  (input: Tensor, options: { other: Tensor }): Tensor;
  (input: Tensor, dim: Int, keepdim?: boolean): [values: Tensor, indices: Tensor];
  (input: Tensor, options: { dim: Int; keepdim?: boolean }): [values: Tensor, indices: Tensor];
  (input: Tensor, dim: Int, options: { keepdim?: boolean }): [values: Tensor, indices: Tensor];
  (input: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Tensor; out: Tensor }): Tensor;
  (input: Tensor, dim: Int, keepdim: boolean | undefined, options: { out: readonly [Tensor, Tensor] }): [values: Tensor, indices: Tensor];
  (input: Tensor, options: { dim: Int; keepdim?: boolean; out: readonly [Tensor, Tensor] }): [values: Tensor, indices: Tensor];
  (input: Tensor, dim: Int, options: { keepdim?: boolean; out: readonly [Tensor, Tensor] }): [values: Tensor, indices: Tensor];
} = asFunction('aten::min');

/**
 * `aten::minimum(Tensor self, Tensor other) -> Tensor`
 * `aten::minimum.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.minimum.html
 */
export const minimum: {
  (input: Tensor, other: Tensor): Tensor;
  (input: Tensor, options: { other: Tensor }): Tensor;
  (input: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::minimum');

/**
 * `aten::miopen_batch_norm(Tensor input, Tensor weight, Tensor? bias, Tensor? running_mean, Tensor? running_var, bool training, float exponential_average_factor, float epsilon) -> (Tensor, Tensor, Tensor)`
 * `aten::miopen_batch_norm.out(Tensor input, Tensor weight, Tensor? bias, Tensor? running_mean, Tensor? running_var, bool training, float exponential_average_factor, float epsilon, *, Tensor(a!) out0, Tensor(b!) out1, Tensor(c!) out2) -> (Tensor(a!), Tensor(b!), Tensor(c!))`
 */
export const miopenBatchNorm: {
  (input: Tensor, weight: Tensor, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, training: boolean, exponentialAverageFactor: number, epsilon: number): [Tensor, Tensor, Tensor];
  (input: Tensor, options: { weight: Tensor; bias: Tensor | null; runningMean: Tensor | null; runningVar: Tensor | null; training: boolean; exponentialAverageFactor: number; epsilon: number }): [Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor, options: { bias: Tensor | null; runningMean: Tensor | null; runningVar: Tensor | null; training: boolean; exponentialAverageFactor: number; epsilon: number }): [Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor, bias: Tensor | null, options: { runningMean: Tensor | null; runningVar: Tensor | null; training: boolean; exponentialAverageFactor: number; epsilon: number }): [Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor, bias: Tensor | null, runningMean: Tensor | null, options: { runningVar: Tensor | null; training: boolean; exponentialAverageFactor: number; epsilon: number }): [Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, options: { training: boolean; exponentialAverageFactor: number; epsilon: number }): [Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, training: boolean, options: { exponentialAverageFactor: number; epsilon: number }): [Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, training: boolean, exponentialAverageFactor: number, options: { epsilon: number }): [Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, training: boolean, exponentialAverageFactor: number, epsilon: number, options: { out: readonly [Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor];
  (input: Tensor, options: { weight: Tensor; bias: Tensor | null; runningMean: Tensor | null; runningVar: Tensor | null; training: boolean; exponentialAverageFactor: number; epsilon: number; out: readonly [Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor, options: { bias: Tensor | null; runningMean: Tensor | null; runningVar: Tensor | null; training: boolean; exponentialAverageFactor: number; epsilon: number; out: readonly [Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor, bias: Tensor | null, options: { runningMean: Tensor | null; runningVar: Tensor | null; training: boolean; exponentialAverageFactor: number; epsilon: number; out: readonly [Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor, bias: Tensor | null, runningMean: Tensor | null, options: { runningVar: Tensor | null; training: boolean; exponentialAverageFactor: number; epsilon: number; out: readonly [Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, options: { training: boolean; exponentialAverageFactor: number; epsilon: number; out: readonly [Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, training: boolean, options: { exponentialAverageFactor: number; epsilon: number; out: readonly [Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, training: boolean, exponentialAverageFactor: number, options: { epsilon: number; out: readonly [Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor];
} = asFunction('aten::miopen_batch_norm');

/**
 * `aten::miopen_convolution(Tensor self, Tensor weight, Tensor? bias, SymInt[] padding, SymInt[] stride, SymInt[] dilation, SymInt groups, bool benchmark, bool deterministic) -> Tensor`
 * `aten::miopen_convolution.out(Tensor self, Tensor weight, Tensor? bias, SymInt[] padding, SymInt[] stride, SymInt[] dilation, SymInt groups, bool benchmark, bool deterministic, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const miopenConvolution: {
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], groups: Int, benchmark: boolean, deterministic: boolean): Tensor;
  (input: Tensor, options: { weight: Tensor; bias: Tensor | null; padding: readonly Int[]; stride: readonly Int[]; dilation: readonly Int[]; groups: Int; benchmark: boolean; deterministic: boolean }): Tensor;
  (input: Tensor, weight: Tensor, options: { bias: Tensor | null; padding: readonly Int[]; stride: readonly Int[]; dilation: readonly Int[]; groups: Int; benchmark: boolean; deterministic: boolean }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, options: { padding: readonly Int[]; stride: readonly Int[]; dilation: readonly Int[]; groups: Int; benchmark: boolean; deterministic: boolean }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], options: { stride: readonly Int[]; dilation: readonly Int[]; groups: Int; benchmark: boolean; deterministic: boolean }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], stride: readonly Int[], options: { dilation: readonly Int[]; groups: Int; benchmark: boolean; deterministic: boolean }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], options: { groups: Int; benchmark: boolean; deterministic: boolean }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], groups: Int, options: { benchmark: boolean; deterministic: boolean }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], groups: Int, benchmark: boolean, options: { deterministic: boolean }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], groups: Int, benchmark: boolean, deterministic: boolean, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { weight: Tensor; bias: Tensor | null; padding: readonly Int[]; stride: readonly Int[]; dilation: readonly Int[]; groups: Int; benchmark: boolean; deterministic: boolean; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, options: { bias: Tensor | null; padding: readonly Int[]; stride: readonly Int[]; dilation: readonly Int[]; groups: Int; benchmark: boolean; deterministic: boolean; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, options: { padding: readonly Int[]; stride: readonly Int[]; dilation: readonly Int[]; groups: Int; benchmark: boolean; deterministic: boolean; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], options: { stride: readonly Int[]; dilation: readonly Int[]; groups: Int; benchmark: boolean; deterministic: boolean; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], stride: readonly Int[], options: { dilation: readonly Int[]; groups: Int; benchmark: boolean; deterministic: boolean; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], options: { groups: Int; benchmark: boolean; deterministic: boolean; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], groups: Int, options: { benchmark: boolean; deterministic: boolean; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], groups: Int, benchmark: boolean, options: { deterministic: boolean; out: Tensor }): Tensor;
} = asFunction('aten::miopen_convolution');

/**
 * `aten::miopen_convolution_add_relu(Tensor self, Tensor weight, Tensor z, Scalar? alpha, Tensor? bias, SymInt[] stride, SymInt[] padding, SymInt[] dilation, SymInt groups) -> Tensor`
 */
export const miopenConvolutionAddRelu: {
  (input: Tensor, weight: Tensor, z: Tensor, alpha: Scalar | null, bias: Tensor | null, stride: readonly Int[], padding: readonly Int[], dilation: readonly Int[], groups: Int): Tensor;
  (input: Tensor, options: { weight: Tensor; z: Tensor; alpha: Scalar | null; bias: Tensor | null; stride: readonly Int[]; padding: readonly Int[]; dilation: readonly Int[]; groups: Int }): Tensor;
  (input: Tensor, weight: Tensor, options: { z: Tensor; alpha: Scalar | null; bias: Tensor | null; stride: readonly Int[]; padding: readonly Int[]; dilation: readonly Int[]; groups: Int }): Tensor;
  (input: Tensor, weight: Tensor, z: Tensor, options: { alpha: Scalar | null; bias: Tensor | null; stride: readonly Int[]; padding: readonly Int[]; dilation: readonly Int[]; groups: Int }): Tensor;
  (input: Tensor, weight: Tensor, z: Tensor, alpha: Scalar | null, options: { bias: Tensor | null; stride: readonly Int[]; padding: readonly Int[]; dilation: readonly Int[]; groups: Int }): Tensor;
  (input: Tensor, weight: Tensor, z: Tensor, alpha: Scalar | null, bias: Tensor | null, options: { stride: readonly Int[]; padding: readonly Int[]; dilation: readonly Int[]; groups: Int }): Tensor;
  (input: Tensor, weight: Tensor, z: Tensor, alpha: Scalar | null, bias: Tensor | null, stride: readonly Int[], options: { padding: readonly Int[]; dilation: readonly Int[]; groups: Int }): Tensor;
  (input: Tensor, weight: Tensor, z: Tensor, alpha: Scalar | null, bias: Tensor | null, stride: readonly Int[], padding: readonly Int[], options: { dilation: readonly Int[]; groups: Int }): Tensor;
  (input: Tensor, weight: Tensor, z: Tensor, alpha: Scalar | null, bias: Tensor | null, stride: readonly Int[], padding: readonly Int[], dilation: readonly Int[], options: { groups: Int }): Tensor;
} = asFunction('aten::miopen_convolution_add_relu');

/**
 * `aten::miopen_convolution_relu(Tensor self, Tensor weight, Tensor? bias, SymInt[] stride, SymInt[] padding, SymInt[] dilation, SymInt groups) -> Tensor`
 */
export const miopenConvolutionRelu: {
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: readonly Int[], padding: readonly Int[], dilation: readonly Int[], groups: Int): Tensor;
  (input: Tensor, options: { weight: Tensor; bias: Tensor | null; stride: readonly Int[]; padding: readonly Int[]; dilation: readonly Int[]; groups: Int }): Tensor;
  (input: Tensor, weight: Tensor, options: { bias: Tensor | null; stride: readonly Int[]; padding: readonly Int[]; dilation: readonly Int[]; groups: Int }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, options: { stride: readonly Int[]; padding: readonly Int[]; dilation: readonly Int[]; groups: Int }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: readonly Int[], options: { padding: readonly Int[]; dilation: readonly Int[]; groups: Int }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: readonly Int[], padding: readonly Int[], options: { dilation: readonly Int[]; groups: Int }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: readonly Int[], padding: readonly Int[], dilation: readonly Int[], options: { groups: Int }): Tensor;
} = asFunction('aten::miopen_convolution_relu');

/**
 * `aten::miopen_convolution_transpose(Tensor self, Tensor weight, Tensor? bias, SymInt[] padding, SymInt[] output_padding, SymInt[] stride, SymInt[] dilation, SymInt groups, bool benchmark, bool deterministic) -> Tensor`
 * `aten::miopen_convolution_transpose.out(Tensor self, Tensor weight, Tensor? bias, SymInt[] padding, SymInt[] output_padding, SymInt[] stride, SymInt[] dilation, SymInt groups, bool benchmark, bool deterministic, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const miopenConvolutionTranspose: {
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], outputPadding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], groups: Int, benchmark: boolean, deterministic: boolean): Tensor;
  (input: Tensor, options: { weight: Tensor; bias: Tensor | null; padding: readonly Int[]; outputPadding: readonly Int[]; stride: readonly Int[]; dilation: readonly Int[]; groups: Int; benchmark: boolean; deterministic: boolean }): Tensor;
  (input: Tensor, weight: Tensor, options: { bias: Tensor | null; padding: readonly Int[]; outputPadding: readonly Int[]; stride: readonly Int[]; dilation: readonly Int[]; groups: Int; benchmark: boolean; deterministic: boolean }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, options: { padding: readonly Int[]; outputPadding: readonly Int[]; stride: readonly Int[]; dilation: readonly Int[]; groups: Int; benchmark: boolean; deterministic: boolean }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], options: { outputPadding: readonly Int[]; stride: readonly Int[]; dilation: readonly Int[]; groups: Int; benchmark: boolean; deterministic: boolean }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], outputPadding: readonly Int[], options: { stride: readonly Int[]; dilation: readonly Int[]; groups: Int; benchmark: boolean; deterministic: boolean }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], outputPadding: readonly Int[], stride: readonly Int[], options: { dilation: readonly Int[]; groups: Int; benchmark: boolean; deterministic: boolean }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], outputPadding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], options: { groups: Int; benchmark: boolean; deterministic: boolean }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], outputPadding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], groups: Int, options: { benchmark: boolean; deterministic: boolean }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], outputPadding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], groups: Int, benchmark: boolean, options: { deterministic: boolean }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], outputPadding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], groups: Int, benchmark: boolean, deterministic: boolean, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { weight: Tensor; bias: Tensor | null; padding: readonly Int[]; outputPadding: readonly Int[]; stride: readonly Int[]; dilation: readonly Int[]; groups: Int; benchmark: boolean; deterministic: boolean; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, options: { bias: Tensor | null; padding: readonly Int[]; outputPadding: readonly Int[]; stride: readonly Int[]; dilation: readonly Int[]; groups: Int; benchmark: boolean; deterministic: boolean; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, options: { padding: readonly Int[]; outputPadding: readonly Int[]; stride: readonly Int[]; dilation: readonly Int[]; groups: Int; benchmark: boolean; deterministic: boolean; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], options: { outputPadding: readonly Int[]; stride: readonly Int[]; dilation: readonly Int[]; groups: Int; benchmark: boolean; deterministic: boolean; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], outputPadding: readonly Int[], options: { stride: readonly Int[]; dilation: readonly Int[]; groups: Int; benchmark: boolean; deterministic: boolean; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], outputPadding: readonly Int[], stride: readonly Int[], options: { dilation: readonly Int[]; groups: Int; benchmark: boolean; deterministic: boolean; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], outputPadding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], options: { groups: Int; benchmark: boolean; deterministic: boolean; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], outputPadding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], groups: Int, options: { benchmark: boolean; deterministic: boolean; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], outputPadding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], groups: Int, benchmark: boolean, options: { deterministic: boolean; out: Tensor }): Tensor;
} = asFunction('aten::miopen_convolution_transpose');

/**
 * `aten::miopen_ctc_loss(Tensor log_probs, Tensor targets, int[] input_lengths, int[] target_lengths, int blank, bool deterministic, bool zero_infinity) -> (Tensor, Tensor)`
 * `aten::miopen_ctc_loss.Tensor(Tensor log_probs, Tensor targets, Tensor input_lengths, Tensor target_lengths, int blank, bool deterministic, bool zero_infinity) -> (Tensor, Tensor)`
 * `aten::miopen_ctc_loss.out(Tensor log_probs, Tensor targets, int[] input_lengths, int[] target_lengths, int blank, bool deterministic, bool zero_infinity, *, Tensor(a!) out0, Tensor(b!) out1) -> (Tensor(a!), Tensor(b!))`
 */
export const miopenCtcLoss: {
  (logProbs: Tensor, targets: Tensor, inputLengths: readonly Int[], targetLengths: readonly Int[], blank: Int, deterministic: boolean, zeroInfinity: boolean): [Tensor, Tensor];
  (logProbs: Tensor, options: { targets: Tensor; inputLengths: readonly Int[]; targetLengths: readonly Int[]; blank: Int; deterministic: boolean; zeroInfinity: boolean }): [Tensor, Tensor];
  (logProbs: Tensor, targets: Tensor, options: { inputLengths: readonly Int[]; targetLengths: readonly Int[]; blank: Int; deterministic: boolean; zeroInfinity: boolean }): [Tensor, Tensor];
  (logProbs: Tensor, targets: Tensor, inputLengths: readonly Int[], options: { targetLengths: readonly Int[]; blank: Int; deterministic: boolean; zeroInfinity: boolean }): [Tensor, Tensor];
  (logProbs: Tensor, targets: Tensor, inputLengths: readonly Int[], targetLengths: readonly Int[], options: { blank: Int; deterministic: boolean; zeroInfinity: boolean }): [Tensor, Tensor];
  (logProbs: Tensor, targets: Tensor, inputLengths: readonly Int[], targetLengths: readonly Int[], blank: Int, options: { deterministic: boolean; zeroInfinity: boolean }): [Tensor, Tensor];
  (logProbs: Tensor, targets: Tensor, inputLengths: readonly Int[], targetLengths: readonly Int[], blank: Int, deterministic: boolean, options: { zeroInfinity: boolean }): [Tensor, Tensor];
  (logProbs: Tensor, targets: Tensor, inputLengths: Tensor, targetLengths: Tensor, blank: Int, deterministic: boolean, zeroInfinity: boolean): [Tensor, Tensor];
  (logProbs: Tensor, options: { targets: Tensor; inputLengths: Tensor; targetLengths: Tensor; blank: Int; deterministic: boolean; zeroInfinity: boolean }): [Tensor, Tensor];
  (logProbs: Tensor, targets: Tensor, options: { inputLengths: Tensor; targetLengths: Tensor; blank: Int; deterministic: boolean; zeroInfinity: boolean }): [Tensor, Tensor];
  (logProbs: Tensor, targets: Tensor, inputLengths: Tensor, options: { targetLengths: Tensor; blank: Int; deterministic: boolean; zeroInfinity: boolean }): [Tensor, Tensor];
  (logProbs: Tensor, targets: Tensor, inputLengths: Tensor, targetLengths: Tensor, options: { blank: Int; deterministic: boolean; zeroInfinity: boolean }): [Tensor, Tensor];
  (logProbs: Tensor, targets: Tensor, inputLengths: Tensor, targetLengths: Tensor, blank: Int, options: { deterministic: boolean; zeroInfinity: boolean }): [Tensor, Tensor];
  (logProbs: Tensor, targets: Tensor, inputLengths: Tensor, targetLengths: Tensor, blank: Int, deterministic: boolean, options: { zeroInfinity: boolean }): [Tensor, Tensor];
  (logProbs: Tensor, targets: Tensor, inputLengths: readonly Int[], targetLengths: readonly Int[], blank: Int, deterministic: boolean, zeroInfinity: boolean, options: { out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
  (logProbs: Tensor, options: { targets: Tensor; inputLengths: readonly Int[]; targetLengths: readonly Int[]; blank: Int; deterministic: boolean; zeroInfinity: boolean; out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
  (logProbs: Tensor, targets: Tensor, options: { inputLengths: readonly Int[]; targetLengths: readonly Int[]; blank: Int; deterministic: boolean; zeroInfinity: boolean; out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
  (logProbs: Tensor, targets: Tensor, inputLengths: readonly Int[], options: { targetLengths: readonly Int[]; blank: Int; deterministic: boolean; zeroInfinity: boolean; out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
  (logProbs: Tensor, targets: Tensor, inputLengths: readonly Int[], targetLengths: readonly Int[], options: { blank: Int; deterministic: boolean; zeroInfinity: boolean; out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
  (logProbs: Tensor, targets: Tensor, inputLengths: readonly Int[], targetLengths: readonly Int[], blank: Int, options: { deterministic: boolean; zeroInfinity: boolean; out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
  (logProbs: Tensor, targets: Tensor, inputLengths: readonly Int[], targetLengths: readonly Int[], blank: Int, deterministic: boolean, options: { zeroInfinity: boolean; out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
} = asFunction('aten::miopen_ctc_loss');

/**
 * `aten::miopen_depthwise_convolution(Tensor self, Tensor weight, Tensor? bias, SymInt[] padding, SymInt[] stride, SymInt[] dilation, SymInt groups, bool benchmark, bool deterministic) -> Tensor`
 * `aten::miopen_depthwise_convolution.out(Tensor self, Tensor weight, Tensor? bias, SymInt[] padding, SymInt[] stride, SymInt[] dilation, SymInt groups, bool benchmark, bool deterministic, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const miopenDepthwiseConvolution: {
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], groups: Int, benchmark: boolean, deterministic: boolean): Tensor;
  (input: Tensor, options: { weight: Tensor; bias: Tensor | null; padding: readonly Int[]; stride: readonly Int[]; dilation: readonly Int[]; groups: Int; benchmark: boolean; deterministic: boolean }): Tensor;
  (input: Tensor, weight: Tensor, options: { bias: Tensor | null; padding: readonly Int[]; stride: readonly Int[]; dilation: readonly Int[]; groups: Int; benchmark: boolean; deterministic: boolean }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, options: { padding: readonly Int[]; stride: readonly Int[]; dilation: readonly Int[]; groups: Int; benchmark: boolean; deterministic: boolean }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], options: { stride: readonly Int[]; dilation: readonly Int[]; groups: Int; benchmark: boolean; deterministic: boolean }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], stride: readonly Int[], options: { dilation: readonly Int[]; groups: Int; benchmark: boolean; deterministic: boolean }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], options: { groups: Int; benchmark: boolean; deterministic: boolean }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], groups: Int, options: { benchmark: boolean; deterministic: boolean }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], groups: Int, benchmark: boolean, options: { deterministic: boolean }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], groups: Int, benchmark: boolean, deterministic: boolean, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { weight: Tensor; bias: Tensor | null; padding: readonly Int[]; stride: readonly Int[]; dilation: readonly Int[]; groups: Int; benchmark: boolean; deterministic: boolean; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, options: { bias: Tensor | null; padding: readonly Int[]; stride: readonly Int[]; dilation: readonly Int[]; groups: Int; benchmark: boolean; deterministic: boolean; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, options: { padding: readonly Int[]; stride: readonly Int[]; dilation: readonly Int[]; groups: Int; benchmark: boolean; deterministic: boolean; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], options: { stride: readonly Int[]; dilation: readonly Int[]; groups: Int; benchmark: boolean; deterministic: boolean; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], stride: readonly Int[], options: { dilation: readonly Int[]; groups: Int; benchmark: boolean; deterministic: boolean; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], options: { groups: Int; benchmark: boolean; deterministic: boolean; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], groups: Int, options: { benchmark: boolean; deterministic: boolean; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], groups: Int, benchmark: boolean, options: { deterministic: boolean; out: Tensor }): Tensor;
} = asFunction('aten::miopen_depthwise_convolution');

/**
 * `aten::miopen_rnn(Tensor input, Tensor[] weight, int weight_stride0, Tensor hx, Tensor? cx, int mode, int hidden_size, int num_layers, bool batch_first, float dropout, bool train, bool bidirectional, int[] batch_sizes, Tensor? dropout_state) -> (Tensor, Tensor, Tensor, Tensor, Tensor)`
 * `aten::miopen_rnn.out(Tensor input, Tensor[] weight, int weight_stride0, Tensor hx, Tensor? cx, int mode, int hidden_size, int num_layers, bool batch_first, float dropout, bool train, bool bidirectional, int[] batch_sizes, Tensor? dropout_state, *, Tensor(a!) out0, Tensor(b!) out1, Tensor(c!) out2, Tensor(d!) out3, Tensor(e!) out4) -> (Tensor(a!), Tensor(b!), Tensor(c!), Tensor(d!), Tensor(e!))`
 */
export const miopenRnn: {
  (input: Tensor, weight: readonly Tensor[], weightStride0: Int, hx: Tensor, cx: Tensor | null, mode: Int, hiddenSize: Int, numLayers: Int, batchFirst: boolean, dropout: number, train: boolean, bidirectional: boolean, batchSizes: readonly Int[], dropoutState: Tensor | null): [Tensor, Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, options: { weight: readonly Tensor[]; weightStride0: Int; hx: Tensor; cx: Tensor | null; mode: Int; hiddenSize: Int; numLayers: Int; batchFirst: boolean; dropout: number; train: boolean; bidirectional: boolean; batchSizes: readonly Int[]; dropoutState: Tensor | null }): [Tensor, Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight: readonly Tensor[], options: { weightStride0: Int; hx: Tensor; cx: Tensor | null; mode: Int; hiddenSize: Int; numLayers: Int; batchFirst: boolean; dropout: number; train: boolean; bidirectional: boolean; batchSizes: readonly Int[]; dropoutState: Tensor | null }): [Tensor, Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight: readonly Tensor[], weightStride0: Int, options: { hx: Tensor; cx: Tensor | null; mode: Int; hiddenSize: Int; numLayers: Int; batchFirst: boolean; dropout: number; train: boolean; bidirectional: boolean; batchSizes: readonly Int[]; dropoutState: Tensor | null }): [Tensor, Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight: readonly Tensor[], weightStride0: Int, hx: Tensor, options: { cx: Tensor | null; mode: Int; hiddenSize: Int; numLayers: Int; batchFirst: boolean; dropout: number; train: boolean; bidirectional: boolean; batchSizes: readonly Int[]; dropoutState: Tensor | null }): [Tensor, Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight: readonly Tensor[], weightStride0: Int, hx: Tensor, cx: Tensor | null, options: { mode: Int; hiddenSize: Int; numLayers: Int; batchFirst: boolean; dropout: number; train: boolean; bidirectional: boolean; batchSizes: readonly Int[]; dropoutState: Tensor | null }): [Tensor, Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight: readonly Tensor[], weightStride0: Int, hx: Tensor, cx: Tensor | null, mode: Int, options: { hiddenSize: Int; numLayers: Int; batchFirst: boolean; dropout: number; train: boolean; bidirectional: boolean; batchSizes: readonly Int[]; dropoutState: Tensor | null }): [Tensor, Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight: readonly Tensor[], weightStride0: Int, hx: Tensor, cx: Tensor | null, mode: Int, hiddenSize: Int, options: { numLayers: Int; batchFirst: boolean; dropout: number; train: boolean; bidirectional: boolean; batchSizes: readonly Int[]; dropoutState: Tensor | null }): [Tensor, Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight: readonly Tensor[], weightStride0: Int, hx: Tensor, cx: Tensor | null, mode: Int, hiddenSize: Int, numLayers: Int, options: { batchFirst: boolean; dropout: number; train: boolean; bidirectional: boolean; batchSizes: readonly Int[]; dropoutState: Tensor | null }): [Tensor, Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight: readonly Tensor[], weightStride0: Int, hx: Tensor, cx: Tensor | null, mode: Int, hiddenSize: Int, numLayers: Int, batchFirst: boolean, options: { dropout: number; train: boolean; bidirectional: boolean; batchSizes: readonly Int[]; dropoutState: Tensor | null }): [Tensor, Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight: readonly Tensor[], weightStride0: Int, hx: Tensor, cx: Tensor | null, mode: Int, hiddenSize: Int, numLayers: Int, batchFirst: boolean, dropout: number, options: { train: boolean; bidirectional: boolean; batchSizes: readonly Int[]; dropoutState: Tensor | null }): [Tensor, Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight: readonly Tensor[], weightStride0: Int, hx: Tensor, cx: Tensor | null, mode: Int, hiddenSize: Int, numLayers: Int, batchFirst: boolean, dropout: number, train: boolean, options: { bidirectional: boolean; batchSizes: readonly Int[]; dropoutState: Tensor | null }): [Tensor, Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight: readonly Tensor[], weightStride0: Int, hx: Tensor, cx: Tensor | null, mode: Int, hiddenSize: Int, numLayers: Int, batchFirst: boolean, dropout: number, train: boolean, bidirectional: boolean, options: { batchSizes: readonly Int[]; dropoutState: Tensor | null }): [Tensor, Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight: readonly Tensor[], weightStride0: Int, hx: Tensor, cx: Tensor | null, mode: Int, hiddenSize: Int, numLayers: Int, batchFirst: boolean, dropout: number, train: boolean, bidirectional: boolean, batchSizes: readonly Int[], options: { dropoutState: Tensor | null }): [Tensor, Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight: readonly Tensor[], weightStride0: Int, hx: Tensor, cx: Tensor | null, mode: Int, hiddenSize: Int, numLayers: Int, batchFirst: boolean, dropout: number, train: boolean, bidirectional: boolean, batchSizes: readonly Int[], dropoutState: Tensor | null, options: { out: readonly [Tensor, Tensor, Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, options: { weight: readonly Tensor[]; weightStride0: Int; hx: Tensor; cx: Tensor | null; mode: Int; hiddenSize: Int; numLayers: Int; batchFirst: boolean; dropout: number; train: boolean; bidirectional: boolean; batchSizes: readonly Int[]; dropoutState: Tensor | null; out: readonly [Tensor, Tensor, Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight: readonly Tensor[], options: { weightStride0: Int; hx: Tensor; cx: Tensor | null; mode: Int; hiddenSize: Int; numLayers: Int; batchFirst: boolean; dropout: number; train: boolean; bidirectional: boolean; batchSizes: readonly Int[]; dropoutState: Tensor | null; out: readonly [Tensor, Tensor, Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight: readonly Tensor[], weightStride0: Int, options: { hx: Tensor; cx: Tensor | null; mode: Int; hiddenSize: Int; numLayers: Int; batchFirst: boolean; dropout: number; train: boolean; bidirectional: boolean; batchSizes: readonly Int[]; dropoutState: Tensor | null; out: readonly [Tensor, Tensor, Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight: readonly Tensor[], weightStride0: Int, hx: Tensor, options: { cx: Tensor | null; mode: Int; hiddenSize: Int; numLayers: Int; batchFirst: boolean; dropout: number; train: boolean; bidirectional: boolean; batchSizes: readonly Int[]; dropoutState: Tensor | null; out: readonly [Tensor, Tensor, Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight: readonly Tensor[], weightStride0: Int, hx: Tensor, cx: Tensor | null, options: { mode: Int; hiddenSize: Int; numLayers: Int; batchFirst: boolean; dropout: number; train: boolean; bidirectional: boolean; batchSizes: readonly Int[]; dropoutState: Tensor | null; out: readonly [Tensor, Tensor, Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight: readonly Tensor[], weightStride0: Int, hx: Tensor, cx: Tensor | null, mode: Int, options: { hiddenSize: Int; numLayers: Int; batchFirst: boolean; dropout: number; train: boolean; bidirectional: boolean; batchSizes: readonly Int[]; dropoutState: Tensor | null; out: readonly [Tensor, Tensor, Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight: readonly Tensor[], weightStride0: Int, hx: Tensor, cx: Tensor | null, mode: Int, hiddenSize: Int, options: { numLayers: Int; batchFirst: boolean; dropout: number; train: boolean; bidirectional: boolean; batchSizes: readonly Int[]; dropoutState: Tensor | null; out: readonly [Tensor, Tensor, Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight: readonly Tensor[], weightStride0: Int, hx: Tensor, cx: Tensor | null, mode: Int, hiddenSize: Int, numLayers: Int, options: { batchFirst: boolean; dropout: number; train: boolean; bidirectional: boolean; batchSizes: readonly Int[]; dropoutState: Tensor | null; out: readonly [Tensor, Tensor, Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight: readonly Tensor[], weightStride0: Int, hx: Tensor, cx: Tensor | null, mode: Int, hiddenSize: Int, numLayers: Int, batchFirst: boolean, options: { dropout: number; train: boolean; bidirectional: boolean; batchSizes: readonly Int[]; dropoutState: Tensor | null; out: readonly [Tensor, Tensor, Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight: readonly Tensor[], weightStride0: Int, hx: Tensor, cx: Tensor | null, mode: Int, hiddenSize: Int, numLayers: Int, batchFirst: boolean, dropout: number, options: { train: boolean; bidirectional: boolean; batchSizes: readonly Int[]; dropoutState: Tensor | null; out: readonly [Tensor, Tensor, Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight: readonly Tensor[], weightStride0: Int, hx: Tensor, cx: Tensor | null, mode: Int, hiddenSize: Int, numLayers: Int, batchFirst: boolean, dropout: number, train: boolean, options: { bidirectional: boolean; batchSizes: readonly Int[]; dropoutState: Tensor | null; out: readonly [Tensor, Tensor, Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight: readonly Tensor[], weightStride0: Int, hx: Tensor, cx: Tensor | null, mode: Int, hiddenSize: Int, numLayers: Int, batchFirst: boolean, dropout: number, train: boolean, bidirectional: boolean, options: { batchSizes: readonly Int[]; dropoutState: Tensor | null; out: readonly [Tensor, Tensor, Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight: readonly Tensor[], weightStride0: Int, hx: Tensor, cx: Tensor | null, mode: Int, hiddenSize: Int, numLayers: Int, batchFirst: boolean, dropout: number, train: boolean, bidirectional: boolean, batchSizes: readonly Int[], options: { dropoutState: Tensor | null; out: readonly [Tensor, Tensor, Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor, Tensor, Tensor];
} = asFunction('aten::miopen_rnn');

/**
 * `aten::mkldnn_adaptive_avg_pool2d(Tensor self, int[2] output_size) -> Tensor`
 * `aten::mkldnn_adaptive_avg_pool2d.out(Tensor self, int[2] output_size, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const mkldnnAdaptiveAvgPool2d: {
  (input: Tensor, outputSize: Int | readonly Int[]): Tensor;
  (input: Tensor, options: { outputSize: Int | readonly Int[] }): Tensor;
  (input: Tensor, outputSize: Int | readonly Int[], options: { out: Tensor }): Tensor;
  (input: Tensor, options: { outputSize: Int | readonly Int[]; out: Tensor }): Tensor;
} = asFunction('aten::mkldnn_adaptive_avg_pool2d');

/**
 * `aten::mkldnn_convolution(Tensor self, Tensor weight, Tensor? bias, SymInt[] padding, SymInt[] stride, SymInt[] dilation, SymInt groups) -> Tensor`
 * `aten::mkldnn_convolution.out(Tensor self, Tensor weight, Tensor? bias, SymInt[] padding, SymInt[] stride, SymInt[] dilation, SymInt groups, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const mkldnnConvolution: {
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], groups: Int): Tensor;
  (input: Tensor, options: { weight: Tensor; bias: Tensor | null; padding: readonly Int[]; stride: readonly Int[]; dilation: readonly Int[]; groups: Int }): Tensor;
  (input: Tensor, weight: Tensor, options: { bias: Tensor | null; padding: readonly Int[]; stride: readonly Int[]; dilation: readonly Int[]; groups: Int }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, options: { padding: readonly Int[]; stride: readonly Int[]; dilation: readonly Int[]; groups: Int }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], options: { stride: readonly Int[]; dilation: readonly Int[]; groups: Int }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], stride: readonly Int[], options: { dilation: readonly Int[]; groups: Int }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], options: { groups: Int }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], groups: Int, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { weight: Tensor; bias: Tensor | null; padding: readonly Int[]; stride: readonly Int[]; dilation: readonly Int[]; groups: Int; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, options: { bias: Tensor | null; padding: readonly Int[]; stride: readonly Int[]; dilation: readonly Int[]; groups: Int; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, options: { padding: readonly Int[]; stride: readonly Int[]; dilation: readonly Int[]; groups: Int; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], options: { stride: readonly Int[]; dilation: readonly Int[]; groups: Int; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], stride: readonly Int[], options: { dilation: readonly Int[]; groups: Int; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], options: { groups: Int; out: Tensor }): Tensor;
} = asFunction('aten::mkldnn_convolution');

/**
 * `aten::mkldnn_linear_backward_weights(Tensor grad_output, Tensor input, Tensor weight, bool bias_defined) -> (Tensor, Tensor)`
 * `aten::mkldnn_linear_backward_weights.out(Tensor grad_output, Tensor input, Tensor weight, bool bias_defined, *, Tensor(a!) out0, Tensor(b!) out1) -> (Tensor(a!), Tensor(b!))`
 */
export const mkldnnLinearBackwardWeights: {
  (gradOutput: Tensor, input: Tensor, weight: Tensor, biasDefined: boolean): [Tensor, Tensor];
  (gradOutput: Tensor, options: { input: Tensor; weight: Tensor; biasDefined: boolean }): [Tensor, Tensor];
  (gradOutput: Tensor, input: Tensor, options: { weight: Tensor; biasDefined: boolean }): [Tensor, Tensor];
  (gradOutput: Tensor, input: Tensor, weight: Tensor, options: { biasDefined: boolean }): [Tensor, Tensor];
  (gradOutput: Tensor, input: Tensor, weight: Tensor, biasDefined: boolean, options: { out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
  (gradOutput: Tensor, options: { input: Tensor; weight: Tensor; biasDefined: boolean; out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
  (gradOutput: Tensor, input: Tensor, options: { weight: Tensor; biasDefined: boolean; out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
  (gradOutput: Tensor, input: Tensor, weight: Tensor, options: { biasDefined: boolean; out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
} = asFunction('aten::mkldnn_linear_backward_weights');

/**
 * `aten::mkldnn_max_pool2d(Tensor self, int[2] kernel_size, int[2] stride=[], int[2] padding=0, int[2] dilation=1, bool ceil_mode=False) -> Tensor`
 * `aten::mkldnn_max_pool2d.out(Tensor self, int[2] kernel_size, int[2] stride=[], int[2] padding=0, int[2] dilation=1, bool ceil_mode=False, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const mkldnnMaxPool2d: {
  (input: Tensor, kernelSize: Int | readonly Int[], stride?: Int | readonly Int[], padding?: Int | readonly Int[], dilation?: Int | readonly Int[], ceilMode?: boolean): Tensor;
  (input: Tensor, options: { kernelSize: Int | readonly Int[]; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; ceilMode?: boolean }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], options: { stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; ceilMode?: boolean }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], options: { padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; ceilMode?: boolean }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], options: { dilation?: Int | readonly Int[]; ceilMode?: boolean }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], dilation: Int | readonly Int[], options: { ceilMode?: boolean }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[] | undefined, padding: Int | readonly Int[] | undefined, dilation: Int | readonly Int[] | undefined, ceilMode: boolean | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { kernelSize: Int | readonly Int[]; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; ceilMode?: boolean; out: Tensor }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], options: { stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; ceilMode?: boolean; out: Tensor }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], options: { padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; ceilMode?: boolean; out: Tensor }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], options: { dilation?: Int | readonly Int[]; ceilMode?: boolean; out: Tensor }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], dilation: Int | readonly Int[], options: { ceilMode?: boolean; out: Tensor }): Tensor;
} = asFunction('aten::mkldnn_max_pool2d');

/**
 * `aten::mkldnn_max_pool3d(Tensor self, int[3] kernel_size, int[3] stride=[], int[3] padding=0, int[3] dilation=1, bool ceil_mode=False) -> Tensor`
 * `aten::mkldnn_max_pool3d.out(Tensor self, int[3] kernel_size, int[3] stride=[], int[3] padding=0, int[3] dilation=1, bool ceil_mode=False, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const mkldnnMaxPool3d: {
  (input: Tensor, kernelSize: Int | readonly Int[], stride?: Int | readonly Int[], padding?: Int | readonly Int[], dilation?: Int | readonly Int[], ceilMode?: boolean): Tensor;
  (input: Tensor, options: { kernelSize: Int | readonly Int[]; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; ceilMode?: boolean }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], options: { stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; ceilMode?: boolean }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], options: { padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; ceilMode?: boolean }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], options: { dilation?: Int | readonly Int[]; ceilMode?: boolean }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], dilation: Int | readonly Int[], options: { ceilMode?: boolean }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[] | undefined, padding: Int | readonly Int[] | undefined, dilation: Int | readonly Int[] | undefined, ceilMode: boolean | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { kernelSize: Int | readonly Int[]; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; ceilMode?: boolean; out: Tensor }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], options: { stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; ceilMode?: boolean; out: Tensor }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], options: { padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; ceilMode?: boolean; out: Tensor }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], options: { dilation?: Int | readonly Int[]; ceilMode?: boolean; out: Tensor }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], dilation: Int | readonly Int[], options: { ceilMode?: boolean; out: Tensor }): Tensor;
} = asFunction('aten::mkldnn_max_pool3d');

/**
 * `aten::mkldnn_rnn_layer(Tensor input, Tensor weight0, Tensor weight1, Tensor weight2, Tensor weight3, Tensor hx_, Tensor cx_, bool reverse, int[] batch_sizes, int mode, int hidden_size, int num_layers, bool has_biases, bool bidirectional, bool batch_first, bool train) -> (Tensor, Tensor, Tensor, Tensor)`
 * `aten::mkldnn_rnn_layer.out(Tensor input, Tensor weight0, Tensor weight1, Tensor weight2, Tensor weight3, Tensor hx_, Tensor cx_, bool reverse, int[] batch_sizes, int mode, int hidden_size, int num_layers, bool has_biases, bool bidirectional, bool batch_first, bool train, *, Tensor(a!) out0, Tensor(b!) out1, Tensor(c!) out2, Tensor(d!) out3) -> (Tensor(a!), Tensor(b!), Tensor(c!), Tensor(d!))`
 */
export const mkldnnRnnLayer: {
  (input: Tensor, weight0: Tensor, weight1: Tensor, weight2: Tensor, weight3: Tensor, hx_: Tensor, cx_: Tensor, reverse: boolean, batchSizes: readonly Int[], mode: Int, hiddenSize: Int, numLayers: Int, hasBiases: boolean, bidirectional: boolean, batchFirst: boolean, train: boolean): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, options: { weight0: Tensor; weight1: Tensor; weight2: Tensor; weight3: Tensor; hx_: Tensor; cx_: Tensor; reverse: boolean; batchSizes: readonly Int[]; mode: Int; hiddenSize: Int; numLayers: Int; hasBiases: boolean; bidirectional: boolean; batchFirst: boolean; train: boolean }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight0: Tensor, options: { weight1: Tensor; weight2: Tensor; weight3: Tensor; hx_: Tensor; cx_: Tensor; reverse: boolean; batchSizes: readonly Int[]; mode: Int; hiddenSize: Int; numLayers: Int; hasBiases: boolean; bidirectional: boolean; batchFirst: boolean; train: boolean }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight0: Tensor, weight1: Tensor, options: { weight2: Tensor; weight3: Tensor; hx_: Tensor; cx_: Tensor; reverse: boolean; batchSizes: readonly Int[]; mode: Int; hiddenSize: Int; numLayers: Int; hasBiases: boolean; bidirectional: boolean; batchFirst: boolean; train: boolean }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight0: Tensor, weight1: Tensor, weight2: Tensor, options: { weight3: Tensor; hx_: Tensor; cx_: Tensor; reverse: boolean; batchSizes: readonly Int[]; mode: Int; hiddenSize: Int; numLayers: Int; hasBiases: boolean; bidirectional: boolean; batchFirst: boolean; train: boolean }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight0: Tensor, weight1: Tensor, weight2: Tensor, weight3: Tensor, options: { hx_: Tensor; cx_: Tensor; reverse: boolean; batchSizes: readonly Int[]; mode: Int; hiddenSize: Int; numLayers: Int; hasBiases: boolean; bidirectional: boolean; batchFirst: boolean; train: boolean }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight0: Tensor, weight1: Tensor, weight2: Tensor, weight3: Tensor, hx_: Tensor, options: { cx_: Tensor; reverse: boolean; batchSizes: readonly Int[]; mode: Int; hiddenSize: Int; numLayers: Int; hasBiases: boolean; bidirectional: boolean; batchFirst: boolean; train: boolean }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight0: Tensor, weight1: Tensor, weight2: Tensor, weight3: Tensor, hx_: Tensor, cx_: Tensor, options: { reverse: boolean; batchSizes: readonly Int[]; mode: Int; hiddenSize: Int; numLayers: Int; hasBiases: boolean; bidirectional: boolean; batchFirst: boolean; train: boolean }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight0: Tensor, weight1: Tensor, weight2: Tensor, weight3: Tensor, hx_: Tensor, cx_: Tensor, reverse: boolean, options: { batchSizes: readonly Int[]; mode: Int; hiddenSize: Int; numLayers: Int; hasBiases: boolean; bidirectional: boolean; batchFirst: boolean; train: boolean }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight0: Tensor, weight1: Tensor, weight2: Tensor, weight3: Tensor, hx_: Tensor, cx_: Tensor, reverse: boolean, batchSizes: readonly Int[], options: { mode: Int; hiddenSize: Int; numLayers: Int; hasBiases: boolean; bidirectional: boolean; batchFirst: boolean; train: boolean }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight0: Tensor, weight1: Tensor, weight2: Tensor, weight3: Tensor, hx_: Tensor, cx_: Tensor, reverse: boolean, batchSizes: readonly Int[], mode: Int, options: { hiddenSize: Int; numLayers: Int; hasBiases: boolean; bidirectional: boolean; batchFirst: boolean; train: boolean }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight0: Tensor, weight1: Tensor, weight2: Tensor, weight3: Tensor, hx_: Tensor, cx_: Tensor, reverse: boolean, batchSizes: readonly Int[], mode: Int, hiddenSize: Int, options: { numLayers: Int; hasBiases: boolean; bidirectional: boolean; batchFirst: boolean; train: boolean }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight0: Tensor, weight1: Tensor, weight2: Tensor, weight3: Tensor, hx_: Tensor, cx_: Tensor, reverse: boolean, batchSizes: readonly Int[], mode: Int, hiddenSize: Int, numLayers: Int, options: { hasBiases: boolean; bidirectional: boolean; batchFirst: boolean; train: boolean }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight0: Tensor, weight1: Tensor, weight2: Tensor, weight3: Tensor, hx_: Tensor, cx_: Tensor, reverse: boolean, batchSizes: readonly Int[], mode: Int, hiddenSize: Int, numLayers: Int, hasBiases: boolean, options: { bidirectional: boolean; batchFirst: boolean; train: boolean }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight0: Tensor, weight1: Tensor, weight2: Tensor, weight3: Tensor, hx_: Tensor, cx_: Tensor, reverse: boolean, batchSizes: readonly Int[], mode: Int, hiddenSize: Int, numLayers: Int, hasBiases: boolean, bidirectional: boolean, options: { batchFirst: boolean; train: boolean }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight0: Tensor, weight1: Tensor, weight2: Tensor, weight3: Tensor, hx_: Tensor, cx_: Tensor, reverse: boolean, batchSizes: readonly Int[], mode: Int, hiddenSize: Int, numLayers: Int, hasBiases: boolean, bidirectional: boolean, batchFirst: boolean, options: { train: boolean }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight0: Tensor, weight1: Tensor, weight2: Tensor, weight3: Tensor, hx_: Tensor, cx_: Tensor, reverse: boolean, batchSizes: readonly Int[], mode: Int, hiddenSize: Int, numLayers: Int, hasBiases: boolean, bidirectional: boolean, batchFirst: boolean, train: boolean, options: { out: readonly [Tensor, Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, options: { weight0: Tensor; weight1: Tensor; weight2: Tensor; weight3: Tensor; hx_: Tensor; cx_: Tensor; reverse: boolean; batchSizes: readonly Int[]; mode: Int; hiddenSize: Int; numLayers: Int; hasBiases: boolean; bidirectional: boolean; batchFirst: boolean; train: boolean; out: readonly [Tensor, Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight0: Tensor, options: { weight1: Tensor; weight2: Tensor; weight3: Tensor; hx_: Tensor; cx_: Tensor; reverse: boolean; batchSizes: readonly Int[]; mode: Int; hiddenSize: Int; numLayers: Int; hasBiases: boolean; bidirectional: boolean; batchFirst: boolean; train: boolean; out: readonly [Tensor, Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight0: Tensor, weight1: Tensor, options: { weight2: Tensor; weight3: Tensor; hx_: Tensor; cx_: Tensor; reverse: boolean; batchSizes: readonly Int[]; mode: Int; hiddenSize: Int; numLayers: Int; hasBiases: boolean; bidirectional: boolean; batchFirst: boolean; train: boolean; out: readonly [Tensor, Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight0: Tensor, weight1: Tensor, weight2: Tensor, options: { weight3: Tensor; hx_: Tensor; cx_: Tensor; reverse: boolean; batchSizes: readonly Int[]; mode: Int; hiddenSize: Int; numLayers: Int; hasBiases: boolean; bidirectional: boolean; batchFirst: boolean; train: boolean; out: readonly [Tensor, Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight0: Tensor, weight1: Tensor, weight2: Tensor, weight3: Tensor, options: { hx_: Tensor; cx_: Tensor; reverse: boolean; batchSizes: readonly Int[]; mode: Int; hiddenSize: Int; numLayers: Int; hasBiases: boolean; bidirectional: boolean; batchFirst: boolean; train: boolean; out: readonly [Tensor, Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight0: Tensor, weight1: Tensor, weight2: Tensor, weight3: Tensor, hx_: Tensor, options: { cx_: Tensor; reverse: boolean; batchSizes: readonly Int[]; mode: Int; hiddenSize: Int; numLayers: Int; hasBiases: boolean; bidirectional: boolean; batchFirst: boolean; train: boolean; out: readonly [Tensor, Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight0: Tensor, weight1: Tensor, weight2: Tensor, weight3: Tensor, hx_: Tensor, cx_: Tensor, options: { reverse: boolean; batchSizes: readonly Int[]; mode: Int; hiddenSize: Int; numLayers: Int; hasBiases: boolean; bidirectional: boolean; batchFirst: boolean; train: boolean; out: readonly [Tensor, Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight0: Tensor, weight1: Tensor, weight2: Tensor, weight3: Tensor, hx_: Tensor, cx_: Tensor, reverse: boolean, options: { batchSizes: readonly Int[]; mode: Int; hiddenSize: Int; numLayers: Int; hasBiases: boolean; bidirectional: boolean; batchFirst: boolean; train: boolean; out: readonly [Tensor, Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight0: Tensor, weight1: Tensor, weight2: Tensor, weight3: Tensor, hx_: Tensor, cx_: Tensor, reverse: boolean, batchSizes: readonly Int[], options: { mode: Int; hiddenSize: Int; numLayers: Int; hasBiases: boolean; bidirectional: boolean; batchFirst: boolean; train: boolean; out: readonly [Tensor, Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight0: Tensor, weight1: Tensor, weight2: Tensor, weight3: Tensor, hx_: Tensor, cx_: Tensor, reverse: boolean, batchSizes: readonly Int[], mode: Int, options: { hiddenSize: Int; numLayers: Int; hasBiases: boolean; bidirectional: boolean; batchFirst: boolean; train: boolean; out: readonly [Tensor, Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight0: Tensor, weight1: Tensor, weight2: Tensor, weight3: Tensor, hx_: Tensor, cx_: Tensor, reverse: boolean, batchSizes: readonly Int[], mode: Int, hiddenSize: Int, options: { numLayers: Int; hasBiases: boolean; bidirectional: boolean; batchFirst: boolean; train: boolean; out: readonly [Tensor, Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight0: Tensor, weight1: Tensor, weight2: Tensor, weight3: Tensor, hx_: Tensor, cx_: Tensor, reverse: boolean, batchSizes: readonly Int[], mode: Int, hiddenSize: Int, numLayers: Int, options: { hasBiases: boolean; bidirectional: boolean; batchFirst: boolean; train: boolean; out: readonly [Tensor, Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight0: Tensor, weight1: Tensor, weight2: Tensor, weight3: Tensor, hx_: Tensor, cx_: Tensor, reverse: boolean, batchSizes: readonly Int[], mode: Int, hiddenSize: Int, numLayers: Int, hasBiases: boolean, options: { bidirectional: boolean; batchFirst: boolean; train: boolean; out: readonly [Tensor, Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight0: Tensor, weight1: Tensor, weight2: Tensor, weight3: Tensor, hx_: Tensor, cx_: Tensor, reverse: boolean, batchSizes: readonly Int[], mode: Int, hiddenSize: Int, numLayers: Int, hasBiases: boolean, bidirectional: boolean, options: { batchFirst: boolean; train: boolean; out: readonly [Tensor, Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight0: Tensor, weight1: Tensor, weight2: Tensor, weight3: Tensor, hx_: Tensor, cx_: Tensor, reverse: boolean, batchSizes: readonly Int[], mode: Int, hiddenSize: Int, numLayers: Int, hasBiases: boolean, bidirectional: boolean, batchFirst: boolean, options: { train: boolean; out: readonly [Tensor, Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor, Tensor];
} = asFunction('aten::mkldnn_rnn_layer');

/**
 * `aten::mm(Tensor self, Tensor mat2) -> Tensor`
 * `aten::mm.dtype(Tensor self, Tensor mat2, ScalarType out_dtype) -> Tensor`
 * `aten::mm.out(Tensor self, Tensor mat2, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::mm.dtype_out(Tensor self, Tensor mat2, ScalarType out_dtype, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.mm.html
 */
export const mm: {
  (input: Tensor, mat2: Tensor): Tensor;
  (input: Tensor, options: { mat2: Tensor }): Tensor;
  (input: Tensor, mat2: Tensor, outDtype: DType): Tensor;
  (input: Tensor, options: { mat2: Tensor; outDtype: DType }): Tensor;
  (input: Tensor, mat2: Tensor, options: { outDtype: DType }): Tensor;
  (input: Tensor, mat2: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { mat2: Tensor; out: Tensor }): Tensor;
  (input: Tensor, mat2: Tensor, outDtype: DType, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { mat2: Tensor; outDtype: DType; out: Tensor }): Tensor;
  (input: Tensor, mat2: Tensor, options: { outDtype: DType; out: Tensor }): Tensor;
} = asFunction('aten::mm');

/**
 * `aten::mode(Tensor self, int dim=-1, bool keepdim=False) -> (Tensor values, Tensor indices)`
 * `aten::mode.values(Tensor self, int dim=-1, bool keepdim=False, *, Tensor(a!) values, Tensor(b!) indices) -> (Tensor(a!) values, Tensor(b!) indices)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.mode.html
 */
export const mode: {
  (input: Tensor, dim?: Int, keepdim?: boolean): [values: Tensor, indices: Tensor];
  (input: Tensor, options: { dim?: Int; keepdim?: boolean }): [values: Tensor, indices: Tensor];
  (input: Tensor, dim: Int, options: { keepdim?: boolean }): [values: Tensor, indices: Tensor];
  (input: Tensor, dim: Int | undefined, keepdim: boolean | undefined, options: { out: readonly [Tensor, Tensor] }): [values: Tensor, indices: Tensor];
  (input: Tensor, options: { dim?: Int; keepdim?: boolean; out: readonly [Tensor, Tensor] }): [values: Tensor, indices: Tensor];
  (input: Tensor, dim: Int, options: { keepdim?: boolean; out: readonly [Tensor, Tensor] }): [values: Tensor, indices: Tensor];
} = asFunction('aten::mode');

/**
 * `aten::moveaxis.int(Tensor(a) self, int source, int destination) -> Tensor(a)`
 * `aten::moveaxis.intlist(Tensor(a) self, int[] source, int[] destination) -> Tensor(a)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.moveaxis.html
 */
export const moveaxis: {
  (input: Tensor, source: Int, destination: Int): Tensor;
  (input: Tensor, options: { source: Int; destination: Int }): Tensor;
  (input: Tensor, source: Int, options: { destination: Int }): Tensor;
  (input: Tensor, source: readonly Int[], destination: readonly Int[]): Tensor;
  (input: Tensor, options: { source: readonly Int[]; destination: readonly Int[] }): Tensor;
  (input: Tensor, source: readonly Int[], options: { destination: readonly Int[] }): Tensor;
} = asFunction('aten::moveaxis');

/**
 * `aten::movedim.int(Tensor(a) self, int source, int destination) -> Tensor(a)`
 * `aten::movedim.intlist(Tensor(a) self, int[] source, int[] destination) -> Tensor(a)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.movedim.html
 */
export const movedim: {
  (input: Tensor, source: Int, destination: Int): Tensor;
  (input: Tensor, options: { source: Int; destination: Int }): Tensor;
  (input: Tensor, source: Int, options: { destination: Int }): Tensor;
  (input: Tensor, source: readonly Int[], destination: readonly Int[]): Tensor;
  (input: Tensor, options: { source: readonly Int[]; destination: readonly Int[] }): Tensor;
  (input: Tensor, source: readonly Int[], options: { destination: readonly Int[] }): Tensor;
} = asFunction('aten::movedim');

/**
 * `aten::msort(Tensor self) -> Tensor`
 * `aten::msort.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.msort.html
 */
export const msort: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::msort');

/**
 * `aten::mul.Tensor(Tensor self, Tensor other) -> Tensor`
 * `aten::mul.Scalar_out(Tensor self, Scalar other, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::mul.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.mul.html
 */
export const mul: {
  (input: Tensor | Scalar, other: Tensor | Scalar): Tensor;
  (input: Tensor | Scalar, options: { other: Tensor | Scalar }): Tensor;
  (input: Tensor | Scalar, other: Scalar, options: { out: Tensor }): Tensor;
  (input: Tensor | Scalar, options: { other: Scalar; out: Tensor }): Tensor;
  (input: Tensor | Scalar, other: Tensor | Scalar, options: { out: Tensor }): Tensor;
  (input: Tensor | Scalar, options: { other: Tensor | Scalar; out: Tensor }): Tensor;
} = asFunction('aten::mul');

/**
 * `aten::multinomial(Tensor self, SymInt num_samples, bool replacement=False, *, Generator? generator=None) -> Tensor`
 * `aten::multinomial.out(Tensor self, SymInt num_samples, bool replacement=False, *, Generator? generator=None, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.multinomial.html
 */
export const multinomial: {
  (input: Tensor, numSamples: Int, replacement?: boolean, options?: { generator?: Generator | null }): Tensor;
  (input: Tensor, options: { numSamples: Int; replacement?: boolean; generator?: Generator | null }): Tensor;
  (input: Tensor, numSamples: Int, options: { replacement?: boolean; generator?: Generator | null }): Tensor;
  (input: Tensor, numSamples: Int, replacement: boolean | undefined, options: { generator?: Generator | null; out: Tensor }): Tensor;
  (input: Tensor, options: { numSamples: Int; replacement?: boolean; generator?: Generator | null; out: Tensor }): Tensor;
  (input: Tensor, numSamples: Int, options: { replacement?: boolean; generator?: Generator | null; out: Tensor }): Tensor;
} = asFunction('aten::multinomial');

/**
 * `aten::multiply.Tensor(Tensor self, Tensor other) -> Tensor`
 * `aten::multiply.Scalar(Tensor self, Scalar other) -> Tensor`
 * `aten::multiply.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.multiply.html
 */
export const multiply: {
  (input: Tensor | Scalar, other: Tensor | Scalar): Tensor;
  (input: Tensor | Scalar, options: { other: Tensor | Scalar }): Tensor;
  (input: Tensor | Scalar, other: Scalar): Tensor;
  (input: Tensor | Scalar, options: { other: Scalar }): Tensor;
  (input: Tensor | Scalar, other: Tensor | Scalar, options: { out: Tensor }): Tensor;
  (input: Tensor | Scalar, options: { other: Tensor | Scalar; out: Tensor }): Tensor;
} = asFunction('aten::multiply');

/**
 * `aten::mv(Tensor self, Tensor vec) -> Tensor`
 * `aten::mv.out(Tensor self, Tensor vec, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.mv.html
 */
export const mv: {
  (input: Tensor, vec: Tensor): Tensor;
  (input: Tensor, options: { vec: Tensor }): Tensor;
  (input: Tensor, vec: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { vec: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::mv');

/**
 * `aten::mvlgamma(Tensor self, int p) -> Tensor`
 * `aten::mvlgamma.out(Tensor self, int p, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.mvlgamma.html
 */
export const mvlgamma: {
  (input: Tensor, p: Int): Tensor;
  (input: Tensor, options: { p: Int }): Tensor;
  (input: Tensor, p: Int, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { p: Int; out: Tensor }): Tensor;
} = asFunction('aten::mvlgamma');

/**
 * `aten::nan_to_num(Tensor self, float? nan=None, float? posinf=None, float? neginf=None) -> Tensor`
 * `aten::nan_to_num.out(Tensor self, float? nan=None, float? posinf=None, float? neginf=None, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nan_to_num.html
 */
export const nanToNum: {
  (input: Tensor, nan?: number | null, posinf?: number | null, neginf?: number | null): Tensor;
  (input: Tensor, options: { nan?: number | null; posinf?: number | null; neginf?: number | null }): Tensor;
  (input: Tensor, nan: number | null, options: { posinf?: number | null; neginf?: number | null }): Tensor;
  (input: Tensor, nan: number | null, posinf: number | null, options: { neginf?: number | null }): Tensor;
  (input: Tensor, nan: number | null | undefined, posinf: number | null | undefined, neginf: number | null | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { nan?: number | null; posinf?: number | null; neginf?: number | null; out: Tensor }): Tensor;
  (input: Tensor, nan: number | null, options: { posinf?: number | null; neginf?: number | null; out: Tensor }): Tensor;
  (input: Tensor, nan: number | null, posinf: number | null, options: { neginf?: number | null; out: Tensor }): Tensor;
} = asFunction('aten::nan_to_num');

/**
 * `aten::nan_to_num_(Tensor(a!) self, float? nan=None, float? posinf=None, float? neginf=None) -> Tensor(a!)`
 */
export const nanToNum_: {
  (input: Tensor, nan?: number | null, posinf?: number | null, neginf?: number | null): Tensor;
  (input: Tensor, options: { nan?: number | null; posinf?: number | null; neginf?: number | null }): Tensor;
  (input: Tensor, nan: number | null, options: { posinf?: number | null; neginf?: number | null }): Tensor;
  (input: Tensor, nan: number | null, posinf: number | null, options: { neginf?: number | null }): Tensor;
} = asFunction('aten::nan_to_num_');

/**
 * `aten::nanmean(Tensor self, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor`
 * `aten::nanmean.out(Tensor self, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nanmean.html
 */
export const nanmean: {
  (input: Tensor, dim?: Int | readonly Int[] | null, keepdim?: boolean, options?: { dtype?: DType | null }): Tensor;
  (input: Tensor, options: { dim?: Int | readonly Int[] | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
  (input: Tensor, dim: Int | readonly Int[] | null, options: { keepdim?: boolean; dtype?: DType | null }): Tensor;
  (input: Tensor, dim: Int | readonly Int[] | null | undefined, keepdim: boolean | undefined, options: { dtype?: DType | null; out: Tensor }): Tensor;
  (input: Tensor, options: { dim?: Int | readonly Int[] | null; keepdim?: boolean; dtype?: DType | null; out: Tensor }): Tensor;
  (input: Tensor, dim: Int | readonly Int[] | null, options: { keepdim?: boolean; dtype?: DType | null; out: Tensor }): Tensor;
} = asFunction('aten::nanmean');

/**
 * `aten::nanmedian(Tensor self) -> Tensor`
 * `aten::nanmedian.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor values, Tensor indices)`
 * `aten::nanmedian.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::nanmedian.dim_values(Tensor self, int dim, bool keepdim=False, *, Tensor(a!) values, Tensor(b!) indices) -> (Tensor(a!) values, Tensor(b!) indices)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nanmedian.html
 */
export const nanmedian: {
  (input: Tensor): Tensor;
  (input: Tensor, dim: Int, keepdim?: boolean): [values: Tensor, indices: Tensor];
  (input: Tensor, options: { dim: Int; keepdim?: boolean }): [values: Tensor, indices: Tensor];
  (input: Tensor, dim: Int, options: { keepdim?: boolean }): [values: Tensor, indices: Tensor];
  (input: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, dim: Int, keepdim: boolean | undefined, options: { out: readonly [Tensor, Tensor] }): [values: Tensor, indices: Tensor];
  (input: Tensor, options: { dim: Int; keepdim?: boolean; out: readonly [Tensor, Tensor] }): [values: Tensor, indices: Tensor];
  (input: Tensor, dim: Int, options: { keepdim?: boolean; out: readonly [Tensor, Tensor] }): [values: Tensor, indices: Tensor];
} = asFunction('aten::nanmedian');

/**
 * `aten::nanquantile(Tensor self, Tensor q, int? dim=None, bool keepdim=False, *, str interpolation="linear") -> Tensor`
 * `aten::nanquantile.scalar(Tensor self, float q, int? dim=None, bool keepdim=False, *, str interpolation="linear") -> Tensor`
 * `aten::nanquantile.out(Tensor self, Tensor q, int? dim=None, bool keepdim=False, *, str interpolation="linear", Tensor(a!) out) -> Tensor(a!)`
 * `aten::nanquantile.scalar_out(Tensor self, float q, int? dim=None, bool keepdim=False, *, str interpolation="linear", Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nanquantile.html
 */
export const nanquantile: {
  (input: Tensor, q: Tensor, dim?: Int | null, keepdim?: boolean, options?: { interpolation?: string }): Tensor;
  (input: Tensor, options: { q: Tensor; dim?: Int | null; keepdim?: boolean; interpolation?: string }): Tensor;
  (input: Tensor, q: Tensor, options: { dim?: Int | null; keepdim?: boolean; interpolation?: string }): Tensor;
  (input: Tensor, q: Tensor, dim: Int | null, options: { keepdim?: boolean; interpolation?: string }): Tensor;
  (input: Tensor, q: number, dim?: Int | null, keepdim?: boolean, options?: { interpolation?: string }): Tensor;
  (input: Tensor, options: { q: number; dim?: Int | null; keepdim?: boolean; interpolation?: string }): Tensor;
  (input: Tensor, q: number, options: { dim?: Int | null; keepdim?: boolean; interpolation?: string }): Tensor;
  (input: Tensor, q: number, dim: Int | null, options: { keepdim?: boolean; interpolation?: string }): Tensor;
  (input: Tensor, q: Tensor, dim: Int | null | undefined, keepdim: boolean | undefined, options: { interpolation?: string; out: Tensor }): Tensor;
  (input: Tensor, options: { q: Tensor; dim?: Int | null; keepdim?: boolean; interpolation?: string; out: Tensor }): Tensor;
  (input: Tensor, q: Tensor, options: { dim?: Int | null; keepdim?: boolean; interpolation?: string; out: Tensor }): Tensor;
  (input: Tensor, q: Tensor, dim: Int | null, options: { keepdim?: boolean; interpolation?: string; out: Tensor }): Tensor;
  (input: Tensor, q: number, dim: Int | null | undefined, keepdim: boolean | undefined, options: { interpolation?: string; out: Tensor }): Tensor;
  (input: Tensor, options: { q: number; dim?: Int | null; keepdim?: boolean; interpolation?: string; out: Tensor }): Tensor;
  (input: Tensor, q: number, options: { dim?: Int | null; keepdim?: boolean; interpolation?: string; out: Tensor }): Tensor;
  (input: Tensor, q: number, dim: Int | null, options: { keepdim?: boolean; interpolation?: string; out: Tensor }): Tensor;
} = asFunction('aten::nanquantile');

/**
 * `aten::nansum(Tensor self, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor`
 * `aten::nansum.out(Tensor self, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nansum.html
 */
export const nansum: {
  (input: Tensor, dim?: Int | readonly Int[] | null, keepdim?: boolean, options?: { dtype?: DType | null }): Tensor;
  (input: Tensor, options: { dim?: Int | readonly Int[] | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
  (input: Tensor, dim: Int | readonly Int[] | null, options: { keepdim?: boolean; dtype?: DType | null }): Tensor;
  (input: Tensor, dim: Int | readonly Int[] | null | undefined, keepdim: boolean | undefined, options: { dtype?: DType | null; out: Tensor }): Tensor;
  (input: Tensor, options: { dim?: Int | readonly Int[] | null; keepdim?: boolean; dtype?: DType | null; out: Tensor }): Tensor;
  (input: Tensor, dim: Int | readonly Int[] | null, options: { keepdim?: boolean; dtype?: DType | null; out: Tensor }): Tensor;
} = asFunction('aten::nansum');

/**
 * `aten::narrow.Tensor(Tensor(a) self, int dim, Tensor start, SymInt length) -> Tensor(a)`
 * `aten::narrow(Tensor(a) self, int dim, SymInt start, SymInt length) -> Tensor(a)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.narrow.html
 */
export const narrow: {
  (input: Tensor, dim: Int, start: Tensor, length: Int): Tensor;
  (input: Tensor, options: { dim: Int; start: Tensor; length: Int }): Tensor;
  (input: Tensor, dim: Int, options: { start: Tensor; length: Int }): Tensor;
  (input: Tensor, dim: Int, start: Tensor, options: { length: Int }): Tensor;
  (input: Tensor, dim: Int, start: Int, length: Int): Tensor;
  (input: Tensor, options: { dim: Int; start: Int; length: Int }): Tensor;
  (input: Tensor, dim: Int, options: { start: Int; length: Int }): Tensor;
  (input: Tensor, dim: Int, start: Int, options: { length: Int }): Tensor;
} = asFunction('aten::narrow');

/**
 * `aten::narrow_copy(Tensor self, int dim, SymInt start, SymInt length) -> Tensor`
 * `aten::narrow_copy.out(Tensor self, int dim, SymInt start, SymInt length, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.narrow_copy.html
 */
export const narrowCopy: {
  (input: Tensor, dim: Int, start: Int, length: Int): Tensor;
  (input: Tensor, options: { dim: Int; start: Int; length: Int }): Tensor;
  (input: Tensor, dim: Int, options: { start: Int; length: Int }): Tensor;
  (input: Tensor, dim: Int, start: Int, options: { length: Int }): Tensor;
  (input: Tensor, dim: Int, start: Int, length: Int, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { dim: Int; start: Int; length: Int; out: Tensor }): Tensor;
  (input: Tensor, dim: Int, options: { start: Int; length: Int; out: Tensor }): Tensor;
  (input: Tensor, dim: Int, start: Int, options: { length: Int; out: Tensor }): Tensor;
} = asFunction('aten::narrow_copy');

/**
 * `aten::native_batch_norm(Tensor input, Tensor? weight, Tensor? bias, Tensor? running_mean, Tensor? running_var, bool training, float momentum, float eps) -> (Tensor, Tensor, Tensor)`
 * `aten::native_batch_norm.out(Tensor input, Tensor? weight, Tensor? bias, Tensor? running_mean, Tensor? running_var, bool training, float momentum, float eps, *, Tensor(a!) out, Tensor(b!) save_mean, Tensor(c!) save_invstd) -> (Tensor(a!), Tensor(b!), Tensor(c!))`
 */
export const nativeBatchNorm: {
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, training: boolean, momentum: number, eps: number): [Tensor, Tensor, Tensor];
  (input: Tensor, options: { weight: Tensor | null; bias: Tensor | null; runningMean: Tensor | null; runningVar: Tensor | null; training: boolean; momentum: number; eps: number }): [Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor | null, options: { bias: Tensor | null; runningMean: Tensor | null; runningVar: Tensor | null; training: boolean; momentum: number; eps: number }): [Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, options: { runningMean: Tensor | null; runningVar: Tensor | null; training: boolean; momentum: number; eps: number }): [Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, runningMean: Tensor | null, options: { runningVar: Tensor | null; training: boolean; momentum: number; eps: number }): [Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, options: { training: boolean; momentum: number; eps: number }): [Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, training: boolean, options: { momentum: number; eps: number }): [Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, training: boolean, momentum: number, options: { eps: number }): [Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, training: boolean, momentum: number, eps: number, options: { out: readonly [Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor];
  (input: Tensor, options: { weight: Tensor | null; bias: Tensor | null; runningMean: Tensor | null; runningVar: Tensor | null; training: boolean; momentum: number; eps: number; out: readonly [Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor | null, options: { bias: Tensor | null; runningMean: Tensor | null; runningVar: Tensor | null; training: boolean; momentum: number; eps: number; out: readonly [Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, options: { runningMean: Tensor | null; runningVar: Tensor | null; training: boolean; momentum: number; eps: number; out: readonly [Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, runningMean: Tensor | null, options: { runningVar: Tensor | null; training: boolean; momentum: number; eps: number; out: readonly [Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, options: { training: boolean; momentum: number; eps: number; out: readonly [Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, training: boolean, options: { momentum: number; eps: number; out: readonly [Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, training: boolean, momentum: number, options: { eps: number; out: readonly [Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor];
} = asFunction('aten::native_batch_norm');

/**
 * `aten::native_channel_shuffle(Tensor self, SymInt groups) -> Tensor`
 */
export const nativeChannelShuffle: {
  (input: Tensor, groups: Int): Tensor;
  (input: Tensor, options: { groups: Int }): Tensor;
} = asFunction('aten::native_channel_shuffle');

/**
 * `aten::native_dropout(Tensor input, float p, bool? train) -> (Tensor, Tensor)`
 * `aten::native_dropout.out(Tensor input, float p, bool? train, *, Tensor(a!) out0, Tensor(b!) out1) -> (Tensor(a!), Tensor(b!))`
 */
export const nativeDropout: {
  (input: Tensor, p: number, train: boolean | null): [Tensor, Tensor];
  (input: Tensor, options: { p: number; train: boolean | null }): [Tensor, Tensor];
  (input: Tensor, p: number, options: { train: boolean | null }): [Tensor, Tensor];
  (input: Tensor, p: number, train: boolean | null, options: { out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
  (input: Tensor, options: { p: number; train: boolean | null; out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
  (input: Tensor, p: number, options: { train: boolean | null; out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
} = asFunction('aten::native_dropout');

/**
 * `aten::native_group_norm(Tensor input, Tensor? weight, Tensor? bias, SymInt N, SymInt C, SymInt HxW, int group, float eps) -> (Tensor, Tensor, Tensor)`
 * `aten::native_group_norm.out(Tensor input, Tensor? weight, Tensor? bias, SymInt N, SymInt C, SymInt HxW, int group, float eps, *, Tensor(a!) out0, Tensor(b!) out1, Tensor(c!) out2) -> (Tensor(a!), Tensor(b!), Tensor(c!))`
 */
export const nativeGroupNorm: {
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, N: Int, C: Int, HxW: Int, group: Int, eps: number): [Tensor, Tensor, Tensor];
  (input: Tensor, options: { weight: Tensor | null; bias: Tensor | null; N: Int; C: Int; HxW: Int; group: Int; eps: number }): [Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor | null, options: { bias: Tensor | null; N: Int; C: Int; HxW: Int; group: Int; eps: number }): [Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, options: { N: Int; C: Int; HxW: Int; group: Int; eps: number }): [Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, N: Int, options: { C: Int; HxW: Int; group: Int; eps: number }): [Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, N: Int, C: Int, options: { HxW: Int; group: Int; eps: number }): [Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, N: Int, C: Int, HxW: Int, options: { group: Int; eps: number }): [Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, N: Int, C: Int, HxW: Int, group: Int, options: { eps: number }): [Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, N: Int, C: Int, HxW: Int, group: Int, eps: number, options: { out: readonly [Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor];
  (input: Tensor, options: { weight: Tensor | null; bias: Tensor | null; N: Int; C: Int; HxW: Int; group: Int; eps: number; out: readonly [Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor | null, options: { bias: Tensor | null; N: Int; C: Int; HxW: Int; group: Int; eps: number; out: readonly [Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, options: { N: Int; C: Int; HxW: Int; group: Int; eps: number; out: readonly [Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, N: Int, options: { C: Int; HxW: Int; group: Int; eps: number; out: readonly [Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, N: Int, C: Int, options: { HxW: Int; group: Int; eps: number; out: readonly [Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, N: Int, C: Int, HxW: Int, options: { group: Int; eps: number; out: readonly [Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, N: Int, C: Int, HxW: Int, group: Int, options: { eps: number; out: readonly [Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor];
} = asFunction('aten::native_group_norm');

/**
 * `aten::native_layer_norm(Tensor input, SymInt[] normalized_shape, Tensor? weight, Tensor? bias, float eps) -> (Tensor, Tensor, Tensor)`
 * `aten::native_layer_norm.out(Tensor input, SymInt[] normalized_shape, Tensor? weight, Tensor? bias, float eps, *, Tensor(a!) out0, Tensor(b!) out1, Tensor(c!) out2) -> (Tensor(a!), Tensor(b!), Tensor(c!))`
 */
export const nativeLayerNorm: {
  (input: Tensor, normalizedShape: readonly Int[], weight: Tensor | null, bias: Tensor | null, eps: number): [Tensor, Tensor, Tensor];
  (input: Tensor, options: { normalizedShape: readonly Int[]; weight: Tensor | null; bias: Tensor | null; eps: number }): [Tensor, Tensor, Tensor];
  (input: Tensor, normalizedShape: readonly Int[], options: { weight: Tensor | null; bias: Tensor | null; eps: number }): [Tensor, Tensor, Tensor];
  (input: Tensor, normalizedShape: readonly Int[], weight: Tensor | null, options: { bias: Tensor | null; eps: number }): [Tensor, Tensor, Tensor];
  (input: Tensor, normalizedShape: readonly Int[], weight: Tensor | null, bias: Tensor | null, options: { eps: number }): [Tensor, Tensor, Tensor];
  (input: Tensor, normalizedShape: readonly Int[], weight: Tensor | null, bias: Tensor | null, eps: number, options: { out: readonly [Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor];
  (input: Tensor, options: { normalizedShape: readonly Int[]; weight: Tensor | null; bias: Tensor | null; eps: number; out: readonly [Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor];
  (input: Tensor, normalizedShape: readonly Int[], options: { weight: Tensor | null; bias: Tensor | null; eps: number; out: readonly [Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor];
  (input: Tensor, normalizedShape: readonly Int[], weight: Tensor | null, options: { bias: Tensor | null; eps: number; out: readonly [Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor];
  (input: Tensor, normalizedShape: readonly Int[], weight: Tensor | null, bias: Tensor | null, options: { eps: number; out: readonly [Tensor, Tensor, Tensor] }): [Tensor, Tensor, Tensor];
} = asFunction('aten::native_layer_norm');

/**
 * `aten::native_norm(Tensor self, Scalar p=2) -> Tensor`
 * `aten::native_norm.ScalarOpt_dim_dtype(Tensor self, Scalar? p, int[1] dim, bool keepdim, ScalarType? dtype) -> Tensor`
 * `aten::native_norm.out(Tensor self, Scalar p=2, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::native_norm.ScalarOpt_dim_dtype_out(Tensor self, Scalar? p, int[1] dim, bool keepdim, ScalarType? dtype, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const nativeNorm: {
  (input: Tensor, p?: Scalar): Tensor;
  (input: Tensor, options: { p?: Scalar }): Tensor;
  (input: Tensor, p: Scalar | null, dim: Int | readonly Int[], keepdim: boolean, dtype: DType | null): Tensor;
  (input: Tensor, options: { p: Scalar | null; dim: Int | readonly Int[]; keepdim: boolean; dtype: DType | null }): Tensor;
  (input: Tensor, p: Scalar | null, options: { dim: Int | readonly Int[]; keepdim: boolean; dtype: DType | null }): Tensor;
  (input: Tensor, p: Scalar | null, dim: Int | readonly Int[], options: { keepdim: boolean; dtype: DType | null }): Tensor;
  (input: Tensor, p: Scalar | null, dim: Int | readonly Int[], keepdim: boolean, options: { dtype: DType | null }): Tensor;
  (input: Tensor, p: Scalar | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { p?: Scalar; out: Tensor }): Tensor;
  (input: Tensor, p: Scalar | null, dim: Int | readonly Int[], keepdim: boolean, dtype: DType | null, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { p: Scalar | null; dim: Int | readonly Int[]; keepdim: boolean; dtype: DType | null; out: Tensor }): Tensor;
  (input: Tensor, p: Scalar | null, options: { dim: Int | readonly Int[]; keepdim: boolean; dtype: DType | null; out: Tensor }): Tensor;
  (input: Tensor, p: Scalar | null, dim: Int | readonly Int[], options: { keepdim: boolean; dtype: DType | null; out: Tensor }): Tensor;
  (input: Tensor, p: Scalar | null, dim: Int | readonly Int[], keepdim: boolean, options: { dtype: DType | null; out: Tensor }): Tensor;
} = asFunction('aten::native_norm');

/**
 * `aten::ne.Tensor(Tensor self, Tensor other) -> Tensor`
 * `aten::ne.Scalar(Tensor self, Scalar other) -> Tensor`
 * `aten::ne.Scalar_out(Tensor self, Scalar other, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::ne.Tensor_out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.ne.html
 */
export const ne: {
  (input: Tensor, other: Tensor): Tensor;
  (input: Tensor, options: { other: Tensor }): Tensor;
  (input: Tensor, other: Scalar): Tensor;
  (input: Tensor, options: { other: Scalar }): Tensor;
  (input: Tensor, other: Scalar, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Scalar; out: Tensor }): Tensor;
  (input: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::ne');

/**
 * `aten::neg(Tensor self) -> Tensor`
 * `aten::neg.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.neg.html
 */
export const neg: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::neg');

/**
 * `aten::neg_(Tensor(a!) self) -> Tensor(a!)`
 */
export const neg_: {
  (input: Tensor): Tensor;
} = asFunction('aten::neg_');

/**
 * `aten::negative(Tensor self) -> Tensor`
 * `aten::negative.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.negative.html
 */
export const negative: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::negative');

/**
 * `aten::negative_(Tensor(a!) self) -> Tensor(a!)`
 */
export const negative_: {
  (input: Tensor): Tensor;
} = asFunction('aten::negative_');

/**
 * `aten::nextafter(Tensor self, Tensor other) -> Tensor`
 * `aten::nextafter.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nextafter.html
 */
export const nextafter: {
  (input: Tensor, other: Tensor): Tensor;
  (input: Tensor, options: { other: Tensor }): Tensor;
  (input: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::nextafter');

/**
 * `aten::nonzero_static(Tensor self, *, SymInt size, int fill_value=-1) -> Tensor`
 * `aten::nonzero_static.out(Tensor self, *, SymInt size, int fill_value=-1, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nonzero_static.html
 */
export const nonzeroStatic: {
  (input: Tensor, options: { size: Int; fillValue?: Int }): Tensor;
  (input: Tensor, options: { size: Int; fillValue?: Int; out: Tensor }): Tensor;
} = asFunction('aten::nonzero_static');

/**
 * `aten::norm_except_dim(Tensor v, int pow=2, int dim=0) -> Tensor`
 */
export const normExceptDim: {
  (v: Tensor, pow?: Int, dim?: Int): Tensor;
  (v: Tensor, options: { pow?: Int; dim?: Int }): Tensor;
  (v: Tensor, pow: Int, options: { dim?: Int }): Tensor;
} = asFunction('aten::norm_except_dim');

/**
 * `aten::normal.Tensor_Tensor(Tensor mean, Tensor std, *, Generator? generator=None) -> Tensor`
 * `aten::normal.Tensor_float(Tensor mean, float std=1., *, Generator? generator=None) -> Tensor`
 * `aten::normal.float_Tensor(float mean, Tensor std, *, Generator? generator=None) -> Tensor`
 * `aten::normal.float_float(float mean, float std, SymInt[] size, *, Generator? generator=None, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::normal.Tensor_Tensor_out(Tensor mean, Tensor std, *, Generator? generator=None, Tensor(a!) out) -> Tensor(a!)`
 * `aten::normal.Tensor_float_out(Tensor mean, float std=1., *, Generator? generator=None, Tensor(a!) out) -> Tensor(a!)`
 * `aten::normal.float_Tensor_out(float mean, Tensor std, *, Generator? generator=None, Tensor(a!) out) -> Tensor(a!)`
 * `aten::normal.float_float_out(float mean, float std, SymInt[] size, *, Generator? generator=None, Tensor(a!) out) -> Tensor(a!)`
 * `aten::normal.out(Tensor self, float mean=0., float std=1., *, Generator? generator=None, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.normal.html
 */
export const normal: {
  (mean: Tensor, std: Tensor, options?: { generator?: Generator | null }): Tensor;
  (mean: Tensor, options: { std: Tensor; generator?: Generator | null }): Tensor;
  (mean: Tensor, std?: number, options?: { generator?: Generator | null }): Tensor;
  (mean: Tensor, options: { std?: number; generator?: Generator | null }): Tensor;
  (mean: number, std: Tensor, options?: { generator?: Generator | null }): Tensor;
  (mean: number, std: number, size: readonly Int[], options?: { generator?: Generator | null; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (options: { mean: number; std: number; size: readonly Int[]; generator?: Generator | null; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (mean: number, options: { std: number; size: readonly Int[]; generator?: Generator | null; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (mean: number, std: number, options: { size: readonly Int[]; generator?: Generator | null; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (mean: Tensor, std: Tensor, options: { generator?: Generator | null; out: Tensor }): Tensor;
  (mean: Tensor, options: { std: Tensor; generator?: Generator | null; out: Tensor }): Tensor;
  (mean: Tensor, std: number | undefined, options: { generator?: Generator | null; out: Tensor }): Tensor;
  (mean: Tensor, options: { std?: number; generator?: Generator | null; out: Tensor }): Tensor;
  (mean: number, std: Tensor, options: { generator?: Generator | null; out: Tensor }): Tensor;
  (mean: number, std: number, size: readonly Int[], options: { generator?: Generator | null; out: Tensor }): Tensor;
  (options: { mean: number; std: number; size: readonly Int[]; generator?: Generator | null; out: Tensor }): Tensor;
  (mean: number, options: { std: number; size: readonly Int[]; generator?: Generator | null; out: Tensor }): Tensor;
  (mean: number, std: number, options: { size: readonly Int[]; generator?: Generator | null; out: Tensor }): Tensor;
  (input: Tensor, mean: number | undefined, std: number | undefined, options: { generator?: Generator | null; out: Tensor }): Tensor;
  (input: Tensor, options: { mean?: number; std?: number; generator?: Generator | null; out: Tensor }): Tensor;
  (input: Tensor, mean: number, options: { std?: number; generator?: Generator | null; out: Tensor }): Tensor;
} = asFunction('aten::normal');

/**
 * `aten::not_equal.Tensor(Tensor self, Tensor other) -> Tensor`
 * `aten::not_equal.Scalar(Tensor self, Scalar other) -> Tensor`
 * `aten::not_equal.Scalar_out(Tensor self, Scalar other, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::not_equal.Tensor_out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.not_equal.html
 */
export const notEqual: {
  (input: Tensor, other: Tensor): Tensor;
  (input: Tensor, options: { other: Tensor }): Tensor;
  (input: Tensor, other: Scalar): Tensor;
  (input: Tensor, options: { other: Scalar }): Tensor;
  (input: Tensor, other: Scalar, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Scalar; out: Tensor }): Tensor;
  (input: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::not_equal');

/**
 * `aten::nuclear_norm.dim(Tensor self, int[2] dim, bool keepdim=False) -> Tensor`
 * `aten::nuclear_norm(Tensor self, bool keepdim=False) -> Tensor`
 * `aten::nuclear_norm.out(Tensor self, bool keepdim=False, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::nuclear_norm.dim_out(Tensor self, int[2] dim, bool keepdim=False, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const nuclearNorm: {
  (input: Tensor, dim: Int | readonly Int[], keepdim?: boolean): Tensor;
  (input: Tensor, options: { dim: Int | readonly Int[]; keepdim?: boolean }): Tensor;
  (input: Tensor, dim: Int | readonly Int[], options: { keepdim?: boolean }): Tensor;
  (input: Tensor, keepdim?: boolean): Tensor;
  (input: Tensor, options: { keepdim?: boolean }): Tensor;
  (input: Tensor, keepdim: boolean | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { keepdim?: boolean; out: Tensor }): Tensor;
  (input: Tensor, dim: Int | readonly Int[], keepdim: boolean | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { dim: Int | readonly Int[]; keepdim?: boolean; out: Tensor }): Tensor;
  (input: Tensor, dim: Int | readonly Int[], options: { keepdim?: boolean; out: Tensor }): Tensor;
} = asFunction('aten::nuclear_norm');

/**
 * `aten::ones(SymInt[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::ones.out(SymInt[] size, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.ones.html
 */
export const ones: {
  (size: readonly Int[], options?: { dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (options: { size: readonly Int[]; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (...size: readonly Int[]): Tensor;
  (...args: readonly [...size: Int[], options: { dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }]): Tensor;
  (size: readonly Int[], options: { out: Tensor }): Tensor;
  (options: { size: readonly Int[]; out: Tensor }): Tensor;
  (...args: readonly [...size: Int[], options: { out: Tensor }]): Tensor;
} = asFunction('aten::ones');

/**
 * `aten::ones_like(Tensor self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor`
 * `aten::ones_like.out(Tensor self, *, MemoryFormat? memory_format=None, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.ones_like.html
 */
export const onesLike: {
  (input: Tensor, options?: { dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }): Tensor;
  (input: Tensor, options: { memoryFormat?: MemoryFormat | null; out: Tensor }): Tensor;
} = asFunction('aten::ones_like');

/**
 * `aten::orgqr(Tensor self, Tensor input2) -> Tensor`
 * `aten::orgqr.out(Tensor self, Tensor input2, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.orgqr.html
 */
export const orgqr: {
  (input: Tensor, input2: Tensor): Tensor;
  (input: Tensor, options: { input2: Tensor }): Tensor;
  (input: Tensor, input2: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { input2: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::orgqr');

/**
 * `aten::ormqr(Tensor self, Tensor input2, Tensor input3, bool left=True, bool transpose=False) -> Tensor`
 * `aten::ormqr.out(Tensor self, Tensor input2, Tensor input3, bool left=True, bool transpose=False, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.ormqr.html
 */
export const ormqr: {
  (input: Tensor, input2: Tensor, input3: Tensor, left?: boolean, transpose?: boolean): Tensor;
  (input: Tensor, options: { input2: Tensor; input3: Tensor; left?: boolean; transpose?: boolean }): Tensor;
  (input: Tensor, input2: Tensor, options: { input3: Tensor; left?: boolean; transpose?: boolean }): Tensor;
  (input: Tensor, input2: Tensor, input3: Tensor, options: { left?: boolean; transpose?: boolean }): Tensor;
  (input: Tensor, input2: Tensor, input3: Tensor, left: boolean, options: { transpose?: boolean }): Tensor;
  (input: Tensor, input2: Tensor, input3: Tensor, left: boolean | undefined, transpose: boolean | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { input2: Tensor; input3: Tensor; left?: boolean; transpose?: boolean; out: Tensor }): Tensor;
  (input: Tensor, input2: Tensor, options: { input3: Tensor; left?: boolean; transpose?: boolean; out: Tensor }): Tensor;
  (input: Tensor, input2: Tensor, input3: Tensor, options: { left?: boolean; transpose?: boolean; out: Tensor }): Tensor;
  (input: Tensor, input2: Tensor, input3: Tensor, left: boolean, options: { transpose?: boolean; out: Tensor }): Tensor;
} = asFunction('aten::ormqr');

/**
 * `aten::outer(Tensor self, Tensor vec2) -> Tensor`
 * `aten::outer.out(Tensor self, Tensor vec2, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.outer.html
 */
export const outer: {
  (input: Tensor, vec2: Tensor): Tensor;
  (input: Tensor, options: { vec2: Tensor }): Tensor;
  (input: Tensor, vec2: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { vec2: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::outer');

/**
 * `aten::pairwise_distance(Tensor x1, Tensor x2, float p=2., float eps=9.9999999999999995e-07, bool keepdim=False) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.pairwise_distance.html
 */
export const pairwiseDistance: {
  (x1: Tensor, x2: Tensor, p?: number, eps?: number, keepdim?: boolean): Tensor;
  (x1: Tensor, options: { x2: Tensor; p?: number; eps?: number; keepdim?: boolean }): Tensor;
  (x1: Tensor, x2: Tensor, options: { p?: number; eps?: number; keepdim?: boolean }): Tensor;
  (x1: Tensor, x2: Tensor, p: number, options: { eps?: number; keepdim?: boolean }): Tensor;
  (x1: Tensor, x2: Tensor, p: number, eps: number, options: { keepdim?: boolean }): Tensor;
} = asFunction('aten::pairwise_distance');

/**
 * `aten::pdist(Tensor self, float p=2.) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.pdist.html
 */
export const pdist: {
  (input: Tensor, p?: number): Tensor;
  (input: Tensor, options: { p?: number }): Tensor;
} = asFunction('aten::pdist');

/**
 * `aten::permute(Tensor(a) self, int[] dims) -> Tensor(a)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.permute.html
 */
export const permute: {
  (input: Tensor, dims: readonly Int[]): Tensor;
  (input: Tensor, options: { dims: readonly Int[] }): Tensor;
} = asFunction('aten::permute');

/**
 * `aten::permute_copy(Tensor self, int[] dims) -> Tensor`
 * `aten::permute_copy.out(Tensor self, int[] dims, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const permuteCopy: {
  (input: Tensor, dims: readonly Int[]): Tensor;
  (input: Tensor, options: { dims: readonly Int[] }): Tensor;
  (input: Tensor, dims: readonly Int[], options: { out: Tensor }): Tensor;
  (input: Tensor, options: { dims: readonly Int[]; out: Tensor }): Tensor;
} = asFunction('aten::permute_copy');

/**
 * `aten::pinverse(Tensor self, float rcond=1.0000000000000001e-15) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.pinverse.html
 */
export const pinverse: {
  (input: Tensor, rcond?: number): Tensor;
  (input: Tensor, options: { rcond?: number }): Tensor;
} = asFunction('aten::pinverse');

/**
 * `aten::pixel_shuffle(Tensor self, int upscale_factor) -> Tensor`
 * `aten::pixel_shuffle.out(Tensor self, int upscale_factor, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.pixel_shuffle.html
 */
export const pixelShuffle: {
  (input: Tensor, upscaleFactor: Int): Tensor;
  (input: Tensor, options: { upscaleFactor: Int }): Tensor;
  (input: Tensor, upscaleFactor: Int, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { upscaleFactor: Int; out: Tensor }): Tensor;
} = asFunction('aten::pixel_shuffle');

/**
 * `aten::pixel_unshuffle(Tensor self, int downscale_factor) -> Tensor`
 * `aten::pixel_unshuffle.out(Tensor self, int downscale_factor, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.pixel_unshuffle.html
 */
export const pixelUnshuffle: {
  (input: Tensor, downscaleFactor: Int): Tensor;
  (input: Tensor, options: { downscaleFactor: Int }): Tensor;
  (input: Tensor, downscaleFactor: Int, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { downscaleFactor: Int; out: Tensor }): Tensor;
} = asFunction('aten::pixel_unshuffle');

/**
 * `aten::poisson(Tensor self, Generator? generator=None) -> Tensor`
 * `aten::poisson.out(Tensor self, Generator? generator=None, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.poisson.html
 */
export const poisson: {
  (input: Tensor, generator?: Generator | null): Tensor;
  (input: Tensor, options: { generator?: Generator | null }): Tensor;
  (input: Tensor, generator: Generator | null | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { generator?: Generator | null; out: Tensor }): Tensor;
} = asFunction('aten::poisson');

/**
 * `aten::poisson_nll_loss(Tensor input, Tensor target, bool log_input, bool full, float eps, int reduction) -> Tensor`
 */
export const poissonNllLoss: {
  (input: Tensor, target: Tensor, logInput: boolean, full: boolean, eps: number, reduction: Int): Tensor;
  (input: Tensor, options: { target: Tensor; logInput: boolean; full: boolean; eps: number; reduction: Int }): Tensor;
  (input: Tensor, target: Tensor, options: { logInput: boolean; full: boolean; eps: number; reduction: Int }): Tensor;
  (input: Tensor, target: Tensor, logInput: boolean, options: { full: boolean; eps: number; reduction: Int }): Tensor;
  (input: Tensor, target: Tensor, logInput: boolean, full: boolean, options: { eps: number; reduction: Int }): Tensor;
  (input: Tensor, target: Tensor, logInput: boolean, full: boolean, eps: number, options: { reduction: Int }): Tensor;
} = asFunction('aten::poisson_nll_loss');

/**
 * `aten::polar(Tensor abs, Tensor angle) -> Tensor`
 * `aten::polar.out(Tensor abs, Tensor angle, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.polar.html
 */
export const polar: {
  (abs: Tensor, angle: Tensor): Tensor;
  (abs: Tensor, options: { angle: Tensor }): Tensor;
  (abs: Tensor, angle: Tensor, options: { out: Tensor }): Tensor;
  (abs: Tensor, options: { angle: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::polar');

/**
 * `aten::polygamma(int n, Tensor self) -> Tensor`
 * `aten::polygamma.out(int n, Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.polygamma.html
 */
export const polygamma: {
  (n: Int, input: Tensor): Tensor;
  (n: Int, input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::polygamma');

/**
 * `aten::positive(Tensor(a) self) -> Tensor(a)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.positive.html
 */
export const positive: {
  (input: Tensor): Tensor;
} = asFunction('aten::positive');

/**
 * `aten::pow.Tensor_Tensor(Tensor self, Tensor exponent) -> Tensor`
 * `aten::pow.Scalar(Scalar self, Tensor exponent) -> Tensor`
 * `aten::pow.Tensor_Scalar(Tensor self, Scalar exponent) -> Tensor`
 * `aten::pow.Scalar_out(Scalar self, Tensor exponent, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::pow.Tensor_Scalar_out(Tensor self, Scalar exponent, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::pow.Tensor_Tensor_out(Tensor self, Tensor exponent, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.pow.html
 */
export const pow: {
  (input: Tensor, exponent: Tensor): Tensor;
  (input: Tensor, options: { exponent: Tensor }): Tensor;
  (input: Scalar, exponent: Tensor): Tensor;
  (input: Tensor, exponent: Scalar): Tensor;
  (input: Tensor, options: { exponent: Scalar }): Tensor;
  (input: Scalar, exponent: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, exponent: Scalar, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { exponent: Scalar; out: Tensor }): Tensor;
  (input: Tensor, exponent: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { exponent: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::pow');

/**
 * `aten::prelu(Tensor self, Tensor weight) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.prelu.html
 */
export const prelu: {
  (input: Tensor, weight: Tensor): Tensor;
  (input: Tensor, options: { weight: Tensor }): Tensor;
} = asFunction('aten::prelu');

/**
 * `aten::prod(Tensor self, *, ScalarType? dtype=None) -> Tensor`
 * `aten::prod.dim_int(Tensor self, int dim, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor`
 * `aten::prod.out(Tensor self, *, ScalarType? dtype=None, Tensor(a!) out) -> Tensor(a!)`
 * `aten::prod.int_out(Tensor self, int dim, bool keepdim=False, *, ScalarType? dtype=None, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.prod.html
 */
export const prod: {
  (input: Tensor, options?: { dtype?: DType | null }): Tensor;
  (input: Tensor, dim: Int, keepdim?: boolean, options?: { dtype?: DType | null }): Tensor;
  (input: Tensor, options: { dim: Int; keepdim?: boolean; dtype?: DType | null }): Tensor;
  (input: Tensor, dim: Int, options: { keepdim?: boolean; dtype?: DType | null }): Tensor;
  (input: Tensor, options: { dtype?: DType | null; out: Tensor }): Tensor;
  (input: Tensor, dim: Int, keepdim: boolean | undefined, options: { dtype?: DType | null; out: Tensor }): Tensor;
  (input: Tensor, options: { dim: Int; keepdim?: boolean; dtype?: DType | null; out: Tensor }): Tensor;
  (input: Tensor, dim: Int, options: { keepdim?: boolean; dtype?: DType | null; out: Tensor }): Tensor;
} = asFunction('aten::prod');

/**
 * `aten::put(Tensor self, Tensor index, Tensor source, bool accumulate=False) -> Tensor`
 * `aten::put.out(Tensor self, Tensor index, Tensor source, bool accumulate=False, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const put: {
  (input: Tensor, index: Tensor, source: Tensor, accumulate?: boolean): Tensor;
  (input: Tensor, options: { index: Tensor; source: Tensor; accumulate?: boolean }): Tensor;
  (input: Tensor, index: Tensor, options: { source: Tensor; accumulate?: boolean }): Tensor;
  (input: Tensor, index: Tensor, source: Tensor, options: { accumulate?: boolean }): Tensor;
  (input: Tensor, index: Tensor, source: Tensor, accumulate: boolean | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { index: Tensor; source: Tensor; accumulate?: boolean; out: Tensor }): Tensor;
  (input: Tensor, index: Tensor, options: { source: Tensor; accumulate?: boolean; out: Tensor }): Tensor;
  (input: Tensor, index: Tensor, source: Tensor, options: { accumulate?: boolean; out: Tensor }): Tensor;
} = asFunction('aten::put');

/**
 * `aten::q_per_channel_axis(Tensor self) -> int`
 */
export const qPerChannelAxis: {
  (input: Tensor): number;
} = asFunction('aten::q_per_channel_axis');

/**
 * `aten::q_per_channel_scales(Tensor self) -> Tensor`
 * `aten::q_per_channel_scales.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const qPerChannelScales: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::q_per_channel_scales');

/**
 * `aten::q_per_channel_zero_points(Tensor self) -> Tensor`
 * `aten::q_per_channel_zero_points.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const qPerChannelZeroPoints: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::q_per_channel_zero_points');

/**
 * `aten::q_scale(Tensor self) -> float`
 */
export const qScale: {
  (input: Tensor): number;
} = asFunction('aten::q_scale');

/**
 * `aten::q_zero_point(Tensor self) -> int`
 */
export const qZeroPoint: {
  (input: Tensor): number;
} = asFunction('aten::q_zero_point');

/**
 * `aten::qr(Tensor self, bool some=True) -> (Tensor Q, Tensor R)`
 * `aten::qr.Q(Tensor self, bool some=True, *, Tensor(a!) Q, Tensor(b!) R) -> (Tensor(a!) Q, Tensor(b!) R)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.qr.html
 */
export const qr: {
  (input: Tensor, some?: boolean): [Q: Tensor, R: Tensor];
  (input: Tensor, options: { some?: boolean }): [Q: Tensor, R: Tensor];
  (input: Tensor, some: boolean | undefined, options: { out: readonly [Tensor, Tensor] }): [Q: Tensor, R: Tensor];
  (input: Tensor, options: { some?: boolean; out: readonly [Tensor, Tensor] }): [Q: Tensor, R: Tensor];
} = asFunction('aten::qr');

/**
 * `aten::quantile(Tensor self, Tensor q, int? dim=None, bool keepdim=False, *, str interpolation="linear") -> Tensor`
 * `aten::quantile.scalar(Tensor self, float q, int? dim=None, bool keepdim=False, *, str interpolation="linear") -> Tensor`
 * `aten::quantile.out(Tensor self, Tensor q, int? dim=None, bool keepdim=False, *, str interpolation="linear", Tensor(a!) out) -> Tensor(a!)`
 * `aten::quantile.scalar_out(Tensor self, float q, int? dim=None, bool keepdim=False, *, str interpolation="linear", Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.quantile.html
 */
export const quantile: {
  (input: Tensor, q: Tensor, dim?: Int | null, keepdim?: boolean, options?: { interpolation?: string }): Tensor;
  (input: Tensor, options: { q: Tensor; dim?: Int | null; keepdim?: boolean; interpolation?: string }): Tensor;
  (input: Tensor, q: Tensor, options: { dim?: Int | null; keepdim?: boolean; interpolation?: string }): Tensor;
  (input: Tensor, q: Tensor, dim: Int | null, options: { keepdim?: boolean; interpolation?: string }): Tensor;
  (input: Tensor, q: number, dim?: Int | null, keepdim?: boolean, options?: { interpolation?: string }): Tensor;
  (input: Tensor, options: { q: number; dim?: Int | null; keepdim?: boolean; interpolation?: string }): Tensor;
  (input: Tensor, q: number, options: { dim?: Int | null; keepdim?: boolean; interpolation?: string }): Tensor;
  (input: Tensor, q: number, dim: Int | null, options: { keepdim?: boolean; interpolation?: string }): Tensor;
  (input: Tensor, q: Tensor, dim: Int | null | undefined, keepdim: boolean | undefined, options: { interpolation?: string; out: Tensor }): Tensor;
  (input: Tensor, options: { q: Tensor; dim?: Int | null; keepdim?: boolean; interpolation?: string; out: Tensor }): Tensor;
  (input: Tensor, q: Tensor, options: { dim?: Int | null; keepdim?: boolean; interpolation?: string; out: Tensor }): Tensor;
  (input: Tensor, q: Tensor, dim: Int | null, options: { keepdim?: boolean; interpolation?: string; out: Tensor }): Tensor;
  (input: Tensor, q: number, dim: Int | null | undefined, keepdim: boolean | undefined, options: { interpolation?: string; out: Tensor }): Tensor;
  (input: Tensor, options: { q: number; dim?: Int | null; keepdim?: boolean; interpolation?: string; out: Tensor }): Tensor;
  (input: Tensor, q: number, options: { dim?: Int | null; keepdim?: boolean; interpolation?: string; out: Tensor }): Tensor;
  (input: Tensor, q: number, dim: Int | null, options: { keepdim?: boolean; interpolation?: string; out: Tensor }): Tensor;
} = asFunction('aten::quantile');

/**
 * `aten::quantize_per_channel(Tensor self, Tensor scales, Tensor zero_points, int axis, ScalarType dtype) -> Tensor`
 * `aten::quantize_per_channel.out(Tensor self, Tensor scales, Tensor zero_points, int axis, ScalarType dtype, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.quantize_per_channel.html
 */
export const quantizePerChannel: {
  (input: Tensor, scales: Tensor, zeroPoints: Tensor, axis: Int, dtype: DType): Tensor;
  (input: Tensor, options: { scales: Tensor; zeroPoints: Tensor; axis: Int; dtype: DType }): Tensor;
  (input: Tensor, scales: Tensor, options: { zeroPoints: Tensor; axis: Int; dtype: DType }): Tensor;
  (input: Tensor, scales: Tensor, zeroPoints: Tensor, options: { axis: Int; dtype: DType }): Tensor;
  (input: Tensor, scales: Tensor, zeroPoints: Tensor, axis: Int, options: { dtype: DType }): Tensor;
  (input: Tensor, scales: Tensor, zeroPoints: Tensor, axis: Int, dtype: DType, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { scales: Tensor; zeroPoints: Tensor; axis: Int; dtype: DType; out: Tensor }): Tensor;
  (input: Tensor, scales: Tensor, options: { zeroPoints: Tensor; axis: Int; dtype: DType; out: Tensor }): Tensor;
  (input: Tensor, scales: Tensor, zeroPoints: Tensor, options: { axis: Int; dtype: DType; out: Tensor }): Tensor;
  (input: Tensor, scales: Tensor, zeroPoints: Tensor, axis: Int, options: { dtype: DType; out: Tensor }): Tensor;
} = asFunction('aten::quantize_per_channel');

/**
 * `aten::quantize_per_tensor.tensor_qparams(Tensor self, Tensor scale, Tensor zero_point, ScalarType dtype) -> Tensor`
 * `aten::quantize_per_tensor(Tensor self, float scale, int zero_point, ScalarType dtype) -> Tensor`
 * `aten::quantize_per_tensor.tensors(Tensor[] tensors, Tensor scales, Tensor zero_points, ScalarType dtype) -> Tensor[]`
 * `aten::quantize_per_tensor.out(Tensor self, float scale, int zero_point, ScalarType dtype, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::quantize_per_tensor.tensor_qparams_out(Tensor self, Tensor scale, Tensor zero_point, ScalarType dtype, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::quantize_per_tensor.tensors_out(Tensor[] tensors, Tensor scales, Tensor zero_points, ScalarType dtype, *, Tensor(a!)[] out) -> ()`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.quantize_per_tensor.html
 */
export const quantizePerTensor: {
  (input: Tensor, scale: Tensor, zeroPoint: Tensor, dtype: DType): Tensor;
  (input: Tensor, options: { scale: Tensor; zeroPoint: Tensor; dtype: DType }): Tensor;
  (input: Tensor, scale: Tensor, options: { zeroPoint: Tensor; dtype: DType }): Tensor;
  (input: Tensor, scale: Tensor, zeroPoint: Tensor, options: { dtype: DType }): Tensor;
  (input: Tensor, scale: number, zeroPoint: Int, dtype: DType): Tensor;
  (input: Tensor, options: { scale: number; zeroPoint: Int; dtype: DType }): Tensor;
  (input: Tensor, scale: number, options: { zeroPoint: Int; dtype: DType }): Tensor;
  (input: Tensor, scale: number, zeroPoint: Int, options: { dtype: DType }): Tensor;
  (tensors: readonly Tensor[], scales: Tensor, zeroPoints: Tensor, dtype: DType): Tensor[];
  (tensors: readonly Tensor[], options: { scales: Tensor; zeroPoints: Tensor; dtype: DType }): Tensor[];
  (tensors: readonly Tensor[], scales: Tensor, options: { zeroPoints: Tensor; dtype: DType }): Tensor[];
  (tensors: readonly Tensor[], scales: Tensor, zeroPoints: Tensor, options: { dtype: DType }): Tensor[];
  (input: Tensor, scale: number, zeroPoint: Int, dtype: DType, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { scale: number; zeroPoint: Int; dtype: DType; out: Tensor }): Tensor;
  (input: Tensor, scale: number, options: { zeroPoint: Int; dtype: DType; out: Tensor }): Tensor;
  (input: Tensor, scale: number, zeroPoint: Int, options: { dtype: DType; out: Tensor }): Tensor;
  (input: Tensor, scale: Tensor, zeroPoint: Tensor, dtype: DType, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { scale: Tensor; zeroPoint: Tensor; dtype: DType; out: Tensor }): Tensor;
  (input: Tensor, scale: Tensor, options: { zeroPoint: Tensor; dtype: DType; out: Tensor }): Tensor;
  (input: Tensor, scale: Tensor, zeroPoint: Tensor, options: { dtype: DType; out: Tensor }): Tensor;
  (tensors: readonly Tensor[], scales: Tensor, zeroPoints: Tensor, dtype: DType, options: { out: Tensor[] }): void;
  (tensors: readonly Tensor[], options: { scales: Tensor; zeroPoints: Tensor; dtype: DType; out: Tensor[] }): void;
  (tensors: readonly Tensor[], scales: Tensor, options: { zeroPoints: Tensor; dtype: DType; out: Tensor[] }): void;
  (tensors: readonly Tensor[], scales: Tensor, zeroPoints: Tensor, options: { dtype: DType; out: Tensor[] }): void;
} = asFunction('aten::quantize_per_tensor');

/**
 * `aten::quantize_per_tensor_dynamic(Tensor self, ScalarType dtype, bool reduce_range) -> Tensor`
 * `aten::quantize_per_tensor_dynamic.out(Tensor self, ScalarType dtype, bool reduce_range, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.quantize_per_tensor_dynamic.html
 */
export const quantizePerTensorDynamic: {
  (input: Tensor, dtype: DType, reduceRange: boolean): Tensor;
  (input: Tensor, options: { dtype: DType; reduceRange: boolean }): Tensor;
  (input: Tensor, dtype: DType, options: { reduceRange: boolean }): Tensor;
  (input: Tensor, dtype: DType, reduceRange: boolean, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { dtype: DType; reduceRange: boolean; out: Tensor }): Tensor;
  (input: Tensor, dtype: DType, options: { reduceRange: boolean; out: Tensor }): Tensor;
} = asFunction('aten::quantize_per_tensor_dynamic');

/**
 * `aten::quantized_batch_norm(Tensor input, Tensor? weight, Tensor? bias, Tensor mean, Tensor var, float eps, float output_scale, int output_zero_point) -> Tensor`
 * `aten::quantized_batch_norm.out(Tensor input, Tensor? weight, Tensor? bias, Tensor mean, Tensor var, float eps, float output_scale, int output_zero_point, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.quantized_batch_norm.html
 */
export const quantizedBatchNorm: {
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, mean: Tensor, var_: Tensor, eps: number, outputScale: number, outputZeroPoint: Int): Tensor;
  (input: Tensor, options: { weight: Tensor | null; bias: Tensor | null; mean: Tensor; var: Tensor; eps: number; outputScale: number; outputZeroPoint: Int }): Tensor;
  (input: Tensor, weight: Tensor | null, options: { bias: Tensor | null; mean: Tensor; var: Tensor; eps: number; outputScale: number; outputZeroPoint: Int }): Tensor;
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, options: { mean: Tensor; var: Tensor; eps: number; outputScale: number; outputZeroPoint: Int }): Tensor;
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, mean: Tensor, options: { var: Tensor; eps: number; outputScale: number; outputZeroPoint: Int }): Tensor;
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, mean: Tensor, var_: Tensor, options: { eps: number; outputScale: number; outputZeroPoint: Int }): Tensor;
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, mean: Tensor, var_: Tensor, eps: number, options: { outputScale: number; outputZeroPoint: Int }): Tensor;
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, mean: Tensor, var_: Tensor, eps: number, outputScale: number, options: { outputZeroPoint: Int }): Tensor;
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, mean: Tensor, var_: Tensor, eps: number, outputScale: number, outputZeroPoint: Int, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { weight: Tensor | null; bias: Tensor | null; mean: Tensor; var: Tensor; eps: number; outputScale: number; outputZeroPoint: Int; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor | null, options: { bias: Tensor | null; mean: Tensor; var: Tensor; eps: number; outputScale: number; outputZeroPoint: Int; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, options: { mean: Tensor; var: Tensor; eps: number; outputScale: number; outputZeroPoint: Int; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, mean: Tensor, options: { var: Tensor; eps: number; outputScale: number; outputZeroPoint: Int; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, mean: Tensor, var_: Tensor, options: { eps: number; outputScale: number; outputZeroPoint: Int; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, mean: Tensor, var_: Tensor, eps: number, options: { outputScale: number; outputZeroPoint: Int; out: Tensor }): Tensor;
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, mean: Tensor, var_: Tensor, eps: number, outputScale: number, options: { outputZeroPoint: Int; out: Tensor }): Tensor;
} = asFunction('aten::quantized_batch_norm');

/**
 * `aten::quantized_gru_cell(Tensor input, Tensor hx, Tensor w_ih, Tensor w_hh, Tensor b_ih, Tensor b_hh, Tensor packed_ih, Tensor packed_hh, Tensor col_offsets_ih, Tensor col_offsets_hh, Scalar scale_ih, Scalar scale_hh, Scalar zero_point_ih, Scalar zero_point_hh) -> Tensor`
 */
export const quantizedGruCell: {
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, colOffsetsIh: Tensor, colOffsetsHh: Tensor, scaleIh: Scalar, scaleHh: Scalar, zeroPointIh: Scalar, zeroPointHh: Scalar): Tensor;
  (input: Tensor, options: { hx: Tensor; wIh: Tensor; wHh: Tensor; bIh: Tensor; bHh: Tensor; packedIh: Tensor; packedHh: Tensor; colOffsetsIh: Tensor; colOffsetsHh: Tensor; scaleIh: Scalar; scaleHh: Scalar; zeroPointIh: Scalar; zeroPointHh: Scalar }): Tensor;
  (input: Tensor, hx: Tensor, options: { wIh: Tensor; wHh: Tensor; bIh: Tensor; bHh: Tensor; packedIh: Tensor; packedHh: Tensor; colOffsetsIh: Tensor; colOffsetsHh: Tensor; scaleIh: Scalar; scaleHh: Scalar; zeroPointIh: Scalar; zeroPointHh: Scalar }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, options: { wHh: Tensor; bIh: Tensor; bHh: Tensor; packedIh: Tensor; packedHh: Tensor; colOffsetsIh: Tensor; colOffsetsHh: Tensor; scaleIh: Scalar; scaleHh: Scalar; zeroPointIh: Scalar; zeroPointHh: Scalar }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, options: { bIh: Tensor; bHh: Tensor; packedIh: Tensor; packedHh: Tensor; colOffsetsIh: Tensor; colOffsetsHh: Tensor; scaleIh: Scalar; scaleHh: Scalar; zeroPointIh: Scalar; zeroPointHh: Scalar }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, options: { bHh: Tensor; packedIh: Tensor; packedHh: Tensor; colOffsetsIh: Tensor; colOffsetsHh: Tensor; scaleIh: Scalar; scaleHh: Scalar; zeroPointIh: Scalar; zeroPointHh: Scalar }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, options: { packedIh: Tensor; packedHh: Tensor; colOffsetsIh: Tensor; colOffsetsHh: Tensor; scaleIh: Scalar; scaleHh: Scalar; zeroPointIh: Scalar; zeroPointHh: Scalar }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, options: { packedHh: Tensor; colOffsetsIh: Tensor; colOffsetsHh: Tensor; scaleIh: Scalar; scaleHh: Scalar; zeroPointIh: Scalar; zeroPointHh: Scalar }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, options: { colOffsetsIh: Tensor; colOffsetsHh: Tensor; scaleIh: Scalar; scaleHh: Scalar; zeroPointIh: Scalar; zeroPointHh: Scalar }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, colOffsetsIh: Tensor, options: { colOffsetsHh: Tensor; scaleIh: Scalar; scaleHh: Scalar; zeroPointIh: Scalar; zeroPointHh: Scalar }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, colOffsetsIh: Tensor, colOffsetsHh: Tensor, options: { scaleIh: Scalar; scaleHh: Scalar; zeroPointIh: Scalar; zeroPointHh: Scalar }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, colOffsetsIh: Tensor, colOffsetsHh: Tensor, scaleIh: Scalar, options: { scaleHh: Scalar; zeroPointIh: Scalar; zeroPointHh: Scalar }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, colOffsetsIh: Tensor, colOffsetsHh: Tensor, scaleIh: Scalar, scaleHh: Scalar, options: { zeroPointIh: Scalar; zeroPointHh: Scalar }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, colOffsetsIh: Tensor, colOffsetsHh: Tensor, scaleIh: Scalar, scaleHh: Scalar, zeroPointIh: Scalar, options: { zeroPointHh: Scalar }): Tensor;
} = asFunction('aten::quantized_gru_cell');

/**
 * `aten::quantized_lstm_cell(Tensor input, Tensor[] hx, Tensor w_ih, Tensor w_hh, Tensor b_ih, Tensor b_hh, Tensor packed_ih, Tensor packed_hh, Tensor col_offsets_ih, Tensor col_offsets_hh, Scalar scale_ih, Scalar scale_hh, Scalar zero_point_ih, Scalar zero_point_hh) -> (Tensor, Tensor)`
 */
export const quantizedLstmCell: {
  (input: Tensor, hx: readonly Tensor[], wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, colOffsetsIh: Tensor, colOffsetsHh: Tensor, scaleIh: Scalar, scaleHh: Scalar, zeroPointIh: Scalar, zeroPointHh: Scalar): [Tensor, Tensor];
  (input: Tensor, options: { hx: readonly Tensor[]; wIh: Tensor; wHh: Tensor; bIh: Tensor; bHh: Tensor; packedIh: Tensor; packedHh: Tensor; colOffsetsIh: Tensor; colOffsetsHh: Tensor; scaleIh: Scalar; scaleHh: Scalar; zeroPointIh: Scalar; zeroPointHh: Scalar }): [Tensor, Tensor];
  (input: Tensor, hx: readonly Tensor[], options: { wIh: Tensor; wHh: Tensor; bIh: Tensor; bHh: Tensor; packedIh: Tensor; packedHh: Tensor; colOffsetsIh: Tensor; colOffsetsHh: Tensor; scaleIh: Scalar; scaleHh: Scalar; zeroPointIh: Scalar; zeroPointHh: Scalar }): [Tensor, Tensor];
  (input: Tensor, hx: readonly Tensor[], wIh: Tensor, options: { wHh: Tensor; bIh: Tensor; bHh: Tensor; packedIh: Tensor; packedHh: Tensor; colOffsetsIh: Tensor; colOffsetsHh: Tensor; scaleIh: Scalar; scaleHh: Scalar; zeroPointIh: Scalar; zeroPointHh: Scalar }): [Tensor, Tensor];
  (input: Tensor, hx: readonly Tensor[], wIh: Tensor, wHh: Tensor, options: { bIh: Tensor; bHh: Tensor; packedIh: Tensor; packedHh: Tensor; colOffsetsIh: Tensor; colOffsetsHh: Tensor; scaleIh: Scalar; scaleHh: Scalar; zeroPointIh: Scalar; zeroPointHh: Scalar }): [Tensor, Tensor];
  (input: Tensor, hx: readonly Tensor[], wIh: Tensor, wHh: Tensor, bIh: Tensor, options: { bHh: Tensor; packedIh: Tensor; packedHh: Tensor; colOffsetsIh: Tensor; colOffsetsHh: Tensor; scaleIh: Scalar; scaleHh: Scalar; zeroPointIh: Scalar; zeroPointHh: Scalar }): [Tensor, Tensor];
  (input: Tensor, hx: readonly Tensor[], wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, options: { packedIh: Tensor; packedHh: Tensor; colOffsetsIh: Tensor; colOffsetsHh: Tensor; scaleIh: Scalar; scaleHh: Scalar; zeroPointIh: Scalar; zeroPointHh: Scalar }): [Tensor, Tensor];
  (input: Tensor, hx: readonly Tensor[], wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, options: { packedHh: Tensor; colOffsetsIh: Tensor; colOffsetsHh: Tensor; scaleIh: Scalar; scaleHh: Scalar; zeroPointIh: Scalar; zeroPointHh: Scalar }): [Tensor, Tensor];
  (input: Tensor, hx: readonly Tensor[], wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, options: { colOffsetsIh: Tensor; colOffsetsHh: Tensor; scaleIh: Scalar; scaleHh: Scalar; zeroPointIh: Scalar; zeroPointHh: Scalar }): [Tensor, Tensor];
  (input: Tensor, hx: readonly Tensor[], wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, colOffsetsIh: Tensor, options: { colOffsetsHh: Tensor; scaleIh: Scalar; scaleHh: Scalar; zeroPointIh: Scalar; zeroPointHh: Scalar }): [Tensor, Tensor];
  (input: Tensor, hx: readonly Tensor[], wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, colOffsetsIh: Tensor, colOffsetsHh: Tensor, options: { scaleIh: Scalar; scaleHh: Scalar; zeroPointIh: Scalar; zeroPointHh: Scalar }): [Tensor, Tensor];
  (input: Tensor, hx: readonly Tensor[], wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, colOffsetsIh: Tensor, colOffsetsHh: Tensor, scaleIh: Scalar, options: { scaleHh: Scalar; zeroPointIh: Scalar; zeroPointHh: Scalar }): [Tensor, Tensor];
  (input: Tensor, hx: readonly Tensor[], wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, colOffsetsIh: Tensor, colOffsetsHh: Tensor, scaleIh: Scalar, scaleHh: Scalar, options: { zeroPointIh: Scalar; zeroPointHh: Scalar }): [Tensor, Tensor];
  (input: Tensor, hx: readonly Tensor[], wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, colOffsetsIh: Tensor, colOffsetsHh: Tensor, scaleIh: Scalar, scaleHh: Scalar, zeroPointIh: Scalar, options: { zeroPointHh: Scalar }): [Tensor, Tensor];
} = asFunction('aten::quantized_lstm_cell');

/**
 * `aten::quantized_max_pool1d(Tensor self, int[1] kernel_size, int[1] stride=[], int[1] padding=[0], int[1] dilation=[1], bool ceil_mode=False) -> Tensor`
 * `aten::quantized_max_pool1d.out(Tensor self, int[1] kernel_size, int[1] stride=[], int[1] padding=[0], int[1] dilation=[1], bool ceil_mode=False, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.quantized_max_pool1d.html
 */
export const quantizedMaxPool1d: {
  (input: Tensor, kernelSize: Int | readonly Int[], stride?: Int | readonly Int[], padding?: Int | readonly Int[], dilation?: Int | readonly Int[], ceilMode?: boolean): Tensor;
  (input: Tensor, options: { kernelSize: Int | readonly Int[]; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; ceilMode?: boolean }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], options: { stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; ceilMode?: boolean }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], options: { padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; ceilMode?: boolean }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], options: { dilation?: Int | readonly Int[]; ceilMode?: boolean }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], dilation: Int | readonly Int[], options: { ceilMode?: boolean }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[] | undefined, padding: Int | readonly Int[] | undefined, dilation: Int | readonly Int[] | undefined, ceilMode: boolean | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { kernelSize: Int | readonly Int[]; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; ceilMode?: boolean; out: Tensor }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], options: { stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; ceilMode?: boolean; out: Tensor }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], options: { padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; ceilMode?: boolean; out: Tensor }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], options: { dilation?: Int | readonly Int[]; ceilMode?: boolean; out: Tensor }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], dilation: Int | readonly Int[], options: { ceilMode?: boolean; out: Tensor }): Tensor;
} = asFunction('aten::quantized_max_pool1d');

/**
 * `aten::quantized_max_pool2d(Tensor self, int[2] kernel_size, int[2] stride=[], int[2] padding=0, int[2] dilation=1, bool ceil_mode=False) -> Tensor`
 * `aten::quantized_max_pool2d.out(Tensor self, int[2] kernel_size, int[2] stride=[], int[2] padding=0, int[2] dilation=1, bool ceil_mode=False, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.quantized_max_pool2d.html
 */
export const quantizedMaxPool2d: {
  (input: Tensor, kernelSize: Int | readonly Int[], stride?: Int | readonly Int[], padding?: Int | readonly Int[], dilation?: Int | readonly Int[], ceilMode?: boolean): Tensor;
  (input: Tensor, options: { kernelSize: Int | readonly Int[]; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; ceilMode?: boolean }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], options: { stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; ceilMode?: boolean }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], options: { padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; ceilMode?: boolean }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], options: { dilation?: Int | readonly Int[]; ceilMode?: boolean }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], dilation: Int | readonly Int[], options: { ceilMode?: boolean }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[] | undefined, padding: Int | readonly Int[] | undefined, dilation: Int | readonly Int[] | undefined, ceilMode: boolean | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { kernelSize: Int | readonly Int[]; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; ceilMode?: boolean; out: Tensor }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], options: { stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; ceilMode?: boolean; out: Tensor }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], options: { padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; ceilMode?: boolean; out: Tensor }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], options: { dilation?: Int | readonly Int[]; ceilMode?: boolean; out: Tensor }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], dilation: Int | readonly Int[], options: { ceilMode?: boolean; out: Tensor }): Tensor;
} = asFunction('aten::quantized_max_pool2d');

/**
 * `aten::quantized_max_pool3d(Tensor self, int[3] kernel_size, int[3] stride=[], int[3] padding=0, int[3] dilation=1, bool ceil_mode=False) -> Tensor`
 * `aten::quantized_max_pool3d.out(Tensor self, int[3] kernel_size, int[3] stride=[], int[3] padding=0, int[3] dilation=1, bool ceil_mode=False, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const quantizedMaxPool3d: {
  (input: Tensor, kernelSize: Int | readonly Int[], stride?: Int | readonly Int[], padding?: Int | readonly Int[], dilation?: Int | readonly Int[], ceilMode?: boolean): Tensor;
  (input: Tensor, options: { kernelSize: Int | readonly Int[]; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; ceilMode?: boolean }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], options: { stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; ceilMode?: boolean }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], options: { padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; ceilMode?: boolean }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], options: { dilation?: Int | readonly Int[]; ceilMode?: boolean }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], dilation: Int | readonly Int[], options: { ceilMode?: boolean }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[] | undefined, padding: Int | readonly Int[] | undefined, dilation: Int | readonly Int[] | undefined, ceilMode: boolean | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { kernelSize: Int | readonly Int[]; stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; ceilMode?: boolean; out: Tensor }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], options: { stride?: Int | readonly Int[]; padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; ceilMode?: boolean; out: Tensor }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], options: { padding?: Int | readonly Int[]; dilation?: Int | readonly Int[]; ceilMode?: boolean; out: Tensor }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], options: { dilation?: Int | readonly Int[]; ceilMode?: boolean; out: Tensor }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], dilation: Int | readonly Int[], options: { ceilMode?: boolean; out: Tensor }): Tensor;
} = asFunction('aten::quantized_max_pool3d');

/**
 * `aten::quantized_rnn_relu_cell(Tensor input, Tensor hx, Tensor w_ih, Tensor w_hh, Tensor b_ih, Tensor b_hh, Tensor packed_ih, Tensor packed_hh, Tensor col_offsets_ih, Tensor col_offsets_hh, Scalar scale_ih, Scalar scale_hh, Scalar zero_point_ih, Scalar zero_point_hh) -> Tensor`
 */
export const quantizedRnnReluCell: {
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, colOffsetsIh: Tensor, colOffsetsHh: Tensor, scaleIh: Scalar, scaleHh: Scalar, zeroPointIh: Scalar, zeroPointHh: Scalar): Tensor;
  (input: Tensor, options: { hx: Tensor; wIh: Tensor; wHh: Tensor; bIh: Tensor; bHh: Tensor; packedIh: Tensor; packedHh: Tensor; colOffsetsIh: Tensor; colOffsetsHh: Tensor; scaleIh: Scalar; scaleHh: Scalar; zeroPointIh: Scalar; zeroPointHh: Scalar }): Tensor;
  (input: Tensor, hx: Tensor, options: { wIh: Tensor; wHh: Tensor; bIh: Tensor; bHh: Tensor; packedIh: Tensor; packedHh: Tensor; colOffsetsIh: Tensor; colOffsetsHh: Tensor; scaleIh: Scalar; scaleHh: Scalar; zeroPointIh: Scalar; zeroPointHh: Scalar }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, options: { wHh: Tensor; bIh: Tensor; bHh: Tensor; packedIh: Tensor; packedHh: Tensor; colOffsetsIh: Tensor; colOffsetsHh: Tensor; scaleIh: Scalar; scaleHh: Scalar; zeroPointIh: Scalar; zeroPointHh: Scalar }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, options: { bIh: Tensor; bHh: Tensor; packedIh: Tensor; packedHh: Tensor; colOffsetsIh: Tensor; colOffsetsHh: Tensor; scaleIh: Scalar; scaleHh: Scalar; zeroPointIh: Scalar; zeroPointHh: Scalar }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, options: { bHh: Tensor; packedIh: Tensor; packedHh: Tensor; colOffsetsIh: Tensor; colOffsetsHh: Tensor; scaleIh: Scalar; scaleHh: Scalar; zeroPointIh: Scalar; zeroPointHh: Scalar }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, options: { packedIh: Tensor; packedHh: Tensor; colOffsetsIh: Tensor; colOffsetsHh: Tensor; scaleIh: Scalar; scaleHh: Scalar; zeroPointIh: Scalar; zeroPointHh: Scalar }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, options: { packedHh: Tensor; colOffsetsIh: Tensor; colOffsetsHh: Tensor; scaleIh: Scalar; scaleHh: Scalar; zeroPointIh: Scalar; zeroPointHh: Scalar }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, options: { colOffsetsIh: Tensor; colOffsetsHh: Tensor; scaleIh: Scalar; scaleHh: Scalar; zeroPointIh: Scalar; zeroPointHh: Scalar }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, colOffsetsIh: Tensor, options: { colOffsetsHh: Tensor; scaleIh: Scalar; scaleHh: Scalar; zeroPointIh: Scalar; zeroPointHh: Scalar }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, colOffsetsIh: Tensor, colOffsetsHh: Tensor, options: { scaleIh: Scalar; scaleHh: Scalar; zeroPointIh: Scalar; zeroPointHh: Scalar }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, colOffsetsIh: Tensor, colOffsetsHh: Tensor, scaleIh: Scalar, options: { scaleHh: Scalar; zeroPointIh: Scalar; zeroPointHh: Scalar }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, colOffsetsIh: Tensor, colOffsetsHh: Tensor, scaleIh: Scalar, scaleHh: Scalar, options: { zeroPointIh: Scalar; zeroPointHh: Scalar }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, colOffsetsIh: Tensor, colOffsetsHh: Tensor, scaleIh: Scalar, scaleHh: Scalar, zeroPointIh: Scalar, options: { zeroPointHh: Scalar }): Tensor;
} = asFunction('aten::quantized_rnn_relu_cell');

/**
 * `aten::quantized_rnn_tanh_cell(Tensor input, Tensor hx, Tensor w_ih, Tensor w_hh, Tensor b_ih, Tensor b_hh, Tensor packed_ih, Tensor packed_hh, Tensor col_offsets_ih, Tensor col_offsets_hh, Scalar scale_ih, Scalar scale_hh, Scalar zero_point_ih, Scalar zero_point_hh) -> Tensor`
 */
export const quantizedRnnTanhCell: {
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, colOffsetsIh: Tensor, colOffsetsHh: Tensor, scaleIh: Scalar, scaleHh: Scalar, zeroPointIh: Scalar, zeroPointHh: Scalar): Tensor;
  (input: Tensor, options: { hx: Tensor; wIh: Tensor; wHh: Tensor; bIh: Tensor; bHh: Tensor; packedIh: Tensor; packedHh: Tensor; colOffsetsIh: Tensor; colOffsetsHh: Tensor; scaleIh: Scalar; scaleHh: Scalar; zeroPointIh: Scalar; zeroPointHh: Scalar }): Tensor;
  (input: Tensor, hx: Tensor, options: { wIh: Tensor; wHh: Tensor; bIh: Tensor; bHh: Tensor; packedIh: Tensor; packedHh: Tensor; colOffsetsIh: Tensor; colOffsetsHh: Tensor; scaleIh: Scalar; scaleHh: Scalar; zeroPointIh: Scalar; zeroPointHh: Scalar }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, options: { wHh: Tensor; bIh: Tensor; bHh: Tensor; packedIh: Tensor; packedHh: Tensor; colOffsetsIh: Tensor; colOffsetsHh: Tensor; scaleIh: Scalar; scaleHh: Scalar; zeroPointIh: Scalar; zeroPointHh: Scalar }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, options: { bIh: Tensor; bHh: Tensor; packedIh: Tensor; packedHh: Tensor; colOffsetsIh: Tensor; colOffsetsHh: Tensor; scaleIh: Scalar; scaleHh: Scalar; zeroPointIh: Scalar; zeroPointHh: Scalar }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, options: { bHh: Tensor; packedIh: Tensor; packedHh: Tensor; colOffsetsIh: Tensor; colOffsetsHh: Tensor; scaleIh: Scalar; scaleHh: Scalar; zeroPointIh: Scalar; zeroPointHh: Scalar }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, options: { packedIh: Tensor; packedHh: Tensor; colOffsetsIh: Tensor; colOffsetsHh: Tensor; scaleIh: Scalar; scaleHh: Scalar; zeroPointIh: Scalar; zeroPointHh: Scalar }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, options: { packedHh: Tensor; colOffsetsIh: Tensor; colOffsetsHh: Tensor; scaleIh: Scalar; scaleHh: Scalar; zeroPointIh: Scalar; zeroPointHh: Scalar }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, options: { colOffsetsIh: Tensor; colOffsetsHh: Tensor; scaleIh: Scalar; scaleHh: Scalar; zeroPointIh: Scalar; zeroPointHh: Scalar }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, colOffsetsIh: Tensor, options: { colOffsetsHh: Tensor; scaleIh: Scalar; scaleHh: Scalar; zeroPointIh: Scalar; zeroPointHh: Scalar }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, colOffsetsIh: Tensor, colOffsetsHh: Tensor, options: { scaleIh: Scalar; scaleHh: Scalar; zeroPointIh: Scalar; zeroPointHh: Scalar }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, colOffsetsIh: Tensor, colOffsetsHh: Tensor, scaleIh: Scalar, options: { scaleHh: Scalar; zeroPointIh: Scalar; zeroPointHh: Scalar }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, colOffsetsIh: Tensor, colOffsetsHh: Tensor, scaleIh: Scalar, scaleHh: Scalar, options: { zeroPointIh: Scalar; zeroPointHh: Scalar }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, colOffsetsIh: Tensor, colOffsetsHh: Tensor, scaleIh: Scalar, scaleHh: Scalar, zeroPointIh: Scalar, options: { zeroPointHh: Scalar }): Tensor;
} = asFunction('aten::quantized_rnn_tanh_cell');

/**
 * `aten::rad2deg(Tensor self) -> Tensor`
 * `aten::rad2deg.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.rad2deg.html
 */
export const rad2deg: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::rad2deg');

/**
 * `aten::rad2deg_(Tensor(a!) self) -> Tensor(a!)`
 */
export const rad2deg_: {
  (input: Tensor): Tensor;
} = asFunction('aten::rad2deg_');

/**
 * `aten::rand.generator(SymInt[] size, *, Generator? generator, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::rand(SymInt[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::rand.out(SymInt[] size, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::rand.generator_out(SymInt[] size, *, Generator? generator, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.rand.html
 */
export const rand: {
  (size: readonly Int[], options?: { generator?: Generator | null; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (options: { size: readonly Int[]; generator?: Generator | null; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (...size: readonly Int[]): Tensor;
  (...args: readonly [...size: Int[], options: { generator?: Generator | null; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }]): Tensor;
  (size: readonly Int[], options?: { dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (options: { size: readonly Int[]; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (...args: readonly [...size: Int[], options: { dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }]): Tensor;
  (size: readonly Int[], options: { out: Tensor }): Tensor;
  (options: { size: readonly Int[]; out: Tensor }): Tensor;
  (...args: readonly [...size: Int[], options: { out: Tensor }]): Tensor;
  (size: readonly Int[], options: { generator?: Generator | null; out: Tensor }): Tensor;
  (options: { size: readonly Int[]; generator?: Generator | null; out: Tensor }): Tensor;
  (...args: readonly [...size: Int[], options: { generator?: Generator | null; out: Tensor }]): Tensor;
} = asFunction('aten::rand');

/**
 * `aten::rand_like.generator(Tensor self, *, Generator? generator, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor`
 * `aten::rand_like(Tensor self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor`
 * `aten::rand_like.out(Tensor self, *, MemoryFormat? memory_format=None, Tensor(a!) out) -> Tensor(a!)`
 * `aten::rand_like.generator_out(Tensor self, *, Generator? generator, MemoryFormat? memory_format=None, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.rand_like.html
 */
export const randLike: {
  (input: Tensor, options?: { generator?: Generator | null; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }): Tensor;
  (input: Tensor, options?: { dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }): Tensor;
  (input: Tensor, options: { memoryFormat?: MemoryFormat | null; out: Tensor }): Tensor;
  (input: Tensor, options: { generator?: Generator | null; memoryFormat?: MemoryFormat | null; out: Tensor }): Tensor;
} = asFunction('aten::rand_like');

/**
 * `aten::randint.generator(SymInt high, SymInt[] size, *, Generator? generator, ScalarType? dtype=4, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::randint(SymInt high, SymInt[] size, *, ScalarType? dtype=4, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::randint.low_generator(SymInt low, SymInt high, SymInt[] size, *, Generator? generator, ScalarType? dtype=4, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::randint.low(SymInt low, SymInt high, SymInt[] size, *, ScalarType? dtype=4, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::randint.out(SymInt high, SymInt[] size, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::randint.generator_out(SymInt high, SymInt[] size, *, Generator? generator, Tensor(a!) out) -> Tensor(a!)`
 * `aten::randint.low_out(SymInt low, SymInt high, SymInt[] size, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::randint.low_generator_out(SymInt low, SymInt high, SymInt[] size, *, Generator? generator, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.randint.html
 */
export const randint: {
  (high: Int, size: readonly Int[], options?: { generator?: Generator | null; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (options: { high: Int; size: readonly Int[]; generator?: Generator | null; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (high: Int, options: { size: readonly Int[]; generator?: Generator | null; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (high: Int, size: readonly Int[], options?: { dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (options: { high: Int; size: readonly Int[]; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (high: Int, options: { size: readonly Int[]; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (low: Int, high: Int, size: readonly Int[], options?: { generator?: Generator | null; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (options: { low: Int; high: Int; size: readonly Int[]; generator?: Generator | null; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (low: Int, options: { high: Int; size: readonly Int[]; generator?: Generator | null; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (low: Int, high: Int, options: { size: readonly Int[]; generator?: Generator | null; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (low: Int, high: Int, size: readonly Int[], options?: { dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (options: { low: Int; high: Int; size: readonly Int[]; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (low: Int, options: { high: Int; size: readonly Int[]; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (low: Int, high: Int, options: { size: readonly Int[]; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (high: Int, size: readonly Int[], options: { out: Tensor }): Tensor;
  (options: { high: Int; size: readonly Int[]; out: Tensor }): Tensor;
  (high: Int, options: { size: readonly Int[]; out: Tensor }): Tensor;
  (high: Int, size: readonly Int[], options: { generator?: Generator | null; out: Tensor }): Tensor;
  (options: { high: Int; size: readonly Int[]; generator?: Generator | null; out: Tensor }): Tensor;
  (high: Int, options: { size: readonly Int[]; generator?: Generator | null; out: Tensor }): Tensor;
  (low: Int, high: Int, size: readonly Int[], options: { out: Tensor }): Tensor;
  (options: { low: Int; high: Int; size: readonly Int[]; out: Tensor }): Tensor;
  (low: Int, options: { high: Int; size: readonly Int[]; out: Tensor }): Tensor;
  (low: Int, high: Int, options: { size: readonly Int[]; out: Tensor }): Tensor;
  (low: Int, high: Int, size: readonly Int[], options: { generator?: Generator | null; out: Tensor }): Tensor;
  (options: { low: Int; high: Int; size: readonly Int[]; generator?: Generator | null; out: Tensor }): Tensor;
  (low: Int, options: { high: Int; size: readonly Int[]; generator?: Generator | null; out: Tensor }): Tensor;
  (low: Int, high: Int, options: { size: readonly Int[]; generator?: Generator | null; out: Tensor }): Tensor;
} = asFunction('aten::randint');

/**
 * `aten::randint_like.low_generator_dtype(Tensor self, SymInt low, SymInt high, *, Generator? generator, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor`
 * `aten::randint_like.low_dtype(Tensor self, SymInt low, SymInt high, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor`
 * `aten::randint_like.Tensor_generator(Tensor self, Tensor high, *, Generator? generator, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor`
 * `aten::randint_like.Tensor(Tensor self, Tensor high, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor`
 * `aten::randint_like.generator(Tensor self, SymInt high, *, Generator? generator, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor`
 * `aten::randint_like(Tensor self, SymInt high, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor`
 * `aten::randint_like.Tensor_out(Tensor self, Tensor high, *, MemoryFormat? memory_format=None, Tensor(a!) out) -> Tensor(a!)`
 * `aten::randint_like.out(Tensor self, SymInt high, *, MemoryFormat? memory_format=None, Tensor(a!) out) -> Tensor(a!)`
 * `aten::randint_like.Tensor_generator_out(Tensor self, Tensor high, *, Generator? generator, MemoryFormat? memory_format=None, Tensor(a!) out) -> Tensor(a!)`
 * `aten::randint_like.generator_out(Tensor self, SymInt high, *, Generator? generator, MemoryFormat? memory_format=None, Tensor(a!) out) -> Tensor(a!)`
 * `aten::randint_like.low_dtype_out(Tensor self, SymInt low, SymInt high, *, MemoryFormat? memory_format=None, Tensor(a!) out) -> Tensor(a!)`
 * `aten::randint_like.low_generator_dtype_out(Tensor self, SymInt low, SymInt high, *, Generator? generator, MemoryFormat? memory_format=None, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.randint_like.html
 */
export const randintLike: {
  (input: Tensor, low: Int, high: Int, options?: { generator?: Generator | null; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }): Tensor;
  (input: Tensor, options: { low: Int; high: Int; generator?: Generator | null; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }): Tensor;
  (input: Tensor, low: Int, options: { high: Int; generator?: Generator | null; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }): Tensor;
  (input: Tensor, low: Int, high: Int, options?: { dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }): Tensor;
  (input: Tensor, options: { low: Int; high: Int; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }): Tensor;
  (input: Tensor, low: Int, options: { high: Int; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }): Tensor;
  (input: Tensor, high: Tensor, options?: { generator?: Generator | null; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }): Tensor;
  (input: Tensor, options: { high: Tensor; generator?: Generator | null; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }): Tensor;
  (input: Tensor, high: Tensor, options?: { dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }): Tensor;
  (input: Tensor, options: { high: Tensor; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }): Tensor;
  (input: Tensor, high: Int, options?: { generator?: Generator | null; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }): Tensor;
  (input: Tensor, options: { high: Int; generator?: Generator | null; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }): Tensor;
  (input: Tensor, high: Int, options?: { dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }): Tensor;
  (input: Tensor, options: { high: Int; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }): Tensor;
  (input: Tensor, high: Tensor, options: { memoryFormat?: MemoryFormat | null; out: Tensor }): Tensor;
  (input: Tensor, options: { high: Tensor; memoryFormat?: MemoryFormat | null; out: Tensor }): Tensor;
  (input: Tensor, high: Int, options: { memoryFormat?: MemoryFormat | null; out: Tensor }): Tensor;
  (input: Tensor, options: { high: Int; memoryFormat?: MemoryFormat | null; out: Tensor }): Tensor;
  (input: Tensor, high: Tensor, options: { generator?: Generator | null; memoryFormat?: MemoryFormat | null; out: Tensor }): Tensor;
  (input: Tensor, options: { high: Tensor; generator?: Generator | null; memoryFormat?: MemoryFormat | null; out: Tensor }): Tensor;
  (input: Tensor, high: Int, options: { generator?: Generator | null; memoryFormat?: MemoryFormat | null; out: Tensor }): Tensor;
  (input: Tensor, options: { high: Int; generator?: Generator | null; memoryFormat?: MemoryFormat | null; out: Tensor }): Tensor;
  (input: Tensor, low: Int, high: Int, options: { memoryFormat?: MemoryFormat | null; out: Tensor }): Tensor;
  (input: Tensor, options: { low: Int; high: Int; memoryFormat?: MemoryFormat | null; out: Tensor }): Tensor;
  (input: Tensor, low: Int, options: { high: Int; memoryFormat?: MemoryFormat | null; out: Tensor }): Tensor;
  (input: Tensor, low: Int, high: Int, options: { generator?: Generator | null; memoryFormat?: MemoryFormat | null; out: Tensor }): Tensor;
  (input: Tensor, options: { low: Int; high: Int; generator?: Generator | null; memoryFormat?: MemoryFormat | null; out: Tensor }): Tensor;
  (input: Tensor, low: Int, options: { high: Int; generator?: Generator | null; memoryFormat?: MemoryFormat | null; out: Tensor }): Tensor;
} = asFunction('aten::randint_like');

/**
 * `aten::randn.generator(SymInt[] size, *, Generator? generator, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::randn(SymInt[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::randn.out(SymInt[] size, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::randn.generator_out(SymInt[] size, *, Generator? generator, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.randn.html
 */
export const randn: {
  (size: readonly Int[], options?: { generator?: Generator | null; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (options: { size: readonly Int[]; generator?: Generator | null; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (...size: readonly Int[]): Tensor;
  (...args: readonly [...size: Int[], options: { generator?: Generator | null; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }]): Tensor;
  (size: readonly Int[], options?: { dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (options: { size: readonly Int[]; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (...args: readonly [...size: Int[], options: { dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }]): Tensor;
  (size: readonly Int[], options: { out: Tensor }): Tensor;
  (options: { size: readonly Int[]; out: Tensor }): Tensor;
  (...args: readonly [...size: Int[], options: { out: Tensor }]): Tensor;
  (size: readonly Int[], options: { generator?: Generator | null; out: Tensor }): Tensor;
  (options: { size: readonly Int[]; generator?: Generator | null; out: Tensor }): Tensor;
  (...args: readonly [...size: Int[], options: { generator?: Generator | null; out: Tensor }]): Tensor;
} = asFunction('aten::randn');

/**
 * `aten::randn_like.generator(Tensor self, *, Generator? generator, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor`
 * `aten::randn_like(Tensor self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor`
 * `aten::randn_like.out(Tensor self, *, MemoryFormat? memory_format=None, Tensor(a!) out) -> Tensor(a!)`
 * `aten::randn_like.generator_out(Tensor self, *, Generator? generator, MemoryFormat? memory_format=None, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.randn_like.html
 */
export const randnLike: {
  (input: Tensor, options?: { generator?: Generator | null; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }): Tensor;
  (input: Tensor, options?: { dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }): Tensor;
  (input: Tensor, options: { memoryFormat?: MemoryFormat | null; out: Tensor }): Tensor;
  (input: Tensor, options: { generator?: Generator | null; memoryFormat?: MemoryFormat | null; out: Tensor }): Tensor;
} = asFunction('aten::randn_like');

/**
 * `aten::randperm.generator(SymInt n, *, Generator? generator, ScalarType? dtype=4, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::randperm(SymInt n, *, ScalarType? dtype=4, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::randperm.out(SymInt n, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::randperm.generator_out(SymInt n, *, Generator? generator, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.randperm.html
 */
export const randperm: {
  (n: Int, options?: { generator?: Generator | null; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (options: { n: Int; generator?: Generator | null; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (n: Int, options?: { dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (options: { n: Int; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (n: Int, options: { out: Tensor }): Tensor;
  (options: { n: Int; out: Tensor }): Tensor;
  (n: Int, options: { generator?: Generator | null; out: Tensor }): Tensor;
  (options: { n: Int; generator?: Generator | null; out: Tensor }): Tensor;
} = asFunction('aten::randperm');

/**
 * `aten::range(Scalar start, Scalar end, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::range.step(Scalar start, Scalar end, Scalar step=1, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::range.out_(Scalar start, Scalar end, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::range.out(Scalar start, Scalar end, Scalar step=1, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.range.html
 */
export const range: {
  (start: Scalar, end: Scalar, options?: { dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (options: { start: Scalar; end: Scalar; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (start: Scalar, options: { end: Scalar; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (start: Scalar, end: Scalar, step?: Scalar, options?: { dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (options: { start: Scalar; end: Scalar; step?: Scalar; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (start: Scalar, options: { end: Scalar; step?: Scalar; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (start: Scalar, end: Scalar, options: { step?: Scalar; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (start: Scalar, end: Scalar, options: { out: Tensor }): Tensor;
  (options: { start: Scalar; end: Scalar; out: Tensor }): Tensor;
  (start: Scalar, options: { end: Scalar; out: Tensor }): Tensor;
  (start: Scalar, end: Scalar, step: Scalar | undefined, options: { out: Tensor }): Tensor;
  (options: { start: Scalar; end: Scalar; step?: Scalar; out: Tensor }): Tensor;
  (start: Scalar, options: { end: Scalar; step?: Scalar; out: Tensor }): Tensor;
  (start: Scalar, end: Scalar, options: { step?: Scalar; out: Tensor }): Tensor;
} = asFunction('aten::range');

/**
 * `aten::ravel(Tensor(a) self) -> Tensor(a)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.ravel.html
 */
export const ravel: {
  (input: Tensor): Tensor;
} = asFunction('aten::ravel');

/**
 * `aten::real(Tensor(a) self) -> Tensor(a)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.real.html
 */
export const real: {
  (input: Tensor): Tensor;
} = asFunction('aten::real');

/**
 * `aten::reciprocal(Tensor self) -> Tensor`
 * `aten::reciprocal.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.reciprocal.html
 */
export const reciprocal: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::reciprocal');

/**
 * `aten::reciprocal_(Tensor(a!) self) -> Tensor(a!)`
 */
export const reciprocal_: {
  (input: Tensor): Tensor;
} = asFunction('aten::reciprocal_');

/**
 * `aten::relu(Tensor self) -> Tensor`
 * `aten::relu.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const relu: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::relu');

/**
 * `aten::relu_(Tensor(a!) self) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.relu_.html
 */
export const relu_: {
  (input: Tensor): Tensor;
} = asFunction('aten::relu_');

/**
 * `aten::remainder.Tensor(Tensor self, Tensor other) -> Tensor`
 * `aten::remainder.Scalar_Tensor(Scalar self, Tensor other) -> Tensor`
 * `aten::remainder.Scalar(Tensor self, Scalar other) -> Tensor`
 * `aten::remainder.Scalar_Tensor_out(Scalar self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::remainder.Scalar_out(Tensor self, Scalar other, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::remainder.Tensor_out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.remainder.html
 */
export const remainder: {
  (input: Tensor, other: Tensor): Tensor;
  (input: Tensor, options: { other: Tensor }): Tensor;
  (input: Scalar, other: Tensor): Tensor;
  (input: Tensor, other: Scalar): Tensor;
  (input: Tensor, options: { other: Scalar }): Tensor;
  (input: Scalar, other: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, other: Scalar, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Scalar; out: Tensor }): Tensor;
  (input: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::remainder');

/**
 * `aten::renorm(Tensor self, Scalar p, int dim, Scalar maxnorm) -> Tensor`
 * `aten::renorm.out(Tensor self, Scalar p, int dim, Scalar maxnorm, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.renorm.html
 */
export const renorm: {
  (input: Tensor, p: Scalar, dim: Int, maxnorm: Scalar): Tensor;
  (input: Tensor, options: { p: Scalar; dim: Int; maxnorm: Scalar }): Tensor;
  (input: Tensor, p: Scalar, options: { dim: Int; maxnorm: Scalar }): Tensor;
  (input: Tensor, p: Scalar, dim: Int, options: { maxnorm: Scalar }): Tensor;
  (input: Tensor, p: Scalar, dim: Int, maxnorm: Scalar, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { p: Scalar; dim: Int; maxnorm: Scalar; out: Tensor }): Tensor;
  (input: Tensor, p: Scalar, options: { dim: Int; maxnorm: Scalar; out: Tensor }): Tensor;
  (input: Tensor, p: Scalar, dim: Int, options: { maxnorm: Scalar; out: Tensor }): Tensor;
} = asFunction('aten::renorm');

/**
 * `aten::repeat_interleave.self_Tensor(Tensor self, Tensor repeats, int? dim=None, *, SymInt? output_size=None) -> Tensor`
 * `aten::repeat_interleave.Tensor(Tensor repeats, *, SymInt? output_size=None) -> Tensor`
 * `aten::repeat_interleave.self_int(Tensor self, SymInt repeats, int? dim=None, *, SymInt? output_size=None) -> Tensor`
 * `aten::repeat_interleave.Tensor_out(Tensor repeats, *, SymInt? output_size=None, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.repeat_interleave.html
 */
export const repeatInterleave: {
  (input: Tensor, repeats: Tensor, dim?: Int | null, options?: { outputSize?: Int | null }): Tensor;
  (input: Tensor, options: { repeats: Tensor; dim?: Int | null; outputSize?: Int | null }): Tensor;
  (input: Tensor, repeats: Tensor, options: { dim?: Int | null; outputSize?: Int | null }): Tensor;
  (repeats: Tensor, options?: { outputSize?: Int | null }): Tensor;
  (input: Tensor, repeats: Int, dim?: Int | null, options?: { outputSize?: Int | null }): Tensor;
  (input: Tensor, options: { repeats: Int; dim?: Int | null; outputSize?: Int | null }): Tensor;
  (input: Tensor, repeats: Int, options: { dim?: Int | null; outputSize?: Int | null }): Tensor;
  (repeats: Tensor, options: { outputSize?: Int | null; out: Tensor }): Tensor;
} = asFunction('aten::repeat_interleave');

/**
 * `aten::reshape(Tensor(a) self, SymInt[] shape) -> Tensor(a)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.reshape.html
 */
export const reshape: {
  (input: Tensor, shape: readonly Int[]): Tensor;
  (input: Tensor, options: { shape: readonly Int[] }): Tensor;
} = asFunction('aten::reshape');

/**
 * `aten::resize_as_sparse_(Tensor(a!) self, Tensor the_template) -> Tensor(a!)`
 */
export const resizeAsSparse_: {
  (input: Tensor, theTemplate: Tensor): Tensor;
  (input: Tensor, options: { theTemplate: Tensor }): Tensor;
} = asFunction('aten::resize_as_sparse_');

/**
 * `aten::resize_as_(Tensor(a!) self, Tensor the_template, *, MemoryFormat? memory_format=None) -> Tensor(a!)`
 */
export const resizeAs_: {
  (input: Tensor, theTemplate: Tensor, options?: { memoryFormat?: MemoryFormat | null }): Tensor;
  (input: Tensor, options: { theTemplate: Tensor; memoryFormat?: MemoryFormat | null }): Tensor;
} = asFunction('aten::resize_as_');

/**
 * `aten::resolve_conj(Tensor(a) self) -> Tensor(a)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.resolve_conj.html
 */
export const resolveConj: {
  (input: Tensor): Tensor;
} = asFunction('aten::resolve_conj');

/**
 * `aten::resolve_neg(Tensor(a) self) -> Tensor(a)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.resolve_neg.html
 */
export const resolveNeg: {
  (input: Tensor): Tensor;
} = asFunction('aten::resolve_neg');

/**
 * `aten::rms_norm(Tensor input, SymInt[] normalized_shape, Tensor? weight=None, float? eps=None) -> Tensor`
 */
export const rmsNorm: {
  (input: Tensor, normalizedShape: readonly Int[], weight?: Tensor | null, eps?: number | null): Tensor;
  (input: Tensor, options: { normalizedShape: readonly Int[]; weight?: Tensor | null; eps?: number | null }): Tensor;
  (input: Tensor, normalizedShape: readonly Int[], options: { weight?: Tensor | null; eps?: number | null }): Tensor;
  (input: Tensor, normalizedShape: readonly Int[], weight: Tensor | null, options: { eps?: number | null }): Tensor;
} = asFunction('aten::rms_norm');

/**
 * `aten::rnn_relu.data(Tensor data, Tensor batch_sizes, Tensor hx, Tensor[] params, bool has_biases, int num_layers, float dropout, bool train, bool bidirectional) -> (Tensor, Tensor)`
 * `aten::rnn_relu.input(Tensor input, Tensor hx, Tensor[] params, bool has_biases, int num_layers, float dropout, bool train, bool bidirectional, bool batch_first) -> (Tensor, Tensor)`
 */
export const rnnRelu: {
  (data: Tensor, batchSizes: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: Int, dropout: number, train: boolean, bidirectional: boolean): [Tensor, Tensor];
  (data: Tensor, options: { batchSizes: Tensor; hx: Tensor; params: readonly Tensor[]; hasBiases: boolean; numLayers: Int; dropout: number; train: boolean; bidirectional: boolean }): [Tensor, Tensor];
  (data: Tensor, batchSizes: Tensor, options: { hx: Tensor; params: readonly Tensor[]; hasBiases: boolean; numLayers: Int; dropout: number; train: boolean; bidirectional: boolean }): [Tensor, Tensor];
  (data: Tensor, batchSizes: Tensor, hx: Tensor, options: { params: readonly Tensor[]; hasBiases: boolean; numLayers: Int; dropout: number; train: boolean; bidirectional: boolean }): [Tensor, Tensor];
  (data: Tensor, batchSizes: Tensor, hx: Tensor, params: readonly Tensor[], options: { hasBiases: boolean; numLayers: Int; dropout: number; train: boolean; bidirectional: boolean }): [Tensor, Tensor];
  (data: Tensor, batchSizes: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, options: { numLayers: Int; dropout: number; train: boolean; bidirectional: boolean }): [Tensor, Tensor];
  (data: Tensor, batchSizes: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: Int, options: { dropout: number; train: boolean; bidirectional: boolean }): [Tensor, Tensor];
  (data: Tensor, batchSizes: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: Int, dropout: number, options: { train: boolean; bidirectional: boolean }): [Tensor, Tensor];
  (data: Tensor, batchSizes: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: Int, dropout: number, train: boolean, options: { bidirectional: boolean }): [Tensor, Tensor];
  (input: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: Int, dropout: number, train: boolean, bidirectional: boolean, batchFirst: boolean): [Tensor, Tensor];
  (input: Tensor, options: { hx: Tensor; params: readonly Tensor[]; hasBiases: boolean; numLayers: Int; dropout: number; train: boolean; bidirectional: boolean; batchFirst: boolean }): [Tensor, Tensor];
  (input: Tensor, hx: Tensor, options: { params: readonly Tensor[]; hasBiases: boolean; numLayers: Int; dropout: number; train: boolean; bidirectional: boolean; batchFirst: boolean }): [Tensor, Tensor];
  (input: Tensor, hx: Tensor, params: readonly Tensor[], options: { hasBiases: boolean; numLayers: Int; dropout: number; train: boolean; bidirectional: boolean; batchFirst: boolean }): [Tensor, Tensor];
  (input: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, options: { numLayers: Int; dropout: number; train: boolean; bidirectional: boolean; batchFirst: boolean }): [Tensor, Tensor];
  (input: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: Int, options: { dropout: number; train: boolean; bidirectional: boolean; batchFirst: boolean }): [Tensor, Tensor];
  (input: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: Int, dropout: number, options: { train: boolean; bidirectional: boolean; batchFirst: boolean }): [Tensor, Tensor];
  (input: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: Int, dropout: number, train: boolean, options: { bidirectional: boolean; batchFirst: boolean }): [Tensor, Tensor];
  (input: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: Int, dropout: number, train: boolean, bidirectional: boolean, options: { batchFirst: boolean }): [Tensor, Tensor];
} = asFunction('aten::rnn_relu');

/**
 * `aten::rnn_relu_cell(Tensor input, Tensor hx, Tensor w_ih, Tensor w_hh, Tensor? b_ih=None, Tensor? b_hh=None) -> Tensor`
 */
export const rnnReluCell: {
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh?: Tensor | null, bHh?: Tensor | null): Tensor;
  (input: Tensor, options: { hx: Tensor; wIh: Tensor; wHh: Tensor; bIh?: Tensor | null; bHh?: Tensor | null }): Tensor;
  (input: Tensor, hx: Tensor, options: { wIh: Tensor; wHh: Tensor; bIh?: Tensor | null; bHh?: Tensor | null }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, options: { wHh: Tensor; bIh?: Tensor | null; bHh?: Tensor | null }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, options: { bIh?: Tensor | null; bHh?: Tensor | null }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor | null, options: { bHh?: Tensor | null }): Tensor;
} = asFunction('aten::rnn_relu_cell');

/**
 * `aten::rnn_tanh.data(Tensor data, Tensor batch_sizes, Tensor hx, Tensor[] params, bool has_biases, int num_layers, float dropout, bool train, bool bidirectional) -> (Tensor, Tensor)`
 * `aten::rnn_tanh.input(Tensor input, Tensor hx, Tensor[] params, bool has_biases, int num_layers, float dropout, bool train, bool bidirectional, bool batch_first) -> (Tensor, Tensor)`
 */
export const rnnTanh: {
  (data: Tensor, batchSizes: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: Int, dropout: number, train: boolean, bidirectional: boolean): [Tensor, Tensor];
  (data: Tensor, options: { batchSizes: Tensor; hx: Tensor; params: readonly Tensor[]; hasBiases: boolean; numLayers: Int; dropout: number; train: boolean; bidirectional: boolean }): [Tensor, Tensor];
  (data: Tensor, batchSizes: Tensor, options: { hx: Tensor; params: readonly Tensor[]; hasBiases: boolean; numLayers: Int; dropout: number; train: boolean; bidirectional: boolean }): [Tensor, Tensor];
  (data: Tensor, batchSizes: Tensor, hx: Tensor, options: { params: readonly Tensor[]; hasBiases: boolean; numLayers: Int; dropout: number; train: boolean; bidirectional: boolean }): [Tensor, Tensor];
  (data: Tensor, batchSizes: Tensor, hx: Tensor, params: readonly Tensor[], options: { hasBiases: boolean; numLayers: Int; dropout: number; train: boolean; bidirectional: boolean }): [Tensor, Tensor];
  (data: Tensor, batchSizes: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, options: { numLayers: Int; dropout: number; train: boolean; bidirectional: boolean }): [Tensor, Tensor];
  (data: Tensor, batchSizes: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: Int, options: { dropout: number; train: boolean; bidirectional: boolean }): [Tensor, Tensor];
  (data: Tensor, batchSizes: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: Int, dropout: number, options: { train: boolean; bidirectional: boolean }): [Tensor, Tensor];
  (data: Tensor, batchSizes: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: Int, dropout: number, train: boolean, options: { bidirectional: boolean }): [Tensor, Tensor];
  (input: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: Int, dropout: number, train: boolean, bidirectional: boolean, batchFirst: boolean): [Tensor, Tensor];
  (input: Tensor, options: { hx: Tensor; params: readonly Tensor[]; hasBiases: boolean; numLayers: Int; dropout: number; train: boolean; bidirectional: boolean; batchFirst: boolean }): [Tensor, Tensor];
  (input: Tensor, hx: Tensor, options: { params: readonly Tensor[]; hasBiases: boolean; numLayers: Int; dropout: number; train: boolean; bidirectional: boolean; batchFirst: boolean }): [Tensor, Tensor];
  (input: Tensor, hx: Tensor, params: readonly Tensor[], options: { hasBiases: boolean; numLayers: Int; dropout: number; train: boolean; bidirectional: boolean; batchFirst: boolean }): [Tensor, Tensor];
  (input: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, options: { numLayers: Int; dropout: number; train: boolean; bidirectional: boolean; batchFirst: boolean }): [Tensor, Tensor];
  (input: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: Int, options: { dropout: number; train: boolean; bidirectional: boolean; batchFirst: boolean }): [Tensor, Tensor];
  (input: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: Int, dropout: number, options: { train: boolean; bidirectional: boolean; batchFirst: boolean }): [Tensor, Tensor];
  (input: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: Int, dropout: number, train: boolean, options: { bidirectional: boolean; batchFirst: boolean }): [Tensor, Tensor];
  (input: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: Int, dropout: number, train: boolean, bidirectional: boolean, options: { batchFirst: boolean }): [Tensor, Tensor];
} = asFunction('aten::rnn_tanh');

/**
 * `aten::rnn_tanh_cell(Tensor input, Tensor hx, Tensor w_ih, Tensor w_hh, Tensor? b_ih=None, Tensor? b_hh=None) -> Tensor`
 */
export const rnnTanhCell: {
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh?: Tensor | null, bHh?: Tensor | null): Tensor;
  (input: Tensor, options: { hx: Tensor; wIh: Tensor; wHh: Tensor; bIh?: Tensor | null; bHh?: Tensor | null }): Tensor;
  (input: Tensor, hx: Tensor, options: { wIh: Tensor; wHh: Tensor; bIh?: Tensor | null; bHh?: Tensor | null }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, options: { wHh: Tensor; bIh?: Tensor | null; bHh?: Tensor | null }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, options: { bIh?: Tensor | null; bHh?: Tensor | null }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor | null, options: { bHh?: Tensor | null }): Tensor;
} = asFunction('aten::rnn_tanh_cell');

/**
 * `aten::roll(Tensor self, SymInt[1] shifts, int[1] dims=[]) -> Tensor`
 * `aten::roll.out(Tensor self, SymInt[1] shifts, int[1] dims=[], *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.roll.html
 */
export const roll: {
  (input: Tensor, shifts: Int | readonly Int[], dims?: Int | readonly Int[]): Tensor;
  (input: Tensor, options: { shifts: Int | readonly Int[]; dims?: Int | readonly Int[] }): Tensor;
  (input: Tensor, shifts: Int | readonly Int[], options: { dims?: Int | readonly Int[] }): Tensor;
  (input: Tensor, shifts: Int | readonly Int[], dims: Int | readonly Int[] | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { shifts: Int | readonly Int[]; dims?: Int | readonly Int[]; out: Tensor }): Tensor;
  (input: Tensor, shifts: Int | readonly Int[], options: { dims?: Int | readonly Int[]; out: Tensor }): Tensor;
} = asFunction('aten::roll');

/**
 * `aten::rot90(Tensor self, int k=1, int[] dims=[0, 1]) -> Tensor`
 * `aten::rot90.out(Tensor self, int k=1, int[] dims=[0, 1], *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.rot90.html
 */
export const rot90: {
  (input: Tensor, k?: Int, dims?: readonly Int[]): Tensor;
  (input: Tensor, options: { k?: Int; dims?: readonly Int[] }): Tensor;
  (input: Tensor, k: Int, options: { dims?: readonly Int[] }): Tensor;
  (input: Tensor, k: Int | undefined, dims: readonly Int[] | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { k?: Int; dims?: readonly Int[]; out: Tensor }): Tensor;
  (input: Tensor, k: Int, options: { dims?: readonly Int[]; out: Tensor }): Tensor;
} = asFunction('aten::rot90');

/**
 * `aten::round(Tensor self) -> Tensor`
 * `aten::round.decimals(Tensor self, *, int decimals) -> Tensor`
 * `aten::round.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::round.decimals_out(Tensor self, *, int decimals, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.round.html
 */
export const round: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { decimals: Int }): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { decimals: Int; out: Tensor }): Tensor;
} = asFunction('aten::round');

/**
 * `aten::round_(Tensor(a!) self) -> Tensor(a!)`
 * `aten::round_.decimals(Tensor(a!) self, *, int decimals) -> Tensor(a!)`
 */
export const round_: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { decimals: Int }): Tensor;
} = asFunction('aten::round_');

/**
 * `aten::row_indices_copy(Tensor self) -> Tensor`
 * `aten::row_indices_copy.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const rowIndicesCopy: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::row_indices_copy');

/**
 * `aten::row_stack(Tensor[] tensors) -> Tensor`
 * `aten::row_stack.out(Tensor[] tensors, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.row_stack.html
 */
export const rowStack: {
  (tensors: readonly Tensor[]): Tensor;
  (tensors: readonly Tensor[], options: { out: Tensor }): Tensor;
} = asFunction('aten::row_stack');

/**
 * `aten::rrelu(Tensor self, Scalar lower=0.125, Scalar upper=0.33333333333333331, bool training=False, Generator? generator=None) -> Tensor`
 */
export const rrelu: {
  (input: Tensor, lower?: Scalar, upper?: Scalar, training?: boolean, generator?: Generator | null): Tensor;
  (input: Tensor, options: { lower?: Scalar; upper?: Scalar; training?: boolean; generator?: Generator | null }): Tensor;
  (input: Tensor, lower: Scalar, options: { upper?: Scalar; training?: boolean; generator?: Generator | null }): Tensor;
  (input: Tensor, lower: Scalar, upper: Scalar, options: { training?: boolean; generator?: Generator | null }): Tensor;
  (input: Tensor, lower: Scalar, upper: Scalar, training: boolean, options: { generator?: Generator | null }): Tensor;
} = asFunction('aten::rrelu');

/**
 * `aten::rrelu_(Tensor(a!) self, Scalar lower=0.125, Scalar upper=0.33333333333333331, bool training=False, Generator? generator=None) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.rrelu_.html
 */
export const rrelu_: {
  (input: Tensor, lower?: Scalar, upper?: Scalar, training?: boolean, generator?: Generator | null): Tensor;
  (input: Tensor, options: { lower?: Scalar; upper?: Scalar; training?: boolean; generator?: Generator | null }): Tensor;
  (input: Tensor, lower: Scalar, options: { upper?: Scalar; training?: boolean; generator?: Generator | null }): Tensor;
  (input: Tensor, lower: Scalar, upper: Scalar, options: { training?: boolean; generator?: Generator | null }): Tensor;
  (input: Tensor, lower: Scalar, upper: Scalar, training: boolean, options: { generator?: Generator | null }): Tensor;
} = asFunction('aten::rrelu_');

/**
 * `aten::rsqrt(Tensor self) -> Tensor`
 * `aten::rsqrt.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.rsqrt.html
 */
export const rsqrt: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::rsqrt');

/**
 * `aten::rsqrt_(Tensor(a!) self) -> Tensor(a!)`
 */
export const rsqrt_: {
  (input: Tensor): Tensor;
} = asFunction('aten::rsqrt_');

/**
 * `aten::rsub.Tensor(Tensor self, Tensor other, *, Scalar alpha=1) -> Tensor`
 * `aten::rsub.Scalar(Tensor self, Scalar other, Scalar alpha=1) -> Tensor`
 * `aten::rsub.Tensor_out(Tensor self, Tensor other, *, Scalar alpha=1, Tensor(a!) out) -> Tensor(a!)`
 * `aten::rsub.Scalar_out(Tensor self, Scalar other, Scalar alpha=1, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const rsub: {
  (input: Tensor, other: Tensor, options?: { alpha?: Scalar }): Tensor;
  (input: Tensor, options: { other: Tensor; alpha?: Scalar }): Tensor;
  (input: Tensor, other: Scalar, alpha?: Scalar): Tensor;
  (input: Tensor, options: { other: Scalar; alpha?: Scalar }): Tensor;
  (input: Tensor, other: Scalar, options: { alpha?: Scalar }): Tensor;
  (input: Tensor, other: Tensor, options: { alpha?: Scalar; out: Tensor }): Tensor;
  (input: Tensor, options: { other: Tensor; alpha?: Scalar; out: Tensor }): Tensor;
  (input: Tensor, other: Scalar, alpha: Scalar | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Scalar; alpha?: Scalar; out: Tensor }): Tensor;
  (input: Tensor, other: Scalar, options: { alpha?: Scalar; out: Tensor }): Tensor;
} = asFunction('aten::rsub');

/**
 * `aten::scalar_tensor(Scalar s, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::scalar_tensor.out(Scalar s, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const scalarTensor: {
  (s: Scalar, options?: { dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (options: { s: Scalar; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (s: Scalar, options: { out: Tensor }): Tensor;
  (options: { s: Scalar; out: Tensor }): Tensor;
} = asFunction('aten::scalar_tensor');

/**
 * `aten::scatter.src(Tensor self, int dim, Tensor index, Tensor src) -> Tensor`
 * `aten::scatter.reduce(Tensor self, int dim, Tensor index, Tensor src, *, str reduce) -> Tensor`
 * `aten::scatter.value(Tensor self, int dim, Tensor index, Scalar value) -> Tensor`
 * `aten::scatter.value_reduce(Tensor self, int dim, Tensor index, Scalar value, *, str reduce) -> Tensor`
 * `aten::scatter.src_out(Tensor self, int dim, Tensor index, Tensor src, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::scatter.value_out(Tensor self, int dim, Tensor index, Scalar value, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::scatter.reduce_out(Tensor self, int dim, Tensor index, Tensor src, *, str reduce, Tensor(a!) out) -> Tensor(a!)`
 * `aten::scatter.value_reduce_out(Tensor self, int dim, Tensor index, Scalar value, *, str reduce, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.scatter.html
 */
export const scatter: {
  (input: Tensor, dim: Int, index: Tensor, src: Tensor): Tensor;
  (input: Tensor, options: { dim: Int; index: Tensor; src: Tensor }): Tensor;
  (input: Tensor, dim: Int, options: { index: Tensor; src: Tensor }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, options: { src: Tensor }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, src: Tensor, options: { reduce: string }): Tensor;
  (input: Tensor, options: { dim: Int; index: Tensor; src: Tensor; reduce: string }): Tensor;
  (input: Tensor, dim: Int, options: { index: Tensor; src: Tensor; reduce: string }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, options: { src: Tensor; reduce: string }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, value: Scalar): Tensor;
  (input: Tensor, options: { dim: Int; index: Tensor; value: Scalar }): Tensor;
  (input: Tensor, dim: Int, options: { index: Tensor; value: Scalar }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, options: { value: Scalar }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, value: Scalar, options: { reduce: string }): Tensor;
  (input: Tensor, options: { dim: Int; index: Tensor; value: Scalar; reduce: string }): Tensor;
  (input: Tensor, dim: Int, options: { index: Tensor; value: Scalar; reduce: string }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, options: { value: Scalar; reduce: string }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, src: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { dim: Int; index: Tensor; src: Tensor; out: Tensor }): Tensor;
  (input: Tensor, dim: Int, options: { index: Tensor; src: Tensor; out: Tensor }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, options: { src: Tensor; out: Tensor }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, value: Scalar, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { dim: Int; index: Tensor; value: Scalar; out: Tensor }): Tensor;
  (input: Tensor, dim: Int, options: { index: Tensor; value: Scalar; out: Tensor }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, options: { value: Scalar; out: Tensor }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, src: Tensor, options: { reduce: string; out: Tensor }): Tensor;
  (input: Tensor, options: { dim: Int; index: Tensor; src: Tensor; reduce: string; out: Tensor }): Tensor;
  (input: Tensor, dim: Int, options: { index: Tensor; src: Tensor; reduce: string; out: Tensor }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, options: { src: Tensor; reduce: string; out: Tensor }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, value: Scalar, options: { reduce: string; out: Tensor }): Tensor;
  (input: Tensor, options: { dim: Int; index: Tensor; value: Scalar; reduce: string; out: Tensor }): Tensor;
  (input: Tensor, dim: Int, options: { index: Tensor; value: Scalar; reduce: string; out: Tensor }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, options: { value: Scalar; reduce: string; out: Tensor }): Tensor;
} = asFunction('aten::scatter');

/**
 * `aten::scatter_add(Tensor self, int dim, Tensor index, Tensor src) -> Tensor`
 * `aten::scatter_add.out(Tensor self, int dim, Tensor index, Tensor src, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.scatter_add.html
 */
export const scatterAdd: {
  (input: Tensor, dim: Int, index: Tensor, src: Tensor): Tensor;
  (input: Tensor, options: { dim: Int; index: Tensor; src: Tensor }): Tensor;
  (input: Tensor, dim: Int, options: { index: Tensor; src: Tensor }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, options: { src: Tensor }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, src: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { dim: Int; index: Tensor; src: Tensor; out: Tensor }): Tensor;
  (input: Tensor, dim: Int, options: { index: Tensor; src: Tensor; out: Tensor }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, options: { src: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::scatter_add');

/**
 * `aten::scatter_reduce.two(Tensor self, int dim, Tensor index, Tensor src, str reduce, *, bool include_self=True) -> Tensor`
 * `aten::scatter_reduce.two_out(Tensor self, int dim, Tensor index, Tensor src, str reduce, *, bool include_self=True, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.scatter_reduce.html
 */
export const scatterReduce: {
  (input: Tensor, dim: Int, index: Tensor, src: Tensor, reduce: string, options?: { includeSelf?: boolean }): Tensor;
  (input: Tensor, options: { dim: Int; index: Tensor; src: Tensor; reduce: string; includeSelf?: boolean }): Tensor;
  (input: Tensor, dim: Int, options: { index: Tensor; src: Tensor; reduce: string; includeSelf?: boolean }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, options: { src: Tensor; reduce: string; includeSelf?: boolean }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, src: Tensor, options: { reduce: string; includeSelf?: boolean }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, src: Tensor, reduce: string, options: { includeSelf?: boolean; out: Tensor }): Tensor;
  (input: Tensor, options: { dim: Int; index: Tensor; src: Tensor; reduce: string; includeSelf?: boolean; out: Tensor }): Tensor;
  (input: Tensor, dim: Int, options: { index: Tensor; src: Tensor; reduce: string; includeSelf?: boolean; out: Tensor }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, options: { src: Tensor; reduce: string; includeSelf?: boolean; out: Tensor }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, src: Tensor, options: { reduce: string; includeSelf?: boolean; out: Tensor }): Tensor;
} = asFunction('aten::scatter_reduce');

/**
 * `aten::searchsorted.Tensor(Tensor sorted_sequence, Tensor self, *, bool out_int32=False, bool right=False, str? side=None, Tensor? sorter=None) -> Tensor`
 * `aten::searchsorted.Scalar(Tensor sorted_sequence, Scalar self, *, bool out_int32=False, bool right=False, str? side=None, Tensor? sorter=None) -> Tensor`
 * `aten::searchsorted.Scalar_out(Tensor sorted_sequence, Scalar self, *, bool out_int32=False, bool right=False, str? side=None, Tensor? sorter=None, Tensor(a!) out) -> Tensor(a!)`
 * `aten::searchsorted.Tensor_out(Tensor sorted_sequence, Tensor self, *, bool out_int32=False, bool right=False, str? side=None, Tensor? sorter=None, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.searchsorted.html
 */
export const searchsorted: {
  (sortedSequence: Tensor, input: Tensor, options?: { outInt32?: boolean; right?: boolean; side?: string | null; sorter?: Tensor | null }): Tensor;
  (sortedSequence: Tensor, options: { input: Tensor; outInt32?: boolean; right?: boolean; side?: string | null; sorter?: Tensor | null }): Tensor;
  (sortedSequence: Tensor, input: Scalar, options?: { outInt32?: boolean; right?: boolean; side?: string | null; sorter?: Tensor | null }): Tensor;
  (sortedSequence: Tensor, options: { input: Scalar; outInt32?: boolean; right?: boolean; side?: string | null; sorter?: Tensor | null }): Tensor;
  (sortedSequence: Tensor, input: Scalar, options: { outInt32?: boolean; right?: boolean; side?: string | null; sorter?: Tensor | null; out: Tensor }): Tensor;
  (sortedSequence: Tensor, options: { input: Scalar; outInt32?: boolean; right?: boolean; side?: string | null; sorter?: Tensor | null; out: Tensor }): Tensor;
  (sortedSequence: Tensor, input: Tensor, options: { outInt32?: boolean; right?: boolean; side?: string | null; sorter?: Tensor | null; out: Tensor }): Tensor;
  (sortedSequence: Tensor, options: { input: Tensor; outInt32?: boolean; right?: boolean; side?: string | null; sorter?: Tensor | null; out: Tensor }): Tensor;
} = asFunction('aten::searchsorted');

/**
 * `aten::segment_reduce(Tensor data, str reduce, *, Tensor? lengths=None, Tensor? indices=None, Tensor? offsets=None, int axis=0, bool unsafe=False, Scalar? initial=None) -> Tensor`
 * `aten::segment_reduce.out(Tensor data, str reduce, *, Tensor? lengths=None, Tensor? indices=None, Tensor? offsets=None, int axis=0, bool unsafe=False, Scalar? initial=None, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.segment_reduce.html
 */
export const segmentReduce: {
  (data: Tensor, reduce: string, options?: { lengths?: Tensor | null; indices?: Tensor | null; offsets?: Tensor | null; axis?: Int; unsafe?: boolean; initial?: Scalar | null }): Tensor;
  (data: Tensor, options: { reduce: string; lengths?: Tensor | null; indices?: Tensor | null; offsets?: Tensor | null; axis?: Int; unsafe?: boolean; initial?: Scalar | null }): Tensor;
  (data: Tensor, reduce: string, options: { lengths?: Tensor | null; indices?: Tensor | null; offsets?: Tensor | null; axis?: Int; unsafe?: boolean; initial?: Scalar | null; out: Tensor }): Tensor;
  (data: Tensor, options: { reduce: string; lengths?: Tensor | null; indices?: Tensor | null; offsets?: Tensor | null; axis?: Int; unsafe?: boolean; initial?: Scalar | null; out: Tensor }): Tensor;
} = asFunction('aten::segment_reduce');

/**
 * `aten::select.int(Tensor(a) self, int dim, SymInt index) -> Tensor(a)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.select.html
 */
export const select: {
  (input: Tensor, dim: Int, index: Int): Tensor;
  (input: Tensor, options: { dim: Int; index: Int }): Tensor;
  (input: Tensor, dim: Int, options: { index: Int }): Tensor;
} = asFunction('aten::select');

/**
 * `aten::select_copy.int(Tensor self, int dim, SymInt index) -> Tensor`
 * `aten::select_copy.int_out(Tensor self, int dim, SymInt index, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const selectCopy: {
  (input: Tensor, dim: Int, index: Int): Tensor;
  (input: Tensor, options: { dim: Int; index: Int }): Tensor;
  (input: Tensor, dim: Int, options: { index: Int }): Tensor;
  (input: Tensor, dim: Int, index: Int, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { dim: Int; index: Int; out: Tensor }): Tensor;
  (input: Tensor, dim: Int, options: { index: Int; out: Tensor }): Tensor;
} = asFunction('aten::select_copy');

/**
 * `aten::select_scatter(Tensor self, Tensor src, int dim, SymInt index) -> Tensor`
 * `aten::select_scatter.out(Tensor self, Tensor src, int dim, SymInt index, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.select_scatter.html
 */
export const selectScatter: {
  (input: Tensor, src: Tensor, dim: Int, index: Int): Tensor;
  (input: Tensor, options: { src: Tensor; dim: Int; index: Int }): Tensor;
  (input: Tensor, src: Tensor, options: { dim: Int; index: Int }): Tensor;
  (input: Tensor, src: Tensor, dim: Int, options: { index: Int }): Tensor;
  (input: Tensor, src: Tensor, dim: Int, index: Int, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { src: Tensor; dim: Int; index: Int; out: Tensor }): Tensor;
  (input: Tensor, src: Tensor, options: { dim: Int; index: Int; out: Tensor }): Tensor;
  (input: Tensor, src: Tensor, dim: Int, options: { index: Int; out: Tensor }): Tensor;
} = asFunction('aten::select_scatter');

/**
 * `aten::selu(Tensor self) -> Tensor`
 */
export const selu: {
  (input: Tensor): Tensor;
} = asFunction('aten::selu');

/**
 * `aten::selu_(Tensor(a!) self) -> Tensor(a!)`
 */
export const selu_: {
  (input: Tensor): Tensor;
} = asFunction('aten::selu_');

/**
 * `aten::sgn(Tensor self) -> Tensor`
 * `aten::sgn.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.sgn.html
 */
export const sgn: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::sgn');

/**
 * `aten::sigmoid(Tensor self) -> Tensor`
 * `aten::sigmoid.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.sigmoid.html
 */
export const sigmoid: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::sigmoid');

/**
 * `aten::sigmoid_(Tensor(a!) self) -> Tensor(a!)`
 */
export const sigmoid_: {
  (input: Tensor): Tensor;
} = asFunction('aten::sigmoid_');

/**
 * `aten::sign(Tensor self) -> Tensor`
 * `aten::sign.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.sign.html
 */
export const sign: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::sign');

/**
 * `aten::signbit(Tensor self) -> Tensor`
 * `aten::signbit.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.signbit.html
 */
export const signbit: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::signbit');

/**
 * `aten::sin(Tensor self) -> Tensor`
 * `aten::sin.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.sin.html
 */
export const sin: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::sin');

/**
 * `aten::sin_(Tensor(a!) self) -> Tensor(a!)`
 */
export const sin_: {
  (input: Tensor): Tensor;
} = asFunction('aten::sin_');

/**
 * `aten::sinc(Tensor self) -> Tensor`
 * `aten::sinc.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.sinc.html
 */
export const sinc: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::sinc');

/**
 * `aten::sinc_(Tensor(a!) self) -> Tensor(a!)`
 */
export const sinc_: {
  (input: Tensor): Tensor;
} = asFunction('aten::sinc_');

/**
 * `aten::sinh(Tensor self) -> Tensor`
 * `aten::sinh.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.sinh.html
 */
export const sinh: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::sinh');

/**
 * `aten::sinh_(Tensor(a!) self) -> Tensor(a!)`
 */
export const sinh_: {
  (input: Tensor): Tensor;
} = asFunction('aten::sinh_');

/**
 * `aten::slice_copy.Tensor(Tensor self, int dim=0, SymInt? start=None, SymInt? end=None, SymInt step=1) -> Tensor`
 * `aten::slice_copy.Tensor_out(Tensor self, int dim=0, SymInt? start=None, SymInt? end=None, SymInt step=1, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const sliceCopy: {
  (input: Tensor, dim?: Int, start?: Int | null, end?: Int | null, step?: Int): Tensor;
  (input: Tensor, options: { dim?: Int; start?: Int | null; end?: Int | null; step?: Int }): Tensor;
  (input: Tensor, dim: Int, options: { start?: Int | null; end?: Int | null; step?: Int }): Tensor;
  (input: Tensor, dim: Int, start: Int | null, options: { end?: Int | null; step?: Int }): Tensor;
  (input: Tensor, dim: Int, start: Int | null, end: Int | null, options: { step?: Int }): Tensor;
  (input: Tensor, dim: Int | undefined, start: Int | null | undefined, end: Int | null | undefined, step: Int | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { dim?: Int; start?: Int | null; end?: Int | null; step?: Int; out: Tensor }): Tensor;
  (input: Tensor, dim: Int, options: { start?: Int | null; end?: Int | null; step?: Int; out: Tensor }): Tensor;
  (input: Tensor, dim: Int, start: Int | null, options: { end?: Int | null; step?: Int; out: Tensor }): Tensor;
  (input: Tensor, dim: Int, start: Int | null, end: Int | null, options: { step?: Int; out: Tensor }): Tensor;
} = asFunction('aten::slice_copy');

/**
 * `aten::slice_inverse(Tensor(a) self, Tensor src, int dim=0, SymInt? start=None, SymInt? end=None, SymInt step=1) -> Tensor(a)`
 */
export const sliceInverse: {
  (input: Tensor, src: Tensor, dim?: Int, start?: Int | null, end?: Int | null, step?: Int): Tensor;
  (input: Tensor, options: { src: Tensor; dim?: Int; start?: Int | null; end?: Int | null; step?: Int }): Tensor;
  (input: Tensor, src: Tensor, options: { dim?: Int; start?: Int | null; end?: Int | null; step?: Int }): Tensor;
  (input: Tensor, src: Tensor, dim: Int, options: { start?: Int | null; end?: Int | null; step?: Int }): Tensor;
  (input: Tensor, src: Tensor, dim: Int, start: Int | null, options: { end?: Int | null; step?: Int }): Tensor;
  (input: Tensor, src: Tensor, dim: Int, start: Int | null, end: Int | null, options: { step?: Int }): Tensor;
} = asFunction('aten::slice_inverse');

/**
 * `aten::slice_scatter(Tensor self, Tensor src, int dim=0, SymInt? start=None, SymInt? end=None, SymInt step=1) -> Tensor`
 * `aten::slice_scatter.out(Tensor self, Tensor src, int dim=0, SymInt? start=None, SymInt? end=None, SymInt step=1, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.slice_scatter.html
 */
export const sliceScatter: {
  (input: Tensor, src: Tensor, dim?: Int, start?: Int | null, end?: Int | null, step?: Int): Tensor;
  (input: Tensor, options: { src: Tensor; dim?: Int; start?: Int | null; end?: Int | null; step?: Int }): Tensor;
  (input: Tensor, src: Tensor, options: { dim?: Int; start?: Int | null; end?: Int | null; step?: Int }): Tensor;
  (input: Tensor, src: Tensor, dim: Int, options: { start?: Int | null; end?: Int | null; step?: Int }): Tensor;
  (input: Tensor, src: Tensor, dim: Int, start: Int | null, options: { end?: Int | null; step?: Int }): Tensor;
  (input: Tensor, src: Tensor, dim: Int, start: Int | null, end: Int | null, options: { step?: Int }): Tensor;
  (input: Tensor, src: Tensor, dim: Int | undefined, start: Int | null | undefined, end: Int | null | undefined, step: Int | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { src: Tensor; dim?: Int; start?: Int | null; end?: Int | null; step?: Int; out: Tensor }): Tensor;
  (input: Tensor, src: Tensor, options: { dim?: Int; start?: Int | null; end?: Int | null; step?: Int; out: Tensor }): Tensor;
  (input: Tensor, src: Tensor, dim: Int, options: { start?: Int | null; end?: Int | null; step?: Int; out: Tensor }): Tensor;
  (input: Tensor, src: Tensor, dim: Int, start: Int | null, options: { end?: Int | null; step?: Int; out: Tensor }): Tensor;
  (input: Tensor, src: Tensor, dim: Int, start: Int | null, end: Int | null, options: { step?: Int; out: Tensor }): Tensor;
} = asFunction('aten::slice_scatter');

/**
 * `aten::slogdet(Tensor self) -> (Tensor sign, Tensor logabsdet)`
 * `aten::slogdet.out(Tensor self, *, Tensor(a!) sign, Tensor(b!) logabsdet) -> (Tensor(a!) sign, Tensor(b!) logabsdet)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.slogdet.html
 */
export const slogdet: {
  (input: Tensor): [sign: Tensor, logabsdet: Tensor];
  (input: Tensor, options: { out: readonly [Tensor, Tensor] }): [sign: Tensor, logabsdet: Tensor];
} = asFunction('aten::slogdet');

/**
 * `aten::smm(Tensor self, Tensor mat2) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.smm.html
 */
export const smm: {
  (input: Tensor, mat2: Tensor): Tensor;
  (input: Tensor, options: { mat2: Tensor }): Tensor;
} = asFunction('aten::smm');

/**
 * `aten::softmax.int(Tensor self, int dim, ScalarType? dtype=None) -> Tensor`
 * `aten::softmax.int_out(Tensor self, int dim, ScalarType? dtype=None, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.softmax.html
 */
export const softmax: {
  (input: Tensor, dim: Int, dtype?: DType | null): Tensor;
  (input: Tensor, options: { dim: Int; dtype?: DType | null }): Tensor;
  (input: Tensor, dim: Int, options: { dtype?: DType | null }): Tensor;
  (input: Tensor, dim: Int, dtype: DType | null | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { dim: Int; dtype?: DType | null; out: Tensor }): Tensor;
  (input: Tensor, dim: Int, options: { dtype?: DType | null; out: Tensor }): Tensor;
} = asFunction('aten::softmax');

/**
 * `aten::sort.stable(Tensor self, *, bool? stable, int dim=-1, bool descending=False) -> (Tensor values, Tensor indices)`
 * `aten::sort(Tensor self, int dim=-1, bool descending=False) -> (Tensor values, Tensor indices)`
 * `aten::sort.values_stable(Tensor self, *, bool? stable, int dim=-1, bool descending=False, Tensor(a!) values, Tensor(b!) indices) -> (Tensor(a!) values, Tensor(b!) indices)`
 * `aten::sort.values(Tensor self, int dim=-1, bool descending=False, *, Tensor(a!) values, Tensor(b!) indices) -> (Tensor(a!) values, Tensor(b!) indices)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.sort.html
 */
export const sort: {
  (input: Tensor, options?: { stable?: boolean | null; dim?: Int; descending?: boolean }): [values: Tensor, indices: Tensor];
  (input: Tensor, dim?: Int, descending?: boolean): [values: Tensor, indices: Tensor];
  (input: Tensor, options: { dim?: Int; descending?: boolean }): [values: Tensor, indices: Tensor];
  (input: Tensor, dim: Int, options: { descending?: boolean }): [values: Tensor, indices: Tensor];
  (input: Tensor, options: { stable?: boolean | null; dim?: Int; descending?: boolean; out: readonly [Tensor, Tensor] }): [values: Tensor, indices: Tensor];
  (input: Tensor, dim: Int | undefined, descending: boolean | undefined, options: { out: readonly [Tensor, Tensor] }): [values: Tensor, indices: Tensor];
  (input: Tensor, options: { dim?: Int; descending?: boolean; out: readonly [Tensor, Tensor] }): [values: Tensor, indices: Tensor];
  (input: Tensor, dim: Int, options: { descending?: boolean; out: readonly [Tensor, Tensor] }): [values: Tensor, indices: Tensor];
} = asFunction('aten::sort');

/**
 * `aten::split_copy.Tensor(Tensor self, SymInt split_size, int dim=0) -> Tensor[]`
 * `aten::split_copy.Tensor_out(Tensor self, SymInt split_size, int dim=0, *, Tensor(a!)[] out) -> ()`
 */
export const splitCopy: {
  (input: Tensor, splitSize: Int, dim?: Int): Tensor[];
  (input: Tensor, options: { splitSize: Int; dim?: Int }): Tensor[];
  (input: Tensor, splitSize: Int, options: { dim?: Int }): Tensor[];
  (input: Tensor, splitSize: Int, dim: Int | undefined, options: { out: Tensor[] }): void;
  (input: Tensor, options: { splitSize: Int; dim?: Int; out: Tensor[] }): void;
  (input: Tensor, splitSize: Int, options: { dim?: Int; out: Tensor[] }): void;
} = asFunction('aten::split_copy');

/**
 * `aten::split_with_sizes(Tensor(a -> *) self, SymInt[] split_sizes, int dim=0) -> Tensor(a)[]`
 */
export const splitWithSizes: {
  (input: Tensor, splitSizes: readonly Int[], dim?: Int): Tensor[];
  (input: Tensor, options: { splitSizes: readonly Int[]; dim?: Int }): Tensor[];
  (input: Tensor, splitSizes: readonly Int[], options: { dim?: Int }): Tensor[];
} = asFunction('aten::split_with_sizes');

/**
 * `aten::split_with_sizes_copy(Tensor self, SymInt[] split_sizes, int dim=0) -> Tensor[]`
 * `aten::split_with_sizes_copy.out(Tensor self, SymInt[] split_sizes, int dim=0, *, Tensor(a!)[] out) -> ()`
 */
export const splitWithSizesCopy: {
  (input: Tensor, splitSizes: readonly Int[], dim?: Int): Tensor[];
  (input: Tensor, options: { splitSizes: readonly Int[]; dim?: Int }): Tensor[];
  (input: Tensor, splitSizes: readonly Int[], options: { dim?: Int }): Tensor[];
  (input: Tensor, splitSizes: readonly Int[], dim: Int | undefined, options: { out: Tensor[] }): void;
  (input: Tensor, options: { splitSizes: readonly Int[]; dim?: Int; out: Tensor[] }): void;
  (input: Tensor, splitSizes: readonly Int[], options: { dim?: Int; out: Tensor[] }): void;
} = asFunction('aten::split_with_sizes_copy');

/**
 * `aten::sqrt(Tensor self) -> Tensor`
 * `aten::sqrt.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.sqrt.html
 */
export const sqrt: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::sqrt');

/**
 * `aten::sqrt_(Tensor(a!) self) -> Tensor(a!)`
 */
export const sqrt_: {
  (input: Tensor): Tensor;
} = asFunction('aten::sqrt_');

/**
 * `aten::square(Tensor self) -> Tensor`
 * `aten::square.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.square.html
 */
export const square: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::square');

/**
 * `aten::square_(Tensor(a!) self) -> Tensor(a!)`
 */
export const square_: {
  (input: Tensor): Tensor;
} = asFunction('aten::square_');

/**
 * `aten::squeeze(Tensor(a) self) -> Tensor(a)`
 * `aten::squeeze.dim(Tensor(a) self, int dim) -> Tensor(a)`
 * `aten::squeeze.dims(Tensor(a) self, int[] dim) -> Tensor(a)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.squeeze.html
 */
export const squeeze: {
  (input: Tensor): Tensor;
  (input: Tensor, dim: Int): Tensor;
  (input: Tensor, options: { dim: Int }): Tensor;
  (input: Tensor, dim: readonly Int[]): Tensor;
  (input: Tensor, options: { dim: readonly Int[] }): Tensor;
} = asFunction('aten::squeeze');

/**
 * `aten::squeeze_copy(Tensor self) -> Tensor`
 * `aten::squeeze_copy.dim(Tensor self, int dim) -> Tensor`
 * `aten::squeeze_copy.dims(Tensor self, int[] dim) -> Tensor`
 * `aten::squeeze_copy.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::squeeze_copy.dim_out(Tensor self, int dim, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::squeeze_copy.dims_out(Tensor self, int[] dim, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const squeezeCopy: {
  (input: Tensor): Tensor;
  (input: Tensor, dim: Int): Tensor;
  (input: Tensor, options: { dim: Int }): Tensor;
  (input: Tensor, dim: readonly Int[]): Tensor;
  (input: Tensor, options: { dim: readonly Int[] }): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, dim: Int, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { dim: Int; out: Tensor }): Tensor;
  (input: Tensor, dim: readonly Int[], options: { out: Tensor }): Tensor;
  (input: Tensor, options: { dim: readonly Int[]; out: Tensor }): Tensor;
} = asFunction('aten::squeeze_copy');

/**
 * `aten::sspaddmm(Tensor self, Tensor mat1, Tensor mat2, *, Scalar beta=1, Scalar alpha=1) -> Tensor`
 * `aten::sspaddmm.out(Tensor self, Tensor mat1, Tensor mat2, *, Scalar beta=1, Scalar alpha=1, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.sspaddmm.html
 */
export const sspaddmm: {
  (input: Tensor, mat1: Tensor, mat2: Tensor, options?: { beta?: Scalar; alpha?: Scalar }): Tensor;
  (input: Tensor, options: { mat1: Tensor; mat2: Tensor; beta?: Scalar; alpha?: Scalar }): Tensor;
  (input: Tensor, mat1: Tensor, options: { mat2: Tensor; beta?: Scalar; alpha?: Scalar }): Tensor;
  (input: Tensor, mat1: Tensor, mat2: Tensor, options: { beta?: Scalar; alpha?: Scalar; out: Tensor }): Tensor;
  (input: Tensor, options: { mat1: Tensor; mat2: Tensor; beta?: Scalar; alpha?: Scalar; out: Tensor }): Tensor;
  (input: Tensor, mat1: Tensor, options: { mat2: Tensor; beta?: Scalar; alpha?: Scalar; out: Tensor }): Tensor;
} = asFunction('aten::sspaddmm');

/**
 * `aten::stack(Tensor[] tensors, int dim=0) -> Tensor`
 * `aten::stack.out(Tensor[] tensors, int dim=0, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.stack.html
 */
export const stack: {
  (tensors: readonly Tensor[], dim?: Int): Tensor;
  (tensors: readonly Tensor[], options: { dim?: Int }): Tensor;
  (tensors: readonly Tensor[], dim: Int | undefined, options: { out: Tensor }): Tensor;
  (tensors: readonly Tensor[], options: { dim?: Int; out: Tensor }): Tensor;
} = asFunction('aten::stack');

/**
 * `aten::std.dim(Tensor self, int[1]? dim, bool unbiased=True, bool keepdim=False) -> Tensor`
 * `aten::std.correction(Tensor self, int[1]? dim=None, *, Scalar? correction=None, bool keepdim=False) -> Tensor`
 * `aten::std(Tensor self, bool unbiased=True) -> Tensor`
 * `aten::std.correction_out(Tensor self, int[1]? dim=None, *, Scalar? correction=None, bool keepdim=False, Tensor(a!) out) -> Tensor(a!)`
 * `aten::std.out(Tensor self, int[1]? dim, bool unbiased=True, bool keepdim=False, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.std.html
 */
export const std: {
  (input: Tensor, dim: Int | readonly Int[] | null, unbiased?: boolean, keepdim?: boolean): Tensor;
  (input: Tensor, options: { dim: Int | readonly Int[] | null; unbiased?: boolean; keepdim?: boolean }): Tensor;
  (input: Tensor, dim: Int | readonly Int[] | null, options: { unbiased?: boolean; keepdim?: boolean }): Tensor;
  (input: Tensor, dim: Int | readonly Int[] | null, unbiased: boolean, options: { keepdim?: boolean }): Tensor;
  (input: Tensor, dim?: Int | readonly Int[] | null, options?: { correction?: Scalar | null; keepdim?: boolean }): Tensor;
  (input: Tensor, options: { dim?: Int | readonly Int[] | null; correction?: Scalar | null; keepdim?: boolean }): Tensor;
  (input: Tensor, unbiased?: boolean): Tensor;
  (input: Tensor, options: { unbiased?: boolean }): Tensor;
  (input: Tensor, dim: Int | readonly Int[] | null | undefined, options: { correction?: Scalar | null; keepdim?: boolean; out: Tensor }): Tensor;
  (input: Tensor, options: { dim?: Int | readonly Int[] | null; correction?: Scalar | null; keepdim?: boolean; out: Tensor }): Tensor;
  (input: Tensor, dim: Int | readonly Int[] | null, unbiased: boolean | undefined, keepdim: boolean | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { dim: Int | readonly Int[] | null; unbiased?: boolean; keepdim?: boolean; out: Tensor }): Tensor;
  (input: Tensor, dim: Int | readonly Int[] | null, options: { unbiased?: boolean; keepdim?: boolean; out: Tensor }): Tensor;
  (input: Tensor, dim: Int | readonly Int[] | null, unbiased: boolean, options: { keepdim?: boolean; out: Tensor }): Tensor;
} = asFunction('aten::std');

/**
 * `aten::std_mean.dim(Tensor self, int[1]? dim, bool unbiased=True, bool keepdim=False) -> (Tensor, Tensor)`
 * `aten::std_mean.correction(Tensor self, int[1]? dim=None, *, Scalar? correction=None, bool keepdim=False) -> (Tensor, Tensor)`
 * `aten::std_mean(Tensor self, bool unbiased=True) -> (Tensor, Tensor)`
 * `aten::std_mean.correction_out(Tensor self, int[1]? dim=None, *, Scalar? correction=None, bool keepdim=False, Tensor(a!) out0, Tensor(b!) out1) -> (Tensor(a!), Tensor(b!))`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.std_mean.html
 */
export const stdMean: {
  (input: Tensor, dim: Int | readonly Int[] | null, unbiased?: boolean, keepdim?: boolean): [Tensor, Tensor];
  (input: Tensor, options: { dim: Int | readonly Int[] | null; unbiased?: boolean; keepdim?: boolean }): [Tensor, Tensor];
  (input: Tensor, dim: Int | readonly Int[] | null, options: { unbiased?: boolean; keepdim?: boolean }): [Tensor, Tensor];
  (input: Tensor, dim: Int | readonly Int[] | null, unbiased: boolean, options: { keepdim?: boolean }): [Tensor, Tensor];
  (input: Tensor, dim?: Int | readonly Int[] | null, options?: { correction?: Scalar | null; keepdim?: boolean }): [Tensor, Tensor];
  (input: Tensor, options: { dim?: Int | readonly Int[] | null; correction?: Scalar | null; keepdim?: boolean }): [Tensor, Tensor];
  (input: Tensor, unbiased?: boolean): [Tensor, Tensor];
  (input: Tensor, options: { unbiased?: boolean }): [Tensor, Tensor];
  (input: Tensor, dim: Int | readonly Int[] | null | undefined, options: { correction?: Scalar | null; keepdim?: boolean; out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
  (input: Tensor, options: { dim?: Int | readonly Int[] | null; correction?: Scalar | null; keepdim?: boolean; out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
} = asFunction('aten::std_mean');

/**
 * `aten::sub.Tensor(Tensor self, Tensor other, *, Scalar alpha=1) -> Tensor`
 * `aten::sub.out(Tensor self, Tensor other, *, Scalar alpha=1, Tensor(a!) out) -> Tensor(a!)`
 * `aten::sub.Scalar_out(Tensor self, Scalar other, Scalar alpha=1, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.sub.html
 */
export const sub: {
  (input: Tensor | Scalar, other: Tensor | Scalar, options?: { alpha?: Scalar }): Tensor;
  (input: Tensor | Scalar, options: { other: Tensor | Scalar; alpha?: Scalar }): Tensor;
  (input: Tensor | Scalar, other: Tensor | Scalar, options: { alpha?: Scalar; out: Tensor }): Tensor;
  (input: Tensor | Scalar, options: { other: Tensor | Scalar; alpha?: Scalar; out: Tensor }): Tensor;
  (input: Tensor | Scalar, other: Scalar, alpha: Scalar | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor | Scalar, options: { other: Scalar; alpha?: Scalar; out: Tensor }): Tensor;
  (input: Tensor | Scalar, other: Scalar, options: { alpha?: Scalar; out: Tensor }): Tensor;
} = asFunction('aten::sub');

/**
 * `aten::subtract.Tensor(Tensor self, Tensor other, *, Scalar alpha=1) -> Tensor`
 * `aten::subtract.Scalar(Tensor self, Scalar other, Scalar alpha=1) -> Tensor`
 * `aten::subtract.out(Tensor self, Tensor other, *, Scalar alpha=1, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.subtract.html
 */
export const subtract: {
  (input: Tensor | Scalar, other: Tensor | Scalar, options?: { alpha?: Scalar }): Tensor;
  (input: Tensor | Scalar, options: { other: Tensor | Scalar; alpha?: Scalar }): Tensor;
  (input: Tensor | Scalar, other: Scalar, alpha?: Scalar): Tensor;
  (input: Tensor | Scalar, options: { other: Scalar; alpha?: Scalar }): Tensor;
  (input: Tensor | Scalar, other: Scalar, options: { alpha?: Scalar }): Tensor;
  (input: Tensor | Scalar, other: Tensor | Scalar, options: { alpha?: Scalar; out: Tensor }): Tensor;
  (input: Tensor | Scalar, options: { other: Tensor | Scalar; alpha?: Scalar; out: Tensor }): Tensor;
} = asFunction('aten::subtract');

/**
 * `aten::sum(Tensor self, *, ScalarType? dtype=None) -> Tensor`
 * `aten::sum.dim_IntList(Tensor self, int[1]? dim, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor`
 * `aten::sum.out(Tensor self, *, ScalarType? dtype=None, Tensor(a!) out) -> Tensor(a!)`
 * `aten::sum.IntList_out(Tensor self, int[1]? dim, bool keepdim=False, *, ScalarType? dtype=None, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.sum.html
 */
export const sum: {
  (input: Tensor, options?: { dtype?: DType | null }): Tensor;
  (input: Tensor, dim: Int | readonly Int[] | null, keepdim?: boolean, options?: { dtype?: DType | null }): Tensor;
  (input: Tensor, options: { dim: Int | readonly Int[] | null; keepdim?: boolean; dtype?: DType | null }): Tensor;
  (input: Tensor, dim: Int | readonly Int[] | null, options: { keepdim?: boolean; dtype?: DType | null }): Tensor;
  (input: Tensor, options: { dtype?: DType | null; out: Tensor }): Tensor;
  (input: Tensor, dim: Int | readonly Int[] | null, keepdim: boolean | undefined, options: { dtype?: DType | null; out: Tensor }): Tensor;
  (input: Tensor, options: { dim: Int | readonly Int[] | null; keepdim?: boolean; dtype?: DType | null; out: Tensor }): Tensor;
  (input: Tensor, dim: Int | readonly Int[] | null, options: { keepdim?: boolean; dtype?: DType | null; out: Tensor }): Tensor;
} = asFunction('aten::sum');

/**
 * `aten::svd(Tensor self, bool some=True, bool compute_uv=True) -> (Tensor U, Tensor S, Tensor V)`
 * `aten::svd.U(Tensor self, bool some=True, bool compute_uv=True, *, Tensor(a!) U, Tensor(b!) S, Tensor(c!) V) -> (Tensor(a!) U, Tensor(b!) S, Tensor(c!) V)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.svd.html
 */
export const svd: {
  (input: Tensor, some?: boolean, computeUv?: boolean): [U: Tensor, S: Tensor, V: Tensor];
  (input: Tensor, options: { some?: boolean; computeUv?: boolean }): [U: Tensor, S: Tensor, V: Tensor];
  (input: Tensor, some: boolean, options: { computeUv?: boolean }): [U: Tensor, S: Tensor, V: Tensor];
  (input: Tensor, some: boolean | undefined, computeUv: boolean | undefined, options: { out: readonly [Tensor, Tensor, Tensor] }): [U: Tensor, S: Tensor, V: Tensor];
  (input: Tensor, options: { some?: boolean; computeUv?: boolean; out: readonly [Tensor, Tensor, Tensor] }): [U: Tensor, S: Tensor, V: Tensor];
  (input: Tensor, some: boolean, options: { computeUv?: boolean; out: readonly [Tensor, Tensor, Tensor] }): [U: Tensor, S: Tensor, V: Tensor];
} = asFunction('aten::svd');

/**
 * `aten::swapaxes(Tensor(a) self, int axis0, int axis1) -> Tensor(a)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.swapaxes.html
 */
export const swapaxes: {
  (input: Tensor, axis0: Int, axis1: Int): Tensor;
  (input: Tensor, options: { axis0: Int; axis1: Int }): Tensor;
  (input: Tensor, axis0: Int, options: { axis1: Int }): Tensor;
} = asFunction('aten::swapaxes');

/**
 * `aten::swapdims(Tensor(a) self, int dim0, int dim1) -> Tensor(a)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.swapdims.html
 */
export const swapdims: {
  (input: Tensor, dim0: Int, dim1: Int): Tensor;
  (input: Tensor, options: { dim0: Int; dim1: Int }): Tensor;
  (input: Tensor, dim0: Int, options: { dim1: Int }): Tensor;
} = asFunction('aten::swapdims');

/**
 * `aten::sym_constrain_range(Scalar size, *, int? min=None, int? max=None) -> ()`
 */
export const symConstrainRange: {
  (size: Scalar, options?: { min?: Int | null; max?: Int | null }): void;
  (options: { size: Scalar; min?: Int | null; max?: Int | null }): void;
} = asFunction('aten::sym_constrain_range');

/**
 * `aten::sym_constrain_range_for_size(Scalar size, *, int? min=None, int? max=None) -> ()`
 */
export const symConstrainRangeForSize: {
  (size: Scalar, options?: { min?: Int | null; max?: Int | null }): void;
  (options: { size: Scalar; min?: Int | null; max?: Int | null }): void;
} = asFunction('aten::sym_constrain_range_for_size');

/**
 * `aten::t(Tensor(a) self) -> Tensor(a)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.t.html
 */
export const t: {
  (input: Tensor): Tensor;
} = asFunction('aten::t');

/**
 * `aten::t_copy(Tensor self) -> Tensor`
 * `aten::t_copy.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const tCopy: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::t_copy');

/**
 * `aten::take(Tensor self, Tensor index) -> Tensor`
 * `aten::take.out(Tensor self, Tensor index, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.take.html
 */
export const take: {
  (input: Tensor, index: Tensor): Tensor;
  (input: Tensor, options: { index: Tensor }): Tensor;
  (input: Tensor, index: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { index: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::take');

/**
 * `aten::take_along_dim(Tensor self, Tensor indices, int? dim=None) -> Tensor`
 * `aten::take_along_dim.out(Tensor self, Tensor indices, int? dim=None, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.take_along_dim.html
 */
export const takeAlongDim: {
  (input: Tensor, indices: Tensor, dim?: Int | null): Tensor;
  (input: Tensor, options: { indices: Tensor; dim?: Int | null }): Tensor;
  (input: Tensor, indices: Tensor, options: { dim?: Int | null }): Tensor;
  (input: Tensor, indices: Tensor, dim: Int | null | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { indices: Tensor; dim?: Int | null; out: Tensor }): Tensor;
  (input: Tensor, indices: Tensor, options: { dim?: Int | null; out: Tensor }): Tensor;
} = asFunction('aten::take_along_dim');

/**
 * `aten::tan(Tensor self) -> Tensor`
 * `aten::tan.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.tan.html
 */
export const tan: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::tan');

/**
 * `aten::tan_(Tensor(a!) self) -> Tensor(a!)`
 */
export const tan_: {
  (input: Tensor): Tensor;
} = asFunction('aten::tan_');

/**
 * `aten::tanh(Tensor self) -> Tensor`
 * `aten::tanh.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.tanh.html
 */
export const tanh: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::tanh');

/**
 * `aten::tanh_(Tensor(a!) self) -> Tensor(a!)`
 */
export const tanh_: {
  (input: Tensor): Tensor;
} = asFunction('aten::tanh_');

/**
 * `aten::tensor_split.indices(Tensor(a -> *) self, SymInt[] indices, int dim=0) -> Tensor(a)[]`
 * `aten::tensor_split.tensor_indices_or_sections(Tensor(a -> *) self, Tensor tensor_indices_or_sections, int dim=0) -> Tensor(a)[]`
 * `aten::tensor_split.sections(Tensor(a -> *) self, SymInt sections, int dim=0) -> Tensor(a)[]`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.tensor_split.html
 */
export const tensorSplit: {
  (input: Tensor, indices: readonly Int[], dim?: Int): Tensor[];
  (input: Tensor, options: { indices: readonly Int[]; dim?: Int }): Tensor[];
  (input: Tensor, indices: readonly Int[], options: { dim?: Int }): Tensor[];
  (input: Tensor, tensorIndicesOrSections: Tensor, dim?: Int): Tensor[];
  (input: Tensor, options: { tensorIndicesOrSections: Tensor; dim?: Int }): Tensor[];
  (input: Tensor, tensorIndicesOrSections: Tensor, options: { dim?: Int }): Tensor[];
  (input: Tensor, sections: Int, dim?: Int): Tensor[];
  (input: Tensor, options: { sections: Int; dim?: Int }): Tensor[];
  (input: Tensor, sections: Int, options: { dim?: Int }): Tensor[];
} = asFunction('aten::tensor_split');

/**
 * `aten::threshold(Tensor self, Scalar threshold, Scalar value) -> Tensor`
 * `aten::threshold.out(Tensor self, Scalar threshold, Scalar value, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const threshold: {
  (input: Tensor, threshold: Scalar, value: Scalar): Tensor;
  (input: Tensor, options: { threshold: Scalar; value: Scalar }): Tensor;
  (input: Tensor, threshold: Scalar, options: { value: Scalar }): Tensor;
  (input: Tensor, threshold: Scalar, value: Scalar, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { threshold: Scalar; value: Scalar; out: Tensor }): Tensor;
  (input: Tensor, threshold: Scalar, options: { value: Scalar; out: Tensor }): Tensor;
} = asFunction('aten::threshold');

/**
 * `aten::threshold_(Tensor(a!) self, Scalar threshold, Scalar value) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.threshold_.html
 */
export const threshold_: {
  (input: Tensor, threshold: Scalar, value: Scalar): Tensor;
  (input: Tensor, options: { threshold: Scalar; value: Scalar }): Tensor;
  (input: Tensor, threshold: Scalar, options: { value: Scalar }): Tensor;
} = asFunction('aten::threshold_');

/**
 * `aten::tile(Tensor self, SymInt[] dims) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.tile.html
 */
export const tile: {
  (input: Tensor, dims: readonly Int[]): Tensor;
  (input: Tensor, options: { dims: readonly Int[] }): Tensor;
} = asFunction('aten::tile');

/**
 * `aten::topk(Tensor self, SymInt k, int dim=-1, bool largest=True, bool sorted=True) -> (Tensor values, Tensor indices)`
 * `aten::topk.values(Tensor self, SymInt k, int dim=-1, bool largest=True, bool sorted=True, *, Tensor(a!) values, Tensor(b!) indices) -> (Tensor(a!) values, Tensor(b!) indices)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.topk.html
 */
export const topk: {
  (input: Tensor, k: Int, dim?: Int, largest?: boolean, sorted?: boolean): [values: Tensor, indices: Tensor];
  (input: Tensor, options: { k: Int; dim?: Int; largest?: boolean; sorted?: boolean }): [values: Tensor, indices: Tensor];
  (input: Tensor, k: Int, options: { dim?: Int; largest?: boolean; sorted?: boolean }): [values: Tensor, indices: Tensor];
  (input: Tensor, k: Int, dim: Int, options: { largest?: boolean; sorted?: boolean }): [values: Tensor, indices: Tensor];
  (input: Tensor, k: Int, dim: Int, largest: boolean, options: { sorted?: boolean }): [values: Tensor, indices: Tensor];
  (input: Tensor, k: Int, dim: Int | undefined, largest: boolean | undefined, sorted: boolean | undefined, options: { out: readonly [Tensor, Tensor] }): [values: Tensor, indices: Tensor];
  (input: Tensor, options: { k: Int; dim?: Int; largest?: boolean; sorted?: boolean; out: readonly [Tensor, Tensor] }): [values: Tensor, indices: Tensor];
  (input: Tensor, k: Int, options: { dim?: Int; largest?: boolean; sorted?: boolean; out: readonly [Tensor, Tensor] }): [values: Tensor, indices: Tensor];
  (input: Tensor, k: Int, dim: Int, options: { largest?: boolean; sorted?: boolean; out: readonly [Tensor, Tensor] }): [values: Tensor, indices: Tensor];
  (input: Tensor, k: Int, dim: Int, largest: boolean, options: { sorted?: boolean; out: readonly [Tensor, Tensor] }): [values: Tensor, indices: Tensor];
} = asFunction('aten::topk');

/**
 * `aten::trace(Tensor self) -> Tensor`
 * `aten::trace.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.trace.html
 */
export const trace: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::trace');

/**
 * `aten::transpose.int(Tensor(a) self, int dim0, int dim1) -> Tensor(a)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.transpose.html
 */
export const transpose: {
  (input: Tensor, dim0: Int, dim1: Int): Tensor;
  (input: Tensor, options: { dim0: Int; dim1: Int }): Tensor;
  (input: Tensor, dim0: Int, options: { dim1: Int }): Tensor;
} = asFunction('aten::transpose');

/**
 * `aten::transpose_copy.int(Tensor self, int dim0, int dim1) -> Tensor`
 * `aten::transpose_copy.int_out(Tensor self, int dim0, int dim1, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const transposeCopy: {
  (input: Tensor, dim0: Int, dim1: Int): Tensor;
  (input: Tensor, options: { dim0: Int; dim1: Int }): Tensor;
  (input: Tensor, dim0: Int, options: { dim1: Int }): Tensor;
  (input: Tensor, dim0: Int, dim1: Int, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { dim0: Int; dim1: Int; out: Tensor }): Tensor;
  (input: Tensor, dim0: Int, options: { dim1: Int; out: Tensor }): Tensor;
} = asFunction('aten::transpose_copy');

/**
 * `aten::trapezoid.x(Tensor y, Tensor x, *, int dim=-1) -> Tensor`
 * `aten::trapezoid.dx(Tensor y, *, Scalar dx=1, int dim=-1) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.trapezoid.html
 */
export const trapezoid: {
  (y: Tensor, x: Tensor, options?: { dim?: Int }): Tensor;
  (y: Tensor, options: { x: Tensor; dim?: Int }): Tensor;
  (y: Tensor, options?: { dx?: Scalar; dim?: Int }): Tensor;
} = asFunction('aten::trapezoid');

/**
 * `aten::trapz.dx(Tensor y, *, float dx=1., int dim=-1) -> Tensor`
 * `aten::trapz.x(Tensor y, Tensor x, *, int dim=-1) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.trapz.html
 */
export const trapz: {
  (y: Tensor, options?: { dx?: number; dim?: Int }): Tensor;
  (y: Tensor, x: Tensor, options?: { dim?: Int }): Tensor;
  (y: Tensor, options: { x: Tensor; dim?: Int }): Tensor;
} = asFunction('aten::trapz');

/**
 * `aten::triangular_solve(Tensor self, Tensor A, bool upper=True, bool transpose=False, bool unitriangular=False) -> (Tensor solution, Tensor cloned_coefficient)`
 * `aten::triangular_solve.X(Tensor self, Tensor A, bool upper=True, bool transpose=False, bool unitriangular=False, *, Tensor(a!) X, Tensor(b!) M) -> (Tensor(a!) solution, Tensor(b!) cloned_coefficient)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.triangular_solve.html
 */
export const triangularSolve: {
  (input: Tensor, A: Tensor, upper?: boolean, transpose?: boolean, unitriangular?: boolean): [solution: Tensor, clonedCoefficient: Tensor];
  (input: Tensor, options: { A: Tensor; upper?: boolean; transpose?: boolean; unitriangular?: boolean }): [solution: Tensor, clonedCoefficient: Tensor];
  (input: Tensor, A: Tensor, options: { upper?: boolean; transpose?: boolean; unitriangular?: boolean }): [solution: Tensor, clonedCoefficient: Tensor];
  (input: Tensor, A: Tensor, upper: boolean, options: { transpose?: boolean; unitriangular?: boolean }): [solution: Tensor, clonedCoefficient: Tensor];
  (input: Tensor, A: Tensor, upper: boolean, transpose: boolean, options: { unitriangular?: boolean }): [solution: Tensor, clonedCoefficient: Tensor];
  (input: Tensor, A: Tensor, upper: boolean | undefined, transpose: boolean | undefined, unitriangular: boolean | undefined, options: { out: readonly [Tensor, Tensor] }): [solution: Tensor, clonedCoefficient: Tensor];
  (input: Tensor, options: { A: Tensor; upper?: boolean; transpose?: boolean; unitriangular?: boolean; out: readonly [Tensor, Tensor] }): [solution: Tensor, clonedCoefficient: Tensor];
  (input: Tensor, A: Tensor, options: { upper?: boolean; transpose?: boolean; unitriangular?: boolean; out: readonly [Tensor, Tensor] }): [solution: Tensor, clonedCoefficient: Tensor];
  (input: Tensor, A: Tensor, upper: boolean, options: { transpose?: boolean; unitriangular?: boolean; out: readonly [Tensor, Tensor] }): [solution: Tensor, clonedCoefficient: Tensor];
  (input: Tensor, A: Tensor, upper: boolean, transpose: boolean, options: { unitriangular?: boolean; out: readonly [Tensor, Tensor] }): [solution: Tensor, clonedCoefficient: Tensor];
} = asFunction('aten::triangular_solve');

/**
 * `aten::tril(Tensor self, SymInt diagonal=0) -> Tensor`
 * `aten::tril.out(Tensor self, SymInt diagonal=0, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.tril.html
 */
export const tril: {
  (input: Tensor, diagonal?: Int): Tensor;
  (input: Tensor, options: { diagonal?: Int }): Tensor;
  (input: Tensor, diagonal: Int | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { diagonal?: Int; out: Tensor }): Tensor;
} = asFunction('aten::tril');

/**
 * `aten::tril_indices(int row, int col, int offset=0, *, ScalarType? dtype=4, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::tril_indices.out(int row, int col, int offset=0, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.tril_indices.html
 */
export const trilIndices: {
  (row: Int, col: Int, offset?: Int, options?: { dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (options: { row: Int; col: Int; offset?: Int; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (row: Int, options: { col: Int; offset?: Int; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (row: Int, col: Int, options: { offset?: Int; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (row: Int, col: Int, offset: Int | undefined, options: { out: Tensor }): Tensor;
  (options: { row: Int; col: Int; offset?: Int; out: Tensor }): Tensor;
  (row: Int, options: { col: Int; offset?: Int; out: Tensor }): Tensor;
  (row: Int, col: Int, options: { offset?: Int; out: Tensor }): Tensor;
} = asFunction('aten::tril_indices');

/**
 * `aten::triplet_margin_loss(Tensor anchor, Tensor positive, Tensor negative, float margin=1., float p=2., float eps=9.9999999999999995e-07, bool swap=False, int reduction=1) -> Tensor`
 */
export const tripletMarginLoss: {
  (anchor: Tensor, positive: Tensor, negative: Tensor, margin?: number, p?: number, eps?: number, swap?: boolean, reduction?: Int): Tensor;
  (anchor: Tensor, options: { positive: Tensor; negative: Tensor; margin?: number; p?: number; eps?: number; swap?: boolean; reduction?: Int }): Tensor;
  (anchor: Tensor, positive: Tensor, options: { negative: Tensor; margin?: number; p?: number; eps?: number; swap?: boolean; reduction?: Int }): Tensor;
  (anchor: Tensor, positive: Tensor, negative: Tensor, options: { margin?: number; p?: number; eps?: number; swap?: boolean; reduction?: Int }): Tensor;
  (anchor: Tensor, positive: Tensor, negative: Tensor, margin: number, options: { p?: number; eps?: number; swap?: boolean; reduction?: Int }): Tensor;
  (anchor: Tensor, positive: Tensor, negative: Tensor, margin: number, p: number, options: { eps?: number; swap?: boolean; reduction?: Int }): Tensor;
  (anchor: Tensor, positive: Tensor, negative: Tensor, margin: number, p: number, eps: number, options: { swap?: boolean; reduction?: Int }): Tensor;
  (anchor: Tensor, positive: Tensor, negative: Tensor, margin: number, p: number, eps: number, swap: boolean, options: { reduction?: Int }): Tensor;
} = asFunction('aten::triplet_margin_loss');

/**
 * `aten::triu(Tensor self, SymInt diagonal=0) -> Tensor`
 * `aten::triu.out(Tensor self, SymInt diagonal=0, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.triu.html
 */
export const triu: {
  (input: Tensor, diagonal?: Int): Tensor;
  (input: Tensor, options: { diagonal?: Int }): Tensor;
  (input: Tensor, diagonal: Int | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { diagonal?: Int; out: Tensor }): Tensor;
} = asFunction('aten::triu');

/**
 * `aten::triu_indices(int row, int col, int offset=0, *, ScalarType? dtype=4, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::triu_indices.out(int row, int col, int offset=0, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.triu_indices.html
 */
export const triuIndices: {
  (row: Int, col: Int, offset?: Int, options?: { dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (options: { row: Int; col: Int; offset?: Int; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (row: Int, options: { col: Int; offset?: Int; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (row: Int, col: Int, options: { offset?: Int; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (row: Int, col: Int, offset: Int | undefined, options: { out: Tensor }): Tensor;
  (options: { row: Int; col: Int; offset?: Int; out: Tensor }): Tensor;
  (row: Int, options: { col: Int; offset?: Int; out: Tensor }): Tensor;
  (row: Int, col: Int, options: { offset?: Int; out: Tensor }): Tensor;
} = asFunction('aten::triu_indices');

/**
 * `aten::true_divide.Tensor(Tensor self, Tensor other) -> Tensor`
 * `aten::true_divide.Scalar(Tensor self, Scalar other) -> Tensor`
 * `aten::true_divide.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.true_divide.html
 */
export const trueDivide: {
  (input: Tensor | Scalar, other: Tensor | Scalar): Tensor;
  (input: Tensor | Scalar, options: { other: Tensor | Scalar }): Tensor;
  (input: Tensor | Scalar, other: Scalar): Tensor;
  (input: Tensor | Scalar, options: { other: Scalar }): Tensor;
  (input: Tensor | Scalar, other: Tensor | Scalar, options: { out: Tensor }): Tensor;
  (input: Tensor | Scalar, options: { other: Tensor | Scalar; out: Tensor }): Tensor;
} = asFunction('aten::true_divide');

/**
 * `aten::trunc(Tensor self) -> Tensor`
 * `aten::trunc.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.trunc.html
 */
export const trunc: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::trunc');

/**
 * `aten::trunc_(Tensor(a!) self) -> Tensor(a!)`
 */
export const trunc_: {
  (input: Tensor): Tensor;
} = asFunction('aten::trunc_');

/**
 * `aten::unbind.int(Tensor(a -> *) self, int dim=0) -> Tensor(a)[]`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.unbind.html
 */
export const unbind: {
  (input: Tensor, dim?: Int): Tensor[];
  (input: Tensor, options: { dim?: Int }): Tensor[];
} = asFunction('aten::unbind');

/**
 * `aten::unbind_copy.int(Tensor self, int dim=0) -> Tensor[]`
 * `aten::unbind_copy.int_out(Tensor self, int dim=0, *, Tensor(a!)[] out) -> ()`
 */
export const unbindCopy: {
  (input: Tensor, dim?: Int): Tensor[];
  (input: Tensor, options: { dim?: Int }): Tensor[];
  (input: Tensor, dim: Int | undefined, options: { out: Tensor[] }): void;
  (input: Tensor, options: { dim?: Int; out: Tensor[] }): void;
} = asFunction('aten::unbind_copy');

/**
 * `aten::unflatten.int(Tensor(a) self, int dim, SymInt[] sizes) -> Tensor(a)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.unflatten.html
 */
export const unflatten: {
  (input: Tensor, dim: Int, sizes: readonly Int[]): Tensor;
  (input: Tensor, options: { dim: Int; sizes: readonly Int[] }): Tensor;
  (input: Tensor, dim: Int, options: { sizes: readonly Int[] }): Tensor;
} = asFunction('aten::unflatten');

/**
 * `aten::unfold_copy(Tensor self, int dimension, int size, int step) -> Tensor`
 * `aten::unfold_copy.out(Tensor self, int dimension, int size, int step, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const unfoldCopy: {
  (input: Tensor, dimension: Int, size: Int, step: Int): Tensor;
  (input: Tensor, options: { dimension: Int; size: Int; step: Int }): Tensor;
  (input: Tensor, dimension: Int, options: { size: Int; step: Int }): Tensor;
  (input: Tensor, dimension: Int, size: Int, options: { step: Int }): Tensor;
  (input: Tensor, dimension: Int, size: Int, step: Int, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { dimension: Int; size: Int; step: Int; out: Tensor }): Tensor;
  (input: Tensor, dimension: Int, options: { size: Int; step: Int; out: Tensor }): Tensor;
  (input: Tensor, dimension: Int, size: Int, options: { step: Int; out: Tensor }): Tensor;
} = asFunction('aten::unfold_copy');

/**
 * `aten::unsafe_chunk(Tensor self, int chunks, int dim=0) -> Tensor[]`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.unsafe_chunk.html
 */
export const unsafeChunk: {
  (input: Tensor, chunks: Int, dim?: Int): Tensor[];
  (input: Tensor, options: { chunks: Int; dim?: Int }): Tensor[];
  (input: Tensor, chunks: Int, options: { dim?: Int }): Tensor[];
} = asFunction('aten::unsafe_chunk');

/**
 * `aten::unsafe_split.Tensor(Tensor self, SymInt split_size, int dim=0) -> Tensor[]`
 * `aten::unsafe_split.Tensor_out(Tensor self, SymInt split_size, int dim=0, *, Tensor(a!)[] out) -> ()`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.unsafe_split.html
 */
export const unsafeSplit: {
  (input: Tensor, splitSize: Int, dim?: Int): Tensor[];
  (input: Tensor, options: { splitSize: Int; dim?: Int }): Tensor[];
  (input: Tensor, splitSize: Int, options: { dim?: Int }): Tensor[];
  (input: Tensor, splitSize: Int, dim: Int | undefined, options: { out: Tensor[] }): void;
  (input: Tensor, options: { splitSize: Int; dim?: Int; out: Tensor[] }): void;
  (input: Tensor, splitSize: Int, options: { dim?: Int; out: Tensor[] }): void;
} = asFunction('aten::unsafe_split');

/**
 * `aten::unsafe_split_with_sizes(Tensor self, SymInt[] split_sizes, int dim=0) -> Tensor[]`
 * `aten::unsafe_split_with_sizes.out(Tensor self, SymInt[] split_sizes, int dim=0, *, Tensor(a!)[] out) -> ()`
 */
export const unsafeSplitWithSizes: {
  (input: Tensor, splitSizes: readonly Int[], dim?: Int): Tensor[];
  (input: Tensor, options: { splitSizes: readonly Int[]; dim?: Int }): Tensor[];
  (input: Tensor, splitSizes: readonly Int[], options: { dim?: Int }): Tensor[];
  (input: Tensor, splitSizes: readonly Int[], dim: Int | undefined, options: { out: Tensor[] }): void;
  (input: Tensor, options: { splitSizes: readonly Int[]; dim?: Int; out: Tensor[] }): void;
  (input: Tensor, splitSizes: readonly Int[], options: { dim?: Int; out: Tensor[] }): void;
} = asFunction('aten::unsafe_split_with_sizes');

/**
 * `aten::unsqueeze(Tensor(a) self, int dim) -> Tensor(a)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.unsqueeze.html
 */
export const unsqueeze: {
  (input: Tensor, dim: Int): Tensor;
  (input: Tensor, options: { dim: Int }): Tensor;
} = asFunction('aten::unsqueeze');

/**
 * `aten::unsqueeze_copy(Tensor self, int dim) -> Tensor`
 * `aten::unsqueeze_copy.out(Tensor self, int dim, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const unsqueezeCopy: {
  (input: Tensor, dim: Int): Tensor;
  (input: Tensor, options: { dim: Int }): Tensor;
  (input: Tensor, dim: Int, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { dim: Int; out: Tensor }): Tensor;
} = asFunction('aten::unsqueeze_copy');

/**
 * `aten::values_copy(Tensor self) -> Tensor`
 * `aten::values_copy.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const valuesCopy: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::values_copy');

/**
 * `aten::vander(Tensor x, int? N=None, bool increasing=False) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.vander.html
 */
export const vander: {
  (x: Tensor, N?: Int | null, increasing?: boolean): Tensor;
  (x: Tensor, options: { N?: Int | null; increasing?: boolean }): Tensor;
  (x: Tensor, N: Int | null, options: { increasing?: boolean }): Tensor;
} = asFunction('aten::vander');

/**
 * `aten::var.dim(Tensor self, int[1]? dim, bool unbiased=True, bool keepdim=False) -> Tensor`
 * `aten::var.correction(Tensor self, int[1]? dim=None, *, Scalar? correction=None, bool keepdim=False) -> Tensor`
 * `aten::var(Tensor self, bool unbiased=True) -> Tensor`
 * `aten::var.correction_out(Tensor self, int[1]? dim=None, *, Scalar? correction=None, bool keepdim=False, Tensor(a!) out) -> Tensor(a!)`
 * `aten::var.out(Tensor self, int[1]? dim, bool unbiased=True, bool keepdim=False, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.var.html
 */
const $var: {
  (input: Tensor, dim: Int | readonly Int[] | null, unbiased?: boolean, keepdim?: boolean): Tensor;
  (input: Tensor, options: { dim: Int | readonly Int[] | null; unbiased?: boolean; keepdim?: boolean }): Tensor;
  (input: Tensor, dim: Int | readonly Int[] | null, options: { unbiased?: boolean; keepdim?: boolean }): Tensor;
  (input: Tensor, dim: Int | readonly Int[] | null, unbiased: boolean, options: { keepdim?: boolean }): Tensor;
  (input: Tensor, dim?: Int | readonly Int[] | null, options?: { correction?: Scalar | null; keepdim?: boolean }): Tensor;
  (input: Tensor, options: { dim?: Int | readonly Int[] | null; correction?: Scalar | null; keepdim?: boolean }): Tensor;
  (input: Tensor, unbiased?: boolean): Tensor;
  (input: Tensor, options: { unbiased?: boolean }): Tensor;
  (input: Tensor, dim: Int | readonly Int[] | null | undefined, options: { correction?: Scalar | null; keepdim?: boolean; out: Tensor }): Tensor;
  (input: Tensor, options: { dim?: Int | readonly Int[] | null; correction?: Scalar | null; keepdim?: boolean; out: Tensor }): Tensor;
  (input: Tensor, dim: Int | readonly Int[] | null, unbiased: boolean | undefined, keepdim: boolean | undefined, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { dim: Int | readonly Int[] | null; unbiased?: boolean; keepdim?: boolean; out: Tensor }): Tensor;
  (input: Tensor, dim: Int | readonly Int[] | null, options: { unbiased?: boolean; keepdim?: boolean; out: Tensor }): Tensor;
  (input: Tensor, dim: Int | readonly Int[] | null, unbiased: boolean, options: { keepdim?: boolean; out: Tensor }): Tensor;
} = asFunction('aten::var');

/**
 * `aten::var_mean.dim(Tensor self, int[1]? dim, bool unbiased=True, bool keepdim=False) -> (Tensor, Tensor)`
 * `aten::var_mean.correction(Tensor self, int[1]? dim=None, *, Scalar? correction=None, bool keepdim=False) -> (Tensor, Tensor)`
 * `aten::var_mean(Tensor self, bool unbiased=True) -> (Tensor, Tensor)`
 * `aten::var_mean.correction_out(Tensor self, int[1]? dim=None, *, Scalar? correction=None, bool keepdim=False, Tensor(a!) out0, Tensor(b!) out1) -> (Tensor(a!), Tensor(b!))`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.var_mean.html
 */
export const varMean: {
  (input: Tensor, dim: Int | readonly Int[] | null, unbiased?: boolean, keepdim?: boolean): [Tensor, Tensor];
  (input: Tensor, options: { dim: Int | readonly Int[] | null; unbiased?: boolean; keepdim?: boolean }): [Tensor, Tensor];
  (input: Tensor, dim: Int | readonly Int[] | null, options: { unbiased?: boolean; keepdim?: boolean }): [Tensor, Tensor];
  (input: Tensor, dim: Int | readonly Int[] | null, unbiased: boolean, options: { keepdim?: boolean }): [Tensor, Tensor];
  (input: Tensor, dim?: Int | readonly Int[] | null, options?: { correction?: Scalar | null; keepdim?: boolean }): [Tensor, Tensor];
  (input: Tensor, options: { dim?: Int | readonly Int[] | null; correction?: Scalar | null; keepdim?: boolean }): [Tensor, Tensor];
  (input: Tensor, unbiased?: boolean): [Tensor, Tensor];
  (input: Tensor, options: { unbiased?: boolean }): [Tensor, Tensor];
  (input: Tensor, dim: Int | readonly Int[] | null | undefined, options: { correction?: Scalar | null; keepdim?: boolean; out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
  (input: Tensor, options: { dim?: Int | readonly Int[] | null; correction?: Scalar | null; keepdim?: boolean; out: readonly [Tensor, Tensor] }): [Tensor, Tensor];
} = asFunction('aten::var_mean');

/**
 * `aten::vdot(Tensor self, Tensor other) -> Tensor`
 * `aten::vdot.out(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.vdot.html
 */
export const vdot: {
  (input: Tensor, other: Tensor): Tensor;
  (input: Tensor, options: { other: Tensor }): Tensor;
  (input: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::vdot');

/**
 * `aten::view_as_complex(Tensor(a) self) -> Tensor(a)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.view_as_complex.html
 */
export const viewAsComplex: {
  (input: Tensor): Tensor;
} = asFunction('aten::view_as_complex');

/**
 * `aten::view_as_complex_copy(Tensor self) -> Tensor`
 * `aten::view_as_complex_copy.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const viewAsComplexCopy: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::view_as_complex_copy');

/**
 * `aten::view_as_real(Tensor(a) self) -> Tensor(a)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.view_as_real.html
 */
export const viewAsReal: {
  (input: Tensor): Tensor;
} = asFunction('aten::view_as_real');

/**
 * `aten::view_as_real_copy(Tensor self) -> Tensor`
 * `aten::view_as_real_copy.out(Tensor self, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const viewAsRealCopy: {
  (input: Tensor): Tensor;
  (input: Tensor, options: { out: Tensor }): Tensor;
} = asFunction('aten::view_as_real_copy');

/**
 * `aten::view_copy.dtype(Tensor self, ScalarType dtype) -> Tensor`
 * `aten::view_copy(Tensor self, SymInt[] size) -> Tensor`
 * `aten::view_copy.dtype_out(Tensor self, ScalarType dtype, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::view_copy.out(Tensor self, SymInt[] size, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const viewCopy: {
  (input: Tensor, dtype: DType): Tensor;
  (input: Tensor, options: { dtype: DType }): Tensor;
  (input: Tensor, size: readonly Int[]): Tensor;
  (input: Tensor, options: { size: readonly Int[] }): Tensor;
  (input: Tensor, dtype: DType, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { dtype: DType; out: Tensor }): Tensor;
  (input: Tensor, size: readonly Int[], options: { out: Tensor }): Tensor;
  (input: Tensor, options: { size: readonly Int[]; out: Tensor }): Tensor;
} = asFunction('aten::view_copy');

/**
 * `aten::vsplit.int(Tensor(a -> *) self, int sections) -> Tensor(a)[]`
 * `aten::vsplit.array(Tensor(a -> *) self, int[] indices) -> Tensor(a)[]`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.vsplit.html
 */
export const vsplit: {
  (input: Tensor, sections: Int): Tensor[];
  (input: Tensor, options: { sections: Int }): Tensor[];
  (input: Tensor, indices: readonly Int[]): Tensor[];
  (input: Tensor, options: { indices: readonly Int[] }): Tensor[];
} = asFunction('aten::vsplit');

/**
 * `aten::vstack(Tensor[] tensors) -> Tensor`
 * `aten::vstack.out(Tensor[] tensors, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.vstack.html
 */
export const vstack: {
  (tensors: readonly Tensor[]): Tensor;
  (tensors: readonly Tensor[], options: { out: Tensor }): Tensor;
} = asFunction('aten::vstack');

/**
 * `aten::where(Tensor condition) -> Tensor[]`
 * `aten::where.self(Tensor condition, Tensor self, Tensor other) -> Tensor`
 * `aten::where.ScalarSelf(Tensor condition, Scalar self, Tensor other) -> Tensor`
 * `aten::where.ScalarOther(Tensor condition, Tensor self, Scalar other) -> Tensor`
 * `aten::where.Scalar(Tensor condition, Scalar self, Scalar other) -> Tensor`
 * `aten::where.self_out(Tensor condition, Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.where.html
 */
export const where: {
  (condition: Tensor): Tensor[];
  (condition: Tensor, input: Tensor, other: Tensor): Tensor;
  (condition: Tensor, options: { input: Tensor; other: Tensor }): Tensor;
  (condition: Tensor, input: Tensor, options: { other: Tensor }): Tensor;
  (condition: Tensor, input: Scalar, other: Tensor): Tensor;
  (condition: Tensor, options: { input: Scalar; other: Tensor }): Tensor;
  (condition: Tensor, input: Scalar, options: { other: Tensor }): Tensor;
  (condition: Tensor, input: Tensor, other: Scalar): Tensor;
  (condition: Tensor, options: { input: Tensor; other: Scalar }): Tensor;
  (condition: Tensor, input: Tensor, options: { other: Scalar }): Tensor;
  (condition: Tensor, input: Scalar, other: Scalar): Tensor;
  (condition: Tensor, options: { input: Scalar; other: Scalar }): Tensor;
  (condition: Tensor, input: Scalar, options: { other: Scalar }): Tensor;
  (condition: Tensor, input: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  (condition: Tensor, options: { input: Tensor; other: Tensor; out: Tensor }): Tensor;
  (condition: Tensor, input: Tensor, options: { other: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::where');

/**
 * `aten::xlogy.Tensor(Tensor self, Tensor other) -> Tensor`
 * `aten::xlogy.Scalar_Self(Scalar self, Tensor other) -> Tensor`
 * `aten::xlogy.Scalar_Other(Tensor self, Scalar other) -> Tensor`
 * `aten::xlogy.OutScalar_Other(Tensor self, Scalar other, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::xlogy.OutScalar_Self(Scalar self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)`
 * `aten::xlogy.OutTensor(Tensor self, Tensor other, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.xlogy.html
 */
export const xlogy: {
  (input: Tensor, other: Tensor): Tensor;
  (input: Tensor, options: { other: Tensor }): Tensor;
  (input: Scalar, other: Tensor): Tensor;
  (input: Tensor, other: Scalar): Tensor;
  (input: Tensor, options: { other: Scalar }): Tensor;
  (input: Tensor, other: Scalar, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Scalar; out: Tensor }): Tensor;
  (input: Scalar, other: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, other: Tensor, options: { out: Tensor }): Tensor;
  (input: Tensor, options: { other: Tensor; out: Tensor }): Tensor;
} = asFunction('aten::xlogy');

/**
 * `aten::xlogy_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)`
 * `aten::xlogy_.Scalar_Other(Tensor(a!) self, Scalar other) -> Tensor(a!)`
 */
export const xlogy_: {
  (input: Tensor, other: Tensor): Tensor;
  (input: Tensor, options: { other: Tensor }): Tensor;
  (input: Tensor, other: Scalar): Tensor;
  (input: Tensor, options: { other: Scalar }): Tensor;
} = asFunction('aten::xlogy_');

/**
 * `aten::zero_(Tensor(a!) self) -> Tensor(a!)`
 */
export const zero_: {
  (input: Tensor): Tensor;
} = asFunction('aten::zero_');

/**
 * `aten::zeros(SymInt[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::zeros.out(SymInt[] size, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.zeros.html
 */
export const zeros: {
  (size: readonly Int[], options?: { dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (options: { size: readonly Int[]; dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }): Tensor;
  (...size: readonly Int[]): Tensor;
  (...args: readonly [...size: Int[], options: { dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; requiresGrad?: boolean }]): Tensor;
  (size: readonly Int[], options: { out: Tensor }): Tensor;
  (options: { size: readonly Int[]; out: Tensor }): Tensor;
  (...args: readonly [...size: Int[], options: { out: Tensor }]): Tensor;
} = asFunction('aten::zeros');

/**
 * `aten::zeros_like(Tensor self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor`
 * `aten::zeros_like.out(Tensor self, *, MemoryFormat? memory_format=None, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.zeros_like.html
 */
export const zerosLike: {
  (input: Tensor, options?: { dtype?: DType | null; layout?: Layout | null; device?: DeviceLike | null; pinMemory?: boolean | null; memoryFormat?: MemoryFormat | null; requiresGrad?: boolean }): Tensor;
  (input: Tensor, options: { memoryFormat?: MemoryFormat | null; out: Tensor }): Tensor;
} = asFunction('aten::zeros_like');

export { $var as var };
