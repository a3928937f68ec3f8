// How the process ends while threads of its own still work in libtorch. `exit` runs the destructors of
// libtorch's statics beside them, and a thread that enters libtorch then dies with the whole process. So the
// end waits for what runs, and if that takes too long, the process ends without destructors.
#pragma once

#include <chrono>

namespace ltn {

struct EnvState;

// Counts a thread, or a set of them, that works in libtorch as long as this lives. Once the guard has looked,
// whoever would begin does not come back.
class Working {
 public:
  Working();
  ~Working();
  Working(const Working&) = delete;
  Working& operator=(const Working&) = delete;
};

// Called as the main thread's environment ends and no JavaScript but exit listeners will run: jobs that have
// not begun are forgotten, those that run are waited for, as long as `patience`. What still works then is
// left to the guard.
void endJobs(EnvState& state, std::chrono::milliseconds patience);

// Makes `exit` look first whether anything works; then it ends the process at once, with the same exit code.
// The last guard is called first, so it is set anew as the process ends.
void guardExit();

}  // namespace ltn
