#include "tensor/small_blocks.h"

#ifndef _WIN32
#include <sys/mman.h>
#endif

#include <algorithm>
#include <array>
#include <cstdint>
#include <mutex>
#include <new>
#include <utility>

#include "tensor/storages.h"

namespace ltn {

namespace {

constexpr size_t kStep = 64;  // libtorch's alignment, and the difference between one size and the next
constexpr size_t kSizes = 16;
constexpr size_t kSlab = 64 << 10;
constexpr size_t kSlabs = 16 << 10;  // a gigabyte of addresses; pages are taken as they are touched
// What a thread keeps of each size before it gives half of it to the others.
constexpr size_t kThreadBytes = 1 << 20;

// A free block holds the next one.
struct Block {
  Block* next;
};

struct List {
  Block* first = nullptr;
  size_t count = 0;

  void push(void* memory) {
    first = new (memory) Block{first};
    ++count;
  }
  Block* pop() {
    --count;
    return std::exchange(first, first->next);
  }
  // Moves `number` blocks from the front of `other` here.
  void take(List& other, size_t number) {
    for (number = std::min(number, other.count); number > 0; --number) push(other.pop());
  }
};

constexpr size_t sizeOf(size_t index) { return (index + 1) * kStep; }
constexpr size_t indexOf(size_t bytes) { return (bytes - 1) / kStep; }

// The blocks of one process: slabs of equal blocks in one reserved range, so that an address tells whether it
// is a block's and of which size.
class Blocks {
 public:
  explicit Blocks(char* base) : base_(base) {}

  bool owns(const void* memory) const {
    return reinterpret_cast<uintptr_t>(memory) - reinterpret_cast<uintptr_t>(base_) < kSlab * kSlabs;
  }
  size_t indexAt(const void* memory) const {
    return size_index_[static_cast<size_t>(static_cast<const char*>(memory) - base_) / kSlab];
  }

  // Blocks for a thread that has none left; none where the range is used up.
  void refill(size_t index, List& list) {
    const std::lock_guard lock(mutex_);
    if (shared_[index].count == 0) cut(index);
    list.take(shared_[index], kThreadBytes / 2 / sizeOf(index));
  }
  void give(size_t index, List& list, size_t number) {
    const std::lock_guard lock(mutex_);
    shared_[index].take(list, number);
  }

 private:
  void cut(size_t index) {
    if (slabs_ == kSlabs) return;
    size_index_[slabs_] = static_cast<uint8_t>(index);
    char* const slab = base_ + slabs_++ * kSlab;
    // From the last to the first, so that they are handed out in the order of their addresses.
    for (size_t i = kSlab / sizeOf(index); i-- > 0;) shared_[index].push(slab + i * sizeOf(index));
  }

  char* const base_;
  std::mutex mutex_;
  std::array<List, kSizes> shared_;
  std::array<uint8_t, kSlabs> size_index_{};
  size_t slabs_ = 0;
};

// Never destroyed: tensors end after the exit handlers have begun.
Blocks* blocks = nullptr;

// The free blocks of a thread. Another thread's blocks end here as well, and go back through `give`.
struct ThreadLists {
  std::array<List, kSizes> lists;
  ~ThreadLists();
};
thread_local bool ended = false;  // trivially destroyed: may be read after the lists' end
thread_local ThreadLists mine;

ThreadLists::~ThreadLists() {
  ended = true;
  for (size_t i = 0; i < kSizes; ++i) blocks->give(i, lists[i], lists[i].count);
}

// Addresses whose pages are taken as they are touched; null where there are none to be had. Windows' heap has
// free lists for small sizes already.
char* reserve([[maybe_unused]] size_t bytes) {
#ifdef _WIN32
  return nullptr;
#else
  void* const range =
      mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  return range == MAP_FAILED ? nullptr : static_cast<char*>(range);
#endif
}

}  // namespace

void reserveSmall() {
  char* const base = reserve(kSlab * kSlabs);
  if (base) blocks = new Blocks(base);
}

void* takeSmall(size_t bytes) {
  if (bytes - 1 >= sizeOf(kSizes - 1) || !blocks || ended) return nullptr;
  const size_t index = indexOf(bytes);
  List& list = mine.lists[index];
  if (list.count == 0) blocks->refill(index, list);
  if (list.count == 0) return nullptr;
  storage_bytes += static_cast<int64_t>(sizeOf(index));
  return list.pop();
}

bool isSmall(const void* memory) { return blocks && blocks->owns(memory); }

void returnSmall(void* block) {
  const size_t index = blocks->indexAt(block);
  storage_bytes -= static_cast<int64_t>(sizeOf(index));
  if (ended) {
    List single;
    single.push(block);
    return blocks->give(index, single, 1);
  }
  List& list = mine.lists[index];
  list.push(block);
  const size_t most = kThreadBytes / sizeOf(index);
  if (list.count > most) blocks->give(index, list, most / 2);
}

}  // namespace ltn
