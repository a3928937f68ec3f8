// Modules made from others: frozen ones, and those optimized for inference.
#include "core/boundary.h"
#include "dispatch/values.h"
#include "jit/guards.h"
#include "jit/init.h"
#include "jit/script.h"

namespace ltn {

namespace {

// (module, attributes and methods to keep, whether to optimize the arithmetic)
Napi::Value jitFreeze(const Napi::CallbackInfo& info) {
  const GuardedGraph guarded;  // what depends on constants only is computed now
  return boxModule(info.Env(), torch::jit::freeze(moduleOf(info[0]), readStrings(info.Env(), info[1]),
                                                  info[2].ToBoolean()));
}

// (frozen module, further methods)
Napi::Value jitOptimize(const Napi::CallbackInfo& info) {
  const GuardedGraph guarded;
  return boxModule(info.Env(),
                   torch::jit::optimize_for_inference(moduleOf(info[0]), readStrings(info.Env(), info[1])));
}

// A copy whose tensors are its own.
Napi::Value jitDeepCopy(const Napi::CallbackInfo& info) {
  return boxModule(info.Env(), moduleOf(info[0]).deepcopy());
}

}  // namespace

void initScriptPasses(Napi::Object exports) {
  expose<jitFreeze>(exports, "jitFreeze");
  expose<jitOptimize>(exports, "jitOptimize");
  expose<jitDeepCopy>(exports, "jitDeepCopy");
}

}  // namespace ltn
