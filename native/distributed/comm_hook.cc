#include "distributed/comm_hook.h"

#include <thread>

#include "core/boundary.h"
#include "core/js_callback.h"
#include "core/state.h"
#include "dispatch/values.h"
#include "distributed/init.h"

namespace ltn {

HookFunctions::HookFunctions(EnvState& state, napi_value run_function, napi_value finish_function)
    : calls(state.calls), run(state.env, run_function), finish(state.env, finish_function) {
  calls->functions.fetch_add(1, std::memory_order_relaxed);
}

HookFunctions::~HookFunctions() { calls->functions.fetch_sub(1, std::memory_order_relaxed); }

int64_t HookPromises::add(FuturePtr future, std::unique_ptr<HookRun> run) {
  if (closed_) throw EnvironmentEnded();
  waiting_.emplace(++last_, Waiting{std::move(future), std::move(run)});
  return last_;
}

HookPromises::FuturePtr HookPromises::take(int64_t number) {
  const auto found = waiting_.find(number);
  if (found == waiting_.end()) return {};
  auto future = std::move(found->second.future);
  waiting_.erase(found);
  return future;
}

void HookPromises::close() {
  closed_ = true;
  const auto waiting = std::exchange(waiting_, {});
  for (const auto& [number, one] : waiting) {
    one.future->setErrorIfNeeded(std::make_exception_ptr(EnvironmentEnded()));
  }
}

namespace {

using HookFuture = c10::intrusive_ptr<c10::ivalue::Future>;

// Calls a function of the hook, whose result is [handle], or a number.
Napi::Value callHook(EnvState& state, const JsReference& function, std::vector<napi_value> arguments) {
  napi_value result = nullptr;
  const napi_value undefined = Napi::Env(state.env).Undefined();
  if (napi_call_function(state.env, undefined, function.value(), arguments.size(), arguments.data(),
                         &result) != napi_ok) {
    throwPending(state.env);
  }
  return {state.env, result};
}

at::Tensor readResult(EnvState& state, const Napi::Value& result) {
  if (!result.IsArray()) throw ArgumentError("expected a tensor of a communication hook");
  return readTensor(state, result.As<Napi::Array>().Get(0u));
}

// A bucket as run(index, last, buffer, parameters, number) gets it. A promise may settle the number; 0 is for
// none. The result is [handle], the number of something to finish, or 0 for a promise.
std::vector<napi_value> describeBucket(EnvState& state, c10d::GradBucket& bucket,
                                       const std::vector<int64_t>& parameters, int64_t number) {
  const Napi::Env env(state.env);
  return {Napi::Number::New(env, static_cast<double>(bucket.getIndex())),
          Napi::Boolean::New(env, bucket.isLast()), toJs(state, c10::IValue(bucket.getBuffer())),
          intsToJs(env, parameters), Napi::Number::New(env, static_cast<double>(number))};
}

class JsCommHook final : public c10d::CommHookInterface {
 public:
  JsCommHook(std::shared_ptr<HookFunctions> functions,
             std::unordered_map<c10::TensorImpl*, int64_t> positions)
      : functions_(std::move(functions)), positions_(std::move(positions)) {}

  HookFuture runHook(c10d::GradBucket& bucket) override {
    const auto future = c10::make_intrusive<c10::ivalue::Future>(c10::AnyType::get());
    std::vector<int64_t> parameters;
    for (const auto& parameter : bucket.getParameters()) {
      parameters.push_back(positions_.at(parameter.unsafeGetTensorImpl()));
    }
    const auto here = std::this_thread::get_id();
    functions_->started();
    functions_->calls->call([&](EnvState& state) {
      // Where the event loop does not turn before the backward pass ends, a promise would never settle.
      const bool blocked = here == state.thread || state.backward_depth > 0;
      runNow(state, bucket, parameters, blocked, future);
    });
    return future;
  }

  // A tensor, or the number of what is still to be done.
  at::Tensor parseHookResult(const c10::IValue& result) override {
    at::Tensor tensor = result.isTensor() ? result.toTensor() : finishNow(result.toInt());
    functions_->finished();
    return tensor;
  }

 private:
  at::Tensor finishNow(int64_t number) const {
    at::Tensor tensor;
    functions_->calls->call([&](EnvState& state) {
      const Napi::HandleScope scope(state.env);
      const HookRun running(functions_);
      tensor = readResult(state, callHook(state, functions_->finish, {intToJs(state.env, number)}));
    });
    return tensor;
  }

  void runNow(EnvState& state, c10d::GradBucket& bucket, const std::vector<int64_t>& parameters, bool blocked,
              const HookFuture& future) const {
    const Napi::HandleScope scope(state.env);
    auto running = std::make_unique<HookRun>(functions_);
    const int64_t number = blocked ? 0 : state.hook_promises->add(future, std::move(running));
    try {
      const auto result = callHook(state, functions_->run, describeBucket(state, bucket, parameters, number));
      const int64_t rest = result.IsNumber() ? readInt(state.env, result) : -1;
      if (rest == 0 && number != 0) return;
      state.hook_promises->take(number);
      future->markCompleted(result.IsNumber() ? c10::IValue(rest) : c10::IValue(readResult(state, result)));
    } catch (...) {
      state.hook_promises->take(number);
      throw;
    }
  }

  const std::shared_ptr<HookFunctions> functions_;
  const std::unordered_map<c10::TensorImpl*, int64_t> positions_;
};

// settleCommHook(number, handle), or settleCommHook(number, null, error in an array)
Napi::Value settleCommHook(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  const auto future = state.hook_promises->take(readInt(info.Env(), info[0]));
  if (!future) return info.Env().Undefined();
  if (info[1].IsNull()) {
    future->setError(std::make_exception_ptr(JsError(std::make_shared<JsReference>(info.Env(), info[2]))));
  } else {
    future->markCompleted(c10::IValue(readTensor(state, info[1])));
  }
  return info.Env().Undefined();
}

}  // namespace

std::unique_ptr<c10d::CommHookInterface> makeCommHook(
    std::shared_ptr<HookFunctions> functions, std::unordered_map<c10::TensorImpl*, int64_t> positions) {
  return std::make_unique<JsCommHook>(std::move(functions), std::move(positions));
}

void initCommHooks(Napi::Object exports) {
  auto& state = stateOf(exports.Env());
  state.hook_promises = std::make_shared<HookPromises>();
  // Before the jobs are waited for: one may be waiting for a promise.
  napi_add_env_cleanup_hook(
      exports.Env(), [](void* data) { static_cast<EnvState*>(data)->hook_promises->close(); }, &state);
  expose<settleCommHook>(exports, "settleCommHook");
}

}  // namespace ltn
