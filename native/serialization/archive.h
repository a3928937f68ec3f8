// Archives of libtorch's C++ front end, as its torch::save writes them. They are read like checkpoints, see
// OpenMode.
#pragma once

#include <ATen/core/ivalue.h>

#include <string>
#include <vector>

namespace ltn::serialization {

// One value of an archive and the names that lead to it.
struct ArchiveEntry {
  std::vector<std::string> path;
  c10::IValue value;
};

// Writes tensors and plain values; the file appears whole or not at all. Each name of a path but the last is
// a nested archive; a path whose value is None and whose last name is empty makes an archive without entries.
void saveArchive(const std::string& path, const std::vector<ArchiveEntry>& entries);

}  // namespace ltn::serialization
