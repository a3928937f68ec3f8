// Storages of at most 1 KB, from free lists of the thread.
#pragma once

#include <cstddef>

namespace ltn {

// posix_memalign and the frees that go with it take a fifth of an `add` of four elements. Where the address
// space cannot be reserved, there are no small blocks.
void reserveSmall();

// Null where `bytes` is 0 or too many, or there is none.
void* takeSmall(size_t bytes);
bool isSmall(const void* memory);
void returnSmall(void* block);

}  // namespace ltn
