#pragma once

#include <napi.h>

namespace ltn {

// Calls of libtorch's quantised kernels, whose packed weights are objects: packed.cc.
void initQuantization(Napi::Object exports);

}  // namespace ltn
