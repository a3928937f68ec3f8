#include "profiler/session.h"

#include <ATen/Context.h>
#include <c10/util/ApproximateClock.h>
#include <torch/csrc/profiler/kineto_shim.h>

#include <atomic>
#include <cstdlib>
#include <mutex>
#include <set>

#include "core/boundary.h"
#include "core/profiled_work.h"
#include "core/state.h"
#include "dispatch/values.h"
#include "profiler/init.h"
#include "profiler/stacks.h"
#include "tensor/storage_report.h"

namespace ltn {

namespace {

using torch::profiler::impl::ActivityType;
using torch::profiler::impl::ProfilerConfig;
using torch::profiler::impl::ProfilerState;

std::mutex mutex;
// The environment whose profiler has been prepared or runs.
napi_env owner = nullptr;
std::atomic<uint64_t> sessions{0};
thread_local std::unique_ptr<StackCapture> stacks;

// The order of the arguments that prepareProfiler and enableProfiler share.
enum Argument : uint8_t {
  kActivities,
  kGpuFallback,
  kRecordShapes,
  kProfileMemory,
  kWithStack,
  kWithFlops,
  kWithModules,
  kOverloadNames,
  kTraceId
};

bool flag(const Napi::CallbackInfo& info, Argument which) { return info[which].ToBoolean().Value(); }

ProfilerConfig readConfig(const Napi::CallbackInfo& info) {
  torch::profiler::impl::ExperimentalConfig experimental;
  experimental.capture_overload_names = flag(info, kOverloadNames);
  const auto state = flag(info, kGpuFallback) ? ProfilerState::KINETO_GPU_FALLBACK : ProfilerState::KINETO;
  return ProfilerConfig(state, flag(info, kRecordShapes), flag(info, kProfileMemory), flag(info, kWithStack),
                        flag(info, kWithFlops), flag(info, kWithModules), experimental,
                        readString(info.Env(), info[kTraceId]));
}

std::set<ActivityType> readActivities(napi_env env, napi_value value) {
  std::set<ActivityType> activities;
  for (const int64_t code : readInts(env, value)) {
    if (code < 0 || code >= static_cast<int64_t>(ActivityType::NUM_KINETO_ACTIVITIES))
      throw ArgumentError("there is no activity of this number");
    activities.insert(static_cast<ActivityType>(code));
  }
  return activities;
}

// Kineto reads the level of its messages from the environment, and otherwise writes a line to stderr whenever
// a profiler starts or stops. What a worker thread sets by `process.env` is its own, and not seen here.
void quietKineto() {
  static std::once_flag once;
  std::call_once(once, [] {
#ifdef _WIN32
    if (!std::getenv("KINETO_LOG_LEVEL")) _putenv_s("KINETO_LOG_LEVEL", "99");
#else
    setenv("KINETO_LOG_LEVEL", "99", 0);
#endif
  });
}

void claim(napi_env env) {
  quietKineto();
  const std::lock_guard lock(mutex);
  if (owner && owner != env)
    throw KindError("torch",
                    "another thread of this process uses the profiler; there is one for all threads");
  owner = env;
}

// After this, what was recorded belongs to nobody's session.
void finish() {
  ++sessions;
  stacks.reset();
  watchStorages(false);
  const std::lock_guard lock(mutex);
  owner = nullptr;
}

Napi::Value prepareProfiler(const Napi::CallbackInfo& info) {
  claim(info.Env());
  const auto config = readConfig(info);
  requireNoProfiledWork();
  torch::autograd::profiler::prepareProfiler(config, readActivities(info.Env(), info[kActivities]));
  return info.Env().Undefined();
}

// enableProfiler(…the same, what is called for stacks or null)
Napi::Value enableProfiler(const Napi::CallbackInfo& info) {
  claim(info.Env());
  const auto config = readConfig(info);
  requireNoProfiledWork();
  ++sessions;
  torch::autograd::profiler::enableProfiler(config, readActivities(info.Env(), info[kActivities]));
  const auto function = info[kTraceId + 1];
  stacks.reset();
  if (function.IsFunction()) stacks = std::make_unique<StackCapture>(info.Env(), function);
  watchStorages(config.profile_memory);
  return info.Env().Undefined();
}

Napi::Value disableProfiler(const Napi::CallbackInfo& info) {
  requireNoProfiledWork();
  stacks.reset();
  std::shared_ptr<ProfilerResult> result = torch::autograd::profiler::disableProfiler();
  finish();
  if (!result) result = std::make_shared<ProfilerResult>();
  const auto bytes = static_cast<int64_t>(result->events().size() * 512 + 1024);
  return box(info.Env(), std::move(result), bytes);
}

// emitRanges(ITT rather than NVTX, record shapes): from now on each operator is a range for VTune or Nsight.
Napi::Value emitRanges(const Napi::CallbackInfo& info) {
  claim(info.Env());
  const auto state = info[0].ToBoolean() ? ProfilerState::ITT : ProfilerState::NVTX;
  requireNoProfiledWork();
  ++sessions;
  torch::autograd::profiler::enableProfiler(
      ProfilerConfig(state, info[1].ToBoolean(), false, false, false, false), {});
  return info.Env().Undefined();
}

Napi::Value profilerEnabled(const Napi::CallbackInfo& info) {
  return Napi::Boolean::New(info.Env(), torch::profiler::impl::profilerEnabled());
}

// toggleProfiler(enable, activities)
Napi::Value toggleProfiler(const Napi::CallbackInfo& info) {
  torch::autograd::profiler::toggleCollectionDynamic(info[0].ToBoolean(),
                                                     readActivities(info.Env(), info[1]));
  return info.Env().Undefined();
}

// addProfilerMetadata(key, JSON)
Napi::Value addProfilerMetadata(const Napi::CallbackInfo& info) {
  torch::autograd::profiler::addMetadataJson(readString(info.Env(), info[0]),
                                             readString(info.Env(), info[1]));
  return info.Env().Undefined();
}

// The clock of the events, in nanoseconds since 1970.
Napi::Value profilerTime(const Napi::CallbackInfo& info) {
  return Napi::BigInt::New(info.Env(), static_cast<int64_t>(c10::getTime()));
}

Napi::Value isKinetoStopped(const Napi::CallbackInfo& info) {
  return Napi::Boolean::New(info.Env(), torch::autograd::profiler::isKinetoStopped());
}

// An environment that ends while it profiles leaves the profiler to others.
void abandon(void* data) {
  {
    const std::lock_guard lock(mutex);
    if (owner != static_cast<napi_env>(data)) return;
  }
  try {
    stacks.reset();
    if (torch::profiler::impl::profilerEnabled()) torch::autograd::profiler::disableProfiler();
  } catch (...) {
    // Nobody is left who could be told.
  }
  finish();
}

}  // namespace

uint64_t profilerSession() { return sessions; }

void initProfiler(Napi::Object exports) {
  expose<prepareProfiler>(exports, "prepareProfiler");
  expose<enableProfiler>(exports, "enableProfiler");
  expose<disableProfiler>(exports, "disableProfiler");
  expose<emitRanges>(exports, "emitRanges");
  expose<profilerEnabled>(exports, "profilerEnabled");
  expose<toggleProfiler>(exports, "toggleProfiler");
  expose<addProfilerMetadata>(exports, "addProfilerMetadata");
  expose<profilerTime>(exports, "profilerTime");
  expose<isKinetoStopped>(exports, "isKinetoStopped");
  initProfilerEvents(exports);
  initRecord(exports);
  napi_add_env_cleanup_hook(exports.Env(), &abandon, static_cast<napi_env>(exports.Env()));
}

}  // namespace ltn
