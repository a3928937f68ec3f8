#include "serialization/dtypes.h"

#include <array>

namespace ltn::serialization {
namespace {

using c10::ScalarType;

struct Row {
  ScalarType type;
  std::string_view name;
  std::string_view storage;  // empty: written by _rebuild_tensor_v3 over an untyped storage
  std::string_view numpy;    // empty: numpy has no such type
};

constexpr std::array kRows = {
    Row{ScalarType::Byte, "uint8", "ByteStorage", "u1"},
    Row{ScalarType::Char, "int8", "CharStorage", "i1"},
    Row{ScalarType::Short, "int16", "ShortStorage", "i2"},
    Row{ScalarType::Int, "int32", "IntStorage", "i4"},
    Row{ScalarType::Long, "int64", "LongStorage", "i8"},
    Row{ScalarType::Half, "float16", "HalfStorage", "f2"},
    Row{ScalarType::Float, "float32", "FloatStorage", "f4"},
    Row{ScalarType::Double, "float64", "DoubleStorage", "f8"},
    Row{ScalarType::ComplexFloat, "complex64", "ComplexFloatStorage", "c8"},
    Row{ScalarType::ComplexDouble, "complex128", "ComplexDoubleStorage", "c16"},
    Row{ScalarType::Bool, "bool", "BoolStorage", "b1"},
    Row{ScalarType::BFloat16, "bfloat16", "BFloat16Storage", ""},
    Row{ScalarType::QInt8, "qint8", "QInt8Storage", ""},
    Row{ScalarType::QUInt8, "quint8", "QUInt8Storage", ""},
    Row{ScalarType::QInt32, "qint32", "QInt32Storage", ""},
    Row{ScalarType::QUInt4x2, "quint4x2", "QUInt4x2Storage", ""},
    Row{ScalarType::QUInt2x4, "quint2x4", "QUInt2x4Storage", ""},
    Row{ScalarType::ComplexHalf, "complex32", "", ""},
    Row{ScalarType::UInt16, "uint16", "", "u2"},
    Row{ScalarType::UInt32, "uint32", "", "u4"},
    Row{ScalarType::UInt64, "uint64", "", "u8"},
    Row{ScalarType::Float8_e5m2, "float8_e5m2", "", ""},
    Row{ScalarType::Float8_e4m3fn, "float8_e4m3fn", "", ""},
    Row{ScalarType::Float8_e5m2fnuz, "float8_e5m2fnuz", "", ""},
    Row{ScalarType::Float8_e4m3fnuz, "float8_e4m3fnuz", "", ""},
    Row{ScalarType::Float8_e8m0fnu, "float8_e8m0fnu", "", ""},
    Row{ScalarType::Float4_e2m1fn_x2, "float4_e2m1fn_x2", "", ""},
    Row{ScalarType::Bits8, "bits8", "", ""},
    Row{ScalarType::Bits16, "bits16", "", ""},
    Row{ScalarType::Bits1x8, "bits1x8", "", ""},
    Row{ScalarType::Bits2x4, "bits2x4", "", ""},
    Row{ScalarType::Bits4x2, "bits4x2", "", ""},
};

static_assert(static_cast<int>(ScalarType::Byte) == 0 && static_cast<int>(ScalarType::Float) == 6 &&
              static_cast<int>(ScalarType::BFloat16) == 15 && static_cast<int>(ScalarType::UInt16) == 27);

template <typename Member, typename Key>
const Row* find(Member member, const Key& key) {
  for (const Row& row : kRows) {
    if (row.*member == key) return &row;
  }
  return nullptr;
}

}  // namespace

std::string_view dtypeName(ScalarType type) {
  const Row* row = find(&Row::type, type);
  return row ? row->name : std::string_view();
}

std::optional<ScalarType> dtypeOfName(std::string_view name) {
  const Row* row = find(&Row::name, name);
  return row ? std::optional(row->type) : std::nullopt;
}

std::string_view storageName(ScalarType type) {
  const Row* row = find(&Row::type, type);
  return row ? row->storage : std::string_view();
}

std::optional<ScalarType> dtypeOfStorage(std::string_view name) {
  if (name.empty()) return std::nullopt;
  const Row* row = find(&Row::storage, name);
  return row ? std::optional(row->type) : std::nullopt;
}

uint32_t swapWidth(ScalarType type) {
  const auto width = static_cast<uint32_t>(c10::elementSize(type));
  return c10::isComplexType(type) ? width / 2 : width;
}

std::optional<ScalarType> dtypeOfNumpy(std::string_view code) {
  if (code.empty()) return std::nullopt;
  const Row* row = find(&Row::numpy, code);
  return row ? std::optional(row->type) : std::nullopt;
}

}  // namespace ltn::serialization
