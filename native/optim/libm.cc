// Functions of the C library for learning rates: Python's `math` calls them, V8's `Math` has its own.
#include <cmath>

#include "core/boundary.h"
#include "optim/init.h"

namespace ltn {

namespace {

double number(const Napi::CallbackInfo& info, size_t index) {
  if (!info[index].IsNumber()) throw ArgumentError("expected a number");
  return info[index].As<Napi::Number>().DoubleValue();
}

Napi::Value libmCos(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), std::cos(number(info, 0)));
}

Napi::Value libmPow(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), std::pow(number(info, 0), number(info, 1)));
}

Napi::Value libmLog(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), std::log(number(info, 0)));
}

}  // namespace

void initLibm(Napi::Object exports) {
  expose<libmCos>(exports, "libmCos");
  expose<libmPow>(exports, "libmPow");
  expose<libmLog>(exports, "libmLog");
}

}  // namespace ltn
