#include "serialization/saver.h"

#include <ATen/core/Tensor.h>
#include <ATen/ops/zeros.h>
#include <c10/util/StringUtil.h>

#include "serialization/dtypes.h"

namespace ltn::serialization {
namespace {

std::string layoutName(c10::Layout layout) {
  switch (layout) {
    case c10::kSparse:
      return "torch.sparse_coo";
    case c10::kSparseCsr:
      return "torch.sparse_csr";
    case c10::kSparseCsc:
      return "torch.sparse_csc";
    case c10::kSparseBsr:
      return "torch.sparse_bsr";
    case c10::kSparseBsc:
      return "torch.sparse_bsc";
    default:
      throw CheckpointError(
          c10::str("a tensor of the layout ", layout, " cannot be saved: call toDense() first"));
  }
}

}  // namespace

at::Tensor withStorage(const at::Tensor& tensor) {
  return tensor._is_zerotensor() ? at::zeros(tensor.sizes(), tensor.options()) : tensor;
}

SavedTensor Saver::add(const at::Tensor& given) {
  const at::Tensor tensor = withStorage(given);
  SavedTensor saved;
  saved.dtype = dtypeName(tensor.scalar_type());
  if (saved.dtype.empty())
    throw CheckpointError(std::string("a tensor of type ") + tensor.toString() + " cannot be saved");
  saved.requires_grad = tensor.requires_grad();
  if (tensor.is_nested()) {
    addNested(tensor, saved);
    return saved;
  }
  saved.size = tensor.sizes().vec();
  if (tensor.layout() != c10::kStrided) {
    addSparse(tensor, saved);
    return saved;
  }
  saved.stride = tensor.strides().vec();
  saved.conjugate = tensor.is_conj();
  saved.negative = tensor.is_neg();
  if (tensor.is_meta()) {
    saved.form = TensorForm::kMeta;
    return saved;
  }
  addStorage(tensor, saved);
  if (tensor.is_quantized()) addQuantized(tensor, saved);
  return saved;
}

void Saver::addStorage(const at::Tensor& tensor, SavedTensor& saved) {
  const c10::Storage& storage = tensor.storage();
  saved.offset = tensor.storage_offset();
  saved.location = tensor.device().str();
  const std::string_view type = storageName(tensor.scalar_type());
  saved.storage_class = type.empty() ? "UntypedStorage" : type;
  const uint64_t width = type.empty() ? 1 : tensor.element_size();
  saved.storage_count = static_cast<int64_t>(storage.nbytes() / width);
  const auto [type_at, first] = types_.emplace(storage.data(), saved.storage_class);
  if (!first && storage.data() && type_at->second != saved.storage_class) {
    throw CheckpointError(
        "two tensors share their memory and have different dtypes, which a checkpoint cannot hold: save a "
        "clone() of one");
  }
  const auto [key, added] =
      keys_.emplace(storage.unsafeGetStorageImpl(), static_cast<int64_t>(storages_.size()));
  if (added) storages_.push_back(storage);
  saved.storage_key = key->second;
}

void Saver::addQuantized(const at::Tensor& tensor, SavedTensor& saved) {
  saved.form = TensorForm::kQuantized;
  if (tensor.qscheme() == c10::kPerTensorAffine) {
    saved.scheme = "per_tensor_affine";
    saved.scale = tensor.q_scale();
    saved.zero_point = tensor.q_zero_point();
    return;
  }
  // Python writes this name for float parameters too, and tells the two apart by the tensors.
  saved.scheme = tensor.qscheme() == c10::kPerChannelAffineFloatQParams ? "per_channel_affine_float_qparams"
                                                                        : "per_channel_affine";
  saved.axis = tensor.q_per_channel_axis();
  saved.parts = {add(tensor.q_per_channel_scales()), add(tensor.q_per_channel_zero_points())};
}

void Saver::addSparse(const at::Tensor& tensor, SavedTensor& saved) {
  saved.form = TensorForm::kSparse;
  saved.layout = layoutName(tensor.layout());
  if (tensor.layout() == c10::kSparse) {
    saved.coalesced = tensor.is_coalesced();
    saved.parts = {add(tensor._indices()), add(tensor._values())};
    return;
  }
  const bool rows = tensor.layout() == c10::kSparseCsr || tensor.layout() == c10::kSparseBsr;
  saved.parts = {add(rows ? tensor.crow_indices() : tensor.ccol_indices()),
                 add(rows ? tensor.col_indices() : tensor.row_indices()), add(tensor.values())};
}

void Saver::addNested(const at::Tensor& tensor, SavedTensor& saved) {
  saved.form = TensorForm::kNested;
  saved.parts = {add(tensor.values()), add(tensor._nested_tensor_size()),
                 add(tensor._nested_tensor_strides()), add(tensor._nested_tensor_storage_offsets())};
}

}  // namespace ltn::serialization
