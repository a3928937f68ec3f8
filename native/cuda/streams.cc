// Streams and events, boxed: JavaScript cannot invent the number of one.
#include <ATen/Context.h>
#include <ATen/core/Tensor.h>

#include "core/boundary.h"
#include "core/state.h"
#include "cuda/guard.h"
#include "cuda/init.h"
#include "dispatch/values.h"

namespace ltn {

namespace {

// Only after readCudaDevice: the CPU flavour has no such guard.
Napi::Value boxStream(const Napi::CallbackInfo& info, const c10::Stream& stream) {
  return box(info.Env(), std::make_shared<c10::Stream>(stream));
}

c10::Stream& readStream(const Napi::CallbackInfo& info, size_t index) {
  return *unbox<c10::Stream>(info.Env(), info[index]);
}

c10::Event& readEvent(const Napi::CallbackInfo& info, size_t index) {
  return *unbox<c10::Event>(info.Env(), info[index]);
}

// newStream(device, priority): from the pool of that priority.
Napi::Value newStream(const Napi::CallbackInfo& info) {
  const auto device = readCudaDevice(info, 0);
  return boxStream(info, cudaGuard().getNewStream(device, static_cast<int>(readInt(info.Env(), info[1]))));
}

Napi::Value currentStream(const Napi::CallbackInfo& info) {
  const auto device = readCudaDevice(info, 0);
  return boxStream(info, cudaGuard().getStream(device));
}

Napi::Value defaultStream(const Napi::CallbackInfo& info) {
  const auto device = readCudaDevice(info, 0);
  return boxStream(info, cudaGuard().getDefaultStream(device));
}

// setStream(stream): the calling thread's, on the stream's own device; returns the former one.
Napi::Value setStream(const Napi::CallbackInfo& info) {
  return boxStream(info, cudaGuard().exchangeStream(readStream(info, 0)));
}

// streamInfo(stream): [device index, number]
Napi::Value streamInfo(const Napi::CallbackInfo& info) {
  const auto& stream = readStream(info, 0);
  auto result = Napi::Array::New(info.Env(), 2);
  result.Set(0u, static_cast<double>(stream.device_index()));
  result.Set(1u, Napi::Value(info.Env(), intToJs(info.Env(), stream.id())));
  return result;
}

Napi::Value streamQuery(const Napi::CallbackInfo& info) {
  return Napi::Boolean::New(info.Env(), readStream(info, 0).query());
}

Napi::Value streamSynchronize(const Napi::CallbackInfo& info) {
  readStream(info, 0).synchronize();
  return info.Env().Undefined();
}

// recordStream(tensor, stream): its memory is not given to somebody else before the stream's work has ended.
Napi::Value recordStream(const Napi::CallbackInfo& info) {
  const auto& tensor = readTensor(stateOf(info.Env()), info[0]);
  if (!tensor.is_cuda()) throw ArgumentError("recordStream(): expected a tensor on a GPU");
  cudaGuard().recordDataPtrOnStream(tensor.storage().data_ptr(), readStream(info, 1));
  return info.Env().Undefined();
}

Napi::Value newEvent(const Napi::CallbackInfo& info) {
  requireCudaBuild();
  const bool timing = info[0].As<Napi::Boolean>();
  const auto flag = timing ? c10::EventFlag::BACKEND_DEFAULT : c10::EventFlag::PYTORCH_DEFAULT;
  return box(info.Env(), std::make_shared<c10::Event>(c10::kCUDA, flag));
}

Napi::Value eventRecord(const Napi::CallbackInfo& info) {
  readEvent(info, 0).record(readStream(info, 1));
  return info.Env().Undefined();
}

// eventBlock(event, stream): what the stream gets from now on waits for the event.
Napi::Value eventBlock(const Napi::CallbackInfo& info) {
  readEvent(info, 0).block(readStream(info, 1));
  return info.Env().Undefined();
}

Napi::Value eventQuery(const Napi::CallbackInfo& info) {
  return Napi::Boolean::New(info.Env(), readEvent(info, 0).query());
}

Napi::Value eventSynchronize(const Napi::CallbackInfo& info) {
  readEvent(info, 0).synchronize();
  return info.Env().Undefined();
}

// eventElapsed(start, end): milliseconds
Napi::Value eventElapsed(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), readEvent(info, 0).elapsedTime(readEvent(info, 1)));
}

}  // namespace

void initCudaStreams(Napi::Object exports) {
  expose<newStream>(exports, "newStream");
  expose<currentStream>(exports, "currentStream");
  expose<defaultStream>(exports, "defaultStream");
  expose<setStream>(exports, "setStream");
  expose<streamInfo>(exports, "streamInfo");
  expose<streamQuery>(exports, "streamQuery");
  expose<streamSynchronize>(exports, "streamSynchronize");
  expose<recordStream>(exports, "recordStream");
  expose<newEvent>(exports, "newEvent");
  expose<eventRecord>(exports, "eventRecord");
  expose<eventBlock>(exports, "eventBlock");
  expose<eventQuery>(exports, "eventQuery");
  expose<eventSynchronize>(exports, "eventSynchronize");
  expose<eventElapsed>(exports, "eventElapsed");
}

}  // namespace ltn
