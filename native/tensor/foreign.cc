#include "tensor/foreign.h"

#include <c10/core/CPUAllocator.h>

#include <cstring>
#include <utility>

namespace ltn {

namespace {

// Its address is also what tells these storages from others.
void releaseOwner(void* held) { delete static_cast<std::shared_ptr<void>*>(held); }

// The same for the memory of JavaScript.
void releaseJs(void* held) { delete static_cast<std::shared_ptr<JsReference>*>(held); }

// Memory in place of a buffer's. A job may still work on the buffer's.
struct Moved {
  c10::DataPtr memory;
  c10::DataPtr former;
};

void releaseMoved(void* held) { delete static_cast<Moved*>(held); }

}  // namespace

c10::Storage foreignStorage(std::shared_ptr<void> owner, void* data, uint64_t bytes) {
  auto* context = new std::shared_ptr<void>(std::move(owner));
  c10::DataPtr pointer(data, context, releaseOwner, c10::Device(c10::DeviceType::CPU));
  return c10::Storage(c10::Storage::use_byte_size_t(), bytes, std::move(pointer), nullptr,
                      /*resizable=*/false);
}

c10::Storage jsStorage(std::shared_ptr<JsReference> owner, void* data, uint64_t bytes) {
  auto* context = new std::shared_ptr<JsReference>(std::move(owner));
  c10::DataPtr pointer(data, context, releaseJs, c10::Device(c10::DeviceType::CPU));
  return c10::Storage(c10::Storage::use_byte_size_t(), bytes, std::move(pointer), nullptr,
                      /*resizable=*/false);
}

void leaveJs(const c10::Storage& storage) {
  const c10::DataPtr& pointer = storage.data_ptr();
  if (pointer.get_deleter() != releaseJs) return;
  if (!(*static_cast<std::shared_ptr<JsReference>*>(pointer.get_context()))->here()) return;
  auto moved = std::make_unique<Moved>();
  moved->memory = c10::GetCPUAllocator()->allocate(storage.nbytes());
  if (storage.nbytes() > 0) std::memcpy(moved->memory.get(), pointer.get(), storage.nbytes());
  Moved* const held = moved.release();
  c10::DataPtr own(held->memory.get(), held, releaseMoved, c10::Device(c10::DeviceType::CPU));
  held->former = storage.unsafeGetStorageImpl()->set_data_ptr(std::move(own));
}

bool isForeign(const c10::Storage& storage) { return storage.data_ptr().get_deleter() == releaseOwner; }

}  // namespace ltn
