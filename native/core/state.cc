#include "core/state.h"

#include "dispatch/operator.h"

namespace ltn {

EnvState::EnvState(napi_env environment) : env(environment), tensors(environment) {
  graveyard->env = environment;
  graveyard->thread = thread;
}

EnvState::~EnvState() {
  const std::lock_guard lock(graveyard->mutex);
  graveyard->env = nullptr;
  boxes->close();
}

}  // namespace ltn
