// What a session has recorded, as JavaScript objects, and its file for Chrome and Perfetto.
#include <ATen/core/ivalue.h>
#include <ActivityType.h>

#include "core/boundary.h"
#include "core/state.h"
#include "dispatch/values.h"
#include "profiler/init.h"
#include "profiler/session.h"

namespace ltn {

namespace {

using torch::autograd::profiler::KinetoEvent;
using torch::profiler::impl::shape;

Napi::Value strings(Napi::Env env, c10::ArrayRef<std::string> values) {
  auto array = Napi::Array::New(env, values.size());
  for (uint32_t i = 0; i < values.size(); ++i) array.Set(i, Napi::String::New(env, values[i]));
  return array;
}

Napi::Value listsOfInts(Napi::Env env, c10::ArrayRef<std::vector<int64_t>> values) {
  auto array = Napi::Array::New(env, values.size());
  for (uint32_t i = 0; i < values.size(); ++i) array.Set(i, Napi::Value(env, intsToJs(env, values[i])));
  return array;
}

Napi::Value shapes(Napi::Env env, c10::ArrayRef<shape> values) {
  auto array = Napi::Array::New(env, values.size());
  for (uint32_t i = 0; i < values.size(); ++i) {
    const auto* const one = std::get_if<std::vector<int64_t>>(&values[i]);
    array.Set(i, one ? Napi::Value(env, intsToJs(env, *one))
                     : listsOfInts(env, std::get<std::vector<std::vector<int64_t>>>(values[i])));
  }
  return array;
}

// Numbers, strings, and lists of them; null for anything else, as Python has None for tensors.
Napi::Value plainValue(EnvState& state, const c10::IValue& value) {
  const Napi::Env env(state.env);
  if (value.isScalar() || value.isString() || value.isDevice()) return {env, toJs(state, c10::IValue(value))};
  if (!value.isList() || value.isTensorList()) return env.Null();
  const auto list = value.toListRef();
  auto array = Napi::Array::New(env, list.size());
  for (uint32_t i = 0; i < list.size(); ++i) array.Set(i, plainValue(state, list[i]));
  return array;
}

Napi::Value plainValues(EnvState& state, c10::ArrayRef<c10::IValue> values) {
  auto array = Napi::Array::New(state.env, values.size());
  for (uint32_t i = 0; i < values.size(); ++i) array.Set(i, plainValue(state, values[i]));
  return array;
}

Napi::Value keywordValues(EnvState& state, const std::unordered_map<std::string, c10::IValue>& values) {
  auto object = Napi::Object::New(state.env);
  for (const auto& [name, value] : values) object.Set(name, plainValue(state, value));
  return object;
}

bool isAnnotation(const KinetoEvent& event) {
  const auto type = static_cast<libkineto::ActivityType>(event.activityType());
  return type == libkineto::ActivityType::USER_ANNOTATION ||
         type == libkineto::ActivityType::GPU_USER_ANNOTATION;
}

// Microseconds since the start of the trace.
double since(uint64_t start, uint64_t time) {
  return static_cast<double>(static_cast<int64_t>(time - start)) / 1000;
}

void setIdentity(Napi::Object& target, const KinetoEvent& event, uint64_t start) {
  target.Set("name", event.name());
  target.Set("overloadName", event.overload_name());
  target.Set("id", static_cast<double>(event.correlationId()));
  target.Set("linkedId", static_cast<double>(event.linkedCorrelationId()));
  target.Set("start", since(start, event.startNs()));
  target.Set("end", since(start, event.endNs()));
  target.Set("thread", static_cast<double>(event.startThreadId()));
  target.Set("endThread", static_cast<double>(event.endThreadId()));
  target.Set("forwardThread", static_cast<double>(event.fwdThreadId()));
  target.Set("deviceType", static_cast<int>(event.deviceType()));
  target.Set("deviceIndex", event.deviceIndex());
  target.Set("deviceResource", static_cast<double>(event.deviceResourceId()));
  target.Set("isAsync", event.isAsync());
  target.Set("hidden", event.isHiddenEvent());
  target.Set("isAnnotation", isAnnotation(event));
  target.Set("activityType", event.activityType());
}

void setContents(EnvState& state, Napi::Object& target, const KinetoEvent& event, bool gpu_times) {
  const Napi::Env env(state.env);
  target.Set("shapes", listsOfInts(env, event.shapes()));
  target.Set("structuredShapes", shapes(env, event.structuredInputShapes()));
  target.Set("strides", shapes(env, event.structuredInputStrides()));
  target.Set("dtypes", strings(env, event.dtypes()));
  target.Set("inputs", plainValues(state, event.concreteInputs()));
  target.Set("keywords", keywordValues(state, event.kwinputs()));
  target.Set("stack", strings(env, event.stack()));
  target.Set("modules", strings(env, event.moduleHierarchy()));
  target.Set("scope", event.scope());
  target.Set("sequence", static_cast<double>(event.sequenceNr()));
  target.Set("flops", static_cast<double>(event.flops()));
  target.Set("bytes", static_cast<double>(event.nBytes()));
  target.Set("gpuTime", gpu_times ? static_cast<double>(event.cudaElapsedUs()) : -1.0);
}

// profilerEvents(result, whether libtorch timed kernels itself)
Napi::Value profilerEvents(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  const auto& result = *unbox<ProfilerResult>(info.Env(), info[0]);
  const bool gpu_times = info[1].ToBoolean();
  const auto& events = result.events();
  auto array = Napi::Array::New(info.Env(), events.size());
  for (uint32_t i = 0; i < events.size(); ++i) {
    const Napi::HandleScope scope(info.Env());
    auto object = Napi::Object::New(info.Env());
    setIdentity(object, events[i], result.trace_start_ns());
    setContents(state, object, events[i], gpu_times);
    array.Set(i, object);
  }
  return array;
}

// The start of the trace in nanoseconds since 1970.
Napi::Value profilerStart(const Napi::CallbackInfo& info) {
  return Napi::BigInt::New(
      info.Env(), static_cast<uint64_t>(unbox<ProfilerResult>(info.Env(), info[0])->trace_start_ns()));
}

// saveProfile(result, path); a result can be written once.
Napi::Value saveProfile(const Napi::CallbackInfo& info) {
  unbox<ProfilerResult>(info.Env(), info[0])->save(readString(info.Env(), info[1]));
  return info.Env().Undefined();
}

}  // namespace

void initProfilerEvents(Napi::Object exports) {
  expose<profilerEvents>(exports, "profilerEvents");
  expose<profilerStart>(exports, "profilerStart");
  expose<saveProfile>(exports, "saveProfile");
}

}  // namespace ltn
