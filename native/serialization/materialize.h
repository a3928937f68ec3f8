// From a checked description to tensors: reads or maps the storages, then makes each tensor over them.
#pragma once

#include <ATen/core/Tensor.h>
#include <c10/core/Storage.h>

#include <functional>
#include <memory>
#include <string>
#include <unordered_map>

#include "serialization/checkpoint.h"
#include "serialization/inflate.h"

namespace ltn::serialization {

// Where the storages that were saved on `location` should go: a device as libtorch spells it.
using MapLocation = std::function<std::string(const std::string& location)>;

class Materializer {
 public:
  // `alias`: storages lie in the source (a mapping, or a copy of the caller's buffer) instead of memory of
  // their own. `skip_data`: they are zeros, and nothing is read.
  Materializer(const Checkpoint& checkpoint, MapLocation map_location, bool alias, bool skip_data);

  // Reads every storage; after this the source is needed no more, unless storages alias it.
  void readStorages();

  // The tensor of a node; the same node gives the same tensor.
  at::Tensor tensor(const Node* node);

 private:
  c10::Storage place(const Node* node);
  c10::Storage load(const StorageSpec& spec);
  at::Tensor make(const Node* node);
  at::Tensor strided(const TensorSpec& spec);
  at::Tensor meta(const TensorSpec& spec);
  at::Tensor quantized(const TensorSpec& spec);
  at::Tensor sparse(const TensorSpec& spec);
  at::Tensor nested(const TensorSpec& spec);
  at::Tensor converted(const TensorSpec& spec);
  at::Tensor numpy(const TensorSpec& spec);

  const Checkpoint& checkpoint_;
  MapLocation map_location_;
  bool alias_, skip_data_;
  std::unique_ptr<Inflater> inflater_;
  std::unordered_map<const Node*, c10::Storage> storages_;
  std::unordered_map<const Node*, at::Tensor> tensors_;
};

}  // namespace ltn::serialization
