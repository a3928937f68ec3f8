// A torch::nn recurrent layer by the fused kernels.
#pragma once

#include <ATen/core/Tensor.h>
#include <torch/nn/options/rnn.h>

#include <vector>

namespace ltn::recurrent {

// What a call of the layer has: `states` is empty, {h} or {h, c}; the last three are defined for a packed
// sequence, whose data is `input`, but the indices only if it had to be sorted.
struct ModuleCall {
  const torch::nn::detail::RNNOptionsBase& options;
  const std::vector<at::Tensor>& weights;
  bool training;
  at::Tensor input;
  std::vector<at::Tensor> states;
  at::Tensor batch_sizes;
  at::Tensor sorted_indices;
  at::Tensor unsorted_indices;
};

// The states in the order of the sorted rows, zeros where none were given.
std::vector<at::Tensor> initialStates(const ModuleCall& call);

// {output, h} or {output, h, c}, from what initialStates returned and the caller has checked.
std::vector<at::Tensor> runModule(const ModuleCall& call, const std::vector<at::Tensor>& states);

}  // namespace ltn::recurrent
