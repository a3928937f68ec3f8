#include "core/js_calls.h"

#include <ATen/ThreadLocalState.h>
#include <napi.h>

#include "core/errors.h"
#include "core/process_end.h"
#include "core/state.h"

namespace ltn {

struct JsCalls::Call {
  explicit Call(const Task& wanted) : task(wanted) {}
  const Task& task;
  const at::ThreadLocalState thread_state;
  std::exception_ptr error;
  bool done = false;
};

void JsCalls::call(const Task& task) {
  if (std::this_thread::get_id() == thread_) {
    if (closed_) throw EnvironmentEnded();
    return task(state_);
  }
  Call call(task);
  std::unique_lock lock(mutex_);
  if (closed_ || others_refused_) throw EnvironmentEnded();
  calls_.push_back(&call);
  wake();
  changed_.notify_all();
  changed_.wait(lock, [&] { return call.done; });
  if (call.error) std::rethrow_exception(call.error);
}

void JsCalls::post(Task task) {
  const std::lock_guard lock(mutex_);
  if (closed_ || others_refused_) return;
  posts_.push_back(std::move(task));
  wake();
}

void JsCalls::runBeside(const std::function<void()>& work) {
  bool finished = false;
  std::exception_ptr error;
  const at::ThreadLocalState thread_state;
  std::thread beside([&] {
    const Working working;
    try {
      const at::ThreadLocalStateGuard guard(thread_state);
      const c10::WarningUtils::WarningHandlerGuard warned(state_.warnings.get());
      work();
    } catch (...) {
      error = std::current_exception();
    }
    const std::lock_guard lock(mutex_);
    finished = true;
    changed_.notify_all();
  });
  {
    std::unique_lock lock(mutex_);
    while (!finished) {
      changed_.wait(lock, [&] { return finished || !calls_.empty(); });
      if (!calls_.empty()) runOne(lock);
    }
  }
  beside.join();
  if (error) std::rethrow_exception(error);
}

// Runs the oldest call; `lock` is released meanwhile.
void JsCalls::runOne(std::unique_lock<std::mutex>& lock) {
  Call* const call = calls_.front();
  calls_.pop_front();
  running_.push_back(call);
  lock.unlock();
  std::exception_ptr error;
  try {
    const at::ThreadLocalStateGuard guard(call->thread_state);
    call->task(state_);
  } catch (...) {
    error = std::current_exception();
  }
  lock.lock();
  // After refuseOtherThreads the caller has gone.
  if (running_.empty()) return;
  running_.pop_back();
  call->error = error;
  call->done = true;
  changed_.notify_all();
}

// A turn of the event loop.
void JsCalls::drain() {
  std::unique_lock lock(mutex_);
  while (!closed_ && (!calls_.empty() || !posts_.empty())) {
    const Napi::HandleScope scope(state_.env);
    if (!calls_.empty()) {
      runOne(lock);
      continue;
    }
    const Task task = std::move(posts_.front());
    posts_.pop_front();
    lock.unlock();
    task(state_);
    lock.lock();
  }
}

// With the mutex held, so that the wake-up cannot be finalized meanwhile.
void JsCalls::wake() {
  if (wake_up_ && napi_call_threadsafe_function(wake_up_, nullptr, napi_tsfn_nonblocking) == napi_closing) {
    wake_up_ = nullptr;
  }
}

void JsCalls::openWakeUp() {
  const napi_env env = state_.env;
  const auto woken = [](napi_env running, napi_value, void* self, void*) {
    if (running) static_cast<JsCalls*>(self)->drain();
  };
  const auto ended = [](napi_env, void* self, void*) {
    auto* calls = static_cast<JsCalls*>(self);
    const std::lock_guard lock(calls->mutex_);
    calls->wake_up_ = nullptr;
  };
  check(env, napi_create_threadsafe_function(env, nullptr, nullptr, Napi::String::New(env, "libtorch-node"),
                                             0, 1, this, ended, this, woken, &wake_up_));
  napi_unref_threadsafe_function(env, wake_up_);
}

void JsCalls::hold() {
  const std::lock_guard lock(mutex_);
  if (!wake_up_ && !closed_) openWakeUp();
  if (held_++ == 0 && wake_up_) napi_ref_threadsafe_function(state_.env, wake_up_);
}

void JsCalls::release() {
  const std::lock_guard lock(mutex_);
  if (--held_ == 0 && wake_up_) napi_unref_threadsafe_function(state_.env, wake_up_);
}

// With the mutex held.
void JsCalls::failOthers() {
  posts_.clear();
  for (Call* const call : calls_) {
    call->error = std::make_exception_ptr(EnvironmentEnded());
    call->done = true;
  }
  calls_.clear();
  changed_.notify_all();
}

void JsCalls::close() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
  failOthers();
}

void JsCalls::refuseOtherThreads() {
  const std::lock_guard lock(mutex_);
  others_refused_ = true;
  calls_.insert(calls_.end(), running_.begin(), running_.end());
  running_.clear();
  failOthers();
}

}  // namespace ltn
