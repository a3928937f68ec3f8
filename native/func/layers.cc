// The layers of functorch. A transform pushes one, wraps the inputs of its function at that level, runs the
// function, and unwraps the results; TypeScript keeps the order, and pops in a `finally`.
#include <ATen/FuncTorchTLS.h>
#include <ATen/FunctionalTensorWrapper.h>
#include <ATen/core/grad_mode.h>
#include <ATen/functorch/BatchedTensorImpl.h>
#include <ATen/functorch/DynamicLayer.h>
#include <ATen/functorch/TensorWrapper.h>
#include <ATen/ops/movedim.h>
#include <c10/core/AutogradState.h>
#include <c10/core/InferenceMode.h>
#include <c10/core/WrapDimMinimal.h>
#include <torch/csrc/autograd/forward_grad.h>

#include "core/boundary.h"
#include "core/state.h"
#include "dispatch/values.h"
#include "func/bare.h"
#include "func/init.h"
#include "func/linear.h"

namespace ltn {

namespace {

// The tensor within the outermost wrapper, or an undefined one if nothing wraps this.
at::Tensor unwrapped(const at::Tensor& tensor) {
  if (auto* batched = at::functorch::maybeGetBatchedImpl(tensor)) return batched->value();
  if (auto* wrapper = at::functorch::maybeGetTensorWrapper(tensor)) return wrapper->value();
  if (!at::functionalization::impl::isFunctionalTensor(tensor)) return {};
  at::functionalization::impl::sync(tensor);
  return at::functionalization::impl::unsafeGetFunctionalWrapper(tensor)->value();
}

}  // namespace

at::Tensor bareTensor(at::Tensor tensor) {
  for (at::Tensor inner = unwrapped(tensor); inner.defined(); inner = unwrapped(tensor)) tensor = inner;
  return tensor;
}

at::Tensor valuesOf(const at::Tensor& tensor) {
  for (at::Tensor outer = tensor;;) {
    TORCH_CHECK(
        !at::functorch::maybeGetBatchedImpl(outer),
        "vmap: the values of a Tensor were asked for (tolist, a typed array, printing its elements). Inside "
        "of the mapped function it stands for many tensors at once; use operators instead, or look at it "
        "with torch.func.debugUnwrap");
    const at::Tensor inner = unwrapped(outer);
    if (!inner.defined()) return outer;
    outer = inner;
  }
}

namespace {

namespace ft = at::functorch;
namespace fz = at::functionalization::impl;

Napi::Value number(Napi::Env env, int64_t value) {
  return Napi::Number::New(env, static_cast<double>(value));
}

int64_t integer(const Napi::Value& value) { return value.As<Napi::Number>().Int64Value(); }

Napi::Value tensor(EnvState& state, at::Tensor value) {
  return {state.env, toJs(state, c10::IValue(std::move(value)))};
}

// Differentiation goes on in inference mode: a transform depends on its function alone. The mode is off until
// the layer ends, and recording is as it was.
class OutsideInference {
 public:
  OutsideInference() : inference_(c10::InferenceMode::is_enabled()) {
    if (!inference_) return;
    auto& state = c10::AutogradState::get_tls_state();
    const bool recording = state.get_grad_mode(), forward = state.get_fw_grad_mode();
    guard_.emplace(false);
    c10::AutogradState::get_tls_state().set_grad_mode(recording);
    c10::AutogradState::get_tls_state().set_fw_grad_mode(forward);
  }
  bool wasInference() const { return inference_; }

