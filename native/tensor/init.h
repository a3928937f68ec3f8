#pragma once
#include <napi.h>
namespace ltn {
// Handles, properties, data in and out, indexing.
void initTensor(Napi::Object exports);
void initHandles(Napi::Object exports);
void initProperties(Napi::Object exports);
void initData(Napi::Object exports);
void initIndexing(Napi::Object exports);
}  // namespace ltn
