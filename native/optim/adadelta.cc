// Adadelta, after Python's torch/optim/adadelta.py.
#include <ATen/ops/_foreach_add.h>
#include <ATen/ops/_foreach_addcmul.h>
#include <ATen/ops/_foreach_div.h>
#include <ATen/ops/_foreach_mul.h>
#include <ATen/ops/_foreach_sqrt.h>
#include <ATen/ops/view_as_complex.h>

#include "optim/common.h"
#include "optim/rows.h"

namespace ltn::optim::adadelta {

namespace {

enum Option { kLr, kRho, kEps, kWeightDecay, kMaximize, kCapturable, kForeach, kDifferentiable };
enum Slot { kStep, kSquareAvg, kAccDelta };

struct Adadelta {
  explicit Adadelta(const Batch& batch)
      : lr(batch, kLr),
        rho(batch.value(kRho)),
        eps(batch.value(kEps)),
        weight_decay(batch.value(kWeightDecay)),
        maximize(batch.flag(kMaximize)),
        differentiable(batch.flag(kDifferentiable)) {}

  Rate lr;
  double rho, eps, weight_decay;
  bool maximize, differentiable;
};

void singleOne(const Adadelta& options, const at::Tensor& param, at::Tensor grad, const State& state) {
  increment(state.slots[kStep]);
  if (options.maximize) grad = grad.neg();
  if (options.weight_decay != 0) grad = grad.add(param, options.weight_decay);
  grad = realView(grad);
  const auto square_avg = realView(state.slots[kSquareAvg]), acc_delta = realView(state.slots[kAccDelta]);
  scale(square_avg, options.rho).addcmul_(grad, grad, 1 - options.rho);
  const auto deviation = square_avg.add(options.eps).sqrt_();
  auto delta = acc_delta.add(options.eps).sqrt_();
  if (options.differentiable) delta = delta.clone();
  delta.div_(deviation).mul_(grad);
  scale(acc_delta, options.rho).addcmul_(delta, delta, 1 - options.rho);
  if (param.is_complex()) delta = at::view_as_complex(delta);
  param.add_(delta, options.lr.negated());
}

void multiOne(const Adadelta& options, Lists lists) {
  const auto square_avgs = lists.realColumn(kSquareAvg), acc_deltas = lists.realColumn(kAccDelta);
  realViews(lists);
  advanceAll(lists.column(kStep));
  const auto grads = decayed(lists, options.maximize, options.weight_decay);
  at::_foreach_mul_(square_avgs, options.rho);
  at::_foreach_addcmul_(square_avgs, grads, grads, 1 - options.rho);
  const auto deviations = at::_foreach_add(square_avgs, options.eps);
  at::_foreach_sqrt_(deviations);
  const auto deltas = at::_foreach_add(acc_deltas, options.eps);
  at::_foreach_sqrt_(deltas);
  at::_foreach_div_(deltas, deviations);
  at::_foreach_mul_(deltas, grads);
  at::_foreach_mul_(acc_deltas, options.rho);
  at::_foreach_addcmul_(acc_deltas, deltas, deltas, 1 - options.rho);
  at::_foreach_add_(lists.params, deltas, options.lr.negated());
}

void step(Batch& batch) {
  const Adadelta options(batch);
  refuseSparse(batch, "Adadelta", "");
  if (batch.flag(kCapturable)) refuseCapturable(batch, "params and state_steps", false);
  begin(batch, batch.flag(kCapturable), [](auto& slots, const at::Tensor& param, const at::Tensor&) {
    slots[kSquareAvg] = zerosLike(param);
    slots[kAccDelta] = zerosLike(param);
  });
  if (wantsForeach(batch, kForeach, -1, options.differentiable)) {
    refuseDifferentiable(options.differentiable);
    for (auto& lists : byDeviceAndDtype(batch)) multiOne(options, std::move(lists));
    return;
  }
  for (size_t i = 0; i < batch.size(); ++i)
    singleOne(options, batch.params[i], batch.grads[i], *batch.states[i]);
}

}  // namespace

const Row kRow = {"Adadelta",
                  {"lr", "rho", "eps", "weight_decay", "maximize", "capturable", "foreach", "differentiable"},
                  {"step", "square_avg", "acc_delta"},
                  kDifferentiable,
                  step};

}  // namespace ltn::optim::adadelta
