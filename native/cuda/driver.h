// What a GPU is, asked from its driver: libtorch's device-generic interfaces do not say it, and the CUDA
// run-time library's structure has another layout in each version. The driver's functions and numbers never
// change.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace ltn {

struct DriverProperties {
  std::string name;
  std::string uuid;
  uint64_t total_memory = 0;
  std::vector<std::pair<const char*, int>> attributes;  // by the names in lib/native/contract/cuda.ts
};

// Throws c10::Error if there is no driver, or if it refuses.
DriverProperties driverProperties(int index);

// Whether a device can read and write the memory of another one.
bool driverPeerAccess(int device, int peer);

}  // namespace ltn
