// Tensors as JavaScript sees them: small integers. A handle is an index into a table that belongs to one
// environment.
//
// A handle ends in one of two ways. `release` ends it at once (dispose, the end of a scope). A handle that
// was `adopted` together with its JavaScript wrapper ends when that wrapper has been collected: Node-API
// finalizers do not run in a synchronous loop, so the table looks at its weak references itself, in `sweep`.
#pragma once

#include <ATen/core/Tensor.h>
#include <node_api.h>

#include <cstdint>
#include <vector>

namespace ltn {

using Handle = int32_t;

class HandleTable {
 public:
  explicit HandleTable(napi_env env) : env_(env) {}
  HandleTable(const HandleTable&) = delete;
  HandleTable& operator=(const HandleTable&) = delete;

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
  // From now on the handle lives as long as `wrapper`.
  void adopt(Handle handle, napi_value wrapper);
  // Releases the handles whose wrappers have been collected; returns how many.
  int64_t sweep();

  int64_t live() const { return signals_.live; }
  // Bytes of all distinct storages that live handles keep.
  int64_t bytes() const;

 private:
  struct Slot {
    at::Tensor tensor;
    napi_ref wrapper = nullptr;
    int64_t accounted = 0;
  };
  void account(int64_t bytes);
  void flushAccount();

  napi_env env_;
  // Slot 0 stays empty: no live handle is 0.
  std::vector<Slot> slots_{1};
  std::vector<Handle> free_;
  Signals signals_;
  // Bytes not yet reported to V8, and bytes and handles made since the last sweep.
  int64_t unreported_ = 0;
  int64_t fresh_bytes_ = 0;
  int64_t fresh_handles_ = 0;
  int64_t after_sweep_ = 0;
};

}  // namespace ltn
