// SparseAdam, after Python's torch/optim/sparse_adam.py and _functional.py.
#include <ATen/ops/sparse_coo_tensor.h>

#include <cmath>

#include "optim/common.h"
#include "optim/rows.h"

namespace ltn::optim::sparse_adam {

namespace {

// clang-format off
#define LTN_OPTIONS(X) \
  X(kLr, "lr") \
  X(kBeta1, "betas") \
  X(kBeta2, "betas") \
  X(kEps, "eps") \
  X(kMaximize, "maximize")
#define LTN_STATE(X) \
  X(kStep, "step") \
  X(kExpAvg, "exp_avg") \
  X(kExpAvgSq, "exp_avg_sq")
// clang-format on
enum Option { LTN_OPTIONS(LTN_ENUMERATOR) };
enum Slot { LTN_STATE(LTN_ENUMERATOR) };

// average += (1 - beta) * (values - average), where the gradient has values; returns the new values there.
at::Tensor blend(const at::Tensor& average, const at::Tensor& grad, const at::Tensor& values, double beta) {
  const auto old = average.sparse_mask(grad)._values();
  const auto change = values.sub(old);
  scale(change, 1 - beta);
  average.add_(at::sparse_coo_tensor(grad._indices(), change, grad.sizes()));
  return change.add_(old);
}

void stepOne(const Batch& batch, const at::Tensor& param, at::Tensor grad, const State& state, double step) {
  const double beta1 = batch.value(kBeta1), beta2 = batch.value(kBeta2);
  if (batch.flag(kMaximize)) grad = grad.neg();
  // The update is not linear, so indices must be unique.
  grad = grad.coalesce();
  const auto values = grad._values();
  if (values.numel() == 0) return;
  const auto numerator = blend(state.slots[kExpAvg], grad, values, beta1);
  const auto denominator =
      blend(state.slots[kExpAvgSq], grad, values.pow(2), beta2).sqrt_().add_(batch.value(kEps));
  const double correction1 = 1 - std::pow(beta1, step), correction2 = 1 - std::pow(beta2, step);
  const Rate lr(batch, kLr);
  const auto& quotient = numerator.div_(denominator);
  const auto update = lr.isTensor()
                          ? lr.tensor().mul(std::sqrt(correction2)).div(correction1).neg().mul(quotient)
                          : times(quotient, -(lr.number() * std::sqrt(correction2) / correction1));
  param.add_(at::sparse_coo_tensor(grad._indices(), update, grad.sizes()));
}

void step(Batch& batch) {
  for (const auto& grad : batch.grads) {
    TORCH_CHECK(grad.is_sparse(),
                "SparseAdam does not support dense gradients, please consider Adam instead");
  }
  begin(batch, false, [](auto& slots, const at::Tensor& param, const at::Tensor&) {
    slots[kExpAvg] = zerosLike(param);
    slots[kExpAvgSq] = zerosLike(param);
  });
  for (size_t i = 0; i < batch.size(); ++i) {
    const auto& state = *batch.states[i];
    stepOne(batch, batch.params[i], batch.grads[i], state, advance(state.slots[kStep]));
  }
}

}  // namespace

const Row kRow = {"SparseAdam", {LTN_OPTIONS(LTN_NAME)}, {LTN_STATE(LTN_NAME)}, -1, step, nullptr, nullptr,
                  true};

#undef LTN_OPTIONS
#undef LTN_STATE

}  // namespace ltn::optim::sparse_adam
