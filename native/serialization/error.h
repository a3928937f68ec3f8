// What a checkpoint can be refused for.
#pragma once

#include <stdexcept>

namespace ltn::serialization {

// The file is malformed, hostile, or holds something that is not on the allow-list; or it cannot be read or
// written.
class CheckpointError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// The bytes end before the pickle does.
class CutOff : public CheckpointError {
 public:
  using CheckpointError::CheckpointError;
};

}  // namespace ltn::serialization
