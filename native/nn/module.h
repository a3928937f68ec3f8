// torch::nn modules as JavaScript holds them: one box type for all, one registry row per module class.
//
// TypeScript owns a module's parameters and buffers as properties and tells native code when one is replaced;
// moving and loading change tensors in place, so both sides see the same. What a row adds to torch::nn is
// where Python differs.
#pragma once

#include <napi.h>
#include <torch/nn/module.h>

#include <memory>
#include <string>
#include <vector>

#include "core/box.h"

namespace ltn {

struct EnvState;

using TorchModule = torch::nn::Module;
using ModulePtr = std::shared_ptr<TorchModule>;

// The JavaScript arguments of a forward, after the box.
struct ForwardArguments {
  EnvState& state;
  size_t count;
  const napi_value* values;

  // Throws ArgumentError if there are too few.
  const at::Tensor& tensor(size_t i) const;
  // An undefined tensor for null, undefined and missing.
  at::Tensor tensorOrNone(size_t i) const;
};

struct ModuleRow {
  const char* name;
  // Makes the module, with its initial parameters, from an object whose fields have the names of torch::nn's
  // options.
  ModulePtr (*make)(EnvState& state, napi_value options);
  napi_value (*forward)(TorchModule& module, const ForwardArguments& arguments);
  // Makes the module use `tensor` as its parameter or buffer `name`; false if it has none of that name.
  bool (*assign)(TorchModule& module, const std::string& name, const at::Tensor& tensor);
  // Draws the initial values again.
  void (*reset)(TorchModule& module);
  // After the storage of parameters has changed; null where nothing depends on it.
  void (*refresh)(TorchModule& module);
};

struct ModuleHolder {
  const ModuleRow& row;
  ModulePtr module;
};

template <>
struct BoxName<ModuleHolder> {
  static constexpr const char* name = "Module";
};

using ModuleRows = std::vector<ModuleRow>;
const ModuleRows& layerRows();
const ModuleRows& lossRows();
const ModuleRows& recurrentRows();

}  // namespace ltn
