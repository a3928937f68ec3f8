#include "library/js_kernel.h"

#include <ATen/core/jit_type.h>

#include "core/errors.h"
#include "core/js_callback.h"
#include "core/state.h"
#include "dispatch/values.h"

namespace ltn {

namespace {

int kindOf(const c10::IValue& value) {
  if (value.isTensor()) return 1;
  if (!value.isList()) return 0;
  const auto type = value.toList().elementType();
  const bool tensors =
      type->isSubtypeOf(*c10::TensorType::get()) || type->isSubtypeOf(*c10::OptionalType::ofTensor());
  return tensors ? 2 : 0;
}

}  // namespace

Napi::Array callToJs(EnvState& state, c10::ArrayRef<c10::IValue> values) {
  const Napi::Env env(state.env);
  auto given = Napi::Array::New(env, values.size());
  auto kinds = Napi::Array::New(env, values.size());
  for (uint32_t i = 0; i < values.size(); ++i) {
    given.Set(i,
              values[i].isGenerator() ? env.Null() : Napi::Value(env, toJs(state, c10::IValue(values[i]))));
    kinds.Set(i, kindOf(values[i]));
  }
  auto pair = Napi::Array::New(env, 2);
  pair.Set(0u, given);
  pair.Set(1u, kinds);
  return pair;
}

std::vector<c10::IValue> resultsFromJs(EnvState& state, const c10::OperatorHandle& op, napi_value value) {
  const auto& returns = op.schema().returns();
  const Napi::Value given(state.env, value);
  const auto array = given.IsArray() ? given.As<Napi::Array>() : Napi::Array::New(state.env, 0);
  if (array.Length() != returns.size()) {
    throw ArgumentError(c10::str(op.operator_name(), ": expected ", returns.size(),
                                 " results of its kernel, got ", array.Length()));
  }
  std::vector<c10::IValue> results;
  for (uint32_t i = 0; i < returns.size(); ++i) {
    const auto type = argumentType(returns[i].real_type(), returns[i].N().value_or(0));
    const Napi::Value item = array.Get(i);
    try {
      const bool nothing = item.IsNull() || item.IsUndefined();
      if (nothing && type.kind == Kind::kTensor && !type.list) {
        // As an undefined tensor, which operators may return.
        results.emplace_back(at::Tensor());
      } else {
        results.push_back(fromJs(state, type, item));
      }
    } catch (const ArgumentError& error) {
      throw ArgumentError(c10::str(op.operator_name(), ": result ", i, " of its kernel: ", error.what()));
    }
  }
  return results;
}

JsKernel::JsKernel(EnvState& state, napi_value function) : state_(state), function_(state.env, function) {}

void JsKernel::operator()(const c10::OperatorHandle& op, c10::DispatchKeySet, torch::jit::Stack* stack) {
  if (!function_.here()) {
    throw KindError("torch",
                    c10::str("the kernel of ", op.operator_name(),
                             " is a function of JavaScript, and can only be called on the thread that "
                             "registered it: not in another worker, and not in work off the thread"));
  }
  const size_t count = op.schema().arguments().size();
  TORCH_CHECK(stack->size() >= count, op.operator_name(), " was called with too few arguments");
  const Napi::HandleScope scope(state_.env);
  const auto first = stack->end() - static_cast<std::ptrdiff_t>(count);
  napi_value arguments = callToJs(state_, c10::ArrayRef<c10::IValue>(&*first, count));
  stack->erase(first, stack->end());
  napi_value result = nullptr;
  if (napi_call_function(state_.env, Napi::Env(state_.env).Undefined(), function_.value(), 1, &arguments,
                         &result) != napi_ok) {
    throwPending(state_.env);
  }
  for (auto& value : resultsFromJs(state_, op, result)) stack->push_back(std::move(value));
}

}  // namespace ltn
