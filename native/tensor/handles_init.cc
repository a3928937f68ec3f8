// The life of handles, as lib/tensor/lifetimes.ts drives it.
#include "core/boundary.h"
#include "core/codes.h"
#include "core/process.h"
#include "core/state.h"
#include "dispatch/values.h"
#include "tensor/foreign.h"
#include "tensor/init.h"
#include "tensor/storages.h"

namespace ltn {

void EnvState::relieve() {
  if (!sweeper || !tensors.signals()->sweep_wanted) return;
  napi_value function = nullptr, ignored = nullptr;
  if (napi_get_reference_value(env, sweeper, &function) != napi_ok || !function) return;
  const auto status = napi_call_function(env, Napi::Env(env).Undefined(), function, 0, nullptr, &ignored);
  // A worker that is being terminated runs nothing any more: then nothing needs to be swept.
  if (status == napi_pending_exception) napi_get_and_clear_last_exception(env, &ignored);
}

namespace {

// setSweeper(function): called without arguments where a sweep is wanted and no tensor is made.
Napi::Value setSweeper(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  check(info.Env(), napi_create_reference(info.Env(), info[0], 1, &state.sweeper));
  return info.Env().Undefined();
}

// signals(): an ArrayBuffer over HandleTable::Signals.
Napi::Value signals(const Napi::CallbackInfo& info) {
  auto* data = stateOf(info.Env()).tensors.signals();
  return Napi::ArrayBuffer::New(info.Env(), data, sizeof *data);
}

Napi::Value release(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  Handle handle = 0;
  check(info.Env(), napi_get_value_int32(info.Env(), info[0], &handle));
  state.tensors.release(handle);
  return info.Env().Undefined();
}

// releaseMany(handles: Int32Array, count)
Napi::Value releaseMany(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  const auto handles = info[0].As<Napi::Int32Array>();
  const size_t count = std::min<size_t>(info[1].As<Napi::Number>().Uint32Value(), handles.ElementLength());
  for (size_t i = 0; i < count; ++i) state.tensors.release(handles[i]);
  state.tensors.relax();
  return info.Env().Undefined();
}

// adopt(handles: Int32Array, count, wrappers: Tensor[]): from now on each handle lives as long as its
// wrapper.
Napi::Value adopt(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  const auto handles = info[0].As<Napi::Int32Array>();
  const auto wrappers = info[2].As<Napi::Array>();
  const size_t count = std::min<size_t>(info[1].As<Napi::Number>().Uint32Value(), handles.ElementLength());
  state.tensors.adopt(handles.Data(), std::min<size_t>(count, wrappers.Length()), wrappers);
  return info.Env().Undefined();
}

Napi::Value sweep(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  state.graveyard->bury();
  state.boxes->sweep();
  return Napi::Number::New(info.Env(), state.tensors.sweep());
}

// collectedAll(): V8 has collected all generations, and the table has been swept.
Napi::Value collectedAll(const Napi::CallbackInfo& info) {
  stateOf(info.Env()).tensors.collectedAll();
  return info.Env().Undefined();
}

Napi::Value collectedSinceSweep(const Napi::CallbackInfo& info) {
  return Napi::Boolean::New(info.Env(), stateOf(info.Env()).tensors.collectedSinceSweep());
}

// memory(resetPeak)
Napi::Value memory(const Napi::CallbackInfo& info) {
  const auto& tensors = stateOf(info.Env()).tensors;
  auto result = Napi::Object::New(info.Env());
  result.Set("cached", static_cast<double>(cachedBytes()));
  result.Set("peak", static_cast<double>(std::max<int64_t>(storage_peak, 0)));
  if (info[0].ToBoolean()) storage_peak = storage_bytes;
  result.Set("tensors", tensors.live());
  result.Set("bytes", tensors.bytes());
  return result;
}

Napi::Value emptyStorageCache(const Napi::CallbackInfo& info) {
  emptyCache();
  return info.Env().Undefined();
}

// shrinkCache(): whether another call is worthwhile.
Napi::Value shrinkStorageCache(const Napi::CallbackInfo& info) {
  return Napi::Boolean::New(info.Env(), shrinkCache());
}

int64_t bytesOf(const at::Tensor& tensor) {
  return tensor.has_storage() ? static_cast<int64_t>(tensor.storage().nbytes()) : 0;
}

// give(handle, uses, passing): a ticket with which environments of this process take the same storage, `uses`
// times in all. Where the environment is `passing`, the memory of its buffers may end before the storage.
Napi::Value give(const Napi::CallbackInfo& info) {
  const at::Tensor tensor = readTensor(stateOf(info.Env()), info[0]).detach();
  const int64_t uses = readInt(info.Env(), info[1]);
  if (info[2].ToBoolean() && tensor.has_storage()) leaveJs(tensor.storage());
  auto& shared = process();
  const std::lock_guard lock(shared.mutex);
  // It counts for the environment that takes it.
  storage_bytes -= bytesOf(tensor);
  const int64_t ticket = shared.next_ticket++;
  shared.in_transit.emplace(ticket, InTransit{tensor, uses});
  return Napi::Number::New(info.Env(), ticket);
}

// take(ticket): a new tensor on the storage.
Napi::Value take(const Napi::CallbackInfo& info) {
  const int64_t ticket = readInt(info.Env(), info[0]);
  at::Tensor tensor;
  {
    auto& shared = process();
    const std::lock_guard lock(shared.mutex);
    const auto found = shared.in_transit.find(ticket);
    if (found == shared.in_transit.end())
      throw ArgumentError("this shared tensor has been taken or discarded already");
    // Each environment has a tensor object of its own: requiresGrad, grad and hooks belong to one of them.
    tensor = found->second.tensor.detach();
    if (--found->second.uses <= 0) shared.in_transit.erase(found);
  }
  countStorage(bytesOf(tensor));
  return {info.Env(), toJs(stateOf(info.Env()), std::move(tensor))};
}

// discard(ticket): lets go of what nobody will take.
Napi::Value discard(const Napi::CallbackInfo& info) {
  const int64_t ticket = readInt(info.Env(), info[0]);
  auto& shared = process();
  const std::lock_guard lock(shared.mutex);
  shared.in_transit.erase(ticket);
  return info.Env().Undefined();
}

}  // namespace

CodeLists handleCodes() {
  using T = HandleTable;
  return {codesOf<int32_t>("sweepSignal", {{"nothing", T::kNothing},
                                           {"sweep", T::kSweep},
                                           {"collectAndSweep", T::kCollectAndSweep},
                                           {"collectAll", T::kCollectAll}})};
}

void initHandles(Napi::Object exports) {
  expose<setSweeper>(exports, "setSweeper");
  expose<signals>(exports, "signals");
  expose<release>(exports, "release");
  expose<releaseMany>(exports, "releaseMany");
  expose<adopt>(exports, "adopt");
  expose<sweep>(exports, "sweep");
  expose<collectedAll>(exports, "collectedAll");
  expose<collectedSinceSweep>(exports, "collectedSinceSweep");
  expose<memory>(exports, "memory");
  expose<emptyStorageCache>(exports, "emptyCache");
  expose<shrinkStorageCache>(exports, "shrinkCache");
  expose<give>(exports, "give");
  expose<take>(exports, "take");
  expose<discard>(exports, "discard");
}

}  // namespace ltn
