// What the prepared layers share: packed weights, and the work shared out over libtorch's threads.
#pragma once

#include <ATen/core/Tensor.h>
#include <c10/util/FunctionRef.h>

#include <optional>

#include "nn/prepared/kernels.h"

namespace ltn::prepared {

// The kernels of this processor.
const Kernels& kernels();

// Whether a tensor is one of those for which the kernels are made: float32 on the CPU, with elements of its
// own.
bool isPlain(const at::Tensor& tensor);

// A weight of a dense layer in the kernels' order, and its bias.
struct PackedDense {
  at::Tensor packed;
  std::optional<at::Tensor> bias;
  int64_t columns = 0;
  int64_t outputs = 0;

  Dense view(Activation activation = Activation::kNone, float slope = 0) const;
};

// `weight` is `[outputs, columns]`. Throws ArgumentError for what the kernels do not take.
PackedDense packDense(const at::Tensor& weight, const std::optional<at::Tensor>& bias);

// y = activation(x * weight^T + bias), for `rows` rows without gaps.
void runDense(const Dense& dense, const float* x, int64_t rows, float* y);

// Calls f(begin, end, scratch) for ranges of [0, count), on several threads where each gets enough
// multiplications; each has `scratch_floats` of its own.
void share(int64_t count, double multiplications, int64_t scratch_floats,
           c10::function_ref<void(int64_t, int64_t, float*)> f);

}  // namespace ltn::prepared
