// c10d's objects as JavaScript holds them: boxes of stores, process groups and works.
#pragma once

#include <napi.h>

#include <chrono>
#include <string>
#include <torch/csrc/distributed/c10d/ProcessGroup.hpp>
#include <vector>

namespace ltn {

// The store in a box. Throws ArgumentError for anything else, KindError for a store that has been closed.
c10::intrusive_ptr<c10d::Store> storeOf(napi_env env, napi_value value);
Napi::Value storeToJs(Napi::Env env, c10::intrusive_ptr<c10d::Store> store);

// The process group in a box. Throws ArgumentError for anything else, KindError for a group that has been
// destroyed.
c10::intrusive_ptr<c10d::ProcessGroup> groupOf(napi_env env, napi_value value);
Napi::Value groupToJs(Napi::Env env, c10::intrusive_ptr<c10d::ProcessGroup> group);

// Milliseconds; -1 is c10d's own sign for the group's timeout.
std::chrono::milliseconds readTimeout(napi_env env, napi_value value);

}  // namespace ltn
