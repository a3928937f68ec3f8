#include "core/init.h"

#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <ATen/Version.h>
#include <ATen/ops/ones.h>
#include <c10/core/InferenceMode.h>
#include <torch/version.h>

#include <mutex>

#include "core/boundary.h"
#include "core/state.h"
#include "dispatch/values.h"

namespace ltn {

namespace {

Napi::Value setErrorFactory(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  if (state.error_factory) napi_delete_reference(info.Env(), state.error_factory);
  check(info.Env(), napi_create_reference(info.Env(), info[0], 1, &state.error_factory));
  return info.Env().Undefined();
}

Napi::Value buildInfo(const Napi::CallbackInfo& info) {
  auto result = Napi::Object::New(info.Env());
  result.Set("compiledFor", TORCH_VERSION);
#ifdef LTN_CUDA
  result.Set("flavour", "cuda");
#else
  result.Set("flavour", "cpu");
#endif
  result.Set("config", at::show_config());
  result.Set("parallel", at::get_parallel_info());
  return result;
}

int positive(const Napi::CallbackInfo& info, const char* name) {
  const int64_t count = readInt(info.Env(), info[0]);
  if (count < 1 || count > 4096)
    throw ArgumentError(c10::str(name, ": expected a number from 1 to 4096, got ", count));
  return static_cast<int>(count);
}

Napi::Value setNumThreads(const Napi::CallbackInfo& info) {
  at::set_num_threads(positive(info, "setNumThreads"));
  return info.Env().Undefined();
}

Napi::Value getNumThreads(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), at::get_num_threads());
}

Napi::Value setNumInteropThreads(const Napi::CallbackInfo& info) {
  at::set_num_interop_threads(positive(info, "setNumInteropThreads"));
  return info.Env().Undefined();
}

Napi::Value getNumInteropThreads(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), at::get_num_interop_threads());
}

// MKL's vector functions find out in their first call which processor this is. Two threads in that call at
// once may be sent different ways: once in about a hundred processes half of a tensor differed in its last
// digits.
void callVectorFunction() {
  const c10::InferenceMode mode;
  at::ones({1}).sqrt();
}

}  // namespace

void initCore(Napi::Object exports) {
  static std::once_flag called;
  std::call_once(called, callVectorFunction);
  expose<setErrorFactory>(exports, "setErrorFactory");
  expose<buildInfo>(exports, "buildInfo");
  expose<setNumThreads>(exports, "setNumThreads");
  expose<getNumThreads>(exports, "getNumThreads");
  expose<setNumInteropThreads>(exports, "setNumInteropThreads");
  expose<getNumInteropThreads>(exports, "getNumInteropThreads");
}

}  // namespace ltn
