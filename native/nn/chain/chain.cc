#include "nn/chain/chain.h"

#include <ATen/core/LegacyTypeDispatch.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/empty_like.h>
#include <ATen/record_function.h>
#include <torch/csrc/autograd/functions/utils.h>
#include <torch/nn/modules/dropout.h>
#include <torch/nn/modules/linear.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <cstring>

#include "nn/chain/conditions.h"
#include "nn/chain/node.h"
#include "nn/recurrent/kernels.h"

namespace ltn::chain {

namespace {

using Kind = Step::Kind;

// Multiplications of one forward above which libtorch's products, on all threads, are faster.
constexpr int64_t kMostWork = 2 << 20;
// Rows for which packing the weights does not pay.
constexpr int64_t kFewRows = 4;

bool initial() {
  const char* value = std::getenv("LIBTORCH_NODE_FUSED_MLP");
  return value == nullptr || std::strcmp(value, "0") != 0;
}

std::atomic<bool>& enabled() {
  static std::atomic<bool> value{initial()};
  return value;
}

bool isVector(const at::Tensor& tensor, int64_t size) {
  return !tensor.defined() || (isArray(tensor) && tensor.dim() == 1 && tensor.size(0) == size);
}

// What a run works on, found step by step.
class Plan {
 public:
  Plan(const Chain& chain, const at::Tensor& x, const std::vector<at::Tensor>& norms) : norms_(norms) {
    width_ = x.size(-1);
    layout.rows = x.numel() / width_;
    layout.sizes = x.sizes().vec();
    inputs.push_back(x);
    recording_ = at::GradMode::is_enabled() && !c10::InferenceMode::is_enabled();
    wanted_ = recording_ && x.requires_grad();
    fits_ = std::all_of(chain.steps.begin(), chain.steps.end(), [&](const Step& step) { return add(step); });
    fits_ = fits_ && next_norm_ == norms.size() && !layout.places.empty();
    if (fits_) finish();
  }

  bool fits() const { return fits_; }
  bool recorded() const { return wanted_; }
  int64_t width() const { return width_; }

  Layout layout;
  std::vector<at::Tensor> inputs;
  std::vector<double> dropped;

 private:
  bool add(const Step& step) {
    Place place;
    place.in = place.out = width_;
    place.reaches = wanted_;
    switch (step.kind) {
      case Kind::kLinear:
        return addLinear(static_cast<const torch::nn::LinearImpl&>(*step.module), place);
      case Kind::kActivation:
        place.kind = Place::Kind::kActivation;
        place.activation = step.activation;
        layout.places.push_back(place);
        return true;
      case Kind::kLayerNorm:
        return addNorm(step, place);
      default:
        return addDropout(static_cast<const torch::nn::DropoutImpl&>(*step.module), place);
    }
  }

  bool addLinear(const torch::nn::LinearImpl& linear, Place& place) {
    const at::Tensor& weight = linear.weight;
    if (!isArray(weight) || weight.dim() != 2 || weight.size(1) != width_ || weight.size(0) == 0)
      return false;
    place.out = width_ = weight.size(0);
    if (!isVector(linear.bias, width_)) return false;
    work_ += layout.rows * place.in * place.out;
    return work_ <= kMostWork && addParameters(place, weight, linear.bias);
  }

  bool addNorm(const Step& step, Place& place) {
    if (next_norm_ + 2 > norms_.size() || step.columns != width_) return false;
    const at::Tensor& weight = norms_[next_norm_++];
    const at::Tensor& bias = norms_[next_norm_++];
    if (!isVector(weight, width_) || !isVector(bias, width_)) return false;
    place.kind = Place::Kind::kLayerNorm;
    place.eps = static_cast<float>(step.eps);
    return addParameters(place, weight, bias);
  }

  bool addDropout(const torch::nn::DropoutImpl& dropout, Place& place) {
    if (!dropout.is_training() || dropout.options.p() == 0) return true;
    place.kind = Place::Kind::kMask;
    place.mask = dropped.size();
    dropped.push_back(dropout.options.p());
    layout.places.push_back(place);
    return dropout.options.p() < 1;
  }

  bool addParameters(Place& place, const at::Tensor& weight, const at::Tensor& bias) {
    place.weight = take(weight);
    place.bias = take(bias);
    layout.places.push_back(place);
    return true;
  }

  size_t take(const at::Tensor& parameter) {
    if (!parameter.defined()) return 0;
    inputs.push_back(parameter);
    wanted_ = wanted_ || (recording_ && parameter.requires_grad());
    return inputs.size() - 1;
  }

  // Gives each step its place. An activation whose backward needs its output writes over its input, unless
  // the step before needs that.
  void finish() {
    int64_t from = -1;
    bool free = false;
    for (size_t i = 0; i < layout.places.size(); ++i) {
      Place& place = layout.places[i];
      const bool keeps = place.kind == Place::Kind::kActivation && !usesInput(place.activation);
      place.from = from;
      if (i + 1 == layout.places.size()) {
        place.to = -1;
      } else if (keeps && free && from >= 0) {
        place.to = from;
      } else {
        place.to = layout.size;
        layout.size += layout.rows * place.out;
      }
      if (place.kind == Place::Kind::kLayerNorm) {
        place.stats = layout.size;
        layout.size += layout.rows * 2;
      }
      from = place.to;
      free = !keeps;
    }
  }

