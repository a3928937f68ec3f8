#pragma once

#include <napi.h>

namespace ltn {

void initSerialization(Napi::Object exports);

}  // namespace ltn
