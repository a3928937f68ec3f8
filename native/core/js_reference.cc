#include "core/js_reference.h"

#include "core/errors.h"
#include "core/state.h"

namespace ltn {

void Graveyard::bury() {
  const std::lock_guard lock(mutex);
  for (const napi_ref reference : dead) napi_delete_reference(env, reference);
  dead.clear();
}

JsReference::JsReference(napi_env env, napi_value value) : grave_(stateOf(env).graveyard) {
  grave_->bury();
  check(env, napi_create_reference(env, value, 1, &reference_));
}

JsReference::~JsReference() {
  const std::lock_guard lock(grave_->mutex);
  if (!grave_->env) return;
  if (std::this_thread::get_id() == grave_->thread) {
    napi_delete_reference(grave_->env, reference_);
  } else {
    grave_->dead.push_back(reference_);
  }
}

bool JsReference::here() const { return grave_->env && std::this_thread::get_id() == grave_->thread; }

napi_value JsReference::value() const {
  napi_value value = nullptr;
  check(grave_->env, napi_get_reference_value(grave_->env, reference_, &value));
  return value;
}

bool JsReference::weaken() const {
  uint32_t count = 0;
  return here() && napi_reference_unref(grave_->env, reference_, &count) == napi_ok;
}

void JsReference::strengthen() const {
  uint32_t count = 0;
  if (here() && value()) napi_reference_ref(grave_->env, reference_, &count);
}

}  // namespace ltn
