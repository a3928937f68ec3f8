// Weights that libtorch has packed for its quantized kernels are objects of its own classes, which the
// dispatcher's functions for JavaScript do not pass. Here they are boxes.
#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/ivalue.h>
#include <ATen/core/jit_type.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "core/boundary.h"
#include "core/box.h"
#include "core/state.h"
#include "dispatch/values.h"
#include "quantization/init.h"

namespace ltn {

// An object of a class of libtorch's.
struct PackedObject {
  c10::IValue value;
};

template <>
struct BoxName<PackedObject> {
  static constexpr const char* kName = "PackedWeights";
};

namespace {

// Operators whose arguments lib/ao/ has checked.
constexpr std::array<std::string_view, 16> kOperators{"quantized::linear_prepack",
                                                      "quantized::linear_prepack_fp16",
                                                      "quantized::linear_unpack",
                                                      "quantized::linear_unpack_fp16",
                                                      "quantized::linear_dynamic",
                                                      "quantized::linear_relu_dynamic",
                                                      "quantized::linear_dynamic_fp16",
                                                      "quantized::linear_relu_dynamic_fp16",
                                                      "quantized::make_quantized_cell_params_dynamic",
                                                      "quantized::make_quantized_cell_params_fp16",
                                                      "aten::quantized_lstm",
                                                      "aten::quantized_gru",
                                                      "quantized::quantized_lstm_cell_dynamic",
                                                      "quantized::quantized_gru_cell_dynamic",
                                                      "quantized::quantized_rnn_relu_cell_dynamic",
                                                      "quantized::quantized_rnn_tanh_cell_dynamic"};

const c10::IValue& readObject(napi_env env, const c10::TypePtr& type, napi_value value) {
  const c10::IValue& object = unbox<PackedObject>(env, value)->value;
  if (!object.type()->isSubtypeOf(*type))
    throw ArgumentError("expected packed weights of the class " + type->str() + ", got " +
                        object.type()->str());
  return object;
}

c10::IValue readObjects(napi_env env, const c10::TypePtr& type, napi_value value) {
  const auto array = Napi::Value(env, value).As<Napi::Array>();
  c10::impl::GenericList list(type);
  for (uint32_t i = 0; i < array.Length(); ++i) list.push_back(readObject(env, type, array.Get(i)));
  return list;
}

c10::IValue readArgument(EnvState& state, const c10::Argument& argument, napi_value value) {
  const auto& type = argument.real_type();
  if (type->kind() == c10::TypeKind::ClassType) return readObject(state.env, type, value);
  if (const auto list = type->cast<c10::ListType>();
      list && list->getElementType()->kind() == c10::TypeKind::ClassType) {
    if (!Napi::Value(state.env, value).IsArray()) throw ArgumentError("expected an array of packed weights");
    return readObjects(state.env, list->getElementType(), value);
  }
  return fromJs(state, argumentType(type, argument.N().value_or(0)), value);
}

napi_value resultOf(EnvState& state, c10::IValue&& value, int64_t bytes) {
  if (!value.isObject()) return toJs(state, std::move(value));
  return box(state.env, std::make_shared<PackedObject>(PackedObject{std::move(value)}), bytes);
}

// What packed weights cost, as far as the inputs tell.
int64_t bytesOf(const torch::jit::Stack& stack) {
  int64_t bytes = 1024;
  for (const auto& value : stack) {
    if (value.isTensor() && value.toTensor().defined())
      bytes += static_cast<int64_t>(value.toTensor().nbytes());
  }
  return bytes;
}

// callPacked(name, overload, arguments in the order of the schema): an array of the results.
Napi::Value callPacked(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  const std::string name = readString(info.Env(), info[0]);
  if (std::find(kOperators.begin(), kOperators.end(), name) == kOperators.end())
    throw ArgumentError(name + " is not an operator on packed weights");
  const auto op =
      c10::Dispatcher::singleton().findSchemaOrThrow(name.c_str(), readString(info.Env(), info[1]).c_str());
  const auto& arguments = op.schema().arguments();
  const auto given = info[2].As<Napi::Array>();
  if (given.Length() != arguments.size()) throw ArgumentError(name + ": wrong number of arguments");
  torch::jit::Stack stack;
  for (uint32_t i = 0; i < given.Length(); ++i)
    stack.push_back(readArgument(state, arguments[i], given.Get(i)));
  const int64_t bytes = bytesOf(stack);
  op.callBoxed(stack);
  auto results = Napi::Array::New(info.Env(), stack.size());
  for (uint32_t i = 0; i < stack.size(); ++i)
    results.Set(i, Napi::Value(info.Env(), resultOf(state, std::move(stack[i]), bytes)));
  return results;
}

}  // namespace

void initQuantization(Napi::Object exports) { expose<callPacked>(exports, "callPacked"); }

}  // namespace ltn
