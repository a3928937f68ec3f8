// A convolution in inference whose weight is packed once for oneDNN, with ReLU in the same kernel. libtorch's
// operators for this check nothing, so all that they rely on is checked here.
#include "nn/packed_convolution.h"

#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/empty.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/boundary.h"
#include "core/box.h"
#include "core/state.h"
#include "dispatch/values.h"

namespace ltn {

struct PackedConvolution {
  at::Tensor weight;
  std::optional<at::Tensor> bias;
  std::vector<int64_t> padding, stride, dilation;
  int64_t groups;
  // Of the weight before it was packed.
  int64_t in_channels;
  std::vector<int64_t> kernel;
};

template <>
struct BoxName<PackedConvolution> {
  static constexpr const char* kName = "PackedConvolution";
};

namespace {

using Ints = std::vector<int64_t>;

bool isPlain(const at::Tensor& tensor) {
  return tensor.device().is_cpu() && tensor.layout() == at::kStrided && tensor.scalar_type() == at::kFloat &&
         !tensor.is_neg() && !tensor.is_nested();
}

bool fits(const PackedConvolution& packed, at::IntArrayRef input) {
  if (input.size() != 4 || input[0] < 1 || input[1] != packed.in_channels) return false;
  for (size_t i = 0; i < 2; ++i) {
    const int64_t covered = packed.dilation[i] * (packed.kernel[i] - 1) + 1;
    if (input[i + 2] < 1 || input[i + 2] + 2 * packed.padding[i] < covered) return false;
  }
  return true;
}

// Small numbers only, so that sums of them stay within int64.
void checkList(const Ints& list, int64_t least, const char* name) {
  if (list.size() != 2) throw ArgumentError(c10::str(name, " needs 2 numbers, got ", list.size()));
  for (const int64_t value : list) {
    if (value < least || value > 1 << 24) throw ArgumentError(c10::str(name, " is out of range: ", value));
  }
}

at::Tensor reorder(const PackedConvolution& packed, const at::Tensor& weight, const Ints& input) {
  using Reorder = at::Tensor(const at::Tensor&, at::IntArrayRef, at::IntArrayRef, at::IntArrayRef, int64_t,
                             at::OptionalIntArrayRef);
  static const auto op = c10::Dispatcher::singleton()
                             .findSchemaOrThrow("mkldnn::_reorder_convolution_weight", "")
                             .typed<Reorder>();
  return op.call(weight, packed.padding, packed.stride, packed.dilation, packed.groups, input);
}

// packConvolution(weight, bias | null, padding, stride, dilation, groups, inputSize)
Napi::Value packConvolution(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  const at::Tensor weight = readTensor(state, info[0]).detach().contiguous();
  auto packed = std::make_shared<PackedConvolution>();
  packed->padding = readInts(info.Env(), info[2]);
  packed->stride = readInts(info.Env(), info[3]);
  packed->dilation = readInts(info.Env(), info[4]);
  packed->groups = readInt(info.Env(), info[5]);
  const Ints input = readInts(info.Env(), info[6]);
  checkList(packed->padding, 0, "padding");
  checkList(packed->stride, 1, "stride");
  checkList(packed->dilation, 1, "dilation");
  if (!isPlain(weight) || weight.dim() != 4 || weight.numel() == 0)
    throw ArgumentError("expected a weight of four dimensions in float32 on the CPU");
  if (packed->groups < 1 || packed->groups > weight.size(0) || weight.size(0) % packed->groups != 0)
    throw ArgumentError(c10::str("the groups do not divide the channels: ", packed->groups));
  if (!info[1].IsNull()) {
    packed->bias = readTensor(state, info[1]).detach().contiguous();
    if (!isPlain(*packed->bias) || packed->bias->sizes() != weight.sizes().slice(0, 1))
      throw ArgumentError("expected a bias of one number for each channel in float32 on the CPU");
  }
  packed->in_channels = weight.size(1) * packed->groups;
  packed->kernel = weight.sizes().slice(2).vec();
  if (!fits(*packed, input))
    throw ArgumentError(c10::str("an input of another shape: ", at::IntArrayRef(input)));
  const at::NoGradGuard no_grad;
  packed->weight = reorder(*packed, weight, input);
  return box(info.Env(), std::move(packed));
}

// runPackedConvolution(packed, input, relu): null for an input that does not fit. With channels last oneDNN
// reorders neither the input nor the output.
Napi::Value runPackedConvolution(const Napi::CallbackInfo& info) {
  using Pointwise = at::Tensor(const at::Tensor&, const at::Tensor&, const std::optional<at::Tensor>&,
                               at::IntArrayRef, at::IntArrayRef, at::IntArrayRef, int64_t, std::string_view,
                               c10::List<std::optional<at::Scalar>>, std::optional<std::string_view>);
  static const auto op =
      c10::Dispatcher::singleton().findSchemaOrThrow("mkldnn::_convolution_pointwise", "").typed<Pointwise>();
  auto& state = stateOf(info.Env());
  const PackedConvolution& packed = *unbox<PackedConvolution>(info.Env(), info[0]);
  const at::Tensor& input = readTensor(state, info[1]);
  if (!isPlain(input) || !fits(packed, input.sizes())) return info.Env().Null();
  const at::NoGradGuard no_grad;
  at::Tensor output =
      op.call(input.detach().contiguous(at::MemoryFormat::ChannelsLast), packed.weight, packed.bias,
              packed.padding, packed.stride, packed.dilation, packed.groups,
              info[2].ToBoolean() ? "relu" : "none", c10::List<std::optional<at::Scalar>>(), "");
  return {info.Env(), toJs(state, std::move(output))};
}

}  // namespace

void initPackedConvolution(Napi::Object exports) {
  expose<packConvolution>(exports, "packConvolution");
  expose<runPackedConvolution>(exports, "runPackedConvolution");
}

}  // namespace ltn
