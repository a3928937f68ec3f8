#include <ATen/Context.h>

#include "core/boundary.h"
#include "cuda/driver.h"
#include "cuda/guard.h"
#include "cuda/init.h"
#include "cuda/nvml.h"
#include "dispatch/values.h"

namespace ltn {

namespace {

// Required not to throw: 0 without CUDA, without a driver, or without a GPU.
int64_t deviceCount() { return at::detail::getCUDAHooks().deviceCount(); }

// Only after readCudaDevice: the CPU flavour has no such guard.
Napi::Value cudaBuilt(const Napi::CallbackInfo& info) {
  return Napi::Boolean::New(info.Env(), hasCudaBuild());
}

Napi::Value cudaDeviceCount(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), static_cast<double>(deviceCount()));
}

Napi::Value cudaInit(const Napi::CallbackInfo& info) {
  cudaInitialize();
  return info.Env().Undefined();
}

Napi::Value cudaCurrentDevice(const Napi::CallbackInfo& info) {
  cudaInit(info);
  return Napi::Number::New(info.Env(), cudaGuard().getDevice().index());
}

// cudaSetDevice(index): of the calling thread.
Napi::Value cudaSetDevice(const Napi::CallbackInfo& info) {
  const auto device = readCudaDevice(info, 0);
  cudaGuard().setDevice(device);
  return info.Env().Undefined();
}

Napi::Value cudaSynchronize(const Napi::CallbackInfo& info) {
  const auto device = readCudaDevice(info, 0);
  cudaGuard().synchronizeDevice(device.index());
  return info.Env().Undefined();
}

Napi::Value cudaDeviceInfo(const Napi::CallbackInfo& info) {
  const auto index = readCudaDevice(info, 0).index();
  auto result = Napi::Object::New(info.Env());
  const auto properties = driverProperties(index);
  result.Set("name", properties.name);
  result.Set("uuid", properties.uuid);
  result.Set("totalMemory", static_cast<double>(properties.total_memory));
  for (const auto& [name, value] : properties.attributes) result.Set(name, value);
  return result;
}

// cudaPeerAccess(index, index of the other)
Napi::Value cudaPeerAccess(const Napi::CallbackInfo& info) {
  const auto device = readCudaDevice(info, 0), peer = readCudaDevice(info, 1);
  return Napi::Boolean::New(info.Env(), driverPeerAccess(device.index(), peer.index()));
}

// cudaFigure(index, figure): see nvml.h.
Napi::Value cudaFigure(const Napi::CallbackInfo& info) {
  const auto device = readCudaDevice(info, 0);
  const int64_t figure = readInt(info.Env(), info[1]);
  if (figure < 0 || figure >= kGpuFigures) throw ArgumentError("there is no such figure");
  const auto uuid = driverProperties(device.index()).uuid;
  return Napi::Number::New(info.Env(), static_cast<double>(gpuFigure(uuid, static_cast<GpuFigure>(figure))));
}

// cudaProcesses(index): [[process, bytes]]
Napi::Value cudaProcesses(const Napi::CallbackInfo& info) {
  const auto device = readCudaDevice(info, 0);
  auto result = Napi::Array::New(info.Env());
  for (const auto& [process, bytes] : gpuProcesses(driverProperties(device.index()).uuid)) {
    auto row = Napi::Array::New(info.Env(), 2);
    row.Set(0u, static_cast<double>(process));
    row.Set(1u, static_cast<double>(bytes));
    result.Set(result.Length(), row);
  }
  return result;
}

// cudaCapturing(): whether the current stream of the current device records a graph.
Napi::Value cudaCapturing(const Napi::CallbackInfo& info) {
  cudaInit(info);
  const auto guard = cudaGuard();
  return Napi::Boolean::New(info.Env(), guard.isStreamCapturing(guard.getStream(guard.getDevice())));
}

}  // namespace

bool hasCudaBuild() { return at::detail::getCUDAHooks().hasCUDART(); }

void requireCudaBuild() {
  if (hasCudaBuild()) return;
  throw KindError(
      "noCuda",
      "Torch not compiled with CUDA enabled: this process runs on a CPU build of libtorch. Where the "
      "driver can run it, `npx libtorch-node install --cuda auto` installs a CUDA build.");
}

void cudaInitialize() {
  requireCudaBuild();
  at::globalContext().lazyInitDevice(c10::kCUDA);
}

c10::Device readCudaDevice(const Napi::CallbackInfo& info, size_t index) {
  cudaInit(info);
  const int64_t device = readInt(info.Env(), info[index]);
  if (device < 0 || device >= deviceCount())
    throw ArgumentError(c10::str("there is no CUDA device ", device, "; this process sees ", deviceCount()));
  return {c10::kCUDA, static_cast<c10::DeviceIndex>(device)};
}

void initCuda(Napi::Object exports) {
  expose<cudaBuilt>(exports, "cudaBuilt");
  expose<cudaDeviceCount>(exports, "cudaDeviceCount");
  expose<cudaInit>(exports, "cudaInit");
  expose<cudaCurrentDevice>(exports, "cudaCurrentDevice");
  expose<cudaSetDevice>(exports, "cudaSetDevice");
  expose<cudaSynchronize>(exports, "cudaSynchronize");
  expose<cudaDeviceInfo>(exports, "cudaDeviceInfo");
  expose<cudaPeerAccess>(exports, "cudaPeerAccess");
  expose<cudaFigure>(exports, "cudaFigure");
  expose<cudaProcesses>(exports, "cudaProcesses");
  expose<cudaCapturing>(exports, "cudaCapturing");
  initAcceleratorGraphs(exports);
  initCudaAllocator(exports);
  initCudaMemory(exports);
  initCudaStreams(exports);
  initNvtx(exports);
}

}  // namespace ltn
