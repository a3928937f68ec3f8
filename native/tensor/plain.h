// Tensors that kernels of ours may read as an array.
#pragma once

#include <ATen/core/Tensor.h>

namespace ltn {

// In memory of the CPU: neither a wrapper, as functorch's and Python's subclasses are, nor sparse, quantized,
// a lazy view (negated, conjugated, all zero) or of another device.
inline bool isPlain(const at::Tensor& tensor) {
  constexpr c10::DispatchKeySet kPlain({c10::DispatchKey::CPU, c10::DispatchKey::AutogradCPU,
                                        c10::DispatchKey::ADInplaceOrView, c10::DispatchKey::AutocastCPU});
  // A difference of key sets keeps the back ends' bits.
  return tensor.defined() && (tensor.key_set().raw_repr() & ~kPlain.raw_repr()) == 0 &&
         tensor.layout() == at::kStrided;
}

inline bool isPlainFloat(const at::Tensor& tensor) {
  return isPlain(tensor) && tensor.scalar_type() == at::kFloat;
}

}  // namespace ltn
