// Writes a zip file from its beginning to its end, byte for byte in the layout of libtorch's own writer
// (whose checksums take longer than the disk): stored records, data at multiples of 64, checksums behind the
// data.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace ltn::serialization {

using WriteBytes = std::function<void(const void* data, size_t size)>;

class ZipWriter {
 public:
  explicit ZipWriter(WriteBytes write) : write_(std::move(write)) {}

  void record(std::string_view name, const void* data, uint64_t size);
  void record(std::string_view name, std::string_view text) { record(name, text.data(), text.size()); }

  // Writes the record that tells files apart, and the directory.
  void finish();

 private:
  struct Entry {
    std::string name;
    uint64_t position;
    uint64_t size;
    uint32_t crc;
  };

  void put(std::string_view bytes);
  void localHeader(const Entry& entry);
  void dataDescriptor(const Entry& entry);
  void directory();
  std::string identity() const;

  WriteBytes write_;
  uint64_t position_ = 0;
  std::vector<Entry> entries_;
};

}  // namespace ltn::serialization
