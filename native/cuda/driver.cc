#include "cuda/driver.h"

#include <ATen/DynamicLibrary.h>
#include <c10/util/Exception.h>

#include <array>
#include <cstdio>

namespace ltn {

namespace {

#ifdef _WIN32
constexpr const char* kDriver = "nvcuda.dll";
#define LTN_CUDA_API __stdcall
#else
constexpr const char* kDriver = "libcuda.so.1";
#define LTN_CUDA_API
#endif

using Result = int;
using Device = int;
struct Uuid {
  std::array<unsigned char, 16> bytes;
};

// CUdevice_attribute: part of the driver's ABI.
constexpr std::pair<const char*, int> kAttributes[] = {
    {"maxThreadsPerBlock", 1},
    {"sharedMemoryPerBlock", 8},
    {"warpSize", 10},
    {"clockRate", 13},
    {"multiProcessorCount", 16},
    {"isIntegrated", 18},
    {"pciBusId", 33},
    {"pciDeviceId", 34},
    {"memoryClockRate", 36},
    {"memoryBusWidth", 37},
    {"l2CacheSize", 38},
    {"maxThreadsPerMultiProcessor", 39},
    {"pciDomainId", 50},
    {"major", 75},
    {"minor", 76},
    {"sharedMemoryPerMultiprocessor", 81},
    {"regsPerMultiprocessor", 82},
    {"isMultiGpuBoard", 84},
    {"sharedMemoryPerBlockOptin", 97},
};

// The driver, opened once for the process and left open: c10_cuda holds it anyway.
at::DynamicLibrary& driver() {
  static at::DynamicLibrary library(kDriver, nullptr, true);
  return library;
}

template <class... Arguments>
void call(const char* name, Arguments... arguments) {
  const auto function = reinterpret_cast<Result(LTN_CUDA_API*)(Arguments...)>(driver().sym(name));
  const Result result = function(arguments...);
  TORCH_CHECK(result == 0, name, " of the CUDA driver failed with error ", result);
}

std::string format(const Uuid& uuid) {
  std::string text;
  for (size_t i = 0; i < uuid.bytes.size(); ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
    char digits[3];
    std::snprintf(digits, sizeof(digits), "%02x", uuid.bytes[i]);
    text += digits;
  }
  return text;
}

}  // namespace

DriverProperties driverProperties(int index) {
  call("cuInit", 0u);
  Device device = 0;
  call("cuDeviceGet", &device, index);
  std::array<char, 256> name{};
  call("cuDeviceGetName", name.data(), static_cast<int>(name.size()), device);
  size_t memory = 0;
  call("cuDeviceTotalMem_v2", &memory, device);
  Uuid uuid{};
  call("cuDeviceGetUuid", &uuid, device);

  DriverProperties properties{name.data(), format(uuid), memory, {}};
  for (const auto& [key, attribute] : kAttributes) {
    int value = 0;
    call("cuDeviceGetAttribute", &value, attribute, device);
    properties.attributes.emplace_back(key, value);
  }
  return properties;
}

bool driverPeerAccess(int device, int peer) {
  call("cuInit", 0u);
  Device from = 0, to = 0;
  call("cuDeviceGet", &from, device);
  call("cuDeviceGet", &to, peer);
  int can = 0;
  call("cuDeviceCanAccessPeer", &can, from, to);
  return can != 0;
}

}  // namespace ltn
