#include "optim/beta.h"

#include <ATen/ops/_foreach_addcmul.h>
#include <ATen/ops/_foreach_lerp.h>
#include <ATen/ops/_foreach_mul.h>
#include <ATen/ops/_foreach_pow.h>
#include <ATen/ops/pow.h>
#include <ATen/ops/square.h>

#include <cmath>

namespace ltn::optim {

Beta::Beta(double number, at::Tensor tensor, const char* name) : tensor_(std::move(tensor)), number_(number) {
  if (!isTensor()) return;
  TORCH_CHECK_VALUE(tensor_.numel() == 1, "Tensor ", name, " must be 1-element");
  if (tensor_.dim() != 0) tensor_ = tensor_.squeeze();
}

void Beta::average(const at::Tensor& average, const at::Tensor& grad) const {
  if (!isTensor()) {
    average.lerp_(grad, 1 - number_);
    return;
  }
  average.lerp_(grad, minusFrom(1, tensor_.to(average.device(), average.scalar_type(), true)));
}

void Beta::average(const Tensors& averages, const Tensors& grads) const {
  at::_foreach_lerp_(averages, grads, isTensor() ? minusFrom(1, tensor_).item() : at::Scalar(1 - number_));
}

void Beta::averageSquare(const at::Tensor& average, const at::Tensor& grad, bool differentiable) const {
  if (!isTensor()) {
    scale(average, number_).addcmul_(grad, grad, 1 - number_);
  } else if (differentiable && tensor_.requires_grad()) {
    // The factor of addcmul cannot be a tensor that autograd follows; lerp's can.
    average.lerp_(at::square(grad), minusFrom(1, tensor_));
  } else {
    average.mul_(tensor_).addcmul_(grad, grad, minusFrom(1, tensor_).item());
  }
}

void Beta::averageSquare(const Tensors& averages, const Tensors& grads) const {
  if (isTensor()) {
    at::_foreach_mul_(averages, tensor_);
    at::_foreach_addcmul_(averages, at::_foreach_mul(grads, minusFrom(1, tensor_)), grads, 1);
  } else {
    at::_foreach_mul_(averages, number_);
    at::_foreach_addcmul_(averages, grads, grads, 1 - number_);
  }
}

at::Tensor Beta::correction(const at::Tensor& step, bool differentiable) const {
  if (!isTensor()) return minusFrom(1, at::pow(number_, step));
  // The counter is counted on in place: autograd keeps what it was.
  return minusFrom(1, at::pow(tensor_, differentiable && tensor_.requires_grad() ? step.clone() : step));
}

at::Tensor Beta::correction(double step) const { return minusFrom(1, at::pow(tensor_, step)); }

Tensors Beta::powers(const Tensors& steps) const {
  return at::_foreach_pow(isTensor() ? tensor_.item() : at::Scalar(number_), steps);
}

}  // namespace ltn::optim
