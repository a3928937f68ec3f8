// numpy scalars become numbers, numpy arrays become tensors over the bytes in the pickle.
#include <c10/util/Half.h>
#include <c10/util/complex.h>

#include <cstring>

#include "serialization/builder.h"
#include "serialization/dtypes.h"
#include "serialization/tensor_spec.h"

namespace ltn::serialization {
namespace {

template <typename T>
T readNumber(std::string_view raw, size_t at, bool big_endian) {
  char bytes[sizeof(T)];
  for (size_t i = 0; i < sizeof(T); ++i) bytes[big_endian ? sizeof(T) - 1 - i : i] = raw[at + i];
  T value;
  std::memcpy(&value, bytes, sizeof(T));
  return value;
}

template <typename T>
Value integerOf(std::string_view raw, bool big_endian) {
  return Value::of(static_cast<int64_t>(readNumber<T>(raw, 0, big_endian)));
}

}  // namespace

Value Builder::numpyDtype(const Arguments& arguments) {
  const std::string_view code = arguments.text(0);
  if (!dtypeOfNumpy(code)) arguments.fail("arrays of type " + std::string(code) + " are not read");
  Node* node = arena_.text(NodeKind::kNumpyDtype, code);
  node->state = Value::boolean(false);
  return Value::of(node);
}

// The state is (version, byte order, ...).
void Builder::buildNumpyDtype(Node* dtype, Value state) {
  dtype->state = Value::boolean(Arguments("numpy.dtype", state).text(1) == ">");
}

Value Builder::numpyScalar(const Arguments& arguments) {
  const Node* dtype = arguments.node(0, NodeKind::kNumpyDtype, "a numpy dtype");
  const std::string_view raw = arguments.text(1);
  const c10::ScalarType type = *dtypeOfNumpy(dtype->text);
  const bool big = dtype->state.isTruthyBool();
  if (raw.size() != c10::elementSize(type)) arguments.fail("the value has the wrong length");
  switch (type) {
    case c10::ScalarType::Bool:
      return Value::boolean(raw[0] != 0);
    case c10::ScalarType::Byte:
      return integerOf<uint8_t>(raw, big);
    case c10::ScalarType::Char:
      return integerOf<int8_t>(raw, big);
    case c10::ScalarType::Short:
      return integerOf<int16_t>(raw, big);
    case c10::ScalarType::UInt16:
      return integerOf<uint16_t>(raw, big);
    case c10::ScalarType::Int:
      return integerOf<int32_t>(raw, big);
    case c10::ScalarType::UInt32:
      return integerOf<uint32_t>(raw, big);
    case c10::ScalarType::Long:
      return integerOf<int64_t>(raw, big);
    case c10::ScalarType::Half: {
      const auto bits = readNumber<uint16_t>(raw, 0, big);
      return Value::of(static_cast<double>(static_cast<float>(c10::Half(bits, c10::Half::from_bits()))));
    }
    case c10::ScalarType::Float:
      return Value::of(static_cast<double>(readNumber<float>(raw, 0, big)));
    case c10::ScalarType::Double:
      return Value::of(readNumber<double>(raw, 0, big));
    case c10::ScalarType::UInt64: {
      const auto value = readNumber<uint64_t>(raw, 0, big);
      if (value <= static_cast<uint64_t>(INT64_MAX)) return Value::of(static_cast<int64_t>(value));
      std::string bytes(9, '\0');  // the ninth byte keeps it positive
      std::memcpy(bytes.data(), &value, 8);
      return Value::of(arena_.text(NodeKind::kBigInt, arena_.keep(std::move(bytes))));
    }
    default:
      break;
  }
  const bool wide = type == c10::ScalarType::ComplexDouble;
  Node* complex = arena_.make(NodeKind::kComplex);
  for (size_t i = 0; i < 2; ++i) {
    const double part = wide ? readNumber<double>(raw, i * 8, big) : readNumber<float>(raw, i * 4, big);
    extend(complex, {Value::of(part)});
  }
  return Value::of(complex);
}

// An empty array; its shape, type and elements follow as state.
Value Builder::numpyReconstruct(const Arguments& arguments) {
  if (arguments.node(0, NodeKind::kGlobal, "a class")->text != "numpy.ndarray")
    arguments.fail("it is not an ndarray");
  Node* node = tensorNode(TensorForm::kNumpy);
  node->tensor->size = {0};
  node->tensor->stride = {1};
  return Value::of(node);
}

// The state is (version, shape, dtype, is Fortran order, elements).
void Builder::buildNumpyArray(Node* array, Value state) {
  const Arguments fields("numpy.ndarray", state);
  const Node* dtype = fields.node(2, NodeKind::kNumpyDtype, "a numpy dtype");
  fillNumpyArray(array, dtype, fields.integers(1), fields.boolean(3),
                 fields.node(4, NodeKind::kBytes, "bytes")->text);
}

// (elements, dtype, shape, order), which protocol 5 writes.
Value Builder::numpyFromBuffer(const Arguments& arguments) {
  Node* node = tensorNode(TensorForm::kNumpy);
  const Node* dtype = arguments.node(1, NodeKind::kNumpyDtype, "a numpy dtype");
  fillNumpyArray(node, dtype, arguments.integers(2), arguments.text(3) == "F",
                 arguments.node(0, NodeKind::kBytes, "bytes")->text);
  return Value::of(node);
}

void Builder::fillNumpyArray(Node* array, const Node* dtype, std::vector<int64_t> size, bool fortran,
                             std::string_view raw) {
  TensorSpec& spec = *array->tensor;
  spec.dtype = *dtypeOfNumpy(dtype->text);
  spec.big_endian = dtype->state.isTruthyBool();
  spec.size = std::move(size);
  spec.stride = contiguousStride(spec.size, fortran);
  spec.raw = raw;
  checkStrided(spec);
}

}  // namespace ltn::serialization
