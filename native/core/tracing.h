// Whether libtorch's tracer records what this thread computes. Kernels of ours are no operators that it
// knows, so what has a choice takes libtorch's meanwhile.
#pragma once

#include <c10/core/DispatchKey.h>
#include <c10/core/impl/LocalDispatchKeySet.h>

namespace ltn {

inline bool isTracing() { return c10::impl::tls_is_dispatch_key_included(c10::DispatchKey::Tracer); }

}  // namespace ltn
