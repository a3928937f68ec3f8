// While a mode is open, the key Fake, which libtorch has no kernels for, is among the thread's dispatch keys.
// Its fallback calls the innermost mode. While that runs, it does not see operators, and those around it do.
#include "library/intercept.h"

#include <c10/core/impl/LocalDispatchKeySet.h>
#include <torch/library.h>

#include "core/boundary.h"
#include "core/js_callback.h"
#include "core/js_reference.h"
#include "core/state.h"
#include "dispatch/values.h"
#include "library/init.h"
#include "library/js_kernel.h"

namespace ltn {

namespace {

constexpr auto kKey = c10::DispatchKey::Fake;

thread_local std::vector<std::shared_ptr<Mode>> modes;
// How many of them see operators now.
thread_local size_t watching = 0;

// One intercepted call, while its mode runs.
struct Intercepted {
  const c10::OperatorHandle& op;
  c10::DispatchKeySet keys;
  torch::jit::Stack* stack;
  bool proceeded = false;
};
thread_local Intercepted* current = nullptr;

template <class T>
class Restored {
 public:
  Restored(T& place, T value) : place_(place), former_(std::exchange(place, value)) {}
  ~Restored() { place_ = former_; }
  Restored(const Restored&) = delete;
  Restored& operator=(const Restored&) = delete;

 private:
  T& place_;
  T former_;
};

void goOn(const c10::OperatorHandle& op, c10::DispatchKeySet keys, torch::jit::Stack* stack) {
  op.redispatchBoxed(keys & c10::DispatchKeySet(c10::DispatchKeySet::FULL_AFTER, kKey), stack);
}

Napi::Object describe(Napi::Env env, const c10::OperatorHandle& op) {
  auto object = Napi::Object::New(env);
  object.Set("name", op.operator_name().name);
  object.Set("overload", op.operator_name().overload_name);
  const auto& arguments = op.schema().arguments();
  auto writes = Napi::Array::New(env, arguments.size());
  for (uint32_t i = 0; i < arguments.size(); ++i) {
    const auto* alias = arguments[i].alias_info();
    writes.Set(i, alias && alias->isWrite());
  }
  object.Set("writes", writes);
  object.Set("view", !op.schema().is_mutable() && !op.schema().returns().empty() &&
                         op.schema().returns()[0].alias_info() != nullptr);
  return object;
}

void intercept(const c10::OperatorHandle& op, c10::DispatchKeySet keys, torch::jit::Stack* stack) {
  if (watching == 0) return goOn(op, keys, stack);
  // NOLINTNEXTLINE(performance-unnecessary-copy-initialization): the mode may close while it runs.
  const std::shared_ptr<Mode> mode = modes[watching - 1];
  const Restored<size_t> outer(watching, watching - 1);
  mode->handle(op, keys, stack);
}

// mode({name, overload, writes, view}, [values, kinds]) returns [...results], or undefined for those of
// `proceed`, which runs the operator and returns them.
void callMode(EnvState& state, const JsReference& function, const c10::OperatorHandle& op,
              c10::DispatchKeySet keys, torch::jit::Stack* stack) {
  const Napi::HandleScope scope(state.env);
  Intercepted call{op, keys, stack};
  const Restored<Intercepted*> mine(current, &call);
  const size_t count = op.schema().arguments().size();
  const std::vector<c10::IValue> arguments(stack->end() - static_cast<std::ptrdiff_t>(count), stack->end());
  const std::array<napi_value, 2> values{describe(state.env, op), callToJs(state, arguments)};
  napi_value result = nullptr;
  if (napi_call_function(state.env, Napi::Env(state.env).Undefined(), function.value(), values.size(),
                         values.data(), &result) != napi_ok) {
    throwPending(state.env);
  }
  if (Napi::Value(state.env, result).IsUndefined()) {
    if (!call.proceeded) intercept(op, keys, stack);
    return;
  }
  auto results = resultsFromJs(state, op, result);
  const size_t used = call.proceeded ? op.schema().returns().size() : count;
  stack->erase(stack->end() - static_cast<std::ptrdiff_t>(used), stack->end());
  for (auto& value : results) stack->push_back(std::move(value));
}

void registerIntercept() {
  static const torch::Library* const library = [] {
    auto* made = new torch::Library(torch::Library::IMPL, "_", kKey, __FILE__, __LINE__);
    made->fallback(torch::CppFunction::makeFromBoxedFunction<&intercept>());
    return made;
  }();
  (void)library;
}

void update() {
  watching = modes.size();
  c10::impl::tls_set_dispatch_key_included(kKey, !modes.empty());
}

// pushMode(mode)
Napi::Value pushMode(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  const auto function = std::make_shared<JsReference>(info.Env(), info[0]);
  openMode(std::make_shared<Mode>(
      [&state, function](const c10::OperatorHandle& op, c10::DispatchKeySet keys, torch::jit::Stack* stack) {
        callMode(state, *function, op, keys, stack);
      }));
  return info.Env().Undefined();
}

// popMode(): the innermost.
Napi::Value popMode(const Napi::CallbackInfo& info) {
  if (modes.empty()) return info.Env().Undefined();
  modes.pop_back();
  update();
  return info.Env().Undefined();
}

// proceed(): the results of the operator that the mode is handling. Once for each call.
Napi::Value proceed(const Napi::CallbackInfo& info) {
  if (!current || current->proceeded) throw KindError("torch", "no operator is waiting for this mode");
  Intercepted& call = *current;
  call.proceeded = true;
  intercept(call.op, call.keys, call.stack);
  const size_t count = call.op.schema().returns().size();
  const auto first = call.stack->end() - static_cast<std::ptrdiff_t>(count);
  return callToJs(stateOf(info.Env()), c10::ArrayRef<c10::IValue>(&*first, count));
}

}  // namespace

void openMode(std::shared_ptr<Mode> mode) {
  if (watching != modes.size())
    throw KindError("torch", "a mode cannot be opened while one handles an operator");
  registerIntercept();
  modes.push_back(std::move(mode));
  update();
}

void closeMode(const std::shared_ptr<Mode>& mode) {
  std::erase(modes, mode);
  update();
}

void runOutside(const c10::OperatorHandle& op, c10::DispatchKeySet keys, torch::jit::Stack* stack) {
  intercept(op, keys, stack);
}

void initIntercept(Napi::Object exports) {
  expose<pushMode>(exports, "pushMode");
  expose<popMode>(exports, "popMode");
  expose<proceed>(exports, "proceed");
}

void initLibrary(Napi::Object exports) {
  initDefine(exports);
  initIntercept(exports);
}

}  // namespace ltn
