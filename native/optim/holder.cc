#include "optim/holder.h"

#include <ATen/core/grad_mode.h>

#include <algorithm>
#include <unordered_set>

#include "optim/state_check.h"
#include "tensor/sparse.h"

namespace ltn::optim {

namespace {

struct NoOptions : torch::optim::OptimizerCloneableOptions<NoOptions> {};

}  // namespace

Holder::Holder(const Row& row)
    : Optimizer(std::vector<torch::optim::OptimizerParamGroup>(), std::make_unique<NoOptions>()), row_(row) {}

void Holder::refuseBusy() const {
  TORCH_CHECK(!deferred_, "a stepAsync of this optimizer is running: await its promise first");
}

void Holder::setGroup(size_t index, std::vector<at::Tensor> params) {
  refuseBusy();
  auto& groups = param_groups();
  TORCH_CHECK(index <= groups.size(), "there is no parameter group ", index, ": this optimizer has ",
              param_groups().size());
  if (index < groups.size())
    groups[index].params() = std::move(params);
  else
    groups.emplace_back(std::move(params), defaults().clone());
}

bool Holder::hasDuplicates(const std::vector<at::Tensor>& params) const {
  std::unordered_set<const c10::TensorImpl*> seen;
  return std::any_of(params.begin(), params.end(), [&](const at::Tensor& param) {
    return !seen.insert(param.unsafeGetTensorImpl()).second;
  });
}

bool Holder::sharesWithOtherGroup(size_t index, const std::vector<at::Tensor>& params) const {
  std::unordered_set<const c10::TensorImpl*> mine;
  for (const auto& param : params) mine.insert(param.unsafeGetTensorImpl());
  for (size_t i = 0; i < param_groups().size(); ++i) {
    if (i == index) continue;
    for (const auto& param : param_groups()[i].params()) {
      if (mine.contains(param.unsafeGetTensorImpl())) return true;
    }
  }
  return false;
}

State* Holder::find(const at::Tensor& param) {
  refuseBusy();
  const auto found = state().find(param.unsafeGetTensorImpl());
  return found == state().end() ? nullptr : static_cast<State*>(found->second.get());
}

void Holder::forget(const at::Tensor& param) {
  refuseBusy();
  state().erase(param.unsafeGetTensorImpl());
}

void Holder::forgetAll() {
  refuseBusy();
  state().clear();
}

State& Holder::stateOf(const at::Tensor& param) {
  auto& entry = state()[param.unsafeGetTensorImpl()];
  if (!entry) {
    auto fresh = std::make_unique<State>();
    fresh->owner = param;
    entry = std::move(fresh);
  }
  return static_cast<State&>(*entry);
}

Batch Holder::gather(size_t index, const Settings& settings, bool without_gradient) {
  TORCH_CHECK(index < param_groups().size(), "there is no parameter group ", index, ": this optimizer has ",
              param_groups().size());
  TORCH_CHECK(settings.values.size() == row_.options.size(), row_.name, " has ", row_.options.size(),
              " options, got ", settings.values.size());
  const auto& params = param_groups()[index].params();
  const bool keeps_state = !row_.keeps_state || row_.keeps_state(settings);
  Batch batch;
  batch.settings = &settings;
  batch.params.reserve(params.size());
  batch.grads.reserve(params.size());
  batch.states.reserve(params.size());
  for (const auto& param : params) {
    const auto& grad = param.grad();
    if (!grad.defined() && !without_gradient) continue;
    checkIndices(grad);
    batch.params.push_back(param);
    batch.grads.push_back(checkedGradient(param, grad));
    batch.states.push_back(keeps_state ? &stateOf(param) : nullptr);
    if (keeps_state) checkState(row_, param, batch.states.back()->slots);
  }
  return batch;
}

void Holder::beginGroup(size_t index, const Settings& settings) {
  refuseBusy();
  const at::NoGradGuard guard;
  Batch batch = gather(index, settings, true);
  if (row_.begin) row_.begin(batch);
}

void Holder::stepGroup(size_t index, const Settings& settings) {
  refuseBusy();
  const at::AutoGradMode mode(row_.differentiable >= 0 && settings.values.at(row_.differentiable) == 1);
  Batch batch = gather(index, settings);
  if (batch.size() > 0) row_.step(batch);
  last_.resize(std::max(last_.size(), index + 1));
  last_[index] = settings;
}

void Holder::defer(size_t index, const Settings& settings) {
  if (index == 0) refuseBusy();
  TORCH_CHECK(row_.differentiable < 0 || settings.values.at(row_.differentiable) != 1,
              "stepAsync() does not record its operations, which differentiable=True asks for: use step()");
  const at::NoGradGuard guard;
  Batch batch = gather(index, settings);
  if (!deferred_) deferred_ = std::make_shared<DeferredStep>(row_);
  deferred_->add(std::move(batch), settings);
}

void Holder::settle() {
  if (deferred_) deferred_->finish();
  deferred_.reset();
}

at::Tensor Holder::step(LossClosure closure) {
  at::Tensor loss;
  if (closure) {
    const at::AutoGradMode mode(true);
    loss = closure();
  }
  for (size_t i = 0; i < last_.size(); ++i) stepGroup(i, Settings(last_[i]));
  return loss;
}

}  // namespace ltn::optim
