// Tensors as JavaScript sees them: small integers. A handle is an index into a table that belongs to one
// environment.
//
// A handle ends in one of two ways. `release` ends it at once (dispose, the end of a scope). A handle that
// was `adopted` together with its JavaScript wrapper ends when that wrapper has been collected: Node-API
// finalizers do not run in a synchronous loop, so the table looks at its weak references itself, in `sweep`.
//
// A weak reference costs as much as half an operator, so that small tensors share one: the wrappers made one
// after the other name an array of them all, their family, and it is that array which the table watches. The
// first of them to live keeps the others, but only until a sweep has found the family alive: then each
// member gets a reference of its own.
#pragma once

#include <ATen/core/Tensor.h>
#include <node_api.h>

#include <cstdint>
#include <functional>
#include <vector>

namespace ltn {

using Handle = int32_t;

class HandleTable {
 public:
  explicit HandleTable(napi_env env);
  HandleTable(const HandleTable&) = delete;
  HandleTable& operator=(const HandleTable&) = delete;

  // Values of Signals::sweep_wanted. After a sweep that released little, V8 is to look for dead wrappers,
  // first among the young ones.
  static constexpr int32_t kNothing = 0, kSweep = 1, kCollectAndSweep = 2, kCollectAll = 3;

  // Counters that TypeScript reads without a call, in the memory of one Int32Array.
  struct Signals {
    int32_t sweep_wanted = 0;
    int32_t live = 0;
  };
  Signals* signals() { return &signals_; }

  Handle add(at::Tensor tensor);
  // Throws ArgumentError for a handle that is not live.
  const at::Tensor& get(Handle handle) const;
  bool alive(Handle handle) const noexcept;
  void release(Handle handle);
  // From now on each handle lives as long as its wrapper. `family` is the array of the wrappers, and each of
  // them names it.
  void adopt(const Handle* handles, uint32_t count, napi_value family);
  // Counts memory of objects that are no tensors and end by garbage collection as well (core/boxes.h).
  void grow(int64_t bytes);
  // Withdraws the wish for a sweep if enough has been released meanwhile.
  void relax();
  // A collection of all generations is due, or has just been made.
  void wantFullCollection() { signals_.sweep_wanted = kCollectAll; }
  void collectedAll();
  // Each live tensor that autograd knows, with the weak reference to its wrapper if it has one of its own.
  void forEachRecorded(const std::function<void(const at::Tensor&, napi_ref)>& visit) const;
  // Releases the handles whose wrappers have been collected; returns how many.
  int64_t sweep();
  // Whether V8 has collected its young generation since the last sweep: if not, a sweep would find nothing.
  bool collectedSinceSweep() const;

  int64_t live() const { return signals_.live; }
  // Bytes of all distinct storages that live handles keep.
  int64_t bytes() const;

 private:
  struct Slot {
    at::Tensor tensor;
    napi_ref wrapper = nullptr;
    int64_t accounted = 0;
    // The family that it ends with, or 0.
    uint64_t family = 0;
  };
  struct Family {
    uint64_t id;
    napi_ref wrappers;
    std::vector<Handle> members;
    bool survived = false;
  };
  void watch(Handle handle, napi_value wrapper);
  napi_value referent(napi_ref reference) const;
  int64_t sweepAlone();
  int64_t sweepFamilies();
  int64_t endFamily(const Family& family);
  void renewCanary();
  void breakUp(const Family& family, napi_value wrappers);
  bool sweepIsDue();
  bool fullCollectionIsDue();
  void account(int64_t bytes);
  void flushAccount();

  napi_env env_;
  // Slot 0 stays empty: no live handle is 0.
  std::vector<Slot> slots_{1};
  std::vector<Handle> free_;
  std::vector<Family> families_;
  uint64_t last_family_ = 0;
  // An object that nothing holds, made at the last sweep.
  napi_ref canary_ = nullptr;
  Signals signals_;
  // Bytes not yet reported to V8, and the sum of what has been.
  int64_t unreported_ = 0;
  int64_t reported_ = 0;
  // Bytes and handles made since the last sweep, and the growth after which the next is due.
  int64_t fresh_bytes_ = 0;
  int64_t fresh_handles_ = 0;
  int64_t after_sweep_ = 0;
  int64_t sweep_bytes_;
  // `storage_bytes` at the last sweep, and at the last collection of all generations.
  int64_t swept_at_;
  int64_t collected_at_;
};

}  // namespace ltn
