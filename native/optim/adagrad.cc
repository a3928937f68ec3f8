// Adagrad, after Python's torch/optim/adagrad.py.
#include <ATen/TensorOperators.h>
#include <ATen/ops/_foreach_add.h>
#include <ATen/ops/_foreach_addcdiv.h>
#include <ATen/ops/_foreach_addcmul.h>
#include <ATen/ops/_foreach_mul.h>
#include <ATen/ops/_foreach_sqrt.h>
#include <ATen/ops/_foreach_sub.h>
#include <ATen/ops/_fused_adagrad.h>
#include <ATen/ops/full_like.h>
#include <ATen/ops/sparse_coo_tensor.h>

#include <algorithm>

#include "optim/common.h"
#include "optim/rows.h"

namespace ltn::optim::adagrad {

namespace {

// clang-format off
#define LTN_OPTIONS(X) \
  X(kLr, "lr") \
  X(kLrDecay, "lr_decay") \
  X(kEps, "eps") \
  X(kWeightDecay, "weight_decay") \
  X(kInitial, "initial_accumulator_value") \
  X(kForeach, "foreach") \
  X(kMaximize, "maximize") \
  X(kDifferentiable, "differentiable") \
  X(kFused, "fused")
#define LTN_STATE(X) \
  X(kStep, "step") \
  X(kSum, "sum")
// clang-format on
enum Option { LTN_OPTIONS(LTN_ENUMERATOR) };
enum Slot { LTN_STATE(LTN_ENUMERATOR) };

struct Adagrad {
  explicit Adagrad(const Batch& batch)
      : lr(batch, kLr),
        lr_decay(batch.value(kLrDecay)),
        eps(batch.value(kEps)),
        weight_decay(batch.value(kWeightDecay)),
        maximize(batch.flag(kMaximize)),
        differentiable(batch.flag(kDifferentiable)) {}

  // What the learning rate is divided by after `step` steps.
  double divisor(double step) const { return 1 + (step - 1) * lr_decay; }

  Rate lr;
  double lr_decay, eps, weight_decay;
  bool maximize, differentiable;
};

void initialize(Batch& batch) {
  const double initial = batch.value(kInitial);
  const bool fused = maybe(batch, kFused).value_or(false);
  begin(batch, fused, [&](auto& slots, const at::Tensor& param, const at::Tensor&) {
    if (fused) slots[kStep] = slots[kStep].to(at::kFloat);
    const auto value =
        param.is_complex() ? at::Scalar(c10::complex<double>(initial, initial)) : at::Scalar(initial);
    slots[kSum] = at::full_like(param, value, {}, at::MemoryFormat::Preserve);
  });
}

void sparseOne(const Adagrad& options, const at::Tensor& param, at::Tensor grad, const at::Tensor& sum,
               double step) {
  TORCH_CHECK(options.weight_decay == 0, "weight_decay option is not compatible with sparse gradients");
  // The update is not linear, so indices must be unique.
  grad = grad.coalesce();
  const auto indices = grad._indices(), values = grad._values();
  sum.add_(at::sparse_coo_tensor(indices, values.pow(2), grad.sizes()));
  const auto roots = sum.sparse_mask(grad)._values().sqrt_().add_(options.eps);
  param.add_(at::sparse_coo_tensor(indices, values / roots, grad.sizes()),
             options.lr.negatedOver(options.divisor(step)));
}

void singleOne(const Adagrad& options, at::Tensor param, at::Tensor grad, const State& state) {
  const double step = advance(state.slots[kStep]);
  if (options.maximize) grad = grad.neg();
  if (grad.is_sparse()) return sparseOne(options, param, grad, state.slots[kSum], step);
  if (options.weight_decay != 0) grad = grad.add(param, options.weight_decay);
  grad = realView(grad);
  param = realView(param);
  const auto sum = realView(state.slots[kSum]);
  sum.addcmul_(grad, grad, 1);
  const auto root = options.differentiable ? sum.sqrt().add(options.eps) : sum.sqrt().add_(options.eps);
  param.addcdiv_(grad, root, options.lr.negatedOver(options.divisor(step)));
}

void multiOne(const Adagrad& options, Lists lists) {
  const auto sparse = [](const at::Tensor& grad) { return grad.is_sparse(); };
  if (std::any_of(lists.grads.begin(), lists.grads.end(), sparse)) {
    for (size_t i = 0; i < lists.params.size(); ++i) {
      singleOne(options, lists.params[i], lists.grads[i], *lists.states[i]);
    }
    return;
  }
  const auto sums = lists.realColumn(kSum);
  realViews(lists);
  const auto grads = decayed(lists, options.maximize, options.weight_decay);
  std::vector<at::Scalar> rates;
  for (const double step : advanceAll(lists.column(kStep))) {
    rates.push_back(options.lr.negatedOver(options.divisor(step)));
  }
  at::_foreach_addcmul_(sums, grads, grads, 1);
  const auto roots = at::_foreach_sqrt(sums);
  at::_foreach_add_(roots, options.eps);
  at::_foreach_addcdiv_(lists.params, at::_foreach_mul(grads, rates), roots);
}

void fusedOne(const Batch& batch, const Adagrad& options, const Lists& lists) {
  const auto device = lists.params[0].device();
  const auto grad_scale = onDevice(batch.settings->grad_scale, device);
  const auto found_inf = onDevice(batch.settings->found_inf, device);
  const auto steps = lists.column(kStep), sums = lists.column(kSum);
  at::_foreach_add_(steps, 1);
  const auto call = [&](const auto& lr) {
    at::_fused_adagrad_(lists.params, lists.grads, sums, steps, lr, options.lr_decay, options.weight_decay,
                        options.eps, options.maximize, grad_scale, found_inf);
  };
  options.lr.visit(call);
  if (found_inf) at::_foreach_sub_(steps, Tensors(steps.size(), *found_inf));
}

void fused(const Batch& batch, const Adagrad& options) {
  refuseUnfusable(batch);
  for (size_t i = 0; i < batch.size(); ++i) {
    TORCH_CHECK(!batch.grads[i].is_sparse() && !batch.params[i].is_complex(),
                "`fused` does not support sparse grad or complex param");
  }
  for (const auto& lists : byDeviceAndDtype(batch)) fusedOne(batch, options, lists);
}

void step(Batch& batch) {
  const Adagrad options(batch);
  initialize(batch);
  if (maybe(batch, kFused).value_or(false)) return fused(batch, options);
  const bool foreach = wantsForeach(batch, kForeach, kFused, options.differentiable);
  if (foreach) refuseDifferentiable(options.differentiable);
  stepAll(batch, options, foreach, multiOne, singleOne);
}

}  // namespace

const Row kRow = {"Adagrad", {LTN_OPTIONS(LTN_NAME)}, {LTN_STATE(LTN_NAME)}, kDifferentiable, step, nullptr,
                  initialize};

#undef LTN_OPTIONS
#undef LTN_STATE

}  // namespace ltn::optim::adagrad
