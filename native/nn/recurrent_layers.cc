// Rows of RNN, LSTM and GRU: torch::nn's layers with what Python's have besides: inputs without a batch
// dimension, weights that can be replaced, and a check of dtypes.
//
// forward(input, state, batchSizes, sortedIndices, unsortedIndices): `state` is null, or [h], or [h, c] for
// an LSTM; the last three are there for a packed sequence, whose data is `input`. Returns [output, h] or
// [output, h, c].
#include <ATen/autocast_mode.h>
#include <torch/nn/modules/rnn.h>

#include "core/tracing.h"
#include "nn/fields.h"
#include "nn/recurrent/module.h"
#include "nn/recurrent/rnn.h"
#include "trace/recorder.h"

namespace ltn {

namespace {

namespace nn = torch::nn;
using nn::utils::rnn::PackedSequence;
using States = std::vector<at::Tensor>;

template <class Impl>
struct Recurrent : Impl {
  using Impl::Impl;

  bool assign(const std::string& name, const at::Tensor& tensor) {
    const auto& names = this->flat_weights_names_;
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return false;
    if (!tensor.defined()) throw ArgumentError("'" + name + "' of a recurrent layer cannot be null");
    this->flat_weights_[found - names.begin()] = tensor;
    this->parameters_[name] = tensor;
    return true;
  }

  void aliasWeights() {
    for (auto& weight : this->flat_weights_) weight = aliasOf(weight);
  }

  const at::Tensor& firstWeight() const { return this->flat_weights_.front(); }

  // Whether forward is left to the fused kernels of nn/recurrent, which no tracer and no graph knows.
  static bool isFused() { return recurrent::isEnabled() && !isTracing() && !isRecording(); }

