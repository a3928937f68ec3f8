#include "nn/recurrent/module.h"

#include <ATen/ops/zeros.h>

#include "nn/recurrent/rnn.h"

namespace ltn::recurrent {

namespace {

Cell cellOf(const torch::nn::detail::RNNOptionsBase& options) {
  const auto& mode = options.mode();
  if (std::holds_alternative<torch::enumtype::kLSTM>(mode)) return Cell::kLstm;
  if (std::holds_alternative<torch::enumtype::kGRU>(mode)) return Cell::kGru;
  return std::holds_alternative<torch::enumtype::kRNN_RELU>(mode) ? Cell::kRelu : Cell::kTanh;
}

}  // namespace

std::vector<at::Tensor> initialStates(const ModuleCall& call) {
  const size_t count = cellOf(call.options) == Cell::kLstm ? 2 : 1;
  std::vector<at::Tensor> states = call.states;
  if (states.empty()) {
    const int64_t batch = call.batch_sizes.defined() ? call.batch_sizes[0].item<int64_t>()
                                                     : call.input.size(call.options.batch_first() ? 0 : 1);
    const int64_t layers = call.options.num_layers() * (call.options.bidirectional() ? 2 : 1);
    const int64_t hidden = call.options.hidden_size();
    const int64_t projected = call.options.proj_size();
    states.assign(count, at::zeros({layers, batch, hidden}, call.input.options()));
    if (projected > 0) states[0] = at::zeros({layers, batch, projected}, call.input.options());
  } else if (call.sorted_indices.defined()) {
    for (at::Tensor& state : states) state = state.index_select(1, call.sorted_indices);
  }
  return states;
}

std::vector<at::Tensor> runModule(const ModuleCall& call, const std::vector<at::Tensor>& states) {
  const auto& options = call.options;
  const bool batch_first =
      options.batch_first() && !call.batch_sizes.defined();  // packed data has no such dimension
  const Result out =
      runDispatched({cellOf(options), call.input, states[0], states.size() > 1 ? states[1] : at::Tensor(),
                     call.weights, options.bias(), options.num_layers(), options.dropout(), call.training,
                     options.bidirectional(), batch_first, call.batch_sizes});
  std::vector<at::Tensor> results{out.y, out.hn};
  if (out.cn.defined()) results.push_back(out.cn);
  if (call.unsorted_indices.defined()) {
    for (size_t i = 1; i < results.size(); i++)
      results[i] = results[i].index_select(1, call.unsorted_indices);
  }
  return results;
}

}  // namespace ltn::recurrent
