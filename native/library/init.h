#pragma once
#include <napi.h>
namespace ltn {
// Operators that JavaScript defines, and modes that see the operators below autograd.
void initLibrary(Napi::Object exports);
void initDefine(Napi::Object exports);
void initIntercept(Napi::Object exports);
}  // namespace ltn
