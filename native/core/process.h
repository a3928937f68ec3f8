// State that lives as long as the process and is shared by all environments. Every access holds the mutex.
#pragma once

#include <ATen/core/Tensor.h>

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <list>
#include <mutex>
#include <unordered_map>
#include <unordered_set>

namespace ltn {

// A tensor on its way to another environment, until it has been taken `uses` times.
struct InTransit {
  at::Tensor tensor;
  int64_t uses;
};

struct ProcessState {
  std::mutex mutex;
  // By ticket.
  std::unordered_map<int64_t, InTransit> in_transit;
  int64_t next_ticket = 1;
  // Environments that have announced themselves and still run. A loop that blocks its thread looks here to
  // learn that a worker has ended.
  std::unordered_set<int64_t> environments;
  int64_t next_environment = 1;
  // Threads that work in libtorch beside the environments' own; see core/process_end.h. Needs no mutex.
  std::atomic<int64_t> working{0};
  // Environments of all threads; see core/process_end.h. Needs no mutex.
  std::atomic<int64_t> living{0};
  // Whether the process's destructors are about to run. A thread that would begin to work then stops for
  // ever.
  std::atomic<bool> ending{false};
  // Jobs that draw random numbers, in the order in which they were started; see native/nn/random_turn.h.
  std::list<const void*> random_turns;
  std::condition_variable random_turn_ended;
};

ProcessState& process();

}  // namespace ltn
