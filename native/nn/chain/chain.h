// Small networks as one operation: a run of Linear, activations, LayerNorm and Dropout inside of a
// Sequential.
//
// A training step of a small network is mostly overhead: for 64-128-10 and 32 rows, fourteen operators with
// an autograd node, an allocation and a call for each do what takes 15 µs of arithmetic. So a run is one call
// from JavaScript, one node of the graph, one buffer for all intermediate values, and our own products
// (nn/chain/kernels.h), which read weights where they are or pack them once in a step. The cross entropy that
// follows is one more node: its forward computes the gradient as well.
//
// The order of things:
//   1. lib/nn/containers/runs.ts finds the runs of a Sequential, and asks before each call whether its
//   modules still
//      are what they were: their classes, forwards and hooks.
//   2. run() looks at what only native code sees: tensors, modes, sizes. Where anything is unusual it does
//   nothing, and
//      the modules run one by one. So every error is that of the ordinary path.
//   3. ChainBackward (node.h) saves what libtorch's nodes would save, the same tensors with their versions: a
//   weight
//      that has changed before backward is the same error. With createGraph it computes the run again with
//      libtorch's operators and differentiates those.
//
// Large products are faster in libtorch: kMostWork says from where.
#pragma once

#include <ATen/core/Tensor.h>

#include <memory>
#include <optional>
#include <vector>

#include "nn/chain/kernels.h"
#include "nn/module.h"

namespace ltn::chain {

struct Step {
  enum class Kind { kLinear, kActivation, kLayerNorm, kDropout };
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
// one. `norms` are weight and bias of each LayerNorm, either of which may be undefined.
std::optional<at::Tensor> run(const Chain& chain, const at::Tensor& x, const std::vector<at::Tensor>& norms);

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
