// Guards of layers: convolutions, linear layers, attention and pooling.
#include <ATen/TensorOperators.h>
#include <ATen/core/Tensor.h>

#include <utility>

#include "dispatch/guard_common.h"

namespace ltn {

namespace {

void checkList(const c10::IValue& value, int64_t least, int64_t count) {
  const auto list = value.toIntVector();
  TORCH_CHECK(std::cmp_equal(list.size(), count), "expected ", count, " integers, got ", list.size());
  for (const int64_t number : list)
    TORCH_CHECK(number >= least && number < (1 << 30), "expected a size from ", least, " to 2^30 - 1, got ",
                number);
}

// (self, output_size): only the quantized kernels do not count the sizes themselves.
template <int64_t kSpatial>
void checkOutputSize(Stack& stack) {
  if (stack[0].toTensor().is_quantized()) checkList(stack[1], 0, kSpatial);
}

// A convolution that goes to oneDNN; the numbers say where its weight, padding, stride, dilation and groups
// are.
template <size_t kWeight, size_t kPadding, size_t kStride, size_t kDilation, size_t kGroups>
void checkConvolution(Stack& stack) {
  const at::Tensor& weight = stack[kWeight].toTensor();
  const int64_t spatial = weight.dim() - 2, groups = stack[kGroups].toInt();
  TORCH_CHECK(spatial >= 1 && spatial <= 3 && weight.numel() > 0,
              "expected a weight of three to five dimensions that is not empty, got ", weight.sizes());
  TORCH_CHECK(groups > 0 && weight.size(0) % groups == 0, "expected a number of groups that divides the ",
              weight.size(0), " channels, got ", groups);
  checkList(stack[kPadding], 0, spatial);
  checkList(stack[kStride], 1, spatial);
  checkList(stack[kDilation], 1, spatial);
}

// (self, padding, stride, dilation, groups, input_size, ...)
void checkReordering(Stack& stack) {
  checkConvolution<0, 1, 2, 3, 4>(stack);
  if (!stack[5].isNone()) checkList(stack[5], 1, stack[0].toTensor().dim());
}

// (input, weight, bias): oneDNN is told only the sizes of the input.
void checkLinear(Stack& stack) {
  const at::Tensor &input = stack[0].toTensor(), &weight = stack[1].toTensor();
  if (!input.is_mkldnn() && !weight.is_mkldnn()) return;
  TORCH_CHECK(input.dim() > 0 && weight.dim() == 2 && input.numel() > 0 && weight.numel() > 0 &&
                  weight.size(1) == input.size(-1),
              "expected an input and a matrix of weights that fit each other, got ", input.sizes(), " and ",
              weight.sizes());
  if (!given(stack[2])) return;
  const at::Tensor& bias = stack[2].toTensor();
  TORCH_CHECK(bias.dim() == 1 && bias.size(0) == weight.size(0), "expected a bias of ", weight.size(0),
              " elements, got ", bias.sizes());
}

// (query, key, value, ..., enable_gqa): as much of the value is read as the key is long. With enable_gqa, the
// number of the query's heads is divided by that of the others.
void checkAttention(Stack& stack) {
  const at::Tensor &key = stack[1].toTensor(), &value = stack[2].toTensor();
  if (key.is_nested() || value.is_nested()) return;
  TORCH_CHECK(key.dim() < 2 || value.dim() < 2 || key.size(-2) == value.size(-2),
              "expected a key and a value of the same length, got ", key.sizes(), " and ", value.sizes());
  if (!stack.back().isBool() || !stack.back().toBool()) return;
  for (const at::Tensor& tensor : {key, value})
    TORCH_CHECK(tensor.dim() >= 3 && tensor.size(-3) > 0,
                "expected a key and a value with at least one head in the third dimension from the end, got ",
                tensor.sizes());
}

// Dimensions are divided by the number of heads.
template <size_t kHeads>
void checkHeads(Stack& stack) {
  TORCH_CHECK(stack[kHeads].toInt() > 0, "expected a positive number of heads, got ", stack[kHeads].toInt());
}

// (self, weight, kernel_size, ...): as much of the weight is read as kernel_size says.
void checkKernel(Stack& stack) {
  const at::Tensor& weight = stack[1].toTensor();
  const auto kernel = stack[2].toIntVector();
  TORCH_CHECK(weight.dim() == static_cast<int64_t>(kernel.size()) + 2 && weight.sizes().slice(2) == kernel,
              "expected a weight of the kernel's size ", c10::IntArrayRef(kernel), ", got ", weight.sizes());
}

// (self, kernel_size, ...): the kernel goes over the whole window, even where it lies beside the input.
void checkWindow(Stack& stack) {
  for (const int64_t size : stack[1].toIntVector())
    TORCH_CHECK(size <= 1 << 24, "expected a kernel_size of at most ", 1 << 24, ", got ", size);
}

const GuardTable& layerGuards() {
  static const GuardTable table = {
      {"scaled_dot_product_attention", checkAttention},
      {"_scaled_dot_product_attention_math", checkAttention},
      {"_scaled_dot_product_attention_math_for_mps", checkAttention},
      {"_fused_sdp_choice", checkAttention},
      {"adaptive_avg_pool2d", checkOutputSize<2>},
      {"adaptive_avg_pool3d", checkOutputSize<3>},
      {"_adaptive_avg_pool2d", checkOutputSize<2>},
      {"_adaptive_avg_pool3d", checkOutputSize<3>},
      {"linear", checkLinear},
      {"mkldnn_linear", checkLinear},
      {"mkldnn_convolution", checkConvolution<1, 3, 4, 5, 6>},
      {"mkldnn_reorder_conv2d_weight", checkReordering},
      {"mkldnn_reorder_conv3d_weight", checkReordering},
      {"max_pool1d", checkWindow},
      {"max_pool1d_with_indices", checkWindow},
      {"_native_multi_head_attention", checkHeads<4>},
      {"_triton_multi_head_attention", checkHeads<4>},
      {"_transformer_encoder_layer_fwd", checkHeads<2>},
      {"_slow_conv2d_forward", checkKernel},
      {"slow_conv3d", checkKernel},
      {"slow_conv3d_forward", checkKernel},
      {"slow_conv_dilated2d", checkKernel},
      {"slow_conv_dilated3d", checkKernel},
      {"slow_conv_transpose2d", checkKernel},
      {"slow_conv_transpose3d", checkKernel},
  };
  return table;
}

}  // namespace

Guard layerGuardOf(const std::string& name) { return findGuard(layerGuards(), name); }

}  // namespace ltn
