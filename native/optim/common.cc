#include "optim/common.h"

#include <ATen/Parallel.h>
#include <ATen/ScalarOps.h>
#include <ATen/ThreadLocalState.h>
#include <ATen/ops/_foreach_add.h>
#include <ATen/ops/_foreach_neg.h>
#include <ATen/ops/rsub.h>
#include <ATen/ops/view_as_real.h>
#include <ATen/ops/zeros.h>
#include <ATen/ops/zeros_like.h>

#include <algorithm>
#include <cmath>

#include "nn/recurrent/parallel.h"
#include "optim/state_check.h"

namespace ltn::optim {

const at::Tensor& scale(const at::Tensor& x, double value) {
  return x.mul_(at::native::wrapped_scalar_tensor(value));
}

at::Tensor times(const at::Tensor& x, double value) {
  return x.mul(at::native::wrapped_scalar_tensor(value));
}

at::Tensor minusFrom(double value, const at::Tensor& x) { return at::rsub(x, value); }

at::Tensor dividedBy(double value, const at::Tensor& x) { return times(x.reciprocal(), value); }

Rate::Rate(const Batch& batch, size_t option) : tensor_(batch.settings->lr), number_(batch.value(option)) {
  if (!tensor_.defined()) return;
  TORCH_CHECK_VALUE(tensor_.numel() == 1, "Tensor lr must be 1-element");
  if (tensor_.dim() != 0) tensor_ = tensor_.squeeze();
}

at::Scalar Rate::negated() const { return isTensor() ? tensor_.neg().item() : at::Scalar(-number_); }

at::Scalar Rate::over(double divisor) const {
  return isTensor() ? tensor_.div(divisor).item() : at::Scalar(number_ / divisor);
}

at::Scalar Rate::negatedOver(double divisor) const {
  return isTensor() ? tensor_.div(divisor).neg().item() : at::Scalar(-(number_ / divisor));
}

at::Scalar Rate::negatedTimesOver(double factor, double divisor) const {
  return isTensor() ? tensor_.neg().mul(factor).div(divisor).item() : at::Scalar(-number_ * factor / divisor);
}

at::Tensor Rate::times(const at::Tensor& x) const {
  return isTensor() ? x.mul(tensor_) : ltn::optim::times(x, number_);
}

void Rate::decay(const at::Tensor& param, double weight_decay) const {
  if (isTensor())
    param.mul_(minusFrom(1, tensor_.mul(weight_decay)));
  else
    scale(param, 1 - number_ * weight_decay);
}

at::Tensor Rate::over(const at::Tensor& divisor) const {
  return isTensor() ? tensor_.div(divisor) : dividedBy(number_, divisor);
}

void increment(const at::Tensor& step) {
  // The counter of almost every step: a float on the CPU that no graph has seen.
  if (step.is_cpu() && !step.requires_grad() && step.scalar_type() == at::kFloat) {
    *step.data_ptr<float>() += 1.0f;
  } else {
    step.add_(1);
  }
}

double advance(const at::Tensor& step) {
  increment(step);
  if (step.is_cpu() && step.scalar_type() == at::kFloat) return *step.const_data_ptr<float>();
  return step.item().toDouble();
}

at::Tensor newStep(const Batch& batch, const at::Tensor* on) {
  const auto options = at::TensorOptions().dtype(batch.settings->scalar_dtype);
  return at::zeros({}, on ? options.device(on->device()) : options.device(at::kCPU));
}

at::Tensor zerosLike(const at::Tensor& param) { return at::zeros_like(param, at::MemoryFormat::Preserve); }

bool defaultsToForeach(const Batch& batch, bool differentiable) {
  if (differentiable) return false;
  return std::all_of(batch.params.begin(), batch.params.end(),
                     [](const at::Tensor& p) { return p.is_cuda(); });
}

std::optional<bool> maybe(const Batch& batch, size_t option) {
  const double value = batch.value(option);
  if (std::isnan(value)) return std::nullopt;
  return value == 1;
}

bool wantsForeach(const Batch& batch, size_t foreach, int fused, bool differentiable) {
  const auto wanted = maybe(batch, foreach);
  if (wanted) return *wanted;
  if (fused >= 0 && maybe(batch, fused)) return false;
  return defaultsToForeach(batch, differentiable);
}

void refuseCapturable(const Batch& batch, const char* what, bool with_xla) {
  for (const auto& param : batch.params) {
    TORCH_CHECK(param.is_cuda(), "If capturable=True, ", what,
                " must be on supported devices: ['cuda', 'xpu', 'hpu', 'privateuseone'",
                with_xla ? ", 'xla'" : "", "].");
  }
}

void refuseDifferentiable(bool differentiable) {
  TORCH_CHECK(!differentiable, "_foreach ops don't support autograd");
}

void refuseUnfusable(const Batch& batch) {
  for (const auto& param : batch.params) {
    TORCH_CHECK(
        param.is_floating_point(),
        "`fused=True` requires all the params to be floating point Tensors of supported devices: ['mps', "
        "'cuda', 'xpu', 'hpu', 'cpu', 'mtia', 'privateuseone'] but torch.",
        c10::toString(param.scalar_type()), " and ", c10::DeviceTypeName(param.device().type(), true));
  }
  refuseOtherLayouts(batch);
}

void refuseSparse(const Batch& batch, const char* name, const char* instead) {
  for (const auto& grad : batch.grads) {
    TORCH_CHECK(!grad.is_sparse(), name, " does not support sparse gradients", instead);
  }
}

Tensors Lists::column(size_t slot) const {
  Tensors result;
  result.reserve(states.size());
  for (const State* state : states) result.push_back(state->slots[slot]);
  return result;
}

Tensors Lists::realColumn(size_t slot) const {
  Tensors result = column(slot);
  realViews(result);
  return result;
}

namespace {

// Where to cut the list into as many parts of about the same number of elements; empty if there is no use in
// it.
std::vector<size_t> cuts(const Tensors& tensors, int64_t parts) {
  int64_t total = 0, largest = 0;
  for (const auto& tensor : tensors) {
    if (!tensor.is_cpu()) return {};
    total += tensor.numel();
    largest = std::max(largest, tensor.numel());
  }
  if (parts < 2 || largest * parts * 4 > total || at::in_parallel_region()) return {};
  std::vector<size_t> result = {0};
  int64_t done = 0;
  for (size_t i = 0; i < tensors.size(); ++i) {
    done += tensors[i].numel();
    if (done * parts >= total * static_cast<int64_t>(result.size())) result.push_back(i + 1);
  }
  return result;
}

}  // namespace

void inSlices(const Tensors& tensors, c10::function_ref<void(size_t, size_t)> body) {
  const auto bounds = cuts(tensors, at::get_num_threads());
  if (bounds.size() < 3 || bounds.back() != tensors.size()) return body(0, tensors.size());
  const at::ThreadLocalState state;
  recurrent::parallel(static_cast<int64_t>(bounds.size()) - 1, 1, [&](int64_t first, int64_t last) {
    const at::ThreadLocalStateGuard guard(state);
    body(bounds[first], bounds[last]);
  });
}

Tensors decayed(const Lists& lists, bool maximize, double weight_decay) {
  Tensors grads = maximize ? at::_foreach_neg(lists.grads) : lists.grads;
  return weight_decay == 0 ? grads : at::_foreach_add(grads, lists.params, weight_decay);
}

std::vector<double> advanceAll(const Tensors& steps) {
  std::vector<double> values;
  for (const auto& step : steps) values.push_back(advance(step));
  return values;
}

std::vector<Lists> byDeviceAndDtype(const Batch& batch) {
  std::vector<Lists> groups;
  for (size_t i = 0; i < batch.size(); ++i) {
    const auto& param = batch.params[i];
    auto group = std::find_if(groups.begin(), groups.end(), [&](const Lists& lists) {
      return lists.params[0].device() == param.device() &&
             lists.params[0].scalar_type() == param.scalar_type();
    });
    if (group == groups.end()) group = groups.insert(groups.end(), Lists());
    group->indices.push_back(i);
    group->params.push_back(param);
    group->grads.push_back(batch.grads[i]);
    group->states.push_back(batch.states[i]);
  }
  return groups;
}

at::Tensor realView(const at::Tensor& tensor) {
  return tensor.defined() && tensor.is_complex() ? at::view_as_real(tensor) : tensor;
}

void realViews(Tensors& tensors) {
  for (auto& tensor : tensors) tensor = realView(tensor);
}

void realViews(Lists& lists) {
  realViews(lists.params);
  realViews(lists.grads);
}

}  // namespace ltn::optim
