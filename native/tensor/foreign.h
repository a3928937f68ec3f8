// Storages over memory that is none of V8's business: a mapped file, which the system reads and drops by
// itself, or the bytes of a JavaScript buffer, which V8 counts already.
#pragma once

#include <c10/core/Storage.h>

#include <cstdint>
#include <memory>

namespace ltn {

// A storage over memory that `owner` keeps alive.
c10::Storage foreignStorage(std::shared_ptr<void> owner, void* data, uint64_t bytes);

bool isForeign(const c10::Storage& storage);

}  // namespace ltn
