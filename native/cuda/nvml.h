// What NVIDIA's management library says of a GPU, as nvidia-smi shows it. The library comes with the driver;
// its functions and numbers never change.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace ltn {

enum class GpuFigure : uint8_t {
  kUtilization,
  kMemoryUsage,
  kMemoryUsed,
  kTemperature,
  kPowerDraw,
  kClockRate
};
constexpr int64_t kGpuFigures = 6;

// A figure of the GPU with this identifier: percent, percent, bytes, degrees Celsius, mW, MHz. Throws
// c10::Error if there is no such library, or if it refuses.
uint64_t gpuFigure(const std::string& uuid, GpuFigure figure);

// The processes that compute on it, with the bytes that each one uses.
std::vector<std::pair<uint32_t, uint64_t>> gpuProcesses(const std::string& uuid);

}  // namespace ltn
