// RAdam, after Python's torch/optim/radam.py.
#include <ATen/TensorOperators.h>
#include <ATen/ops/_foreach_add.h>
#include <ATen/ops/_foreach_addcmul.h>
#include <ATen/ops/_foreach_div.h>
#include <ATen/ops/_foreach_lerp.h>
#include <ATen/ops/_foreach_mul.h>
#include <ATen/ops/_foreach_neg.h>
#include <ATen/ops/_foreach_reciprocal.h>
#include <ATen/ops/_foreach_sqrt.h>

#include <cmath>

#include "optim/common.h"
#include "optim/rows.h"

namespace ltn::optim::radam {

namespace {

enum Option {
  kLr,
  kBeta1,
  kBeta2,
  kEps,
  kWeightDecay,
  kMaximize,
  kForeach,
  kCapturable,
  kDecoupled,
  kDifferentiable
};
enum Slot { kStep, kExpAvg, kExpAvgSq };

struct RAdam {
  explicit RAdam(const Batch& batch)
      : lr(batch, kLr),
        beta1(batch.value(kBeta1)),
        beta2(batch.value(kBeta2)),
        eps(batch.value(kEps)),
        weight_decay(batch.value(kWeightDecay)),
        decoupled(batch.flag(kDecoupled)),
        maximize(batch.flag(kMaximize)),
        differentiable(batch.flag(kDifferentiable)) {}

  // The length of the approximated moving average, at most and after `step` steps.
  double longest() const { return 2 / (1 - beta2) - 1; }
  double length(double step) const {
    const double power = std::pow(beta2, step);
    return longest() - 2 * step * power / (1 - power);
  }
  // The rectification of the variance; only where the average is longer than 5.
  double rectification(double rho) const {
    const double most = longest();
    return std::pow((rho - 4) * (rho - 2) * most / ((most - 4) * (most - 2) * rho), 0.5);
  }

  Rate lr;
  double beta1, beta2, eps, weight_decay;
  bool decoupled, maximize, differentiable;
};

void singleOne(const RAdam& options, at::Tensor param, at::Tensor grad, const State& state) {
  if (options.maximize) grad = grad.neg();
  param = realView(param);
  grad = realView(grad);
  const auto exp_avg = realView(state.slots[kExpAvg]), exp_avg_sq = realView(state.slots[kExpAvgSq]);
  const double step = advance(state.slots[kStep]);
  if (options.weight_decay != 0) {
    if (options.decoupled)
      options.lr.decay(param, options.weight_decay);
    else
      grad = grad.add(param, options.weight_decay);
  }
  exp_avg.lerp_(grad, 1 - options.beta1);
  scale(exp_avg_sq, options.beta2).addcmul_(grad, grad, 1 - options.beta2);
  auto update = options.lr.times(exp_avg.div(1 - std::pow(options.beta1, step)));
  const double rho = options.length(step);
  if (rho > 5) {
    const auto root =
        options.differentiable ? exp_avg_sq.sqrt().add(options.eps) : exp_avg_sq.sqrt().add_(options.eps);
    const double correction = std::pow(1 - std::pow(options.beta2, step), 0.5);
    update = times(update * dividedBy(correction, root), options.rectification(rho));
  }
  param.add_(update, -1.0);
}

void multiOne(const RAdam& options, Lists lists) {
  const auto exp_avgs = lists.realColumn(kExpAvg), exp_avg_sqs = lists.realColumn(kExpAvgSq);
  realViews(lists);
  const auto steps = advanceAll(lists.column(kStep));
  const double lr = options.lr.value();
  Tensors grads = options.maximize ? at::_foreach_neg(lists.grads) : lists.grads;
  if (options.weight_decay != 0) {
    if (options.decoupled)
      at::_foreach_mul_(lists.params, 1 - lr * options.weight_decay);
    else
      grads = at::_foreach_add(grads, lists.params, options.weight_decay);
  }
  at::_foreach_lerp_(exp_avgs, grads, 1 - options.beta1);
  at::_foreach_mul_(exp_avg_sqs, options.beta2);
  at::_foreach_addcmul_(exp_avg_sqs, grads, grads, 1 - options.beta2);
  std::vector<at::Scalar> divisors, plain;
  for (const double step : steps) {
    const double rho = options.length(step);
    const double rect = rho > 5 ? options.rectification(rho) : 0;
    const double correction1 = 1 - std::pow(options.beta1, step);
    plain.emplace_back(lr * (rect > 0 ? 0 : 1.0) / correction1 * -1);
    divisors.emplace_back(std::pow(1 - std::pow(options.beta2, step), 0.5) * (lr * rect / correction1) * -1);
  }
  const auto buffer = at::_foreach_sqrt(exp_avg_sqs);
  at::_foreach_add_(buffer, options.eps);
  at::_foreach_div_(buffer, divisors);
  at::_foreach_reciprocal_(buffer);
  at::_foreach_add_(buffer, plain);
  at::_foreach_addcmul_(lists.params, exp_avgs, buffer, 1);
}

void step(Batch& batch) {
  const RAdam options(batch);
  refuseSparse(batch, "RAdam", "");
  const bool foreach = wantsForeach(batch, kForeach, -1, options.differentiable);
  if (foreach) refuseDifferentiable(options.differentiable);
  if (batch.flag(kCapturable)) refuseCapturable(batch, "params and state_steps", !foreach);
  begin(batch, batch.flag(kCapturable), [](auto& slots, const at::Tensor& param, const at::Tensor&) {
    slots[kExpAvg] = zerosLike(param);
    slots[kExpAvgSq] = zerosLike(param);
  });
  if (foreach) {
    for (auto& lists : byDeviceAndDtype(batch)) multiOne(options, std::move(lists));
    return;
  }
  for (size_t i = 0; i < batch.size(); ++i)
    singleOne(options, batch.params[i], batch.grads[i], *batch.states[i]);
}

}  // namespace

const Row kRow = {"RAdam",
                  {"lr", "betas", "betas", "eps", "weight_decay", "maximize", "foreach", "capturable",
                   "decoupled_weight_decay", "differentiable"},
                  {"step", "exp_avg", "exp_avg_sq"},
                  kDifferentiable,
                  step};

}  // namespace ltn::optim::radam
