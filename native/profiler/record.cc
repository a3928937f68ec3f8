// Spans that JavaScript names (record_function), and execution traces.
#include <torch/csrc/autograd/record_function_ops.h>
#include <torch/csrc/profiler/standalone/execution_trace_observer.h>

#include <optional>

#include "core/boundary.h"
#include "core/state.h"
#include "dispatch/values.h"
#include "profiler/init.h"
#include "profiler/session.h"

namespace ltn {

namespace {

using torch::autograd::profiler::PythonRecordFunction;

struct Span {
  c10::intrusive_ptr<PythonRecordFunction> record;
  uint64_t session;

  Span() = default;
  Span(const Span&) = delete;
  Span& operator=(const Span&) = delete;
  ~Span() { end(); }

  // What the profiler keeps of a span is gone when its session is, so a span that outlives it is never ended.
  void end() {
    if (!record) return;
    if (record->record.isActive() && session != profilerSession()) {
      (void)record.release();
    } else {
      record.reset();
    }
  }
};

}  // namespace

template <>
struct BoxName<Span> {
  static constexpr const char* kName = "Span";
};

namespace {

// beginSpan(name, arguments or null)
Napi::Value beginSpan(const Napi::CallbackInfo& info) {
  std::optional<std::string> arguments;
  if (info[1].IsString()) arguments = readString(info.Env(), info[1]);
  auto span = std::make_shared<Span>();
  span->session = profilerSession();
  span->record =
      torch::autograd::profiler::record_function_enter_new(readString(info.Env(), info[0]), arguments);
  return box(info.Env(), std::move(span), 256);
}

Napi::Value endSpan(const Napi::CallbackInfo& info) {
  unbox<Span>(info.Env(), info[0])->end();
  return info.Env().Undefined();
}

Napi::Value addExecutionTrace(const Napi::CallbackInfo& info) {
  return Napi::Boolean::New(
      info.Env(), torch::profiler::impl::addExecutionTraceObserver(readString(info.Env(), info[0])));
}

Napi::Value removeExecutionTrace(const Napi::CallbackInfo& info) {
  torch::profiler::impl::removeExecutionTraceObserver();
  return info.Env().Undefined();
}

Napi::Value enableExecutionTrace(const Napi::CallbackInfo& info) {
  if (info[0].ToBoolean()) {
    torch::profiler::impl::enableExecutionTraceObserver();
  } else {
    torch::profiler::impl::disableExecutionTraceObserver();
  }
  return info.Env().Undefined();
}

}  // namespace

void initRecord(Napi::Object exports) {
  expose<beginSpan>(exports, "beginSpan");
  expose<endSpan>(exports, "endSpan");
  expose<addExecutionTrace>(exports, "addExecutionTrace");
  expose<removeExecutionTrace>(exports, "removeExecutionTrace");
  expose<enableExecutionTrace>(exports, "enableExecutionTrace");
}

}  // namespace ltn
