// TorchScript's own operators, which are not in the dispatcher. The processor ends the process when one
// divides by zero, or the smallest integer by -1; a dtype may be any integer.
#include <torch/csrc/jit/runtime/operator.h>

#include <functional>
#include <limits>
#include <mutex>

#include "jit/code_arguments.h"
#include "jit/guards.h"

namespace ltn {

namespace {

using torch::jit::Operator;
using torch::jit::Stack;
using Check = std::function<void(const Stack&)>;

constexpr int64_t kSmallest = std::numeric_limits<int64_t>::min();

bool takesTwoNumbers(const c10::FunctionSchema& schema) {
  const auto is_number = [](const c10::Argument& argument) {
    const auto kind = argument.type()->kind();
    return kind == c10::TypeKind::IntType || kind == c10::TypeKind::NumberType;
  };
  const auto& arguments = schema.arguments();
  return arguments.size() == 2 && is_number(arguments[0]) && is_number(arguments[1]);
}

void checkDivision(const Stack& stack) {
  const c10::IValue &dividend = torch::jit::peek(stack, 0, 2), &divisor = torch::jit::peek(stack, 1, 2);
  if (!dividend.isInt() || !divisor.isInt()) return;
  TORCH_CHECK(divisor.toInt() != 0, "integer division or modulo by zero");
  TORCH_CHECK(divisor.toInt() != -1 || dividend.toInt() != kSmallest, "the quotient of ", dividend.toInt(),
              " and -1 does not fit int64");
}

void checkDivisor(const Stack& stack) {
  const c10::IValue &a = torch::jit::peek(stack, 0, 2), &b = torch::jit::peek(stack, 1, 2);
  if (!a.isInt() || !b.isInt()) return;
  TORCH_CHECK(a.toInt() != kSmallest && b.toInt() != kSmallest, "the greatest common divisor of ", a.toInt(),
              " and ", b.toInt(), " does not fit int64");
}

void refuseToWrite(const Stack&) {
  TORCH_CHECK(false, "code of a file must not call aten::save: it writes files");
}

// What is checked before an operator runs; empty where nothing is.
Check checkOf(const c10::FunctionSchema& schema) {
  const std::string& name = schema.name();
  if (name == "aten::save") return refuseToWrite;
  const bool divides = name == "aten::floordiv" || name == "aten::remainder" || name == "aten::divmod" ||
                       name == "aten::__round_to_zero_floordiv";
  if (divides && takesTwoNumbers(schema)) return checkDivision;
  if (name == "aten::gcd" && takesTwoNumbers(schema)) return checkDivisor;
  CodeArguments codes(schema);
  if (codes.empty() || schema.is_vararg()) return {};
  return [codes, count = schema.arguments().size()](const Stack& stack) {
    codes.check(torch::jit::last(stack, count));
  };
}

void replace(Operator& op, const Check& check) {
  const std::string schema = c10::str(op.schema());
  const auto analysis = op.aliasAnalysisKind();
  const auto checked = [check, original = op.getOperation()](Stack& stack) mutable {
    check(stack);
    original(stack);
  };
  torch::jit::deregisterOperator(op.schema());
  torch::jit::registerOperator(Operator(schema, torch::jit::Operation(checked), analysis));
}

}  // namespace

void mendOperators() {
  static std::once_flag done;
  std::call_once(done, [] {
    for (const auto& op : torch::jit::getAllOperators()) {
      if (op->isC10Op() || op->hasOperation() == false) continue;
      if (const Check check = checkOf(op->schema())) replace(*op, check);
    }
  });
}

}  // namespace ltn
