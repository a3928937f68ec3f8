// The device's caching allocator, through the interface that all accelerators share.
#include <ATen/Context.h>
#include <c10/core/CachingDeviceAllocator.h>

#include "core/boundary.h"
#include "core/state.h"
#include "cuda/init.h"
#include "dispatch/values.h"

namespace ltn {

namespace {

using c10::CachingAllocator::Stat;
using c10::CachingAllocator::StatArray;
using c10::CachingDeviceAllocator::DeviceStats;

c10::DeviceAllocator& allocator() { return *c10::getDeviceAllocator(c10::kCUDA); }

// Whether anything was ever put on a GPU; asking does not initialize CUDA.
bool isInitialized() { return hasCudaBuild() && allocator().initialized(); }

void setNumber(Napi::Object& target, const std::string& name, int64_t value) {
  target.Set(name, Napi::Value(target.Env(), intToJs(target.Env(), value)));
}

void setStat(Napi::Object& target, const std::string& name, const Stat& stat) {
  setNumber(target, name + ".current", stat.current);
  setNumber(target, name + ".peak", stat.peak);
  setNumber(target, name + ".allocated", stat.allocated);
  setNumber(target, name + ".freed", stat.freed);
}

void setStats(Napi::Object& target, const std::string& name, const StatArray& stats) {
  constexpr const char* kPools[] = {"all", "small_pool", "large_pool"};
  static_assert(std::tuple_size_v<StatArray> == std::size(kPools));
  for (size_t i = 0; i < stats.size(); ++i) setStat(target, name + "." + kPools[i], stats[i]);
}

constexpr std::pair<const char*, StatArray DeviceStats::*> kPools[] = {
    {"allocation", &DeviceStats::allocation},
    {"segment", &DeviceStats::segment},
    {"active", &DeviceStats::active},
    {"inactive_split", &DeviceStats::inactive_split},
    {"allocated_bytes", &DeviceStats::allocated_bytes},
    {"reserved_bytes", &DeviceStats::reserved_bytes},
    {"active_bytes", &DeviceStats::active_bytes},
    {"inactive_split_bytes", &DeviceStats::inactive_split_bytes},
    {"requested_bytes", &DeviceStats::requested_bytes},
};

constexpr std::pair<const char*, int64_t DeviceStats::*> kCounts[] = {
    {"num_alloc_retries", &DeviceStats::num_alloc_retries},
    {"num_ooms", &DeviceStats::num_ooms},
    {"num_sync_all_streams", &DeviceStats::num_sync_all_streams},
    {"num_device_alloc", &DeviceStats::num_device_alloc},
    {"num_device_free", &DeviceStats::num_device_free},
    {"max_split_size", &DeviceStats::max_split_size},
};

Napi::Value cudaIsInitialized(const Napi::CallbackInfo& info) {
  return Napi::Boolean::New(info.Env(), isInitialized());
}

// cudaMemoryStats(index): Python's flat names; empty before the first use of a GPU.
Napi::Value cudaMemoryStats(const Napi::CallbackInfo& info) {
  auto result = Napi::Object::New(info.Env());
  if (!isInitialized()) return result;
  const auto device = readCudaDevice(info, 0);
  const auto stats = allocator().getDeviceStats(device.index());
  for (const auto& [name, member] : kPools) setStats(result, name, stats.*member);
  for (const auto& [name, member] : kCounts) setNumber(result, name, stats.*member);
  setStat(result, "oversize_allocations", stats.oversize_allocations);
  setStat(result, "oversize_segments", stats.oversize_segments);
  return result;
}

Napi::Value cudaResetPeakStats(const Napi::CallbackInfo& info) {
  const auto device = readCudaDevice(info, 0);
  allocator().resetPeakStats(device.index());
  return info.Env().Undefined();
}

Napi::Value cudaResetAccumulatedStats(const Napi::CallbackInfo& info) {
  const auto device = readCudaDevice(info, 0);
  allocator().resetAccumulatedStats(device.index());
  return info.Env().Undefined();
}

// cudaMemoryInfo(index): [free, total] bytes of the device.
Napi::Value cudaMemoryInfo(const Napi::CallbackInfo& info) {
  const auto device = readCudaDevice(info, 0);
  const auto [free, total] = allocator().getMemoryInfo(device.index());
  auto result = Napi::Array::New(info.Env(), 2);
  result.Set(0u, static_cast<double>(free));
  result.Set(1u, static_cast<double>(total));
  return result;
}

Napi::Value cudaEmptyCache(const Napi::CallbackInfo& info) {
  if (isInitialized()) allocator().emptyCache();
  return info.Env().Undefined();
}

}  // namespace

void initCudaMemory(Napi::Object exports) {
  expose<cudaIsInitialized>(exports, "cudaIsInitialized");
  expose<cudaMemoryStats>(exports, "cudaMemoryStats");
  expose<cudaResetPeakStats>(exports, "cudaResetPeakStats");
  expose<cudaResetAccumulatedStats>(exports, "cudaResetAccumulatedStats");
  expose<cudaMemoryInfo>(exports, "cudaMemoryInfo");
  expose<cudaEmptyCache>(exports, "cudaEmptyCache");
}

}  // namespace ltn
