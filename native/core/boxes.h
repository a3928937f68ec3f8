// The life of boxes (core/box.h). Node runs their finalizers in later turns of the event loop, so the table
// of an environment holds weak references and lets go of what the dead ones hold when it sweeps.
#pragma once

#include <node_api.h>

#include <cstdint>
#include <memory>
#include <vector>

namespace ltn {

class BoxTable;

// What an External points at. It ends with its External's finalizer; what it holds may end before.
struct Box {
  Box() = default;
  virtual ~Box();
  Box(const Box&) = delete;
  Box& operator=(const Box&) = delete;
  // Lets go of the object.
  virtual void drop() = 0;

  // Where it is watched: null before, and once its External has been found dead.
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
  // From now on no environment is there to be told of anything.
  void close() { env_ = nullptr; }

 private:
  napi_env env_;
  std::vector<Box*> boxes_;
};

// Makes the External of a box, and sweeps where much has been made since the last time.
napi_value makeExternal(napi_env env, std::unique_ptr<Box> box, const napi_type_tag& tag, int64_t bytes);

}  // namespace ltn
