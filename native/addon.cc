// The entry of the core: a list.
#include <napi.h>

#include "autograd/autocast.h"
#include "autograd/init.h"
#include "core/boundary.h"
#include "core/init.h"
#include "core/process_end.h"
#include "core/state.h"
#include "core/warnings.h"
#include "cuda/init.h"
#include "data/init.h"
#include "dispatch/init.h"
#include "distributed/init.h"
#include "export/init.h"
#include "func/init.h"
#include "jit/init.h"
#include "library/init.h"
#include "nn/init.h"
#include "optim/init.h"
#include "profiler/init.h"
#include "quantization/init.h"
#include "serialization/init.h"
#include "tensor/generator.h"
#include "tensor/init.h"
#include "trace/recorder.h"

namespace {

void fill(Napi::Env env, Napi::Object exports) {
  auto* state = new ltn::EnvState(env);
  const auto destroy = [](napi_env, void* data, void* lives) {
    delete static_cast<ltn::EnvState*>(data);
    delete static_cast<ltn::LivesHere*>(lives);
  };
  napi_set_instance_data(env, state, destroy, new ltn::LivesHere());

  ltn::initCore(exports);
  ltn::initCodes(exports);
  ltn::initWarnings(exports);
  ltn::initJobs(exports);
  ltn::initSettings(exports);
  ltn::initBackends(exports);
  ltn::initDispatch(exports);
  ltn::initTensor(exports);
  ltn::initGenerator(exports);
  ltn::initCuda(exports);
  ltn::initAutograd(exports);
  ltn::initAutocast(exports);
  ltn::initFunc(exports);
  ltn::initLoader(exports);
  ltn::initOptim(exports);
  ltn::initNn(exports);
  ltn::initTrace(exports);
  ltn::initSerialization(exports);
  ltn::initExport(exports);
  ltn::initLibrary(exports);
  ltn::initJit(exports);
  ltn::initDistributed(exports);
  ltn::initProfiler(exports);
  ltn::initQuantization(exports);
}

// A worker may be terminated while it loads this.
Napi::Object init(Napi::Env env, Napi::Object exports) {
  try {
    fill(env, exports);
  } catch (...) {
    ltn::throwCurrent(env);
  }
  return exports;
}

}  // namespace

NODE_API_MODULE(libtorch_node_core, init)
