// Runs of layers as one operation: Linear, activations, LayerNorm and Dropout inside of a Sequential, and the
// sums and norms of a transformer's layers.
//
// A training step of a small network is mostly overhead: for 64-128-10 and 32 rows, fourteen operators with
// an autograd node, an allocation and a call for each do what takes 15 µs of arithmetic. So a run is one call
// from JavaScript, one node of the graph, one buffer for all intermediate values, and our own products
// (nn/chain/kernels.h), which read weights where they are or pack them once in a step. The cross entropy that
// follows is one more node: its forward computes the gradient as well.
//
// Large products are libtorch's. What lies between them is computed in blocks of rows that stay in a near
// cache, on libtorch's threads, and keeps no more than backward needs.
//
// The order of things:
//   1. lib/nn/containers/runs.ts finds the runs of a Sequential, lib/nn/modules/transformer-runs.ts those of
//      a transformer's layer, and asks before each call whether its modules still are what they were: their
//      classes, forwards and hooks.
//   2. run() looks at what only native code sees: tensors, modes, sizes (plan.h). Where anything is unusual
//      it does nothing, and the modules run one by one. So every error is that of the ordinary path.
//   3. forward.h computes, and backward.h the gradients.
//   4. ChainBackward (node.h) saves what libtorch's nodes would save, the same tensors with their versions: a
//      weight that has changed before backward is the same error. With createGraph it computes the run again
//      with libtorch's operators and differentiates those.
#pragma once

#include <ATen/core/Tensor.h>

#include <memory>
#include <optional>
#include <vector>

#include "nn/chain/kernels.h"
#include "nn/module.h"

namespace ltn::chain {

struct Step {
  enum class Kind { kLinear, kActivation, kLayerNorm, kDropout, kResidual };
  Kind kind;
  Activation activation = Activation::kRelu;
  // Linear and Dropout: the modules that JavaScript has.
  ModulePtr module;
  // LayerNorm
  int64_t columns = 0;
  double eps = 0;
};

struct Chain {
  std::vector<Step> steps;
};

// The output of a run, recorded for autograd where that is on; nothing where the modules are to run one by
// one. `tensors` are weight and bias of each LayerNorm, either of which may be undefined, and what each
// residual adds, undefined for the run's input, in the order of the steps.
std::optional<at::Tensor> run(const Chain& chain, const at::Tensor& x,
                              const std::vector<at::Tensor>& tensors);

// The cross entropy of the scores of a run and one label for each row, where it is recorded for autograd;
// nothing where libtorch's operators are to do it.
std::optional<at::Tensor> crossEntropy(const at::Tensor& scores, const at::Tensor& labels, int64_t reduction,
                                       int64_t ignored);

// One setting for the process; LIBTORCH_NODE_FUSED_MLP=0 starts it as false.
bool isEnabled();
void setEnabled(bool enabled);

}  // namespace ltn::chain

namespace ltn {
template <>
struct BoxName<chain::Chain> {
  static constexpr const char* kName = "Chain";
};
}  // namespace ltn
