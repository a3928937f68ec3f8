#include "nn/chain/kernels.h"

#include "nn/recurrent/kernels.h"

namespace ltn::chain {

namespace {

const Kernels& choose() {
#if LTN_RECURRENT_X86
  if (&recurrent::kernels() == &recurrent::kAvx512Kernels) return kAvx512Kernels;
  if (&recurrent::kernels() == &recurrent::kAvx2Kernels) return kAvx2Kernels;
#endif
  return kPortableKernels;
}

}  // namespace

const Kernels& kernels() {
  static const Kernels& chosen = choose();
  return chosen;
}

}  // namespace ltn::chain
