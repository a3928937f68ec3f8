#pragma once
#include <napi.h>
namespace ltn {
// Version and build, threads, seeds, the error factory.
void initCore(Napi::Object exports);
// codes(): the numbers that lib/native/codes.ts has, too.
void initCodes(Napi::Object exports);
// Jobs off the thread: cancelJob(id).
void initJobs(Napi::Object exports);
// Default dtype, determinism, precision.
void initSettings(Napi::Object exports);

// torch.backends: switches of libtorch's libraries.
void initBackends(Napi::Object exports);
}  // namespace ltn
