// Rows of layers without a hidden state.
#include <ATen/ops/linear.h>
#include <torch/nn/modules/activation.h>
#include <torch/nn/modules/dropout.h>
#include <torch/nn/modules/embedding.h>
#include <torch/nn/modules/linear.h>

#include "nn/chain/conditions.h"
#include "nn/fields.h"
#include "nn/random_mask.h"

namespace ltn {

namespace {

namespace nn = torch::nn;

ModulePtr makeLinear(EnvState& state, napi_value object) {
  nn::LinearOptions options(0, 0);
  readOptions<nn::LinearOptions>(
      state, object, options,
      {LTN_FIELD(nn::LinearOptions, in_features), LTN_FIELD(nn::LinearOptions, out_features),
       LTN_FIELD(nn::LinearOptions, bias)});
  return std::make_shared<nn::LinearImpl>(options);
}

// As Python: torch::nn multiplies and adds the bias in two steps for all but two dimensions, which rounds
// twice.
ForwardResult forwardLinear(TorchModule& module, const ForwardInputs& inputs) {
  const auto& linear = static_cast<nn::LinearImpl&>(module);
  return at::linear(inputs.tensor(0), linear.weight, linear.bias);
}

ModulePtr makeBilinear(EnvState& state, napi_value object) {
  using Options = nn::BilinearOptions;
  Options options(0, 0, 0);
  readOptions<Options>(state, object, options,
                       {LTN_FIELD(Options, in1_features), LTN_FIELD(Options, in2_features),
                        LTN_FIELD(Options, out_features), LTN_FIELD(Options, bias)});
  return std::make_shared<nn::BilinearImpl>(options);
}

ModulePtr makeEmbedding(EnvState& state, napi_value object) {
  using Options = nn::EmbeddingOptions;
  Options options(0, 0);
  readOptions<Options>(
      state, object, options,
      {LTN_FIELD(Options, num_embeddings), LTN_FIELD(Options, embedding_dim), LTN_FIELD(Options, padding_idx),
       LTN_FIELD(Options, max_norm), LTN_FIELD(Options, norm_type), LTN_FIELD(Options, scale_grad_by_freq),
       LTN_FIELD(Options, sparse), LTN_FIELD(Options, _weight)});
  return std::make_shared<nn::EmbeddingImpl>(options);
}

template <class Impl>
ModulePtr makeDropout(EnvState& state, napi_value object) {
  using Options = nn::DropoutOptions;
  Options options;
  readOptions<Options>(state, object, options, {LTN_FIELD(Options, p), LTN_FIELD(Options, inplace)});
  return std::make_shared<Impl>(options);
}

// What at::dropout computes and records, with factors that are drawn faster.
ForwardResult forwardDropout(TorchModule& module, const ForwardInputs& inputs) {
  auto& dropout = static_cast<nn::DropoutImpl&>(module);
  const double p = dropout.options.p();
  const at::Tensor& x = inputs.tensor(0);
  const bool draws = dropout.is_training() && !dropout.options.inplace() && p > 0 && p < 1;
  if (!draws || !chain::isArray(x) || x.numel() == 0 || chain::isUnusual()) return dropout.forward(x);
  return x.mul(dropoutFactors(x.sizes(), p));
}

template <class Impl, class Options>
ModulePtr makeOverDim(EnvState& state, napi_value object) {
  Options options(0);
  readOptions<Options>(state, object, options, {LTN_FIELD(Options, dim)});
  return std::make_shared<Impl>(options);
}

template <class Impl>
ModuleRow dropoutRow(const char* name) {
  return {name,          makeDropout<Impl>, forwardOne<Impl>, snapshotNothing<Impl>,
          assignNothing, resetNothing,      nullptr};
}

}  // namespace

const ModuleRows& layerRows() {
  static const ModuleRows rows = {
      {"Linear", makeLinear, forwardLinear, snapshotWeightBias<nn::LinearImpl>,
       assignWeightBias<nn::LinearImpl>, resetParameters<nn::LinearImpl>, nullptr},
      {"Bilinear", makeBilinear, forwardTwo<nn::BilinearImpl>, snapshotWeightBias<nn::BilinearImpl>,
       assignWeightBias<nn::BilinearImpl>, resetParameters<nn::BilinearImpl>, nullptr},
      {"Embedding", makeEmbedding, forwardOne<nn::EmbeddingImpl>, snapshotWeight<nn::EmbeddingImpl>,
       assignWeight<nn::EmbeddingImpl>, resetParameters<nn::EmbeddingImpl>, nullptr},
      {"LogSoftmax", makeOverDim<nn::LogSoftmaxImpl, nn::LogSoftmaxOptions>, forwardOne<nn::LogSoftmaxImpl>,
       snapshotNothing<nn::LogSoftmaxImpl>, assignNothing, resetNothing, nullptr},
      {"Softmax", makeOverDim<nn::SoftmaxImpl, nn::SoftmaxOptions>, forwardOne<nn::SoftmaxImpl>,
       snapshotNothing<nn::SoftmaxImpl>, assignNothing, resetNothing, nullptr},
      {"Dropout", makeDropout<nn::DropoutImpl>, forwardDropout, snapshotNothing<nn::DropoutImpl>,
       assignNothing, resetNothing, nullptr},
      dropoutRow<nn::AlphaDropoutImpl>("AlphaDropout"),
      dropoutRow<nn::FeatureAlphaDropoutImpl>("FeatureAlphaDropout"),
  };
  return rows;
}

}  // namespace ltn
