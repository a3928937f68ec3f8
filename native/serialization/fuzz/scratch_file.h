// A file in memory that is opened by its path, as users' files are.
#pragma once

#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

namespace ltn::serialization {

class ScratchFile {
 public:
  ScratchFile() : file_(memfd_create("fuzz", 0)), path_("/proc/self/fd/" + std::to_string(file_)) {
    if (file_ < 0) std::abort();
  }

  const std::string& holding(const uint8_t* data, size_t size) {
    const bool written =
        ftruncate(file_, 0) == 0 && pwrite(file_, data, size, 0) == static_cast<ssize_t>(size);
    if (!written) std::abort();
    return path_;
  }

 private:
  int file_;
  std::string path_;
};

}  // namespace ltn::serialization
