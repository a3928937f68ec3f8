// The collectives of a process group. Each takes the group first, and last whether to wait: then it blocks
// until it has ended and gives undefined; otherwise it gives a work. Which ranks, shapes and lists are right
// is checked in TypeScript (lib/c10d) and by c10d.
#include <ATen/MemoryOverlap.h>
#include <c10/core/impl/LocalDispatchKeySet.h>

#include <string_view>
#include <utility>

#include "core/alone.h"
#include "core/boundary.h"
#include "core/state.h"
#include "dispatch/values.h"
#include "distributed/init.h"
#include "distributed/work.h"

namespace ltn {

namespace {

using Tensors = std::vector<at::Tensor>;
using WorkPtr = c10::intrusive_ptr<c10d::Work>;
using c10d::ReduceOp;

constexpr std::pair<std::string_view, ReduceOp::RedOpType> kReduceOps[] = {
    {"SUM", ReduceOp::SUM}, {"AVG", ReduceOp::AVG},   {"PRODUCT", ReduceOp::PRODUCT},
    {"MIN", ReduceOp::MIN}, {"MAX", ReduceOp::MAX},   {"BAND", ReduceOp::BAND},
    {"BOR", ReduceOp::BOR}, {"BXOR", ReduceOp::BXOR},
};

// A name, or for PREMUL_SUM the factor: a number, or a list of one tensor.
ReduceOp readOp(EnvState& state, const Napi::Value& value) {
  if (value.IsNumber()) return c10d::makePreMulSum(value.As<Napi::Number>().DoubleValue());
  if (value.IsArray()) {
    const at::Tensor factor = readTensor(state, value.As<Napi::Array>().Get(0u));
    if (factor.numel() != 1) throw ArgumentError("expected a factor that is a tensor of one element");
    return c10d::makePreMulSum(factor);
  }
  const std::string name = readString(state.env, value);
  for (const auto& [known, op] : kReduceOps) {
    if (known == name) return op;
  }
  throw ArgumentError("there is no reduction " + name);
}

// Whether a collective writes to a tensor.
enum class Use { kRead, kWrite };

// The arguments of one call.
class Call {
 public:
  explicit Call(const Napi::CallbackInfo& info)
      : info_(info), state_(stateOf(info.Env())), group_(groupOf(info.Env(), info[0])) {}

  const c10::intrusive_ptr<c10d::ProcessGroup>& group() { return group_; }
  at::Tensor tensor(size_t index, Use use) { return dense(readTensor(state_, info_[index]), use); }
  Tensors tensors(size_t index, Use use) {
    auto list = readTensors(state_, info_[index]);
    if (list.empty()) throw ArgumentError("expected a list with tensors");
    for (auto& tensor : list) tensor = dense(tensor, use);
    return list;
  }
  // None where a rank has nothing to give or to take.
  std::vector<Tensors> lists(size_t index, Use use) {
    const Napi::Value value = info_[index];
    if (!value.IsArray()) throw ArgumentError("expected lists of tensors");
    const auto array = value.As<Napi::Array>();
    std::vector<Tensors> lists;
    for (uint32_t i = 0; i < array.Length(); ++i) {
      lists.push_back(readTensors(state_, array.Get(i)));
      for (auto& tensor : lists.back()) tensor = dense(tensor, use);
    }
    return lists;
  }
  int integer(size_t index) {
    const int64_t value = readInt(info_.Env(), info_[index]);
    if (value != static_cast<int>(value)) throw ArgumentError("expected a number that fits 32 bits");
    return static_cast<int>(value);
  }
  std::vector<int64_t> integers(size_t index) { return readInts(info_.Env(), info_[index]); }
  ReduceOp op(size_t index) { return readOp(state_, info_[index]); }
  // The last argument.
  bool wait() { return info_[info_.Length() - 1].As<Napi::Boolean>(); }
  template <class Options>
  Options options() {
    Options made;
    made.asyncOp = !wait();
    return made;
  }
  Napi::Value result(WorkPtr work, WorkEnd end = WorkEnd::kByFuture) {
    return workToJs(info_.Env(), {group_, std::move(work), end, std::move(staged_)}, wait());
  }

 private:
  // gloo reads and writes as many elements as a tensor has, one behind the other, whatever its strides are.
  at::Tensor dense(const at::Tensor& tensor, Use use) {
    if (tensor.layout() != at::kStrided || tensor.is_non_overlapping_and_dense()) return tensor;
    const c10::impl::ExcludeDispatchKeyGuard below(c10::autograd_dispatch_keyset);
    if (use == Use::kWrite && at::has_internal_overlap(tensor) == at::MemOverlap::Yes) {
      throw KindError(
          "torch",
          "more than one element of the written-to tensor refers to a single memory location. Please "
          "clone() the tensor before performing the operation.");
    }
    const at::Tensor copy = tensor.contiguous();
    if (use == Use::kWrite) staged_.push_back({tensor, copy});
    return copy;
  }

