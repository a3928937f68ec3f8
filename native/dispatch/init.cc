#include "dispatch/init.h"

#include <ATen/Context.h>
#include <ATen/DynamicLibrary.h>
#include <ATen/core/dispatch/Dispatcher.h>

#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "core/boundary.h"
#include "core/state.h"
#include "dispatch/operator.h"

namespace ltn {

namespace {

Napi::Value operatorNames(const Napi::CallbackInfo& info) {
  auto names = Napi::Array::New(info.Env());
  uint32_t i = 0;
  for (const auto& name : c10::Dispatcher::singleton().getAllOpNames()) {
    auto row = Napi::Array::New(info.Env(), 2);
    row.Set(0u, name.name);
    row.Set(1u, name.overload_name);
    names.Set(i++, row);
  }
  return names;
}

// The names of all operators, by a hash of them: the names stay where the dispatcher put them, since a map of
// copies takes most of a millisecond of a program's first call.
class OperatorIndex {
 public:
  OperatorIndex()
      : names_(c10::Dispatcher::singleton().getAllOpNames()), first_(kSlots, 0), next_(names_.size(), 0) {
    for (uint32_t i = 0; i < names_.size(); ++i) {
      next_[i] = std::exchange(first_[slotOf(names_[i].name)], i + 1);
    }
  }

  std::vector<std::string> overloadsOf(const std::string& name) const {
    std::vector<std::string> overloads;
    for (uint32_t place = first_[slotOf(name)]; place != 0; place = next_[place - 1]) {
      const auto& found = names_[place - 1];
      if (found.name == name) overloads.push_back(found.overload_name);
    }
    return overloads;
  }

 private:
  static constexpr size_t kSlots = 8192;
  static size_t slotOf(const std::string& name) { return std::hash<std::string>()(name) % kSlots; }

  std::vector<c10::OperatorName> names_;
  // Places from 1 on: of the last name of a slot, and of the one before.
  std::vector<uint32_t> first_;
  std::vector<uint32_t> next_;
};

// A library may register operators later, so a name that is not known is looked for in an index made anew.
const std::vector<std::string>& overloadsOf(EnvState& state, const std::string& name) {
  auto& known = state.overloads[name];
  if (!known.empty()) return known;
  static std::mutex mutex;
  static std::unique_ptr<const OperatorIndex> index;
  const std::lock_guard lock(mutex);
  if (index) known = index->overloadsOf(name);
  if (known.empty()) {
    index = std::make_unique<const OperatorIndex>();
    known = index->overloadsOf(name);
  }
  return known;
}

c10::OperatorHandle find(const std::string& name, const std::string& overload) {
  const auto handle = c10::Dispatcher::singleton().findSchema({name, overload});
  if (!handle)
    throw ArgumentError("this libtorch has no operator " + name + (overload.empty() ? "" : "." + overload));
  return *handle;
}

Napi::Object argumentToJs(Napi::Env env, const c10::Argument& argument) {
  auto object = Napi::Object::New(env);
  object.Set("name", argument.name());
  object.Set("type", argument.real_type()->str());
  object.Set("size", argument.N().value_or(0));
  object.Set("keyword", argument.kwarg_only());
  object.Set("optional", argument.default_value().has_value());
  const auto* alias = argument.alias_info();
  object.Set("write", alias && alias->isWrite());
  return object;
}

template <class List>
Napi::Array argumentsToJs(Napi::Env env, const List& list) {
  auto array = Napi::Array::New(env, list.size());
  for (uint32_t i = 0; i < list.size(); ++i) array.Set(i, argumentToJs(env, list[i]));
  return array;
}

std::vector<std::string> namesIn(const Napi::Array& list) {
  std::vector<std::string> names;
  for (uint32_t i = 0; i < list.Length(); ++i) names.push_back(list.Get(i).As<Napi::String>());
  return names;
}

// operatorSchemas(name, overloads?): the overloads of one operator, as lib/native/contract.ts:
// OverloadSchema[]. To know them all takes an index of all operators; those that are named are found without
// it.
Napi::Value operatorSchemas(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  const std::string name = info[0].As<Napi::String>();
  const bool are_named = info.Length() > 1;
  auto result = Napi::Array::New(env);
  uint32_t i = 0;
  for (const auto& overload :
       are_named ? namesIn(info[1].As<Napi::Array>()) : overloadsOf(stateOf(env), name)) {
    const auto handle = c10::Dispatcher::singleton().findSchema({name, overload});
    // Its library has taken it back.
    if (!handle) continue;
    const auto& schema = handle->schema();
    auto row = Napi::Object::New(env);
    row.Set("overload", overload);
    row.Set("schema", c10::str(schema));
    row.Set("arguments", argumentsToJs(env, schema.arguments()));
    row.Set("returns", argumentsToJs(env, schema.returns()));
    result.Set(i++, row);
  }
  return result;
}

Napi::Value bindOperator(const Napi::CallbackInfo& info) {
  const std::string name = info[0].As<Napi::String>();
  auto& state = stateOf(info.Env());
  auto& op = state.operators.emplace_back(state, find(name, info[1].As<Napi::String>()));
  napi_value function = nullptr;
  check(info.Env(),
        napi_create_function(info.Env(), name.c_str(), name.size(), callOperator, &op, &function));
  return {info.Env(), function};
}

// bindKernel(name, overload, key): [function, where the kernel was registered].
Napi::Value bindKernel(const Napi::CallbackInfo& info) {
  const std::string name = info[0].As<Napi::String>(), key = info[2].As<Napi::String>();
  auto& state = stateOf(info.Env());
  const auto parsed = c10::parseDispatchKey(key);
  if (c10::isAliasDispatchKey(parsed))
    throw KindError("torch", "Alias keys do not have runtime kernel registrations.");
  const auto handle = find(name, info[1].As<Napi::String>());
  if (!handle.hasComputedKernelForDispatchKey(parsed))
    throw KindError("torch", "the operator " + name + " has no kernel for the dispatch key " + key);
  auto& op = state.operators.emplace_back(state, handle, parsed);
  napi_value function = nullptr;
  check(info.Env(),
        napi_create_function(info.Env(), name.c_str(), name.size(), callOperator, &op, &function));
  auto result = Napi::Array::New(info.Env(), 2);
  result.Set(0u, Napi::Value(info.Env(), function));
  result.Set(1u, op.kernel->debug());
  return result;
}

// loadLibrary(path): custom operators, as Python's torch.ops.load_library.
Napi::Value loadLibrary(const Napi::CallbackInfo& info) {
  const std::string path = info[0].As<Napi::String>();
  // Never closed: the operators that it registered stay in the dispatcher.
  new at::DynamicLibrary(path.c_str());
  return info.Env().Undefined();
}

}  // namespace

void initDispatch(Napi::Object exports) {
  // Sparse tensors are checked where they are made, by whatever constructor: kernels trust their indices. The
  // switch is the process's, and nobody has set it yet when the first environment comes; a worker that loads
  // this later leaves it as it is.
  auto& context = at::globalContext();
  if (!context.checkSparseTensorInvariants()) context.setCheckSparseTensorInvariants(true);
  expose<operatorNames>(exports, "operatorNames");
  expose<operatorSchemas>(exports, "operatorSchemas");
  expose<bindOperator>(exports, "bindOperator");
  expose<bindKernel>(exports, "bindKernel");
  expose<loadLibrary>(exports, "loadLibrary");
}

}  // namespace ltn
