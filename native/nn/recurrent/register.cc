// The operators rnn_tanh, rnn_relu, gru and lstm of the namespace libtorch_node, with the schemas of their
// namesakes in aten. They take any arguments that those take: what the fused kernels cannot do goes to
// libtorch's.
#include <torch/library.h>

#include "nn/recurrent/rnn.h"

namespace ltn::recurrent {

namespace {

using at::Tensor;
using at::TensorList;

Request dense(Cell cell, const Tensor& input, const Tensor& hx, TensorList params, bool has_biases,
              int64_t num_layers, double dropout, bool train, bool bidirectional, bool batch_first) {
  return {cell,  input,         hx,          {}, params.vec(), has_biases, num_layers, dropout,
          train, bidirectional, batch_first, {}};
}

Request packed(Cell cell, const Tensor& data, const Tensor& batch_sizes, const Tensor& hx, TensorList params,
               bool has_biases, int64_t num_layers, double dropout, bool train, bool bidirectional) {
  return {cell,  data,          hx,    {},         params.vec(), has_biases, num_layers, dropout,
          train, bidirectional, false, batch_sizes};
}

Request withCells(Request request, TensorList states) {
  TORCH_CHECK(states.size() == 2, "lstm expects two hidden states");
  request.hx = states[0];
  request.cx = states[1];
  return request;
}

using Runner = Result (*)(Request);
// NOLINTNEXTLINE(performance-unnecessary-value-param): as a Runner has it.
Result runPlain(Request request) { return run(request); }

template <Cell kCell, Runner kRun>
std::tuple<Tensor, Tensor> plainInput(const Tensor& input, const Tensor& hx, TensorList params,
                                      bool has_biases, int64_t num_layers, double dropout, bool train,
                                      bool bidirectional, bool batch_first) {
  Result out = kRun(
      dense(kCell, input, hx, params, has_biases, num_layers, dropout, train, bidirectional, batch_first));
  return {out.y, out.hn};
}

template <Cell kCell, Runner kRun>
std::tuple<Tensor, Tensor> plainData(const Tensor& data, const Tensor& batch_sizes, const Tensor& hx,
                                     TensorList params, bool has_biases, int64_t num_layers, double dropout,
                                     bool train, bool bidirectional) {
  Result out = kRun(
      packed(kCell, data, batch_sizes, hx, params, has_biases, num_layers, dropout, train, bidirectional));
  return {out.y, out.hn};
}

template <Runner kRun>
std::tuple<Tensor, Tensor, Tensor> lstmInput(const Tensor& input, TensorList hx, TensorList params,
                                             bool has_biases, int64_t num_layers, double dropout, bool train,
                                             bool bidirectional, bool batch_first) {
  Result out = kRun(withCells(dense(Cell::kLstm, input, {}, params, has_biases, num_layers, dropout, train,
                                    bidirectional, batch_first),
                              hx));
  return {out.y, out.hn, out.cn};
}

template <Runner kRun>
std::tuple<Tensor, Tensor, Tensor> lstmData(const Tensor& data, const Tensor& batch_sizes, TensorList hx,
                                            TensorList params, bool has_biases, int64_t num_layers,
                                            double dropout, bool train, bool bidirectional) {
  Result out = kRun(withCells(packed(Cell::kLstm, data, batch_sizes, {}, params, has_biases, num_layers,
                                     dropout, train, bidirectional),
                              hx));
  return {out.y, out.hn, out.cn};
}

template <Runner kRun>
void implement(torch::Library& m) {
  m.impl("rnn_tanh.input", TORCH_FN((plainInput<Cell::kTanh, kRun>)));
  m.impl("rnn_relu.input", TORCH_FN((plainInput<Cell::kRelu, kRun>)));
  m.impl("gru.input", TORCH_FN((plainInput<Cell::kGru, kRun>)));
  m.impl("lstm.input", TORCH_FN((lstmInput<kRun>)));
  m.impl("rnn_tanh.data", TORCH_FN((plainData<Cell::kTanh, kRun>)));
  m.impl("rnn_relu.data", TORCH_FN((plainData<Cell::kRelu, kRun>)));
  m.impl("gru.data", TORCH_FN((plainData<Cell::kGru, kRun>)));
  m.impl("lstm.data", TORCH_FN((lstmData<kRun>)));
}

const char* const kOptions = "bool has_biases, int num_layers, float dropout, bool train, bool bidirectional";

}  // namespace

TORCH_LIBRARY_FRAGMENT(libtorch_node, m) {
  const auto define = [&](const std::string& name, const std::string& states, const std::string& returns) {
    const std::string last = states + ", Tensor[] params, " + kOptions;
    m.def((name + ".input(Tensor input, " + last + ", bool batch_first) -> " + returns).c_str());
    m.def((name + ".data(Tensor data, Tensor batch_sizes, " + last + ") -> " + returns).c_str());
  };
  for (const char* name : {"rnn_tanh", "rnn_relu", "gru"}) define(name, "Tensor hx", "(Tensor, Tensor)");
  define("lstm", "Tensor[] hx", "(Tensor, Tensor, Tensor)");
}

TORCH_LIBRARY_IMPL(libtorch_node, CompositeImplicitAutograd, m) { implement<runPlain>(m); }
TORCH_LIBRARY_IMPL(libtorch_node, AutocastCPU, m) { implement<runAutocast>(m); }

}  // namespace ltn::recurrent
