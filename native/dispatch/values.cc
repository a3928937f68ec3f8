#include "dispatch/values.h"

#include <ATen/Context.h>
#include <ATen/ScalarOps.h>
#include <ATen/core/Generator.h>
#include <ATen/core/LegacyTypeDispatch.h>
#include <ATen/core/ivalue.h>
#include <c10/core/Layout.h>
#include <c10/core/MemoryFormat.h>
#include <c10/core/ScalarType.h>
#include <c10/util/complex.h>

#include <array>
#include <cmath>
#include <string>

#include "core/box.h"
#include "core/errors.h"
#include "core/state.h"
#include "cuda/init.h"
#include "dispatch/safe_integer.h"
#include "tensor/generator.h"

namespace ltn {

namespace {

napi_valuetype typeOf(napi_env env, napi_value value) {
  napi_valuetype type = napi_undefined;
  napi_typeof(env, value, &type);
  return type;
}

bool isNone(napi_env env, napi_value value) {
  const auto type = typeOf(env, value);
  return type == napi_null || type == napi_undefined;
}

// "expected a number, got a string".
ArgumentError unexpected(napi_env env, napi_value value, const std::string& expected) {
  static constexpr std::array kKinds = {"undefined", "null",      "a boolean",  "a number",    "a string",
                                        "a symbol",  "an object", "a function", "an external", "a bigint"};
  bool array = false;
  napi_is_array(env, value, &array);
  return ArgumentError("expected " + expected + ", got " +
                       (array ? "an array" : kKinds.at(static_cast<size_t>(typeOf(env, value)))));
}

double readNumber(napi_env env, napi_value value) {
  double number = 0;
  if (napi_get_value_double(env, value, &number) == napi_ok) return number;
  if (typeOf(env, value) == napi_bigint) return static_cast<double>(readInt(env, value));
  throw unexpected(env, value, "a number");
}

bool readBool(napi_env env, napi_value value) {
  bool flag = false;
  if (napi_get_value_bool(env, value, &flag) != napi_ok) throw unexpected(env, value, "a boolean");
  return flag;
}

uint32_t arrayLength(napi_env env, napi_value value) {
  bool array = false;
  napi_is_array(env, value, &array);
  if (!array) throw unexpected(env, value, "an array");
  uint32_t length = 0;
  check(env, napi_get_array_length(env, value, &length));
  return length;
}

napi_value element(napi_env env, napi_value array, uint32_t index) {
  napi_value value = nullptr;
  check(env, napi_get_element(env, array, index, &value));
  return value;
}

// One of libtorch's enumerations, whose last is NumOptions: kernels look up in tables by it, and a code of
// more than a byte would become another one.
template <class Enum>
Enum readCode(napi_env env, napi_value value, const char* what) {
  const int64_t code = readInt(env, value);
  if (code < 0 || code >= static_cast<int64_t>(Enum::NumOptions))
    throw ArgumentError(c10::str("there is no ", what, " with the code ", code));
  return static_cast<Enum>(code);
}

int64_t readLayout(napi_env env, napi_value value) {
  return static_cast<int64_t>(readCode<c10::Layout>(env, value, "layout"));
}

int64_t readFormat(napi_env env, napi_value value) {
  return static_cast<int64_t>(readCode<c10::MemoryFormat>(env, value, "memory format"));
}

// A tensor, or [number] for one that takes part in promotion as a number does: Python's "wrapped number".
at::Tensor readTensorOrNumber(EnvState& state, napi_value value) {
  bool array = false;
  napi_is_array(state.env, value, &array);
  if (!array || arrayLength(state.env, value) != 1) return readTensor(state, value);
  const c10::Scalar number = readScalar(state.env, element(state.env, value, 0));
  const at::AutoDispatchBelowADInplaceOrView guard;
  at::Tensor tensor = at::scalar_to_tensor(number);
  tensor.unsafeGetTensorImpl()->set_wrapped_number(true);
  return tensor;
}

// Where a schema says `Any`, the value itself says what it is: a tensor is [handle], a list [[items]].
c10::IValue readAny(EnvState& state, napi_value value) {
  const napi_env env = state.env;
  if (isNone(env, value)) return {};
  if (typeOf(env, value) == napi_string) return readString(env, value);
  if (typeOf(env, value) != napi_object) return c10::IValue(readScalar(env, value));
  const napi_value inner = element(env, value, 0);
  if (typeOf(env, inner) != napi_object) return readTensor(state, inner);
  c10::impl::GenericList list(c10::AnyType::get());
  const uint32_t length = arrayLength(env, inner);
  for (uint32_t i = 0; i < length; ++i) list.push_back(readAny(state, element(env, inner, i)));
  return list;
}

c10::IValue readOne(EnvState& state, Kind kind, napi_value value) {
  const napi_env env = state.env;
  switch (kind) {
    case Kind::kTensor:
      return readTensorOrNumber(state, value);
    case Kind::kInt:
      return readInt(env, value);
    case Kind::kScalarType:
      return static_cast<int64_t>(readDtype(env, value));
    case Kind::kLayout:
      return readLayout(env, value);
    case Kind::kMemoryFormat:
      return readFormat(env, value);
    case Kind::kFloat:
      return readNumber(env, value);
    case Kind::kBool:
      return readBool(env, value);
    case Kind::kString:
      return readString(env, value);
    case Kind::kScalar:
      return readScalar(env, value);
    case Kind::kDevice:
      return readDevice(env, value);
    case Kind::kGenerator:
      return *unbox<at::Generator>(env, value);
    case Kind::kAny:
      return readAny(state, value);
    case Kind::kUnsupported:
      break;
  }
  throw ArgumentError("this argument's type cannot be passed from JavaScript");
}

template <class T, class Read>
c10::IValue readList(napi_env env, napi_value value, Read read) {
  const uint32_t length = arrayLength(env, value);
  c10::List<T> list;
  list.reserve(length);
  for (uint32_t i = 0; i < length; ++i) list.push_back(read(element(env, value, i)));
  return list;
}

c10::IValue readOptionalTensors(EnvState& state, napi_value value) {
  return readList<std::optional<at::Tensor>>(state.env, value,
                                             [&](napi_value item) -> std::optional<at::Tensor> {
                                               if (isNone(state.env, item)) return std::nullopt;
                                               return readTensor(state, item);
                                             });
}

c10::IValue readListOf(EnvState& state, const ArgumentType& type, napi_value value) {
  const napi_env env = state.env;
  switch (type.kind) {
    case Kind::kTensor:
      if (type.optional_elements) return readOptionalTensors(state, value);
      return readList<at::Tensor>(env, value, [&](napi_value item) { return readTensor(state, item); });
    case Kind::kInt:
      return readList<int64_t>(env, value, [&](napi_value item) { return readInt(env, item); });
    case Kind::kScalarType:
      return readList<int64_t>(env, value,
                               [&](napi_value item) { return static_cast<int64_t>(readDtype(env, item)); });
    case Kind::kLayout:
      return readList<int64_t>(env, value, [&](napi_value item) { return readLayout(env, item); });
    case Kind::kMemoryFormat:
      return readList<int64_t>(env, value, [&](napi_value item) { return readFormat(env, item); });
    case Kind::kFloat:
      return readList<double>(env, value, [&](napi_value item) { return readNumber(env, item); });
    case Kind::kBool:
      return readList<bool>(env, value, [&](napi_value item) { return readBool(env, item); });
    case Kind::kString:
      return readList<std::string>(env, value, [&](napi_value item) { return readString(env, item); });
    case Kind::kScalar: {
      c10::impl::GenericList list(c10::NumberType::get());
      const uint32_t length = arrayLength(env, value);
      for (uint32_t i = 0; i < length; ++i) list.push_back(readScalar(env, element(env, value, i)));
      return list;
    }
    default:
      throw ArgumentError("this list's type cannot be passed from JavaScript");
  }
}

// A single number where the schema has a list of a fixed size, as in `kernelSize: 3`.
c10::IValue spread(EnvState& state, const ArgumentType& type, napi_value value) {
  if (type.kind == Kind::kFloat)
    return c10::List<double>(std::vector<double>(type.size, readNumber(state.env, value)));
  if (type.kind == Kind::kBool) {
    c10::List<bool> list;
    for (int32_t i = 0; i < type.size; ++i) list.push_back(readBool(state.env, value));
    return list;
  }
  return std::vector<int64_t>(type.size, readInt(state.env, value));
}

}  // namespace

c10::IValue fromJs(EnvState& state, const ArgumentType& type, napi_value value) {
  if (type.optional && isNone(state.env, value)) return {};
  if (!type.list) return readOne(state, type.kind, value);
  if (type.size > 0 && type.kind != Kind::kTensor) {
    bool array = false;
    napi_is_array(state.env, value, &array);
    if (!array) return spread(state, type, value);
  }
  return readListOf(state, type, value);
}

int64_t readInt(napi_env env, napi_value value) {
  double number = 0;
  if (napi_get_value_double(env, value, &number) == napi_ok) {
    if (number != std::trunc(number) || std::abs(number) > kMaxSafe) {
      throw ArgumentError("expected an integer, got " + c10::str(number) +
                          (std::abs(number) > kMaxSafe ? " (beyond 2^53: pass a bigint)" : ""));
    }
    return static_cast<int64_t>(number);
  }
  int64_t wide = 0;
  bool lossless = false;
  if (napi_get_value_bigint_int64(env, value, &wide, &lossless) == napi_ok) {
    if (!lossless) throw ArgumentError("expected an integer from -2^63 to 2^63 - 1, got a larger bigint");
    return wide;
  }
  throw unexpected(env, value, "an integer");
}

c10::ScalarType readDtype(napi_env env, napi_value value) {
  const auto dtype = readCode<c10::ScalarType>(env, value, "dtype");
  if (dtype == c10::ScalarType::Undefined) throw ArgumentError("expected a dtype, got none");
  return dtype;
}

// A whole number is an int, as in Python's `x + 2`. What int64 cannot hold is a float, as Python's 1e20; so
// is -0, until an operator without any other float makes it 0 (operator.cc).
c10::Scalar readScalar(napi_env env, napi_value value) {
  double number = 0;
  if (napi_get_value_double(env, value, &number) == napi_ok) {
    const bool integral = number == std::trunc(number) && number >= -kInt64End && number < kInt64End;
    if (integral && !(number == 0 && std::signbit(number))) return c10::Scalar(static_cast<int64_t>(number));
    return c10::Scalar(number);
  }
  switch (typeOf(env, value)) {
    case napi_boolean:
      return c10::Scalar(readBool(env, value));
    case napi_bigint:
      return c10::Scalar(readInt(env, value));
    case napi_object:
      if (arrayLength(env, value) == 2) {
        return c10::Scalar(c10::complex<double>(readNumber(env, element(env, value, 0)),
                                                readNumber(env, element(env, value, 1))));
      }
      [[fallthrough]];
    default:
      throw unexpected(env, value, "a number, a boolean, a bigint or a complex number");
  }
}

const at::Tensor& readTensor(EnvState& state, napi_value value) {
  Handle handle = 0;
  if (napi_get_value_int32(state.env, value, &handle) != napi_ok)
    throw unexpected(state.env, value, "a Tensor");
  return state.tensors.get(handle);
}

std::vector<int64_t> readInts(napi_env env, napi_value value) {
  std::vector<int64_t> result(arrayLength(env, value));
  for (uint32_t i = 0; i < result.size(); ++i) result[i] = readInt(env, element(env, value, i));
  return result;
}

std::vector<at::Tensor> readTensors(EnvState& state, napi_value value) {
  std::vector<at::Tensor> result(arrayLength(state.env, value));
  for (uint32_t i = 0; i < result.size(); ++i) result[i] = readTensor(state, element(state.env, value, i));
  return result;
}

c10::Device readDevice(napi_env env, napi_value value) {
  const c10::Device device(readString(env, value));
  if (device.is_cuda()) {
    requireCudaBuild();
    // As Python does with every device it is given; libtorch alone would blame the driver's version where
    // there is none.
    at::globalContext().lazyInitDevice(c10::kCUDA);
  }
  return device;
}

std::string readString(napi_env env, napi_value value) {
  size_t length = 0;
  if (napi_get_value_string_utf8(env, value, nullptr, 0, &length) != napi_ok)
    throw unexpected(env, value, "a string");
  std::string text(length, '\0');
  check(env, napi_get_value_string_utf8(env, value, text.data(), length + 1, &length));
  return text;
}

std::vector<std::string> readStrings(napi_env env, napi_value value) {
  const uint32_t length = arrayLength(env, value);
  std::vector<std::string> out;
  out.reserve(length);
  for (uint32_t i = 0; i < length; ++i) out.push_back(readString(env, element(env, value, i)));
  return out;
}

}  // namespace ltn
