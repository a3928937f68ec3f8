#include "nn/chain/node.h"

#include <ATen/TensorOperators.h>
#include <ATen/core/LegacyTypeDispatch.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/alias.h>
#include <ATen/ops/gelu.h>
#include <ATen/ops/layer_norm.h>
#include <ATen/ops/linear.h>
#include <ATen/ops/relu.h>
#include <ATen/ops/sigmoid.h>
#include <ATen/ops/silu.h>
#include <ATen/ops/tanh.h>
#include <torch/csrc/autograd/autograd.h>

#include "nn/chain/backward.h"
#include "tensor/plain.h"

namespace ltn::chain {

namespace {

using torch::autograd::variable_list;

at::Tensor activated(Activation activation, const at::Tensor& x) {
  switch (activation) {
    case Activation::kRelu:
      return at::relu(x);
    case Activation::kTanh:
      return at::tanh(x);
    case Activation::kSigmoid:
      return at::sigmoid(x);
    case Activation::kSilu:
      return at::silu(x);
    case Activation::kGelu:
      return at::gelu(x);
    default:
      return at::gelu(x, "tanh");
  }
}

// The factors of a mask. What is left of a merged one shows where the value before it was positive, and
// elsewhere its factor counts for nothing.
at::Tensor factorsOf(const ChainBackward& node, const Place& place, const at::Tensor& like) {
  const at::Tensor& mask = node.masks[place.mask];
  const at::Tensor kept =
      mask.defined() ? mask : node.values.narrow(0, place.to, node.layout.rows * place.out).gt(0);
  const at::Tensor factors = kept.to(at::kFloat).mul_(place.scale);
  if (place.from != kInput || node.layout.turned == 0) return factors.view(like.sizes());
  return factors.view({like.size(1), like.size(0), like.size(2)}).transpose(0, 1);
}

// The run with libtorch's operators. `inputs` has x, then the parameters.
at::Tensor again(const ChainBackward& node, const variable_list& inputs) {
  const auto optional = [&](size_t i) { return i == 0 ? std::optional<at::Tensor>() : inputs[i]; };
  at::Tensor value = inputs[0];
  for (const Place& place : node.layout.places) {
    switch (place.kind) {
      case Place::Kind::kLinear:
        value = at::linear(value, inputs[place.weight], optional(place.bias));
        break;
      case Place::Kind::kActivation:
        value = activated(place.activation, value);
        break;
      case Place::Kind::kLayerNorm:
        value = at::layer_norm(value, {place.in}, optional(place.weight), optional(place.bias), place.eps);
        break;
      case Place::Kind::kResidual:
        value = value + inputs[place.extra];
        break;
      case Place::Kind::kMask:
        value = value * factorsOf(node, place, value);
        break;
    }
  }
  return value;
}

}  // namespace

at::Tensor ChainBackward::input(size_t index) const { return inputs[index].unpack(); }

void ChainBackward::release_variables() {
  const std::lock_guard lock(mutex_);
  for (auto& each : inputs) each.reset_data();
  output.reset_data();
  values = at::Tensor();
  masks.clear();
  released = true;
}

variable_list ChainBackward::apply(variable_list&& grads) {
  const std::lock_guard lock(mutex_);
  TORCH_CHECK(!released, torch::autograd::ERR_BACKWARD_TWICE);
  if (!grads[0].defined()) return variable_list(inputs.size());
  if (at::GradMode::is_enabled()) return differentiable(grads[0]);
  if (isPlainFloat(grads[0])) return plain(grads[0]);
  const at::AutoGradMode recording(true);  // a gradient of vmap's, or one without memory
  return differentiable(grads[0]);
}

// The gradients with a graph of their own. Each use of a tensor gets a gradient of its own, so each is a
// view.
variable_list ChainBackward::differentiable(const at::Tensor& grad) {
  variable_list views, wanted;
  std::vector<size_t> places;
  for (size_t i = 0; i < inputs.size(); ++i) {
    views.push_back(at::alias(input(i)));
    if (!task_should_compute_output(i)) continue;
    wanted.push_back(views.back());
    places.push_back(i);
  }
  variable_list result(inputs.size());
  if (wanted.empty()) return result;
  const at::Tensor y = again(*this, views);
  const variable_list found = torch::autograd::grad({y}, wanted, {grad}, std::nullopt, true, true);
  for (size_t i = 0; i < places.size(); ++i) result[places[i]] = found[i];
  return result;
}

variable_list ChainBackward::plain(const at::Tensor& grad) {
  const bool reads = keepsOutput(layout.places.back());
  return gradients(*this, grad, reads ? output.unpack(getptr()) : at::Tensor());
}

}  // namespace ltn::chain
