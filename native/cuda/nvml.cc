#include "cuda/nvml.h"

#include <ATen/DynamicLibrary.h>
#include <c10/util/Exception.h>

namespace ltn {

namespace {

#ifdef _WIN32
constexpr const char* kManagement = "nvml.dll";
#else
constexpr const char* kManagement = "libnvidia-ml.so.1";
#endif

using NvmlResult = int;
using NvmlDevice = void*;
constexpr NvmlResult kInsufficientSize = 7;
constexpr uint32_t kSensorOfTheDie = 0, kClockOfMultiprocessors = 1;
// Memory of a process that the driver does not tell.
constexpr uint64_t kNotAvailable = ~uint64_t{0};

struct NvmlUtilization {
  uint32_t gpu, memory;
};
struct NvmlMemory {
  unsigned long long total, free, used;
};
struct NvmlProcess {
  uint32_t pid;
  unsigned long long memory;
  uint32_t gpu_instance, compute_instance;
};

at::DynamicLibrary& management() {
  static at::DynamicLibrary library(kManagement, nullptr, true);
  return library;
}

template <class... Arguments>
NvmlResult callManagement(const char* name, Arguments... arguments) {
  return reinterpret_cast<NvmlResult (*)(Arguments...)>(management().sym(name))(arguments...);
}

template <class... Arguments>
void requireManagement(const char* name, Arguments... arguments) {
  const NvmlResult result = callManagement(name, arguments...);
  TORCH_CHECK(result == 0, name, " of NVIDIA's management library failed with error ", result);
}

NvmlDevice managed(const std::string& uuid) {
  requireManagement("nvmlInit_v2");
  NvmlDevice device = nullptr;
  requireManagement("nvmlDeviceGetHandleByUUID", ("GPU-" + uuid).c_str(), &device);
  return device;
}

template <class T>
T ask(NvmlDevice device, const char* name) {
  T value{};
  requireManagement(name, device, &value);
  return value;
}

}  // namespace

uint64_t gpuFigure(const std::string& uuid, GpuFigure figure) {
  const NvmlDevice device = managed(uuid);
  uint32_t value = 0;
  switch (figure) {
    case GpuFigure::kUtilization:
      return ask<NvmlUtilization>(device, "nvmlDeviceGetUtilizationRates").gpu;
    case GpuFigure::kMemoryUsage:
      return ask<NvmlUtilization>(device, "nvmlDeviceGetUtilizationRates").memory;
    case GpuFigure::kMemoryUsed:
      return ask<NvmlMemory>(device, "nvmlDeviceGetMemoryInfo").used;
    case GpuFigure::kPowerDraw:
      return ask<uint32_t>(device, "nvmlDeviceGetPowerUsage");
    case GpuFigure::kTemperature:
      requireManagement("nvmlDeviceGetTemperature", device, kSensorOfTheDie, &value);
      return value;
    case GpuFigure::kClockRate:
      requireManagement("nvmlDeviceGetClockInfo", device, kClockOfMultiprocessors, &value);
      return value;
  }
  TORCH_CHECK(false, "there is no such figure");
}

std::vector<std::pair<uint32_t, uint64_t>> gpuProcesses(const std::string& uuid) {
  const NvmlDevice device = managed(uuid);
  std::vector<NvmlProcess> found(16);
  for (;;) {
    auto count = static_cast<uint32_t>(found.size());
    const NvmlResult result =
        callManagement("nvmlDeviceGetComputeRunningProcesses_v3", device, &count, found.data());
    TORCH_CHECK(result == 0 || result == kInsufficientSize,
                "the list of processes failed in NVIDIA's management library with error ", result);
    found.resize(result == 0 ? count : size_t{count} * 2);
    if (result == 0) break;
  }
  std::vector<std::pair<uint32_t, uint64_t>> processes;
  processes.reserve(found.size());
  for (const NvmlProcess& one : found)
    processes.emplace_back(one.pid, one.memory == kNotAvailable ? 0 : one.memory);
  return processes;
}

}  // namespace ltn
