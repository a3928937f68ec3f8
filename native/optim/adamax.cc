// Adamax, after Python's torch/optim/adamax.py.
#include <ATen/ops/_foreach_abs.h>
#include <ATen/ops/_foreach_add.h>
#include <ATen/ops/_foreach_addcdiv.h>
#include <ATen/ops/_foreach_lerp.h>
#include <ATen/ops/_foreach_maximum.h>
#include <ATen/ops/_foreach_mul.h>
#include <ATen/ops/amax.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/maximum.h>

#include <cmath>

#include "optim/common.h"
#include "optim/rows.h"

namespace ltn::optim::adamax {

namespace {

enum Option { kLr, kBeta1, kBeta2, kEps, kWeightDecay, kForeach, kMaximize, kDifferentiable, kCapturable };
enum Slot { kStep, kExpAvg, kExpInf };

struct Adamax {
  explicit Adamax(const Batch& batch)
      : lr(batch, kLr),
        beta1(batch.value(kBeta1)),
        beta2(batch.value(kBeta2)),
        eps(batch.value(kEps)),
        weight_decay(batch.value(kWeightDecay)),
        maximize(batch.flag(kMaximize)),
        differentiable(batch.flag(kDifferentiable)) {}

  Rate lr;
  double beta1, beta2, eps, weight_decay;
  bool maximize, differentiable;
};

void grow(const Adamax& options, at::Tensor& exp_inf, const at::Tensor& grad) {
  const auto size = grad.abs().add_(options.eps);
  if (options.differentiable) {
    const auto both = at::cat({scale(exp_inf, options.beta2).unsqueeze(0), size.unsqueeze(0)}, 0);
    exp_inf.copy_(at::amax(both, 0, false));
  } else {
    at::maximum_out(exp_inf, scale(exp_inf, options.beta2), size);
  }
}

void singleOne(const Adamax& options, at::Tensor param, at::Tensor grad, const State& state) {
  if (options.maximize) grad = grad.neg();
  const double step = advance(state.slots[kStep]);
  if (options.weight_decay != 0) grad = grad.add(param, options.weight_decay);
  param = realView(param);
  grad = realView(grad);
  const auto exp_avg = realView(state.slots[kExpAvg]);
  auto exp_inf = realView(state.slots[kExpInf]);
  exp_avg.lerp_(grad, 1 - options.beta1);
  grow(options, exp_inf, grad);
  param.addcdiv_(exp_avg, exp_inf, options.lr.negatedOver(1 - std::pow(options.beta1, step)));
}

void multiOne(const Adamax& options, Lists lists) {
  const auto exp_avgs = lists.realColumn(kExpAvg), exp_infs = lists.realColumn(kExpInf);
  realViews(lists);
  const auto grads = decayed(lists, options.maximize, options.weight_decay);
  std::vector<at::Scalar> step_sizes;
  for (const double step : advanceAll(lists.column(kStep))) {
    step_sizes.emplace_back(options.lr.value() / (1 - std::pow(options.beta1, step)) * -1);
  }
  at::_foreach_lerp_(exp_avgs, grads, 1 - options.beta1);
  at::_foreach_mul_(exp_infs, options.beta2);
  const auto sizes = at::_foreach_abs(grads);
  at::_foreach_add_(sizes, options.eps);
  at::_foreach_maximum_(exp_infs, sizes);
  at::_foreach_addcdiv_(lists.params, exp_avgs, exp_infs, step_sizes);
}

void step(Batch& batch) {
  const Adamax options(batch);
  refuseSparse(batch, "Adamax", "");
  const bool foreach = wantsForeach(batch, kForeach, -1, options.differentiable);
  if (foreach) refuseDifferentiable(options.differentiable);
  if (batch.flag(kCapturable)) refuseCapturable(batch, "params and state_steps", !foreach);
  begin(batch, batch.flag(kCapturable), [](auto& slots, const at::Tensor& param, const at::Tensor&) {
    slots[kExpAvg] = zerosLike(param);
    slots[kExpInf] = zerosLike(param);
  });
  if (foreach) {
    for (auto& lists : byDeviceAndDtype(batch)) multiOne(options, std::move(lists));
    return;
  }
  for (size_t i = 0; i < batch.size(); ++i)
    singleOne(options, batch.params[i], batch.grads[i], *batch.states[i]);
}

}  // namespace

const Row kRow = {
    "Adamax",
    {"lr", "betas", "betas", "eps", "weight_decay", "foreach", "maximize", "differentiable", "capturable"},
    {"step", "exp_avg", "exp_inf"},
    kDifferentiable,
    step};

}  // namespace ltn::optim::adamax
