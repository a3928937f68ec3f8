#pragma once

#include <napi.h>

namespace ltn {

// Checkpoints of torch.save.
void initSerialization(Napi::Object exports);

// Plain bytes (safetensors) and archives of the C++ front end; called by initSerialization.
void initRawFiles(Napi::Object exports);

}  // namespace ltn
