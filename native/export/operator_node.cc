#include "export/operator_node.h"

#include <ATen/ScalarOps.h>
#include <ATen/core/LegacyTypeDispatch.h>
#include <ATen/core/Tensor.h>
#include <c10/core/Layout.h>
#include <c10/core/MemoryFormat.h>

#include "core/errors.h"

namespace ltn::program {
namespace {

[[noreturn]] void mismatch(const char* expected, const c10::IValue& value) {
  throw ArgumentError(std::string("must be ") + expected + ", got " + value.tagKind());
}

// A number in place of a tensor takes part in promotion as a number does.
at::Tensor numberTensor(const c10::Scalar& number) {
  const at::AutoDispatchBelowADInplaceOrView guard;
  at::Tensor tensor = at::scalar_to_tensor(number);
  tensor.unsafeGetTensorImpl()->set_wrapped_number(true);
  return tensor;
}

c10::IValue toTensor(const ArgumentType& type, const c10::IValue& value) {
  if (value.isTensor()) {
    if (value.toTensor().defined()) return value;
    if (type.optional) return {};
    throw ArgumentError("must be a Tensor, got none");
  }
  if (value.isScalar()) return numberTensor(value.toScalar());
  mismatch("a Tensor", value);
}

template <class Enum>
c10::IValue toCode(const c10::IValue& value, const char* what) {
  if (!value.isInt()) mismatch(what, value);
  if (value.toInt() < 0 || value.toInt() >= static_cast<int64_t>(Enum::NumOptions)) mismatch(what, value);
  return value;
}

// One value as an operator's argument of this kind.
c10::IValue coerce(const ArgumentType& type, const c10::IValue& value) {
  switch (type.kind) {
    case Kind::kTensor:
      return toTensor(type, value);
    case Kind::kInt:
      if (value.isInt()) return value;
      if (value.isBool()) return static_cast<int64_t>(value.toBool());
      mismatch("an int", value);
    case Kind::kFloat:
      if (value.isDouble()) return value;
      if (value.isInt()) return static_cast<double>(value.toInt());
      mismatch("a float", value);
    case Kind::kBool:
      if (value.isBool()) return value;
      mismatch("a bool", value);
    case Kind::kString:
      if (value.isString()) return value;
      mismatch("a str", value);
    case Kind::kScalar:
      if (value.isScalar()) return value;
      mismatch("a number", value);
    case Kind::kDevice:
      if (value.isDevice()) return value;
      mismatch("a device", value);
    case Kind::kScalarType:
      return toCode<c10::ScalarType>(value, "a dtype");
    case Kind::kLayout:
      return toCode<c10::Layout>(value, "a layout");
    case Kind::kMemoryFormat:
      return toCode<c10::MemoryFormat>(value, "a memory format");
    case Kind::kAny:
      return value;
    case Kind::kGenerator:
    case Kind::kUnsupported:
      break;
  }
  mismatch("something that a graph cannot hold", value);
}

template <class T, class Convert>
c10::IValue listOf(const c10::List<c10::IValue>& items, Convert convert) {
  c10::List<T> list;
  list.reserve(items.size());
  for (size_t i = 0; i < items.size(); ++i) list.push_back(convert(items.get(i)));
  return list;
}

c10::IValue coerceList(const ArgumentType& type, const c10::List<c10::IValue>& items) {
  ArgumentType one = type;
  one.list = one.optional = false;
  switch (type.kind) {
    case Kind::kTensor:
      if (type.optional_elements) {
        return listOf<std::optional<at::Tensor>>(
            items, [&](const c10::IValue& item) -> std::optional<at::Tensor> {
              if (item.isNone() || (item.isTensor() && !item.toTensor().defined())) return std::nullopt;
              return coerce(one, item).toTensor();
            });
      }
      return listOf<at::Tensor>(items, [&](const c10::IValue& item) { return coerce(one, item).toTensor(); });
    case Kind::kInt:
    case Kind::kScalarType:
    case Kind::kLayout:
    case Kind::kMemoryFormat:
      return listOf<int64_t>(items, [&](const c10::IValue& item) { return coerce(one, item).toInt(); });
    case Kind::kFloat:
      return listOf<double>(items, [&](const c10::IValue& item) { return coerce(one, item).toDouble(); });
    case Kind::kBool:
      return listOf<bool>(items, [&](const c10::IValue& item) { return coerce(one, item).toBool(); });
    case Kind::kString:
      return listOf<std::string>(items,
                                 [&](const c10::IValue& item) { return coerce(one, item).toStringRef(); });
    case Kind::kScalar: {
      c10::impl::GenericList list(c10::NumberType::get());
      for (size_t i = 0; i < items.size(); ++i) list.push_back(coerce(one, items.get(i)));
      return list;
    }
    default:
      throw ArgumentError("is a list that a graph cannot hold");
  }
}

// A value as the argument that the schema asks for.
c10::IValue toArgument(const ArgumentType& type, const c10::IValue& value) {
  if (value.isNone()) {
    if (type.optional || type.kind == Kind::kAny) return value;
    throw ArgumentError("must not be none");
  }
  if (!type.list) return coerce(type, value);
  if (value.isList()) return coerceList(type, c10::IValue(value).toList());
  if (type.size <= 0) mismatch("a list", value);
  // A number stands for a list of a fixed size.
  c10::impl::GenericList spread(c10::AnyType::get());
  for (int32_t i = 0; i < type.size; ++i) spread.push_back(value);
  return coerceList(type, spread);
}

bool isConstant(const Source& source) {
  if (source.kind == Source::Kind::kConstant) return true;
  if (source.kind != Source::Kind::kList) return false;
  for (const Source& item : source.items)
    if (!isConstant(item)) return false;
  return true;
}

}  // namespace

OperatorNode::OperatorNode(std::string label, std::shared_ptr<const BoundOperator> op,
                           std::vector<OperatorArgument> arguments)
    : Node(std::move(label)), op_(std::move(op)), arguments_(std::move(arguments)) {
  const auto& names = op_->handle.schema().arguments();
  if (arguments_.size() != op_->arguments.size()) throw ArgumentError("expected each argument of the schema");
  const size_t arity = directArity(*op_);
  size_t slots = 0, given = 0;
  for (size_t i = 0; i < arguments_.size(); ++i) {
    OperatorArgument& argument = arguments_[i];
    if (!argument.given) {
      if (op_->required[i]) throw ArgumentError("argument '" + names[i].name() + "' is missing");
      continue;
    }
    ++given;
    if (i < arity && argument.source.kind == Source::Kind::kSlot) ++slots;
    if (!isConstant(argument.source)) continue;
    // A tensor that stands for a number is made at each call, as kernels may write to it.
    const bool number = op_->arguments[i].kind == Kind::kTensor;
    Values none;
    if (!number) {
      argument.source.constant = this->argument(i, none);
      argument.source.kind = Source::Kind::kConstant;
      argument.source.items.clear();
    }
  }
  if (arity > 0 && slots == arity && given == arity) direct_ = arity;
}

c10::IValue OperatorNode::argument(size_t i, const Values& values) const {
  try {
    return toArgument(op_->arguments[i], resolve(arguments_[i].source, values));
  } catch (const ArgumentError& error) {
    throw ArgumentError("argument '" + op_->handle.schema().arguments()[i].name() + "' " + error.what());
  }
}

const at::Tensor* OperatorNode::directTensor(size_t i, const Values& values) const {
  const c10::IValue& value = values[arguments_[i].source.slot];
  return value.isTensor() && value.toTensor().defined() ? &value.toTensor() : nullptr;
}

void OperatorNode::run(Values& values) const {
  if (direct_ > 0) {
    const at::Tensor* a = directTensor(0, values);
    const at::Tensor* b = direct_ == 1 ? a : directTensor(1, values);
    if (a && b) {
      torch::jit::Stack single;
      single.emplace_back(callDirect(*op_, *a, *b));
      return store(std::move(single), values);
    }
  }
  torch::jit::Stack stack;
  stack.reserve(arguments_.size());
  for (size_t i = 0; i < arguments_.size(); ++i) {
    const OperatorArgument& given = arguments_[i];
    if (!given.given) {
      stack.push_back(op_->defaults[i]);
    } else if (given.source.kind == Source::Kind::kConstant && op_->arguments[i].kind != Kind::kTensor) {
      stack.push_back(given.source.constant);
    } else {
      stack.push_back(argument(i, values));
    }
  }
  callChecked(*op_, stack);
  store(std::move(stack), values);
}

void OperatorNode::describe(const Values& values, NodeError& error) const {
  const auto& schema = op_->handle.schema();
  error.operator_name = schema.operator_name().name;
  error.schema = c10::str(schema);
  for (size_t i = 0; i < arguments_.size(); ++i) {
    const Source& source = arguments_[i].source;
    if (!arguments_[i].given || source.kind != Source::Kind::kSlot) continue;
    const c10::IValue& value = values[source.slot];
    if (value.isTensor() && value.toTensor().defined())
      error.inputs.emplace_back(schema.arguments()[i].name(), describeTensor(value.toTensor()));
  }
}

}  // namespace ltn::program
