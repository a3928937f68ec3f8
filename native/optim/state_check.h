// The state of a parameter is anybody's: it comes from files, and JavaScript may assign it or change its
// tensors in place. Kernels trust its sizes, so each step looks at them first.
#pragma once

#include "optim/holder.h"

namespace ltn::optim {

// Throws unless the slots fit the parameter: counters have one element, everything else the parameter's
// sizes and device, with memory of its own for each element. Slots that are still to be made are passed over.
void checkState(const Row& row, const at::Tensor& param, const Slots& slots);

// Throws unless a gradient has the parameter's sizes, which `param.data = other` can change. Returns it, made
// real where it is a zero tensor without memory.
at::Tensor checkedGradient(const at::Tensor& param, const at::Tensor& grad);

// Throws unless tensors that a fused kernel reads as flat arrays lie in memory as the parameter does.
void refuseOtherLayouts(const Batch& batch);

}  // namespace ltn::optim
