// Collectives under way, as JavaScript holds them.
#include "distributed/work.h"

#include <ATen/core/Tensor.h>
#include <c10/core/impl/LocalDispatchKeySet.h>

#include <condition_variable>
#include <mutex>
#include <optional>
#include <utility>

#include "core/alone.h"
#include "core/boundary.h"
#include "core/box.h"
#include "core/state.h"
#include "dispatch/values.h"
#include "distributed/gloo_queue.h"
#include "distributed/init.h"

namespace ltn {

// A send or a receive ends in whoever waits for it, and can be waited for once: this is where everybody else
// looks.
struct Waiter {
  std::mutex mutex;
  std::condition_variable changed;
  bool started = false;
  bool done = false;
  std::exception_ptr error;
};

void copyBack(std::vector<Staged>& staged) {
  const c10::impl::ExcludeDispatchKeyGuard below(c10::autograd_dispatch_keyset);
  for (const auto& [target, copy] : std::exchange(staged, {})) target.copy_(copy);
}

// What a work that has ended is still asked for. A value that there is none of is the error of asking.
struct EndedWork {
  std::exception_ptr error;
  std::vector<at::Tensor> result;
  std::exception_ptr no_result;
  int source = 0;
  std::exception_ptr no_source;
};

struct HeldWork {
  // Null once it has ended: gloo's own hold the connections, and the store, of a group that may be destroyed.
  c10::intrusive_ptr<c10d::Work> work;
  // Weak: a work that nobody has waited for does not keep a group from ending.
  c10::weak_intrusive_ptr<c10d::ProcessGroup> group;
  // Null for what tells by a future that it has ended.
  std::shared_ptr<Waiter> waiter;
  // Only of use on the JavaScript thread.
  std::vector<Staged> staged = {};
  EndedWork ended = {};
};

template <>
struct BoxName<HeldWork> {
  static constexpr const char* kName = "Work";
};

namespace {

// Waits in the thread that calls, the first one to do so; the result is then everybody's.
void waitFirst(c10d::Work& work, Waiter& waiter, std::chrono::milliseconds timeout) {
  std::exception_ptr error;
  try {
    work.wait(timeout);
  } catch (...) {
    error = std::current_exception();
  }
  const std::lock_guard lock(waiter.mutex);
  waiter.error = error;
  waiter.done = true;
  waiter.changed.notify_all();
}

// Whether the caller is the first to wait.
bool begin(Waiter& waiter) {
  const std::lock_guard lock(waiter.mutex);
  return !std::exchange(waiter.started, true);
}

void waitForOther(Waiter& waiter, std::chrono::milliseconds timeout) {
  std::unique_lock lock(waiter.mutex);
  const auto done = [&] { return waiter.done; };
  if (timeout == kNoTimeout) {
    waiter.changed.wait(lock, done);
  } else if (!waiter.changed.wait_for(lock, timeout, done)) {
    throw std::runtime_error(
        c10::str("Timed out waiting ", timeout.count(), "ms for a send or a receive to complete"));
  }
  if (waiter.error) std::rethrow_exception(waiter.error);
}

void waitHere(const HeldWork& held, std::chrono::milliseconds timeout) {
  if (!held.waiter) {
    // What runs here ends at the group's timeout, and not at another one.
    const auto group = timeout == kNoTimeout ? held.group.lock() : nullptr;
    if (group) runIfQueued(*group, *held.work);
    held.work->wait(timeout);
    return;
  }
  if (begin(*held.waiter)) waitFirst(*held.work, *held.waiter, timeout);
  waitForOther(*held.waiter, timeout);
}

// Whether it has ended, and with which error.
std::optional<std::exception_ptr> endOf(const HeldWork& held) {
  if (held.waiter) {
    const std::lock_guard lock(held.waiter->mutex);
    if (!held.waiter->done) return std::nullopt;
    return held.waiter->error;
  }
  if (!held.work->isCompleted()) return std::nullopt;
  return held.work->exception();
}

// Lets go of a work that has ended with this error, or with none. On the JavaScript thread.
void letGo(HeldWork& held, const std::exception_ptr& error) {
  auto& ended = held.ended;
  ended.error = error;
  // What a failed work has received is of no use.
  if (error) held.staged.clear();
  try {
    ended.result = held.work->result();
  } catch (...) {
    ended.no_result = std::current_exception();
  }
  try {
    ended.source = held.work->sourceRank();
  } catch (...) {
    ended.no_source = std::current_exception();
  }
  held.work.reset();
}

void letGoIfEnded(HeldWork& held) {
  if (!held.work) return;
  if (const auto error = endOf(held)) letGo(held, *error);
}

void throwIf(const std::exception_ptr& error) {
  if (error) std::rethrow_exception(error);
}

// gloo's thread marks a future, calls what listens to it, and only then says that the work has ended.
void waitForMark(const HeldWork& held) {
  if (!held.work || !isOfGloo(*held.work)) return;
  try {
    held.work->wait();
  } catch (...) {
    // It has ended, and with which error is known.
  }
}

// What JavaScript has of the end: nothing, or this error.
Finish finishOf(const std::shared_ptr<HeldWork>& held, std::exception_ptr error) {
  return [held, error = std::move(error)](EnvState& state) -> napi_value {
    if (!error) copyBack(held->staged);
    waitForMark(*held);
    letGoIfEnded(*held);
    throwIf(error);
    return Napi::Env(state.env).Undefined();
  };
}

// waitWork(work, timeout in ms, 0 for the group's)
Napi::Value waitWork(const Napi::CallbackInfo& info) {
  const auto held = unbox<HeldWork>(info.Env(), info[0]);
  const auto timeout = readTimeout(info.Env(), info[1]);
  if (held->work) {
    try {
      waitHere(*held, timeout);
    } catch (...) {
      letGoIfEnded(*held);
      throw;
    }
    letGoIfEnded(*held);
  }
  throwIf(held->ended.error);
  copyBack(held->staged);
  return info.Env().Undefined();
}

// watchWork(work, settle): settles when it has ended, and blocks nobody.
Napi::Value watchWork(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  const auto held = unbox<HeldWork>(info.Env(), info[0]);
  if (!held->work) {
    settleLater(state, info[1])(nullptr, finishOf(held, held->ended.error));
    return info.Env().Undefined();
  }
  if (held->waiter) {
    const auto wait = [held]() -> Finish {
      try {
        waitHere(*held, kNoTimeout);
      } catch (...) {
        return finishOf(held, std::current_exception());
      }
      return finishOf(held, nullptr);
    };
    startAlone(state, wait, info[1]);
    return info.Env().Undefined();
  }
  const auto future = held->work->getFuture();
  const auto settle = settleLater(state, info[1]);
  future->addCallback([settle, held](c10::ivalue::Future& ended) {
    settle(nullptr, finishOf(held, ended.hasError() ? ended.exception_ptr() : nullptr));
  });
  return info.Env().Undefined();
}

Napi::Value workCompleted(const Napi::CallbackInfo& info) {
  const auto held = unbox<HeldWork>(info.Env(), info[0]);
  if (!held->work) return Napi::Boolean::New(info.Env(), true);
  if (!held->waiter) return Napi::Boolean::New(info.Env(), held->work->isCompleted());
  const std::lock_guard lock(held->waiter->mutex);
  return Napi::Boolean::New(info.Env(), held->waiter->done || held->work->isCompleted());
}

Napi::Value workSuccess(const Napi::CallbackInfo& info) {
  const auto held = unbox<HeldWork>(info.Env(), info[0]);
  if (!held->work) return Napi::Boolean::New(info.Env(), !held->ended.error);
  if (held->waiter) {
    const std::lock_guard lock(held->waiter->mutex);
    return Napi::Boolean::New(info.Env(), held->waiter->done && !held->waiter->error);
  }
  return Napi::Boolean::New(info.Env(), held->work->isCompleted() && held->work->isSuccess());
}

// workResult(work): its tensors, once it has ended.
Napi::Value workResult(const Napi::CallbackInfo& info) {
  const auto held = unbox<HeldWork>(info.Env(), info[0]);
  throwIf(held->ended.no_result);
  const auto tensors = held->work ? held->work->result() : held->ended.result;
  return {info.Env(), tensorsToJs(stateOf(info.Env()), tensors)};
}

// workSource(work): which rank a receive from any had its tensor from.
Napi::Value workSource(const Napi::CallbackInfo& info) {
  const auto held = unbox<HeldWork>(info.Env(), info[0]);
  throwIf(held->ended.no_source);
  return Napi::Number::New(info.Env(), held->work ? held->work->sourceRank() : held->ended.source);
}

}  // namespace

Napi::Value workToJs(Napi::Env env, Started started, bool wait) {
  auto& [group, work, end, staged] = started;
  if (!wait) {
    auto waiter = end == WorkEnd::kInWait ? std::make_shared<Waiter>() : nullptr;
    c10::weak_intrusive_ptr<c10d::ProcessGroup> owner(group);
    return box(env, std::make_shared<HeldWork>(
                        HeldWork{std::move(work), std::move(owner), std::move(waiter), std::move(staged)}));
  }
  if (work) {
    if (end == WorkEnd::kByFuture) runIfQueued(*group, *work);
    work->wait();
  }
  copyBack(staged);
  return env.Undefined();
}

c10::intrusive_ptr<c10d::Work> workOf(napi_env env, napi_value value) {
  const auto held = unbox<HeldWork>(env, value);
  if (!held->work) throw KindError("torch", "this work has ended");
  return held->work;
}

void initWork(Napi::Object exports) {
  expose<waitWork>(exports, "waitWork");
  expose<watchWork>(exports, "watchWork");
  expose<workCompleted>(exports, "workCompleted");
  expose<workSuccess>(exports, "workSuccess");
  expose<workResult>(exports, "workResult");
  expose<workSource>(exports, "workSource");
}

}  // namespace ltn
