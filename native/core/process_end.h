// How the process ends while threads of its own still work in libtorch. `exit` runs the destructors of
// libtorch's statics beside them, and a thread that enters libtorch then dies with the whole process. So the
// end waits for what runs, and if that takes too long, the process ends without destructors.
#pragma once

#include <chrono>

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

// Called as the main thread's environment ends, when only exit listeners will still run. Forgets jobs that
// have not begun, and waits as long as `patience` for those that run. The guard deals with what still works
// then.
void endJobs(EnvState& state, std::chrono::milliseconds patience);

// Makes `exit` look first whether anything works in libtorch. If so, the process ends at once, with the same
// exit code. The handler that was added last is called first, so this is called again as the process ends.
void guardExit();

}  // namespace ltn
