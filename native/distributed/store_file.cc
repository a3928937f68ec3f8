#include "distributed/store_file.h"

#include <chrono>
#include <mutex>
#include <thread>
#include <utility>

#include "core/errors.h"

#ifndef _WIN32
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdint>
#include <string_view>
#endif

namespace ltn {

namespace {

#ifndef _WIN32
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

// Whether a row of keys and values, each after its length of four bytes, lies between the two positions.
bool isStore(int file, uint64_t position, uint64_t size) {
  bool is_key = true;
  for (; position < size; is_key = !is_key) {
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
  return position == size;
}

// Throws where something else lies at the path than the file of a store, of which `known` bytes have been
// read.
void requireStoreFile(const std::string& path, int64_t known) {
  const Descriptor file(path);
  struct stat about = {};
  if (file.number() < 0 || ::fstat(file.number(), &about) != 0) return;
  if (!S_ISREG(about.st_mode)) throw KindError("torch", "FileStore: " + path + " is no file");
  // As libtorch's readers do, so that no other rank is in the middle of a write.
  if (::flock(file.number(), LOCK_SH) != 0) return;
  const bool fits =
      ::fstat(file.number(), &about) == 0 &&
      isStore(file.number(), static_cast<uint64_t>(known), static_cast<uint64_t>(about.st_size));
  ::flock(file.number(), LOCK_UN);
  if (fits) return;
  throw KindError("torch",
                  "FileStore: " + path +
                      (known > 0 ? " was changed by something else while it was open, or a rank was killed "
                                   "while it wrote: delete it, and start all ranks again"
                                 : " holds something else than a store, or was cut off: choose another path, "
                                   "or delete it"));
}

#else
void requireStoreFile(const std::string& /*path*/, int64_t /*known*/) {}
#endif

constexpr std::chrono::milliseconds kPause{10};

}  // namespace

CheckedFileStore::CheckedFileStore(const std::string& path, int workers)
    : FileStore((requireStoreFile(path, 0), path), workers) {}

// libtorch's counts down who is left in the file, and reads it for that, but not where there is none.
CheckedFileStore::~CheckedFileStore() {
  try {
    requireIntact();
  } catch (const std::exception&) {
    path_.clear();
  }
}

void CheckedFileStore::requireIntact() {
  const std::lock_guard lock(activeFileOpLock_);
  requireStoreFile(path_, pos_);
}

void CheckedFileStore::set(const std::string& key, const std::vector<uint8_t>& value) {
  requireIntact();
  FileStore::set(key, value);
}

std::vector<uint8_t> CheckedFileStore::compareSet(const std::string& key,
                                                  const std::vector<uint8_t>& expected,
                                                  const std::vector<uint8_t>& desired) {
  requireIntact();
  return FileStore::compareSet(key, expected, desired);
}

// libtorch's waits for a key inside, where the file is read without being looked at.
std::vector<uint8_t> CheckedFileStore::get(const std::string& key) {
  const auto start = std::chrono::steady_clock::now();
  while (!check({key})) {
    const bool late = timeout_ != kNoTimeout && std::chrono::steady_clock::now() - start > timeout_;
    TORCH_CHECK(!late, "Timeout waiting for key: ", key, " after ", timeout_.count(), " ms");
    std::this_thread::sleep_for(kPause);
  }
  return FileStore::get(key);
}

int64_t CheckedFileStore::add(const std::string& key, int64_t value) {
  requireIntact();
  return FileStore::add(key, value);
}

int64_t CheckedFileStore::getNumKeys() {
  requireIntact();
  return FileStore::getNumKeys();
}

bool CheckedFileStore::deleteKey(const std::string& key) {
  requireIntact();
  return FileStore::deleteKey(key);
}

// `wait` calls it until all keys are there.
bool CheckedFileStore::check(const std::vector<std::string>& keys) {
  requireIntact();
  return FileStore::check(keys);
}

std::vector<std::string> CheckedFileStore::listKeys() {
  requireIntact();
  return FileStore::listKeys();
}

}  // namespace ltn
