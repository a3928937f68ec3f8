// The engine of this process: libtorch's, which asks here for the hooks on saved tensors and for what is to
// be remembered of a node while anomalies are searched for.
#include <ATen/SavedTensorHooks.h>
#include <c10/core/AutogradState.h>
#include <torch/csrc/autograd/anomaly_mode.h>
#include <torch/csrc/autograd/engine.h>
#include <torch/csrc/autograd/graph_task.h>
#include <torch/csrc/autograd/saved_variable_hooks.h>

#include "autograd/init.h"
#include "autograd/node_box.h"
#include "autograd/saved_hooks.h"
#include "core/boundary.h"
#include "core/js_callback.h"
#include "core/state.h"
#include "dispatch/values.h"

namespace ltn {

namespace {

using NodePointer = c10::intrusive_ptr<torch::autograd::Node>;

// A pair of hooks. The function `pack` takes [handle] and returns a function that takes no tensor, but the
// number of the backward, and returns [handle].
struct Packing {
  Packing(EnvState& environment, napi_value function) : state(environment), pack(environment.env, function) {}

  EnvState& state;
  const JsReference pack;
};

// Those that JavaScript has opened on this thread, the innermost last.
thread_local std::vector<std::shared_ptr<Packing>> packings;

class SavedHooks : public torch::autograd::SavedVariableHooks {
 public:
  explicit SavedHooks(std::shared_ptr<Packing> packing) : packing_(std::move(packing)) {}

  void call_pack_hook(const at::Tensor& tensor) override {
    auto& state = packing_->state;
    const Napi::HandleScope scope(state.env);
    napi_value argument = tensorsToJs(state, tensor);
    napi_value unpack = nullptr;
    if (napi_call_function(state.env, Napi::Env(state.env).Undefined(), packing_->pack.value(), 1, &argument,
                           &unpack) != napi_ok) {
      throwPending(state.env);
    }
    unpack_ = std::make_shared<JsCallback>(state, unpack);
  }

  at::Tensor call_unpack_hook() override {
    const auto tensors = (*unpack_)({}, {torch::autograd::get_current_graph_task_id()});
    return tensors.at(0);
  }

 private:
  std::shared_ptr<Packing> packing_;
  std::shared_ptr<JsCallback> unpack_;
};

// What JavaScript knows of a node: its `metadata`, and where its operator was called.
class NodeMetadata : public torch::autograd::AnomalyMetadata {
 public:
  void store_stack() override {
    if (!current_) return;
    trace_ = current_->trace();
  }

  void print_stack(const std::string& name) override {
    std::string text = "Error detected in " + name + ". ";
    if (trace_.empty()) {
      text +=
          "No forward pass information available. Enable detect anomaly during forward pass for more "
          "information.";
    } else {
      text += "Traceback of forward call that caused the error:\n" + trace_;
    }
    TORCH_WARN(text, describeParents());
  }

  void assign_parent(const NodePointer& parent) override { parent_ = parent; }

  // The object, made when it is first asked for.
  napi_value object(EnvState& state, const torch::autograd::Node* node) {
    if (!object_) {
      const Napi::Object made = Napi::Object::New(state.env);
      object_ = std::make_shared<JsCallback>(state, made);
      if (state.sites.add(object_, node)) state.tensors.wantFullCollection();
    }
    return object_->function();
  }

  // The environment of this thread, and its function that returns the stack.
  class Tracer {
   public:
    Tracer(EnvState& state, napi_value function) : state_(state), function_(state.env, function) {}
    std::string trace() const {
      const Napi::HandleScope scope(state_.env);
      napi_value text = nullptr;
      if (napi_call_function(state_.env, Napi::Env(state_.env).Undefined(), function_.value(), 0, nullptr,
                             &text) == napi_ok) {
        return readString(state_.env, text);
      }
      napi_value ignored = nullptr;
      napi_get_and_clear_last_exception(state_.env, &ignored);
      return "";
    }

   private:
    EnvState& state_;
    const JsReference function_;
  };
  static thread_local std::unique_ptr<Tracer> current_;

 private:
  std::string describeParents() const {
    std::string text;
    for (auto node = parent_; node;) {
      auto* metadata = dynamic_cast<NodeMetadata*>(node->metadata());
      if (!metadata) break;
      text += "\n\nPrevious calculation was induced by " + node->name() + ". ";
      text += metadata->trace_.empty()
                  ? "No forward pass information available."
                  : "Traceback of forward call that induced the previous calculation:\n" + metadata->trace_;
      node = metadata->parent_;
    }
    return text;
  }

  std::string trace_;
  NodePointer parent_;
  std::shared_ptr<JsCallback> object_;
};

thread_local std::unique_ptr<NodeMetadata::Tracer> NodeMetadata::current_;

class NodeEngine : public torch::autograd::Engine {
 public:
  // Never destroyed: its threads may still run as the process ends.
  static Engine& get() {
    static auto* const engine = new NodeEngine;
    return *engine;
  }

