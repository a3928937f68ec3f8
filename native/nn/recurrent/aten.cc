#include "nn/recurrent/aten.h"

#include <ATen/ops/gru.h>
#include <ATen/ops/lstm.h>
#include <ATen/ops/rnn_relu.h>
#include <ATen/ops/rnn_tanh.h>
#include <ATen/ops/tensor.h>

namespace ltn::recurrent {

namespace {

using Pair = std::tuple<at::Tensor, at::Tensor>;

Result from(const Pair& pair) { return {std::get<0>(pair), std::get<1>(pair), {}}; }

// Gives the operator of a cell to `call`; an LSTM, which has two states, is called by itself.
template <class Call>
Result runOneState(Cell cell, const Call& call) {
  switch (cell) {
    case Cell::kTanh:
      return from(call([](auto&&... args) { return at::rnn_tanh(args...); }));
    case Cell::kRelu:
      return from(call([](auto&&... args) { return at::rnn_relu(args...); }));
    default:
      return from(call([](auto&&... args) { return at::gru(args...); }));
  }
}

Result runDense(const Request& r) {
  if (r.cell == Cell::kLstm) {
    auto [y, hn, cn] = at::lstm(r.input, {r.hx, r.cx}, r.params, r.has_biases, r.num_layers, r.dropout,
                                r.train, r.bidirectional, r.batch_first);
    return {y, hn, cn};
  }
  return runOneState(r.cell, [&](auto op) {
    return op(r.input, r.hx, r.params, r.has_biases, r.num_layers, r.dropout, r.train, r.bidirectional,
              r.batch_first);
  });
}

Result runPacked(const Request& r) {
  if (r.cell == Cell::kLstm) {
    auto [y, hn, cn] = at::lstm(r.input, r.batch_sizes, {r.hx, r.cx}, r.params, r.has_biases, r.num_layers,
                                r.dropout, r.train, r.bidirectional);
    return {y, hn, cn};
  }
  return runOneState(r.cell, [&](auto op) {
    return op(r.input, r.batch_sizes, r.hx, r.params, r.has_biases, r.num_layers, r.dropout, r.train,
              r.bidirectional);
  });
}

}  // namespace

Result runAten(const Request& request) {
  return request.batch_sizes.defined() ? runPacked(request) : runDense(request);
}

std::vector<at::Tensor> runAtenLayer(const AtenLayer& layer) {
  Request r{};
  r.cell = layer.config.cell;
  r.input = layer.x;
  r.hx = layer.h0;
  r.cx = layer.c0;
  r.params = layer.params.vec();
  r.has_biases = layer.config.has_biases;
  r.num_layers = 1;
  r.train = true;
  r.bidirectional = layer.config.bidirectional;
  if (layer.sizes) r.batch_sizes = at::tensor(*layer.sizes, at::kLong);
  const Result out = runAten(r);
  if (layer.config.cell != Cell::kLstm) return {out.y, out.hn};
  return {out.y, out.hn, out.cn};
}

}  // namespace ltn::recurrent
