#include "dispatch/checks.h"

#include <ATen/MemoryOverlap.h>
#include <ATen/ops/clone.h>

#include "tensor/sparse.h"

namespace ltn {

OperatorChecks::OperatorChecks(const c10::OperatorHandle& op) : handle_(op) {
  const auto& name = op.operator_name();
  guard_ = guardOf(name.name, name.overload_name);
  trusts_indices_ = !onlyLooks(name.name);
  const auto& arguments = op.schema().arguments();
  separates_ = !arguments.empty() && arguments.back().is_out() && !op.hasTag(at::Tag::pointwise);
}

// Nearly all tensors are strided, and pass with the test of a bit.
void OperatorChecks::checkLayout(const at::Tensor& tensor) const {
  if (!tensor.defined() || tensor.layout() == at::kStrided) return;
  if (tensor.is_mkldnn()) return requireOneDnn(handle_);
  if (trusts_indices_) checkIndices(tensor);
}

void OperatorChecks::checkLayouts(c10::ArrayRef<c10::IValue> arguments) const {
  for (const c10::IValue& value : arguments) {
    if (value.isTensor()) {
      checkLayout(value.toTensor());
    } else if (value.isTensorList()) {
      for (const at::Tensor& tensor : value.toTensorVector()) checkLayout(tensor);
    } else if (value.isList()) {
      for (const c10::IValue& item : value.toListRef())
        if (item.isTensor()) checkLayout(item.toTensor());
    }
  }
}

void OperatorChecks::check(torch::jit::Stack& stack) const {
  checkLayouts(stack);
  if (guard_) guard_(stack);
}

// An `out` must have an element of its own in memory for each index. If it is an input as well, a kernel
// might resize it before it reads the input. So kernels get a copy of such an input, except those that go
// element by element.
void OperatorChecks::separateInputs(torch::jit::Stack& stack) const {
  const auto& arguments = handle_.schema().arguments();
  size_t first = arguments.size() - 1;
  while (first > 0 && arguments[first - 1].is_out()) --first;
  for (size_t out = first; out < stack.size(); ++out) {
    if (!stack[out].isTensor() || !stack[out].toTensor().defined()) continue;
    // An expanded tensor has fewer elements in memory than its shape says, and these kernels would write
    // beside them.
    if (stack[out].toTensor().layout() == at::kStrided) at::assert_no_internal_overlap(stack[out].toTensor());
    for (size_t i = 0; i < first; ++i) {
      if (stack[i].isTensor() && stack[i].toTensor().is_same(stack[out].toTensor()))
        stack[i] = stack[i].toTensor().clone();
    }
  }
}

}  // namespace ltn
