#include "tensor/small_blocks.h"

#ifndef _WIN32
#include <sys/mman.h>
#endif

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <cstdint>
#include <mutex>
#include <new>
#include <utility>
#include <vector>

#include "tensor/storages.h"

namespace ltn {

namespace {

constexpr size_t kStep = 64;  // libtorch's alignment, and the difference between the smallest sizes
constexpr size_t kFine = 16;  // sizes up to 1 KB; above, four for each doubling
constexpr size_t kSizes = kFine + 4 * 6;
constexpr size_t kRun = 256 << 10;
// Four gigabytes of addresses; pages are taken as they are touched.
constexpr size_t kRuns = 16 << 10;
// What a thread keeps of each size before it gives half of it to the others.
constexpr size_t kThreadBytes = 1 << 20;
// What is cut from a run for a thread that has nothing left: more would touch pages before they are needed.
constexpr size_t kCutBytes = 16 << 10;
// What the shared lists keep before they look for runs that are free as a whole.
constexpr int64_t kMostShared = 128 << 20;

constexpr std::array<uint32_t, kSizes> kBlockSizes = [] {
  std::array<uint32_t, kSizes> all{};
  for (size_t i = 0; i < kSizes; ++i) {
    const size_t octave = i < kFine ? 0 : (i - kFine) / 4;
    const size_t coarse = (size_t{5 + (i - kFine) % 4} << 10 << octave) / 4;
    all[i] = static_cast<uint32_t>(i < kFine ? (i + 1) * kStep : coarse);
  }
  return all;
}();

constexpr size_t sizeOf(size_t index) { return kBlockSizes[index]; }
constexpr size_t indexOf(size_t bytes) {
  const size_t last = bytes - 1;
  if (last < kFine * kStep) return last / kStep;
  const size_t octave = static_cast<size_t>(std::bit_width(last)) - 1;
  return kFine + (octave - 10) * 4 + (last >> (octave - 2)) % 4;
}
static_assert(indexOf(1) == 0 && indexOf(1024) == 15 && indexOf(1025) == 16 && sizeOf(16) == 1280);
static_assert(indexOf(2048) == 19 && sizeOf(19) == 2048 && indexOf(2049) == 20 && sizeOf(20) == 2560);
static_assert(indexOf((64 << 10) - 1) == kSizes - 1 && sizeOf(kSizes - 1) == 64 << 10);

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
  // Moves `number` blocks from the front of `other` here; returns how many there were.
  size_t take(List& other, size_t number) {
    number = std::min(number, other.count);
    for (size_t i = 0; i < number; ++i) push(other.pop());
    return number;
  }
};

// The free blocks of a thread. Another thread's blocks end here as well, and go back through `give`.
struct ThreadLists {
  std::array<List, kSizes> lists;
  // Only its thread writes it; others read it for a sum.
  std::atomic<int64_t> bytes = 0;
  uint64_t uses = 0;
  ThreadLists();
  ~ThreadLists();

  void grow(int64_t more) {
    bytes.store(bytes.load(std::memory_order_relaxed) + more, std::memory_order_relaxed);
  }
};

// The blocks of one process: runs of equal blocks in one reserved range, so that an address tells whether it
// is a block's and of which size.
class Blocks {
 public:
  explicit Blocks(char* base) : base_(base) {}

  bool owns(const void* memory) const {
    return reinterpret_cast<uintptr_t>(memory) - reinterpret_cast<uintptr_t>(base_) < kRun * kRuns;
  }
  size_t runAt(const void* memory) const {
    return static_cast<size_t>(static_cast<const char*>(memory) - base_) / kRun;
  }
  size_t indexAt(const void* memory) const { return size_index_[runAt(memory)]; }

  // Blocks for a thread that has none left; none where the range is used up.
  void refill(size_t index, ThreadLists& thread) {
    const std::lock_guard lock(mutex_);
    const size_t size = sizeOf(index);
    const size_t taken =
        thread.lists[index].take(shared_[index], std::max<size_t>(kThreadBytes / 2 / size, 1));
    shared_bytes_ -= static_cast<int64_t>(taken * size);
    const size_t made = taken ? 0 : cut(index, thread.lists[index]);
    thread.grow(static_cast<int64_t>((taken + made) * size));
  }
  void give(size_t index, ThreadLists& thread, size_t number) {
    const std::lock_guard lock(mutex_);
    const auto bytes = static_cast<int64_t>(shared_[index].take(thread.lists[index], number) * sizeOf(index));
    thread.grow(-bytes);
    share(bytes);
  }
  // For a thread whose lists have ended.
  void giveOne(size_t index, void* block) {
    const std::lock_guard lock(mutex_);
    shared_[index].push(block);
    share(static_cast<int64_t>(sizeOf(index)));
  }
  void release() {
    const std::lock_guard lock(mutex_);
    releaseRuns(0);
  }

  void add(ThreadLists* thread) {
    const std::lock_guard lock(mutex_);
    threads_.push_back(thread);
  }
  void remove(ThreadLists* thread) {
    const std::lock_guard lock(mutex_);
    std::erase(threads_, thread);
  }
  int64_t freeBytes() {
    const std::lock_guard lock(mutex_);
    int64_t sum = shared_bytes_;
    for (const ThreadLists* thread : threads_) sum += thread->bytes.load(std::memory_order_relaxed);
    return sum;
  }

