#include "nn/chain/plan.h"

#include <ATen/core/grad_mode.h>
#include <torch/csrc/autograd/function.h>
#include <torch/csrc/autograd/variable.h>
#include <torch/nn/modules/dropout.h>
#include <torch/nn/modules/linear.h>

#include <algorithm>

#include "nn/chain/conditions.h"

namespace ltn::chain {

namespace {

using Kind = Step::Kind;

// Multiplications of one forward above which libtorch's products, on all threads, are faster.
constexpr int64_t kMostWork = 2 << 20;
// Floats in a row of a run without a product above which its rows are shared out to threads.
constexpr int64_t kMostFloats = 1 << 16;

bool isVector(const at::Tensor& tensor, int64_t size) {
  return !tensor.defined() || (isArray(tensor) && tensor.dim() == 1 && tensor.size(0) == size);
}

}  // namespace

Plan::Plan(const Chain& chain, const at::Tensor& x, const std::vector<at::Tensor>& tensors)
    : tensors_(tensors) {
  width_ = x.size(-1);
  layout.rows = x.numel() / width_;
  layout.sizes = x.sizes().vec();
  if (!x.is_contiguous()) layout.turned = x.size(0);
  inputs.push_back(x);
  recording_ = at::GradMode::is_enabled() && !c10::InferenceMode::is_enabled();
  wanted_ = recording_ && x.requires_grad();
  fits_ = std::all_of(chain.steps.begin(), chain.steps.end(), [&](const Step& step) { return add(step); });
  fits_ = fits_ && next_tensor_ == tensors.size() && !layout.places.empty();
  if (fits_ && layout.turned > 0) {
    const Place::Kind first = layout.places.front().kind;
    fits_ =
        first == Place::Kind::kMask || (first == Place::Kind::kResidual && layout.places.front().extra > 0);
  }
  layout.large = work_ > kMostWork || (work_ == 0 && x.numel() > kMostFloats);
  fits_ = fits_ && !(layout.large && recording_ && isAwaited());
  if (fits_) finish();
}

// Whether somebody does something with single gradients as soon as they are there, as the Reducer of
// DistributedDataParallel does, which sends them while backward goes on. A run gives all of its gradients at
// its end.
bool Plan::isAwaited() const {
  return std::any_of(inputs.begin() + 1, inputs.end(), [](const at::Tensor& parameter) {
    if (!parameter.requires_grad()) return false;  // it may have no hooks to ask for, as what a residual adds
    if (torch::autograd::impl::post_acc_grad_hooks(parameter)) return true;
    const auto accumulator = torch::autograd::impl::try_get_grad_accumulator(parameter);
    return accumulator && !accumulator->post_hooks().empty();
  });
}

bool Plan::add(const Step& step) {
  Place place;
  place.in = place.out = width_;
  switch (step.kind) {
    case Kind::kLinear:
      return addLinear(*step.module, place);
    case Kind::kActivation:
      place.kind = Place::Kind::kActivation;
      place.activation = step.activation;
      layout.places.push_back(place);
      return true;
    case Kind::kLayerNorm:
      return addNorm(step, place);
    case Kind::kResidual:
      return addResidual(place);
    default:
      return addDropout(*step.module, place);
  }
}

bool Plan::addLinear(const torch::nn::Module& module, Place& place) {
  const auto& linear = static_cast<const torch::nn::LinearImpl&>(module);
  const at::Tensor& weight = linear.weight;
  if (!isArray(weight) || weight.dim() != 2 || weight.size(1) != width_ || weight.size(0) == 0) return false;
  place.out = width_ = weight.size(0);
  work_ += layout.rows * place.in * place.out;
  return isVector(linear.bias, width_) && addParameters(place, weight, linear.bias);
}

bool Plan::addNorm(const Step& step, Place& place) {
  if (next_tensor_ + 2 > tensors_.size() || step.columns != width_) return false;
  const at::Tensor& weight = tensors_[next_tensor_++];
  const at::Tensor& bias = tensors_[next_tensor_++];
  if (!isVector(weight, width_) || !isVector(bias, width_)) return false;
  place.kind = Place::Kind::kLayerNorm;
  place.eps = static_cast<float>(step.eps);
  return addParameters(place, weight, bias);
}

bool Plan::addDropout(const torch::nn::Module& module, Place& place) {
  const auto& dropout = static_cast<const torch::nn::DropoutImpl&>(module);
  const double p = dropout.options.p();
  if (!dropout.is_training() || p == 0) return true;
  place.kind = Place::Kind::kMask;
  place.mask = dropped.size();
  place.scale = 1.0F / static_cast<float>(1 - p);
  dropped.push_back(p);
  layout.places.push_back(place);
  return p < 1;
}

bool Plan::addResidual(Place& place) {
  if (next_tensor_ >= tensors_.size()) return false;
  const at::Tensor& extra = tensors_[next_tensor_++];
  place.kind = Place::Kind::kResidual;
  if (!extra.defined() || extra.is_same(inputs[0])) {
    layout.places.push_back(place);
    return width_ == layout.sizes.back() && layout.turned == 0;
  }
  std::vector<int64_t> sizes = layout.sizes;
  sizes.back() = width_;
  if (!isArray(extra) || extra.sizes() != sizes) return false;
  place.extra = take(extra);
  layout.places.push_back(place);
  return true;
}

bool Plan::addParameters(Place& place, const at::Tensor& weight, const at::Tensor& bias) {
  place.weight = take(weight);
  place.bias = take(bias);
  layout.places.push_back(place);
  return true;
}

size_t Plan::take(const at::Tensor& parameter) {
  if (!parameter.defined()) return 0;
  inputs.push_back(parameter);
  wanted_ = wanted_ || (recording_ && parameter.requires_grad());
  return inputs.size() - 1;
}

// Whether a step may write over its input. `free` says that the step before does not need its output again.
bool Plan::joins(size_t i, bool free) const {
  const Place& place = layout.places[i];
  if (i == 0) return false;
  if (place.merged) return true;
  const bool elementwise =
      keepsOutput(place) || place.kind == Place::Kind::kMask || place.kind == Place::Kind::kResidual;
  return elementwise && free;
}

// Gives each step its place. Those that write over their inputs share it.
void Plan::finish() {
  std::vector<Place>& places = layout.places;
  std::vector<bool> joined(places.size());
  bool free = false;
  for (size_t i = 0; i < places.size(); ++i) {
    Place& place = places[i];
    if (i > 0 && i + 1 < places.size() && place.kind == Place::Kind::kMask && keepsOutput(places[i - 1]) &&
        places[i - 1].activation == Activation::kRelu) {
      place.merged = true;
      places[i - 1].scale = place.scale;
    }
    joined[i] = joins(i, free);
    free = !keepsOutput(place) && !place.merged;
  }
  size_t last = places.size() - 1;  // the first of those that share the run's output
  while (joined[last]) --last;
  for (size_t i = 0; i < places.size(); ++i) {
    Place& place = places[i];
    place.from = i == 0 ? kInput : places[i - 1].to;
    if (i >= last) {
      place.to = kOutput;
    } else if (joined[i]) {
      place.to = place.from;
    } else {
      place.to = layout.size;
      layout.size += layout.rows * place.out;
    }
    if (place.kind != Place::Kind::kLayerNorm) continue;
    place.stats = layout.size;
    layout.size += layout.rows * 2;
  }
}

}  // namespace ltn::chain
