// What a checkpoint can be refused for.
#pragma once

#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <string>

namespace ltn::serialization {

// The file is malformed, hostile, or holds something that is not on the allow-list; or it cannot be read or
// written.
class CheckpointError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// The file system refuses: `number` is its errno, or 0 where there is none.
class FileError : public CheckpointError {
 public:
  FileError(const std::string& message, int number) : CheckpointError(message), number(number) {}
  const int number;
};

// The error of a call that has just failed: "cannot open x: No such file or directory".
[[noreturn]] inline void failFile(const std::string& what, const std::string& path) {
  const int number = errno;
  throw FileError("cannot " + what + " " + path + ": " + std::strerror(number), number);
}

// One value of the file is of a kind that is not read; the others may be.
class Unreadable : public CheckpointError {
 public:
  using CheckpointError::CheckpointError;
};

// The bytes end before the pickle does.
class CutOff : public CheckpointError {
 public:
  using CheckpointError::CheckpointError;
};

}  // namespace ltn::serialization
