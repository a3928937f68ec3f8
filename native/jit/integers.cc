// TorchScript's own arithmetic on integers, which is not in the dispatcher. The processor ends the process
// when it divides by zero, or the smallest integer by -1.
#include <torch/csrc/jit/runtime/operator.h>

#include <limits>
#include <mutex>

#include "jit/guards.h"

namespace ltn {

namespace {

using torch::jit::Operator;
using torch::jit::Stack;

bool isDivisionOfIntegers(const Operator& op) {
  const auto& arguments = op.schema().arguments();
  return !op.isC10Op() && arguments.size() == 2 && arguments[0].type()->kind() == c10::TypeKind::IntType &&
         arguments[1].type()->kind() == c10::TypeKind::IntType;
}

// Scalars may be integers as well.
bool isDivisionOfScalars(const Operator& op) {
  const auto& arguments = op.schema().arguments();
  return !op.isC10Op() && arguments.size() == 2 && arguments[0].type()->kind() == c10::TypeKind::NumberType;
}

void checkDivision(const Stack& stack) {
  const c10::IValue &dividend = torch::jit::peek(stack, 0, 2), &divisor = torch::jit::peek(stack, 1, 2);
  if (!dividend.isInt() || !divisor.isInt()) return;
  TORCH_CHECK(divisor.toInt() != 0, "integer division or modulo by zero");
  TORCH_CHECK(divisor.toInt() != -1 || dividend.toInt() != std::numeric_limits<int64_t>::min(),
              "the quotient of ", dividend.toInt(), " and -1 does not fit int64");
}

void replace(const std::shared_ptr<Operator>& op) {
  const c10::FunctionSchema schema = op->schema();
  const auto analysis = op->aliasAnalysisKind();
  const auto checked = [original = op->getOperation()](Stack& stack) mutable {
    checkDivision(stack);
    original(stack);
  };
  torch::jit::deregisterOperator(schema);
  torch::jit::registerOperator(Operator(c10::str(schema), torch::jit::Operation(checked), analysis));
}

}  // namespace

void mendIntegers() {
  static std::once_flag done;
  std::call_once(done, [] {
    for (const char* name :
         {"aten::floordiv", "aten::remainder", "aten::divmod", "aten::__round_to_zero_floordiv"}) {
      // A copy, since the list changes.
      const std::vector<std::shared_ptr<Operator>> all =
          torch::jit::getAllOperatorsFor(c10::Symbol::fromQualString(name));
      for (const auto& op : all) {
        if (isDivisionOfIntegers(*op) || isDivisionOfScalars(*op)) replace(op);
      }
    }
  });
}

}  // namespace ltn
