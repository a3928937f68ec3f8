#pragma once

#include <functional>

#include "core/state.h"

namespace ltn {

// Runs a call of the autograd engine on the environment's thread. Where the engine may call JavaScript
// functions from other threads while this one waits, the engine gets a thread of its own and this one serves
// it. libtorch's own errors become those of autograd; what a hook has thrown comes through untouched.
void runEngine(EnvState& state, const std::function<void()>& work);

// The same, for a job: no thread is served.
void runEngineOffThread(const std::function<void()>& work);

}  // namespace ltn
