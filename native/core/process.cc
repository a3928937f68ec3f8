#include "core/process.h"

namespace ltn {

ProcessState& process() {
  // Never destroyed: a worker may still be running when the main thread's exit handlers are.
  static auto* state = new ProcessState();
  return *state;
}

}  // namespace ltn
