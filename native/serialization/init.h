#pragma once

#include <napi.h>

#include <utility>

#include "core/jobs.h"
#include "core/state.h"

namespace ltn {

// Checkpoints of torch.save.
void initSerialization(Napi::Object exports);

// Plain bytes (safetensors) and archives of the C++ front end; called by initSerialization.
void initRawFiles(Napi::Object exports);

// Archives of exported programs; called by initSerialization.
void initPackages(Napi::Object exports);

// Runs `produce` off the thread and `toJs(EnvState&, result)` here; `settle` hears of it. Returns the job's
// number.
template <class Produce, class ToJs>
Napi::Value startReading(const Napi::Value& settle, Produce produce, ToJs to_js) {
  const auto work = [produce = std::move(produce), to_js]() -> Finish {
    return [result = produce(), to_js](EnvState& state) { return to_js(state, result); };
  };
  return Napi::Number::New(settle.Env(), static_cast<double>(startJob(stateOf(settle.Env()), work, settle)));
}

// The same for work without a result.
template <class Write>
Napi::Value startWriting(const Napi::Value& settle, Write write) {
  const auto work = [write = std::move(write)]() -> Finish {
    write();
    return [](EnvState& state) -> napi_value { return Napi::Env(state.env).Undefined(); };
  };
  return Napi::Number::New(settle.Env(), static_cast<double>(startJob(stateOf(settle.Env()), work, settle)));
}

}  // namespace ltn
