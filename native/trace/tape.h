// What a recorder has seen: calls of operators, and the tensors that they took and made.
#pragma once

#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/ivalue.h>
#include <napi.h>

#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/js_reference.h"

namespace ltn {

struct EnvState;

// Where a tensor comes from: it was named at the beginning, a call made it, or neither.
enum class Origin : int64_t { kInput, kResult, kConstant };

// What a tensor was like when a call had made it: later calls may change it.
struct Form {
  explicit Form(const at::Tensor& tensor);

  std::vector<int64_t> sizes, strides;
  int64_t offset = 0;
  at::ScalarType dtype;
  at::Layout layout;
  std::string device;
  bool requires_grad;
};

struct Seen {
  at::Tensor tensor;  // kept, so that its address stands for it
  Origin origin;
  Form form;
  at::Tensor elements;  // a constant's, as they were when it was first used
};

// One call. Its tensors are found by their addresses in the tape.
struct Recorded {
  c10::OperatorHandle op;
  std::vector<c10::IValue> arguments;
  std::vector<c10::IValue> results;
  std::vector<Form> forms;  // of the tensors in `results`, one after the other
  std::string place;
  std::string modules;
  bool grad;  // whether autograd was on
};

class Tape {
 public:
  // `place` and `modules` are functions of JavaScript that return a text: where in the user's program it is,
  // and which modules are being called.
  Tape(EnvState& environment, napi_value place, napi_value modules);

  // A tensor that is given from outside.
  void addInput(const at::Tensor& tensor);
  // The call that is about to run, with what it takes.
  Recorded begin(const c10::OperatorHandle& op, const torch::jit::Stack& stack);
  void end(Recorded&& call, const torch::jit::Stack& stack);
  // How many calls have ended.
  size_t count() const { return calls_.size(); }
  // The number of a tensor that JavaScript has.
  uint32_t numberOf(const at::Tensor& tensor) { return see(tensor, Origin::kConstant); }
  // The same for one that stands for the result of a call that JavaScript notes itself, as those of a branch.
  uint32_t addResult(const at::Tensor& tensor);
  // Whether the elements depend on an input or on chance.
  bool depends(const at::Tensor& tensor) const { return dependent_.contains(keyOf(tensor)); }
  // Where in the user's JavaScript this happens.
  std::string here() const { return textOf(place_); }
  bool dependsAny(const std::vector<c10::IValue>& values) const;
  // As lib/native/contract/trace.ts: Recording. `outputs` are what the recorded function has returned.
  Napi::Value toJs(const std::vector<at::Tensor>& outputs);

 private:
  static const void* keyOf(const at::Tensor& tensor);
  std::string textOf(const JsReference& function) const;
  uint32_t see(const at::Tensor& tensor, Origin origin);
  std::optional<uint32_t> twinOf(const at::Tensor& tensor) const;
  void markWritten(const Recorded& call);
  Napi::Value valueToJs(const c10::IValue& value);
  Napi::Object formToJs(const Form& form) const;
  Napi::Object callToJs(const Recorded& call);

  EnvState& state_;
  const JsReference place_, modules_;
  std::vector<at::Tensor> kept_;  // tensors that stand for another one
  std::vector<Seen> seen_;
  std::vector<uint32_t> inputs_;
  std::unordered_map<const c10::TensorImpl*, uint32_t> ids_;
  std::unordered_map<const void*, std::vector<uint32_t>> by_storage_;
  std::unordered_set<const void*> dependent_;  // storages
  std::vector<Recorded> calls_;
};

}  // namespace ltn
