#pragma once

#include <ATen/core/Tensor.h>
#include <c10/core/impl/LocalDispatchKeySet.h>

namespace ltn {

// Whether this is a wrapper of functorch: it has a shape, and no memory of its own.
inline bool isTransformed(const at::Tensor& tensor) {
  constexpr c10::DispatchKeySet kWrappers{c10::DispatchKey::FuncTorchBatched,
                                          c10::DispatchKey::FuncTorchGradWrapper,
                                          c10::DispatchKey::Functionalize};
  return tensor.unsafeGetTensorImpl()->key_set().has_any(kWrappers);
}

// The tensor that lies within all wrappers: with the batch dimensions of vmap, and every value that there is.
at::Tensor bareTensor(at::Tensor tensor);

// The tensor whose values these are. Throws for one that stands for many at once.
at::Tensor valuesOf(const at::Tensor& tensor);

// While it lives, operators run as they would outside of all transforms.
class OutsideTransforms {
 private:
  c10::impl::ExcludeDispatchKeyGuard modes_{c10::DispatchKeySet{
      c10::DispatchKey::FuncTorchDynamicLayerFrontMode, c10::DispatchKey::FuncTorchDynamicLayerBackMode}};
};

}  // namespace ltn
