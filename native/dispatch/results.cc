// libtorch's values to JavaScript: the other half of values.h.
#include <ATen/core/ivalue.h>
#include <c10/util/complex.h>

#include <cmath>

#include "core/errors.h"
#include "core/state.h"
#include "dispatch/safe_integer.h"
#include "dispatch/values.h"

namespace ltn {

namespace {

template <class List, class Convert>
napi_value toArray(napi_env env, const List& list, Convert convert) {
  napi_value array = nullptr;
  check(env, napi_create_array_with_length(env, list.size(), &array));
  uint32_t i = 0;
  for (const auto& item : list) check(env, napi_set_element(env, array, i++, convert(item)));
  return array;
}

}  // namespace

napi_value intToJs(napi_env env, int64_t value) {
  napi_value result = nullptr;
  if (std::abs(static_cast<double>(value)) > kMaxSafe) {
    check(env, napi_create_bigint_int64(env, value, &result));
  } else {
    check(env, napi_create_int64(env, value, &result));
  }
  return result;
}

napi_value scalarToJs(napi_env env, const c10::Scalar& value) {
  if (value.isBoolean()) return Napi::Boolean::New(env, value.toBool());
  if (value.isIntegral(false)) {
    if (value.type() == at::kUInt64) {
      const auto wide = value.toUInt64();
      if (wide > static_cast<uint64_t>(kMaxSafe)) return Napi::BigInt::New(env, wide);
    }
    return intToJs(env, value.toLong());
  }
  if (value.isComplex()) {
    const auto complex = value.toComplexDouble();
    auto pair = Napi::Array::New(env, 2);
    pair.Set(0u, complex.real());
    pair.Set(1u, complex.imag());
    return pair;
  }
  return Napi::Number::New(env, value.toDouble());
}

napi_value tensorsToJs(EnvState& state, c10::ArrayRef<at::Tensor> tensors) {
  return toArray(state.env, tensors,
                 [&](const at::Tensor& tensor) { return toJs(state, c10::IValue(tensor)); });
}

napi_value intsToJs(napi_env env, c10::IntArrayRef values) {
  return toArray(env, values, [&](int64_t value) { return intToJs(env, value); });
}

napi_value toJs(EnvState& state, c10::IValue&& value) {
  const napi_env env = state.env;
  napi_value result = nullptr;
  if (value.isTensor()) {
    at::Tensor tensor = std::move(value).toTensor();
    if (!tensor.defined()) return Napi::Env(env).Null();
    check(env, napi_create_int32(env, state.tensors.add(std::move(tensor)), &result));
    return result;
  }
  if (value.isNone()) return Napi::Env(env).Null();
  if (value.isScalar()) return scalarToJs(env, value.toScalar());
  if (value.isString()) return Napi::String::New(env, value.toStringRef());
  if (value.isDevice()) return Napi::String::New(env, value.toDevice().str());
  if (value.isTensorList()) {
    const auto tensors = value.toTensorVector();
    return tensorsToJs(state, tensors);
  }
  const auto convert = [&](const c10::IValue& item) { return toJs(state, c10::IValue(item)); };
  if (value.isList()) return toArray(env, value.toListRef(), convert);
  if (value.isTuple()) return toArray(env, value.toTupleRef().elements(), convert);
  throw ArgumentError("a result of type " + value.tagKind() + " cannot be passed to JavaScript");
}

}  // namespace ltn
