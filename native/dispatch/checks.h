// What is checked before an operator runs, whoever calls it: JavaScript (operator.h) or the graph of a
// TorchScript module (jit/guards.cc).
#pragma once

#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/stack.h>

#include "dispatch/guard.h"

namespace ltn {

class OperatorChecks {
 public:
  explicit OperatorChecks(const c10::OperatorHandle& op);

  // Layouts that the operator cannot take.
  void checkLayout(const at::Tensor& tensor) const;
  void checkLayouts(c10::ArrayRef<c10::IValue> arguments) const;

  // Whether `run` has more to do than `checkLayouts`.
  bool hasMore() const { return guard_ || separates_; }
  // All checks; `stack` holds the operator's arguments and nothing else. May replace an argument.
  void run(torch::jit::Stack& stack) const {
    check(stack);
    separate(stack);
  }
  // The part of it that only looks, though a guard may put another number in an argument's place.
  void check(torch::jit::Stack& stack) const;
  // The part of it that copies an input which is the `out` as well.
  void separate(torch::jit::Stack& stack) const {
    if (separates_) separateInputs(stack);
  }

  bool hasGuard() const { return guard_ != nullptr; }

 private:
  void separateInputs(torch::jit::Stack& stack) const;

  c10::OperatorHandle handle_;
  // What libtorch does not check for this operator, or null.
  Guard guard_ = nullptr;
  // Whether the indices of sparse arguments are looked at before it runs.
  bool trusts_indices_ = false;
  // Whether it writes to an `out` that must not be one of its inputs.
  bool separates_ = false;
};

}  // namespace ltn
