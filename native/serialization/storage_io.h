// Reading the bytes of storages: in pieces, by a few threads, straight into their place.
#pragma once

#include <c10/core/Storage.h>

#include <cstdint>
#include <vector>

#include "serialization/source.h"

namespace ltn::serialization {

struct ReadTask {
  uint64_t position;
  uint8_t* to;
  uint64_t bytes;
};

// Carries out all tasks; the first error is thrown after every thread has ended.
void readAll(const Source& source, const std::vector<ReadTask>& tasks);

// A CPU storage of its own memory, not initialized.
c10::Storage allocateStorage(uint64_t bytes);

// A storage over memory that `owner` keeps alive.
c10::Storage aliasStorage(std::shared_ptr<void> owner, void* data, uint64_t bytes);

// Turns each number of `width` bytes around.
void swapBytes(uint8_t* data, uint64_t bytes, uint32_t width);

}  // namespace ltn::serialization
