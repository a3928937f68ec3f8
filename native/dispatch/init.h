#pragma once
#include <napi.h>
namespace ltn {
// operatorNames(), operatorSchemas(name), bindOperator(name, overload), loadLibrary(path).
void initDispatch(Napi::Object exports);
}  // namespace ltn
