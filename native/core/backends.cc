// torch.backends: switches and facts of libtorch's Context, which are the process's.
#include <ATen/Context.h>
#include <ATen/SDPBackend.h>
#include <ATen/ops/_nnpack_available.h>
#include <c10/util/Logging.h>

#include <algorithm>
#include <mutex>
#include <numeric>
#include <utility>

#include "core/boundary.h"
#include "core/init.h"
#include "cuda/init.h"
#include "dispatch/values.h"

namespace ltn {

namespace {

using at::Context;

struct Switch {
  const char* name;  // of lib/backends
  bool (*get)(const Context&);
  void (*set)(Context&, bool);
};

#define LTN_SWITCH(name, getter, setter)                                                                   \
  Switch {                                                                                                 \
    name, [](const Context& c) { return c.getter(); }, [](Context& c, bool enabled) { c.setter(enabled); } \
  }

constexpr Switch kSwitches[] = {
    LTN_SWITCH("cudnn.enabled", userEnabledCuDNN, setUserEnabledCuDNN),
    LTN_SWITCH("cudnn.benchmark", benchmarkCuDNN, setBenchmarkCuDNN),
    LTN_SWITCH("cudnn.deterministic", deterministicCuDNN, setDeterministicCuDNN),
    LTN_SWITCH("cudnn.allowTf32", allowTF32CuDNN, setAllowTF32CuDNN),
    LTN_SWITCH("cuda.matmul.allowTf32", allowTF32CuBLAS, setAllowTF32CuBLAS),
    LTN_SWITCH("cuda.flashSdp", userEnabledFlashSDP, setSDPUseFlash),
    LTN_SWITCH("cuda.memEfficientSdp", userEnabledMemEfficientSDP, setSDPUseMemEfficient),
    LTN_SWITCH("cuda.mathSdp", userEnabledMathSDP, setSDPUseMath),
    LTN_SWITCH("cuda.cudnnSdp", userEnabledCuDNNSDP, setSDPUseCuDNN),
    LTN_SWITCH("mkldnn.enabled", userEnabledMkldnn, setUserEnabledMkldnn),
    LTN_SWITCH("mkldnn.deterministic", deterministicMkldnn, setDeterministicMkldnn),
    LTN_SWITCH("nnpack.enabled", userEnabledNNPACK, setUserEnabledNNPACK),
};

#undef LTN_SWITCH

const Switch& readSwitch(const Napi::CallbackInfo& info) {
  const auto name = readString(info.Env(), info[0]);
  for (const auto& candidate : kSwitches)
    if (name == candidate.name) return candidate;
  throw ArgumentError(c10::str("there is no switch ", name));
}

// Whether NNPACK knows this processor. libtorch asks anew for each convolution that NNPACK could compute, and
// each time prints a line to stderr if not.
bool hasNnpack() {
  static const bool available = [] {
    // 2: only errors and worse.
    const auto level = std::exchange(FLAGS_caffe2_log_level, 2);
    const bool found = at::_nnpack_available();
    FLAGS_caffe2_log_level = level;
    return found;
  }();
  return available;
}

Napi::Value getBackendSwitch(const Napi::CallbackInfo& info) {
  return Napi::Boolean::New(info.Env(), readSwitch(info).get(at::globalContext()));
}

Napi::Value setBackendSwitch(const Napi::CallbackInfo& info) {
  readSwitch(info).set(at::globalContext(), info[1].As<Napi::Boolean>());
  return info.Env().Undefined();
}

Napi::Value setCudnnBenchmarkLimit(const Napi::CallbackInfo& info) {
  at::globalContext().setBenchmarkLimitCuDNN(static_cast<int>(readInt(info.Env(), info[0])));
  return info.Env().Undefined();
}

Napi::Value getCudnnBenchmarkLimit(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), at::globalContext().benchmarkLimitCuDNN());
}

// sdpPriority(): the kernels of attention in the order in which they are tried.
Napi::Value sdpPriority(const Napi::CallbackInfo& info) {
  std::vector<int64_t> order;
  for (const at::SDPBackend one : at::globalContext().sDPPriorityOrder())
    order.push_back(static_cast<int64_t>(one));
  return {info.Env(), intsToJs(info.Env(), order)};
}

// setSdpPriority(order): each kernel once.
Napi::Value setSdpPriority(const Napi::CallbackInfo& info) {
  const auto order = readInts(info.Env(), info[0]);
  std::vector<int64_t> sorted = order, all(at::num_sdp_backends);
  std::sort(sorted.begin(), sorted.end());
  std::iota(all.begin(), all.end(), 0);
  if (sorted != all) throw ArgumentError("expected each kernel of attention once");
  at::globalContext().setSDPPriorityOrder(order);
  return info.Env().Undefined();
}

// Which libraries this libtorch was built with; versions are 0 where there is none.
Napi::Value backendFacts(const Napi::CallbackInfo& info) {
  auto facts = Napi::Object::New(info.Env());
  const bool cudnn = Context::hasCuDNN();
  facts.Set("cudnn", cudnn);
  facts.Set("cudnnVersion", cudnn ? static_cast<double>(Context::versionRuntimeCuDNN()) : 0.0);
  facts.Set("cudaVersion",
            hasCudaBuild() ? static_cast<double>(at::detail::getCUDAHooks().versionCUDART()) : 0.0);
  facts.Set("mkl", Context::hasMKL());
  facts.Set("mkldnn", Context::hasMKLDNN());
  facts.Set("openmp", Context::hasOpenMP());
  facts.Set("lapack", Context::hasLAPACK());
  facts.Set("nnpack", hasNnpack());
  return facts;
}

Napi::Value getFloat32MatmulPrecision(const Napi::CallbackInfo& info) {
  constexpr const char* kNames[] = {"highest", "high", "medium"};
  const auto index = static_cast<size_t>(at::globalContext().float32MatmulPrecision());
  return Napi::String::New(info.Env(), kNames[index]);
}

}  // namespace

void initBackends(Napi::Object exports) {
  static std::once_flag once;
  std::call_once(once, [] {
    if (!hasNnpack()) at::globalContext().setUserEnabledNNPACK(false);
  });
  expose<getBackendSwitch>(exports, "getBackendSwitch");
  expose<setBackendSwitch>(exports, "setBackendSwitch");
  expose<setCudnnBenchmarkLimit>(exports, "setCudnnBenchmarkLimit");
  expose<getCudnnBenchmarkLimit>(exports, "getCudnnBenchmarkLimit");
  expose<sdpPriority>(exports, "sdpPriority");
  expose<setSdpPriority>(exports, "setSdpPriority");
  expose<backendFacts>(exports, "backendFacts");
  expose<getFloat32MatmulPrecision>(exports, "getFloat32MatmulPrecision");
}

}  // namespace ltn
