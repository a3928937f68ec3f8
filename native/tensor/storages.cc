#include "tensor/storages.h"

#include <c10/core/CPUAllocator.h>
#include <c10/core/impl/alloc_cpu.h>

#ifdef _WIN32
#include <malloc.h>
#elif defined(__APPLE__)
#include <malloc/malloc.h>
#else
#include <malloc.h>
#endif

#include <mutex>
#include <utility>

#include "tensor/large_blocks.h"
#include "tensor/releaser.h"
#include "tensor/small_blocks.h"
#include "tensor/storage_report.h"

namespace ltn {

thread_local constinit int64_t storage_bytes = 0;
thread_local constinit int64_t storage_peak = 0;

namespace {

// What the system's allocator keeps for a block of libtorch's.
int64_t systemBytes(void* memory) {
#ifdef _WIN32
  return static_cast<int64_t>(_aligned_msize(memory, 64, 0));
#elif defined(__APPLE__)
  return static_cast<int64_t>(malloc_size(memory));
#else
  return static_cast<int64_t>(malloc_usable_size(memory));
#endif
}

// glibc keeps what is freed in the middle of its heap, too.
void trimHeap() {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}

class Storages final : public c10::Allocator {
 public:
  c10::DataPtr allocate(size_t bytes) override {
    if (storagesWatched()) return watched(bytes);
    if (void* const block = takeSmall(bytes)) return owned(block, &returnSmall);
    if (LargeBlocks::serves(bytes)) return owned(LargeBlocks::instance().take(bytes), &returnLarge);
    return owned(takeOther(bytes), &returnOther);
  }
  // Code that keeps bare pointers frees all kinds here, and what was allocated before this was installed.
  c10::DeleterFnPtr raw_deleter() const override { return &returnAny; }
  void copy_data(void* to, const void* from, size_t bytes) const override {
    default_copy_data(to, from, bytes);
  }

 private:
  static c10::DataPtr owned(void* block, c10::DeleterFnPtr deleter) {
    return {block, block, deleter, c10::Device(c10::kCPU)};
  }
  // libtorch's own allocator would report to profilers by itself.
  static void* takeOther(size_t bytes) {
    if (bytes == 0) return nullptr;
    if (bytes > LargeBlocks::kLargest) Releaser::instance().finish();
    void* const block = c10::alloc_cpu(bytes);
    countStorage(systemBytes(block));
    return block;
  }
  static c10::DataPtr watched(size_t bytes) {
    void* block = takeSmall(bytes);
    if (!block) block = LargeBlocks::serves(bytes) ? LargeBlocks::instance().take(bytes) : takeOther(bytes);
    reportTaken(block, bytes);
    return owned(block, &returnAny);
  }
  static void returnLarge(void* block) { LargeBlocks::instance().give(block); }
  static void returnAny(void* memory) {
    reportGiven(memory);
    if (isSmall(memory)) return returnSmall(memory);
    if (!LargeBlocks::instance().give(memory)) returnOther(memory);
  }
  static void returnOther(void* memory) {
    if (!memory) return;
    const int64_t bytes = systemBytes(memory);
    storage_bytes -= bytes;
    Releaser::instance().release(memory, static_cast<size_t>(bytes));
  }
};

}  // namespace

void installStorages() {
  static std::once_flag once;
  std::call_once(once, [] {
    if (c10::GetCPUAllocator() != c10::GetDefaultCPUAllocator()) return;
    reserveSmall();
    c10::SetCPUAllocator(new Storages());
  });
}

int64_t cachedBytes() { return freeSmall() + LargeBlocks::instance().kept(); }

void emptyCache() {
  LargeBlocks::instance().drop(0);
  Releaser::instance().finish();
  releaseSmall();
  trimHeap();
}

bool shrinkCache() {
  static thread_local uint64_t uses_before = 0;
  static thread_local bool released = true;
  const bool dropped = LargeBlocks::instance().dropUnused();
  const uint64_t uses = smallUses();
  const bool idle = uses == uses_before;
  uses_before = uses;
  if (!idle) released = false;
  if (idle && !std::exchange(released, true)) {
    releaseSmall();
    trimHeap();
  } else if (dropped) {
    trimHeap();
  }
  return !released || LargeBlocks::instance().kept() > 0;
}

}  // namespace ltn
