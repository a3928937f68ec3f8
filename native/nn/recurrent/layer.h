// One layer (one or two directions) on float32 CPU tensors: forward and backward without autograd.
#pragma once

#include <ATen/core/Tensor.h>

#include <array>
#include <vector>

#include "nn/recurrent/kernels.h"

namespace ltn::recurrent {

// The steps of a batch: `sizes` as in a PackedSequence, never growing.
class StepTable {
 public:
  static StepTable dense(int64_t steps, int64_t batch);
  static StepTable packed(c10::IntArrayRef sizes);

  Steps view() const { return {offset_.data(), rows_.data(), static_cast<int64_t>(rows_.size()) - 1}; }
  int64_t batch() const { return rows_.front(); }
  int64_t total() const { return offset_.back(); }

 private:
  explicit StepTable(std::vector<int64_t> sizes);
  std::vector<int64_t> rows_;
  std::vector<int64_t> offset_;
};

struct LayerConfig {
  Cell cell;
  bool bidirectional;
  bool has_biases;
  bool projected;  // LSTM: h = w_hr (o * tanh(c))
  int64_t directions() const { return bidirectional ? 2 : 1; }
  int64_t paramsEach() const { return (has_biases ? 4 : 2) + (projected ? 1 : 0); }
  int64_t projection() const { return paramsEach() - 1; }  // the place of w_hr among a direction's
};

// Float32. `params` are, for each direction, w_ih, w_hh, with biases b_ih, b_hh, and w_hr if `projected`;
// they are contiguous as h0 and c0 are.
struct LayerInput {
  at::Tensor x;  // (steps, batch, input size) or, packed, (rows, input size); the last dimension without gaps
  at::Tensor h0;  // (directions, batch, state)
  at::Tensor c0;  // (directions, batch, hidden) for LSTM, else undefined
  at::TensorList params;
  int64_t state() const { return h0.size(2); }
  int64_t hidden() const { return c0.defined() ? c0.size(2) : state(); }
};

// What backward needs beside the input; gates is undefined for plain cells, c for all but LSTM.
struct LayerTrace {
  at::Tensor y;  // as in LayerOutput
  std::array<at::Tensor, 2> gates;
  std::array<at::Tensor, 2> c;
};

struct LayerOutput {
  at::Tensor y;  // as x, with directions * state columns, contiguous
  at::Tensor hn;
  at::Tensor cn;
  LayerTrace trace;  // filled if `train`
};

struct LayerGrads {
  at::Tensor x;
  at::Tensor h0;
  at::Tensor c0;
  std::vector<at::Tensor> params;
};

// Gradients of the outputs; each may be undefined, and y may have any strides.
struct OutputGrads {
  at::Tensor y;
  at::Tensor hn;
  at::Tensor cn;
};

// Which of the gradients are wanted. Those of h0, c0 and the biases come without cost.
struct WantedGrads {
  bool x;
  std::vector<bool> params;
};

LayerOutput layerForward(const LayerConfig& config, const StepTable& table, const LayerInput& in, bool train);
LayerGrads layerBackward(const LayerConfig& config, const StepTable& table, const LayerInput& in,
                         const LayerTrace& trace, const OutputGrads& grads, const WantedGrads& wanted);

// The rows of (steps, batch, columns) or packed (rows, columns).
inline Strided<const float> rowsOf(const at::Tensor& tensor) {
  if (!tensor.defined()) return {};
  const int64_t step = tensor.dim() == 3 ? tensor.stride(0) : -1;
  return {tensor.const_data_ptr<float>(), step, tensor.stride(-2)};
}

}  // namespace ltn::recurrent
