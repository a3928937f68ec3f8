// Modules whose tensors have shapes, but no memory and no values: what is made to be overwritten.
#pragma once

#include <c10/core/impl/LocalDispatchKeySet.h>

namespace ltn {

// libtorch has no kernels for it.
inline constexpr auto kOnMetaKey = c10::DispatchKey::TESTING_ONLY_GenericWrapper;

// While it lives, `at::empty` of this thread makes tensors on the device 'meta'. So the constructors of
// torch::nn take no memory and draw no random numbers.
class OnMeta {
 private:
  c10::impl::IncludeDispatchKeyGuard include_{kOnMetaKey};
};

}  // namespace ltn
