// A file that appears whole or not at all: written under a temporary name, synced, renamed.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#ifndef _WIN32
#include "serialization/block_writer.h"
#endif

namespace ltn::serialization {

class AtomicFile {
 public:
  // Creates the temporary file beside `path`, and removes those that killed processes left of the same path.
  explicit AtomicFile(const std::string& path);
  AtomicFile(const AtomicFile&) = delete;
  AtomicFile& operator=(const AtomicFile&) = delete;

  // Removes the temporary file unless commit() was reached.
  ~AtomicFile();

  void write(const void* data, size_t size);

  // Makes the content durable, then puts it in the place of `path`, whose mode and owner it takes.
  void commit();

 private:
  void close();
  [[noreturn]] void fail(const std::string& what) const;

  std::string path_;
  std::string temporary_;
  intptr_t file_ = -1;
#ifndef _WIN32
  void create();
  void examineTarget();
  void takeMode();
  void writing(const std::function<void()>& body);
  std::unique_ptr<BlockWriter> writer_;
  // Of the file that is replaced; a negative mode where there is none.
  int64_t mode_ = -1;
  uint32_t user_ = 0, group_ = 0;
#endif
};

}  // namespace ltn::serialization
