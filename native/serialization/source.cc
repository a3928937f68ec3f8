#include "serialization/source.h"

#include <ATen/MapAllocator.h>
#include <c10/core/CPUAllocator.h>

#include <cerrno>
#include <cstring>

#include "serialization/error.h"

#ifdef _WIN32
#include <windows.h>
#else
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace ltn::serialization {

void Source::check(uint64_t offset, uint64_t count) const {
  if (offset > size() || count > size() - offset) {
    throw CheckpointError("the file is cut off: " + std::to_string(count) + " bytes at " +
                          std::to_string(offset) + " of a file of " + std::to_string(size()));
  }
}

std::string Source::text(uint64_t offset, uint64_t count) const {
  check(offset, count);
  std::string out(count, '\0');
  read(offset, out.data(), count);
  return out;
}

namespace {

#ifdef _WIN32

class FileSource final : public Source {
 public:
  explicit FileSource(const std::string& path) : path_(path) {
    const int length = MultiByteToWideChar(CP_UTF8, 0, path.c_str(), -1, nullptr, 0);
    std::wstring wide(static_cast<size_t>(length), L'\0');
    MultiByteToWideChar(CP_UTF8, 0, path.c_str(), -1, wide.data(), length);
    file_ = CreateFileW(wide.c_str(), GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_DELETE, nullptr,
                        OPEN_EXISTING, 0, nullptr);
    LARGE_INTEGER size;
    if (file_ == INVALID_HANDLE_VALUE || !GetFileSizeEx(file_, &size)) {
      throw FileError("cannot open " + path + ": error " + std::to_string(GetLastError()), 0);
    }
    size_ = static_cast<uint64_t>(size.QuadPart);
  }
  ~FileSource() override { CloseHandle(file_); }
  uint64_t size() const override { return size_; }

  void read(uint64_t offset, void* out, uint64_t count) const override {
    check(offset, count);
    auto* to = static_cast<char*>(out);
    while (count > 0) {
      OVERLAPPED at = {};
      at.Offset = static_cast<DWORD>(offset);
      at.OffsetHigh = static_cast<DWORD>(offset >> 32);
      DWORD got = 0;
      const auto want = static_cast<DWORD>(count < (1u << 30) ? count : (1u << 30));
      if (!ReadFile(file_, to, want, &got, &at) || got == 0) throw CheckpointError("cannot read " + path_);
      to += got, offset += got, count -= got;
    }
  }

 private:
  std::string path_;
  HANDLE file_;
  uint64_t size_ = 0;
};

#else

class FileSource final : public Source {
 public:
  // Opening does not wait, as it would for a FIFO that took the place of a file.
  explicit FileSource(const std::string& path)
      : path_(path), file_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {
    if (file_ < 0) failFile("open", path);
    struct stat info = {};
    const bool known = ::fstat(file_, &info) == 0;
    if (!known || !S_ISREG(info.st_mode)) {
      ::close(file_);
      throw FileError("cannot read " + path + ": it is not a regular file", 0);
    }
    size_ = static_cast<uint64_t>(info.st_size);
  }
  FileSource(const FileSource&) = delete;
  FileSource& operator=(const FileSource&) = delete;
  ~FileSource() override { ::close(file_); }
  uint64_t size() const override { return size_; }
  int duplicate() const {
    const int copy = ::fcntl(file_, F_DUPFD_CLOEXEC, 0);
    if (copy < 0) failFile("open", path_);
    return copy;
  }

  void read(uint64_t offset, void* out, uint64_t count) const override {
    check(offset, count);
    auto* to = static_cast<char*>(out);
    while (count > 0) {
      const ssize_t got = ::pread(file_, to, count, static_cast<off_t>(offset));
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) failFile("read", path_);
      if (got == 0) throw FileError("cannot read " + path_ + ": it became shorter while it was read", 0);
      to += got;
      offset += static_cast<uint64_t>(got);
      count -= static_cast<uint64_t>(got);
    }
  }

 private:
  std::string path_;
  int file_;
  uint64_t size_ = 0;
};

#endif

// A mapping or a copy.
class MemorySource final : public Source {
 public:
  MemorySource(c10::DataPtr data, uint64_t size)
      : data_(std::make_shared<c10::DataPtr>(std::move(data))), size_(size) {}
  uint64_t size() const override { return size_; }
  uint8_t* data() const override { return static_cast<uint8_t*>(data_->get()); }
  std::shared_ptr<void> owner() const override { return data_; }

  void read(uint64_t offset, void* out, uint64_t count) const override {
    check(offset, count);
    if (count > 0) std::memcpy(out, data() + offset, count);
  }

 private:
  std::shared_ptr<c10::DataPtr> data_;
  uint64_t size_;
};

class WindowSource final : public Source {
 public:
  WindowSource(std::shared_ptr<Source> whole, uint64_t offset, uint64_t size)
      : whole_(std::move(whole)), offset_(offset), size_(size) {}
  uint64_t size() const override { return size_; }
  uint8_t* data() const override { return whole_->data() ? whole_->data() + offset_ : nullptr; }
  std::shared_ptr<void> owner() const override { return whole_->owner(); }

  void read(uint64_t offset, void* out, uint64_t count) const override {
    check(offset, count);
    whole_->read(offset_ + offset, out, count);
  }

 private:
  std::shared_ptr<Source> whole_;
  uint64_t offset_, size_;
};

}  // namespace

std::shared_ptr<Source> windowOf(std::shared_ptr<Source> whole, uint64_t offset, uint64_t size) {
  const uint64_t all = whole->size();
  if (offset > all || size > all - offset) {
    throw CheckpointError("an entry of " + std::to_string(size) + " bytes at " + std::to_string(offset) +
                          " goes beyond the end of the file, which has " + std::to_string(all));
  }
  return std::make_shared<WindowSource>(std::move(whole), offset, size);
}

std::shared_ptr<Source> openFile(const std::string& path) { return std::make_shared<FileSource>(path); }

std::shared_ptr<Source> mapFile(const std::string& path) {
  const FileSource file(path);
  const uint64_t size = file.size();
  if (size == 0) throw CheckpointError("cannot map " + path + ": it is empty");
  size_t mapped = 0;
#ifdef _WIN32
  c10::DataPtr data = at::MapAllocator::makeDataPtr(path, 0, size, &mapped);
#else
  // The file that was opened: another may have its name by now. The allocator closes what it is given.
  c10::DataPtr data = at::MapAllocator::makeDataPtr(at::WITH_FD, path.c_str(), file.duplicate(),
                                                    at::ALLOCATOR_MAPPED_FROMFD, size, &mapped);
#endif
  return std::make_shared<MemorySource>(std::move(data), size);
}

std::shared_ptr<Source> allocateMemory(uint64_t size) {
  return std::make_shared<MemorySource>(c10::GetCPUAllocator()->allocate(size), size);
}

std::shared_ptr<Source> copyMemory(const void* data, uint64_t size) {
  auto source = allocateMemory(size);
  if (size > 0) std::memcpy(source->data(), data, size);
  return source;
}

}  // namespace ltn::serialization
