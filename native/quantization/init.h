#pragma once

#include <napi.h>

namespace ltn {

// Calls of libtorch's quantized kernels, whose packed weights are objects: packed.cc.
void initQuantization(Napi::Object exports);

}  // namespace ltn