  std::vector<Staged> staged_;
  const Napi::CallbackInfo& info_;
  EnvState& state_;
  const c10::intrusive_ptr<c10d::ProcessGroup> group_;
};

// allReduce(group, tensors, op, wait)
Napi::Value allReduce(const Napi::CallbackInfo& info) {
  Call call(info);
  auto tensors = call.tensors(1, Use::kWrite);
  auto options = call.options<c10d::AllreduceOptions>();
  options.reduceOp = call.op(2);
  return call.result(call.group()->allreduce(tensors, options));
}

// allReduceCoalesced(group, tensors, op, wait)
Napi::Value allReduceCoalesced(const Napi::CallbackInfo& info) {
  Call call(info);
  auto tensors = call.tensors(1, Use::kWrite);
  auto options = call.options<c10d::AllreduceCoalescedOptions>();
  options.reduceOp = call.op(2);
  return call.result(call.group()->allreduce_coalesced(tensors, options));
}

// broadcast(group, tensors, root, wait)
Napi::Value broadcast(const Napi::CallbackInfo& info) {
  Call call(info);
  auto tensors = call.tensors(1, Use::kWrite);
  auto options = call.options<c10d::BroadcastOptions>();
  options.rootRank = call.integer(2);
  return call.result(call.group()->broadcast(tensors, options));
}

// reduce(group, tensors, op, root, wait)
Napi::Value reduce(const Napi::CallbackInfo& info) {
  Call call(info);
  auto tensors = call.tensors(1, Use::kWrite);
  auto options = call.options<c10d::ReduceOptions>();
  options.reduceOp = call.op(2);
  options.rootRank = call.integer(3);
  return call.result(call.group()->reduce(tensors, options));
}

// allGather(group, outputs, inputs, wait): a list of outputs for each input.
Napi::Value allGather(const Napi::CallbackInfo& info) {
  Call call(info);
  auto outputs = call.lists(1, Use::kWrite);
  auto inputs = call.tensors(2, Use::kRead);
  return call.result(call.group()->allgather(outputs, inputs, call.options<c10d::AllgatherOptions>()));
}

// allGatherCoalesced(group, outputs, inputs, wait): a list of outputs for each rank.
Napi::Value allGatherCoalesced(const Napi::CallbackInfo& info) {
  Call call(info);
  auto outputs = call.lists(1, Use::kWrite);
  auto inputs = call.tensors(2, Use::kRead);
  return call.result(
      call.group()->allgather_coalesced(outputs, inputs, call.options<c10d::AllgatherOptions>()));
}

// allGatherSingle(group, output, input, wait)
Napi::Value allGatherSingle(const Napi::CallbackInfo& info) {
  Call call(info);
  auto output = call.tensor(1, Use::kWrite);
  auto input = call.tensor(2, Use::kRead);
  return call.result(call.group()->all_gather_single(output, input, call.options<c10d::AllgatherOptions>()));
}

// gather(group, outputs, inputs, root, wait): no lists of outputs where this is not the root.
Napi::Value gather(const Napi::CallbackInfo& info) {
  Call call(info);
  auto outputs = call.lists(1, Use::kWrite);
  auto inputs = call.tensors(2, Use::kRead);
  auto options = call.options<c10d::GatherOptions>();
  options.rootRank = call.integer(3);
  return call.result(call.group()->gather(outputs, inputs, options));
}

// scatter(group, outputs, inputs, root, wait)
Napi::Value scatter(const Napi::CallbackInfo& info) {
  Call call(info);
  auto outputs = call.tensors(1, Use::kWrite);
  auto inputs = call.lists(2, Use::kRead);
  auto options = call.options<c10d::ScatterOptions>();
  options.rootRank = call.integer(3);
  return call.result(call.group()->scatter(outputs, inputs, options));
}

// reduceScatter(group, outputs, inputs, op, wait)
Napi::Value reduceScatter(const Napi::CallbackInfo& info) {
  Call call(info);
  auto outputs = call.tensors(1, Use::kWrite);
  auto inputs = call.lists(2, Use::kRead);
  auto options = call.options<c10d::ReduceScatterOptions>();
  options.reduceOp = call.op(3);
  return call.result(call.group()->reduce_scatter(outputs, inputs, options));
}

// reduceScatterSingle(group, output, input, op, wait)
Napi::Value reduceScatterSingle(const Napi::CallbackInfo& info) {
  Call call(info);
  auto output = call.tensor(1, Use::kWrite);
  auto input = call.tensor(2, Use::kRead);
  auto options = call.options<c10d::ReduceScatterOptions>();
  options.reduceOp = call.op(3);
  return call.result(call.group()->reduce_scatter_single(output, input, options));
}

// allToAll(group, outputs, inputs, wait)
Napi::Value allToAll(const Napi::CallbackInfo& info) {
  Call call(info);
  auto outputs = call.tensors(1, Use::kWrite);
  auto inputs = call.tensors(2, Use::kRead);
  return call.result(call.group()->alltoall(outputs, inputs, call.options<c10d::AllToAllOptions>()));
}

// allToAllSingle(group, output, input, output sizes, input sizes, wait)
Napi::Value allToAllSingle(const Napi::CallbackInfo& info) {
  Call call(info);
  auto output = call.tensor(1, Use::kWrite);
  auto input = call.tensor(2, Use::kRead);
  auto output_sizes = call.integers(3);
  auto input_sizes = call.integers(4);
  const auto options = call.options<c10d::AllToAllOptions>();
  return call.result(call.group()->all_to_all_single(output, input, output_sizes, input_sizes, options));
}

// barrier(group, timeout in ms or -1, wait)
Napi::Value barrier(const Napi::CallbackInfo& info) {
  Call call(info);
  auto options = call.options<c10d::BarrierOptions>();
  options.timeout = readTimeout(info.Env(), info[1]);
  return call.result(call.group()->barrier(options));
}

// monitoredBarrier(group, timeout in ms, wait for all ranks, settle): rank 0 says who has not come. Blocks
// where settle is null.
Napi::Value monitoredBarrier(const Napi::CallbackInfo& info) {
  const auto group = groupOf(info.Env(), info[0]);
  c10d::BarrierOptions options;
  options.timeout = readTimeout(info.Env(), info[1]);
  const bool all = info[2].As<Napi::Boolean>();
  if (info[3].IsNull()) {
    group->monitoredBarrier(options, all);
    return info.Env().Undefined();
  }
  const auto wait = [group, options, all]() -> Finish {
    group->monitoredBarrier(options, all);
    return [](EnvState& state) -> napi_value { return Napi::Env(state.env).Undefined(); };
  };
  startAlone(stateOf(info.Env()), wait, info[3]);
  return info.Env().Undefined();
}

// A tensor on the CPU goes by gloo, whose sends and receives end in their `wait`.
WorkEnd endOf(const Tensors& tensors) {
  return tensors.front().is_cpu() ? WorkEnd::kInWait : WorkEnd::kByFuture;
}

// send(group, tensors, destination, tag, wait)
Napi::Value send(const Napi::CallbackInfo& info) {
  Call call(info);
  auto tensors = call.tensors(1, Use::kRead);
  return call.result(call.group()->send(tensors, call.integer(2), call.integer(3)), endOf(tensors));
}

// recv(group, tensors, source or -1 for any, tag, wait)
Napi::Value recv(const Napi::CallbackInfo& info) {
  Call call(info);
  auto tensors = call.tensors(1, Use::kWrite);
  const int source = call.integer(2);
  auto work = source < 0 ? call.group()->recvAnysource(tensors, call.integer(3))
                         : call.group()->recv(tensors, source, call.integer(3));
  return call.result(std::move(work), endOf(tensors));
}

}  // namespace

void initCollectives(Napi::Object exports) {
  expose<allReduce>(exports, "allReduce");
  expose<allReduceCoalesced>(exports, "allReduceCoalesced");
  expose<broadcast>(exports, "broadcast");
  expose<reduce>(exports, "reduce");
  expose<allGather>(exports, "allGather");
  expose<allGatherCoalesced>(exports, "allGatherCoalesced");
  expose<allGatherSingle>(exports, "allGatherSingle");
  expose<gather>(exports, "gather");
  expose<scatter>(exports, "scatter");
  expose<reduceScatter>(exports, "reduceScatter");
  expose<reduceScatterSingle>(exports, "reduceScatterSingle");
  expose<allToAll>(exports, "allToAll");
  expose<allToAllSingle>(exports, "allToAllSingle");
  expose<barrier>(exports, "barrier");
  expose<monitoredBarrier>(exports, "monitoredBarrier");
  expose<send>(exports, "send");
  expose<recv>(exports, "recv");
}

}  // namespace ltn
