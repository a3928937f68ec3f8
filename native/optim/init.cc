#include "optim/init.h"

#include <ATen/core/ivalue.h>
#include <ATen/ops/scalar_tensor.h>

#include "core/boundary.h"
#include "core/codes.h"
#include "core/state.h"
#include "dispatch/values.h"
#include "optim/holder.h"
#include "optim/rows.h"
#include "optim/state_check.h"

namespace ltn {

namespace {

// What is wrong with the parameters of a group: one occurs twice, one occurs in another group, too.
enum GroupFault : int { kDuplicates = 1, kShared = 2 };

// What becomes of a tensor of a state dict: nothing; of the parameter's device and, where that is a floating
// point one, its dtype, but for the step counter; the same, and the counter to the parameter's device.
enum class Cast : int64_t { kNone, kLoad, kLoadCapturable };

using optim::Holder;
using optim::Row;
using optim::Settings;

const std::vector<const Row*>& rows() {
  using namespace optim;
  static const std::vector<const Row*> all = {
      &adadelta::kRow, &adafactor::kRow, &adagrad::kRow,    &adam::kRow,  &adamax::kRow,
      &asgd::kRow,     &muon::kRow,      &nadam::kRow,      &radam::kRow, &rmsprop::kRow,
      &rprop::kRow,    &sgd::kRow,       &sparse_adam::kRow};
  return all;
}

const Row& rowOf(const std::string& name) {
  for (const Row* row : rows()) {
    if (name == row->name) return *row;
  }
  throw ArgumentError("there is no native optimizer " + name);
}

Napi::Array names(Napi::Env env, const std::vector<const char*>& list) {
  auto array = Napi::Array::New(env, list.size());
  for (uint32_t i = 0; i < list.size(); ++i) array.Set(i, list[i]);
  return array;
}

bool missing(const Napi::Value& value) { return value.IsNull() || value.IsUndefined(); }

at::Tensor readOptional(EnvState& state, const Napi::Value& value) {
  return missing(value) ? at::Tensor() : readTensor(state, value);
}

// newOptimizer(name): { box, options, state, plainCounter }
Napi::Value newOptimizer(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  const auto holder = std::make_shared<Holder>(rowOf(readString(env, info[0])));
  auto result = Napi::Object::New(env);
  result.Set("box", box(env, holder));
  result.Set("options", names(env, holder->row().options));
  result.Set("state", names(env, holder->row().state));
  result.Set("plainCounter", holder->row().plain_counter);
  return result;
}

// checkParameters(box, index, params): the faults of a group, a bit each.
Napi::Value checkParameters(const Napi::CallbackInfo& info) {
  const auto& holder = unbox<Holder>(info.Env(), info[0]);
  const auto params = readTensors(stateOf(info.Env()), info[2]);
  const auto index = static_cast<size_t>(readInt(info.Env(), info[1]));
  const int found = (holder->hasDuplicates(params) ? kDuplicates : 0) |
                    (holder->sharesWithOtherGroup(index, params) ? kShared : 0);
  return Napi::Number::New(info.Env(), found);
}

// setParameters(box, index, params)
Napi::Value setParameters(const Napi::CallbackInfo& info) {
  const auto& holder = unbox<Holder>(info.Env(), info[0]);
  holder->setGroup(static_cast<size_t>(readInt(info.Env(), info[1])),
                   readTensors(stateOf(info.Env()), info[2]));
  return info.Env().Undefined();
}

Settings readSettings(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  if (!info[2].IsTypedArray() || info[2].As<Napi::TypedArray>().TypedArrayType() != napi_float64_array) {
    throw ArgumentError("expected a Float64Array of options");
  }
  const auto values = info[2].As<Napi::Float64Array>();
  Settings settings;
  settings.values.assign(values.Data(), values.Data() + values.ElementLength());
  settings.scalar_dtype = info[3].ToBoolean() ? at::kDouble : at::kFloat;
  settings.lr = readOptional(state, info[4]);
  settings.grad_scale = readOptional(state, info[5]);
  settings.found_inf = readOptional(state, info[6]);
  settings.beta1 = readOptional(state, info[7]);
  settings.beta2 = readOptional(state, info[8]);
  return settings;
}

// stepOptimizer(box, index, values: Float64Array, doubleSteps, lr, gradScale, foundInf, beta1, beta2)
Napi::Value stepOptimizer(const Napi::CallbackInfo& info) {
  const auto& holder = unbox<Holder>(info.Env(), info[0]);
  holder->stepGroup(static_cast<size_t>(readInt(info.Env(), info[1])), readSettings(info));
  return info.Env().Undefined();
}

// beginOptimizer: the same arguments; makes the state of a group's parameters.
Napi::Value beginOptimizer(const Napi::CallbackInfo& info) {
  const auto& holder = unbox<Holder>(info.Env(), info[0]);
  holder->beginGroup(static_cast<size_t>(readInt(info.Env(), info[1])), readSettings(info));
  return info.Env().Undefined();
}

// deferOptimizer: the arguments of stepOptimizer; the first group's begins a step that runDeferred runs and
// settleOptimizer ends, whether the job ran, failed or was cancelled.
Napi::Value deferOptimizer(const Napi::CallbackInfo& info) {
  const auto& holder = unbox<Holder>(info.Env(), info[0]);
  holder->defer(static_cast<size_t>(readInt(info.Env(), info[1])), readSettings(info));
  return info.Env().Undefined();
}

// runDeferred(box, settle): the job's number.
Napi::Value runDeferred(const Napi::CallbackInfo& info) {
  const auto step = unbox<Holder>(info.Env(), info[0])->deferred();
  if (!step) throw ArgumentError("this optimizer has no step to run off the thread: nothing was prepared");
  const auto work = [step]() -> Finish {
    step->run();
    return [](EnvState& env) -> napi_value { return Napi::Env(env.env).Undefined(); };
  };
  return Napi::Number::New(info.Env(), static_cast<double>(startJob(stateOf(info.Env()), work, info[1])));
}

Napi::Value settleOptimizer(const Napi::CallbackInfo& info) {
  unbox<Holder>(info.Env(), info[0])->settle();
  return info.Env().Undefined();
}

// Python's zero_grad. libtorch's own detaches each gradient first, which fails for one that is a view.
void zeroGradient(at::Tensor& param, bool set_to_none) {
  at::Tensor& grad = param.mutable_grad();
  if (!grad.defined()) return;
  if (set_to_none) {
    grad.reset();
    return;
  }
  if (grad.grad_fn())
    grad.detach_();
  else
    grad.requires_grad_(false);
  grad.zero_();
}

// zeroGradients(params, setToNone)
Napi::Value zeroGradients(const Napi::CallbackInfo& info) {
  const bool set_to_none = info[1].ToBoolean();
  for (auto& param : readTensors(stateOf(info.Env()), info[0])) zeroGradient(param, set_to_none);
  return info.Env().Undefined();
}

// zeroOptimizer(box, setToNone): zeroGradients of all its parameters.
Napi::Value zeroOptimizer(const Napi::CallbackInfo& info) {
  const auto& holder = unbox<Holder>(info.Env(), info[0]);
  holder->refuseBusy();
  const bool set_to_none = info[1].ToBoolean();
  for (auto& group : holder->param_groups()) {
    for (auto& param : group.params()) zeroGradient(param, set_to_none);
  }
  return info.Env().Undefined();
}

// optimizerState(box, param): a handle or null for each slot; null if the parameter has no state.
Napi::Value optimizerState(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  const auto& holder = unbox<Holder>(info.Env(), info[0]);
  const auto* found = holder->find(readTensor(state, info[1]));
  if (!found) return info.Env().Null();
  const size_t count = holder->row().state.size();
  auto result = Napi::Array::New(info.Env(), count);
  for (uint32_t i = 0; i < count; ++i) result.Set(i, toJs(state, c10::IValue(found->slots[i])));
  return result;
}

at::Tensor castState(const at::Tensor& value, const at::Tensor& param, bool counter, Cast cast) {
  // What has no data to be moved is refused by name, as of another device.
  if (cast == Cast::kNone || !value.defined() || value.is_meta() != param.is_meta()) return value;
  if (counter) return cast == Cast::kLoadCapturable ? value.to(param.device(), at::kFloat) : value;
  return param.is_floating_point() ? value.to(param.device(), param.scalar_type()) : value.to(param.device());
}

// A tensor, or a number in an array: counters were numbers once.
at::Tensor readSlot(EnvState& state, const Napi::Value& value) {
  if (!value.IsArray()) return readOptional(state, value);
  return at::scalar_tensor(value.As<Napi::Array>().Get(0u).ToNumber().DoubleValue(), at::kFloat);
}

// setOptimizerState(box, param, slots, cast): null instead of slots forgets the state.
Napi::Value setOptimizerState(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  const auto& holder = unbox<Holder>(info.Env(), info[0]);
  const at::Tensor param = readTensor(state, info[1]);
  if (missing(info[2])) {
    holder->forget(param);
    return info.Env().Undefined();
  }
  const auto slots = info[2].As<Napi::Array>();
  const auto cast = static_cast<Cast>(readInt(info.Env(), info[3]));
  const auto& names = holder->row().state;
  holder->refuseBusy();
  // Looked at before any of it is kept: a state that is refused leaves the former one.
  optim::Slots fresh;
  for (uint32_t i = 0; i < std::min<size_t>(slots.Length(), names.size()); ++i) {
    const bool counter = std::string_view(names[i]) == "step";
    fresh[i] = castState(readSlot(state, slots.Get(i)), param, counter, cast);
  }
  checkState(holder->row(), param, fresh);
  holder->stateOf(param).slots = fresh;
  return info.Env().Undefined();
}

Napi::Value clearOptimizerState(const Napi::CallbackInfo& info) {
  unbox<Holder>(info.Env(), info[0])->forgetAll();
  return info.Env().Undefined();
}

}  // namespace

CodeLists optimCodes() {
  return {codesOf<GroupFault>("groupFault", {{"duplicates", kDuplicates}, {"shared", kShared}}),
          codesOf<Cast>(
              "stateCast",
              {{"none", Cast::kNone}, {"load", Cast::kLoad}, {"loadCapturable", Cast::kLoadCapturable}})};
}

void initOptim(Napi::Object exports) {
  initLibm(exports);
  initScaler(exports);
  expose<newOptimizer>(exports, "newOptimizer");
  expose<checkParameters>(exports, "checkParameters");
  expose<setParameters>(exports, "setParameters");
  expose<stepOptimizer>(exports, "stepOptimizer");
  expose<beginOptimizer>(exports, "beginOptimizer");
  expose<deferOptimizer>(exports, "deferOptimizer");
  expose<runDeferred>(exports, "runDeferred");
  expose<settleOptimizer>(exports, "settleOptimizer");
  expose<zeroGradients>(exports, "zeroGradients");
  expose<zeroOptimizer>(exports, "zeroOptimizer");
  expose<optimizerState>(exports, "optimizerState");
  expose<setOptimizerState>(exports, "setOptimizerState");
  expose<clearOptimizerState>(exports, "clearOptimizerState");
}

}  // namespace ltn
