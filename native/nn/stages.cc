// Consecutive layers of convolutional networks in one call from JavaScript: what each of them computes, by
// libtorch's operators and with their bits. That saves calls, above all the first ones of a process, which
// are interpreted; and a value that only the next layer needs is gone as soon as that has run, as in Python,
// where here the end of a scope would free it. ReLU writes over the output of a convolution or a batch
// normalization, which nothing else sees and whose backward does not need it.
#include "nn/stages.h"

#include <ATen/core/grad_mode.h>
#include <ATen/core/ivalue.h>
#include <ATen/ops/adaptive_avg_pool2d.h>
#include <ATen/ops/batch_norm.h>
#include <ATen/ops/conv2d.h>
#include <ATen/ops/flatten.h>
#include <ATen/ops/linear.h>
#include <ATen/ops/max_pool2d.h>
#include <ATen/ops/relu.h>

#include <optional>
#include <vector>

#include "core/boundary.h"
#include "core/box.h"
#include "core/state.h"
#include "dispatch/values.h"
#include "nn/chain/conditions.h"

namespace ltn {

namespace stages {

enum class StageKind { kConvolution, kBatchNorm, kRelu, kMaxPool, kAveragePool, kFlatten, kLinear };

struct Stage {
  StageKind kind;
  // Convolution: stride, padding, dilation. Pool: kernel, stride, padding, dilation; or the output's size.
  std::vector<std::vector<int64_t>> sizes;
  int64_t groups = 1;
  int64_t start = 0, end = 0;  // Flatten
  bool ceil = false;
  bool inplace = false;
  double eps = 0, momentum = 0;
};

struct Stages {
  std::vector<Stage> all;
};

}  // namespace stages

template <>
struct BoxName<stages::Stages> {
  static constexpr const char* kName = "Stages";
};

namespace {

using stages::Stage;
using stages::StageKind;
using stages::Stages;

// The arguments of a call that are left: handles, null and booleans, in the order of the stages.
class Rest {
 public:
  Rest(EnvState& state, const Napi::CallbackInfo& info, size_t next)
      : state_(state), info_(info), next_(next) {}

  std::optional<at::Tensor> tensor() {
    const Napi::Value value = info_[next_++];
    return value.IsNull() ? std::optional<at::Tensor>() : readTensor(state_, value);
  }
  bool flag() { return info_[next_++].ToBoolean(); }

 private:
  EnvState& state_;
  const Napi::CallbackInfo& info_;
  size_t next_;
};

// Nothing where the ordinary path has an error for this input.
std::optional<at::Tensor> normalize(const Stage& stage, const at::Tensor& x, Rest& rest) {
  const auto weight = rest.tensor();
  const auto bias = rest.tensor();
  const auto mean = rest.tensor();
  const auto variance = rest.tensor();
  const auto counter = rest.tensor();
  const bool from_batch = rest.flag();
  if (x.dim() != 4 || x.size(1) == 0 || (from_batch && x.numel() / x.size(1) <= 1)) return std::nullopt;
  if (counter) {
    const at::NoGradGuard guard;
    counter->add_(1);
  }
  return at::batch_norm(x, weight, bias, mean, variance, from_batch, stage.momentum, stage.eps, true);
}

std::optional<at::Tensor> compute(const Stage& stage, const at::Tensor& x, bool ours, Rest& rest) {
  const auto& sizes = stage.sizes;
  switch (stage.kind) {
    case StageKind::kConvolution: {
      const auto weight = rest.tensor();
      const auto bias = rest.tensor();
      if (!weight) return std::nullopt;
      return at::conv2d(x, *weight, bias, sizes[0], sizes[1], sizes[2], stage.groups);
    }
    case StageKind::kBatchNorm:
      return normalize(stage, x, rest);
    case StageKind::kRelu:
      if (!ours && !stage.inplace) return at::relu(x);
      x.relu_();
      return x;
    case StageKind::kMaxPool:
      return at::max_pool2d(x, sizes[0], sizes[1], sizes[2], sizes[3], stage.ceil);
    case StageKind::kAveragePool:
      return at::adaptive_avg_pool2d(x, sizes[0]);
    case StageKind::kFlatten:
      return at::flatten(x, stage.start, stage.end);
    default: {
      const auto weight = rest.tensor();
      const auto bias = rest.tensor();
      if (!weight) return std::nullopt;
      return at::linear(x, *weight, bias);
    }
  }
}

Stage readStage(napi_env env, const Napi::Array& given) {
  const std::string kind = readString(env, given.Get(0u));
  const auto ints = [&](uint32_t i) { return readInts(env, given.Get(i)); };
  if (kind == "conv2d")
    return {StageKind::kConvolution, {ints(1), ints(2), ints(3)}, readInt(env, given.Get(4u))};
  if (kind == "relu") {
    Stage stage{StageKind::kRelu, {}};
    stage.inplace = given.Get(1u).ToBoolean();
    return stage;
  }
  if (kind == "linear") return {StageKind::kLinear, {}};
  if (kind == "averagePool") return {StageKind::kAveragePool, {ints(1)}};
  if (kind == "flatten")
    return {StageKind::kFlatten, {}, 1, readInt(env, given.Get(1u)), readInt(env, given.Get(2u))};
  if (kind == "maxPool")
    return {StageKind::kMaxPool, {ints(1), ints(2), ints(3), ints(4)}, 1, 0, 0, given.Get(5u).ToBoolean()};
  if (kind != "batchNorm") throw ArgumentError("no stage is called '" + kind + "'");
  Stage stage{StageKind::kBatchNorm, {}};
  stage.eps = readScalar(env, given.Get(1u)).toDouble();
  stage.momentum = readScalar(env, given.Get(2u)).toDouble();
  return stage;
}

// newStages(steps)
Napi::Value newStages(const Napi::CallbackInfo& info) {
  if (!info[0].IsArray()) throw ArgumentError("expected an array of stages");
  const auto given = info[0].As<Napi::Array>();
  auto made = std::make_shared<Stages>();
  for (uint32_t i = 0; i < given.Length(); ++i) {
    const Napi::Value stage = given.Get(i);
    if (!stage.IsArray()) throw ArgumentError("expected an array for a stage");
    made->all.push_back(readStage(info.Env(), stage.As<Napi::Array>()));
  }
  return box(info.Env(), std::move(made));
}

// runStages(box, input, ...given): the output's handle, or null where the layers are to run one by one. Given
// are for a convolution and a linear layer weight and bias; for a batch normalization weight, bias, running
// mean and variance, the counter if it counts this batch, and whether the batch's own statistics are used.
Napi::Value runStages(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  const std::shared_ptr<Stages> stages = unbox<Stages>(info.Env(), info[0]);
  at::Tensor value = readTensor(state, info[1]);
  if (!isPlain(value) || value.numel() == 0 || chain::isUnusual()) return info.Env().Null();
  Rest rest(state, info, 2);
  bool ours = false;
  for (const Stage& stage : stages->all) {
    auto next = compute(stage, value, ours, rest);
    if (!next) return info.Env().Null();
    value = *std::move(next);
    ours = stage.kind == StageKind::kConvolution || stage.kind == StageKind::kBatchNorm;
  }
  return {info.Env(), toJs(state, c10::IValue(std::move(value)))};
}

}  // namespace

void initStages(Napi::Object exports) {
  expose<newStages>(exports, "newStages");
  expose<runStages>(exports, "runStages");
}

}  // namespace ltn
