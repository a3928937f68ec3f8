#include <ATen/TensorOperators.h>
#include <ATen/core/LegacyTypeDispatch.h>
#include <ATen/core/Tensor.h>
#include <ATen/ops/_validate_sparse_coo_tensor_args.h>
#include <ATen/ops/result_type.h>
#include <ATen/ops/scalar_tensor.h>

#include <limits>
#include <unordered_set>
#include <utility>

#include "dispatch/guard_common.h"

namespace ltn {

namespace {

std::vector<int64_t> readInts(const c10::IValue& value) {
  if (!value.isTensor()) return value.toIntVector();
  const at::Tensor list = readable(value.toTensor(), at::kLong);
  return {list.const_data_ptr<int64_t>(), list.const_data_ptr<int64_t>() + list.numel()};
}

void checkLabel(int64_t label, int64_t classes) {
  TORCH_CHECK_INDEX(label >= 0 && label < classes, "Target ", label, " is out of bounds: log_probs have ",
                    classes, " classes, so that labels go from 0 to ", classes - 1);
}

// (log_probs, targets, input_lengths, target_lengths, blank, ...): labels after a target's length are not
// read.
void checkCtc(Stack& stack) {
  const at::Tensor &probabilities = stack[0].toTensor(), &given = stack[1].toTensor();
  TORCH_CHECK(probabilities.dim() == 2 || probabilities.dim() == 3,
              "expected log_probs of shape (T, N, C) or (T, C), got ", probabilities.sizes());
  if (probabilities.is_meta() || given.is_meta()) return;
  TORCH_CHECK(at::isIntegralType(given.scalar_type(), false), "expected targets of int64 or int32, got ",
              given.scalar_type());
  const int64_t classes = probabilities.size(-1), steps = probabilities.size(0);
  const int64_t batch = probabilities.dim() == 3 ? probabilities.size(1) : 1;
  const auto inputs = readInts(stack[2]), lengths = readInts(stack[3]);
  TORCH_CHECK(std::cmp_equal(inputs.size(), batch) && std::cmp_equal(lengths.size(), batch),
              "expected input_lengths and target_lengths of ", batch, " elements, got ", inputs.size(),
              " and ", lengths.size());
  for (const int64_t length : inputs)
    TORCH_CHECK(length >= 0 && length <= steps, "expected input_lengths from 0 to ", steps, ", got ", length);
  const at::Tensor targets = readable(given, at::kLong);
  const auto* labels = targets.const_data_ptr<int64_t>();
  // One row of padded targets for each sample, or all targets one behind the other.
  const bool padded = targets.dim() == 2;
  TORCH_CHECK(padded || targets.dim() == 1, "expected targets of one or two dimensions, got ",
              targets.sizes());
  TORCH_CHECK(!padded || targets.size(0) == batch, "expected a row of targets for each of the ", batch,
              " samples, got ", targets.sizes());
  int64_t begin = 0;
  for (int64_t i = 0; i < batch; ++i) {
    const int64_t length = lengths[static_cast<size_t>(i)];
    if (padded) begin = i * targets.size(1);
    const int64_t room = padded ? targets.size(1) : targets.numel() - begin;
    TORCH_CHECK(length >= 0 && length <= room, "expected target_lengths that fit targets of shape ",
                targets.sizes(), ", got ", length, " at ", i);
    for (int64_t j = 0; j < length; ++j) checkLabel(labels[begin + j], classes);
    begin += length;
  }
}

// Lengths or offsets of segments: kernels read as far as they say.
void checkSegments(Stack& stack) {
  const at::Tensor& data = stack[0].toTensor();
  stack[6] = false;  // `unsafe` leaves out libtorch's checks of lengths
  const int64_t axis = stack[5].toInt();
  TORCH_CHECK(axis >= 0 && axis < data.dim(), "expected an axis from 0 to ", data.dim() - 1, ", got ", axis);
  if (given(stack[2])) {
    const int64_t dim = stack[2].toTensor().dim();
    TORCH_CHECK(dim == axis + 1, "expected lengths of ", axis + 1, " dimensions, got ", dim);
  }
  if (!given(stack[4]) || data.is_meta()) return;
  const at::Tensor& given = stack[4].toTensor();
  TORCH_CHECK(at::isIntegralType(given.scalar_type(), false) && given.dim() == axis + 1,
              "expected offsets of integers and ", axis + 1, " dimensions, got ", given.scalar_type(),
              given.sizes());
  const at::Tensor offsets = readable(given, at::kLong);
  const int64_t count = offsets.size(-1), size = data.size(axis);
  TORCH_CHECK(offsets.sizes().slice(0, axis) == data.sizes().slice(0, axis) && count > 0,
              "expected offsets for data of shape ", data.sizes(), ", got ", offsets.sizes());
  const auto* values = offsets.const_data_ptr<int64_t>();
  for (int64_t i = 0; i < offsets.numel(); ++i) {
    const int64_t least = i % count == 0 ? 0 : values[i - 1];
    TORCH_CHECK(values[i] >= least && values[i] <= size, "expected offsets that grow from 0 to ", size,
                ", got ", values[i]);
  }
}

// The indices say where the maximum of each window was, and gradients are added there. kSpatial dimensions
// are pooled.
template <size_t kIndices, int64_t kSpatial>
void checkMaxima(Stack& stack) {
  const at::Tensor &gradient = stack[0].toTensor(), &input = stack[1].toTensor();
  const at::Tensor& given = stack[kIndices].toTensor();
  TORCH_CHECK(input.dim() == kSpatial + 1 || input.dim() == kSpatial + 2, "expected an input of ",
              kSpatial + 1, " or ", kSpatial + 2, " dimensions, got ", input.sizes());
  TORCH_CHECK(given.sizes() == gradient.sizes() && given.scalar_type() == at::kLong,
              "expected int64 indices of the gradient's shape ", gradient.sizes(), ", got ",
              given.scalar_type(), given.sizes());
  const auto leading = static_cast<size_t>(input.dim() - kSpatial);
  TORCH_CHECK(
      gradient.dim() == input.dim() && gradient.sizes().slice(0, leading) == input.sizes().slice(0, leading),
      "expected a gradient for an input of shape ", input.sizes(), ", got ", gradient.sizes());
  TORCH_CHECK(gradient.scalar_type() == input.scalar_type(), "expected a gradient of ", input.scalar_type(),
              ", got ", gradient.scalar_type());
  if (given.is_meta()) return;
  const int64_t window = c10::multiply_integers(input.sizes().slice(leading));
  const at::Tensor indices = readable(given, at::kLong);
  const auto* values = indices.const_data_ptr<int64_t>();
  for (int64_t i = 0; i < indices.numel(); ++i)
    TORCH_CHECK_INDEX(values[i] >= 0 && values[i] < window, "expected indices from 0 to ", window - 1,
                      ", got ", values[i]);
}

// Lists of one call: kernels go over the first one and read the others beside it.
void checkLists(Stack& stack) {
  std::optional<size_t> first;
  for (const c10::IValue& value : stack) {
    if (!value.isList()) continue;
    const size_t length = value.toListRef().size();
    TORCH_CHECK(length == first.value_or(length), "expected lists of the same length, got ", *first, " and ",
                length);
    first = length;
  }
}

// (indices, values, size, dtype, layout, device, pin_memory, is_coalesced): the operator is `unsafe` because
// it does not look at the indices.
void checkCoordinates(Stack& stack) {
  const auto coalesced = stack[7].isNone() ? std::nullopt : std::optional<bool>(stack[7].toBool());
  if (stack[0].toTensor().is_meta() || stack[1].toTensor().is_meta()) return;
  at::_validate_sparse_coo_tensor_args(stack[0].toTensor(), stack[1].toTensor(), stack[2].toIntVector(),
                                       coalesced);
}

void checkNotQuantized(Stack& stack) {
  TORCH_CHECK(!stack[0].toTensor().is_quantized(), "expected a tensor that is not quantized, got ",
              stack[0].toTensor().scalar_type(), ": call dequantize() first");
}

// The kernel counts down from the absolute value of the power, and that of -2^63 does not fit int64.
void checkPower(Stack& stack) {
  TORCH_CHECK_VALUE(stack[1].toInt() != std::numeric_limits<int64_t>::min(),
                    "expected a power above -2^63, got -2^63");
}

// (data, batch_sizes, batch_first, padding_value, total_length): as many rows as the sizes say are read.
void checkPacked(Stack& stack) {
  const at::Tensor &data = stack[0].toTensor(), &given = stack[1].toTensor();
  TORCH_CHECK(data.dim() > 0 && given.dim() == 1 && given.numel() > 0 && given.scalar_type() == at::kLong &&
                  given.is_cpu(),
              "expected packed data and batch_sizes of one dimension, int64, on the CPU, got ", data.sizes(),
              " and ", given.scalar_type(), given.sizes());
  int64_t before = data.size(0), left = data.size(0);
  for (const int64_t size : readInts(stack[1])) {
    TORCH_CHECK(size > 0 && size <= before, "expected positive batch_sizes that never grow, got ", size);
    before = size;
    left -= size;
  }
  TORCH_CHECK(left == 0, "expected batch_sizes whose sum is ", data.size(0), ", got ", data.size(0) - left);
}

// (input, weight, bias, N, C, HxW, group, ...)
void checkGroups(Stack& stack) {
  const at::Tensor& input = stack[0].toTensor();
  const int64_t n = stack[3].toInt(), channels = stack[4].toInt(), group = stack[6].toInt();
  TORCH_CHECK(n >= 0 && channels > 0 && group > 0 && channels % group == 0,
              "expected channels that are a multiple of the groups, got ", channels, " and ", group);
  int64_t count = 0;
  const bool overflow =
      __builtin_mul_overflow(n, channels, &count) || __builtin_mul_overflow(count, stack[5].toInt(), &count);
  TORCH_CHECK(!overflow && input.numel() == count && input.layout() == at::kStrided,
              "expected a dense input of N x C x HxW elements, got ", input.sizes());
}

// (weight, indices, offsets, ...)
void checkBags(Stack& stack) {
  const at::Tensor &weight = stack[0].toTensor(), &indices = stack[1].toTensor(),
                   &offsets = stack[2].toTensor();
  TORCH_CHECK(weight.dim() == 2 && (indices.dim() == 1 || indices.dim() == 2) && offsets.dim() == 1,
              "expected a matrix of weights, indices of one or two dimensions and offsets of one, got ",
              weight.sizes(), ", ", indices.sizes(), " and ", offsets.sizes());
}

const GuardTable& valueGuards() {
  static const GuardTable table = {
      {"ctc_loss", checkCtc},
      {"_ctc_loss", checkCtc},
      {"segment_reduce", checkSegments},
      {"max_pool2d_with_indices_backward", checkMaxima<7, 2>},
      {"max_pool3d_with_indices_backward", checkMaxima<7, 3>},
      {"adaptive_max_pool2d_backward", checkMaxima<2, 2>},
      {"adaptive_max_pool3d_backward", checkMaxima<2, 3>},
      {"_sparse_coo_tensor_unsafe", checkCoordinates},
      {"_neg_view", checkNotQuantized},
      {"_lazy_clone", checkNotQuantized},
      {"view.dtype", checkNotQuantized},
      {"view_copy.dtype", checkNotQuantized},
      {"view_copy.dtype_out", checkNotQuantized},
      {"native_group_norm", checkGroups},
      {"_pad_packed_sequence", checkPacked},
      {"embedding_bag", checkBags},
      {"_neg_view_copy", checkNotQuantized},
      {"linalg_matrix_power", checkPower},
      {"matrix_power", checkPower},
  };
  return table;
}

}  // namespace

Guard valueGuardOf(const std::string& name, const std::string& overload) {
  if (name.starts_with("_foreach_")) return checkLists;
  return findGuard(valueGuards(), name, overload);
}

bool onlyLooks(const std::string& name) {
  static const std::unordered_set<std::string> names = {
      "aten::_indices",    "aten::indices",     "aten::_values",      "aten::values", "aten::crow_indices",
      "aten::col_indices", "aten::row_indices", "aten::ccol_indices", "aten::_nnz",   "aten::_dimI",
      "aten::_dimV",       "aten::sparse_dim",  "aten::dense_dim",    "aten::detach", "aten::is_coalesced",
      "aten::_coalesced_", "aten::alias",       "aten::is_same_size", "aten::size",   "aten::numel",
  };
  return names.contains(name);
}

}  // namespace ltn
