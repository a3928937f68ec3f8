// Encoder layers of transformers in inference: packed weights, attention in the near cache, one crossing for
// a layer.
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

namespace prepared {

struct PackedEncoder {
  PackedDense in_projection, out_projection, linear1, linear2;
  // Weight and bias of both.
  std::vector<at::Tensor> norms;
  Activation activation;
  int64_t heads;
  bool norm_first;
  float eps;
};

}  // namespace prepared

template <>
struct BoxName<prepared::PackedEncoder> {
  static constexpr const char* kName = "PackedEncoder";
};

namespace prepared {

namespace {

// Longer sequences are left to libtorch, whose attention does not keep all scores of a head's packed keys
// near.
constexpr int64_t kLongest = 1024;

// packEncoder([w_in, b_in, w_out, b_out, norm1 w, b, norm2 w, b, linear1 w, b, linear2 w, b], heads, gelu,
// normFirst, eps): the order of libtorch's operator for a layer.
Napi::Value packEncoder(const Napi::CallbackInfo& info) {
  const std::vector<at::Tensor> given = readTensors(stateOf(info.Env()), info[0]);
  if (given.size() != 12) throw ArgumentError("expected 12 tensors");
  std::vector<at::Tensor> tensors;
  tensors.reserve(given.size());
  for (const auto& tensor : given) tensors.push_back(tensor.detach());
  auto packed = std::make_shared<PackedEncoder>();
  packed->in_projection = packDense(tensors[0], tensors[1]);
  packed->out_projection = packDense(tensors[2], tensors[3]);
  packed->linear1 = packDense(tensors[8], tensors[9]);
  packed->linear2 = packDense(tensors[10], tensors[11]);
  const int64_t width = packed->in_projection.columns;
  const auto is = [](const PackedDense& dense, int64_t outputs, int64_t columns) {
    return dense.outputs == outputs && dense.columns == columns;
  };
  packed->heads = readInt(info.Env(), info[1]);
  const bool fits = is(packed->in_projection, 3 * width, width) && is(packed->out_projection, width, width) &&
                    packed->linear1.columns == width && is(packed->linear2, width, packed->linear1.outputs) &&
                    packed->heads > 0 && width % packed->heads == 0;
  if (!fits) throw ArgumentError("the tensors are not those of an encoder layer");
  for (size_t i = 4; i < 8; ++i) {
    if (!isPlain(tensors[i]) || tensors[i].dim() != 1 || tensors[i].size(0) != width)
      throw ArgumentError("the tensors are not those of an encoder layer");
    packed->norms.push_back(tensors[i].contiguous());
  }
  packed->activation = info[2].ToBoolean() ? Activation::kGelu : Activation::kRelu;
  packed->norm_first = info[3].ToBoolean();
  packed->eps = info[4].ToNumber().FloatValue();
  return box(info.Env(), std::move(packed));
}

Encoder viewOf(const PackedEncoder& packed, const at::Tensor& input) {
  Encoder encoder{};
  encoder.batch = input.size(0);
  encoder.length = input.size(1);
  encoder.width = input.size(2);
  encoder.heads = packed.heads;
  encoder.norm_first = packed.norm_first;
  encoder.in_projection = packed.in_projection.view();
  encoder.out_projection = packed.out_projection.view();
  encoder.linear1 = packed.linear1.view(packed.activation);
  encoder.linear2 = packed.linear2.view();
  encoder.norm1_weight = packed.norms[0].const_data_ptr<float>();
  encoder.norm1_bias = packed.norms[1].const_data_ptr<float>();
  encoder.norm2_weight = packed.norms[2].const_data_ptr<float>();
  encoder.norm2_bias = packed.norms[3].const_data_ptr<float>();
  encoder.eps = packed.eps;
  encoder.x = input.const_data_ptr<float>();
  return encoder;
}

void run(Encoder& encoder) {
  const int64_t rows = encoder.batch * encoder.length;
  const int64_t width = encoder.width;
  const at::Tensor projected = at::empty({rows * 3 * width}, at::kFloat);
  const at::Tensor attended = at::empty({rows * width}, at::kFloat);
  encoder.projected = projected.mutable_data_ptr<float>();
  encoder.attended = attended.mutable_data_ptr<float>();
  const Kernels& table = kernels();
  const int64_t scratch = table.encoder_scratch(encoder);
  const auto work = [rows](int64_t each) { return static_cast<double>(rows) * static_cast<double>(each); };
  share(rows, work(3 * width * width), scratch,
        [&](int64_t begin, int64_t end, float* own) { table.project(encoder, begin, end, own); });
  share(encoder.batch * encoder.heads, work(2 * encoder.length * width), scratch,
        [&](int64_t begin, int64_t end, float* own) { table.attend(encoder, begin, end, own); });
  share(rows, work(width * (width + 2 * encoder.linear1.outputs)), scratch,
        [&](int64_t begin, int64_t end, float* own) { table.finish(encoder, begin, end, own); });
}

// runPackedEncoder(packed, input): `[N, S, E]`, or null for an input that the kernels do not take.
Napi::Value runPackedEncoder(const Napi::CallbackInfo& info) {
  auto& state = stateOf(info.Env());
  const auto& packed = *unbox<PackedEncoder>(info.Env(), info[0]);
  const at::Tensor& given = readTensor(state, info[1]);
  const bool fits = isPlain(given) && given.dim() == 3 && given.size(2) == packed.in_projection.columns &&
                    given.numel() > 0 && given.size(1) <= kLongest;
  if (!fits) return info.Env().Null();
  const at::NoGradGuard no_grad;
  const at::Tensor input = given.detach().contiguous();
  at::Tensor output = at::empty(input.sizes(), at::kFloat);
  Encoder encoder = viewOf(packed, input);
  encoder.y = output.mutable_data_ptr<float>();
  run(encoder);
  return {info.Env(), toJs(state, std::move(output))};
}

}  // namespace

void initEncoder(Napi::Object exports) {
  expose<packEncoder>(exports, "packEncoder");
  expose<runPackedEncoder>(exports, "runPackedEncoder");
}

}  // namespace prepared

}  // namespace ltn
