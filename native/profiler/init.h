#pragma once

#include <napi.h>

namespace ltn {

// Kineto's profiler (session.cc), what it has recorded (events.cc), spans of JavaScript (record.cc) and
// execution traces (execution_trace.cc).
void initProfiler(Napi::Object exports);
void initProfilerEvents(Napi::Object exports);
void initRecord(Napi::Object exports);

}  // namespace ltn
