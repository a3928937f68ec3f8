// Modes that see each operator of this thread below autograd, as Python's TorchDispatchMode does.
#pragma once

#include <ATen/core/dispatch/Dispatcher.h>

#include <functional>
#include <memory>

namespace ltn {

// Handles one operator: replaces its arguments on the stack by its results, or leaves that to runOutside().
using ModeHandler = std::function<void(const c10::OperatorHandle&, c10::DispatchKeySet, torch::jit::Stack*)>;

struct Mode {
  explicit Mode(ModeHandler given) : handle(std::move(given)) {}
  const ModeHandler handle;
};

// Throws while a mode handles an operator.
void openMode(std::shared_ptr<Mode> mode);
void closeMode(const std::shared_ptr<Mode>& mode);

// For a handler: runs the operator as it is without its mode.
void runOutside(const c10::OperatorHandle& op, c10::DispatchKeySet keys, torch::jit::Stack* stack);

}  // namespace ltn
