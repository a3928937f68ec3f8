#pragma once

#include <napi.h>

namespace ltn {

// torch.jit and packages of AOTInductor.
void initJit(Napi::Object exports);

// Parts of initJit, one for each file.
void initScriptFiles(Napi::Object exports);
void initScriptCalls(Napi::Object exports);
void initScriptPasses(Napi::Object exports);
void initScriptTrace(Napi::Object exports);
void initScriptGraph(Napi::Object exports);
void initTracedSizes(Napi::Object exports);
void initCompiledPackages(Napi::Object exports);

}  // namespace ltn
