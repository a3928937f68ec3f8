// One epoch over tensors with torch::data's loader: its threads gather ahead, its sequencer keeps the order.
#include <torch/data/dataloader.h>

#include "core/boundary.h"
#include "core/box.h"
#include "core/process.h"
#include "core/process_end.h"
#include "core/state.h"
#include "data/gather.h"
#include "data/init.h"
#include "dispatch/values.h"

namespace ltn {

namespace {

using TorchLoader = torch::data::StatelessDataLoader<GatherDataset, OrderSampler>;

// An epoch in progress. Destroying the loader joins its threads, which touch no JavaScript, so it may happen
// at any time: at the end, when a loop is left early, by garbage collection, or while an environment shuts
// down.
class Epoch {
 public:
  explicit Epoch(std::unique_ptr<TorchLoader> loader)
      : loader_(std::move(loader)), position_(loader_->begin()), end_(loader_->end()) {
    if (loader_->options().workers > 0) working_.emplace();
  }

  // The next batch, or nothing at the end; what a thread threw is thrown as itself.
  std::optional<Batch> next() {
    if (!loader_) return std::nullopt;
    try {
      if (started_) ++position_;
      started_ = true;
      if (position_ == end_) return std::nullopt;
      return std::move(*position_);
    } catch (const torch::data::WorkerException& failure) {
      std::rethrow_exception(failure.original_exception);
    }
  }

  void close() {
    loader_.reset();
    working_.reset();
  }

 private:
  // Its threads gather ahead, also while nobody asks.
  std::optional<Working> working_;
  std::unique_ptr<TorchLoader> loader_;
  torch::data::Iterator<Batch> position_;
  torch::data::Iterator<Batch> end_;
  bool started_ = false;
};

}  // namespace

template <>
struct BoxName<Epoch> {
  static constexpr const char* kName = "DataLoader epoch";
};

namespace {

size_t count(const Napi::CallbackInfo& info, size_t index, int64_t least) {
  const int64_t value = readInt(info.Env(), info[index]);
  if (value < least)
    throw ArgumentError("openLoader: expected a batch size and a number of threads of at least 1");
  return static_cast<size_t>(value);
}

std::vector<at::Tensor> readColumns(EnvState& state, const Napi::Value& value) {
  auto tensors = readTensors(state, value);
  if (tensors.empty()) throw ArgumentError("openLoader: expected at least one tensor");
  for (const auto& tensor : tensors) {
    if (tensor.dim() == 0 || tensor.size(0) != tensors.front().size(0))
      throw ArgumentError("openLoader: expected tensors with the same number of rows");
  }
  return tensors;
}

at::Tensor readOrder(EnvState& state, const Napi::Value& value) {
  const at::Tensor& order = readTensor(state, value);
  if (order.scalar_type() != at::kLong || order.dim() != 1)
    throw ArgumentError("openLoader: expected an order of one dimension, int64");
  return order;
}

// openLoader(tensors, order, batchSize, dropLast, threads, ahead, timeout in ms or 0)
Napi::Value openLoader(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  const size_t threads = count(info, 4, 0);
  auto options = torch::data::DataLoaderOptions(count(info, 2, 1)).drop_last(info[3].As<Napi::Boolean>());
  // torch::data's sequencer divides by max_jobs; without threads there may be none, as nobody would do them.
  options.workers(threads).max_jobs(threads ? count(info, 5, 1) : 0);
  if (const size_t timeout = count(info, 6, 0)) options.timeout(std::chrono::milliseconds(timeout));
  auto loader = torch::data::make_data_loader(GatherDataset(readColumns(state, info[0])),
                                              OrderSampler(readOrder(state, info[1])), options);
  return box(info.Env(), std::make_shared<Epoch>(std::move(loader)));
}

// nextBatch(epoch): handles, or null at the end.
Napi::Value nextBatch(const Napi::CallbackInfo& info) {
  const auto batch = unbox<Epoch>(info.Env(), info[0])->next();
  if (!batch) return info.Env().Null();
  return {info.Env(), tensorsToJs(stateOf(info.Env()), *batch)};
}

Napi::Value closeLoader(const Napi::CallbackInfo& info) {
  unbox<Epoch>(info.Env(), info[0])->close();
  return info.Env().Undefined();
}

// announce(): a number for this environment. A loader that blocks its thread hears no events; it asks whether
// the environment of its worker is still there.
Napi::Value announce(const Napi::CallbackInfo& info) {
  auto& shared = process();
  const std::lock_guard lock(shared.mutex);
  const int64_t id = shared.next_environment++;
  const auto forget = [](void* data) {
    auto& state = process();
    const std::lock_guard guard(state.mutex);
    state.environments.erase(reinterpret_cast<intptr_t>(data));
  };
  check(info.Env(),
        napi_add_env_cleanup_hook(info.Env(), forget, reinterpret_cast<void*>(static_cast<intptr_t>(id))));
  shared.environments.insert(id);
  return Napi::Number::New(info.Env(), static_cast<double>(id));
}

Napi::Value isAnnounced(const Napi::CallbackInfo& info) {
  const int64_t id = readInt(info.Env(), info[0]);
  auto& shared = process();
  const std::lock_guard lock(shared.mutex);
  return Napi::Boolean::New(info.Env(), shared.environments.count(id) > 0);
}

}  // namespace

void initLoader(Napi::Object exports) {
  expose<openLoader>(exports, "openLoader");
  expose<nextBatch>(exports, "nextBatch");
  expose<closeLoader>(exports, "closeLoader");
  expose<announce>(exports, "announce");
  expose<isAnnounced>(exports, "isAnnounced");
}

}  // namespace ltn
