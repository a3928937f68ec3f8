#include "serialization/open_checkpoint.h"

#include <c10/core/InferenceMode.h>

#include <set>

#include "serialization/materialize.h"
#include "serialization/storage_io.h"
#include "tensor/plain.h"

namespace ltn::serialization {
namespace {

std::shared_ptr<Source> sourceOf(const OpenRequest& request) {
  if (request.source) return request.source;
  const auto file = request.map ? mapFile(request.path) : openFile(request.path);
  return request.window ? windowOf(file, request.window->first, request.window->second) : file;
}

bool isDense(const TensorSpec& spec) {
  int64_t expected = 1;
  for (size_t i = spec.size.size(); i-- > 0; expected *= spec.size[i]) {
    if (spec.size[i] != 1 && spec.stride[i] != expected) return false;
  }
  return true;
}

// Whether the elements lie in the file as they do in memory, one after the other.
bool isPlainInFile(const TensorSpec& spec, bool big_endian) {
  if (spec.form != TensorForm::kStrided || spec.conjugate || spec.negative || !isDense(spec)) return false;
  const StorageSpec& storage = *spec.storage->storage;
  return storage.record.empty() && !storage.inlined && !storage.base &&
         !(big_endian && storage.swap_width > 1);
}

// Whether bytes may be written over the elements of a tensor, as `copy_` would.
bool takesBytes(const at::Tensor& target, c10::ScalarType dtype) {
  return isPlain(target) && target.scalar_type() == dtype && target.is_contiguous() &&
         !target._is_zerotensor() && (!target.is_inference() || c10::InferenceMode::is_enabled());
}

}  // namespace

OpenCheckpoint::OpenCheckpoint(const OpenRequest& request)
    : alias_(request.map || request.source),
      checkpoint_(openCheckpoint(sourceOf(request), request.mode)),
      table_(makeTable(*checkpoint_)) {}

std::vector<std::string> OpenCheckpoint::locations() const {
  std::set<std::string> found;
  for (const Node* node : checkpoint_->storages) found.insert(node->storage->location);
  for (const Node* node : table_.tensors) {
    if (node->tensor->form == TensorForm::kConverted) found.insert(std::string(node->tensor->device));
  }
  return {found.begin(), found.end()};
}

std::vector<at::Tensor> OpenCheckpoint::read(const std::map<std::string, std::string>& devices,
                                             bool skip_data) {
  if (!checkpoint_->source) throw CheckpointError("this checkpoint was read already");
  const auto device_of = [&](const std::string& location) {
    const auto found = devices.find(location);
    if (found == devices.end()) throw CheckpointError("no device was named for location " + location);
    return found->second;
  };
  Materializer materializer(*checkpoint_, device_of, alias_, skip_data);
  materializer.readStorages();
  std::vector<at::Tensor> tensors;
  tensors.reserve(table_.tensors.size());
  for (const Node* node : table_.tensors) tensors.push_back(materializer.tensor(node));
  checkpoint_->source.reset();
  return tensors;
}

bool OpenCheckpoint::readInto(const std::vector<at::Tensor>& targets, const std::vector<int64_t>& offsets) {
  if (!checkpoint_->source) throw CheckpointError("this checkpoint was read already");
  if (table_.tensors.size() != 1) return false;
  const TensorSpec& spec = *table_.tensors[0]->tensor;
  if (!isPlainInFile(spec, checkpoint_->big_endian)) return false;
  const auto width = static_cast<int64_t>(c10::elementSize(spec.dtype));
  int64_t count = 1;
  for (const int64_t extent : spec.size) count *= extent;
  std::vector<ReadTask> tasks;
  for (size_t i = 0; i < targets.size(); ++i) {
    const at::Tensor& target = targets[i];
    if (!takesBytes(target, spec.dtype) || offsets[i] < 0 || offsets[i] > count) return false;
    if (target.numel() > count - offsets[i]) return false;
    if (target.numel() == 0) continue;
    const int64_t first = (spec.offset + offsets[i]) * width;
    tasks.push_back({spec.storage->storage->position + static_cast<uint64_t>(first),
                     static_cast<uint8_t*>(target.mutable_data_ptr()),
                     static_cast<uint64_t>(target.numel() * width)});
  }
  readAll(*checkpoint_->source, tasks);
  for (const at::Tensor& target : targets) target.unsafeGetTensorImpl()->bump_version();
  checkpoint_->source.reset();
  return true;
}

}  // namespace ltn::serialization
