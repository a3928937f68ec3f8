// Archives of exported programs: zip files of texts and of the bytes of storages.
#pragma once

#include <c10/core/Storage.h>

#include <string>
#include <variant>
#include <vector>

#include "serialization/zip_index.h"

namespace ltn::serialization {

// One record: its name without the archive's folder, and its bytes or the storage that holds them.
struct PackageRecord {
  std::string name;
  std::variant<std::string, c10::Storage> content;
};

// The checked directory of a file.
std::vector<ZipRecord> readPackage(const std::string& path);

// Writes the records and those that Python's reader asks for; the file appears whole or not at all.
void writePackage(const std::string& path, const std::vector<PackageRecord>& records);

}  // namespace ltn::serialization
