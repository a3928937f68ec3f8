#include "jit/code_arguments.h"

#include <ATen/core/jit_type.h>
#include <c10/core/Layout.h>
#include <c10/core/MemoryFormat.h>
#include <c10/core/ScalarType.h>

namespace ltn {

namespace {

const c10::Type& innermost(const c10::TypePtr& type) {
  if (const auto* optional = type->castRaw<c10::OptionalType>()) return innermost(optional->getElementType());
  return *type;
}

// How many codes an argument can be one of; 0 if it is none. Where a schema says `int`, its name tells.
int64_t countOf(const c10::Argument& argument) {
  const c10::Type& type = innermost(argument.real_type());
  const bool integer = type.kind() == c10::TypeKind::IntType;
  if (type.kind() == c10::TypeKind::ScalarTypeType || (integer && argument.name() == "dtype"))
    return static_cast<int64_t>(c10::ScalarType::NumOptions);
  if (type.kind() == c10::TypeKind::LayoutType || (integer && argument.name() == "layout"))
    return static_cast<int64_t>(c10::Layout::NumOptions);
  if (type.kind() == c10::TypeKind::MemoryFormatType || (integer && argument.name() == "memory_format"))
    return static_cast<int64_t>(c10::MemoryFormat::NumOptions);
  return 0;
}

}  // namespace

CodeArguments::CodeArguments(const c10::FunctionSchema& schema) {
  for (size_t i = 0; i < schema.arguments().size(); ++i) {
    if (const int64_t count = countOf(schema.arguments()[i])) places_.emplace_back(i, count);
  }
}

void CodeArguments::check(c10::ArrayRef<c10::IValue> arguments) const {
  for (const auto& [place, count] : places_) {
    const c10::IValue& value = arguments[place];
    if (!value.isInt()) continue;
    const int64_t code = value.toInt();
    TORCH_CHECK(code >= 0 && code < count, "there is no dtype, layout or memory format with the code ", code);
    TORCH_CHECK(count != static_cast<int64_t>(c10::ScalarType::NumOptions) ||
                    code != static_cast<int64_t>(c10::ScalarType::Undefined),
                "expected a dtype, got none");
  }
}

}  // namespace ltn
