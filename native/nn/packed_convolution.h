#pragma once
#include <napi.h>
namespace ltn {
// Convolutions whose weights are packed for oneDNN.
void initPackedConvolution(Napi::Object exports);
}  // namespace ltn
