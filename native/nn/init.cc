// What JavaScript can do with a torch::nn module: make it, list its tensors, replace one, run it.
#include "nn/init.h"

#include <ATen/ops/alias.h>
#include <torch/nn/modules/rnn.h>

#include <array>

#include "core/boundary.h"
#include "core/jobs.h"
#include "core/state.h"
#include "dispatch/values.h"
#include "nn/chain/init.h"
#include "nn/encoder_layer.h"
#include "nn/module.h"
#include "nn/on_meta.h"
#include "nn/packed_convolution.h"
#include "nn/prepared/init.h"
#include "nn/random_turn.h"
#include "nn/recurrent/rnn.h"
#include "nn/stages.h"

namespace ltn {

namespace {

bool isNone(napi_env env, napi_value value) {
  napi_valuetype type = napi_undefined;
  check(env, napi_typeof(env, value, &type));
  return type == napi_undefined || type == napi_null;
}

const ModuleRow& rowOf(const std::string& name) {
  for (const auto* rows : {&layerRows(), &lossRows(), &recurrentRows()}) {
    for (const auto& row : *rows) {
      if (name == row.name) return row;
    }
  }
  throw ArgumentError("torch::nn has no registered module '" + name + "'");
}

Napi::Value moduleNames(const Napi::CallbackInfo& info) {
  auto names = Napi::Array::New(info.Env());
  uint32_t i = 0;
  for (const auto* rows : {&layerRows(), &lossRows(), &recurrentRows()}) {
    for (const auto& row : *rows) names.Set(i++, row.name);
  }
  return names;
}

// newModule(name, options, overwritten): with `overwritten` its tensors are on 'meta', and nothing is drawn.
Napi::Value newModule(const Napi::CallbackInfo& info) {
  const ModuleRow& row = rowOf(readString(info.Env(), info[0]));
  std::optional<OnMeta> on_meta;
  if (info[2].ToBoolean()) on_meta.emplace();
  ModulePtr module = row.make(stateOf(info.Env()), info[1]);
  return box(info.Env(), std::make_shared<ModuleHolder>(ModuleHolder{row, std::move(module)}));
}

ModuleHolder& self(const Napi::CallbackInfo& info) { return *unbox<ModuleHolder>(info.Env(), info[0]); }

Napi::Value pairs(const Napi::CallbackInfo& info,
                  const torch::OrderedDict<std::string, at::Tensor>& tensors) {
  auto& state = stateOf(info.Env());
  auto result = Napi::Array::New(info.Env());
  uint32_t i = 0;
  for (const auto& item : tensors) {
    if (!item.value().defined()) continue;
    auto pair = Napi::Array::New(info.Env(), 2);
    pair.Set(0u, item.key());
    pair.Set(1u, Napi::Value(info.Env(), toJs(state, c10::IValue(item.value()))));
    result.Set(i++, pair);
  }
  return result;
}

Napi::Value moduleParameters(const Napi::CallbackInfo& info) {
  return pairs(info, self(info).module->named_parameters(false));
}

Napi::Value moduleBuffers(const Napi::CallbackInfo& info) {
  return pairs(info, self(info).module->named_buffers(false));
}

// moduleAssign(box, name, handle or null): whether the module has a parameter or buffer of that name.
Napi::Value moduleAssign(const Napi::CallbackInfo& info) {
  auto& holder = self(info);
  const std::string name = readString(info.Env(), info[1]);
  const at::Tensor tensor =
      isNone(info.Env(), info[2]) ? at::Tensor() : readTensor(stateOf(info.Env()), info[2]);
  return Napi::Boolean::New(info.Env(), holder.row.assign(*holder.module, name, tensor));
}

Napi::Value moduleTrain(const Napi::CallbackInfo& info) {
  self(info).module->train(info[1].ToBoolean());
  return info.Env().Undefined();
}

Napi::Value moduleReset(const Napi::CallbackInfo& info) {
  const auto& holder = self(info);
  holder.row.reset(*holder.module);
  return info.Env().Undefined();
}

Napi::Value moduleRefresh(const Napi::CallbackInfo& info) {
  const auto& holder = self(info);
  if (holder.row.refresh) holder.row.refresh(*holder.module);
  return info.Env().Undefined();
}

// The inputs of a forward, from argument `first` on.
ForwardInputs readInputs(const Napi::CallbackInfo& info, size_t first) {
  std::array<napi_value, ForwardInputs::kMost> values;
  const size_t count = std::min(info.Length(), values.size() + first) - first;
  for (size_t i = 0; i < count; ++i) values[i] = info[i + first];
  return {stateOf(info.Env()), count, values.data()};
}

napi_value resultToJs(EnvState& state, ForwardResult&& result) {
  if (auto* tensors = std::get_if<std::vector<at::Tensor>>(&result)) return tensorsToJs(state, *tensors);
  return toJs(state, c10::IValue(std::get<at::Tensor>(std::move(result))));
}

// moduleForward(box, ...inputs): one crossing.
Napi::Value moduleForward(const Napi::CallbackInfo& info) {
  const auto& holder = self(info);
  auto result = holder.row.forward(*holder.module, readInputs(info, 1));
  return {info.Env(), resultToJs(stateOf(info.Env()), std::move(result))};
}

template <class Impl>
bool dropsBetweenLayers(const TorchModule& module) {
  const auto* network = dynamic_cast<const Impl*>(&module);
  return network && network->options.dropout() > 0;
}

// Whether a forward draws from the default generator.
bool drawsNumbers(const ModuleHolder& holder) {
  const auto& module = *holder.module;
  if (!module.is_training()) return false;
  return std::string_view(holder.row.name).find("Dropout") != std::string_view::npos ||
         dropsBetweenLayers<torch::nn::RNNImpl>(module) || dropsBetweenLayers<torch::nn::LSTMImpl>(module) ||
         dropsBetweenLayers<torch::nn::GRUImpl>(module);
}

// A forward off the thread: what it works on is its own.
struct OwnedForward {
  OwnedForward(const ModuleHolder& holder, ForwardInputs&& given)
      : row(holder.row), module(holder.row.snapshot(*holder.module)), inputs(std::move(given)) {
    inputs.detachFromJs();
    if (drawsNumbers(holder)) turn.emplace();
  }
  ForwardResult operator()() const {
    if (turn) turn->wait();
    return row.forward(*module, inputs);
  }

