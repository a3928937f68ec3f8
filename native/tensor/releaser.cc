#include "tensor/releaser.h"

#include <c10/core/impl/alloc_cpu.h>

#include <algorithm>
#include <system_error>
#include <thread>
#include <utility>

#include "tensor/discard.h"

namespace ltn {

namespace {

// What takes less than a millisecond to unmap.
constexpr size_t kSmall = 4 << 20, kPiece = 8 << 20;

void freeAll(const std::vector<Releaser::Block>& blocks) {
  for (const auto& [memory, bytes] : blocks) c10::free_cpu(memory);
}

// A thread that asks for new memory waits until the system has unmapped what it is at, so that is little at a
// time.
void freeInPieces(const std::vector<Releaser::Block>& blocks) {
  for (const auto& [memory, bytes] : blocks) {
    auto* const first = static_cast<char*>(memory);
    for (size_t at = 0; at < bytes; at += kPiece) discardPages(first + at, std::min(kPiece, bytes - at));
  }
  freeAll(blocks);
}

}  // namespace

Releaser& Releaser::instance() {
  static auto* const releaser = new Releaser();
  return *releaser;
}

void Releaser::release(void* block, size_t bytes) {
  if (bytes < kSmall) return c10::free_cpu(block);
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back({block, bytes});
    if (!started_) {
      try {
        std::thread([this] { serve(); }).detach();
        started_ = true;
      } catch (const std::system_error&) {  // no thread is left
        waiting_.pop_back();
      }
    }
    if (started_) return changed_.notify_all();
  }
  c10::free_cpu(block);
}

void Releaser::serve() {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return !waiting_.empty(); });
    const std::vector<Block> blocks = std::exchange(waiting_, {});
    freeing_ = true;
    lock.unlock();
    freeInPieces(blocks);
    lock.lock();
    freeing_ = false;
    changed_.notify_all();
  }
}

void Releaser::finish() {
  std::vector<Block> blocks;
  {
    std::unique_lock lock(mutex_);
    blocks = std::exchange(waiting_, {});
  }
  // What has not been begun is as fast here.
  freeAll(blocks);
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return !freeing_; });
}

}  // namespace ltn
