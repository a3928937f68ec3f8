// One overload of an operator, ready to be called from JavaScript: its arguments' readers, its defaults, its
// results.
#pragma once

#include <ATen/core/dispatch/Dispatcher.h>
#include <node_api.h>

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "dispatch/checks.h"
#include "dispatch/values.h"

namespace ltn {

struct EnvState;

// Operators of small tensors take half a microsecond, of which an IValue stack is a tenth. The commonest
// signatures are called without one when nothing but their tensors is given (bench/RESULTS.md has the
// figures).
using Unary = c10::TypedOperatorHandle<at::Tensor(const at::Tensor&)>;
using Binary = c10::TypedOperatorHandle<at::Tensor(const at::Tensor&, const at::Tensor&)>;
using BinaryAlpha =
    c10::TypedOperatorHandle<at::Tensor(const at::Tensor&, const at::Tensor&, const at::Scalar&)>;

struct BoundOperator {
  // With a `key`, calls go to the kernel that the operator has for it now, whatever their tensors are.
  BoundOperator(EnvState& state, const c10::OperatorHandle& handle,
                std::optional<c10::DispatchKey> key = std::nullopt);

  EnvState& state;
  c10::OperatorHandle handle;
  OperatorChecks checks;
  std::vector<ArgumentType> arguments;
  // Defaults by position; None where the schema has none (then the argument is required).
  std::vector<c10::IValue> defaults;
  std::vector<bool> required;
  // Where the generator goes, if it takes one.
  std::optional<size_t> generator;
  // Where the dtype of the result goes, if it takes one.
  std::optional<size_t> dtype;
  std::optional<c10::DispatchKey> key;
  std::optional<c10::SafeKernelFunction> kernel;
  std::variant<std::monostate, Unary, Binary, BinaryAlpha> direct;
  // Keys that a direct call leaves out, where nothing is recorded.
  c10::DispatchKeySet skipped = c10::autograd_dispatch_keyset;
};

// How many tensors, and nothing else, make a call that needs no stack; 0 where there is no such call.
size_t directArity(const BoundOperator& op);
// Such a call; `b` is not looked at where one tensor is enough.
at::Tensor callDirect(const BoundOperator& op, const at::Tensor& a, const at::Tensor& b);

// Calls the operator with all its arguments, once everything was checked that libtorch does not check. What
// does not come from JavaScript passes through here, too.
void callChecked(const BoundOperator& op, torch::jit::Stack& stack);

// Dtype, shape and device, for messages.
std::string describeTensor(const at::Tensor& tensor);

// The Node-API callback of every bound operator; `data` is the BoundOperator. Arguments come in the schema's
// order, tensors as handles; `undefined` and missing ones take their default.
napi_value callOperator(napi_env env, napi_callback_info info) noexcept;

}  // namespace ltn
