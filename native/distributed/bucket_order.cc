// The order in which a Reducer has its gradients: where in a bucket one lies decides in which order the
// ranks' numbers are summed, so that a run that goes on in a new process needs the order of the former one.
#include <algorithm>
#include <torch/csrc/distributed/c10d/reducer.hpp>
#include <utility>
#include <vector>

#include "core/boundary.h"
#include "core/jobs.h"
#include "dispatch/values.h"
#include "distributed/init.h"
#include "distributed/reducer.h"

namespace ltn {

namespace {

// What is protected in the Reducer: notes that the gradient of a parameter has come.
struct Arrivals : c10d::Reducer {
  static void note(c10d::Reducer& reducer, size_t index) {
    (reducer.*(&Arrivals::push_rebuilt_params))(index);
  }
};

// The positions of all parameters, bucket after bucket.
std::vector<int64_t> orderOf(ReducerParts& parts) {
  std::vector<int64_t> order;
  for (auto& bucket : parts.reducer().get_grad_buckets(false)) {
    for (const auto& parameter : bucket.getParameters()) {
      order.push_back(parts.positions().at(parameter.unsafeGetTensorImpl()));
    }
  }
  return order;
}

bool isPermutation(std::vector<int64_t> order, size_t size) {
  std::sort(order.begin(), order.end());
  for (size_t i = 0; i < order.size(); ++i) {
    if (std::cmp_not_equal(order[i], i)) return false;
  }
  return order.size() == size;
}

// bucketOrder(reducer, settle): makes the buckets anew where that is due, which all ranks do together. Gives
// the positions of the parameters in the order of the buckets; null while these are the first ones. The
// number of the job.
Napi::Value bucketOrder(const Napi::CallbackInfo& info) {
  const auto work = [parts = reducerOf(info)]() mutable -> Finish {
    parts->rebuildBuckets();
    auto order = parts->rebuilt() ? orderOf(*parts) : std::vector<int64_t>();
    return [parts = std::move(parts), order = std::move(order)](EnvState& state) -> napi_value {
      return order.empty() ? Napi::Env(state.env).Null() : intsToJs(state.env, order);
    };
  };
  return Napi::Number::New(info.Env(), static_cast<double>(startJob(stateOf(info.Env()), work, info[1])));
}

// useBucketOrder(reducer, order): lays the buckets out as if gradients had come in this order, for good. All
// ranks do it together, before the first forward.
Napi::Value useBucketOrder(const Napi::CallbackInfo& info) {
  const auto parts = reducerOf(info);
  const auto order = readInts(info.Env(), info[1]);
  if (!isPermutation(order, parts->positions().size())) throw ArgumentError("expected each parameter once");
  parts->enter(stateOf(info.Env()), [&] {
    if (!parts->reducer().should_rebuild_buckets()) return;
    for (const int64_t index : order) Arrivals::note(parts->reducer(), static_cast<size_t>(index));
    parts->rebuildBuckets();
  });
  return info.Env().Undefined();
}

}  // namespace

void initBucketOrder(Napi::Object exports) {
  expose<bucketOrder>(exports, "bucketOrder");
  expose<useBucketOrder>(exports, "useBucketOrder");
}

}  // namespace ltn
