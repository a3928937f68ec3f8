#include "nn/recurrent/layer.h"

#include <ATen/core/LegacyTypeDispatch.h>
#include <ATen/ops/empty.h>

#include "nn/recurrent/slices.h"

namespace ltn::recurrent {

namespace {

// r, z, input half of n, hidden half of n for GRU, whose hidden bias stays inside the product with r.
at::Tensor joinedBias(const LayerConfig& config, const LayerInput& in, int64_t direction) {
  const int64_t hidden = in.hidden();
  const int64_t gates = gateCount(config.cell);
  at::Tensor bias = at::empty({blockCount(config.cell) * hidden}, in.h0.options());
  auto* out = bias.mutable_data_ptr<float>();
  if (!config.has_biases) {
    std::fill_n(out, bias.numel(), 0.0F);
    return bias;
  }
  const at::Tensor* params = &in.params[direction * config.paramsEach()];
  const auto* input = params[2].const_data_ptr<float>();
  const auto* recurrent = params[3].const_data_ptr<float>();
  const int64_t shared = config.cell == Cell::kGru ? 2 : gates;
  for (int64_t i = 0; i < shared * hidden; i++) out[i] = input[i] + recurrent[i];
  if (config.cell == Cell::kGru) {
    std::copy_n(input + 2 * hidden, hidden, out + 2 * hidden);
    std::copy_n(recurrent + 2 * hidden, hidden, out + 3 * hidden);
  }
  return bias;
}

at::Tensor packed(Cell cell, const at::Tensor& weight) {
  const int64_t hidden = weight.size(0) / gateCount(cell);
  const int64_t columns = weight.size(1);
  at::Tensor out = at::empty({kernels().forward_size(cell, hidden, columns)}, weight.options());
  const auto* from = weight.const_data_ptr<float>();
  auto* to = out.mutable_data_ptr<float>();
  parallel(kernels().forward_panels(cell, hidden), panelGrain(columns), [&](int64_t first, int64_t last) {
    kernels().pack_forward(cell, hidden, columns, from, to, first, last);
  });
  return out;
}

// One direction's tensors, kept alive while its kernel runs.
struct Direction {
  at::Tensor packed_input;
  at::Tensor packed_recurrent;
  at::Tensor packed_projection;
  at::Tensor bias;
  ForwardArgs args;
};

struct Layer {
  const LayerConfig& config;
  const StepTable& table;
  const LayerInput& in;
  LayerOutput& out;
  bool train;
  std::array<Direction, 2> directions;
};

void prepareCells(Layer& layer, int64_t d) {
  ForwardArgs& a = layer.directions[d].args;
  const int64_t place = d * layer.table.batch() * a.hidden;
  a.c0 = layer.in.c0.const_data_ptr<float>() + place;
  a.cn = layer.out.cn.mutable_data_ptr<float>() + place;
  a.c = a.cn;
  if (!layer.train) {
    std::copy_n(a.c0, layer.table.batch() * a.hidden, a.cn);
    return;
  }
  layer.out.trace.c[d] = at::empty({layer.table.total(), a.hidden}, layer.in.x.options());
  a.c = layer.out.trace.c[d].mutable_data_ptr<float>();
}

void packWeights(const LayerConfig& config, const LayerInput& in, int64_t d, Direction& direction) {
  const at::Tensor* params = &in.params[d * config.paramsEach()];
  direction.packed_input = packed(config.cell, params[0]);
  direction.packed_recurrent = packed(config.cell, params[1]);
  if (config.projected) direction.packed_projection = packed(Cell::kTanh, params[config.projection()]);
  direction.bias = joinedBias(config, in, d);
}

void prepare(Layer& layer, int64_t d) {
  const LayerConfig& config = layer.config;
  Direction& direction = layer.directions[d];
  packWeights(config, layer.in, d, direction);
  ForwardArgs& a = direction.args;
  a = {};
  a.cell = config.cell;
  a.steps = layer.table.view();
  a.reverse = d == 1;
  a.train = layer.train;
  a.input = layer.in.x.size(-1);
  a.hidden = layer.in.hidden();
  a.state = layer.in.state();
  a.x = rowsOf(layer.in.x);
  a.packed_input = direction.packed_input.const_data_ptr<float>();
  a.packed_recurrent = direction.packed_recurrent.const_data_ptr<float>();
  if (config.projected) a.packed_projection = direction.packed_projection.const_data_ptr<float>();
  a.bias = direction.bias.const_data_ptr<float>();
  const int64_t place = d * layer.table.batch() * a.state;
  a.h0 = layer.in.h0.const_data_ptr<float>() + place;
  a.y = layer.out.y.mutable_data_ptr<float>() + d * a.state;
  a.y_stride = config.directions() * a.state;
  a.hn = layer.out.hn.mutable_data_ptr<float>() + place;
  if (config.cell == Cell::kLstm) prepareCells(layer, d);
  if (!layer.train || gateCount(config.cell) == 1) return;
  layer.out.trace.gates[d] =
      at::empty({layer.table.total(), blockCount(config.cell) * a.hidden}, layer.in.x.options());
  a.gates = layer.out.trace.gates[d].mutable_data_ptr<float>();
}

void sweep(Layer& layer) {
  const int64_t directions = layer.config.directions();
  const ForwardArgs& any = layer.directions[0].args;
  const int64_t work =
      layer.table.total() * any.hidden * (any.input + any.state) * gateCount(any.cell) * directions;
  const int64_t slices = sliceCount(directions, layer.table.batch(), work);
  forSlices(any.steps, directions, slices, [&](int64_t d, int64_t, int64_t begin, int64_t end) {
    const ForwardArgs& args = layer.directions[d].args;
    std::vector<float> scratch(static_cast<size_t>(kernels().forward_scratch(args, end - begin)));
    kernels().forward(args, begin, end, scratch.data());
  });
}

}  // namespace

StepTable::StepTable(std::vector<int64_t> sizes) : rows_(std::move(sizes)), offset_(rows_.size() + 1, 0) {
  for (size_t t = 0; t < rows_.size(); t++) offset_[t + 1] = offset_[t] + rows_[t];
  rows_.push_back(0);
}

StepTable StepTable::dense(int64_t steps, int64_t batch) {
  return StepTable(std::vector<int64_t>(static_cast<size_t>(steps), batch));
}

StepTable StepTable::packed(c10::IntArrayRef sizes) { return StepTable(sizes.vec()); }

LayerOutput layerForward(const LayerConfig& config, const StepTable& table, const LayerInput& in,
                         bool train) {
  const at::AutoDispatchBelowADInplaceOrView guard;
  LayerOutput out;
  at::DimVector sizes(in.x.sizes());
  sizes.back() = config.directions() * in.state();
  out.y = at::empty(sizes, in.x.options());
  out.hn = at::empty(in.h0.sizes(), in.h0.options());
  if (config.cell == Cell::kLstm) out.cn = at::empty(in.c0.sizes(), in.c0.options());
  Layer layer{config, table, in, out, train, {}};
  for (int64_t d = 0; d < config.directions(); d++) prepare(layer, d);
  sweep(layer);
  if (train) out.trace.y = out.y;
  return out;
}

}  // namespace ltn::recurrent