 private:
  bool inference_;
  std::optional<c10::InferenceMode> guard_;
};

// One for each layer of this thread, null for those that do not differentiate.
thread_local std::vector<std::unique_ptr<OutsideInference>> outside;

Napi::Value pushDifferentiating(Napi::Env env, ft::TransformType type, std::optional<bool> recording,
                                std::optional<bool> forward) {
  auto mode = std::make_unique<OutsideInference>();
  const int64_t level = ft::initAndPushDynamicLayer(type, std::nullopt, std::nullopt, recording, forward,
                                                    std::nullopt, mode->wasInference());
  outside.push_back(std::move(mode));
  return number(env, level);
}

// pushGrad(): the level.
Napi::Value pushGrad(const Napi::CallbackInfo& info) {
  return pushDifferentiating(info.Env(), ft::TransformType::Grad, at::GradMode::is_enabled(), std::nullopt);
}

// pushJvp(): the level.
Napi::Value pushJvp(const Napi::CallbackInfo& info) {
  const bool forward = c10::AutogradState::get_tls_state().get_fw_grad_mode();
  return pushDifferentiating(info.Env(), ft::TransformType::Jvp, std::nullopt, forward);
}

// pushVmap(batchSize, randomness): the level; randomness 0 throws, 1 is the same in all, 2 differs.
Napi::Value pushVmap(const Napi::CallbackInfo& info) {
  const auto randomness = static_cast<ft::RandomnessType>(integer(info[1]));
  const int64_t level =
      ft::initAndPushDynamicLayer(ft::TransformType::Vmap, c10::SymInt(integer(info[0])), randomness);
  outside.push_back(nullptr);
  return number(info.Env(), level);
}

// pushFunctionalize(addBackViews): the level.
Napi::Value pushFunctionalize(const Napi::CallbackInfo& info) {
  const int64_t level =
      ft::initAndPushDynamicLayer(ft::TransformType::Functionalize, std::nullopt, std::nullopt, std::nullopt,
                                  std::nullopt, info[0].ToBoolean().Value());
  outside.push_back(nullptr);
  return number(info.Env(), level);
}

// popLayer(): ends the innermost layer, whatever it is. Its wrappers are dead from then on.
Napi::Value popLayer(const Napi::CallbackInfo& info) {
  TORCH_CHECK(!outside.empty(), "no transform is active");
  ft::popDynamicLayerAndDeleteMetadata();
  outside.pop_back();
  return info.Env().Undefined();
}

// countLayers(): how many transforms are active on this thread.
Napi::Value countLayers(const Napi::CallbackInfo& info) {
  return number(info.Env(), static_cast<int64_t>(ft::getDynamicLayerStack().size()));
}

const char* nameOf(ft::TransformType type) {
  if (type == ft::TransformType::Vmap) return "vmap";
  if (type == ft::TransformType::Grad) return "grad";
  return type == ft::TransformType::Jvp ? "jvp" : "functionalize";
}

// currentLayer(): the innermost layer, or null.
Napi::Value currentLayer(const Napi::CallbackInfo& info) {
  const auto layer = ft::maybeCurrentDynamicLayer();
  if (!layer) return info.Env().Null();
  auto result = Napi::Object::New(info.Env());
  result.Set("kind", nameOf(layer->key()));
  result.Set("level", number(info.Env(), layer->layerId()));
  if (layer->key() == ft::TransformType::Vmap) {
    result.Set("batchSize", number(info.Env(), layer->batchSize().guard_int(__FILE__, __LINE__)));
    result.Set("randomness", number(info.Env(), static_cast<int64_t>(layer->randomness())));
  }
  return result;
}

// Layers that were taken off for a while, the last one at the end.
thread_local std::vector<ft::DynamicLayer> lowered;

// lowerLayer(): takes the innermost layer off; raiseLayer puts it back.
Napi::Value lowerLayer(const Napi::CallbackInfo& info) {
  lowered.push_back(ft::popDynamicLayer());
  return info.Env().Undefined();
}

Napi::Value raiseLayer(const Napi::CallbackInfo& info) {
  TORCH_CHECK(!lowered.empty(), "no layer was taken off");
  ft::pushDynamicLayer(std::move(lowered.back()));
  lowered.pop_back();
  return info.Env().Undefined();
}

// addBatchDim(tensor, dim, level)
Napi::Value addBatchDim(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  return tensor(state, ft::addBatchDim(readTensor(state, info[0]), integer(info[1]), integer(info[2])));
}

const ft::BatchedTensorImpl* batchedAt(const at::Tensor& tensor, int64_t level) {
  const auto* batched = ft::maybeGetBatchedImpl(tensor);
  return batched && batched->level() == level ? batched : nullptr;
}

// removeBatchDim(tensor, level, batchSize, outDim): a result that does not depend on the level is repeated.
Napi::Value removeBatchDim(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  const at::Tensor& self = readTensor(state, info[0]);
  const int64_t out_dim = integer(info[3]);
  if (const auto* batched = batchedAt(self, integer(info[1]))) {
    const at::Tensor& value = batched->value();
    const int64_t to = c10::maybe_wrap_dim(out_dim, value.dim());
    return tensor(state, batched->bdim() == to ? value : at::movedim(value, batched->bdim(), to));
  }
  const int64_t to = c10::maybe_wrap_dim(out_dim, self.dim() + 1);
  auto sizes = self.sizes().vec();
  sizes.insert(sizes.begin() + to, integer(info[2]));
  return tensor(state, self.unsqueeze(to).expand(sizes));
}

// unwrapBatched(tensor, level): [tensor, dim], or [tensor, null] if it is not batched at this level.
Napi::Value unwrapBatched(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  auto result = Napi::Array::New(info.Env(), 2);
  const at::Tensor& self = readTensor(state, info[0]);
  const auto* batched = batchedAt(self, integer(info[1]));
  result.Set(0u, tensor(state, batched ? batched->value() : self));
  result.Set(1u, batched ? number(info.Env(), batched->bdim()) : info.Env().Null());
  return result;
}

// describeTransformed(tensor): what wraps it, or null for a tensor that nothing wraps.
Napi::Value describeTransformed(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  const at::Tensor& self = readTensor(state, info[0]);
  if (!isTransformed(self)) return info.Env().Null();
  auto result = Napi::Object::New(info.Env());
  std::optional<int64_t> level;
  if (const auto* batched = ft::maybeGetBatchedImpl(self)) {
    level = batched->level();
    result.Set("kind", "batched");
    result.Set("dim", number(info.Env(), batched->bdim()));
  } else if (auto* wrapper = ft::maybeGetTensorWrapper(self)) {
    level = wrapper->level();
    result.Set("kind", "grad");
  } else {
    level = fz::unsafeGetFunctionalWrapper(self)->level();
    result.Set("kind", "functional");
  }
  result.Set("level", level ? number(info.Env(), *level) : info.Env().Null());
  result.Set("value", tensor(state, unwrapped(self)));
  return result;
}

// wrapForGrad(tensor, level)
Napi::Value wrapForGrad(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  return tensor(state, ft::makeTensorWrapper(readTensor(state, info[0]), integer(info[1])));
}

// unwrapForGrad(tensor, level): a tensor of another level stays as it is.
Napi::Value unwrapForGrad(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  const at::Tensor& self = readTensor(state, info[0]);
  auto* wrapper = ft::maybeGetTensorWrapper(self);
  return tensor(state, wrapper && wrapper->level() == integer(info[1]) ? wrapper->value() : self);
}

// wrapFunctional(tensor, level)
Napi::Value wrapFunctional(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  at::Tensor wrapped = fz::to_functional_tensor(readTensor(state, info[0]));
  fz::unsafeGetFunctionalWrapper(wrapped)->set_level(integer(info[1]));
  return tensor(state, std::move(wrapped));
}

// unwrapFunctional(tensor): with all mutations that were made to it.
Napi::Value unwrapFunctional(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  const at::Tensor& self = readTensor(state, info[0]);
  if (!fz::isFunctionalTensor(self)) return info[0];
  fz::sync(self);
  auto* functional = fz::unsafeGetFunctionalWrapper(self);
  if (functional->apply_updates()) functional->regenerate_from_base();
  return tensor(state, functional->value());
}

// propagateMutation(given, wrapped): writes into the given tensor what the function did to its wrapper.
Napi::Value propagateMutation(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  const at::Tensor& given = readTensor(state, info[0]);
  const at::Tensor& wrapped = readTensor(state, info[1]);
  TORCH_CHECK(fz::isFunctionalTensor(wrapped) && !fz::isFunctionalTensor(given), "expected a wrapped tensor");
  fz::sync(wrapped);
  auto* functional = fz::unsafeGetFunctionalWrapper(wrapped);
  functional->sync_();
  const at::Tensor& inner = functional->value();
  if (given.is_same(inner)) return info.Env().Undefined();
  if (given.nbytes() != inner.nbytes()) given.resize_(inner.sizes());
  if (given.sizes() != inner.sizes()) given.as_strided_(inner.sizes(), inner.strides());
  given.copy_(inner);
  return info.Env().Undefined();
}

// outsideTransforms(body): its result; operators in it run as if no transform were active.
Napi::Value outsideTransforms(const Napi::CallbackInfo& info) {
  const OutsideTransforms outside;
  napi_value result = nullptr;
  check(info.Env(), napi_call_function(info.Env(), info.Env().Undefined(), info[0], 0, nullptr, &result));
  return {info.Env(), result};
}

// allowRequiresGrad(allowed): whether requires_grad_() may be called under a transform; the former value.
Napi::Value allowRequiresGrad(const Napi::CallbackInfo& info) {
  const bool former = ft::getInplaceRequiresGradAllowed();
  ft::setInplaceRequiresGradAllowed(info[0].ToBoolean());
  return Napi::Boolean::New(info.Env(), former);
}

// setForwardGradEnabled(enabled): the former value.
Napi::Value setForwardGradEnabled(const Napi::CallbackInfo& info) {
  auto& tls = c10::AutogradState::get_tls_state();
  const bool former = tls.get_fw_grad_mode();
  tls.set_fw_grad_mode(info[0].ToBoolean());
  return Napi::Boolean::New(info.Env(), former);
}

// enterDualLevel(): the level.
Napi::Value enterDualLevel(const Napi::CallbackInfo& info) {
  return number(info.Env(), static_cast<int64_t>(torch::autograd::ForwardADLevel::get_next_idx()));
}

// exitDualLevel(level)
Napi::Value exitDualLevel(const Napi::CallbackInfo& info) {
  torch::autograd::ForwardADLevel::release_idx(static_cast<uint64_t>(integer(info[0])));
  return info.Env().Undefined();
}

}  // namespace

void initFunc(Napi::Object exports) {
  initLinear(exports);
  expose<pushVmap>(exports, "pushVmap");
  expose<pushGrad>(exports, "pushGrad");
  expose<pushJvp>(exports, "pushJvp");
  expose<pushFunctionalize>(exports, "pushFunctionalize");
  expose<popLayer>(exports, "popLayer");
  expose<countLayers>(exports, "countLayers");
  expose<currentLayer>(exports, "currentLayer");
  expose<lowerLayer>(exports, "lowerLayer");
  expose<raiseLayer>(exports, "raiseLayer");
  expose<addBatchDim>(exports, "addBatchDim");
  expose<removeBatchDim>(exports, "removeBatchDim");
  expose<unwrapBatched>(exports, "unwrapBatched");
  expose<describeTransformed>(exports, "describeTransformed");
  expose<wrapForGrad>(exports, "wrapForGrad");
  expose<unwrapForGrad>(exports, "unwrapForGrad");
  expose<wrapFunctional>(exports, "wrapFunctional");
  expose<unwrapFunctional>(exports, "unwrapFunctional");
  expose<propagateMutation>(exports, "propagateMutation");
  expose<outsideTransforms>(exports, "outsideTransforms");
  expose<allowRequiresGrad>(exports, "allowRequiresGrad");
  expose<setForwardGradEnabled>(exports, "setForwardGradEnabled");
  expose<enterDualLevel>(exports, "enterDualLevel");
  expose<exitDualLevel>(exports, "exitDualLevel");
}

}  // namespace ltn
