// RMSprop, after Python's torch/optim/rmsprop.py.
#include <ATen/ops/_foreach_add.h>
#include <ATen/ops/_foreach_addcdiv.h>
#include <ATen/ops/_foreach_addcmul.h>
#include <ATen/ops/_foreach_lerp.h>
#include <ATen/ops/_foreach_mul.h>
#include <ATen/ops/_foreach_sqrt.h>

#include "optim/blocks.h"
#include "optim/common.h"
#include "optim/rows.h"

namespace ltn::optim::rmsprop {

namespace {

// clang-format off
#define LTN_OPTIONS(X) \
  X(kLr, "lr") \
  X(kMomentum, "momentum") \
  X(kAlpha, "alpha") \
  X(kEps, "eps") \
  X(kCentered, "centered") \
  X(kWeightDecay, "weight_decay") \
  X(kCapturable, "capturable") \
  X(kForeach, "foreach") \
  X(kMaximize, "maximize") \
  X(kDifferentiable, "differentiable")
#define LTN_STATE(X) \
  X(kStep, "step") \
  X(kSquareAvg, "square_avg") \
  X(kBuffer, "momentum_buffer") \
  X(kGradAvg, "grad_avg")
// clang-format on
enum Option { LTN_OPTIONS(LTN_ENUMERATOR) };
enum Slot { LTN_STATE(LTN_ENUMERATOR) };

struct RMSprop {
  explicit RMSprop(const Batch& batch)
      : lr(batch, kLr),
        momentum(batch.value(kMomentum)),
        alpha(batch.value(kAlpha)),
        eps(batch.value(kEps)),
        weight_decay(batch.value(kWeightDecay)),
        centered(batch.flag(kCentered)),
        maximize(batch.flag(kMaximize)),
        differentiable(batch.flag(kDifferentiable)) {}

  Rate lr;
  double momentum, alpha, eps, weight_decay;
  bool centered, maximize, differentiable;
};

void checkState(const Batch& batch, const RMSprop& options) {
  for (const State* state : batch.states) {
    TORCH_CHECK(options.momentum <= 0 || state->slots[kBuffer].defined(),
                "the state has no 'momentum_buffer': its first step was made without momentum. Set momentum "
                "before the first step");
    TORCH_CHECK(!options.centered || state->slots[kGradAvg].defined(),
                "the state has no 'grad_avg': its first step was made without centered. Set centered before "
                "the first step");
  }
}

void singleOne(const RMSprop& options, at::Tensor param, at::Tensor grad, const Slots& slots) {
  if (options.maximize) grad = grad.neg();
  if (options.weight_decay != 0) grad = grad.add(param, options.weight_decay);
  param = realView(param);
  grad = realView(grad);
  const auto square_avg = realView(slots[kSquareAvg]);
  scale(square_avg, options.alpha).addcmul_(grad, grad, 1 - options.alpha);
  at::Tensor root;
  if (options.centered) {
    const auto grad_avg = realView(slots[kGradAvg]);
    grad_avg.lerp_(grad, 1 - options.alpha);
    root = square_avg.addcmul(grad_avg, grad_avg, -1).sqrt_();
  } else {
    root = square_avg.sqrt();
  }
  root = options.differentiable ? root.add(options.eps) : root.add_(options.eps);
  if (options.momentum > 0) {
    const auto buffer = realView(slots[kBuffer]);
    scale(buffer, options.momentum).addcdiv_(grad, root);
    param.add_(buffer, options.lr.negated());
  } else {
    param.addcdiv_(grad, root, options.lr.negated());
  }
}

void multiOne(const RMSprop& options, Lists lists) {
  const auto square_avgs = lists.realColumn(kSquareAvg);
  const auto grad_avgs = options.centered ? lists.realColumn(kGradAvg) : Tensors();
  const auto buffers = options.momentum > 0 ? lists.realColumn(kBuffer) : Tensors();
  realViews(lists);
  advanceAll(lists.column(kStep));
  const auto grads = decayed(lists, options.maximize, options.weight_decay);
  at::_foreach_mul_(square_avgs, options.alpha);
  at::_foreach_addcmul_(square_avgs, grads, grads, 1 - options.alpha);
  Tensors roots;
  if (options.centered) {
    at::_foreach_lerp_(grad_avgs, grads, 1 - options.alpha);
    roots = at::_foreach_addcmul(square_avgs, grad_avgs, grad_avgs, -1);
    at::_foreach_sqrt_(roots);
  } else {
    roots = at::_foreach_sqrt(square_avgs);
  }
  at::_foreach_add_(roots, options.eps);
  if (options.momentum > 0) {
    at::_foreach_mul_(buffers, options.momentum);
    at::_foreach_addcdiv_(buffers, grads, roots, 1);
    at::_foreach_add_(lists.params, buffers, options.lr.negated());
  } else {
    at::_foreach_addcdiv_(lists.params, grads, roots, options.lr.negated());
  }
}

void step(Batch& batch) {
  const RMSprop options(batch);
  refuseSparse(batch, "RMSprop", "");
  const bool foreach = wantsForeach(batch, kForeach, -1, options.differentiable);
  if (foreach) refuseDifferentiable(options.differentiable);
  if (batch.flag(kCapturable)) refuseCapturable(batch, "params and state_steps", true);
  begin(batch, batch.flag(kCapturable), [&](auto& slots, const at::Tensor& param, const at::Tensor&) {
    slots[kSquareAvg] = zerosLike(param);
    if (options.momentum > 0) slots[kBuffer] = zerosLike(param);
    if (options.centered) slots[kGradAvg] = zerosLike(param);
  });
  checkState(batch, options);
  const auto single = [](const RMSprop& given, const at::Tensor& param, const at::Tensor& grad,
                         State& state) {
    increment(state.slots[kStep]);
    inBlocks(
        param, grad, state.slots, given.differentiable,
        [&](const at::Tensor& p, const at::Tensor& g, const Slots& part) { singleOne(given, p, g, part); });
  };
  stepAll(batch, options, foreach, multiOne, single);
}

}  // namespace

const Row kRow = {"RMSprop", {LTN_OPTIONS(LTN_NAME)}, {LTN_STATE(LTN_NAME)}, kDifferentiable, step};

#undef LTN_OPTIONS
#undef LTN_STATE

}  // namespace ltn::optim::rmsprop
