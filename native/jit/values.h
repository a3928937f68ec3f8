// Values of TorchScript to JavaScript and back (lib/jit/tagged-values.ts is the other side).
#pragma once

#include <ATen/core/ivalue.h>
#include <ATen/core/jit_type.h>
#include <napi.h>

namespace ltn {

struct EnvState;

// What stands first in the array that a value other than a number, boolean, string or null becomes. The same
// numbers are in lib/native/codes.ts.
enum class ScriptTag : uint8_t { kTensor, kList, kTuple, kDict, kComplex, kDevice };

// A type as lib/native/contract/jit.ts: NativeScriptType.
napi_value typeToJs(napi_env env, const c10::Type& type);

// A value for a place of a known type. Throws ArgumentError when it does not fit.
c10::IValue scriptFromJs(EnvState& state, const c10::Type& type, napi_value value);
// A value that says itself what it is, by its tags.
c10::IValue taggedFromJs(EnvState& state, napi_value value);
// The other way round; what JavaScript cannot hold is an error that names its type.
napi_value taggedToJs(EnvState& state, const c10::IValue& value);

}  // namespace ltn
