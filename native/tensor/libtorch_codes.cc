// libtorch's own enums, which operators take as numbers, under the names that lib/native/codes.ts has for
// them.
#include <ATen/core/Reduction.h>
#include <ATen/native/EmbeddingBag.h>
#include <ATen/native/GridSamplerUtils.h>
#include <c10/core/Layout.h>
#include <c10/core/MemoryFormat.h>
#include <c10/core/QScheme.h>
#include <c10/core/ScalarType.h>

#include "core/codes.h"

namespace ltn {

namespace {

Codes scalarTypes() {
  using T = c10::ScalarType;
  return codesOf<T>("scalarType", {{"uint8", T::Byte},
                                   {"int8", T::Char},
                                   {"int16", T::Short},
                                   {"int32", T::Int},
                                   {"int64", T::Long},
                                   {"float16", T::Half},
                                   {"float32", T::Float},
                                   {"float64", T::Double},
                                   {"complex32", T::ComplexHalf},
                                   {"complex64", T::ComplexFloat},
                                   {"complex128", T::ComplexDouble},
                                   {"bool", T::Bool},
                                   {"qint8", T::QInt8},
                                   {"quint8", T::QUInt8},
                                   {"qint32", T::QInt32},
                                   {"bfloat16", T::BFloat16},
                                   {"quint4x2", T::QUInt4x2},
                                   {"quint2x4", T::QUInt2x4},
                                   {"bits1x8", T::Bits1x8},
                                   {"bits2x4", T::Bits2x4},
                                   {"bits4x2", T::Bits4x2},
                                   {"bits8", T::Bits8},
                                   {"bits16", T::Bits16},
                                   {"float8_e5m2", T::Float8_e5m2},
                                   {"float8_e4m3fn", T::Float8_e4m3fn},
                                   {"float8_e5m2fnuz", T::Float8_e5m2fnuz},
                                   {"float8_e4m3fnuz", T::Float8_e4m3fnuz},
                                   {"uint16", T::UInt16},
                                   {"uint32", T::UInt32},
                                   {"uint64", T::UInt64},
                                   {"float8_e8m0fnu", T::Float8_e8m0fnu},
                                   {"float4_e2m1fn_x2", T::Float4_e2m1fn_x2}});
}

Codes layouts() {
  using L = c10::Layout;
  return codesOf<L>("layout", {{"strided", L::Strided},
                               {"sparse_coo", L::Sparse},
                               {"sparse_csr", L::SparseCsr},
                               {"_mkldnn", L::Mkldnn},
                               {"sparse_csc", L::SparseCsc},
                               {"sparse_bsr", L::SparseBsr},
                               {"sparse_bsc", L::SparseBsc},
                               {"jagged", L::Jagged}});
}

Codes memoryFormats() {
  using F = c10::MemoryFormat;
  return codesOf<F>("memoryFormat", {{"contiguous_format", F::Contiguous},
                                     {"preserve_format", F::Preserve},
                                     {"channels_last", F::ChannelsLast},
                                     {"channels_last_3d", F::ChannelsLast3d}});
}

Codes qschemes() {
  using Q = c10::QScheme;
  return codesOf<Q>("qscheme", {{"per_tensor_affine", Q::PER_TENSOR_AFFINE},
                                {"per_channel_affine", Q::PER_CHANNEL_AFFINE},
                                {"per_tensor_symmetric", Q::PER_TENSOR_SYMMETRIC},
                                {"per_channel_symmetric", Q::PER_CHANNEL_SYMMETRIC},
                                {"per_channel_affine_float_qparams", Q::PER_CHANNEL_AFFINE_FLOAT_QPARAMS}});
}

}  // namespace

CodeLists libtorchCodes() {
  using Bag = at::native::EmbeddingBagMode;
  using Sample = at::native::GridSamplerInterpolation;
  using Border = at::native::GridSamplerPadding;
  using namespace at::Reduction;
  return {
      scalarTypes(),
      layouts(),
      memoryFormats(),
      qschemes(),
      codesOf<Reduction>("reduction", {{"none", None}, {"mean", Mean}, {"sum", Sum}}),
      codesOf<Bag>("embeddingBag", {{"sum", Bag::SUM}, {"mean", Bag::MEAN}, {"max", Bag::MAX}}),
      codesOf<Sample>(
          "gridSample",
          {{"bilinear", Sample::Bilinear}, {"nearest", Sample::Nearest}, {"bicubic", Sample::Bicubic}}),
      codesOf<Border>(
          "gridBorder",
          {{"zeros", Border::Zeros}, {"border", Border::Border}, {"reflection", Border::Reflection}}),
  };
}

}  // namespace ltn
