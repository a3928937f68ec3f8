// Tells a profiler of memory what the allocator of storages.cc gives out and gets back.
#pragma once

#include <atomic>
#include <cstddef>

namespace ltn {

extern std::atomic<bool> storages_watched;

inline bool storagesWatched() { return storages_watched.load(std::memory_order_relaxed); }

// Whether storages are reported from now on; the profiler says so.
void watchStorages(bool watched);

void reportTaken(void* memory, size_t bytes);

// Does nothing about memory that was not reported.
void reportGiven(void* memory);

}  // namespace ltn
