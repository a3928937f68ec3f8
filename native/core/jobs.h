// Work off the JavaScript thread. A job owns its inputs, and uses no napi_env while it works. It settles
// once: its `settle` function is called as settle(error, null) or settle(null, value) in a later turn of the
// event loop. It is never called if the environment ends first. lib/native/jobs.ts makes promises of jobs.
#pragma once

#include <node_api.h>

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace ltn {

struct EnvState;
class JsReference;

// Makes the job's result in JavaScript; runs on the environment's thread.
using Finish = std::function<napi_value(EnvState&)>;
// The job itself; runs on a job thread under the thread-local state (grad mode, autocast) of whoever started
// it.
using Work = std::function<Finish()>;

// Starts a job and returns its number, for `cancelJob`.
int64_t startJob(EnvState& state, Work work, napi_value settle);

// The threads of one environment's jobs. They are few, made when needed and kept: OpenMP has a team for each.
class JobThreads {
 public:
  struct Job {
    int64_t id;
    Work work;
    // See core/profiled_work.h.
    std::shared_ptr<void> profiled;
    std::function<void(Job&)> run;
  };

  JobThreads() = default;
  ~JobThreads();
  JobThreads(const JobThreads&) = delete;
  JobThreads& operator=(const JobThreads&) = delete;

  int64_t nextId() { return next_id_++; }
  void add(std::unique_ptr<Job> job);
  // Takes a job back that has not begun; null if it has.
  std::unique_ptr<Job> remove(int64_t id);
  // Forgets what has not begun and waits for what has, as long as `patience`. The threads stay, and do
  // nothing.
  void end(std::chrono::milliseconds patience);
  // Forgets what has not begun, waits for what has, and ends the threads.
  void stop();

 private:
  void serve();
  // No job begins any more; returns those that have not.
  std::deque<std::unique_ptr<Job>> close();

  static constexpr size_t kMost = 4;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::unique_ptr<Job>> waiting_;
  std::vector<std::thread> threads_;
  size_t idle_ = 0;
  size_t running_ = 0;
  int64_t next_id_ = 1;
  // No job begins any more.
  bool closed_ = false;
  // The threads end.
  bool stopped_ = false;
};

}  // namespace ltn
