#include "nn/recurrent/kernels.h"

#include <cstdlib>
#include <cstring>

namespace ltn::recurrent {

namespace {

// LIBTORCH_NODE_CPU_CAPABILITY=default|avx2 caps the choice, as ATEN_CPU_CAPABILITY does for libtorch (for
// tests).
const Kernels& choose() {
#if LTN_RECURRENT_X86
  const char* cap = std::getenv("LIBTORCH_NODE_CPU_CAPABILITY");
  const bool portable = cap != nullptr && std::strcmp(cap, "default") == 0;
  const bool avx2_only = cap != nullptr && std::strcmp(cap, "avx2") == 0;
  if (!portable && !avx2_only && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq")) {
    return kAvx512Kernels;
  }
  if (!portable && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return kAvx2Kernels;
#endif
  return kPortableKernels;
}

}  // namespace

const Kernels& kernels() {
  static const Kernels& chosen = choose();
  return chosen;
}

}  // namespace ltn::recurrent
