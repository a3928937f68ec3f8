#include "nn/chain/chain.h"

#include <ATen/core/LegacyTypeDispatch.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/empty.h>
#include <ATen/record_function.h>
#include <torch/csrc/autograd/functions/utils.h>

#include <atomic>
#include <cstdlib>
#include <cstring>

#include "nn/chain/conditions.h"
#include "nn/chain/forward.h"
#include "nn/chain/node.h"
#include "nn/chain/plan.h"

namespace ltn::chain {

namespace {

bool initial() {
  const char* value = std::getenv("LIBTORCH_NODE_FUSED_MLP");
  return value == nullptr || std::strcmp(value, "0") != 0;
}

std::atomic<bool>& enabled() {
  static std::atomic<bool> value{initial()};
  return value;
}

// Whether x is [N, L, E] over the memory of [L, N, E].
bool isTurned(const at::Tensor& x) {
  return isPlainFloat(x) && x.dim() == 3 && !x._fw_grad(0).defined() && x.transpose(0, 1).is_contiguous();
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
  if (keepsOutput(node->layout.places.back())) node->output = torch::autograd::SavedVariable(y, true);
}

}  // namespace

bool isEnabled() { return enabled().load(std::memory_order_relaxed); }
void setEnabled(bool value) { enabled().store(value, std::memory_order_relaxed); }

std::optional<at::Tensor> run(const Chain& chain, const at::Tensor& x,
                              const std::vector<at::Tensor>& tensors) {
  if (!isEnabled() || !(isArray(x) || isTurned(x)) || x.dim() == 0 || x.numel() == 0 || isUnusual())
    return std::nullopt;
  Plan plan(chain, x, tensors);
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
