// TorchScript's types, taken apart for TypeScript.
#include <ATen/core/jit_type.h>

#include "core/errors.h"
#include "jit/values.h"

namespace ltn {

namespace {

const char* kindOf(const c10::Type& type) {
  switch (type.kind()) {
    case c10::TypeKind::TensorType:
      return "Tensor";
    case c10::TypeKind::IntType:
    case c10::TypeKind::ScalarTypeType:
    case c10::TypeKind::LayoutType:
    case c10::TypeKind::MemoryFormatType:
      return "int";
    case c10::TypeKind::FloatType:
      return "float";
    case c10::TypeKind::BoolType:
      return "bool";
    case c10::TypeKind::StringType:
      return "str";
    case c10::TypeKind::ComplexType:
      return "complex";
    case c10::TypeKind::NumberType:
      return "number";
    case c10::TypeKind::DeviceObjType:
      return "device";
    case c10::TypeKind::NoneType:
      return "None";
    case c10::TypeKind::AnyType:
      return "Any";
    case c10::TypeKind::OptionalType:
      return "Optional";
    case c10::TypeKind::UnionType:
      return "Union";
    case c10::TypeKind::ListType:
      return "List";
    case c10::TypeKind::DictType:
      return "Dict";
    case c10::TypeKind::TupleType:
      return "Tuple";
    case c10::TypeKind::FutureType:
      return "Future";
    default:
      return "other";
  }
}

}  // namespace

napi_value typeToJs(napi_env env, const c10::Type& type) {
  auto out = Napi::Object::New(env);
  out.Set("kind", kindOf(type));
  out.Set("text", type.annotation_str());
  const auto contained = type.containedTypes();
  auto of = Napi::Array::New(env);
  uint32_t count = 0;
  const auto add = [&](const c10::Type& part) { of.Set(count++, Napi::Value(env, typeToJs(env, part))); };
  if (const auto* optional = type.castRaw<c10::OptionalType>()) {
    add(*optional->getElementType());
  } else if (type.kind() != c10::TypeKind::ClassType) {
    for (const auto& part : contained) add(*part);
  }
  out.Set("of", of);
  return out;
}

}  // namespace ltn
