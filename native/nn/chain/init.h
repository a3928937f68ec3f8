#pragma once

#include <napi.h>

namespace ltn {

void initChain(Napi::Object exports);

}  // namespace ltn
