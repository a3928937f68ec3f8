// CUDA's implementation of libtorch's graphs (at::accelerator::Graph), which libtorch itself does not
// register.
#include "cuda/graph_impl.h"

#ifdef LTN_CUDA
#include <ATen/core/GraphImplInterface.h>
#include <ATen/cuda/CUDAGraph.h>

#include <memory>
#include <mutex>
#include <string>

namespace ltn {

namespace {

using at::cuda::CUDAGraph;

cudaStreamCaptureMode captureMode(at::GraphCaptureMode mode) {
  switch (mode) {
    case at::GraphCaptureMode::ThreadLocal:
      return cudaStreamCaptureModeThreadLocal;
    case at::GraphCaptureMode::Relaxed:
      return cudaStreamCaptureModeRelaxed;
    default:
      return cudaStreamCaptureModeGlobal;
  }
}

// Newer libtorches leave to the caller what older ones do themselves.
template <typename G>
void writeDot(G& graph, const std::string& path) {
  if constexpr (requires { graph.debug_dump(path); }) {
    graph.debug_dump(path);
  } else {
    C10_CUDA_CHECK(
        cudaGraphDebugDotPrint(graph.raw_cuda_graph(), path.c_str(), cudaGraphDebugDotFlagsVerbose));
  }
}

template <typename G>
bool isReady(const G& graph) {
  if constexpr (requires { graph.has_graph_exec(); }) {
    return graph.has_graph_exec();
  } else {
    return true;
  }
}

class CudaGraphImpl final : public at::GraphImplInterface {
 public:
  explicit CudaGraphImpl(const at::GraphImplArgs& args) : keep_(args.keep_graph), graph_(args.keep_graph) {}

  void capture_begin(at::MempoolId_t pool, at::GraphCaptureMode mode) override {
    graph_.capture_begin(pool, captureMode(mode));
  }

  void capture_end() override {
    graph_.capture_end();
    captured_ = true;
  }

  void instantiate() override { graph_.instantiate(); }

  void replay() override {
    if (keep_ && captured_ && !isReady(graph_)) graph_.instantiate();
    graph_.replay();
  }

  void reset() override {
    captured_ = false;
    graph_.reset();
  }

  at::MempoolId_t pool() const override { return graph_.pool(); }

  void enable_debug_mode() override { graph_.enable_debug_mode(); }

  void debug_dump(const std::string& path) override { writeDot(graph_, path); }

 private:
  const bool keep_;
  bool captured_ = false;
  mutable CUDAGraph graph_;  // its pool() is not const
};

}  // namespace

void registerCudaGraphs() {
  static std::once_flag once;
  std::call_once(once, [] {
    if (at::has_graph_impl(c10::kCUDA)) return;
    at::GraphImplRegistry()->Register(c10::DeviceTypeName(c10::kCUDA, false),
                                      [](at::GraphImplArgs args) -> std::unique_ptr<at::GraphImplInterface> {
                                        return std::make_unique<CudaGraphImpl>(args);
                                      });
  });
}

}  // namespace ltn
#else
namespace ltn {

void registerCudaGraphs() {}

}  // namespace ltn
#endif
