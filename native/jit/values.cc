#include "jit/values.h"

#include <ATen/core/Generator.h>
#include <ATen/core/function_schema.h>
#include <c10/util/complex.h>

#include <utility>

#include "core/codes.h"
#include "core/errors.h"
#include "core/state.h"
#include "dispatch/values.h"

namespace ltn {

namespace {

constexpr int kMostLevels = 64;

napi_valuetype typeOf(napi_env env, napi_value value) {
  napi_valuetype type = napi_undefined;
  napi_typeof(env, value, &type);
  return type;
}

bool isNone(napi_env env, napi_value value) {
  const auto type = typeOf(env, value);
  return type == napi_null || type == napi_undefined;
}

// An array of JavaScript that is read element by element.
struct Items {
  Items(napi_env environment, napi_value value) : env(environment), array(value) {
    bool is_array = false;
    napi_is_array(env, value, &is_array);
    if (!is_array) throw ArgumentError("expected an array");
    check(env, napi_get_array_length(env, array, &count));
  }
  napi_value operator[](uint32_t index) const {
    napi_value value = nullptr;
    check(env, napi_get_element(env, array, index, &value));
    return value;
  }
  napi_env env;
  napi_value array;
  uint32_t count = 0;
};

bool readFlag(napi_env env, napi_value value) {
  bool flag = false;
  if (napi_get_value_bool(env, value, &flag) != napi_ok) throw ArgumentError("expected a boolean");
  return flag;
}

double readFloat(napi_env env, napi_value value) {
  double number = 0;
  if (napi_get_value_double(env, value, &number) != napi_ok) throw ArgumentError("expected a number");
  return number;
}

c10::IValue readComplex(napi_env env, napi_value value) {
  const Items parts(env, value);
  return c10::IValue(c10::complex<double>(readFloat(env, parts[0]), readFloat(env, parts[1])));
}

// Reads values by their types. `level` counts how deep it is, since a type may be as deep as its file says.
struct Reader {
  EnvState& state;
  int level = 0;

  c10::IValue list(const c10::ListType& type, napi_value value) {
    const Items items(state.env, value);
    c10::impl::GenericList out(type.getElementType());
    out.reserve(items.count);
    for (uint32_t i = 0; i < items.count; ++i) out.push_back(read(*type.getElementType(), items[i]));
    return out;
  }

  c10::IValue tuple(const c10::TupleType& type, napi_value value) {
    const Items items(state.env, value);
    const auto elements = type.elements();
    if (items.count != elements.size())
      throw ArgumentError(c10::str("expected ", elements.size(), " elements, got ", items.count));
    std::vector<c10::IValue> out;
    out.reserve(items.count);
    for (uint32_t i = 0; i < items.count; ++i) out.push_back(read(*elements[i], items[i]));
    if (!type.schema()) return c10::ivalue::Tuple::create(std::move(out));
    return c10::ivalue::Tuple::createNamed(
        std::move(out),
        std::const_pointer_cast<c10::TupleType>(type.shared_from_this()->cast<c10::TupleType>()));
  }

  c10::IValue dict(const c10::DictType& type, napi_value value) {
    const Items parts(state.env, value);
    const Items keys(state.env, parts[0]), values(state.env, parts[1]);
    if (keys.count != values.count) throw ArgumentError("expected a value for each key");
    c10::impl::GenericDict out(type.getKeyType(), type.getValueType());
    for (uint32_t i = 0; i < keys.count; ++i) {
      out.insert_or_assign(read(*type.getKeyType(), keys[i]), read(*type.getValueType(), values[i]));
    }
    return out;
  }

  c10::IValue oneOf(const c10::UnionType& type, napi_value value) {
    const Items choice(state.env, value);
    const int64_t index = readInt(state.env, choice[0]);
    const auto types = type.containedTypes();
    if (index < 0 || std::cmp_greater_equal(index, types.size())) throw ArgumentError("no such type");
    return read(*types[index], choice[1]);
  }

  c10::IValue read(const c10::Type& type, napi_value value) {
    if (++level > kMostLevels) throw ArgumentError("a value is nested too deeply");
    c10::IValue out = readOne(type, value);
    --level;
    return out;
  }

