// A schema's types, taken apart once for each overload that is bound.
#include <ATen/core/jit_type.h>

#include "dispatch/values.h"

namespace ltn {

namespace {

Kind kindOf(const c10::Type& type) {
  switch (type.kind()) {
    case c10::TypeKind::TensorType:
      return Kind::kTensor;
    case c10::TypeKind::IntType:
    case c10::TypeKind::SymIntType:
      return Kind::kInt;
    case c10::TypeKind::ScalarTypeType:
      return Kind::kScalarType;
    case c10::TypeKind::MemoryFormatType:
      return Kind::kMemoryFormat;
    case c10::TypeKind::LayoutType:
      return Kind::kLayout;
    case c10::TypeKind::FloatType:
    case c10::TypeKind::SymFloatType:
      return Kind::kFloat;
    case c10::TypeKind::BoolType:
    case c10::TypeKind::SymBoolType:
      return Kind::kBool;
    case c10::TypeKind::StringType:
      return Kind::kString;
    case c10::TypeKind::NumberType:
      return Kind::kScalar;
    case c10::TypeKind::DeviceObjType:
      return Kind::kDevice;
    case c10::TypeKind::GeneratorType:
      return Kind::kGenerator;
    case c10::TypeKind::AnyType:
      return Kind::kAny;
    default:
      return Kind::kUnsupported;
  }
}

}  // namespace

ArgumentType argumentType(const c10::TypePtr& declared, int32_t size) {
  ArgumentType result;
  const c10::Type* type = declared.get();
  if (type->kind() == c10::TypeKind::OptionalType) {
    result.optional = true;
    type = type->castRaw<c10::OptionalType>()->getElementType().get();
  }
  if (type->kind() == c10::TypeKind::ListType) {
    result.list = true;
    result.size = size;
    type = type->castRaw<c10::ListType>()->getElementType().get();
    if (type->kind() == c10::TypeKind::OptionalType) {
      result.optional_elements = true;
      type = type->castRaw<c10::OptionalType>()->getElementType().get();
    }
  }
  result.kind = kindOf(*type);
  return result;
}

}  // namespace ltn
