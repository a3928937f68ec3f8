#pragma once

#include <napi.h>

namespace ltn {

// Graphs of exported programs.
void initExport(Napi::Object exports);

}  // namespace ltn
