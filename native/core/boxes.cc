#include "core/boxes.h"

#include <napi.h>

#include "core/errors.h"
#include "core/state.h"

namespace ltn {

namespace {

void finalize(napi_env, void* data, void*) { delete static_cast<Box*>(data); }

}  // namespace

Box::~Box() {
  if (const auto watcher = table) watcher->forget(*this);
}

void BoxTable::watch(Box& box, napi_value external, int64_t bytes) {
  check(env_, napi_create_reference(env_, external, 0, &box.external));
  box.table = shared_from_this();
  box.position = boxes_.size();
  box.bytes = bytes;
  boxes_.push_back(&box);
  stateOf(env_).tensors.grow(bytes);
}

void BoxTable::forget(Box& box) {
  boxes_[box.position] = boxes_.back();
  boxes_[box.position]->position = box.position;
  boxes_.pop_back();
  if (env_) {
    napi_delete_reference(env_, box.external);
    stateOf(env_).tensors.grow(-box.bytes);
  }
  box.external = nullptr;
  box.table.reset();
}

void BoxTable::sweep() {
  // From the last to the first: `forget` fills the gap with the last box, which has been looked at already.
  for (size_t i = boxes_.size(); i-- > 0;) {
    if (i >= boxes_.size()) continue;
    const Napi::HandleScope scope(env_);
    Box& box = *boxes_[i];
    napi_value value = nullptr;
    if (napi_get_reference_value(env_, box.external, &value) == napi_ok && value) continue;
    const auto self = box.table;
    forget(box);
    box.drop();
  }
}

napi_value makeExternal(napi_env env, std::unique_ptr<Box> box, const napi_type_tag& tag, int64_t bytes) {
  napi_value value = nullptr;
  check(env, napi_create_external(env, box.get(), finalize, nullptr, &value));
  Box& made = *box.release();
  check(env, napi_type_tag_object(env, value, &tag));
  auto& state = stateOf(env);
  state.boxes->watch(made, value, bytes);
  state.relieve();
  return value;
}

}  // namespace ltn
