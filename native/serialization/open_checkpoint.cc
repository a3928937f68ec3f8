#include "serialization/open_checkpoint.h"

#include <set>

#include "serialization/materialize.h"

namespace ltn::serialization {
namespace {

std::shared_ptr<Source> sourceOf(const OpenRequest& request) {
  if (request.source) return request.source;
  const auto file = request.map ? mapFile(request.path) : openFile(request.path);
  return request.window ? windowOf(file, request.window->first, request.window->second) : file;
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

}  // namespace ltn::serialization
