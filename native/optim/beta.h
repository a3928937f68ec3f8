// A beta of Adam: how fast a running average forgets; a number or a tensor of one element.
#pragma once

#include "optim/common.h"

namespace ltn::optim {

class Beta {
 public:
  Beta(double number, at::Tensor tensor, const char* name);

  bool isTensor() const { return tensor_.defined(); }
  // The number, as kernels take it.
  double number() const { return isTensor() ? tensor_.item().toDouble() : number_; }

  // average = lerp(average, grad, 1 - beta)
  void average(const at::Tensor& average, const at::Tensor& grad) const;
  void average(const Tensors& averages, const Tensors& grads) const;
  // average = beta * average + (1 - beta) * grad^2
  void averageSquare(const at::Tensor& average, const at::Tensor& grad, bool differentiable) const;
  void averageSquare(const Tensors& averages, const Tensors& grads) const;

  // 1 - beta^step
  at::Tensor correction(const at::Tensor& step, bool differentiable) const;
  at::Tensor correction(double step) const;
  // beta^step of each counter.
  Tensors powers(const Tensors& steps) const;

 private:
  at::Tensor tensor_;
  double number_;
};

}  // namespace ltn::optim
