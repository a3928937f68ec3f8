// State that lives as long as one JavaScript environment (a main thread, a worker, a jest test file). It is
// stored as Node-API instance data, made in addon.cc and destroyed with the environment. Nothing else in the
// core is mutable and outlives a call, except ProcessState (core/process.h).
#pragma once

#include <ATen/core/Generator.h>
#include <node_api.h>

#include <cstdint>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

#include "core/after_backward.h"
#include "core/boxes.h"
#include "core/callback_sites.h"
#include "core/jobs.h"
#include "core/js_calls.h"
#include "core/js_reference.h"
#include "core/warnings.h"
#include "tensor/handles.h"

namespace ltn {

class HookPromises;
struct BoundOperator;

struct EnvState {
  explicit EnvState(napi_env environment);
  ~EnvState();
  EnvState(const EnvState&) = delete;
  EnvState& operator=(const EnvState&) = delete;

  // Lets TypeScript sweep (lib/tensor/lifetimes.ts) if the tables want it; for what is made without a tensor.
  void relieve();

  napi_env env;
  const std::thread::id thread = std::this_thread::get_id();
  const std::shared_ptr<Graveyard> graveyard = std::make_shared<Graveyard>();
  HandleTable tensors;
  const std::shared_ptr<BoxTable> boxes = std::make_shared<BoxTable>(env);
  // Shared with everything that may call JavaScript from another thread.
  const std::shared_ptr<JsCalls> calls = std::make_shared<JsCalls>(*this);
  CallbackSites sites;
  JobThreads jobs;
  // Backward passes that run off the thread now; see autograd/engine.cc.
  int64_t async_backwards = 0;
  // How many backward passes are nested in each other on this thread now; see autograd/engine.cc.
  int backward_depth = 0;
  const std::shared_ptr<AfterBackward> after_backward = std::make_shared<AfterBackward>();
  // See distributed/comm_hook.h.
  std::shared_ptr<HookPromises> hook_promises;
  // Operators bound for this environment; JavaScript functions point into them.
  std::list<BoundOperator> operators;
  std::unordered_map<std::string, std::vector<std::string>> overloads;
  // The default CPU generator of this environment alone, in a worker of a loader; elsewhere the process's is
  // used.
  std::optional<at::Generator> generator;
  // lib/errors.ts registers the function that makes every error of the TorchError family.
  napi_ref error_factory = nullptr;
  // lib/tensor/lifetimes.ts registers the function that sweeps.
  napi_ref sweeper = nullptr;
  // It also registers the one that emits libtorch's warnings. The queue is shared with the threads of jobs.
  napi_ref warning_receiver = nullptr;
  const std::shared_ptr<Warnings> warnings = std::make_shared<Warnings>();
};

inline EnvState& stateOf(napi_env env) {
  void* data = nullptr;
  napi_get_instance_data(env, &data);
  return *static_cast<EnvState*>(data);
}

}  // namespace ltn
