// What only CUDA's allocator has: a limit, a snapshot, pools; and warnings of operators that wait for the
// GPU. In the CPU flavour each of these functions says that there is no CUDA.
#ifdef LTN_CUDA
#include <ATen/cuda/MemPool.h>
#include <c10/cuda/CUDACachingAllocator.h>
#include <c10/cuda/CUDAFunctions.h>

#include <thread>
#endif

#include "core/boundary.h"
#include "core/state.h"
#include "cuda/init.h"
#include "dispatch/values.h"

namespace ltn {

#ifdef LTN_CUDA

template <>
struct BoxName<at::cuda::MemPool> {
  static constexpr const char* kName = "MemPool";
};

namespace {

namespace ca = c10::cuda::CUDACachingAllocator;

Napi::Value getMemoryFraction(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), ca::getMemoryFraction(readCudaDevice(info, 0).index()));
}

// setMemoryFraction(index, fraction)
Napi::Value setMemoryFraction(const Napi::CallbackInfo& info) {
  const auto device = readCudaDevice(info, 0);
  ca::setMemoryFraction(info[1].ToNumber().DoubleValue(), device.index());
  return info.Env().Undefined();
}

// enableCaching(value): whether it was so before. Without it, memory comes from the driver and goes back to
// it.
Napi::Value enableCaching(const Napi::CallbackInfo& info) {
  cudaInitialize();
  const bool former = ca::isEnabled();
  ca::enable(info[0].ToBoolean());
  return Napi::Boolean::New(info.Env(), former);
}

Napi::Value getSyncDebugMode(const Napi::CallbackInfo& info) {
  cudaInitialize();
  return Napi::Number::New(info.Env(), static_cast<int>(c10::cuda::warning_state().get_sync_debug_mode()));
}

// setSyncDebugMode(mode): 0 is silent, 1 warns, 2 throws.
Napi::Value setSyncDebugMode(const Napi::CallbackInfo& info) {
  cudaInitialize();
  const int64_t mode = readInt(info.Env(), info[0]);
  if (mode < 0 || mode > 2) throw ArgumentError("there is no such mode");
  c10::cuda::warning_state().set_sync_debug_mode(static_cast<c10::cuda::SyncDebugMode>(mode));
  return info.Env().Undefined();
}

at::cuda::MemPool& poolOf(const Napi::CallbackInfo& info, size_t index) {
  return *unbox<at::cuda::MemPool>(info.Env(), info[index]);
}

Napi::Value idToJs(Napi::Env env, const c10::MempoolId_t& id) {
  auto pair = Napi::Array::New(env, 2);
  pair.Set(0u, Napi::Value(env, intToJs(env, static_cast<int64_t>(id.first))));
  pair.Set(1u, Napi::Value(env, intToJs(env, static_cast<int64_t>(id.second))));
  return pair;
}

// newPool(use it when memory is short, never split its segments)
Napi::Value newPool(const Napi::CallbackInfo& info) {
  cudaInitialize();
  auto pool = std::make_shared<at::cuda::MemPool>(nullptr, true, info[0].ToBoolean(), info[1].ToBoolean());
  return box(info.Env(), std::move(pool));
}

Napi::Value poolId(const Napi::CallbackInfo& info) { return idToJs(info.Env(), poolOf(info, 0).id()); }

Napi::Value poolUses(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), poolOf(info, 0).use_count());
}

// beginPool(pool, index of a device): what this thread allocates comes from the pool.
Napi::Value beginPool(const Napi::CallbackInfo& info) {
  const auto device = readCudaDevice(info, 1);
  const auto thread = std::this_thread::get_id();
  ca::beginAllocateToPool(device.index(), poolOf(info, 0).id(),
                          [thread](cudaStream_t) { return std::this_thread::get_id() == thread; });
  return info.Env().Undefined();
}

// endPool(pool, index of a device)
Napi::Value endPool(const Napi::CallbackInfo& info) {
  const auto device = readCudaDevice(info, 1);
  ca::endAllocateToPool(device.index(), poolOf(info, 0).id());
  ca::releasePool(device.index(), poolOf(info, 0).id());
  return info.Env().Undefined();
}

