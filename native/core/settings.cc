// Settings of libtorch, which are the process's: every environment sees the same.
#include <ATen/Context.h>
#include <c10/core/AutogradState.h>
#include <c10/core/DefaultDtype.h>
#include <c10/util/Exception.h>

#include <string_view>

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

// Switches that are on or off: some are the process's, and that of gradients' layout is the thread's.
struct Setting {
  std::string_view name;
  bool (*get)();
  void (*set)(bool);
};

c10::AutogradState& autogradState() { return c10::AutogradState::get_tls_state(); }

constexpr Setting kSettings[] = {
    {"sparseInvariants", [] { return at::globalContext().checkSparseTensorInvariants().value_or(false); },
     [](bool on) { at::globalContext().setCheckSparseTensorInvariants(on); }},
    {"warnAlways", [] { return c10::WarningUtils::get_warnAlways(); },
     [](bool on) { c10::WarningUtils::set_warnAlways(on); }},
    {"warnOnStreamMismatch", [] { return at::globalContext().warnOnAccumulateGradStreamMismatch(); },
     [](bool on) { at::globalContext().setWarnOnAccumulateGradStreamMismatch(on); }},
    {"overrideStaleStream", [] { return at::globalContext().overrideStaleCaptureStream(); },
     [](bool on) { at::globalContext().setOverrideStaleCaptureStream(on); }},
    {"gradLayout", [] { return autogradState().get_grad_layout_enforcement_enabled(); },
     [](bool on) { autogradState().set_grad_layout_enforcement_enabled(on); }},
};

const Setting& readSetting(const Napi::CallbackInfo& info) {
  const std::string name = readString(info.Env(), info[0]);
  for (const Setting& one : kSettings)
    if (one.name == name) return one;
  throw ArgumentError("there is no switch '" + name + "'");
}

Napi::Value isSwitchedOn(const Napi::CallbackInfo& info) {
  return Napi::Boolean::New(info.Env(), readSetting(info).get());
}

// switchTo(which, on)
Napi::Value switchTo(const Napi::CallbackInfo& info) {
  readSetting(info).set(info[1].ToBoolean());
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
  expose<isSwitchedOn>(exports, "isSwitchedOn");
  expose<switchTo>(exports, "switchTo");
  expose<setFloat32MatmulPrecision>(exports, "setFloat32MatmulPrecision");
}

}  // namespace ltn
