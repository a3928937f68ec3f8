// DO NOT EDIT. Written by scripts/generate-ops.ts from the schemas of libtorch: npm run generate.
import type { DType } from '../../tensor/dtype';
import type { DeviceLike } from '../../tensor/device';
import type { Generator } from '../../tensor/generator';
import type { Layout } from '../../tensor/layout';
import type { MemoryFormat } from '../../tensor/layout';
import type { Int } from '../../tensor/scalar';
import type { Scalar } from '../../tensor/scalar';
import type { Tensor } from '../../tensor/tensor';

/** The methods of Tensor that are operators. */
export interface TensorMethods {
  /**
   * `aten::abs(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.abs.html
   */
  abs(): Tensor;
  /**
   * `aten::abs_(Tensor(a!) self) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.abs_.html
   */
  abs_(): this;
  /**
   * `aten::absolute(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.absolute.html
   */
  absolute(): Tensor;
  /**
   * `aten::absolute_(Tensor(a!) self) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.absolute_.html
   */
  absolute_(): this;
  /**
   * `aten::acos(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.acos.html
   */
  acos(): Tensor;
  /**
   * `aten::acos_(Tensor(a!) self) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.acos_.html
   */
  acos_(): this;
  /**
   * `aten::acosh(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.acosh.html
   */
  acosh(): Tensor;
  /**
   * `aten::acosh_(Tensor(a!) self) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.acosh_.html
   */
  acosh_(): this;
  /**
   * `aten::add.Tensor(Tensor self, Tensor other, *, Scalar alpha=1) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.add.html
   */
  add(other: Tensor | Scalar, options?: {
    /** The factor of `other`. */
    alpha?: Scalar;
  }): Tensor;
  add(options: {
    /** The second operand. */
    other: Tensor | Scalar;
    /** The factor of `other`. */
    alpha?: Scalar;
  }): Tensor;
  /**
   * `aten::add_.Tensor(Tensor(a!) self, Tensor other, *, Scalar alpha=1) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.add_.html
   */
  add_(other: Tensor | Scalar, options?: {
    /** The factor of `other`. */
    alpha?: Scalar;
  }): this;
  add_(options: {
    /** The second operand. */
    other: Tensor | Scalar;
    /** The factor of `other`. */
    alpha?: Scalar;
  }): this;
  /**
   * `aten::addbmm(Tensor self, Tensor batch1, Tensor batch2, *, Scalar beta=1, Scalar alpha=1) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.addbmm.html
   */
  addbmm(batch1: Tensor, batch2: Tensor, options?: {
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
  }): Tensor;
  addbmm(options: {
    /** The first batch of matrices. */
    batch1: Tensor;
    /** The second batch of matrices. */
    batch2: Tensor;
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
  }): Tensor;
  addbmm(batch1: Tensor, options: {
    /** The second batch of matrices. */
    batch2: Tensor;
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
  }): Tensor;
  /**
   * `aten::addbmm_(Tensor(a!) self, Tensor batch1, Tensor batch2, *, Scalar beta=1, Scalar alpha=1) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.addbmm_.html
   */
  addbmm_(batch1: Tensor, batch2: Tensor, options?: {
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
  }): this;
  addbmm_(options: {
    /** The first batch of matrices. */
    batch1: Tensor;
    /** The second batch of matrices. */
    batch2: Tensor;
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
  }): this;
  addbmm_(batch1: Tensor, options: {
    /** The second batch of matrices. */
    batch2: Tensor;
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
  }): this;
  /**
   * `aten::addcdiv(Tensor self, Tensor tensor1, Tensor tensor2, *, Scalar value=1) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.addcdiv.html
   */
  addcdiv(tensor1: Tensor, tensor2: Tensor, options?: {
    /** The factor of the product or quotient. */
    value?: Scalar;
  }): Tensor;
  addcdiv(options: {
    /** The first factor, or the numerator. */
    tensor1: Tensor;
    /** The second factor, or the denominator. */
    tensor2: Tensor;
    /** The factor of the product or quotient. */
    value?: Scalar;
  }): Tensor;
  addcdiv(tensor1: Tensor, options: {
    /** The second factor, or the denominator. */
    tensor2: Tensor;
    /** The factor of the product or quotient. */
    value?: Scalar;
  }): Tensor;
  /**
   * `aten::addcdiv_(Tensor(a!) self, Tensor tensor1, Tensor tensor2, *, Scalar value=1) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.addcdiv_.html
   */
  addcdiv_(tensor1: Tensor, tensor2: Tensor, options?: {
    /** The factor of the product or quotient. */
    value?: Scalar;
  }): this;
  addcdiv_(options: {
    /** The first factor, or the numerator. */
    tensor1: Tensor;
    /** The second factor, or the denominator. */
    tensor2: Tensor;
    /** The factor of the product or quotient. */
    value?: Scalar;
  }): this;
  addcdiv_(tensor1: Tensor, options: {
    /** The second factor, or the denominator. */
    tensor2: Tensor;
    /** The factor of the product or quotient. */
    value?: Scalar;
  }): this;
  /**
   * `aten::addcmul(Tensor self, Tensor tensor1, Tensor tensor2, *, Scalar value=1) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.addcmul.html
   */
  addcmul(tensor1: Tensor, tensor2: Tensor, options?: {
    /** The factor of the product or quotient. */
    value?: Scalar;
  }): Tensor;
  addcmul(options: {
    /** The first factor, or the numerator. */
    tensor1: Tensor;
    /** The second factor, or the denominator. */
    tensor2: Tensor;
    /** The factor of the product or quotient. */
    value?: Scalar;
  }): Tensor;
  addcmul(tensor1: Tensor, options: {
    /** The second factor, or the denominator. */
    tensor2: Tensor;
    /** The factor of the product or quotient. */
    value?: Scalar;
  }): Tensor;
  /**
   * `aten::addcmul_(Tensor(a!) self, Tensor tensor1, Tensor tensor2, *, Scalar value=1) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.addcmul_.html
   */
  addcmul_(tensor1: Tensor, tensor2: Tensor, options?: {
    /** The factor of the product or quotient. */
    value?: Scalar;
  }): this;
  addcmul_(options: {
    /** The first factor, or the numerator. */
    tensor1: Tensor;
    /** The second factor, or the denominator. */
    tensor2: Tensor;
    /** The factor of the product or quotient. */
    value?: Scalar;
  }): this;
  addcmul_(tensor1: Tensor, options: {
    /** The second factor, or the denominator. */
    tensor2: Tensor;
    /** The factor of the product or quotient. */
    value?: Scalar;
  }): this;
  /**
   * `aten::addmm(Tensor self, Tensor mat1, Tensor mat2, *, Scalar beta=1, Scalar alpha=1) -> Tensor`
   * `aten::addmm.dtype(Tensor self, Tensor mat1, Tensor mat2, ScalarType out_dtype, *, Scalar beta=1, Scalar alpha=1) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.addmm.html
   */
  addmm(mat1: Tensor, mat2: Tensor, options?: {
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
  }): Tensor;
  addmm(options: {
    /** The first matrix. */
    mat1: Tensor;
    /** The second matrix. */
    mat2: Tensor;
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
  }): Tensor;
  addmm(mat1: Tensor, options: {
    /** The second matrix. */
    mat2: Tensor;
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
  }): Tensor;
  addmm(mat1: Tensor, mat2: Tensor, outDtype: DType, options?: {
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
  }): Tensor;
  addmm(options: {
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
  }): Tensor;
  addmm(mat1: Tensor, options: {
    /** The second matrix. */
    mat2: Tensor;
    /** The dtype of the result. */
    outDtype: DType;
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
  }): Tensor;
  addmm(mat1: Tensor, mat2: Tensor, options: {
    /** The dtype of the result. */
    outDtype: DType;
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
  }): Tensor;
  /**
   * `aten::addmm_(Tensor(a!) self, Tensor mat1, Tensor mat2, *, Scalar beta=1, Scalar alpha=1) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.addmm_.html
   */
  addmm_(mat1: Tensor, mat2: Tensor, options?: {
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
  }): this;
  addmm_(options: {
    /** The first matrix. */
    mat1: Tensor;
    /** The second matrix. */
    mat2: Tensor;
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
  }): this;
  addmm_(mat1: Tensor, options: {
    /** The second matrix. */
    mat2: Tensor;
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
  }): this;
  /**
   * `aten::addmv(Tensor self, Tensor mat, Tensor vec, *, Scalar beta=1, Scalar alpha=1) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.addmv.html
   */
  addmv(mat: Tensor, vec: Tensor, options?: {
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
  }): Tensor;
  addmv(options: {
    /** The matrix. */
    mat: Tensor;
    /** The vector. */
    vec: Tensor;
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
  }): Tensor;
  addmv(mat: Tensor, options: {
    /** The vector. */
    vec: Tensor;
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
  }): Tensor;
  /**
   * `aten::addmv_(Tensor(a!) self, Tensor mat, Tensor vec, *, Scalar beta=1, Scalar alpha=1) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.addmv_.html
   */
  addmv_(mat: Tensor, vec: Tensor, options?: {
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
  }): this;
  addmv_(options: {
    /** The matrix. */
    mat: Tensor;
    /** The vector. */
    vec: Tensor;
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
  }): this;
  addmv_(mat: Tensor, options: {
    /** The vector. */
    vec: Tensor;
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
  }): this;
  /**
   * `aten::addr(Tensor self, Tensor vec1, Tensor vec2, *, Scalar beta=1, Scalar alpha=1) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.addr.html
   */
  addr(vec1: Tensor, vec2: Tensor, options?: {
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
  }): Tensor;
  addr(options: {
    /** The first vector. */
    vec1: Tensor;
    /** The second vector. */
    vec2: Tensor;
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
  }): Tensor;
  addr(vec1: Tensor, options: {
    /** The second vector. */
    vec2: Tensor;
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
  }): Tensor;
  /**
   * `aten::addr_(Tensor(a!) self, Tensor vec1, Tensor vec2, *, Scalar beta=1, Scalar alpha=1) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.addr_.html
   */
  addr_(vec1: Tensor, vec2: Tensor, options?: {
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
  }): this;
  addr_(options: {
    /** The first vector. */
    vec1: Tensor;
    /** The second vector. */
    vec2: Tensor;
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
  }): this;
  addr_(vec1: Tensor, options: {
    /** The second vector. */
    vec2: Tensor;
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
  }): this;
  /**
   * `aten::adjoint(Tensor(a) self) -> Tensor(a)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.adjoint.html
   */
  adjoint(): Tensor;
  /**
   * `aten::all(Tensor self) -> Tensor`
   * `aten::all.dims(Tensor self, int[]? dim=None, bool keepdim=False) -> Tensor`
   * `aten::all.dim(Tensor self, int dim, bool keepdim=False) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.all.html
   */
  all(): Tensor;
  all(dim?: readonly Int[] | null, keepdim?: boolean): Tensor;
  all(options: {
    /** The dimensions to reduce. Default: all. */
    dim?: readonly Int[] | null;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
  }): Tensor;
  all(dim: readonly Int[] | null, options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
  }): Tensor;
  all(dim: Int, keepdim?: boolean): Tensor;
  all(options: {
    /** The dimensions to reduce. Default: all. */
    dim: Int;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
  }): Tensor;
  all(dim: Int, options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
  }): Tensor;
  /**
   * `aten::allclose(Tensor self, Tensor other, float rtol=1.0000000000000001e-05, float atol=1e-08, bool equal_nan=False) -> bool`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.allclose.html
   */
  allclose(other: Tensor, rtol?: number, atol?: number, equalNan?: boolean): boolean;
  allclose(options: {
    /** The second operand. */
    other: Tensor;
    /** The difference that is allowed, as a fraction of `other`. */
    rtol?: number;
    /** The difference that is allowed, as a number. */
    atol?: number;
    /** NaN equals NaN. */
    equalNan?: boolean;
  }): boolean;
  allclose(other: Tensor, options: {
    /** The difference that is allowed, as a fraction of `other`. */
    rtol?: number;
    /** The difference that is allowed, as a number. */
    atol?: number;
    /** NaN equals NaN. */
    equalNan?: boolean;
  }): boolean;
  allclose(other: Tensor, rtol: number, options: {
    /** The difference that is allowed, as a number. */
    atol?: number;
    /** NaN equals NaN. */
    equalNan?: boolean;
  }): boolean;
  allclose(other: Tensor, rtol: number, atol: number, options: {
    /** NaN equals NaN. */
    equalNan?: boolean;
  }): boolean;
  /**
   * `aten::amax(Tensor self, int[1] dim=[], bool keepdim=False) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.amax.html
   */
  amax(dim?: Int | readonly Int[], keepdim?: boolean): Tensor;
  amax(options: {
    /** The dimensions to reduce. Default: all. */
    dim?: Int | readonly Int[];
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
  }): Tensor;
  amax(dim: Int | readonly Int[], options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
  }): Tensor;
  /**
   * `aten::amin(Tensor self, int[1] dim=[], bool keepdim=False) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.amin.html
   */
  amin(dim?: Int | readonly Int[], keepdim?: boolean): Tensor;
  amin(options: {
    /** The dimensions to reduce. Default: all. */
    dim?: Int | readonly Int[];
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
  }): Tensor;
  amin(dim: Int | readonly Int[], options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
  }): Tensor;
  /**
   * `aten::aminmax(Tensor self, *, int? dim=None, bool keepdim=False) -> (Tensor min, Tensor max)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.aminmax.html
   */
  aminmax(options?: {
    /** The dimensions to reduce. Default: all. */
    dim?: Int | null;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
  }): [min: Tensor, max: Tensor];
  /**
   * `aten::angle(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.angle.html
   */
  angle(): Tensor;
  /**
   * `aten::any(Tensor self) -> Tensor`
   * `aten::any.dims(Tensor self, int[]? dim=None, bool keepdim=False) -> Tensor`
   * `aten::any.dim(Tensor self, int dim, bool keepdim=False) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.any.html
   */
  any(): Tensor;
  any(dim?: readonly Int[] | null, keepdim?: boolean): Tensor;
  any(options: {
    /** The dimensions to reduce. Default: all. */
    dim?: readonly Int[] | null;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
  }): Tensor;
  any(dim: readonly Int[] | null, options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
  }): Tensor;
  any(dim: Int, keepdim?: boolean): Tensor;
  any(options: {
    /** The dimensions to reduce. Default: all. */
    dim: Int;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
  }): Tensor;
  any(dim: Int, options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
  }): Tensor;
  /**
   * `aten::arccos(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.arccos.html
   */
  arccos(): Tensor;
  /**
   * `aten::arccos_(Tensor(a!) self) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.arccos_.html
   */
  arccos_(): this;
  /**
   * `aten::arccosh(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.arccosh.html
   */
  arccosh(): Tensor;
  /**
   * `aten::arccosh_(Tensor(a!) self) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.arccosh_.html
   */
  arccosh_(): this;
  /**
   * `aten::arcsin(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.arcsin.html
   */
  arcsin(): Tensor;
  /**
   * `aten::arcsin_(Tensor(a!) self) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.arcsin_.html
   */
  arcsin_(): this;
  /**
   * `aten::arcsinh(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.arcsinh.html
   */
  arcsinh(): Tensor;
  /**
   * `aten::arcsinh_(Tensor(a!) self) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.arcsinh_.html
   */
  arcsinh_(): this;
  /**
   * `aten::arctan(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.arctan.html
   */
  arctan(): Tensor;
  /**
   * `aten::arctan2(Tensor self, Tensor other) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.arctan2.html
   */
  arctan2(other: Tensor): Tensor;
  arctan2(options: {
    /** The second operand. */
    other: Tensor;
  }): Tensor;
  /**
   * `aten::arctan2_(Tensor(a!) self, Tensor other) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.arctan2_.html
   */
  arctan2_(other: Tensor): this;
  arctan2_(options: {
    /** The second operand. */
    other: Tensor;
  }): this;
  /**
   * `aten::arctan_(Tensor(a!) self) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.arctan_.html
   */
  arctan_(): this;
  /**
   * `aten::arctanh(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.arctanh.html
   */
  arctanh(): Tensor;
  /**
   * `aten::arctanh_(Tensor(a!) self) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.arctanh_.html
   */
  arctanh_(): this;
  /**
   * `aten::argmax(Tensor self, int? dim=None, bool keepdim=False) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.argmax.html
   */
  argmax(dim?: Int | null, keepdim?: boolean): Tensor;
  argmax(options: {
    /** The dimensions to reduce. Default: all. */
    dim?: Int | null;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
  }): Tensor;
  argmax(dim: Int | null, options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
  }): Tensor;
  /**
   * `aten::argmin(Tensor self, int? dim=None, bool keepdim=False) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.argmin.html
   */
  argmin(dim?: Int | null, keepdim?: boolean): Tensor;
  argmin(options: {
    /** The dimensions to reduce. Default: all. */
    dim?: Int | null;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
  }): Tensor;
  argmin(dim: Int | null, options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
  }): Tensor;
  /**
   * `aten::argsort.stable(Tensor self, *, bool stable, int dim=-1, bool descending=False) -> Tensor`
   * `aten::argsort(Tensor self, int dim=-1, bool descending=False) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.argsort.html
   */
  argsort(options: {
    /** Keep the order of equal values. */
    stable: boolean;
    /** The dimension to work along. */
    dim?: Int;
    /** Sort from high to low. */
    descending?: boolean;
  }): Tensor;
  argsort(dim?: Int, descending?: boolean): Tensor;
  argsort(options: {
    /** The dimension to work along. */
    dim?: Int;
    /** Sort from high to low. */
    descending?: boolean;
  }): Tensor;
  argsort(dim: Int, options: {
    /** Sort from high to low. */
    descending?: boolean;
  }): Tensor;
  /**
   * `aten::argwhere(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.argwhere.html
   */
  argwhere(): Tensor;
  /**
   * `aten::as_strided(Tensor(a) self, SymInt[] size, SymInt[] stride, SymInt? storage_offset=None) -> Tensor(a)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.as_strided.html
   */
  asStrided(size: readonly Int[], stride: readonly Int[], storageOffset?: Int | null): Tensor;
  asStrided(options: {
    /** The shape of the result. */
    size: readonly Int[];
    /** The distance in memory between neighbors of each dimension, in elements. */
    stride: readonly Int[];
    /** The position of the first element in the storage. */
    storageOffset?: Int | null;
  }): Tensor;
  asStrided(size: readonly Int[], options: {
    /** The distance in memory between neighbors of each dimension, in elements. */
    stride: readonly Int[];
    /** The position of the first element in the storage. */
    storageOffset?: Int | null;
  }): Tensor;
  asStrided(size: readonly Int[], stride: readonly Int[], options: {
    /** The position of the first element in the storage. */
    storageOffset?: Int | null;
  }): Tensor;
  /**
   * `aten::as_strided_scatter(Tensor self, Tensor src, SymInt[] size, SymInt[] stride, SymInt? storage_offset=None) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.as_strided_scatter.html
   */
  asStridedScatter(src: Tensor, size: readonly Int[], stride: readonly Int[], storageOffset?: Int | null): Tensor;
  asStridedScatter(options: {
    /** The values to write or add. */
    src: Tensor;
    /** The shape of the result. */
    size: readonly Int[];
    /** The distance in memory between neighbors of each dimension, in elements. */
    stride: readonly Int[];
    /** The position of the first element in the storage. */
    storageOffset?: Int | null;
  }): Tensor;
  asStridedScatter(src: Tensor, options: {
    /** The shape of the result. */
    size: readonly Int[];
    /** The distance in memory between neighbors of each dimension, in elements. */
    stride: readonly Int[];
    /** The position of the first element in the storage. */
    storageOffset?: Int | null;
  }): Tensor;
  asStridedScatter(src: Tensor, size: readonly Int[], options: {
    /** The distance in memory between neighbors of each dimension, in elements. */
    stride: readonly Int[];
    /** The position of the first element in the storage. */
    storageOffset?: Int | null;
  }): Tensor;
  asStridedScatter(src: Tensor, size: readonly Int[], stride: readonly Int[], options: {
    /** The position of the first element in the storage. */
    storageOffset?: Int | null;
  }): Tensor;
  /**
   * `aten::as_strided_(Tensor(a!) self, SymInt[] size, SymInt[] stride, SymInt? storage_offset=None) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.as_strided_.html
   */
  asStrided_(size: readonly Int[], stride: readonly Int[], storageOffset?: Int | null): this;
  asStrided_(options: {
    /** The shape of the result. */
    size: readonly Int[];
    /** The distance in memory between neighbors of each dimension, in elements. */
    stride: readonly Int[];
    /** The position of the first element in the storage. */
    storageOffset?: Int | null;
  }): this;
  asStrided_(size: readonly Int[], options: {
    /** The distance in memory between neighbors of each dimension, in elements. */
    stride: readonly Int[];
    /** The position of the first element in the storage. */
    storageOffset?: Int | null;
  }): this;
  asStrided_(size: readonly Int[], stride: readonly Int[], options: {
    /** The position of the first element in the storage. */
    storageOffset?: Int | null;
  }): this;
  /**
   * `aten::asin(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.asin.html
   */
  asin(): Tensor;
  /**
   * `aten::asin_(Tensor(a!) self) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.asin_.html
   */
  asin_(): this;
  /**
   * `aten::asinh(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.asinh.html
   */
  asinh(): Tensor;
  /**
   * `aten::asinh_(Tensor(a!) self) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.asinh_.html
   */
  asinh_(): this;
  /**
   * `aten::atan(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.atan.html
   */
  atan(): Tensor;
  /**
   * `aten::atan2(Tensor self, Tensor other) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.atan2.html
   */
  atan2(other: Tensor): Tensor;
  atan2(options: {
    /** The second operand. */
    other: Tensor;
  }): Tensor;
  /**
   * `aten::atan2_(Tensor(a!) self, Tensor other) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.atan2_.html
   */
  atan2_(other: Tensor): this;
  atan2_(options: {
    /** The second operand. */
    other: Tensor;
  }): this;
  /**
   * `aten::atan_(Tensor(a!) self) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.atan_.html
   */
  atan_(): this;
  /**
   * `aten::atanh(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.atanh.html
   */
  atanh(): Tensor;
  /**
   * `aten::atanh_(Tensor(a!) self) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.atanh_.html
   */
  atanh_(): this;
  /**
   * `aten::baddbmm(Tensor self, Tensor batch1, Tensor batch2, *, Scalar beta=1, Scalar alpha=1) -> Tensor`
   * `aten::baddbmm.dtype(Tensor self, Tensor batch1, Tensor batch2, ScalarType out_dtype, *, Scalar beta=1, Scalar alpha=1) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.baddbmm.html
   */
  baddbmm(batch1: Tensor, batch2: Tensor, options?: {
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
  }): Tensor;
  baddbmm(options: {
    /** The first batch of matrices. */
    batch1: Tensor;
    /** The second batch of matrices. */
    batch2: Tensor;
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
  }): Tensor;
  baddbmm(batch1: Tensor, options: {
    /** The second batch of matrices. */
    batch2: Tensor;
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
  }): Tensor;
  baddbmm(batch1: Tensor, batch2: Tensor, outDtype: DType, options?: {
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
  }): Tensor;
  baddbmm(options: {
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
  }): Tensor;
  baddbmm(batch1: Tensor, options: {
    /** The second batch of matrices. */
    batch2: Tensor;
    /** The dtype of the result. */
    outDtype: DType;
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
  }): Tensor;
  baddbmm(batch1: Tensor, batch2: Tensor, options: {
    /** The dtype of the result. */
    outDtype: DType;
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
  }): Tensor;
  /**
   * `aten::baddbmm_(Tensor(a!) self, Tensor batch1, Tensor batch2, *, Scalar beta=1, Scalar alpha=1) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.baddbmm_.html
   */
  baddbmm_(batch1: Tensor, batch2: Tensor, options?: {
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
  }): this;
  baddbmm_(options: {
    /** The first batch of matrices. */
    batch1: Tensor;
    /** The second batch of matrices. */
    batch2: Tensor;
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
  }): this;
  baddbmm_(batch1: Tensor, options: {
    /** The second batch of matrices. */
    batch2: Tensor;
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
  }): this;
  /**
   * `aten::bernoulli(Tensor self, *, Generator? generator=None) -> Tensor`
   * `aten::bernoulli.p(Tensor self, float p, *, Generator? generator=None) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.bernoulli.html
   */
  bernoulli(options?: {
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
  }): Tensor;
  bernoulli(p: number, options?: {
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
  }): Tensor;
  bernoulli(options: {
    /** The probability of success. */
    p: number;
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
  }): Tensor;
  /**
   * `aten::bernoulli_.Tensor(Tensor(a!) self, Tensor p, *, Generator? generator=None) -> Tensor(a!)`
   * `aten::bernoulli_.float(Tensor(a!) self, float p=0.5, *, Generator? generator=None) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.bernoulli_.html
   */
  bernoulli_(p: Tensor, options?: {
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
  }): this;
  bernoulli_(options: {
    /** The probability of success. */
    p: Tensor;
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
  }): this;
  bernoulli_(p?: number, options?: {
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
  }): this;
  bernoulli_(options: {
    /** The probability of success. */
    p?: number;
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
  }): this;
  /**
   * `aten::bincount(Tensor self, Tensor? weights=None, SymInt minlength=0) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.bincount.html
   */
  bincount(weights?: Tensor | null, minlength?: Int): Tensor;
  bincount(options: {
    /** The weight of each value. */
    weights?: Tensor | null;
    /** The least length of the result. */
    minlength?: Int;
  }): Tensor;
  bincount(weights: Tensor | null, options: {
    /** The least length of the result. */
    minlength?: Int;
  }): Tensor;
  /**
   * `aten::bitwise_and.Tensor(Tensor self, Tensor other) -> Tensor`
   * `aten::bitwise_and.Scalar(Tensor self, Scalar other) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.bitwise_and.html
   */
  bitwiseAnd(other: Tensor): Tensor;
  bitwiseAnd(options: {
    /** The second operand. */
    other: Tensor;
  }): Tensor;
  bitwiseAnd(other: Scalar): Tensor;
  bitwiseAnd(options: {
    /** The second operand. */
    other: Scalar;
  }): Tensor;
  /**
   * `aten::bitwise_and_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)`
   * `aten::bitwise_and_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.bitwise_and_.html
   */
  bitwiseAnd_(other: Tensor): this;
  bitwiseAnd_(options: {
    /** The second operand. */
    other: Tensor;
  }): this;
  bitwiseAnd_(other: Scalar): this;
  bitwiseAnd_(options: {
    /** The second operand. */
    other: Scalar;
  }): this;
  /**
   * `aten::bitwise_left_shift.Tensor(Tensor self, Tensor other) -> Tensor`
   * `aten::bitwise_left_shift.Tensor_Scalar(Tensor self, Scalar other) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.bitwise_left_shift.html
   */
  bitwiseLeftShift(other: Tensor): Tensor;
  bitwiseLeftShift(options: {
    /** The second operand. */
    other: Tensor;
  }): Tensor;
  bitwiseLeftShift(other: Scalar): Tensor;
  bitwiseLeftShift(options: {
    /** The second operand. */
    other: Scalar;
  }): Tensor;
  /**
   * `aten::bitwise_left_shift_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)`
   * `aten::bitwise_left_shift_.Tensor_Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.bitwise_left_shift_.html
   */
  bitwiseLeftShift_(other: Tensor): this;
  bitwiseLeftShift_(options: {
    /** The second operand. */
    other: Tensor;
  }): this;
  bitwiseLeftShift_(other: Scalar): this;
  bitwiseLeftShift_(options: {
    /** The second operand. */
    other: Scalar;
  }): this;
  /**
   * `aten::bitwise_not(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.bitwise_not.html
   */
  bitwiseNot(): Tensor;
  /**
   * `aten::bitwise_not_(Tensor(a!) self) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.bitwise_not_.html
   */
  bitwiseNot_(): this;
  /**
   * `aten::bitwise_or.Tensor(Tensor self, Tensor other) -> Tensor`
   * `aten::bitwise_or.Scalar(Tensor self, Scalar other) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.bitwise_or.html
   */
  bitwiseOr(other: Tensor): Tensor;
  bitwiseOr(options: {
    /** The second operand. */
    other: Tensor;
  }): Tensor;
  bitwiseOr(other: Scalar): Tensor;
  bitwiseOr(options: {
    /** The second operand. */
    other: Scalar;
  }): Tensor;
  /**
   * `aten::bitwise_or_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)`
   * `aten::bitwise_or_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.bitwise_or_.html
   */
  bitwiseOr_(other: Tensor): this;
  bitwiseOr_(options: {
    /** The second operand. */
    other: Tensor;
  }): this;
  bitwiseOr_(other: Scalar): this;
  bitwiseOr_(options: {
    /** The second operand. */
    other: Scalar;
  }): this;
  /**
   * `aten::bitwise_right_shift.Tensor(Tensor self, Tensor other) -> Tensor`
   * `aten::bitwise_right_shift.Tensor_Scalar(Tensor self, Scalar other) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.bitwise_right_shift.html
   */
  bitwiseRightShift(other: Tensor): Tensor;
  bitwiseRightShift(options: {
    /** The second operand. */
    other: Tensor;
  }): Tensor;
  bitwiseRightShift(other: Scalar): Tensor;
  bitwiseRightShift(options: {
    /** The second operand. */
    other: Scalar;
  }): Tensor;
  /**
   * `aten::bitwise_right_shift_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)`
   * `aten::bitwise_right_shift_.Tensor_Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.bitwise_right_shift_.html
   */
  bitwiseRightShift_(other: Tensor): this;
  bitwiseRightShift_(options: {
    /** The second operand. */
    other: Tensor;
  }): this;
  bitwiseRightShift_(other: Scalar): this;
  bitwiseRightShift_(options: {
    /** The second operand. */
    other: Scalar;
  }): this;
  /**
   * `aten::bitwise_xor.Tensor(Tensor self, Tensor other) -> Tensor`
   * `aten::bitwise_xor.Scalar(Tensor self, Scalar other) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.bitwise_xor.html
   */
  bitwiseXor(other: Tensor): Tensor;
  bitwiseXor(options: {
    /** The second operand. */
    other: Tensor;
  }): Tensor;
  bitwiseXor(other: Scalar): Tensor;
  bitwiseXor(options: {
    /** The second operand. */
    other: Scalar;
  }): Tensor;
  /**
   * `aten::bitwise_xor_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)`
   * `aten::bitwise_xor_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.bitwise_xor_.html
   */
  bitwiseXor_(other: Tensor): this;
  bitwiseXor_(options: {
    /** The second operand. */
    other: Tensor;
  }): this;
  bitwiseXor_(other: Scalar): this;
  bitwiseXor_(options: {
    /** The second operand. */
    other: Scalar;
  }): this;
  /**
   * `aten::bmm(Tensor self, Tensor mat2) -> Tensor`
   * `aten::bmm.dtype(Tensor self, Tensor mat2, ScalarType out_dtype) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.bmm.html
   */
  bmm(mat2: Tensor): Tensor;
  bmm(options: {
    /** The second matrix. */
    mat2: Tensor;
  }): Tensor;
  bmm(mat2: Tensor, outDtype: DType): Tensor;
  bmm(options: {
    /** The second matrix. */
    mat2: Tensor;
    /** The dtype of the result. */
    outDtype: DType;
  }): Tensor;
  bmm(mat2: Tensor, options: {
    /** The dtype of the result. */
    outDtype: DType;
  }): Tensor;
  /**
   * `aten::broadcast_to(Tensor(a) self, SymInt[] size) -> Tensor(a)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.broadcast_to.html
   */
  broadcastTo(size: readonly Int[]): Tensor;
  broadcastTo(options: {
    /** The shape of the result. */
    size: readonly Int[];
  }): Tensor;
  broadcastTo(...size: readonly Int[]): Tensor;
  /**
   * `aten::cauchy_(Tensor(a!) self, float median=0., float sigma=1., *, Generator? generator=None) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.cauchy_.html
   */
  cauchy_(median?: number, sigma?: number, options?: {
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
  }): this;
  cauchy_(options: {
    /** The median of the distribution. */
    median?: number;
    /** The width of the distribution. */
    sigma?: number;
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
  }): this;
  cauchy_(median: number, options: {
    /** The width of the distribution. */
    sigma?: number;
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
  }): this;
  /**
   * `aten::ccol_indices(Tensor(a) self) -> Tensor(a)`
   */
  ccolIndices(): Tensor;
  /**
   * `aten::ceil(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.ceil.html
   */
  ceil(): Tensor;
  /**
   * `aten::ceil_(Tensor(a!) self) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.ceil_.html
   */
  ceil_(): this;
  /**
   * `aten::chalf(Tensor self, *, MemoryFormat? memory_format=None) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.chalf.html
   */
  chalf(options?: {
    /** The order of the dimensions in memory. */
    memoryFormat?: MemoryFormat | null;
  }): Tensor;
  /**
   * `aten::cholesky(Tensor self, bool upper=False) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.cholesky.html
   */
  cholesky(upper?: boolean): Tensor;
  cholesky(options: {
    /** The triangular matrix is an upper one; otherwise a lower one. */
    upper?: boolean;
  }): Tensor;
  /**
   * `aten::cholesky_inverse(Tensor self, bool upper=False) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.cholesky_inverse.html
   */
  choleskyInverse(upper?: boolean): Tensor;
  choleskyInverse(options: {
    /** The triangular matrix is an upper one; otherwise a lower one. */
    upper?: boolean;
  }): Tensor;
  /**
   * `aten::cholesky_solve(Tensor self, Tensor input2, bool upper=False) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.cholesky_solve.html
   */
  choleskySolve(input2: Tensor, upper?: boolean): Tensor;
  choleskySolve(options: {
    /** The factor of the matrix, as `cholesky` returned it. */
    input2: Tensor;
    /** The triangular matrix is an upper one; otherwise a lower one. */
    upper?: boolean;
  }): Tensor;
  choleskySolve(input2: Tensor, options: {
    /** The triangular matrix is an upper one; otherwise a lower one. */
    upper?: boolean;
  }): Tensor;
  /**
   * `aten::chunk(Tensor(a -> *) self, int chunks, int dim=0) -> Tensor(a)[]`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.chunk.html
   */
  chunk(chunks: Int, dim?: Int): Tensor[];
  chunk(options: {
    /** The number of parts; the last one may be smaller, or missing. */
    chunks: Int;
    /** The dimension of the indices or parts. */
    dim?: Int;
  }): Tensor[];
  chunk(chunks: Int, options: {
    /** The dimension of the indices or parts. */
    dim?: Int;
  }): Tensor[];
  /**
   * `aten::clamp.Tensor(Tensor self, Tensor? min=None, Tensor? max=None) -> Tensor`
   * `aten::clamp(Tensor self, Scalar? min=None, Scalar? max=None) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.clamp.html
   */
  clamp(min?: Tensor | null, max?: Tensor | null): Tensor;
  clamp(options: {
    /** The lower bound. */
    min?: Tensor | null;
    /** The upper bound. */
    max?: Tensor | null;
  }): Tensor;
  clamp(min: Tensor | null, options: {
    /** The upper bound. */
    max?: Tensor | null;
  }): Tensor;
  clamp(min?: Scalar | null, max?: Scalar | null): Tensor;
  clamp(options: {
    /** The lower bound. */
    min?: Scalar | null;
    /** The upper bound. */
    max?: Scalar | null;
  }): Tensor;
  clamp(min: Scalar | null, options: {
    /** The upper bound. */
    max?: Scalar | null;
  }): Tensor;
  /**
   * `aten::clamp_max.Tensor(Tensor self, Tensor max) -> Tensor`
   * `aten::clamp_max(Tensor self, Scalar max) -> Tensor`
   */
  clampMax(max: Tensor): Tensor;
  clampMax(options: {
    /** The upper bound. */
    max: Tensor;
  }): Tensor;
  clampMax(max: Scalar): Tensor;
  clampMax(options: {
    /** The upper bound. */
    max: Scalar;
  }): Tensor;
  /**
   * `aten::clamp_max_.Tensor(Tensor(a!) self, Tensor max) -> Tensor(a!)`
   * `aten::clamp_max_(Tensor(a!) self, Scalar max) -> Tensor(a!)`
   */
  clampMax_(max: Tensor): this;
  clampMax_(options: {
    /** The upper bound. */
    max: Tensor;
  }): this;
  clampMax_(max: Scalar): this;
  clampMax_(options: {
    /** The upper bound. */
    max: Scalar;
  }): this;
  /**
   * `aten::clamp_min.Tensor(Tensor self, Tensor min) -> Tensor`
   * `aten::clamp_min(Tensor self, Scalar min) -> Tensor`
   */
  clampMin(min: Tensor): Tensor;
  clampMin(options: {
    /** The lower bound. */
    min: Tensor;
  }): Tensor;
  clampMin(min: Scalar): Tensor;
  clampMin(options: {
    /** The lower bound. */
    min: Scalar;
  }): Tensor;
  /**
   * `aten::clamp_min_.Tensor(Tensor(a!) self, Tensor min) -> Tensor(a!)`
   * `aten::clamp_min_(Tensor(a!) self, Scalar min) -> Tensor(a!)`
   */
  clampMin_(min: Tensor): this;
  clampMin_(options: {
    /** The lower bound. */
    min: Tensor;
  }): this;
  clampMin_(min: Scalar): this;
  clampMin_(options: {
    /** The lower bound. */
    min: Scalar;
  }): this;
  /**
   * `aten::clamp_.Tensor(Tensor(a!) self, Tensor? min=None, Tensor? max=None) -> Tensor(a!)`
   * `aten::clamp_(Tensor(a!) self, Scalar? min=None, Scalar? max=None) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.clamp_.html
   */
  clamp_(min?: Tensor | null, max?: Tensor | null): this;
  clamp_(options: {
    /** The lower bound. */
    min?: Tensor | null;
    /** The upper bound. */
    max?: Tensor | null;
  }): this;
  clamp_(min: Tensor | null, options: {
    /** The upper bound. */
    max?: Tensor | null;
  }): this;
  clamp_(min?: Scalar | null, max?: Scalar | null): this;
  clamp_(options: {
    /** The lower bound. */
    min?: Scalar | null;
    /** The upper bound. */
    max?: Scalar | null;
  }): this;
  clamp_(min: Scalar | null, options: {
    /** The upper bound. */
    max?: Scalar | null;
  }): this;
  /**
   * `aten::clip.Tensor(Tensor self, Tensor? min=None, Tensor? max=None) -> Tensor`
   * `aten::clip(Tensor self, Scalar? min=None, Scalar? max=None) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.clip.html
   */
  clip(min?: Tensor | null, max?: Tensor | null): Tensor;
  clip(options: {
    /** The lower bound. */
    min?: Tensor | null;
    /** The upper bound. */
    max?: Tensor | null;
  }): Tensor;
  clip(min: Tensor | null, options: {
    /** The upper bound. */
    max?: Tensor | null;
  }): Tensor;
  clip(min?: Scalar | null, max?: Scalar | null): Tensor;
  clip(options: {
    /** The lower bound. */
    min?: Scalar | null;
    /** The upper bound. */
    max?: Scalar | null;
  }): Tensor;
  clip(min: Scalar | null, options: {
    /** The upper bound. */
    max?: Scalar | null;
  }): Tensor;
  /**
   * `aten::clip_.Tensor(Tensor(a!) self, Tensor? min=None, Tensor? max=None) -> Tensor(a!)`
   * `aten::clip_(Tensor(a!) self, Scalar? min=None, Scalar? max=None) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.clip_.html
   */
  clip_(min?: Tensor | null, max?: Tensor | null): this;
  clip_(options: {
    /** The lower bound. */
    min?: Tensor | null;
    /** The upper bound. */
    max?: Tensor | null;
  }): this;
  clip_(min: Tensor | null, options: {
    /** The upper bound. */
    max?: Tensor | null;
  }): this;
  clip_(min?: Scalar | null, max?: Scalar | null): this;
  clip_(options: {
    /** The lower bound. */
    min?: Scalar | null;
    /** The upper bound. */
    max?: Scalar | null;
  }): this;
  clip_(min: Scalar | null, options: {
    /** The upper bound. */
    max?: Scalar | null;
  }): this;
  /**
   * `aten::clone(Tensor self, *, MemoryFormat? memory_format=None) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.clone.html
   */
  clone(options?: {
    /** The order of the dimensions in memory. */
    memoryFormat?: MemoryFormat | null;
  }): Tensor;
  /**
   * `aten::coalesce(Tensor(a) self) -> Tensor(a)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.coalesce.html
   */
  coalesce(): Tensor;
  /**
   * `aten::col_indices(Tensor(a) self) -> Tensor(a)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.col_indices.html
   */
  colIndices(): Tensor;
  /**
   * `aten::conj(Tensor(a) self) -> Tensor(a)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.conj.html
   */
  conj(): Tensor;
  /**
   * `aten::conj_physical(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.conj_physical.html
   */
  conjPhysical(): Tensor;
  /**
   * `aten::conj_physical_(Tensor(a!) self) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.conj_physical_.html
   */
  conjPhysical_(): this;
  /**
   * `aten::contiguous(Tensor(a) self, *, MemoryFormat memory_format=0) -> Tensor(a)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.contiguous.html
   */
  contiguous(options?: {
    /** The order of the dimensions in memory. */
    memoryFormat?: MemoryFormat;
  }): Tensor;
  /**
   * `aten::copy_(Tensor(a!) self, Tensor src, bool non_blocking=False) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.copy_.html
   */
  copy_(src: Tensor | Scalar, nonBlocking?: boolean): this;
  copy_(options: {
    /** The tensor to copy from. */
    src: Tensor | Scalar;
    /** Do not wait for a copy between a GPU and pinned memory. */
    nonBlocking?: boolean;
  }): this;
  copy_(src: Tensor | Scalar, options: {
    /** Do not wait for a copy between a GPU and pinned memory. */
    nonBlocking?: boolean;
  }): this;
  /**
   * `aten::copysign.Tensor(Tensor self, Tensor other) -> Tensor`
   * `aten::copysign.Scalar(Tensor self, Scalar other) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.copysign.html
   */
  copysign(other: Tensor): Tensor;
  copysign(options: {
    /** The second operand. */
    other: Tensor;
  }): Tensor;
  copysign(other: Scalar): Tensor;
  copysign(options: {
    /** The second operand. */
    other: Scalar;
  }): Tensor;
  /**
   * `aten::copysign_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)`
   * `aten::copysign_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.copysign_.html
   */
  copysign_(other: Tensor): this;
  copysign_(options: {
    /** The second operand. */
    other: Tensor;
  }): this;
  copysign_(other: Scalar): this;
  copysign_(options: {
    /** The second operand. */
    other: Scalar;
  }): this;
  /**
   * `aten::corrcoef(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.corrcoef.html
   */
  corrcoef(): Tensor;
  /**
   * `aten::cos(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.cos.html
   */
  cos(): Tensor;
  /**
   * `aten::cos_(Tensor(a!) self) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.cos_.html
   */
  cos_(): this;
  /**
   * `aten::cosh(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.cosh.html
   */
  cosh(): Tensor;
  /**
   * `aten::cosh_(Tensor(a!) self) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.cosh_.html
   */
  cosh_(): this;
  /**
   * `aten::count_nonzero(Tensor self, int? dim=None) -> Tensor`
   * `aten::count_nonzero.dim_IntList(Tensor self, int[] dim) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.count_nonzero.html
   */
  countNonzero(dim?: Int | null): Tensor;
  countNonzero(options: {
    /** The dimensions to reduce. Default: all. */
    dim?: Int | null;
  }): Tensor;
  countNonzero(dim: readonly Int[]): Tensor;
  countNonzero(options: {
    /** The dimensions to reduce. Default: all. */
    dim: readonly Int[];
  }): Tensor;
  countNonzero(...dim: readonly Int[]): Tensor;
  /**
   * `aten::cov(Tensor self, *, int correction=1, Tensor? fweights=None, Tensor? aweights=None) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.cov.html
   */
  cov(options?: {
    /** What is subtracted from the number of values before dividing by it. */
    correction?: Int;
    /** How often each observation occurs. */
    fweights?: Tensor | null;
    /** The weight of each observation. */
    aweights?: Tensor | null;
  }): Tensor;
  /**
   * `aten::cross(Tensor self, Tensor other, int? dim=None) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.cross.html
   */
  cross(other: Tensor, dim?: Int | null): Tensor;
  cross(options: {
    /** The second operand. */
    other: Tensor;
    /** The dimension to work along. */
    dim?: Int | null;
  }): Tensor;
  cross(other: Tensor, options: {
    /** The dimension to work along. */
    dim?: Int | null;
  }): Tensor;
  /**
   * `aten::crow_indices(Tensor(a) self) -> Tensor(a)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.crow_indices.html
   */
  crowIndices(): Tensor;
  /**
   * `aten::cummax(Tensor self, int dim) -> (Tensor values, Tensor indices)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.cummax.html
   */
  cummax(dim: Int): [values: Tensor, indices: Tensor];
  cummax(options: {
    /** The dimension to work along. */
    dim: Int;
  }): [values: Tensor, indices: Tensor];
  /**
   * `aten::cummin(Tensor self, int dim) -> (Tensor values, Tensor indices)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.cummin.html
   */
  cummin(dim: Int): [values: Tensor, indices: Tensor];
  cummin(options: {
    /** The dimension to work along. */
    dim: Int;
  }): [values: Tensor, indices: Tensor];
  /**
   * `aten::cumprod(Tensor self, int dim, *, ScalarType? dtype=None) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.cumprod.html
   */
  cumprod(dim: Int, options?: {
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
  }): Tensor;
  cumprod(options: {
    /** The dimension to work along. */
    dim: Int;
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
  }): Tensor;
  /**
   * `aten::cumprod_(Tensor(a!) self, int dim, *, ScalarType? dtype=None) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.cumprod_.html
   */
  cumprod_(dim: Int, options?: {
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
  }): this;
  cumprod_(options: {
    /** The dimension to work along. */
    dim: Int;
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
  }): this;
  /**
   * `aten::cumsum(Tensor self, int dim, *, ScalarType? dtype=None) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.cumsum.html
   */
  cumsum(dim: Int, options?: {
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
  }): Tensor;
  cumsum(options: {
    /** The dimension to work along. */
    dim: Int;
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
  }): Tensor;
  /**
   * `aten::cumsum_(Tensor(a!) self, int dim, *, ScalarType? dtype=None) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.cumsum_.html
   */
  cumsum_(dim: Int, options?: {
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
  }): this;
  cumsum_(options: {
    /** The dimension to work along. */
    dim: Int;
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
  }): this;
  /**
   * `aten::deg2rad(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.deg2rad.html
   */
  deg2rad(): Tensor;
  /**
   * `aten::deg2rad_(Tensor(a!) self) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.deg2rad_.html
   */
  deg2rad_(): this;
  /**
   * `aten::dense_dim(Tensor self) -> int`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.dense_dim.html
   */
  denseDim(): number;
  /**
   * `aten::dequantize.self(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.dequantize.html
   */
  dequantize(): Tensor;
  /**
   * `aten::det(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.det.html
   */
  det(): Tensor;
  /**
   * `aten::detach(Tensor(a) self) -> Tensor(a)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.detach.html
   */
  detach(): Tensor;
  /**
   * `aten::detach_(Tensor(a!) self) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.detach_.html
   */
  detach_(): this;
  /**
   * `aten::diag(Tensor self, int diagonal=0) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.diag.html
   */
  diag(diagonal?: Int): Tensor;
  diag(options: {
    /** The diagonal: 0 is the main one, above 0 lies above it, below 0 below it. */
    diagonal?: Int;
  }): Tensor;
  /**
   * `aten::diag_embed(Tensor self, int offset=0, int dim1=-2, int dim2=-1) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.diag_embed.html
   */
  diagEmbed(offset?: Int, dim1?: Int, dim2?: Int): Tensor;
  diagEmbed(options: {
    /** The diagonal: 0 is the main one, above 0 lies above it, below 0 below it. */
    offset?: Int;
    /** The first dimension of the planes with the diagonals. */
    dim1?: Int;
    /** The second dimension of the planes with the diagonals. */
    dim2?: Int;
  }): Tensor;
  diagEmbed(offset: Int, options: {
    /** The first dimension of the planes with the diagonals. */
    dim1?: Int;
    /** The second dimension of the planes with the diagonals. */
    dim2?: Int;
  }): Tensor;
  diagEmbed(offset: Int, dim1: Int, options: {
    /** The second dimension of the planes with the diagonals. */
    dim2?: Int;
  }): Tensor;
  /**
   * `aten::diagflat(Tensor self, int offset=0) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.diagflat.html
   */
  diagflat(offset?: Int): Tensor;
  diagflat(options: {
    /** The diagonal: 0 is the main one, above 0 lies above it, below 0 below it. */
    offset?: Int;
  }): Tensor;
  /**
   * `aten::diagonal(Tensor(a) self, int offset=0, int dim1=0, int dim2=1) -> Tensor(a)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.diagonal.html
   */
  diagonal(offset?: Int, dim1?: Int, dim2?: Int): Tensor;
  diagonal(options: {
    /** The diagonal: 0 is the main one, above 0 lies above it, below 0 below it. */
    offset?: Int;
    /** The first dimension of the planes with the diagonals. */
    dim1?: Int;
    /** The second dimension of the planes with the diagonals. */
    dim2?: Int;
  }): Tensor;
  diagonal(offset: Int, options: {
    /** The first dimension of the planes with the diagonals. */
    dim1?: Int;
    /** The second dimension of the planes with the diagonals. */
    dim2?: Int;
  }): Tensor;
  diagonal(offset: Int, dim1: Int, options: {
    /** The second dimension of the planes with the diagonals. */
    dim2?: Int;
  }): Tensor;
  /**
   * `aten::diagonal_scatter(Tensor self, Tensor src, int offset=0, int dim1=0, int dim2=1) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.diagonal_scatter.html
   */
  diagonalScatter(src: Tensor, offset?: Int, dim1?: Int, dim2?: Int): Tensor;
  diagonalScatter(options: {
    /** The values to write or add. */
    src: Tensor;
    /** The diagonal: 0 is the main one, above 0 lies above it, below 0 below it. */
    offset?: Int;
    /** The first dimension of the planes with the diagonals. */
    dim1?: Int;
    /** The second dimension of the planes with the diagonals. */
    dim2?: Int;
  }): Tensor;
  diagonalScatter(src: Tensor, options: {
    /** The diagonal: 0 is the main one, above 0 lies above it, below 0 below it. */
    offset?: Int;
    /** The first dimension of the planes with the diagonals. */
    dim1?: Int;
    /** The second dimension of the planes with the diagonals. */
    dim2?: Int;
  }): Tensor;
  diagonalScatter(src: Tensor, offset: Int, options: {
    /** The first dimension of the planes with the diagonals. */
    dim1?: Int;
    /** The second dimension of the planes with the diagonals. */
    dim2?: Int;
  }): Tensor;
  diagonalScatter(src: Tensor, offset: Int, dim1: Int, options: {
    /** The second dimension of the planes with the diagonals. */
    dim2?: Int;
  }): Tensor;
  /**
   * `aten::diff(Tensor self, int n=1, int dim=-1, Tensor? prepend=None, Tensor? append=None) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.diff.html
   */
  diff(n?: Int, dim?: Int, prepend?: Tensor | null, append?: Tensor | null): Tensor;
  diff(options: {
    /** How often differences are taken. */
    n?: Int;
    /** The dimension to work along. */
    dim?: Int;
    /** Put before the input. */
    prepend?: Tensor | null;
    /** Put after the input. */
    append?: Tensor | null;
  }): Tensor;
  diff(n: Int, options: {
    /** The dimension to work along. */
    dim?: Int;
    /** Put before the input. */
    prepend?: Tensor | null;
    /** Put after the input. */
    append?: Tensor | null;
  }): Tensor;
  diff(n: Int, dim: Int, options: {
    /** Put before the input. */
    prepend?: Tensor | null;
    /** Put after the input. */
    append?: Tensor | null;
  }): Tensor;
  diff(n: Int, dim: Int, prepend: Tensor | null, options: {
    /** Put after the input. */
    append?: Tensor | null;
  }): Tensor;
  /**
   * `aten::digamma(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.digamma.html
   */
  digamma(): Tensor;
  /**
   * `aten::digamma_(Tensor(a!) self) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.digamma_.html
   */
  digamma_(): this;
  /**
   * `aten::dist(Tensor self, Tensor other, Scalar p=2) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.dist.html
   */
  dist(other: Tensor, p?: Scalar): Tensor;
  dist(options: {
    /** The second operand. */
    other: Tensor;
    /** The power of the norm. */
    p?: Scalar;
  }): Tensor;
  dist(other: Tensor, options: {
    /** The power of the norm. */
    p?: Scalar;
  }): Tensor;
  /**
   * `aten::div.Tensor_mode(Tensor self, Tensor other, *, str? rounding_mode) -> Tensor`
   * `aten::div.Scalar_mode(Tensor self, Scalar other, *, str? rounding_mode) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.div.html
   */
  div(other: Tensor | Scalar, options?: {
    /** `'trunc'` rounds towards 0, `'floor'` down. Default: no rounding. */
    roundingMode?: string | null;
  }): Tensor;
  div(options: {
    /** The second operand. */
    other: Tensor | Scalar;
    /** `'trunc'` rounds towards 0, `'floor'` down. Default: no rounding. */
    roundingMode?: string | null;
  }): Tensor;
  div(other: Scalar, options?: {
    /** `'trunc'` rounds towards 0, `'floor'` down. Default: no rounding. */
    roundingMode?: string | null;
  }): Tensor;
  div(options: {
    /** The second operand. */
    other: Scalar;
    /** `'trunc'` rounds towards 0, `'floor'` down. Default: no rounding. */
    roundingMode?: string | null;
  }): Tensor;
  /**
   * `aten::div_.Tensor_mode(Tensor(a!) self, Tensor other, *, str? rounding_mode) -> Tensor(a!)`
   * `aten::div_.Scalar_mode(Tensor(a!) self, Scalar other, *, str? rounding_mode) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.div_.html
   */
  div_(other: Tensor | Scalar, options?: {
    /** `'trunc'` rounds towards 0, `'floor'` down. Default: no rounding. */
    roundingMode?: string | null;
  }): this;
  div_(options: {
    /** The second operand. */
    other: Tensor | Scalar;
    /** `'trunc'` rounds towards 0, `'floor'` down. Default: no rounding. */
    roundingMode?: string | null;
  }): this;
  div_(other: Scalar, options?: {
    /** `'trunc'` rounds towards 0, `'floor'` down. Default: no rounding. */
    roundingMode?: string | null;
  }): this;
  div_(options: {
    /** The second operand. */
    other: Scalar;
    /** `'trunc'` rounds towards 0, `'floor'` down. Default: no rounding. */
    roundingMode?: string | null;
  }): this;
  /**
   * `aten::divide.Tensor_mode(Tensor self, Tensor other, *, str? rounding_mode) -> Tensor`
   * `aten::divide.Scalar_mode(Tensor self, Scalar other, *, str? rounding_mode) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.divide.html
   */
  divide(other: Tensor | Scalar, options?: {
    /** `'trunc'` rounds towards 0, `'floor'` down. Default: no rounding. */
    roundingMode?: string | null;
  }): Tensor;
  divide(options: {
    /** The second operand. */
    other: Tensor | Scalar;
    /** `'trunc'` rounds towards 0, `'floor'` down. Default: no rounding. */
    roundingMode?: string | null;
  }): Tensor;
  divide(other: Scalar, options?: {
    /** `'trunc'` rounds towards 0, `'floor'` down. Default: no rounding. */
    roundingMode?: string | null;
  }): Tensor;
  divide(options: {
    /** The second operand. */
    other: Scalar;
    /** `'trunc'` rounds towards 0, `'floor'` down. Default: no rounding. */
    roundingMode?: string | null;
  }): Tensor;
  /**
   * `aten::divide_.Tensor_mode(Tensor(a!) self, Tensor other, *, str? rounding_mode) -> Tensor(a!)`
   * `aten::divide_.Scalar_mode(Tensor(a!) self, Scalar other, *, str? rounding_mode) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.divide_.html
   */
  divide_(other: Tensor | Scalar, options?: {
    /** `'trunc'` rounds towards 0, `'floor'` down. Default: no rounding. */
    roundingMode?: string | null;
  }): this;
  divide_(options: {
    /** The second operand. */
    other: Tensor | Scalar;
    /** `'trunc'` rounds towards 0, `'floor'` down. Default: no rounding. */
    roundingMode?: string | null;
  }): this;
  divide_(other: Scalar, options?: {
    /** `'trunc'` rounds towards 0, `'floor'` down. Default: no rounding. */
    roundingMode?: string | null;
  }): this;
  divide_(options: {
    /** The second operand. */
    other: Scalar;
    /** `'trunc'` rounds towards 0, `'floor'` down. Default: no rounding. */
    roundingMode?: string | null;
  }): this;
  /**
   * `aten::dot(Tensor self, Tensor tensor) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.dot.html
   */
  dot(tensor: Tensor): Tensor;
  dot(options: {
    /** The other tensor. */
    tensor: Tensor;
  }): Tensor;
  /**
   * `aten::dsplit.int(Tensor(a -> *) self, int sections) -> Tensor(a)[]`
   * `aten::dsplit.array(Tensor(a -> *) self, int[] indices) -> Tensor(a)[]`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.dsplit.html
   */
  dsplit(sections: Int): Tensor[];
  dsplit(options: {
    /** The number of parts. */
    sections: Int;
  }): Tensor[];
  dsplit(indices: readonly Int[]): Tensor[];
  dsplit(options: {
    /** The indices at which to split. */
    indices: readonly Int[];
  }): Tensor[];
  dsplit(...indices: readonly Int[]): Tensor[];
  /**
   * `aten::eq.Tensor(Tensor self, Tensor other) -> Tensor`
   * `aten::eq.Scalar(Tensor self, Scalar other) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.eq.html
   */
  eq(other: Tensor): Tensor;
  eq(options: {
    /** The second operand. */
    other: Tensor;
  }): Tensor;
  eq(other: Scalar): Tensor;
  eq(options: {
    /** The second operand. */
    other: Scalar;
  }): Tensor;
  /**
   * `aten::eq_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)`
   * `aten::eq_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.eq_.html
   */
  eq_(other: Tensor): this;
  eq_(options: {
    /** The second operand. */
    other: Tensor;
  }): this;
  eq_(other: Scalar): this;
  eq_(options: {
    /** The second operand. */
    other: Scalar;
  }): this;
  /**
   * `aten::equal(Tensor self, Tensor other) -> bool`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.equal.html
   */
  equal(other: Tensor): boolean;
  equal(options: {
    /** The second operand. */
    other: Tensor;
  }): boolean;
  /**
   * `aten::erf(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.erf.html
   */
  erf(): Tensor;
  /**
   * `aten::erf_(Tensor(a!) self) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.erf_.html
   */
  erf_(): this;
  /**
   * `aten::erfc(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.erfc.html
   */
  erfc(): Tensor;
  /**
   * `aten::erfc_(Tensor(a!) self) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.erfc_.html
   */
  erfc_(): this;
  /**
   * `aten::erfinv(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.erfinv.html
   */
  erfinv(): Tensor;
  /**
   * `aten::erfinv_(Tensor(a!) self) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.erfinv_.html
   */
  erfinv_(): this;
  /**
   * `aten::exp(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.exp.html
   */
  exp(): Tensor;
  /**
   * `aten::exp2(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.exp2.html
   */
  exp2(): Tensor;
  /**
   * `aten::exp2_(Tensor(a!) self) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.exp2_.html
   */
  exp2_(): this;
  /**
   * `aten::exp_(Tensor(a!) self) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.exp_.html
   */
  exp_(): this;
  /**
   * `aten::expand(Tensor(a) self, SymInt[] size, *, bool implicit=False) -> Tensor(a)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.expand.html
   */
  expand(size: readonly Int[], options?: {
    /** Set by autograd. */
    implicit?: boolean;
  }): Tensor;
  expand(options: {
    /** The new shape; -1 keeps the size of a dimension. */
    size: readonly Int[];
    /** Set by autograd. */
    implicit?: boolean;
  }): Tensor;
  expand(...size: readonly Int[]): Tensor;
  expand(...args: readonly [...size: Int[], options: {
    /** Set by autograd. */
    implicit?: boolean;
  }]): Tensor;
  /**
   * `aten::expand_as(Tensor(a) self, Tensor other) -> Tensor(a)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.expand_as.html
   */
  expandAs(other: Tensor): Tensor;
  expandAs(options: {
    /** The tensor whose shape is meant. */
    other: Tensor;
  }): Tensor;
  /**
   * `aten::expm1(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.expm1.html
   */
  expm1(): Tensor;
  /**
   * `aten::expm1_(Tensor(a!) self) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.expm1_.html
   */
  expm1_(): this;
  /**
   * `aten::exponential_(Tensor(a!) self, float lambd=1., *, Generator? generator=None) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.exponential_.html
   */
  exponential_(lambd?: number, options?: {
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
  }): this;
  exponential_(options: {
    /** The rate of the distribution. */
    lambd?: number;
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
  }): this;
  /**
   * `aten::fill_diagonal_(Tensor(a!) self, Scalar fill_value, bool wrap=False) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.fill_diagonal_.html
   */
  fillDiagonal_(fillValue: Scalar, wrap?: boolean): this;
  fillDiagonal_(options: {
    /** The value of the elements. */
    fillValue: Scalar;
    /** In a tall matrix, begin the diagonal again further down. */
    wrap?: boolean;
  }): this;
  fillDiagonal_(fillValue: Scalar, options: {
    /** In a tall matrix, begin the diagonal again further down. */
    wrap?: boolean;
  }): this;
  /**
   * `aten::fill_.Tensor(Tensor(a!) self, Tensor value) -> Tensor(a!)`
   * `aten::fill_.Scalar(Tensor(a!) self, Scalar value) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.fill_.html
   */
  fill_(value: Tensor): this;
  fill_(options: {
    /** The value to write. */
    value: Tensor;
  }): this;
  fill_(value: Scalar): this;
  fill_(options: {
    /** The value to write. */
    value: Scalar;
  }): this;
  /**
   * `aten::fix(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.fix.html
   */
  fix(): Tensor;
  /**
   * `aten::fix_(Tensor(a!) self) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.fix_.html
   */
  fix_(): this;
  /**
   * `aten::flatten.using_ints(Tensor(a) self, int start_dim=0, int end_dim=-1) -> Tensor(a)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.flatten.html
   */
  flatten(startDim?: Int, endDim?: Int): Tensor;
  flatten(options: {
    /** The first dimension to flatten. */
    startDim?: Int;
    /** The last dimension to flatten. */
    endDim?: Int;
  }): Tensor;
  flatten(startDim: Int, options: {
    /** The last dimension to flatten. */
    endDim?: Int;
  }): Tensor;
  /**
   * `aten::flip(Tensor self, int[] dims) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.flip.html
   */
  flip(dims: readonly Int[]): Tensor;
  flip(options: {
    /** The dimensions to work along. */
    dims: readonly Int[];
  }): Tensor;
  flip(...dims: readonly Int[]): Tensor;
  /**
   * `aten::fliplr(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.fliplr.html
   */
  fliplr(): Tensor;
  /**
   * `aten::flipud(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.flipud.html
   */
  flipud(): Tensor;
  /**
   * `aten::float_power.Tensor_Tensor(Tensor self, Tensor exponent) -> Tensor`
   * `aten::float_power.Tensor_Scalar(Tensor self, Scalar exponent) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.float_power.html
   */
  floatPower(exponent: Tensor): Tensor;
  floatPower(options: {
    /** The exponent. */
    exponent: Tensor;
  }): Tensor;
  floatPower(exponent: Scalar): Tensor;
  floatPower(options: {
    /** The exponent. */
    exponent: Scalar;
  }): Tensor;
  /**
   * `aten::float_power_.Tensor(Tensor(a!) self, Tensor exponent) -> Tensor(a!)`
   * `aten::float_power_.Scalar(Tensor(a!) self, Scalar exponent) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.float_power_.html
   */
  floatPower_(exponent: Tensor): this;
  floatPower_(options: {
    /** The exponent. */
    exponent: Tensor;
  }): this;
  floatPower_(exponent: Scalar): this;
  floatPower_(options: {
    /** The exponent. */
    exponent: Scalar;
  }): this;
  /**
   * `aten::floor(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.floor.html
   */
  floor(): Tensor;
  /**
   * `aten::floor_divide(Tensor self, Tensor other) -> Tensor`
   * `aten::floor_divide.Scalar(Tensor self, Scalar other) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.floor_divide.html
   */
  floorDivide(other: Tensor | Scalar): Tensor;
  floorDivide(options: {
    /** The second operand. */
    other: Tensor | Scalar;
  }): Tensor;
  floorDivide(other: Scalar): Tensor;
  floorDivide(options: {
    /** The second operand. */
    other: Scalar;
  }): Tensor;
  /**
   * `aten::floor_divide_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)`
   * `aten::floor_divide_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.floor_divide_.html
   */
  floorDivide_(other: Tensor | Scalar): this;
  floorDivide_(options: {
    /** The second operand. */
    other: Tensor | Scalar;
  }): this;
  floorDivide_(other: Scalar): this;
  floorDivide_(options: {
    /** The second operand. */
    other: Scalar;
  }): this;
  /**
   * `aten::floor_(Tensor(a!) self) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.floor_.html
   */
  floor_(): this;
  /**
   * `aten::fmax(Tensor self, Tensor other) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.fmax.html
   */
  fmax(other: Tensor): Tensor;
  fmax(options: {
    /** The second operand. */
    other: Tensor;
  }): Tensor;
  /**
   * `aten::fmin(Tensor self, Tensor other) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.fmin.html
   */
  fmin(other: Tensor): Tensor;
  fmin(options: {
    /** The second operand. */
    other: Tensor;
  }): Tensor;
  /**
   * `aten::fmod.Tensor(Tensor self, Tensor other) -> Tensor`
   * `aten::fmod.Scalar(Tensor self, Scalar other) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.fmod.html
   */
  fmod(other: Tensor): Tensor;
  fmod(options: {
    /** The second operand. */
    other: Tensor;
  }): Tensor;
  fmod(other: Scalar): Tensor;
  fmod(options: {
    /** The second operand. */
    other: Scalar;
  }): Tensor;
  /**
   * `aten::fmod_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)`
   * `aten::fmod_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.fmod_.html
   */
  fmod_(other: Tensor): this;
  fmod_(options: {
    /** The second operand. */
    other: Tensor;
  }): this;
  fmod_(other: Scalar): this;
  fmod_(options: {
    /** The second operand. */
    other: Scalar;
  }): this;
  /**
   * `aten::frac(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.frac.html
   */
  frac(): Tensor;
  /**
   * `aten::frac_(Tensor(a!) self) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.frac_.html
   */
  frac_(): this;
  /**
   * `aten::frexp.Tensor(Tensor self) -> (Tensor mantissa, Tensor exponent)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.frexp.html
   */
  frexp(): [mantissa: Tensor, exponent: Tensor];
  /**
   * `aten::gather(Tensor self, int dim, Tensor index, *, bool sparse_grad=False) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.gather.html
   */
  gather(dim: Int, index: Tensor, options?: {
    /** Make the gradient of the input sparse. */
    sparseGrad?: boolean;
  }): Tensor;
  gather(options: {
    /** The dimension of the indices or parts. */
    dim: Int;
    /** For each element, its position along `dim`. */
    index: Tensor;
    /** Make the gradient of the input sparse. */
    sparseGrad?: boolean;
  }): Tensor;
  gather(dim: Int, options: {
    /** For each element, its position along `dim`. */
    index: Tensor;
    /** Make the gradient of the input sparse. */
    sparseGrad?: boolean;
  }): Tensor;
  /**
   * `aten::gcd(Tensor self, Tensor other) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.gcd.html
   */
  gcd(other: Tensor): Tensor;
  gcd(options: {
    /** The second operand. */
    other: Tensor;
  }): Tensor;
  /**
   * `aten::gcd_(Tensor(a!) self, Tensor other) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.gcd_.html
   */
  gcd_(other: Tensor): this;
  gcd_(options: {
    /** The second operand. */
    other: Tensor;
  }): this;
  /**
   * `aten::ge.Tensor(Tensor self, Tensor other) -> Tensor`
   * `aten::ge.Scalar(Tensor self, Scalar other) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.ge.html
   */
  ge(other: Tensor): Tensor;
  ge(options: {
    /** The second operand. */
    other: Tensor;
  }): Tensor;
  ge(other: Scalar): Tensor;
  ge(options: {
    /** The second operand. */
    other: Scalar;
  }): Tensor;
  /**
   * `aten::ge_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)`
   * `aten::ge_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.ge_.html
   */
  ge_(other: Tensor): this;
  ge_(options: {
    /** The second operand. */
    other: Tensor;
  }): this;
  ge_(other: Scalar): this;
  ge_(options: {
    /** The second operand. */
    other: Scalar;
  }): this;
  /**
   * `aten::geometric_(Tensor(a!) self, float p, *, Generator? generator=None) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.geometric_.html
   */
  geometric_(p: number, options?: {
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
  }): this;
  geometric_(options: {
    /** The probability of success. */
    p: number;
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
  }): this;
  /**
   * `aten::geqrf(Tensor self) -> (Tensor a, Tensor tau)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.geqrf.html
   */
  geqrf(): [a: Tensor, tau: Tensor];
  /**
   * `aten::ger(Tensor self, Tensor vec2) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.ger.html
   */
  ger(vec2: Tensor): Tensor;
  ger(options: {
    /** The second vector. */
    vec2: Tensor;
  }): Tensor;
  /**
   * `aten::greater.Tensor(Tensor self, Tensor other) -> Tensor`
   * `aten::greater.Scalar(Tensor self, Scalar other) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.greater.html
   */
  greater(other: Tensor): Tensor;
  greater(options: {
    /** The second operand. */
    other: Tensor;
  }): Tensor;
  greater(other: Scalar): Tensor;
  greater(options: {
    /** The second operand. */
    other: Scalar;
  }): Tensor;
  /**
   * `aten::greater_equal.Tensor(Tensor self, Tensor other) -> Tensor`
   * `aten::greater_equal.Scalar(Tensor self, Scalar other) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.greater_equal.html
   */
  greaterEqual(other: Tensor): Tensor;
  greaterEqual(options: {
    /** The second operand. */
    other: Tensor;
  }): Tensor;
  greaterEqual(other: Scalar): Tensor;
  greaterEqual(options: {
    /** The second operand. */
    other: Scalar;
  }): Tensor;
  /**
   * `aten::greater_equal_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)`
   * `aten::greater_equal_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.greater_equal_.html
   */
  greaterEqual_(other: Tensor): this;
  greaterEqual_(options: {
    /** The second operand. */
    other: Tensor;
  }): this;
  greaterEqual_(other: Scalar): this;
  greaterEqual_(options: {
    /** The second operand. */
    other: Scalar;
  }): this;
  /**
   * `aten::greater_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)`
   * `aten::greater_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.greater_.html
   */
  greater_(other: Tensor): this;
  greater_(options: {
    /** The second operand. */
    other: Tensor;
  }): this;
  greater_(other: Scalar): this;
  greater_(options: {
    /** The second operand. */
    other: Scalar;
  }): this;
  /**
   * `aten::gt.Tensor(Tensor self, Tensor other) -> Tensor`
   * `aten::gt.Scalar(Tensor self, Scalar other) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.gt.html
   */
  gt(other: Tensor): Tensor;
  gt(options: {
    /** The second operand. */
    other: Tensor;
  }): Tensor;
  gt(other: Scalar): Tensor;
  gt(options: {
    /** The second operand. */
    other: Scalar;
  }): Tensor;
  /**
   * `aten::gt_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)`
   * `aten::gt_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.gt_.html
   */
  gt_(other: Tensor): this;
  gt_(options: {
    /** The second operand. */
    other: Tensor;
  }): this;
  gt_(other: Scalar): this;
  gt_(options: {
    /** The second operand. */
    other: Scalar;
  }): this;
  /**
   * `aten::hardshrink(Tensor self, Scalar lambd=0.5) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.hardshrink.html
   */
  hardshrink(lambd?: Scalar): Tensor;
  hardshrink(options: {
    /** Elements between −lambd and lambd become 0. */
    lambd?: Scalar;
  }): Tensor;
  /**
   * `aten::hash_tensor(Tensor self, int[1] dim=[], *, bool keepdim=False, int mode=0) -> Tensor`
   */
  hashTensor(dim?: Int | readonly Int[], options?: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** How elements are combined: 0 is XOR. */
    mode?: Int;
  }): Tensor;
  hashTensor(options: {
    /** The dimensions to reduce. Default: all. */
    dim?: Int | readonly Int[];
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** How elements are combined: 0 is XOR. */
    mode?: Int;
  }): Tensor;
  hashTensor(...dim: readonly Int[]): Tensor;
  hashTensor(...args: readonly [...dim: Int[], options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** How elements are combined: 0 is XOR. */
    mode?: Int;
  }]): Tensor;
  /**
   * `aten::heaviside(Tensor self, Tensor values) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.heaviside.html
   */
  heaviside(values: Tensor): Tensor;
  heaviside(options: {
    /** What becomes of zeros. */
    values: Tensor;
  }): Tensor;
  /**
   * `aten::heaviside_(Tensor(a!) self, Tensor values) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.heaviside_.html
   */
  heaviside_(values: Tensor): this;
  heaviside_(options: {
    /** What becomes of zeros. */
    values: Tensor;
  }): this;
  /**
   * `aten::histc(Tensor self, int bins=100, Scalar min=0, Scalar max=0) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.histc.html
   */
  histc(bins?: Int, min?: Scalar, max?: Scalar): Tensor;
  histc(options: {
    /** The number of bins, or their edges. */
    bins?: Int;
    /** The lowest edge. The extremes of the input, if `min` and `max` are equal. */
    min?: Scalar;
    /** The highest edge. The extremes of the input, if `min` and `max` are equal. */
    max?: Scalar;
  }): Tensor;
  histc(bins: Int, options: {
    /** The lowest edge. The extremes of the input, if `min` and `max` are equal. */
    min?: Scalar;
    /** The highest edge. The extremes of the input, if `min` and `max` are equal. */
    max?: Scalar;
  }): Tensor;
  histc(bins: Int, min: Scalar, options: {
    /** The highest edge. The extremes of the input, if `min` and `max` are equal. */
    max?: Scalar;
  }): Tensor;
  /**
   * `aten::histogram.bins_tensor(Tensor self, Tensor bins, *, Tensor? weight=None, bool density=False) -> (Tensor hist, Tensor bin_edges)`
   * `aten::histogram.bin_ct(Tensor self, int bins=100, *, float[]? range=None, Tensor? weight=None, bool density=False) -> (Tensor hist, Tensor bin_edges)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.histogram.html
   */
  histogram(bins: Tensor, options?: {
    /** The weight of each element. */
    weight?: Tensor | null;
    /** Return a density instead of counts. */
    density?: boolean;
  }): [hist: Tensor, binEdges: Tensor];
  histogram(options: {
    /** The number of bins, or their edges. */
    bins: Tensor;
    /** The weight of each element. */
    weight?: Tensor | null;
    /** Return a density instead of counts. */
    density?: boolean;
  }): [hist: Tensor, binEdges: Tensor];
  histogram(bins?: Int, options?: {
    /** The lowest and the highest edge. Default: the extremes of the input. */
    range?: readonly number[] | null;
    /** The weight of each element. */
    weight?: Tensor | null;
    /** Return a density instead of counts. */
    density?: boolean;
  }): [hist: Tensor, binEdges: Tensor];
  histogram(options: {
    /** The number of bins, or their edges. */
    bins?: Int;
    /** The lowest and the highest edge. Default: the extremes of the input. */
    range?: readonly number[] | null;
    /** The weight of each element. */
    weight?: Tensor | null;
    /** Return a density instead of counts. */
    density?: boolean;
  }): [hist: Tensor, binEdges: Tensor];
  /**
   * `aten::hsplit.int(Tensor(a -> *) self, int sections) -> Tensor(a)[]`
   * `aten::hsplit.array(Tensor(a -> *) self, int[] indices) -> Tensor(a)[]`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.hsplit.html
   */
  hsplit(sections: Int): Tensor[];
  hsplit(options: {
    /** The number of parts. */
    sections: Int;
  }): Tensor[];
  hsplit(indices: readonly Int[]): Tensor[];
  hsplit(options: {
    /** The indices at which to split. */
    indices: readonly Int[];
  }): Tensor[];
  hsplit(...indices: readonly Int[]): Tensor[];
  /**
   * `aten::hypot(Tensor self, Tensor other) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.hypot.html
   */
  hypot(other: Tensor): Tensor;
  hypot(options: {
    /** The second operand. */
    other: Tensor;
  }): Tensor;
  /**
   * `aten::hypot_(Tensor(a!) self, Tensor other) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.hypot_.html
   */
  hypot_(other: Tensor): this;
  hypot_(options: {
    /** The second operand. */
    other: Tensor;
  }): this;
  /**
   * `aten::i0(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.i0.html
   */
  i0(): Tensor;
  /**
   * `aten::i0_(Tensor(a!) self) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.i0_.html
   */
  i0_(): this;
  /**
   * `aten::igamma(Tensor self, Tensor other) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.igamma.html
   */
  igamma(other: Tensor): Tensor;
  igamma(options: {
    /** The second operand. */
    other: Tensor;
  }): Tensor;
  /**
   * `aten::igamma_(Tensor(a!) self, Tensor other) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.igamma_.html
   */
  igamma_(other: Tensor): this;
  igamma_(options: {
    /** The second operand. */
    other: Tensor;
  }): this;
  /**
   * `aten::igammac(Tensor self, Tensor other) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.igammac.html
   */
  igammac(other: Tensor): Tensor;
  igammac(options: {
    /** The second operand. */
    other: Tensor;
  }): Tensor;
  /**
   * `aten::igammac_(Tensor(a!) self, Tensor other) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.igammac_.html
   */
  igammac_(other: Tensor): this;
  igammac_(options: {
    /** The second operand. */
    other: Tensor;
  }): this;
  /**
   * `aten::index_add(Tensor self, int dim, Tensor index, Tensor source, *, Scalar alpha=1) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.index_add.html
   */
  indexAdd(dim: Int, index: Tensor, source: Tensor, options?: {
    /** The factor of what is added. */
    alpha?: Scalar;
  }): Tensor;
  indexAdd(options: {
    /** The dimension of the indices or parts. */
    dim: Int;
    /** The positions along `dim`. */
    index: Tensor;
    /** The values to write or add. */
    source: Tensor;
    /** The factor of what is added. */
    alpha?: Scalar;
  }): Tensor;
  indexAdd(dim: Int, options: {
    /** The positions along `dim`. */
    index: Tensor;
    /** The values to write or add. */
    source: Tensor;
    /** The factor of what is added. */
    alpha?: Scalar;
  }): Tensor;
  indexAdd(dim: Int, index: Tensor, options: {
    /** The values to write or add. */
    source: Tensor;
    /** The factor of what is added. */
    alpha?: Scalar;
  }): Tensor;
  /**
   * `aten::index_add_(Tensor(a!) self, int dim, Tensor index, Tensor source, *, Scalar alpha=1) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.index_add_.html
   */
  indexAdd_(dim: Int, index: Tensor, source: Tensor, options?: {
    /** The factor of what is added. */
    alpha?: Scalar;
  }): this;
  indexAdd_(options: {
    /** The dimension of the indices or parts. */
    dim: Int;
    /** The positions along `dim`. */
    index: Tensor;
    /** The values to write or add. */
    source: Tensor;
    /** The factor of what is added. */
    alpha?: Scalar;
  }): this;
  indexAdd_(dim: Int, options: {
    /** The positions along `dim`. */
    index: Tensor;
    /** The values to write or add. */
    source: Tensor;
    /** The factor of what is added. */
    alpha?: Scalar;
  }): this;
  indexAdd_(dim: Int, index: Tensor, options: {
    /** The values to write or add. */
    source: Tensor;
    /** The factor of what is added. */
    alpha?: Scalar;
  }): this;
  /**
   * `aten::index_copy(Tensor self, int dim, Tensor index, Tensor source) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.index_copy.html
   */
  indexCopy(dim: Int, index: Tensor, source: Tensor): Tensor;
  indexCopy(options: {
    /** The dimension of the indices or parts. */
    dim: Int;
    /** The positions along `dim`. */
    index: Tensor;
    /** The values to write or add. */
    source: Tensor;
  }): Tensor;
  indexCopy(dim: Int, options: {
    /** The positions along `dim`. */
    index: Tensor;
    /** The values to write or add. */
    source: Tensor;
  }): Tensor;
  indexCopy(dim: Int, index: Tensor, options: {
    /** The values to write or add. */
    source: Tensor;
  }): Tensor;
  /**
   * `aten::index_copy_(Tensor(a!) self, int dim, Tensor index, Tensor source) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.index_copy_.html
   */
  indexCopy_(dim: Int, index: Tensor, source: Tensor): this;
  indexCopy_(options: {
    /** The dimension of the indices or parts. */
    dim: Int;
    /** The positions along `dim`. */
    index: Tensor;
    /** The values to write or add. */
    source: Tensor;
  }): this;
  indexCopy_(dim: Int, options: {
    /** The positions along `dim`. */
    index: Tensor;
    /** The values to write or add. */
    source: Tensor;
  }): this;
  indexCopy_(dim: Int, index: Tensor, options: {
    /** The values to write or add. */
    source: Tensor;
  }): this;
  /**
   * `aten::index_fill.int_Tensor(Tensor self, int dim, Tensor index, Tensor value) -> Tensor`
   * `aten::index_fill.int_Scalar(Tensor self, int dim, Tensor index, Scalar value) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.index_fill.html
   */
  indexFill(dim: Int, index: Tensor, value: Tensor): Tensor;
  indexFill(options: {
    /** The dimension of the indices or parts. */
    dim: Int;
    /** The positions along `dim`. */
    index: Tensor;
    /** The value to write. */
    value: Tensor;
  }): Tensor;
  indexFill(dim: Int, options: {
    /** The positions along `dim`. */
    index: Tensor;
    /** The value to write. */
    value: Tensor;
  }): Tensor;
  indexFill(dim: Int, index: Tensor, options: {
    /** The value to write. */
    value: Tensor;
  }): Tensor;
  indexFill(dim: Int, index: Tensor, value: Scalar): Tensor;
  indexFill(options: {
    /** The dimension of the indices or parts. */
    dim: Int;
    /** The positions along `dim`. */
    index: Tensor;
    /** The value to write. */
    value: Scalar;
  }): Tensor;
  indexFill(dim: Int, options: {
    /** The positions along `dim`. */
    index: Tensor;
    /** The value to write. */
    value: Scalar;
  }): Tensor;
  indexFill(dim: Int, index: Tensor, options: {
    /** The value to write. */
    value: Scalar;
  }): Tensor;
  /**
   * `aten::index_fill_.int_Tensor(Tensor(a!) self, int dim, Tensor index, Tensor value) -> Tensor(a!)`
   * `aten::index_fill_.int_Scalar(Tensor(a!) self, int dim, Tensor index, Scalar value) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.index_fill_.html
   */
  indexFill_(dim: Int, index: Tensor, value: Tensor): this;
  indexFill_(options: {
    /** The dimension of the indices or parts. */
    dim: Int;
    /** The positions along `dim`. */
    index: Tensor;
    /** The value to write. */
    value: Tensor;
  }): this;
  indexFill_(dim: Int, options: {
    /** The positions along `dim`. */
    index: Tensor;
    /** The value to write. */
    value: Tensor;
  }): this;
  indexFill_(dim: Int, index: Tensor, options: {
    /** The value to write. */
    value: Tensor;
  }): this;
  indexFill_(dim: Int, index: Tensor, value: Scalar): this;
  indexFill_(options: {
    /** The dimension of the indices or parts. */
    dim: Int;
    /** The positions along `dim`. */
    index: Tensor;
    /** The value to write. */
    value: Scalar;
  }): this;
  indexFill_(dim: Int, options: {
    /** The positions along `dim`. */
    index: Tensor;
    /** The value to write. */
    value: Scalar;
  }): this;
  indexFill_(dim: Int, index: Tensor, options: {
    /** The value to write. */
    value: Scalar;
  }): this;
  /**
   * `aten::index_put(Tensor self, Tensor?[] indices, Tensor values, bool accumulate=False) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.index_put.html
   */
  indexPut(indices: readonly (Tensor | null)[], values: Tensor, accumulate?: boolean): Tensor;
  indexPut(options: {
    /** One tensor of indices or booleans for each dimension; null takes all of it. */
    indices: readonly (Tensor | null)[];
    /** The values to write or add. */
    values: Tensor;
    /** Add to what is there instead of replacing it. */
    accumulate?: boolean;
  }): Tensor;
  indexPut(indices: readonly (Tensor | null)[], options: {
    /** The values to write or add. */
    values: Tensor;
    /** Add to what is there instead of replacing it. */
    accumulate?: boolean;
  }): Tensor;
  indexPut(indices: readonly (Tensor | null)[], values: Tensor, options: {
    /** Add to what is there instead of replacing it. */
    accumulate?: boolean;
  }): Tensor;
  /**
   * `aten::index_put_(Tensor(a!) self, Tensor?[] indices, Tensor values, bool accumulate=False) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.index_put_.html
   */
  indexPut_(indices: readonly (Tensor | null)[], values: Tensor, accumulate?: boolean): this;
  indexPut_(options: {
    /** One tensor of indices or booleans for each dimension; null takes all of it. */
    indices: readonly (Tensor | null)[];
    /** The values to write or add. */
    values: Tensor;
    /** Add to what is there instead of replacing it. */
    accumulate?: boolean;
  }): this;
  indexPut_(indices: readonly (Tensor | null)[], options: {
    /** The values to write or add. */
    values: Tensor;
    /** Add to what is there instead of replacing it. */
    accumulate?: boolean;
  }): this;
  indexPut_(indices: readonly (Tensor | null)[], values: Tensor, options: {
    /** Add to what is there instead of replacing it. */
    accumulate?: boolean;
  }): this;
  /**
   * `aten::index_reduce(Tensor self, int dim, Tensor index, Tensor source, str reduce, *, bool include_self=True) -> Tensor`
   */
  indexReduce(dim: Int, index: Tensor, source: Tensor, reduce: string, options?: {
    /** Count what was there before among the values. */
    includeSelf?: boolean;
  }): Tensor;
  indexReduce(options: {
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
  }): Tensor;
  indexReduce(dim: Int, options: {
    /** The positions along `dim`. */
    index: Tensor;
    /** The values to write or add. */
    source: Tensor;
    /** How values that meet in one place are combined. */
    reduce: string;
    /** Count what was there before among the values. */
    includeSelf?: boolean;
  }): Tensor;
  indexReduce(dim: Int, index: Tensor, options: {
    /** The values to write or add. */
    source: Tensor;
    /** How values that meet in one place are combined. */
    reduce: string;
    /** Count what was there before among the values. */
    includeSelf?: boolean;
  }): Tensor;
  indexReduce(dim: Int, index: Tensor, source: Tensor, options: {
    /** How values that meet in one place are combined. */
    reduce: string;
    /** Count what was there before among the values. */
    includeSelf?: boolean;
  }): Tensor;
  /**
   * `aten::index_reduce_(Tensor(a!) self, int dim, Tensor index, Tensor source, str reduce, *, bool include_self=True) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.index_reduce_.html
   */
  indexReduce_(dim: Int, index: Tensor, source: Tensor, reduce: string, options?: {
    /** Count what was there before among the values. */
    includeSelf?: boolean;
  }): this;
  indexReduce_(options: {
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
  }): this;
  indexReduce_(dim: Int, options: {
    /** The positions along `dim`. */
    index: Tensor;
    /** The values to write or add. */
    source: Tensor;
    /** How values that meet in one place are combined. */
    reduce: string;
    /** Count what was there before among the values. */
    includeSelf?: boolean;
  }): this;
  indexReduce_(dim: Int, index: Tensor, options: {
    /** The values to write or add. */
    source: Tensor;
    /** How values that meet in one place are combined. */
    reduce: string;
    /** Count what was there before among the values. */
    includeSelf?: boolean;
  }): this;
  indexReduce_(dim: Int, index: Tensor, source: Tensor, options: {
    /** How values that meet in one place are combined. */
    reduce: string;
    /** Count what was there before among the values. */
    includeSelf?: boolean;
  }): this;
  /**
   * `aten::index_select(Tensor self, int dim, Tensor index) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.index_select.html
   */
  indexSelect(dim: Int, index: Tensor): Tensor;
  indexSelect(options: {
    /** The dimension of the indices or parts. */
    dim: Int;
    /** The positions along `dim`. */
    index: Tensor;
  }): Tensor;
  indexSelect(dim: Int, options: {
    /** The positions along `dim`. */
    index: Tensor;
  }): Tensor;
  /**
   * `aten::indices(Tensor(a) self) -> Tensor(a)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.indices.html
   */
  indices(): Tensor;
  /**
   * `aten::inner(Tensor self, Tensor other) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.inner.html
   */
  inner(other: Tensor): Tensor;
  inner(options: {
    /** The second operand. */
    other: Tensor;
  }): Tensor;
  /**
   * `aten::int_repr(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.int_repr.html
   */
  intRepr(): Tensor;
  /**
   * `aten::inverse(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.inverse.html
   */
  inverse(): Tensor;
  /**
   * `aten::is_coalesced(Tensor self) -> bool`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.is_coalesced.html
   */
  isCoalesced(): boolean;
  /**
   * `aten::is_complex(Tensor self) -> bool`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.is_complex.html
   */
  isComplex(): boolean;
  /**
   * `aten::is_distributed(Tensor self) -> bool`
   */
  isDistributed(): boolean;
  /**
   * `aten::is_floating_point(Tensor self) -> bool`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.is_floating_point.html
   */
  isFloatingPoint(): boolean;
  /**
   * `aten::is_nonzero(Tensor self) -> bool`
   */
  isNonzero(): boolean;
  /**
   * `aten::is_same_size(Tensor self, Tensor other) -> bool`
   */
  isSameSize(other: Tensor): boolean;
  isSameSize(options: {
    /** The tensor whose shape is meant. */
    other: Tensor;
  }): boolean;
  /**
   * `aten::is_set_to(Tensor self, Tensor tensor) -> bool`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.is_set_to.html
   */
  isSetTo(tensor: Tensor): boolean;
  isSetTo(options: {
    /** The other tensor. */
    tensor: Tensor;
  }): boolean;
  /**
   * `aten::is_signed(Tensor self) -> bool`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.is_signed.html
   */
  isSigned(): boolean;
  /**
   * `aten::isclose(Tensor self, Tensor other, float rtol=1.0000000000000001e-05, float atol=1e-08, bool equal_nan=False) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.isclose.html
   */
  isclose(other: Tensor, rtol?: number, atol?: number, equalNan?: boolean): Tensor;
  isclose(options: {
    /** The second operand. */
    other: Tensor;
    /** The difference that is allowed, as a fraction of `other`. */
    rtol?: number;
    /** The difference that is allowed, as a number. */
    atol?: number;
    /** NaN equals NaN. */
    equalNan?: boolean;
  }): Tensor;
  isclose(other: Tensor, options: {
    /** The difference that is allowed, as a fraction of `other`. */
    rtol?: number;
    /** The difference that is allowed, as a number. */
    atol?: number;
    /** NaN equals NaN. */
    equalNan?: boolean;
  }): Tensor;
  isclose(other: Tensor, rtol: number, options: {
    /** The difference that is allowed, as a number. */
    atol?: number;
    /** NaN equals NaN. */
    equalNan?: boolean;
  }): Tensor;
  isclose(other: Tensor, rtol: number, atol: number, options: {
    /** NaN equals NaN. */
    equalNan?: boolean;
  }): Tensor;
  /**
   * `aten::isfinite(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.isfinite.html
   */
  isfinite(): Tensor;
  /**
   * `aten::isinf(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.isinf.html
   */
  isinf(): Tensor;
  /**
   * `aten::isnan(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.isnan.html
   */
  isnan(): Tensor;
  /**
   * `aten::isneginf(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.isneginf.html
   */
  isneginf(): Tensor;
  /**
   * `aten::isposinf(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.isposinf.html
   */
  isposinf(): Tensor;
  /**
   * `aten::isreal(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.isreal.html
   */
  isreal(): Tensor;
  /**
   * `aten::istft(Tensor self, int n_fft, int? hop_length=None, int? win_length=None, Tensor? window=None, bool center=True, bool normalized=False, bool? onesided=None, int? length=None, bool return_complex=False) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.istft.html
   */
  istft(nFft: Int, hopLength?: Int | null, winLength?: Int | null, window?: Tensor | null, center?: boolean, normalized?: boolean, onesided?: boolean | null, length?: Int | null, returnComplex?: boolean): Tensor;
  istft(options: {
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
  istft(nFft: Int, options: {
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
  istft(nFft: Int, hopLength: Int | null, options: {
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
  istft(nFft: Int, hopLength: Int | null, winLength: Int | null, options: {
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
  istft(nFft: Int, hopLength: Int | null, winLength: Int | null, window: Tensor | null, options: {
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
  istft(nFft: Int, hopLength: Int | null, winLength: Int | null, window: Tensor | null, center: boolean, options: {
    /** The spectrum was divided by √nFft. */
    normalized?: boolean;
    /** Negative frequencies were left out. Default: found from the input's size. */
    onesided?: boolean | null;
    /** The length of the signal. */
    length?: Int | null;
    /** Return a complex signal. */
    returnComplex?: boolean;
  }): Tensor;
  istft(nFft: Int, hopLength: Int | null, winLength: Int | null, window: Tensor | null, center: boolean, normalized: boolean, options: {
    /** Negative frequencies were left out. Default: found from the input's size. */
    onesided?: boolean | null;
    /** The length of the signal. */
    length?: Int | null;
    /** Return a complex signal. */
    returnComplex?: boolean;
  }): Tensor;
  istft(nFft: Int, hopLength: Int | null, winLength: Int | null, window: Tensor | null, center: boolean, normalized: boolean, onesided: boolean | null, options: {
    /** The length of the signal. */
    length?: Int | null;
    /** Return a complex signal. */
    returnComplex?: boolean;
  }): Tensor;
  istft(nFft: Int, hopLength: Int | null, winLength: Int | null, window: Tensor | null, center: boolean, normalized: boolean, onesided: boolean | null, length: Int | null, options: {
    /** Return a complex signal. */
    returnComplex?: boolean;
  }): Tensor;
  /**
   * `aten::kron(Tensor self, Tensor other) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.kron.html
   */
  kron(other: Tensor): Tensor;
  kron(options: {
    /** The second operand. */
    other: Tensor;
  }): Tensor;
  /**
   * `aten::kthvalue(Tensor self, SymInt k, int dim=-1, bool keepdim=False) -> (Tensor values, Tensor indices)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.kthvalue.html
   */
  kthvalue(k: Int, dim?: Int, keepdim?: boolean): [values: Tensor, indices: Tensor];
  kthvalue(options: {
    /** Which value: 1 is the smallest. */
    k: Int;
    /** The dimension to reduce. */
    dim?: Int;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
  }): [values: Tensor, indices: Tensor];
  kthvalue(k: Int, options: {
    /** The dimension to reduce. */
    dim?: Int;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
  }): [values: Tensor, indices: Tensor];
  kthvalue(k: Int, dim: Int, options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
  }): [values: Tensor, indices: Tensor];
  /**
   * `aten::lcm(Tensor self, Tensor other) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.lcm.html
   */
  lcm(other: Tensor): Tensor;
  lcm(options: {
    /** The second operand. */
    other: Tensor;
  }): Tensor;
  /**
   * `aten::lcm_(Tensor(a!) self, Tensor other) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.lcm_.html
   */
  lcm_(other: Tensor): this;
  lcm_(options: {
    /** The second operand. */
    other: Tensor;
  }): this;
  /**
   * `aten::ldexp.Tensor(Tensor self, Tensor other) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.ldexp.html
   */
  ldexp(other: Tensor): Tensor;
  ldexp(options: {
    /** The second operand. */
    other: Tensor;
  }): Tensor;
  /**
   * `aten::ldexp_(Tensor(a!) self, Tensor other) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.ldexp_.html
   */
  ldexp_(other: Tensor): this;
  ldexp_(options: {
    /** The second operand. */
    other: Tensor;
  }): this;
  /**
   * `aten::le.Tensor(Tensor self, Tensor other) -> Tensor`
   * `aten::le.Scalar(Tensor self, Scalar other) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.le.html
   */
  le(other: Tensor): Tensor;
  le(options: {
    /** The second operand. */
    other: Tensor;
  }): Tensor;
  le(other: Scalar): Tensor;
  le(options: {
    /** The second operand. */
    other: Scalar;
  }): Tensor;
  /**
   * `aten::le_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)`
   * `aten::le_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.le_.html
   */
  le_(other: Tensor): this;
  le_(options: {
    /** The second operand. */
    other: Tensor;
  }): this;
  le_(other: Scalar): this;
  le_(options: {
    /** The second operand. */
    other: Scalar;
  }): this;
  /**
   * `aten::lerp.Tensor(Tensor self, Tensor end, Tensor weight) -> Tensor`
   * `aten::lerp.Scalar(Tensor self, Tensor end, Scalar weight) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.lerp.html
   */
  lerp(end: Tensor, weight: Tensor): Tensor;
  lerp(options: {
    /** The tensor of end points. */
    end: Tensor;
    /** How far to go from the input to the end points: 0 stays, 1 arrives. */
    weight: Tensor;
  }): Tensor;
  lerp(end: Tensor, options: {
    /** How far to go from the input to the end points: 0 stays, 1 arrives. */
    weight: Tensor;
  }): Tensor;
  lerp(end: Tensor, weight: Scalar): Tensor;
  lerp(options: {
    /** The tensor of end points. */
    end: Tensor;
    /** How far to go from the input to the end points: 0 stays, 1 arrives. */
    weight: Scalar;
  }): Tensor;
  lerp(end: Tensor, options: {
    /** How far to go from the input to the end points: 0 stays, 1 arrives. */
    weight: Scalar;
  }): Tensor;
  /**
   * `aten::lerp_.Tensor(Tensor(a!) self, Tensor end, Tensor weight) -> Tensor(a!)`
   * `aten::lerp_.Scalar(Tensor(a!) self, Tensor end, Scalar weight) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.lerp_.html
   */
  lerp_(end: Tensor, weight: Tensor): this;
  lerp_(options: {
    /** The tensor of end points. */
    end: Tensor;
    /** How far to go from the input to the end points: 0 stays, 1 arrives. */
    weight: Tensor;
  }): this;
  lerp_(end: Tensor, options: {
    /** How far to go from the input to the end points: 0 stays, 1 arrives. */
    weight: Tensor;
  }): this;
  lerp_(end: Tensor, weight: Scalar): this;
  lerp_(options: {
    /** The tensor of end points. */
    end: Tensor;
    /** How far to go from the input to the end points: 0 stays, 1 arrives. */
    weight: Scalar;
  }): this;
  lerp_(end: Tensor, options: {
    /** How far to go from the input to the end points: 0 stays, 1 arrives. */
    weight: Scalar;
  }): this;
  /**
   * `aten::less.Tensor(Tensor self, Tensor other) -> Tensor`
   * `aten::less.Scalar(Tensor self, Scalar other) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.less.html
   */
  less(other: Tensor): Tensor;
  less(options: {
    /** The second operand. */
    other: Tensor;
  }): Tensor;
  less(other: Scalar): Tensor;
  less(options: {
    /** The second operand. */
    other: Scalar;
  }): Tensor;
  /**
   * `aten::less_equal.Tensor(Tensor self, Tensor other) -> Tensor`
   * `aten::less_equal.Scalar(Tensor self, Scalar other) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.less_equal.html
   */
  lessEqual(other: Tensor): Tensor;
  lessEqual(options: {
    /** The second operand. */
    other: Tensor;
  }): Tensor;
  lessEqual(other: Scalar): Tensor;
  lessEqual(options: {
    /** The second operand. */
    other: Scalar;
  }): Tensor;
  /**
   * `aten::less_equal_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)`
   * `aten::less_equal_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.less_equal_.html
   */
  lessEqual_(other: Tensor): this;
  lessEqual_(options: {
    /** The second operand. */
    other: Tensor;
  }): this;
  lessEqual_(other: Scalar): this;
  lessEqual_(options: {
    /** The second operand. */
    other: Scalar;
  }): this;
  /**
   * `aten::less_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)`
   * `aten::less_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.less_.html
   */
  less_(other: Tensor): this;
  less_(options: {
    /** The second operand. */
    other: Tensor;
  }): this;
  less_(other: Scalar): this;
  less_(options: {
    /** The second operand. */
    other: Scalar;
  }): this;
  /**
   * `aten::lgamma(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.lgamma.html
   */
  lgamma(): Tensor;
  /**
   * `aten::lgamma_(Tensor(a!) self) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.lgamma_.html
   */
  lgamma_(): this;
  /**
   * `aten::log(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.log.html
   */
  log(): Tensor;
  /**
   * `aten::log10(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.log10.html
   */
  log10(): Tensor;
  /**
   * `aten::log10_(Tensor(a!) self) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.log10_.html
   */
  log10_(): this;
  /**
   * `aten::log1p(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.log1p.html
   */
  log1p(): Tensor;
  /**
   * `aten::log1p_(Tensor(a!) self) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.log1p_.html
   */
  log1p_(): this;
  /**
   * `aten::log2(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.log2.html
   */
  log2(): Tensor;
  /**
   * `aten::log2_(Tensor(a!) self) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.log2_.html
   */
  log2_(): this;
  /**
   * `aten::log_normal_(Tensor(a!) self, float mean=1., float std=2., *, Generator? generator=None) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.log_normal_.html
   */
  logNormal_(mean?: number, std?: number, options?: {
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
  }): this;
  logNormal_(options: {
    /** The mean of the distribution. */
    mean?: number;
    /** The standard deviation of the distribution. */
    std?: number;
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
  }): this;
  logNormal_(mean: number, options: {
    /** The standard deviation of the distribution. */
    std?: number;
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
  }): this;
  /**
   * `aten::log_softmax.int(Tensor self, int dim, ScalarType? dtype=None) -> Tensor`
   */
  logSoftmax(dim: Int, dtype?: DType | null): Tensor;
  logSoftmax(options: {
    /** The dimension along which probabilities sum to 1. */
    dim: Int;
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
  }): Tensor;
  logSoftmax(dim: Int, options: {
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
  }): Tensor;
  /**
   * `aten::log_(Tensor(a!) self) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.log_.html
   */
  log_(): this;
  /**
   * `aten::logaddexp(Tensor self, Tensor other) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.logaddexp.html
   */
  logaddexp(other: Tensor): Tensor;
  logaddexp(options: {
    /** The second operand. */
    other: Tensor;
  }): Tensor;
  /**
   * `aten::logaddexp2(Tensor self, Tensor other) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.logaddexp2.html
   */
  logaddexp2(other: Tensor): Tensor;
  logaddexp2(options: {
    /** The second operand. */
    other: Tensor;
  }): Tensor;
  /**
   * `aten::logcumsumexp(Tensor self, int dim) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.logcumsumexp.html
   */
  logcumsumexp(dim: Int): Tensor;
  logcumsumexp(options: {
    /** The dimension to work along. */
    dim: Int;
  }): Tensor;
  /**
   * `aten::logdet(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.logdet.html
   */
  logdet(): Tensor;
  /**
   * `aten::logical_and(Tensor self, Tensor other) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.logical_and.html
   */
  logicalAnd(other: Tensor): Tensor;
  logicalAnd(options: {
    /** The second operand. */
    other: Tensor;
  }): Tensor;
  /**
   * `aten::logical_and_(Tensor(a!) self, Tensor other) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.logical_and_.html
   */
  logicalAnd_(other: Tensor): this;
  logicalAnd_(options: {
    /** The second operand. */
    other: Tensor;
  }): this;
  /**
   * `aten::logical_not(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.logical_not.html
   */
  logicalNot(): Tensor;
  /**
   * `aten::logical_not_(Tensor(a!) self) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.logical_not_.html
   */
  logicalNot_(): this;
  /**
   * `aten::logical_or(Tensor self, Tensor other) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.logical_or.html
   */
  logicalOr(other: Tensor): Tensor;
  logicalOr(options: {
    /** The second operand. */
    other: Tensor;
  }): Tensor;
  /**
   * `aten::logical_or_(Tensor(a!) self, Tensor other) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.logical_or_.html
   */
  logicalOr_(other: Tensor): this;
  logicalOr_(options: {
    /** The second operand. */
    other: Tensor;
  }): this;
  /**
   * `aten::logical_xor(Tensor self, Tensor other) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.logical_xor.html
   */
  logicalXor(other: Tensor): Tensor;
  logicalXor(options: {
    /** The second operand. */
    other: Tensor;
  }): Tensor;
  /**
   * `aten::logical_xor_(Tensor(a!) self, Tensor other) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.logical_xor_.html
   */
  logicalXor_(other: Tensor): this;
  logicalXor_(options: {
    /** The second operand. */
    other: Tensor;
  }): this;
  /**
   * `aten::logit(Tensor self, float? eps=None) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.logit.html
   */
  logit(eps?: number | null): Tensor;
  logit(options: {
    /** Inputs are clamped to [eps, 1 − eps]. Default: no clamping. */
    eps?: number | null;
  }): Tensor;
  /**
   * `aten::logit_(Tensor(a!) self, float? eps=None) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.logit_.html
   */
  logit_(eps?: number | null): this;
  logit_(options: {
    /** Inputs are clamped to [eps, 1 − eps]. Default: no clamping. */
    eps?: number | null;
  }): this;
  /**
   * `aten::logsumexp(Tensor self, int[1] dim, bool keepdim=False) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.logsumexp.html
   */
  logsumexp(dim: Int | readonly Int[], keepdim?: boolean): Tensor;
  logsumexp(options: {
    /** The dimension to reduce. */
    dim: Int | readonly Int[];
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
  }): Tensor;
  logsumexp(dim: Int | readonly Int[], options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
  }): Tensor;
  /**
   * `aten::lt.Tensor(Tensor self, Tensor other) -> Tensor`
   * `aten::lt.Scalar(Tensor self, Scalar other) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.lt.html
   */
  lt(other: Tensor): Tensor;
  lt(options: {
    /** The second operand. */
    other: Tensor;
  }): Tensor;
  lt(other: Scalar): Tensor;
  lt(options: {
    /** The second operand. */
    other: Scalar;
  }): Tensor;
  /**
   * `aten::lt_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)`
   * `aten::lt_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.lt_.html
   */
  lt_(other: Tensor): this;
  lt_(options: {
    /** The second operand. */
    other: Tensor;
  }): this;
  lt_(other: Scalar): this;
  lt_(options: {
    /** The second operand. */
    other: Scalar;
  }): this;
  /**
   * `aten::lu_solve(Tensor self, Tensor LU_data, Tensor LU_pivots) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.lu_solve.html
   */
  luSolve(LUData: Tensor, LUPivots: Tensor): Tensor;
  luSolve(options: {
    /** The factors in one matrix, as `lu` returned them. */
    LUData: Tensor;
    /** The exchanged rows, as `lu` returned them. */
    LUPivots: Tensor;
  }): Tensor;
  luSolve(LUData: Tensor, options: {
    /** The exchanged rows, as `lu` returned them. */
    LUPivots: Tensor;
  }): Tensor;
  /**
   * `aten::masked_fill.Tensor(Tensor self, Tensor mask, Tensor value) -> Tensor`
   * `aten::masked_fill.Scalar(Tensor self, Tensor mask, Scalar value) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.masked_fill.html
   */
  maskedFill(mask: Tensor, value: Tensor): Tensor;
  maskedFill(options: {
    /** A boolean tensor that selects elements. */
    mask: Tensor;
    /** The value to write. */
    value: Tensor;
  }): Tensor;
  maskedFill(mask: Tensor, options: {
    /** The value to write. */
    value: Tensor;
  }): Tensor;
  maskedFill(mask: Tensor, value: Scalar): Tensor;
  maskedFill(options: {
    /** A boolean tensor that selects elements. */
    mask: Tensor;
    /** The value to write. */
    value: Scalar;
  }): Tensor;
  maskedFill(mask: Tensor, options: {
    /** The value to write. */
    value: Scalar;
  }): Tensor;
  /**
   * `aten::masked_fill_.Tensor(Tensor(a!) self, Tensor mask, Tensor value) -> Tensor(a!)`
   * `aten::masked_fill_.Scalar(Tensor(a!) self, Tensor mask, Scalar value) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.masked_fill_.html
   */
  maskedFill_(mask: Tensor, value: Tensor): this;
  maskedFill_(options: {
    /** A boolean tensor that selects elements. */
    mask: Tensor;
    /** The value to write. */
    value: Tensor;
  }): this;
  maskedFill_(mask: Tensor, options: {
    /** The value to write. */
    value: Tensor;
  }): this;
  maskedFill_(mask: Tensor, value: Scalar): this;
  maskedFill_(options: {
    /** A boolean tensor that selects elements. */
    mask: Tensor;
    /** The value to write. */
    value: Scalar;
  }): this;
  maskedFill_(mask: Tensor, options: {
    /** The value to write. */
    value: Scalar;
  }): this;
  /**
   * `aten::masked_scatter(Tensor self, Tensor mask, Tensor source) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.masked_scatter.html
   */
  maskedScatter(mask: Tensor, source: Tensor): Tensor;
  maskedScatter(options: {
    /** A boolean tensor that selects elements. */
    mask: Tensor;
    /** The values to write or add. */
    source: Tensor;
  }): Tensor;
  maskedScatter(mask: Tensor, options: {
    /** The values to write or add. */
    source: Tensor;
  }): Tensor;
  /**
   * `aten::masked_scatter_(Tensor(a!) self, Tensor mask, Tensor source) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.masked_scatter_.html
   */
  maskedScatter_(mask: Tensor, source: Tensor): this;
  maskedScatter_(options: {
    /** A boolean tensor that selects elements. */
    mask: Tensor;
    /** The values to write or add. */
    source: Tensor;
  }): this;
  maskedScatter_(mask: Tensor, options: {
    /** The values to write or add. */
    source: Tensor;
  }): this;
  /**
   * `aten::masked_select(Tensor self, Tensor mask) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.masked_select.html
   */
  maskedSelect(mask: Tensor): Tensor;
  maskedSelect(options: {
    /** A boolean tensor that selects elements. */
    mask: Tensor;
  }): Tensor;
  /**
   * `aten::matmul(Tensor self, Tensor other) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.matmul.html
   */
  matmul(other: Tensor): Tensor;
  matmul(options: {
    /** The second operand. */
    other: Tensor;
  }): Tensor;
  /**
   * `aten::matrix_exp(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.matrix_exp.html
   */
  matrixExp(): Tensor;
  /**
   * `aten::matrix_power(Tensor self, int n) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.matrix_power.html
   */
  matrixPower(n: Int): Tensor;
  matrixPower(options: {
    /** The exponent. */
    n: Int;
  }): Tensor;
  /**
   * `aten::max(Tensor self) -> Tensor`
   * `aten::max.other(Tensor self, Tensor other) -> Tensor`
   * `aten::max.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor values, Tensor indices)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.max.html
   */
  max(): Tensor;
  max(other: Tensor): Tensor;
  max(options: {
    /** The second operand. */
    other: Tensor;
  }): Tensor;
  max(dim: Int, keepdim?: boolean): [values: Tensor, indices: Tensor];
  max(options: {
    /** The dimension to reduce. */
    dim: Int;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
  }): [values: Tensor, indices: Tensor];
  max(dim: Int, options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
  }): [values: Tensor, indices: Tensor];
  /**
   * `aten::maximum(Tensor self, Tensor other) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.maximum.html
   */
  maximum(other: Tensor): Tensor;
  maximum(options: {
    /** The second operand. */
    other: Tensor;
  }): Tensor;
  /**
   * `aten::mean(Tensor self, *, ScalarType? dtype=None) -> Tensor`
   * `aten::mean.dim(Tensor self, int[1]? dim, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.mean.html
   */
  mean(options?: {
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
  }): Tensor;
  mean(dim: Int | readonly Int[] | null, keepdim?: boolean, options?: {
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
  }): Tensor;
  mean(options: {
    /** The dimensions to reduce. Default: all. */
    dim: Int | readonly Int[] | null;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
  }): Tensor;
  mean(dim: Int | readonly Int[] | null, options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
  }): Tensor;
  /**
   * `aten::median(Tensor self) -> Tensor`
   * `aten::median.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor values, Tensor indices)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.median.html
   */
  median(): Tensor;
  median(dim: Int, keepdim?: boolean): [values: Tensor, indices: Tensor];
  median(options: {
    /** The dimension to reduce. */
    dim: Int;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
  }): [values: Tensor, indices: Tensor];
  median(dim: Int, options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
  }): [values: Tensor, indices: Tensor];
  /**
   * `aten::min(Tensor self) -> Tensor`
   * `aten::min.other(Tensor self, Tensor other) -> Tensor`
   * `aten::min.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor values, Tensor indices)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.min.html
   */
  min(): Tensor;
  min(other: Tensor): Tensor;
  min(options: {
    /** The second operand. */
    other: Tensor;
  }): Tensor;
  min(dim: Int, keepdim?: boolean): [values: Tensor, indices: Tensor];
  min(options: {
    /** The dimension to reduce. */
    dim: Int;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
  }): [values: Tensor, indices: Tensor];
  min(dim: Int, options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
  }): [values: Tensor, indices: Tensor];
  /**
   * `aten::minimum(Tensor self, Tensor other) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.minimum.html
   */
  minimum(other: Tensor): Tensor;
  minimum(options: {
    /** The second operand. */
    other: Tensor;
  }): Tensor;
  /**
   * `aten::mm(Tensor self, Tensor mat2) -> Tensor`
   * `aten::mm.dtype(Tensor self, Tensor mat2, ScalarType out_dtype) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.mm.html
   */
  mm(mat2: Tensor): Tensor;
  mm(options: {
    /** The second matrix. */
    mat2: Tensor;
  }): Tensor;
  mm(mat2: Tensor, outDtype: DType): Tensor;
  mm(options: {
    /** The second matrix. */
    mat2: Tensor;
    /** The dtype of the result. */
    outDtype: DType;
  }): Tensor;
  mm(mat2: Tensor, options: {
    /** The dtype of the result. */
    outDtype: DType;
  }): Tensor;
  /**
   * `aten::mode(Tensor self, int dim=-1, bool keepdim=False) -> (Tensor values, Tensor indices)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.mode.html
   */
  mode(dim?: Int, keepdim?: boolean): [values: Tensor, indices: Tensor];
  mode(options: {
    /** The dimension to reduce. */
    dim?: Int;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
  }): [values: Tensor, indices: Tensor];
  mode(dim: Int, options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
  }): [values: Tensor, indices: Tensor];
  /**
   * `aten::moveaxis.int(Tensor(a) self, int source, int destination) -> Tensor(a)`
   * `aten::moveaxis.intlist(Tensor(a) self, int[] source, int[] destination) -> Tensor(a)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.moveaxis.html
   */
  moveaxis(source: Int, destination: Int): Tensor;
  moveaxis(options: {
    /** The dimensions to move. */
    source: Int;
    /** The new places of the dimensions. */
    destination: Int;
  }): Tensor;
  moveaxis(source: Int, options: {
    /** The new places of the dimensions. */
    destination: Int;
  }): Tensor;
  moveaxis(source: readonly Int[], destination: readonly Int[]): Tensor;
  moveaxis(options: {
    /** The dimensions to move. */
    source: readonly Int[];
    /** The new places of the dimensions. */
    destination: readonly Int[];
  }): Tensor;
  moveaxis(source: readonly Int[], options: {
    /** The new places of the dimensions. */
    destination: readonly Int[];
  }): Tensor;
  /**
   * `aten::movedim.int(Tensor(a) self, int source, int destination) -> Tensor(a)`
   * `aten::movedim.intlist(Tensor(a) self, int[] source, int[] destination) -> Tensor(a)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.movedim.html
   */
  movedim(source: Int, destination: Int): Tensor;
  movedim(options: {
    /** The dimensions to move. */
    source: Int;
    /** The new places of the dimensions. */
    destination: Int;
  }): Tensor;
  movedim(source: Int, options: {
    /** The new places of the dimensions. */
    destination: Int;
  }): Tensor;
  movedim(source: readonly Int[], destination: readonly Int[]): Tensor;
  movedim(options: {
    /** The dimensions to move. */
    source: readonly Int[];
    /** The new places of the dimensions. */
    destination: readonly Int[];
  }): Tensor;
  movedim(source: readonly Int[], options: {
    /** The new places of the dimensions. */
    destination: readonly Int[];
  }): Tensor;
  /**
   * `aten::msort(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.msort.html
   */
  msort(): Tensor;
  /**
   * `aten::mul.Tensor(Tensor self, Tensor other) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.mul.html
   */
  mul(other: Tensor | Scalar): Tensor;
  mul(options: {
    /** The second operand. */
    other: Tensor | Scalar;
  }): Tensor;
  /**
   * `aten::mul_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.mul_.html
   */
  mul_(other: Tensor | Scalar): this;
  mul_(options: {
    /** The second operand. */
    other: Tensor | Scalar;
  }): this;
  /**
   * `aten::multinomial(Tensor self, SymInt num_samples, bool replacement=False, *, Generator? generator=None) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.multinomial.html
   */
  multinomial(numSamples: Int, replacement?: boolean, options?: {
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
  }): Tensor;
  multinomial(options: {
    /** The number of samples. */
    numSamples: Int;
    /** Allow an element to be drawn more than once. */
    replacement?: boolean;
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
  }): Tensor;
  multinomial(numSamples: Int, options: {
    /** Allow an element to be drawn more than once. */
    replacement?: boolean;
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
  }): Tensor;
  /**
   * `aten::multiply.Tensor(Tensor self, Tensor other) -> Tensor`
   * `aten::multiply.Scalar(Tensor self, Scalar other) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.multiply.html
   */
  multiply(other: Tensor | Scalar): Tensor;
  multiply(options: {
    /** The second operand. */
    other: Tensor | Scalar;
  }): Tensor;
  multiply(other: Scalar): Tensor;
  multiply(options: {
    /** The second operand. */
    other: Scalar;
  }): Tensor;
  /**
   * `aten::multiply_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)`
   * `aten::multiply_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.multiply_.html
   */
  multiply_(other: Tensor | Scalar): this;
  multiply_(options: {
    /** The second operand. */
    other: Tensor | Scalar;
  }): this;
  multiply_(other: Scalar): this;
  multiply_(options: {
    /** The second operand. */
    other: Scalar;
  }): this;
  /**
   * `aten::mv(Tensor self, Tensor vec) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.mv.html
   */
  mv(vec: Tensor): Tensor;
  mv(options: {
    /** The vector. */
    vec: Tensor;
  }): Tensor;
  /**
   * `aten::mvlgamma(Tensor self, int p) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.mvlgamma.html
   */
  mvlgamma(p: Int): Tensor;
  mvlgamma(options: {
    /** The dimension of the function. */
    p: Int;
  }): Tensor;
  /**
   * `aten::mvlgamma_(Tensor(a!) self, int p) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.mvlgamma_.html
   */
  mvlgamma_(p: Int): this;
  mvlgamma_(options: {
    /** The dimension of the function. */
    p: Int;
  }): this;
  /**
   * `aten::nan_to_num(Tensor self, float? nan=None, float? posinf=None, float? neginf=None) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.nan_to_num.html
   */
  nanToNum(nan?: number | null, posinf?: number | null, neginf?: number | null): Tensor;
  nanToNum(options: {
    /** What NaN becomes. Default: 0. */
    nan?: number | null;
    /** What infinity becomes. Default: the greatest number of the dtype. */
    posinf?: number | null;
    /** What negative infinity becomes. Default: the least number of the dtype. */
    neginf?: number | null;
  }): Tensor;
  nanToNum(nan: number | null, options: {
    /** What infinity becomes. Default: the greatest number of the dtype. */
    posinf?: number | null;
    /** What negative infinity becomes. Default: the least number of the dtype. */
    neginf?: number | null;
  }): Tensor;
  nanToNum(nan: number | null, posinf: number | null, options: {
    /** What negative infinity becomes. Default: the least number of the dtype. */
    neginf?: number | null;
  }): Tensor;
  /**
   * `aten::nan_to_num_(Tensor(a!) self, float? nan=None, float? posinf=None, float? neginf=None) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.nan_to_num_.html
   */
  nanToNum_(nan?: number | null, posinf?: number | null, neginf?: number | null): this;
  nanToNum_(options: {
    /** What NaN becomes. Default: 0. */
    nan?: number | null;
    /** What infinity becomes. Default: the greatest number of the dtype. */
    posinf?: number | null;
    /** What negative infinity becomes. Default: the least number of the dtype. */
    neginf?: number | null;
  }): this;
  nanToNum_(nan: number | null, options: {
    /** What infinity becomes. Default: the greatest number of the dtype. */
    posinf?: number | null;
    /** What negative infinity becomes. Default: the least number of the dtype. */
    neginf?: number | null;
  }): this;
  nanToNum_(nan: number | null, posinf: number | null, options: {
    /** What negative infinity becomes. Default: the least number of the dtype. */
    neginf?: number | null;
  }): this;
  /**
   * `aten::nanmean(Tensor self, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.nanmean.html
   */
  nanmean(dim?: Int | readonly Int[] | null, keepdim?: boolean, options?: {
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
  }): Tensor;
  nanmean(options: {
    /** The dimensions to reduce. Default: all. */
    dim?: Int | readonly Int[] | null;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
  }): Tensor;
  nanmean(dim: Int | readonly Int[] | null, options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
  }): Tensor;
  /**
   * `aten::nanmedian(Tensor self) -> Tensor`
   * `aten::nanmedian.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor values, Tensor indices)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.nanmedian.html
   */
  nanmedian(): Tensor;
  nanmedian(dim: Int, keepdim?: boolean): [values: Tensor, indices: Tensor];
  nanmedian(options: {
    /** The dimension to reduce. */
    dim: Int;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
  }): [values: Tensor, indices: Tensor];
  nanmedian(dim: Int, options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
  }): [values: Tensor, indices: Tensor];
  /**
   * `aten::nanquantile(Tensor self, Tensor q, int? dim=None, bool keepdim=False, *, str interpolation="linear") -> Tensor`
   * `aten::nanquantile.scalar(Tensor self, float q, int? dim=None, bool keepdim=False, *, str interpolation="linear") -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.nanquantile.html
   */
  nanquantile(q: Tensor, dim?: Int | null, keepdim?: boolean, options?: {
    /** How a quantile between two values is found. */
    interpolation?: string;
  }): Tensor;
  nanquantile(options: {
    /** The quantiles, between 0 and 1. */
    q: Tensor;
    /** The dimensions to reduce. Default: all. */
    dim?: Int | null;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** How a quantile between two values is found. */
    interpolation?: string;
  }): Tensor;
  nanquantile(q: Tensor, options: {
    /** The dimensions to reduce. Default: all. */
    dim?: Int | null;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** How a quantile between two values is found. */
    interpolation?: string;
  }): Tensor;
  nanquantile(q: Tensor, dim: Int | null, options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** How a quantile between two values is found. */
    interpolation?: string;
  }): Tensor;
  nanquantile(q: number, dim?: Int | null, keepdim?: boolean, options?: {
    /** How a quantile between two values is found. */
    interpolation?: string;
  }): Tensor;
  nanquantile(options: {
    /** The quantiles, between 0 and 1. */
    q: number;
    /** The dimensions to reduce. Default: all. */
    dim?: Int | null;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** How a quantile between two values is found. */
    interpolation?: string;
  }): Tensor;
  nanquantile(q: number, options: {
    /** The dimensions to reduce. Default: all. */
    dim?: Int | null;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** How a quantile between two values is found. */
    interpolation?: string;
  }): Tensor;
  nanquantile(q: number, dim: Int | null, options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** How a quantile between two values is found. */
    interpolation?: string;
  }): Tensor;
  /**
   * `aten::nansum(Tensor self, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.nansum.html
   */
  nansum(dim?: Int | readonly Int[] | null, keepdim?: boolean, options?: {
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
  }): Tensor;
  nansum(options: {
    /** The dimensions to reduce. Default: all. */
    dim?: Int | readonly Int[] | null;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
  }): Tensor;
  nansum(dim: Int | readonly Int[] | null, options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
  }): Tensor;
  /**
   * `aten::narrow.Tensor(Tensor(a) self, int dim, Tensor start, SymInt length) -> Tensor(a)`
   * `aten::narrow(Tensor(a) self, int dim, SymInt start, SymInt length) -> Tensor(a)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.narrow.html
   */
  narrow(dim: Int, start: Tensor, length: Int): Tensor;
  narrow(options: {
    /** The dimension of the indices or parts. */
    dim: Int;
    /** The index of the first element that is kept. */
    start: Tensor;
    /** The number of elements that are kept. */
    length: Int;
  }): Tensor;
  narrow(dim: Int, options: {
    /** The index of the first element that is kept. */
    start: Tensor;
    /** The number of elements that are kept. */
    length: Int;
  }): Tensor;
  narrow(dim: Int, start: Tensor, options: {
    /** The number of elements that are kept. */
    length: Int;
  }): Tensor;
  narrow(dim: Int, start: Int, length: Int): Tensor;
  narrow(options: {
    /** The dimension of the indices or parts. */
    dim: Int;
    /** The index of the first element that is kept. */
    start: Int;
    /** The number of elements that are kept. */
    length: Int;
  }): Tensor;
  narrow(dim: Int, options: {
    /** The index of the first element that is kept. */
    start: Int;
    /** The number of elements that are kept. */
    length: Int;
  }): Tensor;
  narrow(dim: Int, start: Int, options: {
    /** The number of elements that are kept. */
    length: Int;
  }): Tensor;
  /**
   * `aten::narrow_copy(Tensor self, int dim, SymInt start, SymInt length) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.narrow_copy.html
   */
  narrowCopy(dim: Int, start: Int, length: Int): Tensor;
  narrowCopy(options: {
    /** The dimension of the indices or parts. */
    dim: Int;
    /** The index of the first element that is kept. */
    start: Int;
    /** The number of elements that are kept. */
    length: Int;
  }): Tensor;
  narrowCopy(dim: Int, options: {
    /** The index of the first element that is kept. */
    start: Int;
    /** The number of elements that are kept. */
    length: Int;
  }): Tensor;
  narrowCopy(dim: Int, start: Int, options: {
    /** The number of elements that are kept. */
    length: Int;
  }): Tensor;
  /**
   * `aten::ne.Tensor(Tensor self, Tensor other) -> Tensor`
   * `aten::ne.Scalar(Tensor self, Scalar other) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.ne.html
   */
  ne(other: Tensor): Tensor;
  ne(options: {
    /** The second operand. */
    other: Tensor;
  }): Tensor;
  ne(other: Scalar): Tensor;
  ne(options: {
    /** The second operand. */
    other: Scalar;
  }): Tensor;
  /**
   * `aten::ne_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)`
   * `aten::ne_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.ne_.html
   */
  ne_(other: Tensor): this;
  ne_(options: {
    /** The second operand. */
    other: Tensor;
  }): this;
  ne_(other: Scalar): this;
  ne_(options: {
    /** The second operand. */
    other: Scalar;
  }): this;
  /**
   * `aten::neg(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.neg.html
   */
  neg(): Tensor;
  /**
   * `aten::neg_(Tensor(a!) self) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.neg_.html
   */
  neg_(): this;
  /**
   * `aten::negative(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.negative.html
   */
  negative(): Tensor;
  /**
   * `aten::negative_(Tensor(a!) self) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.negative_.html
   */
  negative_(): this;
  /**
   * `aten::new_empty(Tensor self, SymInt[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.new_empty.html
   */
  newEmpty(size: readonly Int[], options?: {
    /** The dtype of the result. Default: the input's. */
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
  newEmpty(options: {
    /** The shape of the result. */
    size: readonly Int[];
    /** The dtype of the result. Default: the input's. */
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
  newEmpty(...size: readonly Int[]): Tensor;
  newEmpty(...args: readonly [...size: Int[], options: {
    /** The dtype of the result. Default: the input's. */
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
  /**
   * `aten::new_empty_strided(Tensor self, SymInt[] size, SymInt[] stride, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.new_empty_strided.html
   */
  newEmptyStrided(size: readonly Int[], stride: readonly Int[], options?: {
    /** The dtype of the result. Default: the input's. */
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
  newEmptyStrided(options: {
    /** The shape of the result. */
    size: readonly Int[];
    /** The distance in memory between neighbors of each dimension, in elements. */
    stride: readonly Int[];
    /** The dtype of the result. Default: the input's. */
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
  newEmptyStrided(size: readonly Int[], options: {
    /** The distance in memory between neighbors of each dimension, in elements. */
    stride: readonly Int[];
    /** The dtype of the result. Default: the input's. */
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
  /**
   * `aten::new_full(Tensor self, SymInt[] size, Scalar fill_value, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.new_full.html
   */
  newFull(size: readonly Int[], fillValue: Scalar, options?: {
    /** The dtype of the result. Default: the input's. */
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
  newFull(options: {
    /** The shape of the result. */
    size: readonly Int[];
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
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  newFull(size: readonly Int[], options: {
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
    /** Record operations on the result for autograd. */
    requiresGrad?: boolean;
  }): Tensor;
  /**
   * `aten::new_ones(Tensor self, SymInt[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.new_ones.html
   */
  newOnes(size: readonly Int[], options?: {
    /** The dtype of the result. Default: the input's. */
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
  newOnes(options: {
    /** The shape of the result. */
    size: readonly Int[];
    /** The dtype of the result. Default: the input's. */
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
  newOnes(...size: readonly Int[]): Tensor;
  newOnes(...args: readonly [...size: Int[], options: {
    /** The dtype of the result. Default: the input's. */
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
  /**
   * `aten::new_zeros(Tensor self, SymInt[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.new_zeros.html
   */
  newZeros(size: readonly Int[], options?: {
    /** The dtype of the result. Default: the input's. */
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
  newZeros(options: {
    /** The shape of the result. */
    size: readonly Int[];
    /** The dtype of the result. Default: the input's. */
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
  newZeros(...size: readonly Int[]): Tensor;
  newZeros(...args: readonly [...size: Int[], options: {
    /** The dtype of the result. Default: the input's. */
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
  /**
   * `aten::nextafter(Tensor self, Tensor other) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.nextafter.html
   */
  nextafter(other: Tensor): Tensor;
  nextafter(options: {
    /** The second operand. */
    other: Tensor;
  }): Tensor;
  /**
   * `aten::nextafter_(Tensor(a!) self, Tensor other) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.nextafter_.html
   */
  nextafter_(other: Tensor): this;
  nextafter_(options: {
    /** The second operand. */
    other: Tensor;
  }): this;
  /**
   * `aten::nonzero_static(Tensor self, *, SymInt size, int fill_value=-1) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.nonzero_static.html
   */
  nonzeroStatic(options: {
    /** The number of rows of the result. */
    size: Int;
    /** The value of the elements. */
    fillValue?: Int;
  }): Tensor;
  /**
   * `aten::normal_(Tensor(a!) self, float mean=0., float std=1., *, Generator? generator=None) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.normal_.html
   */
  normal_(mean?: number, std?: number, options?: {
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
  }): this;
  normal_(options: {
    /** The mean of the distribution. */
    mean?: number;
    /** The standard deviation of the distribution. */
    std?: number;
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
  }): this;
  normal_(mean: number, options: {
    /** The standard deviation of the distribution. */
    std?: number;
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
  }): this;
  /**
   * `aten::not_equal.Tensor(Tensor self, Tensor other) -> Tensor`
   * `aten::not_equal.Scalar(Tensor self, Scalar other) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.not_equal.html
   */
  notEqual(other: Tensor): Tensor;
  notEqual(options: {
    /** The second operand. */
    other: Tensor;
  }): Tensor;
  notEqual(other: Scalar): Tensor;
  notEqual(options: {
    /** The second operand. */
    other: Scalar;
  }): Tensor;
  /**
   * `aten::not_equal_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)`
   * `aten::not_equal_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.not_equal_.html
   */
  notEqual_(other: Tensor): this;
  notEqual_(options: {
    /** The second operand. */
    other: Tensor;
  }): this;
  notEqual_(other: Scalar): this;
  notEqual_(options: {
    /** The second operand. */
    other: Scalar;
  }): this;
  /**
   * `aten::orgqr(Tensor self, Tensor input2) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.orgqr.html
   */
  orgqr(input2: Tensor): Tensor;
  orgqr(options: {
    /** The scales of the Householder reflectors. */
    input2: Tensor;
  }): Tensor;
  /**
   * `aten::ormqr(Tensor self, Tensor input2, Tensor input3, bool left=True, bool transpose=False) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.ormqr.html
   */
  ormqr(input2: Tensor, input3: Tensor, left?: boolean, transpose?: boolean): Tensor;
  ormqr(options: {
    /** The scales of the Householder reflectors. */
    input2: Tensor;
    /** The matrix to multiply. */
    input3: Tensor;
    /** The matrix stands on the left of what is found or multiplied; otherwise on the right. */
    left?: boolean;
    /** Use the transposed matrix. */
    transpose?: boolean;
  }): Tensor;
  ormqr(input2: Tensor, options: {
    /** The matrix to multiply. */
    input3: Tensor;
    /** The matrix stands on the left of what is found or multiplied; otherwise on the right. */
    left?: boolean;
    /** Use the transposed matrix. */
    transpose?: boolean;
  }): Tensor;
  ormqr(input2: Tensor, input3: Tensor, options: {
    /** The matrix stands on the left of what is found or multiplied; otherwise on the right. */
    left?: boolean;
    /** Use the transposed matrix. */
    transpose?: boolean;
  }): Tensor;
  ormqr(input2: Tensor, input3: Tensor, left: boolean, options: {
    /** Use the transposed matrix. */
    transpose?: boolean;
  }): Tensor;
  /**
   * `aten::outer(Tensor self, Tensor vec2) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.outer.html
   */
  outer(vec2: Tensor): Tensor;
  outer(options: {
    /** The second vector. */
    vec2: Tensor;
  }): Tensor;
  /**
   * `aten::permute(Tensor(a) self, int[] dims) -> Tensor(a)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.permute.html
   */
  permute(dims: readonly Int[]): Tensor;
  permute(options: {
    /** The dimensions in their new order. */
    dims: readonly Int[];
  }): Tensor;
  permute(...dims: readonly Int[]): Tensor;
  /**
   * `aten::pin_memory(Tensor(a) self, Device? device=None) -> Tensor(a)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.pin_memory.html
   */
  pinMemory(device?: DeviceLike | null): Tensor;
  pinMemory(options: {
    /** The device of the result. */
    device?: DeviceLike | null;
  }): Tensor;
  /**
   * `aten::pinverse(Tensor self, float rcond=1.0000000000000001e-15) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.pinverse.html
   */
  pinverse(rcond?: number): Tensor;
  pinverse(options: {
    /** Singular values below it, as a fraction of the greatest, count as 0. */
    rcond?: number;
  }): Tensor;
  /**
   * `aten::polygamma_(Tensor(a!) self, int n) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.polygamma_.html
   */
  polygamma_(n: Int): this;
  polygamma_(options: {
    /** The order of the function. */
    n: Int;
  }): this;
  /**
   * `aten::positive(Tensor(a) self) -> Tensor(a)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.positive.html
   */
  positive(): Tensor;
  /**
   * `aten::pow.Tensor_Tensor(Tensor self, Tensor exponent) -> Tensor`
   * `aten::pow.Tensor_Scalar(Tensor self, Scalar exponent) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.pow.html
   */
  pow(exponent: Tensor): Tensor;
  pow(options: {
    /** The exponent. */
    exponent: Tensor;
  }): Tensor;
  pow(exponent: Scalar): Tensor;
  pow(options: {
    /** The exponent. */
    exponent: Scalar;
  }): Tensor;
  /**
   * `aten::pow_.Tensor(Tensor(a!) self, Tensor exponent) -> Tensor(a!)`
   * `aten::pow_.Scalar(Tensor(a!) self, Scalar exponent) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.pow_.html
   */
  pow_(exponent: Tensor): this;
  pow_(options: {
    /** The exponent. */
    exponent: Tensor;
  }): this;
  pow_(exponent: Scalar): this;
  pow_(options: {
    /** The exponent. */
    exponent: Scalar;
  }): this;
  /**
   * `aten::prelu(Tensor self, Tensor weight) -> Tensor`
   */
  prelu(weight: Tensor): Tensor;
  prelu(options: {
    /** The slope below 0: one number, or one for each channel. */
    weight: Tensor;
  }): Tensor;
  /**
   * `aten::prod(Tensor self, *, ScalarType? dtype=None) -> Tensor`
   * `aten::prod.dim_int(Tensor self, int dim, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.prod.html
   */
  prod(options?: {
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
  }): Tensor;
  prod(dim: Int, keepdim?: boolean, options?: {
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
  }): Tensor;
  prod(options: {
    /** The dimension to reduce. */
    dim: Int;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
  }): Tensor;
  prod(dim: Int, options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
  }): Tensor;
  /**
   * `aten::put(Tensor self, Tensor index, Tensor source, bool accumulate=False) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.put.html
   */
  put(index: Tensor, source: Tensor, accumulate?: boolean): Tensor;
  put(options: {
    /** Positions in the flattened tensor. */
    index: Tensor;
    /** The values to write or add. */
    source: Tensor;
    /** Add to what is there instead of replacing it. */
    accumulate?: boolean;
  }): Tensor;
  put(index: Tensor, options: {
    /** The values to write or add. */
    source: Tensor;
    /** Add to what is there instead of replacing it. */
    accumulate?: boolean;
  }): Tensor;
  put(index: Tensor, source: Tensor, options: {
    /** Add to what is there instead of replacing it. */
    accumulate?: boolean;
  }): Tensor;
  /**
   * `aten::put_(Tensor(a!) self, Tensor index, Tensor source, bool accumulate=False) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.put_.html
   */
  put_(index: Tensor, source: Tensor, accumulate?: boolean): this;
  put_(options: {
    /** Positions in the flattened tensor. */
    index: Tensor;
    /** The values to write or add. */
    source: Tensor;
    /** Add to what is there instead of replacing it. */
    accumulate?: boolean;
  }): this;
  put_(index: Tensor, options: {
    /** The values to write or add. */
    source: Tensor;
    /** Add to what is there instead of replacing it. */
    accumulate?: boolean;
  }): this;
  put_(index: Tensor, source: Tensor, options: {
    /** Add to what is there instead of replacing it. */
    accumulate?: boolean;
  }): this;
  /**
   * `aten::q_per_channel_axis(Tensor self) -> int`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.q_per_channel_axis.html
   */
  qPerChannelAxis(): number;
  /**
   * `aten::q_per_channel_scales(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.q_per_channel_scales.html
   */
  qPerChannelScales(): Tensor;
  /**
   * `aten::q_per_channel_zero_points(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.q_per_channel_zero_points.html
   */
  qPerChannelZeroPoints(): Tensor;
  /**
   * `aten::q_scale(Tensor self) -> float`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.q_scale.html
   */
  qScale(): number;
  /**
   * `aten::q_zero_point(Tensor self) -> int`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.q_zero_point.html
   */
  qZeroPoint(): number;
  /**
   * `aten::qr(Tensor self, bool some=True) -> (Tensor Q, Tensor R)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.qr.html
   */
  qr(some?: boolean): [Q: Tensor, R: Tensor];
  qr(options: {
    /** Return the reduced factors; otherwise complete square ones. */
    some?: boolean;
  }): [Q: Tensor, R: Tensor];
  /**
   * `aten::qscheme(Tensor self) -> QScheme`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.qscheme.html
   */
  qscheme(): unknown;
  /**
   * `aten::quantile(Tensor self, Tensor q, int? dim=None, bool keepdim=False, *, str interpolation="linear") -> Tensor`
   * `aten::quantile.scalar(Tensor self, float q, int? dim=None, bool keepdim=False, *, str interpolation="linear") -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.quantile.html
   */
  quantile(q: Tensor, dim?: Int | null, keepdim?: boolean, options?: {
    /** How a quantile between two values is found. */
    interpolation?: string;
  }): Tensor;
  quantile(options: {
    /** The quantiles, between 0 and 1. */
    q: Tensor;
    /** The dimensions to reduce. Default: all. */
    dim?: Int | null;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** How a quantile between two values is found. */
    interpolation?: string;
  }): Tensor;
  quantile(q: Tensor, options: {
    /** The dimensions to reduce. Default: all. */
    dim?: Int | null;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** How a quantile between two values is found. */
    interpolation?: string;
  }): Tensor;
  quantile(q: Tensor, dim: Int | null, options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** How a quantile between two values is found. */
    interpolation?: string;
  }): Tensor;
  quantile(q: number, dim?: Int | null, keepdim?: boolean, options?: {
    /** How a quantile between two values is found. */
    interpolation?: string;
  }): Tensor;
  quantile(options: {
    /** The quantiles, between 0 and 1. */
    q: number;
    /** The dimensions to reduce. Default: all. */
    dim?: Int | null;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** How a quantile between two values is found. */
    interpolation?: string;
  }): Tensor;
  quantile(q: number, options: {
    /** The dimensions to reduce. Default: all. */
    dim?: Int | null;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** How a quantile between two values is found. */
    interpolation?: string;
  }): Tensor;
  quantile(q: number, dim: Int | null, options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** How a quantile between two values is found. */
    interpolation?: string;
  }): Tensor;
  /**
   * `aten::rad2deg(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.rad2deg.html
   */
  rad2deg(): Tensor;
  /**
   * `aten::rad2deg_(Tensor(a!) self) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.rad2deg_.html
   */
  rad2deg_(): this;
  /**
   * `aten::random_(Tensor(a!) self, *, Generator? generator=None) -> Tensor(a!)`
   * `aten::random_.from(Tensor(a!) self, int from, int? to, *, Generator? generator=None) -> Tensor(a!)`
   * `aten::random_.to(Tensor(a!) self, int to, *, Generator? generator=None) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.random_.html
   */
  random_(options?: {
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
  }): this;
  random_(from: Int, to: Int | null, options?: {
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
  }): this;
  random_(options: {
    /** The lower bound of the values. */
    from: Int;
    /** One more than the highest integer that may be drawn. */
    to: Int | null;
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
  }): this;
  random_(from: Int, options: {
    /** One more than the highest integer that may be drawn. */
    to: Int | null;
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
  }): this;
  random_(to: Int, options?: {
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
  }): this;
  random_(options: {
    /** One more than the highest integer that may be drawn. */
    to: Int;
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
  }): this;
  /**
   * `aten::ravel(Tensor(a) self) -> Tensor(a)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.ravel.html
   */
  ravel(): Tensor;
  /**
   * `aten::reciprocal(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.reciprocal.html
   */
  reciprocal(): Tensor;
  /**
   * `aten::reciprocal_(Tensor(a!) self) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.reciprocal_.html
   */
  reciprocal_(): this;
  /**
   * `aten::relu(Tensor self) -> Tensor`
   */
  relu(): Tensor;
  /**
   * `aten::relu_(Tensor(a!) self) -> Tensor(a!)`
   */
  relu_(): this;
  /**
   * `aten::remainder.Tensor(Tensor self, Tensor other) -> Tensor`
   * `aten::remainder.Scalar(Tensor self, Scalar other) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.remainder.html
   */
  remainder(other: Tensor): Tensor;
  remainder(options: {
    /** The second operand. */
    other: Tensor;
  }): Tensor;
  remainder(other: Scalar): Tensor;
  remainder(options: {
    /** The second operand. */
    other: Scalar;
  }): Tensor;
  /**
   * `aten::remainder_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)`
   * `aten::remainder_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.remainder_.html
   */
  remainder_(other: Tensor): this;
  remainder_(options: {
    /** The second operand. */
    other: Tensor;
  }): this;
  remainder_(other: Scalar): this;
  remainder_(options: {
    /** The second operand. */
    other: Scalar;
  }): this;
  /**
   * `aten::renorm(Tensor self, Scalar p, int dim, Scalar maxnorm) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.renorm.html
   */
  renorm(p: Scalar, dim: Int, maxnorm: Scalar): Tensor;
  renorm(options: {
    /** The power of the norm. */
    p: Scalar;
    /** The dimension that is not reduced. */
    dim: Int;
    /** The greatest norm; larger slices are scaled down to it. */
    maxnorm: Scalar;
  }): Tensor;
  renorm(p: Scalar, options: {
    /** The dimension that is not reduced. */
    dim: Int;
    /** The greatest norm; larger slices are scaled down to it. */
    maxnorm: Scalar;
  }): Tensor;
  renorm(p: Scalar, dim: Int, options: {
    /** The greatest norm; larger slices are scaled down to it. */
    maxnorm: Scalar;
  }): Tensor;
  /**
   * `aten::renorm_(Tensor(a!) self, Scalar p, int dim, Scalar maxnorm) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.renorm_.html
   */
  renorm_(p: Scalar, dim: Int, maxnorm: Scalar): this;
  renorm_(options: {
    /** The power of the norm. */
    p: Scalar;
    /** The dimension that is not reduced. */
    dim: Int;
    /** The greatest norm; larger slices are scaled down to it. */
    maxnorm: Scalar;
  }): this;
  renorm_(p: Scalar, options: {
    /** The dimension that is not reduced. */
    dim: Int;
    /** The greatest norm; larger slices are scaled down to it. */
    maxnorm: Scalar;
  }): this;
  renorm_(p: Scalar, dim: Int, options: {
    /** The greatest norm; larger slices are scaled down to it. */
    maxnorm: Scalar;
  }): this;
  /**
   * `aten::repeat(Tensor self, SymInt[] repeats) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.repeat.html
   */
  repeat(repeats: readonly Int[]): Tensor;
  repeat(options: {
    /** How often each dimension is repeated. */
    repeats: readonly Int[];
  }): Tensor;
  repeat(...repeats: readonly Int[]): Tensor;
  /**
   * `aten::repeat_interleave.self_Tensor(Tensor self, Tensor repeats, int? dim=None, *, SymInt? output_size=None) -> Tensor`
   * `aten::repeat_interleave.self_int(Tensor self, SymInt repeats, int? dim=None, *, SymInt? output_size=None) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.repeat_interleave.html
   */
  repeatInterleave(repeats: Tensor, dim?: Int | null, options?: {
    /** The size of the result, which otherwise is computed first. */
    outputSize?: Int | null;
  }): Tensor;
  repeatInterleave(options: {
    /** How often each element is repeated. */
    repeats: Tensor;
    /** The dimension to work along. */
    dim?: Int | null;
    /** The size of the result, which otherwise is computed first. */
    outputSize?: Int | null;
  }): Tensor;
  repeatInterleave(repeats: Tensor, options: {
    /** The dimension to work along. */
    dim?: Int | null;
    /** The size of the result, which otherwise is computed first. */
    outputSize?: Int | null;
  }): Tensor;
  repeatInterleave(repeats: Int, dim?: Int | null, options?: {
    /** The size of the result, which otherwise is computed first. */
    outputSize?: Int | null;
  }): Tensor;
  repeatInterleave(options: {
    /** How often each element is repeated. */
    repeats: Int;
    /** The dimension to work along. */
    dim?: Int | null;
    /** The size of the result, which otherwise is computed first. */
    outputSize?: Int | null;
  }): Tensor;
  repeatInterleave(repeats: Int, options: {
    /** The dimension to work along. */
    dim?: Int | null;
    /** The size of the result, which otherwise is computed first. */
    outputSize?: Int | null;
  }): Tensor;
  /**
   * `aten::reshape(Tensor(a) self, SymInt[] shape) -> Tensor(a)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.reshape.html
   */
  reshape(shape: readonly Int[]): Tensor;
  reshape(options: {
    /** The new shape; one size may be -1, to be inferred. */
    shape: readonly Int[];
  }): Tensor;
  reshape(...shape: readonly Int[]): Tensor;
  /**
   * `aten::reshape_as(Tensor(a) self, Tensor other) -> Tensor(a)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.reshape_as.html
   */
  reshapeAs(other: Tensor): Tensor;
  reshapeAs(options: {
    /** The tensor whose shape is meant. */
    other: Tensor;
  }): Tensor;
  /**
   * `aten::resize_as_sparse_(Tensor(a!) self, Tensor the_template) -> Tensor(a!)`
   */
  resizeAsSparse_(theTemplate: Tensor): this;
  resizeAsSparse_(options: {
    /** The tensor whose shape is taken over. */
    theTemplate: Tensor;
  }): this;
  /**
   * `aten::resize_as_(Tensor(a!) self, Tensor the_template, *, MemoryFormat? memory_format=None) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.resize_as_.html
   */
  resizeAs_(theTemplate: Tensor, options?: {
    /** The order of the dimensions in memory. */
    memoryFormat?: MemoryFormat | null;
  }): this;
  resizeAs_(options: {
    /** The tensor whose shape is taken over. */
    theTemplate: Tensor;
    /** The order of the dimensions in memory. */
    memoryFormat?: MemoryFormat | null;
  }): this;
  /**
   * `aten::resize_(Tensor(a!) self, SymInt[] size, *, MemoryFormat? memory_format=None) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.resize_.html
   */
  resize_(size: readonly Int[], options?: {
    /** The order of the dimensions in memory. */
    memoryFormat?: MemoryFormat | null;
  }): this;
  resize_(options: {
    /** The shape of the result. */
    size: readonly Int[];
    /** The order of the dimensions in memory. */
    memoryFormat?: MemoryFormat | null;
  }): this;
  resize_(...size: readonly Int[]): this;
  resize_(...args: readonly [...size: Int[], options: {
    /** The order of the dimensions in memory. */
    memoryFormat?: MemoryFormat | null;
  }]): this;
  /**
   * `aten::resolve_conj(Tensor(a) self) -> Tensor(a)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.resolve_conj.html
   */
  resolveConj(): Tensor;
  /**
   * `aten::resolve_neg(Tensor(a) self) -> Tensor(a)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.resolve_neg.html
   */
  resolveNeg(): Tensor;
  /**
   * `aten::roll(Tensor self, SymInt[1] shifts, int[1] dims=[]) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.roll.html
   */
  roll(shifts: Int | readonly Int[], dims?: Int | readonly Int[]): Tensor;
  roll(options: {
    /** By how many places elements move; beyond the end they come back at the start. */
    shifts: Int | readonly Int[];
    /** The dimensions to work along. */
    dims?: Int | readonly Int[];
  }): Tensor;
  roll(shifts: Int | readonly Int[], options: {
    /** The dimensions to work along. */
    dims?: Int | readonly Int[];
  }): Tensor;
  /**
   * `aten::rot90(Tensor self, int k=1, int[] dims=[0, 1]) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.rot90.html
   */
  rot90(k?: Int, dims?: readonly Int[]): Tensor;
  rot90(options: {
    /** How often to rotate by 90 degrees. */
    k?: Int;
    /** The plane of the rotation: two dimensions. */
    dims?: readonly Int[];
  }): Tensor;
  rot90(k: Int, options: {
    /** The plane of the rotation: two dimensions. */
    dims?: readonly Int[];
  }): Tensor;
  /**
   * `aten::round(Tensor self) -> Tensor`
   * `aten::round.decimals(Tensor self, *, int decimals) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.round.html
   */
  round(): Tensor;
  round(options: {
    /** The number of digits after the point. */
    decimals: Int;
  }): Tensor;
  /**
   * `aten::round_(Tensor(a!) self) -> Tensor(a!)`
   * `aten::round_.decimals(Tensor(a!) self, *, int decimals) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.round_.html
   */
  round_(): this;
  round_(options: {
    /** The number of digits after the point. */
    decimals: Int;
  }): this;
  /**
   * `aten::row_indices(Tensor(a) self) -> Tensor(a)`
   */
  rowIndices(): Tensor;
  /**
   * `aten::rsqrt(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.rsqrt.html
   */
  rsqrt(): Tensor;
  /**
   * `aten::rsqrt_(Tensor(a!) self) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.rsqrt_.html
   */
  rsqrt_(): this;
  /**
   * `aten::scatter.src(Tensor self, int dim, Tensor index, Tensor src) -> Tensor`
   * `aten::scatter.reduce(Tensor self, int dim, Tensor index, Tensor src, *, str reduce) -> Tensor`
   * `aten::scatter.value(Tensor self, int dim, Tensor index, Scalar value) -> Tensor`
   * `aten::scatter.value_reduce(Tensor self, int dim, Tensor index, Scalar value, *, str reduce) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.scatter.html
   */
  scatter(dim: Int, index: Tensor, src: Tensor): Tensor;
  scatter(options: {
    /** The dimension of the indices or parts. */
    dim: Int;
    /** For each element, its position along `dim`. */
    index: Tensor;
    /** The values to write or add. */
    src: Tensor;
  }): Tensor;
  scatter(dim: Int, options: {
    /** For each element, its position along `dim`. */
    index: Tensor;
    /** The values to write or add. */
    src: Tensor;
  }): Tensor;
  scatter(dim: Int, index: Tensor, options: {
    /** The values to write or add. */
    src: Tensor;
  }): Tensor;
  scatter(dim: Int, index: Tensor, src: Tensor, options: {
    /** How values that meet in one place are combined. */
    reduce: string;
  }): Tensor;
  scatter(options: {
    /** The dimension of the indices or parts. */
    dim: Int;
    /** For each element, its position along `dim`. */
    index: Tensor;
    /** The values to write or add. */
    src: Tensor;
    /** How values that meet in one place are combined. */
    reduce: string;
  }): Tensor;
  scatter(dim: Int, options: {
    /** For each element, its position along `dim`. */
    index: Tensor;
    /** The values to write or add. */
    src: Tensor;
    /** How values that meet in one place are combined. */
    reduce: string;
  }): Tensor;
  scatter(dim: Int, index: Tensor, options: {
    /** The values to write or add. */
    src: Tensor;
    /** How values that meet in one place are combined. */
    reduce: string;
  }): Tensor;
  scatter(dim: Int, index: Tensor, value: Scalar): Tensor;
  scatter(options: {
    /** The dimension of the indices or parts. */
    dim: Int;
    /** For each element, its position along `dim`. */
    index: Tensor;
    /** The value to write. */
    value: Scalar;
  }): Tensor;
  scatter(dim: Int, options: {
    /** For each element, its position along `dim`. */
    index: Tensor;
    /** The value to write. */
    value: Scalar;
  }): Tensor;
  scatter(dim: Int, index: Tensor, options: {
    /** The value to write. */
    value: Scalar;
  }): Tensor;
  scatter(dim: Int, index: Tensor, value: Scalar, options: {
    /** How values that meet in one place are combined. */
    reduce: string;
  }): Tensor;
  scatter(options: {
    /** The dimension of the indices or parts. */
    dim: Int;
    /** For each element, its position along `dim`. */
    index: Tensor;
    /** The value to write. */
    value: Scalar;
    /** How values that meet in one place are combined. */
    reduce: string;
  }): Tensor;
  scatter(dim: Int, options: {
    /** For each element, its position along `dim`. */
    index: Tensor;
    /** The value to write. */
    value: Scalar;
    /** How values that meet in one place are combined. */
    reduce: string;
  }): Tensor;
  scatter(dim: Int, index: Tensor, options: {
    /** The value to write. */
    value: Scalar;
    /** How values that meet in one place are combined. */
    reduce: string;
  }): Tensor;
  /**
   * `aten::scatter_add(Tensor self, int dim, Tensor index, Tensor src) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.scatter_add.html
   */
  scatterAdd(dim: Int, index: Tensor, src: Tensor): Tensor;
  scatterAdd(options: {
    /** The dimension of the indices or parts. */
    dim: Int;
    /** For each element, its position along `dim`. */
    index: Tensor;
    /** The values to write or add. */
    src: Tensor;
  }): Tensor;
  scatterAdd(dim: Int, options: {
    /** For each element, its position along `dim`. */
    index: Tensor;
    /** The values to write or add. */
    src: Tensor;
  }): Tensor;
  scatterAdd(dim: Int, index: Tensor, options: {
    /** The values to write or add. */
    src: Tensor;
  }): Tensor;
  /**
   * `aten::scatter_add_(Tensor(a!) self, int dim, Tensor index, Tensor src) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.scatter_add_.html
   */
  scatterAdd_(dim: Int, index: Tensor, src: Tensor): this;
  scatterAdd_(options: {
    /** The dimension of the indices or parts. */
    dim: Int;
    /** For each element, its position along `dim`. */
    index: Tensor;
    /** The values to write or add. */
    src: Tensor;
  }): this;
  scatterAdd_(dim: Int, options: {
    /** For each element, its position along `dim`. */
    index: Tensor;
    /** The values to write or add. */
    src: Tensor;
  }): this;
  scatterAdd_(dim: Int, index: Tensor, options: {
    /** The values to write or add. */
    src: Tensor;
  }): this;
  /**
   * `aten::scatter_reduce.two(Tensor self, int dim, Tensor index, Tensor src, str reduce, *, bool include_self=True) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.scatter_reduce.html
   */
  scatterReduce(dim: Int, index: Tensor, src: Tensor, reduce: string, options?: {
    /** Count what was there before among the values. */
    includeSelf?: boolean;
  }): Tensor;
  scatterReduce(options: {
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
  }): Tensor;
  scatterReduce(dim: Int, options: {
    /** For each element, its position along `dim`. */
    index: Tensor;
    /** The values to write or add. */
    src: Tensor;
    /** How values that meet in one place are combined. */
    reduce: string;
    /** Count what was there before among the values. */
    includeSelf?: boolean;
  }): Tensor;
  scatterReduce(dim: Int, index: Tensor, options: {
    /** The values to write or add. */
    src: Tensor;
    /** How values that meet in one place are combined. */
    reduce: string;
    /** Count what was there before among the values. */
    includeSelf?: boolean;
  }): Tensor;
  scatterReduce(dim: Int, index: Tensor, src: Tensor, options: {
    /** How values that meet in one place are combined. */
    reduce: string;
    /** Count what was there before among the values. */
    includeSelf?: boolean;
  }): Tensor;
  /**
   * `aten::scatter_reduce_.two(Tensor(a!) self, int dim, Tensor index, Tensor src, str reduce, *, bool include_self=True) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.scatter_reduce_.html
   */
  scatterReduce_(dim: Int, index: Tensor, src: Tensor, reduce: string, options?: {
    /** Count what was there before among the values. */
    includeSelf?: boolean;
  }): this;
  scatterReduce_(options: {
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
  }): this;
  scatterReduce_(dim: Int, options: {
    /** For each element, its position along `dim`. */
    index: Tensor;
    /** The values to write or add. */
    src: Tensor;
    /** How values that meet in one place are combined. */
    reduce: string;
    /** Count what was there before among the values. */
    includeSelf?: boolean;
  }): this;
  scatterReduce_(dim: Int, index: Tensor, options: {
    /** The values to write or add. */
    src: Tensor;
    /** How values that meet in one place are combined. */
    reduce: string;
    /** Count what was there before among the values. */
    includeSelf?: boolean;
  }): this;
  scatterReduce_(dim: Int, index: Tensor, src: Tensor, options: {
    /** How values that meet in one place are combined. */
    reduce: string;
    /** Count what was there before among the values. */
    includeSelf?: boolean;
  }): this;
  /**
   * `aten::scatter_.src(Tensor(a!) self, int dim, Tensor index, Tensor src) -> Tensor(a!)`
   * `aten::scatter_.reduce(Tensor(a!) self, int dim, Tensor index, Tensor src, *, str reduce) -> Tensor(a!)`
   * `aten::scatter_.value(Tensor(a!) self, int dim, Tensor index, Scalar value) -> Tensor(a!)`
   * `aten::scatter_.value_reduce(Tensor(a!) self, int dim, Tensor index, Scalar value, *, str reduce) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.scatter_.html
   */
  scatter_(dim: Int, index: Tensor, src: Tensor): this;
  scatter_(options: {
    /** The dimension of the indices or parts. */
    dim: Int;
    /** For each element, its position along `dim`. */
    index: Tensor;
    /** The values to write or add. */
    src: Tensor;
  }): this;
  scatter_(dim: Int, options: {
    /** For each element, its position along `dim`. */
    index: Tensor;
    /** The values to write or add. */
    src: Tensor;
  }): this;
  scatter_(dim: Int, index: Tensor, options: {
    /** The values to write or add. */
    src: Tensor;
  }): this;
  scatter_(dim: Int, index: Tensor, src: Tensor, options: {
    /** How values that meet in one place are combined. */
    reduce: string;
  }): this;
  scatter_(options: {
    /** The dimension of the indices or parts. */
    dim: Int;
    /** For each element, its position along `dim`. */
    index: Tensor;
    /** The values to write or add. */
    src: Tensor;
    /** How values that meet in one place are combined. */
    reduce: string;
  }): this;
  scatter_(dim: Int, options: {
    /** For each element, its position along `dim`. */
    index: Tensor;
    /** The values to write or add. */
    src: Tensor;
    /** How values that meet in one place are combined. */
    reduce: string;
  }): this;
  scatter_(dim: Int, index: Tensor, options: {
    /** The values to write or add. */
    src: Tensor;
    /** How values that meet in one place are combined. */
    reduce: string;
  }): this;
  scatter_(dim: Int, index: Tensor, value: Scalar): this;
  scatter_(options: {
    /** The dimension of the indices or parts. */
    dim: Int;
    /** For each element, its position along `dim`. */
    index: Tensor;
    /** The value to write. */
    value: Scalar;
  }): this;
  scatter_(dim: Int, options: {
    /** For each element, its position along `dim`. */
    index: Tensor;
    /** The value to write. */
    value: Scalar;
  }): this;
  scatter_(dim: Int, index: Tensor, options: {
    /** The value to write. */
    value: Scalar;
  }): this;
  scatter_(dim: Int, index: Tensor, value: Scalar, options: {
    /** How values that meet in one place are combined. */
    reduce: string;
  }): this;
  scatter_(options: {
    /** The dimension of the indices or parts. */
    dim: Int;
    /** For each element, its position along `dim`. */
    index: Tensor;
    /** The value to write. */
    value: Scalar;
    /** How values that meet in one place are combined. */
    reduce: string;
  }): this;
  scatter_(dim: Int, options: {
    /** For each element, its position along `dim`. */
    index: Tensor;
    /** The value to write. */
    value: Scalar;
    /** How values that meet in one place are combined. */
    reduce: string;
  }): this;
  scatter_(dim: Int, index: Tensor, options: {
    /** The value to write. */
    value: Scalar;
    /** How values that meet in one place are combined. */
    reduce: string;
  }): this;
  /**
   * `aten::select.int(Tensor(a) self, int dim, SymInt index) -> Tensor(a)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.select.html
   */
  select(dim: Int, index: Int): Tensor;
  select(options: {
    /** The dimension of the indices or parts. */
    dim: Int;
    /** The index of the slice. */
    index: Int;
  }): Tensor;
  select(dim: Int, options: {
    /** The index of the slice. */
    index: Int;
  }): Tensor;
  /**
   * `aten::select_scatter(Tensor self, Tensor src, int dim, SymInt index) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.select_scatter.html
   */
  selectScatter(src: Tensor, dim: Int, index: Int): Tensor;
  selectScatter(options: {
    /** The values to write or add. */
    src: Tensor;
    /** The dimension of the indices or parts. */
    dim: Int;
    /** The index of the slice. */
    index: Int;
  }): Tensor;
  selectScatter(src: Tensor, options: {
    /** The dimension of the indices or parts. */
    dim: Int;
    /** The index of the slice. */
    index: Int;
  }): Tensor;
  selectScatter(src: Tensor, dim: Int, options: {
    /** The index of the slice. */
    index: Int;
  }): Tensor;
  /**
   * `aten::set_(Tensor(a!) self) -> Tensor(a!)`
   * `aten::set_.source_Tensor(Tensor(a!) self, Tensor source) -> Tensor(a!)`
   * `aten::set_.source_Tensor_storage_offset(Tensor(a!) self, Tensor source, SymInt storage_offset, SymInt[] size, SymInt[] stride=[]) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.set_.html
   */
  set_(): this;
  set_(source: Tensor): this;
  set_(options: {
    /** The tensor whose storage is used. */
    source: Tensor;
  }): this;
  set_(source: Tensor, storageOffset: Int, size: readonly Int[], stride?: readonly Int[]): this;
  set_(options: {
    /** The tensor whose storage is used. */
    source: Tensor;
    /** The position of the first element in the storage. */
    storageOffset: Int;
    /** The shape of the result. */
    size: readonly Int[];
    /** The distance in memory between neighbors of each dimension, in elements. */
    stride?: readonly Int[];
  }): this;
  set_(source: Tensor, options: {
    /** The position of the first element in the storage. */
    storageOffset: Int;
    /** The shape of the result. */
    size: readonly Int[];
    /** The distance in memory between neighbors of each dimension, in elements. */
    stride?: readonly Int[];
  }): this;
  set_(source: Tensor, storageOffset: Int, options: {
    /** The shape of the result. */
    size: readonly Int[];
    /** The distance in memory between neighbors of each dimension, in elements. */
    stride?: readonly Int[];
  }): this;
  set_(source: Tensor, storageOffset: Int, size: readonly Int[], options: {
    /** The distance in memory between neighbors of each dimension, in elements. */
    stride?: readonly Int[];
  }): this;
  /**
   * `aten::sgn(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.sgn.html
   */
  sgn(): Tensor;
  /**
   * `aten::sgn_(Tensor(a!) self) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.sgn_.html
   */
  sgn_(): this;
  /**
   * `aten::sigmoid(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.sigmoid.html
   */
  sigmoid(): Tensor;
  /**
   * `aten::sigmoid_(Tensor(a!) self) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.sigmoid_.html
   */
  sigmoid_(): this;
  /**
   * `aten::sign(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.sign.html
   */
  sign(): Tensor;
  /**
   * `aten::sign_(Tensor(a!) self) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.sign_.html
   */
  sign_(): this;
  /**
   * `aten::signbit(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.signbit.html
   */
  signbit(): Tensor;
  /**
   * `aten::sin(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.sin.html
   */
  sin(): Tensor;
  /**
   * `aten::sin_(Tensor(a!) self) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.sin_.html
   */
  sin_(): this;
  /**
   * `aten::sinc(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.sinc.html
   */
  sinc(): Tensor;
  /**
   * `aten::sinc_(Tensor(a!) self) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.sinc_.html
   */
  sinc_(): this;
  /**
   * `aten::sinh(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.sinh.html
   */
  sinh(): Tensor;
  /**
   * `aten::sinh_(Tensor(a!) self) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.sinh_.html
   */
  sinh_(): this;
  /**
   * `aten::slice_inverse(Tensor(a) self, Tensor src, int dim=0, SymInt? start=None, SymInt? end=None, SymInt step=1) -> Tensor(a)`
   */
  sliceInverse(src: Tensor, dim?: Int, start?: Int | null, end?: Int | null, step?: Int): Tensor;
  sliceInverse(options: {
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
  sliceInverse(src: Tensor, options: {
    /** The dimension of the indices or parts. */
    dim?: Int;
    /** The index of the first element of the slice. */
    start?: Int | null;
    /** The index after the last element of the slice. */
    end?: Int | null;
    /** The distance from one slice or element to the next. */
    step?: Int;
  }): Tensor;
  sliceInverse(src: Tensor, dim: Int, options: {
    /** The index of the first element of the slice. */
    start?: Int | null;
    /** The index after the last element of the slice. */
    end?: Int | null;
    /** The distance from one slice or element to the next. */
    step?: Int;
  }): Tensor;
  sliceInverse(src: Tensor, dim: Int, start: Int | null, options: {
    /** The index after the last element of the slice. */
    end?: Int | null;
    /** The distance from one slice or element to the next. */
    step?: Int;
  }): Tensor;
  sliceInverse(src: Tensor, dim: Int, start: Int | null, end: Int | null, options: {
    /** The distance from one slice or element to the next. */
    step?: Int;
  }): Tensor;
  /**
   * `aten::slice_scatter(Tensor self, Tensor src, int dim=0, SymInt? start=None, SymInt? end=None, SymInt step=1) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.slice_scatter.html
   */
  sliceScatter(src: Tensor, dim?: Int, start?: Int | null, end?: Int | null, step?: Int): Tensor;
  sliceScatter(options: {
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
  sliceScatter(src: Tensor, options: {
    /** The dimension of the indices or parts. */
    dim?: Int;
    /** The index of the first element of the slice. */
    start?: Int | null;
    /** The index after the last element of the slice. */
    end?: Int | null;
    /** The distance from one slice or element to the next. */
    step?: Int;
  }): Tensor;
  sliceScatter(src: Tensor, dim: Int, options: {
    /** The index of the first element of the slice. */
    start?: Int | null;
    /** The index after the last element of the slice. */
    end?: Int | null;
    /** The distance from one slice or element to the next. */
    step?: Int;
  }): Tensor;
  sliceScatter(src: Tensor, dim: Int, start: Int | null, options: {
    /** The index after the last element of the slice. */
    end?: Int | null;
    /** The distance from one slice or element to the next. */
    step?: Int;
  }): Tensor;
  sliceScatter(src: Tensor, dim: Int, start: Int | null, end: Int | null, options: {
    /** The distance from one slice or element to the next. */
    step?: Int;
  }): Tensor;
  /**
   * `aten::slogdet(Tensor self) -> (Tensor sign, Tensor logabsdet)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.slogdet.html
   */
  slogdet(): [sign: Tensor, logabsdet: Tensor];
  /**
   * `aten::smm(Tensor self, Tensor mat2) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.smm.html
   */
  smm(mat2: Tensor): Tensor;
  smm(options: {
    /** The second matrix. */
    mat2: Tensor;
  }): Tensor;
  /**
   * `aten::softmax.int(Tensor self, int dim, ScalarType? dtype=None) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.softmax.html
   */
  softmax(dim: Int, dtype?: DType | null): Tensor;
  softmax(options: {
    /** The dimension along which probabilities sum to 1. */
    dim: Int;
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
  }): Tensor;
  softmax(dim: Int, options: {
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
  }): Tensor;
  /**
   * `aten::sort.stable(Tensor self, *, bool? stable, int dim=-1, bool descending=False) -> (Tensor values, Tensor indices)`
   * `aten::sort(Tensor self, int dim=-1, bool descending=False) -> (Tensor values, Tensor indices)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.sort.html
   */
  sort(options?: {
    /** Keep the order of equal values. */
    stable?: boolean | null;
    /** The dimension to work along. */
    dim?: Int;
    /** Sort from high to low. */
    descending?: boolean;
  }): [values: Tensor, indices: Tensor];
  sort(dim?: Int, descending?: boolean): [values: Tensor, indices: Tensor];
  sort(options: {
    /** The dimension to work along. */
    dim?: Int;
    /** Sort from high to low. */
    descending?: boolean;
  }): [values: Tensor, indices: Tensor];
  sort(dim: Int, options: {
    /** Sort from high to low. */
    descending?: boolean;
  }): [values: Tensor, indices: Tensor];
  /**
   * `aten::sparse_dim(Tensor self) -> int`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.sparse_dim.html
   */
  sparseDim(): number;
  /**
   * `aten::sparse_mask(Tensor self, Tensor mask) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.sparse_mask.html
   */
  sparseMask(mask: Tensor): Tensor;
  sparseMask(options: {
    /** The sparse tensor whose places are kept. */
    mask: Tensor;
  }): Tensor;
  /**
   * `aten::sparse_resize_and_clear_(Tensor(a!) self, int[] size, int sparse_dim, int dense_dim) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.sparse_resize_and_clear_.html
   */
  sparseResizeAndClear_(size: readonly Int[], sparseDim: Int, denseDim: Int): this;
  sparseResizeAndClear_(options: {
    /** The shape of the result. */
    size: readonly Int[];
    /** The number of sparse dimensions. */
    sparseDim: Int;
    /** The number of dense dimensions. */
    denseDim: Int;
  }): this;
  sparseResizeAndClear_(size: readonly Int[], options: {
    /** The number of sparse dimensions. */
    sparseDim: Int;
    /** The number of dense dimensions. */
    denseDim: Int;
  }): this;
  sparseResizeAndClear_(size: readonly Int[], sparseDim: Int, options: {
    /** The number of dense dimensions. */
    denseDim: Int;
  }): this;
  /**
   * `aten::sparse_resize_(Tensor(a!) self, int[] size, int sparse_dim, int dense_dim) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.sparse_resize_.html
   */
  sparseResize_(size: readonly Int[], sparseDim: Int, denseDim: Int): this;
  sparseResize_(options: {
    /** The shape of the result. */
    size: readonly Int[];
    /** The number of sparse dimensions. */
    sparseDim: Int;
    /** The number of dense dimensions. */
    denseDim: Int;
  }): this;
  sparseResize_(size: readonly Int[], options: {
    /** The number of sparse dimensions. */
    sparseDim: Int;
    /** The number of dense dimensions. */
    denseDim: Int;
  }): this;
  sparseResize_(size: readonly Int[], sparseDim: Int, options: {
    /** The number of dense dimensions. */
    denseDim: Int;
  }): this;
  /**
   * `aten::split_with_sizes(Tensor(a -> *) self, SymInt[] split_sizes, int dim=0) -> Tensor(a)[]`
   */
  splitWithSizes(splitSizes: readonly Int[], dim?: Int): Tensor[];
  splitWithSizes(options: {
    /** The size of each part. */
    splitSizes: readonly Int[];
    /** The dimension of the indices or parts. */
    dim?: Int;
  }): Tensor[];
  splitWithSizes(splitSizes: readonly Int[], options: {
    /** The dimension of the indices or parts. */
    dim?: Int;
  }): Tensor[];
  /**
   * `aten::sqrt(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.sqrt.html
   */
  sqrt(): Tensor;
  /**
   * `aten::sqrt_(Tensor(a!) self) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.sqrt_.html
   */
  sqrt_(): this;
  /**
   * `aten::square(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.square.html
   */
  square(): Tensor;
  /**
   * `aten::square_(Tensor(a!) self) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.square_.html
   */
  square_(): this;
  /**
   * `aten::squeeze(Tensor(a) self) -> Tensor(a)`
   * `aten::squeeze.dim(Tensor(a) self, int dim) -> Tensor(a)`
   * `aten::squeeze.dims(Tensor(a) self, int[] dim) -> Tensor(a)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.squeeze.html
   */
  squeeze(): Tensor;
  squeeze(dim: Int): Tensor;
  squeeze(options: {
    /** The dimensions to drop, where they have size 1. */
    dim: Int;
  }): Tensor;
  squeeze(dim: readonly Int[]): Tensor;
  squeeze(options: {
    /** The dimensions to drop, where they have size 1. */
    dim: readonly Int[];
  }): Tensor;
  squeeze(...dim: readonly Int[]): Tensor;
  /**
   * `aten::squeeze_(Tensor(a!) self) -> Tensor(a!)`
   * `aten::squeeze_.dim(Tensor(a!) self, int dim) -> Tensor(a!)`
   * `aten::squeeze_.dims(Tensor(a!) self, int[] dim) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.squeeze_.html
   */
  squeeze_(): this;
  squeeze_(dim: Int): this;
  squeeze_(options: {
    /** The dimensions to drop, where they have size 1. */
    dim: Int;
  }): this;
  squeeze_(dim: readonly Int[]): this;
  squeeze_(options: {
    /** The dimensions to drop, where they have size 1. */
    dim: readonly Int[];
  }): this;
  squeeze_(...dim: readonly Int[]): this;
  /**
   * `aten::sspaddmm(Tensor self, Tensor mat1, Tensor mat2, *, Scalar beta=1, Scalar alpha=1) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.sspaddmm.html
   */
  sspaddmm(mat1: Tensor, mat2: Tensor, options?: {
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
  }): Tensor;
  sspaddmm(options: {
    /** The first matrix. */
    mat1: Tensor;
    /** The second matrix. */
    mat2: Tensor;
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
  }): Tensor;
  sspaddmm(mat1: Tensor, options: {
    /** The second matrix. */
    mat2: Tensor;
    /** The factor of the input. */
    beta?: Scalar;
    /** The factor of the product. */
    alpha?: Scalar;
  }): Tensor;
  /**
   * `aten::std.dim(Tensor self, int[1]? dim, bool unbiased=True, bool keepdim=False) -> Tensor`
   * `aten::std.correction(Tensor self, int[1]? dim=None, *, Scalar? correction=None, bool keepdim=False) -> Tensor`
   * `aten::std(Tensor self, bool unbiased=True) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.std.html
   */
  std(dim: Int | readonly Int[] | null, unbiased?: boolean, keepdim?: boolean): Tensor;
  std(options: {
    /** The dimensions to reduce. Default: all. */
    dim: Int | readonly Int[] | null;
    /** Divide by one less than the number of values (Bessel's correction). */
    unbiased?: boolean;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
  }): Tensor;
  std(dim: Int | readonly Int[] | null, options: {
    /** Divide by one less than the number of values (Bessel's correction). */
    unbiased?: boolean;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
  }): Tensor;
  std(dim: Int | readonly Int[] | null, unbiased: boolean, options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
  }): Tensor;
  std(dim?: Int | readonly Int[] | null, options?: {
    /** What is subtracted from the number of values before dividing by it. */
    correction?: Scalar | null;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
  }): Tensor;
  std(options: {
    /** The dimensions to reduce. Default: all. */
    dim?: Int | readonly Int[] | null;
    /** What is subtracted from the number of values before dividing by it. */
    correction?: Scalar | null;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
  }): Tensor;
  std(unbiased?: boolean): Tensor;
  std(options: {
    /** Divide by one less than the number of values (Bessel's correction). */
    unbiased?: boolean;
  }): Tensor;
  /**
   * `aten::sub.Tensor(Tensor self, Tensor other, *, Scalar alpha=1) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.sub.html
   */
  sub(other: Tensor | Scalar, options?: {
    /** The factor of `other`. */
    alpha?: Scalar;
  }): Tensor;
  sub(options: {
    /** The second operand. */
    other: Tensor | Scalar;
    /** The factor of `other`. */
    alpha?: Scalar;
  }): Tensor;
  /**
   * `aten::sub_.Tensor(Tensor(a!) self, Tensor other, *, Scalar alpha=1) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.sub_.html
   */
  sub_(other: Tensor | Scalar, options?: {
    /** The factor of `other`. */
    alpha?: Scalar;
  }): this;
  sub_(options: {
    /** The second operand. */
    other: Tensor | Scalar;
    /** The factor of `other`. */
    alpha?: Scalar;
  }): this;
  /**
   * `aten::subtract.Tensor(Tensor self, Tensor other, *, Scalar alpha=1) -> Tensor`
   * `aten::subtract.Scalar(Tensor self, Scalar other, Scalar alpha=1) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.subtract.html
   */
  subtract(other: Tensor | Scalar, options?: {
    /** The factor of `other`. */
    alpha?: Scalar;
  }): Tensor;
  subtract(options: {
    /** The second operand. */
    other: Tensor | Scalar;
    /** The factor of `other`. */
    alpha?: Scalar;
  }): Tensor;
  subtract(other: Scalar, alpha?: Scalar): Tensor;
  subtract(options: {
    /** The second operand. */
    other: Scalar;
    /** The factor of `other`. */
    alpha?: Scalar;
  }): Tensor;
  subtract(other: Scalar, options: {
    /** The factor of `other`. */
    alpha?: Scalar;
  }): Tensor;
  /**
   * `aten::subtract_.Tensor(Tensor(a!) self, Tensor other, *, Scalar alpha=1) -> Tensor(a!)`
   * `aten::subtract_.Scalar(Tensor(a!) self, Scalar other, Scalar alpha=1) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.subtract_.html
   */
  subtract_(other: Tensor | Scalar, options?: {
    /** The factor of `other`. */
    alpha?: Scalar;
  }): this;
  subtract_(options: {
    /** The second operand. */
    other: Tensor | Scalar;
    /** The factor of `other`. */
    alpha?: Scalar;
  }): this;
  subtract_(other: Scalar, alpha?: Scalar): this;
  subtract_(options: {
    /** The second operand. */
    other: Scalar;
    /** The factor of `other`. */
    alpha?: Scalar;
  }): this;
  subtract_(other: Scalar, options: {
    /** The factor of `other`. */
    alpha?: Scalar;
  }): this;
  /**
   * `aten::sum(Tensor self, *, ScalarType? dtype=None) -> Tensor`
   * `aten::sum.dim_IntList(Tensor self, int[1]? dim, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.sum.html
   */
  sum(options?: {
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
  }): Tensor;
  sum(dim: Int | readonly Int[] | null, keepdim?: boolean, options?: {
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
  }): Tensor;
  sum(options: {
    /** The dimensions to reduce. Default: all. */
    dim: Int | readonly Int[] | null;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
  }): Tensor;
  sum(dim: Int | readonly Int[] | null, options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
    /** The dtype to which the input is cast first. Default: the input's. */
    dtype?: DType | null;
  }): Tensor;
  /**
   * `aten::sum_to_size(Tensor self, SymInt[] size) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.sum_to_size.html
   */
  sumToSize(size: readonly Int[]): Tensor;
  sumToSize(options: {
    /** The shape of the result. */
    size: readonly Int[];
  }): Tensor;
  sumToSize(...size: readonly Int[]): Tensor;
  /**
   * `aten::svd(Tensor self, bool some=True, bool compute_uv=True) -> (Tensor U, Tensor S, Tensor V)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.svd.html
   */
  svd(some?: boolean, computeUv?: boolean): [U: Tensor, S: Tensor, V: Tensor];
  svd(options: {
    /** Return the reduced factors; otherwise complete square ones. */
    some?: boolean;
    /** Return U and V; otherwise they hold zeros. */
    computeUv?: boolean;
  }): [U: Tensor, S: Tensor, V: Tensor];
  svd(some: boolean, options: {
    /** Return U and V; otherwise they hold zeros. */
    computeUv?: boolean;
  }): [U: Tensor, S: Tensor, V: Tensor];
  /**
   * `aten::swapaxes(Tensor(a) self, int axis0, int axis1) -> Tensor(a)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.swapaxes.html
   */
  swapaxes(axis0: Int, axis1: Int): Tensor;
  swapaxes(options: {
    /** The first dimension to swap. */
    axis0: Int;
    /** The second dimension to swap. */
    axis1: Int;
  }): Tensor;
  swapaxes(axis0: Int, options: {
    /** The second dimension to swap. */
    axis1: Int;
  }): Tensor;
  /**
   * `aten::swapaxes_(Tensor(a!) self, int axis0, int axis1) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.swapaxes_.html
   */
  swapaxes_(axis0: Int, axis1: Int): this;
  swapaxes_(options: {
    /** The first dimension to swap. */
    axis0: Int;
    /** The second dimension to swap. */
    axis1: Int;
  }): this;
  swapaxes_(axis0: Int, options: {
    /** The second dimension to swap. */
    axis1: Int;
  }): this;
  /**
   * `aten::swapdims(Tensor(a) self, int dim0, int dim1) -> Tensor(a)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.swapdims.html
   */
  swapdims(dim0: Int, dim1: Int): Tensor;
  swapdims(options: {
    /** The first dimension to swap. */
    dim0: Int;
    /** The second dimension to swap. */
    dim1: Int;
  }): Tensor;
  swapdims(dim0: Int, options: {
    /** The second dimension to swap. */
    dim1: Int;
  }): Tensor;
  /**
   * `aten::swapdims_(Tensor(a!) self, int dim0, int dim1) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.swapdims_.html
   */
  swapdims_(dim0: Int, dim1: Int): this;
  swapdims_(options: {
    /** The first dimension to swap. */
    dim0: Int;
    /** The second dimension to swap. */
    dim1: Int;
  }): this;
  swapdims_(dim0: Int, options: {
    /** The second dimension to swap. */
    dim1: Int;
  }): this;
  /**
   * `aten::t(Tensor(a) self) -> Tensor(a)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.t.html
   */
  t(): Tensor;
  /**
   * `aten::t_(Tensor(a!) self) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.t_.html
   */
  t_(): this;
  /**
   * `aten::take(Tensor self, Tensor index) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.take.html
   */
  take(index: Tensor): Tensor;
  take(options: {
    /** Positions in the flattened tensor. */
    index: Tensor;
  }): Tensor;
  /**
   * `aten::take_along_dim(Tensor self, Tensor indices, int? dim=None) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.take_along_dim.html
   */
  takeAlongDim(indices: Tensor, dim?: Int | null): Tensor;
  takeAlongDim(options: {
    /** For each element of the result, its position along `dim`. */
    indices: Tensor;
    /** The dimension of the indices or parts. */
    dim?: Int | null;
  }): Tensor;
  takeAlongDim(indices: Tensor, options: {
    /** The dimension of the indices or parts. */
    dim?: Int | null;
  }): Tensor;
  /**
   * `aten::tan(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.tan.html
   */
  tan(): Tensor;
  /**
   * `aten::tan_(Tensor(a!) self) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.tan_.html
   */
  tan_(): this;
  /**
   * `aten::tanh(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.tanh.html
   */
  tanh(): Tensor;
  /**
   * `aten::tanh_(Tensor(a!) self) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.tanh_.html
   */
  tanh_(): this;
  /**
   * `aten::tensor_split.indices(Tensor(a -> *) self, SymInt[] indices, int dim=0) -> Tensor(a)[]`
   * `aten::tensor_split.tensor_indices_or_sections(Tensor(a -> *) self, Tensor tensor_indices_or_sections, int dim=0) -> Tensor(a)[]`
   * `aten::tensor_split.sections(Tensor(a -> *) self, SymInt sections, int dim=0) -> Tensor(a)[]`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.tensor_split.html
   */
  tensorSplit(indices: readonly Int[], dim?: Int): Tensor[];
  tensorSplit(options: {
    /** The indices at which to split. */
    indices: readonly Int[];
    /** The dimension of the indices or parts. */
    dim?: Int;
  }): Tensor[];
  tensorSplit(indices: readonly Int[], options: {
    /** The dimension of the indices or parts. */
    dim?: Int;
  }): Tensor[];
  tensorSplit(tensorIndicesOrSections: Tensor, dim?: Int): Tensor[];
  tensorSplit(options: {
    /** The number of parts, or the indices at which to split. */
    tensorIndicesOrSections: Tensor;
    /** The dimension of the indices or parts. */
    dim?: Int;
  }): Tensor[];
  tensorSplit(tensorIndicesOrSections: Tensor, options: {
    /** The dimension of the indices or parts. */
    dim?: Int;
  }): Tensor[];
  tensorSplit(sections: Int, dim?: Int): Tensor[];
  tensorSplit(options: {
    /** The number of parts. */
    sections: Int;
    /** The dimension of the indices or parts. */
    dim?: Int;
  }): Tensor[];
  tensorSplit(sections: Int, options: {
    /** The dimension of the indices or parts. */
    dim?: Int;
  }): Tensor[];
  /**
   * `aten::tile(Tensor self, SymInt[] dims) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.tile.html
   */
  tile(dims: readonly Int[]): Tensor;
  tile(options: {
    /** How often each dimension is repeated. */
    dims: readonly Int[];
  }): Tensor;
  tile(...dims: readonly Int[]): Tensor;
  /**
   * `aten::to_dense(Tensor self, ScalarType? dtype=None, *, bool? masked_grad=None) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.to_dense.html
   */
  toDense(dtype?: DType | null, options?: {
    /** Leave out of the gradient what the sparse tensor does not hold. */
    maskedGrad?: boolean | null;
  }): Tensor;
  toDense(options: {
    /** The dtype of the result. Default: the input's. */
    dtype?: DType | null;
    /** Leave out of the gradient what the sparse tensor does not hold. */
    maskedGrad?: boolean | null;
  }): Tensor;
  /**
   * `aten::to_mkldnn(Tensor self, ScalarType? dtype=None) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.to_mkldnn.html
   */
  toMkldnn(dtype?: DType | null): Tensor;
  toMkldnn(options: {
    /** The dtype of the result. Default: the input's. */
    dtype?: DType | null;
  }): Tensor;
  /**
   * `aten::to_padded_tensor(Tensor self, float padding, SymInt[]? output_size=None) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.to_padded_tensor.html
   */
  toPaddedTensor(padding: number, outputSize?: readonly Int[] | null): Tensor;
  toPaddedTensor(options: {
    /** The value of the padding. */
    padding: number;
    /** The shape of the result. Default: the least that fits. */
    outputSize?: readonly Int[] | null;
  }): Tensor;
  toPaddedTensor(padding: number, options: {
    /** The shape of the result. Default: the least that fits. */
    outputSize?: readonly Int[] | null;
  }): Tensor;
  /**
   * `aten::to_sparse(Tensor self, *, Layout? layout=None, int[2]? blocksize=None, int? dense_dim=None) -> Tensor`
   * `aten::to_sparse.sparse_dim(Tensor self, int sparse_dim) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.to_sparse.html
   */
  toSparse(options?: {
    /** The memory layout of the result. */
    layout?: Layout | null;
    /** The sizes of a block. */
    blocksize?: Int | readonly Int[] | null;
    /** The number of dense dimensions. */
    denseDim?: Int | null;
  }): Tensor;
  toSparse(sparseDim: Int): Tensor;
  toSparse(options: {
    /** The number of sparse dimensions. */
    sparseDim: Int;
  }): Tensor;
  /**
   * `aten::to_sparse_bsc(Tensor self, int[2] blocksize, int? dense_dim=None) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.to_sparse_bsc.html
   */
  toSparseBsc(blocksize: Int | readonly Int[], denseDim?: Int | null): Tensor;
  toSparseBsc(options: {
    /** The sizes of a block. */
    blocksize: Int | readonly Int[];
    /** The number of dense dimensions. */
    denseDim?: Int | null;
  }): Tensor;
  toSparseBsc(blocksize: Int | readonly Int[], options: {
    /** The number of dense dimensions. */
    denseDim?: Int | null;
  }): Tensor;
  /**
   * `aten::to_sparse_bsr(Tensor self, int[2] blocksize, int? dense_dim=None) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.to_sparse_bsr.html
   */
  toSparseBsr(blocksize: Int | readonly Int[], denseDim?: Int | null): Tensor;
  toSparseBsr(options: {
    /** The sizes of a block. */
    blocksize: Int | readonly Int[];
    /** The number of dense dimensions. */
    denseDim?: Int | null;
  }): Tensor;
  toSparseBsr(blocksize: Int | readonly Int[], options: {
    /** The number of dense dimensions. */
    denseDim?: Int | null;
  }): Tensor;
  /**
   * `aten::to_sparse_csc(Tensor self, int? dense_dim=None) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.to_sparse_csc.html
   */
  toSparseCsc(denseDim?: Int | null): Tensor;
  toSparseCsc(options: {
    /** The number of dense dimensions. */
    denseDim?: Int | null;
  }): Tensor;
  /**
   * `aten::to_sparse_csr(Tensor self, int? dense_dim=None) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.to_sparse_csr.html
   */
  toSparseCsr(denseDim?: Int | null): Tensor;
  toSparseCsr(options: {
    /** The number of dense dimensions. */
    denseDim?: Int | null;
  }): Tensor;
  /**
   * `aten::topk(Tensor self, SymInt k, int dim=-1, bool largest=True, bool sorted=True) -> (Tensor values, Tensor indices)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.topk.html
   */
  topk(k: Int, dim?: Int, largest?: boolean, sorted?: boolean): [values: Tensor, indices: Tensor];
  topk(options: {
    /** How many values to return. */
    k: Int;
    /** The dimension to work along. */
    dim?: Int;
    /** Return the largest values; otherwise the smallest. */
    largest?: boolean;
    /** Return the values in order. */
    sorted?: boolean;
  }): [values: Tensor, indices: Tensor];
  topk(k: Int, options: {
    /** The dimension to work along. */
    dim?: Int;
    /** Return the largest values; otherwise the smallest. */
    largest?: boolean;
    /** Return the values in order. */
    sorted?: boolean;
  }): [values: Tensor, indices: Tensor];
  topk(k: Int, dim: Int, options: {
    /** Return the largest values; otherwise the smallest. */
    largest?: boolean;
    /** Return the values in order. */
    sorted?: boolean;
  }): [values: Tensor, indices: Tensor];
  topk(k: Int, dim: Int, largest: boolean, options: {
    /** Return the values in order. */
    sorted?: boolean;
  }): [values: Tensor, indices: Tensor];
  /**
   * `aten::trace(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.trace.html
   */
  trace(): Tensor;
  /**
   * `aten::transpose.int(Tensor(a) self, int dim0, int dim1) -> Tensor(a)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.transpose.html
   */
  transpose(dim0: Int, dim1: Int): Tensor;
  transpose(options: {
    /** The first dimension to swap. */
    dim0: Int;
    /** The second dimension to swap. */
    dim1: Int;
  }): Tensor;
  transpose(dim0: Int, options: {
    /** The second dimension to swap. */
    dim1: Int;
  }): Tensor;
  /**
   * `aten::transpose_(Tensor(a!) self, int dim0, int dim1) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.transpose_.html
   */
  transpose_(dim0: Int, dim1: Int): this;
  transpose_(options: {
    /** The first dimension to swap. */
    dim0: Int;
    /** The second dimension to swap. */
    dim1: Int;
  }): this;
  transpose_(dim0: Int, options: {
    /** The second dimension to swap. */
    dim1: Int;
  }): this;
  /**
   * `aten::triangular_solve(Tensor self, Tensor A, bool upper=True, bool transpose=False, bool unitriangular=False) -> (Tensor solution, Tensor cloned_coefficient)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.triangular_solve.html
   */
  triangularSolve(A: Tensor, upper?: boolean, transpose?: boolean, unitriangular?: boolean): [solution: Tensor, clonedCoefficient: Tensor];
  triangularSolve(options: {
    /** The matrix, or a batch of them. */
    A: Tensor;
    /** The triangular matrix is an upper one; otherwise a lower one. */
    upper?: boolean;
    /** Use the transposed matrix. */
    transpose?: boolean;
    /** The diagonal consists of ones and is not read. */
    unitriangular?: boolean;
  }): [solution: Tensor, clonedCoefficient: Tensor];
  triangularSolve(A: Tensor, options: {
    /** The triangular matrix is an upper one; otherwise a lower one. */
    upper?: boolean;
    /** Use the transposed matrix. */
    transpose?: boolean;
    /** The diagonal consists of ones and is not read. */
    unitriangular?: boolean;
  }): [solution: Tensor, clonedCoefficient: Tensor];
  triangularSolve(A: Tensor, upper: boolean, options: {
    /** Use the transposed matrix. */
    transpose?: boolean;
    /** The diagonal consists of ones and is not read. */
    unitriangular?: boolean;
  }): [solution: Tensor, clonedCoefficient: Tensor];
  triangularSolve(A: Tensor, upper: boolean, transpose: boolean, options: {
    /** The diagonal consists of ones and is not read. */
    unitriangular?: boolean;
  }): [solution: Tensor, clonedCoefficient: Tensor];
  /**
   * `aten::tril(Tensor self, SymInt diagonal=0) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.tril.html
   */
  tril(diagonal?: Int): Tensor;
  tril(options: {
    /** The diagonal: 0 is the main one, above 0 lies above it, below 0 below it. */
    diagonal?: Int;
  }): Tensor;
  /**
   * `aten::tril_(Tensor(a!) self, SymInt diagonal=0) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.tril_.html
   */
  tril_(diagonal?: Int): this;
  tril_(options: {
    /** The diagonal: 0 is the main one, above 0 lies above it, below 0 below it. */
    diagonal?: Int;
  }): this;
  /**
   * `aten::triu(Tensor self, SymInt diagonal=0) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.triu.html
   */
  triu(diagonal?: Int): Tensor;
  triu(options: {
    /** The diagonal: 0 is the main one, above 0 lies above it, below 0 below it. */
    diagonal?: Int;
  }): Tensor;
  /**
   * `aten::triu_(Tensor(a!) self, SymInt diagonal=0) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.triu_.html
   */
  triu_(diagonal?: Int): this;
  triu_(options: {
    /** The diagonal: 0 is the main one, above 0 lies above it, below 0 below it. */
    diagonal?: Int;
  }): this;
  /**
   * `aten::true_divide.Tensor(Tensor self, Tensor other) -> Tensor`
   * `aten::true_divide.Scalar(Tensor self, Scalar other) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.true_divide.html
   */
  trueDivide(other: Tensor | Scalar): Tensor;
  trueDivide(options: {
    /** The second operand. */
    other: Tensor | Scalar;
  }): Tensor;
  trueDivide(other: Scalar): Tensor;
  trueDivide(options: {
    /** The second operand. */
    other: Scalar;
  }): Tensor;
  /**
   * `aten::true_divide_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)`
   * `aten::true_divide_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.true_divide_.html
   */
  trueDivide_(other: Tensor | Scalar): this;
  trueDivide_(options: {
    /** The second operand. */
    other: Tensor | Scalar;
  }): this;
  trueDivide_(other: Scalar): this;
  trueDivide_(options: {
    /** The second operand. */
    other: Scalar;
  }): this;
  /**
   * `aten::trunc(Tensor self) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.trunc.html
   */
  trunc(): Tensor;
  /**
   * `aten::trunc_(Tensor(a!) self) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.trunc_.html
   */
  trunc_(): this;
  /**
   * `aten::type_as(Tensor self, Tensor other) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.type_as.html
   */
  typeAs(other: Tensor): Tensor;
  typeAs(options: {
    /** The tensor whose dtype and device are taken over. */
    other: Tensor;
  }): Tensor;
  /**
   * `aten::unbind.int(Tensor(a -> *) self, int dim=0) -> Tensor(a)[]`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.unbind.html
   */
  unbind(dim?: Int): Tensor[];
  unbind(options: {
    /** The dimension of the indices or parts. */
    dim?: Int;
  }): Tensor[];
  /**
   * `aten::unflatten.int(Tensor(a) self, int dim, SymInt[] sizes) -> Tensor(a)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.unflatten.html
   */
  unflatten(dim: Int, sizes: readonly Int[]): Tensor;
  unflatten(options: {
    /** The dimension to split. */
    dim: Int;
    /** The sizes that the dimension is split into; one may be -1. */
    sizes: readonly Int[];
  }): Tensor;
  unflatten(dim: Int, options: {
    /** The sizes that the dimension is split into; one may be -1. */
    sizes: readonly Int[];
  }): Tensor;
  /**
   * `aten::unfold(Tensor(a) self, int dimension, int size, int step) -> Tensor(a)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.unfold.html
   */
  unfold(dimension: Int, size: Int, step: Int): Tensor;
  unfold(options: {
    /** The dimension that is cut into slices. */
    dimension: Int;
    /** The length of each slice. */
    size: Int;
    /** The distance from one slice or element to the next. */
    step: Int;
  }): Tensor;
  unfold(dimension: Int, options: {
    /** The length of each slice. */
    size: Int;
    /** The distance from one slice or element to the next. */
    step: Int;
  }): Tensor;
  unfold(dimension: Int, size: Int, options: {
    /** The distance from one slice or element to the next. */
    step: Int;
  }): Tensor;
  /**
   * `aten::uniform_(Tensor(a!) self, float from=0., float to=1., *, Generator? generator=None) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.uniform_.html
   */
  uniform_(from?: number, to?: number, options?: {
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
  }): this;
  uniform_(options: {
    /** The lower bound of the values. */
    from?: number;
    /** The upper bound of the values. */
    to?: number;
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
  }): this;
  uniform_(from: number, options: {
    /** The upper bound of the values. */
    to?: number;
    /** Where random numbers come from. Default: the global generator. */
    generator?: Generator | null;
  }): this;
  /**
   * `aten::unsafe_chunk(Tensor self, int chunks, int dim=0) -> Tensor[]`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.unsafe_chunk.html
   */
  unsafeChunk(chunks: Int, dim?: Int): Tensor[];
  unsafeChunk(options: {
    /** The number of parts; the last one may be smaller, or missing. */
    chunks: Int;
    /** The dimension of the indices or parts. */
    dim?: Int;
  }): Tensor[];
  unsafeChunk(chunks: Int, options: {
    /** The dimension of the indices or parts. */
    dim?: Int;
  }): Tensor[];
  /**
   * `aten::unsafe_split.Tensor(Tensor self, SymInt split_size, int dim=0) -> Tensor[]`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.unsafe_split.html
   */
  unsafeSplit(splitSize: Int, dim?: Int): Tensor[];
  unsafeSplit(options: {
    /** The size of each part; the last one may be smaller. */
    splitSize: Int;
    /** The dimension of the indices or parts. */
    dim?: Int;
  }): Tensor[];
  unsafeSplit(splitSize: Int, options: {
    /** The dimension of the indices or parts. */
    dim?: Int;
  }): Tensor[];
  /**
   * `aten::unsafe_split_with_sizes(Tensor self, SymInt[] split_sizes, int dim=0) -> Tensor[]`
   */
  unsafeSplitWithSizes(splitSizes: readonly Int[], dim?: Int): Tensor[];
  unsafeSplitWithSizes(options: {
    /** The size of each part. */
    splitSizes: readonly Int[];
    /** The dimension of the indices or parts. */
    dim?: Int;
  }): Tensor[];
  unsafeSplitWithSizes(splitSizes: readonly Int[], options: {
    /** The dimension of the indices or parts. */
    dim?: Int;
  }): Tensor[];
  /**
   * `aten::unsqueeze(Tensor(a) self, int dim) -> Tensor(a)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.unsqueeze.html
   */
  unsqueeze(dim: Int): Tensor;
  unsqueeze(options: {
    /** Where the new dimension is inserted. */
    dim: Int;
  }): Tensor;
  /**
   * `aten::unsqueeze_(Tensor(a!) self, int dim) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.unsqueeze_.html
   */
  unsqueeze_(dim: Int): this;
  unsqueeze_(options: {
    /** Where the new dimension is inserted. */
    dim: Int;
  }): this;
  /**
   * `aten::values(Tensor(a) self) -> Tensor(a)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.values.html
   */
  values(): Tensor;
  /**
   * `aten::var.dim(Tensor self, int[1]? dim, bool unbiased=True, bool keepdim=False) -> Tensor`
   * `aten::var.correction(Tensor self, int[1]? dim=None, *, Scalar? correction=None, bool keepdim=False) -> Tensor`
   * `aten::var(Tensor self, bool unbiased=True) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.var.html
   */
  var(dim: Int | readonly Int[] | null, unbiased?: boolean, keepdim?: boolean): Tensor;
  var(options: {
    /** The dimensions to reduce. Default: all. */
    dim: Int | readonly Int[] | null;
    /** Divide by one less than the number of values (Bessel's correction). */
    unbiased?: boolean;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
  }): Tensor;
  var(dim: Int | readonly Int[] | null, options: {
    /** Divide by one less than the number of values (Bessel's correction). */
    unbiased?: boolean;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
  }): Tensor;
  var(dim: Int | readonly Int[] | null, unbiased: boolean, options: {
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
  }): Tensor;
  var(dim?: Int | readonly Int[] | null, options?: {
    /** What is subtracted from the number of values before dividing by it. */
    correction?: Scalar | null;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
  }): Tensor;
  var(options: {
    /** The dimensions to reduce. Default: all. */
    dim?: Int | readonly Int[] | null;
    /** What is subtracted from the number of values before dividing by it. */
    correction?: Scalar | null;
    /** Keep reduced dimensions, with size 1. */
    keepdim?: boolean;
  }): Tensor;
  var(unbiased?: boolean): Tensor;
  var(options: {
    /** Divide by one less than the number of values (Bessel's correction). */
    unbiased?: boolean;
  }): Tensor;
  /**
   * `aten::vdot(Tensor self, Tensor other) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.vdot.html
   */
  vdot(other: Tensor): Tensor;
  vdot(options: {
    /** The second operand. */
    other: Tensor;
  }): Tensor;
  /**
   * `aten::view.dtype(Tensor(a) self, ScalarType dtype) -> Tensor(a)`
   * `aten::view(Tensor(a) self, SymInt[] size) -> Tensor(a)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.view.html
   */
  view(dtype: DType): Tensor;
  view(options: {
    /** The dtype as which the memory is read. */
    dtype: DType;
  }): Tensor;
  view(size: readonly Int[]): Tensor;
  view(options: {
    /** The new shape; one size may be -1, to be inferred. */
    size: readonly Int[];
  }): Tensor;
  view(...size: readonly Int[]): Tensor;
  /**
   * `aten::view_as(Tensor(a) self, Tensor other) -> Tensor(a)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.view_as.html
   */
  viewAs(other: Tensor): Tensor;
  viewAs(options: {
    /** The tensor whose shape is meant. */
    other: Tensor;
  }): Tensor;
  /**
   * `aten::vsplit.int(Tensor(a -> *) self, int sections) -> Tensor(a)[]`
   * `aten::vsplit.array(Tensor(a -> *) self, int[] indices) -> Tensor(a)[]`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.vsplit.html
   */
  vsplit(sections: Int): Tensor[];
  vsplit(options: {
    /** The number of parts. */
    sections: Int;
  }): Tensor[];
  vsplit(indices: readonly Int[]): Tensor[];
  vsplit(options: {
    /** The indices at which to split. */
    indices: readonly Int[];
  }): Tensor[];
  vsplit(...indices: readonly Int[]): Tensor[];
  /**
   * `aten::xlogy.Tensor(Tensor self, Tensor other) -> Tensor`
   * `aten::xlogy.Scalar_Other(Tensor self, Scalar other) -> Tensor`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.xlogy.html
   */
  xlogy(other: Tensor): Tensor;
  xlogy(options: {
    /** The second operand. */
    other: Tensor;
  }): Tensor;
  xlogy(other: Scalar): Tensor;
  xlogy(options: {
    /** The second operand. */
    other: Scalar;
  }): Tensor;
  /**
   * `aten::xlogy_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)`
   * `aten::xlogy_.Scalar_Other(Tensor(a!) self, Scalar other) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.xlogy_.html
   */
  xlogy_(other: Tensor): this;
  xlogy_(options: {
    /** The second operand. */
    other: Tensor;
  }): this;
  xlogy_(other: Scalar): this;
  xlogy_(options: {
    /** The second operand. */
    other: Scalar;
  }): this;
  /**
   * `aten::zero_(Tensor(a!) self) -> Tensor(a!)`
   *
   * @see https://docs.pytorch.org/docs/2.13/generated/torch.Tensor.zero_.html
   */
  zero_(): this;
}

/** @internal */
export const TENSOR_METHODS: readonly (readonly [method: string, operator: string])[] = [
  ['abs', 'aten::abs'],
  ['abs_', 'aten::abs_'],
  ['absolute', 'aten::absolute'],
  ['absolute_', 'aten::absolute_'],
  ['acos', 'aten::acos'],
  ['acos_', 'aten::acos_'],
  ['acosh', 'aten::acosh'],
  ['acosh_', 'aten::acosh_'],
  ['add', 'aten::add'],
  ['add_', 'aten::add_'],
  ['addbmm', 'aten::addbmm'],
  ['addbmm_', 'aten::addbmm_'],
  ['addcdiv', 'aten::addcdiv'],
  ['addcdiv_', 'aten::addcdiv_'],
  ['addcmul', 'aten::addcmul'],
  ['addcmul_', 'aten::addcmul_'],
  ['addmm', 'aten::addmm'],
  ['addmm_', 'aten::addmm_'],
  ['addmv', 'aten::addmv'],
  ['addmv_', 'aten::addmv_'],
  ['addr', 'aten::addr'],
  ['addr_', 'aten::addr_'],
  ['adjoint', 'aten::adjoint'],
  ['all', 'aten::all'],
  ['allclose', 'aten::allclose'],
  ['amax', 'aten::amax'],
  ['amin', 'aten::amin'],
  ['aminmax', 'aten::aminmax'],
  ['angle', 'aten::angle'],
  ['any', 'aten::any'],
  ['arccos', 'aten::arccos'],
  ['arccos_', 'aten::arccos_'],
  ['arccosh', 'aten::arccosh'],
  ['arccosh_', 'aten::arccosh_'],
  ['arcsin', 'aten::arcsin'],
  ['arcsin_', 'aten::arcsin_'],
  ['arcsinh', 'aten::arcsinh'],
  ['arcsinh_', 'aten::arcsinh_'],
  ['arctan', 'aten::arctan'],
  ['arctan2', 'aten::arctan2'],
  ['arctan2_', 'aten::arctan2_'],
  ['arctan_', 'aten::arctan_'],
  ['arctanh', 'aten::arctanh'],
  ['arctanh_', 'aten::arctanh_'],
  ['argmax', 'aten::argmax'],
  ['argmin', 'aten::argmin'],
  ['argsort', 'aten::argsort'],
  ['argwhere', 'aten::argwhere'],
  ['asStrided', 'aten::as_strided'],
  ['asStridedScatter', 'aten::as_strided_scatter'],
  ['asStrided_', 'aten::as_strided_'],
  ['asin', 'aten::asin'],
  ['asin_', 'aten::asin_'],
  ['asinh', 'aten::asinh'],
  ['asinh_', 'aten::asinh_'],
  ['atan', 'aten::atan'],
  ['atan2', 'aten::atan2'],
  ['atan2_', 'aten::atan2_'],
  ['atan_', 'aten::atan_'],
  ['atanh', 'aten::atanh'],
  ['atanh_', 'aten::atanh_'],
  ['baddbmm', 'aten::baddbmm'],
  ['baddbmm_', 'aten::baddbmm_'],
  ['bernoulli', 'aten::bernoulli'],
  ['bernoulli_', 'aten::bernoulli_'],
  ['bincount', 'aten::bincount'],
  ['bitwiseAnd', 'aten::bitwise_and'],
  ['bitwiseAnd_', 'aten::bitwise_and_'],
  ['bitwiseLeftShift', 'aten::bitwise_left_shift'],
  ['bitwiseLeftShift_', 'aten::bitwise_left_shift_'],
  ['bitwiseNot', 'aten::bitwise_not'],
  ['bitwiseNot_', 'aten::bitwise_not_'],
  ['bitwiseOr', 'aten::bitwise_or'],
  ['bitwiseOr_', 'aten::bitwise_or_'],
  ['bitwiseRightShift', 'aten::bitwise_right_shift'],
  ['bitwiseRightShift_', 'aten::bitwise_right_shift_'],
  ['bitwiseXor', 'aten::bitwise_xor'],
  ['bitwiseXor_', 'aten::bitwise_xor_'],
  ['bmm', 'aten::bmm'],
  ['broadcastTo', 'aten::broadcast_to'],
  ['cauchy_', 'aten::cauchy_'],
  ['ccolIndices', 'aten::ccol_indices'],
  ['ceil', 'aten::ceil'],
  ['ceil_', 'aten::ceil_'],
  ['chalf', 'aten::chalf'],
  ['cholesky', 'aten::cholesky'],
  ['choleskyInverse', 'aten::cholesky_inverse'],
  ['choleskySolve', 'aten::cholesky_solve'],
  ['chunk', 'aten::chunk'],
  ['clamp', 'aten::clamp'],
  ['clampMax', 'aten::clamp_max'],
  ['clampMax_', 'aten::clamp_max_'],
  ['clampMin', 'aten::clamp_min'],
  ['clampMin_', 'aten::clamp_min_'],
  ['clamp_', 'aten::clamp_'],
  ['clip', 'aten::clip'],
  ['clip_', 'aten::clip_'],
  ['clone', 'aten::clone'],
  ['coalesce', 'aten::coalesce'],
  ['colIndices', 'aten::col_indices'],
  ['conj', 'aten::conj'],
  ['conjPhysical', 'aten::conj_physical'],
  ['conjPhysical_', 'aten::conj_physical_'],
  ['contiguous', 'aten::contiguous'],
  ['copy_', 'aten::copy_'],
  ['copysign', 'aten::copysign'],
  ['copysign_', 'aten::copysign_'],
  ['corrcoef', 'aten::corrcoef'],
  ['cos', 'aten::cos'],
  ['cos_', 'aten::cos_'],
  ['cosh', 'aten::cosh'],
  ['cosh_', 'aten::cosh_'],
  ['countNonzero', 'aten::count_nonzero'],
  ['cov', 'aten::cov'],
  ['cross', 'aten::cross'],
  ['crowIndices', 'aten::crow_indices'],
  ['cummax', 'aten::cummax'],
  ['cummin', 'aten::cummin'],
  ['cumprod', 'aten::cumprod'],
  ['cumprod_', 'aten::cumprod_'],
  ['cumsum', 'aten::cumsum'],
  ['cumsum_', 'aten::cumsum_'],
  ['deg2rad', 'aten::deg2rad'],
  ['deg2rad_', 'aten::deg2rad_'],
  ['denseDim', 'aten::dense_dim'],
  ['dequantize', 'aten::dequantize'],
  ['det', 'aten::det'],
  ['detach', 'aten::detach'],
  ['detach_', 'aten::detach_'],
  ['diag', 'aten::diag'],
  ['diagEmbed', 'aten::diag_embed'],
  ['diagflat', 'aten::diagflat'],
  ['diagonal', 'aten::diagonal'],
  ['diagonalScatter', 'aten::diagonal_scatter'],
  ['diff', 'aten::diff'],
  ['digamma', 'aten::digamma'],
  ['digamma_', 'aten::digamma_'],
  ['dist', 'aten::dist'],
  ['div', 'aten::div'],
  ['div_', 'aten::div_'],
  ['divide', 'aten::divide'],
  ['divide_', 'aten::divide_'],
  ['dot', 'aten::dot'],
  ['dsplit', 'aten::dsplit'],
  ['eq', 'aten::eq'],
  ['eq_', 'aten::eq_'],
  ['equal', 'aten::equal'],
  ['erf', 'aten::erf'],
  ['erf_', 'aten::erf_'],
  ['erfc', 'aten::erfc'],
  ['erfc_', 'aten::erfc_'],
  ['erfinv', 'aten::erfinv'],
  ['erfinv_', 'aten::erfinv_'],
  ['exp', 'aten::exp'],
  ['exp2', 'aten::exp2'],
  ['exp2_', 'aten::exp2_'],
  ['exp_', 'aten::exp_'],
  ['expand', 'aten::expand'],
  ['expandAs', 'aten::expand_as'],
  ['expm1', 'aten::expm1'],
  ['expm1_', 'aten::expm1_'],
  ['exponential_', 'aten::exponential_'],
  ['fillDiagonal_', 'aten::fill_diagonal_'],
  ['fill_', 'aten::fill_'],
  ['fix', 'aten::fix'],
  ['fix_', 'aten::fix_'],
  ['flatten', 'aten::flatten'],
  ['flip', 'aten::flip'],
  ['fliplr', 'aten::fliplr'],
  ['flipud', 'aten::flipud'],
  ['floatPower', 'aten::float_power'],
  ['floatPower_', 'aten::float_power_'],
  ['floor', 'aten::floor'],
  ['floorDivide', 'aten::floor_divide'],
  ['floorDivide_', 'aten::floor_divide_'],
  ['floor_', 'aten::floor_'],
  ['fmax', 'aten::fmax'],
  ['fmin', 'aten::fmin'],
  ['fmod', 'aten::fmod'],
  ['fmod_', 'aten::fmod_'],
  ['frac', 'aten::frac'],
  ['frac_', 'aten::frac_'],
  ['frexp', 'aten::frexp'],
  ['gather', 'aten::gather'],
  ['gcd', 'aten::gcd'],
  ['gcd_', 'aten::gcd_'],
  ['ge', 'aten::ge'],
  ['ge_', 'aten::ge_'],
  ['geometric_', 'aten::geometric_'],
  ['geqrf', 'aten::geqrf'],
  ['ger', 'aten::ger'],
  ['greater', 'aten::greater'],
  ['greaterEqual', 'aten::greater_equal'],
  ['greaterEqual_', 'aten::greater_equal_'],
  ['greater_', 'aten::greater_'],
  ['gt', 'aten::gt'],
  ['gt_', 'aten::gt_'],
  ['hardshrink', 'aten::hardshrink'],
  ['hashTensor', 'aten::hash_tensor'],
  ['heaviside', 'aten::heaviside'],
  ['heaviside_', 'aten::heaviside_'],
  ['histc', 'aten::histc'],
  ['histogram', 'aten::histogram'],
  ['hsplit', 'aten::hsplit'],
  ['hypot', 'aten::hypot'],
  ['hypot_', 'aten::hypot_'],
  ['i0', 'aten::i0'],
  ['i0_', 'aten::i0_'],
  ['igamma', 'aten::igamma'],
  ['igamma_', 'aten::igamma_'],
  ['igammac', 'aten::igammac'],
  ['igammac_', 'aten::igammac_'],
  ['indexAdd', 'aten::index_add'],
  ['indexAdd_', 'aten::index_add_'],
  ['indexCopy', 'aten::index_copy'],
  ['indexCopy_', 'aten::index_copy_'],
  ['indexFill', 'aten::index_fill'],
  ['indexFill_', 'aten::index_fill_'],
  ['indexPut', 'aten::index_put'],
  ['indexPut_', 'aten::index_put_'],
  ['indexReduce', 'aten::index_reduce'],
  ['indexReduce_', 'aten::index_reduce_'],
  ['indexSelect', 'aten::index_select'],
  ['indices', 'aten::indices'],
  ['inner', 'aten::inner'],
  ['intRepr', 'aten::int_repr'],
  ['inverse', 'aten::inverse'],
  ['isCoalesced', 'aten::is_coalesced'],
  ['isComplex', 'aten::is_complex'],
  ['isDistributed', 'aten::is_distributed'],
  ['isFloatingPoint', 'aten::is_floating_point'],
  ['isNonzero', 'aten::is_nonzero'],
  ['isSameSize', 'aten::is_same_size'],
  ['isSetTo', 'aten::is_set_to'],
  ['isSigned', 'aten::is_signed'],
  ['isclose', 'aten::isclose'],
  ['isfinite', 'aten::isfinite'],
  ['isinf', 'aten::isinf'],
  ['isnan', 'aten::isnan'],
  ['isneginf', 'aten::isneginf'],
  ['isposinf', 'aten::isposinf'],
  ['isreal', 'aten::isreal'],
  ['istft', 'aten::istft'],
  ['kron', 'aten::kron'],
  ['kthvalue', 'aten::kthvalue'],
  ['lcm', 'aten::lcm'],
  ['lcm_', 'aten::lcm_'],
  ['ldexp', 'aten::ldexp'],
  ['ldexp_', 'aten::ldexp_'],
  ['le', 'aten::le'],
  ['le_', 'aten::le_'],
  ['lerp', 'aten::lerp'],
  ['lerp_', 'aten::lerp_'],
  ['less', 'aten::less'],
  ['lessEqual', 'aten::less_equal'],
  ['lessEqual_', 'aten::less_equal_'],
  ['less_', 'aten::less_'],
  ['lgamma', 'aten::lgamma'],
  ['lgamma_', 'aten::lgamma_'],
  ['log', 'aten::log'],
  ['log10', 'aten::log10'],
  ['log10_', 'aten::log10_'],
  ['log1p', 'aten::log1p'],
  ['log1p_', 'aten::log1p_'],
  ['log2', 'aten::log2'],
  ['log2_', 'aten::log2_'],
  ['logNormal_', 'aten::log_normal_'],
  ['logSoftmax', 'aten::log_softmax'],
  ['log_', 'aten::log_'],
  ['logaddexp', 'aten::logaddexp'],
  ['logaddexp2', 'aten::logaddexp2'],
  ['logcumsumexp', 'aten::logcumsumexp'],
  ['logdet', 'aten::logdet'],
  ['logicalAnd', 'aten::logical_and'],
  ['logicalAnd_', 'aten::logical_and_'],
  ['logicalNot', 'aten::logical_not'],
  ['logicalNot_', 'aten::logical_not_'],
  ['logicalOr', 'aten::logical_or'],
  ['logicalOr_', 'aten::logical_or_'],
  ['logicalXor', 'aten::logical_xor'],
  ['logicalXor_', 'aten::logical_xor_'],
  ['logit', 'aten::logit'],
  ['logit_', 'aten::logit_'],
  ['logsumexp', 'aten::logsumexp'],
  ['lt', 'aten::lt'],
  ['lt_', 'aten::lt_'],
  ['luSolve', 'aten::lu_solve'],
  ['maskedFill', 'aten::masked_fill'],
  ['maskedFill_', 'aten::masked_fill_'],
  ['maskedScatter', 'aten::masked_scatter'],
  ['maskedScatter_', 'aten::masked_scatter_'],
  ['maskedSelect', 'aten::masked_select'],
  ['matmul', 'aten::matmul'],
  ['matrixExp', 'aten::matrix_exp'],
  ['matrixPower', 'aten::matrix_power'],
  ['max', 'aten::max'],
  ['maximum', 'aten::maximum'],
  ['mean', 'aten::mean'],
  ['median', 'aten::median'],
  ['min', 'aten::min'],
  ['minimum', 'aten::minimum'],
  ['mm', 'aten::mm'],
  ['mode', 'aten::mode'],
  ['moveaxis', 'aten::moveaxis'],
  ['movedim', 'aten::movedim'],
  ['msort', 'aten::msort'],
  ['mul', 'aten::mul'],
  ['mul_', 'aten::mul_'],
  ['multinomial', 'aten::multinomial'],
  ['multiply', 'aten::multiply'],
  ['multiply_', 'aten::multiply_'],
  ['mv', 'aten::mv'],
  ['mvlgamma', 'aten::mvlgamma'],
  ['mvlgamma_', 'aten::mvlgamma_'],
  ['nanToNum', 'aten::nan_to_num'],
  ['nanToNum_', 'aten::nan_to_num_'],
  ['nanmean', 'aten::nanmean'],
  ['nanmedian', 'aten::nanmedian'],
  ['nanquantile', 'aten::nanquantile'],
  ['nansum', 'aten::nansum'],
  ['narrow', 'aten::narrow'],
  ['narrowCopy', 'aten::narrow_copy'],
  ['ne', 'aten::ne'],
  ['ne_', 'aten::ne_'],
  ['neg', 'aten::neg'],
  ['neg_', 'aten::neg_'],
  ['negative', 'aten::negative'],
  ['negative_', 'aten::negative_'],
  ['newEmpty', 'aten::new_empty'],
  ['newEmptyStrided', 'aten::new_empty_strided'],
  ['newFull', 'aten::new_full'],
  ['newOnes', 'aten::new_ones'],
  ['newZeros', 'aten::new_zeros'],
  ['nextafter', 'aten::nextafter'],
  ['nextafter_', 'aten::nextafter_'],
  ['nonzeroStatic', 'aten::nonzero_static'],
  ['normal_', 'aten::normal_'],
  ['notEqual', 'aten::not_equal'],
  ['notEqual_', 'aten::not_equal_'],
  ['orgqr', 'aten::orgqr'],
  ['ormqr', 'aten::ormqr'],
  ['outer', 'aten::outer'],
  ['permute', 'aten::permute'],
  ['pinMemory', 'aten::pin_memory'],
  ['pinverse', 'aten::pinverse'],
  ['polygamma_', 'aten::polygamma_'],
  ['positive', 'aten::positive'],
  ['pow', 'aten::pow'],
  ['pow_', 'aten::pow_'],
  ['prelu', 'aten::prelu'],
  ['prod', 'aten::prod'],
  ['put', 'aten::put'],
  ['put_', 'aten::put_'],
  ['qPerChannelAxis', 'aten::q_per_channel_axis'],
  ['qPerChannelScales', 'aten::q_per_channel_scales'],
  ['qPerChannelZeroPoints', 'aten::q_per_channel_zero_points'],
  ['qScale', 'aten::q_scale'],
  ['qZeroPoint', 'aten::q_zero_point'],
  ['qr', 'aten::qr'],
  ['qscheme', 'aten::qscheme'],
  ['quantile', 'aten::quantile'],
  ['rad2deg', 'aten::rad2deg'],
  ['rad2deg_', 'aten::rad2deg_'],
  ['random_', 'aten::random_'],
  ['ravel', 'aten::ravel'],
  ['reciprocal', 'aten::reciprocal'],
  ['reciprocal_', 'aten::reciprocal_'],
  ['relu', 'aten::relu'],
  ['relu_', 'aten::relu_'],
  ['remainder', 'aten::remainder'],
  ['remainder_', 'aten::remainder_'],
  ['renorm', 'aten::renorm'],
  ['renorm_', 'aten::renorm_'],
  ['repeat', 'aten::repeat'],
  ['repeatInterleave', 'aten::repeat_interleave'],
  ['reshape', 'aten::reshape'],
  ['reshapeAs', 'aten::reshape_as'],
  ['resizeAsSparse_', 'aten::resize_as_sparse_'],
  ['resizeAs_', 'aten::resize_as_'],
  ['resize_', 'aten::resize_'],
  ['resolveConj', 'aten::resolve_conj'],
  ['resolveNeg', 'aten::resolve_neg'],
  ['roll', 'aten::roll'],
  ['rot90', 'aten::rot90'],
  ['round', 'aten::round'],
  ['round_', 'aten::round_'],
  ['rowIndices', 'aten::row_indices'],
  ['rsqrt', 'aten::rsqrt'],
  ['rsqrt_', 'aten::rsqrt_'],
  ['scatter', 'aten::scatter'],
  ['scatterAdd', 'aten::scatter_add'],
  ['scatterAdd_', 'aten::scatter_add_'],
  ['scatterReduce', 'aten::scatter_reduce'],
  ['scatterReduce_', 'aten::scatter_reduce_'],
  ['scatter_', 'aten::scatter_'],
  ['select', 'aten::select'],
  ['selectScatter', 'aten::select_scatter'],
  ['set_', 'aten::set_'],
  ['sgn', 'aten::sgn'],
  ['sgn_', 'aten::sgn_'],
  ['sigmoid', 'aten::sigmoid'],
  ['sigmoid_', 'aten::sigmoid_'],
  ['sign', 'aten::sign'],
  ['sign_', 'aten::sign_'],
  ['signbit', 'aten::signbit'],
  ['sin', 'aten::sin'],
  ['sin_', 'aten::sin_'],
  ['sinc', 'aten::sinc'],
  ['sinc_', 'aten::sinc_'],
  ['sinh', 'aten::sinh'],
  ['sinh_', 'aten::sinh_'],
  ['sliceInverse', 'aten::slice_inverse'],
  ['sliceScatter', 'aten::slice_scatter'],
  ['slogdet', 'aten::slogdet'],
  ['smm', 'aten::smm'],
  ['softmax', 'aten::softmax'],
  ['sort', 'aten::sort'],
  ['sparseDim', 'aten::sparse_dim'],
  ['sparseMask', 'aten::sparse_mask'],
  ['sparseResizeAndClear_', 'aten::sparse_resize_and_clear_'],
  ['sparseResize_', 'aten::sparse_resize_'],
  ['splitWithSizes', 'aten::split_with_sizes'],
  ['sqrt', 'aten::sqrt'],
  ['sqrt_', 'aten::sqrt_'],
  ['square', 'aten::square'],
  ['square_', 'aten::square_'],
  ['squeeze', 'aten::squeeze'],
  ['squeeze_', 'aten::squeeze_'],
  ['sspaddmm', 'aten::sspaddmm'],
  ['std', 'aten::std'],
  ['sub', 'aten::sub'],
  ['sub_', 'aten::sub_'],
  ['subtract', 'aten::subtract'],
  ['subtract_', 'aten::subtract_'],
  ['sum', 'aten::sum'],
  ['sumToSize', 'aten::sum_to_size'],
  ['svd', 'aten::svd'],
  ['swapaxes', 'aten::swapaxes'],
  ['swapaxes_', 'aten::swapaxes_'],
  ['swapdims', 'aten::swapdims'],
  ['swapdims_', 'aten::swapdims_'],
  ['t', 'aten::t'],
  ['t_', 'aten::t_'],
  ['take', 'aten::take'],
  ['takeAlongDim', 'aten::take_along_dim'],
  ['tan', 'aten::tan'],
  ['tan_', 'aten::tan_'],
  ['tanh', 'aten::tanh'],
  ['tanh_', 'aten::tanh_'],
  ['tensorSplit', 'aten::tensor_split'],
  ['tile', 'aten::tile'],
  ['toDense', 'aten::to_dense'],
  ['toMkldnn', 'aten::to_mkldnn'],
  ['toPaddedTensor', 'aten::to_padded_tensor'],
  ['toSparse', 'aten::to_sparse'],
  ['toSparseBsc', 'aten::to_sparse_bsc'],
  ['toSparseBsr', 'aten::to_sparse_bsr'],
  ['toSparseCsc', 'aten::to_sparse_csc'],
  ['toSparseCsr', 'aten::to_sparse_csr'],
  ['topk', 'aten::topk'],
  ['trace', 'aten::trace'],
  ['transpose', 'aten::transpose'],
  ['transpose_', 'aten::transpose_'],
  ['triangularSolve', 'aten::triangular_solve'],
  ['tril', 'aten::tril'],
  ['tril_', 'aten::tril_'],
  ['triu', 'aten::triu'],
  ['triu_', 'aten::triu_'],
  ['trueDivide', 'aten::true_divide'],
  ['trueDivide_', 'aten::true_divide_'],
  ['trunc', 'aten::trunc'],
  ['trunc_', 'aten::trunc_'],
  ['typeAs', 'aten::type_as'],
  ['unbind', 'aten::unbind'],
  ['unflatten', 'aten::unflatten'],
  ['unfold', 'aten::unfold'],
  ['uniform_', 'aten::uniform_'],
  ['unsafeChunk', 'aten::unsafe_chunk'],
  ['unsafeSplit', 'aten::unsafe_split'],
  ['unsafeSplitWithSizes', 'aten::unsafe_split_with_sizes'],
  ['unsqueeze', 'aten::unsqueeze'],
  ['unsqueeze_', 'aten::unsqueeze_'],
  ['values', 'aten::values'],
  ['var', 'aten::var'],
  ['vdot', 'aten::vdot'],
  ['view', 'aten::view'],
  ['viewAs', 'aten::view_as'],
  ['vsplit', 'aten::vsplit'],
  ['xlogy', 'aten::xlogy'],
  ['xlogy_', 'aten::xlogy_'],
  ['zero_', 'aten::zero_'],
];
