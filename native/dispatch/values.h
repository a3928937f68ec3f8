// JavaScript values to IValues and back: one pair per type, nowhere else.
//
// JavaScript passes tensors as handles, dtypes, layouts and memory formats as libtorch's enum values, devices
// as strings, generators as boxes, complex numbers as [re, im]. An int is a safe integer or a bigint.
#pragma once

#include <ATen/core/Tensor.h>
#include <ATen/core/jit_type_base.h>
#include <napi.h>

#include <cstdint>
#include <string>
#include <vector>

namespace c10 {
struct IValue;
}

namespace ltn {

struct EnvState;

enum class Kind : uint8_t {
  kTensor,
  kInt,
  kFloat,
  kBool,
  kString,
  kScalar,
  kDevice,
  kGenerator,
  kLayout,
  kAny,
  kUnsupported,
  kScalarType,
  kMemoryFormat
};

// A schema's argument type, taken apart once: `Kind`, whether None is allowed, whether it is a list (and of
// what size a single number is spread to), and whether elements of the list may be None.
struct ArgumentType {
  Kind kind = Kind::kUnsupported;
  bool optional = false;
  bool list = false;
  bool optional_elements = false;
  int32_t size = 0;
};

ArgumentType argumentType(const c10::TypePtr& type, int32_t size);

// Throws ArgumentError when `value` does not fit; the caller names the argument.
c10::IValue fromJs(EnvState& state, const ArgumentType& type, napi_value value);

// Tensors become new handles, None becomes null, lists and tuples arrays, an int beyond 2^53 a bigint.
napi_value toJs(EnvState& state, c10::IValue&& value);

// Elements used outside the dispatcher, too.
int64_t readInt(napi_env env, napi_value value);
// The code of a dtype that libtorch has: kernels index tables by it.
c10::ScalarType readDtype(napi_env env, napi_value value);
c10::Scalar readScalar(napi_env env, napi_value value);
const at::Tensor& readTensor(EnvState& state, napi_value value);
std::vector<int64_t> readInts(napi_env env, napi_value value);
std::vector<at::Tensor> readTensors(EnvState& state, napi_value value);
c10::Device readDevice(napi_env env, napi_value value);
std::string readString(napi_env env, napi_value value);
std::vector<std::string> readStrings(napi_env env, napi_value value);
napi_value intToJs(napi_env env, int64_t value);
napi_value scalarToJs(napi_env env, const c10::Scalar& value);
napi_value tensorsToJs(EnvState& state, c10::ArrayRef<at::Tensor> tensors);
napi_value intsToJs(napi_env env, c10::IntArrayRef values);

}  // namespace ltn
