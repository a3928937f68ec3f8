// What a TorchScript module consists of: its attributes, children and methods.
#include "jit/init.h"

#include "core/boundary.h"
#include "core/state.h"
#include "dispatch/values.h"
#include "jit/guards.h"
#include "jit/script.h"
#include "jit/values.h"

namespace ltn {

namespace {

using torch::jit::Module;

// The address of an object, by which TypeScript knows one that is found twice.
Napi::Value identity(Napi::Env env, const void* address) {
  return Napi::BigInt::New(env, static_cast<uint64_t>(reinterpret_cast<uintptr_t>(address)));
}

const char* kindOf(const c10::ClassType& type, size_t slot, const c10::IValue& value) {
  if (value.isModule()) return "module";
  if (value.isTensor() && type.is_parameter(slot)) return "parameter";
  if (value.isTensor() && type.getAttribute(slot)->isSubtypeOf(*c10::TensorType::get())) return "buffer";
  return "attribute";
}

Napi::Object attributeToJs(EnvState& state, const Module& module, size_t slot) {
  const c10::ClassType& type = *module.type();
  const c10::IValue& value = module._ivalue()->getSlot(slot);
  auto out = Napi::Object::New(state.env);
  out.Set("name", type.getAttributeName(slot));
  out.Set("kind", kindOf(type, slot, value));
  out.Set("type", Napi::Value(state.env, typeToJs(state.env, *type.getAttribute(slot))));
  if (value.isModule()) {
    out.Set("module", boxModule(state.env, value.toModule()));
  } else if (value.isTensor() && value.toTensor().defined()) {
    out.Set("identity", identity(state.env, value.toTensor().unsafeGetTensorImpl()));
    out.Set("tensor", Napi::Value(state.env, toJs(state, c10::IValue(value))));
  }
  return out;
}

Napi::Object argumentToJs(Napi::Env env, const c10::Argument& argument) {
  auto out = Napi::Object::New(env);
  out.Set("name", argument.name());
  out.Set("type", Napi::Value(env, typeToJs(env, *argument.type())));
  out.Set("optional", argument.default_value().has_value());
  out.Set("keyword", argument.kwarg_only());
  return out;
}

Napi::Object methodToJs(Napi::Env env, const c10::FunctionSchema& schema) {
  auto out = Napi::Object::New(env);
  out.Set("name", schema.name());
  out.Set("schema", c10::str(schema));
  auto arguments = Napi::Array::New(env);
  for (uint32_t i = 1; i < schema.arguments().size(); ++i) {
    arguments.Set(i - 1, argumentToJs(env, schema.arguments()[i]));
  }
  out.Set("arguments", arguments);
  const bool tensor =
      schema.returns().size() == 1 && schema.returns()[0].type()->kind() == c10::TypeKind::TensorType;
  out.Set("returnsTensor", tensor);
  return out;
}

Napi::Value jitDescribe(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  const Module& module = moduleOf(info[0]);
  const c10::ClassType& type = *module.type();
  auto out = Napi::Object::New(info.Env());
  out.Set("identity", identity(info.Env(), module._ivalue().get()));
  out.Set("name", type.name() ? type.name()->name() : "");
  auto attributes = Napi::Array::New(info.Env());
  for (uint32_t i = 0; i < type.numAttributes(); ++i) attributes.Set(i, attributeToJs(state, module, i));
  out.Set("attributes", attributes);
  auto constants = Napi::Array::New(info.Env());
  for (uint32_t i = 0; i < type.numConstants(); ++i) constants.Set(i, type.getConstantName(i));
  out.Set("constants", constants);
  auto methods = Napi::Array::New(info.Env());
  uint32_t count = 0;
  for (const auto& method : module.get_methods()) {
    methods.Set(count++, methodToJs(info.Env(), method.function().getSchema()));
  }
  out.Set("methods", methods);
  return out;
}

// (module, name)
Napi::Value jitGet(const Napi::CallbackInfo& info) {
  const c10::IValue value = moduleOf(info[0]).attr(readString(info.Env(), info[1]));
  return {info.Env(), taggedToJs(stateOf(info.Env()), value)};
}

// (module, name, value)
Napi::Value jitSet(const Napi::CallbackInfo& info) {
  Module& module = moduleOf(info[0]);
  const std::string name = readString(info.Env(), info[1]);
  const auto slot = module.type()->findAttributeSlot(name);
  if (!slot) throw ArgumentError("the module has no attribute '" + name + "' that can be set");
  const c10::TypePtr type = module.type()->getAttribute(*slot);
  module.setattr(name, scriptFromJs(stateOf(info.Env()), *type, info[2]));
  return info.Env().Undefined();
}

}  // namespace

void initJit(Napi::Object exports) {
  expose<jitDescribe>(exports, "jitDescribe");
  expose<jitGet>(exports, "jitGet");
  expose<jitSet>(exports, "jitSet");
  initScriptFiles(exports);
  initScriptCalls(exports);
  initScriptPasses(exports);
  initScriptTrace(exports);
  initScriptGraph(exports);
  initTracedSizes(exports);
  initCompiledPackages(exports);
}

}  // namespace ltn
