#pragma once
#include <napi.h>
namespace ltn {
// Layers of convolutional networks in one call (stages.cc).
void initStages(Napi::Object exports);
}  // namespace ltn
