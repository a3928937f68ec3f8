#include "tensor/foreign.h"

#include <utility>

namespace ltn {

namespace {

// Its address is also what tells these storages from others.
void releaseOwner(void* held) { delete static_cast<std::shared_ptr<void>*>(held); }

}  // namespace

c10::Storage foreignStorage(std::shared_ptr<void> owner, void* data, uint64_t bytes) {
  auto* context = new std::shared_ptr<void>(std::move(owner));
  c10::DataPtr pointer(data, context, releaseOwner, c10::Device(c10::DeviceType::CPU));
  return c10::Storage(c10::Storage::use_byte_size_t(), bytes, std::move(pointer), nullptr,
                      /*resizable=*/false);
}

bool isForeign(const c10::Storage& storage) { return storage.data_ptr().get_deleter() == releaseOwner; }

}  // namespace ltn
