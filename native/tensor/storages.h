// Where the elements of tensors on the CPU live.
#pragma once

namespace ltn {

// Gives libtorch an allocator for the CPU that keeps what is freed: small storages in lists of the thread,
// large ones, up to 128 MB in all, for the next of their size. Those in between are glibc's as before. Once
// per process; whoever has set an allocator of his own keeps it.
void installStorages();

}  // namespace ltn
