// Storages of 64 KB and more, kept for the next of their size.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <mutex>
#include <unordered_map>

namespace ltn {

// A training step asks for the same sizes each time. glibc gives such memory back to the system when much of
// it is free at once, and then each page is mapped and cleared anew: up to half of the time of a product.
class LargeBlocks {
 public:
  // Never destroyed: tensors end after the exit handlers have begun.
  static LargeBlocks& instance();
  static constexpr size_t kLargest = 64 << 20;
  static bool serves(size_t bytes) { return bytes >= kSmallest && bytes <= kLargest; }

  void* take(size_t bytes);
  // False where the memory is not one of these blocks.
  bool give(void* memory);
  // Gives blocks back to the system until at most `most` bytes are kept.
  void drop(size_t most);
  // Gives back what has not been used since the last call; false if there is none.
  bool dropUnused();
  int64_t kept();

 private:
  static constexpr size_t kSmallest = 64 << 10;
  static constexpr size_t kMostKept = 128 << 20;

  struct Free {
    void* memory;
    uint64_t since;
  };

  static size_t rounded(size_t bytes);
  void* reuse(size_t size);
  void* fresh(size_t size);
  std::deque<Free>* oldest();
  template <class Condition>
  bool dropWhile(Condition wanted);

  std::mutex mutex_;
  // By size, the newest last: that one is nearest in the caches.
  std::map<size_t, std::deque<Free>> free_;
  std::unordered_map<void*, size_t> sizes_;
  size_t kept_ = 0;
  uint64_t clock_ = 0;
  // `clock_` at the last call of dropUnused.
  uint64_t looked_at_ = 0;
};

}  // namespace ltn
