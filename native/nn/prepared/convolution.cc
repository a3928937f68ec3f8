// Two-dimensional convolutions in inference whose weight is packed once, with an activation in the same
// kernel: small ones by the kernels of this folder, large ones by oneDNN's.
#include <ATen/core/grad_mode.h>
#include <ATen/ops/empty.h>

#include <algorithm>
#include <memory>
#include <vector>

#include "core/boundary.h"
#include "core/box.h"
#include "core/state.h"
#include "dispatch/values.h"
#include "nn/prepared/init.h"
#include "nn/prepared/packed.h"

namespace ltn {

namespace prepared {

struct SmallConvolution {
  PackedDense dense;
  // Of the kernel, and of the input's channels.
  std::vector<int64_t> kernel, stride, padding, dilation;
  int64_t channels = 0;
};

}  // namespace prepared

template <>
struct BoxName<prepared::SmallConvolution> {
  static constexpr const char* kName = "SmallConvolution";
};

namespace prepared {

namespace {

using Ints = std::vector<int64_t>;

Ints readPair(napi_env env, napi_value value, int64_t least) {
  Ints list = readInts(env, value);
  const auto fits = [&](int64_t number) { return number >= least && number < 1 << 24; };
  if (list.size() != 2 || !std::all_of(list.begin(), list.end(), fits))
    throw ArgumentError(c10::str("expected two numbers from ", least, " on"));
  return list;
}

// packSmallConvolution(weight, bias | null, padding, stride, dilation): `[O, C, H, W]`, one group.
Napi::Value packSmallConvolution(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  const at::Tensor weight = readTensor(state, info[0]).detach();
  if (!isPlain(weight) || weight.dim() != 4 || weight.numel() == 0)
    throw ArgumentError("expected a weight of four dimensions in float32 on the CPU");
  std::optional<at::Tensor> bias;
  if (!info[1].IsNull()) bias = readTensor(state, info[1]).detach();
  auto packed = std::make_shared<SmallConvolution>();
  packed->padding = readPair(info.Env(), info[2], 0);
  packed->stride = readPair(info.Env(), info[3], 1);
  packed->dilation = readPair(info.Env(), info[4], 1);
  packed->kernel = weight.sizes().slice(2).vec();
  packed->channels = weight.size(1);
  packed->dense = packDense(weight.permute({0, 2, 3, 1}).reshape({weight.size(0), -1}), bias);
  return box(info.Env(), std::move(packed));
}

// Sets the sizes, and says whether the input fits.
bool fit(const SmallConvolution& packed, const at::Tensor& input, Convolution& convolution) {
  if (!isPlain(input) || input.dim() != 4 || input.size(1) != packed.channels || input.numel() == 0)
    return false;
  convolution.channels = packed.channels;
  convolution.height = input.size(2);
  convolution.width = input.size(3);
  for (size_t i = 0; i < 2; ++i) {
    const int64_t covered = packed.dilation[i] * (packed.kernel[i] - 1) + 1;
    const int64_t size = input.size(static_cast<int64_t>(i) + 2);
    if (size + 2 * packed.padding[i] < covered) return false;
    convolution.extents[i] = (size + 2 * packed.padding[i] - covered) / packed.stride[i] + 1;
    convolution.kernel[i] = packed.kernel[i];
    convolution.stride[i] = packed.stride[i];
    convolution.padding[i] = packed.padding[i];
    convolution.dilation[i] = packed.dilation[i];
  }
  return true;
}

// runSmallConvolution(packed, input, activation, slope): the output, channels last, or null for an input that
// does not fit.
Napi::Value runSmallConvolution(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  const auto& packed = *unbox<SmallConvolution>(info.Env(), info[0]);
  const at::Tensor& given = readTensor(state, info[1]);
  Convolution convolution{};
  if (!fit(packed, given, convolution)) return info.Env().Null();
  const Activation activation = readActivation(info.Env(), info[2]);
  const at::NoGradGuard no_grad;
  const at::Tensor input = given.detach().contiguous(at::MemoryFormat::ChannelsLast);
  convolution.dense = packed.dense.view(activation, info[3].ToNumber().FloatValue());
  convolution.image = input.const_data_ptr<float>();
  at::Tensor output =
      at::empty({input.size(0), packed.dense.outputs, convolution.extents[0], convolution.extents[1]},
                at::TensorOptions(at::kFloat).memory_format(at::MemoryFormat::ChannelsLast));
  auto* y = output.mutable_data_ptr<float>();
  const int64_t pixels = input.size(0) * convolution.extents[0] * convolution.extents[1];
  const double work = static_cast<double>(output.numel()) * static_cast<double>(packed.dense.columns);
  share(pixels, work, kernels().convolve_scratch(convolution),
        [&](int64_t begin, int64_t end, float* scratch) {
          kernels().convolve(convolution, y, begin, end, scratch);
        });
  return {info.Env(), toJs(state, std::move(output))};
}

}  // namespace

void initConvolution(Napi::Object exports) {
  expose<packSmallConvolution>(exports, "packSmallConvolution");
  expose<runSmallConvolution>(exports, "runSmallConvolution");
}

}  // namespace prepared

}  // namespace ltn
