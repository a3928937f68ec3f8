// Where the elements of tensors on the CPU live.
#pragma once

#include <algorithm>
#include <cstdint>

namespace ltn {

// Bytes of storages on the CPU that this thread has allocated, less those that it has freed. It does not
// matter what made them, or what holds them now (a handle, a graph, a module). A storage that one thread
// allocates and another frees stays in the count of the first, so code that hands over much (jobs, shared
// tensors) corrects both counts.
extern thread_local constinit int64_t storage_bytes;
// The most that `storage_bytes` has been in this thread.
extern thread_local constinit int64_t storage_peak;

inline void countStorage(int64_t bytes) {
  storage_bytes += bytes;
  storage_peak = std::max(storage_peak, storage_bytes);
}

// Gives libtorch an allocator for the CPU that keeps what is freed: small storages in lists of the thread,
// those of 64 KB to 64 MB, up to 128 MB in all, for the next of their size. Called once per process. An
// allocator that somebody else has set stays.
void installStorages();

// Bytes of free blocks that the process keeps for later storages.
int64_t cachedBytes();
// Gives them back to the system, except those in the lists of other threads.
void emptyCache();
// Gives back what has not been used since the last call in this thread. Returns whether there is more to give
// back, so that another call is worthwhile.
bool shrinkCache();

}  // namespace ltn
