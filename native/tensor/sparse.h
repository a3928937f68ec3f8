// Sparse tensors whose indices can be trusted. The parts of a sparse tensor are tensors that anybody can
// write to after its constructor looked at them; kernels read and write where the indices say.
#pragma once

#include <ATen/core/Tensor.h>

namespace ltn {

// Throws if an index of a sparse tensor lies outside of its shape, or its parts do not fit each other. Others
// pass.
void checkUnusual(const at::Tensor& tensor);

// As checkUnusual; a test of a bit for strided tensors, which are nearly all.
inline void checkIndices(const at::Tensor& tensor) {
  if (tensor.defined() && tensor.layout() != at::kStrided) checkUnusual(tensor);
}

}  // namespace ltn
