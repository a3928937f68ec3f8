// Archives of libtorch's C++ front end: torch::save and torch::load.
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

// Reads every value, those of nested archives included. The file must be trusted: libtorch compiles what is
// in it.
std::vector<ArchiveEntry> loadArchive(const std::string& path);

// Writes tensors; the file appears whole or not at all. Each name of a path but the last is a nested archive.
void saveArchive(const std::string& path, const std::vector<ArchiveEntry>& entries);

}  // namespace ltn::serialization
