// A graph of an exported program, ready to run: operators are bound once, values lie in a flat array, and
// each is dropped after its last use.
//
// The graph comes from a file. So what a value is is looked at whenever it is used, whatever the graph says,
// and each operator passes through the guards of the dispatch.
#pragma once

#include <ATen/core/ivalue.h>

#include <exception>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace ltn::program {

class Plan;

using Values = std::vector<c10::IValue>;

// Where an argument comes from.
struct Source {
  enum class Kind : uint8_t { kConstant, kSlot, kList, kPlan };
  Kind kind = Kind::kConstant;
  c10::IValue constant;
  uint32_t slot = 0;
  std::vector<Source> items;
  std::shared_ptr<const Plan> plan;
};

// The value, with lists as generic lists.
c10::IValue resolve(const Source& source, const Values& values);
// The items of a list; one value alone is a list of itself.
std::vector<c10::IValue> resolveList(const Source& source, const Values& values);

// Where a result goes: a slot, or the slots of a list; -1 drops it.
struct Target {
  std::vector<int32_t> slots;
  bool list = false;
};

class Node {
 public:
  explicit Node(std::string label) : label_(std::move(label)) {}
  virtual ~Node() = default;
  // Computes the results and puts them into their slots.
  virtual void run(Values& values) const = 0;
  // For the error that run() has just thrown: the operator, or null, and what its tensors are.
  virtual const class OperatorNode* asOperator() const { return nullptr; }

  const std::string& label() const { return label_; }
  std::vector<Target> targets;
  // The slots that nobody reads after this node.
  std::vector<uint32_t> dead;

 protected:
  void store(std::vector<c10::IValue>&& results, Values& values) const;

 private:
  std::string label_;
};

// What a node threw, and which one it was.
struct NodeError : std::exception {
  const char* what() const noexcept override { return "a node has failed"; }
  std::exception_ptr cause;
  std::string label;
  std::string operator_name, schema;
  std::vector<std::pair<std::string, std::string>> inputs;
};

class Plan {
 public:
  uint32_t slots = 0;
  // The slot of each input; -1 for one that the graph does not read.
  std::vector<int32_t> inputs;
  std::vector<std::unique_ptr<Node>> nodes;
  std::vector<Source> outputs;

  // Throws NodeError for what a node throws.
  std::vector<c10::IValue> run(std::vector<c10::IValue> given) const;
};

// A function of sizes and numbers by its name, as `_operator.add`; null if there is none.
using Symbolic = c10::IValue (*)(const std::vector<c10::IValue>& arguments);
Symbolic symbolicOf(const std::string& name);
std::unique_ptr<Node> makeSymbolicNode(std::string label, Symbolic function, std::vector<Source> arguments);

// A higher-order operator by its name, as `cond`. Throws ArgumentError if there is none.
std::unique_ptr<Node> makeHigherOrderNode(std::string label, const std::string& name,
                                          std::vector<Source> arguments);

}  // namespace ltn::program
