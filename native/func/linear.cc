#include "func/linear.h"

#include <ATen/core/List.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/ivalue.h>

#include <memory>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/boundary.h"
#include "core/box.h"
#include "core/state.h"
#include "dispatch/values.h"
#include "func/bare.h"
#include "library/intercept.h"

namespace ltn {

namespace {

using Values = std::vector<c10::IValue>;
using Tensors = std::vector<at::Tensor>;
// Pieces of memory: what views of one tensor share.
using Memories = std::unordered_set<const void*>;

const void* memoryOf(const at::Tensor& tensor) {
  if (tensor.has_storage()) return tensor.storage().unsafeGetStorageImpl();
  return tensor.unsafeGetTensorImpl();
}

// The value with each of its tensors changed.
template <class Change>
c10::IValue withTensors(const c10::IValue& value, const Change& change) {
  if (value.isTensor()) return value.toTensor().defined() ? change(value.toTensor()) : value;
  if (value.isTensorList()) {
    c10::List<at::Tensor> list;
    for (const at::Tensor& tensor : value.toTensorVector())
      list.push_back(tensor.defined() ? change(tensor) : tensor);
    return list;
  }
  if (!value.isOptionalTensorList()) return value;
  c10::List<std::optional<at::Tensor>> list;
  for (const std::optional<at::Tensor>& tensor : value.toOptionalTensorVector())
    list.push_back(tensor && tensor->defined() ? change(*tensor) : tensor);
  return list;
}

template <class Visit>
void eachTensorIn(const c10::IValue& value, const Visit& visit) {
  withTensors(value, [&](const at::Tensor& tensor) {
    visit(tensor);
    return tensor;
  });
}

bool touches(const Values& values, const Memories& memories) {
  bool found = false;
  for (const c10::IValue& value : values) {
    eachTensorIn(value, [&](const at::Tensor& tensor) { found |= memories.contains(memoryOf(tensor)); });
  }
  return found;
}

}  // namespace

struct LinearCall {
  // The memory that it writes to or makes.
  Memories made() const {
    Memories made;
    const auto add = [&](const at::Tensor& tensor) { made.insert(memoryOf(tensor)); };
    for (const c10::IValue& value : results) eachTensorIn(value, add);
    made.merge(written());
    return made;
  }
  Memories written() const {
    Memories written;
    for (size_t i = 0; i < arguments.size(); ++i) {
      const auto* alias = op.schema().arguments()[i].alias_info();
      if (!alias || !alias->isWrite()) continue;
      eachTensorIn(arguments[i], [&](const at::Tensor& tensor) { written.insert(memoryOf(tensor)); });
    }
    return written;
  }
  bool isRandom() const { return op.hasTag(at::Tag::nondeterministic_seeded); }

  c10::OperatorHandle op;
  Values arguments, results;
};

struct LinearFunction {
  Tensors tangents;  // which stood for those that are given
  std::vector<LinearCall> calls;
  Tensors outputs;
  Memories written;
};

template <>
struct BoxName<LinearFunction> {
  static constexpr const char* kName = "LinearFunction";
};

namespace {

class LinearTape {
 public:
  explicit LinearTape(Tensors tangents) : tangents_(std::move(tangents)) {
    for (const at::Tensor& tensor : tangents_) dependent_.insert(memoryOf(tensor));
  }

  void handle(const c10::OperatorHandle& op, c10::DispatchKeySet keys, torch::jit::Stack* stack);
  bool depends(const at::Tensor& tensor) const { return dependent_.contains(memoryOf(tensor)); }
  // Null if the calls cannot be repeated: they write to memory from outside, or draw random numbers.
  std::shared_ptr<LinearFunction> finish(Tensors outputs);

 private:
  std::vector<bool> repeated(Memories& moving) const;
  std::vector<bool> needed(const Tensors& outputs) const;
  void note(const LinearCall& call);
  void keepConstants(LinearFunction& function, const Memories& fixed) const;

