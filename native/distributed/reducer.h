// One DistributedDataParallel's Reducer and Logger. The module's box keeps them, and so does every graph that
// a forward has recorded, so that a backward reduces gradients after the module itself has been collected.
#pragma once

#include <napi.h>

#include <atomic>
#include <memory>
#include <string>
#include <torch/csrc/distributed/c10d/logger.hpp>
#include <torch/csrc/distributed/c10d/reducer.hpp>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/box.h"
#include "core/state.h"
#include "distributed/comm_hook.h"

namespace ltn {

class ReducerParts {
 public:
  struct Plan {
    std::vector<at::Tensor> params;
    c10::intrusive_ptr<c10d::ProcessGroup> group;
    std::vector<bool> sparse;
    // What buckets may hold in the first step, and once the order of gradients is known.
    std::vector<size_t> limits;
    std::vector<int64_t> later_limits;
    int64_t bucket_bytes = 0;
    int64_t first_bucket_bytes = 0;
    bool find_unused = false;
    bool as_bucket_view = false;
    bool skip_unused = false;
    bool batched_copy = false;
    std::vector<std::string> names;
  };

  // Ends after the backward passes that run by then.
  static std::shared_ptr<ReducerParts> make(EnvState& state, Plan plan);
  ~ReducerParts();
  ReducerParts(const ReducerParts&) = delete;
  ReducerParts& operator=(const ReducerParts&) = delete;

  c10d::Reducer& reducer() { return *reducer_; }
  c10d::Logger& logger() { return *logger_; }

  // Calls something that takes the Reducer's lock, on the environment's thread. A communication hook in
  // JavaScript runs under that lock and needs this thread, so that nothing may wait for the lock while the
  // hook runs or is about to.
  template <class Call>
  void enter(EnvState& state, Call&& call) {
    if (hook_ && (hook_->running() || (hook_->expected() && state.async_backwards > 0))) {
      throw KindError(
          "torch",
          "this cannot be called while a communication hook of the same module runs, or may run in "
          "backwardAsync(): await that first");
    }
    call();
  }
  // From now on a backward may call the hook.
  void expectHook() {
    if (hook_) hook_->expect();
  }

  // A static graph's first backward reduces all gradients at its end.
  void awaitFirst() { first_to_come_ = true; }
  bool awaitsFirst() const { return first_to_come_; }
  // Whether this is that backward: true once.
  bool delayFirst() { return first_to_come_.exchange(false); }

  void useHook(EnvState& state, napi_value run, napi_value finish);
  // What a rank that has run out of inputs does while others run backward: gives zeros to their reductions.
  void matchAllReduce();
  // Makes the buckets anew once the order of gradients is known: true where it did.
  bool rebuildBuckets() {
    const bool made = reducer_->rebuild_buckets();
    if (made) rebuilt_ = true;
    return made;
  }
  // Whether the buckets are those for good.
  bool rebuilt() const { return rebuilt_; }
  // Positions among the parameters; the bucket's order.
  const std::unordered_map<c10::TensorImpl*, int64_t>& positions() const { return positions_; }

 private:
  explicit ReducerParts(Plan plan);

  std::unordered_map<c10::TensorImpl*, int64_t> positions_;
  c10::intrusive_ptr<c10d::ProcessGroup> group_;
  std::shared_ptr<c10d::Reducer> reducer_;
  std::shared_ptr<c10d::Logger> logger_;
  std::atomic<bool> first_to_come_ = false;
  std::atomic<bool> rebuilt_ = false;
  std::shared_ptr<HookFunctions> hook_;
  // The same hook as the Reducer has: it reads results where no backward does.
  c10d::CommHookInterface* installed_ = nullptr;
};

template <>
struct BoxName<ReducerParts> {
  static constexpr const char* kName = "Reducer";
};

// The Reducer in the first argument.
inline const std::shared_ptr<ReducerParts>& reducerOf(const Napi::CallbackInfo& info) {
  return unbox<ReducerParts>(info.Env(), info[0]);
}

}  // namespace ltn
