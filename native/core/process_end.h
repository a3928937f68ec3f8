// How the process ends while other threads still work in libtorch. `exit` runs the destructors of
// libtorch's statics beside them, and a thread that enters libtorch then dies with the whole process. So the
// end waits for what runs, and if that takes too long, the process ends without destructors.
#pragma once

#include <chrono>
#include <thread>

namespace ltn {

struct EnvState;

// While this lives, a thread, or a set of them, counts as working in libtorch. Once the guard has looked at
// the count, the constructor does not return.
class Working {
 public:
  Working();
  ~Working();
  Working(const Working&) = delete;
  Working& operator=(const Working&) = delete;
};

// Counts an environment of JavaScript on the thread that makes it, for as long as it lives. Node has ended
// its workers before the process ends; other runtimes end the process beside workers that are in the middle
// of an operator.
class LivesHere {
 public:
  LivesHere();
  ~LivesHere();
  LivesHere(const LivesHere&) = delete;
  LivesHere& operator=(const LivesHere&) = delete;

 private:
  const std::thread::id thread_ = std::this_thread::get_id();
};

// Called as the main thread's environment ends, when only exit listeners will still run. Forgets jobs that
// have not begun, and waits as long as `patience` for those that run. The guard deals with what still works
// then.
void endJobs(EnvState& state, std::chrono::milliseconds patience);

// Makes `exit` look first whether anything works in libtorch, or an environment lives on another thread. If
// so, the process ends at once, with the same exit code. The handler that was added last is called first, so
// this is called again as the process ends.
void guardExit();

}  // namespace ltn
