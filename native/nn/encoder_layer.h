#pragma once
#include <napi.h>
namespace ltn {
// An encoder layer of a transformer as one operator of libtorch (encoder_layer.cc).
void initEncoderLayer(Napi::Object exports);
}  // namespace ltn
