// lib/tensor/dtype.ts and lib/tensor/layout.ts name libtorch's enums by number. A libtorch that numbers them differently
// does not compile here.
#include <c10/core/Layout.h>
#include <c10/core/MemoryFormat.h>
#include <c10/core/QScheme.h>
#include <c10/core/ScalarType.h>

namespace ltn {

namespace {

using c10::ScalarType;

template <class Enum>
constexpr bool is(Enum value, int code) {
  return static_cast<int>(value) == code;
}

static_assert(is(ScalarType::Byte, 0) && is(ScalarType::Char, 1) && is(ScalarType::Short, 2));
static_assert(is(ScalarType::Int, 3) && is(ScalarType::Long, 4) && is(ScalarType::Half, 5));
static_assert(is(ScalarType::Float, 6) && is(ScalarType::Double, 7) && is(ScalarType::ComplexHalf, 8));
static_assert(is(ScalarType::ComplexFloat, 9) && is(ScalarType::ComplexDouble, 10) &&
              is(ScalarType::Bool, 11));
static_assert(is(ScalarType::QInt8, 12) && is(ScalarType::QUInt8, 13) && is(ScalarType::QInt32, 14));
static_assert(is(ScalarType::BFloat16, 15) && is(ScalarType::QUInt4x2, 16) && is(ScalarType::QUInt2x4, 17));
static_assert(is(ScalarType::Bits1x8, 18) && is(ScalarType::Bits2x4, 19) && is(ScalarType::Bits4x2, 20));
static_assert(is(ScalarType::Bits8, 21) && is(ScalarType::Bits16, 22) && is(ScalarType::Float8_e5m2, 23));
static_assert(is(ScalarType::Float8_e4m3fn, 24) && is(ScalarType::Float8_e5m2fnuz, 25));
static_assert(is(ScalarType::Float8_e4m3fnuz, 26) && is(ScalarType::UInt16, 27) &&
              is(ScalarType::UInt32, 28));
static_assert(is(ScalarType::UInt64, 29) && is(ScalarType::Float8_e8m0fnu, 44));
static_assert(is(ScalarType::Float4_e2m1fn_x2, 45));

static_assert(is(c10::Layout::Strided, 0) && is(c10::Layout::Sparse, 1) && is(c10::Layout::SparseCsr, 2));
static_assert(is(c10::Layout::Mkldnn, 3) && is(c10::Layout::SparseCsc, 4) && is(c10::Layout::SparseBsr, 5));
static_assert(is(c10::Layout::SparseBsc, 6) && is(c10::Layout::Jagged, 7));

static_assert(is(c10::MemoryFormat::Contiguous, 0) && is(c10::MemoryFormat::Preserve, 1));
static_assert(is(c10::MemoryFormat::ChannelsLast, 2) && is(c10::MemoryFormat::ChannelsLast3d, 3));

// lib/ops/print/tensor.ts: SCHEMES
static_assert(is(c10::QScheme::PER_TENSOR_AFFINE, 0) && is(c10::QScheme::PER_CHANNEL_AFFINE, 1));
static_assert(is(c10::QScheme::PER_TENSOR_SYMMETRIC, 2) && is(c10::QScheme::PER_CHANNEL_SYMMETRIC, 3));
static_assert(is(c10::QScheme::PER_CHANNEL_AFFINE_FLOAT_QPARAMS, 4));

}  // namespace

}  // namespace ltn