Napi::Object blockToJs(Napi::Env env, const ca::BlockInfo& block, size_t address) {
  const auto number = [&](size_t value) {
    return Napi::Value(env, intToJs(env, static_cast<int64_t>(value)));
  };
  auto object = Napi::Object::New(env);
  object.Set("address", number(address));
  object.Set("size", number(block.size));
  object.Set("requestedSize", number(block.requested_size));
  object.Set("state", block.allocated ? "activeAllocated" : block.active ? "activePendingFree" : "inactive");
  return object;
}

Napi::Object segmentToJs(Napi::Env env, const ca::SegmentInfo& segment) {
  const auto number = [&](size_t value) {
    return Napi::Value(env, intToJs(env, static_cast<int64_t>(value)));
  };
  auto object = Napi::Object::New(env);
  object.Set("device", static_cast<int>(segment.device));
  object.Set("address", number(segment.address));
  object.Set("totalSize", number(segment.total_size));
  object.Set("allocatedSize", number(segment.allocated_size));
  object.Set("activeSize", number(segment.active_size));
  object.Set("requestedSize", number(segment.requested_size));
  object.Set("stream", number(reinterpret_cast<uintptr_t>(segment.stream)));
  object.Set("segmentType", segment.is_large ? "large" : "small");
  object.Set("segmentPoolId", idToJs(env, segment.owner_private_pool_id));
  object.Set("isExpandable", segment.is_expandable);
  auto blocks = Napi::Array::New(env, segment.blocks.size());
  size_t address = segment.address;
  for (uint32_t i = 0; i < segment.blocks.size(); ++i) {
    blocks.Set(i, blockToJs(env, segment.blocks[i], address));
    address += segment.blocks[i].size;
  }
  object.Set("blocks", blocks);
  return object;
}

// memorySnapshot(id of a pool or null): the segments.
Napi::Value memorySnapshot(const Napi::CallbackInfo& info) {
  cudaInitialize();
  c10::MempoolId_t pool{0, 0};
  if (!info[0].IsNull()) {
    const auto ids = readInts(info.Env(), info[0]);
    if (ids.size() != 2) throw ArgumentError("a pool has two numbers");
    pool = {static_cast<uint64_t>(ids[0]), static_cast<uint64_t>(ids[1])};
  }
  const auto snapshot = ca::snapshot(pool);
  auto segments = Napi::Array::New(info.Env(), snapshot.segments.size());
  for (uint32_t i = 0; i < snapshot.segments.size(); ++i)
    segments.Set(i, segmentToJs(info.Env(), snapshot.segments[i]));
  return segments;
}

}  // namespace

#define LTN_WITH_CUDA(function) function

#else

namespace {

Napi::Value withoutCuda(const Napi::CallbackInfo& info) {
  requireCudaBuild();
  return info.Env().Undefined();
}

}  // namespace

#define LTN_WITH_CUDA(function) withoutCuda

#endif

void initCudaAllocator(Napi::Object exports) {
  expose<LTN_WITH_CUDA(getMemoryFraction)>(exports, "cudaMemoryFraction");
  expose<LTN_WITH_CUDA(setMemoryFraction)>(exports, "cudaSetMemoryFraction");
  expose<LTN_WITH_CUDA(enableCaching)>(exports, "cudaEnableCaching");
  expose<LTN_WITH_CUDA(getSyncDebugMode)>(exports, "cudaSyncDebugMode");
  expose<LTN_WITH_CUDA(setSyncDebugMode)>(exports, "cudaSetSyncDebugMode");
  expose<LTN_WITH_CUDA(newPool)>(exports, "newPool");
  expose<LTN_WITH_CUDA(poolId)>(exports, "poolId");
  expose<LTN_WITH_CUDA(poolUses)>(exports, "poolUses");
  expose<LTN_WITH_CUDA(beginPool)>(exports, "beginPool");
  expose<LTN_WITH_CUDA(endPool)>(exports, "endPool");
  expose<LTN_WITH_CUDA(memorySnapshot)>(exports, "cudaMemorySnapshot");
}

}  // namespace ltn
