// Guards of kernels that autograd calls with what the forward operator was given, and so do not check it.
#include <ATen/WrapDimUtils.h>
#include <ATen/core/Formatting.h>
#include <ATen/core/Tensor.h>

#include <cmath>

#include "dispatch/guard_common.h"

namespace ltn {

namespace {

// Checks labels: from `least` (0, or -1 where that ends a list) to the number of classes less one. The label
// `ignored` is skipped.
void checkLabels(const at::Tensor& self, const at::Tensor& given, int64_t least,
                 std::optional<int64_t> ignored) {
  checkDense(given);
  TORCH_CHECK(self.dim() > 0, "expected a tensor of at least one dimension, got ", self.sizes());
  TORCH_CHECK(at::isIntegralType(given.scalar_type(), false), "expected a target of integers, got ",
              given.scalar_type());
  if (given.is_meta()) return;
  const int64_t classes = self.size(self.dim() == 1 ? 0 : 1);
  const at::Tensor labels = readable(given, at::kLong);
  const auto* values = labels.const_data_ptr<int64_t>();
  for (int64_t i = 0; i < labels.numel(); ++i)
    TORCH_CHECK_INDEX(values[i] == ignored || (values[i] >= least && values[i] < classes), "Target ",
                      values[i], " is out of bounds: labels go from 0 to ", classes - 1);
}

// (grad_output, self, target, weight, reduction, ignore_index, total_weight)
void checkNll(Stack& stack) { checkLabels(stack[1].toTensor(), stack[2].toTensor(), 0, stack[5].toInt()); }

// (grad_output, self, target, ...)
void checkMargin(Stack& stack) { checkLabels(stack[1].toTensor(), stack[2].toTensor(), 0, std::nullopt); }

void checkMargins(Stack& stack) { checkLabels(stack[1].toTensor(), stack[2].toTensor(), -1, std::nullopt); }

// (grad_output, input, grid, ...)
void checkGrid(Stack& stack) {
  const at::Tensor &gradient = stack[0].toTensor(), &input = stack[1].toTensor(), &grid = stack[2].toTensor();
  for (const at::Tensor& tensor : {gradient, input, grid}) checkDense(tensor);
  TORCH_CHECK(input.dim() >= 4 && grid.dim() == input.dim() && input.size(0) == grid.size(0) &&
                  grid.size(-1) == input.dim() - 2 && input.numel() > 0,
              "expected an input and a grid that fit each other, got ", input.sizes(), " and ", grid.sizes());
  auto shape = grid.sizes().vec();
  shape.pop_back();
  shape.insert(shape.begin() + 1, input.size(1));
  TORCH_CHECK(gradient.sizes() == shape && gradient.scalar_type() == input.scalar_type() &&
                  grid.scalar_type() == input.scalar_type(),
              "expected a gradient of shape ", c10::IntArrayRef(shape), " and one dtype, got ",
              gradient.sizes());
}

void checkStatistics(const c10::IValue& value, int64_t count) {
  if (!given(value)) return;
  const at::Tensor& tensor = value.toTensor();
  checkDense(tensor);
  TORCH_CHECK(tensor.numel() == count, "expected ", count, " elements, got ", tensor.sizes());
}

// (grad_out, input, normalized_shape, mean, rstd, weight, bias, output_mask)
void checkLayerNorm(Stack& stack) {
  const at::Tensor &gradient = stack[0].toTensor(), &input = stack[1].toTensor();
  const auto shape = stack[2].toIntVector();
  const int64_t rest = input.dim() - static_cast<int64_t>(shape.size());
  TORCH_CHECK(!shape.empty() && rest >= 0 && input.sizes().slice(static_cast<size_t>(rest)) == shape,
              "expected a normalized_shape of the last dimensions of ", input.sizes(), ", got ",
              c10::IntArrayRef(shape));
  checkDense(gradient);
  checkDense(input);
  TORCH_CHECK(gradient.sizes() == input.sizes(), "expected a gradient of shape ", input.sizes(), ", got ",
              gradient.sizes());
  const int64_t rows = c10::multiply_integers(input.sizes().slice(0, static_cast<size_t>(rest)));
  const int64_t columns = c10::multiply_integers(shape);
  checkStatistics(stack[3], rows);
  checkStatistics(stack[4], rows);
  checkStatistics(stack[5], columns);
  checkStatistics(stack[6], columns);
}

// (grad_out, input, mean, rstd, weight, N, C, HxW, group, output_mask)
void checkGroupNorm(Stack& stack) {
  const at::Tensor &gradient = stack[0].toTensor(), &input = stack[1].toTensor();
  const int64_t n = stack[5].toInt(), channels = stack[6].toInt(), group = stack[8].toInt();
  int64_t count = 0;
  TORCH_CHECK(n >= 0 && channels > 0 && group > 0 && channels % group == 0,
              "expected channels that are a multiple of the groups, got ", channels, " and ", group);
  const bool overflow =
      __builtin_mul_overflow(n, channels, &count) || __builtin_mul_overflow(count, stack[7].toInt(), &count);
  checkDense(input);
  checkDense(gradient);
  TORCH_CHECK(!overflow && input.numel() == count && gradient.numel() == count,
              "expected an input and a gradient of N x C x HxW elements, got ", input.sizes(), " and ",
              gradient.sizes());
  checkStatistics(stack[2], n * group);
  checkStatistics(stack[3], n * group);
  checkStatistics(stack[4], channels);
}

// (grad_in, input_sizes, dim, size, step)
void checkUnfold(Stack& stack) {
  const at::Tensor& gradient = stack[0].toTensor();
  auto shape = stack[1].toIntVector();
  const int64_t size = stack[3].toInt(), step = stack[4].toInt();
  TORCH_CHECK(size >= 0 && step > 0, "expected a size and a positive step, got ", size, " and ", step);
  const auto dim =
      static_cast<size_t>(at::maybe_wrap_dim(stack[2].toInt(), static_cast<int64_t>(shape.size())));
  const int64_t extent = shape.empty() ? 1 : shape[dim];
  TORCH_CHECK(size <= extent, "expected a size of at most ", extent, ", got ", size);
  if (!shape.empty()) shape[dim] = (extent - size) / step + 1;
  shape.push_back(size);
  checkDense(gradient);
  TORCH_CHECK(gradient.sizes() == shape, "expected a gradient of shape ", c10::IntArrayRef(shape), ", got ",
              gradient.sizes());
}

// Positions are divided by the scale, and the quotient must still fit the number of an element.
void checkScale(double scale) {
  TORCH_CHECK(!(scale > 0) || scale >= 1e-6, "expected a scale of at least 1e-6, got ", scale);
}

// (self, output_size, ...): kernels of quantized tensors do not stop at the end of what they read, so the
// scale has to be the quotient of the sizes.
void checkQuantizedScales(const Stack& stack) {
  const auto sizes = stack[0].toTensor().sizes().slice(2);
  const auto results = stack[1].toIntVector();
  size_t dim = 0;
  for (const c10::IValue& value : stack) {
    if (!value.isDouble() || dim >= std::min(sizes.size(), results.size())) continue;
    const double scale = value.toDouble();
    TORCH_CHECK(!(scale > 0) || std::floor(static_cast<double>(sizes[dim]) * scale) == results[dim],
                "expected a scale from ", sizes[dim], " to ", results[dim], ", got ", scale);
    ++dim;
  }
}

void checkScales(Stack& stack) {
  if (stack[0].isTensor() && stack[0].toTensor().is_quantized() && stack[0].toTensor().dim() > 2 &&
      stack[1].isIntList())
    checkQuantizedScales(stack);
  for (const c10::IValue& value : stack) {
    if (value.isDouble()) checkScale(value.toDouble());
    if (value.isDoubleList())
      for (const double scale : value.toDoubleVector()) checkScale(scale);
  }
}

// (self, groups)
void checkShuffle(Stack& stack) {
  const at::Tensor& self = stack[0].toTensor();
  const int64_t groups = stack[1].toInt();
  TORCH_CHECK(self.dim() > 2 && groups > 0 && self.size(1) % groups == 0,
              "expected at least three dimensions and groups that divide the channels, got ", self.sizes(),
              " and ", groups);
}

const GuardTable& backwardGuards() {
  static const GuardTable table = {
      {"nll_loss_backward", checkNll},
      {"nll_loss2d_backward", checkNll},
      {"multi_margin_loss_backward", checkMargin},
      {"multilabel_margin_loss_backward", checkMargins},
      {"grid_sampler_2d_backward", checkGrid},
      {"grid_sampler_3d_backward", checkGrid},
      {"_grid_sampler_2d_cpu_fallback_backward", checkGrid},
      {"native_layer_norm_backward", checkLayerNorm},
      {"native_group_norm_backward", checkGroupNorm},
      {"unfold_backward", checkUnfold},
      {"native_channel_shuffle", checkShuffle},
  };
  return table;
}

}  // namespace

Guard backwardGuardOf(const std::string& name) {
  if (const Guard guard = findGuard(backwardGuards(), name)) return guard;
  const bool resamples = name.starts_with("upsample_") || name.starts_with("_upsample_");
  return resamples ? checkScales : nullptr;
}

}  // namespace ltn
