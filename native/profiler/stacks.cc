#include "profiler/stacks.h"

#include <ATen/record_function.h>

namespace ltn {

namespace {

// Threads of jobs and of autograd inherit the callback, but not this: they have no JavaScript to ask.
thread_local StackCapture* capture = nullptr;

std::unique_ptr<at::ObserverContext> started(const at::RecordFunction& function) {
  if (capture) capture->enter(function.name());
  return nullptr;
}

void ended(const at::RecordFunction&, at::ObserverContext*) {
  if (capture) capture->leave();
}

}  // namespace

StackCapture::StackCapture(napi_env env, napi_value function) : function_(env, function) {
  capture = this;
  handle_ = at::addThreadLocalCallback(at::RecordFunctionCallback(&started, &ended));
}

StackCapture::~StackCapture() {
  capture = nullptr;
  at::removeCallback(handle_);
}

void StackCapture::enter(const char* name) {
  if (depth_++ > 0 || !function_.here()) return;
  const napi_env env = function_.env();
  const Napi::HandleScope scope(env);
  bool pending = false;
  if (napi_is_exception_pending(env, &pending) != napi_ok || pending) return;
  napi_value argument = nullptr;
  napi_value ignored = nullptr;
  if (napi_create_string_utf8(env, name, NAPI_AUTO_LENGTH, &argument) != napi_ok) return;
  const napi_value undefined = Napi::Env(env).Undefined();
  if (napi_call_function(env, undefined, function_.value(), 1, &argument, &ignored) == napi_ok) return;
  // A stack that is too deep already: this one stays unknown.
  if (napi_is_exception_pending(env, &pending) == napi_ok && pending)
    napi_get_and_clear_last_exception(env, &ignored);
}

void StackCapture::leave() {
  if (depth_ > 0) --depth_;
}

}  // namespace ltn
