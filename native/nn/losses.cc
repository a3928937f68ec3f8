// Rows of losses over classes.
#include <ATen/ops/nll_loss_nd.h>
#include <torch/nn/modules/loss.h>

#include "nn/chain/chain.h"
#include "nn/fields.h"

namespace ltn {

namespace {

namespace nn = torch::nn;

ModulePtr makeNLLLoss(EnvState& state, napi_value object) {
  using Options = nn::NLLLossOptions;
  Options options;
  readOptions<Options>(
      state, object, options,
      {LTN_FIELD(Options, weight), LTN_FIELD(Options, ignore_index), LTN_FIELD(Options, reduction)});
  return std::make_shared<nn::NLLLossImpl>(options);
}

// As Python: torch::nn refuses scores without a batch.
ForwardResult forwardNLLLoss(TorchModule& module, const ForwardInputs& inputs) {
  const auto& loss = static_cast<nn::NLLLossImpl&>(module);
  const auto reduction = torch::enumtype::reduction_get_enum(loss.options.reduction());
  return at::nll_loss_nd(inputs.tensor(0), inputs.tensor(1), loss.weight, reduction,
                         loss.options.ignore_index());
}

// In one node behind a fused run of layers, else as torch::nn does it.
ForwardResult forwardCrossEntropyLoss(TorchModule& module, const ForwardInputs& inputs) {
  auto& loss = static_cast<nn::CrossEntropyLossImpl&>(module);
  if (!loss.weight.defined() && loss.options.label_smoothing() == 0) {
    const auto reduction = torch::enumtype::reduction_get_enum(loss.options.reduction());
    auto result =
        chain::crossEntropy(inputs.tensor(0), inputs.tensor(1), reduction, loss.options.ignore_index());
    if (result) return *std::move(result);
  }
  return loss.forward(inputs.tensor(0), inputs.tensor(1));
}

ModulePtr makeCrossEntropyLoss(EnvState& state, napi_value object) {
  using Options = nn::CrossEntropyLossOptions;
  Options options;
  readOptions<Options>(state, object, options,
                       {LTN_FIELD(Options, weight), LTN_FIELD(Options, ignore_index),
                        LTN_FIELD(Options, reduction), LTN_FIELD(Options, label_smoothing)});
  return std::make_shared<nn::CrossEntropyLossImpl>(options);
}

}  // namespace

const ModuleRows& lossRows() {
  static const ModuleRows rows = {
      {"NLLLoss", makeNLLLoss, forwardNLLLoss, snapshotWeight<nn::NLLLossImpl>, assignWeight<nn::NLLLossImpl>,
       resetNothing, nullptr},
      {"CrossEntropyLoss", makeCrossEntropyLoss, forwardCrossEntropyLoss,
       snapshotWeight<nn::CrossEntropyLossImpl>, assignWeight<nn::CrossEntropyLossImpl>, resetNothing,
       nullptr},
  };
  return rows;
}

}  // namespace ltn
