#pragma once
#include <napi.h>
namespace ltn {
// backward, grad and the modes; hooks and custom functions have files of their own.
void initAutograd(Napi::Object exports);
}  // namespace ltn
