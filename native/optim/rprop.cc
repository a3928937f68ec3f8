// Rprop, after Python's torch/optim/rprop.py.
#include <ATen/ops/_foreach_addcmul.h>
#include <ATen/ops/_foreach_copy.h>
#include <ATen/ops/_foreach_mul.h>
#include <ATen/ops/_foreach_neg.h>
#include <ATen/ops/_foreach_sign.h>
#include <ATen/ops/full_like.h>

#include "optim/common.h"
#include "optim/rows.h"

namespace ltn::optim::rprop {

namespace {

enum Option {
  kLr,
  kEtaMinus,
  kEtaPlus,
  kSmallest,
  kLargest,
  kForeach,
  kMaximize,
  kDifferentiable,
  kCapturable
};
enum Slot { kStep, kPrev, kStepSize };

struct Rprop {
  explicit Rprop(const Batch& batch)
      : eta_minus(batch.value(kEtaMinus)),
        eta_plus(batch.value(kEtaPlus)),
        smallest(batch.value(kSmallest)),
        largest(batch.value(kLargest)),
        maximize(batch.flag(kMaximize)),
        differentiable(batch.flag(kDifferentiable)) {}

  // The factor of a step size by the sign of this gradient times the former one.
  void factor(const at::Tensor& sign) const {
    sign.masked_fill_(sign.gt(0), eta_plus);
    sign.masked_fill_(sign.lt(0), eta_minus);
    sign.masked_fill_(sign.eq(0), 1);
  }

  double eta_minus, eta_plus, smallest, largest;
  bool maximize, differentiable;
};

void singleOne(const Rprop& options, at::Tensor param, at::Tensor grad, const State& state) {
  if (options.maximize) grad = grad.neg();
  increment(state.slots[kStep]);
  param = realView(param);
  grad = realView(grad);
  const auto prev = realView(state.slots[kPrev]), step_size = realView(state.slots[kStepSize]);
  const auto sign = grad.mul(options.differentiable ? prev.clone() : prev).sign();
  options.factor(sign);
  step_size.mul_(sign).clamp_(options.smallest, options.largest);
  // Where the sign has changed this gradient does not count.
  grad = grad.clone(at::MemoryFormat::Preserve);
  grad.masked_fill_(sign.eq(options.eta_minus), 0);
  param.addcmul_(grad.sign(), step_size, -1);
  prev.copy_(grad);
}

void multiOne(const Rprop& options, Lists lists) {
  const auto prevs = lists.realColumn(kPrev), step_sizes = lists.realColumn(kStepSize);
  realViews(lists);
  advanceAll(lists.column(kStep));
  const auto signs = at::_foreach_mul(lists.grads, prevs);
  if (options.maximize) at::_foreach_neg_(signs);
  at::_foreach_copy_(prevs, lists.grads);
  if (options.maximize) at::_foreach_neg_(prevs);
  at::_foreach_sign_(signs);
  for (const auto& sign : signs) options.factor(sign);
  at::_foreach_mul_(step_sizes, signs);
  Tensors directions;
  for (size_t i = 0; i < signs.size(); ++i) {
    step_sizes[i].clamp_(options.smallest, options.largest);
    prevs[i].masked_fill_(signs[i].eq(options.eta_minus), 0);
    directions.push_back(prevs[i].sign());
  }
  at::_foreach_addcmul_(lists.params, directions, step_sizes, -1);
}

void step(Batch& batch) {
  const Rprop options(batch);
  refuseSparse(batch, "Rprop", "");
  const bool foreach = wantsForeach(batch, kForeach, -1, options.differentiable);
  if (foreach) refuseDifferentiable(options.differentiable);
  if (batch.flag(kCapturable)) refuseCapturable(batch, "params and state_steps", true);
  const double rate = Rate(batch, kLr).value();
  begin(batch, batch.flag(kCapturable), [&](auto& slots, const at::Tensor& param, const at::Tensor& grad) {
    slots[kPrev] = zerosLike(param);
    slots[kStepSize] = at::full_like(
        grad, param.is_complex() ? at::Scalar(c10::complex<double>(rate, rate)) : at::Scalar(rate));
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
    "Rprop",
    {"lr", "etas", "etas", "step_sizes", "step_sizes", "foreach", "maximize", "differentiable", "capturable"},
    {"step", "prev", "step_size"},
    kDifferentiable,
    step};

}  // namespace ltn::optim::rprop
