#include "core/process_end.h"

#include <cstdio>
#include <cstdlib>
#include <thread>

#include "core/process.h"
#include "core/state.h"

namespace ltn {

namespace {

[[noreturn]] void endAtOnce(int status) {
  std::fflush(nullptr);
  std::_Exit(status);
}

// Of the environments, those of this thread.
thread_local int64_t living_here = 0;

void endIfWorking(int status) {
  process().ending = true;
  if (process().working.load() > 0 || process().living.load() > living_here) endAtOnce(status);
}

[[noreturn]] void park() {
  while (true) std::this_thread::sleep_for(std::chrono::hours(1));
}

}  // namespace

// Counted before it looks: so the end of the process sees this thread, or this thread sees the end.
Working::Working() {
  ++process().working;
  if (process().ending) park();
}

Working::~Working() { --process().working; }

LivesHere::LivesHere() {
  ++process().living;
  ++living_here;
}

LivesHere::~LivesHere() {
  --process().living;
  if (thread_ == std::this_thread::get_id()) --living_here;
}

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
