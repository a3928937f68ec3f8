// Writing the container of `torch.save`: the pickle comes ready, the storages are streamed behind it.
#pragma once

#include <c10/core/Storage.h>

#include <exception>
#include <string>
#include <string_view>
#include <vector>

#include "serialization/saver.h"
#include "serialization/zip_writer.h"

namespace ltn::serialization {

// libtorch's writer of archives finishes the file in its destructor, and an error there would end the
// process. So a failed write is remembered, later ones are dropped, and the error is thrown once the writer
// is content.
class ErrorHolder {
 public:
  explicit ErrorHolder(WriteBytes write) : write_(std::move(write)) {}

  size_t write(const void* data, size_t size) noexcept;
  bool failed() const { return static_cast<bool>(error_); }
  void rethrow() const;

 private:
  WriteBytes write_;
  std::exception_ptr error_;
};

// What one file is made of: its pickle and its storages.
struct Archive {
  std::string pickle;
  std::vector<c10::Storage> storages;
  WriteOptions options;
};

// Writes the zip file of Python's `torch.save`; storage i becomes record data/i.
void writeZip(const WriteBytes& write, const Archive& archive);

// The same into a file, which appears whole or not at all.
void writeZipFile(const std::string& path, const Archive& archive);

// Archives one behind the other in one file, which appears whole or not at all. Returns their lengths.
std::vector<uint64_t> writeZipFiles(const std::string& path, const std::vector<Archive>& archives);

// A storage that lives on a device, copied to memory; CPU storages are returned as they are.
c10::Storage onCpu(const c10::Storage& storage);

}  // namespace ltn::serialization
