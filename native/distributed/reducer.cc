// What lib/nn/parallel/ calls of libtorch's Reducer.
#include "distributed/reducer.h"

#include <ATen/core/grad_mode.h>
#include <ATen/ops/clone.h>
#include <torch/csrc/autograd/engine.h>
#include <torch/csrc/autograd/functions/utils.h>
#include <torch/csrc/autograd/variable.h>

#include <algorithm>
#include <thread>

#include "core/boundary.h"
#include "core/jobs.h"
#include "core/process_end.h"
#include "dispatch/values.h"
#include "distributed/group.h"
#include "distributed/init.h"
#include "distributed/work.h"

namespace ltn {

namespace {

// The last holder of a group waits for what is under way; not on a thread that has other things to do.
void dropElsewhere(c10::intrusive_ptr<c10d::ProcessGroup> group) {
  if (group.use_count() > 1) return;
  try {
    std::thread([held = std::move(group)]() mutable {
      const Working working;
      held.reset();
    }).detach();
  } catch (...) {
    // No thread is to be had.
  }
}

std::unordered_map<size_t, std::string> namesOf(const std::vector<std::string>& names) {
  std::unordered_map<size_t, std::string> result;
  for (size_t i = 0; i < names.size(); ++i) result.emplace(i, names[i]);
  return result;
}

// The order of definition reversed is nearly the order in which gradients are ready.
std::vector<std::vector<size_t>> firstBuckets(const ReducerParts::Plan& plan) {
  auto [buckets, sizes] = c10d::compute_bucket_assignment_by_size(plan.params, plan.limits, plan.sparse);
  std::reverse(buckets.begin(), buckets.end());
  return std::move(buckets);
}

}  // namespace

ReducerParts::ReducerParts(Plan plan) : group_(plan.group) {
  for (size_t i = 0; i < plan.params.size(); ++i) {
    positions_.emplace(plan.params[i].unsafeGetTensorImpl(), static_cast<int64_t>(i));
  }
  reducer_ = std::make_shared<c10d::Reducer>(plan.params, firstBuckets(plan), plan.group, plan.sparse,
                                             plan.bucket_bytes, plan.find_unused, plan.as_bucket_view,
                                             namesOf(plan.names), plan.first_bucket_bytes, plan.skip_unused,
                                             false, plan.later_limits, plan.batched_copy);
  logger_ = std::make_shared<c10d::Logger>(reducer_);
  reducer_->set_logger(logger_);
}

ReducerParts::~ReducerParts() {
  try {
    // Its destructor would throw where there is no way out.
    reducer_->remove_autograd_hooks();
  } catch (...) {
    // Hooks that are gone are as good as removed.
  }
  logger_.reset();
  reducer_.reset();
  dropElsewhere(std::move(group_));
}

std::shared_ptr<ReducerParts> ReducerParts::make(EnvState& state, Plan plan) {
  std::shared_ptr<ReducerParts> parts(new ReducerParts(std::move(plan)));
  const auto later = [after = state.after_backward, parts](ReducerParts*) mutable {
    after->release(std::move(parts));
  };
  auto* const raw = parts.get();
  return {raw, later};
}

void ReducerParts::useHook(EnvState& state, napi_value run, napi_value finish) {
  auto functions = std::make_shared<HookFunctions>(state, run, finish);
  auto hook = makeCommHook(functions, positions_);
  auto* const installed = hook.get();
  reducer_->register_comm_hook(std::move(hook));
  hook_ = std::move(functions);
  installed_ = installed;
}

void ReducerParts::matchAllReduce() {
  std::vector<c10::intrusive_ptr<c10::ivalue::Future>> futures;
  for (auto& bucket : reducer_->get_grad_buckets(true)) futures.push_back(reducer_->run_comm_hook(bucket));
  for (const auto& future : futures) {
    future->waitAndThrow();
    // What a hook does once its first collective has ended may be collectives, too.
    if (installed_) installed_->parseHookResult(future->value());
  }
}

namespace {

using Parts = std::shared_ptr<ReducerParts>;

// Lets a graph keep the Reducer that its leaves' hooks belong to.
class KeepReducer : public torch::autograd::FunctionPostHook {
 public:
  explicit KeepReducer(Parts parts) : parts_(std::move(parts)) {}
  torch::autograd::variable_list operator()(const torch::autograd::variable_list& outputs,
                                            const torch::autograd::variable_list& /*inputs*/) override {
    return outputs;
  }

 private:
  Parts parts_;
};

// Python's _DDPSink: behind each output, so that outputs that no loss comes from get undefined gradients, and
// that the first backward of a static graph reduces everything at its end.
class SinkNode : public torch::autograd::Node {
 public:
  explicit SinkNode(Parts parts) : parts_(std::move(parts)) {}

  std::string name() const override { return "_DDPSinkBackward"; }

  torch::autograd::variable_list apply(torch::autograd::variable_list&& gradients) override {
    if (parts_->delayFirst()) {
      torch::autograd::Engine::get_default_engine().queue_callback(
          [parts = parts_] { parts->reducer().delay_all_reduce(); });
    }
    return std::move(gradients);
  }

