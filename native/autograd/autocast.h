#pragma once
#include <napi.h>
namespace ltn {
// The state of autocast on this thread.
void initAutocast(Napi::Object exports);
}  // namespace ltn
