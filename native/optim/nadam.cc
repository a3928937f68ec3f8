// NAdam, after Python's torch/optim/nadam.py.
#include <ATen/TensorOperators.h>
#include <ATen/ops/_foreach_add.h>
#include <ATen/ops/_foreach_addcdiv.h>
#include <ATen/ops/_foreach_addcmul.h>
#include <ATen/ops/_foreach_div.h>
#include <ATen/ops/_foreach_lerp.h>
#include <ATen/ops/_foreach_mul.h>
#include <ATen/ops/_foreach_neg.h>
#include <ATen/ops/_foreach_sqrt.h>
#include <ATen/ops/ones_like.h>

#include <cmath>

#include "optim/common.h"
#include "optim/rows.h"

namespace ltn::optim::nadam {

namespace {

enum Option {
  kLr,
  kBeta1,
  kBeta2,
  kEps,
  kWeightDecay,
  kMomentumDecay,
  kDecoupled,
  kMaximize,
  kForeach,
  kCapturable,
  kDifferentiable
};
enum Slot { kStep, kMuProduct, kExpAvg, kExpAvgSq };

struct NAdam {
  explicit NAdam(const Batch& batch)
      : lr(batch, kLr),
        beta1(batch.value(kBeta1)),
        beta2(batch.value(kBeta2)),
        eps(batch.value(kEps)),
        weight_decay(batch.value(kWeightDecay)),
        momentum_decay(batch.value(kMomentumDecay)),
        decoupled(batch.flag(kDecoupled)),
        maximize(batch.flag(kMaximize)),
        differentiable(batch.flag(kDifferentiable)) {}

  // The momentum cache of a step.
  double mu(double step) const { return beta1 * (1.0 - 0.5 * std::pow(0.96, step * momentum_decay)); }

  Rate lr;
  double beta1, beta2, eps, weight_decay, momentum_decay;
  bool decoupled, maximize, differentiable;
};

// The update whose factors are tensors, which autograd can follow.
void recordedUpdate(const NAdam& options, const at::Tensor& param, const at::Tensor& grad,
                    const at::Tensor& exp_avg, const at::Tensor& denominator, const at::Tensor& mu_product,
                    double mu, double mu_next) {
  const auto denominators = denominator.add(options.eps);
  const auto factor = [&](double numerator, const at::Tensor& product) {
    const auto divisor = minusFrom(1, product);
    if (options.lr.isTensor()) return options.lr.tensor().neg().mul(numerator).div(divisor);
    return dividedBy(-options.lr.number() * numerator, divisor);
  };
  const auto product_next = times(mu_product, mu_next);
  param.addcdiv_(grad * factor(1.0 - mu, mu_product), denominators);
  param.addcdiv_(exp_avg * factor(mu_next, product_next), denominators);
}

void update(const NAdam& options, const at::Tensor& param, const at::Tensor& grad, const at::Tensor& exp_avg,
            const at::Tensor& denominator, double mu_product, double mu, double mu_next) {
  denominator.add_(options.eps);
  param.addcdiv_(grad, denominator, options.lr.negatedTimesOver(1.0 - mu, 1.0 - mu_product));
  param.addcdiv_(exp_avg, denominator, options.lr.negatedTimesOver(mu_next, 1.0 - mu_product * mu_next));
}

void singleOne(const NAdam& options, at::Tensor param, at::Tensor grad, const State& state) {
  if (options.maximize) grad = grad.neg();
  param = realView(param);
  grad = realView(grad);
  const auto exp_avg = realView(state.slots[kExpAvg]), exp_avg_sq = realView(state.slots[kExpAvgSq]);
  const auto& mu_product = state.slots[kMuProduct];
  const double step = advance(state.slots[kStep]);
  if (options.weight_decay != 0) {
    if (options.decoupled)
      options.lr.decay(param, options.weight_decay);
    else
      grad = grad.add(param, options.weight_decay);
  }
  const double mu = options.mu(step), mu_next = options.mu(step + 1);
  scale(mu_product, mu);
  exp_avg.lerp_(grad, 1 - options.beta1);
  scale(exp_avg_sq, options.beta2).addcmul_(grad, grad, 1 - options.beta2);
  const auto denominator = exp_avg_sq.div(1 - std::pow(options.beta2, step)).sqrt();
  if (options.differentiable) {
    recordedUpdate(options, param, grad, exp_avg, denominator, mu_product, mu, mu_next);
  } else {
    update(options, param, grad, exp_avg, denominator, mu_product.item().toDouble(), mu, mu_next);
  }
}

void multiOne(const NAdam& options, Lists lists) {
  const auto exp_avgs = lists.realColumn(kExpAvg), exp_avg_sqs = lists.realColumn(kExpAvgSq);
  realViews(lists);
  const auto steps = advanceAll(lists.column(kStep));
  Tensors grads = options.maximize ? at::_foreach_neg(lists.grads) : lists.grads;
  if (options.weight_decay != 0) {
    if (options.decoupled)
      at::_foreach_mul_(lists.params, 1 - options.lr.value() * options.weight_decay);
    else
      grads = at::_foreach_add(grads, lists.params, options.weight_decay);
  }
  at::_foreach_lerp_(exp_avgs, grads, 1 - options.beta1);
  at::_foreach_mul_(exp_avg_sqs, options.beta2);
  at::_foreach_addcmul_(exp_avg_sqs, grads, grads, 1 - options.beta2);
  const auto roots = at::_foreach_sqrt(exp_avg_sqs);
  std::vector<at::Scalar> corrections, for_grads, for_averages;
  const double lr = options.lr.value();
  for (size_t i = 0; i < steps.size(); ++i) {
    const double mu = options.mu(steps[i]), mu_next = options.mu(steps[i] + 1);
    const auto& mu_product = lists.states[i]->slots[kMuProduct];
    mu_product.mul_(mu);
    const double product = mu_product.item().toDouble();
    corrections.emplace_back(std::pow(1 - std::pow(options.beta2, steps[i]), 0.5));
    for_grads.emplace_back(lr * (1.0 - mu) / (1.0 - product) * -1);
    for_averages.emplace_back(lr * mu_next / (1.0 - product * mu_next) * -1);
  }
  at::_foreach_div_(roots, corrections);
  at::_foreach_add_(roots, options.eps);
  at::_foreach_addcdiv_(lists.params, grads, roots, for_grads);
  at::_foreach_addcdiv_(lists.params, exp_avgs, roots, for_averages);
}

void step(Batch& batch) {
  const NAdam options(batch);
  refuseSparse(batch, "NAdam", "");
  const bool foreach = wantsForeach(batch, kForeach, -1, options.differentiable);
  if (foreach) refuseDifferentiable(options.differentiable);
  if (batch.flag(kCapturable)) {
    refuseCapturable(batch,
                     foreach ? "params, mu_products, and state_steps" : "params, mu_products and state_steps",
                     !foreach);
  }
  begin(batch, batch.flag(kCapturable), [](auto& slots, const at::Tensor& param, const at::Tensor&) {
    slots[kMuProduct] = at::ones_like(slots[kStep]);
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

const Row kRow = {"NAdam",
                  {"lr", "betas", "betas", "eps", "weight_decay", "momentum_decay", "decoupled_weight_decay",
                   "maximize", "foreach", "capturable", "differentiable"},
                  {"step", "mu_product", "exp_avg", "exp_avg_sq"},
                  kDifferentiable,
                  step};

}  // namespace ltn::optim::nadam
