// A JavaScript function that native code calls from any thread: a hook, or the backward of a custom function.
#pragma once

#include <ATen/core/Tensor.h>
#include <napi.h>

#include <exception>
#include <memory>
#include <vector>

#include "core/js_calls.h"
#include "core/js_reference.h"

namespace ltn {

class JsCallback {
 public:
  JsCallback(EnvState& state, napi_value function);
  ~JsCallback();
  JsCallback(const JsCallback&) = delete;
  JsCallback& operator=(const JsCallback&) = delete;

  // Calls the function with an array of handles, null for an undefined tensor, and reads such an array back.
  // The handles that it is given are the function's own; those that it returns stay the function's. `notes`
  // are passed as further arguments.
  std::vector<at::Tensor> operator()(const std::vector<at::Tensor>& tensors,
                                     const std::vector<int64_t>& notes = {}) const;

  // On the environment's thread. The function, or null where it has been collected while weak.
  napi_value function() const { return function_.value(); }
  // Stops keeping the function alive; false where the environment has ended.
  bool weaken() const { return function_.weaken(); }
  // Keeps it alive again, unless it has been collected.
  void strengthen() const { function_.strengthen(); }

 private:
  std::shared_ptr<JsCalls> calls_;
  JsReference function_;
};

// `error` in a form that other threads may hold and drop: references belong to the environment's thread.
std::exception_ptr portable(napi_env env, const Napi::Error& error) noexcept;

// Takes the exception that is pending in the environment and throws it as JsError.
[[noreturn]] void throwPending(napi_env env);

}  // namespace ltn
