// What dropout keeps, drawn as libtorch's bernoulli_ draws it.
#pragma once

#include <ATen/core/Tensor.h>

namespace ltn {

// `count` bytes that are 1 with this probability and 0 otherwise: those that at::bernoulli_ would draw from
// the default generator, which is left as that leaves it. libtorch draws them one by one, unless it has MKL
// and an Intel processor; here that takes a tenth of the time.
at::Tensor keepMask(int64_t count, double probability);

// The factors of dropout with probability p: 0, or 1 / (1 - p).
at::Tensor dropoutFactors(at::IntArrayRef sizes, double p);

}  // namespace ltn
