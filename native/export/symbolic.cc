// Functions of sizes and of numbers, as Python's integers and floats have them. What leaves 64 bits is an
// error.
#include <ATen/core/Tensor.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_map>

#include "core/errors.h"
#include "export/plan.h"

namespace ltn::program {
namespace {

using Arguments = std::vector<c10::IValue>;

bool isInteger(const c10::IValue& value) { return value.isInt() || value.isBool(); }

const c10::IValue& nth(const Arguments& arguments, size_t i) {
  if (i >= arguments.size()) throw ArgumentError("misses an argument");
  return arguments[i];
}

int64_t integer(const c10::IValue& value) {
  if (value.isInt()) return value.toInt();
  if (value.isBool()) return value.toBool() ? 1 : 0;
  throw ArgumentError("takes integers, got " + value.tagKind());
}

double number(const c10::IValue& value) {
  if (value.isDouble()) return value.toDouble();
  return static_cast<double>(integer(value));
}

bool truth(const c10::IValue& value) {
  return value.isDouble() ? value.toDouble() != 0 : integer(value) != 0;
}

[[noreturn]] void tooLarge() { throw KindError("value", "the result does not fit into 64 bits"); }
[[noreturn]] void byZero() { throw KindError("value", "division by zero"); }

// Looks for both arguments, whatever the first one is: who calls this then takes them by their number.
bool integers(const Arguments& given) {
  const c10::IValue& a = nth(given, 0);
  const c10::IValue& b = nth(given, 1);
  return isInteger(a) && isInteger(b);
}

c10::IValue add(const Arguments& given) {
  if (!integers(given)) return number(given[0]) + number(given[1]);
  int64_t result = 0;
  if (__builtin_add_overflow(integer(given[0]), integer(given[1]), &result)) tooLarge();
  return result;
}

c10::IValue sub(const Arguments& given) {
  if (!integers(given)) return number(given[0]) - number(given[1]);
  int64_t result = 0;
  if (__builtin_sub_overflow(integer(given[0]), integer(given[1]), &result)) tooLarge();
  return result;
}

c10::IValue mul(const Arguments& given) {
  if (!integers(given)) return number(given[0]) * number(given[1]);
  int64_t result = 0;
  if (__builtin_mul_overflow(integer(given[0]), integer(given[1]), &result)) tooLarge();
  return result;
}

c10::IValue neg(const Arguments& given) {
  const c10::IValue& value = nth(given, 0);
  if (value.isDouble()) return -value.toDouble();
  if (integer(value) == std::numeric_limits<int64_t>::min()) tooLarge();
  return -integer(value);
}

c10::IValue pos(const Arguments& given) {
  const c10::IValue& value = nth(given, 0);
  return value.isBool() ? c10::IValue(integer(value)) : value;
}

c10::IValue absolute(const Arguments& given) {
  const c10::IValue& value = nth(given, 0);
  return number(value) < 0 ? neg(given) : pos(given);
}

// Rounded down, with the sign of the divisor for the rest.
c10::IValue floordiv(const Arguments& given) {
  if (!integers(given)) {
    if (number(given[1]) == 0) byZero();
    return std::floor(number(given[0]) / number(given[1]));
  }
  const int64_t a = integer(given[0]), b = integer(given[1]);
  if (b == 0) byZero();
  if (b == -1) return neg({c10::IValue(a)});
  return a / b - (a % b != 0 && (a % b < 0) != (b < 0) ? 1 : 0);
}

c10::IValue mod(const Arguments& given) {
  if (!integers(given)) {
    const double b = number(given[1]);
    if (b == 0) byZero();
    const double rest = std::fmod(number(given[0]), b);
    return rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest;
  }
  const int64_t a = integer(given[0]), b = integer(given[1]);
  if (b == 0) byZero();
  if (b == -1) return int64_t{0};
  const int64_t rest = a % b;
  return rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest;
}

c10::IValue truediv(const Arguments& given) {
  if (number(nth(given, 1)) == 0) byZero();
  return number(given[0]) / number(given[1]);
}

c10::IValue power(const Arguments& given) {
  if (!integers(given) || integer(given[1]) < 0) return std::pow(number(given[0]), number(given[1]));
  int64_t base = integer(given[0]), exponent = integer(given[1]), result = 1;
  if (exponent > 64 && (base > 1 || base < -1)) tooLarge();
  if (exponent > 64) return base == -1 ? (exponent % 2 ? int64_t{-1} : int64_t{1}) : base;
  for (; exponent > 0; --exponent)
    if (__builtin_mul_overflow(result, base, &result)) tooLarge();
  return result;
}

// Less than 0, 0, more than 0, as two values compare; NaN is unordered.
template <class Compare>
c10::IValue compare(const Arguments& given, Compare test) {
  if (integers(given)) return test(integer(given[0]), integer(given[1]));
  return test(number(nth(given, 0)), number(nth(given, 1)));
}

c10::IValue eq(const Arguments& given) {
  return compare(given, [](auto a, auto b) { return a == b; });
}
c10::IValue ne(const Arguments& given) {
  return compare(given, [](auto a, auto b) { return a != b; });
}
c10::IValue lt(const Arguments& given) {
  return compare(given, [](auto a, auto b) { return a < b; });
}
c10::IValue le(const Arguments& given) {
  return compare(given, [](auto a, auto b) { return a <= b; });
}
c10::IValue gt(const Arguments& given) {
  return compare(given, [](auto a, auto b) { return a > b; });
}
c10::IValue ge(const Arguments& given) {
  return compare(given, [](auto a, auto b) { return a >= b; });
}

c10::IValue bitAnd(const Arguments& given) {
  if (nth(given, 0).isBool() && nth(given, 1).isBool()) return given[0].toBool() && given[1].toBool();
  return integer(given[0]) & integer(nth(given, 1));
}

c10::IValue bitOr(const Arguments& given) {
  if (nth(given, 0).isBool() && nth(given, 1).isBool()) return given[0].toBool() || given[1].toBool();
  return integer(given[0]) | integer(nth(given, 1));
}

int64_t shiftCount(const c10::IValue& value) {
  const int64_t count = integer(value);
  if (count < 0) throw KindError("value", "negative shift count");
  return count;
}

c10::IValue lshift(const Arguments& given) {
  const int64_t value = integer(nth(given, 0)), count = shiftCount(nth(given, 1));
  if (value == 0) return int64_t{0};
  if (count > 62) tooLarge();
  int64_t result = 0;
  if (__builtin_mul_overflow(value, int64_t{1} << count, &result)) tooLarge();
  return result;
}

c10::IValue rshift(const Arguments& given) {
  const int64_t value = integer(nth(given, 0)), count = shiftCount(nth(given, 1));
  return value >> std::min<int64_t>(count, 63);
}

int64_t wholeOf(double value) {
  // 2^63 is a double, and the first that does not fit.
  if (!(value >= -9223372036854775808.0 && value < 9223372036854775808.0)) tooLarge();
  return static_cast<int64_t>(value);
}

template <double (*kRound)(double)>
c10::IValue rounded(const Arguments& given) {
  if (isInteger(nth(given, 0))) return integer(given[0]);
  return wholeOf(kRound(number(given[0])));
}

double truncate(double value) { return std::trunc(value); }
double roundDown(double value) { return std::floor(value); }
double roundUp(double value) { return std::ceil(value); }
double roundEven(double value) { return std::nearbyint(value); }

c10::IValue toFloat(const Arguments& given) { return number(nth(given, 0)); }
c10::IValue negate(const Arguments& given) { return !truth(nth(given, 0)); }
c10::IValue choose(const Arguments& given) { return truth(nth(given, 0)) ? nth(given, 1) : nth(given, 2); }

// A float if one of the two is.
c10::IValue largest(const Arguments& given) {
  if (integers(given)) return std::max(integer(given[0]), integer(given[1]));
  return std::max(number(given[0]), number(given[1]));
}

c10::IValue smallest(const Arguments& given) {
  if (integers(given)) return std::min(integer(given[0]), integer(given[1]));
  return std::min(number(given[0]), number(given[1]));
}

c10::IValue total(const Arguments& given) {
  c10::IValue sum = int64_t{0};
  for (const c10::IValue& value : given) sum = add({sum, value});
  return sum;
}

template <double (*kFunction)(double)>
c10::IValue math(const Arguments& given) {
  return kFunction(number(nth(given, 0)));
}

const std::unordered_map<std::string, Symbolic>& symbolicTable() {
  static const auto* functions = new std::unordered_map<std::string, Symbolic>{
      {"_operator.add", add},
      {"_operator.sub", sub},
      {"_operator.mul", mul},
      {"_operator.neg", neg},
      {"_operator.pos", pos},
      {"_operator.abs", absolute},
      {"_operator.floordiv", floordiv},
      {"_operator.mod", mod},
      {"_operator.truediv", truediv},
      {"_operator.pow", power},
      {"_operator.eq", eq},
      {"_operator.ne", ne},
      {"_operator.lt", lt},
      {"_operator.le", le},
      {"_operator.gt", gt},
      {"_operator.ge", ge},
      {"_operator.and_", bitAnd},
      {"_operator.or_", bitOr},
      {"_operator.lshift", lshift},
      {"_operator.rshift", rshift},
      {"math.trunc", rounded<truncate>},
      {"math.floor", rounded<roundDown>},
      {"math.ceil", rounded<roundUp>},
      {"torch.sym_int", rounded<truncate>},
      {"torch.sym_float", toFloat},
      {"torch.sym_not", negate},
      {"torch.sym_ite", choose},
      {"torch.sym_max", largest},
      {"torch.sym_min", smallest},
      {"torch.sym_sum", total},
      {"torch._sym_sqrt", math<std::sqrt>},
      {"torch._sym_cos", math<std::cos>},
      {"torch._sym_sin", math<std::sin>},
      {"torch._sym_tan", math<std::tan>},
      {"torch._sym_cosh", math<std::cosh>},
      {"torch._sym_sinh", math<std::sinh>},
      {"torch._sym_tanh", math<std::tanh>},
      {"torch._sym_acos", math<std::acos>},
      {"torch._sym_asin", math<std::asin>},
      {"torch._sym_atan", math<std::atan>},
      {"torch._sym_log2", math<std::log2>},
      {"torch.sym_sqrt", math<std::sqrt>},
      {"math.sqrt", math<std::sqrt>},
      {"round", rounded<roundEven>},
  };
  return *functions;
}

class SymbolicNode final : public Node {
 public:
  SymbolicNode(std::string label, Symbolic function, std::vector<Source> arguments)
      : Node(std::move(label)), function_(function), arguments_(std::move(arguments)) {}

  void run(Values& values) const override {
    Arguments given;
    given.reserve(arguments_.size());
    for (const Source& source : arguments_) {
      // A list of sizes stands for its items.
      for (c10::IValue& value : resolveList(source, values)) given.push_back(std::move(value));
    }
    std::vector<c10::IValue> results;
    results.push_back(function_(given));
    store(std::move(results), values);
  }

 private:
  Symbolic function_;
  std::vector<Source> arguments_;
};

}  // namespace

Symbolic symbolicOf(const std::string& name) {
  const auto found = symbolicTable().find(name);
  return found == symbolicTable().end() ? nullptr : found->second;
}

std::unique_ptr<Node> makeSymbolicNode(std::string label, Symbolic function, std::vector<Source> arguments) {
  return std::make_unique<SymbolicNode>(std::move(label), function, std::move(arguments));
}

}  // namespace ltn::program
