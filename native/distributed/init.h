#pragma once
#include <napi.h>
namespace ltn {
// torch.distributed on libtorch's c10d: stores, process groups, collectives, and what they return.
void initDistributed(Napi::Object exports);
void initStores(Napi::Object exports);
void initGroups(Napi::Object exports);
void initWork(Napi::Object exports);
void initCollectives(Napi::Object exports);
void initPages(Napi::Object exports);
void initReducer(Napi::Object exports);
void initCommHooks(Napi::Object exports);
void initBucketOrder(Napi::Object exports);
void initDdpLogging(Napi::Object exports);
void initReplicaSync(Napi::Object exports);
}  // namespace ltn
