// One layer with gradients.
#pragma once

#include <optional>
#include <vector>

#include "nn/recurrent/layer.h"

namespace ltn::recurrent {

struct LayerStates {
  at::Tensor y;
  at::Tensor hn;
  at::Tensor cn;
};

// As layerForward, recorded for autograd where it is on and something requires gradients. x is (steps,
// batch, ...), or (rows, ...) with `sizes` for a packed batch; y is alike. Its backward can be differentiated
// again: then it runs libtorch's own kernels, as this project's have no second derivative.
LayerStates layer(const LayerConfig& config, const LayerInput& in,
                  const std::optional<std::vector<int64_t>>& sizes);

}  // namespace ltn::recurrent
