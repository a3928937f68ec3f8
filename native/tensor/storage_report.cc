#include "tensor/storage_report.h"

#include <c10/core/Allocator.h>

#include <mutex>
#include <unordered_map>

namespace ltn {

std::atomic<bool> storages_watched{false};

namespace {

// Sizes of the storages that were made while they were watched.
struct Reported {
  std::mutex mutex;
  std::unordered_map<void*, size_t> sizes;
  size_t total = 0;
  std::atomic<bool> any{false};
};

Reported& reported() {
  static auto* const table = new Reported();
  return *table;
}

void report(void* memory, int64_t change, size_t total) {
  if (c10::memoryProfilingEnabled())
    c10::reportMemoryUsageToProfiler(memory, change, total, 0, c10::Device(c10::kCPU));
}

}  // namespace

void watchStorages(bool watched) { storages_watched.store(watched, std::memory_order_relaxed); }

void reportTaken(void* memory, size_t bytes) {
  if (!memory || !c10::memoryProfilingEnabled()) return;
  size_t total = 0;
  {
    auto& table = reported();
    const std::lock_guard lock(table.mutex);
    table.sizes[memory] = bytes;
    table.any = true;
    total = table.total += bytes;
  }
  report(memory, static_cast<int64_t>(bytes), total);
}

void reportGiven(void* memory) {
  auto& table = reported();
  if (!table.any) return;
  size_t bytes = 0;
  size_t total = 0;
  {
    const std::lock_guard lock(table.mutex);
    const auto found = table.sizes.find(memory);
    if (found == table.sizes.end()) return;
    bytes = found->second;
    table.sizes.erase(found);
    total = table.total -= bytes;
    table.any = !table.sizes.empty();
  }
  report(memory, -static_cast<int64_t>(bytes), total);
}

}  // namespace ltn
