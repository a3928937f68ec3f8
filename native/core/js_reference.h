// A JavaScript value kept by native objects (hooks, custom autograd functions, buffers' owners) that may be
// destroyed on any thread. References may only be deleted on the environment's thread, so the others wait in
// a graveyard.
#pragma once

#include <napi.h>

#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace ltn {

// Shared by an environment and everything that refers to its values; `env` is null once the environment has
// ended.
struct Graveyard {
  std::mutex mutex;
  napi_env env = nullptr;
  std::thread::id thread;
  std::vector<napi_ref> dead;

  // Deletes what other threads left behind; called on the environment's thread.
  void bury();
};

// Keeps one JavaScript value alive. `value` is null once it was collected while weak.
class JsReference {
 public:
  JsReference(napi_env env, napi_value value);
  ~JsReference();
  JsReference(const JsReference&) = delete;
  JsReference& operator=(const JsReference&) = delete;

  // True on the environment's own thread while the environment lives.
  bool here() const;
  // Only where `here()`.
  napi_value value() const;
  // `weaken` lets the value be collected from now on, and returns false where it cannot. `strengthen` keeps
  // it again. Only on the environment's thread; see autograd/cycles.cc.
  bool weaken() const;
  void strengthen() const;
  napi_env env() const { return grave_->env; }

 private:
  std::shared_ptr<Graveyard> grave_;
  napi_ref reference_ = nullptr;
};

}  // namespace ltn
