// torch::nn modules as JavaScript holds them: one box type for all, one registry row per module class.
//
// TypeScript owns a module's parameters and buffers as properties and tells native code when one is replaced;
// moving and loading change tensors in place, so both sides see the same. What a row adds to torch::nn is
// where Python differs.
#pragma once

#include <napi.h>
#include <torch/nn/module.h>

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/box.h"

namespace ltn {

struct EnvState;

using TorchModule = torch::nn::Module;
using ModulePtr = std::shared_ptr<TorchModule>;

// The inputs of a forward, read on the environment's thread: the forward itself may run on another.
class ForwardInputs {
 public:
  // Reads tensors, at most one list of them, and null for what is left out.
  ForwardInputs(EnvState& state, size_t count, const napi_value* values);

  // Throws ArgumentError if it was left out.
  const at::Tensor& tensor(size_t i) const;
  // An undefined tensor for what was left out.
  const at::Tensor& tensorOrNone(size_t i) const { return tensors_[i]; }
  const std::optional<std::vector<at::Tensor>>& list() const { return list_; }
  // Replaces each tensor by one over the same elements that nothing in JavaScript can point elsewhere.
  void detachFromJs();

  static constexpr size_t kMost = 5;

 private:
  std::array<at::Tensor, kMost> tensors_;
  std::optional<std::vector<at::Tensor>> list_;
};

using ForwardResult = std::variant<at::Tensor, std::vector<at::Tensor>>;

// A tensor over the same elements, with a tensor implementation of its own: gradients still reach the given
// one.
at::Tensor aliasOf(const at::Tensor& tensor);

struct ModuleRow {
  const char* name;
  // Makes the module, with its initial parameters, from an object whose fields have the names of torch::nn's
  // options.
  ModulePtr (*make)(EnvState& state, napi_value options);
  ForwardResult (*forward)(TorchModule& module, const ForwardInputs& inputs);
  // A copy for a forward off the thread: parameters that JavaScript replaces meanwhile stay as they were.
  ModulePtr (*snapshot)(const TorchModule& module);
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
  static constexpr const char* kName = "Module";
};

using ModuleRows = std::vector<ModuleRow>;
const ModuleRows& layerRows();
const ModuleRows& lossRows();
const ModuleRows& recurrentRows();

}  // namespace ltn
