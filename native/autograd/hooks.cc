// JavaScript functions that the engine calls with gradients.
#include <torch/csrc/autograd/graph_task.h>
#include <torch/csrc/autograd/variable.h>

#include <mutex>

#include "autograd/hook.h"
#include "autograd/init.h"
#include "autograd/node_box.h"
#include "core/boundary.h"
#include "dispatch/values.h"

namespace ltn {

namespace {

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

Napi::Value boxHook(EnvState& state, const std::shared_ptr<Hook>& hook, const void* owner) {
  if (state.sites.add(hook->callback(), owner)) state.tensors.wantFullCollection();
  return box(state.env, std::make_shared<HookHandle>(HookHandle{hook}), 256);
}

namespace {

// Where a gradient of a tensor is computed. It keeps neither the tensor nor its graph, which keep the hook.
class Place {
 public:
  explicit Place(const at::Tensor& tensor) : node_(tensor.grad_fn()), leaf_(tensor.getIntrusivePtr()) {}

  // Null where no graph needs it now.
  torch::autograd::Node* node() const {
    if (const auto node = node_.lock()) return node.get();
    const auto leaf = leaf_.lock();
    if (!leaf) return nullptr;
    return torch::autograd::impl::try_get_grad_accumulator(at::Tensor(leaf)).get();
  }

 private:
  c10::weak_intrusive_ptr<torch::autograd::Node> node_;
  c10::weak_intrusive_ptr<at::TensorImpl> leaf_;
};

int64_t countExecuted(const std::vector<Place>& places) {
  return std::count_if(places.begin(), places.end(), [](const Place& place) {
    const auto* node = place.node();
    return node && willExecute(*node);
  });
}

}  // namespace

// registerHook(handle, hook, others): hook([gradient]) returns [another], or [null] to leave it. With others,
// which are tensors, it is called as hook([gradient], task, count): the number of this backward, and for how
// many of them it computes gradients.
Napi::Value registerHook(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  const at::Tensor tensor = readTensor(state, info[0]);
  if (!tensor.requires_grad()) {
    throw KindError("autograd", "cannot register a hook on a tensor that doesn't require gradient");
  }
  std::vector<Place> places;
  if (info[2].IsArray()) {
    for (const auto& other : readTensors(state, info[2])) places.emplace_back(other);
  }
  const auto hook = std::make_shared<Hook>(state, info[1]);
  tensor.register_hook([hook, places = std::move(places)](const at::Tensor& gradient) -> at::Tensor {
    const auto callback = hook->callback();
    if (!callback) return {};
    std::vector<int64_t> notes;
    if (!places.empty()) notes = {torch::autograd::get_current_graph_task_id(), countExecuted(places)};
    const auto result = (*callback)({gradient}, notes);
    return result.empty() ? at::Tensor() : result[0];
  });
  // The hooks of a result are its node's.
  const auto& node = tensor.grad_fn();
  return boxHook(state, hook, node ? static_cast<const void*>(node.get()) : tensor.unsafeGetTensorImpl());
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
  return boxHook(state, hook, tensor.unsafeGetTensorImpl());
}

Napi::Value removeHook(const Napi::CallbackInfo& info) {
  if (const auto hook = unbox<HookHandle>(info.Env(), info[0])->hook.lock()) hook->remove();
  return info.Env().Undefined();
}

void initHooks(Napi::Object exports) {
  expose<registerHook>(exports, "registerHook");
  expose<registerPostAccumulateGradHook>(exports, "registerPostAccumulateGradHook");
  expose<removeHook>(exports, "removeHook");
}

}  // namespace ltn