  c10::IValue readOne(const c10::Type& type, napi_value value) {
    const napi_env env = state.env;
    switch (type.kind()) {
      case c10::TypeKind::TensorType:
        return readTensor(state, value);
      case c10::TypeKind::IntType:
        return readInt(env, value);
      case c10::TypeKind::FloatType:
        return readFloat(env, value);
      case c10::TypeKind::BoolType:
        return readFlag(env, value);
      case c10::TypeKind::StringType:
        return readString(env, value);
      case c10::TypeKind::ComplexType:
        return readComplex(env, value);
      case c10::TypeKind::NumberType:
        return c10::IValue(readScalar(env, value));
      case c10::TypeKind::DeviceObjType:
        return readDevice(env, value);
      case c10::TypeKind::NoneType:
        if (isNone(env, value)) return {};
        throw ArgumentError("expected null");
      case c10::TypeKind::AnyType:
        return taggedFromJs(state, value);
      case c10::TypeKind::OptionalType:
        if (isNone(env, value)) return {};
        return read(*type.expectRef<c10::OptionalType>().getElementType(), value);
      case c10::TypeKind::UnionType:
        return oneOf(type.expectRef<c10::UnionType>(), value);
      case c10::TypeKind::ListType:
        return list(type.expectRef<c10::ListType>(), value);
      case c10::TypeKind::TupleType:
        return tuple(type.expectRef<c10::TupleType>(), value);
      case c10::TypeKind::DictType:
        return dict(type.expectRef<c10::DictType>(), value);
      default:
        throw ArgumentError("a value of type " + type.repr_str() + " cannot be passed from JavaScript");
    }
  }
};

c10::TypePtr commonType(const std::vector<c10::IValue>& values) {
  if (values.empty()) return c10::TensorType::get();
  c10::TypePtr type = values.front().type();
  if (type->isSubtypeOf(*c10::TensorType::get())) type = c10::TensorType::get();
  for (const auto& value : values) {
    if (!value.type()->isSubtypeOf(*type)) return c10::AnyType::get();
  }
  return type;
}

std::vector<c10::IValue> readTagged(EnvState& state, napi_value value) {
  const Items items(state.env, value);
  std::vector<c10::IValue> out;
  out.reserve(items.count);
  for (uint32_t i = 0; i < items.count; ++i) out.push_back(taggedFromJs(state, items[i]));
  return out;
}

c10::IValue dictOf(std::vector<c10::IValue> keys, std::vector<c10::IValue> values) {
  if (keys.size() != values.size()) throw ArgumentError("expected a value for each key");
  c10::impl::GenericDict out(keys.empty() ? c10::StringType::get() : commonType(keys), commonType(values));
  for (size_t i = 0; i < keys.size(); ++i) out.insert_or_assign(std::move(keys[i]), std::move(values[i]));
  return out;
}

napi_value arrayOf(napi_env env, std::initializer_list<napi_value> values) {
  napi_value array = nullptr;
  check(env, napi_create_array_with_length(env, values.size(), &array));
  uint32_t i = 0;
  for (const napi_value value : values) check(env, napi_set_element(env, array, i++, value));
  return array;
}

napi_value tag(napi_env env, ScriptTag which) { return Napi::Number::New(env, static_cast<int>(which)); }

napi_value valueToJs(EnvState& state, const c10::IValue& value, int level);

template <class List>
napi_value itemsToJs(EnvState& state, const List& list, int level) {
  napi_value array = nullptr;
  check(state.env, napi_create_array_with_length(state.env, list.size(), &array));
  uint32_t i = 0;
  for (const auto& item : list) {
    const Napi::HandleScope scope(state.env);
    check(state.env, napi_set_element(state.env, array, i++, valueToJs(state, item, level + 1)));
  }
  return array;
}

napi_value namesOf(napi_env env, const c10::ivalue::Tuple& tuple) {
  const auto type = tuple.type<c10::TupleType>();
  if (!type->schema()) return Napi::Env(env).Null();
  auto names = Napi::Array::New(env);
  uint32_t i = 0;
  for (const auto& argument : type->schema()->arguments()) names.Set(i++, argument.name());
  return names;
}

napi_value dictToJs(EnvState& state, const c10::Dict<c10::IValue, c10::IValue>& dict, int level) {
  std::vector<c10::IValue> keys, values;
  for (const auto& entry : dict) {
    keys.push_back(entry.key());
    values.push_back(entry.value());
  }
  return arrayOf(state.env, {tag(state.env, ScriptTag::kDict), itemsToJs(state, keys, level),
                             itemsToJs(state, values, level)});
}

napi_value valueToJs(EnvState& state, const c10::IValue& value, int level) {
  const napi_env env = state.env;
  // A list of TorchScript may hold itself.
  if (level > kMostLevels) throw ArgumentError("a value is nested too deeply");
  if (value.isTensor()) return arrayOf(env, {tag(env, ScriptTag::kTensor), toJs(state, c10::IValue(value))});
  if (value.isNone()) return Napi::Env(env).Null();
  if (value.isComplexDouble()) {
    const auto number = value.toComplexDouble();
    return arrayOf(env, {tag(env, ScriptTag::kComplex), Napi::Number::New(env, number.real()),
                         Napi::Number::New(env, number.imag())});
  }
  if (value.isScalar()) return scalarToJs(env, value.toScalar());
  if (value.isString()) return Napi::String::New(env, value.toStringRef());
  if (value.isDevice())
    return arrayOf(env, {tag(env, ScriptTag::kDevice), Napi::String::New(env, value.toDevice().str())});
  if (value.isList())
    return arrayOf(env, {tag(env, ScriptTag::kList), itemsToJs(state, value.toList().vec(), level)});
  if (value.isTuple()) {
    const auto& tuple = value.toTupleRef();
    return arrayOf(env, {tag(env, ScriptTag::kTuple), itemsToJs(state, tuple.elements().vec(), level),
                         namesOf(env, tuple)});
  }
  if (value.isGenericDict()) return dictToJs(state, value.toGenericDict(), level);
  if (value.isFuture()) {
    const auto future = value.toFuture();
    future->waitAndThrow();
    return valueToJs(state, future->value(), level + 1);
  }
  throw ArgumentError("a value of type " + value.type()->repr_str() + " cannot be passed to JavaScript");
}

}  // namespace

CodeLists scriptCodes() {
  return {codesOf<ScriptTag>("scriptTag", {{"tensor", ScriptTag::kTensor},
                                           {"list", ScriptTag::kList},
                                           {"tuple", ScriptTag::kTuple},
                                           {"dict", ScriptTag::kDict},
                                           {"complex", ScriptTag::kComplex},
                                           {"device", ScriptTag::kDevice}})};
}

c10::IValue scriptFromJs(EnvState& state, const c10::Type& type, napi_value value) {
  return Reader{state}.read(type, value);
}

c10::IValue taggedFromJs(EnvState& state, napi_value value) {
  const napi_env env = state.env;
  if (isNone(env, value)) return {};
  switch (typeOf(env, value)) {
    case napi_boolean:
      return readFlag(env, value);
    case napi_string:
      return readString(env, value);
    case napi_object:
      break;
    default:
      return c10::IValue(readScalar(env, value));
  }
  const Items parts(env, value);
  switch (static_cast<ScriptTag>(readInt(env, parts[0]))) {
    case ScriptTag::kTensor:
      return readTensor(state, parts[1]);
    case ScriptTag::kList: {
      auto items = readTagged(state, parts[1]);
      c10::impl::GenericList list(commonType(items));
      for (auto& item : items) list.push_back(std::move(item));
      return list;
    }
    case ScriptTag::kTuple:
      return c10::ivalue::Tuple::create(readTagged(state, parts[1]));
    case ScriptTag::kDict:
      return dictOf(readTagged(state, parts[1]), readTagged(state, parts[2]));
    case ScriptTag::kComplex:
      return c10::IValue(c10::complex<double>(readFloat(env, parts[1]), readFloat(env, parts[2])));
    case ScriptTag::kDevice:
      return readDevice(env, parts[1]);
  }
  throw ArgumentError("expected a tagged value");
}

napi_value taggedToJs(EnvState& state, const c10::IValue& value) { return valueToJs(state, value, 0); }

}  // namespace ltn
