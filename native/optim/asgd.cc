// ASGD, after Python's torch/optim/asgd.py.
#include <ATen/ops/_foreach_add.h>
#include <ATen/ops/_foreach_addcmul.h>
#include <ATen/ops/_foreach_sub.h>
#include <ATen/ops/full_like.h>
#include <ATen/ops/ones_like.h>
#include <ATen/ops/scalar_tensor.h>

#include <algorithm>
#include <cmath>

#include "optim/common.h"
#include "optim/rows.h"

namespace ltn::optim::asgd {

namespace {

enum Option { kLr, kLambd, kAlpha, kT0, kWeightDecay, kForeach, kMaximize, kDifferentiable, kCapturable };
enum Slot { kStep, kEta, kMu, kAx };

struct ASGD {
  explicit ASGD(const Batch& batch)
      : lr(batch, kLr),
        lambd(batch.value(kLambd)),
        alpha(batch.value(kAlpha)),
        t0(batch.value(kT0)),
        weight_decay(batch.value(kWeightDecay)),
        maximize(batch.flag(kMaximize)),
        differentiable(batch.flag(kDifferentiable)),
        dtype(batch.settings->scalar_dtype) {}

  // The rate of the next step, from the counter as a number or, on lists, as a tensor.
  at::Scalar nextEta(double step) const {
    if (!lr.isTensor()) return lr.number() / std::pow(1 + lambd * lr.number() * step, alpha);
    return lr.tensor().div(lr.tensor().mul(lambd).mul(step).add(1).pow(alpha)).item();
  }
  at::Tensor nextEta(const at::Tensor& step) const {
    if (!lr.isTensor()) return dividedBy(lr.number(), times(step, lambd * lr.number()).add(1).pow(alpha));
    return lr.tensor().div(lr.tensor().mul(lambd).mul(step).add(1).pow(alpha));
  }
  double nextMu(double step) const { return 1 / std::max(1.0, step - t0); }

  Rate lr;
  double lambd, alpha, t0, weight_decay;
  bool maximize, differentiable;
  // Python makes the next rate a tensor of the default dtype, whatever dtype the state has after loading.
  at::ScalarType dtype;
};

void singleOne(const ASGD& options, at::Tensor param, at::Tensor grad, const State& state) {
  if (options.maximize) grad = grad.neg();
  grad = realView(grad);
  param = realView(param);
  const auto ax = realView(state.slots[kAx]);
  const double step = advance(state.slots[kStep]);
  if (options.weight_decay != 0) grad = grad.add(param, options.weight_decay);
  const double eta = state.slots[kEta].item().toDouble();
  scale(param, 1 - options.lambd * eta);
  param.add_(grad, -eta);
  if (state.slots[kMu].item().toDouble() != 1)
    ax.add_(param.sub(ax).mul_(state.slots[kMu]));
  else
    ax.copy_(param);
  state.slots[kEta].copy_(at::scalar_tensor(options.nextEta(step), options.dtype));
  state.slots[kMu].copy_(at::scalar_tensor(options.nextMu(step), options.dtype));
}

void multiOne(const ASGD& options, Lists lists) {
  const auto axs = lists.realColumn(kAx), etas = lists.column(kEta), mus = lists.column(kMu);
  realViews(lists);
  const auto steps = lists.column(kStep);
  const auto values = advanceAll(steps);
  const auto grads = decayed(lists, options.maximize, options.weight_decay);
  at::_foreach_addcmul_(lists.params, at::_foreach_add(grads, lists.params, options.lambd), etas, -1);
  at::_foreach_addcmul_(axs, at::_foreach_sub(lists.params, axs), mus, 1);
  for (size_t i = 0; i < steps.size(); ++i) {
    etas[i].copy_(options.nextEta(steps[i]));
    mus[i].copy_(at::scalar_tensor(options.nextMu(values[i]), options.dtype));
  }
}

void step(Batch& batch) {
  const ASGD options(batch);
  refuseSparse(batch, "ASGD", "");
  const bool foreach = wantsForeach(batch, kForeach, -1, options.differentiable);
  if (foreach) refuseDifferentiable(options.differentiable);
  if (batch.flag(kCapturable)) refuseCapturable(batch, "params, mus, etas, and state_steps", !foreach);
  const at::Scalar rate = options.lr.value();
  begin(batch, true, [&](auto& slots, const at::Tensor& param, const at::Tensor&) {
    slots[kEta] = at::full_like(slots[kStep], rate);
    slots[kMu] = at::ones_like(slots[kStep]);
    slots[kAx] = zerosLike(param);
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
    "ASGD",
    {"lr", "lambd", "alpha", "t0", "weight_decay", "foreach", "maximize", "differentiable", "capturable"},
    {"step", "eta", "mu", "ax"},
    kDifferentiable,
    step};

}  // namespace ltn::optim::asgd
