// Checking what a file says about a tensor, and making the tensor once its bytes are there.
#pragma once

#include <vector>

#include "serialization/value.h"

namespace ltn::serialization {

// Throws unless sizes, strides and offset are non-negative, do not overflow, and stay inside the storage.
void checkStrided(const TensorSpec& spec);

// The strides of a dense tensor: the last dimension is the fastest, or the first one in Fortran order.
// Throws when they do not fit into 64 bits.
std::vector<int64_t> contiguousStride(const std::vector<int64_t>& size, bool fortran);

}  // namespace ltn::serialization
