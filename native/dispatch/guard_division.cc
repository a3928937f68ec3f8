// Guards of integer divisions: the smallest integer divided by -1 does not fit, and the processor traps.
#include <ATen/TensorOperators.h>
#include <ATen/core/LegacyTypeDispatch.h>
#include <ATen/core/Tensor.h>
#include <ATen/ops/result_type.h>
#include <ATen/ops/scalar_tensor.h>

#include <limits>

#include "dispatch/guard_common.h"
#include "func/bare.h"

namespace ltn {

namespace {

// The same number as at::div, at::remainder and at::fmod see it: a tensor of the other's kind.
at::Tensor operand(const c10::IValue& value) {
  if (value.isTensor()) return value.toTensor();
  at::Tensor number = at::scalar_tensor(value.toScalar(), at::dtype(value.isInt() ? at::kLong : at::kDouble));
  number.unsafeGetTensorImpl()->set_wrapped_number(true);
  return number;
}

struct Division {
  at::Tensor dividend;
  at::Tensor divisor;
  at::ScalarType dtype = at::kFloat;
};

bool plainNumbers(const c10::IValue& value) {
  if (!value.isTensor()) return value.isInt() || value.isDouble() || value.isBool();
  const at::Tensor& tensor = value.toTensor();
  return tensor.defined() && tensor.layout() == at::kStrided && !tensor.is_meta() && !tensor.is_quantized();
}

// Only for int32 and int64: smaller integers are divided as wider ones.
std::optional<Division> integerDivision(const Stack& stack) {
  if (!plainNumbers(stack[0]) || !plainNumbers(stack[1])) return std::nullopt;
  const at::AutoDispatchBelowADInplaceOrView guard;
  Division division{operand(stack[0]), operand(stack[1])};
  division.dtype = at::result_type(division.dividend, division.divisor);
  if (division.dtype != at::kInt && division.dtype != at::kLong) return std::nullopt;
  return division;
}

at::Tensor minusOnes(const Division& division) { return division.divisor.to(division.dtype).eq(-1); }

bool transformed(const Division& division) {
  return isTransformed(division.dividend) || isTransformed(division.divisor);
}

// Under a transform the values lie within wrappers, whose shapes need not fit.
Division bareDivision(const Division& division) {
  return {bareTensor(division.dividend), bareTensor(division.divisor), division.dtype};
}

bool anyOf(const at::Tensor& condition) { return condition.any().item<bool>(); }

// Whether both hold for one pair of elements; under a transform, whether each holds anywhere.
bool meet(const at::Tensor& a, const at::Tensor& b, bool apart) {
  return apart ? anyOf(a) && anyOf(b) : anyOf(a.logical_and(b));
}

// Runs `check` on the pair of integers, if the operator gets one.
template <typename Check>
void withIntegers(Stack& stack, Check check) {
  const auto division = integerDivision(stack);
  if (!division) return;
  const at::AutoDispatchBelowADInplaceOrView guard;
  if (!transformed(*division)) return check(*division, false);
  const OutsideTransforms outside;
  check(bareDivision(*division), true);
}

int64_t leastOf(at::ScalarType dtype) {
  return dtype == at::kInt ? std::numeric_limits<int32_t>::min() : std::numeric_limits<int64_t>::min();
}

// The smallest integer divided by -1 is one more than the largest: the processor traps.
void checkDivision(Stack& stack) {
  withIntegers(stack, [](const Division& division, bool apart) {
    const at::Tensor ones = minusOnes(division);
    if (!anyOf(ones)) return;
    const int64_t least = leastOf(division.dtype);
    const at::Tensor smallest = division.dividend.to(division.dtype).eq(least);
    TORCH_CHECK_VALUE(!meet(smallest, ones, apart), least, " divided by -1 does not fit ", division.dtype);
  });
}

// For the smallest integer and an odd one the kernel gets -1 as their common divisor, and divides by it.
void checkMultiple(Stack& stack) {
  withIntegers(stack, [](const Division& pair, bool apart) {
    const int64_t least = leastOf(pair.dtype);
    const at::Tensor smallest = pair.dividend.to(pair.dtype).eq(least);
    if (!anyOf(smallest)) return;
    const at::Tensor odd = pair.divisor.to(pair.dtype).bitwise_and(1).ne(0);
    TORCH_CHECK_VALUE(!meet(smallest, odd, apart), "the least common multiple of ", least,
                      " and an odd number does not fit ", pair.dtype);
  });
}

// div without a rounding mode divides as floating point.
template <size_t kMode>
void checkRoundedDivision(Stack& stack) {
  if (!stack[kMode].isNone()) checkDivision(stack);
}

// The remainder of a division by -1 is that of a division by 1, and that one does not trap.
void avoidTrap(Stack& stack) {
  const auto division = integerDivision(stack);
  if (!division) return;
  if (!stack[1].isTensor()) {
    if (stack[1].isInt() && stack[1].toInt() == -1) stack[1] = c10::Scalar(1);
    return;
  }
  const at::AutoDispatchBelowADInplaceOrView guard;
  const at::Tensor ones = minusOnes(*division);
  if (!transformed(*division) && !anyOf(ones)) return;
  at::Tensor divisor = division->divisor.masked_fill(ones, 1);
  if (division->divisor.unsafeGetTensorImpl()->is_wrapped_number() && divisor.dim() == 0)
    divisor.unsafeGetTensorImpl()->set_wrapped_number(true);
  stack[1] = divisor;
}

const GuardTable& divisionGuards() {
  static const GuardTable table = {
      {"div", checkRoundedDivision<2>},
      {"div_", checkRoundedDivision<2>},
      {"divide", checkRoundedDivision<2>},
      {"divide_", checkRoundedDivision<2>},
      {"floor_divide", checkDivision},
      {"floor_divide_", checkDivision},
      {"remainder", avoidTrap},
      {"remainder_", avoidTrap},
      {"lcm", checkMultiple},
      {"lcm_", checkMultiple},
      {"fmod", avoidTrap},
      {"fmod_", avoidTrap},
  };
  return table;
}

}  // namespace

Guard divisionGuardOf(const std::string& name, const std::string& overload) {
  // `div.Tensor` and its kin have no rounding mode.
  if (name.starts_with("div") && overload.find("mode") == std::string::npos) return nullptr;
  return findGuard(divisionGuards(), name);
}

}  // namespace ltn
