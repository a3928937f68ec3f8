// Linear layers whose weight is packed once, with an activation in the same kernel.
#include <ATen/core/grad_mode.h>
#include <ATen/ops/empty.h>

#include <memory>
#include <vector>

#include "core/boundary.h"
#include "core/box.h"
#include "core/state.h"
#include "dispatch/values.h"
#include "nn/prepared/init.h"
#include "nn/prepared/packed.h"

namespace ltn {

template <>
struct BoxName<prepared::PackedDense> {
  static constexpr const char* kName = "PackedDense";
};

namespace prepared {

namespace {

// packDense(weight, bias | null)
Napi::Value packLinear(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  std::optional<at::Tensor> bias;
  if (!info[1].IsNull()) bias = readTensor(state, info[1]).detach();
  return box(info.Env(), std::make_shared<PackedDense>(packDense(readTensor(state, info[0]).detach(), bias)));
}

// runPackedDense(packed, input, activation, slope): the output, or null for an input that the kernel does not
// take.
Napi::Value runLinear(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  const PackedDense& packed = *unbox<PackedDense>(info.Env(), info[0]);
  const at::Tensor& given = readTensor(state, info[1]);
  if (!isPlain(given) || given.dim() == 0 || given.size(-1) != packed.columns || given.numel() == 0)
    return info.Env().Null();
  const Activation activation = readActivation(info.Env(), info[2]);
  const at::NoGradGuard no_grad;
  const at::Tensor input = given.expect_contiguous()->detach();
  std::vector<int64_t> sizes = input.sizes().vec();
  sizes.back() = packed.outputs;
  at::Tensor output = at::empty(sizes, at::kFloat);
  runDense(packed.view(activation, info[3].ToNumber().FloatValue()), input.const_data_ptr<float>(),
           input.numel() / packed.columns, output.mutable_data_ptr<float>());
  return {info.Env(), toJs(state, std::move(output))};
}

}  // namespace

Activation readActivation(napi_env env, napi_value value) {
  const int64_t code = readInt(env, value);
  if (code < 0 || code >= static_cast<int64_t>(Activation::kCount))
    throw ArgumentError("an unknown activation");
  return static_cast<Activation>(code);
}

void initLinear(Napi::Object exports) {
  expose<packLinear>(exports, "packDense");
  expose<runLinear>(exports, "runPackedDense");
}

}  // namespace prepared

}  // namespace ltn
