// The life of boxes (core/box.h). Node runs their finalizers in later turns of the event loop, so the table
// of an environment holds weak references and lets go of what the dead ones hold when it sweeps.
#pragma once

#include <node_api.h>

#include <cstdint>
#include <memory>
#include <vector>

namespace ltn {

class BoxTable;

// What an External points at. The External's finalizer deletes it. The object that it holds may be released
// earlier.
struct Box {
  Box() = default;
  virtual ~Box();
  Box(const Box&) = delete;
  Box& operator=(const Box&) = delete;
  // Lets go of the object.
  virtual void drop() = 0;

  // The table that watches it. Null before that, and after its External was found dead.
  std::shared_ptr<BoxTable> table;
  napi_ref external = nullptr;
  size_t position = 0;
  int64_t bytes = 0;
};

class BoxTable : public std::enable_shared_from_this<BoxTable> {
 public:
  explicit BoxTable(napi_env env) : env_(env) {}
  BoxTable(const BoxTable&) = delete;
  BoxTable& operator=(const BoxTable&) = delete;

  void watch(Box& box, napi_value external, int64_t bytes);
  void forget(Box& box);
  // Drops what boxes hold whose Externals have been collected.
  void sweep();
  // The environment ends: from now on nothing is reported to it.
  void close() { env_ = nullptr; }

 private:
  napi_env env_;
  std::vector<Box*> boxes_;
};

// Makes the External of a box. Also sweeps if much has been made since the last sweep.
napi_value makeExternal(napi_env env, std::unique_ptr<Box> box, const napi_type_tag& tag, int64_t bytes);

}  // namespace ltn
