// A traced graph, node by node, as TensorBoard draws it; and the scopes of modules while it is traced.
#include <torch/csrc/jit/frontend/tracer.h>
#include <torch/csrc/jit/ir/ir.h>
#include <torch/csrc/jit/passes/inliner.h>

#include "core/boundary.h"
#include "core/state.h"
#include "dispatch/values.h"
#include "jit/init.h"
#include "jit/script.h"

namespace ltn {

namespace {

using torch::jit::AttributeKind;
using torch::jit::Node;
using torch::jit::Value;

// The sizes of a tensor; null where not all of them are known, undefined for what is no tensor.
Napi::Value sizesOf(Napi::Env env, const Value& value) {
  const auto type = value.type()->cast<c10::TensorType>();
  if (!type) return env.Undefined();
  const auto sizes = type->sizes().concrete_sizes();
  if (!sizes) return env.Null();
  auto out = Napi::Array::New(env);
  uint32_t i = 0;
  for (const int64_t size : *sizes) out.Set(i++, static_cast<double>(size));
  return out;
}

template <typename T, typename F>
Napi::Value listOf(Napi::Env env, const std::vector<T>& values, F convert) {
  auto out = Napi::Array::New(env);
  uint32_t i = 0;
  for (const T& value : values) out.Set(i++, convert(value));
  return out;
}

// A float is {f: number}, so that it differs from an integer; a tensor {t: handle}, any other value its text.
Napi::Value attributeOf(EnvState& state, const Node& node, c10::Symbol name) {
  const Napi::Env env(state.env);
  const auto integer = [&](int64_t value) { return Napi::Value(env, intToJs(env, value)); };
  const auto text = [&](const std::string& value) -> Napi::Value { return Napi::String::New(env, value); };
  const auto real = [&](double value) -> Napi::Value {
    auto out = Napi::Object::New(env);
    out.Set("f", value);
    return out;
  };
  switch (node.kindOf(name)) {
    case AttributeKind::f:
      return real(node.f(name));
    case AttributeKind::fs:
      return listOf(env, node.fs(name), real);
    case AttributeKind::i:
      return integer(node.i(name));
    case AttributeKind::is:
      return listOf(env, node.is(name), integer);
    case AttributeKind::s:
      return text(node.s(name));
    case AttributeKind::ss:
      return listOf(env, node.ss(name), text);
    case AttributeKind::t: {
      auto out = Napi::Object::New(env);
      out.Set("t", Napi::Value(env, toJs(state, c10::IValue(node.t(name)))));
      return out;
    }
    case AttributeKind::ival:
      return text(c10::str(node.ival(name)));
    default:
      return env.Null();
  }
}

Napi::Object valueToJs(Napi::Env env, const Value& value) {
  auto out = Napi::Object::New(env);
  out.Set("name", value.debugName());
  out.Set("sizes", sizesOf(env, value));
  out.Set("isObject", value.type()->kind() == c10::TypeKind::ClassType);
  out.Set("uses", static_cast<double>(value.uses().size()));
  return out;
}

Napi::Array valuesToJs(Napi::Env env, at::ArrayRef<const Value*> values) {
  auto out = Napi::Array::New(env);
  uint32_t i = 0;
  for (const Value* value : values) out.Set(i++, valueToJs(env, *value));
  return out;
}

Napi::Object nodeToJs(EnvState& state, const Node& node) {
  const Napi::Env env(state.env);
  auto out = Napi::Object::New(env);
  out.Set("kind", node.kind().toQualString());
  out.Set("scope", node.scopeName());
  auto attributes = Napi::Array::New(env);
  uint32_t i = 0;
  for (const c10::Symbol name : node.attributeNames()) {
    auto pair = Napi::Array::New(env, 2);
    pair.Set(0u, name.toUnqualString());
    pair.Set(1u, attributeOf(state, node, name));
    attributes.Set(i++, pair);
  }
  out.Set("attributes", attributes);
  out.Set("inputs", valuesToJs(env, node.inputs()));
  out.Set("outputs", valuesToJs(env, node.outputs()));
  return out;
}

// The graph of `forward` with all calls of functions replaced by their contents: {inputs, nodes, outputs}.
Napi::Value jitGraph(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  const Napi::Env env = info.Env();
  const auto graph = moduleOf(info[0]).get_method("forward").graph()->copy();
  torch::jit::Inline(*graph);
  const torch::jit::Graph& inlined = *graph;
  auto out = Napi::Object::New(env);
  out.Set("inputs", valuesToJs(env, inlined.inputs()));
  out.Set("outputs", valuesToJs(env, inlined.outputs()));
  auto nodes = Napi::Array::New(env);
  uint32_t i = 0;
  for (const Node* node : inlined.nodes()) nodes.Set(i++, nodeToJs(state, *node));
  out.Set("nodes", nodes);
  return out;
}

// Nodes belong to this scope from now on; null ends the innermost one. Outside of a trace, nothing happens.
Napi::Value jitScope(const Napi::CallbackInfo& info) {
  if (torch::jit::tracer::isTracing()) {
    auto& graph = *torch::jit::tracer::getTracingState()->graph;
    if (info[0].IsNull()) {
      graph.pop_scope();
    } else {
      graph.push_scope(readString(info.Env(), info[0]));
    }
  }
  return info.Env().Undefined();
}

}  // namespace

void initScriptGraph(Napi::Object exports) {
  expose<jitGraph>(exports, "jitGraph");
  expose<jitScope>(exports, "jitScope");
}

}  // namespace ltn
