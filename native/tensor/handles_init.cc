// The life of handles, as lib/handles.ts drives it.
#include "core/boundary.h"
#include "core/process.h"
#include "core/state.h"
#include "tensor/init.h"

namespace ltn {

namespace {

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
  return Napi::Number::New(info.Env(), state.tensors.sweep());
}

Napi::Value collectedSinceSweep(const Napi::CallbackInfo& info) {
  return Napi::Boolean::New(info.Env(), stateOf(info.Env()).tensors.collectedSinceSweep());
}

Napi::Value memory(const Napi::CallbackInfo& info) {
  const auto& tensors = stateOf(info.Env()).tensors;
  auto result = Napi::Object::New(info.Env());
  result.Set("tensors", tensors.live());
  result.Set("bytes", tensors.bytes());
  return result;
}

// give(handle, uses): a ticket with which environments of this process take the same storage, `uses` times in
// all.
Napi::Value give(const Napi::CallbackInfo& info) {
  const at::Tensor tensor = readTensor(stateOf(info.Env()), info[0]).detach();
  const int64_t uses = readInt(info.Env(), info[1]);
  auto& shared = process();
  const std::lock_guard lock(shared.mutex);
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

void initHandles(Napi::Object exports) {
  expose<signals>(exports, "signals");
  expose<release>(exports, "release");
  expose<releaseMany>(exports, "releaseMany");
  expose<adopt>(exports, "adopt");
  expose<sweep>(exports, "sweep");
  expose<collectedSinceSweep>(exports, "collectedSinceSweep");
  expose<memory>(exports, "memory");
  expose<give>(exports, "give");
  expose<take>(exports, "take");
  expose<discard>(exports, "discard");
}

}  // namespace ltn
