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
#ifndef _WIN32
  void writing(const std::function<void()>& body);
  std::unique_ptr<BlockWriter> writer_;
#endif
};

}  // namespace ltn::serialization
