// A JavaScript function that the engine calls with gradients until it is removed.
#pragma once

#include <napi.h>

#include <memory>
#include <mutex>

#include "core/box.h"
#include "core/js_callback.h"
#include "core/state.h"

namespace ltn {

// A registered function until it is removed. Shared by the graph and by whoever may remove it.
class Hook {
 public:
  Hook(EnvState& state, napi_value function) : callback_(std::make_shared<JsCallback>(state, function)) {}

  // Null once removed.
  std::shared_ptr<JsCallback> callback() const {
    const std::lock_guard lock(mutex_);
    return callback_;
  }
  void remove() {
    std::shared_ptr<JsCallback> last;
    const std::lock_guard lock(mutex_);
    last.swap(callback_);
  }

 private:
  mutable std::mutex mutex_;
  std::shared_ptr<JsCallback> callback_;
};

// What may remove a hook. It must not keep the function: that is the graph's.
struct HookHandle {
  std::weak_ptr<Hook> hook;
};

template <>
struct BoxName<HookHandle> {
  static constexpr const char* kName = "Hook";
};

// The hook as JavaScript removes it. `owner` is the node, or the implementation of the leaf, that keeps it.
Napi::Value boxHook(EnvState& state, const std::shared_ptr<Hook>& hook, const void* owner);

}  // namespace ltn
