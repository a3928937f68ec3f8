// Storages of less than 64 KB, from free lists of the thread.
#pragma once

#include <cstddef>
#include <cstdint>

namespace ltn {

// posix_memalign and the frees that go with it take a fifth of an `add` of four elements. And glibc's heap
// moves on for a while before it hands out the same pages again, and each new page is a fault. Where the
// address space cannot be reserved, there are no small blocks.
void reserveSmall();

// Null where `bytes` is 0 or too many, or there is none.
void* takeSmall(size_t bytes);
bool isSmall(const void* memory);
void returnSmall(void* block);

// Bytes of free blocks that have been in use: those of all threads, and those that any thread can have.
int64_t freeSmall();
// Gives pages on which nothing is in use back to the system, as far as this thread and the shared lists hold
// them. The lists of other threads stay.
void releaseSmall();
// How often this thread has taken a block: a count that stands still is an idle thread.
uint64_t smallUses();

}  // namespace ltn
