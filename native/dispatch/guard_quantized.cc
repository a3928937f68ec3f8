#include <ATen/TensorOperators.h>
#include <ATen/core/Formatting.h>
#include <ATen/core/LegacyTypeDispatch.h>
#include <ATen/core/Tensor.h>
#include <ATen/ops/maximum.h>

#include <limits>

#include "dispatch/guard_common.h"

namespace ltn {

namespace {

// For zero points that are floats there is a kernel for bytes only.
void checkZeroPoints(Stack& stack) {
  const bool floats = at::isFloatingType(stack[2].toTensor().scalar_type());
  const auto dtype = stack[4].toScalarType();
  TORCH_CHECK(!floats || dtype != at::kQInt32, "expected integer zero points for ", dtype,
              ": with float zero points the kernel writes bytes only");
}

void checkSteps(const at::Tensor& given, int64_t bins, double ratio) {
  TORCH_CHECK(bins >= 1 && bins <= 100000, "expected from 1 to 100000 bins, got ", bins);
  TORCH_CHECK(ratio >= 0 && ratio <= 1, "expected a ratio from 0 to 1, got ", ratio);
  TORCH_CHECK(given.is_cpu() && given.layout() == at::kStrided && given.numel() > 0 && !given.is_quantized(),
              "expected a dense float tensor on the CPU that is not empty, got ", given.sizes(), " of ",
              given.scalar_type(), ", ", given.layout(), " on ", given.device());
  const at::Tensor values = readable(given, at::kFloat);
  TORCH_CHECK(values.isfinite().all().item<bool>(),
              "expected finite values, got NaN or infinity: the search for bounds would not end");
  const at::Tensor rows = values.dim() > 1 ? values.flatten(0, -2) : values.unsqueeze(0);
  const at::Tensor low = rows.amin(1), high = rows.amax(1);
  // The kernel moves two bounds towards each other in steps. If rounding swallows a step, it never ends.
  const at::Tensor step = (high - low) / static_cast<double>(bins);
  const at::Tensor swallowed =
      at::maximum(low.abs(), high.abs()) * std::numeric_limits<float>::epsilon() >= step;
  TORCH_CHECK(!(swallowed.logical_and(high > low)).any().item<bool>(),
              "expected values that are further apart, or fewer than ", bins,
              " bins: a step between bounds is lost to rounding, and the search would not end");
}

// (input, numel, n_bins, ratio, bit_width)
void checkQuantizationParameters(Stack& stack) {
  const at::Tensor& input = stack[0].toTensor();
  const int64_t count = stack[1].toInt(), width = stack[4].toInt();
  TORCH_CHECK(count >= 1 && count <= input.numel(), "expected a numel from 1 to ", input.numel(), ", got ",
              count);
  TORCH_CHECK(input.scalar_type() == at::kFloat && input.is_contiguous(),
              "expected a contiguous float32 input, as its memory is read, got ", input.scalar_type(),
              input.is_contiguous() ? "" : " that is not contiguous");
  TORCH_CHECK(width >= 1 && width <= 8, "expected a bit_width from 1 to 8, got ", width);
  checkSteps(input.flatten(), stack[2].toInt(), stack[3].toDouble());
}

void checkAllDense(Stack& stack) {
  for (const c10::IValue& value : stack) {
    if (!given(value)) continue;
    const at::Tensor& tensor = value.toTensor();
    TORCH_CHECK(tensor.layout() == at::kStrided && !tensor.is_meta(),
                "expected dense tensors with memory, got ", tensor.layout(), " on ", tensor.device());
  }
}

// (weight, bias, stride, padding, [output_padding,] dilation, groups) of kSpatial dimensions.
template <int64_t kSpatial>
void checkQuantizedConvolution(Stack& stack) {
  checkAllDense(stack);
  const at::Tensor& weight = stack[0].toTensor();
  TORCH_CHECK(weight.dim() == kSpatial + 2 && weight.numel() > 0 && weight.is_quantized(),
              "expected a quantized weight of ", kSpatial + 2, " dimensions, got ", weight.sizes());
  for (size_t i = 2; i < stack.size(); ++i) {
    if (!stack[i].isIntList()) continue;
    const auto list = stack[i].toIntVector();
    const bool counts = i == 2 || i + 2 >= stack.size();  // strides and dilations are at least 1
    TORCH_CHECK(list.size() == kSpatial, "expected ", kSpatial, " integers, got ", list.size());
    for (const int64_t value : list)
      TORCH_CHECK(value >= (counts ? 1 : 0) && value < (1 << 30), "expected a size from ", counts ? 1 : 0,
                  " to 2^30 - 1, got ", value);
  }
  for (const c10::IValue& value : stack)
    TORCH_CHECK(!value.isInt() || (value.toInt() > 0 && weight.size(0) % value.toInt() == 0),
                "expected a number of groups that divides the ", weight.size(0), " channels, got ",
                value.toInt());
}

void checkHalfWeights(Stack& stack) {
  checkAllDense(stack);
  const at::Tensor& weight = stack[0].toTensor();
  TORCH_CHECK(weight.dim() == 2 && weight.numel() > 0 && weight.scalar_type() == at::kFloat,
              "expected a float32 matrix that is not empty, got ", weight.scalar_type(), weight.sizes());
}

// (weight, indices, offsets, scale_grad_by_freq, mode, pruned_weights, per_sample_weights,
// compressed_indices_mapping, ...): rows are read where the mapping says.
void checkQuantizedBags(Stack& stack) {
  checkAllDense(stack);
  const at::Tensor &weight = stack[0].toTensor(), &indices = stack[1].toTensor();
  TORCH_CHECK(weight.dim() == 2, "expected a matrix of weights, got ", weight.sizes());
  TORCH_CHECK(!given(stack[6]) || stack[6].toTensor().numel() == indices.numel(),
              "expected one of per_sample_weights for each of the ", indices.numel(), " indices, got ",
              stack[6].toTensor().numel());
  if (!given(stack[7])) return;
  const at::Tensor mapping = readable(stack[7].toTensor(), at::kLong);
  const auto* values = mapping.const_data_ptr<int64_t>();
  for (int64_t i = 0; i < mapping.numel(); ++i)
    TORCH_CHECK_INDEX(values[i] >= -1 && values[i] < weight.size(0), "expected a mapping from -1 to ",
                      weight.size(0) - 1, ", got ", values[i]);
}

void checkCell(Stack& stack) {
  checkAllDense(stack);
  for (size_t i = 0; i < 2; ++i) {
    const at::Tensor& weight = stack[i].toTensor();
    TORCH_CHECK(weight.dim() == 2 && weight.numel() > 0 && weight.scalar_type() == at::kFloat,
                "expected a float32 matrix that is not empty, got ", weight.scalar_type(), weight.sizes());
  }
}

// (qx, weight, bias, mean, var, ...): one contiguous float32 element for each channel.
void checkQuantizedBatchNorm(Stack& stack) {
  const at::Tensor& input = stack[0].toTensor();
  TORCH_CHECK(input.dim() >= 2 && input.is_quantized(),
              "expected a quantized input of at least 2 dimensions, got ", input.sizes());
  for (size_t i = 1; i <= 4; ++i) {
    if (!given(stack[i])) continue;
    const at::Tensor& vector = stack[i].toTensor();
    TORCH_CHECK(vector.layout() == at::kStrided && vector.scalar_type() == at::kFloat &&
                    vector.is_contiguous() && vector.numel() == input.size(1),
                "expected ", input.size(1), " contiguous elements of float32, got ", vector.scalar_type(),
                vector.sizes());
  }
}

// (weight, optimized_qparams, nbins, ratio), behind the weight's minima and maxima if it has them.
template <size_t kFirst>
void checkPrepack(Stack& stack) {
  checkAllDense(stack);
  const at::Tensor& weight = stack[0].toTensor();
  TORCH_CHECK(weight.dim() >= 2 && weight.numel() > 0, "expected rows of weights that are not empty, got ",
              weight.sizes());
  if (kFirst == 2) {
    const at::Tensor& bounds = stack[1].toTensor();
    TORCH_CHECK(bounds.is_contiguous() && bounds.numel() == 2 * (weight.numel() / weight.size(-1)),
                "expected a minimum and a maximum for each row, got ", bounds.sizes());
  }
  if (stack[kFirst].toBool())
    checkSteps(stack[0].toTensor(), stack[kFirst + 1].toInt(), stack[kFirst + 2].toDouble());
}

}  // namespace

Guard quantizedGuardOf(const std::string& full) {
  // Some operators are registered under both names.
  const std::string name = full.starts_with("_quantized::") ? full.substr(1) : full;
  static const GuardTable table = {
      {"aten::quantize_per_channel", checkZeroPoints},
      {"aten::choose_qparams_optimized", checkQuantizationParameters},
      {"quantized::linear_prepack_fp16", checkHalfWeights},
      {"quantized::conv1d_prepack", checkQuantizedConvolution<1>},
      {"quantized::conv2d_prepack", checkQuantizedConvolution<2>},
      {"quantized::conv3d_prepack", checkQuantizedConvolution<3>},
      {"quantized::conv_prepack", checkQuantizedConvolution<2>},
      {"quantized::conv_transpose1d_prepack", checkQuantizedConvolution<1>},
      {"quantized::conv_transpose2d_prepack", checkQuantizedConvolution<2>},
      {"quantized::conv_transpose3d_prepack", checkQuantizedConvolution<3>},
      {"quantized::linear_prepack_fp16_legacy", checkHalfWeights},
      {"quantized::make_quantized_cell_params", checkCell},
      {"quantized::embedding_bag_byte_rowwise_offsets", checkQuantizedBags},
      {"quantized::embedding_bag_4bit_rowwise_offsets", checkQuantizedBags},
      {"quantized::embedding_bag_2bit_rowwise_offsets", checkQuantizedBags},
      {"quantized::embedding_bag_4bit_prepack", checkPrepack<1>},
      {"quantized::embedding_bag_2bit_prepack", checkPrepack<1>},
      {"quantized::embedding_bag_4bit_prepack_with_rowwise_min_max", checkPrepack<2>},
      {"quantized::embedding_bag_2bit_prepack_with_rowwise_min_max", checkPrepack<2>},
  };
  if (name.starts_with("quantized::batch_norm") || name == "aten::quantized_batch_norm")
    return checkQuantizedBatchNorm;
  if (const Guard guard = findGuard(table, name)) return guard;
  return name.starts_with("quantized::") ? checkAllDense : nullptr;
}

}  // namespace ltn
