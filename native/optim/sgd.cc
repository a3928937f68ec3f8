// SGD, after Python's torch/optim/sgd.py.
#include <ATen/ops/_foreach_add.h>
#include <ATen/ops/_foreach_mul.h>
#include <ATen/ops/_foreach_neg.h>
#include <ATen/ops/_fused_sgd.h>
#include <ATen/ops/empty_like.h>

#include <algorithm>

#include "optim/blocks.h"
#include "optim/common.h"
#include "optim/rows.h"

namespace ltn::optim::sgd {

namespace {

// clang-format off
#define LTN_OPTIONS(X) \
  X(kLr, "lr") \
  X(kMomentum, "momentum") \
  X(kDampening, "dampening") \
  X(kWeightDecay, "weight_decay") \
  X(kNesterov, "nesterov") \
  X(kMaximize, "maximize") \
  X(kForeach, "foreach") \
  X(kDifferentiable, "differentiable") \
  X(kFused, "fused")
#define LTN_STATE(X) \
  X(kBuffer, "momentum_buffer")
// clang-format on
enum Option { LTN_OPTIONS(LTN_ENUMERATOR) };
enum Slot { LTN_STATE(LTN_ENUMERATOR) };

struct SGD {
  explicit SGD(const Batch& batch)
      : lr(batch, kLr),
        momentum(batch.value(kMomentum)),
        dampening(batch.value(kDampening)),
        weight_decay(batch.value(kWeightDecay)),
        nesterov(batch.flag(kNesterov)),
        maximize(batch.flag(kMaximize)) {}

  Rate lr;
  double momentum, dampening, weight_decay;
  bool nesterov, maximize;
};

// The buffer after this gradient; a first one is the gradient itself.
const at::Tensor& accumulate(const SGD& options, at::Tensor& buffer, const at::Tensor& grad) {
  if (buffer.defined())
    scale(buffer, options.momentum).add_(grad, 1 - options.dampening);
  else
    buffer = grad.detach().clone();
  return buffer;
}

void update(const SGD& options, const at::Tensor& param, const at::Tensor& grad) {
  const bool recorded = options.lr.isTensor() && options.lr.tensor().requires_grad();
  if (recorded)
    param.addcmul_(grad, options.lr.tensor(), -1);
  else
    param.add_(grad, options.lr.negated());
}

void singleOne(const SGD& options, const at::Tensor& param, at::Tensor grad, at::Tensor& buffer) {
  if (options.maximize) grad = grad.neg();
  if (options.weight_decay != 0) grad = grad.add(param, options.weight_decay);
  if (options.momentum != 0) {
    accumulate(options, buffer, grad);
    grad = options.nesterov ? grad.add(buffer, options.momentum) : buffer;
  }
  update(options, param, grad);
}

void single(const Batch& batch, const SGD& options) {
  Slots none;  // without momentum there is no state
  for (size_t i = 0; i < batch.size(); ++i) {
    Slots& slots = options.momentum != 0 ? batch.states[i]->slots : none;
    // The first step makes the buffer.
    const bool whole = batch.flag(kDifferentiable) || (options.momentum != 0 && !slots[kBuffer].defined());
    inBlocks(batch.params[i], batch.grads[i], slots, whole,
             [&](const at::Tensor& param, const at::Tensor& grad, Slots& part) {
               singleOne(options, param, grad, part[kBuffer]);
             });
  }
}

Tensors accumulateAll(const SGD& options, const Lists& lists, const Tensors& grads) {
  auto buffers = lists.column(kBuffer);
  const bool all =
      std::all_of(buffers.begin(), buffers.end(), [](const at::Tensor& b) { return b.defined(); });
  if (all) {
    at::_foreach_mul_(buffers, options.momentum);
    at::_foreach_add_(buffers, grads, 1 - options.dampening);
    return buffers;
  }
  Tensors result;
  for (size_t i = 0; i < grads.size(); ++i) {
    result.push_back(accumulate(options, lists.states[i]->slots[kBuffer], grads[i]));
  }
  return result;
}

void multiOne(const SGD& options, const Lists& lists) {
  Tensors grads = options.maximize ? at::_foreach_neg(lists.grads) : lists.grads;
  if (options.weight_decay != 0) grads = at::_foreach_add(grads, lists.params, options.weight_decay);
  if (options.momentum != 0) {
    const auto buffers = accumulateAll(options, lists, grads);
    // Python adds to the gradients in place here, the parameters' own ones when nothing above has copied
    // them.
    if (options.nesterov)
      at::_foreach_add_(grads, buffers, options.momentum);
    else
      grads = buffers;
  }
  const bool sparse =
      std::any_of(grads.begin(), grads.end(), [](const at::Tensor& g) { return g.is_sparse(); });
  if (!sparse) return at::_foreach_add_(lists.params, grads, options.lr.negated());
  for (size_t i = 0; i < grads.size(); ++i) lists.params[i].add_(grads[i], options.lr.negated());
}

void multi(const Batch& batch, const SGD& options) {
  for (const auto& lists : byDeviceAndDtype(batch)) multiOne(options, lists);
}

void fusedOne(const Batch& batch, const SGD& options, const Lists& lists, bool first) {
  const auto device = lists.params[0].device();
  const auto grad_scale = onDevice(batch.settings->grad_scale, device);
  const auto found_inf = onDevice(batch.settings->found_inf, device);
  const Tensors buffers = options.momentum == 0 ? Tensors() : lists.column(kBuffer);
  const auto call = [&](const auto& lr) {
    at::_fused_sgd_(lists.params, lists.grads, buffers, options.weight_decay, options.momentum, lr,
                    options.dampening, options.nesterov, options.maximize, first, grad_scale, found_inf);
  };
  options.lr.visit(call);
}

void fused(const Batch& batch, const SGD& options) {
  for (const auto& grad : batch.grads)
    TORCH_CHECK(!grad.is_sparse(), "`_fused_sgd` does not support sparse gradients");
  const auto begun = [](const State* state) { return state->slots[kBuffer].defined(); };
  const bool first = options.momentum != 0 && std::none_of(batch.states.begin(), batch.states.end(), begun);
  for (size_t i = 0; first && i < batch.size(); ++i) {
    batch.states[i]->slots[kBuffer] = at::empty_like(batch.grads[i]);
  }
  for (const auto& lists : byDeviceAndDtype(batch)) fusedOne(batch, options, lists, first);
}

void step(Batch& batch) {
  const SGD options(batch);
  if (maybe(batch, kFused).value_or(false)) {
    refuseUnfusable(batch);
    return fused(batch, options);
  }
  return wantsForeach(batch, kForeach, kFused, false) ? multi(batch, options) : single(batch, options);
}

bool keepsState(const Settings& settings) { return settings.values[kMomentum] != 0; }

}  // namespace

const Row kRow = {"SGD", {LTN_OPTIONS(LTN_NAME)}, {LTN_STATE(LTN_NAME)}, kDifferentiable, step, keepsState};

#undef LTN_OPTIONS
#undef LTN_STATE

}  // namespace ltn::optim::sgd
