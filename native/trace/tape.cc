#include "trace/tape.h"

#include <ATen/core/grad_mode.h>
#include <ATen/ops/clone.h>

#include <algorithm>

#include "core/state.h"
#include "dispatch/values.h"
#include "trace/recorder.h"

namespace ltn {

namespace {

// Calls `visit` for each tensor in a value: itself, or those of a list or tuple.
template <class Visit>
void eachTensor(const c10::IValue& value, const Visit& visit) {
  if (value.isTensor()) {
    if (value.toTensor().defined()) visit(value.toTensor());
  } else if (value.isTensorList()) {
    for (const at::Tensor& tensor : value.toTensorVector())
      if (tensor.defined()) visit(tensor);
  } else if (value.isList()) {
    for (const c10::IValue& item : value.toListRef()) eachTensor(item, visit);
  } else if (value.isTuple()) {
    for (const c10::IValue& item : value.toTupleRef().elements()) eachTensor(item, visit);
  }
}

bool writes(const c10::Argument& argument) {
  return argument.alias_info() && argument.alias_info()->isWrite();
}

Napi::Object tagged(Napi::Env env, const char* tag, const Napi::Value& value) {
  auto object = Napi::Object::New(env);
  object.Set(tag, value);
  return object;
}

// For each argument, whether it is what the schema has by default.
Napi::Array defaultsToJs(Napi::Env env, const Recorded& call) {
  auto array = Napi::Array::New(env, call.arguments.size());
  for (uint32_t i = 0; i < call.arguments.size(); ++i) {
    const auto& standard = call.op.schema().arguments()[i].default_value();
    const c10::IValue& value = call.arguments[i];
    array.Set(i, standard && !value.isTensor() && !value.isTensorList() && *standard == value);
  }
  return array;
}

Napi::Array numbersToJs(Napi::Env env, const std::vector<uint32_t>& numbers) {
  auto array = Napi::Array::New(env, numbers.size());
  for (uint32_t i = 0; i < numbers.size(); ++i) array.Set(i, numbers[i]);
  return array;
}

}  // namespace

Form::Form(const at::Tensor& tensor)
    : dtype(tensor.scalar_type()),
      layout(tensor.layout()),
      device(tensor.device().str()),
      requires_grad(tensor.requires_grad()) {
  if (tensor.is_nested()) return;
  sizes = tensor.sizes().vec();
  if (layout != at::kStrided) return;
  strides = tensor.strides().vec();
  offset = tensor.storage_offset();
}

Tape::Tape(EnvState& environment, napi_value place, napi_value modules)
    : state_(environment), place_(environment.env, place), modules_(environment.env, modules) {}

const void* Tape::keyOf(const at::Tensor& tensor) {
  if (tensor.has_storage()) return tensor.storage().unsafeGetStorageImpl();
  return tensor.unsafeGetTensorImpl();
}

// A known tensor with the same elements in the same memory. torch::zeros and its like put what at::zeros has
// made into another tensor, outside of the dispatcher.
std::optional<uint32_t> Tape::twinOf(const at::Tensor& tensor) const {
  const auto found = by_storage_.find(keyOf(tensor));
  if (found == by_storage_.end() || tensor.layout() != at::kStrided || tensor.is_nested())
    return std::nullopt;
  for (const uint32_t id : found->second) {
    const at::Tensor& known = seen_[id].tensor;
    if (known.scalar_type() == tensor.scalar_type() && known.sizes() == tensor.sizes() &&
        known.strides() == tensor.strides() && known.storage_offset() == tensor.storage_offset() &&
        known.requires_grad() == tensor.requires_grad())
      return id;
  }
  return std::nullopt;
}

uint32_t Tape::see(const at::Tensor& tensor, Origin origin) {
  const auto known = ids_.find(tensor.unsafeGetTensorImpl());
  if (known != ids_.end()) return known->second;
  const auto twin = origin == Origin::kConstant ? twinOf(tensor) : std::nullopt;
  const auto id = twin.value_or(static_cast<uint32_t>(seen_.size()));
  ids_[tensor.unsafeGetTensorImpl()] = id;
  if (twin) {
    kept_.push_back(tensor);
    return id;
  }
  seen_.push_back({tensor, origin, Form(tensor), {}});
  if (origin == Origin::kConstant) seen_.back().elements = tensor.detach().clone();
  by_storage_[keyOf(tensor)].push_back(id);
  return id;
}

void Tape::addInput(const at::Tensor& tensor) {
  inputs_.push_back(see(tensor, Origin::kInput));
  dependent_.insert(keyOf(tensor));
}

uint32_t Tape::addResult(const at::Tensor& tensor) {
  dependent_.insert(keyOf(tensor));
  return see(tensor, Origin::kResult);
}

bool Tape::dependsAny(const std::vector<c10::IValue>& values) const {
  bool found = false;
  for (const c10::IValue& value : values)
    eachTensor(value, [&](const at::Tensor& tensor) { found = found || depends(tensor); });
  return found;
}

Recorded Tape::begin(const c10::OperatorHandle& op, const torch::jit::Stack& stack) {
  const size_t count = op.schema().arguments().size();
  Recorded call{op,
                {stack.end() - static_cast<std::ptrdiff_t>(count), stack.end()},
                {},
                {},
                here(),
                textOf(modules_),
                at::GradMode::is_enabled()};
  for (c10::IValue& value : call.arguments) {
    const bool number = value.isTensor() && value.toTensor().defined() &&
                        value.toTensor().unsafeGetTensorImpl()->is_wrapped_number() &&
                        !ids_.contains(value.toTensor().unsafeGetTensorImpl());
    if (number) value = value.toTensor().item();
    eachTensor(value, [&](const at::Tensor& tensor) { see(tensor, Origin::kConstant); });
  }
  return call;
}

// What a call has written to depends on what the call has read.
void Tape::markWritten(const Recorded& call) {
  if (!call.op.hasTag(at::Tag::nondeterministic_seeded) && !dependsAny(call.arguments)) return;
  const auto mark = [&](const at::Tensor& tensor) { dependent_.insert(keyOf(tensor)); };
  for (const c10::IValue& value : call.results) eachTensor(value, mark);
  for (size_t i = 0; i < call.arguments.size(); ++i) {
    if (writes(call.op.schema().arguments()[i])) eachTensor(call.arguments[i], mark);
  }
}

void Tape::end(Recorded&& call, const torch::jit::Stack& stack) {
  const size_t count = call.op.schema().returns().size();
  call.results.assign(stack.end() - static_cast<std::ptrdiff_t>(count), stack.end());
  for (const c10::IValue& value : call.results) {
    eachTensor(value, [&](const at::Tensor& tensor) {
      see(tensor, Origin::kResult);
      call.forms.emplace_back(tensor);
    });
  }
  markWritten(call);
  calls_.push_back(std::move(call));
}

std::string Tape::textOf(const JsReference& function) const {
  napi_value text = nullptr;
  const Napi::Env env(state_.env);
  if (napi_call_function(env, env.Undefined(), function.value(), 0, nullptr, &text) == napi_ok)
    return readString(env, text);
  napi_value ignored = nullptr;
  napi_get_and_clear_last_exception(env, &ignored);
  return "";
}

// Tensors are {t: id}, floats {f: number}, complex numbers {c: [re, im]}, devices {d: name}, generators {g:
// true}.
Napi::Value Tape::valueToJs(const c10::IValue& value) {
  const Napi::Env env(state_.env);
  if (value.isTensor()) {
    if (!value.toTensor().defined()) return env.Null();
    return tagged(env, "t", Napi::Number::New(env, ids_.at(value.toTensor().unsafeGetTensorImpl())));
  }
  if (value.isDouble()) return tagged(env, "f", Napi::Number::New(env, value.toDouble()));
  if (value.isComplexDouble()) return tagged(env, "c", {env, scalarToJs(env, value.toComplexDouble())});
  if (value.isDevice()) return tagged(env, "d", Napi::String::New(env, value.toDevice().str()));
  if (value.isGenerator()) return tagged(env, "g", Napi::Boolean::New(env, true));
  if (!value.isList() && !value.isTuple()) return {env, ltn::toJs(state_, c10::IValue(value))};
  auto array = Napi::Array::New(env);
  uint32_t i = 0;
  if (value.isTuple()) {
    for (const c10::IValue& item : value.toTupleRef().elements()) array.Set(i++, valueToJs(item));
  } else {
    // A list of ints or floats has no IValues to refer to.
    for (const c10::IValue& item : value.toList()) array.Set(i++, valueToJs(item));
  }
  return array;
}

Napi::Object Tape::formToJs(const Form& form) const {
  const Napi::Env env(state_.env);
  auto object = Napi::Object::New(env);
  object.Set("sizes", Napi::Value(env, intsToJs(env, form.sizes)));
  object.Set("strides", Napi::Value(env, intsToJs(env, form.strides)));
  object.Set("offset", static_cast<double>(form.offset));
  object.Set("dtype", static_cast<int>(form.dtype));
  object.Set("layout", static_cast<int>(form.layout));
  object.Set("device", form.device);
  object.Set("requiresGrad", form.requires_grad);
  return object;
}

Napi::Object Tape::callToJs(const Recorded& call) {
  const Napi::Env env(state_.env);
  const auto list = [&](const std::vector<c10::IValue>& values) {
    auto array = Napi::Array::New(env, values.size());
    for (uint32_t i = 0; i < values.size(); ++i) array.Set(i, valueToJs(values[i]));
    return array;
  };
  auto forms = Napi::Array::New(env, call.forms.size());
  for (uint32_t i = 0; i < call.forms.size(); ++i) forms.Set(i, formToJs(call.forms[i]));
  auto object = Napi::Object::New(env);
  object.Set("operator", call.op.operator_name().name);
  object.Set("overload", call.op.operator_name().overload_name);
  object.Set("inputs", list(call.arguments));
  object.Set("defaults", defaultsToJs(env, call));
  object.Set("results", list(call.results));
  object.Set("forms", forms);
  object.Set("place", call.place);
  object.Set("modules", call.modules);
  object.Set("grad", call.grad);
  const auto& arguments = call.op.schema().arguments();
  object.Set("writes", std::any_of(arguments.begin(), arguments.end(), writes));
  object.Set("random", call.op.hasTag(at::Tag::nondeterministic_seeded));
  return object;
}

Napi::Value Tape::toJs(const std::vector<at::Tensor>& outputs) {
  const Napi::Env env(state_.env);
  std::vector<uint32_t> ids;
  ids.reserve(outputs.size());
  for (const at::Tensor& tensor : outputs) ids.push_back(see(tensor, Origin::kConstant));
  auto calls = Napi::Array::New(env, calls_.size());
  for (uint32_t i = 0; i < calls_.size(); ++i) calls.Set(i, callToJs(calls_[i]));
  auto tensors = Napi::Array::New(env, seen_.size());
  for (uint32_t i = 0; i < seen_.size(); ++i) {
    const Seen& seen = seen_[i];
    auto row = Napi::Object::New(env);
    row.Set("origin", static_cast<int>(seen.origin));
    row.Set("form", formToJs(seen.form));
    // The handles become wrappers in TypeScript.
    if (seen.elements.defined()) row.Set("elements", Napi::Value(env, ltn::toJs(state_, seen.elements)));
    row.Set("leaf", seen.tensor.is_leaf());
    row.Set("storage",
            Napi::BigInt::New(env, static_cast<uint64_t>(reinterpret_cast<uintptr_t>(keyOf(seen.tensor)))));
    tensors.Set(i, row);
  }
  auto result = Napi::Object::New(env);
  result.Set("calls", calls);
  result.Set("tensors", tensors);
  result.Set("inputs", numbersToJs(env, inputs_));
  result.Set("outputs", numbersToJs(env, ids));
  return result;
}

}  // namespace ltn
