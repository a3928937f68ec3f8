// Operators that take graphs: branches, loops, and regions with another mode.
#include <ATen/autocast_mode.h>
#include <ATen/core/Tensor.h>
#include <ATen/ops/stack.h>
#include <c10/core/GradMode.h>

#include <unordered_map>

#include "core/errors.h"
#include "export/plan.h"
#include "tensor/sparse.h"

namespace ltn::program {
namespace {

using Results = std::vector<c10::IValue>;
using Sources = std::vector<Source>;

const Source& sourceAt(const Sources& arguments, size_t i) {
  if (i >= arguments.size()) throw ArgumentError("misses an argument");
  return arguments[i];
}

const Plan& planAt(const Sources& arguments, size_t i) {
  const Source& source = sourceAt(arguments, i);
  if (source.kind != Source::Kind::kPlan || !source.plan) throw ArgumentError("misses a graph");
  return *source.plan;
}

// The arguments from the i-th on, with lists spread.
Results rest(const Sources& arguments, size_t first, const Values& values) {
  Results given;
  for (size_t i = first; i < arguments.size(); ++i) {
    for (c10::IValue& value : resolveList(arguments[i], values)) given.push_back(std::move(value));
  }
  return given;
}

Results listAt(const Sources& arguments, size_t i, const Values& values) {
  return i < arguments.size() ? resolveList(arguments[i], values) : Results();
}

Results joined(const Results& a, const Results& b) {
  Results all = a;
  all.insert(all.end(), b.begin(), b.end());
  return all;
}

bool isTrue(const c10::IValue& value) {
  if (value.isBool()) return value.toBool();
  if (value.isInt()) return value.toInt() != 0;
  if (value.isTensor() && value.toTensor().defined() && value.toTensor().numel() == 1)
    return value.toTensor().item().toBool();
  throw ArgumentError("expects a boolean or a tensor with one, got " + value.tagKind());
}

bool boolAt(const Sources& arguments, size_t i, const Values& values) {
  const c10::IValue value = resolve(sourceAt(arguments, i), values);
  if (!value.isBool()) throw ArgumentError("expects a bool, got " + value.tagKind());
  return value.toBool();
}

// (pred, true_graph, false_graph, operands)
Results cond(const Sources& given, const Values& values) {
  const bool chosen = isTrue(resolve(sourceAt(given, 0), values));
  return planAt(given, chosen ? 1 : 2).run(listAt(given, 3, values));
}

// (cond_graph, body_graph, carried, additional)
Results whileLoop(const Sources& given, const Values& values) {
  const Plan& test = planAt(given, 0);
  const Plan& body = planAt(given, 1);
  Results carried = listAt(given, 2, values);
  const Results additional = listAt(given, 3, values);
  const auto goes_on = [&] {
    const Results answer = test.run(joined(carried, additional));
    if (answer.size() != 1) throw ArgumentError("the condition has more than one result");
    return isTrue(answer[0]);
  };
  bool any = false;
  while (goes_on()) {
    Results next = body.run(joined(carried, additional));
    if (next.size() != carried.size()) throw ArgumentError("the body carries another number of values on");
    carried = std::move(next);
    any = true;
  }
  if (any) return carried;
  for (c10::IValue& value : carried)
    if (value.isTensor()) value = value.toTensor().clone();
  return carried;
}

// A tensor for the operators that this file calls itself: no guard of the dispatch looks at it.
const at::Tensor& looked(const c10::IValue& value) {
  if (!value.isTensor() || !value.toTensor().defined()) throw ArgumentError("expects tensors, got none");
  checkIndices(value.toTensor());
  return value.toTensor();
}

const at::Tensor& sequence(const c10::IValue& value) {
  if (!value.isTensor() || !value.toTensor().defined() || value.toTensor().dim() == 0)
    throw ArgumentError("goes along the first dimension of tensors, got " + value.tagKind());
  return looked(value);
}

// How many steps the tensors have; all have as many.
int64_t lengthOf(const Results& xs) {
  if (xs.empty()) throw ArgumentError("has nothing to go along");
  const int64_t length = sequence(xs[0]).size(0);
  for (const c10::IValue& x : xs)
    if (sequence(x).size(0) != length) throw ArgumentError("goes along tensors of several lengths");
  if (length == 0) throw KindError("torch", "cannot go along a dimension of size 0");
  return length;
}

Results slicesAt(const Results& xs, int64_t i) {
  Results out;
  for (const c10::IValue& x : xs) out.emplace_back(x.toTensor().select(0, i));
  return out;
}

// One stacked tensor for each output of the steps.
void appendStacked(Results& results, const std::vector<Results>& steps, size_t first) {
  for (size_t k = first; k < steps[0].size(); ++k) {
    if (!steps[0][k].isTensor()) {
      results.emplace_back();
      continue;
    }
    std::vector<at::Tensor> items;
    for (const Results& step : steps) {
      if (!step[k].isTensor()) throw ArgumentError("a step has no tensor as its result");
      items.push_back(looked(step[k]));
    }
    results.emplace_back(at::stack(items, 0));
  }
}

// (combine_graph, init, xs, additional): the last carry, then the outputs of all steps.
Results scan(const Sources& given, const Values& values) {
  const Plan& combine = planAt(given, 0);
  Results carry = listAt(given, 1, values);
  const Results xs = listAt(given, 2, values), additional = listAt(given, 3, values);
  const size_t carried = carry.size();
  std::vector<Results> steps;
  const int64_t length = lengthOf(xs);
  for (int64_t i = 0; i < length; ++i) {
    Results out = combine.run(joined(joined(carry, slicesAt(xs, i)), additional));
    if (out.size() < carried) throw ArgumentError("a step gives too few values");
    carry.assign(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(carried));
    for (size_t k = 0; k < carried; ++k) out[k] = c10::IValue();
    if (!steps.empty() && out.size() != steps[0].size()) throw ArgumentError("a step gives other values");
    steps.push_back(std::move(out));
  }
  appendStacked(carry, steps, carried);
  return carry;
}

// (graph, xs, additional)
Results mapEach(const Sources& given, const Values& values) {
  const Plan& body = planAt(given, 0);
  const Results xs = listAt(given, 1, values), additional = listAt(given, 2, values);
  std::vector<Results> steps;
  const int64_t length = lengthOf(xs);
  for (int64_t i = 0; i < length; ++i) {
    steps.push_back(body.run(joined(slicesAt(xs, i), additional)));
    if (steps.back().size() != steps[0].size()) throw ArgumentError("a step gives other values");
  }
  Results results;
  appendStacked(results, steps, 0);
  return results;
}

// (enabled, graph, operands…)
Results withGrad(const Sources& given, const Values& values) {
  const c10::AutoGradMode guard(boolAt(given, 0, values));
  return planAt(given, 1).run(rest(given, 2, values));
}

// The state of autocast for a device, put back when this ends.
class AutocastRegion {
 public:
  AutocastRegion(at::DeviceType type, c10::ScalarType dtype, bool enabled, bool cache)
      : type_(type),
        enabled_(at::autocast::is_autocast_enabled(type)),
        dtype_(at::autocast::get_autocast_dtype(type)),
        cache_(at::autocast::is_autocast_cache_enabled()) {
    at::autocast::set_autocast_enabled(type, enabled);
    at::autocast::set_autocast_dtype(type, dtype);
    at::autocast::set_autocast_cache_enabled(cache);
    at::autocast::increment_nesting();
  }
  AutocastRegion(const AutocastRegion&) = delete;
  AutocastRegion& operator=(const AutocastRegion&) = delete;
  ~AutocastRegion() {
    if (at::autocast::decrement_nesting() == 0) at::autocast::clear_cache();
    at::autocast::set_autocast_enabled(type_, enabled_);
    at::autocast::set_autocast_dtype(type_, dtype_);
    at::autocast::set_autocast_cache_enabled(cache_);
  }