 private:
  static constexpr size_t blocksIn(size_t index) { return kRun / sizeOf(index); }

  void share(int64_t bytes) {
    shared_bytes_ += bytes;
    if (shared_bytes_ > most_shared_) releaseRuns(kMostShared / 2);
  }

  // Cuts new blocks from the run of this size that is not yet used up; returns how many.
  size_t cut(size_t index, List& list) {
    const size_t size = sizeOf(index);
    Fresh& fresh = fresh_[index];
    if (fresh.left == 0 && !nextRun(index, fresh)) return 0;
    const size_t number = std::min(std::max<size_t>(kCutBytes / size, 1), fresh.left);
    // From the last to the first, so that they are handed out in the order of their addresses.
    for (size_t i = number; i-- > 0;) list.push(fresh.next + i * size);
    fresh.next += number * size;
    fresh.left -= number;
    return number;
  }

  struct Fresh {
    char* next = nullptr;
    size_t left = 0;
  };
  bool nextRun(size_t index, Fresh& fresh) {
    size_t run = runs_;
    if (!free_runs_.empty()) {
      run = free_runs_.back();
      free_runs_.pop_back();
    } else if (runs_ < kRuns) {
      ++runs_;
    } else {
      return false;
    }
    size_index_[run] = static_cast<uint8_t>(index);
    fresh = {base_ + run * kRun, blocksIn(index)};
    return true;
  }

  // Gives back runs all of whose blocks are in the shared lists, until these hold at most `most` bytes.
  void releaseRuns(int64_t most) {
    const std::vector<bool> chosen = freeRuns(most);
    for (List& list : shared_) {
      List rest, all = std::exchange(list, {});
      while (all.count > 0) {
        Block* const block = all.pop();
        if (!chosen[runAt(block)]) rest.push(block);
      }
      while (rest.count > 0) list.push(rest.pop());  // in the former order
    }
    for (size_t run = 0; run < runs_; ++run) {
      if (!chosen[run]) continue;
      free_runs_.push_back(static_cast<uint32_t>(run));
#ifndef _WIN32
      madvise(base_ + run * kRun, kRun, MADV_DONTNEED);
#endif
    }
    // Where much cannot be given back, it is not looked for again at once.
    most_shared_ = std::max(kMostShared, shared_bytes_ + kMostShared / 2);
  }
  std::vector<bool> freeRuns(int64_t most) {
    std::vector<uint32_t> found(runs_);
    for (const List& list : shared_) {
      for (const Block* block = list.first; block; block = block->next) ++found[runAt(block)];
    }
    std::vector<bool> chosen(runs_);
    for (size_t run = 0; run < runs_ && shared_bytes_ > most; ++run) {
      const size_t index = size_index_[run];
      chosen[run] = found[run] == blocksIn(index);
      if (chosen[run]) shared_bytes_ -= static_cast<int64_t>(blocksIn(index) * sizeOf(index));
    }
    return chosen;
  }

  char* const base_;
  std::mutex mutex_;
  std::array<List, kSizes> shared_;
  std::array<Fresh, kSizes> fresh_;
  std::array<uint8_t, kRuns> size_index_{};
  size_t runs_ = 0;
  std::vector<uint32_t> free_runs_;
  int64_t shared_bytes_ = 0;
  int64_t most_shared_ = kMostShared;
  std::vector<ThreadLists*> threads_;
};

// Never destroyed: tensors end after the exit handlers have begun.
Blocks* blocks = nullptr;

thread_local bool ended = false;  // trivially destroyed: may be read after the lists' end
thread_local ThreadLists mine;

ThreadLists::ThreadLists() { blocks->add(this); }
ThreadLists::~ThreadLists() {
  ended = true;
  for (size_t i = 0; i < kSizes; ++i) blocks->give(i, *this, lists[i].count);
  blocks->remove(this);
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
  char* const base = reserve(kRun * kRuns);
  if (base) blocks = new Blocks(base);
}

void* takeSmall(size_t bytes) {
  if (bytes - 1 >= sizeOf(kSizes - 1) - 1 || !blocks || ended) return nullptr;
  const size_t index = indexOf(bytes);
  ThreadLists& thread = mine;
  ++thread.uses;
  List& list = thread.lists[index];
  if (list.count == 0) blocks->refill(index, thread);
  if (list.count == 0) return nullptr;
  const auto size = static_cast<int64_t>(sizeOf(index));
  thread.grow(-size);
  countStorage(size);
  return list.pop();
}

bool isSmall(const void* memory) { return blocks && blocks->owns(memory); }

void returnSmall(void* block) {
  const size_t index = blocks->indexAt(block);
  const auto size = static_cast<int64_t>(sizeOf(index));
  storage_bytes -= size;
  if (ended) return blocks->giveOne(index, block);
  ThreadLists& thread = mine;
  List& list = thread.lists[index];
  list.push(block);
  thread.grow(size);
  const size_t most = kThreadBytes / sizeOf(index);
  if (list.count > most) blocks->give(index, thread, most / 2);
}

int64_t freeSmall() { return blocks ? blocks->freeBytes() : 0; }

void releaseSmall() {
  if (!blocks) return;
  if (!ended) {
    for (size_t i = 0; i < kSizes; ++i) blocks->give(i, mine, mine.lists[i].count);
  }
  blocks->release();
}

uint64_t smallUses() { return blocks && !ended ? mine.uses : 0; }

}  // namespace ltn
