#include <ATen/core/LegacyTypeDispatch.h>
#include <ATen/core/Reduction.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/alias.h>
#include <ATen/ops/cross_entropy_loss.h>
#include <ATen/ops/empty.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/functions/utils.h>

#include <algorithm>
#include <numeric>

#include "nn/chain/chain.h"
#include "nn/chain/conditions.h"
#include "nn/chain/node.h"
#include "nn/recurrent/parallel.h"

namespace ltn::chain {

namespace {

using torch::autograd::variable_list;

// How many labels count, or -1 if one is out of range: then libtorch says so.
int64_t counted(const int64_t* labels, int64_t rows, int64_t classes, int64_t ignored) {
  int64_t count = 0;
  for (int64_t row = 0; row < rows; ++row) {
    if (labels[row] == ignored) continue;
    if (labels[row] < 0 || labels[row] >= classes) return -1;
    ++count;
  }
  return count;
}

// Scores from which on a second copy of them matters.
constexpr int64_t kManyScores = 1 << 18;
// Scores that are worth a thread.
constexpr int64_t kScoresShare = 1 << 13;

// Only the scores of a run, and many: other networks' losses keep Python's bits.
bool applies(const at::Tensor& scores, const at::Tensor& labels) {
  if (!isEnabled() || !at::GradMode::is_enabled() || !scores.requires_grad() || isUnusual()) return false;
  if (!isArray(scores) || scores.dim() != 2 || scores.numel() == 0) return false;
  if (!isPlain(labels) || labels.scalar_type() != at::kLong || labels.dim() != 1 || !labels.is_contiguous())
    return false;
  if (labels.size(0) != scores.size(0)) return false;
  return scores.numel() >= kManyScores || dynamic_cast<ChainBackward*>(scores.grad_fn().get()) != nullptr;
}

// The loss of each row into `each`, or their sum over `count` into `total`; the gradient of the scores into
// `grad`.
void computeLoss(const at::Tensor& scores, const int64_t* labels, int64_t ignored, int64_t count, float* each,
                 float* total, float* grad) {
  const float scale = 1.0F / static_cast<float>(count);
  const int64_t rows = scores.size(0);
  const int64_t classes = scores.size(1);
  const auto* first = scores.const_data_ptr<float>();
  const at::Tensor losses = each ? at::Tensor() : at::empty({rows}, at::kFloat);
  float* to = each ? each : losses.mutable_data_ptr<float>();
  recurrent::parallel(rows, std::max<int64_t>(kScoresShare / classes, 1), [&](int64_t begin, int64_t end) {
    for (int64_t row = begin; row < end; ++row) {
      float* own = grad + row * classes;
      to[row] = 0;
      if (labels[row] == ignored)
        std::fill_n(own, classes, 0.0F);
      else
        to[row] = kernels().cross_entropy(classes, first + row * classes, labels[row], scale, own);
    }
  });
  if (!total) return;
  const double sum = std::accumulate(to, to + rows, 0.0);
  *total = static_cast<float>(sum / static_cast<double>(count));
}

}  // namespace

std::optional<at::Tensor> crossEntropy(const at::Tensor& scores, const at::Tensor& labels, int64_t reduction,
                                       int64_t ignored) {
  if (!applies(scores, labels)) return std::nullopt;
  const int64_t rows = scores.size(0);
  const auto* data = labels.const_data_ptr<int64_t>();
  const int64_t count = counted(data, rows, scores.size(1), ignored);
  if (count <= 0) return std::nullopt;
  const bool each = reduction == at::Reduction::None;
  at::Tensor loss, grad;
  {
    const at::AutoDispatchBelowADInplaceOrView guard;
    loss = each ? at::empty({rows}, at::kFloat) : at::empty({}, at::kFloat);
    grad = at::empty(scores.sizes(), at::kFloat);
    auto* out = loss.mutable_data_ptr<float>();
    computeLoss(scores, data, ignored, reduction == at::Reduction::Mean ? count : 1, each ? out : nullptr,
                each ? nullptr : out, grad.mutable_data_ptr<float>());
  }
  const auto node = c10::make_intrusive<CrossEntropyBackward>();
  node->set_next_edges({torch::autograd::impl::gradient_edge(scores)});
  node->scores = torch::autograd::SavedVariable(scores, false);
  node->labels = torch::autograd::SavedVariable(labels, false);
  node->grad = std::move(grad);
  node->reduction = reduction;
  node->ignored = ignored;
  torch::autograd::set_history(loss, node);
  return loss;
}

void CrossEntropyBackward::release_variables() {
  const std::lock_guard lock(mutex_);
  scores.reset_data();
  labels.reset_data();
  grad = at::Tensor();
}

variable_list CrossEntropyBackward::apply(variable_list&& grads) {
  const std::lock_guard lock(mutex_);
  TORCH_CHECK(grad.defined(), torch::autograd::ERR_BACKWARD_TWICE);
  if (!grads[0].defined()) return {at::Tensor()};
  const at::Tensor given = labels.unpack();  // throws if they were changed
  if (at::GradMode::is_enabled() || !isPlainFloat(grads[0])) {
    const at::AutoGradMode recording(true);
    const at::Tensor view = at::alias(scores.unpack());
    const at::Tensor loss = at::cross_entropy_loss(view, given, {}, reduction, ignored, 0.0);
    return torch::autograd::grad({loss}, {view}, {grads[0]}, std::nullopt, true, true);
  }
  const at::AutoDispatchBelowADInplaceOrView guard;
  const at::Tensor factors = grads[0].contiguous();
  const auto* factor = factors.const_data_ptr<float>();
  if (factors.dim() == 0 && *factor == 1.0F) return {grad};
  const int64_t columns = grad.size(1);
  const at::Tensor result = at::empty(grad.sizes(), at::kFloat);
  const auto* from = grad.const_data_ptr<float>();
  auto* to = result.mutable_data_ptr<float>();
  const int64_t step = factors.dim() == 0 ? 0 : 1;
  recurrent::parallel(grad.size(0), std::max<int64_t>(kScoresShare / columns, 1),
                      [&](int64_t begin, int64_t end) {
                        for (int64_t row = begin; row < end; ++row) {
                          const float by = factor[row * step];
                          for (int64_t i = row * columns; i < (row + 1) * columns; ++i) to[i] = from[i] * by;
                        }
                      });
  return {result};
}

}  // namespace ltn::chain
