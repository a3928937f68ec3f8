#include "optim/adam_flat.h"

#include <ATen/core/LegacyTypeDispatch.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/sqrt.h>

#include <cmath>

#include "nn/chain/kernels.h"
#include "tensor/plain.h"

namespace ltn::optim::adam {

namespace {

chain::AdamNumbers rounded(const FlatNumbers& n) {
  const bool decays = n.decoupled && n.weight_decay != 0;
  return {static_cast<float>(decays ? 1 - n.lr * n.weight_decay : 1),
          static_cast<float>(n.decoupled ? 0 : n.weight_decay),
          static_cast<float>(1 - n.beta1),
          static_cast<float>(n.beta2),
          static_cast<float>(1 - n.beta2),
          n.floor,
          static_cast<float>(std::pow(1 - std::pow(n.beta2, n.step), 0.5)),
          static_cast<float>(n.eps),
          static_cast<float>(-(n.lr / (1 - std::pow(n.beta1, n.step))))};
}

}  // namespace

bool isFlat(const at::Tensor& param, const at::Tensor& grad, const at::Tensor& average,
            const at::Tensor& square) {
  if (!isPlainFloat(param) || !param.is_non_overlapping_and_dense()) return false;
  for (const at::Tensor* other : {&grad, &average, &square}) {
    if (!isPlainFloat(*other) || other->sizes() != param.sizes() || other->strides() != param.strides())
      return false;
  }
  return true;
}

// The roots are libtorch's, that is MKL's: now and then its last bit differs from that of the processor's own
// root.
void flatStep(const std::vector<FlatPart>& parts) {
  const at::AutoDispatchBelowADInplaceOrView guard;
  int64_t total = 0;
  for (const FlatPart& part : parts) total += part.param.numel();
  at::Tensor roots = at::empty({total}, at::kFloat);
  const chain::Kernels& kernels = chain::kernels();
  std::vector<chain::AdamNumbers> numbers;
  numbers.reserve(parts.size());
  auto* at = roots.mutable_data_ptr<float>();
  for (const FlatPart& part : parts) {
    const int64_t count = part.param.numel();
    numbers.push_back(rounded(part.numbers));
    kernels.adam_averages(numbers.back(), count, part.param.mutable_data_ptr<float>(),
                          part.grad.const_data_ptr<float>(), part.average.mutable_data_ptr<float>(),
                          part.square.mutable_data_ptr<float>(), at);
    at += count;
  }
  roots.sqrt_();
  at = roots.mutable_data_ptr<float>();
  for (size_t i = 0; i < parts.size(); ++i) {
    const FlatPart& part = parts[i];
    kernels.adam_update(numbers[i], part.param.numel(), part.param.mutable_data_ptr<float>(),
                        part.average.const_data_ptr<float>(), at);
    at += part.param.numel();
  }
}

}  // namespace ltn::optim::adam
