// How a run's values lie in memory.
#pragma once

#include <ATen/core/Tensor.h>

#include <vector>

#include "nn/chain/kernels.h"

namespace ltn::chain {

// One step of a run with its sizes. `in` and `out` are floats in a row.
struct Place {
  enum class Kind { kLinear, kActivation, kLayerNorm, kMask };
  Kind kind = Kind::kLinear;
  Activation activation = Activation::kRelu;
  float eps = 0;
  int64_t in = 0;
  int64_t out = 0;
  // Where its output lies among the intermediate values, -1 if it is the run's output; where its input does,
  // -1 if it is the run's input.
  int64_t to = 0;
  int64_t from = 0;
  int64_t stats = 0;  // LayerNorm: mean and rstd of each row
  size_t weight = 0;  // the number of its weight among the node's inputs, 0 without one
  size_t bias = 0;
  size_t mask = 0;
  bool reaches = false;  // whether something before it wants a gradient
};

struct Layout {
  int64_t rows = 0;
  std::vector<int64_t> sizes;  // of the run's input
  std::vector<Place> places;
  int64_t size = 0;  // floats of intermediate values
};

}  // namespace ltn::chain
