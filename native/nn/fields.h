// Options objects to torch::nn's options, by a list of fields; and the parts of registry rows that modules
// share.
#pragma once

#include <torch/enum.h>

#include <algorithm>
#include <cctype>
#include <optional>
#include <variant>

#include "core/state.h"
#include "dispatch/values.h"
#include "nn/module.h"

namespace ltn {

template <class Options>
struct Field {
  const char* name;
  void (*read)(EnvState& state, napi_value value, Options& options);
};

// A field of `Options` that JavaScript gives under the same name.
#define LTN_FIELD(Options, field) \
  {#field,                        \
   [](EnvState& state, napi_value value, Options& options) { readField(state, value, options.field()); }}

inline void readField(EnvState& state, napi_value value, int64_t& field) {
  field = readInt(state.env, value);
}
inline void readField(EnvState& state, napi_value value, double& field) {
  field = readScalar(state.env, value).toDouble();
}
inline void readField(EnvState& state, napi_value value, bool& field) {
  field = readScalar(state.env, value).toBool();
}
inline void readField(EnvState& state, napi_value value, at::Tensor& field) {
  field = readTensor(state, value);
}

template <class T>
void readField(EnvState& state, napi_value value, std::optional<T>& field) {
  readField(state, value, field.emplace());
}

template <class Enum>
bool isNamed(const std::string& text) {
  const std::string name = torch::enumtype::_compute_enum_name{}(Enum{});
  // kMean and the like.
  return std::equal(name.begin() + 1, name.end(), text.begin(), text.end(),
                    [](unsigned char a, unsigned char b) { return std::tolower(a) == std::tolower(b); });
}

// An enumeration by its name, such as 'mean' for torch::kMean.
template <class... Enums>
void readField(EnvState& state, napi_value value, std::variant<Enums...>& field) {
  const std::string text = readString(state.env, value);
  const auto take = [&](auto named) {
    if (!isNamed<decltype(named)>(text)) return false;
    field = named;
    return true;
  };
  if (!(take(Enums{}) || ...)) {
    throw ArgumentError("'" + text + "' is not a value of this option");
  }
}

template <class Options>
void readOptions(EnvState& state, napi_value object, Options& options,
                 std::initializer_list<Field<Options>> fields) {
  for (const auto& field : fields) {
    napi_value value = nullptr;
    check(state.env, napi_get_named_property(state.env, object, field.name, &value));
    napi_valuetype type = napi_undefined;
    check(state.env, napi_typeof(state.env, value, &type));
    if (type != napi_undefined && type != napi_null) field.read(state, value, options);
  }
}

// The forward of a module that takes one tensor, or two, and returns one.
template <class Impl>
ForwardResult forwardOne(TorchModule& module, const ForwardInputs& inputs) {
  return static_cast<Impl&>(module).forward(inputs.tensor(0));
}

template <class Impl>
ForwardResult forwardTwo(TorchModule& module, const ForwardInputs& inputs) {
  return static_cast<Impl&>(module).forward(inputs.tensor(0), inputs.tensor(1));
}

template <class Impl>
std::shared_ptr<Impl> snapshotPlain(const TorchModule& module) {
  return std::make_shared<Impl>(static_cast<const Impl&>(module));
}

// The same as rows have it, for a module without tensors.
template <class Impl>
ModulePtr snapshotNothing(const TorchModule& module) {
  return snapshotPlain<Impl>(module);
}

template <class Impl>
ModulePtr snapshotWeight(const TorchModule& module) {
  auto copy = snapshotPlain<Impl>(module);
  copy->weight = aliasOf(copy->weight);
  return copy;
}

template <class Impl>
ModulePtr snapshotWeightBias(const TorchModule& module) {
  auto copy = snapshotPlain<Impl>(module);
  copy->weight = aliasOf(copy->weight);
  copy->bias = aliasOf(copy->bias);
  return copy;
}

inline bool assignNothing(TorchModule&, const std::string&, const at::Tensor&) { return false; }

template <class Impl>
bool assignWeight(TorchModule& module, const std::string& name, const at::Tensor& tensor) {
  if (name != "weight") return false;
  static_cast<Impl&>(module).weight = tensor;
  return true;
}

template <class Impl>
bool assignWeightBias(TorchModule& module, const std::string& name, const at::Tensor& tensor) {
  if (name == "bias") {
    static_cast<Impl&>(module).bias = tensor;
    return true;
  }
  return assignWeight<Impl>(module, name, tensor);
}

template <class Impl>
void resetParameters(TorchModule& module) {
  static_cast<Impl&>(module).reset_parameters();
}

inline void resetNothing(TorchModule&) {}

}  // namespace ltn
