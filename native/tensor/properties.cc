// What a tensor says of itself without an operator: shape, dtype, device, autograd's fields.
#include <ATen/FuncTorchTLS.h>
#include <ATen/core/ivalue.h>
#include <torch/csrc/autograd/variable.h>

#include "core/boundary.h"
#include "core/codes.h"
#include "core/state.h"
#include "dispatch/values.h"
#include "func/bare.h"
#include "tensor/init.h"
#include "trace/recorder.h"

namespace ltn {

namespace {

// What flags() says, a bit each.
enum class Flag : uint32_t {
  kRequiresGrad = 1 << 0,
  kIsLeaf = 1 << 1,
  kContiguous = 1 << 2,
  kPinned = 1 << 3,
  kInference = 1 << 4,
  kRetainsGrad = 1 << 5,
  kGradFn = 1 << 6,
  kConj = 1 << 7,
  kNeg = 1 << 8,
  kQuantized = 1 << 9,
  kNested = 1 << 10,
};

const at::Tensor& self(const Napi::CallbackInfo& info) { return readTensor(stateOf(info.Env()), info[0]); }

Napi::Value wrap(const Napi::CallbackInfo& info, const at::Tensor& tensor) {
  return {info.Env(), toJs(stateOf(info.Env()), c10::IValue(tensor))};
}

Napi::Value shape(const Napi::CallbackInfo& info) {
  return {info.Env(), intsToJs(info.Env(), self(info).sizes())};
}

Napi::Value stride(const Napi::CallbackInfo& info) {
  return {info.Env(), intsToJs(info.Env(), self(info).strides())};
}

Napi::Value dtype(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), static_cast<int>(self(info).scalar_type()));
}

Napi::Value device(const Napi::CallbackInfo& info) {
  return Napi::String::New(info.Env(), self(info).device().str());
}

Napi::Value layout(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), static_cast<int>(self(info).layout()));
}

Napi::Value numel(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), self(info).numel());
}

Napi::Value storageInfo(const Napi::CallbackInfo& info) {
  const auto& tensor = self(info);
  auto result = Napi::Object::New(info.Env());
  result.Set("offset", tensor.has_storage() ? tensor.storage_offset() : 0);
  result.Set("bytes", tensor.has_storage() ? static_cast<double>(tensor.storage().nbytes()) : 0);
  const auto address = reinterpret_cast<uintptr_t>(tensor.has_storage() ? tensor.storage().data() : nullptr);
  result.Set("address", Napi::BigInt::New(info.Env(), static_cast<uint64_t>(address)));
  result.Set("exists", tensor.has_storage());
  return result;
}

// One bit each, read together: bit 0 requires_grad, 1 is_leaf, 2 contiguous, 3 pinned, 4 inference, 5
// retains_grad, 6 has grad_fn, 7 conj, 8 neg, 9 quantized.
Napi::Value flags(const Napi::CallbackInfo& info) {
  const auto& t = self(info);
  const bool dense = t.layout() == at::kStrided;
  uint32_t result = 0;
  const auto set = [&result](Flag flag, bool is_set) {
    if (is_set) result |= static_cast<uint32_t>(flag);
  };
  set(Flag::kRequiresGrad, t.requires_grad());
  set(Flag::kIsLeaf, t.is_leaf());
  set(Flag::kContiguous, dense && t.is_contiguous());
  set(Flag::kPinned, dense && !isTransformed(t) && t.is_pinned());
  set(Flag::kInference, t.is_inference());
  set(Flag::kRetainsGrad, t.retains_grad());
  set(Flag::kGradFn, t.grad_fn() != nullptr);
  set(Flag::kConj, t.is_conj());
  set(Flag::kNeg, t.is_neg());
  set(Flag::kQuantized, t.is_quantized());
  set(Flag::kNested, t.is_nested());
  return Napi::Number::New(info.Env(), result);
}

Napi::Value gradFunctionName(const Napi::CallbackInfo& info) {
  const auto& node = self(info).grad_fn();
  if (!node) return info.Env().Null();
  return Napi::String::New(info.Env(), node->name());
}

// forwardTangent(handle): what a dual tensor carries; null for others.
Napi::Value forwardTangent(const Napi::CallbackInfo& info) {
  const at::Tensor& tangent = self(info)._fw_grad(0);
  return tangent.defined() ? wrap(info, tangent) : info.Env().Null();
}

Napi::Value grad(const Napi::CallbackInfo& info) {
  const auto& tensor = self(info);
  // A zero tensor without memory gets some. The gradient itself is replaced, and not its handle alone, so
  // that a change of its elements is kept.
  if (tensor.grad().defined() && tensor.grad()._is_zerotensor())
    tensor.mutable_grad() = tensor.grad().clone();
  return wrap(info, tensor.grad());
}

