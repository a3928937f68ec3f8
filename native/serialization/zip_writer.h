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
  // Without `checksums` they are all 0, as libtorch's writer has it.
  explicit ZipWriter(WriteBytes write, bool checksums = true)
      : write_(std::move(write)), checksums_(checksums) {}

  void record(std::string_view name, const void* data, uint64_t size);
  void record(std::string_view name, std::string_view text) { record(name, text.data(), text.size()); }
  // A record of zeros with the checksum 0: room for bytes that somebody writes later.
  void emptyRecord(std::string_view name, uint64_t size);

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
  bool checksums_;
  uint64_t position_ = 0;
  std::vector<Entry> entries_;
};

}  // namespace ltn::serialization
