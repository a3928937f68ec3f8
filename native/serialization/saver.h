// What a pickler has to know about a tensor, and the storages that it refers to, each once.
#pragma once

#include <ATen/core/Tensor.h>
#include <c10/core/Storage.h>

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "serialization/value.h"

namespace ltn::serialization {

struct SavedTensor {
  TensorForm form = TensorForm::kStrided;
  std::string dtype;
  std::string storage_class;  // "FloatStorage", or "UntypedStorage" for the types without a class
  int64_t storage_key = -1;
  int64_t storage_count = 0;  // elements, or bytes when untyped
  std::string location;
  int64_t offset = 0;
  std::vector<int64_t> size, stride;
  bool requires_grad = false, conjugate = false, negative = false;
  std::string layout;      // Sparse
  bool coalesced = false;  // Sparse
  std::string scheme;      // Quantized
  double scale = 0;        // Quantized, per tensor
  int64_t zero_point = 0;  // Quantized, per tensor
  int64_t axis = 0;        // Quantized, per channel
  std::vector<SavedTensor> parts;
};

// What a file gets beside its structure: torch.serialization's setCrc32Options and skipData.
struct WriteOptions {
  bool checksums = true;
  bool skip_data = false;
};

// A tensor of zeros without memory (`_efficientzerotensor`, some gradients) as one with; any other as it is.
at::Tensor withStorage(const at::Tensor& tensor);

class Saver {
 public:
  explicit Saver(WriteOptions options = {}) : options_(options) {}

  // Describes a tensor and takes hold of its storage. Throws for a tensor that Python could not save either.
  SavedTensor add(const at::Tensor& tensor);

  const std::vector<c10::Storage>& storages() const { return storages_; }
  const WriteOptions& options() const { return options_; }

 private:
  void addStorage(const at::Tensor& tensor, SavedTensor& saved);
  void addQuantized(const at::Tensor& tensor, SavedTensor& saved);
  void addSparse(const at::Tensor& tensor, SavedTensor& saved);
  void addNested(const at::Tensor& tensor, SavedTensor& saved);

  WriteOptions options_;
  std::vector<c10::Storage> storages_;
  std::unordered_map<const c10::StorageImpl*, int64_t> keys_;
  std::unordered_map<const void*, std::string> types_;  // storage class by address
};

}  // namespace ltn::serialization
