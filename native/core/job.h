// Work off the thread that ends in a promise. A job owns what it works on, touches no napi_env while it
// works, and settles once; when the environment goes away first, it settles nothing and only frees.
#pragma once

#include <napi.h>

#include <exception>
#include <functional>
#include <memory>
#include <utility>

#include "core/errors.h"

namespace ltn {

namespace detail {

template <class Result>
struct Job {
  std::function<Result()> work;
  std::function<napi_value(napi_env, Result&&)> finish;
  std::unique_ptr<Result> result;
  std::exception_ptr error;
  napi_deferred deferred = nullptr;
  napi_async_work handle = nullptr;

  static void execute(napi_env, void* data) noexcept {
    auto* job = static_cast<Job*>(data);
    try {
      job->result = std::make_unique<Result>(job->work());
    } catch (...) {
      job->error = std::current_exception();
    }
  }

  static void complete(napi_env env, napi_status status, void* data) noexcept {
    const std::unique_ptr<Job> job(static_cast<Job*>(data));
    napi_delete_async_work(env, job->handle);
    try {
      job->settle(env, status);
    } catch (...) {
      // The environment is ending: nobody is left to hear of it.
      napi_value ignored = nullptr;
      napi_get_and_clear_last_exception(env, &ignored);
    }
  }

  void settle(napi_env env, napi_status status) {
    if (status == napi_cancelled) return;
    napi_value value = nullptr;
    try {
      if (error) std::rethrow_exception(error);
      value = finish(env, std::move(*result));
    } catch (...) {
      napi_reject_deferred(env, deferred, makeError(env, describe(std::current_exception()), nullptr));
      return;
    }
    napi_resolve_deferred(env, deferred, value);
  }
};

}  // namespace detail

// Runs `work` on a thread of the pool, then `finish` on this thread with its result; returns the promise.
template <class Result>
Napi::Value runJob(napi_env env, const char* name, std::function<Result()> work,
                   std::function<napi_value(napi_env, Result&&)> finish) {
  auto job = std::make_unique<detail::Job<Result>>();
  job->work = std::move(work);
  job->finish = std::move(finish);
  napi_value promise = nullptr, label = nullptr;
  check(env, napi_create_promise(env, &job->deferred, &promise));
  check(env, napi_create_string_utf8(env, name, NAPI_AUTO_LENGTH, &label));
  using Job = detail::Job<Result>;
  check(env,
        napi_create_async_work(env, nullptr, label, Job::execute, Job::complete, job.get(), &job->handle));
  check(env, napi_queue_async_work(env, job->handle));
  job.release();
  return {env, promise};
}

}  // namespace ltn
