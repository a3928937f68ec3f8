#include "serialization/atomic_file.h"

#include <cerrno>
#include <system_error>

#include "serialization/error.h"
#include "serialization/temporary_name.h"

#ifdef _WIN32
#include <fcntl.h>
#include <io.h>
#include <sys/stat.h>
#include <windows.h>
#else
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace ltn::serialization {
namespace {

// A killed process may have had the same process number, as happens in containers.
constexpr int kAttempts = 1000;

}  // namespace

void AtomicFile::fail(const std::string& what) const { failFile(what, path_); }

#ifdef _WIN32

AtomicFile::AtomicFile(const std::string& path) : path_(linkTarget(path)) {
  for (int i = 0; file_ < 0 && i < kAttempts; ++i) {
    temporary_ = temporaryName(path_);
    const int flags = _O_CREAT | _O_EXCL | _O_WRONLY | _O_BINARY;
    file_ = _wopen(toPath(temporary_).c_str(), flags, _S_IREAD | _S_IWRITE);
    if (file_ < 0 && errno != EEXIST) break;
  }
  if (file_ < 0) {
    temporary_.clear();
    fail("write");
  }
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
    throw FileError("cannot replace " + path_ + ": error " + std::to_string(GetLastError()), 0);
  }
  temporary_.clear();
}

#else

AtomicFile::AtomicFile(const std::string& path) : path_(linkTarget(path)) {
  examineTarget();
  removeAbandoned(path_);
  create();
  writer_ = std::make_unique<BlockWriter>(static_cast<int>(file_));
}

// A file that may not be written is not replaced either. Devices and folders cannot be replaced.
void AtomicFile::examineTarget() {
  struct stat info = {};
  if (::stat(path_.c_str(), &info) != 0) return;
  if (!S_ISREG(info.st_mode)) throw FileError("cannot write " + path_ + ": it is not a regular file", 0);
  if (::access(path_.c_str(), W_OK) != 0) fail("write");
  mode_ = info.st_mode & 0777;
  user_ = info.st_uid;
  group_ = info.st_gid;
}

void AtomicFile::create() {
  for (int i = 0; i < kAttempts; ++i) {
    temporary_ = temporaryName(path_);
    // If the file that is replaced has a mode of its own, nobody else can read the new one before it has that
    // mode.
    file_ = ::open(temporary_.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, mode_ < 0 ? 0666 : 0600);
    if (file_ < 0 && errno == EEXIST) continue;
    if (file_ < 0) break;
    // Another process that removes abandoned files may have come in between.
    struct stat info = {};
    if (lockTemporary(static_cast<int>(file_)) && ::fstat(static_cast<int>(file_), &info) == 0 &&
        info.st_nlink > 0)
      return;
    ::close(static_cast<int>(file_));
    ::unlink(temporary_.c_str());
  }
  file_ = -1;
  temporary_.clear();
  fail("write");
}

// Only root can give files away. If the group cannot be kept, the new group gets the rights that everybody
// has.
void AtomicFile::takeMode() {
  if (mode_ < 0) return;
  const int file = static_cast<int>(file_);
  auto mode = static_cast<mode_t>(mode_);
  struct stat own = {};
  if (::fstat(file, &own) != 0) fail("write");
  const bool same = own.st_uid == user_ && own.st_gid == group_;
  const bool kept = same || ::fchown(file, user_, group_) == 0 || own.st_gid == group_ ||
                    ::fchown(file, static_cast<uid_t>(-1), group_) == 0;
  if (!kept) mode = (mode & ~mode_t{070}) | ((mode & 07) << 3);
  if (::fchmod(file, mode) != 0 && errno != EPERM && errno != ENOTSUP) fail("write");
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
  takeMode();
  if (::fsync(static_cast<int>(file_)) != 0) fail("sync");
  // Closed after the rename: until then the lock says that the file is being written.
  if (::rename(temporary_.c_str(), path_.c_str()) != 0) fail("replace");
  temporary_.clear();
  close();
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
  if (!temporary_.empty()) std::filesystem::remove(toPath(temporary_), ignored);
}

}  // namespace ltn::serialization
