// A checkpoint in JavaScript's hands: opened, described, then read once.
#pragma once

#include <ATen/core/Tensor.h>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "serialization/checkpoint.h"
#include "serialization/table.h"

namespace ltn::serialization {

struct OpenRequest {
  std::string path;                // used unless `source` is set
  std::shared_ptr<Source> source;  // a copy of the caller's bytes
  bool map = false;
  // Of a file that holds several checkpoints: where this one begins and how many bytes it has.
  std::optional<std::pair<uint64_t, uint64_t>> window;
  OpenMode mode = OpenMode::kTree;
};

class OpenCheckpoint {
 public:
  explicit OpenCheckpoint(const OpenRequest& request);

  const Checkpoint& checkpoint() const { return *checkpoint_; }
  const Table& table() const { return table_; }

  // Distinct devices that storages were saved on, and that converted tensors ask for.
  std::vector<std::string> locations() const;

  // Makes the tensors of the table, in its order. `devices` says where each location goes. Only once: then
  // the file is given back, here and not when the garbage collector finds the checkpoint.
  std::vector<at::Tensor> read(const std::map<std::string, std::string>& devices);

  // Reads parts of the only tensor of the table straight into others, which begin at so many elements of it. False where
  // its bytes in the file are not those of the others in memory: then nothing has been read. Else as `read`, only once.
  bool readInto(const std::vector<at::Tensor>& targets, const std::vector<int64_t>& offsets);

 private:
  bool alias_;
  std::unique_ptr<Checkpoint> checkpoint_;
  Table table_;
};

}  // namespace ltn::serialization
