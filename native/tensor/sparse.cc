#include "tensor/sparse.h"

#include <ATen/SparseCsrTensorUtils.h>
#include <ATen/SparseTensorImpl.h>
#include <ATen/core/LegacyTypeDispatch.h>
#include <ATen/core/Tensor.h>
#include <ATen/ops/_validate_sparse_compressed_tensor_args.h>

#include "func/bare.h"

namespace ltn {

namespace {

// Sorted without repetition, which is what `coalesced` promises; kernels skip checks that rely on it.
bool sorted(const at::Tensor& indices) {
  const int64_t dims = indices.size(0), count = indices.size(1);
  const auto* values = indices.const_data_ptr<int64_t>();
  for (int64_t i = 1; i < count; ++i) {
    int64_t dim = 0;
    while (dim < dims && values[dim * count + i] == values[dim * count + i - 1]) ++dim;
    if (dim == dims || values[dim * count + i] < values[dim * count + i - 1]) return false;
  }
  return true;
}

void checkCoordinates(const at::Tensor& tensor) {
  const auto* impl = static_cast<const at::SparseTensorImpl*>(tensor.unsafeGetTensorImpl());
  const at::Tensor given = impl->indices();
  if (given.is_meta()) return;
  TORCH_CHECK(given.dim() == 2 && given.size(0) == impl->sparse_dim() && impl->values().dim() > 0 &&
                  given.size(1) == impl->values().size(0) && given.scalar_type() == at::kLong,
              "the indices of this sparse tensor were changed to ", given.scalar_type(), given.sizes(),
              ", which does not fit its values of shape ", impl->values().sizes());
  const at::Tensor indices = given.cpu().contiguous();
  const auto* values = indices.const_data_ptr<int64_t>();
  const int64_t count = indices.size(1);
  for (int64_t dim = 0; dim < indices.size(0); ++dim) {
    for (int64_t i = 0; i < count; ++i) {
      const int64_t index = values[dim * count + i];
      TORCH_CHECK_INDEX(index >= 0 && index < tensor.size(dim), "the sparse tensor has the index ", index,
                        " in dimension ", dim, ", whose size is ", tensor.size(dim));
    }
  }
  TORCH_CHECK(!tensor.is_coalesced() || count < 2 || indices.size(0) == 0 || sorted(indices),
              "the sparse tensor says that it is coalesced, but its indices are not sorted or repeat");
}

// Offsets into the plain indices, one behind another: libtorch's own check reads as far as they say, and
// takes two that overflow for a small step.
template <class Index>
void checkOffsets(const at::Tensor& given, int64_t count) {
  const at::Tensor offsets = given.cpu().contiguous();
  const auto* values = offsets.const_data_ptr<Index>();
  const int64_t row = offsets.size(-1);
  for (int64_t i = 0; i < offsets.numel(); ++i) {
    const int64_t least = i % row == 0 ? 0 : values[i - 1];
    TORCH_CHECK_INDEX(values[i] >= least && values[i] <= count,
                      "expected the compressed indices of the sparse tensor to grow from 0 to ", count,
                      ", got ", values[i]);
  }
}

void checkCompressed(const at::Tensor& tensor) {
  const auto* impl = at::sparse_csr::get_sparse_csr_impl(tensor);
  const at::Tensor compressed = impl->compressed_indices(), plain = impl->plain_indices();
  if (compressed.is_meta()) return;
  if (compressed.dim() > 0 && plain.dim() > 0) {
    if (compressed.scalar_type() == at::kLong) checkOffsets<int64_t>(compressed, plain.size(-1));
    if (compressed.scalar_type() == at::kInt) checkOffsets<int32_t>(compressed, plain.size(-1));
  }
  at::_validate_sparse_compressed_tensor_args(compressed, plain, impl->values(), tensor.sizes(),
                                              tensor.layout());
}

}  // namespace

void checkUnusual(const at::Tensor& tensor) {
  const OutsideTransforms outside;
  if (isTransformed(tensor)) return checkUnusual(bareTensor(tensor));
  const at::AutoDispatchBelowADInplaceOrView guard;
  if (tensor.is_sparse())
    checkCoordinates(tensor);
  else if (at::sparse_csr::is_sparse_compressed(tensor))
    checkCompressed(tensor);
}

}  // namespace ltn