// setGrad(handle, grad or null), with Python's checks.
Napi::Value setGrad(const Napi::CallbackInfo& info) {
  const auto& tensor = self(info);
  if (info[1].IsNull()) {
    tensor.mutable_grad().reset();
    return info.Env().Undefined();
  }
  const auto& gradient = readTensor(stateOf(info.Env()), info[1]);
  if (gradient.sizes() != tensor.sizes()) {
    throw ArgumentError(c10::str("assigned grad has data of a different size: expected ", tensor.sizes(),
                                 ", got ", gradient.sizes()));
  }
  if (gradient.scalar_type() != tensor.scalar_type() || gradient.device() != tensor.device()) {
    throw ArgumentError(c10::str("assigned grad is ", gradient.scalar_type(), " on ", gradient.device().str(),
                                 ", but its tensor is ", tensor.scalar_type(), " on ",
                                 tensor.device().str()));
  }
  if (gradient.is_same(tensor)) throw ArgumentError("can't assign a tensor as its own grad");
  tensor.mutable_grad() = gradient;
  return info.Env().Undefined();
}

Napi::Value setRequiresGrad(const Napi::CallbackInfo& info) {
  const auto& tensor = self(info);
  const bool wanted = info[1].As<Napi::Boolean>();
  if (!tensor.is_leaf() && !wanted) {
    throw ArgumentError("you can only change requires_grad flags of leaf variables. Use detach() instead");
  }
  if (const auto& functorch = at::functorch::functorchTLSAccessor())
    functorch->checkSupportsInplaceRequiresGrad();
  tensor.set_requires_grad(wanted);
  return info.Env().Undefined();
}

Napi::Value retainGrad(const Napi::CallbackInfo& info) {
  if (const auto& functorch = at::functorch::functorchTLSAccessor()) functorch->checkSupportsRetainGrad();
  self(info).retain_grad();
  return info.Env().Undefined();
}

// setData(handle, other): Python's `x.data = other`.
Napi::Value setData(const Napi::CallbackInfo& info) {
  self(info).set_data(readTensor(stateOf(info.Env()), info[1]));
  return info.Env().Undefined();
}

Napi::Value variableData(const Napi::CallbackInfo& info) {
  // In a graph it is the operator that does the same but for the count of versions.
  if (isRecording()) return wrap(info, self(info).detach());
  return wrap(info, self(info).variable_data());
}

// alias(handle): another handle of the same tensor.
Napi::Value alias(const Napi::CallbackInfo& info) { return wrap(info, self(info)); }

Napi::Value isSame(const Napi::CallbackInfo& info) {
  return Napi::Boolean::New(info.Env(), self(info).is_same(readTensor(stateOf(info.Env()), info[1])));
}

Napi::Value version(const Napi::CallbackInfo& info) {
  return Napi::Number::New(info.Env(), self(info)._version());
}

}  // namespace

CodeLists propertyCodes() {
  return {codesOf<Flag>("tensorFlag", {{"requiresGrad", Flag::kRequiresGrad},
                                       {"isLeaf", Flag::kIsLeaf},
                                       {"contiguous", Flag::kContiguous},
                                       {"pinned", Flag::kPinned},
                                       {"inference", Flag::kInference},
                                       {"retainsGrad", Flag::kRetainsGrad},
                                       {"gradFn", Flag::kGradFn},
                                       {"conj", Flag::kConj},
                                       {"neg", Flag::kNeg},
                                       {"quantized", Flag::kQuantized},
                                       {"nested", Flag::kNested}})};
}

void initProperties(Napi::Object exports) {
  expose<shape>(exports, "shape");
  expose<stride>(exports, "stride");
  expose<dtype>(exports, "dtype");
  expose<device>(exports, "device");
  expose<layout>(exports, "layout");
  expose<numel>(exports, "numel");
  expose<storageInfo>(exports, "storageInfo");
  expose<flags>(exports, "flags");
  expose<gradFunctionName>(exports, "gradFunctionName");
  expose<forwardTangent>(exports, "forwardTangent");
  expose<grad>(exports, "grad");
  expose<setGrad>(exports, "setGrad");
  expose<setRequiresGrad>(exports, "setRequiresGrad");
  expose<retainGrad>(exports, "retainGrad");
  expose<setData>(exports, "setData");
  expose<variableData>(exports, "variableData");
  expose<alias>(exports, "alias");
  expose<isSame>(exports, "isSame");
  expose<version>(exports, "version");
}

}  // namespace ltn
