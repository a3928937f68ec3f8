// Graphs of an accelerator's work, its pinned memory and its dtypes, through libtorch's device-generic
// interfaces.
#include <ATen/Context.h>
#include <ATen/DeviceAccelerator.h>
#include <ATen/accelerator/Graph.h>
#include <ATen/core/CachingHostAllocator.h>
#include <c10/core/impl/VirtualGuardImpl.h>

#include "core/boundary.h"
#include "core/box.h"
#include "core/state.h"
#include "cuda/graph_impl.h"
#include "cuda/init.h"
#include "dispatch/values.h"

namespace ltn {

template <>
struct BoxName<at::accelerator::Graph> {
  static constexpr const char* kName = "Graph";
};

namespace {

using at::accelerator::Graph;

Graph& graphOf(const Napi::CallbackInfo& info) { return *unbox<Graph>(info.Env(), info[0]); }

// newGraph(keep): throws where there is no accelerator.
Napi::Value newGraph(const Napi::CallbackInfo& info) {
  at::getAccelerator(true);
  return box(info.Env(), std::make_shared<Graph>(info[0].ToBoolean()));
}

// graphBegin(graph, pool or null, mode)
Napi::Value graphBegin(const Napi::CallbackInfo& info) {
  c10::MempoolId_t pool{0, 0};
  if (!info[1].IsNull()) {
    const auto ids = readInts(info.Env(), info[1]);
    if (ids.size() != 2 || ids[0] < 0 || ids[1] < 0) throw ArgumentError("a pool has two numbers from 0");
    pool = {static_cast<uint64_t>(ids[0]), static_cast<uint64_t>(ids[1])};
  }
  const int64_t mode = readInt(info.Env(), info[2]);
  if (mode < 0 || mode > static_cast<int64_t>(at::GraphCaptureMode::Relaxed))
    throw ArgumentError("there is no such mode of capture");
  graphOf(info).capture_begin(pool, static_cast<at::GraphCaptureMode>(mode));
  return info.Env().Undefined();
}

template <void (Graph::*kMethod)()>
Napi::Value graphCall(const Napi::CallbackInfo& info) {
  (graphOf(info).*kMethod)();
  return info.Env().Undefined();
}

Napi::Value graphPool(const Napi::CallbackInfo& info) {
  const auto [first, second] = graphOf(info).pool();
  auto out = Napi::Array::New(info.Env(), 2);
  out.Set(0u, static_cast<double>(first));
  out.Set(1u, static_cast<double>(second));
  return out;
}

// graphDump(graph, path)
Napi::Value graphDump(const Napi::CallbackInfo& info) {
  graphOf(info).debug_dump(readString(info.Env(), info[1]));
  return info.Env().Undefined();
}

at::HostAllocator* hostAllocator() { return hasCudaBuild() ? at::getHostAllocator(c10::kCUDA) : nullptr; }

Napi::Value emptyHostCache(const Napi::CallbackInfo& info) {
  if (auto* allocator = hostAllocator()) allocator->empty_cache();
  return info.Env().Undefined();
}

// resetHostStats(the peaks, rather than the sums)
Napi::Value resetHostStats(const Napi::CallbackInfo& info) {
  auto* allocator = hostAllocator();
  if (!allocator) return info.Env().Undefined();
  if (info[0].ToBoolean()) {
    allocator->reset_peak_stats();
  } else {
    allocator->reset_accumulated_stats();
  }
  return info.Env().Undefined();
}

void setHostNumber(Napi::Object& target, const std::string& name, int64_t value) {
  target.Set(name, Napi::Value(target.Env(), intToJs(target.Env(), value)));
}

void setHostStat(Napi::Object& target, const std::string& name, const c10::CachingAllocator::Stat& stat) {
  setHostNumber(target, name + ".current", stat.current);
  setHostNumber(target, name + ".peak", stat.peak);
  setHostNumber(target, name + ".allocated", stat.allocated);
  setHostNumber(target, name + ".freed", stat.freed);
}

void setDuration(Napi::Object& target, const std::string& name,
                 const c10::CachingAllocator::DurationStat& stat) {
  setHostNumber(target, name + ".total", stat.total);
  setHostNumber(target, name + ".max", stat.max);
  setHostNumber(target, name + ".min", stat.min);
  setHostNumber(target, name + ".count", stat.count);
  setHostNumber(target, name + ".avg", stat.count > 0 ? stat.total / stat.count : 0);
}

// Python's flat names; empty in a CPU build.
Napi::Value hostStats(const Napi::CallbackInfo& info) {
  auto out = Napi::Object::New(info.Env());
  auto* allocator = hostAllocator();
  if (!allocator) return out;
  const auto stats = allocator->get_stats();
  setHostStat(out, "allocations", stats.allocations);
  setHostStat(out, "allocated_bytes", stats.allocated_bytes);
  setHostStat(out, "active_requests", stats.active_requests);
  setHostStat(out, "active_bytes", stats.active_bytes);
  setDuration(out, "host_alloc_time", stats.host_alloc_time);
  setDuration(out, "host_free_time", stats.host_free_time);
  setHostNumber(out, "num_host_alloc", stats.num_host_alloc);
  setHostNumber(out, "num_host_free", stats.num_host_free);
  return out;
}

// deviceDtypes(index): codes of the dtypes that a GPU can hold.
Napi::Value deviceDtypes(const Napi::CallbackInfo& info) {
  const auto device = readCudaDevice(info, 0);
  auto out = Napi::Array::New(info.Env());
  const c10::impl::VirtualGuardImpl guard(c10::kCUDA);
  guard.getDeviceCapability(device).forEachSupportedScalarType(
      [&](c10::ScalarType type) { out.Set(out.Length(), static_cast<int>(type)); });
  return out;
}

}  // namespace

void initAcceleratorGraphs(Napi::Object exports) {
  registerCudaGraphs();
  expose<newGraph>(exports, "newGraph");
  expose<graphBegin>(exports, "graphBegin");
  expose<graphCall<&Graph::capture_end>>(exports, "graphEnd");
  expose<graphCall<&Graph::instantiate>>(exports, "graphInstantiate");
  expose<graphCall<&Graph::replay>>(exports, "graphReplay");
  expose<graphCall<&Graph::reset>>(exports, "graphReset");
  expose<graphCall<&Graph::enable_debug_mode>>(exports, "graphDebug");
  expose<graphPool>(exports, "graphPool");
  expose<graphDump>(exports, "graphDump");
  expose<emptyHostCache>(exports, "emptyHostCache");
  expose<resetHostStats>(exports, "resetHostStats");
  expose<hostStats>(exports, "hostStats");
  expose<deviceDtypes>(exports, "deviceDtypes");
}

}  // namespace ltn
