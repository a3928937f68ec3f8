#include "export/init.h"

#include <ATen/core/dispatch/Dispatcher.h>

#include <unordered_map>
#include <utility>

#include "core/boundary.h"
#include "core/box.h"
#include "core/codes.h"
#include "core/state.h"
#include "dispatch/values.h"
#include "export/operator_node.h"
#include "export/plan.h"
#include "export/run.h"

namespace ltn {

namespace {

using program::Node;
using program::Plan;
using program::Source;

// The kinds of arguments.
enum class Tag : int64_t {
  kNone,
  kSlot,
  kInt,
  kFloat,
  kBool,
  kString,
  kComplex,
  kList,
  kDtype,
  kDevice,
  kPlan,
  kAbsent
};

uint32_t readSlot(Napi::Env env, const Napi::Value& value, uint32_t slots) {
  const int64_t slot = readInt(env, value);
  if (slot < 0 || std::cmp_greater_equal(slot, slots))
    throw ArgumentError("a value lies outside of the plan");
  return static_cast<uint32_t>(slot);
}

int32_t readOptionalSlot(Napi::Env env, const Napi::Value& value, uint32_t slots) {
  return readInt(env, value) == -1 ? -1 : static_cast<int32_t>(readSlot(env, value, slots));
}

Source constant(c10::IValue value) {
  Source source;
  source.constant = std::move(value);
  return source;
}

// [tag, payload]
Source readSource(EnvState& state, const Napi::Value& given, uint32_t slots) {
  const Napi::Env env(state.env);
  const Napi::HandleScope scope(env);
  const auto pair = given.As<Napi::Array>();
  const Napi::Value payload = pair.Get(1u);
  Source source;
  switch (static_cast<Tag>(readInt(env, pair.Get(0u)))) {
    case Tag::kNone:
      return source;
    case Tag::kSlot:
      source.kind = Source::Kind::kSlot;
      source.slot = readSlot(env, payload, slots);
      return source;
    case Tag::kInt:
      return constant(readInt(env, payload));
    case Tag::kFloat:
      return constant(payload.As<Napi::Number>().DoubleValue());
    case Tag::kBool:
      return constant(payload.As<Napi::Boolean>().Value());
    case Tag::kString:
      return constant(readString(env, payload));
    case Tag::kComplex:
      return constant(c10::IValue(readScalar(env, payload)));
    case Tag::kDtype:
      return constant(static_cast<int64_t>(readDtype(env, payload)));
    case Tag::kDevice:
      return constant(readDevice(env, payload));
    case Tag::kList: {
      source.kind = Source::Kind::kList;
      const auto items = payload.As<Napi::Array>();
      for (uint32_t i = 0; i < items.Length(); ++i)
        source.items.push_back(readSource(state, items.Get(i), slots));
      return source;
    }
    case Tag::kPlan:
      source.kind = Source::Kind::kPlan;
      source.plan = unbox<Plan>(env, payload);
      return source;
    case Tag::kAbsent:
      break;
  }
  throw ArgumentError("an argument is of no kind");
}

std::vector<Source> readSources(EnvState& state, const Napi::Value& given, uint32_t slots) {
  const auto list = given.As<Napi::Array>();
  std::vector<Source> out;
  out.reserve(list.Length());
  for (uint32_t i = 0; i < list.Length(); ++i) out.push_back(readSource(state, list.Get(i), slots));
  return out;
}

// A slot, or a list of slots.
std::vector<program::Target> readTargets(Napi::Env env, const Napi::Value& given, uint32_t slots) {
  const auto list = given.As<Napi::Array>();
  std::vector<program::Target> out;
  for (uint32_t i = 0; i < list.Length(); ++i) {
    const Napi::Value value = list.Get(i);
    program::Target target;
    target.list = value.IsArray();
    if (target.list) {
      const auto items = value.As<Napi::Array>();
      for (uint32_t k = 0; k < items.Length(); ++k)
        target.slots.push_back(readOptionalSlot(env, items.Get(k), slots));
    } else {
      target.slots.push_back(readOptionalSlot(env, value, slots));
    }
    out.push_back(std::move(target));
  }
  return out;
}

using Operators = std::unordered_map<std::string, std::shared_ptr<const BoundOperator>>;

std::shared_ptr<const BoundOperator> boundOperator(EnvState& state, Operators& bound, const std::string& name,
                                                   const std::string& overload) {
  auto& op = bound[name + "." + overload];
  if (op) return op;
  const auto handle = c10::Dispatcher::singleton().findSchema({name, overload});
  if (!handle) throw ArgumentError("this libtorch has no operator " + name + "." + overload);
  return op = std::make_shared<const BoundOperator>(state, *handle);
}

std::vector<program::OperatorArgument> readArguments(EnvState& state, const Napi::Value& given,
                                                     uint32_t slots) {
  const auto list = given.As<Napi::Array>();
  std::vector<program::OperatorArgument> out;
  for (uint32_t i = 0; i < list.Length(); ++i) {
    const Napi::Value value = list.Get(i);
    const bool absent =
        readInt(state.env, value.As<Napi::Array>().Get(0u)) == static_cast<int64_t>(Tag::kAbsent);
    out.push_back(absent ? program::OperatorArgument()
                         : program::OperatorArgument{true, readSource(state, value, slots)});
  }
  return out;
}

// { label, kind, name, overload, inputs, targets, dead }
std::unique_ptr<Node> readNode(EnvState& state, Operators& bound, std::string label,
                               const Napi::Object& given, uint32_t slots) {
  const Napi::Env env(state.env);
  const std::string kind = readString(env, given.Get("kind")), name = readString(env, given.Get("name"));
  std::unique_ptr<Node> node;
  if (kind == "operator") {
    node = std::make_unique<program::OperatorNode>(
        std::move(label), boundOperator(state, bound, name, readString(env, given.Get("overload"))),
        readArguments(state, given.Get("inputs"), slots));
  } else if (kind == "symbolic") {
    const auto function = program::symbolicOf(name);
    if (!function) throw ArgumentError("this library has no function " + name);
    node =
        program::makeSymbolicNode(std::move(label), function, readSources(state, given.Get("inputs"), slots));
  } else {
    node =
        program::makeHigherOrderNode(std::move(label), name, readSources(state, given.Get("inputs"), slots));
  }
  node->targets = readTargets(env, given.Get("targets"), slots);
  const auto dead = given.Get("dead").As<Napi::Array>();
  for (uint32_t i = 0; i < dead.Length(); ++i) node->dead.push_back(readSlot(env, dead.Get(i), slots));
  return node;
}

// planCreate({ slots, inputs, nodes, outputs })
Napi::Value planCreate(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  auto& state = stateOf(env);
  const auto given = info[0].As<Napi::Object>();
  auto plan = std::make_shared<Plan>();
  const int64_t slots = readInt(env, given.Get("slots"));
  if (slots < 0 || slots > std::numeric_limits<int32_t>::max()) throw ArgumentError("too many values");
  plan->slots = static_cast<uint32_t>(slots);
  const auto inputs = given.Get("inputs").As<Napi::Array>(), nodes = given.Get("nodes").As<Napi::Array>();
  for (uint32_t i = 0; i < inputs.Length(); ++i)
    plan->inputs.push_back(readOptionalSlot(env, inputs.Get(i), plan->slots));
  Operators bound;
  for (uint32_t i = 0; i < nodes.Length(); ++i) {
    const Napi::HandleScope scope(env);
    const auto node = nodes.Get(i).As<Napi::Object>();
    const std::string label = readString(env, node.Get("label"));
    try {
      plan->nodes.push_back(readNode(state, bound, label, node, plan->slots));
    } catch (const ArgumentError& error) {
      throw ArgumentError("node " + label + ": " + error.what());
    }
  }
  plan->outputs = readSources(state, given.Get("outputs"), plan->slots);
  return box(env, std::move(plan), 4096);
}

}  // namespace

c10::IValue readPlanInput(EnvState& state, const Napi::Value& value) {
  if (value.IsArray()) return readSource(state, value, 0).constant;
  if (value.IsNull() || value.IsUndefined()) return {};
  return readTensor(state, value);
}

CodeLists planCodes() {
  return {codesOf<Tag>("planTag", {{"none", Tag::kNone},
                                   {"slot", Tag::kSlot},
                                   {"int", Tag::kInt},
                                   {"float", Tag::kFloat},
                                   {"bool", Tag::kBool},
                                   {"string", Tag::kString},
                                   {"complex", Tag::kComplex},
                                   {"list", Tag::kList},
                                   {"dtype", Tag::kDtype},
                                   {"device", Tag::kDevice},
                                   {"plan", Tag::kPlan},
                                   {"absent", Tag::kAbsent}})};
}

void initExport(Napi::Object exports) {
  expose<planCreate>(exports, "planCreate");
  initPlanRuns(exports);
}

}  // namespace ltn
