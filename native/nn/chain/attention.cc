#include "nn/chain/attention.h"

#include <ATen/Parallel.h>
#include <ATen/core/LegacyTypeDispatch.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/alias.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/linear.h>
#include <ATen/ops/matmul.h>
#include <ATen/ops/ones.h>
#include <ATen/ops/softmax.h>
#include <ATen/record_function.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/function.h>
#include <torch/csrc/autograd/functions/utils.h>
#include <torch/csrc/autograd/saved_variable.h>

#include <algorithm>
#include <cmath>

#include "nn/chain/chain.h"
#include "nn/chain/conditions.h"
#include "nn/random_mask.h"
#include "nn/recurrent/parallel.h"

namespace ltn::chain {

namespace {

using torch::autograd::variable_list;

// Weights of one head that a thread can hold: beyond, libtorch's blocks are better.
constexpr int64_t kMostWeights = 1 << 18;
// Multiplications that are worth a thread.
constexpr int64_t kHeadShare = 1 << 18;

// How the parts of the projection lie.
struct Shape {
  Shape(const at::Tensor& projected, const AttentionOptions& options)
      : heads(options.heads),
        batch(projected.size(options.batch_first ? 0 : 1)),
        length(projected.size(options.batch_first ? 1 : 0)),
        width(projected.size(2) / 3),
        size(width / heads),
        row(options.batch_first ? 1 : batch),
        sample(options.batch_first ? length : 1) {}

  int64_t heads, batch, length, width, size;
  int64_t row;     // rows of the tensor between two positions
  int64_t sample;  // and between two samples
};

// What of a call backward needs, but the projection.
struct Saved {
  AttentionOptions options;
  at::Tensor mask;    // [N, heads, L, L], strided; or undefined
  at::Tensor keep;    // bytes, [N, heads, L, L]; undefined without dropout
  at::Tensor levels;  // [N, heads, L]
};

class Heads {
 public:
  Heads(const Shape& shape, const Saved& saved, const float* projected)
      : shape_(shape), saved_(saved), projected_(projected) {}

  // The head's part of all tensors; `out` is [L, N, E] and `grads` is like the projection.
  Head head(int64_t index, float* out, const float* grad, float* grads) const {
    const int64_t sample = index / shape_.heads;
    const int64_t number = index % shape_.heads;
    const int64_t at = sample * shape_.sample * 3 * shape_.width + number * shape_.size;
    const int64_t out_at = sample * shape_.width + number * shape_.size;
    Head head;
    head.length = shape_.length;
    head.size = shape_.size;
    head.stride = shape_.row * 3 * shape_.width;
    head.q = projected_ + at;
    head.k = head.q + shape_.width;
    head.v = head.k + shape_.width;
    head.scale = static_cast<float>(1 / std::sqrt(static_cast<double>(shape_.size)));
    head.causal = saved_.options.causal;
    if (saved_.mask.defined()) {
      head.mask = saved_.mask.const_data_ptr<float>() + sample * saved_.mask.stride(0) +
                  number * saved_.mask.stride(1);
      head.mask_stride = saved_.mask.stride(2);
    }
    if (saved_.keep.defined()) {
      head.keep = saved_.keep.const_data_ptr<uint8_t>() + index * shape_.length * shape_.length;
      head.keep_scale = 1.0F / static_cast<float>(1 - saved_.options.dropout);
    }
    head.levels = saved_.levels.mutable_data_ptr<float>() + index * shape_.length;
    head.out_stride = shape_.batch * shape_.width;
    head.out = out ? out + out_at : nullptr;
    head.grad = grad ? grad + out_at : nullptr;
    if (grads) {
      head.dq = grads + at;
      head.dk = head.dq + shape_.width;
      head.dv = head.dk + shape_.width;
    }
    return head;
  }

  // Calls one of the kernels for each head.
  void each(void (*kernel)(const Head&, float*), float* out, const float* grad, float* grads) const {
    const int64_t scratch = kernels().head_scratch(shape_.length, shape_.size);
    const int64_t count = shape_.batch * shape_.heads;
    const int64_t work = shape_.length * shape_.length * shape_.size;
    recurrent::parallel(count, std::max<int64_t>(kHeadShare / std::max<int64_t>(work, 1), 1),
                        [&](int64_t first, int64_t last) {
                          const at::Tensor memory = at::empty({scratch}, at::kFloat);
                          auto* own = memory.mutable_data_ptr<float>();
                          for (int64_t i = first; i < last; ++i) kernel(head(i, out, grad, grads), own);
                        });
  }

