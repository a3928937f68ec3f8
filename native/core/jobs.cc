#include "core/jobs.h"

#include <ATen/Parallel.h>
#include <ATen/ThreadLocalState.h>
#include <c10/core/GradMode.h>
#include <napi.h>

#include <algorithm>
#include <utility>

#include "core/alone.h"
#include "core/boundary.h"
#include "core/graph_clock.h"
#include "core/process_end.h"
#include "core/profiled_work.h"
#include "core/state.h"
#include "dispatch/values.h"
#include "tensor/storages.h"

namespace ltn {

namespace {

// How a job came out: `finish`, or `error`.
struct Outcome {
  Finish finish;
  std::exception_ptr error;
  // What it leaves allocated, which is the environment's from then on.
  int64_t bytes = 0;
  // See core/graph_clock.h.
  uint64_t graph_time = 0;
};

// The start of the job's life in JavaScript and its end.
struct Settlement {
  Settlement(EnvState& state, napi_value function)
      : hold(std::make_shared<LoopHold>(state.calls)), settle(state.env, function) {}
  const std::shared_ptr<LoopHold> hold;
  JsReference settle;
};

void callSettle(EnvState& state, napi_value settle, napi_value error, napi_value value) {
  napi_value null = Napi::Env(state.env).Null();
  napi_value arguments[] = {error ? error : null, value ? value : null};
  napi_value ignored = nullptr;
  napi_call_function(state.env, Napi::Env(state.env).Undefined(), settle, 2, arguments, &ignored);
}

void settleNow(EnvState& state, const Settlement& settlement, const Outcome& outcome) {
  napi_value value = nullptr;
  std::exception_ptr error = outcome.error;
  countStorage(outcome.bytes);
  continueGraph(outcome.graph_time);
  if (!error) {
    try {
      value = outcome.finish(state);
    } catch (...) {
      error = std::current_exception();
    }
  }
  settlement.hold->release();
  if (Warnings::waiting()) deliverWarnings(state.env);
  try {
    callSettle(state, settlement.settle.value(), error ? errorToJs(state.env, error) : nullptr, value);
  } catch (...) {
    // Only an environment that is ending refuses to run the function.
  }
}

// libtorch's number of threads belongs to each thread that calls it; the job takes its starter's.
class ThreadCount {
 public:
  void apply() const {
    if (at::get_num_threads() != count_) at::set_num_threads(count_);
  }

