// The kernels of one instruction set, after those of recurrent layers (nn/recurrent/table.inl.h).
// clang-format off
#include "nn/chain/products.inl.h"
#include "nn/chain/pointwise.inl.h"
#include "nn/chain/attention.inl.h"
#include "nn/chain/random.inl.h"
#include "nn/chain/adam.inl.h"
// clang-format on

namespace ltn::recurrent::LTN_RECURRENT_ISA::small {

constexpr chain::Kernels chainTable() {
  return {packedSize,
          packWeight,
          linear,
          linearInput,
          linearWeight,
          addRows,
          activate,
          activateBackward,
          addAll,
          keep,
          reluKeepBackward,
          layerNorm,
          layerNormBackward,
          crossEntropy,
          headScratch,
          headForward,
          headBackward,
          twist,
          temper,
          below,
          adamAverages,
          adamUpdate};
}

}  // namespace ltn::recurrent::LTN_RECURRENT_ISA::small
