// How a run's values lie in memory.
#pragma once

#include <ATen/core/Tensor.h>

#include <vector>

#include "nn/chain/kernels.h"

namespace ltn::chain {

// Where values lie that are not among the intermediate ones.
constexpr int64_t kInput = -1;
constexpr int64_t kOutput = -2;

// One step of a run with its sizes. `in` and `out` are floats in a row.
struct Place {
  enum class Kind { kLinear, kActivation, kLayerNorm, kMask, kResidual };
  Kind kind = Kind::kLinear;
  Activation activation = Activation::kRelu;
  float eps = 0;
  int64_t in = 0;
  int64_t out = 0;
  // Where its output and its input lie among the intermediate values, or one of the two above.
  int64_t to = 0;
  int64_t from = 0;
  int64_t stats = 0;  // LayerNorm: mean and rstd of each row
  // Numbers of tensors among the node's inputs; 0 without one, and for a residual 0 is the run's input.
  size_t weight = 0;
  size_t bias = 0;
  size_t extra = 0;
  // Mask: its number, and the factor of what is kept. A mask after ReLU is merged: its output is zero where
  // either gave zero, and that is all that backward needs. Then the activation has the factor, too.
  size_t mask = 0;
  float scale = 1;
  bool merged = false;
};

struct Layout {
  int64_t rows = 0;
  std::vector<int64_t> sizes;  // of the run's input
  // Samples of an input [N, L, E] that lies in memory as [L, N, E], as the output of attention does; 0 for
  // one that lies as its sizes say. Then the first step is a mask or a residual.
  int64_t turned = 0;
  std::vector<Place> places;
  int64_t size = 0;    // floats of intermediate values
  bool large = false;  // products are libtorch's, and the rest is shared out to its threads
};

// Where row `row` of the input lies.
inline int64_t inputRow(const Layout& layout, int64_t row) {
  if (layout.turned == 0) return row;
  const int64_t length = layout.rows / layout.turned;
  return row % length * layout.turned + row / length;
}

inline bool keepsOutput(const Place& place) {
  return place.kind == Place::Kind::kActivation && !usesInput(place.activation);
}

}  // namespace ltn::chain
