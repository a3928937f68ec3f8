// Process groups: ProcessGroup with a backend for each device type, joined under exactly the keys that Python
// uses.
#define USE_C10D_GLOO  // NOLINT(readability-identifier-naming): libtorch's headers ask for this name
#include <torch/csrc/distributed/c10d/debug.h>

#include <thread>
#include <torch/csrc/distributed/c10d/GroupRegistry.hpp>
#include <torch/csrc/distributed/c10d/PrefixStore.hpp>
#include <torch/csrc/distributed/c10d/ProcessGroupGloo.hpp>
#include <torch/csrc/distributed/c10d/ProcessGroupWrapper.hpp>
#include <utility>

#include "core/alone.h"
#include "core/boundary.h"
#include "core/box.h"
#include "core/process_end.h"
#include "core/state.h"
#include "dispatch/values.h"
#include "distributed/gloo_guard.h"
#include "distributed/group.h"
#include "distributed/init.h"
#include "distributed/nccl.h"

namespace ltn {

using GroupPtr = c10::intrusive_ptr<c10d::ProcessGroup>;
using BackendPtr = c10::intrusive_ptr<c10d::Backend>;

// A group's own threads work as long as it lives, so that the process ends without destructors. Its end waits
// for what is under way, which may take until the timeout, so that it happens on a thread of its own.
struct HeldGroup {
  struct Alive {
    Working working;
    GroupPtr group;
  };

  explicit HeldGroup(GroupPtr group) : alive(std::make_unique<Alive>()) { alive->group = std::move(group); }
  ~HeldGroup() {
    if (!alive) return;
    auto* last = alive.release();
    try {
      std::thread([last] { delete last; }).detach();
    } catch (...) {
      // No thread is left to be had: the group stays.
    }
  }
  HeldGroup(const HeldGroup&) = delete;
  HeldGroup& operator=(const HeldGroup&) = delete;

