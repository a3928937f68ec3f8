#include "autograd/autocast.h"

#include <ATen/Context.h>
#include <ATen/autocast_mode.h>

#include "core/boundary.h"
#include "core/state.h"
#include "dispatch/values.h"

namespace ltn {

namespace {

at::DeviceType deviceType(const Napi::CallbackInfo& info) {
  return c10::Device(readString(info.Env(), info[0])).type();
}

// autocastAvailable(type): whether autocast knows the device, and whether one is there.
Napi::Value autocastAvailable(const Napi::CallbackInfo& info) {
  const auto type = deviceType(info);
  auto result = Napi::Object::New(info.Env());
  result.Set("supported", at::autocast::is_autocast_available(type));
  result.Set("present", type != at::kCUDA || at::globalContext().hasCUDA());
  return result;
}

// getAutocast(type): { enabled, dtype, cache }
Napi::Value getAutocast(const Napi::CallbackInfo& info) {
  const auto type = deviceType(info);
  auto result = Napi::Object::New(info.Env());
  result.Set("enabled", at::autocast::is_autocast_enabled(type));
  result.Set("dtype", static_cast<double>(at::autocast::get_autocast_dtype(type)));
  result.Set("cache", at::autocast::is_autocast_cache_enabled());
  return result;
}

// setAutocast(type, enabled, dtype, cache)
Napi::Value setAutocast(const Napi::CallbackInfo& info) {
  const auto type = deviceType(info);
  at::autocast::set_autocast_enabled(type, info[1].ToBoolean());
  at::autocast::set_autocast_dtype(type, readDtype(info.Env(), info[2]));
  at::autocast::set_autocast_cache_enabled(info[3].ToBoolean());
  return info.Env().Undefined();
}

// nestAutocast(deeper): the casts that are kept end with the outermost region.
Napi::Value nestAutocast(const Napi::CallbackInfo& info) {
  if (info[0].ToBoolean())
    at::autocast::increment_nesting();
  else if (at::autocast::decrement_nesting() == 0)
    at::autocast::clear_cache();
  return info.Env().Undefined();
}

Napi::Value clearAutocastCache(const Napi::CallbackInfo& info) {
  at::autocast::clear_cache();
  return info.Env().Undefined();
}

}  // namespace

void initAutocast(Napi::Object exports) {
  expose<autocastAvailable>(exports, "autocastAvailable");
  expose<getAutocast>(exports, "getAutocast");
  expose<setAutocast>(exports, "setAutocast");
  expose<nestAutocast>(exports, "nestAutocast");
  expose<clearAutocastCache>(exports, "clearAutocastCache");
}

}  // namespace ltn
