// What must not end while a backward pass runs, because the engine may be inside it: a Reducer, whose hooks
// hang on leaves of graphs, and which V8 may find dead in the middle of a pass.
#pragma once

#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace ltn {

class AfterBackward {
 public:
  // Lets go of `object` now or, while backward passes run, after the last of them. On any thread.
  void release(std::shared_ptr<void> object) {
    const std::lock_guard lock(mutex_);
    if (running_ > 0) waiting_.push_back(std::move(object));
    // Otherwise it ends with the argument, after the lock.
  }

  // Around each pass of this environment, on whichever thread it runs.
  void started() {
    const std::lock_guard lock(mutex_);
    ++running_;
  }
  void ended() {
    std::vector<std::shared_ptr<void>> last;
    const std::lock_guard lock(mutex_);
    if (--running_ == 0) last.swap(waiting_);
  }

 private:
  std::mutex mutex_;
  int running_ = 0;
  std::vector<std::shared_ptr<void>> waiting_;
};

}  // namespace ltn
