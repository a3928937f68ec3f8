#pragma once
#include <napi.h>
namespace ltn {
// openLoader(…), nextBatch(loader), closeLoader(loader): torch::data over tensors; announce(),
// isAnnounced(environment).
void initLoader(Napi::Object exports);
}  // namespace ltn
