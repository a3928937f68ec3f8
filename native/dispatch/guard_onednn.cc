#include <string_view>
#include <unordered_set>

#include "dispatch/guard.h"

namespace ltn {

namespace {

// Made of others that have a kernel, or without a look at elements.
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

}  // namespace ltn
