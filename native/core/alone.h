// Work that may block for minutes, or for ever: a process that another one keeps waiting.
#pragma once

#include <exception>
#include <functional>

#include "core/jobs.h"

namespace ltn {

// Like startJob, on a thread of the job's own for which nothing waits: neither the end of the process, which
// then runs no destructors, nor that of the environment, after which the job goes on and nobody hears of it.
void startAlone(EnvState& state, Work work, napi_value settle);

// How work ends that runs on a thread of libtorch's own: with an error, or with what makes the result. To be
// called once, on any thread.
using SettleOnce = std::function<void(std::exception_ptr error, Finish finish)>;

// Keeps the event loop alive until the returned function has been called; `settle` is then called as a job's
// is.
SettleOnce settleLater(EnvState& state, napi_value settle);

}  // namespace ltn
