// torch.jit.trace: libtorch's tracer around a forward of JavaScript.
#include <torch/csrc/jit/frontend/tracer.h>
#include <torch/csrc/jit/ir/ir.h>
#include <torch/csrc/jit/passes/dead_code_elimination.h>

#include <unordered_map>

#include "core/boundary.h"
#include "core/state.h"
#include "dispatch/values.h"
#include "jit/guards.h"
#include "jit/init.h"
#include "jit/script.h"
#include "jit/values.h"

namespace ltn {

namespace {

using torch::jit::Graph;
using torch::jit::Module;
using torch::jit::Node;
using torch::jit::Stack;
using CompilationUnits = std::shared_ptr<torch::jit::CompilationUnit>;

constexpr int kDeepestModule = 100;

// A module of JavaScript as one of TorchScript, with the same tensors under the same names. One that occurs
// twice becomes one.
class Mirror {
 public:
  explicit Mirror(EnvState& state) : state_(state) {}

  // {name, identity, training, tensors: [name, handle, whether it is a parameter][], children: [name,
  // module][]}
  Module make(const Napi::Object& from, int level = 0) {
    if (level > kDeepestModule) throw ArgumentError("modules are nested too deeply");
    const int64_t identity = readInt(state_.env, from.Get("identity"));
    const auto known = made_.find(identity);
    if (known != made_.end()) return known->second;
    Module module(c10::QualifiedName("__torch__." + readString(state_.env, from.Get("name"))), unit_, true);
    made_.emplace(identity, module);
    module.register_attribute("training", c10::BoolType::get(), from.Get("training").ToBoolean().Value());
    const auto tensors = from.Get("tensors").As<Napi::Array>();
    for (uint32_t i = 0; i < tensors.Length(); ++i) addTensor(module, tensors.Get(i).As<Napi::Array>());
    const auto children = from.Get("children").As<Napi::Array>();
    for (uint32_t i = 0; i < children.Length(); ++i) {
      const auto pair = children.Get(i).As<Napi::Array>();
      module.register_module(readString(state_.env, pair.Get(0u)),
                             make(pair.Get(1u).As<Napi::Object>(), level + 1));
    }
    return module;
  }

 private:
  void addTensor(Module& module, const Napi::Array& row) {
    const bool is_parameter = row.Get(2u).ToBoolean();
    module.register_parameter(readString(state_.env, row.Get(0u)), readTensor(state_, row.Get(1u)),
                              !is_parameter);
  }

  EnvState& state_;
  CompilationUnits unit_ = std::make_shared<torch::jit::CompilationUnit>();
  std::unordered_map<int64_t, Module> made_;
};

// Calls the forward of JavaScript with the inputs as tagged values, and reads its result back.
Stack callForward(EnvState& state, napi_value forward, const Stack& inputs) {
  const Napi::Env env(state.env);
  auto arguments = Napi::Array::New(env);
  for (uint32_t i = 0; i < inputs.size(); ++i)
    arguments.Set(i, Napi::Value(env, taggedToJs(state, inputs[i])));
  napi_value argument = arguments, result = nullptr;
  check(state.env, napi_call_function(state.env, env.Undefined(), forward, 1, &argument, &result));
  return {taggedFromJs(state, result)};
}

// The recurrent operators of ours have the schemas of their namesakes in aten; any other one that is ours
// would be in a file that no program but this library can read.
void renameOurOperators(Graph& graph) {
  for (auto it = graph.nodes().begin(); it != graph.nodes().end();) {
    Node* node = *it++;
    const std::string name = node->kind().toQualString();
    if (!name.starts_with("libtorch_node::")) continue;
    const auto aten = c10::Symbol::fromQualString("aten::" + name.substr(name.find("::") + 2));
    Node* other = node->replaceWithNewSymbol(aten);
    TORCH_CHECK(other->maybeSchema(), "torch.jit.trace: ", name, " is an operator of this library alone");
    node->destroy();
  }
}

// (module as Mirror takes it, tuple of the inputs, names of the arguments, strict, forward)
Napi::Value jitTrace(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  TORCH_CHECK(!torch::jit::tracer::isTracing(), "torch.jit.trace: a trace is being made already");
  mendOperators();
  Module self = Mirror(state).make(info[0].As<Napi::Object>());
  const c10::IValue inputs = taggedFromJs(state, info[1]);
  const auto elements = inputs.toTupleRef().elements().vec();
  const napi_value forward = info[4];
  const auto traced = torch::jit::tracer::trace(
      elements, [&](const Stack& stack) { return callForward(state, forward, stack); },
      [](const at::Tensor&) { return std::string(); }, info[3].ToBoolean(), false, &self,
      readStrings(info.Env(), info[2]));
  const auto& graph = traced.first->graph;
  renameOurOperators(*graph);
  torch::jit::EliminateDeadCode(graph);
  graph->lint();
  const auto name = c10::QualifiedName(*self.type()->name(), "forward");
  self.type()->addMethod(self._ivalue()->compilation_unit()->create_function(name, graph));
  return boxModule(info.Env(), self);
}

Napi::Value jitIsTracing(const Napi::CallbackInfo& info) {
  return Napi::Boolean::New(info.Env(), torch::jit::tracer::isTracing());
}

}  // namespace

void initScriptTrace(Napi::Object exports) {
  expose<jitTrace>(exports, "jitTrace");
  expose<jitIsTracing>(exports, "jitIsTracing");
}

}  // namespace ltn
