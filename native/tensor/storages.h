// Where the elements of tensors on the CPU live.
#pragma once

#include <cstdint>

namespace ltn {

// Bytes of storages on the CPU that this thread has allocated, less those that it has freed: whatever made
// them, and whatever holds them now (a handle, a graph, a module). What one thread allocates and another
// frees is counted as such; who hands much over says so here (jobs, shared tensors).
extern thread_local constinit int64_t storage_bytes;

// Gives libtorch an allocator for the CPU that keeps what is freed: small storages in lists of the thread,
// large ones, up to 128 MB in all, for the next of their size. Those in between are glibc's as before. Once
// per process; whoever has set an allocator of his own keeps it.
void installStorages();

}  // namespace ltn
