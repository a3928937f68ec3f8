// TorchScript modules in JavaScript's hands.
#pragma once

#include <torch/csrc/jit/api/module.h>

#include "core/box.h"
#include "dispatch/values.h"

namespace ltn {

struct Script {
  torch::jit::Module module;
};

template <>
struct BoxName<Script> {
  static constexpr const char* kName = "script module";
};

inline torch::jit::Module& moduleOf(const Napi::Value& value) {
  return unbox<Script>(value.Env(), value)->module;
}

inline Napi::Value boxModule(Napi::Env env, torch::jit::Module module) {
  return box(env, std::make_shared<Script>(Script{std::move(module)}));
}

}  // namespace ltn
