#include "core/warnings.h"

#include <iterator>

#include "core/boundary.h"
#include "core/state.h"

namespace ltn {

Warnings::~Warnings() {
  if (c10::WarningUtils::get_warning_handler() == this) c10::WarningUtils::set_warning_handler(nullptr);
  take();
}

void Warnings::process(const c10::Warning& warning) {
  const bool deprecation = std::holds_alternative<c10::Warning::DeprecationWarning>(warning.type());
  const std::lock_guard lock(mutex_);
  if (entries_.size() >= kMost) return;
  entries_.push_back({warning.msg(), deprecation});
  waiting_.fetch_add(1, std::memory_order_relaxed);
}

std::vector<Warnings::Entry> Warnings::take() {
  std::vector<Entry> taken;
  const std::lock_guard lock(mutex_);
  taken.swap(entries_);
  waiting_.fetch_sub(static_cast<int64_t>(taken.size()), std::memory_order_relaxed);
  return taken;
}

void deliverWarnings(napi_env env) noexcept {
  try {
    EnvState& state = stateOf(env);
    bool pending = false;
    napi_is_exception_pending(env, &pending);
    if (pending || !state.warning_receiver) return;
    const Napi::HandleScope scope(env);
    napi_value receiver = nullptr;
    check(env, napi_get_reference_value(env, state.warning_receiver, &receiver));
    for (const auto& entry : state.warnings->take()) {
      napi_value arguments[] = {Napi::String::New(env, entry.message),
                                Napi::Boolean::New(env, entry.deprecation)};
      napi_value ignored = nullptr;
      const auto status = napi_call_function(env, Napi::Env(env).Undefined(), receiver, std::size(arguments),
                                             arguments, &ignored);
      if (status == napi_ok) continue;
      // A warning is not worth an error: what called goes on. Only an environment that ends refuses to run
      // it.
      napi_get_and_clear_last_exception(env, &ignored);
      return;
    }
  } catch (...) {
  }
}

namespace {

// setWarningReceiver((message, isDeprecation) => void), which must not throw.
Napi::Value setWarningReceiver(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  if (state.warning_receiver) napi_delete_reference(info.Env(), state.warning_receiver);
  check(info.Env(), napi_create_reference(info.Env(), info[0], 1, &state.warning_receiver));
  return info.Env().Undefined();
}

}  // namespace

void initWarnings(Napi::Object exports) { expose<setWarningReceiver>(exports, "setWarningReceiver"); }

}  // namespace ltn
