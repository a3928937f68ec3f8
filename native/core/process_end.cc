#include "core/process_end.h"

#include <cstdio>
#include <cstdlib>

#include "core/process.h"
#include "core/state.h"

namespace ltn {

namespace {

[[noreturn]] void endAtOnce(int status) {
  std::fflush(nullptr);
  std::_Exit(status);
}

void endIfWorking(int status) {
  if (process().working.load() > 0) endAtOnce(status);
}

}  // namespace

Working::Working() { ++process().working; }

Working::~Working() { --process().working; }

void endJobs(EnvState& state, std::chrono::milliseconds patience) {
  state.calls->refuseOtherThreads();
  state.jobs.end(patience);
  guardExit();
}

void guardExit() {
#ifdef __GLIBC__
  on_exit([](int status, void*) { endIfWorking(status); }, nullptr);
#else
  // Elsewhere the exit code is not known here; an end in the middle of a job is a failure.
  std::atexit([] { endIfWorking(EXIT_FAILURE); });
#endif
}

}  // namespace ltn
