#include "nn/recurrent/rnn.h"

#include <ATen/autocast_mode.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/dropout.h>
#include <ATen/record_function.h>

#include "nn/recurrent/autograd.h"

namespace ltn::recurrent {

namespace {

int64_t directions(const Request& r) { return r.bidirectional ? 2 : 1; }

// The states of one layer; with one layer, those given.
at::Tensor statesOf(const Request& r, const at::Tensor& all, int64_t index) {
  if (!all.defined()) return all;
  return (r.num_layers == 1 ? all : all.narrow(0, index * directions(r), directions(r))).contiguous();
}

LayerStates runLayer(const Request& r, const at::Tensor& x, int64_t index) {
  const LayerConfig config{r.cell, r.bidirectional, r.has_biases, r.projected()};
  const int64_t count = config.directions() * config.paramsEach();
  std::vector<at::Tensor> params;
  params.reserve(static_cast<size_t>(count));
  for (int64_t i = index * count; i < (index + 1) * count; i++) params.push_back(r.params[i].contiguous());
  const LayerInput in{x.stride(-1) == 1 ? x : x.contiguous(), statesOf(r, r.hx, index),
                      statesOf(r, r.cx, index), params};
  std::optional<std::vector<int64_t>> sizes;
  if (r.batch_sizes.defined()) {
    const auto* data = r.batch_sizes.const_data_ptr<int64_t>();
    sizes.emplace(data, data + r.batch_sizes.numel());
  }
  return layer(config, in, sizes);
}

at::Tensor joined(const std::vector<at::Tensor>& states) {
  if (states.empty() || !states.front().defined()) return {};
  return states.size() == 1 ? states.front() : at::cat(states);
}

Result runFloat(const Request& r) {
  at::Tensor y = r.batch_first ? r.input.transpose(0, 1) : r.input;
  std::vector<at::Tensor> hn;
  std::vector<at::Tensor> cn;
  for (int64_t i = 0; i < r.num_layers; i++) {
    const LayerStates out = runLayer(r, y, i);
    y = out.y;
    hn.push_back(out.hn);
    cn.push_back(out.cn);
    const bool between = i + 1 < r.num_layers;
    if (between && r.train && r.dropout != 0) y = at::dropout(y, r.dropout, true);
  }
  return {r.batch_first ? y.transpose(0, 1) : y, joined(hn), joined(cn)};
}

Request to(const Request& r, at::ScalarType dtype) {
  const auto cast = [&](const at::Tensor& t) { return t.defined() ? t.to(dtype) : t; };
  Request out = r;
  out.input = cast(r.input);
  out.hx = cast(r.hx);
  out.cx = cast(r.cx);
  for (at::Tensor& param : out.params) param = cast(param);
  return out;
}

// The names of the layers in profiles.
const char* nameOf(Cell cell) {
  switch (cell) {
    case Cell::kTanh:
      return "libtorch_node::rnn_tanh";
    case Cell::kRelu:
      return "libtorch_node::rnn_relu";
    case Cell::kGru:
      return "libtorch_node::gru";
    case Cell::kLstm:
      return "libtorch_node::lstm";
  }
  return "libtorch_node::rnn";
}

}  // namespace

// bfloat16 is computed in float32 and rounded once at the end, which is both faster and closer than rounding
// each step.
Result run(const Request& request) {
  checkBatchSizes(request);
  if (reasonForAten(request) != nullptr) return runAten(request);
  RECORD_FUNCTION(nameOf(request.cell), std::vector<c10::IValue>());
  const at::ScalarType dtype = request.input.scalar_type();
  Result out;
  if (runStream(request, out)) return out;
  if (dtype == at::kFloat) return runFloat(request);
  out = runFloat(to(request, at::kFloat));
  return {out.y.to(dtype), out.hn.to(dtype), out.cn.defined() ? out.cn.to(dtype) : out.cn};
}

// As autocast casts the linear layers that libtorch's recurrent operators consist of.
Result runAutocast(Request request) {
  const c10::impl::ExcludeDispatchKeyGuard no_autocast(c10::DispatchKey::AutocastCPU);
  const at::ScalarType dtype = at::autocast::get_autocast_dtype(at::kCPU);
  const at::ScalarType state = request.hx.defined() ? request.hx.scalar_type() : dtype;
  const at::ScalarType cells =
      request.cx.defined() ? c10::promoteTypes(request.cx.scalar_type(), dtype) : dtype;
  const auto cast = [&](const at::Tensor& t) {
    return t.defined() ? at::autocast::cached_cast(dtype, t, at::kCPU) : t;
  };
  request.input = cast(request.input);
  request.hx = cast(request.hx);
  request.cx = cast(request.cx);
  for (at::Tensor& param : request.params) param = cast(param);
  Result out = run(request);
  // libtorch's GRU mixes its result with the uncast state, and so does its LSTM with projections, but for h.
  if (request.cell == Cell::kGru) return {out.y.to(state), out.hn.to(state), {}};
  if (request.cell == Cell::kLstm && request.projected()) out.cn = out.cn.to(cells);
  return out;
}

Result runDispatched(Request request) {
  return at::autocast::is_autocast_enabled(at::kCPU) && request.input.device().is_cpu()
             ? runAutocast(std::move(request))
             : run(request);
}

}  // namespace ltn::recurrent
