#include "core/js_callback.h"

#include <napi.h>

#include "core/errors.h"
#include "core/state.h"
#include "dispatch/values.h"

namespace ltn {

namespace {

std::vector<at::Tensor> readOptional(EnvState& state, napi_value value) {
  const Napi::Value result(state.env, value);
  if (!result.IsArray()) throw ArgumentError("expected an array of tensors");
  const auto array = result.As<Napi::Array>();
  std::vector<at::Tensor> tensors(array.Length());
  for (uint32_t i = 0; i < tensors.size(); ++i) {
    const Napi::Value item = array.Get(i);
    if (!item.IsNull()) tensors[i] = readTensor(state, item);
  }
  return tensors;
}

std::vector<at::Tensor> callNow(EnvState& state, napi_value function, const std::vector<at::Tensor>& tensors,
                                const std::vector<int64_t>& notes) {
  const Napi::HandleScope scope(state.env);
  // A graph that the search for circles (autograd/cycles.cc) did not know to be alive.
  if (!function) throw KindError("autograd", "the function of this hook has been garbage collected");
  std::vector<napi_value> arguments{tensorsToJs(state, tensors)};
  for (const int64_t note : notes) arguments.push_back(intToJs(state.env, note));
  napi_value result = nullptr;
  const auto status = napi_call_function(state.env, Napi::Env(state.env).Undefined(), function,
                                         arguments.size(), arguments.data(), &result);
  if (status != napi_ok) throwPending(state.env);
  return readOptional(state, result);
}

}  // namespace

JsCallback::JsCallback(EnvState& state, napi_value function)
    : calls_(state.calls), function_(state.env, function) {
  calls_->functions.fetch_add(1, std::memory_order_relaxed);
}

JsCallback::~JsCallback() { calls_->functions.fetch_sub(1, std::memory_order_relaxed); }

std::vector<at::Tensor> JsCallback::operator()(const std::vector<at::Tensor>& tensors,
                                               const std::vector<int64_t>& notes) const {
  std::vector<at::Tensor> result;
  calls_->call([&](EnvState& state) { result = callNow(state, function_.value(), tensors, notes); });
  return result;
}

namespace {

[[noreturn]] void throwHeld(napi_env env, napi_value error) {
  // References hold objects only, and JavaScript may throw anything.
  napi_value holder = nullptr;
  if (napi_create_array_with_length(env, 1, &holder) != napi_ok ||
      napi_set_element(env, holder, 0, error) != napi_ok) {
    throw EnvironmentEnded();
  }
  throw JsError(std::make_shared<JsReference>(env, holder));
}

}  // namespace

std::exception_ptr portable(napi_env env, const Napi::Error& error) noexcept {
  try {
    throwHeld(env, error.Value());
  } catch (const Napi::Error&) {
    return std::make_exception_ptr(EnvironmentEnded());
  } catch (...) {
    return std::current_exception();
  }
}

void throwPending(napi_env env) {
  napi_value error = nullptr;
  // A worker that is being terminated may have no exception. Then there is nobody to tell either.
  bool pending = false;
  if (napi_is_exception_pending(env, &pending) != napi_ok || !pending ||
      napi_get_and_clear_last_exception(env, &error) != napi_ok || !error) {
    throw EnvironmentEnded();
  }
  throwHeld(env, error);
}

}  // namespace ltn
