// libtorch's own recurrent operators, for what the fused kernels leave to them.
#pragma once

#include <optional>
#include <vector>

#include "nn/recurrent/layer.h"

namespace ltn::recurrent {

// The arguments of aten::lstm and its kin, both overloads: `batch_sizes` makes it the packed one. `cx` is
// defined for LSTM only.
struct Request {
  Cell cell;
  at::Tensor input;
  at::Tensor hx;
  at::Tensor cx;
  std::vector<at::Tensor> params;
  bool has_biases;
  int64_t num_layers;
  double dropout;
  bool train;
  bool bidirectional;
  bool batch_first;
  at::Tensor batch_sizes;

  // As libtorch tells an LSTM with projections: by h and c of different widths.
  bool projected() const { return cell == Cell::kLstm && hx.size(2) != cx.size(2); }
  int64_t paramsEach() const { return (has_biases ? 4 : 2) + (projected() ? 1 : 0); }
};

struct Result {
  at::Tensor y;
  at::Tensor hn;
  at::Tensor cn;
};

Result runAten(const Request& request);

// One layer, time first, in libtorch's kernels: {y, hn} or {y, hn, cn}.
struct AtenLayer {
  LayerConfig config;
  at::Tensor x;
  at::Tensor h0;
  at::Tensor c0;
  at::TensorList params;
  std::optional<std::vector<int64_t>> sizes;
};

std::vector<at::Tensor> runAtenLayer(const AtenLayer& layer);

}  // namespace ltn::recurrent
