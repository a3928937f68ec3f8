#include "distributed/store_file.h"

#ifndef _WIN32
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdint>
#include <string_view>

#include "core/errors.h"

namespace ltn {

namespace {

// How keys begin: those of values, those of values that were deleted, and libtorch's own `refcount/` and
// `cleanup/`.
constexpr std::string_view kBeginnings = "/-rc";

class Descriptor {
 public:
  // Without waiting, as the open of a pipe would.
  explicit Descriptor(const std::string& path)
      : number_(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC)) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }

  int number() const { return number_; }

 private:
  int number_;
};

bool readAt(int file, void* target, size_t count, uint64_t position) {
  return ::pread(file, target, count, static_cast<off_t>(position)) == static_cast<ssize_t>(count);
}

// A file of a store is a row of keys and values, each after its length of four bytes.
bool isStore(int file, uint64_t size) {
  bool is_key = true;
  for (uint64_t position = 0; position < size; is_key = !is_key) {
    uint32_t length = 0;
    if (size - position < sizeof(length) || !readAt(file, &length, sizeof(length), position)) return false;
    position += sizeof(length);
    if (size - position < length) return false;
    if (is_key) {
      char first = 0;
      if (length == 0 || !readAt(file, &first, 1, position)) return false;
      if (kBeginnings.find(first) == std::string_view::npos) return false;
    }
    position += length;
    if (position == size && is_key) return false;
  }
  return true;
}

}  // namespace

void requireStoreFile(const std::string& path) {
  const Descriptor file(path);
  struct stat about = {};
  if (file.number() < 0 || ::fstat(file.number(), &about) != 0) return;
  if (!S_ISREG(about.st_mode)) throw KindError("torch", "FileStore: " + path + " is no file");
  // As libtorch's readers do, so that no other rank is in the middle of a write.
  if (::flock(file.number(), LOCK_SH) != 0) return;
  const bool fits =
      ::fstat(file.number(), &about) == 0 && isStore(file.number(), static_cast<uint64_t>(about.st_size));
  ::flock(file.number(), LOCK_UN);
  if (fits) return;
  throw KindError(
      "torch", "FileStore: " + path +
                   " holds something else than a store, or was cut off: choose another path, or delete it");
}

}  // namespace ltn
#else
namespace ltn {

void requireStoreFile(const std::string&) {}

}  // namespace ltn
#endif
