// The kernels of one instruction set. The including file has defined LTN_RECURRENT_ISA and, in that
// namespace, Vec.
// Each header uses those before it.
// clang-format off
#include "nn/recurrent/tile.inl.h"
#include "nn/recurrent/math.inl.h"
#include "nn/recurrent/pack.inl.h"
#include "nn/recurrent/rows.inl.h"
#include "nn/recurrent/units.inl.h"
#include "nn/recurrent/forward_input.inl.h"
#include "nn/recurrent/forward.inl.h"
#include "nn/recurrent/back_step.inl.h"
#include "nn/recurrent/backward.inl.h"
#include "nn/recurrent/single.inl.h"
#include "nn/prepared/dense.inl.h"
#include "nn/prepared/convolve.inl.h"
#include "nn/prepared/encoder.inl.h"
// clang-format on

namespace ltn::recurrent::LTN_RECURRENT_ISA {

constexpr Kernels table(const char* name) {
  return {forwardPanels,  forwardSize, backwardPanels, backwardSize,    packForward,      packBackward,
          forwardScratch, forward,     sumsLayout,     backwardScratch, backwardPointers, backward,
          gemv,           cellRow,     name,           preparedTable()};
}

}  // namespace ltn::recurrent::LTN_RECURRENT_ISA
