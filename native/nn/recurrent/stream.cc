// One step at a time: what a back end that answers a stream of requests runs. Here the overhead is the cost.
#include <ATen/core/grad_mode.h>
#include <ATen/ops/empty.h>

#include <algorithm>

#include "nn/recurrent/parallel.h"
#include "nn/recurrent/rnn.h"

namespace ltn::recurrent {

namespace {

constexpr int64_t kMostRows = 8;           // beyond, packing the weights pays
constexpr int64_t kThreadGrain = 400'000;  // multiplications worth a second thread

bool wantsGrad(const Request& r) {
  if (!at::GradMode::is_enabled()) return false;
  if (r.input.requires_grad() || r.hx.requires_grad() || (r.cx.defined() && r.cx.requires_grad()))
    return true;
  return std::any_of(r.params.begin(), r.params.end(), [](const at::Tensor& p) { return p.requires_grad(); });
}

bool isStream(const Request& r) {
  if (r.batch_sizes.defined() || r.input.scalar_type() != at::kFloat) return false;
  if (r.input.size(0) != 1 && r.input.size(1) != 1) return false;
  if (r.input.size(0) * r.input.size(1) > kMostRows || (r.train && r.dropout != 0 && r.num_layers > 1))
    return false;
  return !wantsGrad(r);
}

void gemv(const float* weight, int64_t rows, int64_t columns, const float* x, float* out) {
  parallel(rows, 1 + kThreadGrain / columns, [&](int64_t first, int64_t last) {
    kernels().gemv(weight + first * columns, last - first, columns, x, out + first);
  });
}

struct Weights {
  const float* input;
  const float* recurrent;
  const float* input_bias;  // both null without biases
  const float* recurrent_bias;
  const float* projection;  // null without one
};

// The widths of a cell: h has `state` floats, which are fewer or more than `hidden` only with a projection.
struct Widths {
  int64_t input;
  int64_t hidden;
  int64_t state;
};

// One row through one cell; h and c are replaced. `gates` is (blockCount + 1) * hidden floats of scratch.
void step(Cell cell, const Widths& widths, const Weights& w, const float* x, float* gates, float* h,
          float* c) {
  const int64_t hidden = widths.hidden;
  const int64_t all = gateCount(cell) * hidden;
  const int64_t shared = cell == Cell::kGru ? 2 * hidden : all;
  float* apart = gates + all;  // GRU: the hidden half of n
  if (w.input_bias != nullptr) {
    for (int64_t i = 0; i < shared; i++) gates[i] = w.input_bias[i] + w.recurrent_bias[i];
    std::copy_n(w.input_bias + shared, all - shared, gates + shared);
    std::copy_n(w.recurrent_bias + shared, all - shared, apart);
  } else {
    std::fill_n(gates, blockCount(cell) * hidden, 0.0F);
  }
  gemv(w.input, all, widths.input, x, gates);
  gemv(w.recurrent, shared, widths.state, h, gates);
  if (cell == Cell::kGru) gemv(w.recurrent + shared * hidden, hidden, hidden, h, apart);
  float* const out = w.projection == nullptr ? h : gates + blockCount(cell) * hidden;
  kernels().cell_row(cell, hidden, gates, h, out, c);
  if (w.projection == nullptr) return;
  std::fill_n(h, widths.state, 0.0F);
  gemv(w.projection, widths.state, hidden, out, h);
}

struct Stream {
  const Request& r;
  int64_t steps;
  int64_t batch;
  Widths widths;
  std::vector<at::Tensor> kept;  // contiguous copies that are in use
  std::vector<float> gates;

  const float* data(const at::Tensor& tensor) {
    if (tensor.is_contiguous()) return tensor.const_data_ptr<float>();
    return kept.emplace_back(tensor.contiguous()).const_data_ptr<float>();
  }

  Weights weights(int64_t index) {
    const at::Tensor* of = &r.params[index * r.paramsEach()];
    return {data(of[0]), data(of[1]), r.has_biases ? data(of[2]) : nullptr,
            r.has_biases ? data(of[3]) : nullptr, r.projected() ? data(of[r.paramsEach() - 1]) : nullptr};
  }

  // One direction of one layer, whose states `h` and `c` move on; y has the rows of both directions side by
  // side.
  void run(int64_t index, bool reverse, const float* x, float* h, float* c, float* y, int64_t y_stride) {
    const Weights w = weights(index);
    for (int64_t i = 0; i < steps; i++) {
      const int64_t t = reverse ? steps - 1 - i : i;
      for (int64_t b = 0; b < batch; b++) {
        const int64_t row = t * batch + b;
        float* state = h + b * widths.state;
        step(r.cell, widths, w, x + row * widths.input, gates.data(), state,
             c == nullptr ? c : c + b * widths.hidden);
        std::copy_n(state, widths.state, y + row * y_stride);
      }
    }
  }
};

}  // namespace

bool runStream(const Request& r, Result& out) {
  if (!isStream(r)) return false;
  const int64_t state = r.hx.size(2);
  const int64_t hidden = r.cell == Cell::kLstm ? r.cx.size(2) : state;
  const int64_t directions = r.bidirectional ? 2 : 1;
  const int64_t rows = r.input.size(0) * r.input.size(1);
  const int64_t batch = r.hx.size(1);
  Stream stream{r, rows / batch, batch, {r.input.size(2), hidden, state}, {}, {}};
  stream.gates.resize(static_cast<size_t>((blockCount(r.cell) + 1) * hidden));
  out.y = at::empty({r.input.size(0), r.input.size(1), directions * state}, r.hx.options());
  out.hn = r.hx.clone(at::MemoryFormat::Contiguous);
  if (r.cell == Cell::kLstm) out.cn = r.cx.clone(at::MemoryFormat::Contiguous);
  const auto wide = static_cast<size_t>(rows * directions * state);
  std::vector<float> between[2];
  const float* x = stream.data(r.input);
  for (int64_t layer = 0; layer < r.num_layers; layer++) {
    auto* y = out.y.mutable_data_ptr<float>();
    if (layer + 1 < r.num_layers) {
      between[layer % 2].resize(wide);
      y = between[layer % 2].data();
    }
    for (int64_t d = 0; d < directions; d++) {
      const int64_t index = layer * directions + d;
      float* h = out.hn.mutable_data_ptr<float>() + index * batch * state;
      float* c = out.cn.defined() ? out.cn.mutable_data_ptr<float>() + index * batch * hidden : nullptr;
      stream.run(index, d == 1, x, h, c, y + d * state, directions * state);
    }
    x = y;
    stream.widths.input = directions * state;
  }
  return true;
}

}  // namespace ltn::recurrent