  // Impl::forward by the fused kernels: {output, h} or {output, h, c}.
  States runFused(const at::Tensor& input, const States& states, const at::Tensor& sizes = {},
                  const at::Tensor& sorted = {}, const at::Tensor& unsorted = {}) {
    const recurrent::ModuleCall call{
        this->options_base, this->flat_weights_, this->is_training(), input, states, sizes, sorted, unsorted};
    const States initial = recurrent::initialStates(call);
    if constexpr (std::is_same_v<Impl, nn::LSTMImpl>) {
      this->check_forward_args(input, std::make_tuple(initial[0], initial[1]), sizes);
    } else {
      this->check_forward_args(input, initial[0], sizes);
    }
    return recurrent::runModule(call, initial);
  }
};

constexpr size_t stateCount(const nn::RNNImpl*) { return 1; }
constexpr size_t stateCount(const nn::GRUImpl*) { return 1; }
constexpr size_t stateCount(const nn::LSTMImpl*) { return 2; }

// The state as Impl::forward takes it.
template <class Impl>
auto given(const States& states) {
  if constexpr (stateCount(static_cast<Impl*>(nullptr)) == 2) {
    std::optional<std::tuple<at::Tensor, at::Tensor>> pair;
    if (!states.empty()) pair.emplace(states[0], states[1]);
    return pair;
  } else {
    return states.empty() ? at::Tensor() : states[0];
  }
}

States listed(at::Tensor state) { return {std::move(state)}; }
States listed(std::tuple<at::Tensor, at::Tensor> states) {
  return {std::get<0>(states), std::get<1>(states)};
}

template <class Impl>
States statesOf(const ForwardInputs& inputs) {
  const auto& states = inputs.list();
  if (states && states->size() != stateCount(static_cast<Impl*>(nullptr)))
    throw ArgumentError(c10::str("expected ", stateCount(static_cast<Impl*>(nullptr)),
                                 " initial states, got ", states->size()));
  return states.value_or(States());
}

void checkDtype(const at::Tensor& input, const at::Tensor& weight) {
  TORCH_CHECK_VALUE(
      input.scalar_type() == weight.scalar_type() || at::autocast::is_autocast_enabled(input.device().type()),
      "RNN input dtype (", input.scalar_type(), ") does not match weight dtype (", weight.scalar_type(),
      "). Convert the input, or convert the model with model.to()");
}

void checkUnbatched(const States& states) {
  for (const auto& state : states) {
    TORCH_CHECK(state.dim() == 2, "For unbatched 2-D input, hx should also be 2-D but got ", state.dim(),
                "-D tensor");
  }
}

void checkBatched(const States& states) {
  for (const auto& state : states) {
    TORCH_CHECK(state.dim() == 3, "For batched 3-D input, hx should also be 3-D but got ", state.dim(),
                "-D tensor");
  }
}

States joined(at::Tensor output, States states) {
  states.insert(states.begin(), std::move(output));
  return states;
}

template <class Impl>
States forwardUnbatched(Recurrent<Impl>& layer, const at::Tensor& input, States states) {
  checkUnbatched(states);
  const int64_t batch_dim = layer.options.batch_first() ? 0 : 1;
  for (auto& state : states) state = state.unsqueeze(1);
  if (layer.isFused()) {
    States results = layer.runFused(input.unsqueeze(batch_dim), states);
    results[0] = results[0].squeeze(batch_dim);
    for (size_t i = 1; i < results.size(); ++i) results[i] = results[i].squeeze(1);
    return results;
  }
  auto [output, after] = layer.forward(input.unsqueeze(batch_dim), given<Impl>(states));
  States results = listed(std::move(after));
  for (auto& state : results) state = state.squeeze(1);
  return joined(output.squeeze(batch_dim), std::move(results));
}

template <class Impl>
States forwardPacked(Recurrent<Impl>& layer, const ForwardInputs& inputs, const States& states) {
  const at::Tensor &sizes = inputs.tensor(2), &sorted = inputs.tensorOrNone(3),
                   &unsorted = inputs.tensorOrNone(4);
  if (layer.isFused()) return layer.runFused(inputs.tensor(0), states, sizes, sorted, unsorted);
  const PackedSequence packed(inputs.tensor(0), sizes, sorted, unsorted);
  auto [output, after] = layer.forward_with_packed_input(packed, given<Impl>(states));
  return joined(output.data(), listed(std::move(after)));
}

/** What the layer is called, for messages too. */
template <class Impl>
constexpr const char* kName = std::is_same_v<Impl, nn::RNNImpl>    ? "RNN"
                              : std::is_same_v<Impl, nn::LSTMImpl> ? "LSTM"
                                                                   : "GRU";

template <class Impl>
ForwardResult forwardRecurrent(TorchModule& module, const ForwardInputs& inputs) {
  auto& layer = static_cast<Recurrent<Impl>&>(module);
  const at::Tensor& input = inputs.tensor(0);
  const States states = statesOf<Impl>(inputs);
  checkDtype(input, layer.firstWeight());
  if (inputs.tensorOrNone(2).defined()) return forwardPacked<Impl>(layer, inputs, states);
  TORCH_CHECK_VALUE(input.dim() == 2 || input.dim() == 3, kName<Impl>,
                    ": Expected input to be 2D or 3D, got ", input.dim(), "D instead");
  if (input.dim() == 2) return forwardUnbatched<Impl>(layer, input, states);
  checkBatched(states);
  if (layer.isFused()) return layer.runFused(input, states);
  auto [output, after] = layer.forward(input, given<Impl>(states));
  return joined(std::move(output), listed(std::move(after)));
}

template <class Impl>
ModulePtr snapshotRecurrent(const TorchModule& module) {
  auto copy = snapshotPlain<Recurrent<Impl>>(module);
  copy->aliasWeights();
  return copy;
}

template <class Impl, class Options>
ModulePtr makeRecurrent(EnvState& state, napi_value object) {
  Options options(1, 1);
  readOptions<Options>(
      state, object, options,
      {LTN_FIELD(Options, input_size), LTN_FIELD(Options, hidden_size), LTN_FIELD(Options, num_layers),
       LTN_FIELD(Options, bias), LTN_FIELD(Options, batch_first), LTN_FIELD(Options, dropout),
       LTN_FIELD(Options, bidirectional)});
  if constexpr (std::is_same_v<Options, nn::RNNOptions>) {
    readOptions<Options>(state, object, options, {LTN_FIELD(Options, nonlinearity)});
  }
  if constexpr (std::is_same_v<Options, nn::LSTMOptions>) {
    readOptions<Options>(state, object, options, {LTN_FIELD(Options, proj_size)});
  }
  return std::make_shared<Recurrent<Impl>>(options);
}

template <class Impl, class Options>
ModuleRow recurrentRow() {
  const auto assign = [](TorchModule& module, const std::string& parameter, const at::Tensor& tensor) {
    return static_cast<Recurrent<Impl>&>(module).assign(parameter, tensor);
  };
  const auto refresh = [](TorchModule& module) {
    static_cast<Recurrent<Impl>&>(module).flatten_parameters();
  };
  return {kName<Impl>,
          makeRecurrent<Impl, Options>,
          forwardRecurrent<Impl>,
          snapshotRecurrent<Impl>,
          assign,
          resetParameters<Recurrent<Impl>>,
          refresh};
}

}  // namespace

const ModuleRows& recurrentRows() {
  static const ModuleRows rows = {
      recurrentRow<nn::RNNImpl, nn::RNNOptions>(),
      recurrentRow<nn::LSTMImpl, nn::LSTMOptions>(),
      recurrentRow<nn::GRUImpl, nn::GRUOptions>(),
  };
  return rows;
}

}  // namespace ltn
