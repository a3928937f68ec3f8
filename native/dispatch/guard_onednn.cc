#include <ATen/core/Tensor.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <c10/core/DefaultDtype.h>

#include <string_view>
#include <unordered_set>

#include "dispatch/guard_common.h"

namespace ltn {

namespace {

void checkZeros(at::Layout layout, at::ScalarType dtype) {
  TORCH_CHECK(layout != at::kMkldnn || dtype == at::kFloat, "expected float32 for zeros of oneDNN, got ",
              dtype);
}

at::ScalarType dtypeOr(const c10::IValue& dtype, at::ScalarType other) {
  return dtype.isNone() ? other : dtype.toScalarType();
}

at::Layout layoutOr(const c10::IValue& layout, at::Layout other) {
  return layout.isNone() ? other : static_cast<at::Layout>(layout.toInt());
}

void checkZero(Stack& stack) {
  const at::Tensor& self = stack[0].toTensor();
  checkZeros(self.layout(), self.scalar_type());
}

// (size, dtype, layout, ...)
void checkNewZeros(Stack& stack) {
  const auto usual = c10::typeMetaToScalarType(at::get_default_dtype());
  checkZeros(layoutOr(stack[2], at::kStrided), dtypeOr(stack[1], usual));
}

// (self, size, dtype, layout, ...)
void checkZerosOf(Stack& stack) {
  const at::Tensor& self = stack[0].toTensor();
  checkZeros(layoutOr(stack[3], self.layout()), dtypeOr(stack[2], self.scalar_type()));
}

// (self, dtype, layout, ...)
void checkZerosLike(Stack& stack) {
  const at::Tensor& self = stack[0].toTensor();
  checkZeros(layoutOr(stack[2], self.layout()), dtypeOr(stack[1], self.scalar_type()));
}

// Operators that consist of others with a oneDNN kernel, or that read no elements.
bool composed(const std::string& name) {
  static const std::unordered_set<std::string_view> names = {
      "_convolution",
      "_to_copy",
      "_version",
      "adaptive_avg_pool1d",
      "adaptive_avg_pool2d",
      "adaptive_avg_pool3d",
      "avg_pool1d",
      "batch_norm",
      "contiguous",
      "conv1d",
      "conv2d",
      "conv3d",
      "conv_transpose1d",
      "conv_transpose2d",
      "conv_transpose3d",
      "convolution",
      "detach",
      "dropout",
      "empty_like",
      "flatten",
      "is_same_size",
      "linear",
      "max_pool1d",
      "max_pool2d",
      "max_pool3d",
      "mkldnn_convolution",
      "new_empty",
      "new_zeros",
      "prelu",
      "requires_grad_",
      "reshape",
      "result_type",
      "size",
      "softmax",
      "t",
      "to",
      "to_dense",
      "transpose",
      "transpose_",
      "zeros_like",
  };
  constexpr std::string_view kPrefix = "aten::";
  return std::string_view(name).starts_with(kPrefix) &&
         names.contains(std::string_view(name).substr(kPrefix.size()));
}

}  // namespace

void requireOneDnn(const c10::OperatorHandle& op) {
  const std::string& name = op.operator_name().name;
  TORCH_CHECK_NOT_IMPLEMENTED(composed(name) || op.hasKernelForDispatchKey(c10::DispatchKey::MkldnnCPU), name,
                              " has no kernel for oneDNN tensors: call toDense() first");
}

// The kernel of zero_ writes as many floats as there are elements, whatever the size of an element.
Guard oneDnnGuardOf(const std::string& name, const std::string& overload) {
  if (name == "zero_" || name == "zero") return checkZero;
  if (!overload.empty()) return nullptr;
  if (name == "zeros") return checkNewZeros;
  if (name == "new_zeros") return checkZerosOf;
  return name == "zeros_like" ? checkZerosLike : nullptr;
}

}  // namespace ltn
