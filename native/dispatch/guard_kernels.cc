// Guards of kernels that trust the shapes, layouts and sizes which another operator would have checked.
#include <ATen/core/Formatting.h>
#include <ATen/core/LegacyTypeDispatch.h>
#include <ATen/core/Tensor.h>

#include <cmath>
#include <limits>

#include "dispatch/guard_common.h"

namespace ltn {

namespace {

// Quantized results take their scale from the first of the tensors.
void checkQuantizedOut(Stack& stack) {
  if (!given(stack[2]) || !stack[2].toTensor().is_quantized()) return;
  const auto tensors = stack[0].toTensorVector();
  TORCH_CHECK(!tensors.empty(),
              "expected a list of tensors that is not empty: a quantized out takes its scale from the first");
  for (const at::Tensor& tensor : tensors)
    TORCH_CHECK(tensor.is_quantized(), "expected quantized tensors for a quantized out, got ",
                tensor.scalar_type());
}

// The functional form of copy_ follows the storage of a tensor that has none, and null if the layouts differ.
template <size_t... kTensors>
void checkOneLayout(Stack& stack) {
  const at::Tensor& self = stack[0].toTensor();
  const auto check = [&](const at::Tensor& other) {
    TORCH_CHECK(self.layout() == other.layout(), "expected tensors of the same layout, got ", self.layout(),
                " and ", other.layout());
  };
  (check(stack[kTensors].toTensor()), ...);
  TORCH_CHECK(self.has_storage(), "expected tensors with a storage, got ", self.layout());
}

// (grad, indices, num_weights, ...)
void checkEmbedding(Stack& stack) {
  const at::Tensor &gradient = stack[0].toTensor(), &given = stack[1].toTensor();
  const int64_t weights = stack[2].toInt();
  TORCH_CHECK(gradient.layout() == at::kStrided && given.layout() == at::kStrided &&
                  at::isIntegralType(given.scalar_type(), false),
              "expected a dense gradient and indices of integers, got ", given.scalar_type());
  TORCH_CHECK(gradient.dim() == given.dim() + 1 && gradient.sizes().slice(0, given.dim()) == given.sizes(),
              "expected a gradient of shape ", given.sizes(), " and one dimension more, got ",
              gradient.sizes());
  TORCH_CHECK(weights > 0, "expected a positive number of weights, got ", weights);
  if (given.is_meta()) return;
  const at::Tensor indices = readable(given, at::kLong);
  const auto* values = indices.const_data_ptr<int64_t>();
  for (int64_t i = 0; i < indices.numel(); ++i)
    TORCH_CHECK_INDEX(values[i] >= 0 && values[i] < weights, "expected indices from 0 to ", weights - 1,
                      ", got ", values[i]);
}

// The kernel writes to `out` without resizing it.
void checkNoise(Stack& stack) {
  const at::Tensor &self = stack[0].toTensor(), &out = stack[6].toTensor();
  TORCH_CHECK(out.sizes() == self.sizes(), "expected an out of shape ", self.sizes(), ", got ", out.sizes());
}

// (self, observer_on, fake_quant_on, running_min, running_max, scale, zero_point, averaging_const, quant_min,
// quant_max, ch_axis, per_row_fake_quant, ...): where the first has no elements yet, all are resized.
void checkObserver(Stack& stack) {
  const at::Tensor &self = stack[0].toTensor(), &least = stack[3].toTensor();
  const int64_t axis = stack[10].toInt();
  const bool rows = stack[11].toBool();
  TORCH_CHECK(self.layout() == at::kStrided && self.scalar_type() == at::kFloat && self.numel() > 0,
              "expected a dense float32 tensor that is not empty, got ", self.scalar_type(), self.sizes());
  TORCH_CHECK(!rows || (axis >= 0 && axis < self.dim()), "expected a ch_axis from 0 to ", self.dim() - 1,
              ", got ", axis);
  const int64_t count = rows ? self.size(axis) : 1;
  for (size_t i = 3; i <= 6; ++i) {
    const at::Tensor& tensor = stack[i].toTensor();
    const auto dtype = i == 6 ? at::kInt : at::kFloat;
    TORCH_CHECK(tensor.layout() == at::kStrided && tensor.scalar_type() == dtype && tensor.is_contiguous(),
                "expected contiguous statistics of ", dtype, ", got ", tensor.scalar_type());
    TORCH_CHECK((rows && least.numel() == 0) || tensor.numel() == count, "expected statistics of ", count,
                " elements, got ", tensor.sizes());
  }
}

// (x, n): each term is made from the one before, so an element takes n steps.
constexpr int64_t kMostTerms = int64_t{1} << 24;

void checkDegree(Stack& stack) {
  const auto check = [](const c10::Scalar& n) {
    TORCH_CHECK_VALUE(!(n.to<double>() > kMostTerms), "expected a degree of at most ", kMostTerms, ", got ",
                      n);
  };
  if (!stack[1].isTensor()) return check(stack[1].toScalar());
  const at::Tensor& n = stack[1].toTensor();
  if (n.layout() != at::kStrided || n.is_meta() || n.is_quantized() || n.numel() == 0 || n.is_complex())
    return;
  const at::AutoDispatchBelowADInplaceOrView guard;
  check(n.detach().to(at::kDouble).nan_to_num(0).max().item());
}

// (start, end, step, ...): as an integer, a step below 1 is 0, and the division by it traps.
void checkStep(Stack& stack) {
  const bool integers = given(stack[3])
                            ? at::isIntegralType(stack[3].toTensor().scalar_type(), true)
                            : stack[3].isInt() && at::isIntegralType(stack[3].toScalarType(), true);
  if (!integers) return;
  const double step = stack[2].toScalar().to<double>();
  TORCH_CHECK(std::abs(step) >= 1, "step must be nonzero, and at least 1 or at most -1 for integers, got ",
              step);
}

// The kernel walks in memory along the dimension, which an expanded tensor does not have there.
void copyExpanded(Stack& stack) {
  const at::Tensor& self = stack[0].toTensor();
  if (self.layout() != at::kStrided || self.is_nested()) return;
  for (int64_t dim = 0; dim < self.dim(); ++dim) {
    if (self.stride(dim) != 0 || self.size(dim) < 2) continue;
    stack[0] = self.contiguous();
    return;
  }
}

template <size_t... kTensors>
void checkNotEmpty(Stack& stack) {
  const auto check = [](const at::Tensor& tensor) {
    TORCH_CHECK(tensor.numel() > 0, "expected a tensor that is not empty, got ", tensor.sizes());
  };
  (check(stack[kTensors].toTensor()), ...);
}

// A nested tensor of a quantized dtype has no scale, and copies to it look for one. The dtype is argument 1
// or 2. The code of a layout, which may stand there instead, is not that of a quantized dtype.
void checkNestedDtype(Stack& stack) {
  if (!stack[0].toTensor().is_nested()) return;
  for (size_t i = 1; i <= 2; ++i) {
    const bool quantized = given(stack[i]) ? at::isQIntType(stack[i].toTensor().scalar_type())
                                           : stack[i].isInt() && at::isQIntType(stack[i].toScalarType());
    TORCH_CHECK(
        !quantized,
        "expected a dtype that is not quantized for a nested tensor, which has no scale: dequantize() first");
  }
}

// Bounds for floats are rounded by shifting their absolute value until it is 0. An absolute value that does
// not fit int64 never becomes 0.
template <size_t kTo>
void checkUpper(Stack& stack) {
  TORCH_CHECK_VALUE(!stack[kTo].isInt() || stack[kTo].toInt() != std::numeric_limits<int64_t>::min(),
                    "expected an upper bound above -2^63: the largest number below it does not fit int64");
}

template <size_t kFrom>
void checkBounds(Stack& stack) {
  TORCH_CHECK_VALUE(
      !stack[kFrom].isInt() || stack[kFrom].toInt() != std::numeric_limits<int64_t>::max(),
      "expected a lower bound below 2^63 - 1, got 2^63 - 1: for floats it is rounded without an end");
  checkUpper<kFrom + 1>(stack);
}

Guard boundsGuardOf(const std::string& name, const std::string& overload) {
  if (name == "random" || name == "random_") {
    if (overload.starts_with("from")) return checkBounds<1>;
    return overload.starts_with("to") ? checkUpper<1> : nullptr;
  }
  const bool both = overload.starts_with("low");
  if (name == "randint") return both ? checkBounds<0> : checkUpper<0>;
  if (name == "randint_like") return both ? checkBounds<1> : checkUpper<1>;
  return nullptr;
}

// The kernel takes differences of parts of it, and of a nested tensor it writes them beside the memory.
void checkNotNested(Stack& stack) {
  TORCH_CHECK(
      !stack[0].toTensor().is_nested(),
      "expected a tensor that is not nested: this operator would write beside the memory of its parts. Call "
      "it for each of unbind()");
}

// If the sizes stay the same, libtorch sets the strides of the memory format without a look at the memory. An
// expanded tensor has less of it than its sizes say.
void checkMemory(const at::Tensor& self, at::IntArrayRef sizes, const c10::IValue& format) {
  if (format.isNone() || format.toMemoryFormat() == at::MemoryFormat::Preserve || self.sizes() != sizes ||
      self.layout() != at::kStrided || self.is_meta())
    return;
  const auto needed = static_cast<size_t>(self.storage_offset() + self.numel()) * self.itemsize();
  TORCH_CHECK(
      self.numel() == 0 || self.storage().nbytes() >= needed,
      "expected a tensor that has memory for each of its elements, which an expanded one has not: use "
      "contiguous()");
}

// (self, size, memory_format)
void checkResize(Stack& stack) { checkMemory(stack[0].toTensor(), stack[1].toIntVector(), stack[2]); }

// (self, the_template, memory_format)
void checkResizeAs(Stack& stack) {
  const at::Tensor& model = stack[1].toTensor();
  if (model.layout() == at::kStrided) checkMemory(stack[0].toTensor(), model.sizes(), stack[2]);
}

const GuardTable& kernelGuards() {
  static const GuardTable table = {
      {"cat.out", checkQuantizedOut},
      {"concat.out", checkQuantizedOut},
      {"concatenate.out", checkQuantizedOut},
      {"copy", checkOneLayout<1>},
      {"copy.out", checkOneLayout<1, 3>},
      {"embedding_backward", checkEmbedding},
      {"embedding_sparse_backward", checkEmbedding},
      {"median.dim", copyExpanded},
      {"median.dim_values", copyExpanded},
      {"nanmedian.dim", copyExpanded},
      {"nanmedian.dim_values", copyExpanded},
      {"_masked_softmax", checkNotEmpty<0, 1>},
      {"_masked_softmax_backward", checkNotEmpty<0, 1, 2>},
      {"to", checkNestedDtype},
      {"_to_copy", checkNestedDtype},
      {"trapz", checkNotNested},
      {"trapezoid", checkNotNested},
      {"cumulative_trapezoid", checkNotNested},
      {"resize_", checkResize},
      {"resize_as_", checkResizeAs},
      {"range.step", checkStep},
      {"range.out", checkStep},
      {"rrelu_with_noise.out", checkNoise},
      {"fused_moving_avg_obs_fake_quant", checkObserver},
      {"_fused_moving_avg_obs_fq_helper", checkObserver},
      {"_fused_moving_avg_obs_fq_helper_functional", checkObserver},
  };
  return table;
}

}  // namespace

Guard kernelGuardOf(const std::string& name, const std::string& overload) {
  if (const Guard guard = findGuard(kernelGuards(), name, overload)) return guard;
  if (name.starts_with("rand")) return boundsGuardOf(name, overload);
  return name.find("_polynomial_") != std::string::npos ? checkDegree : nullptr;
}

}  // namespace ltn