 private:
  const Shape& shape_;
  const Saved& saved_;
  const float* projected_;
};

// Attention with libtorch's operators.
at::Tensor again(const at::Tensor& projected, const Saved& saved) {
  const Shape shape(projected, saved.options);
  const at::Tensor first = saved.options.batch_first ? projected : projected.transpose(0, 1);
  const at::Tensor parts =
      first.unflatten(2, {3, shape.heads, shape.size}).permute({2, 0, 3, 1, 4});  // [3, N, heads, L, size]
  at::Tensor scores =
      at::matmul(parts[0], parts[1].transpose(-2, -1)) / std::sqrt(static_cast<double>(shape.size));
  if (saved.mask.defined()) scores = scores + saved.mask;
  if (saved.options.causal) {
    const at::Tensor later = at::ones({shape.length, shape.length}, at::kBool).triu(1);
    scores = scores.masked_fill(later, -INFINITY);
  }
  at::Tensor weights = at::softmax(scores, -1);
  const at::Tensor nothing = scores.detach().eq(-INFINITY).all(-1, true);
  weights = weights.masked_fill(nothing, 0);
  if (saved.keep.defined())
    weights = weights * (saved.keep.view(weights.sizes()).to(at::kFloat) / (1 - saved.options.dropout));
  return at::matmul(weights, parts[2]).permute({2, 0, 1, 3}).flatten(2);
}

class AttentionBackward final : public torch::autograd::Node {
 public:
  using torch::autograd::Node::Node;

  std::string name() const override { return "AttentionBackward"; }

  variable_list apply(variable_list&& grads) override {
    const std::lock_guard lock(mutex_);
    TORCH_CHECK(!released, torch::autograd::ERR_BACKWARD_TWICE);
    if (!grads[0].defined() || !task_should_compute_output(0)) return {at::Tensor()};
    const at::Tensor given = projected.unpack();
    if (at::GradMode::is_enabled() || !isPlainFloat(grads[0])) {
      const at::AutoGradMode recording(true);
      const at::Tensor view = at::alias(given);
      return torch::autograd::grad({again(view, saved)}, {view}, {grads[0]}, std::nullopt, true, true);
    }
    const at::AutoDispatchBelowADInplaceOrView guard;
    const at::Tensor grad = grads[0].contiguous();
    at::Tensor result = at::empty(given.sizes(), at::kFloat);
    const Shape shape(given, saved.options);
    Heads(shape, saved, given.const_data_ptr<float>())
        .each(kernels().head_backward, nullptr, grad.const_data_ptr<float>(),
              result.mutable_data_ptr<float>());
    return {result};
  }

  void release_variables() override {
    const std::lock_guard lock(mutex_);
    projected.reset_data();
    saved = {};
    released = true;
  }

  torch::autograd::SavedVariable projected;
  Saved saved;
  bool released = false;
};

bool isFloatOrNone(const at::Tensor& tensor) { return !tensor.defined() || isArray(tensor); }

bool applies(const Projection& projection, const at::Tensor& mask, const AttentionOptions& options) {
  const auto& [input, weight, bias] = projection;
  if (!isEnabled() || isUnusual() || !isArray(input) || input.dim() != 3 || input.numel() == 0) return false;
  if (!isArray(weight) || weight.dim() != 2 || !isFloatOrNone(bias) || input.is_inference()) return false;
  const int64_t width = input.size(2);
  if (weight.size(0) != 3 * width || weight.size(1) != width) return false;
  if (options.heads <= 0 || width % options.heads != 0) return false;
  if (options.dropout < 0 || options.dropout >= 1) return false;
  const int64_t length = input.size(options.batch_first ? 1 : 0);
  if (length * length > kMostWeights) return false;
  return !mask.defined() || (isPlainFloat(mask) && !mask.requires_grad() && !mask._fw_grad(0).defined());
}

void record(const at::Tensor& out, const at::Tensor& projected, Saved saved) {
  const auto node = c10::make_intrusive<AttentionBackward>();
  node->set_next_edges({torch::autograd::impl::gradient_edge(projected)});
  node->projected = torch::autograd::SavedVariable(projected, false);
  node->saved = std::move(saved);
  torch::autograd::set_history(out, node);
}

}  // namespace

std::optional<at::Tensor> attention(const Projection& projection, const at::Tensor& mask,
                                    const AttentionOptions& options) {
  if (!applies(projection, mask, options)) return std::nullopt;
  const at::Tensor projected =
      at::linear(projection.input, projection.weight,
                 projection.bias.defined() ? std::optional<at::Tensor>(projection.bias) : std::nullopt)
          .contiguous();
  RECORD_FUNCTION("libtorch_node::attention", std::vector<c10::IValue>());
  const Shape shape(projected, options);
  Saved saved{options, {}, {}, {}};
  at::Tensor out;
  {
    const at::AutoDispatchBelowADInplaceOrView guard;
    if (mask.defined()) {
      saved.mask = mask.expand({shape.batch, shape.heads, shape.length, shape.length});
      if (saved.mask.stride(3) != 1) saved.mask = saved.mask.contiguous();
    }
    if (options.dropout > 0)
      saved.keep = keepMask(shape.batch * shape.heads * shape.length * shape.length, 1 - options.dropout);
    saved.levels = at::empty({shape.batch * shape.heads * shape.length}, at::kFloat);
    out = at::empty({shape.length, shape.batch, shape.width}, at::kFloat);
    Heads(shape, saved, projected.const_data_ptr<float>())
        .each(kernels().head_forward, out.mutable_data_ptr<float>(), nullptr, nullptr);
  }
  if (at::GradMode::is_enabled() && projected.requires_grad()) record(out, projected, std::move(saved));
  return out;
}

}  // namespace ltn::chain
