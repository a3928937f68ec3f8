#include "trace/recorder.h"

#include <torch/library.h>

#include <memory>
#include <unordered_map>

#include "core/boundary.h"
#include "core/state.h"
#include "dispatch/values.h"
#include "func/linear.h"
#include "trace/tape.h"

namespace ltn {

namespace {

// A recording lasts as long as one call of JavaScript, on the thread of its environment. Other threads that
// have inherited the key (jobs, autograd) have no tape, and only pass calls on.
thread_local std::unique_ptr<Tape> tape;

bool autocasts() {
  using c10::impl::tls_is_dispatch_key_excluded;
  return !tls_is_dispatch_key_excluded(c10::DispatchKey::AutocastCPU) ||
         !tls_is_dispatch_key_excluded(c10::DispatchKey::AutocastCUDA);
}

// Under autocast an operator that casts its inputs is recorded below its casts, so that they are in the
// graph. One that consists of others may contain such operators.
bool castsInside(const c10::OperatorHandle& op) {
  return autocasts() && (op.hasKernelForDispatchKey(c10::DispatchKey::AutocastCPU) ||
                         op.hasKernelForDispatchKey(c10::DispatchKey::AutocastCUDA) ||
                         op.hasKernelForDispatchKey(c10::DispatchKey::CompositeImplicitAutograd));
}

[[noreturn]] void refuse(const std::string& how) {
  throw KindError(
      "torch", how +
                   " reads elements that depend on the inputs, the parameters or chance. A graph cannot hold "
                   "what JavaScript does with them: " +
                   tape->here() +
                   ". Compute with tensors instead, as torch.where does for a choice of two values");
}

// Operators whose result is no tensor, but depends on elements.
void refuseElements(const c10::OperatorHandle& op, const torch::jit::Stack& stack) {
  static const std::unordered_map<std::string, std::string> names{{"aten::item", "item()"},
                                                                  {"aten::_local_scalar_dense", "item()"},
                                                                  {"aten::equal", "equal()"},
                                                                  {"aten::allclose", "allclose()"},
                                                                  {"aten::is_nonzero", "isNonzero()"}};
  const auto found = names.find(op.operator_name().name);
  if (found == names.end()) return;
  const size_t count = op.schema().arguments().size();
  if (tape->dependsAny({stack.end() - static_cast<std::ptrdiff_t>(count), stack.end()}))
    refuse(found->second);
}

void record(const c10::OperatorHandle& op, c10::DispatchKeySet keys, torch::jit::Stack* stack) {
  if (tape && castsInside(op)) {
    op.redispatchBoxed(keys & c10::DispatchKeySet(c10::DispatchKeySet::FULL_AFTER, kRecordingKey), stack);
    return;
  }
  const Unrecorded inside;
  if (!tape) return op.callBoxed(*stack);
  refuseElements(op, *stack);
  Recorded call = tape->begin(op, *stack);
  op.callBoxed(*stack);
  tape->end(std::move(call), *stack);
}

// The fallback is registered when it is first needed: it changes the tables of all operators.
void registerFallback() {
  static const torch::Library* const library = [] {
    auto* made = new torch::Library(torch::Library::IMPL, "_", kRecordingKey, __FILE__, __LINE__);
    made->fallback(torch::CppFunction::makeFromBoxedFunction<&record>());
    return made;
  }();
  (void)library;
}

// beginRecording(place, modules, tensors): `place` returns where in the user's JavaScript a call stands,
// `modules` which modules are being called; `tensors` are those that are given from outside.
Napi::Value beginRecording(const Napi::CallbackInfo& info) {
  if (tape) throw KindError("torch", "torch.export: another model is being recorded");
  registerFallback();
  auto& state = stateOf(info.Env());
  auto made = std::make_unique<Tape>(state, info[0], info[1]);
  for (const at::Tensor& tensor : readTensors(state, info[2])) made->addInput(tensor);
  tape = std::move(made);
  c10::impl::tls_set_dispatch_key_included(kRecordingKey, true);
  return info.Env().Undefined();
}

// endRecording(results): what was recorded, and the tensors of `results` among it; null for tensors that are
// unknown.
Napi::Value endRecording(const Napi::CallbackInfo& info) {
  if (!tape) return info.Env().Null();
  c10::impl::tls_set_dispatch_key_included(kRecordingKey, false);
  const std::unique_ptr<Tape> ended = std::move(tape);
  if (info[0].IsNull()) return info.Env().Null();
  return ended->toJs(readTensors(stateOf(info.Env()), info[0]));
}

// recordedCount(): how many calls have been recorded so far.
Napi::Value recordedCount(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), tape ? static_cast<double>(tape->count()) : 0);
}

// recordedNumbers(tensors, made): the numbers of tensors in the recording. `made` says that they are results
// of a call that JavaScript notes itself: their elements depend on what the graph is given.
Napi::Value recordedNumbers(const Napi::CallbackInfo& info) {
  if (!tape) throw KindError("torch", "torch.export: no model is being recorded");
  // What the tape keeps of a tensor is no part of the graph.
  const Unrecorded inside;
  const bool made = info[1].ToBoolean();
  const std::vector<at::Tensor> tensors = readTensors(stateOf(info.Env()), info[0]);
  auto numbers = Napi::Array::New(info.Env(), tensors.size());
  for (uint32_t i = 0; i < tensors.size(); ++i)
    numbers.Set(i, made ? tape->addResult(tensors[i]) : tape->numberOf(tensors[i]));
  return numbers;
}

// isView(tensor): whether it shows the memory of another tensor.
Napi::Value isView(const Napi::CallbackInfo& info) {
  return Napi::Boolean::New(info.Env(), readTensor(stateOf(info.Env()), info[0]).is_view());
}

// unrecorded(body): what body returns.
Napi::Value unrecorded(const Napi::CallbackInfo& info) {
  const Unrecorded inside;
  napi_value result = nullptr;
  check(info.Env(), napi_call_function(info.Env(), info.Env().Undefined(), info[0], 0, nullptr, &result));
  return {info.Env(), result};
}

}  // namespace

bool isRecording() { return tape && !c10::impl::tls_is_dispatch_key_excluded(kRecordingKey); }

void refuseReading(const at::Tensor& tensor, const std::string& how) {
  refuseTangentReading(tensor, how);
  if (isRecording() && tensor.defined() && tape->depends(tensor)) refuse(how);
}

void initTrace(Napi::Object exports) {
  expose<beginRecording>(exports, "beginRecording");
  expose<endRecording>(exports, "endRecording");
  expose<recordedCount>(exports, "recordedCount");
  expose<recordedNumbers>(exports, "recordedNumbers");
  expose<isView>(exports, "isView");
  expose<unrecorded>(exports, "unrecorded");
}

}  // namespace ltn
