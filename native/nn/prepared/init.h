#pragma once
#include <napi.h>

#include "nn/prepared/kernels.h"

namespace ltn::prepared {
// The activation that a number of JavaScript means. Throws ArgumentError for any other.
Activation readActivation(napi_env env, napi_value value);

void initConvolution(Napi::Object exports);
void initEncoder(Napi::Object exports);
void initInt8(Napi::Object exports);
void initLinear(Napi::Object exports);
void initStamp(Napi::Object exports);
}  // namespace ltn::prepared
