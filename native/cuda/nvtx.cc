// Ranges and marks that NVIDIA's tools show in their pictures of a program, by libtorch's profiler.
#include <torch/csrc/profiler/stubs/base.h>

#include "core/boundary.h"
#include "cuda/init.h"
#include "dispatch/values.h"

namespace ltn {

namespace {

// How many ranges of this thread are open.
thread_local int64_t open_ranges = 0;

const torch::profiler::impl::ProfilerStubs& nvtx() {
  const auto* stubs = torch::profiler::impl::cudaStubs();
  if (!stubs->enabled())
    throw KindError("torch", "NVTX functions not installed. Are you sure you have a CUDA build?");
  return *stubs;
}

// nvtxPush(text): how many ranges are around it.
Napi::Value nvtxPush(const Napi::CallbackInfo& info) {
  nvtx().rangePush(readString(info.Env(), info[0]).c_str());
  return Napi::Number::New(info.Env(), static_cast<double>(open_ranges++));
}

// nvtxPop(): how many ranges were around the one that has ended.
Napi::Value nvtxPop(const Napi::CallbackInfo& info) {
  nvtx().rangePop();
  return Napi::Number::New(info.Env(), static_cast<double>(open_ranges > 0 ? --open_ranges : -1));
}

Napi::Value nvtxMark(const Napi::CallbackInfo& info) {
  nvtx().mark(readString(info.Env(), info[0]).c_str());
  return info.Env().Undefined();
}

}  // namespace

void initNvtx(Napi::Object exports) {
  expose<nvtxPush>(exports, "nvtxPush");
  expose<nvtxPop>(exports, "nvtxPop");
  expose<nvtxMark>(exports, "nvtxMark");
}

}  // namespace ltn
