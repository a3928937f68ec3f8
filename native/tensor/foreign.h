// Storages over memory that is none of V8's business: a mapped file, which the system reads and drops by
// itself, or the bytes of a JavaScript buffer.
#pragma once

#include <c10/core/Storage.h>

#include <cstdint>
#include <memory>

#include "core/js_reference.h"

namespace ltn {

// A storage over memory that `owner` keeps alive.
c10::Storage foreignStorage(std::shared_ptr<void> owner, void* data, uint64_t bytes);

bool isForeign(const c10::Storage& storage);

// A storage over the memory of a JavaScript buffer, which `owner` keeps alive as long as its environment
// lives.
c10::Storage jsStorage(std::shared_ptr<JsReference> owner, void* data, uint64_t bytes);

// Gives a storage over a buffer of this thread's environment memory of its own: all its tensors move with it,
// and the buffer is left behind.
void leaveJs(const c10::Storage& storage);

}  // namespace ltn
