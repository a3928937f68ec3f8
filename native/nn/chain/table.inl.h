// The kernels of one instruction set, after those of recurrent layers (nn/recurrent/table.inl.h).
// clang-format off
#include "nn/chain/products.inl.h"
#include "nn/chain/pointwise.inl.h"
#include "nn/chain/adam.inl.h"
// clang-format on

namespace ltn::recurrent::LTN_RECURRENT_ISA::small {

constexpr chain::Kernels chainTable() {
  return {packedSize,        packWeight,   linear,           linearInput, linearWeight,
          sumRows,           activate,     activateBackward, multiplyAll, layerNorm,
          layerNormBackward, crossEntropy, adamAverages,     adamUpdate};
}

}  // namespace ltn::recurrent::LTN_RECURRENT_ISA::small
