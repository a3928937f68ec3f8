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

// An array of strings.
inline std::vector<std::string> readNames(const Napi::Value& value) {
  const auto array = value.As<Napi::Array>();
  std::vector<std::string> out;
  for (uint32_t i = 0; i < array.Length(); ++i) out.push_back(readString(value.Env(), array.Get(i)));
  return out;
}

}  // namespace ltn
