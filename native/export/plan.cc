#include "export/plan.h"

#include <ATen/core/Tensor.h>

#include "core/errors.h"
#include "export/operator_node.h"

namespace ltn::program {

c10::IValue resolve(const Source& source, const Values& values) {
  switch (source.kind) {
    case Source::Kind::kConstant:
      return source.constant;
    case Source::Kind::kSlot:
      return values[source.slot];
    case Source::Kind::kList: {
      c10::impl::GenericList list(c10::AnyType::get());
      list.reserve(source.items.size());
      for (const Source& item : source.items) list.push_back(resolve(item, values));
      return list;
    }
    case Source::Kind::kPlan:
      break;
  }
  throw ArgumentError("a graph stands where a value is expected");
}

std::vector<c10::IValue> resolveList(const Source& source, const Values& values) {
  if (source.kind != Source::Kind::kList) return {resolve(source, values)};
  std::vector<c10::IValue> items;
  items.reserve(source.items.size());
  for (const Source& item : source.items) items.push_back(resolve(item, values));
  return items;
}

namespace {

void storeList(const Target& target, c10::IValue&& value, Values& values) {
  if (!value.isList()) throw ArgumentError("the graph expects a list as a result, got " + value.tagKind());
  const auto items = value.isTensorList() ? c10::IValue(value).toList() : value.toList();
  if (items.size() != target.slots.size()) {
    throw ArgumentError("the graph expects a list of " + std::to_string(target.slots.size()) +
                        " results, got " + std::to_string(items.size()));
  }
  for (size_t i = 0; i < items.size(); ++i) {
    if (target.slots[i] >= 0) values[target.slots[i]] = items.get(i);
  }
}

}  // namespace

void Node::store(std::vector<c10::IValue>&& results, Values& values) const {
  if (results.size() != targets.size()) {
    if (targets.empty()) return;
    throw ArgumentError("the graph expects " + std::to_string(targets.size()) + " results, got " +
                        std::to_string(results.size()));
  }
  for (size_t i = 0; i < results.size(); ++i) {
    const Target& target = targets[i];
    if (target.list) {
      storeList(target, std::move(results[i]), values);
    } else if (target.slots[0] >= 0) {
      values[target.slots[0]] = std::move(results[i]);
    }
  }
}

namespace {

[[noreturn]] void throwNodeError(const Node& node, const Values& values) {
  NodeError error;
  error.cause = std::current_exception();
  error.label = node.label();
  if (const OperatorNode* op = node.asOperator()) op->describe(values, error);
  throw error;
}

}  // namespace

std::vector<c10::IValue> Plan::run(std::vector<c10::IValue> given) const {
  if (given.size() != inputs.size()) {
    throw ArgumentError("the graph takes " + std::to_string(inputs.size()) + " inputs, got " +
                        std::to_string(given.size()));
  }
  Values values(slots);
  for (size_t i = 0; i < inputs.size(); ++i) {
    if (inputs[i] >= 0) values[inputs[i]] = std::move(given[i]);
  }
  given.clear();
  for (const auto& node : nodes) {
    try {
      node->run(values);
    } catch (const NodeError&) {
      throw;
    } catch (...) {
      throwNodeError(*node, values);
    }
    for (const uint32_t slot : node->dead) values[slot] = c10::IValue();
  }
  std::vector<c10::IValue> results;
  results.reserve(outputs.size());
  for (const Source& output : outputs) results.push_back(resolve(output, values));
  return results;
}

}  // namespace ltn::program
