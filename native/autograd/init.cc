#include "autograd/init.h"

#include <ATen/core/grad_mode.h>
#include <c10/core/InferenceMode.h>
#include <torch/csrc/autograd/autograd.h>

#include "core/boundary.h"
#include "core/state.h"
#include "dispatch/values.h"

namespace ltn {

namespace {

// (Tensor | null)[]; null is an undefined tensor, which the engine reads as "ones, if this is a scalar".
std::vector<at::Tensor> readGradients(EnvState& state, const Napi::Value& value) {
  const auto array = value.As<Napi::Array>();
  std::vector<at::Tensor> result(array.Length());
  for (uint32_t i = 0; i < result.size(); ++i) {
    const Napi::Value item = array.Get(i);
    if (!item.IsNull()) result[i] = readTensor(state, item);
  }
  return result;
}

// backward(tensors, gradients, retainGraph, createGraph, inputs)
Napi::Value backward(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  const auto tensors = readTensors(state, info[0]);
  const auto gradients = readGradients(state, info[1]);
  torch::autograd::backward(tensors, gradients, info[2].As<Napi::Boolean>().Value(),
                            info[3].As<Napi::Boolean>(), readTensors(state, info[4]));
  return info.Env().Undefined();
}

// grad(outputs, inputs, gradients, retainGraph, createGraph, allowUnused): handles, null where unused.
Napi::Value gradients(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  const auto outputs = readTensors(state, info[0]);
  const auto inputs = readTensors(state, info[1]);
  const auto result = torch::autograd::grad(outputs, inputs, readGradients(state, info[2]),
                                            info[3].As<Napi::Boolean>().Value(), info[4].As<Napi::Boolean>(),
                                            info[5].As<Napi::Boolean>());
  return {info.Env(), tensorsToJs(state, result)};
}

// setGradEnabled(enabled): the former value.
Napi::Value setGradEnabled(const Napi::CallbackInfo& info) {
  const bool former = at::GradMode::is_enabled();
  at::GradMode::set_enabled(info[0].As<Napi::Boolean>());
  return Napi::Boolean::New(info.Env(), former);
}

Napi::Value isGradEnabled(const Napi::CallbackInfo& info) {
  return Napi::Boolean::New(info.Env(), at::GradMode::is_enabled());
}

Napi::Value isInferenceModeEnabled(const Napi::CallbackInfo& info) {
  return Napi::Boolean::New(info.Env(), c10::InferenceMode::is_enabled());
}

// withInferenceMode(enabled, body): the guard lasts exactly as long as the call.
Napi::Value withInferenceMode(const Napi::CallbackInfo& info) {
  const c10::InferenceMode guard(info[0].As<Napi::Boolean>());
  napi_value result = nullptr;
  check(info.Env(), napi_call_function(info.Env(), info.Env().Undefined(), info[1], 0, nullptr, &result));
  return {info.Env(), result};
}

}  // namespace

void initAutograd(Napi::Object exports) {
  expose<backward>(exports, "backward");
  expose<gradients>(exports, "gradients");
  expose<setGradEnabled>(exports, "setGradEnabled");
  expose<isGradEnabled>(exports, "isGradEnabled");
  expose<isInferenceModeEnabled>(exports, "isInferenceModeEnabled");
  expose<withInferenceMode>(exports, "withInferenceMode");
}

}  // namespace ltn
