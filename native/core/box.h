// Native objects that JavaScript holds as tagged Externals and releases by garbage collection: modules,
// optimizers, generators, loaders. (Tensors are not boxed: they are integer handles, see tensor/handles.h.)
#pragma once

#include <napi.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>

#include "core/boxes.h"
#include "core/errors.h"

namespace ltn {

// Specialise with `static constexpr const char* kName` for each type that is boxed; the name appears in error
// messages and identifies the type.
template <class T>
struct BoxName;

constexpr uint64_t hashName(std::string_view text) {
  uint64_t hash = 14695981039346656037ull;
  for (const char c : text) hash = (hash ^ static_cast<uint8_t>(c)) * 1099511628211ull;
  return hash;
}

template <class T>
constexpr napi_type_tag tagOf() {
  return {0x6c6962746f726368ull, hashName(BoxName<T>::kName)};
}

template <class T>
struct BoxOf final : Box {
  explicit BoxOf(std::shared_ptr<T> held) : object(std::move(held)) {}
  void drop() override { object.reset(); }
  std::shared_ptr<T> object;
};

// `bytes`: what the object costs besides the tensors that it holds.
template <class T>
Napi::Value box(Napi::Env env, std::shared_ptr<T> object, int64_t bytes = 1024) {
  const napi_type_tag tag = tagOf<T>();
  return {env, makeExternal(env, std::make_unique<BoxOf<T>>(std::move(object)), tag, bytes)};
}

// Throws ArgumentError if `value` is not a box of T. The reference lets a caller take the object out of its
// box.
template <class T>
std::shared_ptr<T>& unbox(napi_env env, napi_value value) {
  const napi_type_tag tag = tagOf<T>();
  bool matches = false;
  void* data = nullptr;
  if (napi_check_object_type_tag(env, value, &tag, &matches) != napi_ok || !matches ||
      napi_get_value_external(env, value, &data) != napi_ok) {
    throw ArgumentError(std::string("expected a native ") + BoxName<T>::kName);
  }
  return static_cast<BoxOf<T>*>(static_cast<Box*>(data))->object;
}

}  // namespace ltn
