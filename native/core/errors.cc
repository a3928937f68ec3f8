#include "core/errors.h"

#include <ATen/core/Tensor.h>
#include <c10/util/Exception.h>

#include <iterator>
#include <map>
#include <mutex>

#include "core/js_calls.h"
#include "core/js_reference.h"
#include "core/state.h"
#include "serialization/error.h"

namespace ltn {

namespace {

// The order matters: derived classes come before their bases.
ErrorText describeTorch(const c10::Error& error) {
  const char* kind = "torch";
  if (dynamic_cast<const c10::IndexError*>(&error))
    kind = "index";
  else if (dynamic_cast<const c10::ValueError*>(&error))
    kind = "value";
  else if (dynamic_cast<const c10::TypeError*>(&error))
    kind = "type";
  else if (dynamic_cast<const c10::NotImplementedError*>(&error))
    kind = "notImplemented";
  else if (dynamic_cast<const c10::OutOfMemoryError*>(&error))
    kind = "outOfMemory";
  else if (dynamic_cast<const c10::LinAlgError*>(&error))
    kind = "linalg";
  return {kind, error.what_without_backtrace()};
}

// The kind "file:2" for ENOENT. There are few error numbers, so each text is kept for the process.
const char* fileKind(int number) {
  static std::mutex mutex;
  static auto* kinds = new std::map<int, std::string>();  // jobs may outlast statics
  const std::lock_guard lock(mutex);
  return kinds->try_emplace(number, "file:" + std::to_string(number)).first->second.c_str();
}

}  // namespace

ErrorText describe(const std::exception_ptr& error) {
  try {
    std::rethrow_exception(error);
  } catch (const c10::Error& e) {
    return describeTorch(e);
  } catch (const ArgumentError& e) {
    return {"argument", e.what()};
  } catch (const serialization::FileError& e) {
    return {fileKind(e.number), e.what()};
  } catch (const serialization::CheckpointError& e) {
    return {"serialization", e.what()};
  } catch (const KindError& e) {
    return {e.kind, e.what()};
  } catch (const std::bad_alloc&) {
    return {"outOfMemory", "out of memory"};
  } catch (const std::exception& e) {
    return {"torch", e.what()};
  } catch (...) {
    return {"torch", "an unknown C++ exception"};
  }
}

napi_value makeError(napi_env env, const ErrorText& error, napi_value details) {
  const auto message = Napi::String::New(env, error.message);
  const napi_ref factory = stateOf(env).error_factory;
  if (!factory) return Napi::Error::New(env, error.message).Value();
  napi_value function = nullptr;
  napi_get_reference_value(env, factory, &function);
  const Napi::Env here(env);
  napi_value arguments[] = {Napi::String::New(env, error.kind), message, details ? details : here.Null()};
  napi_value made = nullptr;
  // A worker that is being terminated runs nothing, so no error can be made.
  check(env, napi_call_function(env, here.Undefined(), function, std::size(arguments), arguments, &made));
  return made;
}

napi_value errorToJs(napi_env env, const std::exception_ptr& error, napi_value details) {
  try {
    std::rethrow_exception(error);
  } catch (const JsError& e) {
    napi_value thrown = nullptr;
    if (e.holder->here() && napi_get_element(env, e.holder->value(), 0, &thrown) == napi_ok) return thrown;
  } catch (const Napi::Error& e) {
    return e.Value();
  } catch (const PendingException&) {
    // Taken out of the environment, because the caller hands it on.
    napi_value thrown = nullptr;
    if (napi_get_and_clear_last_exception(env, &thrown) == napi_ok && thrown) return thrown;
  } catch (...) {
  }
  return makeError(env, describe(error), details);
}

void throwCurrent(napi_env env, napi_value details) noexcept {
  bool pending = false;
  napi_is_exception_pending(env, &pending);
  if (pending) return;
  if (Warnings::waiting()) deliverWarnings(env);
  try {
    try {
      throw;
    } catch (const PendingException&) {
    } catch (const EnvironmentEnded&) {
      // A worker is being terminated: nothing more runs in it.
    } catch (...) {
      napi_throw(env, errorToJs(env, std::current_exception(), details));
    }
  } catch (...) {
    napi_throw_error(env, nullptr, "libtorch-node: an error could not be reported");
  }
}

void check(napi_env env, napi_status status) {
  if (status == napi_ok) return;
  bool pending = false;
  napi_is_exception_pending(env, &pending);
  if (pending) throw PendingException();
  const napi_extended_error_info* info = nullptr;
  napi_get_last_error_info(env, &info);
  throw ArgumentError(info && info->error_message ? info->error_message : "a Node-API call failed");
}

}  // namespace ltn
