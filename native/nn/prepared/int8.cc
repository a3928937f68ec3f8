// Linear layers with weights of 8 bits: inputs are quantized in each call by their own range (dynamically),
// by libtorch's kernels.
#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/grad_mode.h>
#include <ATen/core/ivalue.h>
#include <ATen/ops/quantize_per_channel.h>
#include <ATen/ops/zeros.h>
#include <c10/util/Exception.h>

#include <memory>
#include <utility>

#include "core/boundary.h"
#include "core/box.h"
#include "core/state.h"
#include "dispatch/values.h"
#include "nn/prepared/init.h"
#include "nn/prepared/packed.h"

namespace ltn {

namespace prepared {

struct Int8Dense {
  c10::IValue packed;  // a LinearPackedParamsBase
  int64_t columns;
};

}  // namespace prepared

template <>
struct BoxName<prepared::Int8Dense> {
  static constexpr const char* kName = "Int8Dense";
};

namespace prepared {

namespace {

c10::IValue callOne(const char* name, torch::jit::Stack stack) {
  c10::Dispatcher::singleton().findSchemaOrThrow(name, "").callBoxed(stack);
  return std::move(stack.front());
}

// libtorch says, once, that this way to make quantized tensors will be replaced, which no caller of this can
// change.
class Silent final : public c10::WarningHandler {
  void process(const c10::Warning& warning) override {}
};

// One scale for each output, the same on both sides of zero.
at::Tensor quantize(const at::Tensor& weight) {
  const at::Tensor largest = std::get<0>(weight.abs().max(1));
  const at::Tensor scales = largest.div(127.0).clamp_min(1e-8).to(at::kDouble);
  const at::Tensor zeros = at::zeros(scales.sizes(), at::kLong);
  Silent silent;
  const c10::WarningUtils::WarningHandlerGuard guard(&silent);
  return at::quantize_per_channel(weight, scales, zeros, 0, at::kQInt8);
}

// packInt8Dense(weight, bias | null)
Napi::Value packInt8Dense(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  const at::NoGradGuard no_grad;
  const at::Tensor weight = readTensor(state, info[0]).detach().contiguous();
  if (!isPlain(weight) || weight.dim() != 2 || weight.numel() == 0)
    throw ArgumentError("expected a weight of two dimensions in float32 on the CPU");
  c10::IValue bias;
  if (!info[1].IsNull()) {
    const at::Tensor given = readTensor(state, info[1]).detach().contiguous();
    if (!isPlain(given) || given.dim() != 1 || given.size(0) != weight.size(0))
      throw ArgumentError("expected a bias of one number for each output in float32 on the CPU");
    bias = given;
  }
  if (!weight.isfinite().all().item<bool>())
    throw ArgumentError("a weight is not finite: it cannot be quantized");
  c10::IValue packed = callOne("quantized::linear_prepack", {quantize(weight), bias});
  return box(info.Env(), std::make_shared<Int8Dense>(Int8Dense{std::move(packed), weight.size(1)}),
             weight.numel());
}

// runInt8Dense(packed, input): the output, or null for an input that the kernel does not take.
Napi::Value runInt8Dense(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  const auto& packed = *unbox<Int8Dense>(info.Env(), info[0]);
  const at::Tensor& given = readTensor(state, info[1]);
  if (!isPlain(given) || given.dim() == 0 || given.size(-1) != packed.columns || given.numel() == 0)
    return info.Env().Null();
  const at::NoGradGuard no_grad;
  // Sums of products of 8 and 7 bits do not saturate on processors without VNNI.
  const bool reduce_range = true;
  c10::IValue output =
      callOne("quantized::linear_dynamic", {given.detach().contiguous(), packed.packed, reduce_range});
  return {info.Env(), toJs(state, std::move(output))};
}

}  // namespace

void initInt8(Napi::Object exports) {
  expose<packInt8Dense>(exports, "packInt8Dense");
  expose<runInt8Dense>(exports, "runInt8Dense");
}

}  // namespace prepared

}  // namespace ltn
