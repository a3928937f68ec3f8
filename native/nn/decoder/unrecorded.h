// Leaves out autograd where nothing is recorded.
#pragma once

#include <ATen/core/LegacyTypeDispatch.h>
#include <ATen/core/grad_mode.h>

#include <algorithm>
#include <initializer_list>
#include <optional>

#include "nn/chain/conditions.h"

namespace ltn::decoder {

// While it lives, operators on these tensors go below autograd's kernels, if gradients are off and nobody
// watches.
class Unrecorded {
 public:
  Unrecorded(std::initializer_list<at::Tensor> tensors) {
    if (at::GradMode::is_enabled() || chain::isUnusual()) return;
    const bool plain = std::all_of(tensors.begin(), tensors.end(), [](const at::Tensor& tensor) {
      return isPlain(tensor) && !tensor._fw_grad(0).defined();
    });
    if (plain) guard_.emplace();
  }

 private:
  std::optional<at::AutoDispatchBelowAutograd> guard_;
};

}  // namespace ltn::decoder