  std::unique_ptr<Alive> alive;
};

template <>
struct BoxName<HeldGroup> {
  static constexpr const char* kName = "ProcessGroup";
};

GroupPtr groupOf(napi_env env, napi_value value) {
  const auto& held = unbox<HeldGroup>(env, value);
  if (!held->alive) throw KindError("torch", "this process group has been destroyed");
  return held->alive->group;
}

Napi::Value groupToJs(Napi::Env env, GroupPtr group) {
  return box(env, std::make_shared<HeldGroup>(std::move(group)));
}

namespace {

// What a group is made of, read on the JavaScript thread.
struct Plan {
  c10::intrusive_ptr<c10d::Store> store;
  int rank = 0;
  int size = 0;
  std::string name;
  std::string description;
  // Pairs of device type and backend, in Python's order.
  std::vector<std::pair<std::string, std::string>> backends;
  std::chrono::milliseconds timeout{};
  std::vector<uint64_t> global_ranks;
};

c10::intrusive_ptr<c10d::ProcessGroupGloo> makeGloo(const c10::intrusive_ptr<c10d::Store>& store,
                                                    const Plan& plan) {
  auto options = c10d::ProcessGroupGloo::Options::create_default(plan.timeout);
  options->global_ranks_in_group = plan.global_ranks;
  options->group_name = plan.name;
  GlooGuard guard(*options);
  auto gloo = c10::make_intrusive<c10d::ProcessGroupGloo>(store, plan.rank, plan.size, options);
  guard.watch(*gloo);
  return gloo;
}

// At TORCH_DISTRIBUTED_DEBUG=DETAIL each collective is compared among the ranks before it starts, by a second
// group.
BackendPtr withChecks(BackendPtr backend, const c10::intrusive_ptr<c10d::Store>& store, const Plan& plan) {
  if (c10d::debug_level() != c10d::DebugLevel::Detail) return backend;
  const auto own = c10::make_intrusive<c10d::PrefixStore>("pg_wrapper:" + plan.name, store);
  const BackendPtr helper = makeGloo(own, plan);
  return c10::make_intrusive<c10d::ProcessGroupWrapper>(backend, helper);
}

BackendPtr makeBackend(const std::string& kind, const c10::intrusive_ptr<c10d::Store>& store,
                       const Plan& plan) {
  BackendPtr backend;
  if (kind == "gloo") {
    backend = makeGloo(store, plan);
  } else if (kind == "nccl") {
    backend = makeNccl(store, plan.rank, plan.size, {plan.timeout, plan.name, plan.global_ranks});
  } else {
    throw KindError("value", "Unknown c10d backend type " + kind);
  }
  backend->setSequenceNumberForGroup();
  return withChecks(backend, store, plan);
}

c10::DeviceType deviceType(const std::string& name) { return c10::Device(name).type(); }

// One backend for all device types if all name the same, as in Python.
void addBackends(c10d::ProcessGroup& group, const c10::intrusive_ptr<c10d::Store>& store, const Plan& plan) {
  const bool same = std::all_of(plan.backends.begin(), plan.backends.end(), [&](const auto& pair) {
    return pair.second == plan.backends.front().second;
  });
  for (const auto& [device, kind] : plan.backends) {
    const auto type = c10d::ProcessGroup::strToBackendType(kind);
    const auto own = c10::make_intrusive<c10d::PrefixStore>(device + "/", store);
    const BackendPtr backend = makeBackend(kind, own, plan);
    if (!same) {
      group.setBackend(deviceType(device), type, backend);
      continue;
    }
    for (const auto& pair : plan.backends) group.setBackend(deviceType(pair.first), type, backend);
    return;
  }
}

GroupPtr makeGroup(const Plan& plan) {
  const auto store = c10::make_intrusive<c10d::PrefixStore>(plan.name + "/", plan.store);
  auto group = c10::make_intrusive<c10d::ProcessGroup>(store, plan.rank, plan.size);
  const bool nccl = std::any_of(plan.backends.begin(), plan.backends.end(),
                                [](const auto& pair) { return pair.second == "nccl"; });
  group->setDefaultBackend(nccl ? c10d::ProcessGroup::BackendType::NCCL
                                : c10d::ProcessGroup::BackendType::GLOO);
  addBackends(*group, store, plan);
  group->setGroupName(plan.name);
  group->setGroupDesc(plan.description);
  return group;
}

int readRank(const Napi::Value& value) {
  const int64_t rank = readInt(value.Env(), value);
  if (rank != static_cast<int>(rank)) throw ArgumentError("expected a rank that fits 32 bits");
  return static_cast<int>(rank);
}

std::vector<std::pair<std::string, std::string>> readBackends(const Napi::Value& value) {
  if (!value.IsArray() || value.As<Napi::Array>().Length() == 0) throw ArgumentError("expected backends");
  const auto array = value.As<Napi::Array>();
  std::vector<std::pair<std::string, std::string>> backends;
  for (uint32_t i = 0; i < array.Length(); ++i) {
    const Napi::Value pair = array.Get(i);
    if (!pair.IsArray()) throw ArgumentError("expected [device, backend]");
    backends.emplace_back(readString(value.Env(), pair.As<Napi::Array>().Get(0u)),
                          readString(value.Env(), pair.As<Napi::Array>().Get(1u)));
    deviceType(backends.back().first);
  }
  return backends;
}

Plan readPlan(const Napi::CallbackInfo& info) {
  const napi_env env = info.Env();
  Plan plan;
  plan.store = storeOf(env, info[0]);
  plan.rank = readRank(info[1]);
  plan.size = readRank(info[2]);
  if (plan.rank < 0 || plan.rank >= plan.size)
    throw ArgumentError("expected a rank from 0 to the size of the group - 1");
  plan.name = readString(env, info[3]);
  plan.description = readString(env, info[4]);
  plan.backends = readBackends(info[5]);
  plan.timeout = readTimeout(env, info[6]);
  for (const int64_t rank : readInts(env, info[7])) plan.global_ranks.push_back(static_cast<uint64_t>(rank));
  return plan;
}

// c10d's functions find a group by its name (`_c10d_functional`). Each thread has names of its own, so that
// the workers of one process can be ranks.
void registerGroup(const std::string& name, const GroupPtr& group) {
  [[maybe_unused]] static const bool isolated = (c10d::set_thread_isolation_mode(true), true);
  c10d::register_process_group(name, group);
}

// openGroup(store, rank, size, name, description, backends, timeout in ms, global ranks, settle): joins the
// others off the thread, in a job that it returns.
Napi::Value openGroup(const Napi::CallbackInfo& info) {
  auto plan = std::make_shared<Plan>(readPlan(info));
  const auto open = [plan]() -> Finish {
    // Whoever drops this without a box does so on another thread, or as the environment ends.
    auto held = std::make_shared<HeldGroup>(makeGroup(*plan));
    plan->store.reset();
    return [held, plan](EnvState& state) -> napi_value {
      registerGroup(plan->name, held->alive->group);
      return box(state.env, held);
    };
  };
  return box(info.Env(), startAlone(stateOf(info.Env()), open, info[8]));
}

// closeGroup(group, settle): forgets its name; settles when its threads and connections have ended.
Napi::Value closeGroup(const Napi::CallbackInfo& info) {
  const auto group = groupOf(info.Env(), info[0]);
  c10d::unregister_process_group(group->getGroupName());
  const std::shared_ptr<HeldGroup::Alive> last = std::move(unbox<HeldGroup>(info.Env(), info[0])->alive);
  const auto close = [last]() -> Finish {
    last->group->shutdown();
    last->group.reset();
    return [](EnvState& state) -> napi_value { return Napi::Env(state.env).Undefined(); };
  };
  startAlone(stateOf(info.Env()), close, info[1]);
  return info.Env().Undefined();
}

void abortBackend(const BackendPtr& backend) {
  if (auto* wrapper = dynamic_cast<c10d::ProcessGroupWrapper*>(backend.get())) {
    return abortBackend(wrapper->getWrappedPg());
  }
  // gloo's own `abort` does nothing.
  if (auto* gloo = dynamic_cast<c10d::ProcessGroupGloo*>(backend.get())) {
    return failGloo(*gloo, "the group was aborted on rank " + std::to_string(gloo->getRank()));
  }
  backend->abort();
}

// abortGroup(group): ends what is under way, with an error; nothing can be done with the group afterwards.
Napi::Value abortGroup(const Napi::CallbackInfo& info) {
  const auto group = groupOf(info.Env(), info[0]);
  for (const auto& device : group->getDeviceTypes()) abortBackend(group->getBackend(device.type()));
  return info.Env().Undefined();
}

// groupLost(group): the ranks, in the group, to which gloo has no connection any more.
Napi::Value groupLost(const Napi::CallbackInfo& info) {
  const auto group = groupOf(info.Env(), info[0]);
  std::vector<int64_t> lost;
  if (group->hasBackendForDeviceType(c10::DeviceType::CPU)) {
    BackendPtr backend = group->getBackend(c10::DeviceType::CPU);
    if (auto* wrapper = dynamic_cast<c10d::ProcessGroupWrapper*>(backend.get()))
      backend = wrapper->getWrappedPg();
    if (auto* gloo = dynamic_cast<c10d::ProcessGroupGloo*>(backend.get())) {
      const auto ranks = lostRanks(*gloo);
      lost.assign(ranks.begin(), ranks.end());
    }
  }
  return {info.Env(), intsToJs(info.Env(), lost)};
}

Napi::Value setGroupTimeout(const Napi::CallbackInfo& info) {
  groupOf(info.Env(), info[0])->setTimeout(readTimeout(info.Env(), info[1]));
  return info.Env().Undefined();
}

Napi::Value groupSequence(const Napi::CallbackInfo& info) {
  const auto number = groupOf(info.Env(), info[0])->getSequenceNumberForGroup();
  return {info.Env(), intToJs(info.Env(), static_cast<int64_t>(number))};
}

// setDebugLevel(0 off, 1 info, 2 detail)
Napi::Value setDebugLevel(const Napi::CallbackInfo& info) {
  const int64_t level = readInt(info.Env(), info[0]);
  if (level < 0 || level > 2) throw ArgumentError("expected a debug level of 0, 1 or 2");
  c10d::setDebugLevel(static_cast<c10d::DebugLevel>(level));
  return info.Env().Undefined();
}

Napi::Value setDebugLevelFromEnvironment(const Napi::CallbackInfo& info) {
  c10d::setDebugLevelFromEnvironment();
  return info.Env().Undefined();
}

Napi::Value debugLevel(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), static_cast<double>(c10d::debug_level()));
}

Napi::Value ncclBuilt(const Napi::CallbackInfo& info) { return Napi::Boolean::New(info.Env(), hasNccl()); }

}  // namespace

void initGroups(Napi::Object exports) {
  expose<openGroup>(exports, "openGroup");
  expose<closeGroup>(exports, "closeGroup");
  expose<abortGroup>(exports, "abortGroup");
  expose<groupLost>(exports, "groupLost");
  expose<setGroupTimeout>(exports, "setGroupTimeout");
  expose<groupSequence>(exports, "groupSequence");
  expose<setDebugLevel>(exports, "setDebugLevel");
  expose<setDebugLevelFromEnvironment>(exports, "setDebugLevelFromEnvironment");
  expose<debugLevel>(exports, "debugLevel");
  expose<ncclBuilt>(exports, "ncclBuilt");
}

void initDistributed(Napi::Object exports) {
  initStores(exports);
  initGroups(exports);
  initWork(exports);
  initCollectives(exports);
  initPages(exports);
  initReducer(exports);
  initCommHooks(exports);
  initBucketOrder(exports);
  initDdpLogging(exports);
  initReplicaSync(exports);
}

}  // namespace ltn