  Tensors tangents_;
  std::vector<LinearCall> calls_;
  Memories dependent_, made_, outside_;
};

// Forward mode's own: they take a dual tensor apart, or put one together around the same memory.
bool isOfDuals(const c10::OperatorHandle& op) {
  const std::string& name = op.operator_name().name;
  return name == "aten::_make_dual" || name == "aten::_fw_primal" || name == "aten::_unpack_dual";
}

// Which function of JavaScript reads elements by this operator; null if it does not.
const char* reader(const c10::OperatorHandle& op) {
  const std::string& name = op.operator_name().name;
  if (name == "aten::_local_scalar_dense" || name == "aten::item") return "item()";
  if (name == "aten::equal") return "equal()";
  return nullptr;
}

[[noreturn]] void refuseTangent(const char* how) {
  throw KindError("torch", std::string("torch.func.linearize: ") + how +
                               " reads elements that depend on the tangents. The function that it makes is "
                               "for all tangents: compute with tensors instead");
}

void LinearTape::handle(const c10::OperatorHandle& op, c10::DispatchKeySet keys, torch::jit::Stack* stack) {
  if (isOfDuals(op)) return runOutside(op, keys, stack);
  const auto take = [&](size_t count) {
    return Values(stack->end() - static_cast<std::ptrdiff_t>(count), stack->end());
  };
  LinearCall call{op, take(op.schema().arguments().size()), {}};
  if (reader(op) && touches(call.arguments, dependent_)) refuseTangent(reader(op));
  runOutside(op, keys, stack);
  call.results = take(op.schema().returns().size());
  note(call);
  calls_.push_back(std::move(call));
}

void LinearTape::note(const LinearCall& call) {
  for (const c10::IValue& value : call.arguments) {
    eachTensorIn(value, [&](const at::Tensor& tensor) {
      if (!made_.contains(memoryOf(tensor)) && !depends(tensor)) outside_.insert(memoryOf(tensor));
    });
  }
  const bool linear = touches(call.arguments, dependent_);
  for (const void* memory : call.made()) {
    if (!outside_.contains(memory)) made_.insert(memory);
    if (linear) dependent_.insert(memory);
  }
}

// Which calls are to run each time. `moving` is the memory that differs then: at first that of the tangents.
std::vector<bool> LinearTape::repeated(Memories& moving) const {
  std::vector<bool> chosen(calls_.size());
  for (bool changed = true; changed;) {
    changed = false;
    Memories read;  // by calls that are repeated
    for (size_t i = 0; i < calls_.size(); ++i) {
      const LinearCall& call = calls_[i];
      if (!chosen[i] && (touches(call.arguments, moving) || touches(call.results, moving))) {
        chosen[i] = changed = true;
      }
      if (chosen[i]) {
        moving.merge(call.made());
        for (const c10::IValue& value : call.arguments)
          eachTensorIn(value, [&](const at::Tensor& tensor) { read.insert(memoryOf(tensor)); });
        continue;
      }
      // Changed after it was read: whoever reads it again is to find what was there at first.
      for (const void* memory : call.written())
        changed |= read.contains(memory) && moving.insert(memory).second;
    }
  }
  return chosen;
}

// Which calls the outputs depend on.
std::vector<bool> LinearTape::needed(const Tensors& outputs) const {
  Memories wanted;
  const auto want = [&](const at::Tensor& tensor) { wanted.insert(memoryOf(tensor)); };
  for (const at::Tensor& tensor : outputs) want(tensor);
  std::vector<bool> chosen(calls_.size());
  for (size_t i = calls_.size(); i-- > 0;) {
    for (const void* memory : calls_[i].made()) chosen[i] = chosen[i] || wanted.contains(memory);
    if (!chosen[i]) continue;
    for (const c10::IValue& value : calls_[i].arguments) eachTensorIn(value, want);
  }
  return chosen;
}

// What a call has made that runs no more: part of no graph, as in Python.
at::Tensor folded(const at::Tensor& tensor) {
  return tensor.requires_grad() ? tensor.detach().requires_grad_(true) : tensor;
}

// Takes what the calls read besides the tangents as it is now: later changes of tensors from outside are to
// change nothing. `fixed` is the memory that calls have made which run no more.
void LinearTape::keepConstants(LinearFunction& function, const Memories& fixed) const {
  std::unordered_map<const c10::TensorImpl*, at::Tensor> kept;
  const auto itself = [&](const at::Tensor& tensor) { kept.emplace(tensor.unsafeGetTensorImpl(), tensor); };
  for (const at::Tensor& tensor : function.tangents) itself(tensor);
  for (const LinearCall& call : function.calls)
    for (const c10::IValue& value : call.results) eachTensorIn(value, itself);
  const auto keep = [&](const at::Tensor& tensor) {
    at::Tensor& constant = kept[tensor.unsafeGetTensorImpl()];
    if (constant.defined()) return constant;
    const void* memory = memoryOf(tensor);
    if (fixed.contains(memory) && !outside_.contains(memory)) return constant = folded(tensor);
    return constant = tensor.unsafeGetTensorImpl()->is_wrapped_number() ? tensor : tensor.clone();
  };
  for (LinearCall& call : function.calls)
    for (c10::IValue& value : call.arguments) value = withTensors(value, keep);
  for (at::Tensor& tensor : function.outputs) tensor = keep(tensor);
}

std::shared_ptr<LinearFunction> LinearTape::finish(Tensors outputs) {
  Memories moving;
  for (const at::Tensor& tensor : tangents_) moving.insert(memoryOf(tensor));
  const auto again = repeated(moving), wanted = needed(outputs);
  auto function = std::make_shared<LinearFunction>();
  function->tangents = tangents_;
  Memories fixed;  // the memory that the other calls have made
  for (size_t i = 0; i < calls_.size(); ++i) {
    for (const void* memory : calls_[i].written()) {
      if (outside_.contains(memory) && moving.contains(memory)) return nullptr;
    }
    if (!again[i]) {
      fixed.merge(calls_[i].made());
      continue;
    }
    if (!wanted[i]) continue;
    if (calls_[i].isRandom()) return nullptr;
    function->written.merge(calls_[i].written());
    function->calls.push_back(std::move(calls_[i]));
  }
  function->outputs = std::move(outputs);
  keepConstants(*function, fixed);
  return function;
}

using Known = std::unordered_map<const c10::TensorImpl*, at::Tensor>;

// The tensors of a call that was recorded stand for those that it has made now.
void learn(const c10::IValue& recorded, const c10::IValue& made, Known& known) {
  Tensors now;
  eachTensorIn(made, [&](const at::Tensor& tensor) { now.push_back(tensor); });
  size_t i = 0;
  eachTensorIn(recorded, [&](const at::Tensor& tensor) {
    if (i < now.size()) known[tensor.unsafeGetTensorImpl()] = now[i++];
  });
}

Tensors repeat(const LinearFunction& function, const Tensors& given) {
  Known known;
  for (size_t i = 0; i < given.size(); ++i) {
    const at::Tensor& standing = function.tangents[i];
    const bool changes = function.written.contains(memoryOf(standing));
    known[standing.unsafeGetTensorImpl()] = changes ? given[i].clone() : given[i];
  }
  const auto now = [&](const at::Tensor& tensor) {
    const auto found = known.find(tensor.unsafeGetTensorImpl());
    return found == known.end() ? tensor : found->second;
  };
  for (const LinearCall& call : function.calls) {
    torch::jit::Stack stack;
    stack.reserve(call.arguments.size());
    for (const c10::IValue& value : call.arguments) stack.push_back(withTensors(value, now));
    call.op.callBoxed(stack);
    for (size_t i = 0; i < call.results.size(); ++i) learn(call.results[i], stack[i], known);
  }
  Tensors outputs;
  for (const at::Tensor& tensor : function.outputs) {
    const auto found = known.find(tensor.unsafeGetTensorImpl());
    outputs.push_back(found == known.end() ? tensor.clone() : found->second);
  }
  return outputs;
}

// A recording lasts as long as one call of JavaScript, on the thread of its environment.
thread_local std::unique_ptr<LinearTape> linear_tape;
thread_local std::shared_ptr<Mode> linear_mode;

void closeLinear() {
  if (linear_mode) closeMode(linear_mode);
  linear_mode = nullptr;
}

// beginLinear(tangents): the tensors stand for any others of their form.
Napi::Value beginLinear(const Napi::CallbackInfo& info) {
  if (linear_tape) throw KindError("torch", "torch.func.linearize: another function is being recorded");
  auto tape = std::make_unique<LinearTape>(readTensors(stateOf(info.Env()), info[0]));
  auto mode = std::make_shared<Mode>(
      [held = tape.get()](const c10::OperatorHandle& op, c10::DispatchKeySet keys, torch::jit::Stack* stack) {
        held->handle(op, keys, stack);
      });
  openMode(mode);
  linear_mode = std::move(mode);
  linear_tape = std::move(tape);
  return info.Env().Undefined();
}

// endLinear(outputs or null): a function, or null if it cannot be repeated.
Napi::Value endLinear(const Napi::CallbackInfo& info) {
  closeLinear();
  const std::unique_ptr<LinearTape> tape = std::move(linear_tape);
  if (!tape || info[0].IsNull()) return info.Env().Null();
  auto function = tape->finish(readTensors(stateOf(info.Env()), info[0]));
  return function ? box(info.Env(), std::move(function)) : info.Env().Null();
}

// runLinear(function, tangents): the outputs.
Napi::Value runLinear(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  const auto function = unbox<LinearFunction>(info.Env(), info[0]);
  const Tensors given = readTensors(state, info[1]);
  if (given.size() != function->tangents.size())
    throw ArgumentError(c10::str("expected ", function->tangents.size(), " tangents, got ", given.size()));
  return {info.Env(), tensorsToJs(state, repeat(*function, given))};
}

}  // namespace

void refuseTangentReading(const at::Tensor& tensor, const std::string& how) {
  if (linear_tape && tensor.defined() && linear_tape->depends(bareTensor(tensor))) refuseTangent(how.c_str());
}

void initLinear(Napi::Object exports) {
  expose<beginLinear>(exports, "beginLinear");
  expose<endLinear>(exports, "endLinear");
  expose<runLinear>(exports, "runLinear");
}

}  // namespace ltn
