#include "distributed/gloo_queue.h"

#define USE_C10D_GLOO  // NOLINT(readability-identifier-naming): libtorch's headers ask for this name
#include <algorithm>
#include <mutex>
#include <torch/csrc/distributed/c10d/ProcessGroupGloo.hpp>
#include <torch/csrc/distributed/c10d/ProcessGroupWrapper.hpp>

namespace ltn {

namespace {

// What is protected in ProcessGroupGloo.
struct Queue : c10d::ProcessGroupGloo {
  // The work, if it still waits. The threads then see it no more; libtorch's flight recorder, which nothing
  // here reads, takes it for one that goes on.
  static c10::intrusive_ptr<AsyncWork> take(c10d::ProcessGroupGloo& group, const c10d::Work& work) {
    const std::lock_guard lock(group.*(&Queue::workMutex_));
    auto& queue = group.*(&Queue::workQueue_);
    // It has just been put there.
    const auto found = std::find_if(queue.rbegin(), queue.rend(), [&](const auto& waiting) {
      return static_cast<const c10d::Work*>(waiting.get()) == &work;
    });
    if (found == queue.rend()) return {};
    auto taken = std::move(*found);
    queue.erase(std::next(found).base());
    // The end of a group waits for an empty queue.
    (group.*(&Queue::workConsumeCV_)).notify_all();
    return taken;
  }
};

}  // namespace

void runIfQueued(c10d::ProcessGroup& group, const c10d::Work& work) {
  if (!group.hasBackendForDeviceType(c10::DeviceType::CPU)) return;
  c10::intrusive_ptr<c10d::Backend> backend = group.getBackend(c10::DeviceType::CPU);
  if (auto* wrapper = dynamic_cast<c10d::ProcessGroupWrapper*>(backend.get()))
    backend = wrapper->getWrappedPg();
  auto* gloo = dynamic_cast<c10d::ProcessGroupGloo*>(backend.get());
  if (!gloo) return;
  if (const auto taken = Queue::take(*gloo, work)) c10d::ProcessGroupGloo::AsyncWork::execute(taken);
}

bool isOfGloo(const c10d::Work& work) {
  return dynamic_cast<const c10d::ProcessGroupGloo::AsyncWork*>(&work) != nullptr;
}

}  // namespace ltn
