#pragma once
#include <napi.h>
namespace ltn {
// torch.func: the layers of functorch, and its wrappers; levels of forward-mode differentiation.
void initFunc(Napi::Object exports);
}  // namespace ltn
