// JavaScript functions that the engine calls with gradients.
#include <torch/csrc/autograd/variable.h>

#include <mutex>

#include "autograd/init.h"
#include "core/boundary.h"
#include "core/box.h"
#include "core/js_callback.h"
#include "core/state.h"
#include "dispatch/values.h"

namespace ltn {

namespace {

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

// Hooks of a leaf that run after its gradient has been accumulated; libtorch has one slot for them.
class AccumulatedHooks : public torch::autograd::PostAccumulateGradHook {
 public:
  void add(std::shared_ptr<Hook> hook) {
    const std::lock_guard lock(mutex_);
    std::erase_if(hooks_, [](const auto& old) { return old->callback() == nullptr; });
    hooks_.push_back(std::move(hook));
  }

  void operator()(const at::Tensor& tensor) override {
    std::vector<std::shared_ptr<Hook>> now;
    {
      const std::lock_guard lock(mutex_);
      now = hooks_;
    }
    for (const auto& hook : now) {
      if (const auto callback = hook->callback()) (*callback)({tensor});
    }
  }

 private:
  std::mutex mutex_;
  std::vector<std::shared_ptr<Hook>> hooks_;
};

}  // namespace

namespace {

// What may remove a hook. It must not keep the function: that is the graph's.
struct HookHandle {
  std::weak_ptr<Hook> hook;
};

}  // namespace

template <>
struct BoxName<HookHandle> {
  static constexpr const char* kName = "Hook";
};

namespace {

Napi::Value boxOf(EnvState& state, const std::shared_ptr<Hook>& hook, const void* owner) {
  if (state.sites.add(hook->callback(), owner)) state.tensors.wantFullCollection();
  return box(state.env, std::make_shared<HookHandle>(HookHandle{hook}), 256);
}

// registerHook(handle, hook): hook([gradient]) returns [another], or [null] to leave it.
Napi::Value registerHook(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  const at::Tensor tensor = readTensor(state, info[0]);
  if (!tensor.requires_grad()) {
    throw KindError("autograd", "cannot register a hook on a tensor that doesn't require gradient");
  }
  const auto hook = std::make_shared<Hook>(state, info[1]);
  tensor.register_hook([hook](const at::Tensor& gradient) -> at::Tensor {
    const auto callback = hook->callback();
    if (!callback) return {};
    const auto result = (*callback)({gradient});
    return result.empty() ? at::Tensor() : result[0];
  });
  // The hooks of a result are its node's.
  const auto& node = tensor.grad_fn();
  return boxOf(state, hook, node ? static_cast<const void*>(node.get()) : tensor.unsafeGetTensorImpl());
}

// registerPostAccumulateGradHook(handle, hook): hook([tensor]).
Napi::Value registerPostAccumulateGradHook(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  const at::Tensor tensor = readTensor(state, info[0]);
  if (!tensor.requires_grad()) {
    throw KindError("autograd", "cannot register a hook on a tensor that doesn't require gradient");
  }
  if (!tensor.is_leaf()) {
    throw KindError("autograd", "post accumulate grad hooks cannot be registered on non-leaf tensors");
  }
  const auto hook = std::make_shared<Hook>(state, info[1]);
  auto* hooks = dynamic_cast<AccumulatedHooks*>(torch::autograd::impl::post_acc_grad_hooks(tensor).get());
  if (!hooks) {
    auto fresh = std::make_unique<AccumulatedHooks>();
    hooks = fresh.get();
    torch::autograd::impl::set_post_acc_grad_hooks(tensor, std::move(fresh));
  }
  hooks->add(hook);
  return boxOf(state, hook, tensor.unsafeGetTensorImpl());
}

Napi::Value removeHook(const Napi::CallbackInfo& info) {
  if (const auto hook = unbox<HookHandle>(info.Env(), info[0])->hook.lock()) hook->remove();
  return info.Env().Undefined();
}

}  // namespace

void initHooks(Napi::Object exports) {
  expose<registerHook>(exports, "registerHook");
  expose<registerPostAccumulateGradHook>(exports, "registerPostAccumulateGradHook");
  expose<removeHook>(exports, "removeHook");
}

}  // namespace ltn
