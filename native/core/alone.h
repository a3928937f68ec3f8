// Work that may block for minutes, or for ever: a process that another one keeps waiting.
#pragma once

#include <exception>
#include <functional>
#include <memory>
#include <utility>

#include "core/box.h"
#include "core/jobs.h"
#include "core/js_calls.h"

namespace ltn {

// A job's hold on the event loop, from its start. It is released once: by the job's end, or before it by
// JavaScript that needs the job no more, and then hears of its end only if the loop lives until then. Used on
// the environment's thread.
class LoopHold {
 public:
  explicit LoopHold(std::shared_ptr<JsCalls> calls) : calls_(std::move(calls)) { calls_->hold(); }
  LoopHold(const LoopHold&) = delete;
  LoopHold& operator=(const LoopHold&) = delete;

  void release() {
    if (std::exchange(held_, false)) calls_->release();
  }
  JsCalls& calls() const { return *calls_; }

 private:
  const std::shared_ptr<JsCalls> calls_;
  bool held_ = true;
};

template <>
struct BoxName<LoopHold> {
  static constexpr const char* kName = "job";
};

// Like startJob, on a thread of the job's own for which nothing waits: neither the end of the process, which
// then runs no destructors, nor that of the environment, after which the job goes on and nobody hears of it.
// Returns its hold on the event loop, which may be boxed for `letGoOfJob`.
std::shared_ptr<LoopHold> startAlone(EnvState& state, Work work, napi_value settle);

// How work ends that runs on a thread of libtorch's own: with an error, or with what makes the result. To be
// called once, on any thread.
using SettleOnce = std::function<void(std::exception_ptr error, Finish finish)>;

// Keeps the event loop alive until the returned function has been called; `settle` is then called as a job's
// is.
SettleOnce settleLater(EnvState& state, napi_value settle);

}  // namespace ltn