  std::unique_ptr<torch::autograd::AnomalyMetadata> make_anomaly_metadata() override {
    return std::make_unique<NodeMetadata>();
  }
  std::unique_ptr<torch::autograd::SavedVariableHooks> get_default_saved_variable_hooks() override {
    if (packings.empty()) return nullptr;
    return std::make_unique<SavedHooks>(packings.back());
  }
};

// pushSavedHooks(pack): how many there are now.
Napi::Value pushSavedHooks(const Napi::CallbackInfo& info) {
  if (const auto& message = at::SavedTensorDefaultHooks::get_disabled_error_message())
    throw KindError("autograd", *message);
  packings.push_back(std::make_shared<Packing>(stateOf(info.Env()), info[0]));
  return Napi::Number::New(info.Env(), static_cast<double>(packings.size()));
}

// popSavedHooks(): the innermost.
Napi::Value popSavedHooks(const Napi::CallbackInfo& info) {
  if (!packings.empty()) packings.pop_back();
  return info.Env().Undefined();
}

// countSavedHooks()
Napi::Value countSavedHooks(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), static_cast<double>(packings.size()));
}

// disableSavedHooks(message): the former message; null allows them.
Napi::Value disableSavedHooks(const Napi::CallbackInfo& info) {
  const auto& disabled = at::SavedTensorDefaultHooks::get_disabled_error_message();
  const Napi::Value former =
      disabled ? Napi::String::New(info.Env(), *disabled).As<Napi::Value>() : info.Env().Null();
  if (info[0].IsNull()) {
    at::SavedTensorDefaultHooks::enable();
  } else {
    const std::string message = readString(info.Env(), info[0]);
    if (!packings.empty()) throw KindError("autograd", message);
    at::SavedTensorDefaultHooks::disable(message);
  }
  return former;
}

// backwardIntoLeaves(): whether the backward of this thread adds to all leaves.
Napi::Value backwardIntoLeaves(const Napi::CallbackInfo& info) {
  return Napi::Boolean::New(info.Env(), torch::autograd::Engine::get_default_engine().is_checkpoint_valid());
}

// graphTaskId(): the number of the backward that runs on this thread, or -1.
Napi::Value graphTaskId(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), torch::autograd::get_current_graph_task_id());
}

// nodeMetadata(node): its object.
Napi::Value nodeMetadata(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  const auto& node = readNode(info.Env(), info[0]);
  auto* metadata = dynamic_cast<NodeMetadata*>(node->metadata());
  if (!metadata) throw KindError("autograd", "this node was made before the engine was set up");
  return {info.Env(), metadata->object(state, node.get())};
}

// traceNodes(stack): while anomalies are searched for, `stack` returns where the JavaScript stands now. To be
// called once for each environment.
Napi::Value traceNodes(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  NodeMetadata::current_ = std::make_unique<NodeMetadata::Tracer>(state, info[0]);
  // Once for each environment: Node ends the process for a hook that it has already.
  napi_add_env_cleanup_hook(
      info.Env(),
      [](void*) {
        NodeMetadata::current_.reset();
        packings.clear();
      },
      &state);
  return info.Env().Undefined();
}

// setMultithreading(enabled): whether a backward that JavaScript starts may use threads of the engine.
Napi::Value setMultithreading(const Napi::CallbackInfo& info) {
  auto& tls = c10::AutogradState::get_tls_state();
  const bool former = tls.get_multithreading_enabled();
  tls.set_multithreading_enabled(info[0].As<Napi::Boolean>());
  return Napi::Boolean::New(info.Env(), former);
}

Napi::Value isMultithreading(const Napi::CallbackInfo& info) {
  return Napi::Boolean::New(info.Env(), c10::AutogradState::get_tls_state().get_multithreading_enabled());
}

}  // namespace

bool hasSavedHooks() { return !packings.empty(); }

void initNodeEngine(Napi::Object exports) {
  static const bool set = (torch::autograd::set_default_engine_stub(&NodeEngine::get), true);
  (void)set;
  expose<pushSavedHooks>(exports, "pushSavedHooks");
  expose<popSavedHooks>(exports, "popSavedHooks");
  expose<countSavedHooks>(exports, "countSavedHooks");
  expose<disableSavedHooks>(exports, "disableSavedHooks");
  expose<backwardIntoLeaves>(exports, "backwardIntoLeaves");
  expose<graphTaskId>(exports, "graphTaskId");
  expose<nodeMetadata>(exports, "nodeMetadata");
  expose<traceNodes>(exports, "traceNodes");
  expose<setMultithreading>(exports, "setMultithreading");
  expose<isMultithreading>(exports, "isMultithreading");
}

}  // namespace ltn
