// Communication hooks in JavaScript.
//
// The Reducer calls a hook in the middle of a backward pass. If that runs on the environment's thread,
// nothing that needs the event loop can happen before it ends, so that the hook gives a tensor, or something
// to call once the reductions are waited for. If it runs on another thread, the hook may also give a promise.
#pragma once

#include <napi.h>

#include <atomic>
#include <memory>
#include <torch/csrc/distributed/c10d/comm.hpp>
#include <unordered_map>

#include "core/js_calls.h"
#include "core/js_reference.h"

namespace ltn {

// The two functions of lib/nn/parallel/comm-hooks.ts, and whether one of them is under way.
class HookFunctions {
 public:
  HookFunctions(EnvState& state, napi_value run, napi_value finish);
  ~HookFunctions();
  HookFunctions(const HookFunctions&) = delete;
  HookFunctions& operator=(const HookFunctions&) = delete;

  // A hook's call, up to the moment when its promise has settled.
  bool running() const { return running_ > 0; }

  // A forward has been prepared, and its backward has not had all results of the hook yet.
  bool expected() const { return expected_; }
  void expect() {
    unfinished_ = 0;
    expected_ = true;
  }
  void started() { ++unfinished_; }
  // The Reducer asks for results when all calls have been made.
  void finished() {
    if (--unfinished_ == 0) expected_ = false;
  }

  const std::shared_ptr<JsCalls> calls;
  const JsReference run;
  const JsReference finish;

 private:
  friend class HookRun;
  std::atomic<int> running_ = 0;
  std::atomic<int> unfinished_ = 0;
  std::atomic<bool> expected_ = false;
};

// While one exists, the hook is under way.
class HookRun {
 public:
  explicit HookRun(std::shared_ptr<HookFunctions> functions) : functions_(std::move(functions)) {
    ++functions_->running_;
  }
  ~HookRun() { --functions_->running_; }
  HookRun(const HookRun&) = delete;
  HookRun& operator=(const HookRun&) = delete;

 private:
  std::shared_ptr<HookFunctions> functions_;
};

// The promises of an environment's hooks that a backward pass on another thread waits for. Only on the
// environment's thread.
class HookPromises {
 public:
  using FuturePtr = c10::intrusive_ptr<c10::ivalue::Future>;

  // The number to settle `future` by.
  int64_t add(FuturePtr future, std::unique_ptr<HookRun> run);
  // Takes one out; null for an unknown number.
  FuturePtr take(int64_t number);
  // As the environment ends: whoever waits gets an error, and so does everybody who comes later.
  void close();

 private:
  struct Waiting {
    FuturePtr future;
    std::unique_ptr<HookRun> run;
  };
  std::unordered_map<int64_t, Waiting> waiting_;
  int64_t last_ = 0;
  bool closed_ = false;
};

// A hook for a Reducer. `positions` says which parameter is which.
std::unique_ptr<c10d::CommHookInterface> makeCommHook(
    std::shared_ptr<HookFunctions> functions, std::unordered_map<c10::TensorImpl*, int64_t> positions);

}  // namespace ltn
