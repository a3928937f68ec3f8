// Settings of libtorch, which are the process's: every environment sees the same.
#include <ATen/Context.h>
#include <c10/core/DefaultDtype.h>

#include "core/boundary.h"
#include "core/init.h"
#include "dispatch/values.h"

namespace ltn {

namespace {

Napi::Value setDefaultDtype(const Napi::CallbackInfo& info) {
  const auto type = readDtype(info.Env(), info[0]);
  if (!at::isFloatingType(type))
    throw ArgumentError("only floating-point types are supported as the default type");
  c10::set_default_dtype(c10::scalarTypeToTypeMeta(type));
  return info.Env().Undefined();
}

Napi::Value getDefaultDtype(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), static_cast<int>(c10::get_default_dtype_as_scalartype()));
}

// setDeterministic(enabled, warnOnly)
Napi::Value setDeterministic(const Napi::CallbackInfo& info) {
  at::globalContext().setDeterministicAlgorithms(info[0].As<Napi::Boolean>(), info[1].As<Napi::Boolean>());
  return info.Env().Undefined();
}

Napi::Value isDeterministic(const Napi::CallbackInfo& info) {
  return Napi::Boolean::New(info.Env(), at::globalContext().deterministicAlgorithms());
}

Napi::Value isDeterministicWarnOnly(const Napi::CallbackInfo& info) {
  return Napi::Boolean::New(info.Env(), at::globalContext().deterministicAlgorithmsWarnOnly());
}

// setFlushDenormal(enabled): whether the processor can.
Napi::Value setFlushDenormal(const Napi::CallbackInfo& info) {
  return Napi::Boolean::New(info.Env(), at::globalContext().setFlushDenormal(info[0].As<Napi::Boolean>()));
}

Napi::Value setFloat32MatmulPrecision(const Napi::CallbackInfo& info) {
  at::globalContext().setFloat32MatmulPrecision(readString(info.Env(), info[0]));
  return info.Env().Undefined();
}

}  // namespace

void initSettings(Napi::Object exports) {
  expose<setDefaultDtype>(exports, "setDefaultDtype");
  expose<getDefaultDtype>(exports, "getDefaultDtype");
  expose<setDeterministic>(exports, "setDeterministic");
  expose<isDeterministic>(exports, "isDeterministic");
  expose<isDeterministicWarnOnly>(exports, "isDeterministicWarnOnly");
  expose<setFlushDenormal>(exports, "setFlushDenormal");
  expose<setFloat32MatmulPrecision>(exports, "setFloat32MatmulPrecision");
}

}  // namespace ltn
