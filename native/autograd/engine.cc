#include "autograd/engine.h"

#include <ATen/Context.h>

#include "core/errors.h"

namespace ltn {

namespace {

// The engine moves a backward that is nested deeper than 60 into another one to a thread of its own and waits
// for it.
constexpr int kDeepest = 50;

class Nesting {
 public:
  explicit Nesting(EnvState& state) : state_(state) {
    ++state_.backward_depth;
    state_.after_backward->started();
  }
  ~Nesting() {
    --state_.backward_depth;
    state_.after_backward->ended();
  }
  Nesting(const Nesting&) = delete;
  Nesting& operator=(const Nesting&) = delete;

 private:
  EnvState& state_;
};

bool mayCallFromElsewhere(const EnvState& state) {
  if (state.calls->functions.load(std::memory_order_relaxed) == 0) return false;
  return state.async_backwards > 0 || state.backward_depth > kDeepest || at::globalContext().hasCUDA();
}

}  // namespace

namespace {

// The current exception, whose kind is autograd unless it has one of its own.
[[noreturn]] void rethrowAsAutograd() {
  const auto text = describe(std::current_exception());
  if (std::string_view(text.kind) != "torch") throw;
  throw KindError("autograd", text.message);
}

}  // namespace

void runEngineOffThread(const std::function<void()>& work) {
  try {
    work();
  } catch (const c10::Error&) {
    rethrowAsAutograd();
  } catch (const std::runtime_error&) {
    // Of gloo, where gradients are reduced.
    rethrowAsAutograd();
  }
}

void runEngine(EnvState& state, const std::function<void()>& work) {
  const Nesting nesting(state);
  if (!mayCallFromElsewhere(state)) return runEngineOffThread(work);
  state.calls->runBeside([&] { runEngineOffThread(work); });
}

}  // namespace ltn
