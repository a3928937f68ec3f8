#pragma once
#include <napi.h>
namespace ltn {
// backward and grad, the modes, hooks, custom functions.
void initAutograd(Napi::Object exports);
void initBackward(Napi::Object exports);
void initModes(Napi::Object exports);
void initHooks(Napi::Object exports);
void initFunction(Napi::Object exports);
void initCycles(Napi::Object exports);
void initNode(Napi::Object exports);
void initNodeEngine(Napi::Object exports);
}  // namespace ltn
