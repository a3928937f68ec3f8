// What C++ throws, as JavaScript values. Errors are made in TypeScript (lib/errors.ts): native code passes
// the kind, the message and, for operators, what was called with what.
#pragma once

#include <napi.h>

#include <exception>
#include <memory>
#include <stdexcept>
#include <string>

namespace ltn {

// A wrong JavaScript argument: becomes a TypeError.
struct ArgumentError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// A JavaScript exception is already pending in the environment; unwind to the boundary and leave it there.
struct PendingException : std::exception {
  const char* what() const noexcept override { return "a JavaScript exception is pending"; }
};

// A failure that is not the operator's own, by its kind in lib/errors.ts.
struct KindError : std::runtime_error {
  KindError(const char* error_kind, const std::string& message)
      : std::runtime_error(message), kind(error_kind) {}
  const char* kind;
};

class JsReference;

// What JavaScript threw inside native code (a hook), on its way to the JavaScript that called. `holder` is an
// array with the thrown value.
struct JsError : std::exception {
  explicit JsError(std::shared_ptr<JsReference> thrown) : holder(std::move(thrown)) {}
  const char* what() const noexcept override {
    return "a JavaScript function that libtorch called has thrown";
  }
  std::shared_ptr<JsReference> holder;
};

struct ErrorText {
  const char* kind;  // one of lib/errors.ts: ErrorKind
  std::string message;
};

// Names and describes `error`; the backtrace of a c10::Error is left out.
ErrorText describe(const std::exception_ptr& error);

// Makes the JavaScript error. `details` is null or an object that lib/errors.ts understands.
napi_value makeError(napi_env env, const ErrorText& text, napi_value details);

// Any C++ exception as the JavaScript value to throw or reject with.
napi_value errorToJs(napi_env env, const std::exception_ptr& error, napi_value details = nullptr);

// Throws the current C++ exception into JavaScript, unless one is pending there already.
void throwCurrent(napi_env env, napi_value details = nullptr) noexcept;

// Throws PendingException if a Node-API call failed with a JavaScript exception, ArgumentError otherwise.
void check(napi_env env, napi_status status);

}  // namespace ltn
