// Muon, after Python's torch/optim/_muon.py.
#include <ATen/ops/addmm.h>
#include <ATen/ops/linalg_vector_norm.h>
#include <ATen/ops/matmul.h>

#include <algorithm>
#include <cmath>

#include "core/codes.h"
#include "optim/common.h"
#include "optim/rows.h"

namespace ltn::optim::muon {

namespace {

// clang-format off
#define LTN_OPTIONS(X) \
  X(kLr, "lr") \
  X(kWeightDecay, "weight_decay") \
  X(kMomentum, "momentum") \
  X(kNesterov, "nesterov") \
  X(kA, "ns_coefficients") \
  X(kB, "ns_coefficients") \
  X(kC, "ns_coefficients") \
  X(kEps, "eps") \
  X(kSteps, "ns_steps") \
  X(kAdjust, "adjust_lr_fn")
#define LTN_STATE(X) \
  X(kBuffer, "momentum_buffer")
// clang-format on
enum Option { LTN_OPTIONS(LTN_ENUMERATOR) };
enum Slot { LTN_STATE(LTN_ENUMERATOR) };

// The values of `adjust_lr_fn`; None is NaN.
constexpr double kOriginal = 0, kMatchRmsAdamW = 1;

// The nearest orthogonal matrix, by Newton and Schulz's iteration in bfloat16.
at::Tensor orthogonal(const at::Tensor& grad, const Batch& batch) {
  TORCH_CHECK_VALUE(batch.value(kSteps) < 100,
                    "Number of steps must be less than 100 for computational efficiency");
  TORCH_CHECK_VALUE(grad.dim() == 2, "Input tensor gradient must be a 2D matrix");
  const bool tall = grad.size(0) > grad.size(1);
  at::Tensor x = grad.to(at::kBFloat16);
  if (tall) x = x.t();
  x.div_(at::linalg_vector_norm(x, 2).clamp(batch.value(kEps)));
  for (int64_t i = 0; i < static_cast<int64_t>(batch.value(kSteps)); ++i) {
    const auto gram = at::matmul(x, x.t());
    const auto update = at::addmm(gram, gram, gram, batch.value(kB), batch.value(kC));
    x = at::addmm(x, update, x, batch.value(kA));
  }
  return tall ? x.t() : x;
}

double ratio(double adjust, const at::Tensor& param) {
  const auto rows = static_cast<double>(param.size(0)), cols = static_cast<double>(param.size(1));
  if (adjust == kMatchRmsAdamW) return 0.2 * std::sqrt(std::max(rows, cols));
  return std::sqrt(std::max(1.0, rows / cols));
}

void step(Batch& batch) {
  const Rate lr(batch, kLr);
  const double momentum = batch.value(kMomentum);
  refuseSparse(batch, "Muon", "");
  for (size_t i = 0; i < batch.size(); ++i) {
    const auto &param = batch.params[i], &grad = batch.grads[i];
    TORCH_CHECK(!param.is_complex(), "Muon does not support complex parameters");
    TORCH_CHECK_VALUE(grad.dim() == 2, "Param gradient must be a 2D matrix");
    auto& buffer = batch.states[i]->slots[kBuffer];
    if (!buffer.defined()) buffer = zerosLike(grad);
    buffer.lerp_(grad, 1 - momentum);
    const auto update = orthogonal(batch.flag(kNesterov) ? grad.lerp(buffer, momentum) : buffer, batch);
    lr.decay(param, batch.value(kWeightDecay));
    param.add_(update, lr.negatedTimesOver(ratio(batch.value(kAdjust), param), 1));
  }
}

}  // namespace

const Row kRow = {"Muon", {LTN_OPTIONS(LTN_NAME)}, {LTN_STATE(LTN_NAME)}, -1, step};

#undef LTN_OPTIONS
#undef LTN_STATE

}  // namespace ltn::optim::muon

namespace ltn {

CodeLists muonCodes() {
  using optim::muon::kOriginal, optim::muon::kMatchRmsAdamW;
  return {codesOf<double>("muonAdjustment", {{"original", kOriginal}, {"match_rms_adamw", kMatchRmsAdamW}})};
}

}  // namespace ltn
