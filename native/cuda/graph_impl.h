// CUDA's implementation of at::accelerator::Graph.
#pragma once

namespace ltn {

// Registers it with libtorch, unless libtorch has one; does nothing in the CPU flavour.
void registerCudaGraphs();

}  // namespace ltn
