// The exception boundary: every function that JavaScript can call passes through one of these templates, so
// that no C++ exception reaches Node and every one becomes a TorchError or TypeError.
#pragma once

#include <napi.h>

#include "core/errors.h"
#include "core/warnings.h"

namespace ltn {

using Function = Napi::Value (*)(const Napi::CallbackInfo&);

template <Function F>
napi_value guarded(napi_env env, napi_callback_info raw) noexcept {
  try {
    const Napi::CallbackInfo info(env, raw);
    const napi_value result = F(info);
    if (Warnings::waiting()) deliverWarnings(env);
    return result;
  } catch (...) {
    throwCurrent(env);
    return nullptr;
  }
}

// Adds `F` to `exports` under `name`.
template <Function F>
void expose(Napi::Object exports, const char* name) {
  napi_value function = nullptr;
  check(exports.Env(),
        napi_create_function(exports.Env(), name, NAPI_AUTO_LENGTH, guarded<F>, nullptr, &function));
  exports.Set(name, function);
}

}  // namespace ltn
