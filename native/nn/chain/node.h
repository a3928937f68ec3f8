// The graph's nodes of a run and of the cross entropy behind it.
#pragma once

#include <torch/csrc/autograd/function.h>
#include <torch/csrc/autograd/saved_variable.h>

#include <vector>

#include "nn/chain/layout.h"

namespace ltn::chain {

class ChainBackward final : public torch::autograd::Node {
 public:
  using torch::autograd::Node::Node;

  std::string name() const override { return "ChainBackward"; }
  torch::autograd::variable_list apply(torch::autograd::variable_list&& grads) override;
  void release_variables() override;

  // x, then the parameters in the order of the run; each has an edge.
  std::vector<torch::autograd::SavedVariable> inputs;
  // Saved if the last step's backward needs it.
  torch::autograd::SavedVariable output;
  Layout layout;
  // All intermediate values.
  at::Tensor values;
  // A byte for each value of each mask; undefined for a merged one.
  std::vector<at::Tensor> masks;
  bool released = false;

 private:
  at::Tensor input(size_t index) const;
  torch::autograd::variable_list plain(const at::Tensor& grad);
  torch::autograd::variable_list differentiable(const at::Tensor& grad);
};

class CrossEntropyBackward final : public torch::autograd::Node {
 public:
  using torch::autograd::Node::Node;

  std::string name() const override { return "CrossEntropyBackward"; }
  torch::autograd::variable_list apply(torch::autograd::variable_list&& grads) override;
  void release_variables() override;

  torch::autograd::SavedVariable scores, labels;
  // The gradient of the scores for a gradient of 1.
  at::Tensor grad;
  int64_t reduction = 0;
  int64_t ignored = 0;
};

}  // namespace ltn::chain