 private:
  Parts parts_;
};

bool readFlag(const Napi::Object& from, const char* name) { return from.Get(name).ToBoolean(); }

std::vector<size_t> readSizes(const Napi::Value& value) {
  std::vector<size_t> sizes;
  for (const int64_t size : readInts(value.Env(), value)) {
    if (size < 0) throw ArgumentError("expected a bucket size of at least 0 bytes");
    sizes.push_back(static_cast<size_t>(size));
  }
  return sizes;
}

void checkPlan(const ReducerParts::Plan& plan) {
  if (plan.params.empty()) throw ArgumentError("expected at least one parameter");
  if (plan.limits.empty()) throw ArgumentError("expected at least one limit of the buckets' sizes");
  if (plan.sparse.size() != plan.params.size()) throw ArgumentError("expected a flag for each parameter");
  for (const auto& param : plan.params) {
    if (!param.requires_grad() || !param.is_leaf()) {
      throw ArgumentError("expected parameters that are leaves and require a gradient");
    }
  }
}

// newReducer(group, params, sparse flags as integers, settings)
Napi::Value newReducer(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  const auto settings = info[3].As<Napi::Object>();
  ReducerParts::Plan plan;
  plan.group = groupOf(info.Env(), info[0]);
  plan.params = readTensors(state, info[1]);
  for (const int64_t flag : readInts(info.Env(), info[2])) plan.sparse.push_back(flag != 0);
  plan.limits = readSizes(settings.Get("limits"));
  plan.later_limits = readInts(info.Env(), settings.Get("laterLimits"));
  plan.bucket_bytes = readInt(info.Env(), settings.Get("bucketBytes"));
  plan.first_bucket_bytes = readInt(info.Env(), settings.Get("firstBucketBytes"));
  plan.find_unused = readFlag(settings, "findUnusedParameters");
  plan.as_bucket_view = readFlag(settings, "gradientAsBucketView");
  plan.skip_unused = readFlag(settings, "skipAllReduceUnusedParams");
  plan.batched_copy = readFlag(settings, "batchedGradCopy");
  plan.names = readStrings(info.Env(), settings.Get("names"));
  checkPlan(plan);
  return box(info.Env(), ReducerParts::make(state, std::move(plan)), 4096);
}

// prepareForward(reducer, group): the start of a forward whose backward will reduce.
Napi::Value prepareForward(const Napi::CallbackInfo& info) {
  const Parts parts = reducerOf(info);
  groupOf(info.Env(), info[1]);
  parts->enter(stateOf(info.Env()), [&] {
    parts->logger().set_runtime_stats_and_log();
    parts->reducer().prepare_for_forward();
  });
  return info.Env().Undefined();
}

// Whether the buckets have been made anew, in the order of the gradients.
Napi::Value rebuildBuckets(const Napi::CallbackInfo& info) {
  const Parts parts = reducerOf(info);
  bool rebuilt = false;
  parts->enter(stateOf(info.Env()), [&] { rebuilt = parts->rebuildBuckets(); });
  return Napi::Boolean::New(info.Env(), rebuilt);
}

// rebuildBucketsAsync(reducer, settle): the number of the job.
Napi::Value rebuildBucketsAsync(const Napi::CallbackInfo& info) {
  const auto work = [parts = reducerOf(info)]() mutable -> Finish {
    const bool rebuilt = parts->rebuildBuckets();
    return [parts = std::move(parts), rebuilt](EnvState& state) -> napi_value {
      return Napi::Boolean::New(state.env, rebuilt);
    };
  };
  return Napi::Number::New(info.Env(), static_cast<double>(startJob(stateOf(info.Env()), work, info[1])));
}

void keep(const Parts& parts, const std::vector<at::Tensor>& outputs) {
  for (const auto& output : outputs) {
    if (const auto& node = output.grad_fn()) node->add_post_hook(std::make_unique<KeepReducer>(parts));
  }
}

// prepareBackward(reducer, outputs, search): the end of a forward. `search` is for parameters that the
// outputs do not come from.
Napi::Value prepareBackward(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  const Parts parts = reducerOf(info);
  const auto outputs = readTensors(state, info[1]);
  const bool search = info[2].ToBoolean();
  keep(parts, outputs);
  parts->enter(state,
               [&] { parts->reducer().prepare_for_backward(search ? outputs : std::vector<at::Tensor>()); });
  parts->expectHook();
  return info.Env().Undefined();
}

// sinkOutputs(reducer, outputs): the same values behind a SinkNode. Each has been recorded.
Napi::Value sinkOutputs(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  const auto outputs = readTensors(state, info[1]);
  const auto node = c10::make_intrusive<SinkNode>(reducerOf(info));
  node->set_next_edges(torch::autograd::collect_next_edges(outputs));
  std::vector<at::Tensor> sunk;
  for (const auto& output : outputs) {
    const at::NoGradGuard off;
    sunk.push_back(at::clone(output));
    torch::autograd::set_history(sunk.back(), node);
  }
  return {info.Env(), tensorsToJs(state, sunk)};
}

// setForwardWork(reducer, work, divide by the initial size): who takes part in this iteration.
Napi::Value setForwardWork(const Napi::CallbackInfo& info) {
  const Parts parts = reducerOf(info);
  const auto work = workOf(info.Env(), info[1]);
  const bool divide = info[2].ToBoolean();
  parts->enter(stateOf(info.Env()), [&] { parts->reducer().set_forward_pass_work_handle(work, divide); });
  return info.Env().Undefined();
}

Napi::Value setStaticGraph(const Napi::CallbackInfo& info) {
  const Parts parts = reducerOf(info);
  parts->enter(stateOf(info.Env()), [&] {
    parts->reducer().set_static_graph();
    parts->logger().set_static_graph();
  });
  parts->awaitFirst();
  return info.Env().Undefined();
}

// Whether the first backward of a static graph is still to come.
Napi::Value awaitsFirstBackward(const Napi::CallbackInfo& info) {
  return Napi::Boolean::New(info.Env(), reducerOf(info)->awaitsFirst());
}

// registerCommHook(reducer, name, run, finish)
Napi::Value registerCommHook(const Napi::CallbackInfo& info) {
  const Parts parts = reducerOf(info);
  parts->useHook(stateOf(info.Env()), info[2], info[3]);
  parts->logger().set_comm_hook(readString(info.Env(), info[1]));
  return info.Env().Undefined();
}

c10d::BuiltinCommHookType builtinHook(const std::string& kind) {
  if (kind == "ALLREDUCE") return c10d::BuiltinCommHookType::ALLREDUCE;
  if (kind == "FP16_COMPRESS") return c10d::BuiltinCommHookType::FP16_COMPRESS;
  throw ArgumentError("there is no communication hook " + kind);
}

// registerBuiltinCommHook(reducer, name, kind)
Napi::Value registerBuiltinCommHook(const Napi::CallbackInfo& info) {
  const Parts parts = reducerOf(info);
  parts->reducer().register_builtin_comm_hook(builtinHook(readString(info.Env(), info[2])));
  parts->logger().set_comm_hook(readString(info.Env(), info[1]));
  return info.Env().Undefined();
}

Napi::Value matchAllReduce(const Napi::CallbackInfo& info) {
  const Parts parts = reducerOf(info);
  parts->enter(stateOf(info.Env()), [&] { parts->matchAllReduce(); });
  return info.Env().Undefined();
}

Napi::Value matchAllReduceAsync(const Napi::CallbackInfo& info) {
  const auto work = [parts = reducerOf(info)]() mutable -> Finish {
    parts->matchAllReduce();
    return [parts = std::move(parts)](EnvState& state) -> napi_value {
      return Napi::Env(state.env).Undefined();
    };
  };
  return Napi::Number::New(info.Env(), static_cast<double>(startJob(stateOf(info.Env()), work, info[1])));
}

// localUsedMap(reducer): the tensor that says which parameters this rank has used.
Napi::Value localUsedMap(const Napi::CallbackInfo& info) {
  const Parts parts = reducerOf(info);
  return {info.Env(),
          toJs(stateOf(info.Env()), c10::IValue(parts->reducer().get_local_used_map_on_device()))};
}

Napi::Value pushRebuiltParameters(const Napi::CallbackInfo& info) {
  const Parts parts = reducerOf(info);
  parts->enter(stateOf(info.Env()), [&] { parts->reducer().push_rebuilt_params_for_all_indices(); });
  return info.Env().Undefined();
}

Napi::Value checkReducerFinalized(const Napi::CallbackInfo& info) {
  const Parts parts = reducerOf(info);
  parts->enter(stateOf(info.Env()), [&] { parts->reducer().check_finalized(); });
  return info.Env().Undefined();
}

}  // namespace

void initReducer(Napi::Object exports) {
  expose<newReducer>(exports, "newReducer");
  expose<prepareForward>(exports, "prepareForward");
  expose<rebuildBuckets>(exports, "rebuildBuckets");
  expose<rebuildBucketsAsync>(exports, "rebuildBucketsAsync");
  expose<prepareBackward>(exports, "prepareBackward");
  expose<sinkOutputs>(exports, "sinkOutputs");
  expose<setForwardWork>(exports, "setForwardWork");
  expose<setStaticGraph>(exports, "setStaticGraph");
  expose<awaitsFirstBackward>(exports, "awaitsFirstBackward");
  expose<registerCommHook>(exports, "registerCommHook");
  expose<registerBuiltinCommHook>(exports, "registerBuiltinCommHook");
  expose<matchAllReduce>(exports, "matchAllReduce");
  expose<matchAllReduceAsync>(exports, "matchAllReduceAsync");
  expose<localUsedMap>(exports, "localUsedMap");
  expose<pushRebuiltParameters>(exports, "pushRebuiltParameters");
  expose<checkReducerFinalized>(exports, "checkReducerFinalized");
}

}  // namespace ltn
