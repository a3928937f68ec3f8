// What has to hold for our own kernels to stand in for libtorch's operators.
#pragma once

#include <ATen/autocast_mode.h>
#include <c10/core/impl/LocalDispatchKeySet.h>
#include <torch/csrc/autograd/anomaly_mode.h>

#include "autograd/saved_hooks.h"
#include "tensor/plain.h"

namespace ltn::chain {

// Whether anything on this thread wants to see or change single operators: autocast, functorch's transforms,
// the tracer, hooks on saved tensors, anomaly detection.
inline bool isUnusual() {
  const c10::impl::LocalDispatchKeySet local = c10::impl::tls_local_dispatch_key_set();
  if (!(local.included_ - c10::default_included_set).empty()) return true;
  if (at::autocast::is_autocast_enabled(at::kCPU)) return true;
  if (hasSavedHooks()) return true;
  return torch::autograd::AnomalyMode::is_enabled();
}

// Float32 numbers one after the other, without a forward-mode gradient.
inline bool isArray(const at::Tensor& tensor) {
  return isPlainFloat(tensor) && tensor.is_contiguous() && !tensor._fw_grad(0).defined();
}

}  // namespace ltn::chain
