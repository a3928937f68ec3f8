// The gradients of a run.
#pragma once

#include "nn/chain/node.h"

namespace ltn::chain {

// Those of the node's inputs that are asked for, from that of the run's output. `y` is the output where the
// last step's backward needs it.
torch::autograd::variable_list gradients(const ChainBackward& node, const at::Tensor& grad, at::Tensor y);

}  // namespace ltn::chain
