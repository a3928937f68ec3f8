// Numbers in a traced graph that are sizes of its inputs. lib/jit/sizes.ts finds them by tracing again with
// inputs of other sizes; here a graph is listed, and its numbers are replaced.
#include <torch/csrc/jit/ir/constants.h>
#include <torch/csrc/jit/ir/ir.h>
#include <torch/csrc/jit/passes/dead_code_elimination.h>

#include <utility>

#include "core/boundary.h"
#include "core/state.h"
#include "dispatch/values.h"
#include "jit/init.h"
#include "jit/script.h"
#include "jit/values.h"

namespace ltn {

namespace {

using torch::jit::Graph;
using torch::jit::Node;
using torch::jit::Value;

std::shared_ptr<Graph> graphOf(const Napi::Value& module) {
  return moduleOf(module).get_method("forward").graph();
}

bool isConstant(const Node& node) { return node.kind() == c10::prim::Constant; }

// A constant as text, by which two graphs are compared.
std::string textOf(const Node& node) {
  const auto value = torch::jit::toIValue(node.output());
  if (!value) return "?";
  if (!value->isTensor()) return c10::str(*value);
  const at::Tensor& tensor = value->toTensor();
  if (!tensor.defined()) return "undefined";
  std::string text = c10::str("tensor ", tensor.scalar_type(), tensor.sizes());
  return tensor.numel() == 1 ? c10::str(text, " ", tensor.item()) : text;
}

// What uses a constant; for one in a list, what uses the list.
std::string userOf(const Node& node) {
  const Value* value = node.output();
  for (int level = 0; level < 3 && !value->uses().empty(); ++level) {
    const Node* user = value->uses()[0].user;
    if (user->kind() != c10::prim::ListConstruct) return user->kind().toQualString();
    value = user->output();
  }
  return "its result";
}

// The nodes in order: [kind, whether it draws random numbers] or, for a constant, [kind, text, its integer or
// null, what uses it].
Napi::Value jitNodes(const Napi::CallbackInfo& info) {
  const Napi::Env env = info.Env();
  auto out = Napi::Array::New(env);
  uint32_t i = 0;
  for (const Node* node : graphOf(info[0])->nodes()) {
    auto row = Napi::Array::New(env);
    row.Set(0u, node->kind().toQualString());
    if (isConstant(*node)) {
      const auto value = torch::jit::toIValue(node->output());
      row.Set(1u, textOf(*node));
      row.Set(2u, value && value->isInt() ? Napi::Value(env, intToJs(env, value->toInt())) : env.Null());
      row.Set(3u, userOf(*node));
    } else {
      row.Set(1u, node->isNondeterministic());
    }
    out.Set(i++, row);
  }
  return out;
}

// Builds sizes of the inputs at the beginning of a graph.
class Sizes {
 public:
  explicit Sizes(Graph& graph) : graph_(graph), before_(*graph.nodes().begin()) {}

  Value* size(int64_t argument, int64_t dim) {
    auto& known = known_[{argument, dim}];
    if (!known) {
      // The first input of the graph is the module.
      if (argument < 0 || argument + 1 >= static_cast<int64_t>(graph_.inputs().size()))
        throw ArgumentError("no such input");
      Value* input = graph_.inputs()[argument + 1];
      known = insert(c10::aten::size, {input, constant(dim)});
    }
    return known;
  }

  Value* constant(int64_t number) {
    const torch::jit::WithInsertPoint here(before_);
    return graph_.insertConstant(number);
  }

  Value* insert(c10::Symbol kind, const std::vector<torch::jit::NamedValue>& inputs) {
    const torch::jit::WithInsertPoint here(before_);
    return graph_.insert(kind, inputs);
  }

 private:
  Graph& graph_;
  Node* before_;
  std::map<std::pair<int64_t, int64_t>, Value*> known_;
};

// product of sizes * factor / divisor + Σ size * weight + offset
// {product: [argument, dim][], factor, divisor, sum: [argument, dim, weight][], offset}
Value* emit(Sizes& sizes, const Napi::Object& formula) {
  const napi_env env = formula.Env();
  const auto number = [&](const char* name) { return readInt(env, formula.Get(name)); };
  const auto product = formula.Get("product").As<Napi::Array>();
  Value* value = nullptr;
  for (uint32_t i = 0; i < product.Length(); ++i) {
    const auto place = readInts(env, product.Get(i));
    Value* size = sizes.size(place.at(0), place.at(1));
    value = value ? sizes.insert(c10::aten::mul, {value, size}) : size;
  }
  if (value && number("factor") != 1)
    value = sizes.insert(c10::aten::mul, {value, sizes.constant(number("factor"))});
  if (value && number("divisor") != 1)
    value = sizes.insert(c10::aten::floordiv, {value, sizes.constant(number("divisor"))});
  const auto sum = formula.Get("sum").As<Napi::Array>();
  for (uint32_t i = 0; i < sum.Length(); ++i) {
    const auto term = readInts(env, sum.Get(i));
    Value* size = sizes.size(term.at(0), term.at(1));
    if (term.at(2) != 1) size = sizes.insert(c10::aten::mul, {size, sizes.constant(term.at(2))});
    value = value ? sizes.insert(c10::aten::add, {value, size}) : size;
  }
  if (!value) throw ArgumentError("a formula without sizes");
  if (number("offset") == 0) return value;
  return sizes.insert(c10::aten::add, {value, sizes.constant(number("offset"))});
}

// (module, [index of a constant among the nodes, formula][])
Napi::Value jitPutSizes(const Napi::CallbackInfo& info) {
  const auto graph = graphOf(info[0]);
  const std::vector<Node*> nodes(graph->nodes().begin(), graph->nodes().end());
  const auto places = info[1].As<Napi::Array>();
  if (places.Length() == 0) return info.Env().Undefined();
  Sizes sizes(*graph);
  for (uint32_t i = 0; i < places.Length(); ++i) {
    const auto place = places.Get(i).As<Napi::Array>();
    const int64_t index = readInt(info.Env(), place.Get(0u));
    if (index < 0 || std::cmp_greater_equal(index, nodes.size()) || !isConstant(*nodes[index]))
      throw ArgumentError("no such constant");
    nodes[index]->output()->replaceAllUsesWith(emit(sizes, place.Get(1u).As<Napi::Object>()));
  }
  torch::jit::EliminateDeadCode(graph);
  graph->lint();
  return info.Env().Undefined();
}

}  // namespace

void initTracedSizes(Napi::Object exports) {
  expose<jitNodes>(exports, "jitNodes");
  expose<jitPutSizes>(exports, "jitPutSizes");
}

}  // namespace ltn
