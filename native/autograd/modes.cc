// What autograd does on this thread: recording, inference mode; and for the process, the search for
// anomalies.
#include <ATen/core/grad_mode.h>
#include <c10/core/InferenceMode.h>
#include <torch/csrc/autograd/anomaly_mode.h>

#include "autograd/init.h"
#include "core/boundary.h"
#include "core/state.h"

namespace ltn {

namespace {

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

// setDetectAnomaly(enabled, checkNan)
Napi::Value setDetectAnomaly(const Napi::CallbackInfo& info) {
  torch::autograd::AnomalyMode::set_enabled(info[0].As<Napi::Boolean>(), info[1].As<Napi::Boolean>());
  return info.Env().Undefined();
}

// detectAnomalyState(): [enabled, checkNan]
Napi::Value detectAnomalyState(const Napi::CallbackInfo& info) {
  auto result = Napi::Array::New(info.Env(), 2);
  result.Set(0u, torch::autograd::AnomalyMode::is_enabled());
  result.Set(1u, torch::autograd::AnomalyMode::should_check_nan());
  return result;
}

}  // namespace

void initModes(Napi::Object exports) {
  expose<setGradEnabled>(exports, "setGradEnabled");
  expose<isGradEnabled>(exports, "isGradEnabled");
  expose<isInferenceModeEnabled>(exports, "isInferenceModeEnabled");
  expose<withInferenceMode>(exports, "withInferenceMode");
  expose<setDetectAnomaly>(exports, "setDetectAnomaly");
  expose<detectAnomalyState>(exports, "detectAnomalyState");
}

}  // namespace ltn
