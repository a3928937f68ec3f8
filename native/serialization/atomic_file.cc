#include "serialization/atomic_file.h"

#include <atomic>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "serialization/error.h"

#ifdef _WIN32
#include <fcntl.h>
#include <io.h>
#include <process.h>
#include <sys/stat.h>
#include <windows.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace ltn::serialization {
namespace {

namespace fs = std::filesystem;

fs::path toPath(const std::string& utf8) { return fs::path(reinterpret_cast<const char8_t*>(utf8.c_str())); }

std::string fromPath(const fs::path& path) {
  const std::u8string text = path.u8string();
  return std::string(reinterpret_cast<const char*>(text.data()), text.size());
}

// The file behind a symbolic link is replaced, not the link.
std::string target(const std::string& path) {
  std::error_code error;
  const fs::path real = fs::canonical(toPath(path), error);
  return error ? path : fromPath(real);
}

int processId() {
#ifdef _WIN32
  return _getpid();
#else
  return ::getpid();
#endif
}

std::string temporaryName(const std::string& path) {
  static std::atomic<unsigned> counter = 0;
  return path + ".tmp-" + std::to_string(processId()) + "-" + std::to_string(counter++);
}

}  // namespace

void AtomicFile::fail(const std::string& what) const {
  throw CheckpointError("cannot " + what + " " + path_ + ": " + std::strerror(errno));
}

#ifdef _WIN32

AtomicFile::AtomicFile(const std::string& path) : path_(target(path)), temporary_(temporaryName(path_)) {
  file_ =
      _wopen(toPath(temporary_).c_str(), _O_CREAT | _O_EXCL | _O_WRONLY | _O_BINARY, _S_IREAD | _S_IWRITE);
  if (file_ < 0) fail("write");
}

void AtomicFile::close() {
  if (file_ >= 0) _close(static_cast<int>(file_));
  file_ = -1;
}

void AtomicFile::write(const void* data, size_t size) {
  const auto* from = static_cast<const char*>(data);
  while (size > 0) {
    const int put =
        _write(static_cast<int>(file_), from, static_cast<unsigned>(size < (1u << 30) ? size : (1u << 30)));
    if (put <= 0) fail("write");
    from += put, size -= static_cast<size_t>(put);
  }
}

void AtomicFile::commit() {
  if (_commit(static_cast<int>(file_)) != 0) fail("sync");
  close();
  const DWORD flags = MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH;
  if (!MoveFileExW(toPath(temporary_).c_str(), toPath(path_).c_str(), flags)) {
    throw CheckpointError("cannot replace " + path_ + ": error " + std::to_string(GetLastError()));
  }
  temporary_.clear();
}

#else

AtomicFile::AtomicFile(const std::string& path) : path_(target(path)), temporary_(temporaryName(path_)) {
  file_ = ::open(temporary_.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666);
  if (file_ < 0) fail("write");
  writer_ = std::make_unique<BlockWriter>(static_cast<int>(file_));
}

void AtomicFile::close() {
  writer_.reset();
  if (file_ >= 0) ::close(static_cast<int>(file_));
  file_ = -1;
}

void AtomicFile::writing(const std::function<void()>& body) {
  try {
    body();
  } catch (const std::system_error& error) {
    errno = error.code().value();
    fail("write");
  }
}

void AtomicFile::write(const void* data, size_t size) {
  writing([&] { writer_->write(data, size); });
}

void AtomicFile::commit() {
  writing([&] { writer_->finish(); });
  if (::fsync(static_cast<int>(file_)) != 0) fail("sync");
  close();
  if (::rename(temporary_.c_str(), path_.c_str()) != 0) fail("replace");
  temporary_.clear();
  const std::string folder = fromPath(toPath(path_).parent_path());
  const int directory = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_CLOEXEC);
  if (directory < 0) return;  // the data is safe; only the rename could be lost with the power
  ::fsync(directory);
  ::close(directory);
}

#endif

AtomicFile::~AtomicFile() {
  close();
  std::error_code ignored;
  if (!temporary_.empty()) fs::remove(toPath(temporary_), ignored);
}

}  // namespace ltn::serialization
