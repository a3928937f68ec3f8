// How any thread reaches an environment's JavaScript. Only the environment's own thread may use its napi_env,
// so other threads (jobs, the autograd engine's device threads) leave tasks here. A wake-up of the event loop
// runs them. While the environment's thread itself waits for such a thread, `runBeside` runs them, so waiting
// cannot dead-lock.
#pragma once

#include <node_api.h>

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace ltn {

struct EnvState;

// Thrown where JavaScript is needed and its environment has ended.
struct EnvironmentEnded : std::exception {
  const char* what() const noexcept override {
    return "the JavaScript environment that this call needs has ended";
  }
};

class JsCalls {
 public:
  using Task = std::function<void(EnvState&)>;

  explicit JsCalls(EnvState& state) : state_(state) {}
  JsCalls(const JsCalls&) = delete;
  JsCalls& operator=(const JsCalls&) = delete;

  // Runs `task` on the environment's thread with the caller's thread-local state and waits for it. Exceptions
  // come back to the caller. Called on any thread.
  void call(const Task& task);
  // Runs `task` in a later turn of the event loop, or never if the environment ends before. Called on any
  // thread; the environment's thread must have called `hold` and not yet `release` it.
  void post(Task task);
  // Runs `work` on a thread of its own while this, the environment's thread, serves what that thread calls.
  void runBeside(const std::function<void()>& work);

  // While held, the event loop stays alive and can be woken. On the environment's thread.
  void hold();
  void release();
  // Whether a job is under way that will come back here.
  bool held() const { return held_ > 0; }

  // From now on nothing is run: waiting callers get EnvironmentEnded. On the environment's thread, as it
  // ends.
  void close();

  // For the end of the process. From now on only the environment's own thread may call. Other threads get
  // EnvironmentEnded, even if their call runs at this moment, as it will never return.
  void refuseOtherThreads();

  // Whether any JavaScript function is reachable from native graphs: only then can `call` happen.
  std::atomic<int64_t> functions{0};

 private:
  struct Call;

  void failOthers();
  void runOne(std::unique_lock<std::mutex>& lock);
  void drain();
  void wake();
  void openWakeUp();

  EnvState& state_;
  const std::thread::id thread_ = std::this_thread::get_id();
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Call*> calls_;
  std::deque<Task> posts_;
  // Calls that run now. A call may make another one, so the innermost is last.
  std::vector<Call*> running_;
  napi_threadsafe_function wake_up_ = nullptr;
  int64_t held_ = 0;
  bool closed_ = false;
  bool others_refused_ = false;
};

}  // namespace ltn
