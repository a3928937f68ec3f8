// What JavaScript can do with a run of layers.
#include "nn/chain/init.h"

#include <ATen/core/ivalue.h>

#include "core/boundary.h"
#include "core/state.h"
#include "dispatch/values.h"
#include "nn/chain/attention.h"
#include "nn/chain/chain.h"

namespace ltn {

namespace {

using chain::Chain;
using chain::Step;

ModulePtr moduleOf(napi_env env, napi_value value, const char* kind) {
  const ModuleHolder& holder = *unbox<ModuleHolder>(env, value);
  if (std::string_view(holder.row.name) != kind)
    throw ArgumentError(std::string("expected a native ") + kind);
  return holder.module;
}

// A step as lib/nn/containers/runs.ts writes it: [kind, and what the kind needs].
Step readStep(napi_env env, const Napi::Array& given) {
  Step step;
  const std::string kind = readString(env, given.Get(0u));
  if (kind == "linear") {
    step.kind = Step::Kind::kLinear;
    step.module = moduleOf(env, given.Get(1u), "Linear");
  } else if (kind == "dropout") {
    step.kind = Step::Kind::kDropout;
    step.module = moduleOf(env, given.Get(1u), "Dropout");
  } else if (kind == "layerNorm") {
    step.kind = Step::Kind::kLayerNorm;
    step.columns = readInt(env, given.Get(1u));
    step.eps = readScalar(env, given.Get(2u)).toDouble();
  } else if (kind == "residual") {
    step.kind = Step::Kind::kResidual;
  } else {
    step.kind = Step::Kind::kActivation;
    constexpr std::array<const char*, 6> kNames = {"relu", "tanh", "sigmoid", "silu", "gelu", "geluTanh"};
    const auto* const found = std::find(kNames.begin(), kNames.end(), kind);
    if (found == kNames.end()) throw ArgumentError("no step of a chain is called '" + kind + "'");
    step.activation = static_cast<chain::Activation>(found - kNames.begin());
  }
  return step;
}

// newChain(steps)
Napi::Value newChain(const Napi::CallbackInfo& info) {
  if (!info[0].IsArray()) throw ArgumentError("expected an array of steps");
  const auto given = info[0].As<Napi::Array>();
  auto made = std::make_shared<Chain>();
  for (uint32_t i = 0; i < given.Length(); ++i) {
    const Napi::Value step = given.Get(i);
    if (!step.IsArray()) throw ArgumentError("expected an array for a step");
    made->steps.push_back(readStep(info.Env(), step.As<Napi::Array>()));
  }
  return box(info.Env(), std::move(made));
}

// runChain(box, input, ...tensors): the output's handle, or null where the modules are to run one by one.
// `tensors` are the weight and the bias of each LayerNorm, or null, and what each residual adds, null for the
// input.
Napi::Value runChain(const Napi::CallbackInfo& info) {
  if (!chain::isEnabled()) return info.Env().Null();
  auto& state = stateOf(info.Env());
  const std::shared_ptr<Chain> chain = unbox<Chain>(info.Env(), info[0]);
  const at::Tensor input = readTensor(state, info[1]);
  std::vector<at::Tensor> tensors;
  for (size_t i = 2; i < info.Length(); ++i) {
    tensors.push_back(info[i].IsNull() ? at::Tensor() : readTensor(state, info[i]));
  }
  auto result = chain::run(*chain, input, tensors);
  if (!result) return info.Env().Null();
  return {info.Env(), toJs(state, c10::IValue(*std::move(result)))};
}

// runAttention(input, weight, bias | null, mask | null, heads, batchFirst, dropout, isCausal): the handle of
// what the output projection is given, or null where libtorch is to compute it.
Napi::Value runAttention(const Napi::CallbackInfo& info) {
  if (!chain::isEnabled()) return info.Env().Null();
  auto& state = stateOf(info.Env());
  const auto optional = [&](size_t i) {
    return info[i].IsNull() ? at::Tensor() : readTensor(state, info[i]);
  };
  const chain::Projection projection{readTensor(state, info[0]), readTensor(state, info[1]), optional(2)};
  const chain::AttentionOptions options{readInt(info.Env(), info[4]), info[5].ToBoolean(),
                                        readScalar(info.Env(), info[6]).toDouble(), info[7].ToBoolean()};
  auto result = chain::attention(projection, optional(3), options);
  if (!result) return info.Env().Null();
  return {info.Env(), toJs(state, c10::IValue(*std::move(result)))};
}

Napi::Value getFusedMlp(const Napi::CallbackInfo& info) {
  return Napi::Boolean::New(info.Env(), chain::isEnabled());
}

Napi::Value setFusedMlp(const Napi::CallbackInfo& info) {
  chain::setEnabled(info[0].ToBoolean());
  return info.Env().Undefined();
}

}  // namespace

void initChain(Napi::Object exports) {
  expose<newChain>(exports, "newChain");
  expose<runChain>(exports, "runChain");
  expose<runAttention>(exports, "runAttention");
  expose<getFusedMlp>(exports, "getFusedMlp");
  expose<setFusedMlp>(exports, "setFusedMlp");
}

}  // namespace ltn
