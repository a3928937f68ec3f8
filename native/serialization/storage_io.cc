#include "serialization/storage_io.h"

#include <c10/core/CPUAllocator.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>

namespace ltn::serialization {
namespace {

constexpr uint64_t kPiece = uint64_t{4} << 20;
constexpr unsigned kMostThreads = 4;

std::vector<ReadTask> inPieces(const std::vector<ReadTask>& tasks) {
  std::vector<ReadTask> pieces;
  for (const ReadTask& task : tasks) {
    for (uint64_t at = 0; at < task.bytes; at += kPiece) {
      pieces.push_back({task.position + at, task.to + at, std::min(kPiece, task.bytes - at)});
    }
  }
  return pieces;
}

}  // namespace

void readAll(const Source& source, const std::vector<ReadTask>& tasks) {
  const std::vector<ReadTask> pieces = inPieces(tasks);
  std::atomic<size_t> next = 0;
  std::exception_ptr error;
  std::mutex error_lock;
  const auto work = [&] {
    try {
      for (size_t i = next++; i < pieces.size(); i = next++)
        source.read(pieces[i].position, pieces[i].to, pieces[i].bytes);
    } catch (...) {
      const std::lock_guard lock(error_lock);
      if (!error) error = std::current_exception();
      next = pieces.size();
    }
  };
  const unsigned cores = std::max(1u, std::thread::hardware_concurrency());
  const auto wanted = std::min<size_t>({pieces.size() / 4, cores, kMostThreads});
  std::vector<std::thread> threads;
  for (size_t i = 1; i < wanted; ++i) threads.emplace_back(work);
  work();
  for (std::thread& thread : threads) thread.join();
  if (error) std::rethrow_exception(error);
}

c10::Storage allocateStorage(uint64_t bytes) {
  return c10::Storage(c10::Storage::use_byte_size_t(), bytes, c10::GetCPUAllocator(), /*resizable=*/true);
}

c10::Storage aliasStorage(std::shared_ptr<void> owner, void* data, uint64_t bytes) {
  auto* context = new std::shared_ptr<void>(std::move(owner));
  c10::DataPtr pointer(
      data, context, [](void* held) { delete static_cast<std::shared_ptr<void>*>(held); },
      c10::Device(c10::DeviceType::CPU));
  return c10::Storage(c10::Storage::use_byte_size_t(), bytes, std::move(pointer), nullptr,
                      /*resizable=*/false);
}

void swapBytes(uint8_t* data, uint64_t bytes, uint32_t width) {
  if (width < 2) return;
  for (uint64_t at = 0; at + width <= bytes; at += width) std::reverse(data + at, data + at + width);
}

}  // namespace ltn::serialization
