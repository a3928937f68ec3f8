// The directory of a zip file, checked completely before a byte of a record is used.
//
// libtorch's reader trusts the directory: it allocates what a record claims to be and lets records overlap.
// This one is read first, and refuses a file whose records leave the file, overlap, repeat or contradict
// their headers.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "serialization/source.h"

namespace ltn::serialization {

struct ZipRecord {
  std::string name;  // without the archive's folder
  uint64_t header = 0;
  uint64_t offset = 0;  // of the first byte of data
  uint64_t stored = 0;  // bytes in the file
  uint64_t size = 0;    // bytes after inflating
  uint32_t crc = 0;
  bool compressed = false;
  std::string whole;  // the name with the folder
};

class ZipIndex {
 public:
  explicit ZipIndex(const Source& source);

  // Whether the file begins as a zip file does.
  static bool matches(const Source& source);

  const ZipRecord* find(const std::string& name) const;
  const std::vector<ZipRecord>& records() const { return records_; }
  bool anyCompressed() const;

 private:
  void readDirectory(const Source& source);
  void locateData(const Source& source);
  void checkOverlap(uint64_t end);
  void nameRecords();

  uint64_t directory_ = 0;
  uint64_t directory_size_ = 0;
  uint64_t count_ = 0;
  std::vector<ZipRecord> records_;
  std::unordered_map<std::string, size_t> by_name_;
};

}  // namespace ltn::serialization
