#include "tensor/large_blocks.h"

#include <c10/core/impl/alloc_cpu.h>
#include <c10/util/Exception.h>

#include <bit>
#include <utility>
#include <vector>

#include "tensor/releaser.h"
#include "tensor/storages.h"

namespace ltn {

LargeBlocks& LargeBlocks::instance() {
  static auto* const blocks = new LargeBlocks();
  return *blocks;
}

// Sizes are rounded up to multiples of an eighth of a power of two, so at most an eighth of a block is lost.
size_t LargeBlocks::rounded(size_t bytes) {
  const size_t step = std::bit_floor(bytes) / 8;
  return (bytes + step - 1) / step * step;
}

void* LargeBlocks::reuse(size_t size) {
  const auto found = free_.find(size);
  if (found == free_.end() || found->second.empty()) return nullptr;
  void* const memory = found->second.back().memory;
  found->second.pop_back();
  kept_ -= size;
  return memory;
}

void* LargeBlocks::take(size_t bytes) {
  const size_t size = rounded(bytes);
  countStorage(static_cast<int64_t>(size));
  {
    const std::lock_guard lock(mutex_);
    if (void* const memory = reuse(size)) return memory;
  }
  void* const memory = fresh(size);
  const std::lock_guard lock(mutex_);
  sizes_.emplace(memory, size);
  return memory;
}

void* LargeBlocks::fresh(size_t size) {
  Releaser::instance().finish();
  try {
    return c10::alloc_cpu(size);
  } catch (const c10::Error&) {  // no memory left: perhaps there is enough without what is kept here
    drop(0);
    Releaser::instance().finish();
    return c10::alloc_cpu(size);
  }
}

void LargeBlocks::drop(size_t most) {
  dropWhile([&](const Free&) { return kept_ > most; });
}

bool LargeBlocks::dropUnused() {
  uint64_t before = 0;
  {
    const std::lock_guard lock(mutex_);
    before = std::exchange(looked_at_, clock_);
  }
  return dropWhile([&](const Free& block) { return block.since <= before; });
}

int64_t LargeBlocks::kept() {
  const std::lock_guard lock(mutex_);
  return static_cast<int64_t>(kept_);
}

// Gives blocks back, those that have been free for the longest time first, while `wanted` says so of the
// next.
template <class Condition>
bool LargeBlocks::dropWhile(Condition wanted) {
  std::vector<std::pair<void*, size_t>> excess;
  {
    const std::lock_guard lock(mutex_);
    while (std::deque<Free>* const found = oldest()) {
      const Free block = found->front();
      if (!wanted(block)) break;
      found->pop_front();
      const auto entry = sizes_.find(block.memory);
      kept_ -= entry->second;
      excess.emplace_back(block.memory, entry->second);
      sizes_.erase(entry);
    }
  }
  for (const auto& [block, bytes] : excess) Releaser::instance().release(block, bytes);
  return !excess.empty();
}

// The blocks of the size whose first one has been free for the longest time; null if there is none.
std::deque<LargeBlocks::Free>* LargeBlocks::oldest() {
  std::deque<Free>* found = nullptr;
  for (auto& [size, blocks] : free_) {
    if (!blocks.empty() && (!found || blocks.front().since < found->front().since)) found = &blocks;
  }
  return found;
}

bool LargeBlocks::give(void* memory) {
  {
    const std::lock_guard lock(mutex_);
    const auto entry = sizes_.find(memory);
    if (entry == sizes_.end()) return false;
    storage_bytes -= static_cast<int64_t>(entry->second);
    free_[entry->second].push_back({memory, ++clock_});
    kept_ += entry->second;
    if (kept_ <= kMostKept) return true;
  }
  drop(kMostKept);
  return true;
}

}  // namespace ltn