 private:
  at::DeviceType type_;
  bool enabled_;
  c10::ScalarType dtype_;
  bool cache_;
};

// A number may be any, and kernels look up tables by it.
c10::ScalarType castOf(const c10::IValue& value, at::DeviceType type) {
  if (value.isNone()) return at::autocast::get_autocast_dtype(type);
  if (!value.isInt() || value.toInt() < 0 ||
      value.toInt() >= static_cast<int64_t>(c10::ScalarType::Undefined))
    throw ArgumentError("expects a dtype");
  return static_cast<c10::ScalarType>(value.toInt());
}

// (device type, dtype or none, enabled, cache or none, graph, operands…)
Results withAutocast(const Sources& given, const Values& values) {
  const c10::IValue name = resolve(sourceAt(given, 0), values);
  if (!name.isString()) throw ArgumentError("expects the name of a device");
  const at::DeviceType type = c10::Device(name.toStringRef()).type();
  if (!at::autocast::is_autocast_available(type)) throw ArgumentError("autocast does not know this device");
  const c10::ScalarType dtype = castOf(resolve(sourceAt(given, 1), values), type);
  const c10::IValue cache = resolve(sourceAt(given, 3), values);
  const AutocastRegion region(type, dtype, boolAt(given, 2, values),
                              cache.isBool() ? cache.toBool() : at::autocast::is_autocast_cache_enabled());
  return planAt(given, 4).run(rest(given, 5, values));
}

// (graph, operands…): a region that changes nothing.
Results plain(const Sources& given, const Values& values) {
  return planAt(given, 0).run(rest(given, 1, values));
}

// (graph, identifier, operands…)
Results invoke(const Sources& given, const Values& values) {
  return planAt(given, 0).run(rest(given, 2, values));
}

using HigherOrder = Results (*)(const Sources&, const Values&);

const std::unordered_map<std::string, HigherOrder>& higherOrderTable() {
  static const auto* operators = new std::unordered_map<std::string, HigherOrder>{
      {"cond", cond},
      {"while_loop", whileLoop},
      {"scan", scan},
      {"map_impl", mapEach},
      {"wrap_with_set_grad_enabled", withGrad},
      {"wrap_with_autocast", withAutocast},
      {"wrap", plain},
      {"wrap_activation_checkpoint", plain},
      {"tag_activation_checkpoint", plain},
      {"strict_mode", plain},
      {"invoke_subgraph", invoke},
  };
  return *operators;
}

class HigherOrderNode final : public Node {
 public:
  HigherOrderNode(std::string label, HigherOrder function, Sources arguments)
      : Node(std::move(label)), function_(function), arguments_(std::move(arguments)) {}

  void run(Values& values) const override { store(function_(arguments_, values), values); }

 private:
  HigherOrder function_;
  Sources arguments_;
};

}  // namespace

std::unique_ptr<Node> makeHigherOrderNode(std::string label, const std::string& name,
                                          std::vector<Source> arguments) {
  const auto found = higherOrderTable().find(name);
  if (found == higherOrderTable().end())
    throw ArgumentError("this library has no higher-order operator " + name);
  return std::make_unique<HigherOrderNode>(std::move(label), found->second, std::move(arguments));
}

}  // namespace ltn::program
