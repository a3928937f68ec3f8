// torch.cuda. Most of it is one source for both flavours: it goes through libtorch's device-generic
// interfaces (hooks, device guards, the device allocator), and what those lack comes from the driver. Only
// allocator.cc and graph_impl.cc include libtorch's headers for CUDA, with stand_in/ for CUDA's own, so that
// no toolkit is needed.
#pragma once

#include <c10/core/Event.h>
#include <c10/core/Stream.h>
#include <napi.h>

#include "core/box.h"

namespace ltn {

template <>
struct BoxName<c10::Stream> {
  static constexpr const char* kName = "Stream";
};

template <>
struct BoxName<c10::Event> {
  static constexpr const char* kName = "Event";
};

// Whether this libtorch was built with CUDA. at::hasCUDA() is another question: it asks for a GPU.
bool hasCudaBuild();

// Throws Python's "Torch not compiled with CUDA enabled", with the way out, in the CPU flavour.
void requireCudaBuild();

// Initializes CUDA; throws where that is impossible.
void cudaInitialize();

// The index of an existing device, with CUDA initialized; throws otherwise.
c10::Device readCudaDevice(const Napi::CallbackInfo& info, size_t index);

void initCuda(Napi::Object exports);
void initAcceleratorGraphs(Napi::Object exports);
void initCudaAllocator(Napi::Object exports);
void initCudaMemory(Napi::Object exports);
void initCudaStreams(Napi::Object exports);
void initNvtx(Napi::Object exports);

}  // namespace ltn
