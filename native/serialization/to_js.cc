#include "serialization/to_js.h"

#include <cstring>

#include "serialization/dtypes.h"

namespace ltn::serialization {
namespace {

constexpr char16_t kReplacement = 0xfffd;

// Reads one code point; halves of surrogate pairs are let through.
char32_t decode(std::string_view text, size_t& at) {
  const auto first = static_cast<uint8_t>(text[at++]);
  if (first < 0x80) return first;
  const int more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1;
  if (first < 0xc2 || first > 0xf4 || at + static_cast<size_t>(more) > text.size()) return kReplacement;
  char32_t code = first & (0x3f >> more);
  for (int i = 0; i < more; ++i) {
    const auto next = static_cast<uint8_t>(text[at + static_cast<size_t>(i)]);
    if ((next & 0xc0) != 0x80) return kReplacement;
    code = code << 6 | (next & 0x3f);
  }
  at += static_cast<size_t>(more);
  return code <= 0x10ffff ? code : kReplacement;
}

template <typename T>
Napi::ArrayBuffer bufferOf(Napi::Env env, const T* data, size_t count) {
  Napi::ArrayBuffer buffer = Napi::ArrayBuffer::New(env, count * sizeof(T));
  if (count > 0) std::memcpy(buffer.Data(), data, count * sizeof(T));
  return buffer;
}

template <typename T>
Napi::ArrayBuffer bufferOf(Napi::Env env, const std::vector<T>& values) {
  return bufferOf(env, values.data(), values.size());
}

Napi::Array integersToJs(Napi::Env env, const std::vector<int64_t>& values) {
  Napi::Array out = Napi::Array::New(env, values.size());
  for (uint32_t i = 0; i < values.size(); ++i) out.Set(i, static_cast<double>(values[i]));
  return out;
}

}  // namespace

Napi::String textToJs(Napi::Env env, std::string_view text) {
  std::u16string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const char32_t code = decode(text, at);
    if (code < 0x10000) {
      out.push_back(static_cast<char16_t>(code));
    } else {
      out.push_back(static_cast<char16_t>(0xd800 + ((code - 0x10000) >> 10)));
      out.push_back(static_cast<char16_t>(0xdc00 + ((code - 0x10000) & 0x3ff)));
    }
  }
  return Napi::String::New(env, out);
}

Napi::Object tableToJs(Napi::Env env, const Table& table) {
  Napi::Object out = Napi::Object::New(env);
  Napi::Array texts = Napi::Array::New(env, table.texts.size());
  for (uint32_t i = 0; i < table.texts.size(); ++i) {
    const Napi::HandleScope scope(env);
    // As a napi_value: a Napi::String would go through UTF-8 once more.
    texts.Set(i, static_cast<napi_value>(textToJs(env, table.texts[i])));
  }
  Napi::Array blobs = Napi::Array::New(env, table.blobs.size());
  for (uint32_t i = 0; i < table.blobs.size(); ++i) {
    const Napi::HandleScope scope(env);
    blobs.Set(i, bufferOf(env, table.blobs[i].data(), table.blobs[i].size()));
  }
  out.Set("nodes", table.nodes);
  out.Set("stream", bufferOf(env, table.stream));
  out.Set("texts", texts);
  out.Set("blobs", blobs);
  out.Set("doubles", bufferOf(env, table.doubles));
  out.Set("longs", bufferOf(env, table.longs));
  return out;
}

Napi::Object tensorInfoToJs(Napi::Env env, const TensorSpec& spec) {
  Napi::Object out = Napi::Object::New(env);
  out.Set("dtype", std::string(dtypeName(spec.dtype)));
  out.Set("form", static_cast<double>(spec.form));
  out.Set("shape", integersToJs(env, spec.size));
  out.Set("stride", integersToJs(env, spec.stride));
  out.Set("parameter", spec.parameter);
  out.Set("buffer", spec.buffer);
  out.Set("persistent", spec.persistent);
  out.Set("requiresGrad", spec.requires_grad);
  if (!spec.class_name.empty()) out.Set("className", static_cast<napi_value>(textToJs(env, spec.class_name)));
  if (spec.sharded) out.Set("whole", integersToJs(env, spec.whole));
  const StorageSpec* storage = spec.storage ? spec.storage->storage.get() : nullptr;
  out.Set("storage", storage ? storage->key : std::string());
  out.Set("storageBytes", storage ? static_cast<double>(storage->bytes) : 0.0);
  out.Set("location", storage ? storage->location : std::string());
  return out;
}

Napi::Object savedToJs(Napi::Env env, const SavedTensor& saved) {
  Napi::Object out = Napi::Object::New(env);
  out.Set("form", static_cast<double>(saved.form));
  out.Set("dtype", saved.dtype);
  out.Set("storageClass", saved.storage_class);
  out.Set("storageKey", static_cast<double>(saved.storage_key));
  out.Set("storageCount", static_cast<double>(saved.storage_count));
  out.Set("location", saved.location);
  out.Set("offset", static_cast<double>(saved.offset));
  out.Set("size", integersToJs(env, saved.size));
  out.Set("stride", integersToJs(env, saved.stride));
  out.Set("requiresGrad", saved.requires_grad);
  out.Set("conjugate", saved.conjugate);
  out.Set("negative", saved.negative);
  out.Set("layout", saved.layout);
  out.Set("coalesced", saved.coalesced);
  out.Set("scheme", saved.scheme);
  out.Set("scale", saved.scale);
  out.Set("zeroPoint", static_cast<double>(saved.zero_point));
  out.Set("axis", static_cast<double>(saved.axis));
  Napi::Array parts = Napi::Array::New(env, saved.parts.size());
  for (uint32_t i = 0; i < saved.parts.size(); ++i) parts.Set(i, savedToJs(env, saved.parts[i]));
  out.Set("parts", parts);
  return out;
}

}  // namespace ltn::serialization
