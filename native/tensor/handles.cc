#include "tensor/handles.h"

#include <algorithm>
#include <unordered_set>

#include "core/errors.h"
#include "tensor/foreign.h"

namespace ltn {

namespace {

// Growth of the storage, and of the handles, that are alive, after which the table is swept (docs/memory.md).
constexpr int64_t kSweepBytes = 16 << 20;
constexpr int64_t kSweepHandles = 100'000;
// V8 is told of outside memory in steps: a call costs 50 ns.
constexpr int64_t kReportBytes = 1 << 20;
// Wrappers looked at in one handle scope.
constexpr size_t kSweepChunk = 4096;

// Values of Signals::sweep_wanted. After a sweep that released little, V8 has not looked for dead wrappers
// yet.
constexpr int32_t kNothing = 0, kSweep = 1, kCollectAndSweep = 2;

// Bytes of the heap that this tensor alone keeps alive: a view adds nothing, nor does a mapped file, whose
// pages the system drops by itself.
int64_t ownBytes(const at::Tensor& tensor) {
  if (!tensor.defined() || !tensor.has_storage()) return 0;
  const auto& storage = tensor.storage();
  return storage.use_count() <= 1 && !isForeign(storage) ? static_cast<int64_t>(storage.nbytes()) : 0;
}

}  // namespace

Handle HandleTable::add(at::Tensor tensor) {
  const int64_t bytes = ownBytes(tensor);
  Handle handle;
  if (free_.empty()) {
    handle = static_cast<Handle>(slots_.size());
    slots_.emplace_back();
  } else {
    handle = free_.back();
    free_.pop_back();
  }
  Slot& slot = slots_[handle];
  slot.tensor = std::move(tensor);
  slot.accounted = bytes;
  ++signals_.live;
  fresh_bytes_ += bytes;
  ++fresh_handles_;
  if (fresh_bytes_ > kSweepBytes || fresh_handles_ > kSweepHandles + after_sweep_)
    signals_.sweep_wanted = kSweep;
  account(bytes);
  return handle;
}

bool HandleTable::alive(Handle handle) const noexcept {
  return handle > 0 && static_cast<size_t>(handle) < slots_.size() && slots_[handle].tensor.defined();
}

const at::Tensor& HandleTable::get(Handle handle) const {
  if (!alive(handle)) throw ArgumentError("this tensor has been disposed, or belongs to another worker");
  return slots_[handle].tensor;
}

void HandleTable::release(Handle handle) {
  if (!alive(handle)) return;
  Slot& slot = slots_[handle];
  if (slot.wrapper) napi_delete_reference(env_, slot.wrapper);
  account(-slot.accounted);
  fresh_bytes_ = std::max<int64_t>(fresh_bytes_ - slot.accounted, 0);
  fresh_handles_ = std::max<int64_t>(fresh_handles_ - 1, 0);
  // Destroying a tensor may run JavaScript (a hook's closure): the slot is in order before that.
  const at::Tensor last = std::move(slot.tensor);
  slot = Slot{};
  free_.push_back(handle);
  --signals_.live;
}

void HandleTable::adopt(Handle handle, napi_value wrapper) {
  if (!alive(handle) || slots_[handle].wrapper) return;
  check(env_, napi_create_reference(env_, wrapper, 0, &slots_[handle].wrapper));
}

int64_t HandleTable::sweep() {
  flushAccount();
  int64_t released = 0;
  for (size_t begin = 1; begin < slots_.size(); begin += kSweepChunk) {
    napi_handle_scope scope = nullptr;
    napi_open_handle_scope(env_, &scope);
    const size_t end = std::min(begin + kSweepChunk, slots_.size());
    for (size_t i = begin; i < end; ++i) {
      if (!slots_[i].wrapper) continue;
      napi_value wrapper = nullptr;
      if (napi_get_reference_value(env_, slots_[i].wrapper, &wrapper) == napi_ok && wrapper) continue;
      release(static_cast<Handle>(i));
      ++released;
    }
    napi_close_handle_scope(env_, scope);
  }
  const bool little = fresh_bytes_ > kSweepBytes / 2 || fresh_handles_ > kSweepHandles / 2;
  signals_.sweep_wanted = little ? kCollectAndSweep : kNothing;
  fresh_bytes_ = 0;
  fresh_handles_ = 0;
  after_sweep_ = signals_.live;
  return released;
}

int64_t HandleTable::bytes() const {
  std::unordered_set<const c10::StorageImpl*> seen;
  int64_t sum = 0;
  for (const Slot& slot : slots_) {
    if (!slot.tensor.defined() || !slot.tensor.has_storage()) continue;
    const auto& storage = slot.tensor.storage();
    if (seen.insert(storage.unsafeGetStorageImpl()).second) sum += static_cast<int64_t>(storage.nbytes());
  }
  return sum;
}

void HandleTable::account(int64_t bytes) {
  unreported_ += bytes;
  if (unreported_ > kReportBytes || unreported_ < -kReportBytes) flushAccount();
}

void HandleTable::flushAccount() {
  int64_t total = 0;
  napi_adjust_external_memory(env_, unreported_, &total);
  unreported_ = 0;
}

}  // namespace ltn
