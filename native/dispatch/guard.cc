#include "dispatch/guard.h"

#include <ATen/core/LegacyTypeDispatch.h>
#include <ATen/core/Tensor.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string_view>
#include <unordered_set>

#include "core/errors.h"
#include "dispatch/guard_common.h"
#include "func/bare.h"

namespace ltn {

namespace {

// Kernels behind public operators, which check for them. Called directly, they divide by zero, follow null
// or write where an index says. What is called with `backward` here trusts its caller in the same way.
const std::unordered_set<std::string>& trusting() {
  static const std::unordered_set<std::string> names = {
      "_adaptive_avg_pool2d_backward",
      "_adaptive_avg_pool3d_backward",
      "_add_batch_dim",
      "_batch_norm_impl_index_backward",
      "_batch_norm_no_update",
      "_cholesky_solve_helper",
      "_cdist_backward",
      "_chunk_cat",
      "_compute_linear_combination",
      "_convert_indices_from_coo_to_csr",
      "_convert_indices_from_csr_to_coo",
      "_ctc_loss_backward",
      "_cummax_helper",
      "_cummin_helper",
      "_dyn_quant_matmul_4bit",
      "_dyn_quant_pack_4bit_weight",
      "_embedding_bag",
      "_embedding_bag_backward",
      "_embedding_bag_dense_backward",
      "_embedding_bag_forward_only",
      "_embedding_bag_per_sample_weights_backward",
      "_fft_c2c",
      "_fft_c2r",
      "_fft_r2c",
      "_foreach_copy",
      "_fused_adagrad",
      "_fused_adagrad_",
      "_fused_adam",
      "_fused_adam_",
      "_fused_adamw",
      "_fused_adamw_",
      "_fused_sgd",
      "_fused_sgd_",
      "_log_softmax_backward_data",
      "_logcumsumexp",
      "_make_dep_token",
      "_nested_compute_contiguous_strides_offsets",
      "_nested_from_padded",
      "_nested_select_backward",
      "_nested_sum_backward",
      "_nested_view_from_buffer",
      "_nested_view_from_buffer_copy",
      "_new_zeros_with_same_feature_meta",
      "_nnpack_spatial_convolution",
      "_pdist_backward",
      "_pdist_forward",
      "_remove_batch_dim",
      "_reshape_alias",
      "_reshape_alias_copy",
      "_saturate_weight_to_fp16",
      "_scaled_dot_product_flash_attention_for_cpu",
      "_scaled_dot_product_flash_attention_for_cpu_backward",
      "_segment_reduce_backward",
      "_slow_conv2d_backward",
      "_sobol_engine_draw",
      "_sobol_engine_ff",
      "_sobol_engine_ff_",
      "_sobol_engine_initialize_state",
      "_sobol_engine_initialize_state_",
      "_sobol_engine_scramble",
      "_sobol_engine_scramble_",
      "_softmax_backward_data",
      "_stack",
      "_thnn_differentiable_gru_cell_backward",
      "_thnn_differentiable_lstm_cell_backward",
      "_thnn_fused_gru_cell_backward",
      "_thnn_fused_lstm_cell_backward",
      "_thnn_fused_lstm_cell_backward_impl",
      "_transform_bias_rescale_qkv",
      "_unsafe_index",
      "_unsafe_index_put",
      "_unsafe_masked_index",
      "_unsafe_masked_index_put_accumulate",
      "_quantized::_wrapped_linear_prepack",
      "_quantized::_wrapped_quantized_linear_prepacked",
      "_quantized::wrapped_fbgemm_linear_fp16_weight",
      "_quantized::wrapped_fbgemm_pack_gemm_matrix_fp16",
      "_quantized::wrapped_quantized_linear",
      "_weight_norm_interface",
      "_weight_norm_interface_backward",
      "fbgemm_linear_fp16_weight",
      "fbgemm_linear_fp16_weight_fp32_activation",
      "fbgemm_linear_int8_weight",
      "fbgemm_linear_int8_weight_fp32_activation",
      "_wrapped_linear_prepack",
      "_wrapped_quantized_linear_prepacked",
      "adaptive_avg_pool3d_backward",
      "batch_norm_backward",
      "embedding_dense_backward",
      "fractional_max_pool2d_backward",
      "fractional_max_pool3d_backward",
      "mkldnn_rnn_layer_backward",
      "native_batch_norm_backward",
      "quantized_gru_cell",
      "quantized_lstm_cell",
      "quantized_rnn_relu_cell",
      "quantized_rnn_tanh_cell",
      "reflection_pad1d_backward",
      "reflection_pad2d_backward",
      "reflection_pad3d_backward",
      "smooth_l1_loss_backward",
  };
  return names;
}

// Kernels for compilers, which check, reorder and pack the arguments before they call them.
bool ofCompiler(const std::string& name) {
  static const std::unordered_set<std::string> spaces = {"static_runtime", "inductor", "mkl",
                                                         "mkldnn",         "onednn",   "mkldnn_prepacked"};
  return spaces.contains(name.substr(0, name.find("::"))) && !name.starts_with("mkldnn::_is_mkldnn_");
}

[[noreturn]] void refuse(Stack&) {
  throw ArgumentError(
      "this kernel does not check its arguments and would end the process on wrong ones: it cannot be called "
      "from JavaScript, unless LIBTORCH_NODE_UNSAFE=1 is set. The public operator that uses it can.");
}

// Whether LIBTORCH_NODE_UNSAFE=1 is set: then wrong arguments may end the process.
bool unsafeAllowed() {
  static const bool allowed = [] {
    const char* value = std::getenv("LIBTORCH_NODE_UNSAFE");
    return value && std::string_view(value) == "1";
  }();
  return allowed;
}

// The statistics and the affine parameters of a batch norm have one element for each channel.
template <size_t... kVectors>
void checkChannels(Stack& stack) {
  const at::Tensor& input = stack[0].toTensor();
  TORCH_CHECK(input.dim() >= 2, "expected an input of at least 2 dimensions, got ", input.sizes());
  const auto check = [&](const c10::IValue& value) {
    if (!given(value)) return;
    const at::Tensor& vector = value.toTensor();
    TORCH_CHECK(vector.dim() == 1 && vector.size(0) == input.size(1), "expected one element for each of the ",
                input.size(1), " channels, got ", vector.sizes());
  };
  (check(stack[kVectors]), ...);
}

// Outside of training the running statistics are used. They are the last two of the vectors.
template <size_t kTraining, size_t... kVectors>
void checkBatchNorm(Stack& stack) {
  checkChannels<kVectors...>(stack);
  constexpr bool kHasStatistics = kTraining == 5;
  const bool statistics = kHasStatistics && given(stack[kTraining - 2]) && given(stack[kTraining - 1]);
  TORCH_CHECK(stack[kTraining].toBool() || statistics,
              "expected running_mean and running_var when training is false");
}

void checkWeightNorm(Stack& stack) {
  const at::Tensor &v = stack[0].toTensor(), &g = stack[1].toTensor();
  const int64_t dim = stack[2].toInt();
  TORCH_CHECK(v.dim() > 0 && v.numel() > 0, "expected a v with at least one element, got ", v.sizes());
  // Only these have a kernel of their own; others are composed of operators that check.
  if (dim != 0 && dim != v.dim() - 1) return;
  TORCH_CHECK(g.numel() == v.size(dim) && g.dim() <= v.dim(), "expected a g of ", v.size(dim),
              " elements, got ", g.sizes());
}

// Pivots of a factorization: LAPACK swaps the rows that they name.
template <size_t kFactors, size_t kPivots>
void checkPivots(Stack& stack) {
  const at::Tensor &factors = stack[kFactors].toTensor(), &pivots = stack[kPivots].toTensor();
  TORCH_CHECK(factors.dim() >= 2, "expected a matrix, got ", factors.sizes());
  auto shape = factors.sizes().slice(0, factors.dim() - 1).vec();
  const int64_t rows = factors.size(-2);
  shape.back() = std::min(rows, factors.size(-1));
  TORCH_CHECK(pivots.sizes() == shape, "expected pivots of shape ", c10::IntArrayRef(shape), ", got ",
              pivots.sizes());
  TORCH_CHECK(pivots.scalar_type() == at::kInt, "expected pivots of int32, got ", pivots.scalar_type());
  if (!pivots.is_cpu() || pivots.numel() == 0) return;
  const at::Tensor list = pivots.contiguous();
  const auto* values = list.const_data_ptr<int32_t>();
  for (int64_t i = 0; i < list.numel(); ++i) {
    const int64_t row = std::abs(static_cast<int64_t>(values[i]));  // LDL's are negative for 2 x 2 blocks
    TORCH_CHECK(row >= 1 && row <= rows, "expected pivots from 1 to ", rows, ", got ", values[i]);
  }
}

void checkMatrix(Stack& stack) {
  const at::Tensor& matrix = stack[0].toTensor();
  TORCH_CHECK(matrix.layout() == at::kStrided && matrix.is_cpu(),
              "expected a dense tensor on the CPU, whose memory is packed, got ", matrix.layout(), " on ",
              matrix.device());
  TORCH_CHECK(matrix.dim() == 2 && matrix.numel() > 0, "expected a matrix that is not empty, got ",
              matrix.sizes());
}

void checkRows(Stack& stack) {
  const at::Tensor& rows = stack[0].toTensor();
  TORCH_CHECK(rows.layout() == at::kStrided && rows.is_cpu(),
              "expected a dense tensor on the CPU, whose memory is read, got ", rows.layout(), " on ",
              rows.device());
  TORCH_CHECK(rows.dim() >= 2 && rows.numel() > 0, "expected rows that are not empty, got ", rows.sizes());
}

const GuardTable& sharedGuards() {
  static const GuardTable table = {
      {"native_batch_norm", checkBatchNorm<5, 1, 2, 3, 4>},
      {"batch_norm_update_stats", checkChannels<1, 2>},
      {"_batch_norm_with_update", checkChannels<1, 2, 3, 4>},
      {"_batch_norm_with_update_functional", checkChannels<1, 2, 3, 4>},
      {"_native_batch_norm_legit", checkBatchNorm<5, 1, 2, 3, 4>},
      {"_native_batch_norm_legit_functional", checkBatchNorm<5, 1, 2, 3, 4>},
      {"_native_batch_norm_legit_no_training", checkChannels<1, 2, 3, 4>},
      {"_native_batch_norm_legit.no_stats", checkBatchNorm<3, 1, 2>},
      {"_native_batch_norm_legit.no_stats_out", checkBatchNorm<3, 1, 2>},
      {"_weight_norm", checkWeightNorm},
      {"lu_unpack", checkPivots<0, 1>},
      {"lu_solve", checkPivots<1, 2>},
      {"linalg_lu_solve", checkPivots<0, 1>},
      {"linalg_ldl_solve", checkPivots<0, 1>},
      {"fbgemm_pack_gemm_matrix_fp16", checkMatrix},
      {"fbgemm_linear_quantize_weight", checkRows},
      {"fbgemm_pack_quantized_matrix", checkMatrix},
  };
  return table;
}

}  // namespace

Guard findGuard(const GuardTable& table, const std::string& name) {
  const auto found = table.find(name);
  return found == table.end() ? nullptr : found->second;
}

Guard findGuard(const GuardTable& table, const std::string& name, const std::string& overload) {
  const Guard own = findGuard(table, name + "." + overload);
  return own ? own : findGuard(table, name);
}

at::Tensor readable(const at::Tensor& tensor, at::ScalarType dtype) {
  // All values that the operator will see lie in the tensor within, and nothing of this is to be transformed.
  const OutsideTransforms outside;
  if (isTransformed(tensor)) return readable(bareTensor(tensor), dtype);
  const at::AutoDispatchBelowADInplaceOrView guard;
  return tensor.detach().to(at::kCPU, dtype).contiguous();
}

void checkDense(const at::Tensor& tensor) {
  TORCH_CHECK(tensor.layout() == at::kStrided, "expected a dense tensor, got ", tensor.layout());
}

Guard guardOf(const std::string& name, const std::string& overload) {
  static const std::string prefix = "aten::";
  const bool trusts = trusting().contains(name.starts_with(prefix) ? name.substr(prefix.size()) : name);
  if (trusts || ofCompiler(name)) return unsafeAllowed() ? nullptr : refuse;
  if (const Guard guard = quantizedGuardOf(name)) return guard;
  if (!name.starts_with(prefix)) return nullptr;
  const std::string own = name.substr(prefix.size());
  if (const Guard guard = findGuard(sharedGuards(), own, overload)) return guard;
  if (const Guard guard = recurrentGuardOf(own, overload)) return guard;
  if (const Guard guard = divisionGuardOf(own, overload)) return guard;
  if (const Guard guard = kernelGuardOf(own, overload)) return guard;
  if (const Guard guard = layerGuardOf(own)) return guard;
  if (const Guard guard = backwardGuardOf(own)) return guard;
  if (const Guard guard = oneDnnGuardOf(own, overload)) return guard;
  return valueGuardOf(own, overload);
}

}  // namespace ltn
