#include "nn/chain/node.h"

#include <ATen/TensorOperators.h>
#include <ATen/core/LegacyTypeDispatch.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/alias.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/gelu.h>
#include <ATen/ops/layer_norm.h>
#include <ATen/ops/linear.h>
#include <ATen/ops/relu.h>
#include <ATen/ops/sigmoid.h>
#include <ATen/ops/silu.h>
#include <ATen/ops/tanh.h>
#include <ATen/ops/zeros.h>
#include <torch/csrc/autograd/autograd.h>

#include <algorithm>

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

// The run with libtorch's operators. `inputs` has x, then the parameters.
at::Tensor again(const Layout& layout, const variable_list& inputs, const std::vector<at::Tensor>& masks) {
  const auto optional = [&](size_t i) { return i == 0 ? std::optional<at::Tensor>() : inputs[i]; };
  at::Tensor value = inputs[0];
  for (const Place& place : layout.places) {
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
      case Place::Kind::kMask:
        value = value * masks[place.mask].view(value.sizes());
        break;
    }
  }
  return value;
}

const float* dataOf(const at::Tensor& tensor) {
  return tensor.defined() ? tensor.const_data_ptr<float>() : nullptr;
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
  const at::Tensor y = again(layout, views, masks);
  const variable_list found = torch::autograd::grad({y}, wanted, {grad}, std::nullopt, true, true);
  for (size_t i = 0; i < places.size(); ++i) result[places[i]] = found[i];
  return result;
}

namespace {

// Backward through a run: the gradient of a step's output becomes that of its input.
class Walk {
 public:
  Walk(const Layout& layout, const float* values, const at::Tensor& y, at::Tensor grad)
      : layout_(layout), values_(values), y_(y), grad_(std::move(grad)) {}

  const float* valueAt(int64_t place, const at::Tensor& outer) const {
    return place < 0 ? dataOf(outer) : values_ + place;
  }
  const float* grad() const { return grad_.const_data_ptr<float>(); }
  const at::Tensor& tensor() const { return grad_; }

  // Where the gradient of `count` floats may be written: over the last one, if it is ours and has this size.
  float* over(int64_t count) {
    if (own_ && grad_.numel() == count) return grad_.mutable_data_ptr<float>();
    return fresh(count);
  }
  float* fresh(int64_t count) {
    next_ = at::empty({count}, at::kFloat);
    return next_.mutable_data_ptr<float>();
  }
  void advance() {
    if (next_.defined()) grad_ = std::move(next_);
    next_ = at::Tensor();
    own_ = true;
  }

  void activation(const Place& place, const at::Tensor& x) {
    const int64_t count = layout_.rows * place.out;
    const float* saved = usesInput(place.activation) ? valueAt(place.from, x) : valueAt(place.to, y_);
    const float* dy = grad();
    kernels().activate_backward(place.activation, count, saved, dy, over(count));
    advance();
  }

  void mask(const Place& place, const at::Tensor& factors) {
    const int64_t count = layout_.rows * place.out;
    const float* dy = grad();
    kernels().multiply(count, dy, dataOf(factors), over(count));
    advance();
  }

 private:
  const Layout& layout_;
  const float* values_;
  const at::Tensor& y_;
  at::Tensor grad_;
  at::Tensor next_;
  bool own_ = false;
};

}  // namespace

variable_list ChainBackward::plain(const at::Tensor& given) {
  const Kernels& use = kernels();
  const auto saved = [&](size_t i) { return i == 0 ? at::Tensor() : input(i); };
  variable_list result(inputs.size());
  const auto wants = [&](size_t i) { return i != 0 && task_should_compute_output(i); };
  const Place& first = layout.places.front();
  const bool wants_x = task_should_compute_output(0);
  const bool reads_x =
      wants(first.weight) || (first.kind != Place::Kind::kLinear && (wants_x || wants(first.bias)));
  const at::Tensor x = reads_x ? input(0) : at::Tensor();
  const Place& last = layout.places.back();
  const bool reads_y = last.kind == Place::Kind::kActivation && !usesInput(last.activation);
  const at::Tensor y = reads_y ? output.unpack(getptr()) : at::Tensor();
  const at::AutoDispatchBelowADInplaceOrView guard;
  Walk walk(layout, dataOf(values), y, given.contiguous());
  const int64_t rows = layout.rows;
  for (size_t i = layout.places.size(); i-- > 0;) {
    const Place& place = layout.places[i];
    // Gradients before this step are wanted by an earlier parameter or by x.
    const bool onward =
        place.reaches &&
        (wants_x || std::any_of(layout.places.begin(), layout.places.begin() + i, [&](const Place& before) {
           return wants(before.weight) || wants(before.bias);
         }));
    const float* in = walk.valueAt(place.from, x);
    switch (place.kind) {
      case Place::Kind::kActivation:
        if (onward) walk.activation(place, x);
        break;
      case Place::Kind::kMask:
        if (onward) walk.mask(place, masks[place.mask]);
        break;
      case Place::Kind::kLinear: {
        if (wants(place.weight)) {
          at::Tensor& dw = result[place.weight] = at::empty({place.out, place.in}, at::kFloat);
          use.linear_weight(rows, place.in, place.out, walk.grad(), in, dw.mutable_data_ptr<float>());
        }
        if (wants(place.bias)) {
          at::Tensor& db = result[place.bias] = at::empty({place.out}, at::kFloat);
          use.sum_rows(rows, place.out, walk.grad(), db.mutable_data_ptr<float>());
        }
        if (!onward) break;
        const at::Tensor weight = saved(place.weight);
        const float* dy = walk.grad();
        use.linear_input(rows, place.in, place.out, dy, dataOf(weight), walk.fresh(rows * place.in));
        walk.advance();
        break;
      }
      case Place::Kind::kLayerNorm: {
        float* dw = nullptr;
        float* db = nullptr;
        if (wants(place.weight))
          dw = (result[place.weight] = at::zeros({place.out}, at::kFloat)).mutable_data_ptr<float>();
        if (wants(place.bias))
          db = (result[place.bias] = at::zeros({place.out}, at::kFloat)).mutable_data_ptr<float>();
        if (!onward && dw == nullptr && db == nullptr) break;
        const at::Tensor weight = saved(place.weight);
        const float* dy = walk.grad();
        float* dx = onward ? walk.fresh(rows * place.in) : nullptr;
        use.layer_norm_backward(rows, place.in, in, dataOf(values) + place.stats, dataOf(weight), dy, dx, dw,
                                db);
        walk.advance();
        break;
      }
    }
    if (!onward) break;
  }
  if (wants_x) result[0] = walk.tensor().view(layout.sizes);
  return result;
}

}  // namespace ltn::chain
