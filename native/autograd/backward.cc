// backward and grad, on the thread and off it.
#include <ATen/functorch/DynamicLayer.h>
#include <torch/csrc/autograd/autograd.h>

#include "autograd/engine.h"
#include "autograd/init.h"
#include "core/boundary.h"
#include "core/jobs.h"
#include "dispatch/values.h"

namespace ltn {

namespace {

// (Tensor | null)[]; null is an undefined tensor, which the engine reads as "ones, if this is a scalar".
std::vector<at::Tensor> readGradients(EnvState& state, const Napi::Value& value) {
  const auto array = value.As<Napi::Array>();
  std::vector<at::Tensor> result(array.Length());
  for (uint32_t i = 0; i < result.size(); ++i) {
    const Napi::Value item = array.Get(i);
    if (!item.IsNull()) result[i] = readTensor(state, item);
  }
  return result;
}

// Gradients have the shapes of their outputs, and are complex where these are. libtorch says the same of most
// of them, but with the words of a node that has returned them.
void checkGradient(size_t i, const at::Tensor& output, const at::Tensor& gradient) {
  if (output.is_nested() || gradient.is_nested()) return;
  if (output.sym_sizes() != gradient.sym_sizes()) {
    const std::string place = "[" + std::to_string(i) + "] has a shape of ";
    throw KindError("autograd", c10::str("Mismatch in shape: grad_output", place, gradient.sym_sizes(),
                                         " and output", place, output.sym_sizes(), "."));
  }
  if (output.is_complex() == gradient.is_complex()) return;
  const std::string place = "[" + std::to_string(i) + "] has a dtype of ";
  throw KindError(
      "autograd",
      c10::str(
          "For complex Tensors, both grad_output and output are required to have the same dtype. Mismatch "
          "in dtype: grad_output",
          place, gradient.scalar_type(), " and output", place, output.scalar_type(), "."));
}

void requireNoTransform() {
  if (!at::functorch::maybeCurrentDynamicLayer().has_value()) return;
  throw KindError("autograd",
                  "backward() called inside a functorch transform. This is not supported, please use "
                  "torch.func.grad or torch.func.vjp instead or call backward() outside of functorch "
                  "transforms.");
}

// What both entry points of the engine take.
struct Request {
  Request(EnvState& state, const Napi::CallbackInfo& info, size_t gradients_at)
      : outputs(readTensors(state, info[0])),
        gradients(readGradients(state, info[gradients_at])),
        retain_graph(info[gradients_at + 1].As<Napi::Boolean>()),
        create_graph(info[gradients_at + 2].As<Napi::Boolean>()) {
    for (size_t i = 0; i < std::min(outputs.size(), gradients.size()); ++i)
      if (gradients[i].defined()) checkGradient(i, outputs[i], gradients[i]);
  }

  std::vector<at::Tensor> outputs;
  std::vector<at::Tensor> gradients;
  bool retain_graph;
  bool create_graph;
};

struct Backward : Request {
  Backward(EnvState& state, const Napi::CallbackInfo& info)
      : Request(state, info, 1), inputs(readTensors(state, info[4])) {
    requireNoTransform();
  }
  void operator()() const {
    torch::autograd::backward(outputs, gradients, retain_graph, create_graph, inputs);
  }

  std::vector<at::Tensor> inputs;
};

// backward(tensors, gradients, retainGraph, createGraph, inputs)
Napi::Value backward(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  const Backward request(state, info);
  runEngine(state, [&] { request(); });
  return info.Env().Undefined();
}

// Counts a backward that runs off the thread from its start to its settlement; both are on the environment's
// thread.
Napi::Value settleCounted(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  --state.async_backwards;
  state.after_backward->ended();
  return info.Env().Undefined();
}

// backwardAsync(tensors, gradients, retainGraph, createGraph, inputs, settle): the job's number. Each start
// is followed by one call of backwardSettled, whether the job ran, failed or was cancelled.
Napi::Value backwardAsync(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  auto request = std::make_shared<Backward>(state, info);
  const auto work = [request]() -> Finish {
    runEngineOffThread([&] { (*request)(); });
    return [](EnvState& env) -> napi_value { return Napi::Env(env.env).Undefined(); };
  };
  request.reset();
  const int64_t id = startJob(state, work, info[5]);
  ++state.async_backwards;
  state.after_backward->started();
  return Napi::Number::New(info.Env(), static_cast<double>(id));
}

// gradients(outputs, inputs, gradients, retainGraph, createGraph, allowUnused): handles, null where unused.
Napi::Value gradients(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  const Request request(state, info, 2);
  const auto inputs = readTensors(state, info[1]);
  const bool allow_unused = info[5].As<Napi::Boolean>();
  std::vector<at::Tensor> result;
  runEngine(state, [&] {
    result = torch::autograd::grad(request.outputs, inputs, request.gradients, request.retain_graph,
                                   request.create_graph, allow_unused);
  });
  return {info.Env(), tensorsToJs(state, result)};
}

}  // namespace

void initBackward(Napi::Object exports) {
  expose<backward>(exports, "backward");
  expose<backwardAsync>(exports, "backwardAsync");
  expose<settleCounted>(exports, "backwardSettled");
  expose<gradients>(exports, "gradients");
}

}  // namespace ltn
