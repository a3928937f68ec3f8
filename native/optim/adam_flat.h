// Adam's usual step in two passes over the elements instead of eight operators for each parameter.
#pragma once

#include <ATen/core/Tensor.h>

#include <vector>

namespace ltn::optim::adam {

// What a step of one parameter is made with: plain numbers, neither amsgrad nor maximize.
struct FlatNumbers {
  double beta1, beta2, eps;
  double weight_decay;
  bool decoupled;
  double lr;
  double step;
  // The least square whose root is taken; minus infinity for none.
  float floor;
};

// One parameter, or a part of it: dense float32 tensors of one layout on the CPU.
struct FlatPart {
  FlatNumbers numbers;
  at::Tensor param, grad, average, square;
};

// Whether these four tensors can be a part.
bool isFlat(const at::Tensor& param, const at::Tensor& grad, const at::Tensor& average,
            const at::Tensor& square);

// Makes the step of all parts, with one call for all of their roots. The bits are those of libtorch's
// operators; the tensors' versions stay as they are.
void flatStep(const std::vector<FlatPart>& parts);

}  // namespace ltn::optim::adam
