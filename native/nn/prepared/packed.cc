#include "nn/prepared/packed.h"

#include <ATen/ops/empty.h>

#include <algorithm>
#include <memory>

#include "core/errors.h"
#include "nn/recurrent/kernels.h"
#include "nn/recurrent/parallel.h"

namespace ltn::prepared {

namespace {

// Multiplications that are worth a thread: waking it takes as long as some hundred thousand.
constexpr double kGrain = 400e3;

}  // namespace

const Kernels& kernels() { return recurrent::kernels().prepared; }

bool isPlain(const at::Tensor& tensor) {
  return tensor.device().is_cpu() && tensor.layout() == at::kStrided && tensor.scalar_type() == at::kFloat &&
         !tensor.is_neg() && !tensor.is_nested();
}

Dense PackedDense::view(Activation activation, float slope) const {
  return {columns,    outputs, packed.const_data_ptr<float>(), bias ? bias->const_data_ptr<float>() : nullptr,
          activation, slope};
}

PackedDense packDense(const at::Tensor& weight, const std::optional<at::Tensor>& bias) {
  if (!isPlain(weight) || weight.dim() != 2 || weight.numel() == 0)
    throw ArgumentError("expected a weight of two dimensions in float32 on the CPU");
  PackedDense result;
  result.outputs = weight.size(0);
  result.columns = weight.size(1);
  if (bias) {
    if (!isPlain(*bias) || bias->dim() != 1 || bias->size(0) != result.outputs)
      throw ArgumentError("expected a bias of one number for each output in float32 on the CPU");
    result.bias = bias->contiguous();
  }
  const at::Tensor rows = weight.contiguous();
  result.packed = at::empty({kernels().packed_size(result.outputs, result.columns)}, at::kFloat);
  kernels().pack(result.outputs, result.columns, rows.const_data_ptr<float>(),
                 result.packed.mutable_data_ptr<float>());
  return result;
}

void share(int64_t count, double multiplications, int64_t scratch_floats,
           c10::function_ref<void(int64_t, int64_t, float*)> f) {
  const double each = std::max(1.0, multiplications / static_cast<double>(std::max<int64_t>(count, 1)));
  const auto grain = static_cast<int64_t>(std::min(kGrain / each, 1e15)) + 1;
  recurrent::parallel(count, grain, [&](int64_t begin, int64_t end) {
    if (scratch_floats == 0) return f(begin, end, nullptr);
    const at::Tensor scratch = at::empty({scratch_floats}, at::kFloat);
    f(begin, end, scratch.mutable_data_ptr<float>());
  });
}

void runDense(const Dense& dense, const float* x, int64_t rows, float* y) {
  const int64_t panels = (dense.outputs + kernels().panel_width - 1) / kernels().panel_width;
  const double work = static_cast<double>(rows) * static_cast<double>(dense.columns * dense.outputs);
  if (rows >= 48) {
    return share(rows, work, 0, [&](int64_t begin, int64_t end, float*) {
      kernels().dense(dense, {x + begin * dense.columns, dense.columns}, end - begin, {},
                      y + begin * dense.outputs, dense.outputs, 0, panels);
    });
  }
  share(panels, work, 0, [&](int64_t begin, int64_t end, float*) {
    kernels().dense(dense, {x, dense.columns}, rows, {}, y, dense.outputs, begin, end);
  });
}

}  // namespace ltn::prepared
