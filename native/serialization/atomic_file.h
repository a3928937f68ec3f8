// A file that appears whole or not at all: written under a temporary name, synced, renamed.
#pragma once

#include <cstdint>
#include <string>

namespace ltn::serialization {

class AtomicFile {
 public:
  // Creates the temporary file beside `path`.
  explicit AtomicFile(const std::string& path);
  AtomicFile(const AtomicFile&) = delete;
  AtomicFile& operator=(const AtomicFile&) = delete;

  // Removes the temporary file unless commit() was reached.
  ~AtomicFile();

  void write(const void* data, size_t size);

  // Makes the content durable, then puts it in the place of `path`.
  void commit();

 private:
  void close();
  [[noreturn]] void fail(const std::string& what) const;

  std::string path_;
  std::string temporary_;
  intptr_t file_ = -1;
  uint64_t written_ = 0;
  uint64_t flushed_ = 0;
};

}  // namespace ltn::serialization
