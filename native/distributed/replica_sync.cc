// What the replicas of one module have alike besides gradients: that their parameters match, and tensors that
// one rank sends to all.
#include <ATen/core/grad_mode.h>

#include <torch/csrc/distributed/c10d/reducer.hpp>

#include "core/boundary.h"
#include "core/jobs.h"
#include "core/state.h"
#include "dispatch/values.h"
#include "distributed/group.h"
#include "distributed/init.h"

namespace ltn {

namespace {

// verifyParameters(group, params): fails unless all ranks have the same.
Napi::Value verifyParameters(const Napi::CallbackInfo& info) {
  const auto params = readTensors(stateOf(info.Env()), info[1]);
  c10d::verify_params_across_processes(groupOf(info.Env(), info[0]), params, std::nullopt);
  return info.Env().Undefined();
}

struct Broadcast {
  explicit Broadcast(const Napi::CallbackInfo& info)
      : group(groupOf(info.Env(), info[0])),
        bytes(static_cast<size_t>(readInt(info.Env(), info[2]))),
        rank(static_cast<int>(readInt(info.Env(), info[3]))) {
    // Without a common version counter: a graph that has kept a buffer stays valid, as in Python.
    for (const auto& tensor : readTensors(stateOf(info.Env()), info[1]))
      tensors.push_back(tensor.variable_data());
  }
  void operator()() const {
    const at::NoGradGuard off;
    if (!tensors.empty()) c10d::broadcast_coalesced(group, tensors, bytes, rank);
  }
  c10::intrusive_ptr<c10d::ProcessGroup> group;
  std::vector<at::Tensor> tensors;
  size_t bytes;
  int rank;
};

// broadcastCoalesced(group, tensors, bytes in one piece, rank)
Napi::Value broadcastCoalesced(const Napi::CallbackInfo& info) {
  Broadcast{info}();
  return info.Env().Undefined();
}

// The same off the thread, and then `settle`: the number of the job.
Napi::Value broadcastCoalescedAsync(const Napi::CallbackInfo& info) {
  const auto work = [broadcast = std::make_shared<Broadcast>(info)]() -> Finish {
    (*broadcast)();
    return [](EnvState& state) -> napi_value { return Napi::Env(state.env).Undefined(); };
  };
  return Napi::Number::New(info.Env(), static_cast<double>(startJob(stateOf(info.Env()), work, info[4])));
}

}  // namespace

void initReplicaSync(Napi::Object exports) {
  expose<verifyParameters>(exports, "verifyParameters");
  expose<broadcastCoalesced>(exports, "broadcastCoalesced");
  expose<broadcastCoalescedAsync>(exports, "broadcastCoalescedAsync");
}

}  // namespace ltn
