// An encoder layer of a transformer in inference: libtorch's operator for the whole layer, in one call from
// JavaScript. Called like any operator it has twenty arguments to be matched, and before that each of the
// thirteen tensors to be asked for its device and for gradients. Here that is a test of some bits.
#include "nn/encoder_layer.h"

#include <ATen/autocast_mode.h>
#include <ATen/core/grad_mode.h>
#include <ATen/core/ivalue.h>
#include <ATen/ops/_transformer_encoder_layer_fwd.h>

#include <array>

#include "core/boundary.h"
#include "core/state.h"
#include "dispatch/values.h"
#include "nn/chain/conditions.h"

namespace ltn {

namespace {

// The input, and twelve parameters in the operator's order.
constexpr size_t kLayerTensors = 13;

using LayerTensors = std::array<at::Tensor, kLayerTensors>;

// Whether the operator is what Python would run, and nothing wants to see it: no gradient, no autocast, and
// float32 in the CPU's memory.
bool isOrdinary(const LayerTensors& tensors) {
  if (chain::isUnusual() || at::autocast::is_autocast_enabled(at::kCUDA)) return false;
  const bool recording = at::GradMode::is_enabled();
  for (const at::Tensor& tensor : tensors) {
    if (!isPlainFloat(tensor) || (recording && tensor.requires_grad())) return false;
  }
  return tensors[0].dim() == 3;
}

// runEncoderLayer(embedDim, heads, gelu, normFirst, eps, input, ...parameters): the output's handle, or null
// where the layer is to run in the longer way.
Napi::Value runEncoderLayer(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  constexpr size_t kFirst = 5;
  LayerTensors t;
  for (size_t i = 0; i < kLayerTensors; ++i) t[i] = readTensor(state, info[kFirst + i]);
  const int64_t width = readInt(info.Env(), info[0]);
  const int64_t heads = readInt(info.Env(), info[1]);
  if (heads <= 0 || !isOrdinary(t)) return info.Env().Null();
  at::Tensor output = at::_transformer_encoder_layer_fwd(
      t[0], width, heads, t[1], t[2], t[3], t[4], info[2].ToBoolean(), info[3].ToBoolean(),
      readScalar(info.Env(), info[4]).toDouble(), t[5], t[6], t[7], t[8], t[9], t[10], t[11], t[12]);
  return {info.Env(), toJs(state, c10::IValue(std::move(output)))};
}

}  // namespace

void initEncoderLayer(Napi::Object exports) { expose<runEncoderLayer>(exports, "runEncoderLayer"); }

}  // namespace ltn
