#include "serialization/temporary_name.h"

#include <atomic>
#include <ctime>
#include <map>
#include <mutex>
#include <system_error>

#ifdef _WIN32
#include <process.h>
#else
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#endif

namespace ltn::serialization {
namespace {

namespace fs = std::filesystem;

constexpr int kMostLinks = 40;
constexpr std::string_view kInfix = ".tmp-";

int processId() {
#ifdef _WIN32
  return _getpid();
#else
  return ::getpid();
#endif
}

}  // namespace

fs::path toPath(const std::string& utf8) { return fs::path(reinterpret_cast<const char8_t*>(utf8.c_str())); }

std::string fromPath(const fs::path& path) {
  const std::u8string text = path.u8string();
  return std::string(reinterpret_cast<const char*>(text.data()), text.size());
}

std::string linkTarget(const std::string& path) {
  std::error_code error;
  const fs::path real = fs::canonical(toPath(path), error);
  if (!error) return fromPath(real);
  // A link to a file that is not there yet.
  fs::path at = toPath(path);
  for (int i = 0; i < kMostLinks && fs::is_symlink(fs::symlink_status(at, error)); ++i) {
    const fs::path next = fs::read_symlink(at, error);
    if (error) break;
    at = at.parent_path() / next;
  }
  return fromPath(at);
}

std::string temporaryName(const std::string& path) {
  static std::atomic<unsigned> counter = 0;
  return path + std::string(kInfix) + std::to_string(processId()) + "-" + std::to_string(counter++);
}

#ifndef _WIN32

namespace {

constexpr time_t kIdleSeconds = 60;
constexpr size_t kMostPaths = 1000;

// Whether `rest` is what temporaryName() puts behind the infix.
bool isNumbered(std::string_view rest) {
  const size_t dash = rest.find('-');
  if (dash == 0 || dash == std::string_view::npos || dash + 1 == rest.size()) return false;
  constexpr std::string_view kDigits = "0123456789";
  return rest.substr(0, dash).find_first_not_of(kDigits) == std::string_view::npos &&
         rest.substr(dash + 1).find_first_not_of(kDigits) == std::string_view::npos;
}

void removeIfAbandoned(const std::string& path) {
  struct stat info = {};
  if (::lstat(path.c_str(), &info) != 0 || !S_ISREG(info.st_mode)) return;
  if (::time(nullptr) - info.st_mtime < kIdleSeconds) return;
  const int file = ::open(path.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (file < 0) return;
  struct stat opened = {};
  const bool same =
      ::fstat(file, &opened) == 0 && opened.st_ino == info.st_ino && opened.st_dev == info.st_dev;
  if (same && ::flock(file, LOCK_EX | LOCK_NB) == 0) ::unlink(path.c_str());
  ::close(file);
}

// A program that saves to one path at each step does not read its folder each time.
bool isTimeToLook(const std::string& path) {
  static std::mutex mutex;
  // Lives as long as the process: jobs may outlast statics.
  static auto* looked = new std::map<std::string, time_t>();
  const std::lock_guard lock(mutex);
  const time_t now = ::time(nullptr);
  const auto at = looked->find(path);
  if (at != looked->end() && now - at->second < kIdleSeconds) return false;
  if (looked->size() >= kMostPaths) looked->clear();
  (*looked)[path] = now;
  return true;
}

}  // namespace

bool lockTemporary(int file) { return ::flock(file, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK; }

void removeAbandoned(const std::string& path) {
  if (!isTimeToLook(path)) return;
  const fs::path whole = toPath(path);
  const fs::path folder = whole.has_parent_path() ? whole.parent_path() : fs::path(".");
  const std::string prefix = fromPath(whole.filename()) + std::string(kInfix);
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    const std::string name = fromPath(at->path().filename());
    if (name.starts_with(prefix) && isNumbered(std::string_view(name).substr(prefix.size()))) {
      removeIfAbandoned(fromPath(at->path()));
    }
  }
}

#endif

}  // namespace ltn::serialization
