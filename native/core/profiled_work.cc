#include "core/profiled_work.h"

#include <torch/csrc/profiler/orchestration/observer.h>

#include <chrono>
#include <condition_variable>
#include <mutex>

#include "core/errors.h"

namespace ltn {

namespace {

constexpr auto kPatience = std::chrono::seconds(2);

struct Running {
  std::mutex mutex;
  std::condition_variable none;
  int count = 0;
};

Running& running() {
  static auto* const jobs = new Running();
  return *jobs;
}

void end(void*) {
  const std::lock_guard lock(running().mutex);
  if (--running().count == 0) running().none.notify_all();
}

}  // namespace

std::shared_ptr<void> profiledWork() {
  if (!torch::profiler::impl::profilerEnabled()) return nullptr;
  const std::lock_guard lock(running().mutex);
  ++running().count;
  return {&running(), &end};
}

void requireNoProfiledWork() {
  std::unique_lock lock(running().mutex);
  if (running().none.wait_for(lock, kPatience, [] { return running().count == 0; })) return;
  throw KindError("torch",
                  "work that was started while the profiler ran has not ended yet: await the promises of "
                  "asynchronous calls before the profiler stops");
}

}  // namespace ltn
