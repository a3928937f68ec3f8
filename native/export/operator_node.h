// A node that calls an operator of the dispatcher.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "dispatch/operator.h"
#include "export/plan.h"

namespace ltn::program {

// An argument in the schema's order: one that the graph does not give has the schema's default.
struct OperatorArgument {
  bool given = false;
  Source source;
};

class OperatorNode final : public Node {
 public:
  // Throws ArgumentError for arguments that the operator does not take.
  OperatorNode(std::string label, std::shared_ptr<const BoundOperator> op,
               std::vector<OperatorArgument> arguments);

  void run(Values& values) const override;
  const OperatorNode* asOperator() const override { return this; }
  void describe(const Values& values, NodeError& error) const;

 private:
  const at::Tensor* directTensor(size_t i, const Values& values) const;
  c10::IValue argument(size_t i, const Values& values) const;

  std::shared_ptr<const BoundOperator> op_;
  // Constants are converted already.
  std::vector<OperatorArgument> arguments_;
  // How many tensors are all that the graph gives, where the operator can be called without a stack.
  size_t direct_ = 0;
};

}  // namespace ltn::program
