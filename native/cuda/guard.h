#pragma once

#include <c10/core/impl/VirtualGuardImpl.h>

namespace ltn {

// What libtorch has registered for CUDA: devices and streams without CUDA's own headers.
inline c10::impl::VirtualGuardImpl cudaGuard() { return c10::impl::VirtualGuardImpl(c10::kCUDA); }

}  // namespace ltn
