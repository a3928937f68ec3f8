// numpy scalars become numbers, numpy arrays become tensors over the bytes in the pickle.
#include <c10/util/Half.h>
#include <c10/util/complex.h>
#include <c10/util/safe_numerics.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <utility>

#include "serialization/builder.h"
#include "serialization/dtypes.h"
#include "serialization/tensor_spec.h"

namespace ltn::serialization {
namespace {

// Texts, bytes, records, dates, durations, and objects.
constexpr std::string_view kOtherTypes = "USVMmO";

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
  const Value type = arguments.at(0);
  const bool record = type.is(NodeKind::kGlobal) && type.node->text == "numpy.record";
  // The class of records alone, without their fields, which follow as state.
  const std::string_view code = record ? "V" : arguments.text(0);
  if (!dtypeOfNumpy(code) && kOtherTypes.find(code.substr(0, 1)) == std::string_view::npos)
    arguments.fail("arrays of type " + std::string(code) + " are not read");
  Node* node = arena_.text(NodeKind::kNumpyDtype, code);
  node->state = Value::boolean(false);
  return Value::of(node);
}

// The state is (version, byte order, (type, shape), names, fields, width, ...).
void Builder::buildNumpyDtype(Node* dtype, Value state) {
  dtype->state = Value::boolean(Arguments("numpy.dtype", state).text(1) == ">");
  dtype->items.clear();
  extend(dtype, {state});
}

Value Builder::numpyScalar(const Arguments& arguments) {
  const Node* dtype = arguments.node(0, NodeKind::kNumpyDtype, "a numpy dtype");
  if (!dtypeOfNumpy(dtype->text)) {
    Node* array = arena_.make(NodeKind::kNumpyArray);
    fillNumpyArray(array, arguments.node(0, NodeKind::kNumpyDtype, ""),
                   Value::of(arena_.make(NodeKind::kTuple)), false, arguments.at(1));
    return Value::of(array);
  }
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
  const std::string_view type = arguments.node(0, NodeKind::kGlobal, "a class")->text;
  if (type != "numpy.ndarray") return object(type, Value::of(arena_.make(NodeKind::kTuple)));
  Node* node = tensorNode(TensorForm::kNumpy);
  node->tensor->size = {0};
  node->tensor->stride = {1};
  return Value::of(node);
}

// The state is (version, shape, dtype, is Fortran order, elements).
void Builder::buildNumpyArray(Node* array, Value state) {
  try {
    const Arguments fields("numpy.ndarray", state);
    Node* dtype = fields.node(2, NodeKind::kNumpyDtype, "a numpy dtype");
    fillNumpyArray(array, dtype, fields.at(1), fields.boolean(3), fields.at(4));
  } catch (const Unreadable& error) {
    // What was an array becomes a description. Its empty tensor stays for what refers to that.
    const Value description =
        unreadable("numpy.ndarray", Value::of(arena_.make(NodeKind::kTuple)), error.what());
    array->kind = NodeKind::kObject;
    array->text = description.node->text;
    array->items = description.node->items;
    array->state = state;
  }
}

// A subclass of an array is an Object whose state is the array, as far as that can be read.
void Builder::buildNumpySubclass(Node* object, Value state) {
  object->state = state;
  if (!state.is(NodeKind::kTuple) || state.node->items.size() < 5) return;
  if (!state.node->items[2].is(NodeKind::kNumpyDtype)) return;
  Node* array = tensorNode(TensorForm::kNumpy);
  array->tensor->size = {0};
  array->tensor->stride = {1};
  const std::vector<Value>& items = state.node->items;
  try {
    const Arguments fields("numpy.ndarray", state);
    fillNumpyArray(array, items[2].node, items[1], fields.boolean(3), items[4]);
  } catch (const Unreadable&) {
    return;
  }
  if (items.size() == 5) {
    object->state = Value::of(array);
    return;
  }
  // A masked array has its mask behind the elements.
  Node* replaced = arena_.make(NodeKind::kTuple);
  extend(replaced, items);
  replaced->items[4] = Value::of(array);
  object->state = Value::of(replaced);
}

// (elements, dtype, shape, order), which protocol 5 writes.
Value Builder::numpyFromBuffer(const Arguments& arguments) {
  Node* node = tensorNode(TensorForm::kNumpy);
  Node* dtype = arguments.node(1, NodeKind::kNumpyDtype, "a numpy dtype");
  fillNumpyArray(node, dtype, arguments.at(2), arguments.text(3) == "F", arguments.at(0));
  return Value::of(node);
}

namespace {

// How wide a value of a type that is no number is, by its letter and its number: U3 has twelve bytes.
uint64_t widthOf(std::string_view code) {
  uint64_t count = 0;
  if (code[0] == 'M' || code[0] == 'm') return 8;
  std::from_chars(code.data() + 1, code.data() + code.size(), count);
  return code[0] == 'U' ? count * 4 : count;
}

// The records' width is in their type's state where the type is a class.
uint64_t widthOf(const Node* dtype) {
  if (dtype->text != "V") return widthOf(dtype->text);
  if (dtype->items.empty()) return 0;
  const Arguments state("numpy.dtype", dtype->items[0]);
  return static_cast<uint64_t>(state.integer(5));
}

}  // namespace

// Numbers become a tensor. What else there is becomes values, whose bytes are only measured here.
void Builder::fillNumpyArray(Node* array, Node* dtype, Value shape, bool fortran, Value content) {
  Node* arguments = arena_.make(NodeKind::kTuple);
  extend(arguments, {shape, content});
  const Arguments given("numpy.ndarray", Value::of(arguments));
  const std::vector<int64_t> size = given.integers(0);
  if (dtypeOfNumpy(dtype->text)) {
    if (!array->tensor) given.fail("it is not an array");
    return fillNumbers(array, dtype, size, fortran, given.node(1, NodeKind::kBytes, "bytes")->text);
  }
  // What an empty array nests takes memory, too.
  uint64_t count = 1, cells = 1;
  for (const int64_t dim : size) {
    if (dim < 0 || c10::mul_overflows(count, static_cast<uint64_t>(dim), &count) ||
        c10::mul_overflows(cells, std::max<uint64_t>(1, static_cast<uint64_t>(dim)), &cells) ||
        cells > INT32_MAX)
      given.fail("its size is negative or too large");
  }
  if (dtype->text[0] == 'O') {
    const bool fits = content.is(NodeKind::kList) && content.node->items.size() == count;
    if (!fits && !size.empty()) given.fail("its number of values does not match its shape");
  } else {
    const uint64_t width = widthOf(dtype);
    const uint64_t length = given.node(1, NodeKind::kBytes, "bytes")->text.size();
    uint64_t needed = 0;
    if ((width == 0 && count > 0) || c10::mul_overflows(count, width, &needed) || needed != length)
      given.fail("its number of bytes does not match its shape");
    cells =
        std::max(count, dtype->text[0] == 'V' ? length : count);  // a record may have a field in each byte
  }
  arena_.charge(cells);
  array->kind = NodeKind::kNumpyArray;
  array->items.clear();
  array->state = Value::of(static_cast<int64_t>(cells));
  extend(array, {Value::of(dtype), shape, Value::boolean(fortran), content});
}

void Builder::fillNumbers(Node* array, const Node* dtype, const std::vector<int64_t>& size, bool fortran,
                          std::string_view raw) {
  TensorSpec spec = *array->tensor;
  spec.dtype = *dtypeOfNumpy(dtype->text);
  spec.big_endian = dtype->state.isTruthyBool();
  spec.size = size;
  spec.stride = contiguousStride(spec.size, fortran);
  spec.raw = raw;
  checkStrided(spec);
  *array->tensor = std::move(spec);
}

}  // namespace ltn::serialization
