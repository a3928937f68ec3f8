// Elementwise arithmetic over large parameters, a block at a time.
#pragma once

#include <c10/util/FunctionRef.h>

#include "optim/holder.h"

namespace ltn::optim {

// Calls body(param, grad, slots), whose operators all work element by element, for blocks that make up the
// parameter. An operator at a time, each reads and writes whole tensors from memory, and the threads meet
// after each; a block stays in a near cache until all operators are done with it. The bits are the same.
//
// Slots with the parameter's layout are cut with it, others (a step counter) are passed on
// whole, and must only be read. Calls it once, with everything, where blocks do not pay or where `recorded`
// says that autograd is to see whole tensors.
void inBlocks(const at::Tensor& param, const at::Tensor& grad, Slots& slots, bool recorded,
              c10::function_ref<void(const at::Tensor&, const at::Tensor&, Slots&)> body);

// Whether a parameter is too small for blocks.
bool isSmall(const at::Tensor& param);

// Counts a change that was made without an operator.
void changed(const at::Tensor& tensor);

}  // namespace ltn::optim
