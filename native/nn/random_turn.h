// Jobs run beside each other, and the default generator is one: so that its numbers go to the same jobs in
// each run, those that draw wait for those that were started before.
#pragma once

#include "core/process.h"

namespace ltn {

// A place in the row, from the start of a job until what it owns has gone, whether it ran or not.
class RandomTurn {
 public:
  RandomTurn() {
    const std::lock_guard lock(process().mutex);
    process().random_turns.push_back(this);
  }
  ~RandomTurn() {
    const std::lock_guard lock(process().mutex);
    process().random_turns.remove(this);
    process().random_turn_ended.notify_all();
  }
  RandomTurn(const RandomTurn&) = delete;
  RandomTurn& operator=(const RandomTurn&) = delete;

  // On a job's thread. A job that comes before has begun before, or never will: its turn ends.
  void wait() const {
    std::unique_lock lock(process().mutex);
    process().random_turn_ended.wait(lock, [this] { return process().random_turns.front() == this; });
  }
};

}  // namespace ltn