  std::optional<RandomTurn> turn;

  const ModuleRow& row;
  const ModulePtr module;
  ForwardInputs inputs;
};

// moduleForwardAsync(box, settle, ...inputs): the job's number.
Napi::Value moduleForwardAsync(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  auto forward = std::make_shared<OwnedForward>(self(info), readInputs(info, 2));
  const auto work = [forward]() -> Finish {
    auto result = std::make_shared<ForwardResult>((*forward)());
    return [result](EnvState& env) { return resultToJs(env, std::move(*result)); };
  };
  forward.reset();
  return Napi::Number::New(info.Env(), static_cast<double>(startJob(state, work, info[1])));
}

Napi::Value getFusedRnn(const Napi::CallbackInfo& info) {
  return Napi::Boolean::New(info.Env(), recurrent::isEnabled());
}

// The instruction set of the fused kernels: avx512, avx2 or portable.
Napi::Value getFusedRnnKernels(const Napi::CallbackInfo& info) {
  return Napi::String::New(info.Env(), recurrent::kernels().name);
}

Napi::Value setFusedRnn(const Napi::CallbackInfo& info) {
  recurrent::setEnabled(info[0].ToBoolean());
  return info.Env().Undefined();
}

// newParameter(handle, requiresGrad): a leaf over the same storage, as Python's Parameter(data).
Napi::Value newParameter(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  at::Tensor data = readTensor(state, info[0]).detach();
  data.unsafeGetTensorImpl()->set_allow_tensor_metadata_change(true);
  data.set_requires_grad(info[1].ToBoolean());
  return {info.Env(), toJs(state, c10::IValue(std::move(data)))};
}

}  // namespace

at::Tensor aliasOf(const at::Tensor& tensor) {
  return tensor.defined() && tensor.layout() == at::kStrided ? at::alias(tensor) : tensor;
}

ForwardInputs::ForwardInputs(EnvState& state, size_t count, const napi_value* values) {
  for (size_t i = 0; i < count; ++i) {
    napi_valuetype type = napi_undefined;
    check(state.env, napi_typeof(state.env, values[i], &type));
    if (type == napi_undefined || type == napi_null) continue;
    if (type == napi_object) {
      list_ = readTensors(state, values[i]);
    } else {
      tensors_[i] = readTensor(state, values[i]);
    }
  }
}

const at::Tensor& ForwardInputs::tensor(size_t i) const {
  if (!tensors_[i].defined())
    throw ArgumentError(c10::str("forward() expects an input at position ", i + 1, ", which is missing"));
  return tensors_[i];
}

void ForwardInputs::detachFromJs() {
  for (auto& tensor : tensors_) tensor = aliasOf(tensor);
  for (size_t i = 0; list_ && i < list_->size(); ++i) list_->at(i) = aliasOf(list_->at(i));
}

void initNn(Napi::Object exports) {
  expose<moduleNames>(exports, "moduleNames");
  expose<newModule>(exports, "newModule");
  expose<moduleParameters>(exports, "moduleParameters");
  expose<moduleBuffers>(exports, "moduleBuffers");
  expose<moduleAssign>(exports, "moduleAssign");
  expose<moduleTrain>(exports, "moduleTrain");
  expose<moduleReset>(exports, "moduleReset");
  expose<moduleRefresh>(exports, "moduleRefresh");
  expose<moduleForward>(exports, "moduleForward");
  expose<moduleForwardAsync>(exports, "moduleForwardAsync");
  expose<newParameter>(exports, "newParameter");
  expose<getFusedRnn>(exports, "getFusedRnn");
  expose<setFusedRnn>(exports, "setFusedRnn");
  expose<getFusedRnnKernels>(exports, "getFusedRnnKernels");
  initPackedConvolution(exports);
  prepared::initConvolution(exports);
  prepared::initEncoder(exports);
  prepared::initInt8(exports);
  prepared::initLinear(exports);
  prepared::initStamp(exports);
  initChain(exports);
  initStages(exports);
  initEncoderLayer(exports);
}

}  // namespace ltn
