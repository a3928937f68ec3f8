// Where the elements of tensors on the CPU live.
#pragma once

#include <cstdint>

namespace ltn {

// Bytes of storages on the CPU that this thread has allocated, less those that it has freed. It does not
// matter what made them, or what holds them now (a handle, a graph, a module). A storage that one thread
// allocates and another frees stays in the count of the first, so code that hands over much (jobs, shared
// tensors) corrects both counts.
extern thread_local constinit int64_t storage_bytes;

// Gives libtorch an allocator for the CPU that keeps what is freed: small storages in lists of the thread,
// large ones, up to 128 MB in all, for the next of their size. Those in between come from glibc as before.
// Called once per process. An allocator that somebody else has set stays.
void installStorages();

}  // namespace ltn