 private:
  const int count_ = at::get_num_threads();
};

Napi::Value cancelJob(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  const auto job = state.jobs.remove(readInt(info.Env(), info[0]));
  if (job) state.calls->release();
  return Napi::Boolean::New(info.Env(), job != nullptr);
}

// endJobs(patience in ms)
Napi::Value endAllJobs(const Napi::CallbackInfo& info) {
  endJobs(stateOf(info.Env()), std::chrono::milliseconds(readInt(info.Env(), info[0])));
  return info.Env().Undefined();
}

// letGoOfJob(job): the event loop need not live for it any more.
Napi::Value letGoOfJob(const Napi::CallbackInfo& info) {
  unbox<LoopHold>(info.Env(), info[0])->release();
  return info.Env().Undefined();
}

// Tells JavaScript how a job came out, from any thread.
void postOutcome(const std::shared_ptr<Settlement>& settlement, const std::shared_ptr<Outcome>& outcome) {
  settlement->hold->calls().post(
      [settlement, outcome](EnvState& env) { settleNow(env, *settlement, *outcome); });
}

// Makes a job of `work`, under the thread-local state of this thread; `graph_time` as for continueGraph().
std::unique_ptr<JobThreads::Job> makeJob(EnvState& state, Work work, std::shared_ptr<Settlement> settlement,
                                         uint64_t graph_time) {
  auto job = std::make_unique<JobThreads::Job>();
  job->id = state.jobs.nextId();
  job->work = std::move(work);
  job->profiled = profiledWork();
  job->run = [settlement = std::move(settlement), threads = ThreadCount(), warnings = state.warnings,
              thread_state = at::ThreadLocalState(), graph_time](JobThreads::Job& self) {
    auto outcome = std::make_shared<Outcome>();
    const int64_t before = storage_bytes;
    try {
      threads.apply();
      const c10::WarningUtils::WarningHandlerGuard warned(warnings.get());
      const at::ThreadLocalStateGuard guard(thread_state);
      continueGraph(graph_time);
      outcome->finish = self.work();
      outcome->graph_time = graphTime();
    } catch (...) {
      outcome->error = std::current_exception();
    }
    self.profiled.reset();
    // The inputs go before anybody hears that the job is done.
    self.work = nullptr;
    outcome->bytes = std::exchange(storage_bytes, before) - before;
    postOutcome(settlement, outcome);
  };
  return job;
}

}  // namespace

int64_t startJob(EnvState& state, Work work, napi_value settle) {
  auto job = makeJob(state, std::move(work), std::make_shared<Settlement>(state, settle),
                     c10::GradMode::is_enabled() ? graphTime() : 0);
  const int64_t id = job->id;
  state.jobs.add(std::move(job));
  return id;
}

std::shared_ptr<LoopHold> startAlone(EnvState& state, Work work, napi_value settle) {
  auto settlement = std::make_shared<Settlement>(state, settle);
  const auto hold = settlement->hold;
  const std::shared_ptr<JobThreads::Job> job = makeJob(state, std::move(work), std::move(settlement), 0);
  try {
    std::thread([job] {
      const Working working;
      job->run(*job);
    }).detach();
  } catch (...) {
    hold->release();
    throw;
  }
  return hold;
}

SettleOnce settleLater(EnvState& state, napi_value settle) {
  return [settlement = std::make_shared<Settlement>(state, settle)](std::exception_ptr error, Finish finish) {
    auto outcome = std::make_shared<Outcome>();
    outcome->error = std::move(error);
    outcome->finish = std::move(finish);
    postOutcome(settlement, outcome);
  };
}

void JobThreads::add(std::unique_ptr<Job> job) {
  const std::lock_guard lock(mutex_);
  if (closed_) return;
  waiting_.push_back(std::move(job));
  if (idle_ < waiting_.size() && threads_.size() < kMost) threads_.emplace_back([this] { serve(); });
  changed_.notify_one();
}

std::unique_ptr<JobThreads::Job> JobThreads::remove(int64_t id) {
  const std::lock_guard lock(mutex_);
  const auto found =
      std::find_if(waiting_.begin(), waiting_.end(), [&](const auto& job) { return job->id == id; });
  if (found == waiting_.end()) return nullptr;
  auto job = std::move(*found);
  waiting_.erase(found);
  return job;
}

void JobThreads::serve() {
  std::unique_lock lock(mutex_);
  while (true) {
    ++idle_;
    changed_.wait(lock, [&] { return stopped_ || !waiting_.empty(); });
    --idle_;
    if (stopped_) return;
    auto job = std::move(waiting_.front());
    waiting_.pop_front();
    ++running_;
    lock.unlock();
    {
      const Working working;
      job->run(*job);
      job.reset();
    }
    lock.lock();
    --running_;
    changed_.notify_all();
  }
}

std::deque<std::unique_ptr<JobThreads::Job>> JobThreads::close() {
  closed_ = true;
  return std::exchange(waiting_, {});
}

void JobThreads::end(std::chrono::milliseconds patience) {
  std::deque<std::unique_ptr<Job>> forgotten;
  std::unique_lock lock(mutex_);
  forgotten = close();
  changed_.wait_for(lock, patience, [&] { return running_ == 0; });
}

void JobThreads::stop() {
  std::deque<std::unique_ptr<Job>> forgotten;
  {
    const std::lock_guard lock(mutex_);
    forgotten = close();
    stopped_ = true;
    changed_.notify_all();
  }
  for (auto& thread : threads_) thread.join();
  threads_.clear();
}

JobThreads::~JobThreads() { stop(); }

void initJobs(Napi::Object exports) {
  expose<cancelJob>(exports, "cancelJob");
  expose<letGoOfJob>(exports, "letGoOfJob");
  expose<endAllJobs>(exports, "endJobs");
  // For an end that tells no exit listener. The handler is the process's, so that one is enough.
  static std::once_flag guarded;
  std::call_once(guarded, guardExit);
  auto& state = stateOf(exports.Env());
  const auto end = [](void* data) {
    auto* ending = static_cast<EnvState*>(data);
    ending->calls->close();
    ending->jobs.stop();
  };
  napi_add_env_cleanup_hook(exports.Env(), end, &state);
}

}  // namespace ltn
