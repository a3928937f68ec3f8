#pragma once
#include <napi.h>
namespace ltn {
// torch::nn modules.
void initNn(Napi::Object exports);
}  // namespace ltn
