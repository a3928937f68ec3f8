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
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.abs.html
 */
export const abs: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::abs');

/**
 * `aten::abs_(Tensor(a!) self) -> Tensor(a!)`
 */
export const abs_: {
  (input: Tensor): Tensor;
} = asFunction('aten::abs_');

/**
 * `aten::absolute(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.absolute.html
 */
export const absolute: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::absolute');

/**
 * `aten::acos(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.acos.html
 */
export const acos: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::acos');

/**
 * `aten::acos_(Tensor(a!) self) -> Tensor(a!)`
 */
export const acos_: {
  (input: Tensor): Tensor;
} = asFunction('aten::acos_');

/**
 * `aten::acosh(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.acosh.html
 */
export const acosh: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::acosh');

/**
 * `aten::acosh_(Tensor(a!) self) -> Tensor(a!)`
 */
export const acosh_: {
  (input: Tensor): Tensor;
} = asFunction('aten::acosh_');

/**
 * `aten::adaptive_avg_pool1d(Tensor self, int[1] output_size) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.adaptive_avg_pool1d.html
 */
export const adaptiveAvgPool1d: {
  (input: Tensor, outputSize: Int | readonly Int[], options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The spatial size of the result. */
    outputSize: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::adaptive_avg_pool1d');

/**
 * `aten::adaptive_max_pool1d(Tensor self, int[1] output_size) -> (Tensor, Tensor)`
 */
export const adaptiveMaxPool1d: {
  (input: Tensor, outputSize: Int | readonly Int[]): [Tensor, Tensor];
  (input: Tensor, options: {
    /** The spatial size of the result. */
    outputSize: Int | readonly Int[];
  }): [Tensor, Tensor];
} = asFunction('aten::adaptive_max_pool1d');

/**
 * `aten::add.Tensor(Tensor self, Tensor other, *, Scalar alpha=1) -> Tensor`
 * `aten::add.Scalar_out(Tensor self, Scalar other, Scalar alpha=1, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.add.html
 */
export const add: {
  (input: Tensor | Scalar, other: Tensor | Scalar, options?: {
    /** The factor of `other`. */
    alpha?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor | Scalar, options: {
    /** The second operand. */
    other: Tensor | Scalar;
    /** The factor of `other`. */
    alpha?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor | Scalar, other: Scalar, alpha: Scalar | undefined, options: {
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (input: Tensor | Scalar, options: {
    /** The second operand. */
    other: Scalar;
    /** The factor of `other`. */
    alpha?: Scalar;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (input: Tensor | Scalar, other: Scalar, options: {
    /** The factor of `other`. */
    alpha?: Scalar;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
} = asFunction('aten::add');

/**
 * `aten::addbmm(Tensor self, Tensor batch1, Tensor batch2, *, Scalar beta=1, Scalar alpha=1) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.addbmm.html
 */
export const addbmm: {
  (input: Tensor, batch1: Tensor, batch2: Tensor, options?: {
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The first batch of matrices. */
    batch1: Tensor;
    /** The second batch of matrices. */
    batch2: Tensor;
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, batch1: Tensor, options: {
    /** The second batch of matrices. */
    batch2: Tensor;
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::addbmm');

/**
 * `aten::addcdiv(Tensor self, Tensor tensor1, Tensor tensor2, *, Scalar value=1) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.addcdiv.html
 */
export const addcdiv: {
  (input: Tensor, tensor1: Tensor, tensor2: Tensor, options?: {
    /** The factor of the product or quotient. */
    value?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The first factor, or the numerator. */
    tensor1: Tensor;
    /** The second factor, or the denominator. */
    tensor2: Tensor;
    /** The factor of the product or quotient. */
    value?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, tensor1: Tensor, options: {
    /** The second factor, or the denominator. */
    tensor2: Tensor;
    /** The factor of the product or quotient. */
    value?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::addcdiv');

/**
 * `aten::addcmul(Tensor self, Tensor tensor1, Tensor tensor2, *, Scalar value=1) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.addcmul.html
 */
export const addcmul: {
  (input: Tensor, tensor1: Tensor, tensor2: Tensor, options?: {
    /** The factor of the product or quotient. */
    value?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The first factor, or the numerator. */
    tensor1: Tensor;
    /** The second factor, or the denominator. */
    tensor2: Tensor;
    /** The factor of the product or quotient. */
    value?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, tensor1: Tensor, options: {
    /** The second factor, or the denominator. */
    tensor2: Tensor;
    /** The factor of the product or quotient. */
    value?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::addcmul');

/**
 * `aten::addmm(Tensor self, Tensor mat1, Tensor mat2, *, Scalar beta=1, Scalar alpha=1) -> Tensor`
 * `aten::addmm.dtype(Tensor self, Tensor mat1, Tensor mat2, ScalarType out_dtype, *, Scalar beta=1, Scalar alpha=1) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.addmm.html
 */
export const addmm: {
  (input: Tensor, mat1: Tensor, mat2: Tensor, options?: {
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The first matrix. */
    mat1: Tensor;
    /** The second matrix. */
    mat2: Tensor;
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, mat1: Tensor, options: {
    /** The second matrix. */
    mat2: Tensor;
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, mat1: Tensor, mat2: Tensor, outDtype: DType, options?: {
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The first matrix. */
    mat1: Tensor;
    /** The second matrix. */
    mat2: Tensor;
    /** The dtype of the result. */
    outDtype: DType;
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, mat1: Tensor, options: {
    /** The second matrix. */
    mat2: Tensor;
    /** The dtype of the result. */
    outDtype: DType;
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, mat1: Tensor, mat2: Tensor, options: {
    /** The dtype of the result. */
    outDtype: DType;
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::addmm');

/**
 * `aten::addmv(Tensor self, Tensor mat, Tensor vec, *, Scalar beta=1, Scalar alpha=1) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.addmv.html
 */
export const addmv: {
  (input: Tensor, mat: Tensor, vec: Tensor, options?: {
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The matrix. */
    mat: Tensor;
    /** The vector. */
    vec: Tensor;
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, mat: Tensor, options: {
    /** The vector. */
    vec: Tensor;
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::addmv');

/**
 * `aten::addmv_(Tensor(a!) self, Tensor mat, Tensor vec, *, Scalar beta=1, Scalar alpha=1) -> Tensor(a!)`
 */
export const addmv_: {
  (input: Tensor, mat: Tensor, vec: Tensor, options?: {
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
  }): Tensor;
  (input: Tensor, options: {
    /** The matrix. */
    mat: Tensor;
    /** The vector. */
    vec: Tensor;
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
  }): Tensor;
  (input: Tensor, mat: Tensor, options: {
    /** The vector. */
    vec: Tensor;
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
  }): Tensor;
} = asFunction('aten::addmv_');

/**
 * `aten::addr(Tensor self, Tensor vec1, Tensor vec2, *, Scalar beta=1, Scalar alpha=1) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.addr.html
 */
export const addr: {
  (input: Tensor, vec1: Tensor, vec2: Tensor, options?: {
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The first vector. */
    vec1: Tensor;
    /** The second vector. */
    vec2: Tensor;
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, vec1: Tensor, options: {
    /** The second vector. */
    vec2: Tensor;
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
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
 */
export const affineGridGenerator: {
  (theta: Tensor, size: readonly Int[], alignCorners: boolean, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (theta: Tensor, options: {
    /** The shape of the pictures to sample: `[N, C, H, W]` or `[N, C, D, H, W]`. */
    size: readonly Int[];
    /** Keep the values of the corner pixels. */
    alignCorners: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (theta: Tensor, size: readonly Int[], options: {
    /** Keep the values of the corner pixels. */
    alignCorners: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::affine_grid_generator');

/**
 * `aten::alias_copy(Tensor self) -> Tensor`
 */
export const aliasCopy: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::alias_copy');

/**
 * `aten::all(Tensor self) -> Tensor`
 * `aten::all.dims(Tensor self, int[]? dim=None, bool keepdim=False) -> Tensor`
 * `aten::all.dim(Tensor self, int dim, bool keepdim=False) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.all.html
 */
export const all: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim?: readonly Int[] | null, keepdim?: boolean, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The dimensions to reduce. Default: all. */
    dim?: readonly Int[] | null;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: readonly Int[] | null, options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int, keepdim?: boolean, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The dimensions to reduce. Default: all. */
    dim: Int;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int, options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::all');

/**
 * `aten::allclose(Tensor self, Tensor other, float rtol=1.0000000000000001e-05, float atol=1e-08, bool equal_nan=False) -> bool`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.allclose.html
 */
export const allclose: {
  (input: Tensor, other: Tensor, rtol?: number, atol?: number, equalNan?: boolean): boolean;
  (input: Tensor, options: {
    /** The second operand. */
    other: Tensor;
    /** The difference that is allowed, as a fraction of `other`. */
    rtol?: number;
    /** The difference that is allowed, as a number. */
    atol?: number;
    /** NaN equals NaN. */
    equalNan?: boolean;
  }): boolean;
  (input: Tensor, other: Tensor, options: {
    /** The difference that is allowed, as a fraction of `other`. */
    rtol?: number;
    /** The difference that is allowed, as a number. */
    atol?: number;
    /** NaN equals NaN. */
    equalNan?: boolean;
  }): boolean;
  (input: Tensor, other: Tensor, rtol: number, options: {
    /** The difference that is allowed, as a number. */
    atol?: number;
    /** NaN equals NaN. */
    equalNan?: boolean;
  }): boolean;
  (input: Tensor, other: Tensor, rtol: number, atol: number, options: {
    /** NaN equals NaN. */
    equalNan?: boolean;
  }): boolean;
} = asFunction('aten::allclose');

/**
 * `aten::alpha_dropout(Tensor input, float p, bool train) -> Tensor`
 */
export const alphaDropout: {
  (input: Tensor, p: number, train: boolean): Tensor;
  (input: Tensor, options: {
    /** The probability with which an element becomes 0. */
    p: number;
    /** Drop elements; false returns the input. */
    train: boolean;
  }): Tensor;
  (input: Tensor, p: number, options: {
    /** Drop elements; false returns the input. */
    train: boolean;
  }): Tensor;
} = asFunction('aten::alpha_dropout');

/**
 * `aten::alpha_dropout_(Tensor(a!) self, float p, bool train) -> Tensor(a!)`
 */
export const alphaDropout_: {
  (input: Tensor, p: number, train: boolean): Tensor;
  (input: Tensor, options: {
    /** The probability with which an element becomes 0. */
    p: number;
    /** Drop elements; false returns the input. */
    train: boolean;
  }): Tensor;
  (input: Tensor, p: number, options: {
    /** Drop elements; false returns the input. */
    train: boolean;
  }): Tensor;
} = asFunction('aten::alpha_dropout_');

/**
 * `aten::amax(Tensor self, int[1] dim=[], bool keepdim=False) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.amax.html
 */
export const amax: {
  (input: Tensor, dim?: Int | readonly Int[], keepdim?: boolean, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The dimensions to reduce. Default: all. */
    dim?: Int | readonly Int[];
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int | readonly Int[], options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::amax');

/**
 * `aten::amin(Tensor self, int[1] dim=[], bool keepdim=False) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.amin.html
 */
export const amin: {
  (input: Tensor, dim?: Int | readonly Int[], keepdim?: boolean, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The dimensions to reduce. Default: all. */
    dim?: Int | readonly Int[];
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int | readonly Int[], options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::amin');

/**
 * `aten::aminmax(Tensor self, *, int? dim=None, bool keepdim=False) -> (Tensor min, Tensor max)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.aminmax.html
 */
export const aminmax: {
  (input: Tensor, options?: {
    /** The dimensions to reduce. Default: all. */
    dim?: Int | null;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [min: Tensor, max: Tensor];
} = asFunction('aten::aminmax');

/**
 * `aten::angle(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.angle.html
 */
export const angle: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::angle');

/**
 * `aten::any(Tensor self) -> Tensor`
 * `aten::any.dims(Tensor self, int[]? dim=None, bool keepdim=False) -> Tensor`
 * `aten::any.dim(Tensor self, int dim, bool keepdim=False) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.any.html
 */
export const any: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim?: readonly Int[] | null, keepdim?: boolean, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The dimensions to reduce. Default: all. */
    dim?: readonly Int[] | null;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: readonly Int[] | null, options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int, keepdim?: boolean, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The dimensions to reduce. Default: all. */
    dim: Int;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int, options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
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
  (end: Scalar, options?: {
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (options: {
    /** Where the values end; not included. */
    end: Scalar;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (start: Scalar, end: Scalar, options?: {
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (options: {
    /** The first value. */
    start: Scalar;
    /** Where the values end; not included. */
    end: Scalar;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (start: Scalar, options: {
    /** Where the values end; not included. */
    end: Scalar;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (start: Scalar, end: Scalar, step?: Scalar, options?: {
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (options: {
    /** The first value. */
    start: Scalar;
    /** Where the values end; not included. */
    end: Scalar;
    /** The difference between neighbors. */
    step?: Scalar;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (start: Scalar, options: {
    /** Where the values end; not included. */
    end: Scalar;
    /** The difference between neighbors. */
    step?: Scalar;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (start: Scalar, end: Scalar, options: {
    /** The difference between neighbors. */
    step?: Scalar;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (end: Scalar, options: {
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (options: {
    /** Where the values end; not included. */
    end: Scalar;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (start: Scalar, end: Scalar, step: Scalar | undefined, options: {
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (options: {
    /** The first value. */
    start: Scalar;
    /** Where the values end; not included. */
    end: Scalar;
    /** The difference between neighbors. */
    step?: Scalar;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (start: Scalar, options: {
    /** Where the values end; not included. */
    end: Scalar;
    /** The difference between neighbors. */
    step?: Scalar;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (start: Scalar, end: Scalar, options: {
    /** The difference between neighbors. */
    step?: Scalar;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
} = asFunction('aten::arange');

/**
 * `aten::arccos(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.arccos.html
 */
export const arccos: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::arccos');

/**
 * `aten::arccos_(Tensor(a!) self) -> Tensor(a!)`
 */
export const arccos_: {
  (input: Tensor): Tensor;
} = asFunction('aten::arccos_');

/**
 * `aten::arccosh(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.arccosh.html
 */
export const arccosh: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::arccosh');

/**
 * `aten::arccosh_(Tensor(a!) self) -> Tensor(a!)`
 */
export const arccosh_: {
  (input: Tensor): Tensor;
} = asFunction('aten::arccosh_');

/**
 * `aten::arcsin(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.arcsin.html
 */
export const arcsin: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::arcsin');

/**
 * `aten::arcsin_(Tensor(a!) self) -> Tensor(a!)`
 */
export const arcsin_: {
  (input: Tensor): Tensor;
} = asFunction('aten::arcsin_');

/**
 * `aten::arcsinh(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.arcsinh.html
 */
export const arcsinh: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::arcsinh');

/**
 * `aten::arcsinh_(Tensor(a!) self) -> Tensor(a!)`
 */
export const arcsinh_: {
  (input: Tensor): Tensor;
} = asFunction('aten::arcsinh_');

/**
 * `aten::arctan(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.arctan.html
 */
export const arctan: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::arctan');

/**
 * `aten::arctan2(Tensor self, Tensor other) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.arctan2.html
 */
export const arctan2: {
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
} = asFunction('aten::arctan2');

/**
 * `aten::arctan_(Tensor(a!) self) -> Tensor(a!)`
 */
export const arctan_: {
  (input: Tensor): Tensor;
} = asFunction('aten::arctan_');

/**
 * `aten::arctanh(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.arctanh.html
 */
export const arctanh: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::arctanh');

/**
 * `aten::arctanh_(Tensor(a!) self) -> Tensor(a!)`
 */
export const arctanh_: {
  (input: Tensor): Tensor;
} = asFunction('aten::arctanh_');

/**
 * `aten::argmax(Tensor self, int? dim=None, bool keepdim=False) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.argmax.html
 */
export const argmax: {
  (input: Tensor, dim?: Int | null, keepdim?: boolean, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The dimensions to reduce. Default: all. */
    dim?: Int | null;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int | null, options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::argmax');

/**
 * `aten::argmin(Tensor self, int? dim=None, bool keepdim=False) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.argmin.html
 */
export const argmin: {
  (input: Tensor, dim?: Int | null, keepdim?: boolean, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The dimensions to reduce. Default: all. */
    dim?: Int | null;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int | null, options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::argmin');

/**
 * `aten::argsort.stable(Tensor self, *, bool stable, int dim=-1, bool descending=False) -> Tensor`
 * `aten::argsort(Tensor self, int dim=-1, bool descending=False) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.argsort.html
 */
export const argsort: {
  (input: Tensor, options: {
    /** Keep the order of equal values. */
    stable: boolean;
    /** The dimension to work along. */
    dim?: Int;
    /** Sort from high to low. */
    descending?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim?: Int, descending?: boolean): Tensor;
  (input: Tensor, options: {
    /** The dimension to work along. */
    dim?: Int;
    /** Sort from high to low. */
    descending?: boolean;
  }): Tensor;
  (input: Tensor, dim: Int, options: {
    /** Sort from high to low. */
    descending?: boolean;
  }): Tensor;
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
  (input: Tensor, options: {
    /** The shape of the result. */
    size: readonly Int[];
    /** The distance in memory between neighbors of each dimension, in elements. */
    stride: readonly Int[];
    /** The position of the first element in the storage. */
    storageOffset?: Int | null;
  }): Tensor;
  (input: Tensor, size: readonly Int[], options: {
    /** The distance in memory between neighbors of each dimension, in elements. */
    stride: readonly Int[];
    /** The position of the first element in the storage. */
    storageOffset?: Int | null;
  }): Tensor;
  (input: Tensor, size: readonly Int[], stride: readonly Int[], options: {
    /** The position of the first element in the storage. */
    storageOffset?: Int | null;
  }): Tensor;
} = asFunction('aten::as_strided');

/**
 * `aten::as_strided_copy(Tensor self, SymInt[] size, SymInt[] stride, SymInt? storage_offset=None) -> Tensor`
 */
export const asStridedCopy: {
  (input: Tensor, size: readonly Int[], stride: readonly Int[], storageOffset?: Int | null, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The shape of the result. */
    size: readonly Int[];
    /** The distance in memory between neighbors of each dimension, in elements. */
    stride: readonly Int[];
    /** The position of the first element in the storage. */
    storageOffset?: Int | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, size: readonly Int[], options: {
    /** The distance in memory between neighbors of each dimension, in elements. */
    stride: readonly Int[];
    /** The position of the first element in the storage. */
    storageOffset?: Int | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, size: readonly Int[], stride: readonly Int[], options: {
    /** The position of the first element in the storage. */
    storageOffset?: Int | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::as_strided_copy');

/**
 * `aten::as_strided_scatter(Tensor self, Tensor src, SymInt[] size, SymInt[] stride, SymInt? storage_offset=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.as_strided_scatter.html
 */
export const asStridedScatter: {
  (input: Tensor, src: Tensor, size: readonly Int[], stride: readonly Int[], storageOffset?: Int | null, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The values to write or add. */
    src: Tensor;
    /** The shape of the result. */
    size: readonly Int[];
    /** The distance in memory between neighbors of each dimension, in elements. */
    stride: readonly Int[];
    /** The position of the first element in the storage. */
    storageOffset?: Int | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, src: Tensor, options: {
    /** The shape of the result. */
    size: readonly Int[];
    /** The distance in memory between neighbors of each dimension, in elements. */
    stride: readonly Int[];
    /** The position of the first element in the storage. */
    storageOffset?: Int | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, src: Tensor, size: readonly Int[], options: {
    /** The distance in memory between neighbors of each dimension, in elements. */
    stride: readonly Int[];
    /** The position of the first element in the storage. */
    storageOffset?: Int | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, src: Tensor, size: readonly Int[], stride: readonly Int[], options: {
    /** The position of the first element in the storage. */
    storageOffset?: Int | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::as_strided_scatter');

/**
 * `aten::as_strided_(Tensor(a!) self, SymInt[] size, SymInt[] stride, SymInt? storage_offset=None) -> Tensor(a!)`
 */
export const asStrided_: {
  (input: Tensor, size: readonly Int[], stride: readonly Int[], storageOffset?: Int | null): Tensor;
  (input: Tensor, options: {
    /** The shape of the result. */
    size: readonly Int[];
    /** The distance in memory between neighbors of each dimension, in elements. */
    stride: readonly Int[];
    /** The position of the first element in the storage. */
    storageOffset?: Int | null;
  }): Tensor;
  (input: Tensor, size: readonly Int[], options: {
    /** The distance in memory between neighbors of each dimension, in elements. */
    stride: readonly Int[];
    /** The position of the first element in the storage. */
    storageOffset?: Int | null;
  }): Tensor;
  (input: Tensor, size: readonly Int[], stride: readonly Int[], options: {
    /** The position of the first element in the storage. */
    storageOffset?: Int | null;
  }): Tensor;
} = asFunction('aten::as_strided_');

/**
 * `aten::asin(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.asin.html
 */
export const asin: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::asin');

/**
 * `aten::asin_(Tensor(a!) self) -> Tensor(a!)`
 */
export const asin_: {
  (input: Tensor): Tensor;
} = asFunction('aten::asin_');

/**
 * `aten::asinh(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.asinh.html
 */
export const asinh: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::asinh');

/**
 * `aten::asinh_(Tensor(a!) self) -> Tensor(a!)`
 */
export const asinh_: {
  (input: Tensor): Tensor;
} = asFunction('aten::asinh_');

/**
 * `aten::atan(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.atan.html
 */
export const atan: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::atan');

/**
 * `aten::atan2(Tensor self, Tensor other) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.atan2.html
 */
export const atan2: {
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
} = asFunction('aten::atan2');

/**
 * `aten::atan_(Tensor(a!) self) -> Tensor(a!)`
 */
export const atan_: {
  (input: Tensor): Tensor;
} = asFunction('aten::atan_');

/**
 * `aten::atanh(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.atanh.html
 */
export const atanh: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::atanh');

/**
 * `aten::atanh_(Tensor(a!) self) -> Tensor(a!)`
 */
export const atanh_: {
  (input: Tensor): Tensor;
} = asFunction('aten::atanh_');

/**
 * `aten::avg_pool1d(Tensor self, int[1] kernel_size, int[1] stride=[], int[1] padding=[0], bool ceil_mode=False, bool count_include_pad=True) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.avg_pool1d.html
 */
export const avgPool1d: {
  (input: Tensor, kernelSize: Int | readonly Int[], stride?: Int | readonly Int[], padding?: Int | readonly Int[], ceilMode?: boolean, countIncludePad?: boolean, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The size of a window. */
    kernelSize: Int | readonly Int[];
    /** The step from one window to the next. Default: `kernelSize`. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
    /** Count the padding as elements of a window. */
    countIncludePad?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], options: {
    /** The step from one window to the next. Default: `kernelSize`. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
    /** Count the padding as elements of a window. */
    countIncludePad?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], options: {
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
    /** Count the padding as elements of a window. */
    countIncludePad?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], options: {
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
    /** Count the padding as elements of a window. */
    countIncludePad?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], ceilMode: boolean, options: {
    /** Count the padding as elements of a window. */
    countIncludePad?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::avg_pool1d');

/**
 * `aten::baddbmm(Tensor self, Tensor batch1, Tensor batch2, *, Scalar beta=1, Scalar alpha=1) -> Tensor`
 * `aten::baddbmm.dtype(Tensor self, Tensor batch1, Tensor batch2, ScalarType out_dtype, *, Scalar beta=1, Scalar alpha=1) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.baddbmm.html
 */
export const baddbmm: {
  (input: Tensor, batch1: Tensor, batch2: Tensor, options?: {
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The first batch of matrices. */
    batch1: Tensor;
    /** The second batch of matrices. */
    batch2: Tensor;
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, batch1: Tensor, options: {
    /** The second batch of matrices. */
    batch2: Tensor;
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, batch1: Tensor, batch2: Tensor, outDtype: DType, options?: {
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The first batch of matrices. */
    batch1: Tensor;
    /** The second batch of matrices. */
    batch2: Tensor;
    /** The dtype of the result. */
    outDtype: DType;
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, batch1: Tensor, options: {
    /** The second batch of matrices. */
    batch2: Tensor;
    /** The dtype of the result. */
    outDtype: DType;
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, batch1: Tensor, batch2: Tensor, options: {
    /** The dtype of the result. */
    outDtype: DType;
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
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
  (windowLength: Int, options?: {
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (options: {
    /** The number of values. */
    windowLength: Int;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (windowLength: Int, periodic: boolean, options?: {
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (options: {
    /** The number of values. */
    windowLength: Int;
    /** Make a periodic window, for spectra; otherwise a symmetric one. */
    periodic: boolean;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (windowLength: Int, options: {
    /** Make a periodic window, for spectra; otherwise a symmetric one. */
    periodic: boolean;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (windowLength: Int, options: {
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (options: {
    /** The number of values. */
    windowLength: Int;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (windowLength: Int, periodic: boolean, options: {
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (options: {
    /** The number of values. */
    windowLength: Int;
    /** Make a periodic window, for spectra; otherwise a symmetric one. */
    periodic: boolean;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (windowLength: Int, options: {
    /** Make a periodic window, for spectra; otherwise a symmetric one. */
    periodic: boolean;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
} = asFunction('aten::bartlett_window');

/**
 * `aten::batch_norm(Tensor input, Tensor? weight, Tensor? bias, Tensor? running_mean, Tensor? running_var, bool training, float momentum, float eps, bool cudnn_enabled) -> Tensor`
 */
export const batchNorm: {
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, training: boolean, momentum: number, eps: number, cudnnEnabled: boolean): Tensor;
  (input: Tensor, options: {
    /** The factor of each channel or normalized element. */
    weight: Tensor | null;
    /** Added to each channel or normalized element. */
    bias: Tensor | null;
    /** The running means, which are updated. */
    runningMean: Tensor | null;
    /** The running variances, which are updated. */
    runningVar: Tensor | null;
    /** Normalize by the batch and update the running statistics. */
    training: boolean;
    /** The weight of the new batch in the running statistics. */
    momentum: number;
    /** Added to the variance, against division by 0. */
    eps: number;
    /** Allow cuDNN. */
    cudnnEnabled: boolean;
  }): Tensor;
  (input: Tensor, weight: Tensor | null, options: {
    /** Added to each channel or normalized element. */
    bias: Tensor | null;
    /** The running means, which are updated. */
    runningMean: Tensor | null;
    /** The running variances, which are updated. */
    runningVar: Tensor | null;
    /** Normalize by the batch and update the running statistics. */
    training: boolean;
    /** The weight of the new batch in the running statistics. */
    momentum: number;
    /** Added to the variance, against division by 0. */
    eps: number;
    /** Allow cuDNN. */
    cudnnEnabled: boolean;
  }): Tensor;
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, options: {
    /** The running means, which are updated. */
    runningMean: Tensor | null;
    /** The running variances, which are updated. */
    runningVar: Tensor | null;
    /** Normalize by the batch and update the running statistics. */
    training: boolean;
    /** The weight of the new batch in the running statistics. */
    momentum: number;
    /** Added to the variance, against division by 0. */
    eps: number;
    /** Allow cuDNN. */
    cudnnEnabled: boolean;
  }): Tensor;
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, runningMean: Tensor | null, options: {
    /** The running variances, which are updated. */
    runningVar: Tensor | null;
    /** Normalize by the batch and update the running statistics. */
    training: boolean;
    /** The weight of the new batch in the running statistics. */
    momentum: number;
    /** Added to the variance, against division by 0. */
    eps: number;
    /** Allow cuDNN. */
    cudnnEnabled: boolean;
  }): Tensor;
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, options: {
    /** Normalize by the batch and update the running statistics. */
    training: boolean;
    /** The weight of the new batch in the running statistics. */
    momentum: number;
    /** Added to the variance, against division by 0. */
    eps: number;
    /** Allow cuDNN. */
    cudnnEnabled: boolean;
  }): Tensor;
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, training: boolean, options: {
    /** The weight of the new batch in the running statistics. */
    momentum: number;
    /** Added to the variance, against division by 0. */
    eps: number;
    /** Allow cuDNN. */
    cudnnEnabled: boolean;
  }): Tensor;
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, training: boolean, momentum: number, options: {
    /** Added to the variance, against division by 0. */
    eps: number;
    /** Allow cuDNN. */
    cudnnEnabled: boolean;
  }): Tensor;
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, training: boolean, momentum: number, eps: number, options: {
    /** Allow cuDNN. */
    cudnnEnabled: boolean;
  }): Tensor;
} = asFunction('aten::batch_norm');

/**
 * `aten::batch_norm_backward_elemt(Tensor grad_out, Tensor input, Tensor mean, Tensor invstd, Tensor? weight, Tensor sum_dy, Tensor sum_dy_xmu, Tensor count) -> Tensor`
 */
export const batchNormBackwardElemt: {
  (gradOut: Tensor, input: Tensor, mean: Tensor, invstd: Tensor, weight: Tensor | null, sumDy: Tensor, sumDyXmu: Tensor, count: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (gradOut: Tensor, options: {
    /** The input. */
    input: Tensor;
    /** The mean of each channel. */
    mean: Tensor;
    /** One divided by the standard deviation of each channel. */
    invstd: Tensor;
    /** The factor of each channel or normalized element. */
    weight: Tensor | null;
    /** The sum of the gradients of each channel. */
    sumDy: Tensor;
    /** The sum of the gradients times the centered inputs of each channel. */
    sumDyXmu: Tensor;
    /** The number of elements of each process. */
    count: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (gradOut: Tensor, input: Tensor, options: {
    /** The mean of each channel. */
    mean: Tensor;
    /** One divided by the standard deviation of each channel. */
    invstd: Tensor;
    /** The factor of each channel or normalized element. */
    weight: Tensor | null;
    /** The sum of the gradients of each channel. */
    sumDy: Tensor;
    /** The sum of the gradients times the centered inputs of each channel. */
    sumDyXmu: Tensor;
    /** The number of elements of each process. */
    count: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (gradOut: Tensor, input: Tensor, mean: Tensor, options: {
    /** One divided by the standard deviation of each channel. */
    invstd: Tensor;
    /** The factor of each channel or normalized element. */
    weight: Tensor | null;
    /** The sum of the gradients of each channel. */
    sumDy: Tensor;
    /** The sum of the gradients times the centered inputs of each channel. */
    sumDyXmu: Tensor;
    /** The number of elements of each process. */
    count: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (gradOut: Tensor, input: Tensor, mean: Tensor, invstd: Tensor, options: {
    /** The factor of each channel or normalized element. */
    weight: Tensor | null;
    /** The sum of the gradients of each channel. */
    sumDy: Tensor;
    /** The sum of the gradients times the centered inputs of each channel. */
    sumDyXmu: Tensor;
    /** The number of elements of each process. */
    count: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (gradOut: Tensor, input: Tensor, mean: Tensor, invstd: Tensor, weight: Tensor | null, options: {
    /** The sum of the gradients of each channel. */
    sumDy: Tensor;
    /** The sum of the gradients times the centered inputs of each channel. */
    sumDyXmu: Tensor;
    /** The number of elements of each process. */
    count: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (gradOut: Tensor, input: Tensor, mean: Tensor, invstd: Tensor, weight: Tensor | null, sumDy: Tensor, options: {
    /** The sum of the gradients times the centered inputs of each channel. */
    sumDyXmu: Tensor;
    /** The number of elements of each process. */
    count: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (gradOut: Tensor, input: Tensor, mean: Tensor, invstd: Tensor, weight: Tensor | null, sumDy: Tensor, sumDyXmu: Tensor, options: {
    /** The number of elements of each process. */
    count: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::batch_norm_backward_elemt');

/**
 * `aten::batch_norm_backward_reduce(Tensor grad_out, Tensor input, Tensor mean, Tensor invstd, Tensor? weight, bool input_g, bool weight_g, bool bias_g) -> (Tensor, Tensor, Tensor, Tensor)`
 */
export const batchNormBackwardReduce: {
  (gradOut: Tensor, input: Tensor, mean: Tensor, invstd: Tensor, weight: Tensor | null, inputG: boolean, weightG: boolean, biasG: boolean, options?: {
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor, Tensor];
  (gradOut: Tensor, options: {
    /** The input. */
    input: Tensor;
    /** The mean of each channel. */
    mean: Tensor;
    /** One divided by the standard deviation of each channel. */
    invstd: Tensor;
    /** The factor of each channel or normalized element. */
    weight: Tensor | null;
    /** Compute the gradient of the input. */
    inputG: boolean;
    /** Compute the gradient of the weight. */
    weightG: boolean;
    /** Compute the gradient of the bias. */
    biasG: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor, Tensor];
  (gradOut: Tensor, input: Tensor, options: {
    /** The mean of each channel. */
    mean: Tensor;
    /** One divided by the standard deviation of each channel. */
    invstd: Tensor;
    /** The factor of each channel or normalized element. */
    weight: Tensor | null;
    /** Compute the gradient of the input. */
    inputG: boolean;
    /** Compute the gradient of the weight. */
    weightG: boolean;
    /** Compute the gradient of the bias. */
    biasG: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor, Tensor];
  (gradOut: Tensor, input: Tensor, mean: Tensor, options: {
    /** One divided by the standard deviation of each channel. */
    invstd: Tensor;
    /** The factor of each channel or normalized element. */
    weight: Tensor | null;
    /** Compute the gradient of the input. */
    inputG: boolean;
    /** Compute the gradient of the weight. */
    weightG: boolean;
    /** Compute the gradient of the bias. */
    biasG: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor, Tensor];
  (gradOut: Tensor, input: Tensor, mean: Tensor, invstd: Tensor, options: {
    /** The factor of each channel or normalized element. */
    weight: Tensor | null;
    /** Compute the gradient of the input. */
    inputG: boolean;
    /** Compute the gradient of the weight. */
    weightG: boolean;
    /** Compute the gradient of the bias. */
    biasG: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor, Tensor];
  (gradOut: Tensor, input: Tensor, mean: Tensor, invstd: Tensor, weight: Tensor | null, options: {
    /** Compute the gradient of the input. */
    inputG: boolean;
    /** Compute the gradient of the weight. */
    weightG: boolean;
    /** Compute the gradient of the bias. */
    biasG: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor, Tensor];
  (gradOut: Tensor, input: Tensor, mean: Tensor, invstd: Tensor, weight: Tensor | null, inputG: boolean, options: {
    /** Compute the gradient of the weight. */
    weightG: boolean;
    /** Compute the gradient of the bias. */
    biasG: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor, Tensor];
  (gradOut: Tensor, input: Tensor, mean: Tensor, invstd: Tensor, weight: Tensor | null, inputG: boolean, weightG: boolean, options: {
    /** Compute the gradient of the bias. */
    biasG: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor, Tensor];
} = asFunction('aten::batch_norm_backward_reduce');

/**
 * `aten::batch_norm_elemt(Tensor input, Tensor? weight, Tensor? bias, Tensor mean, Tensor invstd, float eps) -> Tensor`
 */
export const batchNormElemt: {
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, mean: Tensor, invstd: Tensor, eps: number, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The factor of each channel or normalized element. */
    weight: Tensor | null;
    /** Added to each channel or normalized element. */
    bias: Tensor | null;
    /** The mean of each channel. */
    mean: Tensor;
    /** One divided by the standard deviation of each channel. */
    invstd: Tensor;
    /** Added to the variance, against division by 0. */
    eps: number;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor | null, options: {
    /** Added to each channel or normalized element. */
    bias: Tensor | null;
    /** The mean of each channel. */
    mean: Tensor;
    /** One divided by the standard deviation of each channel. */
    invstd: Tensor;
    /** Added to the variance, against division by 0. */
    eps: number;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, options: {
    /** The mean of each channel. */
    mean: Tensor;
    /** One divided by the standard deviation of each channel. */
    invstd: Tensor;
    /** Added to the variance, against division by 0. */
    eps: number;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, mean: Tensor, options: {
    /** One divided by the standard deviation of each channel. */
    invstd: Tensor;
    /** Added to the variance, against division by 0. */
    eps: number;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, mean: Tensor, invstd: Tensor, options: {
    /** Added to the variance, against division by 0. */
    eps: number;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::batch_norm_elemt');

/**
 * `aten::batch_norm_gather_stats(Tensor input, Tensor mean, Tensor invstd, Tensor? running_mean, Tensor? running_var, float momentum, float eps, int count) -> (Tensor, Tensor)`
 */
export const batchNormGatherStats: {
  (input: Tensor, mean: Tensor, invstd: Tensor, runningMean: Tensor | null, runningVar: Tensor | null, momentum: number, eps: number, count: Int, options?: {
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
  (input: Tensor, options: {
    /** The mean of each channel. */
    mean: Tensor;
    /** One divided by the standard deviation of each channel. */
    invstd: Tensor;
    /** The running means, which are updated. */
    runningMean: Tensor | null;
    /** The running variances, which are updated. */
    runningVar: Tensor | null;
    /** The weight of the new batch in the running statistics. */
    momentum: number;
    /** Added to the variance, against division by 0. */
    eps: number;
    /** The number of elements of each process. */
    count: Int;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
  (input: Tensor, mean: Tensor, options: {
    /** One divided by the standard deviation of each channel. */
    invstd: Tensor;
    /** The running means, which are updated. */
    runningMean: Tensor | null;
    /** The running variances, which are updated. */
    runningVar: Tensor | null;
    /** The weight of the new batch in the running statistics. */
    momentum: number;
    /** Added to the variance, against division by 0. */
    eps: number;
    /** The number of elements of each process. */
    count: Int;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
  (input: Tensor, mean: Tensor, invstd: Tensor, options: {
    /** The running means, which are updated. */
    runningMean: Tensor | null;
    /** The running variances, which are updated. */
    runningVar: Tensor | null;
    /** The weight of the new batch in the running statistics. */
    momentum: number;
    /** Added to the variance, against division by 0. */
    eps: number;
    /** The number of elements of each process. */
    count: Int;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
  (input: Tensor, mean: Tensor, invstd: Tensor, runningMean: Tensor | null, options: {
    /** The running variances, which are updated. */
    runningVar: Tensor | null;
    /** The weight of the new batch in the running statistics. */
    momentum: number;
    /** Added to the variance, against division by 0. */
    eps: number;
    /** The number of elements of each process. */
    count: Int;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
  (input: Tensor, mean: Tensor, invstd: Tensor, runningMean: Tensor | null, runningVar: Tensor | null, options: {
    /** The weight of the new batch in the running statistics. */
    momentum: number;
    /** Added to the variance, against division by 0. */
    eps: number;
    /** The number of elements of each process. */
    count: Int;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
  (input: Tensor, mean: Tensor, invstd: Tensor, runningMean: Tensor | null, runningVar: Tensor | null, momentum: number, options: {
    /** Added to the variance, against division by 0. */
    eps: number;
    /** The number of elements of each process. */
    count: Int;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
  (input: Tensor, mean: Tensor, invstd: Tensor, runningMean: Tensor | null, runningVar: Tensor | null, momentum: number, eps: number, options: {
    /** The number of elements of each process. */
    count: Int;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
} = asFunction('aten::batch_norm_gather_stats');

/**
 * `aten::batch_norm_gather_stats_with_counts(Tensor input, Tensor mean, Tensor invstd, Tensor? running_mean, Tensor? running_var, float momentum, float eps, Tensor counts) -> (Tensor, Tensor)`
 */
export const batchNormGatherStatsWithCounts: {
  (input: Tensor, mean: Tensor, invstd: Tensor, runningMean: Tensor | null, runningVar: Tensor | null, momentum: number, eps: number, counts: Tensor, options?: {
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
  (input: Tensor, options: {
    /** The mean of each channel. */
    mean: Tensor;
    /** One divided by the standard deviation of each channel. */
    invstd: Tensor;
    /** The running means, which are updated. */
    runningMean: Tensor | null;
    /** The running variances, which are updated. */
    runningVar: Tensor | null;
    /** The weight of the new batch in the running statistics. */
    momentum: number;
    /** Added to the variance, against division by 0. */
    eps: number;
    /** The number of elements of each process. */
    counts: Tensor;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
  (input: Tensor, mean: Tensor, options: {
    /** One divided by the standard deviation of each channel. */
    invstd: Tensor;
    /** The running means, which are updated. */
    runningMean: Tensor | null;
    /** The running variances, which are updated. */
    runningVar: Tensor | null;
    /** The weight of the new batch in the running statistics. */
    momentum: number;
    /** Added to the variance, against division by 0. */
    eps: number;
    /** The number of elements of each process. */
    counts: Tensor;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
  (input: Tensor, mean: Tensor, invstd: Tensor, options: {
    /** The running means, which are updated. */
    runningMean: Tensor | null;
    /** The running variances, which are updated. */
    runningVar: Tensor | null;
    /** The weight of the new batch in the running statistics. */
    momentum: number;
    /** Added to the variance, against division by 0. */
    eps: number;
    /** The number of elements of each process. */
    counts: Tensor;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
  (input: Tensor, mean: Tensor, invstd: Tensor, runningMean: Tensor | null, options: {
    /** The running variances, which are updated. */
    runningVar: Tensor | null;
    /** The weight of the new batch in the running statistics. */
    momentum: number;
    /** Added to the variance, against division by 0. */
    eps: number;
    /** The number of elements of each process. */
    counts: Tensor;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
  (input: Tensor, mean: Tensor, invstd: Tensor, runningMean: Tensor | null, runningVar: Tensor | null, options: {
    /** The weight of the new batch in the running statistics. */
    momentum: number;
    /** Added to the variance, against division by 0. */
    eps: number;
    /** The number of elements of each process. */
    counts: Tensor;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
  (input: Tensor, mean: Tensor, invstd: Tensor, runningMean: Tensor | null, runningVar: Tensor | null, momentum: number, options: {
    /** Added to the variance, against division by 0. */
    eps: number;
    /** The number of elements of each process. */
    counts: Tensor;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
  (input: Tensor, mean: Tensor, invstd: Tensor, runningMean: Tensor | null, runningVar: Tensor | null, momentum: number, eps: number, options: {
    /** The number of elements of each process. */
    counts: Tensor;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
} = asFunction('aten::batch_norm_gather_stats_with_counts');

/**
 * `aten::batch_norm_stats(Tensor input, float eps) -> (Tensor, Tensor)`
 */
export const batchNormStats: {
  (input: Tensor, eps: number, options?: {
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
  (input: Tensor, options: {
    /** Added to the variance, against division by 0. */
    eps: number;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
} = asFunction('aten::batch_norm_stats');

/**
 * `aten::batch_norm_update_stats(Tensor input, Tensor? running_mean, Tensor? running_var, float momentum) -> (Tensor, Tensor)`
 */
export const batchNormUpdateStats: {
  (input: Tensor, runningMean: Tensor | null, runningVar: Tensor | null, momentum: number, options?: {
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
  (input: Tensor, options: {
    /** The running means, which are updated. */
    runningMean: Tensor | null;
    /** The running variances, which are updated. */
    runningVar: Tensor | null;
    /** The weight of the new batch in the running statistics. */
    momentum: number;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
  (input: Tensor, runningMean: Tensor | null, options: {
    /** The running variances, which are updated. */
    runningVar: Tensor | null;
    /** The weight of the new batch in the running statistics. */
    momentum: number;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
  (input: Tensor, runningMean: Tensor | null, runningVar: Tensor | null, options: {
    /** The weight of the new batch in the running statistics. */
    momentum: number;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
} = asFunction('aten::batch_norm_update_stats');

/**
 * `aten::bernoulli(Tensor self, *, Generator? generator=None) -> Tensor`
 * `aten::bernoulli.p(Tensor self, float p, *, Generator? generator=None) -> Tensor`
 * `aten::bernoulli.Tensor_out(Tensor self, Tensor p, *, Generator? generator=None, Tensor(a!) out) -> Tensor(a!)`
 * `aten::bernoulli.float_out(Tensor self, float p=0.5, *, Generator? generator=None, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.bernoulli.html
 */
export const bernoulli: {
  (input: Tensor, options?: {
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, p: number, options?: {
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
  }): Tensor;
  (input: Tensor, options: {
    /** The probability of success. */
    p: number;
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
  }): Tensor;
  (input: Tensor, p: Tensor, options: {
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The probability of success. */
    p: Tensor;
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (input: Tensor, p: number | undefined, options: {
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The probability of success. */
    p?: number;
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
} = asFunction('aten::bernoulli');

/**
 * `aten::bilinear(Tensor input1, Tensor input2, Tensor weight, Tensor? bias=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.bilinear.html
 */
export const bilinear: {
  (input1: Tensor, input2: Tensor, weight: Tensor, bias?: Tensor | null): Tensor;
  (input1: Tensor, options: {
    /** The second input. */
    input2: Tensor;
    /** The weights of the layer. */
    weight: Tensor;
    /** Added to each channel or feature of the result. */
    bias?: Tensor | null;
  }): Tensor;
  (input1: Tensor, input2: Tensor, options: {
    /** The weights of the layer. */
    weight: Tensor;
    /** Added to each channel or feature of the result. */
    bias?: Tensor | null;
  }): Tensor;
  (input1: Tensor, input2: Tensor, weight: Tensor, options: {
    /** Added to each channel or feature of the result. */
    bias?: Tensor | null;
  }): Tensor;
} = asFunction('aten::bilinear');

/**
 * `aten::binary_cross_entropy_with_logits(Tensor self, Tensor target, Tensor? weight=None, Tensor? pos_weight=None, int reduction=1) -> Tensor`
 */
export const binaryCrossEntropyWithLogits: {
  (input: Tensor, target: Tensor, weight?: Tensor | null, posWeight?: Tensor | null, reduction?: Int, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The targets. */
    target: Tensor;
    /** The weight of each element. */
    weight?: Tensor | null;
    /** The weight of positive examples, for each class. */
    posWeight?: Tensor | null;
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, target: Tensor, options: {
    /** The weight of each element. */
    weight?: Tensor | null;
    /** The weight of positive examples, for each class. */
    posWeight?: Tensor | null;
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, options: {
    /** The weight of positive examples, for each class. */
    posWeight?: Tensor | null;
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, target: Tensor, weight: Tensor | null, posWeight: Tensor | null, options: {
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::binary_cross_entropy_with_logits');

/**
 * `aten::bincount(Tensor self, Tensor? weights=None, SymInt minlength=0) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.bincount.html
 */
export const bincount: {
  (input: Tensor, weights?: Tensor | null, minlength?: Int, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The weight of each value. */
    weights?: Tensor | null;
    /** The least length of the result. */
    minlength?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weights: Tensor | null, options: {
    /** The least length of the result. */
    minlength?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::bincount');

/**
 * `aten::binomial(Tensor count, Tensor prob, Generator? generator=None) -> Tensor`
 */
export const binomial: {
  (count: Tensor, prob: Tensor, generator?: Generator | null, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (count: Tensor, options: {
    /** The probability of success. */
    prob: Tensor;
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (count: Tensor, prob: Tensor, options: {
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::binomial');

/**
 * `aten::bitwise_and.Tensor(Tensor self, Tensor other) -> Tensor`
 * `aten::bitwise_and.Scalar_Tensor(Scalar self, Tensor other) -> Tensor`
 * `aten::bitwise_and.Scalar(Tensor self, Scalar other) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.bitwise_and.html
 */
export const bitwiseAnd: {
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
  (input: Scalar, other: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, other: Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The second operand. */
    other: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::bitwise_and');

/**
 * `aten::bitwise_left_shift.Tensor(Tensor self, Tensor other) -> Tensor`
 * `aten::bitwise_left_shift.Scalar_Tensor(Scalar self, Tensor other) -> Tensor`
 * `aten::bitwise_left_shift.Tensor_Scalar(Tensor self, Scalar other) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.bitwise_left_shift.html
 */
export const bitwiseLeftShift: {
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
  (input: Scalar, other: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, other: Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The second operand. */
    other: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::bitwise_left_shift');

/**
 * `aten::bitwise_not(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.bitwise_not.html
 */
export const bitwiseNot: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::bitwise_not');

/**
 * `aten::bitwise_or.Tensor(Tensor self, Tensor other) -> Tensor`
 * `aten::bitwise_or.Scalar_Tensor(Scalar self, Tensor other) -> Tensor`
 * `aten::bitwise_or.Scalar(Tensor self, Scalar other) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.bitwise_or.html
 */
export const bitwiseOr: {
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
  (input: Scalar, other: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, other: Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The second operand. */
    other: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::bitwise_or');

/**
 * `aten::bitwise_right_shift.Tensor(Tensor self, Tensor other) -> Tensor`
 * `aten::bitwise_right_shift.Scalar_Tensor(Scalar self, Tensor other) -> Tensor`
 * `aten::bitwise_right_shift.Tensor_Scalar(Tensor self, Scalar other) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.bitwise_right_shift.html
 */
export const bitwiseRightShift: {
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
  (input: Scalar, other: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, other: Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The second operand. */
    other: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::bitwise_right_shift');

/**
 * `aten::bitwise_xor.Tensor(Tensor self, Tensor other) -> Tensor`
 * `aten::bitwise_xor.Scalar_Tensor(Scalar self, Tensor other) -> Tensor`
 * `aten::bitwise_xor.Scalar(Tensor self, Scalar other) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.bitwise_xor.html
 */
export const bitwiseXor: {
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
  (input: Scalar, other: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, other: Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The second operand. */
    other: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
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
  (windowLength: Int, options?: {
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (options: {
    /** The number of values. */
    windowLength: Int;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (windowLength: Int, periodic: boolean, options?: {
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (options: {
    /** The number of values. */
    windowLength: Int;
    /** Make a periodic window, for spectra; otherwise a symmetric one. */
    periodic: boolean;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (windowLength: Int, options: {
    /** Make a periodic window, for spectra; otherwise a symmetric one. */
    periodic: boolean;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (windowLength: Int, options: {
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (options: {
    /** The number of values. */
    windowLength: Int;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (windowLength: Int, periodic: boolean, options: {
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (options: {
    /** The number of values. */
    windowLength: Int;
    /** Make a periodic window, for spectra; otherwise a symmetric one. */
    periodic: boolean;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (windowLength: Int, options: {
    /** Make a periodic window, for spectra; otherwise a symmetric one. */
    periodic: boolean;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
} = asFunction('aten::blackman_window');

/**
 * `aten::bmm(Tensor self, Tensor mat2) -> Tensor`
 * `aten::bmm.dtype(Tensor self, Tensor mat2, ScalarType out_dtype) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.bmm.html
 */
export const bmm: {
  (input: Tensor, mat2: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The second matrix. */
    mat2: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, mat2: Tensor, outDtype: DType, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The second matrix. */
    mat2: Tensor;
    /** The dtype of the result. */
    outDtype: DType;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, mat2: Tensor, options: {
    /** The dtype of the result. */
    outDtype: DType;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::bmm');

/**
 * `aten::broadcast_to(Tensor(a) self, SymInt[] size) -> Tensor(a)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.broadcast_to.html
 */
export const broadcastTo: {
  (input: Tensor, size: readonly Int[]): Tensor;
  (input: Tensor, options: {
    /** The shape of the result. */
    size: readonly Int[];
  }): Tensor;
} = asFunction('aten::broadcast_to');

/**
 * `aten::bucketize.Tensor(Tensor self, Tensor boundaries, *, bool out_int32=False, bool right=False) -> Tensor`
 * `aten::bucketize.Scalar(Scalar self, Tensor boundaries, *, bool out_int32=False, bool right=False) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.bucketize.html
 */
export const bucketize: {
  (input: Tensor, boundaries: Tensor, options?: {
    /** Return int32 instead of int64. */
    outInt32?: boolean;
    /** Take the upper boundary where a value is equal to one. */
    right?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The boundaries of the buckets, in ascending order. */
    boundaries: Tensor;
    /** Return int32 instead of int64. */
    outInt32?: boolean;
    /** Take the upper boundary where a value is equal to one. */
    right?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Scalar, boundaries: Tensor, options?: {
    /** Return int32 instead of int64. */
    outInt32?: boolean;
    /** Take the upper boundary where a value is equal to one. */
    right?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::bucketize');

/**
 * `aten::can_cast(ScalarType from_, ScalarType to) -> bool`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.can_cast.html
 */
export const canCast: {
  (from_: DType, to: DType): boolean;
  (options: {
    /** The dtype to cast from. */
    from_: DType;
    /** The dtype to cast to. */
    to: DType;
  }): boolean;
  (from_: DType, options: {
    /** The dtype to cast to. */
    to: DType;
  }): boolean;
} = asFunction('aten::can_cast');

/**
 * `aten::cat(Tensor[] tensors, int dim=0) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cat.html
 */
export const cat: {
  (tensors: readonly Tensor[], dim?: Int, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (tensors: readonly Tensor[], options: {
    /** The dimension along which tensors are joined. */
    dim?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::cat');

/**
 * `aten::ccol_indices_copy(Tensor self) -> Tensor`
 */
export const ccolIndicesCopy: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::ccol_indices_copy');

/**
 * `aten::ceil(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.ceil.html
 */
export const ceil: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::ceil');

/**
 * `aten::ceil_(Tensor(a!) self) -> Tensor(a!)`
 */
export const ceil_: {
  (input: Tensor): Tensor;
} = asFunction('aten::ceil_');

/**
 * `aten::celu(Tensor self, Scalar alpha=1.) -> Tensor`
 */
export const celu: {
  (input: Tensor, alpha?: Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The scale below 0. */
    alpha?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::celu');

/**
 * `aten::celu_(Tensor(a!) self, Scalar alpha=1.) -> Tensor(a!)`
 */
export const celu_: {
  (input: Tensor, alpha?: Scalar): Tensor;
  (input: Tensor, options: {
    /** The scale below 0. */
    alpha?: Scalar;
  }): Tensor;
} = asFunction('aten::celu_');

/**
 * `aten::channel_shuffle(Tensor self, SymInt groups) -> Tensor`
 */
export const channelShuffle: {
  (input: Tensor, groups: Int, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** Into how many groups channels are divided. */
    groups: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::channel_shuffle');

/**
 * `aten::cholesky(Tensor self, bool upper=False) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cholesky.html
 */
export const cholesky: {
  (input: Tensor, upper?: boolean, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The triangular matrix is an upper one; otherwise a lower one. */
    upper?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::cholesky');

/**
 * `aten::cholesky_inverse(Tensor self, bool upper=False) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cholesky_inverse.html
 */
export const choleskyInverse: {
  (input: Tensor, upper?: boolean, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The triangular matrix is an upper one; otherwise a lower one. */
    upper?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::cholesky_inverse');

/**
 * `aten::cholesky_solve(Tensor self, Tensor input2, bool upper=False) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cholesky_solve.html
 */
export const choleskySolve: {
  (input: Tensor, input2: Tensor, upper?: boolean, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The factor of the matrix, as `cholesky` returned it. */
    input2: Tensor;
    /** The triangular matrix is an upper one; otherwise a lower one. */
    upper?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, input2: Tensor, options: {
    /** The triangular matrix is an upper one; otherwise a lower one. */
    upper?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::cholesky_solve');

/**
 * `aten::choose_qparams_optimized(Tensor input, int numel, int n_bins, float ratio, int bit_width) -> (Tensor, Tensor)`
 */
export const chooseQparamsOptimized: {
  (input: Tensor, numel: Int, nBins: Int, ratio: number, bitWidth: Int): [Tensor, Tensor];
  (input: Tensor, options: {
    /** The number of elements. */
    numel: Int;
    /** The number of bins. */
    nBins: Int;
    /** The share of the bins that may be left out. */
    ratio: number;
    /** The number of bits. */
    bitWidth: Int;
  }): [Tensor, Tensor];
  (input: Tensor, numel: Int, options: {
    /** The number of bins. */
    nBins: Int;
    /** The share of the bins that may be left out. */
    ratio: number;
    /** The number of bits. */
    bitWidth: Int;
  }): [Tensor, Tensor];
  (input: Tensor, numel: Int, nBins: Int, options: {
    /** The share of the bins that may be left out. */
    ratio: number;
    /** The number of bits. */
    bitWidth: Int;
  }): [Tensor, Tensor];
  (input: Tensor, numel: Int, nBins: Int, ratio: number, options: {
    /** The number of bits. */
    bitWidth: Int;
  }): [Tensor, Tensor];
} = asFunction('aten::choose_qparams_optimized');

/**
 * `aten::chunk(Tensor(a -> *) self, int chunks, int dim=0) -> Tensor(a)[]`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.chunk.html
 */
export const chunk: {
  (input: Tensor, chunks: Int, dim?: Int): Tensor[];
  (input: Tensor, options: {
    /** The number of parts; the last one may be smaller, or missing. */
    chunks: Int;
    /** The dimension of the indices or parts. */
    dim?: Int;
  }): Tensor[];
  (input: Tensor, chunks: Int, options: {
    /** The dimension of the indices or parts. */
    dim?: Int;
  }): Tensor[];
} = asFunction('aten::chunk');

/**
 * `aten::clamp.Tensor(Tensor self, Tensor? min=None, Tensor? max=None) -> Tensor`
 * `aten::clamp(Tensor self, Scalar? min=None, Scalar? max=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.clamp.html
 */
export const clamp: {
  (input: Tensor, min?: Tensor | null, max?: Tensor | null, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The lower bound. */
    min?: Tensor | null;
    /** The upper bound. */
    max?: Tensor | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, min: Tensor | null, options: {
    /** The upper bound. */
    max?: Tensor | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, min?: Scalar | null, max?: Scalar | null, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The lower bound. */
    min?: Scalar | null;
    /** The upper bound. */
    max?: Scalar | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, min: Scalar | null, options: {
    /** The upper bound. */
    max?: Scalar | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::clamp');

/**
 * `aten::clamp_max.Tensor(Tensor self, Tensor max) -> Tensor`
 * `aten::clamp_max(Tensor self, Scalar max) -> Tensor`
 */
export const clampMax: {
  (input: Tensor, max: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The upper bound. */
    max: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, max: Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The upper bound. */
    max: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::clamp_max');

/**
 * `aten::clamp_max_.Tensor(Tensor(a!) self, Tensor max) -> Tensor(a!)`
 * `aten::clamp_max_(Tensor(a!) self, Scalar max) -> Tensor(a!)`
 */
export const clampMax_: {
  (input: Tensor, max: Tensor): Tensor;
  (input: Tensor, options: {
    /** The upper bound. */
    max: Tensor;
  }): Tensor;
  (input: Tensor, max: Scalar): Tensor;
  (input: Tensor, options: {
    /** The upper bound. */
    max: Scalar;
  }): Tensor;
} = asFunction('aten::clamp_max_');

/**
 * `aten::clamp_min.Tensor(Tensor self, Tensor min) -> Tensor`
 * `aten::clamp_min(Tensor self, Scalar min) -> Tensor`
 */
export const clampMin: {
  (input: Tensor, min: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The lower bound. */
    min: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, min: Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The lower bound. */
    min: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::clamp_min');

/**
 * `aten::clamp_min_.Tensor(Tensor(a!) self, Tensor min) -> Tensor(a!)`
 * `aten::clamp_min_(Tensor(a!) self, Scalar min) -> Tensor(a!)`
 */
export const clampMin_: {
  (input: Tensor, min: Tensor): Tensor;
  (input: Tensor, options: {
    /** The lower bound. */
    min: Tensor;
  }): Tensor;
  (input: Tensor, min: Scalar): Tensor;
  (input: Tensor, options: {
    /** The lower bound. */
    min: Scalar;
  }): Tensor;
} = asFunction('aten::clamp_min_');

/**
 * `aten::clamp_.Tensor(Tensor(a!) self, Tensor? min=None, Tensor? max=None) -> Tensor(a!)`
 * `aten::clamp_(Tensor(a!) self, Scalar? min=None, Scalar? max=None) -> Tensor(a!)`
 */
export const clamp_: {
  (input: Tensor, min?: Tensor | null, max?: Tensor | null): Tensor;
  (input: Tensor, options: {
    /** The lower bound. */
    min?: Tensor | null;
    /** The upper bound. */
    max?: Tensor | null;
  }): Tensor;
  (input: Tensor, min: Tensor | null, options: {
    /** The upper bound. */
    max?: Tensor | null;
  }): Tensor;
  (input: Tensor, min?: Scalar | null, max?: Scalar | null): Tensor;
  (input: Tensor, options: {
    /** The lower bound. */
    min?: Scalar | null;
    /** The upper bound. */
    max?: Scalar | null;
  }): Tensor;
  (input: Tensor, min: Scalar | null, options: {
    /** The upper bound. */
    max?: Scalar | null;
  }): Tensor;
} = asFunction('aten::clamp_');

/**
 * `aten::clip.Tensor(Tensor self, Tensor? min=None, Tensor? max=None) -> Tensor`
 * `aten::clip(Tensor self, Scalar? min=None, Scalar? max=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.clip.html
 */
export const clip: {
  (input: Tensor, min?: Tensor | null, max?: Tensor | null, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The lower bound. */
    min?: Tensor | null;
    /** The upper bound. */
    max?: Tensor | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, min: Tensor | null, options: {
    /** The upper bound. */
    max?: Tensor | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, min?: Scalar | null, max?: Scalar | null, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The lower bound. */
    min?: Scalar | null;
    /** The upper bound. */
    max?: Scalar | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, min: Scalar | null, options: {
    /** The upper bound. */
    max?: Scalar | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::clip');

/**
 * `aten::clip_.Tensor(Tensor(a!) self, Tensor? min=None, Tensor? max=None) -> Tensor(a!)`
 * `aten::clip_(Tensor(a!) self, Scalar? min=None, Scalar? max=None) -> Tensor(a!)`
 */
export const clip_: {
  (input: Tensor, min?: Tensor | null, max?: Tensor | null): Tensor;
  (input: Tensor, options: {
    /** The lower bound. */
    min?: Tensor | null;
    /** The upper bound. */
    max?: Tensor | null;
  }): Tensor;
  (input: Tensor, min: Tensor | null, options: {
    /** The upper bound. */
    max?: Tensor | null;
  }): Tensor;
  (input: Tensor, min?: Scalar | null, max?: Scalar | null): Tensor;
  (input: Tensor, options: {
    /** The lower bound. */
    min?: Scalar | null;
    /** The upper bound. */
    max?: Scalar | null;
  }): Tensor;
  (input: Tensor, min: Scalar | null, options: {
    /** The upper bound. */
    max?: Scalar | null;
  }): Tensor;
} = asFunction('aten::clip_');

/**
 * `aten::clone(Tensor self, *, MemoryFormat? memory_format=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.clone.html
 */
export const clone: {
  (input: Tensor, options?: {
    /** The order of the dimensions in memory. */
    memoryFormat?: MemoryFormat | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::clone');

/**
 * `aten::col_indices_copy(Tensor self) -> Tensor`
 */
export const colIndicesCopy: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::col_indices_copy');

/**
 * `aten::column_stack(Tensor[] tensors) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.column_stack.html
 */
export const columnStack: {
  (tensors: readonly Tensor[], options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::column_stack');

/**
 * `aten::combinations(Tensor self, int r=2, bool with_replacement=False) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.combinations.html
 */
export const combinations: {
  (input: Tensor, r?: Int, withReplacement?: boolean): Tensor;
  (input: Tensor, options: {
    /** The number of elements of each combination. */
    r?: Int;
    /** Allow an element to occur more than once. */
    withReplacement?: boolean;
  }): Tensor;
  (input: Tensor, r: Int, options: {
    /** Allow an element to occur more than once. */
    withReplacement?: boolean;
  }): Tensor;
} = asFunction('aten::combinations');

/**
 * `aten::complex(Tensor real, Tensor imag) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.complex.html
 */
export const complex: {
  (real: Tensor, imag: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (real: Tensor, options: {
    /** The imaginary parts. */
    imag: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::complex');

/**
 * `aten::concat(Tensor[] tensors, int dim=0) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.concat.html
 */
export const concat: {
  (tensors: readonly Tensor[], dim?: Int, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (tensors: readonly Tensor[], options: {
    /** The dimension along which tensors are joined. */
    dim?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::concat');

/**
 * `aten::concatenate(Tensor[] tensors, int dim=0) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.concatenate.html
 */
export const concatenate: {
  (tensors: readonly Tensor[], dim?: Int, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (tensors: readonly Tensor[], options: {
    /** The dimension along which tensors are joined. */
    dim?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
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
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.conj_physical.html
 */
export const conjPhysical: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::conj_physical');

/**
 * `aten::conj_physical_(Tensor(a!) self) -> Tensor(a!)`
 */
export const conjPhysical_: {
  (input: Tensor): Tensor;
} = asFunction('aten::conj_physical_');

/**
 * `aten::constant_pad_nd(Tensor self, SymInt[] pad, Scalar value=0) -> Tensor`
 */
export const constantPadNd: {
  (input: Tensor, pad: readonly Int[], value?: Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** How many elements are added at each side, last dimension first. */
    pad: readonly Int[];
    /** The value of the padding. */
    value?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, pad: readonly Int[], options: {
    /** The value of the padding. */
    value?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::constant_pad_nd');

/**
 * `aten::conv1d(Tensor input, Tensor weight, Tensor? bias=None, SymInt[1] stride=[1], SymInt[1] padding=[0], SymInt[1] dilation=[1], SymInt groups=1) -> Tensor`
 * `aten::conv1d.padding(Tensor input, Tensor weight, Tensor? bias=None, SymInt[1] stride=[1], str padding="valid", SymInt[1] dilation=[1], SymInt groups=1) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.conv1d.html
 */
export const conv1d: {
  (input: Tensor, weight: Tensor, bias?: Tensor | null, stride?: Int | readonly Int[], padding?: Int | readonly Int[], dilation?: Int | readonly Int[], groups?: Int): Tensor;
  (input: Tensor, options: {
    /** The filters. */
    weight: Tensor;
    /** Added to each channel or feature of the result. */
    bias?: Tensor | null;
    /** The step from one window to the next. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Into how many groups channels are divided. */
    groups?: Int;
  }): Tensor;
  (input: Tensor, weight: Tensor, options: {
    /** Added to each channel or feature of the result. */
    bias?: Tensor | null;
    /** The step from one window to the next. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Into how many groups channels are divided. */
    groups?: Int;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, options: {
    /** The step from one window to the next. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Into how many groups channels are divided. */
    groups?: Int;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], options: {
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Into how many groups channels are divided. */
    groups?: Int;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], padding: Int | readonly Int[], options: {
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Into how many groups channels are divided. */
    groups?: Int;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], padding: Int | readonly Int[], dilation: Int | readonly Int[], options: {
    /** Into how many groups channels are divided. */
    groups?: Int;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias?: Tensor | null, stride?: Int | readonly Int[], padding?: string, dilation?: Int | readonly Int[], groups?: Int): Tensor;
  (input: Tensor, options: {
    /** The filters. */
    weight: Tensor;
    /** Added to each channel or feature of the result. */
    bias?: Tensor | null;
    /** The step from one window to the next. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: string;
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Into how many groups channels are divided. */
    groups?: Int;
  }): Tensor;
  (input: Tensor, weight: Tensor, options: {
    /** Added to each channel or feature of the result. */
    bias?: Tensor | null;
    /** The step from one window to the next. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: string;
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Into how many groups channels are divided. */
    groups?: Int;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, options: {
    /** The step from one window to the next. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: string;
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Into how many groups channels are divided. */
    groups?: Int;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], options: {
    /** How many elements are added on both sides. */
    padding?: string;
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Into how many groups channels are divided. */
    groups?: Int;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], padding: string, options: {
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Into how many groups channels are divided. */
    groups?: Int;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], padding: string, dilation: Int | readonly Int[], options: {
    /** Into how many groups channels are divided. */
    groups?: Int;
  }): Tensor;
} = asFunction('aten::conv1d');

/**
 * `aten::conv2d(Tensor input, Tensor weight, Tensor? bias=None, SymInt[2] stride=[1, 1], SymInt[2] padding=[0, 0], SymInt[2] dilation=[1, 1], SymInt groups=1) -> Tensor`
 * `aten::conv2d.padding(Tensor input, Tensor weight, Tensor? bias=None, SymInt[2] stride=[1, 1], str padding="valid", SymInt[2] dilation=[1, 1], SymInt groups=1) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.conv2d.html
 */
export const conv2d: {
  (input: Tensor, weight: Tensor, bias?: Tensor | null, stride?: Int | readonly Int[], padding?: Int | readonly Int[], dilation?: Int | readonly Int[], groups?: Int): Tensor;
  (input: Tensor, options: {
    /** The filters. */
    weight: Tensor;
    /** Added to each channel or feature of the result. */
    bias?: Tensor | null;
    /** The step from one window to the next. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Into how many groups channels are divided. */
    groups?: Int;
  }): Tensor;
  (input: Tensor, weight: Tensor, options: {
    /** Added to each channel or feature of the result. */
    bias?: Tensor | null;
    /** The step from one window to the next. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Into how many groups channels are divided. */
    groups?: Int;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, options: {
    /** The step from one window to the next. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Into how many groups channels are divided. */
    groups?: Int;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], options: {
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Into how many groups channels are divided. */
    groups?: Int;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], padding: Int | readonly Int[], options: {
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Into how many groups channels are divided. */
    groups?: Int;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], padding: Int | readonly Int[], dilation: Int | readonly Int[], options: {
    /** Into how many groups channels are divided. */
    groups?: Int;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias?: Tensor | null, stride?: Int | readonly Int[], padding?: string, dilation?: Int | readonly Int[], groups?: Int): Tensor;
  (input: Tensor, options: {
    /** The filters. */
    weight: Tensor;
    /** Added to each channel or feature of the result. */
    bias?: Tensor | null;
    /** The step from one window to the next. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: string;
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Into how many groups channels are divided. */
    groups?: Int;
  }): Tensor;
  (input: Tensor, weight: Tensor, options: {
    /** Added to each channel or feature of the result. */
    bias?: Tensor | null;
    /** The step from one window to the next. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: string;
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Into how many groups channels are divided. */
    groups?: Int;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, options: {
    /** The step from one window to the next. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: string;
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Into how many groups channels are divided. */
    groups?: Int;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], options: {
    /** How many elements are added on both sides. */
    padding?: string;
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Into how many groups channels are divided. */
    groups?: Int;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], padding: string, options: {
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Into how many groups channels are divided. */
    groups?: Int;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], padding: string, dilation: Int | readonly Int[], options: {
    /** Into how many groups channels are divided. */
    groups?: Int;
  }): Tensor;
} = asFunction('aten::conv2d');

/**
 * `aten::conv3d(Tensor input, Tensor weight, Tensor? bias=None, SymInt[3] stride=[1, 1, 1], SymInt[3] padding=[0, 0, 0], SymInt[3] dilation=[1, 1, 1], SymInt groups=1) -> Tensor`
 * `aten::conv3d.padding(Tensor input, Tensor weight, Tensor? bias=None, SymInt[3] stride=[1, 1, 1], str padding="valid", SymInt[3] dilation=[1, 1, 1], SymInt groups=1) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.conv3d.html
 */
export const conv3d: {
  (input: Tensor, weight: Tensor, bias?: Tensor | null, stride?: Int | readonly Int[], padding?: Int | readonly Int[], dilation?: Int | readonly Int[], groups?: Int): Tensor;
  (input: Tensor, options: {
    /** The filters. */
    weight: Tensor;
    /** Added to each channel or feature of the result. */
    bias?: Tensor | null;
    /** The step from one window to the next. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Into how many groups channels are divided. */
    groups?: Int;
  }): Tensor;
  (input: Tensor, weight: Tensor, options: {
    /** Added to each channel or feature of the result. */
    bias?: Tensor | null;
    /** The step from one window to the next. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Into how many groups channels are divided. */
    groups?: Int;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, options: {
    /** The step from one window to the next. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Into how many groups channels are divided. */
    groups?: Int;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], options: {
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Into how many groups channels are divided. */
    groups?: Int;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], padding: Int | readonly Int[], options: {
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Into how many groups channels are divided. */
    groups?: Int;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], padding: Int | readonly Int[], dilation: Int | readonly Int[], options: {
    /** Into how many groups channels are divided. */
    groups?: Int;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias?: Tensor | null, stride?: Int | readonly Int[], padding?: string, dilation?: Int | readonly Int[], groups?: Int): Tensor;
  (input: Tensor, options: {
    /** The filters. */
    weight: Tensor;
    /** Added to each channel or feature of the result. */
    bias?: Tensor | null;
    /** The step from one window to the next. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: string;
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Into how many groups channels are divided. */
    groups?: Int;
  }): Tensor;
  (input: Tensor, weight: Tensor, options: {
    /** Added to each channel or feature of the result. */
    bias?: Tensor | null;
    /** The step from one window to the next. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: string;
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Into how many groups channels are divided. */
    groups?: Int;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, options: {
    /** The step from one window to the next. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: string;
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Into how many groups channels are divided. */
    groups?: Int;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], options: {
    /** How many elements are added on both sides. */
    padding?: string;
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Into how many groups channels are divided. */
    groups?: Int;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], padding: string, options: {
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Into how many groups channels are divided. */
    groups?: Int;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], padding: string, dilation: Int | readonly Int[], options: {
    /** Into how many groups channels are divided. */
    groups?: Int;
  }): Tensor;
} = asFunction('aten::conv3d');

/**
 * `aten::conv_tbc(Tensor self, Tensor weight, Tensor bias, int pad=0) -> Tensor`
 */
export const convTbc: {
  (input: Tensor, weight: Tensor, bias: Tensor, pad?: Int, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The filters. */
    weight: Tensor;
    /** Added to each channel or feature of the result. */
    bias: Tensor;
    /** How many elements are added at both ends. */
    pad?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, options: {
    /** Added to each channel or feature of the result. */
    bias: Tensor;
    /** How many elements are added at both ends. */
    pad?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor, options: {
    /** How many elements are added at both ends. */
    pad?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::conv_tbc');

/**
 * `aten::conv_transpose1d(Tensor input, Tensor weight, Tensor? bias=None, SymInt[1] stride=[1], SymInt[1] padding=[0], SymInt[1] output_padding=[0], SymInt groups=1, SymInt[1] dilation=[1]) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.conv_transpose1d.html
 */
export const convTranspose1d: {
  (input: Tensor, weight: Tensor, bias?: Tensor | null, stride?: Int | readonly Int[], padding?: Int | readonly Int[], outputPadding?: Int | readonly Int[], groups?: Int, dilation?: Int | readonly Int[]): Tensor;
  (input: Tensor, options: {
    /** The filters. */
    weight: Tensor;
    /** Added to each channel or feature of the result. */
    bias?: Tensor | null;
    /** The step from one window to the next. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** How many elements are added on one side of the result. */
    outputPadding?: Int | readonly Int[];
    /** Into how many groups channels are divided. */
    groups?: Int;
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
  }): Tensor;
  (input: Tensor, weight: Tensor, options: {
    /** Added to each channel or feature of the result. */
    bias?: Tensor | null;
    /** The step from one window to the next. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** How many elements are added on one side of the result. */
    outputPadding?: Int | readonly Int[];
    /** Into how many groups channels are divided. */
    groups?: Int;
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, options: {
    /** The step from one window to the next. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** How many elements are added on one side of the result. */
    outputPadding?: Int | readonly Int[];
    /** Into how many groups channels are divided. */
    groups?: Int;
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], options: {
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** How many elements are added on one side of the result. */
    outputPadding?: Int | readonly Int[];
    /** Into how many groups channels are divided. */
    groups?: Int;
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], padding: Int | readonly Int[], options: {
    /** How many elements are added on one side of the result. */
    outputPadding?: Int | readonly Int[];
    /** Into how many groups channels are divided. */
    groups?: Int;
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], padding: Int | readonly Int[], outputPadding: Int | readonly Int[], options: {
    /** Into how many groups channels are divided. */
    groups?: Int;
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], padding: Int | readonly Int[], outputPadding: Int | readonly Int[], groups: Int, options: {
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
  }): Tensor;
} = asFunction('aten::conv_transpose1d');

/**
 * `aten::conv_transpose2d.input(Tensor input, Tensor weight, Tensor? bias=None, SymInt[2] stride=[1, 1], SymInt[2] padding=[0, 0], SymInt[2] output_padding=[0, 0], SymInt groups=1, SymInt[2] dilation=[1, 1]) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.conv_transpose2d.html
 */
export const convTranspose2d: {
  (input: Tensor, weight: Tensor, bias?: Tensor | null, stride?: Int | readonly Int[], padding?: Int | readonly Int[], outputPadding?: Int | readonly Int[], groups?: Int, dilation?: Int | readonly Int[]): Tensor;
  (input: Tensor, options: {
    /** The filters. */
    weight: Tensor;
    /** Added to each channel or feature of the result. */
    bias?: Tensor | null;
    /** The step from one window to the next. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** How many elements are added on one side of the result. */
    outputPadding?: Int | readonly Int[];
    /** Into how many groups channels are divided. */
    groups?: Int;
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
  }): Tensor;
  (input: Tensor, weight: Tensor, options: {
    /** Added to each channel or feature of the result. */
    bias?: Tensor | null;
    /** The step from one window to the next. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** How many elements are added on one side of the result. */
    outputPadding?: Int | readonly Int[];
    /** Into how many groups channels are divided. */
    groups?: Int;
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, options: {
    /** The step from one window to the next. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** How many elements are added on one side of the result. */
    outputPadding?: Int | readonly Int[];
    /** Into how many groups channels are divided. */
    groups?: Int;
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], options: {
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** How many elements are added on one side of the result. */
    outputPadding?: Int | readonly Int[];
    /** Into how many groups channels are divided. */
    groups?: Int;
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], padding: Int | readonly Int[], options: {
    /** How many elements are added on one side of the result. */
    outputPadding?: Int | readonly Int[];
    /** Into how many groups channels are divided. */
    groups?: Int;
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], padding: Int | readonly Int[], outputPadding: Int | readonly Int[], options: {
    /** Into how many groups channels are divided. */
    groups?: Int;
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], padding: Int | readonly Int[], outputPadding: Int | readonly Int[], groups: Int, options: {
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
  }): Tensor;
} = asFunction('aten::conv_transpose2d');

/**
 * `aten::conv_transpose3d.input(Tensor input, Tensor weight, Tensor? bias=None, SymInt[3] stride=[1, 1, 1], SymInt[3] padding=[0, 0, 0], SymInt[3] output_padding=[0, 0, 0], SymInt groups=1, SymInt[3] dilation=[1, 1, 1]) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.conv_transpose3d.html
 */
export const convTranspose3d: {
  (input: Tensor, weight: Tensor, bias?: Tensor | null, stride?: Int | readonly Int[], padding?: Int | readonly Int[], outputPadding?: Int | readonly Int[], groups?: Int, dilation?: Int | readonly Int[]): Tensor;
  (input: Tensor, options: {
    /** The filters. */
    weight: Tensor;
    /** Added to each channel or feature of the result. */
    bias?: Tensor | null;
    /** The step from one window to the next. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** How many elements are added on one side of the result. */
    outputPadding?: Int | readonly Int[];
    /** Into how many groups channels are divided. */
    groups?: Int;
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
  }): Tensor;
  (input: Tensor, weight: Tensor, options: {
    /** Added to each channel or feature of the result. */
    bias?: Tensor | null;
    /** The step from one window to the next. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** How many elements are added on one side of the result. */
    outputPadding?: Int | readonly Int[];
    /** Into how many groups channels are divided. */
    groups?: Int;
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, options: {
    /** The step from one window to the next. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** How many elements are added on one side of the result. */
    outputPadding?: Int | readonly Int[];
    /** Into how many groups channels are divided. */
    groups?: Int;
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], options: {
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** How many elements are added on one side of the result. */
    outputPadding?: Int | readonly Int[];
    /** Into how many groups channels are divided. */
    groups?: Int;
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], padding: Int | readonly Int[], options: {
    /** How many elements are added on one side of the result. */
    outputPadding?: Int | readonly Int[];
    /** Into how many groups channels are divided. */
    groups?: Int;
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], padding: Int | readonly Int[], outputPadding: Int | readonly Int[], options: {
    /** Into how many groups channels are divided. */
    groups?: Int;
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: Int | readonly Int[], padding: Int | readonly Int[], outputPadding: Int | readonly Int[], groups: Int, options: {
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
  }): Tensor;
} = asFunction('aten::conv_transpose3d');

/**
 * `aten::convolution(Tensor input, Tensor weight, Tensor? bias, SymInt[] stride, SymInt[] padding, SymInt[] dilation, bool transposed, SymInt[] output_padding, SymInt groups) -> Tensor`
 */
export const convolution: {
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: readonly Int[], padding: readonly Int[], dilation: readonly Int[], transposed: boolean, outputPadding: readonly Int[], groups: Int, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The filters. */
    weight: Tensor;
    /** Added to each channel or feature of the result. */
    bias: Tensor | null;
    /** The step from one window to the next. */
    stride: readonly Int[];
    /** How many elements are added on both sides. */
    padding: readonly Int[];
    /** The distance between elements of a window. */
    dilation: readonly Int[];
    /** Compute a transposed convolution. */
    transposed: boolean;
    /** How many elements are added on one side of the result. */
    outputPadding: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, options: {
    /** Added to each channel or feature of the result. */
    bias: Tensor | null;
    /** The step from one window to the next. */
    stride: readonly Int[];
    /** How many elements are added on both sides. */
    padding: readonly Int[];
    /** The distance between elements of a window. */
    dilation: readonly Int[];
    /** Compute a transposed convolution. */
    transposed: boolean;
    /** How many elements are added on one side of the result. */
    outputPadding: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, options: {
    /** The step from one window to the next. */
    stride: readonly Int[];
    /** How many elements are added on both sides. */
    padding: readonly Int[];
    /** The distance between elements of a window. */
    dilation: readonly Int[];
    /** Compute a transposed convolution. */
    transposed: boolean;
    /** How many elements are added on one side of the result. */
    outputPadding: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: readonly Int[], options: {
    /** How many elements are added on both sides. */
    padding: readonly Int[];
    /** The distance between elements of a window. */
    dilation: readonly Int[];
    /** Compute a transposed convolution. */
    transposed: boolean;
    /** How many elements are added on one side of the result. */
    outputPadding: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: readonly Int[], padding: readonly Int[], options: {
    /** The distance between elements of a window. */
    dilation: readonly Int[];
    /** Compute a transposed convolution. */
    transposed: boolean;
    /** How many elements are added on one side of the result. */
    outputPadding: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: readonly Int[], padding: readonly Int[], dilation: readonly Int[], options: {
    /** Compute a transposed convolution. */
    transposed: boolean;
    /** How many elements are added on one side of the result. */
    outputPadding: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: readonly Int[], padding: readonly Int[], dilation: readonly Int[], transposed: boolean, options: {
    /** How many elements are added on one side of the result. */
    outputPadding: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: readonly Int[], padding: readonly Int[], dilation: readonly Int[], transposed: boolean, outputPadding: readonly Int[], options: {
    /** Into how many groups channels are divided. */
    groups: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::convolution');

/**
 * `aten::copysign.Tensor(Tensor self, Tensor other) -> Tensor`
 * `aten::copysign.Scalar(Tensor self, Scalar other) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.copysign.html
 */
export const copysign: {
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
  (input: Tensor, other: Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The second operand. */
    other: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
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
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cos.html
 */
export const cos: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::cos');

/**
 * `aten::cos_(Tensor(a!) self) -> Tensor(a!)`
 */
export const cos_: {
  (input: Tensor): Tensor;
} = asFunction('aten::cos_');

/**
 * `aten::cosh(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cosh.html
 */
export const cosh: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
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
  (input1: Tensor, options: {
    /** The second input. */
    input2: Tensor;
    /** The targets. */
    target: Tensor;
    /** The distance beyond which an example adds no loss. */
    margin?: number;
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
  }): Tensor;
  (input1: Tensor, input2: Tensor, options: {
    /** The targets. */
    target: Tensor;
    /** The distance beyond which an example adds no loss. */
    margin?: number;
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
  }): Tensor;
  (input1: Tensor, input2: Tensor, target: Tensor, options: {
    /** The distance beyond which an example adds no loss. */
    margin?: number;
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
  }): Tensor;
  (input1: Tensor, input2: Tensor, target: Tensor, margin: number, options: {
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
  }): Tensor;
} = asFunction('aten::cosine_embedding_loss');

/**
 * `aten::cosine_similarity(Tensor x1, Tensor x2, int dim=1, float eps=1e-08) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.cosine_similarity.html
 */
export const cosineSimilarity: {
  (x1: Tensor, x2: Tensor, dim?: Int, eps?: number): Tensor;
  (x1: Tensor, options: {
    /** The second vectors. */
    x2: Tensor;
    /** The dimension to reduce. */
    dim?: Int;
    /** The least norm to divide by. */
    eps?: number;
  }): Tensor;
  (x1: Tensor, x2: Tensor, options: {
    /** The dimension to reduce. */
    dim?: Int;
    /** The least norm to divide by. */
    eps?: number;
  }): Tensor;
  (x1: Tensor, x2: Tensor, dim: Int, options: {
    /** The least norm to divide by. */
    eps?: number;
  }): Tensor;
} = asFunction('aten::cosine_similarity');

/**
 * `aten::count_nonzero(Tensor self, int? dim=None) -> Tensor`
 * `aten::count_nonzero.dim_IntList(Tensor self, int[] dim) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.count_nonzero.html
 */
export const countNonzero: {
  (input: Tensor, dim?: Int | null, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The dimensions to reduce. Default: all. */
    dim?: Int | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: readonly Int[], options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The dimensions to reduce. Default: all. */
    dim: readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::count_nonzero');

/**
 * `aten::cov(Tensor self, *, int correction=1, Tensor? fweights=None, Tensor? aweights=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cov.html
 */
export const cov: {
  (input: Tensor, options?: {
    /** What is subtracted from the number of values before dividing by it. */
    correction?: Int;
    /** How often each observation occurs. */
    fweights?: Tensor | null;
    /** The weight of each observation. */
    aweights?: Tensor | null;
  }): Tensor;
} = asFunction('aten::cov');

/**
 * `aten::cross(Tensor self, Tensor other, int? dim=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cross.html
 */
export const cross: {
  (input: Tensor, other: Tensor, dim?: Int | null, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The second operand. */
    other: Tensor;
    /** The dimension to work along. */
    dim?: Int | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, other: Tensor, options: {
    /** The dimension to work along. */
    dim?: Int | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::cross');

/**
 * `aten::crow_indices_copy(Tensor self) -> Tensor`
 */
export const crowIndicesCopy: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::crow_indices_copy');

/**
 * `aten::ctc_loss.IntList(Tensor log_probs, Tensor targets, int[] input_lengths, int[] target_lengths, int blank=0, int reduction=1, bool zero_infinity=False) -> Tensor`
 * `aten::ctc_loss.Tensor(Tensor log_probs, Tensor targets, Tensor input_lengths, Tensor target_lengths, int blank=0, int reduction=1, bool zero_infinity=False) -> Tensor`
 */
export const ctcLoss: {
  (logProbs: Tensor, targets: Tensor, inputLengths: readonly Int[], targetLengths: readonly Int[], blank?: Int, reduction?: Int, zeroInfinity?: boolean): Tensor;
  (logProbs: Tensor, options: {
    /** The labels. */
    targets: Tensor;
    /** The length of each input. */
    inputLengths: readonly Int[];
    /** The length of each target. */
    targetLengths: readonly Int[];
    /** The class that stands for no label. */
    blank?: Int;
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
    /** Turn infinite losses and their gradients into 0. */
    zeroInfinity?: boolean;
  }): Tensor;
  (logProbs: Tensor, targets: Tensor, options: {
    /** The length of each input. */
    inputLengths: readonly Int[];
    /** The length of each target. */
    targetLengths: readonly Int[];
    /** The class that stands for no label. */
    blank?: Int;
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
    /** Turn infinite losses and their gradients into 0. */
    zeroInfinity?: boolean;
  }): Tensor;
  (logProbs: Tensor, targets: Tensor, inputLengths: readonly Int[], options: {
    /** The length of each target. */
    targetLengths: readonly Int[];
    /** The class that stands for no label. */
    blank?: Int;
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
    /** Turn infinite losses and their gradients into 0. */
    zeroInfinity?: boolean;
  }): Tensor;
  (logProbs: Tensor, targets: Tensor, inputLengths: readonly Int[], targetLengths: readonly Int[], options: {
    /** The class that stands for no label. */
    blank?: Int;
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
    /** Turn infinite losses and their gradients into 0. */
    zeroInfinity?: boolean;
  }): Tensor;
  (logProbs: Tensor, targets: Tensor, inputLengths: readonly Int[], targetLengths: readonly Int[], blank: Int, options: {
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
    /** Turn infinite losses and their gradients into 0. */
    zeroInfinity?: boolean;
  }): Tensor;
  (logProbs: Tensor, targets: Tensor, inputLengths: readonly Int[], targetLengths: readonly Int[], blank: Int, reduction: Int, options: {
    /** Turn infinite losses and their gradients into 0. */
    zeroInfinity?: boolean;
  }): Tensor;
  (logProbs: Tensor, targets: Tensor, inputLengths: Tensor, targetLengths: Tensor, blank?: Int, reduction?: Int, zeroInfinity?: boolean): Tensor;
  (logProbs: Tensor, options: {
    /** The labels. */
    targets: Tensor;
    /** The length of each input. */
    inputLengths: Tensor;
    /** The length of each target. */
    targetLengths: Tensor;
    /** The class that stands for no label. */
    blank?: Int;
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
    /** Turn infinite losses and their gradients into 0. */
    zeroInfinity?: boolean;
  }): Tensor;
  (logProbs: Tensor, targets: Tensor, options: {
    /** The length of each input. */
    inputLengths: Tensor;
    /** The length of each target. */
    targetLengths: Tensor;
    /** The class that stands for no label. */
    blank?: Int;
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
    /** Turn infinite losses and their gradients into 0. */
    zeroInfinity?: boolean;
  }): Tensor;
  (logProbs: Tensor, targets: Tensor, inputLengths: Tensor, options: {
    /** The length of each target. */
    targetLengths: Tensor;
    /** The class that stands for no label. */
    blank?: Int;
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
    /** Turn infinite losses and their gradients into 0. */
    zeroInfinity?: boolean;
  }): Tensor;
  (logProbs: Tensor, targets: Tensor, inputLengths: Tensor, targetLengths: Tensor, options: {
    /** The class that stands for no label. */
    blank?: Int;
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
    /** Turn infinite losses and their gradients into 0. */
    zeroInfinity?: boolean;
  }): Tensor;
  (logProbs: Tensor, targets: Tensor, inputLengths: Tensor, targetLengths: Tensor, blank: Int, options: {
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
    /** Turn infinite losses and their gradients into 0. */
    zeroInfinity?: boolean;
  }): Tensor;
  (logProbs: Tensor, targets: Tensor, inputLengths: Tensor, targetLengths: Tensor, blank: Int, reduction: Int, options: {
    /** Turn infinite losses and their gradients into 0. */
    zeroInfinity?: boolean;
  }): Tensor;
} = asFunction('aten::ctc_loss');

/**
 * `aten::cudnn_affine_grid_generator(Tensor theta, int N, int C, int H, int W) -> Tensor grid`
 */
export const cudnnAffineGridGenerator: {
  (theta: Tensor, N: Int, C: Int, H: Int, W: Int, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (theta: Tensor, options: {
    /** The size of the batch. */
    N: Int;
    /** The number of channels. */
    C: Int;
    /** The height. */
    H: Int;
    /** The width. */
    W: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (theta: Tensor, N: Int, options: {
    /** The number of channels. */
    C: Int;
    /** The height. */
    H: Int;
    /** The width. */
    W: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (theta: Tensor, N: Int, C: Int, options: {
    /** The height. */
    H: Int;
    /** The width. */
    W: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (theta: Tensor, N: Int, C: Int, H: Int, options: {
    /** The width. */
    W: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::cudnn_affine_grid_generator');

/**
 * `aten::cudnn_batch_norm(Tensor input, Tensor weight, Tensor? bias, Tensor? running_mean, Tensor? running_var, bool training, float exponential_average_factor, float epsilon) -> (Tensor, Tensor, Tensor, Tensor)`
 */
export const cudnnBatchNorm: {
  (input: Tensor, weight: Tensor, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, training: boolean, exponentialAverageFactor: number, epsilon: number, options?: {
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, options: {
    /** The factor of each channel or normalized element. */
    weight: Tensor;
    /** Added to each channel or normalized element. */
    bias: Tensor | null;
    /** The running means, which are updated. */
    runningMean: Tensor | null;
    /** The running variances, which are updated. */
    runningVar: Tensor | null;
    /** Normalize by the batch and update the running statistics. */
    training: boolean;
    /** The weight of the new batch in the running statistics. */
    exponentialAverageFactor: number;
    /** Added to the variance, against division by 0. */
    epsilon: number;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor, options: {
    /** Added to each channel or normalized element. */
    bias: Tensor | null;
    /** The running means, which are updated. */
    runningMean: Tensor | null;
    /** The running variances, which are updated. */
    runningVar: Tensor | null;
    /** Normalize by the batch and update the running statistics. */
    training: boolean;
    /** The weight of the new batch in the running statistics. */
    exponentialAverageFactor: number;
    /** Added to the variance, against division by 0. */
    epsilon: number;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor, bias: Tensor | null, options: {
    /** The running means, which are updated. */
    runningMean: Tensor | null;
    /** The running variances, which are updated. */
    runningVar: Tensor | null;
    /** Normalize by the batch and update the running statistics. */
    training: boolean;
    /** The weight of the new batch in the running statistics. */
    exponentialAverageFactor: number;
    /** Added to the variance, against division by 0. */
    epsilon: number;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor, bias: Tensor | null, runningMean: Tensor | null, options: {
    /** The running variances, which are updated. */
    runningVar: Tensor | null;
    /** Normalize by the batch and update the running statistics. */
    training: boolean;
    /** The weight of the new batch in the running statistics. */
    exponentialAverageFactor: number;
    /** Added to the variance, against division by 0. */
    epsilon: number;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, options: {
    /** Normalize by the batch and update the running statistics. */
    training: boolean;
    /** The weight of the new batch in the running statistics. */
    exponentialAverageFactor: number;
    /** Added to the variance, against division by 0. */
    epsilon: number;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, training: boolean, options: {
    /** The weight of the new batch in the running statistics. */
    exponentialAverageFactor: number;
    /** Added to the variance, against division by 0. */
    epsilon: number;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, training: boolean, exponentialAverageFactor: number, options: {
    /** Added to the variance, against division by 0. */
    epsilon: number;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor, Tensor];
} = asFunction('aten::cudnn_batch_norm');

/**
 * `aten::cudnn_convolution(Tensor self, Tensor weight, SymInt[] padding, SymInt[] stride, SymInt[] dilation, SymInt groups, bool benchmark, bool deterministic, bool allow_tf32) -> Tensor`
 */
export const cudnnConvolution: {
  (input: Tensor, weight: Tensor, padding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], groups: Int, benchmark: boolean, deterministic: boolean, allowTf32: boolean, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The filters. */
    weight: Tensor;
    /** How many elements are added on both sides. */
    padding: readonly Int[];
    /** The step from one window to the next. */
    stride: readonly Int[];
    /** The distance between elements of a window. */
    dilation: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
    /** Try the kernels and use the fastest. */
    benchmark: boolean;
    /** Use kernels that give the same bits each time. */
    deterministic: boolean;
    /** Allow TensorFloat-32. */
    allowTf32: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, options: {
    /** How many elements are added on both sides. */
    padding: readonly Int[];
    /** The step from one window to the next. */
    stride: readonly Int[];
    /** The distance between elements of a window. */
    dilation: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
    /** Try the kernels and use the fastest. */
    benchmark: boolean;
    /** Use kernels that give the same bits each time. */
    deterministic: boolean;
    /** Allow TensorFloat-32. */
    allowTf32: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, padding: readonly Int[], options: {
    /** The step from one window to the next. */
    stride: readonly Int[];
    /** The distance between elements of a window. */
    dilation: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
    /** Try the kernels and use the fastest. */
    benchmark: boolean;
    /** Use kernels that give the same bits each time. */
    deterministic: boolean;
    /** Allow TensorFloat-32. */
    allowTf32: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, padding: readonly Int[], stride: readonly Int[], options: {
    /** The distance between elements of a window. */
    dilation: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
    /** Try the kernels and use the fastest. */
    benchmark: boolean;
    /** Use kernels that give the same bits each time. */
    deterministic: boolean;
    /** Allow TensorFloat-32. */
    allowTf32: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, padding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], options: {
    /** Into how many groups channels are divided. */
    groups: Int;
    /** Try the kernels and use the fastest. */
    benchmark: boolean;
    /** Use kernels that give the same bits each time. */
    deterministic: boolean;
    /** Allow TensorFloat-32. */
    allowTf32: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, padding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], groups: Int, options: {
    /** Try the kernels and use the fastest. */
    benchmark: boolean;
    /** Use kernels that give the same bits each time. */
    deterministic: boolean;
    /** Allow TensorFloat-32. */
    allowTf32: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, padding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], groups: Int, benchmark: boolean, options: {
    /** Use kernels that give the same bits each time. */
    deterministic: boolean;
    /** Allow TensorFloat-32. */
    allowTf32: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, padding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], groups: Int, benchmark: boolean, deterministic: boolean, options: {
    /** Allow TensorFloat-32. */
    allowTf32: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::cudnn_convolution');

/**
 * `aten::cudnn_convolution_add_relu(Tensor self, Tensor weight, Tensor z, Scalar? alpha, Tensor? bias, SymInt[] stride, SymInt[] padding, SymInt[] dilation, SymInt groups) -> Tensor`
 */
export const cudnnConvolutionAddRelu: {
  (input: Tensor, weight: Tensor, z: Tensor, alpha: Scalar | null, bias: Tensor | null, stride: readonly Int[], padding: readonly Int[], dilation: readonly Int[], groups: Int, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The filters. */
    weight: Tensor;
    /** Added to the result of the convolution. */
    z: Tensor;
    /** The factor of `z`. */
    alpha: Scalar | null;
    /** Added to each channel or feature of the result. */
    bias: Tensor | null;
    /** The step from one window to the next. */
    stride: readonly Int[];
    /** How many elements are added on both sides. */
    padding: readonly Int[];
    /** The distance between elements of a window. */
    dilation: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, options: {
    /** Added to the result of the convolution. */
    z: Tensor;
    /** The factor of `z`. */
    alpha: Scalar | null;
    /** Added to each channel or feature of the result. */
    bias: Tensor | null;
    /** The step from one window to the next. */
    stride: readonly Int[];
    /** How many elements are added on both sides. */
    padding: readonly Int[];
    /** The distance between elements of a window. */
    dilation: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, z: Tensor, options: {
    /** The factor of `z`. */
    alpha: Scalar | null;
    /** Added to each channel or feature of the result. */
    bias: Tensor | null;
    /** The step from one window to the next. */
    stride: readonly Int[];
    /** How many elements are added on both sides. */
    padding: readonly Int[];
    /** The distance between elements of a window. */
    dilation: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, z: Tensor, alpha: Scalar | null, options: {
    /** Added to each channel or feature of the result. */
    bias: Tensor | null;
    /** The step from one window to the next. */
    stride: readonly Int[];
    /** How many elements are added on both sides. */
    padding: readonly Int[];
    /** The distance between elements of a window. */
    dilation: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, z: Tensor, alpha: Scalar | null, bias: Tensor | null, options: {
    /** The step from one window to the next. */
    stride: readonly Int[];
    /** How many elements are added on both sides. */
    padding: readonly Int[];
    /** The distance between elements of a window. */
    dilation: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, z: Tensor, alpha: Scalar | null, bias: Tensor | null, stride: readonly Int[], options: {
    /** How many elements are added on both sides. */
    padding: readonly Int[];
    /** The distance between elements of a window. */
    dilation: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, z: Tensor, alpha: Scalar | null, bias: Tensor | null, stride: readonly Int[], padding: readonly Int[], options: {
    /** The distance between elements of a window. */
    dilation: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, z: Tensor, alpha: Scalar | null, bias: Tensor | null, stride: readonly Int[], padding: readonly Int[], dilation: readonly Int[], options: {
    /** Into how many groups channels are divided. */
    groups: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::cudnn_convolution_add_relu');

/**
 * `aten::cudnn_convolution_relu(Tensor self, Tensor weight, Tensor? bias, SymInt[] stride, SymInt[] padding, SymInt[] dilation, SymInt groups) -> Tensor`
 */
export const cudnnConvolutionRelu: {
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: readonly Int[], padding: readonly Int[], dilation: readonly Int[], groups: Int, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The filters. */
    weight: Tensor;
    /** Added to each channel or feature of the result. */
    bias: Tensor | null;
    /** The step from one window to the next. */
    stride: readonly Int[];
    /** How many elements are added on both sides. */
    padding: readonly Int[];
    /** The distance between elements of a window. */
    dilation: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, options: {
    /** Added to each channel or feature of the result. */
    bias: Tensor | null;
    /** The step from one window to the next. */
    stride: readonly Int[];
    /** How many elements are added on both sides. */
    padding: readonly Int[];
    /** The distance between elements of a window. */
    dilation: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, options: {
    /** The step from one window to the next. */
    stride: readonly Int[];
    /** How many elements are added on both sides. */
    padding: readonly Int[];
    /** The distance between elements of a window. */
    dilation: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: readonly Int[], options: {
    /** How many elements are added on both sides. */
    padding: readonly Int[];
    /** The distance between elements of a window. */
    dilation: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: readonly Int[], padding: readonly Int[], options: {
    /** The distance between elements of a window. */
    dilation: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: readonly Int[], padding: readonly Int[], dilation: readonly Int[], options: {
    /** Into how many groups channels are divided. */
    groups: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::cudnn_convolution_relu');

/**
 * `aten::cudnn_convolution_transpose(Tensor self, Tensor weight, SymInt[] padding, SymInt[] output_padding, SymInt[] stride, SymInt[] dilation, SymInt groups, bool benchmark, bool deterministic, bool allow_tf32) -> Tensor`
 */
export const cudnnConvolutionTranspose: {
  (input: Tensor, weight: Tensor, padding: readonly Int[], outputPadding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], groups: Int, benchmark: boolean, deterministic: boolean, allowTf32: boolean, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The filters. */
    weight: Tensor;
    /** How many elements are added on both sides. */
    padding: readonly Int[];
    /** How many elements are added on one side of the result. */
    outputPadding: readonly Int[];
    /** The step from one window to the next. */
    stride: readonly Int[];
    /** The distance between elements of a window. */
    dilation: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
    /** Try the kernels and use the fastest. */
    benchmark: boolean;
    /** Use kernels that give the same bits each time. */
    deterministic: boolean;
    /** Allow TensorFloat-32. */
    allowTf32: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, options: {
    /** How many elements are added on both sides. */
    padding: readonly Int[];
    /** How many elements are added on one side of the result. */
    outputPadding: readonly Int[];
    /** The step from one window to the next. */
    stride: readonly Int[];
    /** The distance between elements of a window. */
    dilation: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
    /** Try the kernels and use the fastest. */
    benchmark: boolean;
    /** Use kernels that give the same bits each time. */
    deterministic: boolean;
    /** Allow TensorFloat-32. */
    allowTf32: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, padding: readonly Int[], options: {
    /** How many elements are added on one side of the result. */
    outputPadding: readonly Int[];
    /** The step from one window to the next. */
    stride: readonly Int[];
    /** The distance between elements of a window. */
    dilation: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
    /** Try the kernels and use the fastest. */
    benchmark: boolean;
    /** Use kernels that give the same bits each time. */
    deterministic: boolean;
    /** Allow TensorFloat-32. */
    allowTf32: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, padding: readonly Int[], outputPadding: readonly Int[], options: {
    /** The step from one window to the next. */
    stride: readonly Int[];
    /** The distance between elements of a window. */
    dilation: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
    /** Try the kernels and use the fastest. */
    benchmark: boolean;
    /** Use kernels that give the same bits each time. */
    deterministic: boolean;
    /** Allow TensorFloat-32. */
    allowTf32: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, padding: readonly Int[], outputPadding: readonly Int[], stride: readonly Int[], options: {
    /** The distance between elements of a window. */
    dilation: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
    /** Try the kernels and use the fastest. */
    benchmark: boolean;
    /** Use kernels that give the same bits each time. */
    deterministic: boolean;
    /** Allow TensorFloat-32. */
    allowTf32: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, padding: readonly Int[], outputPadding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], options: {
    /** Into how many groups channels are divided. */
    groups: Int;
    /** Try the kernels and use the fastest. */
    benchmark: boolean;
    /** Use kernels that give the same bits each time. */
    deterministic: boolean;
    /** Allow TensorFloat-32. */
    allowTf32: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, padding: readonly Int[], outputPadding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], groups: Int, options: {
    /** Try the kernels and use the fastest. */
    benchmark: boolean;
    /** Use kernels that give the same bits each time. */
    deterministic: boolean;
    /** Allow TensorFloat-32. */
    allowTf32: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, padding: readonly Int[], outputPadding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], groups: Int, benchmark: boolean, options: {
    /** Use kernels that give the same bits each time. */
    deterministic: boolean;
    /** Allow TensorFloat-32. */
    allowTf32: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, padding: readonly Int[], outputPadding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], groups: Int, benchmark: boolean, deterministic: boolean, options: {
    /** Allow TensorFloat-32. */
    allowTf32: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::cudnn_convolution_transpose');

/**
 * `aten::cudnn_grid_sampler(Tensor self, Tensor grid) -> Tensor output`
 */
export const cudnnGridSampler: {
  (input: Tensor, grid: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The places to sample, between −1 and 1. */
    grid: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::cudnn_grid_sampler');

/**
 * `aten::cudnn_is_acceptable(Tensor self) -> bool`
 */
export const cudnnIsAcceptable: {
  (input: Tensor): boolean;
} = asFunction('aten::cudnn_is_acceptable');

/**
 * `aten::cummax(Tensor self, int dim) -> (Tensor values, Tensor indices)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cummax.html
 */
export const cummax: {
  (input: Tensor, dim: Int, options?: {
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [values: Tensor, indices: Tensor];
  (input: Tensor, options: {
    /** The dimension to work along. */
    dim: Int;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [values: Tensor, indices: Tensor];
} = asFunction('aten::cummax');

/**
 * `aten::cummin(Tensor self, int dim) -> (Tensor values, Tensor indices)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cummin.html
 */
export const cummin: {
  (input: Tensor, dim: Int, options?: {
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [values: Tensor, indices: Tensor];
  (input: Tensor, options: {
    /** The dimension to work along. */
    dim: Int;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [values: Tensor, indices: Tensor];
} = asFunction('aten::cummin');

/**
 * `aten::cumprod(Tensor self, int dim, *, ScalarType? dtype=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cumprod.html
 */
export const cumprod: {
  (input: Tensor, dim: Int, options?: {
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The dimension to work along. */
    dim: Int;
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::cumprod');

/**
 * `aten::cumsum(Tensor self, int dim, *, ScalarType? dtype=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cumsum.html
 */
export const cumsum: {
  (input: Tensor, dim: Int, options?: {
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The dimension to work along. */
    dim: Int;
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::cumsum');

/**
 * `aten::cumulative_trapezoid.x(Tensor y, Tensor x, *, int dim=-1) -> Tensor`
 * `aten::cumulative_trapezoid.dx(Tensor y, *, Scalar dx=1, int dim=-1) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cumulative_trapezoid.html
 */
export const cumulativeTrapezoid: {
  (y: Tensor, x: Tensor, options?: {
    /** The dimension to work along. */
    dim?: Int;
  }): Tensor;
  (y: Tensor, options: {
    /** The coordinates of the points. */
    x: Tensor;
    /** The dimension to work along. */
    dim?: Int;
  }): Tensor;
  (y: Tensor, options?: {
    /** The distance between neighbors. */
    dx?: Scalar;
    /** The dimension to work along. */
    dim?: Int;
  }): Tensor;
} = asFunction('aten::cumulative_trapezoid');

/**
 * `aten::deg2rad(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.deg2rad.html
 */
export const deg2rad: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
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
 * `aten::dequantize.tensors_out(Tensor[] tensors, *, Tensor(a!)[] out) -> ()`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.dequantize.html
 */
export const dequantize: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (tensors: readonly Tensor[]): Tensor[];
  (tensors: readonly Tensor[], options: {
    /** Receives the result. */
    out: Tensor[];
  }): void;
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
 */
export const detachCopy: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::detach_copy');

/**
 * `aten::detach_(Tensor(a!) self) -> Tensor(a!)`
 */
export const detach_: {
  (input: Tensor): Tensor;
} = asFunction('aten::detach_');

/**
 * `aten::diag(Tensor self, int diagonal=0) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.diag.html
 */
export const diag: {
  (input: Tensor, diagonal?: Int, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The diagonal: 0 is the main one, above 0 lies above it, below 0 below it. */
    diagonal?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::diag');

/**
 * `aten::diag_embed(Tensor self, int offset=0, int dim1=-2, int dim2=-1) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.diag_embed.html
 */
export const diagEmbed: {
  (input: Tensor, offset?: Int, dim1?: Int, dim2?: Int, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The diagonal: 0 is the main one, above 0 lies above it, below 0 below it. */
    offset?: Int;
    /** The first dimension of the planes with the diagonals. */
    dim1?: Int;
    /** The second dimension of the planes with the diagonals. */
    dim2?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, offset: Int, options: {
    /** The first dimension of the planes with the diagonals. */
    dim1?: Int;
    /** The second dimension of the planes with the diagonals. */
    dim2?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, offset: Int, dim1: Int, options: {
    /** The second dimension of the planes with the diagonals. */
    dim2?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::diag_embed');

/**
 * `aten::diagflat(Tensor self, int offset=0) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.diagflat.html
 */
export const diagflat: {
  (input: Tensor, offset?: Int): Tensor;
  (input: Tensor, options: {
    /** The diagonal: 0 is the main one, above 0 lies above it, below 0 below it. */
    offset?: Int;
  }): Tensor;
} = asFunction('aten::diagflat');

/**
 * `aten::diagonal(Tensor(a) self, int offset=0, int dim1=0, int dim2=1) -> Tensor(a)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.diagonal.html
 */
export const diagonal: {
  (input: Tensor, offset?: Int, dim1?: Int, dim2?: Int): Tensor;
  (input: Tensor, options: {
    /** The diagonal: 0 is the main one, above 0 lies above it, below 0 below it. */
    offset?: Int;
    /** The first dimension of the planes with the diagonals. */
    dim1?: Int;
    /** The second dimension of the planes with the diagonals. */
    dim2?: Int;
  }): Tensor;
  (input: Tensor, offset: Int, options: {
    /** The first dimension of the planes with the diagonals. */
    dim1?: Int;
    /** The second dimension of the planes with the diagonals. */
    dim2?: Int;
  }): Tensor;
  (input: Tensor, offset: Int, dim1: Int, options: {
    /** The second dimension of the planes with the diagonals. */
    dim2?: Int;
  }): Tensor;
} = asFunction('aten::diagonal');

/**
 * `aten::diagonal_copy(Tensor self, int offset=0, int dim1=0, int dim2=1) -> Tensor`
 */
export const diagonalCopy: {
  (input: Tensor, offset?: Int, dim1?: Int, dim2?: Int, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The diagonal: 0 is the main one, above 0 lies above it, below 0 below it. */
    offset?: Int;
    /** The first dimension of the planes with the diagonals. */
    dim1?: Int;
    /** The second dimension of the planes with the diagonals. */
    dim2?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, offset: Int, options: {
    /** The first dimension of the planes with the diagonals. */
    dim1?: Int;
    /** The second dimension of the planes with the diagonals. */
    dim2?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, offset: Int, dim1: Int, options: {
    /** The second dimension of the planes with the diagonals. */
    dim2?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::diagonal_copy');

/**
 * `aten::diagonal_scatter(Tensor self, Tensor src, int offset=0, int dim1=0, int dim2=1) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.diagonal_scatter.html
 */
export const diagonalScatter: {
  (input: Tensor, src: Tensor, offset?: Int, dim1?: Int, dim2?: Int, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The values to write or add. */
    src: Tensor;
    /** The diagonal: 0 is the main one, above 0 lies above it, below 0 below it. */
    offset?: Int;
    /** The first dimension of the planes with the diagonals. */
    dim1?: Int;
    /** The second dimension of the planes with the diagonals. */
    dim2?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, src: Tensor, options: {
    /** The diagonal: 0 is the main one, above 0 lies above it, below 0 below it. */
    offset?: Int;
    /** The first dimension of the planes with the diagonals. */
    dim1?: Int;
    /** The second dimension of the planes with the diagonals. */
    dim2?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, src: Tensor, offset: Int, options: {
    /** The first dimension of the planes with the diagonals. */
    dim1?: Int;
    /** The second dimension of the planes with the diagonals. */
    dim2?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, src: Tensor, offset: Int, dim1: Int, options: {
    /** The second dimension of the planes with the diagonals. */
    dim2?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::diagonal_scatter');

/**
 * `aten::diff(Tensor self, int n=1, int dim=-1, Tensor? prepend=None, Tensor? append=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.diff.html
 */
export const diff: {
  (input: Tensor, n?: Int, dim?: Int, prepend?: Tensor | null, append?: Tensor | null, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** How often differences are taken. */
    n?: Int;
    /** The dimension to work along. */
    dim?: Int;
    /** Put before the input. */
    prepend?: Tensor | null;
    /** Put after the input. */
    append?: Tensor | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, n: Int, options: {
    /** The dimension to work along. */
    dim?: Int;
    /** Put before the input. */
    prepend?: Tensor | null;
    /** Put after the input. */
    append?: Tensor | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, n: Int, dim: Int, options: {
    /** Put before the input. */
    prepend?: Tensor | null;
    /** Put after the input. */
    append?: Tensor | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, n: Int, dim: Int, prepend: Tensor | null, options: {
    /** Put after the input. */
    append?: Tensor | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::diff');

/**
 * `aten::digamma(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.digamma.html
 */
export const digamma: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::digamma');

/**
 * `aten::dist(Tensor self, Tensor other, Scalar p=2) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.dist.html
 */
export const dist: {
  (input: Tensor, other: Tensor, p?: Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The second operand. */
    other: Tensor;
    /** The power of the norm. */
    p?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, other: Tensor, options: {
    /** The power of the norm. */
    p?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::dist');

/**
 * `aten::div.Tensor_mode(Tensor self, Tensor other, *, str? rounding_mode) -> Tensor`
 * `aten::div.Scalar_mode(Tensor self, Scalar other, *, str? rounding_mode) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.div.html
 */
export const div: {
  (input: Tensor | Scalar, other: Tensor | Scalar, options?: {
    /** `'trunc'` rounds towards 0, `'floor'` down. Default: no rounding. */
    roundingMode?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor | Scalar, options: {
    /** The second operand. */
    other: Tensor | Scalar;
    /** `'trunc'` rounds towards 0, `'floor'` down. Default: no rounding. */
    roundingMode?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor | Scalar, other: Scalar, options?: {
    /** `'trunc'` rounds towards 0, `'floor'` down. Default: no rounding. */
    roundingMode?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor | Scalar, options: {
    /** The second operand. */
    other: Scalar;
    /** `'trunc'` rounds towards 0, `'floor'` down. Default: no rounding. */
    roundingMode?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::div');

/**
 * `aten::divide.Tensor_mode(Tensor self, Tensor other, *, str? rounding_mode) -> Tensor`
 * `aten::divide.Scalar_mode(Tensor self, Scalar other, *, str? rounding_mode) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.divide.html
 */
export const divide: {
  (input: Tensor | Scalar, other: Tensor | Scalar, options?: {
    /** `'trunc'` rounds towards 0, `'floor'` down. Default: no rounding. */
    roundingMode?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor | Scalar, options: {
    /** The second operand. */
    other: Tensor | Scalar;
    /** `'trunc'` rounds towards 0, `'floor'` down. Default: no rounding. */
    roundingMode?: string | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor | Scalar, other: Scalar, options?: {
    /** `'trunc'` rounds towards 0, `'floor'` down. Default: no rounding. */
    roundingMode?: string | null;
  }): Tensor;
  (input: Tensor | Scalar, options: {
    /** The second operand. */
    other: Scalar;
    /** `'trunc'` rounds towards 0, `'floor'` down. Default: no rounding. */
    roundingMode?: string | null;
  }): Tensor;
} = asFunction('aten::divide');

/**
 * `aten::dot(Tensor self, Tensor tensor) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.dot.html
 */
export const dot: {
  (input: Tensor, tensor: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The other tensor. */
    tensor: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::dot');

/**
 * `aten::dropout(Tensor input, float p, bool train) -> Tensor`
 */
export const dropout: {
  (input: Tensor, p: number, train: boolean): Tensor;
  (input: Tensor, options: {
    /** The probability with which an element becomes 0. */
    p: number;
    /** Drop elements; false returns the input. */
    train: boolean;
  }): Tensor;
  (input: Tensor, p: number, options: {
    /** Drop elements; false returns the input. */
    train: boolean;
  }): Tensor;
} = asFunction('aten::dropout');

/**
 * `aten::dropout_(Tensor(a!) self, float p, bool train) -> Tensor(a!)`
 */
export const dropout_: {
  (input: Tensor, p: number, train: boolean): Tensor;
  (input: Tensor, options: {
    /** The probability with which an element becomes 0. */
    p: number;
    /** Drop elements; false returns the input. */
    train: boolean;
  }): Tensor;
  (input: Tensor, p: number, options: {
    /** Drop elements; false returns the input. */
    train: boolean;
  }): Tensor;
} = asFunction('aten::dropout_');

/**
 * `aten::dsplit.int(Tensor(a -> *) self, int sections) -> Tensor(a)[]`
 * `aten::dsplit.array(Tensor(a -> *) self, int[] indices) -> Tensor(a)[]`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.dsplit.html
 */
export const dsplit: {
  (input: Tensor, sections: Int): Tensor[];
  (input: Tensor, options: {
    /** The number of parts. */
    sections: Int;
  }): Tensor[];
  (input: Tensor, indices: readonly Int[]): Tensor[];
  (input: Tensor, options: {
    /** The indices at which to split. */
    indices: readonly Int[];
  }): Tensor[];
} = asFunction('aten::dsplit');

/**
 * `aten::dstack(Tensor[] tensors) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.dstack.html
 */
export const dstack: {
  (tensors: readonly Tensor[], options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::dstack');

/**
 * `aten::embedding(Tensor weight, Tensor indices, SymInt padding_idx=-1, bool scale_grad_by_freq=False, bool sparse=False) -> Tensor`
 */
export const embedding: {
  (weight: Tensor, indices: Tensor, paddingIdx?: Int, scaleGradByFreq?: boolean, sparse?: boolean, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (weight: Tensor, options: {
    /** The rows of the table to look up. */
    indices: Tensor;
    /** The row that gets no gradient. */
    paddingIdx?: Int;
    /** Divide the gradient of a row by how often it occurs. */
    scaleGradByFreq?: boolean;
    /** Make the gradient of the table sparse. */
    sparse?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (weight: Tensor, indices: Tensor, options: {
    /** The row that gets no gradient. */
    paddingIdx?: Int;
    /** Divide the gradient of a row by how often it occurs. */
    scaleGradByFreq?: boolean;
    /** Make the gradient of the table sparse. */
    sparse?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (weight: Tensor, indices: Tensor, paddingIdx: Int, options: {
    /** Divide the gradient of a row by how often it occurs. */
    scaleGradByFreq?: boolean;
    /** Make the gradient of the table sparse. */
    sparse?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (weight: Tensor, indices: Tensor, paddingIdx: Int, scaleGradByFreq: boolean, options: {
    /** Make the gradient of the table sparse. */
    sparse?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::embedding');

/**
 * `aten::embedding_bag.padding_idx(Tensor weight, Tensor indices, Tensor offsets, bool scale_grad_by_freq, int mode, bool sparse, Tensor? per_sample_weights, bool include_last_offset, int? padding_idx) -> (Tensor, Tensor, Tensor, Tensor)`
 * `aten::embedding_bag(Tensor weight, Tensor indices, Tensor offsets, bool scale_grad_by_freq=False, int mode=0, bool sparse=False, Tensor? per_sample_weights=None, bool include_last_offset=False) -> (Tensor, Tensor, Tensor, Tensor)`
 */
export const embeddingBag: {
  (weight: Tensor, indices: Tensor, offsets: Tensor, scaleGradByFreq: boolean, mode: Int, sparse: boolean, perSampleWeights: Tensor | null, includeLastOffset: boolean, paddingIdx: Int | null): [Tensor, Tensor, Tensor, Tensor];
  (weight: Tensor, options: {
    /** The rows of the table to look up. */
    indices: Tensor;
    /** Where each bag begins. */
    offsets: Tensor;
    /** Divide the gradient of a row by how often it occurs. */
    scaleGradByFreq: boolean;
    /** How the rows of a bag are combined: 0 sum, 1 mean, 2 maximum. */
    mode: Int;
    /** Make the gradient of the table sparse. */
    sparse: boolean;
    /** The weight of each row. */
    perSampleWeights: Tensor | null;
    /** `offsets` has one entry more than there are bags. */
    includeLastOffset: boolean;
    /** The row that gets no gradient. */
    paddingIdx: Int | null;
  }): [Tensor, Tensor, Tensor, Tensor];
  (weight: Tensor, indices: Tensor, options: {
    /** Where each bag begins. */
    offsets: Tensor;
    /** Divide the gradient of a row by how often it occurs. */
    scaleGradByFreq: boolean;
    /** How the rows of a bag are combined: 0 sum, 1 mean, 2 maximum. */
    mode: Int;
    /** Make the gradient of the table sparse. */
    sparse: boolean;
    /** The weight of each row. */
    perSampleWeights: Tensor | null;
    /** `offsets` has one entry more than there are bags. */
    includeLastOffset: boolean;
    /** The row that gets no gradient. */
    paddingIdx: Int | null;
  }): [Tensor, Tensor, Tensor, Tensor];
  (weight: Tensor, indices: Tensor, offsets: Tensor, options: {
    /** Divide the gradient of a row by how often it occurs. */
    scaleGradByFreq: boolean;
    /** How the rows of a bag are combined: 0 sum, 1 mean, 2 maximum. */
    mode: Int;
    /** Make the gradient of the table sparse. */
    sparse: boolean;
    /** The weight of each row. */
    perSampleWeights: Tensor | null;
    /** `offsets` has one entry more than there are bags. */
    includeLastOffset: boolean;
    /** The row that gets no gradient. */
    paddingIdx: Int | null;
  }): [Tensor, Tensor, Tensor, Tensor];
  (weight: Tensor, indices: Tensor, offsets: Tensor, scaleGradByFreq: boolean, options: {
    /** How the rows of a bag are combined: 0 sum, 1 mean, 2 maximum. */
    mode: Int;
    /** Make the gradient of the table sparse. */
    sparse: boolean;
    /** The weight of each row. */
    perSampleWeights: Tensor | null;
    /** `offsets` has one entry more than there are bags. */
    includeLastOffset: boolean;
    /** The row that gets no gradient. */
    paddingIdx: Int | null;
  }): [Tensor, Tensor, Tensor, Tensor];
  (weight: Tensor, indices: Tensor, offsets: Tensor, scaleGradByFreq: boolean, mode: Int, options: {
    /** Make the gradient of the table sparse. */
    sparse: boolean;
    /** The weight of each row. */
    perSampleWeights: Tensor | null;
    /** `offsets` has one entry more than there are bags. */
    includeLastOffset: boolean;
    /** The row that gets no gradient. */
    paddingIdx: Int | null;
  }): [Tensor, Tensor, Tensor, Tensor];
  (weight: Tensor, indices: Tensor, offsets: Tensor, scaleGradByFreq: boolean, mode: Int, sparse: boolean, options: {
    /** The weight of each row. */
    perSampleWeights: Tensor | null;
    /** `offsets` has one entry more than there are bags. */
    includeLastOffset: boolean;
    /** The row that gets no gradient. */
    paddingIdx: Int | null;
  }): [Tensor, Tensor, Tensor, Tensor];
  (weight: Tensor, indices: Tensor, offsets: Tensor, scaleGradByFreq: boolean, mode: Int, sparse: boolean, perSampleWeights: Tensor | null, options: {
    /** `offsets` has one entry more than there are bags. */
    includeLastOffset: boolean;
    /** The row that gets no gradient. */
    paddingIdx: Int | null;
  }): [Tensor, Tensor, Tensor, Tensor];
  (weight: Tensor, indices: Tensor, offsets: Tensor, scaleGradByFreq: boolean, mode: Int, sparse: boolean, perSampleWeights: Tensor | null, includeLastOffset: boolean, options: {
    /** The row that gets no gradient. */
    paddingIdx: Int | null;
  }): [Tensor, Tensor, Tensor, Tensor];
  (weight: Tensor, indices: Tensor, offsets: Tensor, scaleGradByFreq?: boolean, mode?: Int, sparse?: boolean, perSampleWeights?: Tensor | null, includeLastOffset?: boolean): [Tensor, Tensor, Tensor, Tensor];
  (weight: Tensor, options: {
    /** The rows of the table to look up. */
    indices: Tensor;
    /** Where each bag begins. */
    offsets: Tensor;
    /** Divide the gradient of a row by how often it occurs. */
    scaleGradByFreq?: boolean;
    /** How the rows of a bag are combined: 0 sum, 1 mean, 2 maximum. */
    mode?: Int;
    /** Make the gradient of the table sparse. */
    sparse?: boolean;
    /** The weight of each row. */
    perSampleWeights?: Tensor | null;
    /** `offsets` has one entry more than there are bags. */
    includeLastOffset?: boolean;
  }): [Tensor, Tensor, Tensor, Tensor];
  (weight: Tensor, indices: Tensor, options: {
    /** Where each bag begins. */
    offsets: Tensor;
    /** Divide the gradient of a row by how often it occurs. */
    scaleGradByFreq?: boolean;
    /** How the rows of a bag are combined: 0 sum, 1 mean, 2 maximum. */
    mode?: Int;
    /** Make the gradient of the table sparse. */
    sparse?: boolean;
    /** The weight of each row. */
    perSampleWeights?: Tensor | null;
    /** `offsets` has one entry more than there are bags. */
    includeLastOffset?: boolean;
  }): [Tensor, Tensor, Tensor, Tensor];
  (weight: Tensor, indices: Tensor, offsets: Tensor, options: {
    /** Divide the gradient of a row by how often it occurs. */
    scaleGradByFreq?: boolean;
    /** How the rows of a bag are combined: 0 sum, 1 mean, 2 maximum. */
    mode?: Int;
    /** Make the gradient of the table sparse. */
    sparse?: boolean;
    /** The weight of each row. */
    perSampleWeights?: Tensor | null;
    /** `offsets` has one entry more than there are bags. */
    includeLastOffset?: boolean;
  }): [Tensor, Tensor, Tensor, Tensor];
  (weight: Tensor, indices: Tensor, offsets: Tensor, scaleGradByFreq: boolean, options: {
    /** How the rows of a bag are combined: 0 sum, 1 mean, 2 maximum. */
    mode?: Int;
    /** Make the gradient of the table sparse. */
    sparse?: boolean;
    /** The weight of each row. */
    perSampleWeights?: Tensor | null;
    /** `offsets` has one entry more than there are bags. */
    includeLastOffset?: boolean;
  }): [Tensor, Tensor, Tensor, Tensor];
  (weight: Tensor, indices: Tensor, offsets: Tensor, scaleGradByFreq: boolean, mode: Int, options: {
    /** Make the gradient of the table sparse. */
    sparse?: boolean;
    /** The weight of each row. */
    perSampleWeights?: Tensor | null;
    /** `offsets` has one entry more than there are bags. */
    includeLastOffset?: boolean;
  }): [Tensor, Tensor, Tensor, Tensor];
  (weight: Tensor, indices: Tensor, offsets: Tensor, scaleGradByFreq: boolean, mode: Int, sparse: boolean, options: {
    /** The weight of each row. */
    perSampleWeights?: Tensor | null;
    /** `offsets` has one entry more than there are bags. */
    includeLastOffset?: boolean;
  }): [Tensor, Tensor, Tensor, Tensor];
  (weight: Tensor, indices: Tensor, offsets: Tensor, scaleGradByFreq: boolean, mode: Int, sparse: boolean, perSampleWeights: Tensor | null, options: {
    /** `offsets` has one entry more than there are bags. */
    includeLastOffset?: boolean;
  }): [Tensor, Tensor, Tensor, Tensor];
} = asFunction('aten::embedding_bag');

/**
 * `aten::embedding_renorm_(Tensor(a!) self, Tensor indices, float max_norm, float norm_type) -> Tensor(a!)`
 */
export const embeddingRenorm_: {
  (input: Tensor, indices: Tensor, maxNorm: number, normType: number): Tensor;
  (input: Tensor, options: {
    /** The rows of the table to look up. */
    indices: Tensor;
    /** Rows whose norm is larger are scaled down to it. */
    maxNorm: number;
    /** The power of the norm. */
    normType: number;
  }): Tensor;
  (input: Tensor, indices: Tensor, options: {
    /** Rows whose norm is larger are scaled down to it. */
    maxNorm: number;
    /** The power of the norm. */
    normType: number;
  }): Tensor;
  (input: Tensor, indices: Tensor, maxNorm: number, options: {
    /** The power of the norm. */
    normType: number;
  }): Tensor;
} = asFunction('aten::embedding_renorm_');

/**
 * `aten::empty.memory_format(SymInt[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor`
 * `aten::empty.out(SymInt[] size, *, MemoryFormat? memory_format=None, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.empty.html
 */
export const empty: {
  (size: readonly Int[], options?: {
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** The order of the dimensions in memory. */
    memoryFormat?: MemoryFormat | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (options: {
    /** The shape of the result. */
    size: readonly Int[];
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** The order of the dimensions in memory. */
    memoryFormat?: MemoryFormat | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (...size: readonly Int[]): Tensor;
  (...args: readonly [...size: Int[], options: {
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** The order of the dimensions in memory. */
    memoryFormat?: MemoryFormat | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }]): Tensor;
  (size: readonly Int[], options: {
    /** The order of the dimensions in memory. */
    memoryFormat?: MemoryFormat | null;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (options: {
    /** The shape of the result. */
    size: readonly Int[];
    /** The order of the dimensions in memory. */
    memoryFormat?: MemoryFormat | null;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (...args: readonly [...size: Int[], options: {
    /** The order of the dimensions in memory. */
    memoryFormat?: MemoryFormat | null;
    /** Receives the result. */
    out: Tensor;
  }]): Tensor;
} = asFunction('aten::empty');

/**
 * `aten::empty_like(Tensor self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor`
 * `aten::empty_like.out(Tensor self, *, MemoryFormat? memory_format=None, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.empty_like.html
 */
export const emptyLike: {
  (input: Tensor, options?: {
    /** The dtype of the result. Default: the input's. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** The order of the dimensions in memory. */
    memoryFormat?: MemoryFormat | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (input: Tensor, options: {
    /** The order of the dimensions in memory. */
    memoryFormat?: MemoryFormat | null;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
} = asFunction('aten::empty_like');

/**
 * `aten::empty_permuted(SymInt[] size, int[] physical_layout, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::empty_permuted.out(SymInt[] size, int[] physical_layout, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.empty_permuted.html
 */
export const emptyPermuted: {
  (size: readonly Int[], physicalLayout: readonly Int[], options?: {
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (options: {
    /** The shape of the result. */
    size: readonly Int[];
    /** The dimensions in the order of memory, outermost first. */
    physicalLayout: readonly Int[];
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (size: readonly Int[], options: {
    /** The dimensions in the order of memory, outermost first. */
    physicalLayout: readonly Int[];
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (size: readonly Int[], physicalLayout: readonly Int[], options: {
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (options: {
    /** The shape of the result. */
    size: readonly Int[];
    /** The dimensions in the order of memory, outermost first. */
    physicalLayout: readonly Int[];
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (size: readonly Int[], options: {
    /** The dimensions in the order of memory, outermost first. */
    physicalLayout: readonly Int[];
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
} = asFunction('aten::empty_permuted');

/**
 * `aten::empty_quantized(int[] size, Tensor qtensor, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor`
 * `aten::empty_quantized.out(int[] size, Tensor qtensor, *, MemoryFormat? memory_format=None, Tensor(a!) out) -> Tensor(a!)`
 */
export const emptyQuantized: {
  (size: readonly Int[], qtensor: Tensor, options?: {
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** The order of the dimensions in memory. */
    memoryFormat?: MemoryFormat | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (size: readonly Int[], qtensor: Tensor, options: {
    /** The order of the dimensions in memory. */
    memoryFormat?: MemoryFormat | null;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
} = asFunction('aten::empty_quantized');

/**
 * `aten::empty_strided(SymInt[] size, SymInt[] stride, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::empty_strided.out(SymInt[] size, SymInt[] stride, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.empty_strided.html
 */
export const emptyStrided: {
  (size: readonly Int[], stride: readonly Int[], options?: {
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (options: {
    /** The shape of the result. */
    size: readonly Int[];
    /** The distance in memory between neighbors of each dimension, in elements. */
    stride: readonly Int[];
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (size: readonly Int[], options: {
    /** The distance in memory between neighbors of each dimension, in elements. */
    stride: readonly Int[];
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (size: readonly Int[], stride: readonly Int[], options: {
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (options: {
    /** The shape of the result. */
    size: readonly Int[];
    /** The distance in memory between neighbors of each dimension, in elements. */
    stride: readonly Int[];
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (size: readonly Int[], options: {
    /** The distance in memory between neighbors of each dimension, in elements. */
    stride: readonly Int[];
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
} = asFunction('aten::empty_strided');

/**
 * `aten::eq.Tensor(Tensor self, Tensor other) -> Tensor`
 * `aten::eq.Scalar(Tensor self, Scalar other) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.eq.html
 */
export const eq: {
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
  (input: Tensor, other: Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The second operand. */
    other: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::eq');

/**
 * `aten::equal(Tensor self, Tensor other) -> bool`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.equal.html
 */
export const equal: {
  (input: Tensor, other: Tensor): boolean;
  (input: Tensor, options: {
    /** The second operand. */
    other: Tensor;
  }): boolean;
} = asFunction('aten::equal');

/**
 * `aten::erf(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.erf.html
 */
export const erf: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::erf');

/**
 * `aten::erf_(Tensor(a!) self) -> Tensor(a!)`
 */
export const erf_: {
  (input: Tensor): Tensor;
} = asFunction('aten::erf_');

/**
 * `aten::erfc(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.erfc.html
 */
export const erfc: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::erfc');

/**
 * `aten::erfc_(Tensor(a!) self) -> Tensor(a!)`
 */
export const erfc_: {
  (input: Tensor): Tensor;
} = asFunction('aten::erfc_');

/**
 * `aten::erfinv(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.erfinv.html
 */
export const erfinv: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::erfinv');

/**
 * `aten::exp(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.exp.html
 */
export const exp: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::exp');

/**
 * `aten::exp2(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.exp2.html
 */
export const exp2: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
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
 */
export const expandCopy: {
  (input: Tensor, size: readonly Int[], options?: {
    /** Set by autograd. */
    implicit?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The new shape; -1 keeps the size of a dimension. */
    size: readonly Int[];
    /** Set by autograd. */
    implicit?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::expand_copy');

/**
 * `aten::expm1(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.expm1.html
 */
export const expm1: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
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
  (n: Int, options?: {
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (options: {
    /** The number of rows. */
    n: Int;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (n: Int, m: Int, options?: {
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (options: {
    /** The number of rows. */
    n: Int;
    /** The number of columns. Default: `n`. */
    m: Int;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (n: Int, options: {
    /** The number of columns. Default: `n`. */
    m: Int;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (n: Int, options: {
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (options: {
    /** The number of rows. */
    n: Int;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (n: Int, m: Int, options: {
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (options: {
    /** The number of rows. */
    n: Int;
    /** The number of columns. Default: `n`. */
    m: Int;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (n: Int, options: {
    /** The number of columns. Default: `n`. */
    m: Int;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
} = asFunction('aten::eye');

/**
 * `aten::fake_quantize_per_channel_affine(Tensor self, Tensor scale, Tensor zero_point, int axis, int quant_min, int quant_max) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.fake_quantize_per_channel_affine.html
 */
export const fakeQuantizePerChannelAffine: {
  (input: Tensor, scale: Tensor, zeroPoint: Tensor, axis: Int, quantMin: Int, quantMax: Int): Tensor;
  (input: Tensor, options: {
    /** The distance between quantized values. */
    scale: Tensor;
    /** The quantized value that stands for 0. */
    zeroPoint: Tensor;
    /** The dimension of the channels. */
    axis: Int;
    /** The lowest quantized value. */
    quantMin: Int;
    /** The highest quantized value. */
    quantMax: Int;
  }): Tensor;
  (input: Tensor, scale: Tensor, options: {
    /** The quantized value that stands for 0. */
    zeroPoint: Tensor;
    /** The dimension of the channels. */
    axis: Int;
    /** The lowest quantized value. */
    quantMin: Int;
    /** The highest quantized value. */
    quantMax: Int;
  }): Tensor;
  (input: Tensor, scale: Tensor, zeroPoint: Tensor, options: {
    /** The dimension of the channels. */
    axis: Int;
    /** The lowest quantized value. */
    quantMin: Int;
    /** The highest quantized value. */
    quantMax: Int;
  }): Tensor;
  (input: Tensor, scale: Tensor, zeroPoint: Tensor, axis: Int, options: {
    /** The lowest quantized value. */
    quantMin: Int;
    /** The highest quantized value. */
    quantMax: Int;
  }): Tensor;
  (input: Tensor, scale: Tensor, zeroPoint: Tensor, axis: Int, quantMin: Int, options: {
    /** The highest quantized value. */
    quantMax: Int;
  }): Tensor;
} = asFunction('aten::fake_quantize_per_channel_affine');

/**
 * `aten::fake_quantize_per_tensor_affine.tensor_qparams(Tensor self, Tensor scale, Tensor zero_point, int quant_min, int quant_max) -> Tensor`
 * `aten::fake_quantize_per_tensor_affine(Tensor self, float scale, int zero_point, int quant_min, int quant_max) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.fake_quantize_per_tensor_affine.html
 */
export const fakeQuantizePerTensorAffine: {
  (input: Tensor, scale: Tensor, zeroPoint: Tensor, quantMin: Int, quantMax: Int): Tensor;
  (input: Tensor, options: {
    /** The distance between quantized values. */
    scale: Tensor;
    /** The quantized value that stands for 0. */
    zeroPoint: Tensor;
    /** The lowest quantized value. */
    quantMin: Int;
    /** The highest quantized value. */
    quantMax: Int;
  }): Tensor;
  (input: Tensor, scale: Tensor, options: {
    /** The quantized value that stands for 0. */
    zeroPoint: Tensor;
    /** The lowest quantized value. */
    quantMin: Int;
    /** The highest quantized value. */
    quantMax: Int;
  }): Tensor;
  (input: Tensor, scale: Tensor, zeroPoint: Tensor, options: {
    /** The lowest quantized value. */
    quantMin: Int;
    /** The highest quantized value. */
    quantMax: Int;
  }): Tensor;
  (input: Tensor, scale: Tensor, zeroPoint: Tensor, quantMin: Int, options: {
    /** The highest quantized value. */
    quantMax: Int;
  }): Tensor;
  (input: Tensor, scale: number, zeroPoint: Int, quantMin: Int, quantMax: Int): Tensor;
  (input: Tensor, options: {
    /** The distance between quantized values. */
    scale: number;
    /** The quantized value that stands for 0. */
    zeroPoint: Int;
    /** The lowest quantized value. */
    quantMin: Int;
    /** The highest quantized value. */
    quantMax: Int;
  }): Tensor;
  (input: Tensor, scale: number, options: {
    /** The quantized value that stands for 0. */
    zeroPoint: Int;
    /** The lowest quantized value. */
    quantMin: Int;
    /** The highest quantized value. */
    quantMax: Int;
  }): Tensor;
  (input: Tensor, scale: number, zeroPoint: Int, options: {
    /** The lowest quantized value. */
    quantMin: Int;
    /** The highest quantized value. */
    quantMax: Int;
  }): Tensor;
  (input: Tensor, scale: number, zeroPoint: Int, quantMin: Int, options: {
    /** The highest quantized value. */
    quantMax: Int;
  }): Tensor;
} = asFunction('aten::fake_quantize_per_tensor_affine');

/**
 * `aten::fbgemm_linear_fp16_weight(Tensor input, Tensor packed_weight, Tensor bias) -> Tensor`
 * `aten::fbgemm_linear_fp16_weight.out(Tensor input, Tensor packed_weight, Tensor bias, Tensor(a!) output) -> Tensor`
 */
export const fbgemmLinearFp16Weight: {
  (input: Tensor, packedWeight: Tensor, bias: Tensor): Tensor;
  (input: Tensor, options: {
    /** The packed weight. */
    packedWeight: Tensor;
    /** Added to each channel or feature of the result. */
    bias: Tensor;
  }): Tensor;
  (input: Tensor, packedWeight: Tensor, options: {
    /** Added to each channel or feature of the result. */
    bias: Tensor;
  }): Tensor;
  (input: Tensor, packedWeight: Tensor, bias: Tensor, output: Tensor): Tensor;
  (input: Tensor, options: {
    /** The packed weight. */
    packedWeight: Tensor;
    /** Added to each channel or feature of the result. */
    bias: Tensor;
    /** Receives the result. */
    output: Tensor;
  }): Tensor;
  (input: Tensor, packedWeight: Tensor, options: {
    /** Added to each channel or feature of the result. */
    bias: Tensor;
    /** Receives the result. */
    output: Tensor;
  }): Tensor;
  (input: Tensor, packedWeight: Tensor, bias: Tensor, options: {
    /** Receives the result. */
    output: Tensor;
  }): Tensor;
} = asFunction('aten::fbgemm_linear_fp16_weight');

/**
 * `aten::fbgemm_linear_fp16_weight_fp32_activation(Tensor input, Tensor packed_weight, Tensor? bias) -> Tensor`
 * `aten::fbgemm_linear_fp16_weight_fp32_activation.out(Tensor input, Tensor packed_weight, Tensor? bias, Tensor(a!) output) -> Tensor`
 */
export const fbgemmLinearFp16WeightFp32Activation: {
  (input: Tensor, packedWeight: Tensor, bias: Tensor | null): Tensor;
  (input: Tensor, options: {
    /** The packed weight. */
    packedWeight: Tensor;
    /** Added to each channel or feature of the result. */
    bias: Tensor | null;
  }): Tensor;
  (input: Tensor, packedWeight: Tensor, options: {
    /** Added to each channel or feature of the result. */
    bias: Tensor | null;
  }): Tensor;
  (input: Tensor, packedWeight: Tensor, bias: Tensor | null, output: Tensor): Tensor;
  (input: Tensor, options: {
    /** The packed weight. */
    packedWeight: Tensor;
    /** Added to each channel or feature of the result. */
    bias: Tensor | null;
    /** Receives the result. */
    output: Tensor;
  }): Tensor;
  (input: Tensor, packedWeight: Tensor, options: {
    /** Added to each channel or feature of the result. */
    bias: Tensor | null;
    /** Receives the result. */
    output: Tensor;
  }): Tensor;
  (input: Tensor, packedWeight: Tensor, bias: Tensor | null, options: {
    /** Receives the result. */
    output: Tensor;
  }): Tensor;
} = asFunction('aten::fbgemm_linear_fp16_weight_fp32_activation');

/**
 * `aten::fbgemm_linear_int8_weight(Tensor input, Tensor weight, Tensor packed, Tensor col_offsets, Scalar weight_scale, Scalar weight_zero_point, Tensor bias) -> Tensor`
 */
export const fbgemmLinearInt8Weight: {
  (input: Tensor, weight: Tensor, packed: Tensor, colOffsets: Tensor, weightScale: Scalar, weightZeroPoint: Scalar, bias: Tensor): Tensor;
  (input: Tensor, options: {
    /** The weights of the layer. */
    weight: Tensor;
    /** The packed weight. */
    packed: Tensor;
    /** The column sums of the weight. */
    colOffsets: Tensor;
    /** The scale of the weight. */
    weightScale: Scalar;
    /** The zero point of the weight. */
    weightZeroPoint: Scalar;
    /** Added to each channel or feature of the result. */
    bias: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, options: {
    /** The packed weight. */
    packed: Tensor;
    /** The column sums of the weight. */
    colOffsets: Tensor;
    /** The scale of the weight. */
    weightScale: Scalar;
    /** The zero point of the weight. */
    weightZeroPoint: Scalar;
    /** Added to each channel or feature of the result. */
    bias: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, packed: Tensor, options: {
    /** The column sums of the weight. */
    colOffsets: Tensor;
    /** The scale of the weight. */
    weightScale: Scalar;
    /** The zero point of the weight. */
    weightZeroPoint: Scalar;
    /** Added to each channel or feature of the result. */
    bias: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, packed: Tensor, colOffsets: Tensor, options: {
    /** The scale of the weight. */
    weightScale: Scalar;
    /** The zero point of the weight. */
    weightZeroPoint: Scalar;
    /** Added to each channel or feature of the result. */
    bias: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, packed: Tensor, colOffsets: Tensor, weightScale: Scalar, options: {
    /** The zero point of the weight. */
    weightZeroPoint: Scalar;
    /** Added to each channel or feature of the result. */
    bias: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, packed: Tensor, colOffsets: Tensor, weightScale: Scalar, weightZeroPoint: Scalar, options: {
    /** Added to each channel or feature of the result. */
    bias: Tensor;
  }): Tensor;
} = asFunction('aten::fbgemm_linear_int8_weight');

/**
 * `aten::fbgemm_linear_int8_weight_fp32_activation(Tensor input, Tensor weight, Tensor packed, Tensor col_offsets, Scalar weight_scale, Scalar weight_zero_point, Tensor bias) -> Tensor`
 */
export const fbgemmLinearInt8WeightFp32Activation: {
  (input: Tensor, weight: Tensor, packed: Tensor, colOffsets: Tensor, weightScale: Scalar, weightZeroPoint: Scalar, bias: Tensor): Tensor;
  (input: Tensor, options: {
    /** The weights of the layer. */
    weight: Tensor;
    /** The packed weight. */
    packed: Tensor;
    /** The column sums of the weight. */
    colOffsets: Tensor;
    /** The scale of the weight. */
    weightScale: Scalar;
    /** The zero point of the weight. */
    weightZeroPoint: Scalar;
    /** Added to each channel or feature of the result. */
    bias: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, options: {
    /** The packed weight. */
    packed: Tensor;
    /** The column sums of the weight. */
    colOffsets: Tensor;
    /** The scale of the weight. */
    weightScale: Scalar;
    /** The zero point of the weight. */
    weightZeroPoint: Scalar;
    /** Added to each channel or feature of the result. */
    bias: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, packed: Tensor, options: {
    /** The column sums of the weight. */
    colOffsets: Tensor;
    /** The scale of the weight. */
    weightScale: Scalar;
    /** The zero point of the weight. */
    weightZeroPoint: Scalar;
    /** Added to each channel or feature of the result. */
    bias: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, packed: Tensor, colOffsets: Tensor, options: {
    /** The scale of the weight. */
    weightScale: Scalar;
    /** The zero point of the weight. */
    weightZeroPoint: Scalar;
    /** Added to each channel or feature of the result. */
    bias: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, packed: Tensor, colOffsets: Tensor, weightScale: Scalar, options: {
    /** The zero point of the weight. */
    weightZeroPoint: Scalar;
    /** Added to each channel or feature of the result. */
    bias: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, packed: Tensor, colOffsets: Tensor, weightScale: Scalar, weightZeroPoint: Scalar, options: {
    /** Added to each channel or feature of the result. */
    bias: Tensor;
  }): Tensor;
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
  (input: Tensor, options: {
    /** The number of rows. */
    K: Int;
    /** The number of columns. */
    N: Int;
  }): Tensor;
  (input: Tensor, K: Int, options: {
    /** The number of columns. */
    N: Int;
  }): Tensor;
} = asFunction('aten::fbgemm_pack_quantized_matrix');

/**
 * `aten::feature_alpha_dropout(Tensor input, float p, bool train) -> Tensor`
 */
export const featureAlphaDropout: {
  (input: Tensor, p: number, train: boolean): Tensor;
  (input: Tensor, options: {
    /** The probability with which an element becomes 0. */
    p: number;
    /** Drop elements; false returns the input. */
    train: boolean;
  }): Tensor;
  (input: Tensor, p: number, options: {
    /** Drop elements; false returns the input. */
    train: boolean;
  }): Tensor;
} = asFunction('aten::feature_alpha_dropout');

/**
 * `aten::feature_alpha_dropout_(Tensor(a!) self, float p, bool train) -> Tensor(a!)`
 */
export const featureAlphaDropout_: {
  (input: Tensor, p: number, train: boolean): Tensor;
  (input: Tensor, options: {
    /** The probability with which an element becomes 0. */
    p: number;
    /** Drop elements; false returns the input. */
    train: boolean;
  }): Tensor;
  (input: Tensor, p: number, options: {
    /** Drop elements; false returns the input. */
    train: boolean;
  }): Tensor;
} = asFunction('aten::feature_alpha_dropout_');

/**
 * `aten::feature_dropout(Tensor input, float p, bool train) -> Tensor`
 */
export const featureDropout: {
  (input: Tensor, p: number, train: boolean): Tensor;
  (input: Tensor, options: {
    /** The probability with which an element becomes 0. */
    p: number;
    /** Drop elements; false returns the input. */
    train: boolean;
  }): Tensor;
  (input: Tensor, p: number, options: {
    /** Drop elements; false returns the input. */
    train: boolean;
  }): Tensor;
} = asFunction('aten::feature_dropout');

/**
 * `aten::feature_dropout_(Tensor(a!) self, float p, bool train) -> Tensor(a!)`
 */
export const featureDropout_: {
  (input: Tensor, p: number, train: boolean): Tensor;
  (input: Tensor, options: {
    /** The probability with which an element becomes 0. */
    p: number;
    /** Drop elements; false returns the input. */
    train: boolean;
  }): Tensor;
  (input: Tensor, p: number, options: {
    /** Drop elements; false returns the input. */
    train: boolean;
  }): Tensor;
} = asFunction('aten::feature_dropout_');

/**
 * `aten::fill.Tensor(Tensor self, Tensor value) -> Tensor`
 * `aten::fill.Scalar(Tensor self, Scalar value) -> Tensor`
 */
export const fill: {
  (input: Tensor, value: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The value to write. */
    value: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, value: Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The value to write. */
    value: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::fill');

/**
 * `aten::fill_.Tensor(Tensor(a!) self, Tensor value) -> Tensor(a!)`
 * `aten::fill_.Scalar(Tensor(a!) self, Scalar value) -> Tensor(a!)`
 */
export const fill_: {
  (input: Tensor, value: Tensor): Tensor;
  (input: Tensor, options: {
    /** The value to write. */
    value: Tensor;
  }): Tensor;
  (input: Tensor, value: Scalar): Tensor;
  (input: Tensor, options: {
    /** The value to write. */
    value: Scalar;
  }): Tensor;
} = asFunction('aten::fill_');

/**
 * `aten::fix(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.fix.html
 */
export const fix: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
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
  (input: Tensor, options: {
    /** The first dimension to flatten. */
    startDim?: Int;
    /** The last dimension to flatten. */
    endDim?: Int;
  }): Tensor;
  (input: Tensor, startDim: Int, options: {
    /** The last dimension to flatten. */
    endDim?: Int;
  }): Tensor;
} = asFunction('aten::flatten');

/**
 * `aten::flip(Tensor self, int[] dims) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.flip.html
 */
export const flip: {
  (input: Tensor, dims: readonly Int[], options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The dimensions to work along. */
    dims: readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
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
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.float_power.html
 */
export const floatPower: {
  (input: Tensor, exponent: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The exponent. */
    exponent: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Scalar, exponent: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, exponent: Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The exponent. */
    exponent: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::float_power');

/**
 * `aten::floor(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.floor.html
 */
export const floor: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::floor');

/**
 * `aten::floor_divide(Tensor self, Tensor other) -> Tensor`
 * `aten::floor_divide.Scalar(Tensor self, Scalar other) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.floor_divide.html
 */
export const floorDivide: {
  (input: Tensor | Scalar, other: Tensor | Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor | Scalar, options: {
    /** The second operand. */
    other: Tensor | Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor | Scalar, other: Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor | Scalar, options: {
    /** The second operand. */
    other: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::floor_divide');

/**
 * `aten::floor_(Tensor(a!) self) -> Tensor(a!)`
 */
export const floor_: {
  (input: Tensor): Tensor;
} = asFunction('aten::floor_');

/**
 * `aten::fmax(Tensor self, Tensor other) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.fmax.html
 */
export const fmax: {
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
} = asFunction('aten::fmax');

/**
 * `aten::fmin(Tensor self, Tensor other) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.fmin.html
 */
export const fmin: {
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
} = asFunction('aten::fmin');

/**
 * `aten::fmod.Tensor(Tensor self, Tensor other) -> Tensor`
 * `aten::fmod.Scalar(Tensor self, Scalar other) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.fmod.html
 */
export const fmod: {
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
  (input: Tensor, other: Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The second operand. */
    other: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::fmod');

/**
 * `aten::frac(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.frac.html
 */
export const frac: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::frac');

/**
 * `aten::frac_(Tensor(a!) self) -> Tensor(a!)`
 */
export const frac_: {
  (input: Tensor): Tensor;
} = asFunction('aten::frac_');

/**
 * `aten::frexp.Tensor(Tensor self) -> (Tensor mantissa, Tensor exponent)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.frexp.html
 */
export const frexp: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [mantissa: Tensor, exponent: Tensor];
} = asFunction('aten::frexp');

/**
 * `aten::frobenius_norm.dim(Tensor self, int[1] dim, bool keepdim=False) -> Tensor`
 */
export const frobeniusNorm: {
  (input: Tensor, dim: Int | readonly Int[], keepdim?: boolean, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The dimensions to reduce. Default: all. */
    dim: Int | readonly Int[];
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int | readonly Int[], options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::frobenius_norm');

/**
 * `aten::full(SymInt[] size, Scalar fill_value, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::full.out(SymInt[] size, Scalar fill_value, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.full.html
 */
export const full: {
  (size: readonly Int[], fillValue: Scalar, options?: {
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (options: {
    /** The shape of the result. */
    size: readonly Int[];
    /** The value of the elements. */
    fillValue: Scalar;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (size: readonly Int[], options: {
    /** The value of the elements. */
    fillValue: Scalar;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (size: readonly Int[], fillValue: Scalar, options: {
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (options: {
    /** The shape of the result. */
    size: readonly Int[];
    /** The value of the elements. */
    fillValue: Scalar;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (size: readonly Int[], options: {
    /** The value of the elements. */
    fillValue: Scalar;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
} = asFunction('aten::full');

/**
 * `aten::full_like(Tensor self, Scalar fill_value, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor`
 * `aten::full_like.out(Tensor self, Scalar fill_value, *, MemoryFormat? memory_format=None, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.full_like.html
 */
export const fullLike: {
  (input: Tensor, fillValue: Scalar, options?: {
    /** The dtype of the result. Default: the input's. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** The order of the dimensions in memory. */
    memoryFormat?: MemoryFormat | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (input: Tensor, options: {
    /** The value of the elements. */
    fillValue: Scalar;
    /** The dtype of the result. Default: the input's. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** The order of the dimensions in memory. */
    memoryFormat?: MemoryFormat | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (input: Tensor, fillValue: Scalar, options: {
    /** The order of the dimensions in memory. */
    memoryFormat?: MemoryFormat | null;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The value of the elements. */
    fillValue: Scalar;
    /** The order of the dimensions in memory. */
    memoryFormat?: MemoryFormat | null;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
} = asFunction('aten::full_like');

/**
 * `aten::fused_moving_avg_obs_fake_quant(Tensor self, Tensor observer_on, Tensor fake_quant_on, Tensor(a!) running_min, Tensor(b!) running_max, Tensor(c!) scale, Tensor(d!) zero_point, float averaging_const, int quant_min, int quant_max, int ch_axis, bool per_row_fake_quant=False, bool symmetric_quant=False) -> Tensor`
 */
export const fusedMovingAvgObsFakeQuant: {
  (input: Tensor, observerOn: Tensor, fakeQuantOn: Tensor, runningMin: Tensor, runningMax: Tensor, scale: Tensor, zeroPoint: Tensor, averagingConst: number, quantMin: Int, quantMax: Int, chAxis: Int, perRowFakeQuant?: boolean, symmetricQuant?: boolean): Tensor;
  (input: Tensor, options: {
    /** Whether the extremes are followed. */
    observerOn: Tensor;
    /** Whether values are quantized. */
    fakeQuantOn: Tensor;
    /** The least value so far. */
    runningMin: Tensor;
    /** The greatest value so far. */
    runningMax: Tensor;
    /** The distance between quantized values. */
    scale: Tensor;
    /** The quantized value that stands for 0. */
    zeroPoint: Tensor;
    /** The weight of new extremes. */
    averagingConst: number;
    /** The lowest quantized value. */
    quantMin: Int;
    /** The highest quantized value. */
    quantMax: Int;
    /** The dimension of the channels. */
    chAxis: Int;
    /** Quantize each channel on its own. */
    perRowFakeQuant?: boolean;
    /** Let 0 stand for 0. */
    symmetricQuant?: boolean;
  }): Tensor;
  (input: Tensor, observerOn: Tensor, options: {
    /** Whether values are quantized. */
    fakeQuantOn: Tensor;
    /** The least value so far. */
    runningMin: Tensor;
    /** The greatest value so far. */
    runningMax: Tensor;
    /** The distance between quantized values. */
    scale: Tensor;
    /** The quantized value that stands for 0. */
    zeroPoint: Tensor;
    /** The weight of new extremes. */
    averagingConst: number;
    /** The lowest quantized value. */
    quantMin: Int;
    /** The highest quantized value. */
    quantMax: Int;
    /** The dimension of the channels. */
    chAxis: Int;
    /** Quantize each channel on its own. */
    perRowFakeQuant?: boolean;
    /** Let 0 stand for 0. */
    symmetricQuant?: boolean;
  }): Tensor;
  (input: Tensor, observerOn: Tensor, fakeQuantOn: Tensor, options: {
    /** The least value so far. */
    runningMin: Tensor;
    /** The greatest value so far. */
    runningMax: Tensor;
    /** The distance between quantized values. */
    scale: Tensor;
    /** The quantized value that stands for 0. */
    zeroPoint: Tensor;
    /** The weight of new extremes. */
    averagingConst: number;
    /** The lowest quantized value. */
    quantMin: Int;
    /** The highest quantized value. */
    quantMax: Int;
    /** The dimension of the channels. */
    chAxis: Int;
    /** Quantize each channel on its own. */
    perRowFakeQuant?: boolean;
    /** Let 0 stand for 0. */
    symmetricQuant?: boolean;
  }): Tensor;
  (input: Tensor, observerOn: Tensor, fakeQuantOn: Tensor, runningMin: Tensor, options: {
    /** The greatest value so far. */
    runningMax: Tensor;
    /** The distance between quantized values. */
    scale: Tensor;
    /** The quantized value that stands for 0. */
    zeroPoint: Tensor;
    /** The weight of new extremes. */
    averagingConst: number;
    /** The lowest quantized value. */
    quantMin: Int;
    /** The highest quantized value. */
    quantMax: Int;
    /** The dimension of the channels. */
    chAxis: Int;
    /** Quantize each channel on its own. */
    perRowFakeQuant?: boolean;
    /** Let 0 stand for 0. */
    symmetricQuant?: boolean;
  }): Tensor;
  (input: Tensor, observerOn: Tensor, fakeQuantOn: Tensor, runningMin: Tensor, runningMax: Tensor, options: {
    /** The distance between quantized values. */
    scale: Tensor;
    /** The quantized value that stands for 0. */
    zeroPoint: Tensor;
    /** The weight of new extremes. */
    averagingConst: number;
    /** The lowest quantized value. */
    quantMin: Int;
    /** The highest quantized value. */
    quantMax: Int;
    /** The dimension of the channels. */
    chAxis: Int;
    /** Quantize each channel on its own. */
    perRowFakeQuant?: boolean;
    /** Let 0 stand for 0. */
    symmetricQuant?: boolean;
  }): Tensor;
  (input: Tensor, observerOn: Tensor, fakeQuantOn: Tensor, runningMin: Tensor, runningMax: Tensor, scale: Tensor, options: {
    /** The quantized value that stands for 0. */
    zeroPoint: Tensor;
    /** The weight of new extremes. */
    averagingConst: number;
    /** The lowest quantized value. */
    quantMin: Int;
    /** The highest quantized value. */
    quantMax: Int;
    /** The dimension of the channels. */
    chAxis: Int;
    /** Quantize each channel on its own. */
    perRowFakeQuant?: boolean;
    /** Let 0 stand for 0. */
    symmetricQuant?: boolean;
  }): Tensor;
  (input: Tensor, observerOn: Tensor, fakeQuantOn: Tensor, runningMin: Tensor, runningMax: Tensor, scale: Tensor, zeroPoint: Tensor, options: {
    /** The weight of new extremes. */
    averagingConst: number;
    /** The lowest quantized value. */
    quantMin: Int;
    /** The highest quantized value. */
    quantMax: Int;
    /** The dimension of the channels. */
    chAxis: Int;
    /** Quantize each channel on its own. */
    perRowFakeQuant?: boolean;
    /** Let 0 stand for 0. */
    symmetricQuant?: boolean;
  }): Tensor;
  (input: Tensor, observerOn: Tensor, fakeQuantOn: Tensor, runningMin: Tensor, runningMax: Tensor, scale: Tensor, zeroPoint: Tensor, averagingConst: number, options: {
    /** The lowest quantized value. */
    quantMin: Int;
    /** The highest quantized value. */
    quantMax: Int;
    /** The dimension of the channels. */
    chAxis: Int;
    /** Quantize each channel on its own. */
    perRowFakeQuant?: boolean;
    /** Let 0 stand for 0. */
    symmetricQuant?: boolean;
  }): Tensor;
  (input: Tensor, observerOn: Tensor, fakeQuantOn: Tensor, runningMin: Tensor, runningMax: Tensor, scale: Tensor, zeroPoint: Tensor, averagingConst: number, quantMin: Int, options: {
    /** The highest quantized value. */
    quantMax: Int;
    /** The dimension of the channels. */
    chAxis: Int;
    /** Quantize each channel on its own. */
    perRowFakeQuant?: boolean;
    /** Let 0 stand for 0. */
    symmetricQuant?: boolean;
  }): Tensor;
  (input: Tensor, observerOn: Tensor, fakeQuantOn: Tensor, runningMin: Tensor, runningMax: Tensor, scale: Tensor, zeroPoint: Tensor, averagingConst: number, quantMin: Int, quantMax: Int, options: {
    /** The dimension of the channels. */
    chAxis: Int;
    /** Quantize each channel on its own. */
    perRowFakeQuant?: boolean;
    /** Let 0 stand for 0. */
    symmetricQuant?: boolean;
  }): Tensor;
  (input: Tensor, observerOn: Tensor, fakeQuantOn: Tensor, runningMin: Tensor, runningMax: Tensor, scale: Tensor, zeroPoint: Tensor, averagingConst: number, quantMin: Int, quantMax: Int, chAxis: Int, options: {
    /** Quantize each channel on its own. */
    perRowFakeQuant?: boolean;
    /** Let 0 stand for 0. */
    symmetricQuant?: boolean;
  }): Tensor;
  (input: Tensor, observerOn: Tensor, fakeQuantOn: Tensor, runningMin: Tensor, runningMax: Tensor, scale: Tensor, zeroPoint: Tensor, averagingConst: number, quantMin: Int, quantMax: Int, chAxis: Int, perRowFakeQuant: boolean, options: {
    /** Let 0 stand for 0. */
    symmetricQuant?: boolean;
  }): Tensor;
} = asFunction('aten::fused_moving_avg_obs_fake_quant');

/**
 * `aten::gather(Tensor self, int dim, Tensor index, *, bool sparse_grad=False) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.gather.html
 */
export const gather: {
  (input: Tensor, dim: Int, index: Tensor, options?: {
    /** Make the gradient of the input sparse. */
    sparseGrad?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The dimension of the indices or parts. */
    dim: Int;
    /** For each element, its position along `dim`. */
    index: Tensor;
    /** Make the gradient of the input sparse. */
    sparseGrad?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int, options: {
    /** For each element, its position along `dim`. */
    index: Tensor;
    /** Make the gradient of the input sparse. */
    sparseGrad?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::gather');

/**
 * `aten::gcd(Tensor self, Tensor other) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.gcd.html
 */
export const gcd: {
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
} = asFunction('aten::gcd');

/**
 * `aten::gcd_(Tensor(a!) self, Tensor other) -> Tensor(a!)`
 */
export const gcd_: {
  (input: Tensor, other: Tensor): Tensor;
  (input: Tensor, options: {
    /** The second operand. */
    other: Tensor;
  }): Tensor;
} = asFunction('aten::gcd_');

/**
 * `aten::ge.Tensor(Tensor self, Tensor other) -> Tensor`
 * `aten::ge.Scalar(Tensor self, Scalar other) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.ge.html
 */
export const ge: {
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
  (input: Tensor, other: Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The second operand. */
    other: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::ge');

/**
 * `aten::geqrf(Tensor self) -> (Tensor a, Tensor tau)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.geqrf.html
 */
export const geqrf: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [a: Tensor, tau: Tensor];
} = asFunction('aten::geqrf');

/**
 * `aten::ger(Tensor self, Tensor vec2) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.ger.html
 */
export const ger: {
  (input: Tensor, vec2: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The second vector. */
    vec2: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
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
  (input: Tensor, options: {
    /** The dimension to work along. */
    dim: readonly Int[];
    /** The order of the differences at the edges: 1 or 2. */
    edgeOrder?: Int;
  }): Tensor[];
  (input: Tensor, options: {
    /** The distance between neighbors, or the coordinates of the points. */
    spacing: Scalar;
    /** The dimension to work along. */
    dim: readonly Int[];
    /** The order of the differences at the edges: 1 or 2. */
    edgeOrder?: Int;
  }): Tensor[];
  (input: Tensor, options?: {
    /** The distance between neighbors, or the coordinates of the points. */
    spacing?: Scalar | null;
    /** The dimension to work along. */
    dim?: Int | null;
    /** The order of the differences at the edges: 1 or 2. */
    edgeOrder?: Int;
  }): Tensor[];
  (input: Tensor, options: {
    /** The distance between neighbors, or the coordinates of the points. */
    spacing: readonly Scalar[];
    /** The dimension to work along. */
    dim?: Int | null;
    /** The order of the differences at the edges: 1 or 2. */
    edgeOrder?: Int;
  }): Tensor[];
  (input: Tensor, options: {
    /** The distance between neighbors, or the coordinates of the points. */
    spacing: readonly Scalar[];
    /** The dimension to work along. */
    dim: readonly Int[];
    /** The order of the differences at the edges: 1 or 2. */
    edgeOrder?: Int;
  }): Tensor[];
  (input: Tensor, options: {
    /** The distance between neighbors, or the coordinates of the points. */
    spacing: readonly Tensor[];
    /** The dimension to work along. */
    dim?: Int | null;
    /** The order of the differences at the edges: 1 or 2. */
    edgeOrder?: Int;
  }): Tensor[];
  (input: Tensor, options: {
    /** The distance between neighbors, or the coordinates of the points. */
    spacing: readonly Tensor[];
    /** The dimension to work along. */
    dim: readonly Int[];
    /** The order of the differences at the edges: 1 or 2. */
    edgeOrder?: Int;
  }): Tensor[];
} = asFunction('aten::gradient');

/**
 * `aten::greater.Tensor(Tensor self, Tensor other) -> Tensor`
 * `aten::greater.Scalar(Tensor self, Scalar other) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.greater.html
 */
export const greater: {
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
  (input: Tensor, other: Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The second operand. */
    other: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::greater');

/**
 * `aten::greater_equal.Tensor(Tensor self, Tensor other) -> Tensor`
 * `aten::greater_equal.Scalar(Tensor self, Scalar other) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.greater_equal.html
 */
export const greaterEqual: {
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
  (input: Tensor, other: Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The second operand. */
    other: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::greater_equal');

/**
 * `aten::grid_sampler(Tensor input, Tensor grid, int interpolation_mode, int padding_mode, bool align_corners) -> Tensor`
 */
export const gridSampler: {
  (input: Tensor, grid: Tensor, interpolationMode: Int, paddingMode: Int, alignCorners: boolean): Tensor;
  (input: Tensor, options: {
    /** The places to sample, between −1 and 1. */
    grid: Tensor;
    /** How values between pixels are computed: 0 bilinear, 1 nearest, 2 bicubic. */
    interpolationMode: Int;
    /** What lies outside: 0 zeros, 1 the border, 2 the mirror image. */
    paddingMode: Int;
    /** Keep the values of the corner pixels. */
    alignCorners: boolean;
  }): Tensor;
  (input: Tensor, grid: Tensor, options: {
    /** How values between pixels are computed: 0 bilinear, 1 nearest, 2 bicubic. */
    interpolationMode: Int;
    /** What lies outside: 0 zeros, 1 the border, 2 the mirror image. */
    paddingMode: Int;
    /** Keep the values of the corner pixels. */
    alignCorners: boolean;
  }): Tensor;
  (input: Tensor, grid: Tensor, interpolationMode: Int, options: {
    /** What lies outside: 0 zeros, 1 the border, 2 the mirror image. */
    paddingMode: Int;
    /** Keep the values of the corner pixels. */
    alignCorners: boolean;
  }): Tensor;
  (input: Tensor, grid: Tensor, interpolationMode: Int, paddingMode: Int, options: {
    /** Keep the values of the corner pixels. */
    alignCorners: boolean;
  }): Tensor;
} = asFunction('aten::grid_sampler');

/**
 * `aten::grid_sampler_2d(Tensor input, Tensor grid, int interpolation_mode, int padding_mode, bool align_corners) -> Tensor`
 */
export const gridSampler2d: {
  (input: Tensor, grid: Tensor, interpolationMode: Int, paddingMode: Int, alignCorners: boolean, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The places to sample, between −1 and 1. */
    grid: Tensor;
    /** How values between pixels are computed: 0 bilinear, 1 nearest, 2 bicubic. */
    interpolationMode: Int;
    /** What lies outside: 0 zeros, 1 the border, 2 the mirror image. */
    paddingMode: Int;
    /** Keep the values of the corner pixels. */
    alignCorners: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, grid: Tensor, options: {
    /** How values between pixels are computed: 0 bilinear, 1 nearest, 2 bicubic. */
    interpolationMode: Int;
    /** What lies outside: 0 zeros, 1 the border, 2 the mirror image. */
    paddingMode: Int;
    /** Keep the values of the corner pixels. */
    alignCorners: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, grid: Tensor, interpolationMode: Int, options: {
    /** What lies outside: 0 zeros, 1 the border, 2 the mirror image. */
    paddingMode: Int;
    /** Keep the values of the corner pixels. */
    alignCorners: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, grid: Tensor, interpolationMode: Int, paddingMode: Int, options: {
    /** Keep the values of the corner pixels. */
    alignCorners: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::grid_sampler_2d');

/**
 * `aten::grid_sampler_3d(Tensor input, Tensor grid, int interpolation_mode, int padding_mode, bool align_corners) -> Tensor`
 */
export const gridSampler3d: {
  (input: Tensor, grid: Tensor, interpolationMode: Int, paddingMode: Int, alignCorners: boolean, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The places to sample, between −1 and 1. */
    grid: Tensor;
    /** How values between pixels are computed: 0 bilinear, 1 nearest, 2 bicubic. */
    interpolationMode: Int;
    /** What lies outside: 0 zeros, 1 the border, 2 the mirror image. */
    paddingMode: Int;
    /** Keep the values of the corner pixels. */
    alignCorners: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, grid: Tensor, options: {
    /** How values between pixels are computed: 0 bilinear, 1 nearest, 2 bicubic. */
    interpolationMode: Int;
    /** What lies outside: 0 zeros, 1 the border, 2 the mirror image. */
    paddingMode: Int;
    /** Keep the values of the corner pixels. */
    alignCorners: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, grid: Tensor, interpolationMode: Int, options: {
    /** What lies outside: 0 zeros, 1 the border, 2 the mirror image. */
    paddingMode: Int;
    /** Keep the values of the corner pixels. */
    alignCorners: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, grid: Tensor, interpolationMode: Int, paddingMode: Int, options: {
    /** Keep the values of the corner pixels. */
    alignCorners: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::grid_sampler_3d');

/**
 * `aten::group_norm(Tensor input, int num_groups, Tensor? weight=None, Tensor? bias=None, float eps=1.0000000000000001e-05, bool cudnn_enabled=True) -> Tensor`
 */
export const groupNorm: {
  (input: Tensor, numGroups: Int, weight?: Tensor | null, bias?: Tensor | null, eps?: number, cudnnEnabled?: boolean): Tensor;
  (input: Tensor, options: {
    /** Into how many groups channels are divided. */
    numGroups: Int;
    /** The factor of each channel or normalized element. */
    weight?: Tensor | null;
    /** Added to each channel or normalized element. */
    bias?: Tensor | null;
    /** Added to the variance, against division by 0. */
    eps?: number;
    /** Allow cuDNN. */
    cudnnEnabled?: boolean;
  }): Tensor;
  (input: Tensor, numGroups: Int, options: {
    /** The factor of each channel or normalized element. */
    weight?: Tensor | null;
    /** Added to each channel or normalized element. */
    bias?: Tensor | null;
    /** Added to the variance, against division by 0. */
    eps?: number;
    /** Allow cuDNN. */
    cudnnEnabled?: boolean;
  }): Tensor;
  (input: Tensor, numGroups: Int, weight: Tensor | null, options: {
    /** Added to each channel or normalized element. */
    bias?: Tensor | null;
    /** Added to the variance, against division by 0. */
    eps?: number;
    /** Allow cuDNN. */
    cudnnEnabled?: boolean;
  }): Tensor;
  (input: Tensor, numGroups: Int, weight: Tensor | null, bias: Tensor | null, options: {
    /** Added to the variance, against division by 0. */
    eps?: number;
    /** Allow cuDNN. */
    cudnnEnabled?: boolean;
  }): Tensor;
  (input: Tensor, numGroups: Int, weight: Tensor | null, bias: Tensor | null, eps: number, options: {
    /** Allow cuDNN. */
    cudnnEnabled?: boolean;
  }): Tensor;
} = asFunction('aten::group_norm');

/**
 * `aten::gru.data(Tensor data, Tensor batch_sizes, Tensor hx, Tensor[] params, bool has_biases, int num_layers, float dropout, bool train, bool bidirectional) -> (Tensor, Tensor)`
 * `aten::gru.input(Tensor input, Tensor hx, Tensor[] params, bool has_biases, int num_layers, float dropout, bool train, bool bidirectional, bool batch_first) -> (Tensor, Tensor)`
 */
export const gru: {
  (data: Tensor, batchSizes: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: Int, dropout: number, train: boolean, bidirectional: boolean): [Tensor, Tensor];
  (data: Tensor, options: {
    /** The number of sequences that reach each step. */
    batchSizes: Tensor;
    /** The first hidden state; an LSTM takes the cell state as well. */
    hx: Tensor;
    /** The weights and biases of all layers. */
    params: readonly Tensor[];
    /** The layers have biases. */
    hasBiases: boolean;
    /** The number of layers. */
    numLayers: Int;
    /** The probability with which outputs between layers are dropped. */
    dropout: number;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
  }): [Tensor, Tensor];
  (data: Tensor, batchSizes: Tensor, options: {
    /** The first hidden state; an LSTM takes the cell state as well. */
    hx: Tensor;
    /** The weights and biases of all layers. */
    params: readonly Tensor[];
    /** The layers have biases. */
    hasBiases: boolean;
    /** The number of layers. */
    numLayers: Int;
    /** The probability with which outputs between layers are dropped. */
    dropout: number;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
  }): [Tensor, Tensor];
  (data: Tensor, batchSizes: Tensor, hx: Tensor, options: {
    /** The weights and biases of all layers. */
    params: readonly Tensor[];
    /** The layers have biases. */
    hasBiases: boolean;
    /** The number of layers. */
    numLayers: Int;
    /** The probability with which outputs between layers are dropped. */
    dropout: number;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
  }): [Tensor, Tensor];
  (data: Tensor, batchSizes: Tensor, hx: Tensor, params: readonly Tensor[], options: {
    /** The layers have biases. */
    hasBiases: boolean;
    /** The number of layers. */
    numLayers: Int;
    /** The probability with which outputs between layers are dropped. */
    dropout: number;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
  }): [Tensor, Tensor];
  (data: Tensor, batchSizes: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, options: {
    /** The number of layers. */
    numLayers: Int;
    /** The probability with which outputs between layers are dropped. */
    dropout: number;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
  }): [Tensor, Tensor];
  (data: Tensor, batchSizes: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: Int, options: {
    /** The probability with which outputs between layers are dropped. */
    dropout: number;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
  }): [Tensor, Tensor];
  (data: Tensor, batchSizes: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: Int, dropout: number, options: {
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
  }): [Tensor, Tensor];
  (data: Tensor, batchSizes: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: Int, dropout: number, train: boolean, options: {
    /** Run in both directions. */
    bidirectional: boolean;
  }): [Tensor, Tensor];
  (input: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: Int, dropout: number, train: boolean, bidirectional: boolean, batchFirst: boolean): [Tensor, Tensor];
  (input: Tensor, options: {
    /** The first hidden state; an LSTM takes the cell state as well. */
    hx: Tensor;
    /** The weights and biases of all layers. */
    params: readonly Tensor[];
    /** The layers have biases. */
    hasBiases: boolean;
    /** The number of layers. */
    numLayers: Int;
    /** The probability with which outputs between layers are dropped. */
    dropout: number;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
    /** The batch is the first dimension. */
    batchFirst: boolean;
  }): [Tensor, Tensor];
  (input: Tensor, hx: Tensor, options: {
    /** The weights and biases of all layers. */
    params: readonly Tensor[];
    /** The layers have biases. */
    hasBiases: boolean;
    /** The number of layers. */
    numLayers: Int;
    /** The probability with which outputs between layers are dropped. */
    dropout: number;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
    /** The batch is the first dimension. */
    batchFirst: boolean;
  }): [Tensor, Tensor];
  (input: Tensor, hx: Tensor, params: readonly Tensor[], options: {
    /** The layers have biases. */
    hasBiases: boolean;
    /** The number of layers. */
    numLayers: Int;
    /** The probability with which outputs between layers are dropped. */
    dropout: number;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
    /** The batch is the first dimension. */
    batchFirst: boolean;
  }): [Tensor, Tensor];
  (input: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, options: {
    /** The number of layers. */
    numLayers: Int;
    /** The probability with which outputs between layers are dropped. */
    dropout: number;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
    /** The batch is the first dimension. */
    batchFirst: boolean;
  }): [Tensor, Tensor];
  (input: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: Int, options: {
    /** The probability with which outputs between layers are dropped. */
    dropout: number;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
    /** The batch is the first dimension. */
    batchFirst: boolean;
  }): [Tensor, Tensor];
  (input: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: Int, dropout: number, options: {
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
    /** The batch is the first dimension. */
    batchFirst: boolean;
  }): [Tensor, Tensor];
  (input: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: Int, dropout: number, train: boolean, options: {
    /** Run in both directions. */
    bidirectional: boolean;
    /** The batch is the first dimension. */
    batchFirst: boolean;
  }): [Tensor, Tensor];
  (input: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: Int, dropout: number, train: boolean, bidirectional: boolean, options: {
    /** The batch is the first dimension. */
    batchFirst: boolean;
  }): [Tensor, Tensor];
} = asFunction('aten::gru');

/**
 * `aten::gru_cell(Tensor input, Tensor hx, Tensor w_ih, Tensor w_hh, Tensor? b_ih=None, Tensor? b_hh=None) -> Tensor`
 */
export const gruCell: {
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh?: Tensor | null, bHh?: Tensor | null): Tensor;
  (input: Tensor, options: {
    /** The first hidden state; an LSTM takes the cell state as well. */
    hx: Tensor;
    /** The weight of the input. */
    wIh: Tensor;
    /** The weight of the state. */
    wHh: Tensor;
    /** The bias of the input. */
    bIh?: Tensor | null;
    /** The bias of the state. */
    bHh?: Tensor | null;
  }): Tensor;
  (input: Tensor, hx: Tensor, options: {
    /** The weight of the input. */
    wIh: Tensor;
    /** The weight of the state. */
    wHh: Tensor;
    /** The bias of the input. */
    bIh?: Tensor | null;
    /** The bias of the state. */
    bHh?: Tensor | null;
  }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, options: {
    /** The weight of the state. */
    wHh: Tensor;
    /** The bias of the input. */
    bIh?: Tensor | null;
    /** The bias of the state. */
    bHh?: Tensor | null;
  }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, options: {
    /** The bias of the input. */
    bIh?: Tensor | null;
    /** The bias of the state. */
    bHh?: Tensor | null;
  }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor | null, options: {
    /** The bias of the state. */
    bHh?: Tensor | null;
  }): Tensor;
} = asFunction('aten::gru_cell');

/**
 * `aten::gt.Tensor(Tensor self, Tensor other) -> Tensor`
 * `aten::gt.Scalar(Tensor self, Scalar other) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.gt.html
 */
export const gt: {
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
  (input: Tensor, other: Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The second operand. */
    other: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
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
  (windowLength: Int, options?: {
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (options: {
    /** The number of values. */
    windowLength: Int;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (windowLength: Int, periodic: boolean, options?: {
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (options: {
    /** The number of values. */
    windowLength: Int;
    /** Make a periodic window, for spectra; otherwise a symmetric one. */
    periodic: boolean;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (windowLength: Int, options: {
    /** Make a periodic window, for spectra; otherwise a symmetric one. */
    periodic: boolean;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (windowLength: Int, periodic: boolean, alpha: number, options?: {
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (options: {
    /** The number of values. */
    windowLength: Int;
    /** Make a periodic window, for spectra; otherwise a symmetric one. */
    periodic: boolean;
    /** The constant of the window. */
    alpha: number;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (windowLength: Int, options: {
    /** Make a periodic window, for spectra; otherwise a symmetric one. */
    periodic: boolean;
    /** The constant of the window. */
    alpha: number;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (windowLength: Int, periodic: boolean, options: {
    /** The constant of the window. */
    alpha: number;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (windowLength: Int, periodic: boolean, alpha: number, beta: number, options?: {
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (options: {
    /** The number of values. */
    windowLength: Int;
    /** Make a periodic window, for spectra; otherwise a symmetric one. */
    periodic: boolean;
    /** The constant of the window. */
    alpha: number;
    /** The factor of the cosine. */
    beta: number;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (windowLength: Int, options: {
    /** Make a periodic window, for spectra; otherwise a symmetric one. */
    periodic: boolean;
    /** The constant of the window. */
    alpha: number;
    /** The factor of the cosine. */
    beta: number;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (windowLength: Int, periodic: boolean, options: {
    /** The constant of the window. */
    alpha: number;
    /** The factor of the cosine. */
    beta: number;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (windowLength: Int, periodic: boolean, alpha: number, options: {
    /** The factor of the cosine. */
    beta: number;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (windowLength: Int, options: {
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (options: {
    /** The number of values. */
    windowLength: Int;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (windowLength: Int, periodic: boolean, options: {
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (options: {
    /** The number of values. */
    windowLength: Int;
    /** Make a periodic window, for spectra; otherwise a symmetric one. */
    periodic: boolean;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (windowLength: Int, options: {
    /** Make a periodic window, for spectra; otherwise a symmetric one. */
    periodic: boolean;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (windowLength: Int, periodic: boolean, alpha: number, options: {
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (options: {
    /** The number of values. */
    windowLength: Int;
    /** Make a periodic window, for spectra; otherwise a symmetric one. */
    periodic: boolean;
    /** The constant of the window. */
    alpha: number;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (windowLength: Int, options: {
    /** Make a periodic window, for spectra; otherwise a symmetric one. */
    periodic: boolean;
    /** The constant of the window. */
    alpha: number;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (windowLength: Int, periodic: boolean, options: {
    /** The constant of the window. */
    alpha: number;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (windowLength: Int, periodic: boolean, alpha: number, beta: number, options: {
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (options: {
    /** The number of values. */
    windowLength: Int;
    /** Make a periodic window, for spectra; otherwise a symmetric one. */
    periodic: boolean;
    /** The constant of the window. */
    alpha: number;
    /** The factor of the cosine. */
    beta: number;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (windowLength: Int, options: {
    /** Make a periodic window, for spectra; otherwise a symmetric one. */
    periodic: boolean;
    /** The constant of the window. */
    alpha: number;
    /** The factor of the cosine. */
    beta: number;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (windowLength: Int, periodic: boolean, options: {
    /** The constant of the window. */
    alpha: number;
    /** The factor of the cosine. */
    beta: number;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (windowLength: Int, periodic: boolean, alpha: number, options: {
    /** The factor of the cosine. */
    beta: number;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
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
  (windowLength: Int, options?: {
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (options: {
    /** The number of values. */
    windowLength: Int;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (windowLength: Int, periodic: boolean, options?: {
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (options: {
    /** The number of values. */
    windowLength: Int;
    /** Make a periodic window, for spectra; otherwise a symmetric one. */
    periodic: boolean;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (windowLength: Int, options: {
    /** Make a periodic window, for spectra; otherwise a symmetric one. */
    periodic: boolean;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (windowLength: Int, options: {
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (options: {
    /** The number of values. */
    windowLength: Int;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (windowLength: Int, periodic: boolean, options: {
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (options: {
    /** The number of values. */
    windowLength: Int;
    /** Make a periodic window, for spectra; otherwise a symmetric one. */
    periodic: boolean;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (windowLength: Int, options: {
    /** Make a periodic window, for spectra; otherwise a symmetric one. */
    periodic: boolean;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
} = asFunction('aten::hann_window');

/**
 * `aten::hardshrink(Tensor self, Scalar lambd=0.5) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.hardshrink.html
 */
export const hardshrink: {
  (input: Tensor, lambd?: Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** Elements between −lambd and lambd become 0. */
    lambd?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::hardshrink');

/**
 * `aten::hash_tensor(Tensor self, int[1] dim=[], *, bool keepdim=False, int mode=0) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.hash_tensor.html
 */
export const hashTensor: {
  (input: Tensor, dim?: Int | readonly Int[], options?: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** How elements are combined: 0 is XOR. */
    mode?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The dimensions to reduce. Default: all. */
    dim?: Int | readonly Int[];
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** How elements are combined: 0 is XOR. */
    mode?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::hash_tensor');

/**
 * `aten::heaviside(Tensor self, Tensor values) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.heaviside.html
 */
export const heaviside: {
  (input: Tensor, values: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** What becomes of zeros. */
    values: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::heaviside');

/**
 * `aten::hinge_embedding_loss(Tensor self, Tensor target, float margin=1., int reduction=1) -> Tensor`
 */
export const hingeEmbeddingLoss: {
  (input: Tensor, target: Tensor, margin?: number, reduction?: Int): Tensor;
  (input: Tensor, options: {
    /** The targets. */
    target: Tensor;
    /** The distance beyond which an example adds no loss. */
    margin?: number;
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
  }): Tensor;
  (input: Tensor, target: Tensor, options: {
    /** The distance beyond which an example adds no loss. */
    margin?: number;
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
  }): Tensor;
  (input: Tensor, target: Tensor, margin: number, options: {
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
  }): Tensor;
} = asFunction('aten::hinge_embedding_loss');

/**
 * `aten::histc(Tensor self, int bins=100, Scalar min=0, Scalar max=0) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.histc.html
 */
export const histc: {
  (input: Tensor, bins?: Int, min?: Scalar, max?: Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The number of bins, or their edges. */
    bins?: Int;
    /** The lowest edge. The extremes of the input, if `min` and `max` are equal. */
    min?: Scalar;
    /** The highest edge. The extremes of the input, if `min` and `max` are equal. */
    max?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, bins: Int, options: {
    /** The lowest edge. The extremes of the input, if `min` and `max` are equal. */
    min?: Scalar;
    /** The highest edge. The extremes of the input, if `min` and `max` are equal. */
    max?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, bins: Int, min: Scalar, options: {
    /** The highest edge. The extremes of the input, if `min` and `max` are equal. */
    max?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::histc');

/**
 * `aten::histogram.bins_tensor(Tensor self, Tensor bins, *, Tensor? weight=None, bool density=False) -> (Tensor hist, Tensor bin_edges)`
 * `aten::histogram.bin_ct(Tensor self, int bins=100, *, float[]? range=None, Tensor? weight=None, bool density=False) -> (Tensor hist, Tensor bin_edges)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.histogram.html
 */
export const histogram: {
  (input: Tensor, bins: Tensor, options?: {
    /** The weight of each element. */
    weight?: Tensor | null;
    /** Return a density instead of counts. */
    density?: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [hist: Tensor, binEdges: Tensor];
  (input: Tensor, options: {
    /** The number of bins, or their edges. */
    bins: Tensor;
    /** The weight of each element. */
    weight?: Tensor | null;
    /** Return a density instead of counts. */
    density?: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [hist: Tensor, binEdges: Tensor];
  (input: Tensor, bins?: Int, options?: {
    /** The lowest and the highest edge. Default: the extremes of the input. */
    range?: readonly number[] | null;
    /** The weight of each element. */
    weight?: Tensor | null;
    /** Return a density instead of counts. */
    density?: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [hist: Tensor, binEdges: Tensor];
  (input: Tensor, options: {
    /** The number of bins, or their edges. */
    bins?: Int;
    /** The lowest and the highest edge. Default: the extremes of the input. */
    range?: readonly number[] | null;
    /** The weight of each element. */
    weight?: Tensor | null;
    /** Return a density instead of counts. */
    density?: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [hist: Tensor, binEdges: Tensor];
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
  (input: Tensor, options: {
    /** The number of bins, or their edges. */
    bins: Int;
    /** The lowest and the highest edge. Default: the extremes of the input. */
    range?: readonly number[] | null;
    /** The weight of each element. */
    weight?: Tensor | null;
    /** Return a density instead of counts. */
    density?: boolean;
  }): [hist: Tensor, binEdges: Tensor[]];
  (input: Tensor, bins: Int, options: {
    /** The lowest and the highest edge. Default: the extremes of the input. */
    range?: readonly number[] | null;
    /** The weight of each element. */
    weight?: Tensor | null;
    /** Return a density instead of counts. */
    density?: boolean;
  }): [hist: Tensor, binEdges: Tensor[]];
  (input: Tensor, bins: Int, range: readonly number[] | null, options: {
    /** The weight of each element. */
    weight?: Tensor | null;
    /** Return a density instead of counts. */
    density?: boolean;
  }): [hist: Tensor, binEdges: Tensor[]];
  (input: Tensor, bins: Int, range: readonly number[] | null, weight: Tensor | null, options: {
    /** Return a density instead of counts. */
    density?: boolean;
  }): [hist: Tensor, binEdges: Tensor[]];
  (input: Tensor, bins: readonly Int[], range?: readonly number[] | null, weight?: Tensor | null, density?: boolean): [hist: Tensor, binEdges: Tensor[]];
  (input: Tensor, options: {
    /** The number of bins, or their edges. */
    bins: readonly Int[];
    /** The lowest and the highest edge. Default: the extremes of the input. */
    range?: readonly number[] | null;
    /** The weight of each element. */
    weight?: Tensor | null;
    /** Return a density instead of counts. */
    density?: boolean;
  }): [hist: Tensor, binEdges: Tensor[]];
  (input: Tensor, bins: readonly Int[], options: {
    /** The lowest and the highest edge. Default: the extremes of the input. */
    range?: readonly number[] | null;
    /** The weight of each element. */
    weight?: Tensor | null;
    /** Return a density instead of counts. */
    density?: boolean;
  }): [hist: Tensor, binEdges: Tensor[]];
  (input: Tensor, bins: readonly Int[], range: readonly number[] | null, options: {
    /** The weight of each element. */
    weight?: Tensor | null;
    /** Return a density instead of counts. */
    density?: boolean;
  }): [hist: Tensor, binEdges: Tensor[]];
  (input: Tensor, bins: readonly Int[], range: readonly number[] | null, weight: Tensor | null, options: {
    /** Return a density instead of counts. */
    density?: boolean;
  }): [hist: Tensor, binEdges: Tensor[]];
  (input: Tensor, bins: readonly Tensor[], range?: readonly number[] | null, weight?: Tensor | null, density?: boolean): [hist: Tensor, binEdges: Tensor[]];
  (input: Tensor, options: {
    /** The number of bins, or their edges. */
    bins: readonly Tensor[];
    /** The lowest and the highest edge. Default: the extremes of the input. */
    range?: readonly number[] | null;
    /** The weight of each element. */
    weight?: Tensor | null;
    /** Return a density instead of counts. */
    density?: boolean;
  }): [hist: Tensor, binEdges: Tensor[]];
  (input: Tensor, bins: readonly Tensor[], options: {
    /** The lowest and the highest edge. Default: the extremes of the input. */
    range?: readonly number[] | null;
    /** The weight of each element. */
    weight?: Tensor | null;
    /** Return a density instead of counts. */
    density?: boolean;
  }): [hist: Tensor, binEdges: Tensor[]];
  (input: Tensor, bins: readonly Tensor[], range: readonly number[] | null, options: {
    /** The weight of each element. */
    weight?: Tensor | null;
    /** Return a density instead of counts. */
    density?: boolean;
  }): [hist: Tensor, binEdges: Tensor[]];
  (input: Tensor, bins: readonly Tensor[], range: readonly number[] | null, weight: Tensor | null, options: {
    /** Return a density instead of counts. */
    density?: boolean;
  }): [hist: Tensor, binEdges: Tensor[]];
} = asFunction('aten::histogramdd');

/**
 * `aten::hsplit.int(Tensor(a -> *) self, int sections) -> Tensor(a)[]`
 * `aten::hsplit.array(Tensor(a -> *) self, int[] indices) -> Tensor(a)[]`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.hsplit.html
 */
export const hsplit: {
  (input: Tensor, sections: Int): Tensor[];
  (input: Tensor, options: {
    /** The number of parts. */
    sections: Int;
  }): Tensor[];
  (input: Tensor, indices: readonly Int[]): Tensor[];
  (input: Tensor, options: {
    /** The indices at which to split. */
    indices: readonly Int[];
  }): Tensor[];
} = asFunction('aten::hsplit');

/**
 * `aten::hspmm(Tensor mat1, Tensor mat2) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.hspmm.html
 */
export const hspmm: {
  (mat1: Tensor, mat2: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (mat1: Tensor, options: {
    /** The second matrix. */
    mat2: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::hspmm');

/**
 * `aten::hstack(Tensor[] tensors) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.hstack.html
 */
export const hstack: {
  (tensors: readonly Tensor[], options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::hstack');

/**
 * `aten::hypot(Tensor self, Tensor other) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.hypot.html
 */
export const hypot: {
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
} = asFunction('aten::hypot');

/**
 * `aten::i0(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.i0.html
 */
export const i0: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::i0');

/**
 * `aten::i0_(Tensor(a!) self) -> Tensor(a!)`
 */
export const i0_: {
  (input: Tensor): Tensor;
} = asFunction('aten::i0_');

/**
 * `aten::igamma(Tensor self, Tensor other) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.igamma.html
 */
export const igamma: {
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
} = asFunction('aten::igamma');

/**
 * `aten::igammac(Tensor self, Tensor other) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.igammac.html
 */
export const igammac: {
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
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.index_add.html
 */
export const indexAdd: {
  (input: Tensor, dim: Int, index: Tensor, source: Tensor, options?: {
    /** The factor of what is added. */
    alpha?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The dimension of the indices or parts. */
    dim: Int;
    /** The positions along `dim`. */
    index: Tensor;
    /** The values to write or add. */
    source: Tensor;
    /** The factor of what is added. */
    alpha?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int, options: {
    /** The positions along `dim`. */
    index: Tensor;
    /** The values to write or add. */
    source: Tensor;
    /** The factor of what is added. */
    alpha?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, options: {
    /** The values to write or add. */
    source: Tensor;
    /** The factor of what is added. */
    alpha?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::index_add');

/**
 * `aten::index_copy(Tensor self, int dim, Tensor index, Tensor source) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.index_copy.html
 */
export const indexCopy: {
  (input: Tensor, dim: Int, index: Tensor, source: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The dimension of the indices or parts. */
    dim: Int;
    /** The positions along `dim`. */
    index: Tensor;
    /** The values to write or add. */
    source: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int, options: {
    /** The positions along `dim`. */
    index: Tensor;
    /** The values to write or add. */
    source: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, options: {
    /** The values to write or add. */
    source: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::index_copy');

/**
 * `aten::index_fill.int_Tensor(Tensor self, int dim, Tensor index, Tensor value) -> Tensor`
 * `aten::index_fill.int_Scalar(Tensor self, int dim, Tensor index, Scalar value) -> Tensor`
 */
export const indexFill: {
  (input: Tensor, dim: Int, index: Tensor, value: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The dimension of the indices or parts. */
    dim: Int;
    /** The positions along `dim`. */
    index: Tensor;
    /** The value to write. */
    value: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int, options: {
    /** The positions along `dim`. */
    index: Tensor;
    /** The value to write. */
    value: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, options: {
    /** The value to write. */
    value: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, value: Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The dimension of the indices or parts. */
    dim: Int;
    /** The positions along `dim`. */
    index: Tensor;
    /** The value to write. */
    value: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int, options: {
    /** The positions along `dim`. */
    index: Tensor;
    /** The value to write. */
    value: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, options: {
    /** The value to write. */
    value: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::index_fill');

/**
 * `aten::index_put(Tensor self, Tensor?[] indices, Tensor values, bool accumulate=False) -> Tensor`
 */
export const indexPut: {
  (input: Tensor, indices: readonly (Tensor | null)[], values: Tensor, accumulate?: boolean, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** One tensor of indices or booleans for each dimension; null takes all of it. */
    indices: readonly (Tensor | null)[];
    /** The values to write or add. */
    values: Tensor;
    /** Add to what is there instead of replacing it. */
    accumulate?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, indices: readonly (Tensor | null)[], options: {
    /** The values to write or add. */
    values: Tensor;
    /** Add to what is there instead of replacing it. */
    accumulate?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, indices: readonly (Tensor | null)[], values: Tensor, options: {
    /** Add to what is there instead of replacing it. */
    accumulate?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::index_put');

/**
 * `aten::index_put_(Tensor(a!) self, Tensor?[] indices, Tensor values, bool accumulate=False) -> Tensor(a!)`
 */
export const indexPut_: {
  (input: Tensor, indices: readonly (Tensor | null)[], values: Tensor, accumulate?: boolean): Tensor;
  (input: Tensor, options: {
    /** One tensor of indices or booleans for each dimension; null takes all of it. */
    indices: readonly (Tensor | null)[];
    /** The values to write or add. */
    values: Tensor;
    /** Add to what is there instead of replacing it. */
    accumulate?: boolean;
  }): Tensor;
  (input: Tensor, indices: readonly (Tensor | null)[], options: {
    /** The values to write or add. */
    values: Tensor;
    /** Add to what is there instead of replacing it. */
    accumulate?: boolean;
  }): Tensor;
  (input: Tensor, indices: readonly (Tensor | null)[], values: Tensor, options: {
    /** Add to what is there instead of replacing it. */
    accumulate?: boolean;
  }): Tensor;
} = asFunction('aten::index_put_');

/**
 * `aten::index_reduce(Tensor self, int dim, Tensor index, Tensor source, str reduce, *, bool include_self=True) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.index_reduce.html
 */
export const indexReduce: {
  (input: Tensor, dim: Int, index: Tensor, source: Tensor, reduce: string, options?: {
    /** Count what was there before among the values. */
    includeSelf?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The dimension of the indices or parts. */
    dim: Int;
    /** The positions along `dim`. */
    index: Tensor;
    /** The values to write or add. */
    source: Tensor;
    /** How values that meet in one place are combined. */
    reduce: string;
    /** Count what was there before among the values. */
    includeSelf?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int, options: {
    /** The positions along `dim`. */
    index: Tensor;
    /** The values to write or add. */
    source: Tensor;
    /** How values that meet in one place are combined. */
    reduce: string;
    /** Count what was there before among the values. */
    includeSelf?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, options: {
    /** The values to write or add. */
    source: Tensor;
    /** How values that meet in one place are combined. */
    reduce: string;
    /** Count what was there before among the values. */
    includeSelf?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, source: Tensor, options: {
    /** How values that meet in one place are combined. */
    reduce: string;
    /** Count what was there before among the values. */
    includeSelf?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::index_reduce');

/**
 * `aten::index_select(Tensor self, int dim, Tensor index) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.index_select.html
 */
export const indexSelect: {
  (input: Tensor, dim: Int, index: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The dimension of the indices or parts. */
    dim: Int;
    /** The positions along `dim`. */
    index: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int, options: {
    /** The positions along `dim`. */
    index: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::index_select');

/**
 * `aten::indices_copy(Tensor self) -> Tensor`
 */
export const indicesCopy: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::indices_copy');

/**
 * `aten::inner(Tensor self, Tensor other) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.inner.html
 */
export const inner: {
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
} = asFunction('aten::inner');

/**
 * `aten::instance_norm(Tensor input, Tensor? weight, Tensor? bias, Tensor? running_mean, Tensor? running_var, bool use_input_stats, float momentum, float eps, bool cudnn_enabled) -> Tensor`
 */
export const instanceNorm: {
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, useInputStats: boolean, momentum: number, eps: number, cudnnEnabled: boolean): Tensor;
  (input: Tensor, options: {
    /** The factor of each channel or normalized element. */
    weight: Tensor | null;
    /** Added to each channel or normalized element. */
    bias: Tensor | null;
    /** The running means, which are updated. */
    runningMean: Tensor | null;
    /** The running variances, which are updated. */
    runningVar: Tensor | null;
    /** Normalize by the statistics of the input. */
    useInputStats: boolean;
    /** The weight of the new batch in the running statistics. */
    momentum: number;
    /** Added to the variance, against division by 0. */
    eps: number;
    /** Allow cuDNN. */
    cudnnEnabled: boolean;
  }): Tensor;
  (input: Tensor, weight: Tensor | null, options: {
    /** Added to each channel or normalized element. */
    bias: Tensor | null;
    /** The running means, which are updated. */
    runningMean: Tensor | null;
    /** The running variances, which are updated. */
    runningVar: Tensor | null;
    /** Normalize by the statistics of the input. */
    useInputStats: boolean;
    /** The weight of the new batch in the running statistics. */
    momentum: number;
    /** Added to the variance, against division by 0. */
    eps: number;
    /** Allow cuDNN. */
    cudnnEnabled: boolean;
  }): Tensor;
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, options: {
    /** The running means, which are updated. */
    runningMean: Tensor | null;
    /** The running variances, which are updated. */
    runningVar: Tensor | null;
    /** Normalize by the statistics of the input. */
    useInputStats: boolean;
    /** The weight of the new batch in the running statistics. */
    momentum: number;
    /** Added to the variance, against division by 0. */
    eps: number;
    /** Allow cuDNN. */
    cudnnEnabled: boolean;
  }): Tensor;
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, runningMean: Tensor | null, options: {
    /** The running variances, which are updated. */
    runningVar: Tensor | null;
    /** Normalize by the statistics of the input. */
    useInputStats: boolean;
    /** The weight of the new batch in the running statistics. */
    momentum: number;
    /** Added to the variance, against division by 0. */
    eps: number;
    /** Allow cuDNN. */
    cudnnEnabled: boolean;
  }): Tensor;
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, options: {
    /** Normalize by the statistics of the input. */
    useInputStats: boolean;
    /** The weight of the new batch in the running statistics. */
    momentum: number;
    /** Added to the variance, against division by 0. */
    eps: number;
    /** Allow cuDNN. */
    cudnnEnabled: boolean;
  }): Tensor;
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, useInputStats: boolean, options: {
    /** The weight of the new batch in the running statistics. */
    momentum: number;
    /** Added to the variance, against division by 0. */
    eps: number;
    /** Allow cuDNN. */
    cudnnEnabled: boolean;
  }): Tensor;
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, useInputStats: boolean, momentum: number, options: {
    /** Added to the variance, against division by 0. */
    eps: number;
    /** Allow cuDNN. */
    cudnnEnabled: boolean;
  }): Tensor;
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, useInputStats: boolean, momentum: number, eps: number, options: {
    /** Allow cuDNN. */
    cudnnEnabled: boolean;
  }): Tensor;
} = asFunction('aten::instance_norm');

/**
 * `aten::int_repr(Tensor self) -> Tensor`
 */
export const intRepr: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::int_repr');

/**
 * `aten::inverse(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.inverse.html
 */
export const inverse: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
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
  (input: Tensor, options: {
    /** The tensor whose shape is meant. */
    other: Tensor;
  }): boolean;
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
  (input: Tensor, options: {
    /** The second operand. */
    other: Tensor;
    /** The difference that is allowed, as a fraction of `other`. */
    rtol?: number;
    /** The difference that is allowed, as a number. */
    atol?: number;
    /** NaN equals NaN. */
    equalNan?: boolean;
  }): Tensor;
  (input: Tensor, other: Tensor, options: {
    /** The difference that is allowed, as a fraction of `other`. */
    rtol?: number;
    /** The difference that is allowed, as a number. */
    atol?: number;
    /** NaN equals NaN. */
    equalNan?: boolean;
  }): Tensor;
  (input: Tensor, other: Tensor, rtol: number, options: {
    /** The difference that is allowed, as a number. */
    atol?: number;
    /** NaN equals NaN. */
    equalNan?: boolean;
  }): Tensor;
  (input: Tensor, other: Tensor, rtol: number, atol: number, options: {
    /** NaN equals NaN. */
    equalNan?: boolean;
  }): Tensor;
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
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.isin.html
 */
export const isin: {
  (elements: Tensor, testElements: Tensor, options?: {
    /** Both inputs hold no value twice, which is faster. */
    assumeUnique?: boolean;
    /** Return true for what does not occur. */
    invert?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (elements: Tensor, options: {
    /** The values among which to look. */
    testElements: Tensor;
    /** Both inputs hold no value twice, which is faster. */
    assumeUnique?: boolean;
    /** Return true for what does not occur. */
    invert?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (element: Scalar, testElements: Tensor, options?: {
    /** Both inputs hold no value twice, which is faster. */
    assumeUnique?: boolean;
    /** Return true for what does not occur. */
    invert?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (elements: Tensor, testElement: Scalar, options?: {
    /** Both inputs hold no value twice, which is faster. */
    assumeUnique?: boolean;
    /** Return true for what does not occur. */
    invert?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (elements: Tensor, options: {
    /** The value with which to compare. */
    testElement: Scalar;
    /** Both inputs hold no value twice, which is faster. */
    assumeUnique?: boolean;
    /** Return true for what does not occur. */
    invert?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::isin');

/**
 * `aten::isinf(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.isinf.html
 */
export const isinf: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::isinf');

/**
 * `aten::isnan(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.isnan.html
 */
export const isnan: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::isnan');

/**
 * `aten::isneginf(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.isneginf.html
 */
export const isneginf: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::isneginf');

/**
 * `aten::isposinf(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.isposinf.html
 */
export const isposinf: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
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
  (input: Tensor, options: {
    /** The size of the Fourier transform. */
    nFft: Int;
    /** The distance between neighboring frames. Default: a quarter of `nFft`. */
    hopLength?: Int | null;
    /** The length of the window. Default: `nFft`. */
    winLength?: Int | null;
    /** The window. Default: all ones. */
    window?: Tensor | null;
    /** The signal was padded, so that frames are centered on their time. */
    center?: boolean;
    /** The spectrum was divided by √nFft. */
    normalized?: boolean;
    /** Negative frequencies were left out. Default: found from the input's size. */
    onesided?: boolean | null;
    /** The length of the signal. */
    length?: Int | null;
    /** Return a complex signal. */
    returnComplex?: boolean;
  }): Tensor;
  (input: Tensor, nFft: Int, options: {
    /** The distance between neighboring frames. Default: a quarter of `nFft`. */
    hopLength?: Int | null;
    /** The length of the window. Default: `nFft`. */
    winLength?: Int | null;
    /** The window. Default: all ones. */
    window?: Tensor | null;
    /** The signal was padded, so that frames are centered on their time. */
    center?: boolean;
    /** The spectrum was divided by √nFft. */
    normalized?: boolean;
    /** Negative frequencies were left out. Default: found from the input's size. */
    onesided?: boolean | null;
    /** The length of the signal. */
    length?: Int | null;
    /** Return a complex signal. */
    returnComplex?: boolean;
  }): Tensor;
  (input: Tensor, nFft: Int, hopLength: Int | null, options: {
    /** The length of the window. Default: `nFft`. */
    winLength?: Int | null;
    /** The window. Default: all ones. */
    window?: Tensor | null;
    /** The signal was padded, so that frames are centered on their time. */
    center?: boolean;
    /** The spectrum was divided by √nFft. */
    normalized?: boolean;
    /** Negative frequencies were left out. Default: found from the input's size. */
    onesided?: boolean | null;
    /** The length of the signal. */
    length?: Int | null;
    /** Return a complex signal. */
    returnComplex?: boolean;
  }): Tensor;
  (input: Tensor, nFft: Int, hopLength: Int | null, winLength: Int | null, options: {
    /** The window. Default: all ones. */
    window?: Tensor | null;
    /** The signal was padded, so that frames are centered on their time. */
    center?: boolean;
    /** The spectrum was divided by √nFft. */
    normalized?: boolean;
    /** Negative frequencies were left out. Default: found from the input's size. */
    onesided?: boolean | null;
    /** The length of the signal. */
    length?: Int | null;
    /** Return a complex signal. */
    returnComplex?: boolean;
  }): Tensor;
  (input: Tensor, nFft: Int, hopLength: Int | null, winLength: Int | null, window: Tensor | null, options: {
    /** The signal was padded, so that frames are centered on their time. */
    center?: boolean;
    /** The spectrum was divided by √nFft. */
    normalized?: boolean;
    /** Negative frequencies were left out. Default: found from the input's size. */
    onesided?: boolean | null;
    /** The length of the signal. */
    length?: Int | null;
    /** Return a complex signal. */
    returnComplex?: boolean;
  }): Tensor;
  (input: Tensor, nFft: Int, hopLength: Int | null, winLength: Int | null, window: Tensor | null, center: boolean, options: {
    /** The spectrum was divided by √nFft. */
    normalized?: boolean;
    /** Negative frequencies were left out. Default: found from the input's size. */
    onesided?: boolean | null;
    /** The length of the signal. */
    length?: Int | null;
    /** Return a complex signal. */
    returnComplex?: boolean;
  }): Tensor;
  (input: Tensor, nFft: Int, hopLength: Int | null, winLength: Int | null, window: Tensor | null, center: boolean, normalized: boolean, options: {
    /** Negative frequencies were left out. Default: found from the input's size. */
    onesided?: boolean | null;
    /** The length of the signal. */
    length?: Int | null;
    /** Return a complex signal. */
    returnComplex?: boolean;
  }): Tensor;
  (input: Tensor, nFft: Int, hopLength: Int | null, winLength: Int | null, window: Tensor | null, center: boolean, normalized: boolean, onesided: boolean | null, options: {
    /** The length of the signal. */
    length?: Int | null;
    /** Return a complex signal. */
    returnComplex?: boolean;
  }): Tensor;
  (input: Tensor, nFft: Int, hopLength: Int | null, winLength: Int | null, window: Tensor | null, center: boolean, normalized: boolean, onesided: boolean | null, length: Int | null, options: {
    /** Return a complex signal. */
    returnComplex?: boolean;
  }): Tensor;
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
  (windowLength: Int, options?: {
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (options: {
    /** The number of values. */
    windowLength: Int;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (windowLength: Int, periodic: boolean, options?: {
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (options: {
    /** The number of values. */
    windowLength: Int;
    /** Make a periodic window, for spectra; otherwise a symmetric one. */
    periodic: boolean;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (windowLength: Int, options: {
    /** Make a periodic window, for spectra; otherwise a symmetric one. */
    periodic: boolean;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (windowLength: Int, periodic: boolean, beta: number, options?: {
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (options: {
    /** The number of values. */
    windowLength: Int;
    /** Make a periodic window, for spectra; otherwise a symmetric one. */
    periodic: boolean;
    /** The shape of the window: larger is narrower. */
    beta: number;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (windowLength: Int, options: {
    /** Make a periodic window, for spectra; otherwise a symmetric one. */
    periodic: boolean;
    /** The shape of the window: larger is narrower. */
    beta: number;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (windowLength: Int, periodic: boolean, options: {
    /** The shape of the window: larger is narrower. */
    beta: number;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (windowLength: Int, options: {
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (options: {
    /** The number of values. */
    windowLength: Int;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (windowLength: Int, periodic: boolean, options: {
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (options: {
    /** The number of values. */
    windowLength: Int;
    /** Make a periodic window, for spectra; otherwise a symmetric one. */
    periodic: boolean;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (windowLength: Int, options: {
    /** Make a periodic window, for spectra; otherwise a symmetric one. */
    periodic: boolean;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (windowLength: Int, periodic: boolean, beta: number, options: {
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (options: {
    /** The number of values. */
    windowLength: Int;
    /** Make a periodic window, for spectra; otherwise a symmetric one. */
    periodic: boolean;
    /** The shape of the window: larger is narrower. */
    beta: number;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (windowLength: Int, options: {
    /** Make a periodic window, for spectra; otherwise a symmetric one. */
    periodic: boolean;
    /** The shape of the window: larger is narrower. */
    beta: number;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (windowLength: Int, periodic: boolean, options: {
    /** The shape of the window: larger is narrower. */
    beta: number;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
} = asFunction('aten::kaiser_window');

/**
 * `aten::kl_div(Tensor self, Tensor target, int reduction=1, *, bool log_target=False) -> Tensor`
 */
export const klDiv: {
  (input: Tensor, target: Tensor, reduction?: Int, options?: {
    /** The target holds logarithms. */
    logTarget?: boolean;
  }): Tensor;
  (input: Tensor, options: {
    /** The targets. */
    target: Tensor;
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
    /** The target holds logarithms. */
    logTarget?: boolean;
  }): Tensor;
  (input: Tensor, target: Tensor, options: {
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
    /** The target holds logarithms. */
    logTarget?: boolean;
  }): Tensor;
} = asFunction('aten::kl_div');

/**
 * `aten::kron(Tensor self, Tensor other) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.kron.html
 */
export const kron: {
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
} = asFunction('aten::kron');

/**
 * `aten::kthvalue(Tensor self, SymInt k, int dim=-1, bool keepdim=False) -> (Tensor values, Tensor indices)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.kthvalue.html
 */
export const kthvalue: {
  (input: Tensor, k: Int, dim?: Int, keepdim?: boolean, options?: {
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [values: Tensor, indices: Tensor];
  (input: Tensor, options: {
    /** Which value: 1 is the smallest. */
    k: Int;
    /** The dimension to reduce. */
    dim?: Int;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [values: Tensor, indices: Tensor];
  (input: Tensor, k: Int, options: {
    /** The dimension to reduce. */
    dim?: Int;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [values: Tensor, indices: Tensor];
  (input: Tensor, k: Int, dim: Int, options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [values: Tensor, indices: Tensor];
} = asFunction('aten::kthvalue');

/**
 * `aten::layer_norm(Tensor input, SymInt[] normalized_shape, Tensor? weight=None, Tensor? bias=None, float eps=1.0000000000000001e-05, bool cudnn_enable=True) -> Tensor`
 */
export const layerNorm: {
  (input: Tensor, normalizedShape: readonly Int[], weight?: Tensor | null, bias?: Tensor | null, eps?: number, cudnnEnable?: boolean): Tensor;
  (input: Tensor, options: {
    /** The shape of the last dimensions, which are normalized. */
    normalizedShape: readonly Int[];
    /** The factor of each channel or normalized element. */
    weight?: Tensor | null;
    /** Added to each channel or normalized element. */
    bias?: Tensor | null;
    /** Added to the variance, against division by 0. */
    eps?: number;
    /** Allow cuDNN. */
    cudnnEnable?: boolean;
  }): Tensor;
  (input: Tensor, normalizedShape: readonly Int[], options: {
    /** The factor of each channel or normalized element. */
    weight?: Tensor | null;
    /** Added to each channel or normalized element. */
    bias?: Tensor | null;
    /** Added to the variance, against division by 0. */
    eps?: number;
    /** Allow cuDNN. */
    cudnnEnable?: boolean;
  }): Tensor;
  (input: Tensor, normalizedShape: readonly Int[], weight: Tensor | null, options: {
    /** Added to each channel or normalized element. */
    bias?: Tensor | null;
    /** Added to the variance, against division by 0. */
    eps?: number;
    /** Allow cuDNN. */
    cudnnEnable?: boolean;
  }): Tensor;
  (input: Tensor, normalizedShape: readonly Int[], weight: Tensor | null, bias: Tensor | null, options: {
    /** Added to the variance, against division by 0. */
    eps?: number;
    /** Allow cuDNN. */
    cudnnEnable?: boolean;
  }): Tensor;
  (input: Tensor, normalizedShape: readonly Int[], weight: Tensor | null, bias: Tensor | null, eps: number, options: {
    /** Allow cuDNN. */
    cudnnEnable?: boolean;
  }): Tensor;
} = asFunction('aten::layer_norm');

/**
 * `aten::lcm(Tensor self, Tensor other) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.lcm.html
 */
export const lcm: {
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
} = asFunction('aten::lcm');

/**
 * `aten::lcm_(Tensor(a!) self, Tensor other) -> Tensor(a!)`
 */
export const lcm_: {
  (input: Tensor, other: Tensor): Tensor;
  (input: Tensor, options: {
    /** The second operand. */
    other: Tensor;
  }): Tensor;
} = asFunction('aten::lcm_');

/**
 * `aten::ldexp.Tensor(Tensor self, Tensor other) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.ldexp.html
 */
export const ldexp: {
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
} = asFunction('aten::ldexp');

/**
 * `aten::ldexp_(Tensor(a!) self, Tensor other) -> Tensor(a!)`
 */
export const ldexp_: {
  (input: Tensor, other: Tensor): Tensor;
  (input: Tensor, options: {
    /** The second operand. */
    other: Tensor;
  }): Tensor;
} = asFunction('aten::ldexp_');

/**
 * `aten::le.Tensor(Tensor self, Tensor other) -> Tensor`
 * `aten::le.Scalar(Tensor self, Scalar other) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.le.html
 */
export const le: {
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
  (input: Tensor, other: Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The second operand. */
    other: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::le');

/**
 * `aten::lerp.Tensor(Tensor self, Tensor end, Tensor weight) -> Tensor`
 * `aten::lerp.Scalar(Tensor self, Tensor end, Scalar weight) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.lerp.html
 */
export const lerp: {
  (input: Tensor, end: Tensor, weight: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The tensor of end points. */
    end: Tensor;
    /** How far to go from the input to the end points: 0 stays, 1 arrives. */
    weight: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, end: Tensor, options: {
    /** How far to go from the input to the end points: 0 stays, 1 arrives. */
    weight: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, end: Tensor, weight: Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The tensor of end points. */
    end: Tensor;
    /** How far to go from the input to the end points: 0 stays, 1 arrives. */
    weight: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, end: Tensor, options: {
    /** How far to go from the input to the end points: 0 stays, 1 arrives. */
    weight: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::lerp');

/**
 * `aten::less.Tensor(Tensor self, Tensor other) -> Tensor`
 * `aten::less.Scalar(Tensor self, Scalar other) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.less.html
 */
export const less: {
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
  (input: Tensor, other: Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The second operand. */
    other: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::less');

/**
 * `aten::less_equal.Tensor(Tensor self, Tensor other) -> Tensor`
 * `aten::less_equal.Scalar(Tensor self, Scalar other) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.less_equal.html
 */
export const lessEqual: {
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
  (input: Tensor, other: Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The second operand. */
    other: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::less_equal');

/**
 * `aten::lgamma(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.lgamma.html
 */
export const lgamma: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
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
  (start: Tensor, end: Tensor, steps: Int, options?: {
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (start: Tensor, options: {
    /** The last value. */
    end: Tensor;
    /** The number of values. */
    steps: Int;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (start: Tensor, end: Tensor, options: {
    /** The number of values. */
    steps: Int;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (start: Scalar, end: Tensor, steps: Int, options?: {
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (start: Scalar, end: Tensor, options: {
    /** The number of values. */
    steps: Int;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (start: Tensor, end: Scalar, steps: Int, options?: {
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (start: Tensor, options: {
    /** The last value. */
    end: Scalar;
    /** The number of values. */
    steps: Int;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (start: Tensor, end: Scalar, options: {
    /** The number of values. */
    steps: Int;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (start: Scalar, end: Scalar, steps: Int, options?: {
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (options: {
    /** The first value. */
    start: Scalar;
    /** The last value. */
    end: Scalar;
    /** The number of values. */
    steps: Int;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (start: Scalar, options: {
    /** The last value. */
    end: Scalar;
    /** The number of values. */
    steps: Int;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (start: Scalar, end: Scalar, options: {
    /** The number of values. */
    steps: Int;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (start: Scalar, end: Tensor, steps: Int, options: {
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (start: Scalar, end: Tensor, options: {
    /** The number of values. */
    steps: Int;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (start: Tensor, end: Scalar, steps: Int, options: {
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (start: Tensor, options: {
    /** The last value. */
    end: Scalar;
    /** The number of values. */
    steps: Int;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (start: Tensor, end: Scalar, options: {
    /** The number of values. */
    steps: Int;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (start: Tensor, end: Tensor, steps: Int, options: {
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (start: Tensor, options: {
    /** The last value. */
    end: Tensor;
    /** The number of values. */
    steps: Int;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (start: Tensor, end: Tensor, options: {
    /** The number of values. */
    steps: Int;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (start: Scalar, end: Scalar, steps: Int, options: {
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (options: {
    /** The first value. */
    start: Scalar;
    /** The last value. */
    end: Scalar;
    /** The number of values. */
    steps: Int;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (start: Scalar, options: {
    /** The last value. */
    end: Scalar;
    /** The number of values. */
    steps: Int;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (start: Scalar, end: Scalar, options: {
    /** The number of values. */
    steps: Int;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
} = asFunction('aten::linspace');

/**
 * `aten::log(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.log.html
 */
export const log: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::log');

/**
 * `aten::log10(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.log10.html
 */
export const log10: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::log10');

/**
 * `aten::log10_(Tensor(a!) self) -> Tensor(a!)`
 */
export const log10_: {
  (input: Tensor): Tensor;
} = asFunction('aten::log10_');

/**
 * `aten::log1p(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.log1p.html
 */
export const log1p: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::log1p');

/**
 * `aten::log1p_(Tensor(a!) self) -> Tensor(a!)`
 */
export const log1p_: {
  (input: Tensor): Tensor;
} = asFunction('aten::log1p_');

/**
 * `aten::log2(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.log2.html
 */
export const log2: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::log2');

/**
 * `aten::log2_(Tensor(a!) self) -> Tensor(a!)`
 */
export const log2_: {
  (input: Tensor): Tensor;
} = asFunction('aten::log2_');

/**
 * `aten::log_softmax.int(Tensor self, int dim, ScalarType? dtype=None) -> Tensor`
 */
export const logSoftmax: {
  (input: Tensor, dim: Int, dtype?: DType | null, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The dimension along which probabilities sum to 1. */
    dim: Int;
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int, options: {
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::log_softmax');

/**
 * `aten::log_(Tensor(a!) self) -> Tensor(a!)`
 */
export const log_: {
  (input: Tensor): Tensor;
} = asFunction('aten::log_');

/**
 * `aten::logaddexp(Tensor self, Tensor other) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.logaddexp.html
 */
export const logaddexp: {
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
} = asFunction('aten::logaddexp');

/**
 * `aten::logaddexp2(Tensor self, Tensor other) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.logaddexp2.html
 */
export const logaddexp2: {
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
} = asFunction('aten::logaddexp2');

/**
 * `aten::logcumsumexp(Tensor self, int dim) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.logcumsumexp.html
 */
export const logcumsumexp: {
  (input: Tensor, dim: Int, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The dimension to work along. */
    dim: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
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
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.logical_and.html
 */
export const logicalAnd: {
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
} = asFunction('aten::logical_and');

/**
 * `aten::logical_not(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.logical_not.html
 */
export const logicalNot: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::logical_not');

/**
 * `aten::logical_or(Tensor self, Tensor other) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.logical_or.html
 */
export const logicalOr: {
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
} = asFunction('aten::logical_or');

/**
 * `aten::logical_xor(Tensor self, Tensor other) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.logical_xor.html
 */
export const logicalXor: {
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
} = asFunction('aten::logical_xor');

/**
 * `aten::logit(Tensor self, float? eps=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.logit.html
 */
export const logit: {
  (input: Tensor, eps?: number | null, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** Inputs are clamped to [eps, 1 − eps]. Default: no clamping. */
    eps?: number | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::logit');

/**
 * `aten::logit_(Tensor(a!) self, float? eps=None) -> Tensor(a!)`
 */
export const logit_: {
  (input: Tensor, eps?: number | null): Tensor;
  (input: Tensor, options: {
    /** Inputs are clamped to [eps, 1 − eps]. Default: no clamping. */
    eps?: number | null;
  }): Tensor;
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
  (start: Tensor, end: Tensor, steps: Int, base?: number, options?: {
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (start: Tensor, options: {
    /** The last value. */
    end: Tensor;
    /** The number of values. */
    steps: Int;
    /** The base of the powers. */
    base?: number;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (start: Tensor, end: Tensor, options: {
    /** The number of values. */
    steps: Int;
    /** The base of the powers. */
    base?: number;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (start: Tensor, end: Tensor, steps: Int, options: {
    /** The base of the powers. */
    base?: number;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (start: Scalar, end: Tensor, steps: Int, base?: number, options?: {
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (start: Scalar, end: Tensor, options: {
    /** The number of values. */
    steps: Int;
    /** The base of the powers. */
    base?: number;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (start: Scalar, end: Tensor, steps: Int, options: {
    /** The base of the powers. */
    base?: number;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (start: Tensor, end: Scalar, steps: Int, base?: number, options?: {
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (start: Tensor, options: {
    /** The last value. */
    end: Scalar;
    /** The number of values. */
    steps: Int;
    /** The base of the powers. */
    base?: number;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (start: Tensor, end: Scalar, options: {
    /** The number of values. */
    steps: Int;
    /** The base of the powers. */
    base?: number;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (start: Tensor, end: Scalar, steps: Int, options: {
    /** The base of the powers. */
    base?: number;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (start: Scalar, end: Scalar, steps: Int, base?: number, options?: {
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (options: {
    /** The first value. */
    start: Scalar;
    /** The last value. */
    end: Scalar;
    /** The number of values. */
    steps: Int;
    /** The base of the powers. */
    base?: number;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (start: Scalar, options: {
    /** The last value. */
    end: Scalar;
    /** The number of values. */
    steps: Int;
    /** The base of the powers. */
    base?: number;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (start: Scalar, end: Scalar, options: {
    /** The number of values. */
    steps: Int;
    /** The base of the powers. */
    base?: number;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (start: Scalar, end: Scalar, steps: Int, options: {
    /** The base of the powers. */
    base?: number;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (start: Scalar, end: Tensor, steps: Int, base: number | undefined, options: {
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (start: Scalar, end: Tensor, options: {
    /** The number of values. */
    steps: Int;
    /** The base of the powers. */
    base?: number;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (start: Scalar, end: Tensor, steps: Int, options: {
    /** The base of the powers. */
    base?: number;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (start: Tensor, end: Scalar, steps: Int, base: number | undefined, options: {
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (start: Tensor, options: {
    /** The last value. */
    end: Scalar;
    /** The number of values. */
    steps: Int;
    /** The base of the powers. */
    base?: number;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (start: Tensor, end: Scalar, options: {
    /** The number of values. */
    steps: Int;
    /** The base of the powers. */
    base?: number;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (start: Tensor, end: Scalar, steps: Int, options: {
    /** The base of the powers. */
    base?: number;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (start: Tensor, end: Tensor, steps: Int, base: number | undefined, options: {
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (start: Tensor, options: {
    /** The last value. */
    end: Tensor;
    /** The number of values. */
    steps: Int;
    /** The base of the powers. */
    base?: number;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (start: Tensor, end: Tensor, options: {
    /** The number of values. */
    steps: Int;
    /** The base of the powers. */
    base?: number;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (start: Tensor, end: Tensor, steps: Int, options: {
    /** The base of the powers. */
    base?: number;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (start: Scalar, end: Scalar, steps: Int, base: number | undefined, options: {
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (options: {
    /** The first value. */
    start: Scalar;
    /** The last value. */
    end: Scalar;
    /** The number of values. */
    steps: Int;
    /** The base of the powers. */
    base?: number;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (start: Scalar, options: {
    /** The last value. */
    end: Scalar;
    /** The number of values. */
    steps: Int;
    /** The base of the powers. */
    base?: number;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (start: Scalar, end: Scalar, options: {
    /** The number of values. */
    steps: Int;
    /** The base of the powers. */
    base?: number;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (start: Scalar, end: Scalar, steps: Int, options: {
    /** The base of the powers. */
    base?: number;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
} = asFunction('aten::logspace');

/**
 * `aten::logsumexp(Tensor self, int[1] dim, bool keepdim=False) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.logsumexp.html
 */
export const logsumexp: {
  (input: Tensor, dim: Int | readonly Int[], keepdim?: boolean, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The dimension to reduce. */
    dim: Int | readonly Int[];
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int | readonly Int[], options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::logsumexp');

/**
 * `aten::lstm.data(Tensor data, Tensor batch_sizes, Tensor[] hx, Tensor[] params, bool has_biases, int num_layers, float dropout, bool train, bool bidirectional) -> (Tensor, Tensor, Tensor)`
 * `aten::lstm.input(Tensor input, Tensor[] hx, Tensor[] params, bool has_biases, int num_layers, float dropout, bool train, bool bidirectional, bool batch_first) -> (Tensor, Tensor, Tensor)`
 */
export const lstm: {
  (data: Tensor, batchSizes: Tensor, hx: readonly Tensor[], params: readonly Tensor[], hasBiases: boolean, numLayers: Int, dropout: number, train: boolean, bidirectional: boolean): [Tensor, Tensor, Tensor];
  (data: Tensor, options: {
    /** The number of sequences that reach each step. */
    batchSizes: Tensor;
    /** The first hidden state; an LSTM takes the cell state as well. */
    hx: readonly Tensor[];
    /** The weights and biases of all layers. */
    params: readonly Tensor[];
    /** The layers have biases. */
    hasBiases: boolean;
    /** The number of layers. */
    numLayers: Int;
    /** The probability with which outputs between layers are dropped. */
    dropout: number;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
  }): [Tensor, Tensor, Tensor];
  (data: Tensor, batchSizes: Tensor, options: {
    /** The first hidden state; an LSTM takes the cell state as well. */
    hx: readonly Tensor[];
    /** The weights and biases of all layers. */
    params: readonly Tensor[];
    /** The layers have biases. */
    hasBiases: boolean;
    /** The number of layers. */
    numLayers: Int;
    /** The probability with which outputs between layers are dropped. */
    dropout: number;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
  }): [Tensor, Tensor, Tensor];
  (data: Tensor, batchSizes: Tensor, hx: readonly Tensor[], options: {
    /** The weights and biases of all layers. */
    params: readonly Tensor[];
    /** The layers have biases. */
    hasBiases: boolean;
    /** The number of layers. */
    numLayers: Int;
    /** The probability with which outputs between layers are dropped. */
    dropout: number;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
  }): [Tensor, Tensor, Tensor];
  (data: Tensor, batchSizes: Tensor, hx: readonly Tensor[], params: readonly Tensor[], options: {
    /** The layers have biases. */
    hasBiases: boolean;
    /** The number of layers. */
    numLayers: Int;
    /** The probability with which outputs between layers are dropped. */
    dropout: number;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
  }): [Tensor, Tensor, Tensor];
  (data: Tensor, batchSizes: Tensor, hx: readonly Tensor[], params: readonly Tensor[], hasBiases: boolean, options: {
    /** The number of layers. */
    numLayers: Int;
    /** The probability with which outputs between layers are dropped. */
    dropout: number;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
  }): [Tensor, Tensor, Tensor];
  (data: Tensor, batchSizes: Tensor, hx: readonly Tensor[], params: readonly Tensor[], hasBiases: boolean, numLayers: Int, options: {
    /** The probability with which outputs between layers are dropped. */
    dropout: number;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
  }): [Tensor, Tensor, Tensor];
  (data: Tensor, batchSizes: Tensor, hx: readonly Tensor[], params: readonly Tensor[], hasBiases: boolean, numLayers: Int, dropout: number, options: {
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
  }): [Tensor, Tensor, Tensor];
  (data: Tensor, batchSizes: Tensor, hx: readonly Tensor[], params: readonly Tensor[], hasBiases: boolean, numLayers: Int, dropout: number, train: boolean, options: {
    /** Run in both directions. */
    bidirectional: boolean;
  }): [Tensor, Tensor, Tensor];
  (input: Tensor, hx: readonly Tensor[], params: readonly Tensor[], hasBiases: boolean, numLayers: Int, dropout: number, train: boolean, bidirectional: boolean, batchFirst: boolean): [Tensor, Tensor, Tensor];
  (input: Tensor, options: {
    /** The first hidden state; an LSTM takes the cell state as well. */
    hx: readonly Tensor[];
    /** The weights and biases of all layers. */
    params: readonly Tensor[];
    /** The layers have biases. */
    hasBiases: boolean;
    /** The number of layers. */
    numLayers: Int;
    /** The probability with which outputs between layers are dropped. */
    dropout: number;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
    /** The batch is the first dimension. */
    batchFirst: boolean;
  }): [Tensor, Tensor, Tensor];
  (input: Tensor, hx: readonly Tensor[], options: {
    /** The weights and biases of all layers. */
    params: readonly Tensor[];
    /** The layers have biases. */
    hasBiases: boolean;
    /** The number of layers. */
    numLayers: Int;
    /** The probability with which outputs between layers are dropped. */
    dropout: number;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
    /** The batch is the first dimension. */
    batchFirst: boolean;
  }): [Tensor, Tensor, Tensor];
  (input: Tensor, hx: readonly Tensor[], params: readonly Tensor[], options: {
    /** The layers have biases. */
    hasBiases: boolean;
    /** The number of layers. */
    numLayers: Int;
    /** The probability with which outputs between layers are dropped. */
    dropout: number;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
    /** The batch is the first dimension. */
    batchFirst: boolean;
  }): [Tensor, Tensor, Tensor];
  (input: Tensor, hx: readonly Tensor[], params: readonly Tensor[], hasBiases: boolean, options: {
    /** The number of layers. */
    numLayers: Int;
    /** The probability with which outputs between layers are dropped. */
    dropout: number;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
    /** The batch is the first dimension. */
    batchFirst: boolean;
  }): [Tensor, Tensor, Tensor];
  (input: Tensor, hx: readonly Tensor[], params: readonly Tensor[], hasBiases: boolean, numLayers: Int, options: {
    /** The probability with which outputs between layers are dropped. */
    dropout: number;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
    /** The batch is the first dimension. */
    batchFirst: boolean;
  }): [Tensor, Tensor, Tensor];
  (input: Tensor, hx: readonly Tensor[], params: readonly Tensor[], hasBiases: boolean, numLayers: Int, dropout: number, options: {
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
    /** The batch is the first dimension. */
    batchFirst: boolean;
  }): [Tensor, Tensor, Tensor];
  (input: Tensor, hx: readonly Tensor[], params: readonly Tensor[], hasBiases: boolean, numLayers: Int, dropout: number, train: boolean, options: {
    /** Run in both directions. */
    bidirectional: boolean;
    /** The batch is the first dimension. */
    batchFirst: boolean;
  }): [Tensor, Tensor, Tensor];
  (input: Tensor, hx: readonly Tensor[], params: readonly Tensor[], hasBiases: boolean, numLayers: Int, dropout: number, train: boolean, bidirectional: boolean, options: {
    /** The batch is the first dimension. */
    batchFirst: boolean;
  }): [Tensor, Tensor, Tensor];
} = asFunction('aten::lstm');

/**
 * `aten::lstm_cell(Tensor input, Tensor[] hx, Tensor w_ih, Tensor w_hh, Tensor? b_ih=None, Tensor? b_hh=None) -> (Tensor, Tensor)`
 */
export const lstmCell: {
  (input: Tensor, hx: readonly Tensor[], wIh: Tensor, wHh: Tensor, bIh?: Tensor | null, bHh?: Tensor | null): [Tensor, Tensor];
  (input: Tensor, options: {
    /** The first hidden state; an LSTM takes the cell state as well. */
    hx: readonly Tensor[];
    /** The weight of the input. */
    wIh: Tensor;
    /** The weight of the state. */
    wHh: Tensor;
    /** The bias of the input. */
    bIh?: Tensor | null;
    /** The bias of the state. */
    bHh?: Tensor | null;
  }): [Tensor, Tensor];
  (input: Tensor, hx: readonly Tensor[], options: {
    /** The weight of the input. */
    wIh: Tensor;
    /** The weight of the state. */
    wHh: Tensor;
    /** The bias of the input. */
    bIh?: Tensor | null;
    /** The bias of the state. */
    bHh?: Tensor | null;
  }): [Tensor, Tensor];
  (input: Tensor, hx: readonly Tensor[], wIh: Tensor, options: {
    /** The weight of the state. */
    wHh: Tensor;
    /** The bias of the input. */
    bIh?: Tensor | null;
    /** The bias of the state. */
    bHh?: Tensor | null;
  }): [Tensor, Tensor];
  (input: Tensor, hx: readonly Tensor[], wIh: Tensor, wHh: Tensor, options: {
    /** The bias of the input. */
    bIh?: Tensor | null;
    /** The bias of the state. */
    bHh?: Tensor | null;
  }): [Tensor, Tensor];
  (input: Tensor, hx: readonly Tensor[], wIh: Tensor, wHh: Tensor, bIh: Tensor | null, options: {
    /** The bias of the state. */
    bHh?: Tensor | null;
  }): [Tensor, Tensor];
} = asFunction('aten::lstm_cell');

/**
 * `aten::lt.Tensor(Tensor self, Tensor other) -> Tensor`
 * `aten::lt.Scalar(Tensor self, Scalar other) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.lt.html
 */
export const lt: {
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
  (input: Tensor, other: Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The second operand. */
    other: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::lt');

/**
 * `aten::lu_solve(Tensor self, Tensor LU_data, Tensor LU_pivots) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.lu_solve.html
 */
export const luSolve: {
  (input: Tensor, LUData: Tensor, LUPivots: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The factors in one matrix, as `lu` returned them. */
    LUData: Tensor;
    /** The exchanged rows, as `lu` returned them. */
    LUPivots: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, LUData: Tensor, options: {
    /** The exchanged rows, as `lu` returned them. */
    LUPivots: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::lu_solve');

/**
 * `aten::lu_unpack(Tensor LU_data, Tensor LU_pivots, bool unpack_data=True, bool unpack_pivots=True) -> (Tensor P, Tensor L, Tensor U)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.lu_unpack.html
 */
export const luUnpack: {
  (LUData: Tensor, LUPivots: Tensor, unpackData?: boolean, unpackPivots?: boolean, options?: {
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor];
  }): [P: Tensor, L: Tensor, U: Tensor];
  (LUData: Tensor, options: {
    /** The exchanged rows, as `lu` returned them. */
    LUPivots: Tensor;
    /** Return the factors L and U. */
    unpackData?: boolean;
    /** Return the permutation P. */
    unpackPivots?: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor];
  }): [P: Tensor, L: Tensor, U: Tensor];
  (LUData: Tensor, LUPivots: Tensor, options: {
    /** Return the factors L and U. */
    unpackData?: boolean;
    /** Return the permutation P. */
    unpackPivots?: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor];
  }): [P: Tensor, L: Tensor, U: Tensor];
  (LUData: Tensor, LUPivots: Tensor, unpackData: boolean, options: {
    /** Return the permutation P. */
    unpackPivots?: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor];
  }): [P: Tensor, L: Tensor, U: Tensor];
} = asFunction('aten::lu_unpack');

/**
 * `aten::margin_ranking_loss(Tensor input1, Tensor input2, Tensor target, float margin=0., int reduction=1) -> Tensor`
 */
export const marginRankingLoss: {
  (input1: Tensor, input2: Tensor, target: Tensor, margin?: number, reduction?: Int): Tensor;
  (input1: Tensor, options: {
    /** The second input. */
    input2: Tensor;
    /** The targets. */
    target: Tensor;
    /** The distance beyond which an example adds no loss. */
    margin?: number;
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
  }): Tensor;
  (input1: Tensor, input2: Tensor, options: {
    /** The targets. */
    target: Tensor;
    /** The distance beyond which an example adds no loss. */
    margin?: number;
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
  }): Tensor;
  (input1: Tensor, input2: Tensor, target: Tensor, options: {
    /** The distance beyond which an example adds no loss. */
    margin?: number;
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
  }): Tensor;
  (input1: Tensor, input2: Tensor, target: Tensor, margin: number, options: {
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
  }): Tensor;
} = asFunction('aten::margin_ranking_loss');

/**
 * `aten::masked_fill.Tensor(Tensor self, Tensor mask, Tensor value) -> Tensor`
 * `aten::masked_fill.Scalar(Tensor self, Tensor mask, Scalar value) -> Tensor`
 */
export const maskedFill: {
  (input: Tensor, mask: Tensor, value: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** A boolean tensor that selects elements. */
    mask: Tensor;
    /** The value to write. */
    value: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, mask: Tensor, options: {
    /** The value to write. */
    value: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, mask: Tensor, value: Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** A boolean tensor that selects elements. */
    mask: Tensor;
    /** The value to write. */
    value: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, mask: Tensor, options: {
    /** The value to write. */
    value: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::masked_fill');

/**
 * `aten::masked_scatter(Tensor self, Tensor mask, Tensor source) -> Tensor`
 */
export const maskedScatter: {
  (input: Tensor, mask: Tensor, source: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** A boolean tensor that selects elements. */
    mask: Tensor;
    /** The values to write or add. */
    source: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, mask: Tensor, options: {
    /** The values to write or add. */
    source: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::masked_scatter');

/**
 * `aten::masked_select(Tensor self, Tensor mask) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.masked_select.html
 */
export const maskedSelect: {
  (input: Tensor, mask: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** A boolean tensor that selects elements. */
    mask: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::masked_select');

/**
 * `aten::matmul(Tensor self, Tensor other) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.matmul.html
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
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.matrix_power.html
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
} = asFunction('aten::matrix_power');

/**
 * `aten::max(Tensor self) -> Tensor`
 * `aten::max.other(Tensor self, Tensor other) -> Tensor`
 * `aten::max.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor values, Tensor indices)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.max.html
 */
export const max: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
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
  (input: Tensor, dim: Int, keepdim?: boolean, options?: {
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [values: Tensor, indices: Tensor];
  (input: Tensor, options: {
    /** The dimension to reduce. */
    dim: Int;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [values: Tensor, indices: Tensor];
  (input: Tensor, dim: Int, options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [values: Tensor, indices: Tensor];
} = asFunction('aten::max');

/**
 * `aten::max_pool1d(Tensor self, int[1] kernel_size, int[1] stride=[], int[1] padding=[0], int[1] dilation=[1], bool ceil_mode=False) -> Tensor`
 */
export const maxPool1d: {
  (input: Tensor, kernelSize: Int | readonly Int[], stride?: Int | readonly Int[], padding?: Int | readonly Int[], dilation?: Int | readonly Int[], ceilMode?: boolean): Tensor;
  (input: Tensor, options: {
    /** The size of a window. */
    kernelSize: Int | readonly Int[];
    /** The step from one window to the next. Default: `kernelSize`. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
  }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], options: {
    /** The step from one window to the next. Default: `kernelSize`. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
  }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], options: {
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
  }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], options: {
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
  }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], dilation: Int | readonly Int[], options: {
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
  }): Tensor;
} = asFunction('aten::max_pool1d');

/**
 * `aten::max_pool1d_with_indices(Tensor self, int[1] kernel_size, int[1] stride=[], int[1] padding=[0], int[1] dilation=[1], bool ceil_mode=False) -> (Tensor, Tensor)`
 */
export const maxPool1dWithIndices: {
  (input: Tensor, kernelSize: Int | readonly Int[], stride?: Int | readonly Int[], padding?: Int | readonly Int[], dilation?: Int | readonly Int[], ceilMode?: boolean): [Tensor, Tensor];
  (input: Tensor, options: {
    /** The size of a window. */
    kernelSize: Int | readonly Int[];
    /** The step from one window to the next. Default: `kernelSize`. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
  }): [Tensor, Tensor];
  (input: Tensor, kernelSize: Int | readonly Int[], options: {
    /** The step from one window to the next. Default: `kernelSize`. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
  }): [Tensor, Tensor];
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], options: {
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
  }): [Tensor, Tensor];
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], options: {
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
  }): [Tensor, Tensor];
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], dilation: Int | readonly Int[], options: {
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
  }): [Tensor, Tensor];
} = asFunction('aten::max_pool1d_with_indices');

/**
 * `aten::max_pool2d(Tensor self, int[2] kernel_size, int[2] stride=[], int[2] padding=0, int[2] dilation=1, bool ceil_mode=False) -> Tensor`
 */
export const maxPool2d: {
  (input: Tensor, kernelSize: Int | readonly Int[], stride?: Int | readonly Int[], padding?: Int | readonly Int[], dilation?: Int | readonly Int[], ceilMode?: boolean): Tensor;
  (input: Tensor, options: {
    /** The size of a window. */
    kernelSize: Int | readonly Int[];
    /** The step from one window to the next. Default: `kernelSize`. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
  }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], options: {
    /** The step from one window to the next. Default: `kernelSize`. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
  }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], options: {
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
  }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], options: {
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
  }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], dilation: Int | readonly Int[], options: {
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
  }): Tensor;
} = asFunction('aten::max_pool2d');

/**
 * `aten::max_pool3d(Tensor self, int[3] kernel_size, int[3] stride=[], int[3] padding=0, int[3] dilation=1, bool ceil_mode=False) -> Tensor`
 */
export const maxPool3d: {
  (input: Tensor, kernelSize: Int | readonly Int[], stride?: Int | readonly Int[], padding?: Int | readonly Int[], dilation?: Int | readonly Int[], ceilMode?: boolean): Tensor;
  (input: Tensor, options: {
    /** The size of a window. */
    kernelSize: Int | readonly Int[];
    /** The step from one window to the next. Default: `kernelSize`. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
  }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], options: {
    /** The step from one window to the next. Default: `kernelSize`. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
  }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], options: {
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
  }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], options: {
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
  }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], dilation: Int | readonly Int[], options: {
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
  }): Tensor;
} = asFunction('aten::max_pool3d');

/**
 * `aten::maximum(Tensor self, Tensor other) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.maximum.html
 */
export const maximum: {
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
} = asFunction('aten::maximum');

/**
 * `aten::mean(Tensor self, *, ScalarType? dtype=None) -> Tensor`
 * `aten::mean.dim(Tensor self, int[1]? dim, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.mean.html
 */
export const mean: {
  (input: Tensor, options?: {
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int | readonly Int[] | null, keepdim?: boolean, options?: {
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The dimensions to reduce. Default: all. */
    dim: Int | readonly Int[] | null;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int | readonly Int[] | null, options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::mean');

/**
 * `aten::median(Tensor self) -> Tensor`
 * `aten::median.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor values, Tensor indices)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.median.html
 */
export const median: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int, keepdim?: boolean, options?: {
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [values: Tensor, indices: Tensor];
  (input: Tensor, options: {
    /** The dimension to reduce. */
    dim: Int;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [values: Tensor, indices: Tensor];
  (input: Tensor, dim: Int, options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [values: Tensor, indices: Tensor];
} = asFunction('aten::median');

/**
 * `aten::min(Tensor self) -> Tensor`
 * `aten::min.other(Tensor self, Tensor other) -> Tensor`
 * `aten::min.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor values, Tensor indices)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.min.html
 */
export const min: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
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
  (input: Tensor, dim: Int, keepdim?: boolean, options?: {
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [values: Tensor, indices: Tensor];
  (input: Tensor, options: {
    /** The dimension to reduce. */
    dim: Int;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [values: Tensor, indices: Tensor];
  (input: Tensor, dim: Int, options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [values: Tensor, indices: Tensor];
} = asFunction('aten::min');

/**
 * `aten::minimum(Tensor self, Tensor other) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.minimum.html
 */
export const minimum: {
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
} = asFunction('aten::minimum');

/**
 * `aten::miopen_batch_norm(Tensor input, Tensor weight, Tensor? bias, Tensor? running_mean, Tensor? running_var, bool training, float exponential_average_factor, float epsilon) -> (Tensor, Tensor, Tensor)`
 */
export const miopenBatchNorm: {
  (input: Tensor, weight: Tensor, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, training: boolean, exponentialAverageFactor: number, epsilon: number, options?: {
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor];
  (input: Tensor, options: {
    /** The factor of each channel or normalized element. */
    weight: Tensor;
    /** Added to each channel or normalized element. */
    bias: Tensor | null;
    /** The running means, which are updated. */
    runningMean: Tensor | null;
    /** The running variances, which are updated. */
    runningVar: Tensor | null;
    /** Normalize by the batch and update the running statistics. */
    training: boolean;
    /** The weight of the new batch in the running statistics. */
    exponentialAverageFactor: number;
    /** Added to the variance, against division by 0. */
    epsilon: number;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor, options: {
    /** Added to each channel or normalized element. */
    bias: Tensor | null;
    /** The running means, which are updated. */
    runningMean: Tensor | null;
    /** The running variances, which are updated. */
    runningVar: Tensor | null;
    /** Normalize by the batch and update the running statistics. */
    training: boolean;
    /** The weight of the new batch in the running statistics. */
    exponentialAverageFactor: number;
    /** Added to the variance, against division by 0. */
    epsilon: number;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor, bias: Tensor | null, options: {
    /** The running means, which are updated. */
    runningMean: Tensor | null;
    /** The running variances, which are updated. */
    runningVar: Tensor | null;
    /** Normalize by the batch and update the running statistics. */
    training: boolean;
    /** The weight of the new batch in the running statistics. */
    exponentialAverageFactor: number;
    /** Added to the variance, against division by 0. */
    epsilon: number;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor, bias: Tensor | null, runningMean: Tensor | null, options: {
    /** The running variances, which are updated. */
    runningVar: Tensor | null;
    /** Normalize by the batch and update the running statistics. */
    training: boolean;
    /** The weight of the new batch in the running statistics. */
    exponentialAverageFactor: number;
    /** Added to the variance, against division by 0. */
    epsilon: number;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, options: {
    /** Normalize by the batch and update the running statistics. */
    training: boolean;
    /** The weight of the new batch in the running statistics. */
    exponentialAverageFactor: number;
    /** Added to the variance, against division by 0. */
    epsilon: number;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, training: boolean, options: {
    /** The weight of the new batch in the running statistics. */
    exponentialAverageFactor: number;
    /** Added to the variance, against division by 0. */
    epsilon: number;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, training: boolean, exponentialAverageFactor: number, options: {
    /** Added to the variance, against division by 0. */
    epsilon: number;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor];
} = asFunction('aten::miopen_batch_norm');

/**
 * `aten::miopen_convolution(Tensor self, Tensor weight, Tensor? bias, SymInt[] padding, SymInt[] stride, SymInt[] dilation, SymInt groups, bool benchmark, bool deterministic) -> Tensor`
 */
export const miopenConvolution: {
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], groups: Int, benchmark: boolean, deterministic: boolean, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The filters. */
    weight: Tensor;
    /** Added to each channel or feature of the result. */
    bias: Tensor | null;
    /** How many elements are added on both sides. */
    padding: readonly Int[];
    /** The step from one window to the next. */
    stride: readonly Int[];
    /** The distance between elements of a window. */
    dilation: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
    /** Try the kernels and use the fastest. */
    benchmark: boolean;
    /** Use kernels that give the same bits each time. */
    deterministic: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, options: {
    /** Added to each channel or feature of the result. */
    bias: Tensor | null;
    /** How many elements are added on both sides. */
    padding: readonly Int[];
    /** The step from one window to the next. */
    stride: readonly Int[];
    /** The distance between elements of a window. */
    dilation: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
    /** Try the kernels and use the fastest. */
    benchmark: boolean;
    /** Use kernels that give the same bits each time. */
    deterministic: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, options: {
    /** How many elements are added on both sides. */
    padding: readonly Int[];
    /** The step from one window to the next. */
    stride: readonly Int[];
    /** The distance between elements of a window. */
    dilation: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
    /** Try the kernels and use the fastest. */
    benchmark: boolean;
    /** Use kernels that give the same bits each time. */
    deterministic: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], options: {
    /** The step from one window to the next. */
    stride: readonly Int[];
    /** The distance between elements of a window. */
    dilation: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
    /** Try the kernels and use the fastest. */
    benchmark: boolean;
    /** Use kernels that give the same bits each time. */
    deterministic: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], stride: readonly Int[], options: {
    /** The distance between elements of a window. */
    dilation: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
    /** Try the kernels and use the fastest. */
    benchmark: boolean;
    /** Use kernels that give the same bits each time. */
    deterministic: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], options: {
    /** Into how many groups channels are divided. */
    groups: Int;
    /** Try the kernels and use the fastest. */
    benchmark: boolean;
    /** Use kernels that give the same bits each time. */
    deterministic: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], groups: Int, options: {
    /** Try the kernels and use the fastest. */
    benchmark: boolean;
    /** Use kernels that give the same bits each time. */
    deterministic: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], groups: Int, benchmark: boolean, options: {
    /** Use kernels that give the same bits each time. */
    deterministic: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::miopen_convolution');

/**
 * `aten::miopen_convolution_add_relu(Tensor self, Tensor weight, Tensor z, Scalar? alpha, Tensor? bias, SymInt[] stride, SymInt[] padding, SymInt[] dilation, SymInt groups) -> Tensor`
 */
export const miopenConvolutionAddRelu: {
  (input: Tensor, weight: Tensor, z: Tensor, alpha: Scalar | null, bias: Tensor | null, stride: readonly Int[], padding: readonly Int[], dilation: readonly Int[], groups: Int): Tensor;
  (input: Tensor, options: {
    /** The filters. */
    weight: Tensor;
    /** Added to the result of the convolution. */
    z: Tensor;
    /** The factor of `z`. */
    alpha: Scalar | null;
    /** Added to each channel or feature of the result. */
    bias: Tensor | null;
    /** The step from one window to the next. */
    stride: readonly Int[];
    /** How many elements are added on both sides. */
    padding: readonly Int[];
    /** The distance between elements of a window. */
    dilation: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
  }): Tensor;
  (input: Tensor, weight: Tensor, options: {
    /** Added to the result of the convolution. */
    z: Tensor;
    /** The factor of `z`. */
    alpha: Scalar | null;
    /** Added to each channel or feature of the result. */
    bias: Tensor | null;
    /** The step from one window to the next. */
    stride: readonly Int[];
    /** How many elements are added on both sides. */
    padding: readonly Int[];
    /** The distance between elements of a window. */
    dilation: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
  }): Tensor;
  (input: Tensor, weight: Tensor, z: Tensor, options: {
    /** The factor of `z`. */
    alpha: Scalar | null;
    /** Added to each channel or feature of the result. */
    bias: Tensor | null;
    /** The step from one window to the next. */
    stride: readonly Int[];
    /** How many elements are added on both sides. */
    padding: readonly Int[];
    /** The distance between elements of a window. */
    dilation: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
  }): Tensor;
  (input: Tensor, weight: Tensor, z: Tensor, alpha: Scalar | null, options: {
    /** Added to each channel or feature of the result. */
    bias: Tensor | null;
    /** The step from one window to the next. */
    stride: readonly Int[];
    /** How many elements are added on both sides. */
    padding: readonly Int[];
    /** The distance between elements of a window. */
    dilation: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
  }): Tensor;
  (input: Tensor, weight: Tensor, z: Tensor, alpha: Scalar | null, bias: Tensor | null, options: {
    /** The step from one window to the next. */
    stride: readonly Int[];
    /** How many elements are added on both sides. */
    padding: readonly Int[];
    /** The distance between elements of a window. */
    dilation: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
  }): Tensor;
  (input: Tensor, weight: Tensor, z: Tensor, alpha: Scalar | null, bias: Tensor | null, stride: readonly Int[], options: {
    /** How many elements are added on both sides. */
    padding: readonly Int[];
    /** The distance between elements of a window. */
    dilation: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
  }): Tensor;
  (input: Tensor, weight: Tensor, z: Tensor, alpha: Scalar | null, bias: Tensor | null, stride: readonly Int[], padding: readonly Int[], options: {
    /** The distance between elements of a window. */
    dilation: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
  }): Tensor;
  (input: Tensor, weight: Tensor, z: Tensor, alpha: Scalar | null, bias: Tensor | null, stride: readonly Int[], padding: readonly Int[], dilation: readonly Int[], options: {
    /** Into how many groups channels are divided. */
    groups: Int;
  }): Tensor;
} = asFunction('aten::miopen_convolution_add_relu');

/**
 * `aten::miopen_convolution_relu(Tensor self, Tensor weight, Tensor? bias, SymInt[] stride, SymInt[] padding, SymInt[] dilation, SymInt groups) -> Tensor`
 */
export const miopenConvolutionRelu: {
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: readonly Int[], padding: readonly Int[], dilation: readonly Int[], groups: Int): Tensor;
  (input: Tensor, options: {
    /** The filters. */
    weight: Tensor;
    /** Added to each channel or feature of the result. */
    bias: Tensor | null;
    /** The step from one window to the next. */
    stride: readonly Int[];
    /** How many elements are added on both sides. */
    padding: readonly Int[];
    /** The distance between elements of a window. */
    dilation: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
  }): Tensor;
  (input: Tensor, weight: Tensor, options: {
    /** Added to each channel or feature of the result. */
    bias: Tensor | null;
    /** The step from one window to the next. */
    stride: readonly Int[];
    /** How many elements are added on both sides. */
    padding: readonly Int[];
    /** The distance between elements of a window. */
    dilation: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, options: {
    /** The step from one window to the next. */
    stride: readonly Int[];
    /** How many elements are added on both sides. */
    padding: readonly Int[];
    /** The distance between elements of a window. */
    dilation: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: readonly Int[], options: {
    /** How many elements are added on both sides. */
    padding: readonly Int[];
    /** The distance between elements of a window. */
    dilation: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: readonly Int[], padding: readonly Int[], options: {
    /** The distance between elements of a window. */
    dilation: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, stride: readonly Int[], padding: readonly Int[], dilation: readonly Int[], options: {
    /** Into how many groups channels are divided. */
    groups: Int;
  }): Tensor;
} = asFunction('aten::miopen_convolution_relu');

/**
 * `aten::miopen_convolution_transpose(Tensor self, Tensor weight, Tensor? bias, SymInt[] padding, SymInt[] output_padding, SymInt[] stride, SymInt[] dilation, SymInt groups, bool benchmark, bool deterministic) -> Tensor`
 */
export const miopenConvolutionTranspose: {
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], outputPadding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], groups: Int, benchmark: boolean, deterministic: boolean, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The filters. */
    weight: Tensor;
    /** Added to each channel or feature of the result. */
    bias: Tensor | null;
    /** How many elements are added on both sides. */
    padding: readonly Int[];
    /** How many elements are added on one side of the result. */
    outputPadding: readonly Int[];
    /** The step from one window to the next. */
    stride: readonly Int[];
    /** The distance between elements of a window. */
    dilation: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
    /** Try the kernels and use the fastest. */
    benchmark: boolean;
    /** Use kernels that give the same bits each time. */
    deterministic: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, options: {
    /** Added to each channel or feature of the result. */
    bias: Tensor | null;
    /** How many elements are added on both sides. */
    padding: readonly Int[];
    /** How many elements are added on one side of the result. */
    outputPadding: readonly Int[];
    /** The step from one window to the next. */
    stride: readonly Int[];
    /** The distance between elements of a window. */
    dilation: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
    /** Try the kernels and use the fastest. */
    benchmark: boolean;
    /** Use kernels that give the same bits each time. */
    deterministic: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, options: {
    /** How many elements are added on both sides. */
    padding: readonly Int[];
    /** How many elements are added on one side of the result. */
    outputPadding: readonly Int[];
    /** The step from one window to the next. */
    stride: readonly Int[];
    /** The distance between elements of a window. */
    dilation: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
    /** Try the kernels and use the fastest. */
    benchmark: boolean;
    /** Use kernels that give the same bits each time. */
    deterministic: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], options: {
    /** How many elements are added on one side of the result. */
    outputPadding: readonly Int[];
    /** The step from one window to the next. */
    stride: readonly Int[];
    /** The distance between elements of a window. */
    dilation: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
    /** Try the kernels and use the fastest. */
    benchmark: boolean;
    /** Use kernels that give the same bits each time. */
    deterministic: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], outputPadding: readonly Int[], options: {
    /** The step from one window to the next. */
    stride: readonly Int[];
    /** The distance between elements of a window. */
    dilation: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
    /** Try the kernels and use the fastest. */
    benchmark: boolean;
    /** Use kernels that give the same bits each time. */
    deterministic: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], outputPadding: readonly Int[], stride: readonly Int[], options: {
    /** The distance between elements of a window. */
    dilation: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
    /** Try the kernels and use the fastest. */
    benchmark: boolean;
    /** Use kernels that give the same bits each time. */
    deterministic: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], outputPadding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], options: {
    /** Into how many groups channels are divided. */
    groups: Int;
    /** Try the kernels and use the fastest. */
    benchmark: boolean;
    /** Use kernels that give the same bits each time. */
    deterministic: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], outputPadding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], groups: Int, options: {
    /** Try the kernels and use the fastest. */
    benchmark: boolean;
    /** Use kernels that give the same bits each time. */
    deterministic: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], outputPadding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], groups: Int, benchmark: boolean, options: {
    /** Use kernels that give the same bits each time. */
    deterministic: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::miopen_convolution_transpose');

/**
 * `aten::miopen_ctc_loss(Tensor log_probs, Tensor targets, int[] input_lengths, int[] target_lengths, int blank, bool deterministic, bool zero_infinity) -> (Tensor, Tensor)`
 * `aten::miopen_ctc_loss.Tensor(Tensor log_probs, Tensor targets, Tensor input_lengths, Tensor target_lengths, int blank, bool deterministic, bool zero_infinity) -> (Tensor, Tensor)`
 */
export const miopenCtcLoss: {
  (logProbs: Tensor, targets: Tensor, inputLengths: readonly Int[], targetLengths: readonly Int[], blank: Int, deterministic: boolean, zeroInfinity: boolean, options?: {
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
  (logProbs: Tensor, options: {
    /** The labels. */
    targets: Tensor;
    /** The length of each input. */
    inputLengths: readonly Int[];
    /** The length of each target. */
    targetLengths: readonly Int[];
    /** The class that stands for no label. */
    blank: Int;
    /** Use kernels that give the same bits each time. */
    deterministic: boolean;
    /** Turn infinite losses and their gradients into 0. */
    zeroInfinity: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
  (logProbs: Tensor, targets: Tensor, options: {
    /** The length of each input. */
    inputLengths: readonly Int[];
    /** The length of each target. */
    targetLengths: readonly Int[];
    /** The class that stands for no label. */
    blank: Int;
    /** Use kernels that give the same bits each time. */
    deterministic: boolean;
    /** Turn infinite losses and their gradients into 0. */
    zeroInfinity: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
  (logProbs: Tensor, targets: Tensor, inputLengths: readonly Int[], options: {
    /** The length of each target. */
    targetLengths: readonly Int[];
    /** The class that stands for no label. */
    blank: Int;
    /** Use kernels that give the same bits each time. */
    deterministic: boolean;
    /** Turn infinite losses and their gradients into 0. */
    zeroInfinity: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
  (logProbs: Tensor, targets: Tensor, inputLengths: readonly Int[], targetLengths: readonly Int[], options: {
    /** The class that stands for no label. */
    blank: Int;
    /** Use kernels that give the same bits each time. */
    deterministic: boolean;
    /** Turn infinite losses and their gradients into 0. */
    zeroInfinity: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
  (logProbs: Tensor, targets: Tensor, inputLengths: readonly Int[], targetLengths: readonly Int[], blank: Int, options: {
    /** Use kernels that give the same bits each time. */
    deterministic: boolean;
    /** Turn infinite losses and their gradients into 0. */
    zeroInfinity: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
  (logProbs: Tensor, targets: Tensor, inputLengths: readonly Int[], targetLengths: readonly Int[], blank: Int, deterministic: boolean, options: {
    /** Turn infinite losses and their gradients into 0. */
    zeroInfinity: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
  (logProbs: Tensor, targets: Tensor, inputLengths: Tensor, targetLengths: Tensor, blank: Int, deterministic: boolean, zeroInfinity: boolean): [Tensor, Tensor];
  (logProbs: Tensor, options: {
    /** The labels. */
    targets: Tensor;
    /** The length of each input. */
    inputLengths: Tensor;
    /** The length of each target. */
    targetLengths: Tensor;
    /** The class that stands for no label. */
    blank: Int;
    /** Use kernels that give the same bits each time. */
    deterministic: boolean;
    /** Turn infinite losses and their gradients into 0. */
    zeroInfinity: boolean;
  }): [Tensor, Tensor];
  (logProbs: Tensor, targets: Tensor, options: {
    /** The length of each input. */
    inputLengths: Tensor;
    /** The length of each target. */
    targetLengths: Tensor;
    /** The class that stands for no label. */
    blank: Int;
    /** Use kernels that give the same bits each time. */
    deterministic: boolean;
    /** Turn infinite losses and their gradients into 0. */
    zeroInfinity: boolean;
  }): [Tensor, Tensor];
  (logProbs: Tensor, targets: Tensor, inputLengths: Tensor, options: {
    /** The length of each target. */
    targetLengths: Tensor;
    /** The class that stands for no label. */
    blank: Int;
    /** Use kernels that give the same bits each time. */
    deterministic: boolean;
    /** Turn infinite losses and their gradients into 0. */
    zeroInfinity: boolean;
  }): [Tensor, Tensor];
  (logProbs: Tensor, targets: Tensor, inputLengths: Tensor, targetLengths: Tensor, options: {
    /** The class that stands for no label. */
    blank: Int;
    /** Use kernels that give the same bits each time. */
    deterministic: boolean;
    /** Turn infinite losses and their gradients into 0. */
    zeroInfinity: boolean;
  }): [Tensor, Tensor];
  (logProbs: Tensor, targets: Tensor, inputLengths: Tensor, targetLengths: Tensor, blank: Int, options: {
    /** Use kernels that give the same bits each time. */
    deterministic: boolean;
    /** Turn infinite losses and their gradients into 0. */
    zeroInfinity: boolean;
  }): [Tensor, Tensor];
  (logProbs: Tensor, targets: Tensor, inputLengths: Tensor, targetLengths: Tensor, blank: Int, deterministic: boolean, options: {
    /** Turn infinite losses and their gradients into 0. */
    zeroInfinity: boolean;
  }): [Tensor, Tensor];
} = asFunction('aten::miopen_ctc_loss');

/**
 * `aten::miopen_depthwise_convolution(Tensor self, Tensor weight, Tensor? bias, SymInt[] padding, SymInt[] stride, SymInt[] dilation, SymInt groups, bool benchmark, bool deterministic) -> Tensor`
 */
export const miopenDepthwiseConvolution: {
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], groups: Int, benchmark: boolean, deterministic: boolean, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The filters. */
    weight: Tensor;
    /** Added to each channel or feature of the result. */
    bias: Tensor | null;
    /** How many elements are added on both sides. */
    padding: readonly Int[];
    /** The step from one window to the next. */
    stride: readonly Int[];
    /** The distance between elements of a window. */
    dilation: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
    /** Try the kernels and use the fastest. */
    benchmark: boolean;
    /** Use kernels that give the same bits each time. */
    deterministic: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, options: {
    /** Added to each channel or feature of the result. */
    bias: Tensor | null;
    /** How many elements are added on both sides. */
    padding: readonly Int[];
    /** The step from one window to the next. */
    stride: readonly Int[];
    /** The distance between elements of a window. */
    dilation: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
    /** Try the kernels and use the fastest. */
    benchmark: boolean;
    /** Use kernels that give the same bits each time. */
    deterministic: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, options: {
    /** How many elements are added on both sides. */
    padding: readonly Int[];
    /** The step from one window to the next. */
    stride: readonly Int[];
    /** The distance between elements of a window. */
    dilation: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
    /** Try the kernels and use the fastest. */
    benchmark: boolean;
    /** Use kernels that give the same bits each time. */
    deterministic: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], options: {
    /** The step from one window to the next. */
    stride: readonly Int[];
    /** The distance between elements of a window. */
    dilation: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
    /** Try the kernels and use the fastest. */
    benchmark: boolean;
    /** Use kernels that give the same bits each time. */
    deterministic: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], stride: readonly Int[], options: {
    /** The distance between elements of a window. */
    dilation: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
    /** Try the kernels and use the fastest. */
    benchmark: boolean;
    /** Use kernels that give the same bits each time. */
    deterministic: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], options: {
    /** Into how many groups channels are divided. */
    groups: Int;
    /** Try the kernels and use the fastest. */
    benchmark: boolean;
    /** Use kernels that give the same bits each time. */
    deterministic: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], groups: Int, options: {
    /** Try the kernels and use the fastest. */
    benchmark: boolean;
    /** Use kernels that give the same bits each time. */
    deterministic: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], groups: Int, benchmark: boolean, options: {
    /** Use kernels that give the same bits each time. */
    deterministic: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::miopen_depthwise_convolution');

/**
 * `aten::miopen_rnn(Tensor input, Tensor[] weight, int weight_stride0, Tensor hx, Tensor? cx, int mode, int hidden_size, int num_layers, bool batch_first, float dropout, bool train, bool bidirectional, int[] batch_sizes, Tensor? dropout_state) -> (Tensor, Tensor, Tensor, Tensor, Tensor)`
 */
export const miopenRnn: {
  (input: Tensor, weight: readonly Tensor[], weightStride0: Int, hx: Tensor, cx: Tensor | null, mode: Int, hiddenSize: Int, numLayers: Int, batchFirst: boolean, dropout: number, train: boolean, bidirectional: boolean, batchSizes: readonly Int[], dropoutState: Tensor | null, options?: {
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, options: {
    /** The weights and biases of all layers. */
    weight: readonly Tensor[];
    /** The number of tensors of each layer. */
    weightStride0: Int;
    /** The first hidden state; an LSTM takes the cell state as well. */
    hx: Tensor;
    /** The first cell state. */
    cx: Tensor | null;
    /** The kind of layer. */
    mode: Int;
    /** The number of features of the state. */
    hiddenSize: Int;
    /** The number of layers. */
    numLayers: Int;
    /** The batch is the first dimension. */
    batchFirst: boolean;
    /** The probability with which outputs between layers are dropped. */
    dropout: number;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
    /** The number of sequences that reach each step. */
    batchSizes: readonly Int[];
    /** The state of the random numbers of dropout. */
    dropoutState: Tensor | null;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight: readonly Tensor[], options: {
    /** The number of tensors of each layer. */
    weightStride0: Int;
    /** The first hidden state; an LSTM takes the cell state as well. */
    hx: Tensor;
    /** The first cell state. */
    cx: Tensor | null;
    /** The kind of layer. */
    mode: Int;
    /** The number of features of the state. */
    hiddenSize: Int;
    /** The number of layers. */
    numLayers: Int;
    /** The batch is the first dimension. */
    batchFirst: boolean;
    /** The probability with which outputs between layers are dropped. */
    dropout: number;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
    /** The number of sequences that reach each step. */
    batchSizes: readonly Int[];
    /** The state of the random numbers of dropout. */
    dropoutState: Tensor | null;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight: readonly Tensor[], weightStride0: Int, options: {
    /** The first hidden state; an LSTM takes the cell state as well. */
    hx: Tensor;
    /** The first cell state. */
    cx: Tensor | null;
    /** The kind of layer. */
    mode: Int;
    /** The number of features of the state. */
    hiddenSize: Int;
    /** The number of layers. */
    numLayers: Int;
    /** The batch is the first dimension. */
    batchFirst: boolean;
    /** The probability with which outputs between layers are dropped. */
    dropout: number;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
    /** The number of sequences that reach each step. */
    batchSizes: readonly Int[];
    /** The state of the random numbers of dropout. */
    dropoutState: Tensor | null;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight: readonly Tensor[], weightStride0: Int, hx: Tensor, options: {
    /** The first cell state. */
    cx: Tensor | null;
    /** The kind of layer. */
    mode: Int;
    /** The number of features of the state. */
    hiddenSize: Int;
    /** The number of layers. */
    numLayers: Int;
    /** The batch is the first dimension. */
    batchFirst: boolean;
    /** The probability with which outputs between layers are dropped. */
    dropout: number;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
    /** The number of sequences that reach each step. */
    batchSizes: readonly Int[];
    /** The state of the random numbers of dropout. */
    dropoutState: Tensor | null;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight: readonly Tensor[], weightStride0: Int, hx: Tensor, cx: Tensor | null, options: {
    /** The kind of layer. */
    mode: Int;
    /** The number of features of the state. */
    hiddenSize: Int;
    /** The number of layers. */
    numLayers: Int;
    /** The batch is the first dimension. */
    batchFirst: boolean;
    /** The probability with which outputs between layers are dropped. */
    dropout: number;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
    /** The number of sequences that reach each step. */
    batchSizes: readonly Int[];
    /** The state of the random numbers of dropout. */
    dropoutState: Tensor | null;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight: readonly Tensor[], weightStride0: Int, hx: Tensor, cx: Tensor | null, mode: Int, options: {
    /** The number of features of the state. */
    hiddenSize: Int;
    /** The number of layers. */
    numLayers: Int;
    /** The batch is the first dimension. */
    batchFirst: boolean;
    /** The probability with which outputs between layers are dropped. */
    dropout: number;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
    /** The number of sequences that reach each step. */
    batchSizes: readonly Int[];
    /** The state of the random numbers of dropout. */
    dropoutState: Tensor | null;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight: readonly Tensor[], weightStride0: Int, hx: Tensor, cx: Tensor | null, mode: Int, hiddenSize: Int, options: {
    /** The number of layers. */
    numLayers: Int;
    /** The batch is the first dimension. */
    batchFirst: boolean;
    /** The probability with which outputs between layers are dropped. */
    dropout: number;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
    /** The number of sequences that reach each step. */
    batchSizes: readonly Int[];
    /** The state of the random numbers of dropout. */
    dropoutState: Tensor | null;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight: readonly Tensor[], weightStride0: Int, hx: Tensor, cx: Tensor | null, mode: Int, hiddenSize: Int, numLayers: Int, options: {
    /** The batch is the first dimension. */
    batchFirst: boolean;
    /** The probability with which outputs between layers are dropped. */
    dropout: number;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
    /** The number of sequences that reach each step. */
    batchSizes: readonly Int[];
    /** The state of the random numbers of dropout. */
    dropoutState: Tensor | null;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight: readonly Tensor[], weightStride0: Int, hx: Tensor, cx: Tensor | null, mode: Int, hiddenSize: Int, numLayers: Int, batchFirst: boolean, options: {
    /** The probability with which outputs between layers are dropped. */
    dropout: number;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
    /** The number of sequences that reach each step. */
    batchSizes: readonly Int[];
    /** The state of the random numbers of dropout. */
    dropoutState: Tensor | null;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight: readonly Tensor[], weightStride0: Int, hx: Tensor, cx: Tensor | null, mode: Int, hiddenSize: Int, numLayers: Int, batchFirst: boolean, dropout: number, options: {
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
    /** The number of sequences that reach each step. */
    batchSizes: readonly Int[];
    /** The state of the random numbers of dropout. */
    dropoutState: Tensor | null;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight: readonly Tensor[], weightStride0: Int, hx: Tensor, cx: Tensor | null, mode: Int, hiddenSize: Int, numLayers: Int, batchFirst: boolean, dropout: number, train: boolean, options: {
    /** Run in both directions. */
    bidirectional: boolean;
    /** The number of sequences that reach each step. */
    batchSizes: readonly Int[];
    /** The state of the random numbers of dropout. */
    dropoutState: Tensor | null;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight: readonly Tensor[], weightStride0: Int, hx: Tensor, cx: Tensor | null, mode: Int, hiddenSize: Int, numLayers: Int, batchFirst: boolean, dropout: number, train: boolean, bidirectional: boolean, options: {
    /** The number of sequences that reach each step. */
    batchSizes: readonly Int[];
    /** The state of the random numbers of dropout. */
    dropoutState: Tensor | null;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight: readonly Tensor[], weightStride0: Int, hx: Tensor, cx: Tensor | null, mode: Int, hiddenSize: Int, numLayers: Int, batchFirst: boolean, dropout: number, train: boolean, bidirectional: boolean, batchSizes: readonly Int[], options: {
    /** The state of the random numbers of dropout. */
    dropoutState: Tensor | null;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor, Tensor, Tensor];
} = asFunction('aten::miopen_rnn');

/**
 * `aten::mkldnn_adaptive_avg_pool2d(Tensor self, int[2] output_size) -> Tensor`
 */
export const mkldnnAdaptiveAvgPool2d: {
  (input: Tensor, outputSize: Int | readonly Int[], options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The spatial size of the result. */
    outputSize: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::mkldnn_adaptive_avg_pool2d');

/**
 * `aten::mkldnn_convolution(Tensor self, Tensor weight, Tensor? bias, SymInt[] padding, SymInt[] stride, SymInt[] dilation, SymInt groups) -> Tensor`
 */
export const mkldnnConvolution: {
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], groups: Int, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The filters. */
    weight: Tensor;
    /** Added to each channel or feature of the result. */
    bias: Tensor | null;
    /** How many elements are added on both sides. */
    padding: readonly Int[];
    /** The step from one window to the next. */
    stride: readonly Int[];
    /** The distance between elements of a window. */
    dilation: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, options: {
    /** Added to each channel or feature of the result. */
    bias: Tensor | null;
    /** How many elements are added on both sides. */
    padding: readonly Int[];
    /** The step from one window to the next. */
    stride: readonly Int[];
    /** The distance between elements of a window. */
    dilation: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, options: {
    /** How many elements are added on both sides. */
    padding: readonly Int[];
    /** The step from one window to the next. */
    stride: readonly Int[];
    /** The distance between elements of a window. */
    dilation: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], options: {
    /** The step from one window to the next. */
    stride: readonly Int[];
    /** The distance between elements of a window. */
    dilation: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], stride: readonly Int[], options: {
    /** The distance between elements of a window. */
    dilation: readonly Int[];
    /** Into how many groups channels are divided. */
    groups: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor, bias: Tensor | null, padding: readonly Int[], stride: readonly Int[], dilation: readonly Int[], options: {
    /** Into how many groups channels are divided. */
    groups: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::mkldnn_convolution');

/**
 * `aten::mkldnn_linear_backward_weights(Tensor grad_output, Tensor input, Tensor weight, bool bias_defined) -> (Tensor, Tensor)`
 */
export const mkldnnLinearBackwardWeights: {
  (gradOutput: Tensor, input: Tensor, weight: Tensor, biasDefined: boolean, options?: {
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
  (gradOutput: Tensor, options: {
    /** The input. */
    input: Tensor;
    /** The weights of the layer. */
    weight: Tensor;
    /** Compute the gradient of the bias. */
    biasDefined: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
  (gradOutput: Tensor, input: Tensor, options: {
    /** The weights of the layer. */
    weight: Tensor;
    /** Compute the gradient of the bias. */
    biasDefined: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
  (gradOutput: Tensor, input: Tensor, weight: Tensor, options: {
    /** Compute the gradient of the bias. */
    biasDefined: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
} = asFunction('aten::mkldnn_linear_backward_weights');

/**
 * `aten::mkldnn_max_pool2d(Tensor self, int[2] kernel_size, int[2] stride=[], int[2] padding=0, int[2] dilation=1, bool ceil_mode=False) -> Tensor`
 */
export const mkldnnMaxPool2d: {
  (input: Tensor, kernelSize: Int | readonly Int[], stride?: Int | readonly Int[], padding?: Int | readonly Int[], dilation?: Int | readonly Int[], ceilMode?: boolean, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The size of a window. */
    kernelSize: Int | readonly Int[];
    /** The step from one window to the next. Default: `kernelSize`. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], options: {
    /** The step from one window to the next. Default: `kernelSize`. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], options: {
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], options: {
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], dilation: Int | readonly Int[], options: {
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::mkldnn_max_pool2d');

/**
 * `aten::mkldnn_max_pool3d(Tensor self, int[3] kernel_size, int[3] stride=[], int[3] padding=0, int[3] dilation=1, bool ceil_mode=False) -> Tensor`
 */
export const mkldnnMaxPool3d: {
  (input: Tensor, kernelSize: Int | readonly Int[], stride?: Int | readonly Int[], padding?: Int | readonly Int[], dilation?: Int | readonly Int[], ceilMode?: boolean, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The size of a window. */
    kernelSize: Int | readonly Int[];
    /** The step from one window to the next. Default: `kernelSize`. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], options: {
    /** The step from one window to the next. Default: `kernelSize`. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], options: {
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], options: {
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], dilation: Int | readonly Int[], options: {
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::mkldnn_max_pool3d');

/**
 * `aten::mkldnn_rnn_layer(Tensor input, Tensor weight0, Tensor weight1, Tensor weight2, Tensor weight3, Tensor hx_, Tensor cx_, bool reverse, int[] batch_sizes, int mode, int hidden_size, int num_layers, bool has_biases, bool bidirectional, bool batch_first, bool train) -> (Tensor, Tensor, Tensor, Tensor)`
 */
export const mkldnnRnnLayer: {
  (input: Tensor, weight0: Tensor, weight1: Tensor, weight2: Tensor, weight3: Tensor, hx_: Tensor, cx_: Tensor, reverse: boolean, batchSizes: readonly Int[], mode: Int, hiddenSize: Int, numLayers: Int, hasBiases: boolean, bidirectional: boolean, batchFirst: boolean, train: boolean, options?: {
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, options: {
    /** The weight of the input. */
    weight0: Tensor;
    /** The weight of the state. */
    weight1: Tensor;
    /** The bias of the input. */
    weight2: Tensor;
    /** The bias of the state. */
    weight3: Tensor;
    /** The first hidden state. */
    hx_: Tensor;
    /** The first cell state. */
    cx_: Tensor;
    /** Run from the end to the start. */
    reverse: boolean;
    /** The number of sequences that reach each step. */
    batchSizes: readonly Int[];
    /** The kind of layer. */
    mode: Int;
    /** The number of features of the state. */
    hiddenSize: Int;
    /** The number of layers. */
    numLayers: Int;
    /** The layers have biases. */
    hasBiases: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
    /** The batch is the first dimension. */
    batchFirst: boolean;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight0: Tensor, options: {
    /** The weight of the state. */
    weight1: Tensor;
    /** The bias of the input. */
    weight2: Tensor;
    /** The bias of the state. */
    weight3: Tensor;
    /** The first hidden state. */
    hx_: Tensor;
    /** The first cell state. */
    cx_: Tensor;
    /** Run from the end to the start. */
    reverse: boolean;
    /** The number of sequences that reach each step. */
    batchSizes: readonly Int[];
    /** The kind of layer. */
    mode: Int;
    /** The number of features of the state. */
    hiddenSize: Int;
    /** The number of layers. */
    numLayers: Int;
    /** The layers have biases. */
    hasBiases: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
    /** The batch is the first dimension. */
    batchFirst: boolean;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight0: Tensor, weight1: Tensor, options: {
    /** The bias of the input. */
    weight2: Tensor;
    /** The bias of the state. */
    weight3: Tensor;
    /** The first hidden state. */
    hx_: Tensor;
    /** The first cell state. */
    cx_: Tensor;
    /** Run from the end to the start. */
    reverse: boolean;
    /** The number of sequences that reach each step. */
    batchSizes: readonly Int[];
    /** The kind of layer. */
    mode: Int;
    /** The number of features of the state. */
    hiddenSize: Int;
    /** The number of layers. */
    numLayers: Int;
    /** The layers have biases. */
    hasBiases: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
    /** The batch is the first dimension. */
    batchFirst: boolean;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight0: Tensor, weight1: Tensor, weight2: Tensor, options: {
    /** The bias of the state. */
    weight3: Tensor;
    /** The first hidden state. */
    hx_: Tensor;
    /** The first cell state. */
    cx_: Tensor;
    /** Run from the end to the start. */
    reverse: boolean;
    /** The number of sequences that reach each step. */
    batchSizes: readonly Int[];
    /** The kind of layer. */
    mode: Int;
    /** The number of features of the state. */
    hiddenSize: Int;
    /** The number of layers. */
    numLayers: Int;
    /** The layers have biases. */
    hasBiases: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
    /** The batch is the first dimension. */
    batchFirst: boolean;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight0: Tensor, weight1: Tensor, weight2: Tensor, weight3: Tensor, options: {
    /** The first hidden state. */
    hx_: Tensor;
    /** The first cell state. */
    cx_: Tensor;
    /** Run from the end to the start. */
    reverse: boolean;
    /** The number of sequences that reach each step. */
    batchSizes: readonly Int[];
    /** The kind of layer. */
    mode: Int;
    /** The number of features of the state. */
    hiddenSize: Int;
    /** The number of layers. */
    numLayers: Int;
    /** The layers have biases. */
    hasBiases: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
    /** The batch is the first dimension. */
    batchFirst: boolean;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight0: Tensor, weight1: Tensor, weight2: Tensor, weight3: Tensor, hx_: Tensor, options: {
    /** The first cell state. */
    cx_: Tensor;
    /** Run from the end to the start. */
    reverse: boolean;
    /** The number of sequences that reach each step. */
    batchSizes: readonly Int[];
    /** The kind of layer. */
    mode: Int;
    /** The number of features of the state. */
    hiddenSize: Int;
    /** The number of layers. */
    numLayers: Int;
    /** The layers have biases. */
    hasBiases: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
    /** The batch is the first dimension. */
    batchFirst: boolean;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight0: Tensor, weight1: Tensor, weight2: Tensor, weight3: Tensor, hx_: Tensor, cx_: Tensor, options: {
    /** Run from the end to the start. */
    reverse: boolean;
    /** The number of sequences that reach each step. */
    batchSizes: readonly Int[];
    /** The kind of layer. */
    mode: Int;
    /** The number of features of the state. */
    hiddenSize: Int;
    /** The number of layers. */
    numLayers: Int;
    /** The layers have biases. */
    hasBiases: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
    /** The batch is the first dimension. */
    batchFirst: boolean;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight0: Tensor, weight1: Tensor, weight2: Tensor, weight3: Tensor, hx_: Tensor, cx_: Tensor, reverse: boolean, options: {
    /** The number of sequences that reach each step. */
    batchSizes: readonly Int[];
    /** The kind of layer. */
    mode: Int;
    /** The number of features of the state. */
    hiddenSize: Int;
    /** The number of layers. */
    numLayers: Int;
    /** The layers have biases. */
    hasBiases: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
    /** The batch is the first dimension. */
    batchFirst: boolean;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight0: Tensor, weight1: Tensor, weight2: Tensor, weight3: Tensor, hx_: Tensor, cx_: Tensor, reverse: boolean, batchSizes: readonly Int[], options: {
    /** The kind of layer. */
    mode: Int;
    /** The number of features of the state. */
    hiddenSize: Int;
    /** The number of layers. */
    numLayers: Int;
    /** The layers have biases. */
    hasBiases: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
    /** The batch is the first dimension. */
    batchFirst: boolean;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight0: Tensor, weight1: Tensor, weight2: Tensor, weight3: Tensor, hx_: Tensor, cx_: Tensor, reverse: boolean, batchSizes: readonly Int[], mode: Int, options: {
    /** The number of features of the state. */
    hiddenSize: Int;
    /** The number of layers. */
    numLayers: Int;
    /** The layers have biases. */
    hasBiases: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
    /** The batch is the first dimension. */
    batchFirst: boolean;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight0: Tensor, weight1: Tensor, weight2: Tensor, weight3: Tensor, hx_: Tensor, cx_: Tensor, reverse: boolean, batchSizes: readonly Int[], mode: Int, hiddenSize: Int, options: {
    /** The number of layers. */
    numLayers: Int;
    /** The layers have biases. */
    hasBiases: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
    /** The batch is the first dimension. */
    batchFirst: boolean;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight0: Tensor, weight1: Tensor, weight2: Tensor, weight3: Tensor, hx_: Tensor, cx_: Tensor, reverse: boolean, batchSizes: readonly Int[], mode: Int, hiddenSize: Int, numLayers: Int, options: {
    /** The layers have biases. */
    hasBiases: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
    /** The batch is the first dimension. */
    batchFirst: boolean;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight0: Tensor, weight1: Tensor, weight2: Tensor, weight3: Tensor, hx_: Tensor, cx_: Tensor, reverse: boolean, batchSizes: readonly Int[], mode: Int, hiddenSize: Int, numLayers: Int, hasBiases: boolean, options: {
    /** Run in both directions. */
    bidirectional: boolean;
    /** The batch is the first dimension. */
    batchFirst: boolean;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight0: Tensor, weight1: Tensor, weight2: Tensor, weight3: Tensor, hx_: Tensor, cx_: Tensor, reverse: boolean, batchSizes: readonly Int[], mode: Int, hiddenSize: Int, numLayers: Int, hasBiases: boolean, bidirectional: boolean, options: {
    /** The batch is the first dimension. */
    batchFirst: boolean;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor, Tensor];
  (input: Tensor, weight0: Tensor, weight1: Tensor, weight2: Tensor, weight3: Tensor, hx_: Tensor, cx_: Tensor, reverse: boolean, batchSizes: readonly Int[], mode: Int, hiddenSize: Int, numLayers: Int, hasBiases: boolean, bidirectional: boolean, batchFirst: boolean, options: {
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor, Tensor];
} = asFunction('aten::mkldnn_rnn_layer');

/**
 * `aten::mm(Tensor self, Tensor mat2) -> Tensor`
 * `aten::mm.dtype(Tensor self, Tensor mat2, ScalarType out_dtype) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.mm.html
 */
export const mm: {
  (input: Tensor, mat2: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The second matrix. */
    mat2: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, mat2: Tensor, outDtype: DType, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The second matrix. */
    mat2: Tensor;
    /** The dtype of the result. */
    outDtype: DType;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, mat2: Tensor, options: {
    /** The dtype of the result. */
    outDtype: DType;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::mm');

/**
 * `aten::mode(Tensor self, int dim=-1, bool keepdim=False) -> (Tensor values, Tensor indices)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.mode.html
 */
export const mode: {
  (input: Tensor, dim?: Int, keepdim?: boolean, options?: {
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [values: Tensor, indices: Tensor];
  (input: Tensor, options: {
    /** The dimension to reduce. */
    dim?: Int;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [values: Tensor, indices: Tensor];
  (input: Tensor, dim: Int, options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [values: Tensor, indices: Tensor];
} = asFunction('aten::mode');

/**
 * `aten::moveaxis.int(Tensor(a) self, int source, int destination) -> Tensor(a)`
 * `aten::moveaxis.intlist(Tensor(a) self, int[] source, int[] destination) -> Tensor(a)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.moveaxis.html
 */
export const moveaxis: {
  (input: Tensor, source: Int, destination: Int): Tensor;
  (input: Tensor, options: {
    /** The dimensions to move. */
    source: Int;
    /** The new places of the dimensions. */
    destination: Int;
  }): Tensor;
  (input: Tensor, source: Int, options: {
    /** The new places of the dimensions. */
    destination: Int;
  }): Tensor;
  (input: Tensor, source: readonly Int[], destination: readonly Int[]): Tensor;
  (input: Tensor, options: {
    /** The dimensions to move. */
    source: readonly Int[];
    /** The new places of the dimensions. */
    destination: readonly Int[];
  }): Tensor;
  (input: Tensor, source: readonly Int[], options: {
    /** The new places of the dimensions. */
    destination: readonly Int[];
  }): Tensor;
} = asFunction('aten::moveaxis');

/**
 * `aten::movedim.int(Tensor(a) self, int source, int destination) -> Tensor(a)`
 * `aten::movedim.intlist(Tensor(a) self, int[] source, int[] destination) -> Tensor(a)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.movedim.html
 */
export const movedim: {
  (input: Tensor, source: Int, destination: Int): Tensor;
  (input: Tensor, options: {
    /** The dimensions to move. */
    source: Int;
    /** The new places of the dimensions. */
    destination: Int;
  }): Tensor;
  (input: Tensor, source: Int, options: {
    /** The new places of the dimensions. */
    destination: Int;
  }): Tensor;
  (input: Tensor, source: readonly Int[], destination: readonly Int[]): Tensor;
  (input: Tensor, options: {
    /** The dimensions to move. */
    source: readonly Int[];
    /** The new places of the dimensions. */
    destination: readonly Int[];
  }): Tensor;
  (input: Tensor, source: readonly Int[], options: {
    /** The new places of the dimensions. */
    destination: readonly Int[];
  }): Tensor;
} = asFunction('aten::movedim');

/**
 * `aten::msort(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.msort.html
 */
export const msort: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::msort');

/**
 * `aten::mul.Tensor(Tensor self, Tensor other) -> Tensor`
 * `aten::mul.Scalar_out(Tensor self, Scalar other, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.mul.html
 */
export const mul: {
  (input: Tensor | Scalar, other: Tensor | Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor | Scalar, options: {
    /** The second operand. */
    other: Tensor | Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor | Scalar, other: Scalar, options: {
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (input: Tensor | Scalar, options: {
    /** The second operand. */
    other: Scalar;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
} = asFunction('aten::mul');

/**
 * `aten::multinomial(Tensor self, SymInt num_samples, bool replacement=False, *, Generator? generator=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.multinomial.html
 */
export const multinomial: {
  (input: Tensor, numSamples: Int, replacement?: boolean, options?: {
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The number of samples. */
    numSamples: Int;
    /** Allow an element to be drawn more than once. */
    replacement?: boolean;
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, numSamples: Int, options: {
    /** Allow an element to be drawn more than once. */
    replacement?: boolean;
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::multinomial');

/**
 * `aten::multiply.Tensor(Tensor self, Tensor other) -> Tensor`
 * `aten::multiply.Scalar(Tensor self, Scalar other) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.multiply.html
 */
export const multiply: {
  (input: Tensor | Scalar, other: Tensor | Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor | Scalar, options: {
    /** The second operand. */
    other: Tensor | Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor | Scalar, other: Scalar): Tensor;
  (input: Tensor | Scalar, options: {
    /** The second operand. */
    other: Scalar;
  }): Tensor;
} = asFunction('aten::multiply');

/**
 * `aten::mv(Tensor self, Tensor vec) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.mv.html
 */
export const mv: {
  (input: Tensor, vec: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The vector. */
    vec: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::mv');

/**
 * `aten::mvlgamma(Tensor self, int p) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.mvlgamma.html
 */
export const mvlgamma: {
  (input: Tensor, p: Int, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The dimension of the function. */
    p: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::mvlgamma');

/**
 * `aten::nan_to_num(Tensor self, float? nan=None, float? posinf=None, float? neginf=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nan_to_num.html
 */
export const nanToNum: {
  (input: Tensor, nan?: number | null, posinf?: number | null, neginf?: number | null, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** What NaN becomes. Default: 0. */
    nan?: number | null;
    /** What infinity becomes. Default: the greatest number of the dtype. */
    posinf?: number | null;
    /** What negative infinity becomes. Default: the least number of the dtype. */
    neginf?: number | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, nan: number | null, options: {
    /** What infinity becomes. Default: the greatest number of the dtype. */
    posinf?: number | null;
    /** What negative infinity becomes. Default: the least number of the dtype. */
    neginf?: number | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, nan: number | null, posinf: number | null, options: {
    /** What negative infinity becomes. Default: the least number of the dtype. */
    neginf?: number | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::nan_to_num');

/**
 * `aten::nan_to_num_(Tensor(a!) self, float? nan=None, float? posinf=None, float? neginf=None) -> Tensor(a!)`
 */
export const nanToNum_: {
  (input: Tensor, nan?: number | null, posinf?: number | null, neginf?: number | null): Tensor;
  (input: Tensor, options: {
    /** What NaN becomes. Default: 0. */
    nan?: number | null;
    /** What infinity becomes. Default: the greatest number of the dtype. */
    posinf?: number | null;
    /** What negative infinity becomes. Default: the least number of the dtype. */
    neginf?: number | null;
  }): Tensor;
  (input: Tensor, nan: number | null, options: {
    /** What infinity becomes. Default: the greatest number of the dtype. */
    posinf?: number | null;
    /** What negative infinity becomes. Default: the least number of the dtype. */
    neginf?: number | null;
  }): Tensor;
  (input: Tensor, nan: number | null, posinf: number | null, options: {
    /** What negative infinity becomes. Default: the least number of the dtype. */
    neginf?: number | null;
  }): Tensor;
} = asFunction('aten::nan_to_num_');

/**
 * `aten::nanmean(Tensor self, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nanmean.html
 */
export const nanmean: {
  (input: Tensor, dim?: Int | readonly Int[] | null, keepdim?: boolean, options?: {
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The dimensions to reduce. Default: all. */
    dim?: Int | readonly Int[] | null;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int | readonly Int[] | null, options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::nanmean');

/**
 * `aten::nanmedian(Tensor self) -> Tensor`
 * `aten::nanmedian.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor values, Tensor indices)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nanmedian.html
 */
export const nanmedian: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int, keepdim?: boolean, options?: {
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [values: Tensor, indices: Tensor];
  (input: Tensor, options: {
    /** The dimension to reduce. */
    dim: Int;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [values: Tensor, indices: Tensor];
  (input: Tensor, dim: Int, options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [values: Tensor, indices: Tensor];
} = asFunction('aten::nanmedian');

/**
 * `aten::nanquantile(Tensor self, Tensor q, int? dim=None, bool keepdim=False, *, str interpolation="linear") -> Tensor`
 * `aten::nanquantile.scalar(Tensor self, float q, int? dim=None, bool keepdim=False, *, str interpolation="linear") -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nanquantile.html
 */
export const nanquantile: {
  (input: Tensor, q: Tensor, dim?: Int | null, keepdim?: boolean, options?: {
    /** How a quantile between two values is found. */
    interpolation?: string;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The quantiles, between 0 and 1. */
    q: Tensor;
    /** The dimensions to reduce. Default: all. */
    dim?: Int | null;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** How a quantile between two values is found. */
    interpolation?: string;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, q: Tensor, options: {
    /** The dimensions to reduce. Default: all. */
    dim?: Int | null;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** How a quantile between two values is found. */
    interpolation?: string;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, q: Tensor, dim: Int | null, options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** How a quantile between two values is found. */
    interpolation?: string;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, q: number, dim?: Int | null, keepdim?: boolean, options?: {
    /** How a quantile between two values is found. */
    interpolation?: string;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The quantiles, between 0 and 1. */
    q: number;
    /** The dimensions to reduce. Default: all. */
    dim?: Int | null;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** How a quantile between two values is found. */
    interpolation?: string;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, q: number, options: {
    /** The dimensions to reduce. Default: all. */
    dim?: Int | null;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** How a quantile between two values is found. */
    interpolation?: string;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, q: number, dim: Int | null, options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** How a quantile between two values is found. */
    interpolation?: string;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::nanquantile');

/**
 * `aten::nansum(Tensor self, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nansum.html
 */
export const nansum: {
  (input: Tensor, dim?: Int | readonly Int[] | null, keepdim?: boolean, options?: {
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The dimensions to reduce. Default: all. */
    dim?: Int | readonly Int[] | null;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int | readonly Int[] | null, options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::nansum');

/**
 * `aten::narrow.Tensor(Tensor(a) self, int dim, Tensor start, SymInt length) -> Tensor(a)`
 * `aten::narrow(Tensor(a) self, int dim, SymInt start, SymInt length) -> Tensor(a)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.narrow.html
 */
export const narrow: {
  (input: Tensor, dim: Int, start: Tensor, length: Int): Tensor;
  (input: Tensor, options: {
    /** The dimension of the indices or parts. */
    dim: Int;
    /** The index of the first element that is kept. */
    start: Tensor;
    /** The number of elements that are kept. */
    length: Int;
  }): Tensor;
  (input: Tensor, dim: Int, options: {
    /** The index of the first element that is kept. */
    start: Tensor;
    /** The number of elements that are kept. */
    length: Int;
  }): Tensor;
  (input: Tensor, dim: Int, start: Tensor, options: {
    /** The number of elements that are kept. */
    length: Int;
  }): Tensor;
  (input: Tensor, dim: Int, start: Int, length: Int): Tensor;
  (input: Tensor, options: {
    /** The dimension of the indices or parts. */
    dim: Int;
    /** The index of the first element that is kept. */
    start: Int;
    /** The number of elements that are kept. */
    length: Int;
  }): Tensor;
  (input: Tensor, dim: Int, options: {
    /** The index of the first element that is kept. */
    start: Int;
    /** The number of elements that are kept. */
    length: Int;
  }): Tensor;
  (input: Tensor, dim: Int, start: Int, options: {
    /** The number of elements that are kept. */
    length: Int;
  }): Tensor;
} = asFunction('aten::narrow');

/**
 * `aten::narrow_copy(Tensor self, int dim, SymInt start, SymInt length) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.narrow_copy.html
 */
export const narrowCopy: {
  (input: Tensor, dim: Int, start: Int, length: Int, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The dimension of the indices or parts. */
    dim: Int;
    /** The index of the first element that is kept. */
    start: Int;
    /** The number of elements that are kept. */
    length: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int, options: {
    /** The index of the first element that is kept. */
    start: Int;
    /** The number of elements that are kept. */
    length: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int, start: Int, options: {
    /** The number of elements that are kept. */
    length: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::narrow_copy');

/**
 * `aten::native_batch_norm(Tensor input, Tensor? weight, Tensor? bias, Tensor? running_mean, Tensor? running_var, bool training, float momentum, float eps) -> (Tensor, Tensor, Tensor)`
 */
export const nativeBatchNorm: {
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, training: boolean, momentum: number, eps: number, options?: {
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor];
  (input: Tensor, options: {
    /** The factor of each channel or normalized element. */
    weight: Tensor | null;
    /** Added to each channel or normalized element. */
    bias: Tensor | null;
    /** The running means, which are updated. */
    runningMean: Tensor | null;
    /** The running variances, which are updated. */
    runningVar: Tensor | null;
    /** Normalize by the batch and update the running statistics. */
    training: boolean;
    /** The weight of the new batch in the running statistics. */
    momentum: number;
    /** Added to the variance, against division by 0. */
    eps: number;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor | null, options: {
    /** Added to each channel or normalized element. */
    bias: Tensor | null;
    /** The running means, which are updated. */
    runningMean: Tensor | null;
    /** The running variances, which are updated. */
    runningVar: Tensor | null;
    /** Normalize by the batch and update the running statistics. */
    training: boolean;
    /** The weight of the new batch in the running statistics. */
    momentum: number;
    /** Added to the variance, against division by 0. */
    eps: number;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, options: {
    /** The running means, which are updated. */
    runningMean: Tensor | null;
    /** The running variances, which are updated. */
    runningVar: Tensor | null;
    /** Normalize by the batch and update the running statistics. */
    training: boolean;
    /** The weight of the new batch in the running statistics. */
    momentum: number;
    /** Added to the variance, against division by 0. */
    eps: number;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, runningMean: Tensor | null, options: {
    /** The running variances, which are updated. */
    runningVar: Tensor | null;
    /** Normalize by the batch and update the running statistics. */
    training: boolean;
    /** The weight of the new batch in the running statistics. */
    momentum: number;
    /** Added to the variance, against division by 0. */
    eps: number;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, options: {
    /** Normalize by the batch and update the running statistics. */
    training: boolean;
    /** The weight of the new batch in the running statistics. */
    momentum: number;
    /** Added to the variance, against division by 0. */
    eps: number;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, training: boolean, options: {
    /** The weight of the new batch in the running statistics. */
    momentum: number;
    /** Added to the variance, against division by 0. */
    eps: number;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, runningMean: Tensor | null, runningVar: Tensor | null, training: boolean, momentum: number, options: {
    /** Added to the variance, against division by 0. */
    eps: number;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor];
} = asFunction('aten::native_batch_norm');

/**
 * `aten::native_channel_shuffle(Tensor self, SymInt groups) -> Tensor`
 */
export const nativeChannelShuffle: {
  (input: Tensor, groups: Int): Tensor;
  (input: Tensor, options: {
    /** Into how many groups channels are divided. */
    groups: Int;
  }): Tensor;
} = asFunction('aten::native_channel_shuffle');

/**
 * `aten::native_dropout(Tensor input, float p, bool? train) -> (Tensor, Tensor)`
 */
export const nativeDropout: {
  (input: Tensor, p: number, train: boolean | null, options?: {
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
  (input: Tensor, options: {
    /** The probability with which an element becomes 0. */
    p: number;
    /** Drop elements; false returns the input. */
    train: boolean | null;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
  (input: Tensor, p: number, options: {
    /** Drop elements; false returns the input. */
    train: boolean | null;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
} = asFunction('aten::native_dropout');

/**
 * `aten::native_group_norm(Tensor input, Tensor? weight, Tensor? bias, SymInt N, SymInt C, SymInt HxW, int group, float eps) -> (Tensor, Tensor, Tensor)`
 */
export const nativeGroupNorm: {
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, N: Int, C: Int, HxW: Int, group: Int, eps: number, options?: {
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor];
  (input: Tensor, options: {
    /** The factor of each channel or normalized element. */
    weight: Tensor | null;
    /** Added to each channel or normalized element. */
    bias: Tensor | null;
    /** The size of the batch. */
    N: Int;
    /** The number of channels. */
    C: Int;
    /** Height times width. */
    HxW: Int;
    /** Into how many groups channels are divided. */
    group: Int;
    /** Added to the variance, against division by 0. */
    eps: number;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor | null, options: {
    /** Added to each channel or normalized element. */
    bias: Tensor | null;
    /** The size of the batch. */
    N: Int;
    /** The number of channels. */
    C: Int;
    /** Height times width. */
    HxW: Int;
    /** Into how many groups channels are divided. */
    group: Int;
    /** Added to the variance, against division by 0. */
    eps: number;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, options: {
    /** The size of the batch. */
    N: Int;
    /** The number of channels. */
    C: Int;
    /** Height times width. */
    HxW: Int;
    /** Into how many groups channels are divided. */
    group: Int;
    /** Added to the variance, against division by 0. */
    eps: number;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, N: Int, options: {
    /** The number of channels. */
    C: Int;
    /** Height times width. */
    HxW: Int;
    /** Into how many groups channels are divided. */
    group: Int;
    /** Added to the variance, against division by 0. */
    eps: number;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, N: Int, C: Int, options: {
    /** Height times width. */
    HxW: Int;
    /** Into how many groups channels are divided. */
    group: Int;
    /** Added to the variance, against division by 0. */
    eps: number;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, N: Int, C: Int, HxW: Int, options: {
    /** Into how many groups channels are divided. */
    group: Int;
    /** Added to the variance, against division by 0. */
    eps: number;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor];
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, N: Int, C: Int, HxW: Int, group: Int, options: {
    /** Added to the variance, against division by 0. */
    eps: number;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor];
} = asFunction('aten::native_group_norm');

/**
 * `aten::native_layer_norm(Tensor input, SymInt[] normalized_shape, Tensor? weight, Tensor? bias, float eps) -> (Tensor, Tensor, Tensor)`
 */
export const nativeLayerNorm: {
  (input: Tensor, normalizedShape: readonly Int[], weight: Tensor | null, bias: Tensor | null, eps: number, options?: {
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor];
  (input: Tensor, options: {
    /** The shape of the last dimensions, which are normalized. */
    normalizedShape: readonly Int[];
    /** The factor of each channel or normalized element. */
    weight: Tensor | null;
    /** Added to each channel or normalized element. */
    bias: Tensor | null;
    /** Added to the variance, against division by 0. */
    eps: number;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor];
  (input: Tensor, normalizedShape: readonly Int[], options: {
    /** The factor of each channel or normalized element. */
    weight: Tensor | null;
    /** Added to each channel or normalized element. */
    bias: Tensor | null;
    /** Added to the variance, against division by 0. */
    eps: number;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor];
  (input: Tensor, normalizedShape: readonly Int[], weight: Tensor | null, options: {
    /** Added to each channel or normalized element. */
    bias: Tensor | null;
    /** Added to the variance, against division by 0. */
    eps: number;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor];
  (input: Tensor, normalizedShape: readonly Int[], weight: Tensor | null, bias: Tensor | null, options: {
    /** Added to the variance, against division by 0. */
    eps: number;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor];
  }): [Tensor, Tensor, Tensor];
} = asFunction('aten::native_layer_norm');

/**
 * `aten::native_norm(Tensor self, Scalar p=2) -> Tensor`
 * `aten::native_norm.ScalarOpt_dim_dtype(Tensor self, Scalar? p, int[1] dim, bool keepdim, ScalarType? dtype) -> Tensor`
 */
export const nativeNorm: {
  (input: Tensor, p?: Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The power of the norm. */
    p?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, p: Scalar | null, dim: Int | readonly Int[], keepdim: boolean, dtype: DType | null, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The power of the norm. */
    p: Scalar | null;
    /** The dimension to reduce. */
    dim: Int | readonly Int[];
    /** Keep reduced dimensions, with size 1. */
    keepdim: boolean;
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype: DType | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, p: Scalar | null, options: {
    /** The dimension to reduce. */
    dim: Int | readonly Int[];
    /** Keep reduced dimensions, with size 1. */
    keepdim: boolean;
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype: DType | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, p: Scalar | null, dim: Int | readonly Int[], options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim: boolean;
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype: DType | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, p: Scalar | null, dim: Int | readonly Int[], keepdim: boolean, options: {
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype: DType | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::native_norm');

/**
 * `aten::ne.Tensor(Tensor self, Tensor other) -> Tensor`
 * `aten::ne.Scalar(Tensor self, Scalar other) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.ne.html
 */
export const ne: {
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
  (input: Tensor, other: Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The second operand. */
    other: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::ne');

/**
 * `aten::neg(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.neg.html
 */
export const neg: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::neg');

/**
 * `aten::neg_(Tensor(a!) self) -> Tensor(a!)`
 */
export const neg_: {
  (input: Tensor): Tensor;
} = asFunction('aten::neg_');

/**
 * `aten::negative(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.negative.html
 */
export const negative: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::negative');

/**
 * `aten::negative_(Tensor(a!) self) -> Tensor(a!)`
 */
export const negative_: {
  (input: Tensor): Tensor;
} = asFunction('aten::negative_');

/**
 * `aten::nextafter(Tensor self, Tensor other) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nextafter.html
 */
export const nextafter: {
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
} = asFunction('aten::nextafter');

/**
 * `aten::nonzero_static(Tensor self, *, SymInt size, int fill_value=-1) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nonzero_static.html
 */
export const nonzeroStatic: {
  (input: Tensor, options: {
    /** The number of rows of the result. */
    size: Int;
    /** The value of the elements. */
    fillValue?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::nonzero_static');

/**
 * `aten::norm_except_dim(Tensor v, int pow=2, int dim=0) -> Tensor`
 */
export const normExceptDim: {
  (v: Tensor, pow?: Int, dim?: Int): Tensor;
  (v: Tensor, options: {
    /** The power of the norm. */
    pow?: Int;
    /** The dimension that is not reduced. */
    dim?: Int;
  }): Tensor;
  (v: Tensor, pow: Int, options: {
    /** The dimension that is not reduced. */
    dim?: Int;
  }): Tensor;
} = asFunction('aten::norm_except_dim');

/**
 * `aten::normal.Tensor_Tensor(Tensor mean, Tensor std, *, Generator? generator=None) -> Tensor`
 * `aten::normal.Tensor_float(Tensor mean, float std=1., *, Generator? generator=None) -> Tensor`
 * `aten::normal.float_Tensor(float mean, Tensor std, *, Generator? generator=None) -> Tensor`
 * `aten::normal.float_float(float mean, float std, SymInt[] size, *, Generator? generator=None, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::normal.float_float_out(float mean, float std, SymInt[] size, *, Generator? generator=None, Tensor(a!) out) -> Tensor(a!)`
 * `aten::normal.out(Tensor self, float mean=0., float std=1., *, Generator? generator=None, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.normal.html
 */
export const normal: {
  (mean: Tensor, std: Tensor, options?: {
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (mean: Tensor, options: {
    /** The standard deviation of the distribution. */
    std: Tensor;
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (mean: Tensor, std?: number, options?: {
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (mean: Tensor, options: {
    /** The standard deviation of the distribution. */
    std?: number;
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (mean: number, std: Tensor, options?: {
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (mean: number, std: number, size: readonly Int[], options?: {
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (options: {
    /** The mean of the distribution. */
    mean: number;
    /** The standard deviation of the distribution. */
    std: number;
    /** The shape of the result. */
    size: readonly Int[];
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (mean: number, options: {
    /** The standard deviation of the distribution. */
    std: number;
    /** The shape of the result. */
    size: readonly Int[];
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (mean: number, std: number, options: {
    /** The shape of the result. */
    size: readonly Int[];
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (mean: number, std: number, size: readonly Int[], options: {
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (options: {
    /** The mean of the distribution. */
    mean: number;
    /** The standard deviation of the distribution. */
    std: number;
    /** The shape of the result. */
    size: readonly Int[];
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (mean: number, options: {
    /** The standard deviation of the distribution. */
    std: number;
    /** The shape of the result. */
    size: readonly Int[];
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (mean: number, std: number, options: {
    /** The shape of the result. */
    size: readonly Int[];
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (input: Tensor, mean: number | undefined, std: number | undefined, options: {
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The mean of the distribution. */
    mean?: number;
    /** The standard deviation of the distribution. */
    std?: number;
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (input: Tensor, mean: number, options: {
    /** The standard deviation of the distribution. */
    std?: number;
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
} = asFunction('aten::normal');

/**
 * `aten::not_equal.Tensor(Tensor self, Tensor other) -> Tensor`
 * `aten::not_equal.Scalar(Tensor self, Scalar other) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.not_equal.html
 */
export const notEqual: {
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
  (input: Tensor, other: Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The second operand. */
    other: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::not_equal');

/**
 * `aten::nuclear_norm.dim(Tensor self, int[2] dim, bool keepdim=False) -> Tensor`
 * `aten::nuclear_norm(Tensor self, bool keepdim=False) -> Tensor`
 */
export const nuclearNorm: {
  (input: Tensor, dim: Int | readonly Int[], keepdim?: boolean, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The dimension to reduce. */
    dim: Int | readonly Int[];
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int | readonly Int[], options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, keepdim?: boolean, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::nuclear_norm');

/**
 * `aten::ones(SymInt[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::ones.out(SymInt[] size, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.ones.html
 */
export const ones: {
  (size: readonly Int[], options?: {
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (options: {
    /** The shape of the result. */
    size: readonly Int[];
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (...size: readonly Int[]): Tensor;
  (...args: readonly [...size: Int[], options: {
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }]): Tensor;
  (size: readonly Int[], options: {
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (options: {
    /** The shape of the result. */
    size: readonly Int[];
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (...args: readonly [...size: Int[], options: {
    /** Receives the result. */
    out: Tensor;
  }]): Tensor;
} = asFunction('aten::ones');

/**
 * `aten::ones_like(Tensor self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor`
 * `aten::ones_like.out(Tensor self, *, MemoryFormat? memory_format=None, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.ones_like.html
 */
export const onesLike: {
  (input: Tensor, options?: {
    /** The dtype of the result. Default: the input's. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** The order of the dimensions in memory. */
    memoryFormat?: MemoryFormat | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (input: Tensor, options: {
    /** The order of the dimensions in memory. */
    memoryFormat?: MemoryFormat | null;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
} = asFunction('aten::ones_like');

/**
 * `aten::orgqr(Tensor self, Tensor input2) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.orgqr.html
 */
export const orgqr: {
  (input: Tensor, input2: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The scales of the Householder reflectors. */
    input2: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::orgqr');

/**
 * `aten::ormqr(Tensor self, Tensor input2, Tensor input3, bool left=True, bool transpose=False) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.ormqr.html
 */
export const ormqr: {
  (input: Tensor, input2: Tensor, input3: Tensor, left?: boolean, transpose?: boolean, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The scales of the Householder reflectors. */
    input2: Tensor;
    /** The matrix to multiply. */
    input3: Tensor;
    /** The matrix stands on the left of what is found or multiplied; otherwise on the right. */
    left?: boolean;
    /** Use the transposed matrix. */
    transpose?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, input2: Tensor, options: {
    /** The matrix to multiply. */
    input3: Tensor;
    /** The matrix stands on the left of what is found or multiplied; otherwise on the right. */
    left?: boolean;
    /** Use the transposed matrix. */
    transpose?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, input2: Tensor, input3: Tensor, options: {
    /** The matrix stands on the left of what is found or multiplied; otherwise on the right. */
    left?: boolean;
    /** Use the transposed matrix. */
    transpose?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, input2: Tensor, input3: Tensor, left: boolean, options: {
    /** Use the transposed matrix. */
    transpose?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::ormqr');

/**
 * `aten::outer(Tensor self, Tensor vec2) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.outer.html
 */
export const outer: {
  (input: Tensor, vec2: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The second vector. */
    vec2: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::outer');

/**
 * `aten::pairwise_distance(Tensor x1, Tensor x2, float p=2., float eps=9.9999999999999995e-07, bool keepdim=False) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.pairwise_distance.html
 */
export const pairwiseDistance: {
  (x1: Tensor, x2: Tensor, p?: number, eps?: number, keepdim?: boolean): Tensor;
  (x1: Tensor, options: {
    /** The second vectors. */
    x2: Tensor;
    /** The power of the norm. */
    p?: number;
    /** Added to each difference, so that no distance is 0. */
    eps?: number;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
  }): Tensor;
  (x1: Tensor, x2: Tensor, options: {
    /** The power of the norm. */
    p?: number;
    /** Added to each difference, so that no distance is 0. */
    eps?: number;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
  }): Tensor;
  (x1: Tensor, x2: Tensor, p: number, options: {
    /** Added to each difference, so that no distance is 0. */
    eps?: number;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
  }): Tensor;
  (x1: Tensor, x2: Tensor, p: number, eps: number, options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
  }): Tensor;
} = asFunction('aten::pairwise_distance');

/**
 * `aten::pdist(Tensor self, float p=2.) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.pdist.html
 */
export const pdist: {
  (input: Tensor, p?: number): Tensor;
  (input: Tensor, options: {
    /** The power of the norm. */
    p?: number;
  }): Tensor;
} = asFunction('aten::pdist');

/**
 * `aten::permute(Tensor(a) self, int[] dims) -> Tensor(a)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.permute.html
 */
export const permute: {
  (input: Tensor, dims: readonly Int[]): Tensor;
  (input: Tensor, options: {
    /** The dimensions in their new order. */
    dims: readonly Int[];
  }): Tensor;
} = asFunction('aten::permute');

/**
 * `aten::permute_copy(Tensor self, int[] dims) -> Tensor`
 */
export const permuteCopy: {
  (input: Tensor, dims: readonly Int[], options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The dimensions in their new order. */
    dims: readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::permute_copy');

/**
 * `aten::pinverse(Tensor self, float rcond=1.0000000000000001e-15) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.pinverse.html
 */
export const pinverse: {
  (input: Tensor, rcond?: number): Tensor;
  (input: Tensor, options: {
    /** Singular values below it, as a fraction of the greatest, count as 0. */
    rcond?: number;
  }): Tensor;
} = asFunction('aten::pinverse');

/**
 * `aten::pixel_shuffle(Tensor self, int upscale_factor) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.pixel_shuffle.html
 */
export const pixelShuffle: {
  (input: Tensor, upscaleFactor: Int, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** By how much height and width grow. */
    upscaleFactor: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::pixel_shuffle');

/**
 * `aten::pixel_unshuffle(Tensor self, int downscale_factor) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.pixel_unshuffle.html
 */
export const pixelUnshuffle: {
  (input: Tensor, downscaleFactor: Int, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** By how much height and width shrink. */
    downscaleFactor: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::pixel_unshuffle');

/**
 * `aten::poisson(Tensor self, Generator? generator=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.poisson.html
 */
export const poisson: {
  (input: Tensor, generator?: Generator | null, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::poisson');

/**
 * `aten::poisson_nll_loss(Tensor input, Tensor target, bool log_input, bool full, float eps, int reduction) -> Tensor`
 */
export const poissonNllLoss: {
  (input: Tensor, target: Tensor, logInput: boolean, full: boolean, eps: number, reduction: Int): Tensor;
  (input: Tensor, options: {
    /** The targets. */
    target: Tensor;
    /** The input holds logarithms. */
    logInput: boolean;
    /** Add Stirling's approximation. */
    full: boolean;
    /** Added to the input before its logarithm. */
    eps: number;
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction: Int;
  }): Tensor;
  (input: Tensor, target: Tensor, options: {
    /** The input holds logarithms. */
    logInput: boolean;
    /** Add Stirling's approximation. */
    full: boolean;
    /** Added to the input before its logarithm. */
    eps: number;
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction: Int;
  }): Tensor;
  (input: Tensor, target: Tensor, logInput: boolean, options: {
    /** Add Stirling's approximation. */
    full: boolean;
    /** Added to the input before its logarithm. */
    eps: number;
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction: Int;
  }): Tensor;
  (input: Tensor, target: Tensor, logInput: boolean, full: boolean, options: {
    /** Added to the input before its logarithm. */
    eps: number;
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction: Int;
  }): Tensor;
  (input: Tensor, target: Tensor, logInput: boolean, full: boolean, eps: number, options: {
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction: Int;
  }): Tensor;
} = asFunction('aten::poisson_nll_loss');

/**
 * `aten::polar(Tensor abs, Tensor angle) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.polar.html
 */
export const polar: {
  (abs: Tensor, angle: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (abs: Tensor, options: {
    /** The angles, in radians. */
    angle: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::polar');

/**
 * `aten::polygamma(int n, Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.polygamma.html
 */
export const polygamma: {
  (n: Int, input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
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
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.pow.html
 */
export const pow: {
  (input: Tensor, exponent: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The exponent. */
    exponent: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Scalar, exponent: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, exponent: Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The exponent. */
    exponent: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::pow');

/**
 * `aten::prelu(Tensor self, Tensor weight) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.prelu.html
 */
export const prelu: {
  (input: Tensor, weight: Tensor): Tensor;
  (input: Tensor, options: {
    /** The slope below 0: one number, or one for each channel. */
    weight: Tensor;
  }): Tensor;
} = asFunction('aten::prelu');

/**
 * `aten::prod(Tensor self, *, ScalarType? dtype=None) -> Tensor`
 * `aten::prod.dim_int(Tensor self, int dim, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.prod.html
 */
export const prod: {
  (input: Tensor, options?: {
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int, keepdim?: boolean, options?: {
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The dimension to reduce. */
    dim: Int;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int, options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::prod');

/**
 * `aten::put(Tensor self, Tensor index, Tensor source, bool accumulate=False) -> Tensor`
 */
export const put: {
  (input: Tensor, index: Tensor, source: Tensor, accumulate?: boolean, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** Positions in the flattened tensor. */
    index: Tensor;
    /** The values to write or add. */
    source: Tensor;
    /** Add to what is there instead of replacing it. */
    accumulate?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, index: Tensor, options: {
    /** The values to write or add. */
    source: Tensor;
    /** Add to what is there instead of replacing it. */
    accumulate?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, index: Tensor, source: Tensor, options: {
    /** Add to what is there instead of replacing it. */
    accumulate?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::put');

/**
 * `aten::q_per_channel_axis(Tensor self) -> int`
 */
export const qPerChannelAxis: {
  (input: Tensor): number;
} = asFunction('aten::q_per_channel_axis');

/**
 * `aten::q_per_channel_scales(Tensor self) -> Tensor`
 */
export const qPerChannelScales: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::q_per_channel_scales');

/**
 * `aten::q_per_channel_zero_points(Tensor self) -> Tensor`
 */
export const qPerChannelZeroPoints: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
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
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.qr.html
 */
export const qr: {
  (input: Tensor, some?: boolean, options?: {
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Q: Tensor, R: Tensor];
  (input: Tensor, options: {
    /** Return the reduced factors; otherwise complete square ones. */
    some?: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Q: Tensor, R: Tensor];
} = asFunction('aten::qr');

/**
 * `aten::quantile(Tensor self, Tensor q, int? dim=None, bool keepdim=False, *, str interpolation="linear") -> Tensor`
 * `aten::quantile.scalar(Tensor self, float q, int? dim=None, bool keepdim=False, *, str interpolation="linear") -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.quantile.html
 */
export const quantile: {
  (input: Tensor, q: Tensor, dim?: Int | null, keepdim?: boolean, options?: {
    /** How a quantile between two values is found. */
    interpolation?: string;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The quantiles, between 0 and 1. */
    q: Tensor;
    /** The dimensions to reduce. Default: all. */
    dim?: Int | null;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** How a quantile between two values is found. */
    interpolation?: string;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, q: Tensor, options: {
    /** The dimensions to reduce. Default: all. */
    dim?: Int | null;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** How a quantile between two values is found. */
    interpolation?: string;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, q: Tensor, dim: Int | null, options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** How a quantile between two values is found. */
    interpolation?: string;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, q: number, dim?: Int | null, keepdim?: boolean, options?: {
    /** How a quantile between two values is found. */
    interpolation?: string;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The quantiles, between 0 and 1. */
    q: number;
    /** The dimensions to reduce. Default: all. */
    dim?: Int | null;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** How a quantile between two values is found. */
    interpolation?: string;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, q: number, options: {
    /** The dimensions to reduce. Default: all. */
    dim?: Int | null;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** How a quantile between two values is found. */
    interpolation?: string;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, q: number, dim: Int | null, options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** How a quantile between two values is found. */
    interpolation?: string;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::quantile');

/**
 * `aten::quantize_per_channel(Tensor self, Tensor scales, Tensor zero_points, int axis, ScalarType dtype) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.quantize_per_channel.html
 */
export const quantizePerChannel: {
  (input: Tensor, scales: Tensor, zeroPoints: Tensor, axis: Int, dtype: DType, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The scale of each channel. */
    scales: Tensor;
    /** For each channel, the quantized value that stands for 0. */
    zeroPoints: Tensor;
    /** The dimension of the channels. */
    axis: Int;
    /** The quantized dtype of the result. */
    dtype: DType;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, scales: Tensor, options: {
    /** For each channel, the quantized value that stands for 0. */
    zeroPoints: Tensor;
    /** The dimension of the channels. */
    axis: Int;
    /** The quantized dtype of the result. */
    dtype: DType;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, scales: Tensor, zeroPoints: Tensor, options: {
    /** The dimension of the channels. */
    axis: Int;
    /** The quantized dtype of the result. */
    dtype: DType;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, scales: Tensor, zeroPoints: Tensor, axis: Int, options: {
    /** The quantized dtype of the result. */
    dtype: DType;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::quantize_per_channel');

/**
 * `aten::quantize_per_tensor.tensor_qparams(Tensor self, Tensor scale, Tensor zero_point, ScalarType dtype) -> Tensor`
 * `aten::quantize_per_tensor(Tensor self, float scale, int zero_point, ScalarType dtype) -> Tensor`
 * `aten::quantize_per_tensor.tensors(Tensor[] tensors, Tensor scales, Tensor zero_points, ScalarType dtype) -> Tensor[]`
 * `aten::quantize_per_tensor.tensors_out(Tensor[] tensors, Tensor scales, Tensor zero_points, ScalarType dtype, *, Tensor(a!)[] out) -> ()`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.quantize_per_tensor.html
 */
export const quantizePerTensor: {
  (input: Tensor, scale: Tensor, zeroPoint: Tensor, dtype: DType, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The distance between quantized values. */
    scale: Tensor;
    /** The quantized value that stands for 0. */
    zeroPoint: Tensor;
    /** The quantized dtype of the result. */
    dtype: DType;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, scale: Tensor, options: {
    /** The quantized value that stands for 0. */
    zeroPoint: Tensor;
    /** The quantized dtype of the result. */
    dtype: DType;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, scale: Tensor, zeroPoint: Tensor, options: {
    /** The quantized dtype of the result. */
    dtype: DType;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, scale: number, zeroPoint: Int, dtype: DType, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The distance between quantized values. */
    scale: number;
    /** The quantized value that stands for 0. */
    zeroPoint: Int;
    /** The quantized dtype of the result. */
    dtype: DType;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, scale: number, options: {
    /** The quantized value that stands for 0. */
    zeroPoint: Int;
    /** The quantized dtype of the result. */
    dtype: DType;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, scale: number, zeroPoint: Int, options: {
    /** The quantized dtype of the result. */
    dtype: DType;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (tensors: readonly Tensor[], scales: Tensor, zeroPoints: Tensor, dtype: DType): Tensor[];
  (tensors: readonly Tensor[], options: {
    /** The scale of each channel. */
    scales: Tensor;
    /** For each channel, the quantized value that stands for 0. */
    zeroPoints: Tensor;
    /** The quantized dtype of the result. */
    dtype: DType;
  }): Tensor[];
  (tensors: readonly Tensor[], scales: Tensor, options: {
    /** For each channel, the quantized value that stands for 0. */
    zeroPoints: Tensor;
    /** The quantized dtype of the result. */
    dtype: DType;
  }): Tensor[];
  (tensors: readonly Tensor[], scales: Tensor, zeroPoints: Tensor, options: {
    /** The quantized dtype of the result. */
    dtype: DType;
  }): Tensor[];
  (tensors: readonly Tensor[], scales: Tensor, zeroPoints: Tensor, dtype: DType, options: {
    /** Receives the result. */
    out: Tensor[];
  }): void;
  (tensors: readonly Tensor[], options: {
    /** The scale of each channel. */
    scales: Tensor;
    /** For each channel, the quantized value that stands for 0. */
    zeroPoints: Tensor;
    /** The quantized dtype of the result. */
    dtype: DType;
    /** Receives the result. */
    out: Tensor[];
  }): void;
  (tensors: readonly Tensor[], scales: Tensor, options: {
    /** For each channel, the quantized value that stands for 0. */
    zeroPoints: Tensor;
    /** The quantized dtype of the result. */
    dtype: DType;
    /** Receives the result. */
    out: Tensor[];
  }): void;
  (tensors: readonly Tensor[], scales: Tensor, zeroPoints: Tensor, options: {
    /** The quantized dtype of the result. */
    dtype: DType;
    /** Receives the result. */
    out: Tensor[];
  }): void;
} = asFunction('aten::quantize_per_tensor');

/**
 * `aten::quantize_per_tensor_dynamic(Tensor self, ScalarType dtype, bool reduce_range) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.quantize_per_tensor_dynamic.html
 */
export const quantizePerTensorDynamic: {
  (input: Tensor, dtype: DType, reduceRange: boolean, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The quantized dtype of the result. */
    dtype: DType;
    /** Use one bit less, against overflow. */
    reduceRange: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dtype: DType, options: {
    /** Use one bit less, against overflow. */
    reduceRange: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::quantize_per_tensor_dynamic');

/**
 * `aten::quantized_batch_norm(Tensor input, Tensor? weight, Tensor? bias, Tensor mean, Tensor var, float eps, float output_scale, int output_zero_point) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.quantized_batch_norm.html
 */
export const quantizedBatchNorm: {
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, mean: Tensor, var_: Tensor, eps: number, outputScale: number, outputZeroPoint: Int, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The factor of each channel or normalized element. */
    weight: Tensor | null;
    /** Added to each channel or normalized element. */
    bias: Tensor | null;
    /** The mean of each channel. */
    mean: Tensor;
    /** The variance of each channel. */
    var: Tensor;
    /** Added to the variance, against division by 0. */
    eps: number;
    /** The scale of the result. */
    outputScale: number;
    /** The zero point of the result. */
    outputZeroPoint: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor | null, options: {
    /** Added to each channel or normalized element. */
    bias: Tensor | null;
    /** The mean of each channel. */
    mean: Tensor;
    /** The variance of each channel. */
    var: Tensor;
    /** Added to the variance, against division by 0. */
    eps: number;
    /** The scale of the result. */
    outputScale: number;
    /** The zero point of the result. */
    outputZeroPoint: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, options: {
    /** The mean of each channel. */
    mean: Tensor;
    /** The variance of each channel. */
    var: Tensor;
    /** Added to the variance, against division by 0. */
    eps: number;
    /** The scale of the result. */
    outputScale: number;
    /** The zero point of the result. */
    outputZeroPoint: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, mean: Tensor, options: {
    /** The variance of each channel. */
    var: Tensor;
    /** Added to the variance, against division by 0. */
    eps: number;
    /** The scale of the result. */
    outputScale: number;
    /** The zero point of the result. */
    outputZeroPoint: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, mean: Tensor, var_: Tensor, options: {
    /** Added to the variance, against division by 0. */
    eps: number;
    /** The scale of the result. */
    outputScale: number;
    /** The zero point of the result. */
    outputZeroPoint: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, mean: Tensor, var_: Tensor, eps: number, options: {
    /** The scale of the result. */
    outputScale: number;
    /** The zero point of the result. */
    outputZeroPoint: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, weight: Tensor | null, bias: Tensor | null, mean: Tensor, var_: Tensor, eps: number, outputScale: number, options: {
    /** The zero point of the result. */
    outputZeroPoint: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::quantized_batch_norm');

/**
 * `aten::quantized_gru_cell(Tensor input, Tensor hx, Tensor w_ih, Tensor w_hh, Tensor b_ih, Tensor b_hh, Tensor packed_ih, Tensor packed_hh, Tensor col_offsets_ih, Tensor col_offsets_hh, Scalar scale_ih, Scalar scale_hh, Scalar zero_point_ih, Scalar zero_point_hh) -> Tensor`
 */
export const quantizedGruCell: {
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, colOffsetsIh: Tensor, colOffsetsHh: Tensor, scaleIh: Scalar, scaleHh: Scalar, zeroPointIh: Scalar, zeroPointHh: Scalar): Tensor;
  (input: Tensor, options: {
    /** The first hidden state; an LSTM takes the cell state as well. */
    hx: Tensor;
    /** The weight of the input. */
    wIh: Tensor;
    /** The weight of the state. */
    wHh: Tensor;
    /** The bias of the input. */
    bIh: Tensor;
    /** The bias of the state. */
    bHh: Tensor;
    /** The packed weight of the input. */
    packedIh: Tensor;
    /** The packed weight of the state. */
    packedHh: Tensor;
    /** The column sums of the weight of the input. */
    colOffsetsIh: Tensor;
    /** The column sums of the weight of the state. */
    colOffsetsHh: Tensor;
    /** The scale of the weight of the input. */
    scaleIh: Scalar;
    /** The scale of the weight of the state. */
    scaleHh: Scalar;
    /** The zero point of the weight of the input. */
    zeroPointIh: Scalar;
    /** The zero point of the weight of the state. */
    zeroPointHh: Scalar;
  }): Tensor;
  (input: Tensor, hx: Tensor, options: {
    /** The weight of the input. */
    wIh: Tensor;
    /** The weight of the state. */
    wHh: Tensor;
    /** The bias of the input. */
    bIh: Tensor;
    /** The bias of the state. */
    bHh: Tensor;
    /** The packed weight of the input. */
    packedIh: Tensor;
    /** The packed weight of the state. */
    packedHh: Tensor;
    /** The column sums of the weight of the input. */
    colOffsetsIh: Tensor;
    /** The column sums of the weight of the state. */
    colOffsetsHh: Tensor;
    /** The scale of the weight of the input. */
    scaleIh: Scalar;
    /** The scale of the weight of the state. */
    scaleHh: Scalar;
    /** The zero point of the weight of the input. */
    zeroPointIh: Scalar;
    /** The zero point of the weight of the state. */
    zeroPointHh: Scalar;
  }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, options: {
    /** The weight of the state. */
    wHh: Tensor;
    /** The bias of the input. */
    bIh: Tensor;
    /** The bias of the state. */
    bHh: Tensor;
    /** The packed weight of the input. */
    packedIh: Tensor;
    /** The packed weight of the state. */
    packedHh: Tensor;
    /** The column sums of the weight of the input. */
    colOffsetsIh: Tensor;
    /** The column sums of the weight of the state. */
    colOffsetsHh: Tensor;
    /** The scale of the weight of the input. */
    scaleIh: Scalar;
    /** The scale of the weight of the state. */
    scaleHh: Scalar;
    /** The zero point of the weight of the input. */
    zeroPointIh: Scalar;
    /** The zero point of the weight of the state. */
    zeroPointHh: Scalar;
  }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, options: {
    /** The bias of the input. */
    bIh: Tensor;
    /** The bias of the state. */
    bHh: Tensor;
    /** The packed weight of the input. */
    packedIh: Tensor;
    /** The packed weight of the state. */
    packedHh: Tensor;
    /** The column sums of the weight of the input. */
    colOffsetsIh: Tensor;
    /** The column sums of the weight of the state. */
    colOffsetsHh: Tensor;
    /** The scale of the weight of the input. */
    scaleIh: Scalar;
    /** The scale of the weight of the state. */
    scaleHh: Scalar;
    /** The zero point of the weight of the input. */
    zeroPointIh: Scalar;
    /** The zero point of the weight of the state. */
    zeroPointHh: Scalar;
  }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, options: {
    /** The bias of the state. */
    bHh: Tensor;
    /** The packed weight of the input. */
    packedIh: Tensor;
    /** The packed weight of the state. */
    packedHh: Tensor;
    /** The column sums of the weight of the input. */
    colOffsetsIh: Tensor;
    /** The column sums of the weight of the state. */
    colOffsetsHh: Tensor;
    /** The scale of the weight of the input. */
    scaleIh: Scalar;
    /** The scale of the weight of the state. */
    scaleHh: Scalar;
    /** The zero point of the weight of the input. */
    zeroPointIh: Scalar;
    /** The zero point of the weight of the state. */
    zeroPointHh: Scalar;
  }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, options: {
    /** The packed weight of the input. */
    packedIh: Tensor;
    /** The packed weight of the state. */
    packedHh: Tensor;
    /** The column sums of the weight of the input. */
    colOffsetsIh: Tensor;
    /** The column sums of the weight of the state. */
    colOffsetsHh: Tensor;
    /** The scale of the weight of the input. */
    scaleIh: Scalar;
    /** The scale of the weight of the state. */
    scaleHh: Scalar;
    /** The zero point of the weight of the input. */
    zeroPointIh: Scalar;
    /** The zero point of the weight of the state. */
    zeroPointHh: Scalar;
  }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, options: {
    /** The packed weight of the state. */
    packedHh: Tensor;
    /** The column sums of the weight of the input. */
    colOffsetsIh: Tensor;
    /** The column sums of the weight of the state. */
    colOffsetsHh: Tensor;
    /** The scale of the weight of the input. */
    scaleIh: Scalar;
    /** The scale of the weight of the state. */
    scaleHh: Scalar;
    /** The zero point of the weight of the input. */
    zeroPointIh: Scalar;
    /** The zero point of the weight of the state. */
    zeroPointHh: Scalar;
  }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, options: {
    /** The column sums of the weight of the input. */
    colOffsetsIh: Tensor;
    /** The column sums of the weight of the state. */
    colOffsetsHh: Tensor;
    /** The scale of the weight of the input. */
    scaleIh: Scalar;
    /** The scale of the weight of the state. */
    scaleHh: Scalar;
    /** The zero point of the weight of the input. */
    zeroPointIh: Scalar;
    /** The zero point of the weight of the state. */
    zeroPointHh: Scalar;
  }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, colOffsetsIh: Tensor, options: {
    /** The column sums of the weight of the state. */
    colOffsetsHh: Tensor;
    /** The scale of the weight of the input. */
    scaleIh: Scalar;
    /** The scale of the weight of the state. */
    scaleHh: Scalar;
    /** The zero point of the weight of the input. */
    zeroPointIh: Scalar;
    /** The zero point of the weight of the state. */
    zeroPointHh: Scalar;
  }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, colOffsetsIh: Tensor, colOffsetsHh: Tensor, options: {
    /** The scale of the weight of the input. */
    scaleIh: Scalar;
    /** The scale of the weight of the state. */
    scaleHh: Scalar;
    /** The zero point of the weight of the input. */
    zeroPointIh: Scalar;
    /** The zero point of the weight of the state. */
    zeroPointHh: Scalar;
  }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, colOffsetsIh: Tensor, colOffsetsHh: Tensor, scaleIh: Scalar, options: {
    /** The scale of the weight of the state. */
    scaleHh: Scalar;
    /** The zero point of the weight of the input. */
    zeroPointIh: Scalar;
    /** The zero point of the weight of the state. */
    zeroPointHh: Scalar;
  }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, colOffsetsIh: Tensor, colOffsetsHh: Tensor, scaleIh: Scalar, scaleHh: Scalar, options: {
    /** The zero point of the weight of the input. */
    zeroPointIh: Scalar;
    /** The zero point of the weight of the state. */
    zeroPointHh: Scalar;
  }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, colOffsetsIh: Tensor, colOffsetsHh: Tensor, scaleIh: Scalar, scaleHh: Scalar, zeroPointIh: Scalar, options: {
    /** The zero point of the weight of the state. */
    zeroPointHh: Scalar;
  }): Tensor;
} = asFunction('aten::quantized_gru_cell');

/**
 * `aten::quantized_lstm_cell(Tensor input, Tensor[] hx, Tensor w_ih, Tensor w_hh, Tensor b_ih, Tensor b_hh, Tensor packed_ih, Tensor packed_hh, Tensor col_offsets_ih, Tensor col_offsets_hh, Scalar scale_ih, Scalar scale_hh, Scalar zero_point_ih, Scalar zero_point_hh) -> (Tensor, Tensor)`
 */
export const quantizedLstmCell: {
  (input: Tensor, hx: readonly Tensor[], wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, colOffsetsIh: Tensor, colOffsetsHh: Tensor, scaleIh: Scalar, scaleHh: Scalar, zeroPointIh: Scalar, zeroPointHh: Scalar): [Tensor, Tensor];
  (input: Tensor, options: {
    /** The first hidden state; an LSTM takes the cell state as well. */
    hx: readonly Tensor[];
    /** The weight of the input. */
    wIh: Tensor;
    /** The weight of the state. */
    wHh: Tensor;
    /** The bias of the input. */
    bIh: Tensor;
    /** The bias of the state. */
    bHh: Tensor;
    /** The packed weight of the input. */
    packedIh: Tensor;
    /** The packed weight of the state. */
    packedHh: Tensor;
    /** The column sums of the weight of the input. */
    colOffsetsIh: Tensor;
    /** The column sums of the weight of the state. */
    colOffsetsHh: Tensor;
    /** The scale of the weight of the input. */
    scaleIh: Scalar;
    /** The scale of the weight of the state. */
    scaleHh: Scalar;
    /** The zero point of the weight of the input. */
    zeroPointIh: Scalar;
    /** The zero point of the weight of the state. */
    zeroPointHh: Scalar;
  }): [Tensor, Tensor];
  (input: Tensor, hx: readonly Tensor[], options: {
    /** The weight of the input. */
    wIh: Tensor;
    /** The weight of the state. */
    wHh: Tensor;
    /** The bias of the input. */
    bIh: Tensor;
    /** The bias of the state. */
    bHh: Tensor;
    /** The packed weight of the input. */
    packedIh: Tensor;
    /** The packed weight of the state. */
    packedHh: Tensor;
    /** The column sums of the weight of the input. */
    colOffsetsIh: Tensor;
    /** The column sums of the weight of the state. */
    colOffsetsHh: Tensor;
    /** The scale of the weight of the input. */
    scaleIh: Scalar;
    /** The scale of the weight of the state. */
    scaleHh: Scalar;
    /** The zero point of the weight of the input. */
    zeroPointIh: Scalar;
    /** The zero point of the weight of the state. */
    zeroPointHh: Scalar;
  }): [Tensor, Tensor];
  (input: Tensor, hx: readonly Tensor[], wIh: Tensor, options: {
    /** The weight of the state. */
    wHh: Tensor;
    /** The bias of the input. */
    bIh: Tensor;
    /** The bias of the state. */
    bHh: Tensor;
    /** The packed weight of the input. */
    packedIh: Tensor;
    /** The packed weight of the state. */
    packedHh: Tensor;
    /** The column sums of the weight of the input. */
    colOffsetsIh: Tensor;
    /** The column sums of the weight of the state. */
    colOffsetsHh: Tensor;
    /** The scale of the weight of the input. */
    scaleIh: Scalar;
    /** The scale of the weight of the state. */
    scaleHh: Scalar;
    /** The zero point of the weight of the input. */
    zeroPointIh: Scalar;
    /** The zero point of the weight of the state. */
    zeroPointHh: Scalar;
  }): [Tensor, Tensor];
  (input: Tensor, hx: readonly Tensor[], wIh: Tensor, wHh: Tensor, options: {
    /** The bias of the input. */
    bIh: Tensor;
    /** The bias of the state. */
    bHh: Tensor;
    /** The packed weight of the input. */
    packedIh: Tensor;
    /** The packed weight of the state. */
    packedHh: Tensor;
    /** The column sums of the weight of the input. */
    colOffsetsIh: Tensor;
    /** The column sums of the weight of the state. */
    colOffsetsHh: Tensor;
    /** The scale of the weight of the input. */
    scaleIh: Scalar;
    /** The scale of the weight of the state. */
    scaleHh: Scalar;
    /** The zero point of the weight of the input. */
    zeroPointIh: Scalar;
    /** The zero point of the weight of the state. */
    zeroPointHh: Scalar;
  }): [Tensor, Tensor];
  (input: Tensor, hx: readonly Tensor[], wIh: Tensor, wHh: Tensor, bIh: Tensor, options: {
    /** The bias of the state. */
    bHh: Tensor;
    /** The packed weight of the input. */
    packedIh: Tensor;
    /** The packed weight of the state. */
    packedHh: Tensor;
    /** The column sums of the weight of the input. */
    colOffsetsIh: Tensor;
    /** The column sums of the weight of the state. */
    colOffsetsHh: Tensor;
    /** The scale of the weight of the input. */
    scaleIh: Scalar;
    /** The scale of the weight of the state. */
    scaleHh: Scalar;
    /** The zero point of the weight of the input. */
    zeroPointIh: Scalar;
    /** The zero point of the weight of the state. */
    zeroPointHh: Scalar;
  }): [Tensor, Tensor];
  (input: Tensor, hx: readonly Tensor[], wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, options: {
    /** The packed weight of the input. */
    packedIh: Tensor;
    /** The packed weight of the state. */
    packedHh: Tensor;
    /** The column sums of the weight of the input. */
    colOffsetsIh: Tensor;
    /** The column sums of the weight of the state. */
    colOffsetsHh: Tensor;
    /** The scale of the weight of the input. */
    scaleIh: Scalar;
    /** The scale of the weight of the state. */
    scaleHh: Scalar;
    /** The zero point of the weight of the input. */
    zeroPointIh: Scalar;
    /** The zero point of the weight of the state. */
    zeroPointHh: Scalar;
  }): [Tensor, Tensor];
  (input: Tensor, hx: readonly Tensor[], wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, options: {
    /** The packed weight of the state. */
    packedHh: Tensor;
    /** The column sums of the weight of the input. */
    colOffsetsIh: Tensor;
    /** The column sums of the weight of the state. */
    colOffsetsHh: Tensor;
    /** The scale of the weight of the input. */
    scaleIh: Scalar;
    /** The scale of the weight of the state. */
    scaleHh: Scalar;
    /** The zero point of the weight of the input. */
    zeroPointIh: Scalar;
    /** The zero point of the weight of the state. */
    zeroPointHh: Scalar;
  }): [Tensor, Tensor];
  (input: Tensor, hx: readonly Tensor[], wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, options: {
    /** The column sums of the weight of the input. */
    colOffsetsIh: Tensor;
    /** The column sums of the weight of the state. */
    colOffsetsHh: Tensor;
    /** The scale of the weight of the input. */
    scaleIh: Scalar;
    /** The scale of the weight of the state. */
    scaleHh: Scalar;
    /** The zero point of the weight of the input. */
    zeroPointIh: Scalar;
    /** The zero point of the weight of the state. */
    zeroPointHh: Scalar;
  }): [Tensor, Tensor];
  (input: Tensor, hx: readonly Tensor[], wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, colOffsetsIh: Tensor, options: {
    /** The column sums of the weight of the state. */
    colOffsetsHh: Tensor;
    /** The scale of the weight of the input. */
    scaleIh: Scalar;
    /** The scale of the weight of the state. */
    scaleHh: Scalar;
    /** The zero point of the weight of the input. */
    zeroPointIh: Scalar;
    /** The zero point of the weight of the state. */
    zeroPointHh: Scalar;
  }): [Tensor, Tensor];
  (input: Tensor, hx: readonly Tensor[], wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, colOffsetsIh: Tensor, colOffsetsHh: Tensor, options: {
    /** The scale of the weight of the input. */
    scaleIh: Scalar;
    /** The scale of the weight of the state. */
    scaleHh: Scalar;
    /** The zero point of the weight of the input. */
    zeroPointIh: Scalar;
    /** The zero point of the weight of the state. */
    zeroPointHh: Scalar;
  }): [Tensor, Tensor];
  (input: Tensor, hx: readonly Tensor[], wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, colOffsetsIh: Tensor, colOffsetsHh: Tensor, scaleIh: Scalar, options: {
    /** The scale of the weight of the state. */
    scaleHh: Scalar;
    /** The zero point of the weight of the input. */
    zeroPointIh: Scalar;
    /** The zero point of the weight of the state. */
    zeroPointHh: Scalar;
  }): [Tensor, Tensor];
  (input: Tensor, hx: readonly Tensor[], wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, colOffsetsIh: Tensor, colOffsetsHh: Tensor, scaleIh: Scalar, scaleHh: Scalar, options: {
    /** The zero point of the weight of the input. */
    zeroPointIh: Scalar;
    /** The zero point of the weight of the state. */
    zeroPointHh: Scalar;
  }): [Tensor, Tensor];
  (input: Tensor, hx: readonly Tensor[], wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, colOffsetsIh: Tensor, colOffsetsHh: Tensor, scaleIh: Scalar, scaleHh: Scalar, zeroPointIh: Scalar, options: {
    /** The zero point of the weight of the state. */
    zeroPointHh: Scalar;
  }): [Tensor, Tensor];
} = asFunction('aten::quantized_lstm_cell');

/**
 * `aten::quantized_max_pool1d(Tensor self, int[1] kernel_size, int[1] stride=[], int[1] padding=[0], int[1] dilation=[1], bool ceil_mode=False) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.quantized_max_pool1d.html
 */
export const quantizedMaxPool1d: {
  (input: Tensor, kernelSize: Int | readonly Int[], stride?: Int | readonly Int[], padding?: Int | readonly Int[], dilation?: Int | readonly Int[], ceilMode?: boolean, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The size of a window. */
    kernelSize: Int | readonly Int[];
    /** The step from one window to the next. Default: `kernelSize`. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], options: {
    /** The step from one window to the next. Default: `kernelSize`. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], options: {
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], options: {
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], dilation: Int | readonly Int[], options: {
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::quantized_max_pool1d');

/**
 * `aten::quantized_max_pool2d(Tensor self, int[2] kernel_size, int[2] stride=[], int[2] padding=0, int[2] dilation=1, bool ceil_mode=False) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.quantized_max_pool2d.html
 */
export const quantizedMaxPool2d: {
  (input: Tensor, kernelSize: Int | readonly Int[], stride?: Int | readonly Int[], padding?: Int | readonly Int[], dilation?: Int | readonly Int[], ceilMode?: boolean, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The size of a window. */
    kernelSize: Int | readonly Int[];
    /** The step from one window to the next. Default: `kernelSize`. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], options: {
    /** The step from one window to the next. Default: `kernelSize`. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], options: {
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], options: {
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], dilation: Int | readonly Int[], options: {
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::quantized_max_pool2d');

/**
 * `aten::quantized_max_pool3d(Tensor self, int[3] kernel_size, int[3] stride=[], int[3] padding=0, int[3] dilation=1, bool ceil_mode=False) -> Tensor`
 */
export const quantizedMaxPool3d: {
  (input: Tensor, kernelSize: Int | readonly Int[], stride?: Int | readonly Int[], padding?: Int | readonly Int[], dilation?: Int | readonly Int[], ceilMode?: boolean, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The size of a window. */
    kernelSize: Int | readonly Int[];
    /** The step from one window to the next. Default: `kernelSize`. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], options: {
    /** The step from one window to the next. Default: `kernelSize`. */
    stride?: Int | readonly Int[];
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], options: {
    /** How many elements are added on both sides. */
    padding?: Int | readonly Int[];
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], options: {
    /** The distance between elements of a window. */
    dilation?: Int | readonly Int[];
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, kernelSize: Int | readonly Int[], stride: Int | readonly Int[], padding: Int | readonly Int[], dilation: Int | readonly Int[], options: {
    /** Round the size of the result up instead of down. */
    ceilMode?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::quantized_max_pool3d');

/**
 * `aten::quantized_rnn_relu_cell(Tensor input, Tensor hx, Tensor w_ih, Tensor w_hh, Tensor b_ih, Tensor b_hh, Tensor packed_ih, Tensor packed_hh, Tensor col_offsets_ih, Tensor col_offsets_hh, Scalar scale_ih, Scalar scale_hh, Scalar zero_point_ih, Scalar zero_point_hh) -> Tensor`
 */
export const quantizedRnnReluCell: {
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, colOffsetsIh: Tensor, colOffsetsHh: Tensor, scaleIh: Scalar, scaleHh: Scalar, zeroPointIh: Scalar, zeroPointHh: Scalar): Tensor;
  (input: Tensor, options: {
    /** The first hidden state; an LSTM takes the cell state as well. */
    hx: Tensor;
    /** The weight of the input. */
    wIh: Tensor;
    /** The weight of the state. */
    wHh: Tensor;
    /** The bias of the input. */
    bIh: Tensor;
    /** The bias of the state. */
    bHh: Tensor;
    /** The packed weight of the input. */
    packedIh: Tensor;
    /** The packed weight of the state. */
    packedHh: Tensor;
    /** The column sums of the weight of the input. */
    colOffsetsIh: Tensor;
    /** The column sums of the weight of the state. */
    colOffsetsHh: Tensor;
    /** The scale of the weight of the input. */
    scaleIh: Scalar;
    /** The scale of the weight of the state. */
    scaleHh: Scalar;
    /** The zero point of the weight of the input. */
    zeroPointIh: Scalar;
    /** The zero point of the weight of the state. */
    zeroPointHh: Scalar;
  }): Tensor;
  (input: Tensor, hx: Tensor, options: {
    /** The weight of the input. */
    wIh: Tensor;
    /** The weight of the state. */
    wHh: Tensor;
    /** The bias of the input. */
    bIh: Tensor;
    /** The bias of the state. */
    bHh: Tensor;
    /** The packed weight of the input. */
    packedIh: Tensor;
    /** The packed weight of the state. */
    packedHh: Tensor;
    /** The column sums of the weight of the input. */
    colOffsetsIh: Tensor;
    /** The column sums of the weight of the state. */
    colOffsetsHh: Tensor;
    /** The scale of the weight of the input. */
    scaleIh: Scalar;
    /** The scale of the weight of the state. */
    scaleHh: Scalar;
    /** The zero point of the weight of the input. */
    zeroPointIh: Scalar;
    /** The zero point of the weight of the state. */
    zeroPointHh: Scalar;
  }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, options: {
    /** The weight of the state. */
    wHh: Tensor;
    /** The bias of the input. */
    bIh: Tensor;
    /** The bias of the state. */
    bHh: Tensor;
    /** The packed weight of the input. */
    packedIh: Tensor;
    /** The packed weight of the state. */
    packedHh: Tensor;
    /** The column sums of the weight of the input. */
    colOffsetsIh: Tensor;
    /** The column sums of the weight of the state. */
    colOffsetsHh: Tensor;
    /** The scale of the weight of the input. */
    scaleIh: Scalar;
    /** The scale of the weight of the state. */
    scaleHh: Scalar;
    /** The zero point of the weight of the input. */
    zeroPointIh: Scalar;
    /** The zero point of the weight of the state. */
    zeroPointHh: Scalar;
  }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, options: {
    /** The bias of the input. */
    bIh: Tensor;
    /** The bias of the state. */
    bHh: Tensor;
    /** The packed weight of the input. */
    packedIh: Tensor;
    /** The packed weight of the state. */
    packedHh: Tensor;
    /** The column sums of the weight of the input. */
    colOffsetsIh: Tensor;
    /** The column sums of the weight of the state. */
    colOffsetsHh: Tensor;
    /** The scale of the weight of the input. */
    scaleIh: Scalar;
    /** The scale of the weight of the state. */
    scaleHh: Scalar;
    /** The zero point of the weight of the input. */
    zeroPointIh: Scalar;
    /** The zero point of the weight of the state. */
    zeroPointHh: Scalar;
  }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, options: {
    /** The bias of the state. */
    bHh: Tensor;
    /** The packed weight of the input. */
    packedIh: Tensor;
    /** The packed weight of the state. */
    packedHh: Tensor;
    /** The column sums of the weight of the input. */
    colOffsetsIh: Tensor;
    /** The column sums of the weight of the state. */
    colOffsetsHh: Tensor;
    /** The scale of the weight of the input. */
    scaleIh: Scalar;
    /** The scale of the weight of the state. */
    scaleHh: Scalar;
    /** The zero point of the weight of the input. */
    zeroPointIh: Scalar;
    /** The zero point of the weight of the state. */
    zeroPointHh: Scalar;
  }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, options: {
    /** The packed weight of the input. */
    packedIh: Tensor;
    /** The packed weight of the state. */
    packedHh: Tensor;
    /** The column sums of the weight of the input. */
    colOffsetsIh: Tensor;
    /** The column sums of the weight of the state. */
    colOffsetsHh: Tensor;
    /** The scale of the weight of the input. */
    scaleIh: Scalar;
    /** The scale of the weight of the state. */
    scaleHh: Scalar;
    /** The zero point of the weight of the input. */
    zeroPointIh: Scalar;
    /** The zero point of the weight of the state. */
    zeroPointHh: Scalar;
  }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, options: {
    /** The packed weight of the state. */
    packedHh: Tensor;
    /** The column sums of the weight of the input. */
    colOffsetsIh: Tensor;
    /** The column sums of the weight of the state. */
    colOffsetsHh: Tensor;
    /** The scale of the weight of the input. */
    scaleIh: Scalar;
    /** The scale of the weight of the state. */
    scaleHh: Scalar;
    /** The zero point of the weight of the input. */
    zeroPointIh: Scalar;
    /** The zero point of the weight of the state. */
    zeroPointHh: Scalar;
  }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, options: {
    /** The column sums of the weight of the input. */
    colOffsetsIh: Tensor;
    /** The column sums of the weight of the state. */
    colOffsetsHh: Tensor;
    /** The scale of the weight of the input. */
    scaleIh: Scalar;
    /** The scale of the weight of the state. */
    scaleHh: Scalar;
    /** The zero point of the weight of the input. */
    zeroPointIh: Scalar;
    /** The zero point of the weight of the state. */
    zeroPointHh: Scalar;
  }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, colOffsetsIh: Tensor, options: {
    /** The column sums of the weight of the state. */
    colOffsetsHh: Tensor;
    /** The scale of the weight of the input. */
    scaleIh: Scalar;
    /** The scale of the weight of the state. */
    scaleHh: Scalar;
    /** The zero point of the weight of the input. */
    zeroPointIh: Scalar;
    /** The zero point of the weight of the state. */
    zeroPointHh: Scalar;
  }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, colOffsetsIh: Tensor, colOffsetsHh: Tensor, options: {
    /** The scale of the weight of the input. */
    scaleIh: Scalar;
    /** The scale of the weight of the state. */
    scaleHh: Scalar;
    /** The zero point of the weight of the input. */
    zeroPointIh: Scalar;
    /** The zero point of the weight of the state. */
    zeroPointHh: Scalar;
  }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, colOffsetsIh: Tensor, colOffsetsHh: Tensor, scaleIh: Scalar, options: {
    /** The scale of the weight of the state. */
    scaleHh: Scalar;
    /** The zero point of the weight of the input. */
    zeroPointIh: Scalar;
    /** The zero point of the weight of the state. */
    zeroPointHh: Scalar;
  }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, colOffsetsIh: Tensor, colOffsetsHh: Tensor, scaleIh: Scalar, scaleHh: Scalar, options: {
    /** The zero point of the weight of the input. */
    zeroPointIh: Scalar;
    /** The zero point of the weight of the state. */
    zeroPointHh: Scalar;
  }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, colOffsetsIh: Tensor, colOffsetsHh: Tensor, scaleIh: Scalar, scaleHh: Scalar, zeroPointIh: Scalar, options: {
    /** The zero point of the weight of the state. */
    zeroPointHh: Scalar;
  }): Tensor;
} = asFunction('aten::quantized_rnn_relu_cell');

/**
 * `aten::quantized_rnn_tanh_cell(Tensor input, Tensor hx, Tensor w_ih, Tensor w_hh, Tensor b_ih, Tensor b_hh, Tensor packed_ih, Tensor packed_hh, Tensor col_offsets_ih, Tensor col_offsets_hh, Scalar scale_ih, Scalar scale_hh, Scalar zero_point_ih, Scalar zero_point_hh) -> Tensor`
 */
export const quantizedRnnTanhCell: {
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, colOffsetsIh: Tensor, colOffsetsHh: Tensor, scaleIh: Scalar, scaleHh: Scalar, zeroPointIh: Scalar, zeroPointHh: Scalar): Tensor;
  (input: Tensor, options: {
    /** The first hidden state; an LSTM takes the cell state as well. */
    hx: Tensor;
    /** The weight of the input. */
    wIh: Tensor;
    /** The weight of the state. */
    wHh: Tensor;
    /** The bias of the input. */
    bIh: Tensor;
    /** The bias of the state. */
    bHh: Tensor;
    /** The packed weight of the input. */
    packedIh: Tensor;
    /** The packed weight of the state. */
    packedHh: Tensor;
    /** The column sums of the weight of the input. */
    colOffsetsIh: Tensor;
    /** The column sums of the weight of the state. */
    colOffsetsHh: Tensor;
    /** The scale of the weight of the input. */
    scaleIh: Scalar;
    /** The scale of the weight of the state. */
    scaleHh: Scalar;
    /** The zero point of the weight of the input. */
    zeroPointIh: Scalar;
    /** The zero point of the weight of the state. */
    zeroPointHh: Scalar;
  }): Tensor;
  (input: Tensor, hx: Tensor, options: {
    /** The weight of the input. */
    wIh: Tensor;
    /** The weight of the state. */
    wHh: Tensor;
    /** The bias of the input. */
    bIh: Tensor;
    /** The bias of the state. */
    bHh: Tensor;
    /** The packed weight of the input. */
    packedIh: Tensor;
    /** The packed weight of the state. */
    packedHh: Tensor;
    /** The column sums of the weight of the input. */
    colOffsetsIh: Tensor;
    /** The column sums of the weight of the state. */
    colOffsetsHh: Tensor;
    /** The scale of the weight of the input. */
    scaleIh: Scalar;
    /** The scale of the weight of the state. */
    scaleHh: Scalar;
    /** The zero point of the weight of the input. */
    zeroPointIh: Scalar;
    /** The zero point of the weight of the state. */
    zeroPointHh: Scalar;
  }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, options: {
    /** The weight of the state. */
    wHh: Tensor;
    /** The bias of the input. */
    bIh: Tensor;
    /** The bias of the state. */
    bHh: Tensor;
    /** The packed weight of the input. */
    packedIh: Tensor;
    /** The packed weight of the state. */
    packedHh: Tensor;
    /** The column sums of the weight of the input. */
    colOffsetsIh: Tensor;
    /** The column sums of the weight of the state. */
    colOffsetsHh: Tensor;
    /** The scale of the weight of the input. */
    scaleIh: Scalar;
    /** The scale of the weight of the state. */
    scaleHh: Scalar;
    /** The zero point of the weight of the input. */
    zeroPointIh: Scalar;
    /** The zero point of the weight of the state. */
    zeroPointHh: Scalar;
  }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, options: {
    /** The bias of the input. */
    bIh: Tensor;
    /** The bias of the state. */
    bHh: Tensor;
    /** The packed weight of the input. */
    packedIh: Tensor;
    /** The packed weight of the state. */
    packedHh: Tensor;
    /** The column sums of the weight of the input. */
    colOffsetsIh: Tensor;
    /** The column sums of the weight of the state. */
    colOffsetsHh: Tensor;
    /** The scale of the weight of the input. */
    scaleIh: Scalar;
    /** The scale of the weight of the state. */
    scaleHh: Scalar;
    /** The zero point of the weight of the input. */
    zeroPointIh: Scalar;
    /** The zero point of the weight of the state. */
    zeroPointHh: Scalar;
  }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, options: {
    /** The bias of the state. */
    bHh: Tensor;
    /** The packed weight of the input. */
    packedIh: Tensor;
    /** The packed weight of the state. */
    packedHh: Tensor;
    /** The column sums of the weight of the input. */
    colOffsetsIh: Tensor;
    /** The column sums of the weight of the state. */
    colOffsetsHh: Tensor;
    /** The scale of the weight of the input. */
    scaleIh: Scalar;
    /** The scale of the weight of the state. */
    scaleHh: Scalar;
    /** The zero point of the weight of the input. */
    zeroPointIh: Scalar;
    /** The zero point of the weight of the state. */
    zeroPointHh: Scalar;
  }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, options: {
    /** The packed weight of the input. */
    packedIh: Tensor;
    /** The packed weight of the state. */
    packedHh: Tensor;
    /** The column sums of the weight of the input. */
    colOffsetsIh: Tensor;
    /** The column sums of the weight of the state. */
    colOffsetsHh: Tensor;
    /** The scale of the weight of the input. */
    scaleIh: Scalar;
    /** The scale of the weight of the state. */
    scaleHh: Scalar;
    /** The zero point of the weight of the input. */
    zeroPointIh: Scalar;
    /** The zero point of the weight of the state. */
    zeroPointHh: Scalar;
  }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, options: {
    /** The packed weight of the state. */
    packedHh: Tensor;
    /** The column sums of the weight of the input. */
    colOffsetsIh: Tensor;
    /** The column sums of the weight of the state. */
    colOffsetsHh: Tensor;
    /** The scale of the weight of the input. */
    scaleIh: Scalar;
    /** The scale of the weight of the state. */
    scaleHh: Scalar;
    /** The zero point of the weight of the input. */
    zeroPointIh: Scalar;
    /** The zero point of the weight of the state. */
    zeroPointHh: Scalar;
  }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, options: {
    /** The column sums of the weight of the input. */
    colOffsetsIh: Tensor;
    /** The column sums of the weight of the state. */
    colOffsetsHh: Tensor;
    /** The scale of the weight of the input. */
    scaleIh: Scalar;
    /** The scale of the weight of the state. */
    scaleHh: Scalar;
    /** The zero point of the weight of the input. */
    zeroPointIh: Scalar;
    /** The zero point of the weight of the state. */
    zeroPointHh: Scalar;
  }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, colOffsetsIh: Tensor, options: {
    /** The column sums of the weight of the state. */
    colOffsetsHh: Tensor;
    /** The scale of the weight of the input. */
    scaleIh: Scalar;
    /** The scale of the weight of the state. */
    scaleHh: Scalar;
    /** The zero point of the weight of the input. */
    zeroPointIh: Scalar;
    /** The zero point of the weight of the state. */
    zeroPointHh: Scalar;
  }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, colOffsetsIh: Tensor, colOffsetsHh: Tensor, options: {
    /** The scale of the weight of the input. */
    scaleIh: Scalar;
    /** The scale of the weight of the state. */
    scaleHh: Scalar;
    /** The zero point of the weight of the input. */
    zeroPointIh: Scalar;
    /** The zero point of the weight of the state. */
    zeroPointHh: Scalar;
  }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, colOffsetsIh: Tensor, colOffsetsHh: Tensor, scaleIh: Scalar, options: {
    /** The scale of the weight of the state. */
    scaleHh: Scalar;
    /** The zero point of the weight of the input. */
    zeroPointIh: Scalar;
    /** The zero point of the weight of the state. */
    zeroPointHh: Scalar;
  }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, colOffsetsIh: Tensor, colOffsetsHh: Tensor, scaleIh: Scalar, scaleHh: Scalar, options: {
    /** The zero point of the weight of the input. */
    zeroPointIh: Scalar;
    /** The zero point of the weight of the state. */
    zeroPointHh: Scalar;
  }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor, bHh: Tensor, packedIh: Tensor, packedHh: Tensor, colOffsetsIh: Tensor, colOffsetsHh: Tensor, scaleIh: Scalar, scaleHh: Scalar, zeroPointIh: Scalar, options: {
    /** The zero point of the weight of the state. */
    zeroPointHh: Scalar;
  }): Tensor;
} = asFunction('aten::quantized_rnn_tanh_cell');

/**
 * `aten::rad2deg(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.rad2deg.html
 */
export const rad2deg: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::rad2deg');

/**
 * `aten::rad2deg_(Tensor(a!) self) -> Tensor(a!)`
 */
export const rad2deg_: {
  (input: Tensor): Tensor;
} = asFunction('aten::rad2deg_');

/**
 * `aten::rand.generator(SymInt[] size, *, Generator? generator, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::rand.generator_out(SymInt[] size, *, Generator? generator, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.rand.html
 */
export const rand: {
  (size: readonly Int[], options?: {
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (options: {
    /** The shape of the result. */
    size: readonly Int[];
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (...size: readonly Int[]): Tensor;
  (...args: readonly [...size: Int[], options: {
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }]): Tensor;
  (size: readonly Int[], options: {
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (options: {
    /** The shape of the result. */
    size: readonly Int[];
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (...args: readonly [...size: Int[], options: {
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** Receives the result. */
    out: Tensor;
  }]): Tensor;
} = asFunction('aten::rand');

/**
 * `aten::rand_like.generator(Tensor self, *, Generator? generator, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor`
 * `aten::rand_like.generator_out(Tensor self, *, Generator? generator, MemoryFormat? memory_format=None, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.rand_like.html
 */
export const randLike: {
  (input: Tensor, options?: {
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** The dtype of the result. Default: the input's. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** The order of the dimensions in memory. */
    memoryFormat?: MemoryFormat | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (input: Tensor, options: {
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** The order of the dimensions in memory. */
    memoryFormat?: MemoryFormat | null;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
} = asFunction('aten::rand_like');

/**
 * `aten::randint.generator(SymInt high, SymInt[] size, *, Generator? generator, ScalarType? dtype=4, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::randint.low_generator(SymInt low, SymInt high, SymInt[] size, *, Generator? generator, ScalarType? dtype=4, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::randint.generator_out(SymInt high, SymInt[] size, *, Generator? generator, Tensor(a!) out) -> Tensor(a!)`
 * `aten::randint.low_generator_out(SymInt low, SymInt high, SymInt[] size, *, Generator? generator, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.randint.html
 */
export const randint: {
  (high: Int, size: readonly Int[], options?: {
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (options: {
    /** One more than the highest integer that may be drawn. */
    high: Int;
    /** The shape of the result. */
    size: readonly Int[];
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (high: Int, options: {
    /** The shape of the result. */
    size: readonly Int[];
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (low: Int, high: Int, size: readonly Int[], options?: {
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (options: {
    /** The lowest integer that may be drawn. */
    low: Int;
    /** One more than the highest integer that may be drawn. */
    high: Int;
    /** The shape of the result. */
    size: readonly Int[];
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (low: Int, options: {
    /** One more than the highest integer that may be drawn. */
    high: Int;
    /** The shape of the result. */
    size: readonly Int[];
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (low: Int, high: Int, options: {
    /** The shape of the result. */
    size: readonly Int[];
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (high: Int, size: readonly Int[], options: {
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (options: {
    /** One more than the highest integer that may be drawn. */
    high: Int;
    /** The shape of the result. */
    size: readonly Int[];
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (high: Int, options: {
    /** The shape of the result. */
    size: readonly Int[];
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (low: Int, high: Int, size: readonly Int[], options: {
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (options: {
    /** The lowest integer that may be drawn. */
    low: Int;
    /** One more than the highest integer that may be drawn. */
    high: Int;
    /** The shape of the result. */
    size: readonly Int[];
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (low: Int, options: {
    /** One more than the highest integer that may be drawn. */
    high: Int;
    /** The shape of the result. */
    size: readonly Int[];
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (low: Int, high: Int, options: {
    /** The shape of the result. */
    size: readonly Int[];
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
} = asFunction('aten::randint');

/**
 * `aten::randint_like.low_generator_dtype(Tensor self, SymInt low, SymInt high, *, Generator? generator, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor`
 * `aten::randint_like.Tensor_generator(Tensor self, Tensor high, *, Generator? generator, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor`
 * `aten::randint_like.generator(Tensor self, SymInt high, *, Generator? generator, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor`
 * `aten::randint_like.Tensor_generator_out(Tensor self, Tensor high, *, Generator? generator, MemoryFormat? memory_format=None, Tensor(a!) out) -> Tensor(a!)`
 * `aten::randint_like.generator_out(Tensor self, SymInt high, *, Generator? generator, MemoryFormat? memory_format=None, Tensor(a!) out) -> Tensor(a!)`
 * `aten::randint_like.low_generator_dtype_out(Tensor self, SymInt low, SymInt high, *, Generator? generator, MemoryFormat? memory_format=None, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.randint_like.html
 */
export const randintLike: {
  (input: Tensor, low: Int, high: Int, options?: {
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** The dtype of the result. Default: the input's. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** The order of the dimensions in memory. */
    memoryFormat?: MemoryFormat | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (input: Tensor, options: {
    /** The lowest integer that may be drawn. */
    low: Int;
    /** One more than the highest integer that may be drawn. */
    high: Int;
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** The dtype of the result. Default: the input's. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** The order of the dimensions in memory. */
    memoryFormat?: MemoryFormat | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (input: Tensor, low: Int, options: {
    /** One more than the highest integer that may be drawn. */
    high: Int;
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** The dtype of the result. Default: the input's. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** The order of the dimensions in memory. */
    memoryFormat?: MemoryFormat | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (input: Tensor, high: Tensor, options?: {
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** The dtype of the result. Default: the input's. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** The order of the dimensions in memory. */
    memoryFormat?: MemoryFormat | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (input: Tensor, options: {
    /** One more than the highest integer that may be drawn. */
    high: Tensor;
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** The dtype of the result. Default: the input's. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** The order of the dimensions in memory. */
    memoryFormat?: MemoryFormat | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (input: Tensor, high: Int, options?: {
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** The dtype of the result. Default: the input's. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** The order of the dimensions in memory. */
    memoryFormat?: MemoryFormat | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (input: Tensor, options: {
    /** One more than the highest integer that may be drawn. */
    high: Int;
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** The dtype of the result. Default: the input's. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** The order of the dimensions in memory. */
    memoryFormat?: MemoryFormat | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (input: Tensor, high: Tensor, options: {
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** The order of the dimensions in memory. */
    memoryFormat?: MemoryFormat | null;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** One more than the highest integer that may be drawn. */
    high: Tensor;
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** The order of the dimensions in memory. */
    memoryFormat?: MemoryFormat | null;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (input: Tensor, high: Int, options: {
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** The order of the dimensions in memory. */
    memoryFormat?: MemoryFormat | null;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** One more than the highest integer that may be drawn. */
    high: Int;
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** The order of the dimensions in memory. */
    memoryFormat?: MemoryFormat | null;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (input: Tensor, low: Int, high: Int, options: {
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** The order of the dimensions in memory. */
    memoryFormat?: MemoryFormat | null;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The lowest integer that may be drawn. */
    low: Int;
    /** One more than the highest integer that may be drawn. */
    high: Int;
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** The order of the dimensions in memory. */
    memoryFormat?: MemoryFormat | null;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (input: Tensor, low: Int, options: {
    /** One more than the highest integer that may be drawn. */
    high: Int;
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** The order of the dimensions in memory. */
    memoryFormat?: MemoryFormat | null;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
} = asFunction('aten::randint_like');

/**
 * `aten::randn.generator(SymInt[] size, *, Generator? generator, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::randn.generator_out(SymInt[] size, *, Generator? generator, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.randn.html
 */
export const randn: {
  (size: readonly Int[], options?: {
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (options: {
    /** The shape of the result. */
    size: readonly Int[];
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (...size: readonly Int[]): Tensor;
  (...args: readonly [...size: Int[], options: {
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }]): Tensor;
  (size: readonly Int[], options: {
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (options: {
    /** The shape of the result. */
    size: readonly Int[];
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (...args: readonly [...size: Int[], options: {
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** Receives the result. */
    out: Tensor;
  }]): Tensor;
} = asFunction('aten::randn');

/**
 * `aten::randn_like.generator(Tensor self, *, Generator? generator, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor`
 * `aten::randn_like.generator_out(Tensor self, *, Generator? generator, MemoryFormat? memory_format=None, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.randn_like.html
 */
export const randnLike: {
  (input: Tensor, options?: {
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** The dtype of the result. Default: the input's. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** The order of the dimensions in memory. */
    memoryFormat?: MemoryFormat | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (input: Tensor, options: {
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** The order of the dimensions in memory. */
    memoryFormat?: MemoryFormat | null;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
} = asFunction('aten::randn_like');

/**
 * `aten::randperm.generator(SymInt n, *, Generator? generator, ScalarType? dtype=4, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::randperm.generator_out(SymInt n, *, Generator? generator, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.randperm.html
 */
export const randperm: {
  (n: Int, options?: {
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (options: {
    /** The number of integers: 0 to n − 1. */
    n: Int;
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (n: Int, options: {
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (options: {
    /** The number of integers: 0 to n − 1. */
    n: Int;
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
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
  (start: Scalar, end: Scalar, options?: {
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (options: {
    /** The first value. */
    start: Scalar;
    /** The last value that may occur. */
    end: Scalar;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (start: Scalar, options: {
    /** The last value that may occur. */
    end: Scalar;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (start: Scalar, end: Scalar, step?: Scalar, options?: {
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (options: {
    /** The first value. */
    start: Scalar;
    /** The last value that may occur. */
    end: Scalar;
    /** The difference between neighbors. */
    step?: Scalar;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (start: Scalar, options: {
    /** The last value that may occur. */
    end: Scalar;
    /** The difference between neighbors. */
    step?: Scalar;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (start: Scalar, end: Scalar, options: {
    /** The difference between neighbors. */
    step?: Scalar;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (start: Scalar, end: Scalar, options: {
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (options: {
    /** The first value. */
    start: Scalar;
    /** The last value that may occur. */
    end: Scalar;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (start: Scalar, options: {
    /** The last value that may occur. */
    end: Scalar;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (start: Scalar, end: Scalar, step: Scalar | undefined, options: {
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (options: {
    /** The first value. */
    start: Scalar;
    /** The last value that may occur. */
    end: Scalar;
    /** The difference between neighbors. */
    step?: Scalar;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (start: Scalar, options: {
    /** The last value that may occur. */
    end: Scalar;
    /** The difference between neighbors. */
    step?: Scalar;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (start: Scalar, end: Scalar, options: {
    /** The difference between neighbors. */
    step?: Scalar;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
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
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.reciprocal.html
 */
export const reciprocal: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::reciprocal');

/**
 * `aten::reciprocal_(Tensor(a!) self) -> Tensor(a!)`
 */
export const reciprocal_: {
  (input: Tensor): Tensor;
} = asFunction('aten::reciprocal_');

/**
 * `aten::relu(Tensor self) -> Tensor`
 */
export const relu: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
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
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.remainder.html
 */
export const remainder: {
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
  (input: Scalar, other: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, other: Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The second operand. */
    other: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::remainder');

/**
 * `aten::renorm(Tensor self, Scalar p, int dim, Scalar maxnorm) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.renorm.html
 */
export const renorm: {
  (input: Tensor, p: Scalar, dim: Int, maxnorm: Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The power of the norm. */
    p: Scalar;
    /** The dimension that is not reduced. */
    dim: Int;
    /** The greatest norm; larger slices are scaled down to it. */
    maxnorm: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, p: Scalar, options: {
    /** The dimension that is not reduced. */
    dim: Int;
    /** The greatest norm; larger slices are scaled down to it. */
    maxnorm: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, p: Scalar, dim: Int, options: {
    /** The greatest norm; larger slices are scaled down to it. */
    maxnorm: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::renorm');

/**
 * `aten::repeat_interleave.self_Tensor(Tensor self, Tensor repeats, int? dim=None, *, SymInt? output_size=None) -> Tensor`
 * `aten::repeat_interleave.Tensor(Tensor repeats, *, SymInt? output_size=None) -> Tensor`
 * `aten::repeat_interleave.self_int(Tensor self, SymInt repeats, int? dim=None, *, SymInt? output_size=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.repeat_interleave.html
 */
export const repeatInterleave: {
  (input: Tensor, repeats: Tensor, dim?: Int | null, options?: {
    /** The size of the result, which otherwise is computed first. */
    outputSize?: Int | null;
  }): Tensor;
  (input: Tensor, options: {
    /** How often each element is repeated. */
    repeats: Tensor;
    /** The dimension to work along. */
    dim?: Int | null;
    /** The size of the result, which otherwise is computed first. */
    outputSize?: Int | null;
  }): Tensor;
  (input: Tensor, repeats: Tensor, options: {
    /** The dimension to work along. */
    dim?: Int | null;
    /** The size of the result, which otherwise is computed first. */
    outputSize?: Int | null;
  }): Tensor;
  (repeats: Tensor, options?: {
    /** The size of the result, which otherwise is computed first. */
    outputSize?: Int | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, repeats: Int, dim?: Int | null, options?: {
    /** The size of the result, which otherwise is computed first. */
    outputSize?: Int | null;
  }): Tensor;
  (input: Tensor, options: {
    /** How often each element is repeated. */
    repeats: Int;
    /** The dimension to work along. */
    dim?: Int | null;
    /** The size of the result, which otherwise is computed first. */
    outputSize?: Int | null;
  }): Tensor;
  (input: Tensor, repeats: Int, options: {
    /** The dimension to work along. */
    dim?: Int | null;
    /** The size of the result, which otherwise is computed first. */
    outputSize?: Int | null;
  }): Tensor;
} = asFunction('aten::repeat_interleave');

/**
 * `aten::reshape(Tensor(a) self, SymInt[] shape) -> Tensor(a)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.reshape.html
 */
export const reshape: {
  (input: Tensor, shape: readonly Int[]): Tensor;
  (input: Tensor, options: {
    /** The new shape; one size may be -1, to be inferred. */
    shape: readonly Int[];
  }): Tensor;
} = asFunction('aten::reshape');

/**
 * `aten::resize_as_sparse_(Tensor(a!) self, Tensor the_template) -> Tensor(a!)`
 */
export const resizeAsSparse_: {
  (input: Tensor, theTemplate: Tensor): Tensor;
  (input: Tensor, options: {
    /** The tensor whose shape is taken over. */
    theTemplate: Tensor;
  }): Tensor;
} = asFunction('aten::resize_as_sparse_');

/**
 * `aten::resize_as_(Tensor(a!) self, Tensor the_template, *, MemoryFormat? memory_format=None) -> Tensor(a!)`
 */
export const resizeAs_: {
  (input: Tensor, theTemplate: Tensor, options?: {
    /** The order of the dimensions in memory. */
    memoryFormat?: MemoryFormat | null;
  }): Tensor;
  (input: Tensor, options: {
    /** The tensor whose shape is taken over. */
    theTemplate: Tensor;
    /** The order of the dimensions in memory. */
    memoryFormat?: MemoryFormat | null;
  }): Tensor;
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
  (input: Tensor, options: {
    /** The shape of the last dimensions, which are normalized. */
    normalizedShape: readonly Int[];
    /** The factor of each channel or normalized element. */
    weight?: Tensor | null;
    /** Added to the variance, against division by 0. */
    eps?: number | null;
  }): Tensor;
  (input: Tensor, normalizedShape: readonly Int[], options: {
    /** The factor of each channel or normalized element. */
    weight?: Tensor | null;
    /** Added to the variance, against division by 0. */
    eps?: number | null;
  }): Tensor;
  (input: Tensor, normalizedShape: readonly Int[], weight: Tensor | null, options: {
    /** Added to the variance, against division by 0. */
    eps?: number | null;
  }): Tensor;
} = asFunction('aten::rms_norm');

/**
 * `aten::rnn_relu.data(Tensor data, Tensor batch_sizes, Tensor hx, Tensor[] params, bool has_biases, int num_layers, float dropout, bool train, bool bidirectional) -> (Tensor, Tensor)`
 * `aten::rnn_relu.input(Tensor input, Tensor hx, Tensor[] params, bool has_biases, int num_layers, float dropout, bool train, bool bidirectional, bool batch_first) -> (Tensor, Tensor)`
 */
export const rnnRelu: {
  (data: Tensor, batchSizes: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: Int, dropout: number, train: boolean, bidirectional: boolean): [Tensor, Tensor];
  (data: Tensor, options: {
    /** The number of sequences that reach each step. */
    batchSizes: Tensor;
    /** The first hidden state; an LSTM takes the cell state as well. */
    hx: Tensor;
    /** The weights and biases of all layers. */
    params: readonly Tensor[];
    /** The layers have biases. */
    hasBiases: boolean;
    /** The number of layers. */
    numLayers: Int;
    /** The probability with which outputs between layers are dropped. */
    dropout: number;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
  }): [Tensor, Tensor];
  (data: Tensor, batchSizes: Tensor, options: {
    /** The first hidden state; an LSTM takes the cell state as well. */
    hx: Tensor;
    /** The weights and biases of all layers. */
    params: readonly Tensor[];
    /** The layers have biases. */
    hasBiases: boolean;
    /** The number of layers. */
    numLayers: Int;
    /** The probability with which outputs between layers are dropped. */
    dropout: number;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
  }): [Tensor, Tensor];
  (data: Tensor, batchSizes: Tensor, hx: Tensor, options: {
    /** The weights and biases of all layers. */
    params: readonly Tensor[];
    /** The layers have biases. */
    hasBiases: boolean;
    /** The number of layers. */
    numLayers: Int;
    /** The probability with which outputs between layers are dropped. */
    dropout: number;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
  }): [Tensor, Tensor];
  (data: Tensor, batchSizes: Tensor, hx: Tensor, params: readonly Tensor[], options: {
    /** The layers have biases. */
    hasBiases: boolean;
    /** The number of layers. */
    numLayers: Int;
    /** The probability with which outputs between layers are dropped. */
    dropout: number;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
  }): [Tensor, Tensor];
  (data: Tensor, batchSizes: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, options: {
    /** The number of layers. */
    numLayers: Int;
    /** The probability with which outputs between layers are dropped. */
    dropout: number;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
  }): [Tensor, Tensor];
  (data: Tensor, batchSizes: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: Int, options: {
    /** The probability with which outputs between layers are dropped. */
    dropout: number;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
  }): [Tensor, Tensor];
  (data: Tensor, batchSizes: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: Int, dropout: number, options: {
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
  }): [Tensor, Tensor];
  (data: Tensor, batchSizes: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: Int, dropout: number, train: boolean, options: {
    /** Run in both directions. */
    bidirectional: boolean;
  }): [Tensor, Tensor];
  (input: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: Int, dropout: number, train: boolean, bidirectional: boolean, batchFirst: boolean): [Tensor, Tensor];
  (input: Tensor, options: {
    /** The first hidden state; an LSTM takes the cell state as well. */
    hx: Tensor;
    /** The weights and biases of all layers. */
    params: readonly Tensor[];
    /** The layers have biases. */
    hasBiases: boolean;
    /** The number of layers. */
    numLayers: Int;
    /** The probability with which outputs between layers are dropped. */
    dropout: number;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
    /** The batch is the first dimension. */
    batchFirst: boolean;
  }): [Tensor, Tensor];
  (input: Tensor, hx: Tensor, options: {
    /** The weights and biases of all layers. */
    params: readonly Tensor[];
    /** The layers have biases. */
    hasBiases: boolean;
    /** The number of layers. */
    numLayers: Int;
    /** The probability with which outputs between layers are dropped. */
    dropout: number;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
    /** The batch is the first dimension. */
    batchFirst: boolean;
  }): [Tensor, Tensor];
  (input: Tensor, hx: Tensor, params: readonly Tensor[], options: {
    /** The layers have biases. */
    hasBiases: boolean;
    /** The number of layers. */
    numLayers: Int;
    /** The probability with which outputs between layers are dropped. */
    dropout: number;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
    /** The batch is the first dimension. */
    batchFirst: boolean;
  }): [Tensor, Tensor];
  (input: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, options: {
    /** The number of layers. */
    numLayers: Int;
    /** The probability with which outputs between layers are dropped. */
    dropout: number;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
    /** The batch is the first dimension. */
    batchFirst: boolean;
  }): [Tensor, Tensor];
  (input: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: Int, options: {
    /** The probability with which outputs between layers are dropped. */
    dropout: number;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
    /** The batch is the first dimension. */
    batchFirst: boolean;
  }): [Tensor, Tensor];
  (input: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: Int, dropout: number, options: {
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
    /** The batch is the first dimension. */
    batchFirst: boolean;
  }): [Tensor, Tensor];
  (input: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: Int, dropout: number, train: boolean, options: {
    /** Run in both directions. */
    bidirectional: boolean;
    /** The batch is the first dimension. */
    batchFirst: boolean;
  }): [Tensor, Tensor];
  (input: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: Int, dropout: number, train: boolean, bidirectional: boolean, options: {
    /** The batch is the first dimension. */
    batchFirst: boolean;
  }): [Tensor, Tensor];
} = asFunction('aten::rnn_relu');

/**
 * `aten::rnn_relu_cell(Tensor input, Tensor hx, Tensor w_ih, Tensor w_hh, Tensor? b_ih=None, Tensor? b_hh=None) -> Tensor`
 */
export const rnnReluCell: {
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh?: Tensor | null, bHh?: Tensor | null): Tensor;
  (input: Tensor, options: {
    /** The first hidden state; an LSTM takes the cell state as well. */
    hx: Tensor;
    /** The weight of the input. */
    wIh: Tensor;
    /** The weight of the state. */
    wHh: Tensor;
    /** The bias of the input. */
    bIh?: Tensor | null;
    /** The bias of the state. */
    bHh?: Tensor | null;
  }): Tensor;
  (input: Tensor, hx: Tensor, options: {
    /** The weight of the input. */
    wIh: Tensor;
    /** The weight of the state. */
    wHh: Tensor;
    /** The bias of the input. */
    bIh?: Tensor | null;
    /** The bias of the state. */
    bHh?: Tensor | null;
  }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, options: {
    /** The weight of the state. */
    wHh: Tensor;
    /** The bias of the input. */
    bIh?: Tensor | null;
    /** The bias of the state. */
    bHh?: Tensor | null;
  }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, options: {
    /** The bias of the input. */
    bIh?: Tensor | null;
    /** The bias of the state. */
    bHh?: Tensor | null;
  }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor | null, options: {
    /** The bias of the state. */
    bHh?: Tensor | null;
  }): Tensor;
} = asFunction('aten::rnn_relu_cell');

/**
 * `aten::rnn_tanh.data(Tensor data, Tensor batch_sizes, Tensor hx, Tensor[] params, bool has_biases, int num_layers, float dropout, bool train, bool bidirectional) -> (Tensor, Tensor)`
 * `aten::rnn_tanh.input(Tensor input, Tensor hx, Tensor[] params, bool has_biases, int num_layers, float dropout, bool train, bool bidirectional, bool batch_first) -> (Tensor, Tensor)`
 */
export const rnnTanh: {
  (data: Tensor, batchSizes: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: Int, dropout: number, train: boolean, bidirectional: boolean): [Tensor, Tensor];
  (data: Tensor, options: {
    /** The number of sequences that reach each step. */
    batchSizes: Tensor;
    /** The first hidden state; an LSTM takes the cell state as well. */
    hx: Tensor;
    /** The weights and biases of all layers. */
    params: readonly Tensor[];
    /** The layers have biases. */
    hasBiases: boolean;
    /** The number of layers. */
    numLayers: Int;
    /** The probability with which outputs between layers are dropped. */
    dropout: number;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
  }): [Tensor, Tensor];
  (data: Tensor, batchSizes: Tensor, options: {
    /** The first hidden state; an LSTM takes the cell state as well. */
    hx: Tensor;
    /** The weights and biases of all layers. */
    params: readonly Tensor[];
    /** The layers have biases. */
    hasBiases: boolean;
    /** The number of layers. */
    numLayers: Int;
    /** The probability with which outputs between layers are dropped. */
    dropout: number;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
  }): [Tensor, Tensor];
  (data: Tensor, batchSizes: Tensor, hx: Tensor, options: {
    /** The weights and biases of all layers. */
    params: readonly Tensor[];
    /** The layers have biases. */
    hasBiases: boolean;
    /** The number of layers. */
    numLayers: Int;
    /** The probability with which outputs between layers are dropped. */
    dropout: number;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
  }): [Tensor, Tensor];
  (data: Tensor, batchSizes: Tensor, hx: Tensor, params: readonly Tensor[], options: {
    /** The layers have biases. */
    hasBiases: boolean;
    /** The number of layers. */
    numLayers: Int;
    /** The probability with which outputs between layers are dropped. */
    dropout: number;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
  }): [Tensor, Tensor];
  (data: Tensor, batchSizes: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, options: {
    /** The number of layers. */
    numLayers: Int;
    /** The probability with which outputs between layers are dropped. */
    dropout: number;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
  }): [Tensor, Tensor];
  (data: Tensor, batchSizes: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: Int, options: {
    /** The probability with which outputs between layers are dropped. */
    dropout: number;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
  }): [Tensor, Tensor];
  (data: Tensor, batchSizes: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: Int, dropout: number, options: {
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
  }): [Tensor, Tensor];
  (data: Tensor, batchSizes: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: Int, dropout: number, train: boolean, options: {
    /** Run in both directions. */
    bidirectional: boolean;
  }): [Tensor, Tensor];
  (input: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: Int, dropout: number, train: boolean, bidirectional: boolean, batchFirst: boolean): [Tensor, Tensor];
  (input: Tensor, options: {
    /** The first hidden state; an LSTM takes the cell state as well. */
    hx: Tensor;
    /** The weights and biases of all layers. */
    params: readonly Tensor[];
    /** The layers have biases. */
    hasBiases: boolean;
    /** The number of layers. */
    numLayers: Int;
    /** The probability with which outputs between layers are dropped. */
    dropout: number;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
    /** The batch is the first dimension. */
    batchFirst: boolean;
  }): [Tensor, Tensor];
  (input: Tensor, hx: Tensor, options: {
    /** The weights and biases of all layers. */
    params: readonly Tensor[];
    /** The layers have biases. */
    hasBiases: boolean;
    /** The number of layers. */
    numLayers: Int;
    /** The probability with which outputs between layers are dropped. */
    dropout: number;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
    /** The batch is the first dimension. */
    batchFirst: boolean;
  }): [Tensor, Tensor];
  (input: Tensor, hx: Tensor, params: readonly Tensor[], options: {
    /** The layers have biases. */
    hasBiases: boolean;
    /** The number of layers. */
    numLayers: Int;
    /** The probability with which outputs between layers are dropped. */
    dropout: number;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
    /** The batch is the first dimension. */
    batchFirst: boolean;
  }): [Tensor, Tensor];
  (input: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, options: {
    /** The number of layers. */
    numLayers: Int;
    /** The probability with which outputs between layers are dropped. */
    dropout: number;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
    /** The batch is the first dimension. */
    batchFirst: boolean;
  }): [Tensor, Tensor];
  (input: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: Int, options: {
    /** The probability with which outputs between layers are dropped. */
    dropout: number;
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
    /** The batch is the first dimension. */
    batchFirst: boolean;
  }): [Tensor, Tensor];
  (input: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: Int, dropout: number, options: {
    /** Drop elements; false returns the input. */
    train: boolean;
    /** Run in both directions. */
    bidirectional: boolean;
    /** The batch is the first dimension. */
    batchFirst: boolean;
  }): [Tensor, Tensor];
  (input: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: Int, dropout: number, train: boolean, options: {
    /** Run in both directions. */
    bidirectional: boolean;
    /** The batch is the first dimension. */
    batchFirst: boolean;
  }): [Tensor, Tensor];
  (input: Tensor, hx: Tensor, params: readonly Tensor[], hasBiases: boolean, numLayers: Int, dropout: number, train: boolean, bidirectional: boolean, options: {
    /** The batch is the first dimension. */
    batchFirst: boolean;
  }): [Tensor, Tensor];
} = asFunction('aten::rnn_tanh');

/**
 * `aten::rnn_tanh_cell(Tensor input, Tensor hx, Tensor w_ih, Tensor w_hh, Tensor? b_ih=None, Tensor? b_hh=None) -> Tensor`
 */
export const rnnTanhCell: {
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh?: Tensor | null, bHh?: Tensor | null): Tensor;
  (input: Tensor, options: {
    /** The first hidden state; an LSTM takes the cell state as well. */
    hx: Tensor;
    /** The weight of the input. */
    wIh: Tensor;
    /** The weight of the state. */
    wHh: Tensor;
    /** The bias of the input. */
    bIh?: Tensor | null;
    /** The bias of the state. */
    bHh?: Tensor | null;
  }): Tensor;
  (input: Tensor, hx: Tensor, options: {
    /** The weight of the input. */
    wIh: Tensor;
    /** The weight of the state. */
    wHh: Tensor;
    /** The bias of the input. */
    bIh?: Tensor | null;
    /** The bias of the state. */
    bHh?: Tensor | null;
  }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, options: {
    /** The weight of the state. */
    wHh: Tensor;
    /** The bias of the input. */
    bIh?: Tensor | null;
    /** The bias of the state. */
    bHh?: Tensor | null;
  }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, options: {
    /** The bias of the input. */
    bIh?: Tensor | null;
    /** The bias of the state. */
    bHh?: Tensor | null;
  }): Tensor;
  (input: Tensor, hx: Tensor, wIh: Tensor, wHh: Tensor, bIh: Tensor | null, options: {
    /** The bias of the state. */
    bHh?: Tensor | null;
  }): Tensor;
} = asFunction('aten::rnn_tanh_cell');

/**
 * `aten::roll(Tensor self, SymInt[1] shifts, int[1] dims=[]) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.roll.html
 */
export const roll: {
  (input: Tensor, shifts: Int | readonly Int[], dims?: Int | readonly Int[], options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** By how many places elements move; beyond the end they come back at the start. */
    shifts: Int | readonly Int[];
    /** The dimensions to work along. */
    dims?: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, shifts: Int | readonly Int[], options: {
    /** The dimensions to work along. */
    dims?: Int | readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::roll');

/**
 * `aten::rot90(Tensor self, int k=1, int[] dims=[0, 1]) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.rot90.html
 */
export const rot90: {
  (input: Tensor, k?: Int, dims?: readonly Int[], options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** How often to rotate by 90 degrees. */
    k?: Int;
    /** The plane of the rotation: two dimensions. */
    dims?: readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, k: Int, options: {
    /** The plane of the rotation: two dimensions. */
    dims?: readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::rot90');

/**
 * `aten::round(Tensor self) -> Tensor`
 * `aten::round.decimals(Tensor self, *, int decimals) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.round.html
 */
export const round: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The number of digits after the point. */
    decimals: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::round');

/**
 * `aten::round_(Tensor(a!) self) -> Tensor(a!)`
 * `aten::round_.decimals(Tensor(a!) self, *, int decimals) -> Tensor(a!)`
 */
export const round_: {
  (input: Tensor): Tensor;
  (input: Tensor, options: {
    /** The number of digits after the point. */
    decimals: Int;
  }): Tensor;
} = asFunction('aten::round_');

/**
 * `aten::row_indices_copy(Tensor self) -> Tensor`
 */
export const rowIndicesCopy: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::row_indices_copy');

/**
 * `aten::row_stack(Tensor[] tensors) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.row_stack.html
 */
export const rowStack: {
  (tensors: readonly Tensor[], options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::row_stack');

/**
 * `aten::rrelu(Tensor self, Scalar lower=0.125, Scalar upper=0.33333333333333331, bool training=False, Generator? generator=None) -> Tensor`
 */
export const rrelu: {
  (input: Tensor, lower?: Scalar, upper?: Scalar, training?: boolean, generator?: Generator | null): Tensor;
  (input: Tensor, options: {
    /** The least slope below 0. */
    lower?: Scalar;
    /** The greatest slope below 0. */
    upper?: Scalar;
    /** Draw the slopes at random; otherwise their mean is used. */
    training?: boolean;
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
  }): Tensor;
  (input: Tensor, lower: Scalar, options: {
    /** The greatest slope below 0. */
    upper?: Scalar;
    /** Draw the slopes at random; otherwise their mean is used. */
    training?: boolean;
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
  }): Tensor;
  (input: Tensor, lower: Scalar, upper: Scalar, options: {
    /** Draw the slopes at random; otherwise their mean is used. */
    training?: boolean;
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
  }): Tensor;
  (input: Tensor, lower: Scalar, upper: Scalar, training: boolean, options: {
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
  }): Tensor;
} = asFunction('aten::rrelu');

/**
 * `aten::rrelu_(Tensor(a!) self, Scalar lower=0.125, Scalar upper=0.33333333333333331, bool training=False, Generator? generator=None) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.rrelu_.html
 */
export const rrelu_: {
  (input: Tensor, lower?: Scalar, upper?: Scalar, training?: boolean, generator?: Generator | null): Tensor;
  (input: Tensor, options: {
    /** The least slope below 0. */
    lower?: Scalar;
    /** The greatest slope below 0. */
    upper?: Scalar;
    /** Draw the slopes at random; otherwise their mean is used. */
    training?: boolean;
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
  }): Tensor;
  (input: Tensor, lower: Scalar, options: {
    /** The greatest slope below 0. */
    upper?: Scalar;
    /** Draw the slopes at random; otherwise their mean is used. */
    training?: boolean;
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
  }): Tensor;
  (input: Tensor, lower: Scalar, upper: Scalar, options: {
    /** Draw the slopes at random; otherwise their mean is used. */
    training?: boolean;
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
  }): Tensor;
  (input: Tensor, lower: Scalar, upper: Scalar, training: boolean, options: {
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
  }): Tensor;
} = asFunction('aten::rrelu_');

/**
 * `aten::rsqrt(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.rsqrt.html
 */
export const rsqrt: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
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
 */
export const rsub: {
  (input: Tensor, other: Tensor, options?: {
    /** The factor of the input. */
    alpha?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The second operand. */
    other: Tensor;
    /** The factor of the input. */
    alpha?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, other: Scalar, alpha?: Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The second operand. */
    other: Scalar;
    /** The factor of the input. */
    alpha?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, other: Scalar, options: {
    /** The factor of the input. */
    alpha?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::rsub');

/**
 * `aten::scalar_tensor(Scalar s, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::scalar_tensor.out(Scalar s, *, Tensor(a!) out) -> Tensor(a!)`
 */
export const scalarTensor: {
  (s: Scalar, options?: {
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (options: {
    /** The value. */
    s: Scalar;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (s: Scalar, options: {
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (options: {
    /** The value. */
    s: Scalar;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
} = asFunction('aten::scalar_tensor');

/**
 * `aten::scatter.src(Tensor self, int dim, Tensor index, Tensor src) -> Tensor`
 * `aten::scatter.reduce(Tensor self, int dim, Tensor index, Tensor src, *, str reduce) -> Tensor`
 * `aten::scatter.value(Tensor self, int dim, Tensor index, Scalar value) -> Tensor`
 * `aten::scatter.value_reduce(Tensor self, int dim, Tensor index, Scalar value, *, str reduce) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.scatter.html
 */
export const scatter: {
  (input: Tensor, dim: Int, index: Tensor, src: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The dimension of the indices or parts. */
    dim: Int;
    /** For each element, its position along `dim`. */
    index: Tensor;
    /** The values to write or add. */
    src: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int, options: {
    /** For each element, its position along `dim`. */
    index: Tensor;
    /** The values to write or add. */
    src: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, options: {
    /** The values to write or add. */
    src: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, src: Tensor, options: {
    /** How values that meet in one place are combined. */
    reduce: string;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The dimension of the indices or parts. */
    dim: Int;
    /** For each element, its position along `dim`. */
    index: Tensor;
    /** The values to write or add. */
    src: Tensor;
    /** How values that meet in one place are combined. */
    reduce: string;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int, options: {
    /** For each element, its position along `dim`. */
    index: Tensor;
    /** The values to write or add. */
    src: Tensor;
    /** How values that meet in one place are combined. */
    reduce: string;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, options: {
    /** The values to write or add. */
    src: Tensor;
    /** How values that meet in one place are combined. */
    reduce: string;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, value: Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The dimension of the indices or parts. */
    dim: Int;
    /** For each element, its position along `dim`. */
    index: Tensor;
    /** The value to write. */
    value: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int, options: {
    /** For each element, its position along `dim`. */
    index: Tensor;
    /** The value to write. */
    value: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, options: {
    /** The value to write. */
    value: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, value: Scalar, options: {
    /** How values that meet in one place are combined. */
    reduce: string;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The dimension of the indices or parts. */
    dim: Int;
    /** For each element, its position along `dim`. */
    index: Tensor;
    /** The value to write. */
    value: Scalar;
    /** How values that meet in one place are combined. */
    reduce: string;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int, options: {
    /** For each element, its position along `dim`. */
    index: Tensor;
    /** The value to write. */
    value: Scalar;
    /** How values that meet in one place are combined. */
    reduce: string;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, options: {
    /** The value to write. */
    value: Scalar;
    /** How values that meet in one place are combined. */
    reduce: string;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::scatter');

/**
 * `aten::scatter_add(Tensor self, int dim, Tensor index, Tensor src) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.scatter_add.html
 */
export const scatterAdd: {
  (input: Tensor, dim: Int, index: Tensor, src: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The dimension of the indices or parts. */
    dim: Int;
    /** For each element, its position along `dim`. */
    index: Tensor;
    /** The values to write or add. */
    src: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int, options: {
    /** For each element, its position along `dim`. */
    index: Tensor;
    /** The values to write or add. */
    src: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, options: {
    /** The values to write or add. */
    src: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::scatter_add');

/**
 * `aten::scatter_reduce.two(Tensor self, int dim, Tensor index, Tensor src, str reduce, *, bool include_self=True) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.scatter_reduce.html
 */
export const scatterReduce: {
  (input: Tensor, dim: Int, index: Tensor, src: Tensor, reduce: string, options?: {
    /** Count what was there before among the values. */
    includeSelf?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The dimension of the indices or parts. */
    dim: Int;
    /** For each element, its position along `dim`. */
    index: Tensor;
    /** The values to write or add. */
    src: Tensor;
    /** How values that meet in one place are combined. */
    reduce: string;
    /** Count what was there before among the values. */
    includeSelf?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int, options: {
    /** For each element, its position along `dim`. */
    index: Tensor;
    /** The values to write or add. */
    src: Tensor;
    /** How values that meet in one place are combined. */
    reduce: string;
    /** Count what was there before among the values. */
    includeSelf?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, options: {
    /** The values to write or add. */
    src: Tensor;
    /** How values that meet in one place are combined. */
    reduce: string;
    /** Count what was there before among the values. */
    includeSelf?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int, index: Tensor, src: Tensor, options: {
    /** How values that meet in one place are combined. */
    reduce: string;
    /** Count what was there before among the values. */
    includeSelf?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::scatter_reduce');

/**
 * `aten::searchsorted.Tensor(Tensor sorted_sequence, Tensor self, *, bool out_int32=False, bool right=False, str? side=None, Tensor? sorter=None) -> Tensor`
 * `aten::searchsorted.Scalar(Tensor sorted_sequence, Scalar self, *, bool out_int32=False, bool right=False, str? side=None, Tensor? sorter=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.searchsorted.html
 */
export const searchsorted: {
  (sortedSequence: Tensor, input: Tensor, options?: {
    /** Return int32 instead of int64. */
    outInt32?: boolean;
    /** Take the upper boundary where a value is equal to one. */
    right?: boolean;
    /** `'left'` or `'right'`, which is the same as `right`. */
    side?: string | null;
    /** Indices that sort the sequences, which then need not be sorted. */
    sorter?: Tensor | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (sortedSequence: Tensor, options: {
    /** The values to look for. */
    input: Tensor;
    /** Return int32 instead of int64. */
    outInt32?: boolean;
    /** Take the upper boundary where a value is equal to one. */
    right?: boolean;
    /** `'left'` or `'right'`, which is the same as `right`. */
    side?: string | null;
    /** Indices that sort the sequences, which then need not be sorted. */
    sorter?: Tensor | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (sortedSequence: Tensor, input: Scalar, options?: {
    /** Return int32 instead of int64. */
    outInt32?: boolean;
    /** Take the upper boundary where a value is equal to one. */
    right?: boolean;
    /** `'left'` or `'right'`, which is the same as `right`. */
    side?: string | null;
    /** Indices that sort the sequences, which then need not be sorted. */
    sorter?: Tensor | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (sortedSequence: Tensor, options: {
    /** The values to look for. */
    input: Scalar;
    /** Return int32 instead of int64. */
    outInt32?: boolean;
    /** Take the upper boundary where a value is equal to one. */
    right?: boolean;
    /** `'left'` or `'right'`, which is the same as `right`. */
    side?: string | null;
    /** Indices that sort the sequences, which then need not be sorted. */
    sorter?: Tensor | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::searchsorted');

/**
 * `aten::segment_reduce(Tensor data, str reduce, *, Tensor? lengths=None, Tensor? indices=None, Tensor? offsets=None, int axis=0, bool unsafe=False, Scalar? initial=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.segment_reduce.html
 */
export const segmentReduce: {
  (data: Tensor, reduce: string, options?: {
    /** The length of each segment. */
    lengths?: Tensor | null;
    /** The places of the values in the input. */
    indices?: Tensor | null;
    /** Where each segment begins. */
    offsets?: Tensor | null;
    /** The dimension of the segments. */
    axis?: Int;
    /** Do not check the lengths. */
    unsafe?: boolean;
    /** What each reduction starts with. */
    initial?: Scalar | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (data: Tensor, options: {
    /** How values that meet in one place are combined. */
    reduce: string;
    /** The length of each segment. */
    lengths?: Tensor | null;
    /** The places of the values in the input. */
    indices?: Tensor | null;
    /** Where each segment begins. */
    offsets?: Tensor | null;
    /** The dimension of the segments. */
    axis?: Int;
    /** Do not check the lengths. */
    unsafe?: boolean;
    /** What each reduction starts with. */
    initial?: Scalar | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::segment_reduce');

/**
 * `aten::select.int(Tensor(a) self, int dim, SymInt index) -> Tensor(a)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.select.html
 */
export const select: {
  (input: Tensor, dim: Int, index: Int): Tensor;
  (input: Tensor, options: {
    /** The dimension of the indices or parts. */
    dim: Int;
    /** The index of the slice. */
    index: Int;
  }): Tensor;
  (input: Tensor, dim: Int, options: {
    /** The index of the slice. */
    index: Int;
  }): Tensor;
} = asFunction('aten::select');

/**
 * `aten::select_copy.int(Tensor self, int dim, SymInt index) -> Tensor`
 */
export const selectCopy: {
  (input: Tensor, dim: Int, index: Int, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The dimension of the indices or parts. */
    dim: Int;
    /** The index of the slice. */
    index: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int, options: {
    /** The index of the slice. */
    index: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::select_copy');

/**
 * `aten::select_scatter(Tensor self, Tensor src, int dim, SymInt index) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.select_scatter.html
 */
export const selectScatter: {
  (input: Tensor, src: Tensor, dim: Int, index: Int, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The values to write or add. */
    src: Tensor;
    /** The dimension of the indices or parts. */
    dim: Int;
    /** The index of the slice. */
    index: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, src: Tensor, options: {
    /** The dimension of the indices or parts. */
    dim: Int;
    /** The index of the slice. */
    index: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, src: Tensor, dim: Int, options: {
    /** The index of the slice. */
    index: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
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
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.sgn.html
 */
export const sgn: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::sgn');

/**
 * `aten::sigmoid(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.sigmoid.html
 */
export const sigmoid: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::sigmoid');

/**
 * `aten::sigmoid_(Tensor(a!) self) -> Tensor(a!)`
 */
export const sigmoid_: {
  (input: Tensor): Tensor;
} = asFunction('aten::sigmoid_');

/**
 * `aten::sign(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.sign.html
 */
export const sign: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::sign');

/**
 * `aten::signbit(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.signbit.html
 */
export const signbit: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::signbit');

/**
 * `aten::sin(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.sin.html
 */
export const sin: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::sin');

/**
 * `aten::sin_(Tensor(a!) self) -> Tensor(a!)`
 */
export const sin_: {
  (input: Tensor): Tensor;
} = asFunction('aten::sin_');

/**
 * `aten::sinc(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.sinc.html
 */
export const sinc: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::sinc');

/**
 * `aten::sinc_(Tensor(a!) self) -> Tensor(a!)`
 */
export const sinc_: {
  (input: Tensor): Tensor;
} = asFunction('aten::sinc_');

/**
 * `aten::sinh(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.sinh.html
 */
export const sinh: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::sinh');

/**
 * `aten::sinh_(Tensor(a!) self) -> Tensor(a!)`
 */
export const sinh_: {
  (input: Tensor): Tensor;
} = asFunction('aten::sinh_');

/**
 * `aten::slice_copy.Tensor(Tensor self, int dim=0, SymInt? start=None, SymInt? end=None, SymInt step=1) -> Tensor`
 */
export const sliceCopy: {
  (input: Tensor, dim?: Int, start?: Int | null, end?: Int | null, step?: Int, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The dimension of the indices or parts. */
    dim?: Int;
    /** The index of the first element of the slice. */
    start?: Int | null;
    /** The index after the last element of the slice. */
    end?: Int | null;
    /** The distance from one slice or element to the next. */
    step?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int, options: {
    /** The index of the first element of the slice. */
    start?: Int | null;
    /** The index after the last element of the slice. */
    end?: Int | null;
    /** The distance from one slice or element to the next. */
    step?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int, start: Int | null, options: {
    /** The index after the last element of the slice. */
    end?: Int | null;
    /** The distance from one slice or element to the next. */
    step?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int, start: Int | null, end: Int | null, options: {
    /** The distance from one slice or element to the next. */
    step?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::slice_copy');

/**
 * `aten::slice_inverse(Tensor(a) self, Tensor src, int dim=0, SymInt? start=None, SymInt? end=None, SymInt step=1) -> Tensor(a)`
 */
export const sliceInverse: {
  (input: Tensor, src: Tensor, dim?: Int, start?: Int | null, end?: Int | null, step?: Int): Tensor;
  (input: Tensor, options: {
    /** The values to write or add. */
    src: Tensor;
    /** The dimension of the indices or parts. */
    dim?: Int;
    /** The index of the first element of the slice. */
    start?: Int | null;
    /** The index after the last element of the slice. */
    end?: Int | null;
    /** The distance from one slice or element to the next. */
    step?: Int;
  }): Tensor;
  (input: Tensor, src: Tensor, options: {
    /** The dimension of the indices or parts. */
    dim?: Int;
    /** The index of the first element of the slice. */
    start?: Int | null;
    /** The index after the last element of the slice. */
    end?: Int | null;
    /** The distance from one slice or element to the next. */
    step?: Int;
  }): Tensor;
  (input: Tensor, src: Tensor, dim: Int, options: {
    /** The index of the first element of the slice. */
    start?: Int | null;
    /** The index after the last element of the slice. */
    end?: Int | null;
    /** The distance from one slice or element to the next. */
    step?: Int;
  }): Tensor;
  (input: Tensor, src: Tensor, dim: Int, start: Int | null, options: {
    /** The index after the last element of the slice. */
    end?: Int | null;
    /** The distance from one slice or element to the next. */
    step?: Int;
  }): Tensor;
  (input: Tensor, src: Tensor, dim: Int, start: Int | null, end: Int | null, options: {
    /** The distance from one slice or element to the next. */
    step?: Int;
  }): Tensor;
} = asFunction('aten::slice_inverse');

/**
 * `aten::slice_scatter(Tensor self, Tensor src, int dim=0, SymInt? start=None, SymInt? end=None, SymInt step=1) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.slice_scatter.html
 */
export const sliceScatter: {
  (input: Tensor, src: Tensor, dim?: Int, start?: Int | null, end?: Int | null, step?: Int, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The values to write or add. */
    src: Tensor;
    /** The dimension of the indices or parts. */
    dim?: Int;
    /** The index of the first element of the slice. */
    start?: Int | null;
    /** The index after the last element of the slice. */
    end?: Int | null;
    /** The distance from one slice or element to the next. */
    step?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, src: Tensor, options: {
    /** The dimension of the indices or parts. */
    dim?: Int;
    /** The index of the first element of the slice. */
    start?: Int | null;
    /** The index after the last element of the slice. */
    end?: Int | null;
    /** The distance from one slice or element to the next. */
    step?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, src: Tensor, dim: Int, options: {
    /** The index of the first element of the slice. */
    start?: Int | null;
    /** The index after the last element of the slice. */
    end?: Int | null;
    /** The distance from one slice or element to the next. */
    step?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, src: Tensor, dim: Int, start: Int | null, options: {
    /** The index after the last element of the slice. */
    end?: Int | null;
    /** The distance from one slice or element to the next. */
    step?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, src: Tensor, dim: Int, start: Int | null, end: Int | null, options: {
    /** The distance from one slice or element to the next. */
    step?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::slice_scatter');

/**
 * `aten::slogdet(Tensor self) -> (Tensor sign, Tensor logabsdet)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.slogdet.html
 */
export const slogdet: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [sign: Tensor, logabsdet: Tensor];
} = asFunction('aten::slogdet');

/**
 * `aten::smm(Tensor self, Tensor mat2) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.smm.html
 */
export const smm: {
  (input: Tensor, mat2: Tensor): Tensor;
  (input: Tensor, options: {
    /** The second matrix. */
    mat2: Tensor;
  }): Tensor;
} = asFunction('aten::smm');

/**
 * `aten::softmax.int(Tensor self, int dim, ScalarType? dtype=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.softmax.html
 */
export const softmax: {
  (input: Tensor, dim: Int, dtype?: DType | null, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The dimension along which probabilities sum to 1. */
    dim: Int;
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int, options: {
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::softmax');

/**
 * `aten::sort.stable(Tensor self, *, bool? stable, int dim=-1, bool descending=False) -> (Tensor values, Tensor indices)`
 * `aten::sort(Tensor self, int dim=-1, bool descending=False) -> (Tensor values, Tensor indices)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.sort.html
 */
export const sort: {
  (input: Tensor, options?: {
    /** Keep the order of equal values. */
    stable?: boolean | null;
    /** The dimension to work along. */
    dim?: Int;
    /** Sort from high to low. */
    descending?: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [values: Tensor, indices: Tensor];
  (input: Tensor, dim?: Int, descending?: boolean, options?: {
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [values: Tensor, indices: Tensor];
  (input: Tensor, options: {
    /** The dimension to work along. */
    dim?: Int;
    /** Sort from high to low. */
    descending?: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [values: Tensor, indices: Tensor];
  (input: Tensor, dim: Int, options: {
    /** Sort from high to low. */
    descending?: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [values: Tensor, indices: Tensor];
} = asFunction('aten::sort');

/**
 * `aten::split_copy.Tensor(Tensor self, SymInt split_size, int dim=0) -> Tensor[]`
 * `aten::split_copy.Tensor_out(Tensor self, SymInt split_size, int dim=0, *, Tensor(a!)[] out) -> ()`
 */
export const splitCopy: {
  (input: Tensor, splitSize: Int, dim?: Int): Tensor[];
  (input: Tensor, options: {
    /** The size of each part; the last one may be smaller. */
    splitSize: Int;
    /** The dimension of the indices or parts. */
    dim?: Int;
  }): Tensor[];
  (input: Tensor, splitSize: Int, options: {
    /** The dimension of the indices or parts. */
    dim?: Int;
  }): Tensor[];
  (input: Tensor, splitSize: Int, dim: Int | undefined, options: {
    /** Receives the result. */
    out: Tensor[];
  }): void;
  (input: Tensor, options: {
    /** The size of each part; the last one may be smaller. */
    splitSize: Int;
    /** The dimension of the indices or parts. */
    dim?: Int;
    /** Receives the result. */
    out: Tensor[];
  }): void;
  (input: Tensor, splitSize: Int, options: {
    /** The dimension of the indices or parts. */
    dim?: Int;
    /** Receives the result. */
    out: Tensor[];
  }): void;
} = asFunction('aten::split_copy');

/**
 * `aten::split_with_sizes(Tensor(a -> *) self, SymInt[] split_sizes, int dim=0) -> Tensor(a)[]`
 */
export const splitWithSizes: {
  (input: Tensor, splitSizes: readonly Int[], dim?: Int): Tensor[];
  (input: Tensor, options: {
    /** The size of each part. */
    splitSizes: readonly Int[];
    /** The dimension of the indices or parts. */
    dim?: Int;
  }): Tensor[];
  (input: Tensor, splitSizes: readonly Int[], options: {
    /** The dimension of the indices or parts. */
    dim?: Int;
  }): Tensor[];
} = asFunction('aten::split_with_sizes');

/**
 * `aten::split_with_sizes_copy(Tensor self, SymInt[] split_sizes, int dim=0) -> Tensor[]`
 * `aten::split_with_sizes_copy.out(Tensor self, SymInt[] split_sizes, int dim=0, *, Tensor(a!)[] out) -> ()`
 */
export const splitWithSizesCopy: {
  (input: Tensor, splitSizes: readonly Int[], dim?: Int): Tensor[];
  (input: Tensor, options: {
    /** The size of each part. */
    splitSizes: readonly Int[];
    /** The dimension of the indices or parts. */
    dim?: Int;
  }): Tensor[];
  (input: Tensor, splitSizes: readonly Int[], options: {
    /** The dimension of the indices or parts. */
    dim?: Int;
  }): Tensor[];
  (input: Tensor, splitSizes: readonly Int[], dim: Int | undefined, options: {
    /** Receives the result. */
    out: Tensor[];
  }): void;
  (input: Tensor, options: {
    /** The size of each part. */
    splitSizes: readonly Int[];
    /** The dimension of the indices or parts. */
    dim?: Int;
    /** Receives the result. */
    out: Tensor[];
  }): void;
  (input: Tensor, splitSizes: readonly Int[], options: {
    /** The dimension of the indices or parts. */
    dim?: Int;
    /** Receives the result. */
    out: Tensor[];
  }): void;
} = asFunction('aten::split_with_sizes_copy');

/**
 * `aten::sqrt(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.sqrt.html
 */
export const sqrt: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::sqrt');

/**
 * `aten::sqrt_(Tensor(a!) self) -> Tensor(a!)`
 */
export const sqrt_: {
  (input: Tensor): Tensor;
} = asFunction('aten::sqrt_');

/**
 * `aten::square(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.square.html
 */
export const square: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
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
  (input: Tensor, options: {
    /** The dimensions to drop, where they have size 1. */
    dim: Int;
  }): Tensor;
  (input: Tensor, dim: readonly Int[]): Tensor;
  (input: Tensor, options: {
    /** The dimensions to drop, where they have size 1. */
    dim: readonly Int[];
  }): Tensor;
} = asFunction('aten::squeeze');

/**
 * `aten::squeeze_copy(Tensor self) -> Tensor`
 * `aten::squeeze_copy.dim(Tensor self, int dim) -> Tensor`
 * `aten::squeeze_copy.dims(Tensor self, int[] dim) -> Tensor`
 */
export const squeezeCopy: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The dimensions to drop, where they have size 1. */
    dim: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: readonly Int[], options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The dimensions to drop, where they have size 1. */
    dim: readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::squeeze_copy');

/**
 * `aten::sspaddmm(Tensor self, Tensor mat1, Tensor mat2, *, Scalar beta=1, Scalar alpha=1) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.sspaddmm.html
 */
export const sspaddmm: {
  (input: Tensor, mat1: Tensor, mat2: Tensor, options?: {
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The first matrix. */
    mat1: Tensor;
    /** The second matrix. */
    mat2: Tensor;
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, mat1: Tensor, options: {
    /** The second matrix. */
    mat2: Tensor;
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::sspaddmm');

/**
 * `aten::stack(Tensor[] tensors, int dim=0) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.stack.html
 */
export const stack: {
  (tensors: readonly Tensor[], dim?: Int, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (tensors: readonly Tensor[], options: {
    /** Where the new dimension is inserted. */
    dim?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::stack');

/**
 * `aten::std.dim(Tensor self, int[1]? dim, bool unbiased=True, bool keepdim=False) -> Tensor`
 * `aten::std.correction(Tensor self, int[1]? dim=None, *, Scalar? correction=None, bool keepdim=False) -> Tensor`
 * `aten::std(Tensor self, bool unbiased=True) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.std.html
 */
export const std: {
  (input: Tensor, dim: Int | readonly Int[] | null, unbiased?: boolean, keepdim?: boolean, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The dimensions to reduce. Default: all. */
    dim: Int | readonly Int[] | null;
    /** Divide by one less than the number of values (Bessel's correction). */
    unbiased?: boolean;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int | readonly Int[] | null, options: {
    /** Divide by one less than the number of values (Bessel's correction). */
    unbiased?: boolean;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int | readonly Int[] | null, unbiased: boolean, options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim?: Int | readonly Int[] | null, options?: {
    /** What is subtracted from the number of values before dividing by it. */
    correction?: Scalar | null;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The dimensions to reduce. Default: all. */
    dim?: Int | readonly Int[] | null;
    /** What is subtracted from the number of values before dividing by it. */
    correction?: Scalar | null;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, unbiased?: boolean): Tensor;
  (input: Tensor, options: {
    /** Divide by one less than the number of values (Bessel's correction). */
    unbiased?: boolean;
  }): Tensor;
} = asFunction('aten::std');

/**
 * `aten::std_mean.dim(Tensor self, int[1]? dim, bool unbiased=True, bool keepdim=False) -> (Tensor, Tensor)`
 * `aten::std_mean.correction(Tensor self, int[1]? dim=None, *, Scalar? correction=None, bool keepdim=False) -> (Tensor, Tensor)`
 * `aten::std_mean(Tensor self, bool unbiased=True) -> (Tensor, Tensor)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.std_mean.html
 */
export const stdMean: {
  (input: Tensor, dim: Int | readonly Int[] | null, unbiased?: boolean, keepdim?: boolean): [Tensor, Tensor];
  (input: Tensor, options: {
    /** The dimensions to reduce. Default: all. */
    dim: Int | readonly Int[] | null;
    /** Divide by one less than the number of values (Bessel's correction). */
    unbiased?: boolean;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
  }): [Tensor, Tensor];
  (input: Tensor, dim: Int | readonly Int[] | null, options: {
    /** Divide by one less than the number of values (Bessel's correction). */
    unbiased?: boolean;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
  }): [Tensor, Tensor];
  (input: Tensor, dim: Int | readonly Int[] | null, unbiased: boolean, options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
  }): [Tensor, Tensor];
  (input: Tensor, dim?: Int | readonly Int[] | null, options?: {
    /** What is subtracted from the number of values before dividing by it. */
    correction?: Scalar | null;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
  (input: Tensor, options: {
    /** The dimensions to reduce. Default: all. */
    dim?: Int | readonly Int[] | null;
    /** What is subtracted from the number of values before dividing by it. */
    correction?: Scalar | null;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
  (input: Tensor, unbiased?: boolean): [Tensor, Tensor];
  (input: Tensor, options: {
    /** Divide by one less than the number of values (Bessel's correction). */
    unbiased?: boolean;
  }): [Tensor, Tensor];
} = asFunction('aten::std_mean');

/**
 * `aten::sub.Tensor(Tensor self, Tensor other, *, Scalar alpha=1) -> Tensor`
 * `aten::sub.Scalar_out(Tensor self, Scalar other, Scalar alpha=1, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.sub.html
 */
export const sub: {
  (input: Tensor | Scalar, other: Tensor | Scalar, options?: {
    /** The factor of `other`. */
    alpha?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor | Scalar, options: {
    /** The second operand. */
    other: Tensor | Scalar;
    /** The factor of `other`. */
    alpha?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor | Scalar, other: Scalar, alpha: Scalar | undefined, options: {
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (input: Tensor | Scalar, options: {
    /** The second operand. */
    other: Scalar;
    /** The factor of `other`. */
    alpha?: Scalar;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (input: Tensor | Scalar, other: Scalar, options: {
    /** The factor of `other`. */
    alpha?: Scalar;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
} = asFunction('aten::sub');

/**
 * `aten::subtract.Tensor(Tensor self, Tensor other, *, Scalar alpha=1) -> Tensor`
 * `aten::subtract.Scalar(Tensor self, Scalar other, Scalar alpha=1) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.subtract.html
 */
export const subtract: {
  (input: Tensor | Scalar, other: Tensor | Scalar, options?: {
    /** The factor of `other`. */
    alpha?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor | Scalar, options: {
    /** The second operand. */
    other: Tensor | Scalar;
    /** The factor of `other`. */
    alpha?: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor | Scalar, other: Scalar, alpha?: Scalar): Tensor;
  (input: Tensor | Scalar, options: {
    /** The second operand. */
    other: Scalar;
    /** The factor of `other`. */
    alpha?: Scalar;
  }): Tensor;
  (input: Tensor | Scalar, other: Scalar, options: {
    /** The factor of `other`. */
    alpha?: Scalar;
  }): Tensor;
} = asFunction('aten::subtract');

/**
 * `aten::sum(Tensor self, *, ScalarType? dtype=None) -> Tensor`
 * `aten::sum.dim_IntList(Tensor self, int[1]? dim, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.sum.html
 */
export const sum: {
  (input: Tensor, options?: {
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int | readonly Int[] | null, keepdim?: boolean, options?: {
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The dimensions to reduce. Default: all. */
    dim: Int | readonly Int[] | null;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int | readonly Int[] | null, options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::sum');

/**
 * `aten::svd(Tensor self, bool some=True, bool compute_uv=True) -> (Tensor U, Tensor S, Tensor V)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.svd.html
 */
export const svd: {
  (input: Tensor, some?: boolean, computeUv?: boolean, options?: {
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor];
  }): [U: Tensor, S: Tensor, V: Tensor];
  (input: Tensor, options: {
    /** Return the reduced factors; otherwise complete square ones. */
    some?: boolean;
    /** Return U and V; otherwise they hold zeros. */
    computeUv?: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor];
  }): [U: Tensor, S: Tensor, V: Tensor];
  (input: Tensor, some: boolean, options: {
    /** Return U and V; otherwise they hold zeros. */
    computeUv?: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor, Tensor];
  }): [U: Tensor, S: Tensor, V: Tensor];
} = asFunction('aten::svd');

/**
 * `aten::swapaxes(Tensor(a) self, int axis0, int axis1) -> Tensor(a)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.swapaxes.html
 */
export const swapaxes: {
  (input: Tensor, axis0: Int, axis1: Int): Tensor;
  (input: Tensor, options: {
    /** The first dimension to swap. */
    axis0: Int;
    /** The second dimension to swap. */
    axis1: Int;
  }): Tensor;
  (input: Tensor, axis0: Int, options: {
    /** The second dimension to swap. */
    axis1: Int;
  }): Tensor;
} = asFunction('aten::swapaxes');

/**
 * `aten::swapdims(Tensor(a) self, int dim0, int dim1) -> Tensor(a)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.swapdims.html
 */
export const swapdims: {
  (input: Tensor, dim0: Int, dim1: Int): Tensor;
  (input: Tensor, options: {
    /** The first dimension to swap. */
    dim0: Int;
    /** The second dimension to swap. */
    dim1: Int;
  }): Tensor;
  (input: Tensor, dim0: Int, options: {
    /** The second dimension to swap. */
    dim1: Int;
  }): Tensor;
} = asFunction('aten::swapdims');

/**
 * `aten::sym_constrain_range(Scalar size, *, int? min=None, int? max=None) -> ()`
 */
export const symConstrainRange: {
  (size: Scalar, options?: {
    /** The least value that is allowed. */
    min?: Int | null;
    /** The greatest value that is allowed. */
    max?: Int | null;
  }): void;
  (options: {
    /** The number to check. */
    size: Scalar;
    /** The least value that is allowed. */
    min?: Int | null;
    /** The greatest value that is allowed. */
    max?: Int | null;
  }): void;
} = asFunction('aten::sym_constrain_range');

/**
 * `aten::sym_constrain_range_for_size(Scalar size, *, int? min=None, int? max=None) -> ()`
 */
export const symConstrainRangeForSize: {
  (size: Scalar, options?: {
    /** The least value that is allowed. */
    min?: Int | null;
    /** The greatest value that is allowed. */
    max?: Int | null;
  }): void;
  (options: {
    /** The number to check. */
    size: Scalar;
    /** The least value that is allowed. */
    min?: Int | null;
    /** The greatest value that is allowed. */
    max?: Int | null;
  }): void;
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
 */
export const tCopy: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::t_copy');

/**
 * `aten::take(Tensor self, Tensor index) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.take.html
 */
export const take: {
  (input: Tensor, index: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** Positions in the flattened tensor. */
    index: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::take');

/**
 * `aten::take_along_dim(Tensor self, Tensor indices, int? dim=None) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.take_along_dim.html
 */
export const takeAlongDim: {
  (input: Tensor, indices: Tensor, dim?: Int | null, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** For each element of the result, its position along `dim`. */
    indices: Tensor;
    /** The dimension of the indices or parts. */
    dim?: Int | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, indices: Tensor, options: {
    /** The dimension of the indices or parts. */
    dim?: Int | null;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::take_along_dim');

/**
 * `aten::tan(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.tan.html
 */
export const tan: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::tan');

/**
 * `aten::tan_(Tensor(a!) self) -> Tensor(a!)`
 */
export const tan_: {
  (input: Tensor): Tensor;
} = asFunction('aten::tan_');

/**
 * `aten::tanh(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.tanh.html
 */
export const tanh: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
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
  (input: Tensor, options: {
    /** The indices at which to split. */
    indices: readonly Int[];
    /** The dimension of the indices or parts. */
    dim?: Int;
  }): Tensor[];
  (input: Tensor, indices: readonly Int[], options: {
    /** The dimension of the indices or parts. */
    dim?: Int;
  }): Tensor[];
  (input: Tensor, tensorIndicesOrSections: Tensor, dim?: Int): Tensor[];
  (input: Tensor, options: {
    /** The number of parts, or the indices at which to split. */
    tensorIndicesOrSections: Tensor;
    /** The dimension of the indices or parts. */
    dim?: Int;
  }): Tensor[];
  (input: Tensor, tensorIndicesOrSections: Tensor, options: {
    /** The dimension of the indices or parts. */
    dim?: Int;
  }): Tensor[];
  (input: Tensor, sections: Int, dim?: Int): Tensor[];
  (input: Tensor, options: {
    /** The number of parts. */
    sections: Int;
    /** The dimension of the indices or parts. */
    dim?: Int;
  }): Tensor[];
  (input: Tensor, sections: Int, options: {
    /** The dimension of the indices or parts. */
    dim?: Int;
  }): Tensor[];
} = asFunction('aten::tensor_split');

/**
 * `aten::threshold(Tensor self, Scalar threshold, Scalar value) -> Tensor`
 */
export const threshold: {
  (input: Tensor, threshold: Scalar, value: Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** Elements above it stay. */
    threshold: Scalar;
    /** What elements become that are not above the threshold. */
    value: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, threshold: Scalar, options: {
    /** What elements become that are not above the threshold. */
    value: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::threshold');

/**
 * `aten::threshold_(Tensor(a!) self, Scalar threshold, Scalar value) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.threshold_.html
 */
export const threshold_: {
  (input: Tensor, threshold: Scalar, value: Scalar): Tensor;
  (input: Tensor, options: {
    /** Elements above it stay. */
    threshold: Scalar;
    /** What elements become that are not above the threshold. */
    value: Scalar;
  }): Tensor;
  (input: Tensor, threshold: Scalar, options: {
    /** What elements become that are not above the threshold. */
    value: Scalar;
  }): Tensor;
} = asFunction('aten::threshold_');

/**
 * `aten::tile(Tensor self, SymInt[] dims) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.tile.html
 */
export const tile: {
  (input: Tensor, dims: readonly Int[]): Tensor;
  (input: Tensor, options: {
    /** How often each dimension is repeated. */
    dims: readonly Int[];
  }): Tensor;
} = asFunction('aten::tile');

/**
 * `aten::topk(Tensor self, SymInt k, int dim=-1, bool largest=True, bool sorted=True) -> (Tensor values, Tensor indices)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.topk.html
 */
export const topk: {
  (input: Tensor, k: Int, dim?: Int, largest?: boolean, sorted?: boolean, options?: {
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [values: Tensor, indices: Tensor];
  (input: Tensor, options: {
    /** How many values to return. */
    k: Int;
    /** The dimension to work along. */
    dim?: Int;
    /** Return the largest values; otherwise the smallest. */
    largest?: boolean;
    /** Return the values in order. */
    sorted?: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [values: Tensor, indices: Tensor];
  (input: Tensor, k: Int, options: {
    /** The dimension to work along. */
    dim?: Int;
    /** Return the largest values; otherwise the smallest. */
    largest?: boolean;
    /** Return the values in order. */
    sorted?: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [values: Tensor, indices: Tensor];
  (input: Tensor, k: Int, dim: Int, options: {
    /** Return the largest values; otherwise the smallest. */
    largest?: boolean;
    /** Return the values in order. */
    sorted?: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [values: Tensor, indices: Tensor];
  (input: Tensor, k: Int, dim: Int, largest: boolean, options: {
    /** Return the values in order. */
    sorted?: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [values: Tensor, indices: Tensor];
} = asFunction('aten::topk');

/**
 * `aten::trace(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.trace.html
 */
export const trace: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::trace');

/**
 * `aten::transpose.int(Tensor(a) self, int dim0, int dim1) -> Tensor(a)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.transpose.html
 */
export const transpose: {
  (input: Tensor, dim0: Int, dim1: Int): Tensor;
  (input: Tensor, options: {
    /** The first dimension to swap. */
    dim0: Int;
    /** The second dimension to swap. */
    dim1: Int;
  }): Tensor;
  (input: Tensor, dim0: Int, options: {
    /** The second dimension to swap. */
    dim1: Int;
  }): Tensor;
} = asFunction('aten::transpose');

/**
 * `aten::transpose_copy.int(Tensor self, int dim0, int dim1) -> Tensor`
 */
export const transposeCopy: {
  (input: Tensor, dim0: Int, dim1: Int, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The first dimension to swap. */
    dim0: Int;
    /** The second dimension to swap. */
    dim1: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim0: Int, options: {
    /** The second dimension to swap. */
    dim1: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::transpose_copy');

/**
 * `aten::trapezoid.x(Tensor y, Tensor x, *, int dim=-1) -> Tensor`
 * `aten::trapezoid.dx(Tensor y, *, Scalar dx=1, int dim=-1) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.trapezoid.html
 */
export const trapezoid: {
  (y: Tensor, x: Tensor, options?: {
    /** The dimension to reduce. */
    dim?: Int;
  }): Tensor;
  (y: Tensor, options: {
    /** The coordinates of the points. */
    x: Tensor;
    /** The dimension to reduce. */
    dim?: Int;
  }): Tensor;
  (y: Tensor, options?: {
    /** The distance between neighbors. */
    dx?: Scalar;
    /** The dimension to reduce. */
    dim?: Int;
  }): Tensor;
} = asFunction('aten::trapezoid');

/**
 * `aten::trapz.dx(Tensor y, *, float dx=1., int dim=-1) -> Tensor`
 * `aten::trapz.x(Tensor y, Tensor x, *, int dim=-1) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.trapz.html
 */
export const trapz: {
  (y: Tensor, options?: {
    /** The distance between neighbors. */
    dx?: number;
    /** The dimension to reduce. */
    dim?: Int;
  }): Tensor;
  (y: Tensor, x: Tensor, options?: {
    /** The dimension to reduce. */
    dim?: Int;
  }): Tensor;
  (y: Tensor, options: {
    /** The coordinates of the points. */
    x: Tensor;
    /** The dimension to reduce. */
    dim?: Int;
  }): Tensor;
} = asFunction('aten::trapz');

/**
 * `aten::triangular_solve(Tensor self, Tensor A, bool upper=True, bool transpose=False, bool unitriangular=False) -> (Tensor solution, Tensor cloned_coefficient)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.triangular_solve.html
 */
export const triangularSolve: {
  (input: Tensor, A: Tensor, upper?: boolean, transpose?: boolean, unitriangular?: boolean, options?: {
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [solution: Tensor, clonedCoefficient: Tensor];
  (input: Tensor, options: {
    /** The matrix, or a batch of them. */
    A: Tensor;
    /** The triangular matrix is an upper one; otherwise a lower one. */
    upper?: boolean;
    /** Use the transposed matrix. */
    transpose?: boolean;
    /** The diagonal consists of ones and is not read. */
    unitriangular?: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [solution: Tensor, clonedCoefficient: Tensor];
  (input: Tensor, A: Tensor, options: {
    /** The triangular matrix is an upper one; otherwise a lower one. */
    upper?: boolean;
    /** Use the transposed matrix. */
    transpose?: boolean;
    /** The diagonal consists of ones and is not read. */
    unitriangular?: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [solution: Tensor, clonedCoefficient: Tensor];
  (input: Tensor, A: Tensor, upper: boolean, options: {
    /** Use the transposed matrix. */
    transpose?: boolean;
    /** The diagonal consists of ones and is not read. */
    unitriangular?: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [solution: Tensor, clonedCoefficient: Tensor];
  (input: Tensor, A: Tensor, upper: boolean, transpose: boolean, options: {
    /** The diagonal consists of ones and is not read. */
    unitriangular?: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [solution: Tensor, clonedCoefficient: Tensor];
} = asFunction('aten::triangular_solve');

/**
 * `aten::tril(Tensor self, SymInt diagonal=0) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.tril.html
 */
export const tril: {
  (input: Tensor, diagonal?: Int, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The diagonal: 0 is the main one, above 0 lies above it, below 0 below it. */
    diagonal?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::tril');

/**
 * `aten::tril_indices(int row, int col, int offset=0, *, ScalarType? dtype=4, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::tril_indices.out(int row, int col, int offset=0, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.tril_indices.html
 */
export const trilIndices: {
  (row: Int, col: Int, offset?: Int, options?: {
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (options: {
    /** The number of rows. */
    row: Int;
    /** The number of columns. */
    col: Int;
    /** The diagonal: 0 is the main one, above 0 lies above it, below 0 below it. */
    offset?: Int;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (row: Int, options: {
    /** The number of columns. */
    col: Int;
    /** The diagonal: 0 is the main one, above 0 lies above it, below 0 below it. */
    offset?: Int;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (row: Int, col: Int, options: {
    /** The diagonal: 0 is the main one, above 0 lies above it, below 0 below it. */
    offset?: Int;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (row: Int, col: Int, offset: Int | undefined, options: {
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (options: {
    /** The number of rows. */
    row: Int;
    /** The number of columns. */
    col: Int;
    /** The diagonal: 0 is the main one, above 0 lies above it, below 0 below it. */
    offset?: Int;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (row: Int, options: {
    /** The number of columns. */
    col: Int;
    /** The diagonal: 0 is the main one, above 0 lies above it, below 0 below it. */
    offset?: Int;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (row: Int, col: Int, options: {
    /** The diagonal: 0 is the main one, above 0 lies above it, below 0 below it. */
    offset?: Int;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
} = asFunction('aten::tril_indices');

/**
 * `aten::triplet_margin_loss(Tensor anchor, Tensor positive, Tensor negative, float margin=1., float p=2., float eps=9.9999999999999995e-07, bool swap=False, int reduction=1) -> Tensor`
 */
export const tripletMarginLoss: {
  (anchor: Tensor, positive: Tensor, negative: Tensor, margin?: number, p?: number, eps?: number, swap?: boolean, reduction?: Int): Tensor;
  (anchor: Tensor, options: {
    /** Examples that belong with the anchors. */
    positive: Tensor;
    /** Examples that do not belong with the anchors. */
    negative: Tensor;
    /** The distance beyond which an example adds no loss. */
    margin?: number;
    /** The power of the norm. */
    p?: number;
    /** Added to each difference, so that no distance is 0. */
    eps?: number;
    /** Use the distance between positive and negative where it is shorter. */
    swap?: boolean;
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
  }): Tensor;
  (anchor: Tensor, positive: Tensor, options: {
    /** Examples that do not belong with the anchors. */
    negative: Tensor;
    /** The distance beyond which an example adds no loss. */
    margin?: number;
    /** The power of the norm. */
    p?: number;
    /** Added to each difference, so that no distance is 0. */
    eps?: number;
    /** Use the distance between positive and negative where it is shorter. */
    swap?: boolean;
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
  }): Tensor;
  (anchor: Tensor, positive: Tensor, negative: Tensor, options: {
    /** The distance beyond which an example adds no loss. */
    margin?: number;
    /** The power of the norm. */
    p?: number;
    /** Added to each difference, so that no distance is 0. */
    eps?: number;
    /** Use the distance between positive and negative where it is shorter. */
    swap?: boolean;
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
  }): Tensor;
  (anchor: Tensor, positive: Tensor, negative: Tensor, margin: number, options: {
    /** The power of the norm. */
    p?: number;
    /** Added to each difference, so that no distance is 0. */
    eps?: number;
    /** Use the distance between positive and negative where it is shorter. */
    swap?: boolean;
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
  }): Tensor;
  (anchor: Tensor, positive: Tensor, negative: Tensor, margin: number, p: number, options: {
    /** Added to each difference, so that no distance is 0. */
    eps?: number;
    /** Use the distance between positive and negative where it is shorter. */
    swap?: boolean;
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
  }): Tensor;
  (anchor: Tensor, positive: Tensor, negative: Tensor, margin: number, p: number, eps: number, options: {
    /** Use the distance between positive and negative where it is shorter. */
    swap?: boolean;
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
  }): Tensor;
  (anchor: Tensor, positive: Tensor, negative: Tensor, margin: number, p: number, eps: number, swap: boolean, options: {
    /** What becomes of the losses: 0 nothing, 1 their mean, 2 their sum. */
    reduction?: Int;
  }): Tensor;
} = asFunction('aten::triplet_margin_loss');

/**
 * `aten::triu(Tensor self, SymInt diagonal=0) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.triu.html
 */
export const triu: {
  (input: Tensor, diagonal?: Int, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The diagonal: 0 is the main one, above 0 lies above it, below 0 below it. */
    diagonal?: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::triu');

/**
 * `aten::triu_indices(int row, int col, int offset=0, *, ScalarType? dtype=4, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
 * `aten::triu_indices.out(int row, int col, int offset=0, *, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.triu_indices.html
 */
export const triuIndices: {
  (row: Int, col: Int, offset?: Int, options?: {
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (options: {
    /** The number of rows. */
    row: Int;
    /** The number of columns. */
    col: Int;
    /** The diagonal: 0 is the main one, above 0 lies above it, below 0 below it. */
    offset?: Int;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (row: Int, options: {
    /** The number of columns. */
    col: Int;
    /** The diagonal: 0 is the main one, above 0 lies above it, below 0 below it. */
    offset?: Int;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (row: Int, col: Int, options: {
    /** The diagonal: 0 is the main one, above 0 lies above it, below 0 below it. */
    offset?: Int;
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (row: Int, col: Int, offset: Int | undefined, options: {
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (options: {
    /** The number of rows. */
    row: Int;
    /** The number of columns. */
    col: Int;
    /** The diagonal: 0 is the main one, above 0 lies above it, below 0 below it. */
    offset?: Int;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (row: Int, options: {
    /** The number of columns. */
    col: Int;
    /** The diagonal: 0 is the main one, above 0 lies above it, below 0 below it. */
    offset?: Int;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (row: Int, col: Int, options: {
    /** The diagonal: 0 is the main one, above 0 lies above it, below 0 below it. */
    offset?: Int;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
} = asFunction('aten::triu_indices');

/**
 * `aten::true_divide.Tensor(Tensor self, Tensor other) -> Tensor`
 * `aten::true_divide.Scalar(Tensor self, Scalar other) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.true_divide.html
 */
export const trueDivide: {
  (input: Tensor | Scalar, other: Tensor | Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor | Scalar, options: {
    /** The second operand. */
    other: Tensor | Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor | Scalar, other: Scalar): Tensor;
  (input: Tensor | Scalar, options: {
    /** The second operand. */
    other: Scalar;
  }): Tensor;
} = asFunction('aten::true_divide');

/**
 * `aten::trunc(Tensor self) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.trunc.html
 */
export const trunc: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
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
  (input: Tensor, options: {
    /** The dimension of the indices or parts. */
    dim?: Int;
  }): Tensor[];
} = asFunction('aten::unbind');

/**
 * `aten::unbind_copy.int(Tensor self, int dim=0) -> Tensor[]`
 * `aten::unbind_copy.int_out(Tensor self, int dim=0, *, Tensor(a!)[] out) -> ()`
 */
export const unbindCopy: {
  (input: Tensor, dim?: Int): Tensor[];
  (input: Tensor, options: {
    /** The dimension of the indices or parts. */
    dim?: Int;
  }): Tensor[];
  (input: Tensor, dim: Int | undefined, options: {
    /** Receives the result. */
    out: Tensor[];
  }): void;
  (input: Tensor, options: {
    /** The dimension of the indices or parts. */
    dim?: Int;
    /** Receives the result. */
    out: Tensor[];
  }): void;
} = asFunction('aten::unbind_copy');

/**
 * `aten::unflatten.int(Tensor(a) self, int dim, SymInt[] sizes) -> Tensor(a)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.unflatten.html
 */
export const unflatten: {
  (input: Tensor, dim: Int, sizes: readonly Int[]): Tensor;
  (input: Tensor, options: {
    /** The dimension to split. */
    dim: Int;
    /** The sizes that the dimension is split into; one may be -1. */
    sizes: readonly Int[];
  }): Tensor;
  (input: Tensor, dim: Int, options: {
    /** The sizes that the dimension is split into; one may be -1. */
    sizes: readonly Int[];
  }): Tensor;
} = asFunction('aten::unflatten');

/**
 * `aten::unfold_copy(Tensor self, int dimension, int size, int step) -> Tensor`
 */
export const unfoldCopy: {
  (input: Tensor, dimension: Int, size: Int, step: Int, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The dimension that is cut into slices. */
    dimension: Int;
    /** The length of each slice. */
    size: Int;
    /** The distance from one slice or element to the next. */
    step: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dimension: Int, options: {
    /** The length of each slice. */
    size: Int;
    /** The distance from one slice or element to the next. */
    step: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dimension: Int, size: Int, options: {
    /** The distance from one slice or element to the next. */
    step: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::unfold_copy');

/**
 * `aten::unsafe_chunk(Tensor self, int chunks, int dim=0) -> Tensor[]`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.unsafe_chunk.html
 */
export const unsafeChunk: {
  (input: Tensor, chunks: Int, dim?: Int): Tensor[];
  (input: Tensor, options: {
    /** The number of parts; the last one may be smaller, or missing. */
    chunks: Int;
    /** The dimension of the indices or parts. */
    dim?: Int;
  }): Tensor[];
  (input: Tensor, chunks: Int, options: {
    /** The dimension of the indices or parts. */
    dim?: Int;
  }): Tensor[];
} = asFunction('aten::unsafe_chunk');

/**
 * `aten::unsafe_split.Tensor(Tensor self, SymInt split_size, int dim=0) -> Tensor[]`
 * `aten::unsafe_split.Tensor_out(Tensor self, SymInt split_size, int dim=0, *, Tensor(a!)[] out) -> ()`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.unsafe_split.html
 */
export const unsafeSplit: {
  (input: Tensor, splitSize: Int, dim?: Int): Tensor[];
  (input: Tensor, options: {
    /** The size of each part; the last one may be smaller. */
    splitSize: Int;
    /** The dimension of the indices or parts. */
    dim?: Int;
  }): Tensor[];
  (input: Tensor, splitSize: Int, options: {
    /** The dimension of the indices or parts. */
    dim?: Int;
  }): Tensor[];
  (input: Tensor, splitSize: Int, dim: Int | undefined, options: {
    /** Receives the result. */
    out: Tensor[];
  }): void;
  (input: Tensor, options: {
    /** The size of each part; the last one may be smaller. */
    splitSize: Int;
    /** The dimension of the indices or parts. */
    dim?: Int;
    /** Receives the result. */
    out: Tensor[];
  }): void;
  (input: Tensor, splitSize: Int, options: {
    /** The dimension of the indices or parts. */
    dim?: Int;
    /** Receives the result. */
    out: Tensor[];
  }): void;
} = asFunction('aten::unsafe_split');

/**
 * `aten::unsafe_split_with_sizes(Tensor self, SymInt[] split_sizes, int dim=0) -> Tensor[]`
 * `aten::unsafe_split_with_sizes.out(Tensor self, SymInt[] split_sizes, int dim=0, *, Tensor(a!)[] out) -> ()`
 */
export const unsafeSplitWithSizes: {
  (input: Tensor, splitSizes: readonly Int[], dim?: Int): Tensor[];
  (input: Tensor, options: {
    /** The size of each part. */
    splitSizes: readonly Int[];
    /** The dimension of the indices or parts. */
    dim?: Int;
  }): Tensor[];
  (input: Tensor, splitSizes: readonly Int[], options: {
    /** The dimension of the indices or parts. */
    dim?: Int;
  }): Tensor[];
  (input: Tensor, splitSizes: readonly Int[], dim: Int | undefined, options: {
    /** Receives the result. */
    out: Tensor[];
  }): void;
  (input: Tensor, options: {
    /** The size of each part. */
    splitSizes: readonly Int[];
    /** The dimension of the indices or parts. */
    dim?: Int;
    /** Receives the result. */
    out: Tensor[];
  }): void;
  (input: Tensor, splitSizes: readonly Int[], options: {
    /** The dimension of the indices or parts. */
    dim?: Int;
    /** Receives the result. */
    out: Tensor[];
  }): void;
} = asFunction('aten::unsafe_split_with_sizes');

/**
 * `aten::unsqueeze(Tensor(a) self, int dim) -> Tensor(a)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.unsqueeze.html
 */
export const unsqueeze: {
  (input: Tensor, dim: Int): Tensor;
  (input: Tensor, options: {
    /** Where the new dimension is inserted. */
    dim: Int;
  }): Tensor;
} = asFunction('aten::unsqueeze');

/**
 * `aten::unsqueeze_copy(Tensor self, int dim) -> Tensor`
 */
export const unsqueezeCopy: {
  (input: Tensor, dim: Int, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** Where the new dimension is inserted. */
    dim: Int;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::unsqueeze_copy');

/**
 * `aten::values_copy(Tensor self) -> Tensor`
 */
export const valuesCopy: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::values_copy');

/**
 * `aten::vander(Tensor x, int? N=None, bool increasing=False) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.vander.html
 */
export const vander: {
  (x: Tensor, N?: Int | null, increasing?: boolean): Tensor;
  (x: Tensor, options: {
    /** The number of columns. Default: the length of the vectors. */
    N?: Int | null;
    /** Order the powers from low to high. */
    increasing?: boolean;
  }): Tensor;
  (x: Tensor, N: Int | null, options: {
    /** Order the powers from low to high. */
    increasing?: boolean;
  }): Tensor;
} = asFunction('aten::vander');

/**
 * `aten::var.dim(Tensor self, int[1]? dim, bool unbiased=True, bool keepdim=False) -> Tensor`
 * `aten::var.correction(Tensor self, int[1]? dim=None, *, Scalar? correction=None, bool keepdim=False) -> Tensor`
 * `aten::var(Tensor self, bool unbiased=True) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.var.html
 */
const $var: {
  (input: Tensor, dim: Int | readonly Int[] | null, unbiased?: boolean, keepdim?: boolean, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The dimensions to reduce. Default: all. */
    dim: Int | readonly Int[] | null;
    /** Divide by one less than the number of values (Bessel's correction). */
    unbiased?: boolean;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int | readonly Int[] | null, options: {
    /** Divide by one less than the number of values (Bessel's correction). */
    unbiased?: boolean;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim: Int | readonly Int[] | null, unbiased: boolean, options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, dim?: Int | readonly Int[] | null, options?: {
    /** What is subtracted from the number of values before dividing by it. */
    correction?: Scalar | null;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The dimensions to reduce. Default: all. */
    dim?: Int | readonly Int[] | null;
    /** What is subtracted from the number of values before dividing by it. */
    correction?: Scalar | null;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, unbiased?: boolean): Tensor;
  (input: Tensor, options: {
    /** Divide by one less than the number of values (Bessel's correction). */
    unbiased?: boolean;
  }): Tensor;
} = asFunction('aten::var');

/**
 * `aten::var_mean.dim(Tensor self, int[1]? dim, bool unbiased=True, bool keepdim=False) -> (Tensor, Tensor)`
 * `aten::var_mean.correction(Tensor self, int[1]? dim=None, *, Scalar? correction=None, bool keepdim=False) -> (Tensor, Tensor)`
 * `aten::var_mean(Tensor self, bool unbiased=True) -> (Tensor, Tensor)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.var_mean.html
 */
export const varMean: {
  (input: Tensor, dim: Int | readonly Int[] | null, unbiased?: boolean, keepdim?: boolean): [Tensor, Tensor];
  (input: Tensor, options: {
    /** The dimensions to reduce. Default: all. */
    dim: Int | readonly Int[] | null;
    /** Divide by one less than the number of values (Bessel's correction). */
    unbiased?: boolean;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
  }): [Tensor, Tensor];
  (input: Tensor, dim: Int | readonly Int[] | null, options: {
    /** Divide by one less than the number of values (Bessel's correction). */
    unbiased?: boolean;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
  }): [Tensor, Tensor];
  (input: Tensor, dim: Int | readonly Int[] | null, unbiased: boolean, options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
  }): [Tensor, Tensor];
  (input: Tensor, dim?: Int | readonly Int[] | null, options?: {
    /** What is subtracted from the number of values before dividing by it. */
    correction?: Scalar | null;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
  (input: Tensor, options: {
    /** The dimensions to reduce. Default: all. */
    dim?: Int | readonly Int[] | null;
    /** What is subtracted from the number of values before dividing by it. */
    correction?: Scalar | null;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** Receives the result. */
    out?: readonly [Tensor, Tensor];
  }): [Tensor, Tensor];
  (input: Tensor, unbiased?: boolean): [Tensor, Tensor];
  (input: Tensor, options: {
    /** Divide by one less than the number of values (Bessel's correction). */
    unbiased?: boolean;
  }): [Tensor, Tensor];
} = asFunction('aten::var_mean');

/**
 * `aten::vdot(Tensor self, Tensor other) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.vdot.html
 */
export const vdot: {
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
 */
export const viewAsComplexCopy: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
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
 */
export const viewAsRealCopy: {
  (input: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::view_as_real_copy');

/**
 * `aten::view_copy.dtype(Tensor self, ScalarType dtype) -> Tensor`
 * `aten::view_copy(Tensor self, SymInt[] size) -> Tensor`
 */
export const viewCopy: {
  (input: Tensor, dtype: DType, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The dtype as which the memory is read. */
    dtype: DType;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, size: readonly Int[], options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The new shape; one size may be -1, to be inferred. */
    size: readonly Int[];
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::view_copy');

/**
 * `aten::vsplit.int(Tensor(a -> *) self, int sections) -> Tensor(a)[]`
 * `aten::vsplit.array(Tensor(a -> *) self, int[] indices) -> Tensor(a)[]`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.vsplit.html
 */
export const vsplit: {
  (input: Tensor, sections: Int): Tensor[];
  (input: Tensor, options: {
    /** The number of parts. */
    sections: Int;
  }): Tensor[];
  (input: Tensor, indices: readonly Int[]): Tensor[];
  (input: Tensor, options: {
    /** The indices at which to split. */
    indices: readonly Int[];
  }): Tensor[];
} = asFunction('aten::vsplit');

/**
 * `aten::vstack(Tensor[] tensors) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.vstack.html
 */
export const vstack: {
  (tensors: readonly Tensor[], options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::vstack');

/**
 * `aten::where(Tensor condition) -> Tensor[]`
 * `aten::where.self(Tensor condition, Tensor self, Tensor other) -> Tensor`
 * `aten::where.ScalarSelf(Tensor condition, Scalar self, Tensor other) -> Tensor`
 * `aten::where.ScalarOther(Tensor condition, Tensor self, Scalar other) -> Tensor`
 * `aten::where.Scalar(Tensor condition, Scalar self, Scalar other) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.where.html
 */
export const where: {
  (condition: Tensor): Tensor[];
  (condition: Tensor, input: Tensor, other: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (condition: Tensor, options: {
    /** The values to look for. */
    input: Tensor;
    /** What is taken where the condition is false. */
    other: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (condition: Tensor, input: Tensor, options: {
    /** What is taken where the condition is false. */
    other: Tensor;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (condition: Tensor, input: Scalar, other: Tensor): Tensor;
  (condition: Tensor, options: {
    /** The values to look for. */
    input: Scalar;
    /** What is taken where the condition is false. */
    other: Tensor;
  }): Tensor;
  (condition: Tensor, input: Scalar, options: {
    /** What is taken where the condition is false. */
    other: Tensor;
  }): Tensor;
  (condition: Tensor, input: Tensor, other: Scalar): Tensor;
  (condition: Tensor, options: {
    /** The values to look for. */
    input: Tensor;
    /** What is taken where the condition is false. */
    other: Scalar;
  }): Tensor;
  (condition: Tensor, input: Tensor, options: {
    /** What is taken where the condition is false. */
    other: Scalar;
  }): Tensor;
  (condition: Tensor, input: Scalar, other: Scalar): Tensor;
  (condition: Tensor, options: {
    /** The values to look for. */
    input: Scalar;
    /** What is taken where the condition is false. */
    other: Scalar;
  }): Tensor;
  (condition: Tensor, input: Scalar, options: {
    /** What is taken where the condition is false. */
    other: Scalar;
  }): Tensor;
} = asFunction('aten::where');

/**
 * `aten::xlogy.Tensor(Tensor self, Tensor other) -> Tensor`
 * `aten::xlogy.Scalar_Self(Scalar self, Tensor other) -> Tensor`
 * `aten::xlogy.Scalar_Other(Tensor self, Scalar other) -> Tensor`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.xlogy.html
 */
export const xlogy: {
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
  (input: Scalar, other: Tensor, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, other: Scalar, options?: {
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
  (input: Tensor, options: {
    /** The second operand. */
    other: Scalar;
    /** Receives the result. */
    out?: Tensor;
  }): Tensor;
} = asFunction('aten::xlogy');

/**
 * `aten::xlogy_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)`
 * `aten::xlogy_.Scalar_Other(Tensor(a!) self, Scalar other) -> Tensor(a!)`
 */
export const xlogy_: {
  (input: Tensor, other: Tensor): Tensor;
  (input: Tensor, options: {
    /** The second operand. */
    other: Tensor;
  }): Tensor;
  (input: Tensor, other: Scalar): Tensor;
  (input: Tensor, options: {
    /** The second operand. */
    other: Scalar;
  }): Tensor;
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
  (size: readonly Int[], options?: {
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (options: {
    /** The shape of the result. */
    size: readonly Int[];
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (...size: readonly Int[]): Tensor;
  (...args: readonly [...size: Int[], options: {
    /** The dtype of the result. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }]): Tensor;
  (size: readonly Int[], options: {
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (options: {
    /** The shape of the result. */
    size: readonly Int[];
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
  (...args: readonly [...size: Int[], options: {
    /** Receives the result. */
    out: Tensor;
  }]): Tensor;
} = asFunction('aten::zeros');

/**
 * `aten::zeros_like(Tensor self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor`
 * `aten::zeros_like.out(Tensor self, *, MemoryFormat? memory_format=None, Tensor(a!) out) -> Tensor(a!)`
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.zeros_like.html
 */
export const zerosLike: {
  (input: Tensor, options?: {
    /** The dtype of the result. Default: the input's. */
    dtype?: DType | null;
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The device of the result. */
    device?: DeviceLike | null;
    /** Use pinned memory, for fast copies to a GPU. */
    pinMemory?: boolean | null;
    /** The order of the dimensions in memory. */
    memoryFormat?: MemoryFormat | null;
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  (input: Tensor, options: {
    /** The order of the dimensions in memory. */
    memoryFormat?: MemoryFormat | null;
    /** Receives the result. */
    out: Tensor;
  }): Tensor;
} = asFunction('aten::zeros_like');

export { $var as var };
