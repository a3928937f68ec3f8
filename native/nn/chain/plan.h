// What a run works on: its tensors, and the place of each step.
#pragma once

#include <vector>

#include "nn/chain/chain.h"
#include "nn/chain/layout.h"

namespace ltn::chain {

class Plan {
 public:
  // `tensors` are weight and bias of each LayerNorm and what each residual adds, in the order of the steps.
  Plan(const Chain& chain, const at::Tensor& x, const std::vector<at::Tensor>& tensors);

  // Whether our kernels can stand in for the modules.
  bool fits() const { return fits_; }
  // Whether autograd is to record the run.
  bool recorded() const { return wanted_; }
  // Floats in a row of the output.
  int64_t width() const { return width_; }

  Layout layout;
  // x, then the parameters and what residuals add, in the order of the run.
  std::vector<at::Tensor> inputs;
  // The probability of each mask.
  std::vector<double> dropped;

 private:
  bool add(const Step& step);
  bool addLinear(const torch::nn::Module& module, Place& place);
  bool addNorm(const Step& step, Place& place);
  bool addDropout(const torch::nn::Module& module, Place& place);
  bool addResidual(Place& place);
  bool addParameters(Place& place, const at::Tensor& weight, const at::Tensor& bias);
  size_t take(const at::Tensor& parameter);
  bool joins(size_t i, bool free) const;
  bool isAwaited() const;
  void finish();

  const std::vector<at::Tensor>& tensors_;
  size_t next_tensor_ = 0;
  int64_t width_ = 0;
  int64_t work_ = 0;
  bool recording_ = false;
  bool wanted_ = false;
  bool fits_ = false;
};

}  // namespace ltn::chain
