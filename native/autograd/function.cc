// Custom functions: a node of the graph whose backward is a JavaScript function.
#include <torch/csrc/autograd/custom_function.h>
#include <torch/csrc/autograd/functions/basic_ops.h>
#include <torch/version.h>

#include <unordered_set>

#include "autograd/engine.h"
#include "autograd/function_node.h"
#include "autograd/init.h"
#include "core/boundary.h"
#include "core/box.h"
#include "core/state.h"
#include "dispatch/values.h"

namespace ltn {

namespace {

using torch::autograd::Node;

// The node as its own context in JavaScript sees it: the node keeps the context, so this must not keep the
// node.
struct FunctionContext {
  c10::weak_intrusive_ptr<Node> node;
};

}  // namespace

template <>
struct BoxName<FunctionContext> {
  static constexpr const char* kName = "FunctionContext";
};

namespace {

std::unordered_set<at::TensorImpl*> implsOf(const std::vector<at::Tensor>& tensors) {
  std::unordered_set<at::TensorImpl*> set;
  for (const auto& tensor : tensors) set.insert(tensor.unsafeGetTensorImpl());
  return set;
}

std::vector<at::Tensor> readDefined(EnvState& state, const Napi::Value& value) {
  const auto array = value.As<Napi::Array>();
  std::vector<at::Tensor> tensors(array.Length());
  for (uint32_t i = 0; i < tensors.size(); ++i) {
    const Napi::Value item = array.Get(i);
    if (!item.IsNull()) tensors[i] = readTensor(state, item);
  }
  return tensors;
}

// Ties outputs to the node, as Python's and C++'s custom functions do.
std::vector<std::optional<at::Tensor>> wrapOutputs(const std::vector<at::Tensor>& inputs,
                                                   const std::vector<at::Tensor>& outputs,
                                                   const std::vector<at::Tensor>& dirty,
                                                   const std::vector<at::Tensor>& constant,
                                                   const c10::intrusive_ptr<Node>& node,
                                                   const std::shared_ptr<JsCallback>& jvp) {
  for (const auto& tensor : dirty) torch::autograd::impl::bump_version(tensor);
  std::vector<std::optional<at::Tensor>> raw;
  raw.reserve(outputs.size());
  for (const auto& output : outputs) raw.push_back(output.defined() ? std::optional(output) : std::nullopt);
  const auto forward = [&jvp](const auto&, const auto& tangents) { return (*jvp)(tangents); };
  const auto view_as_self = [](const at::Tensor& tensor) { return tensor.view_as(tensor); };
#if TORCH_VERSION_MAJOR > 2 || TORCH_VERSION_MINOR >= 14
  c10::intrusive_ptr<Node> attached;  // for hooks on the creation of nodes, which only Python has
  return torch::autograd::_wrap_outputs(inputs, implsOf(constant), implsOf(dirty), raw, node, forward, {},
                                        view_as_self, false, attached);
#else
  return torch::autograd::_wrap_outputs(inputs, implsOf(constant), implsOf(dirty), raw, node, forward, {},
                                        view_as_self, false);
#endif
}

// For each output null if it is the same tensor as before, else the handle of the one to use instead.
Napi::Array replacements(EnvState& state, const std::vector<at::Tensor>& outputs,
                         const std::vector<std::optional<at::Tensor>>& wrapped) {
  auto result = Napi::Array::New(state.env, outputs.size());
  for (uint32_t i = 0; i < outputs.size(); ++i) {
    const bool same = !wrapped[i] || wrapped[i]->is_same(outputs[i]);
    result.Set(
        i, same ? Napi::Env(state.env).Null().operator napi_value() : toJs(state, c10::IValue(*wrapped[i])));
  }
  return result;
}

// applyFunction(name, backward, inputs, outputs, dirty, constant, saved, materialize, jvp): the outputs, and
// the context of the new node, or null where none is recorded. jvp(tangents of the inputs) returns those of
// the outputs; it is called before this returns, and only if some input has one.
Napi::Value applyFunction(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  const auto inputs = readTensors(state, info[2]);
  const auto outputs = readDefined(state, info[3]);
  const bool recorded =
      at::GradMode::is_enabled() &&
      std::any_of(inputs.begin(), inputs.end(), [](const auto& tensor) { return tensor.requires_grad(); });
  c10::intrusive_ptr<FunctionNode> node;
  if (recorded) {
    node = c10::make_intrusive<FunctionNode>(state, info[0].As<Napi::String>(), info[1],
                                             info[7].As<Napi::Boolean>());
    node->set_next_edges(torch::autograd::collect_next_edges(inputs));
    node->clear_input_metadata();
  }
  const auto wrapped = wrapOutputs(inputs, outputs, readTensors(state, info[4]), readTensors(state, info[5]),
                                   node, std::make_shared<JsCallback>(state, info[8]));
  auto result = Napi::Array::New(info.Env(), 2);
  if (recorded) {
    node->remember(wrapped);
    node->save(readDefined(state, info[6]));
    if (state.sites.add(node->backward(), node.get())) state.tensors.wantFullCollection();
    result.Set(1u, box(info.Env(), std::make_shared<FunctionContext>(c10::weak_intrusive_ptr<Node>(node))));
  } else {
    result.Set(1u, info.Env().Null());
  }
  result.Set(0u, replacements(state, outputs, wrapped));
  return result;
}

// savedTensors(context): handles, null for what was saved as null.
Napi::Value savedTensors(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  const auto node = unbox<FunctionContext>(info.Env(), info[0])->node.lock();
  if (!node) throw KindError("autograd", "the graph that these tensors were saved for is gone");
  std::vector<at::Tensor> tensors;
  runEngineOffThread([&] { tensors = static_cast<FunctionNode*>(node.get())->unpack(node); });
  return {info.Env(), tensorsToJs(state, tensors)};
}

// delayedError(message, handles): the same values, whose gradient is that error.
Napi::Value delayedError(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  auto tensors = readDefined(state, info[1]);
  // Values that need no gradient would never raise it.
  for (auto& tensor : tensors) {
    if (tensor.defined()) tensor = tensor.detach().set_requires_grad(true);
  }
  const auto error = c10::make_intrusive<torch::autograd::DelayedError>(
      std::string(info[0].As<Napi::String>()), static_cast<int64_t>(tensors.size()));
  return {info.Env(), tensorsToJs(state, error->apply(std::move(tensors)))};
}

}  // namespace

void initFunction(Napi::Object exports) {
  expose<applyFunction>(exports, "applyFunction");
  expose<savedTensors>(exports, "savedTensors");
  expose<delayedError>(exports, "delayedError");
}

}  // namespace ltn
