// Asks JavaScript for its stack whenever it calls into libtorch while a profiler wants stacks.
#pragma once

#include <napi.h>

#include <memory>

#include "core/js_reference.h"

namespace ltn {

// While it lives, the function is called with the name of each operator and span that JavaScript starts on
// this thread; not for those that run inside another.
class StackCapture {
 public:
  StackCapture(napi_env env, napi_value function);
  ~StackCapture();
  StackCapture(const StackCapture&) = delete;
  StackCapture& operator=(const StackCapture&) = delete;

  void enter(const char* name);
  void leave();

 private:
  JsReference function_;
  uint64_t handle_ = 0;
  int depth_ = 0;
};

}  // namespace ltn
