#include "tensor/handles.h"

#include <napi.h>

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "core/errors.h"
#include "tensor/foreign.h"
#include "tensor/storages.h"

namespace ltn {

namespace {

// The table is swept when the storages that are alive have grown by this much, or the handles by
// kSweepHandles (docs/memory.md).
constexpr int64_t kSweepBytes = 16 << 20;
// Sweeps that find nothing become rarer, up to this growth: in a forward pass the graph keeps everything.
constexpr int64_t kMostSweepBytes = 32 << 20;
// Growth after which V8 is to collect all generations, since collections of the young one did not find it.
constexpr int64_t kFullBytes = 64 << 20;
constexpr int64_t kSweepHandles = 25'000;
// A tensor with a larger storage has a weak reference of its own.
constexpr size_t kSmallBytes = 1024;
// V8 is told of outside memory in steps: a call costs 50 ns.
constexpr int64_t kReportBytes = 1 << 20;
// Wrappers looked at in one handle scope.
constexpr size_t kSweepChunk = 4096;

// Meta tensors have a size and no memory; V8 ends the process when it is told of more than there can be.
bool hasMemory(const at::Tensor& tensor) {
  return tensor.defined() && tensor.has_storage() && !tensor.is_meta();
}

// Bytes of the heap that this tensor alone keeps alive: a view adds nothing, nor does a mapped file, whose
// pages the system drops by itself.
int64_t ownBytes(const at::Tensor& tensor) {
  if (!hasMemory(tensor)) return 0;
  const auto& storage = tensor.storage();
  return storage.use_count() <= 1 && !isForeign(storage) ? static_cast<int64_t>(storage.nbytes()) : 0;
}

// Whether a dead tensor may wait for its family: it keeps neither a large storage nor a graph.
bool small(const at::Tensor& tensor) {
  if (tensor.unsafeGetTensorImpl()->autograd_meta()) return false;
  return tensor.has_storage() && tensor.storage().nbytes() <= kSmallBytes && tensor.is_cpu();
}

}  // namespace

HandleTable::HandleTable(napi_env env)
    : env_(env), sweep_bytes_(kSweepBytes), swept_at_(storage_bytes), collected_at_(storage_bytes) {}

// There are two measures of bytes, as each sees what the other cannot. `storage_bytes` counts what this
// thread has allocated, even if only a graph or a module holds it. `fresh_bytes_` counts what handles hold,
// even on other devices or from other threads.
bool HandleTable::sweepIsDue() {
  const int64_t now = storage_bytes;
  swept_at_ = std::min(swept_at_, now);
  return now - swept_at_ > sweep_bytes_ || fresh_bytes_ > sweep_bytes_ ||
         fresh_handles_ > kSweepHandles + after_sweep_;
}

// The more is alive, the more may be added before the next one, so that collections of all generations stay
// rare.
bool HandleTable::fullCollectionIsDue() {
  const int64_t now = storage_bytes;
  // Slowly, so that the ups and downs of training steps do not lead to a collection in each.
  if (now < collected_at_) collected_at_ -= (collected_at_ - now) / 64;
  return now - collected_at_ > std::max({kFullBytes, collected_at_, reported_});
}

void HandleTable::grow(int64_t bytes) {
  fresh_bytes_ = std::max<int64_t>(fresh_bytes_ + bytes, 0);
  account(bytes);
  if (signals_.sweep_wanted == kNothing && sweepIsDue()) signals_.sweep_wanted = kSweep;
}

void HandleTable::relax() {
  if (signals_.sweep_wanted == kSweep && !sweepIsDue()) signals_.sweep_wanted = kNothing;
}

void HandleTable::collectedAll() {
  collected_at_ = storage_bytes;
  signals_.sweep_wanted = kNothing;
}

Handle HandleTable::add(at::Tensor tensor) {
  // libtorch's zero tensors have a shape but no memory. Everything that JavaScript can hold has memory.
  if (tensor.defined() && tensor._is_zerotensor()) tensor = tensor.clone();
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
  if (signals_.sweep_wanted == kNothing && sweepIsDue()) signals_.sweep_wanted = kSweep;
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

void HandleTable::watch(Handle handle, napi_value wrapper) {
  if (!alive(handle) || slots_[handle].wrapper) return;
  slots_[handle].family = 0;
  check(env_, napi_create_reference(env_, wrapper, 0, &slots_[handle].wrapper));
}

void HandleTable::adopt(const Handle* handles, uint32_t count, napi_value wrappers) {
  Family family{++last_family_, nullptr, std::vector<Handle>(count)};
  napi_value undefined = nullptr;
  napi_get_undefined(env_, &undefined);
  for (uint32_t i = 0; i < count; ++i) {
    if (!alive(handles[i]) || slots_[handles[i]].wrapper) continue;
    if (small(slots_[handles[i]].tensor)) {
      family.members[i] = handles[i];
      slots_[handles[i]].family = family.id;
      continue;
    }
    const Napi::HandleScope scope(env_);
    napi_value wrapper = nullptr;
    check(env_, napi_get_element(env_, wrappers, i, &wrapper));
    watch(handles[i], wrapper);
    check(env_, napi_set_element(env_, wrappers, i, undefined));
  }
  check(env_, napi_create_reference(env_, wrappers, 0, &family.wrappers));
  families_.push_back(std::move(family));
}

int64_t HandleTable::sweep() {
  flushAccount();
  renewCanary();
  const int64_t released = sweepAlone() + sweepFamilies();
  const bool many_bytes = std::max(fresh_bytes_, storage_bytes - swept_at_) > kSweepBytes / 2;
  if ((many_bytes || fresh_handles_ > kSweepHandles / 2) && signals_.sweep_wanted < kCollectAndSweep) {
    signals_.sweep_wanted = kCollectAndSweep;
    return released;
  }
  sweep_bytes_ = many_bytes ? std::min(2 * sweep_bytes_, kMostSweepBytes) : kSweepBytes;
  signals_.sweep_wanted = fullCollectionIsDue() ? kCollectAll : kNothing;
  swept_at_ = storage_bytes;
  fresh_bytes_ = 0;
  fresh_handles_ = 0;
  after_sweep_ = signals_.live;
  return released;
}

bool HandleTable::collectedSinceSweep() const {
  const Napi::HandleScope scope(env_);
  return canary_ && !referent(canary_);
}

void HandleTable::renewCanary() {
  const Napi::HandleScope scope(env_);
  if (canary_) napi_delete_reference(env_, std::exchange(canary_, nullptr));
  check(env_, napi_create_reference(env_, Napi::Object::New(env_), 0, &canary_));
}

// What a weak reference refers to; null once that has been collected.
napi_value HandleTable::referent(napi_ref reference) const {
  napi_value value = nullptr;
  return napi_get_reference_value(env_, reference, &value) == napi_ok ? value : nullptr;
}

int64_t HandleTable::sweepAlone() {
  int64_t released = 0;
  for (size_t begin = 1; begin < slots_.size(); begin += kSweepChunk) {
    const Napi::HandleScope scope(env_);
    const size_t end = std::min(begin + kSweepChunk, slots_.size());
    for (size_t i = begin; i < end; ++i) {
      if (!slots_[i].wrapper || referent(slots_[i].wrapper)) continue;
      release(static_cast<Handle>(i));
      ++released;
    }
  }
  return released;
}

int64_t HandleTable::sweepFamilies() {
  int64_t released = 0;
  // A hook that runs while a tensor ends may adopt others: they wait for the next sweep.
  std::vector<Family> families = std::exchange(families_, {});
  for (Family& family : families) {
    const Napi::HandleScope scope(env_);
    const napi_value wrappers = referent(family.wrappers);
    if (!wrappers) {
      released += endFamily(family);
    } else if (family.survived) {
      breakUp(family, wrappers);
    } else {
      family.survived = true;
      families_.push_back(std::move(family));
      continue;
    }
    napi_delete_reference(env_, family.wrappers);
  }
  return released;
}

int64_t HandleTable::endFamily(const Family& family) {
  int64_t released = 0;
  for (const Handle handle : family.members) {
    // A handle that was released meanwhile may be another tensor's by now.
    if (slots_[handle].family != family.id) continue;
    release(handle);
    ++released;
  }
  return released;
}

void HandleTable::breakUp(const Family& family, napi_value wrappers) {
  for (uint32_t i = 0; i < family.members.size(); ++i) {
    if (slots_[family.members[i]].family != family.id) continue;
    const Napi::HandleScope scope(env_);
    napi_value wrapper = nullptr;
    check(env_, napi_get_element(env_, wrappers, i, &wrapper));
    watch(family.members[i], wrapper);
  }
  check(env_, napi_set_named_property(env_, wrappers, "length", Napi::Number::New(env_, 0)));
}

void HandleTable::forEachRecorded(const std::function<void(const at::Tensor&, napi_ref)>& visit) const {
  for (const Slot& slot : slots_) {
    if (slot.tensor.defined() && slot.tensor.unsafeGetTensorImpl()->autograd_meta())
      visit(slot.tensor, slot.wrapper);
  }
}

int64_t HandleTable::bytes() const {
  std::unordered_set<const c10::StorageImpl*> seen;
  int64_t sum = 0;
  for (const Slot& slot : slots_) {
    if (!hasMemory(slot.tensor)) continue;
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
  reported_ += unreported_;
  unreported_ = 0;
}

}  // namespace ltn
