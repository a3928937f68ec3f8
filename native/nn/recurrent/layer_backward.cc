#include <ATen/core/LegacyTypeDispatch.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/zeros_like.h>

#include "nn/recurrent/layer.h"
#include "nn/recurrent/slices.h"

namespace ltn::recurrent {

namespace {

// Floats that the sums of all threads may take together, for very large layers on machines with many threads.
constexpr int64_t kMostSums = 128 * 1024 * 1024;

struct BackwardDirection {
  at::Tensor packed_input;
  at::Tensor packed_recurrent;
  at::Tensor packed_projection;
  at::Tensor dx;
  std::vector<std::vector<float>> sums;  // for each slice, empty if it has no rows
  BackwardArgs args;
};

struct BackwardLayer {
  const LayerConfig& config;
  const StepTable& table;
  const LayerInput& in;
  const LayerTrace& trace;
  const WantedGrads& wanted;
  LayerGrads& out;
  SumsLayout layout;
  std::array<BackwardDirection, 2> directions;

  const at::Tensor& weight(int64_t d, int64_t which) const {
    return in.params[d * config.paramsEach() + which];
  }
  bool wants(int64_t d, int64_t which) const { return wanted.params[d * config.paramsEach() + which]; }
  at::Tensor& grad(int64_t d, int64_t which) const { return out.params[d * config.paramsEach() + which]; }
};

at::Tensor packed(Cell cell, const at::Tensor& weight, bool rotate) {
  const int64_t hidden = weight.size(0) / gateCount(cell);
  const int64_t columns = weight.size(1);
  at::Tensor out = at::empty({kernels().backward_size(cell, hidden, columns)}, weight.options());
  const auto* from = weight.const_data_ptr<float>();
  auto* to = out.mutable_data_ptr<float>();
  parallel(kernels().backward_panels(columns), panelGrain(weight.size(0)), [&](int64_t first, int64_t last) {
    kernels().pack_backward(cell, hidden, columns, rotate, from, to, first, last);
  });
  return out;
}

const float* pointer(const at::Tensor& tensor, int64_t offset = 0) {
  return tensor.defined() ? tensor.const_data_ptr<float>() + offset : nullptr;
}

void prepareProjection(BackwardLayer& layer, int64_t d) {
  const int64_t place = layer.config.projection();
  BackwardDirection& direction = layer.directions[d];
  direction.packed_projection = packed(Cell::kTanh, layer.weight(d, place), false);
  direction.args.packed_projection = direction.packed_projection.const_data_ptr<float>();
  direction.args.wants_projection = layer.wants(d, place);
}

void prepare(BackwardLayer& layer, const at::Tensor& dy, int64_t d) {
  BackwardDirection& direction = layer.directions[d];
  BackwardArgs& a = direction.args;
  a = {};
  a.cell = layer.config.cell;
  a.steps = layer.table.view();
  a.reverse = d == 1;
  a.wants_input_weight = layer.wants(d, 0);
  a.wants_recurrent_weight = layer.wants(d, 1);
  a.input = layer.in.x.size(-1);
  a.hidden = layer.in.hidden();
  a.state = layer.in.state();
  const int64_t states = d * layer.table.batch() * a.state;
  const int64_t cells = d * layer.table.batch() * a.hidden;
  direction.packed_recurrent = packed(a.cell, layer.weight(d, 1), false);
  a.packed_recurrent = direction.packed_recurrent.const_data_ptr<float>();
  if (layer.config.projected) prepareProjection(layer, d);
  a.x = rowsOf(layer.in.x);
  if (layer.wanted.x) {
    direction.packed_input = packed(a.cell, layer.weight(d, 0), true);
    a.packed_input = direction.packed_input.const_data_ptr<float>();
    direction.dx = at::empty(layer.in.x.sizes(), layer.in.x.options());
    const auto rows = rowsOf(direction.dx);
    a.dx = {direction.dx.mutable_data_ptr<float>(), rows.step, rows.row};
  }
  a.gates = pointer(layer.trace.gates[d]);
  a.h0 = pointer(layer.in.h0, states);
  a.c0 = pointer(layer.in.c0, cells);
  a.y = pointer(layer.trace.y, d * a.state);
  a.y_stride = layer.config.directions() * a.state;
  a.c = pointer(layer.trace.c[d]);
  a.dy = rowsOf(dy);
  if (a.dy.base != nullptr) a.dy.base += d * a.state;
  a.dh = layer.out.h0.mutable_data_ptr<float>() + states;
  if (layer.out.c0.defined()) a.dc = layer.out.c0.mutable_data_ptr<float>() + cells;
}

void sweep(BackwardLayer& layer) {
  const int64_t directions = layer.config.directions();
  const BackwardArgs& any = layer.directions[0].args;
  const int64_t work =
      layer.table.total() * any.hidden * (any.input + any.state) * gateCount(any.cell) * directions;
  const int64_t slices = std::min(sliceCount(directions, layer.table.batch(), work),
                                  std::max<int64_t>(1, kMostSums / (layer.layout.size * directions)));
  for (BackwardDirection& direction : layer.directions) direction.sums.resize(static_cast<size_t>(slices));
  forSlices(any.steps, directions, slices, [&](int64_t d, int64_t slice, int64_t begin, int64_t end) {
    BackwardDirection& direction = layer.directions[d];
    std::vector<float>& sums = direction.sums[slice];
    sums.assign(static_cast<size_t>(layer.layout.size), 0.0F);
    const int64_t rows = end - begin;
    std::vector<float> scratch(static_cast<size_t>(kernels().backward_scratch(direction.args, rows)));
    std::vector<const float*> pointers(
        static_cast<size_t>(kernels().backward_pointers(direction.args, rows)));
    kernels().backward(direction.args, begin, end, sums.data(), scratch.data(), pointers.data());
  });
}

// The sets of sums of the slices, added up into the first that has rows.
const float* total(BackwardDirection& direction) {
  std::vector<float>* first = nullptr;
  for (std::vector<float>& sums : direction.sums) {
    if (sums.empty()) continue;
    if (first == nullptr) {
      first = &sums;
      continue;
    }
    for (size_t i = 0; i < sums.size(); i++) (*first)[i] += sums[i];
  }
  return first->data();
}

// The rows of one gate of a weight gradient, from its panels.
void unpackGate(const SumsLayout& layout, const float* panels, int64_t hidden, int64_t columns, float* out) {
  for (int64_t unit = 0; unit < hidden; unit++) {
    const float* from =
        panels + unit / layout.panel_width * columns * layout.panel_width + unit % layout.panel_width;
    for (int64_t k = 0; k < columns; k++) out[unit * columns + k] = from[k * layout.panel_width];
  }
}

// The gradient of a weight of `gates` gates; `turned` if their sums come in the order n r z.
at::Tensor weightGrad(const SumsLayout& layout, const at::Tensor& weight, int64_t gates, const float* sums,
                      bool turned) {
  const int64_t hidden = weight.size(0) / gates;
  const int64_t columns = weight.size(1);
  const int64_t size = (hidden + layout.panel_width - 1) / layout.panel_width * columns * layout.panel_width;
  at::Tensor out = at::empty(weight.sizes(), weight.options());
  auto* to = out.mutable_data_ptr<float>();
  parallel(gates, 1 + 30'000 / (hidden * columns), [&](int64_t first, int64_t last) {
    for (int64_t gate = first; gate < last; gate++) {
      const int64_t block = turned ? (gate + 1) % gates : gate;
      unpackGate(layout, sums + block * size, hidden, columns, to + gate * hidden * columns);
    }
  });
  return out;
}

void biasGrads(BackwardLayer& layer, int64_t d, const float* sums) {
  const int64_t hidden = layer.in.hidden();
  const int64_t size = gateCount(layer.config.cell) * hidden;
  at::Tensor& input = layer.grad(d, 2);
  at::Tensor& recurrent = layer.grad(d, 3);
  input = at::empty({size}, layer.in.h0.options());
  recurrent = at::empty({size}, layer.in.h0.options());
  auto* to = input.mutable_data_ptr<float>();
  if (layer.config.cell == Cell::kGru) {
    std::copy_n(sums + hidden, 2 * hidden, to);
    std::copy_n(sums, hidden, to + 2 * hidden);
    std::copy_n(sums + hidden, size, recurrent.mutable_data_ptr<float>());
  } else {
    std::copy_n(sums, size, to);
    std::copy_n(sums, size, recurrent.mutable_data_ptr<float>());
  }
}

void finish(BackwardLayer& layer, int64_t d) {
  BackwardDirection& direction = layer.directions[d];
  const float* sums = total(direction);
  const auto set = [&](int64_t which, int64_t gates, int64_t part, bool turned) {
    if (!layer.wants(d, which)) return;
    layer.grad(d, which) = weightGrad(layer.layout, layer.weight(d, which), gates, sums + part, turned);
  };
  const int64_t gates = gateCount(layer.config.cell);
  set(0, gates, 0, layer.config.cell == Cell::kGru);
  set(1, gates, layer.layout.recurrent, false);
  if (layer.config.projected) set(layer.config.projection(), 1, layer.layout.projection, false);
  if (layer.config.has_biases) biasGrads(layer, d, sums + layer.layout.bias);
  if (!layer.wanted.x) return;
  if (d == 0) {
    layer.out.x = direction.dx;
  } else {
    layer.out.x.add_(direction.dx);
  }
}

at::Tensor startOf(const at::Tensor& grad, const at::Tensor& like) {
  return grad.defined() ? grad.clone(at::MemoryFormat::Contiguous) : at::zeros_like(like);
}

}  // namespace

LayerGrads layerBackward(const LayerConfig& config, const StepTable& table, const LayerInput& in,
                         const LayerTrace& trace, const OutputGrads& grads, const WantedGrads& wanted) {
  const at::AutoDispatchBelowADInplaceOrView guard;
  LayerGrads out;
  out.h0 = startOf(grads.hn, in.h0);
  if (config.cell == Cell::kLstm) out.c0 = startOf(grads.cn, in.c0);
  out.params.resize(in.params.size());
  at::Tensor dy = grads.y;
  if (dy.defined() && dy.stride(-1) != 1) dy = dy.contiguous();
  const SumsLayout layout = kernels().sums_layout(config.cell, in.hidden(), in.x.size(-1), in.state());
  BackwardLayer layer{config, table, in, trace, wanted, out, layout, {}};
  for (int64_t d = 0; d < config.directions(); d++) prepare(layer, dy, d);
  sweep(layer);
  for (int64_t d = 0; d < config.directions(); d++) finish(layer, d);
  return out;
}

}  // namespace ltn::recurrent
