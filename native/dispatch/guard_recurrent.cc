#include <ATen/core/Tensor.h>

#include "dispatch/guard_common.h"
#include "nn/recurrent/rnn.h"

namespace ltn {

namespace {

using recurrent::Cell;
using recurrent::Request;

// Reads (input or data, batch_sizes, hx, params, has_biases, num_layers, dropout, train, bidirectional,
// batch_first).
template <Cell kCell, bool kPacked>
Request readRequest(const Stack& stack) {
  size_t next = 0;
  Request request{};
  request.cell = kCell;
  request.input = stack[next++].toTensor();
  if (kPacked) request.batch_sizes = stack[next++].toTensor();
  const c10::IValue& states = stack[next++];
  if (kCell == Cell::kLstm) {
    const auto list = states.toTensorVector();
    TORCH_CHECK(list.size() == 2, "lstm expects two hidden states, hx and cx, got ", list.size());
    request.hx = list[0];
    request.cx = list[1];
  } else {
    request.hx = states.toTensor();
  }
  request.params = stack[next++].toTensorVector();
  request.has_biases = stack[next++].toBool();
  request.num_layers = stack[next++].toInt();
  request.dropout = stack[next++].toDouble();
  request.train = stack[next++].toBool();
  request.bidirectional = stack[next++].toBool();
  request.batch_first = !kPacked && stack[next].toBool();
  return request;
}

template <Cell kCell, bool kPacked>
void checkLayers(Stack& stack) {
  const Request request = readRequest<kCell, kPacked>(stack);
  TORCH_CHECK(!kPacked || request.input.dim() == 2, "expected packed data of 2 dimensions, got ",
              request.input.sizes());
  TORCH_CHECK(request.num_layers >= 1, "expected at least one layer, got ", request.num_layers);
  // libtorch goes over the layers of the first state, and takes as many of the second.
  for (const at::Tensor& state : {request.hx, request.cx}) {
    if (!state.defined()) continue;
    TORCH_CHECK(state.dim() > 0 && state.layout() == at::kStrided && state.size(0) == request.hx.size(0),
                "expected dense states for the same number of layers, got ", request.hx.sizes(), " and ",
                state.sizes());
  }
  recurrent::checkBatchSizes(request);
  recurrent::reasonForAten(request);
}

void checkStatePair(Stack& stack) {
  TORCH_CHECK(stack[1].toListRef().size() == 2, "expected two hidden states, got ",
              stack[1].toListRef().size());
}

// oneDNN gets pointers, and trusts the sizes that it is told.
void checkOneDnnLayer(Stack& stack) {
  const at::Tensor& input = stack[0].toTensor();
  const int64_t hidden = stack[10].toInt();
  TORCH_CHECK(stack[9].toInt() == 2, "expected the mode of an LSTM, 2, got ", stack[9].toInt());
  TORCH_CHECK(stack[11].toInt() >= 1, "expected at least one layer, got ", stack[11].toInt());
  TORCH_CHECK(stack[8].toListRef().empty(), "expected no batch_sizes: oneDNN takes no packed sequences, got ",
              stack[8].toListRef().size());
  TORCH_CHECK(input.dim() == 3 && input.numel() > 0 && hidden > 0,
              "expected an input of three dimensions that is not empty and a positive hidden size, got ",
              input.sizes(), " and ", hidden);
  const int64_t gates = 4 * hidden, batch = input.size(1);
  const std::vector<int64_t> shapes[] = {{gates, input.size(2)}, {gates, hidden}, {gates}, {gates}};
  for (size_t i = 1; i <= 6; ++i) {
    const at::Tensor& tensor = stack[i].toTensor();
    TORCH_CHECK(tensor.options().type_equal(input.options()),
                "expected all tensors to have the dtype, device and layout of the input, got ",
                tensor.options(), " and ", input.options());
    if (i <= 4) {
      TORCH_CHECK(tensor.sizes() == shapes[i - 1], "expected a weight of shape ",
                  c10::IntArrayRef(shapes[i - 1]), ", got ", tensor.sizes());
    } else {
      TORCH_CHECK(tensor.numel() == batch * hidden, "expected a state of shape ",
                  c10::IntArrayRef({batch, hidden}), ", got ", tensor.sizes());
    }
  }
}

}  // namespace

Guard recurrentGuardOf(const std::string& name, const std::string& overload) {
  static const GuardTable table = {
      {"rnn_tanh.input", checkLayers<Cell::kTanh, false>},
      {"rnn_tanh.data", checkLayers<Cell::kTanh, true>},
      {"rnn_relu.input", checkLayers<Cell::kRelu, false>},
      {"rnn_relu.data", checkLayers<Cell::kRelu, true>},
      {"gru.input", checkLayers<Cell::kGru, false>},
      {"gru.data", checkLayers<Cell::kGru, true>},
      {"lstm.input", checkLayers<Cell::kLstm, false>},
      {"lstm.data", checkLayers<Cell::kLstm, true>},
      {"lstm_cell.", checkStatePair},
      {"mkldnn_rnn_layer.", checkOneDnnLayer},
      {"mkldnn_rnn_layer.out", checkOneDnnLayer},
  };
  return findGuard(table, name + "." + overload);
}

}  // namespace ltn