  const std::vector<at::Tensor>& norms_;
  size_t next_norm_ = 0;
  int64_t width_ = 0;
  int64_t work_ = 0;
  bool recording_ = false;
  bool wanted_ = false;
  bool fits_ = false;
};

// As libtorch's dropout draws its factors.
at::Tensor maskOf(const at::Tensor& like, int64_t rows, int64_t columns, double p) {
  at::Tensor mask = at::empty({rows, columns}, like.options());
  mask.bernoulli_(1 - p);
  mask.div_(1 - p);
  return mask;
}

const float* dataOf(const std::vector<at::Tensor>& inputs, size_t index) {
  return index == 0 ? nullptr : inputs[index].const_data_ptr<float>();
}

void runLinear(const Place& place, int64_t rows, const std::vector<at::Tensor>& inputs, const float* x,
               float* y, float* packed) {
  const Kernels& use = kernels();
  const float* weight = dataOf(inputs, place.weight);
  const float* bias = dataOf(inputs, place.bias);
  if (rows > kFewRows) {
    use.pack(place.out, place.in, weight, packed);
    return use.linear(rows, place.in, place.out, x, packed, bias, y);
  }
  for (int64_t row = 0; row < rows; ++row, x += place.in, y += place.out) {
    if (bias)
      std::memcpy(y, bias, sizeof(float) * static_cast<size_t>(place.out));
    else
      std::memset(y, 0, sizeof(float) * static_cast<size_t>(place.out));
    recurrent::kernels().gemv(weight, place.out, place.in, x, y);
  }
}

// Room for the weights of any one step, if they are packed.
at::Tensor packingSpace(const Layout& layout) {
  int64_t most = 0;
  for (const Place& place : layout.places) {
    if (place.kind == Place::Kind::kLinear) most = std::max(most, kernels().packed_size(place.out, place.in));
  }
  return layout.rows > kFewRows && most > 0 ? at::empty({most}, at::kFloat) : at::Tensor();
}

std::vector<at::Tensor> compute(const Plan& plan, const at::Tensor& y, const at::Tensor& values) {
  const Kernels& use = kernels();
  const at::Tensor packed = packingSpace(plan.layout);
  auto* pack = packed.defined() ? packed.mutable_data_ptr<float>() : nullptr;
  std::vector<at::Tensor> masks;
  const int64_t rows = plan.layout.rows;
  auto* kept = values.defined() ? values.mutable_data_ptr<float>() : nullptr;
  const auto* first = plan.inputs[0].const_data_ptr<float>();
  auto* last = y.mutable_data_ptr<float>();
  for (const Place& place : plan.layout.places) {
    const float* from = place.from < 0 ? first : kept + place.from;
    float* to = place.to < 0 ? last : kept + place.to;
    switch (place.kind) {
      case Place::Kind::kLinear:
        runLinear(place, rows, plan.inputs, from, to, pack);
        break;
      case Place::Kind::kActivation:
        use.activate(place.activation, rows * place.out, from, to);
        break;
      case Place::Kind::kLayerNorm:
        use.layer_norm(rows, place.in, place.eps, from, dataOf(plan.inputs, place.weight),
                       dataOf(plan.inputs, place.bias), to, kept + place.stats);
        break;
      case Place::Kind::kMask:
        masks.push_back(maskOf(y, rows, place.in, plan.dropped[place.mask]));
        use.multiply(rows * place.in, from, masks.back().const_data_ptr<float>(), to);
        break;
    }
  }
  return masks;
}

void record(Plan& plan, const at::Tensor& y, at::Tensor values, std::vector<at::Tensor> masks) {
  const auto node = c10::make_intrusive<ChainBackward>();
  torch::autograd::edge_list edges;
  edges.reserve(plan.inputs.size());
  node->inputs.reserve(plan.inputs.size());
  for (const at::Tensor& input : plan.inputs) {
    edges.push_back(input.requires_grad() ? torch::autograd::impl::gradient_edge(input)
                                          : torch::autograd::Edge());
    node->inputs.emplace_back(input, false);
  }
  node->set_next_edges(std::move(edges));
  node->layout = std::move(plan.layout);
  node->values = std::move(values);
  node->masks = std::move(masks);
  torch::autograd::set_history(y, node);
  const Place& end = node->layout.places.back();
  if (end.kind == Place::Kind::kActivation && !usesInput(end.activation))
    node->output = torch::autograd::SavedVariable(y, true);
}

}  // namespace

bool isEnabled() { return enabled().load(std::memory_order_relaxed); }
void setEnabled(bool value) { enabled().store(value, std::memory_order_relaxed); }

std::optional<at::Tensor> run(const Chain& chain, const at::Tensor& x, const std::vector<at::Tensor>& norms) {
  if (!isEnabled() || !isArray(x) || x.dim() == 0 || x.numel() == 0 || isUnusual()) return std::nullopt;
  Plan plan(chain, x, norms);
  if (!plan.fits()) return std::nullopt;
  if (plan.recorded() && x.is_inference()) return std::nullopt;
  RECORD_FUNCTION("libtorch_node::chain", std::vector<c10::IValue>());
  std::vector<int64_t> sizes = plan.layout.sizes;
  sizes.back() = plan.width();
  at::Tensor y, values;
  std::vector<at::Tensor> masks;
  {
    const at::AutoDispatchBelowADInplaceOrView guard;
    y = at::empty(sizes, x.options().requires_grad(false));
    if (plan.layout.size > 0) values = at::empty({plan.layout.size}, at::kFloat);
    masks = compute(plan, y, values);
  }
  if (plan.recorded()) record(plan, y, std::move(values), std::move(masks));
  return y;
}

}  // namespace ltn::chain
