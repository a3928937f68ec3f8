#pragma once
#include <napi.h>
namespace ltn {
// Optimizers: one holder and a registry of what a step does.
void initOptim(Napi::Object exports);
void initLibm(Napi::Object exports);
void initScaler(Napi::Object exports);
}  // namespace ltn
