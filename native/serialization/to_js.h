// Results of the checkpoint code as JavaScript values; the shapes are those of
// lib/native/contract/serialization.ts.
#pragma once

#include <napi.h>

#include <string_view>

#include "serialization/checkpoint.h"
#include "serialization/saver.h"
#include "serialization/table.h"

namespace ltn::serialization {

// A string of Python: UTF-8 that may hold halves of surrogate pairs. Anything else becomes U+FFFD.
Napi::String textToJs(Napi::Env env, std::string_view text);

Napi::Object tableToJs(Napi::Env env, const Table& table);
Napi::Object tensorInfoToJs(Napi::Env env, const TensorSpec& spec);
Napi::Object savedToJs(Napi::Env env, const SavedTensor& saved);

}  // namespace ltn::serialization
