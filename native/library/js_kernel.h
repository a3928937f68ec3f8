// A kernel of the dispatcher that is a JavaScript function.
#pragma once

#include <ATen/core/boxing/OperatorKernel.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/ivalue.h>
#include <napi.h>

#include <vector>

#include "core/js_reference.h"

namespace ltn {

struct EnvState;

// [values, kinds] of a call, or of a result. A kind is 0 for a plain value, 1 for a tensor, which is a handle
// or null, and 2 for a list of them. Generators have no JavaScript form here and become null.
Napi::Array callToJs(EnvState& state, c10::ArrayRef<c10::IValue> values);
// A result of an operator with one return is that value, with several an array of them.
std::vector<c10::IValue> resultsFromJs(EnvState& state, const c10::OperatorHandle& op, napi_value value);

// Called as kernel([values, kinds]), whose handles are its own; returns [...results].
class JsKernel final : public c10::OperatorKernel {
 public:
  JsKernel(EnvState& state, napi_value function);
  void operator()(const c10::OperatorHandle& op, c10::DispatchKeySet keys, torch::jit::Stack* stack);

 private:
  EnvState& state_;
  const JsReference function_;
};

}  // namespace ltn
